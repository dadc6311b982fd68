"""The weights and the table of words by which event mentions are compared."""
