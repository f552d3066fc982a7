"""Dateline: a desktop news reader that works offline and knows who said what."""

__version__ = "0.1.0"
