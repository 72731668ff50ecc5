"""Small exact values: When, Quantity, Passage, and the grammars that find them in text.

No dependencies upward. Everything here is frozen, hashable and free of effects.
"""
