"""The encoder in ``kg/models``: MiniLM, trained on names, tags, lemmas, trees and sentence ends at once."""
