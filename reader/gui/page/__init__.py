"""The reading pane: an article with its marks, drawn under the letters of a text browser."""

from reader.gui.page.page import ArticlePage

__all__ = ["ArticlePage"]
