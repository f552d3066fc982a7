"""Marked-up stories: saved pages and the fragments that feeds, mail and books hold."""
