"""The heads of the encoder that events need: which words report one, and how far it is said to be so."""
