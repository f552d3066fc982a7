"""Saved web pages: see ``reader.ingest.html.page``."""

from reader.ingest.html.page import read_html

__all__ = ["read_html"]
