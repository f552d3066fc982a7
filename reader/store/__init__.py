"""The library on disk: one SQLite file that is the truth. Nothing else is kept but what can be made from it."""
