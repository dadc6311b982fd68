"""The table of places that ships with kg, compiled from open sources; not installed."""
