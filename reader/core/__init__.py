"""The nouns of the house: frozen records that every other room speaks in. Standard library only."""
