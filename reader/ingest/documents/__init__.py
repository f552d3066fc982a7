"""Documents and books: PDF, EPUB, Word, OpenDocument, RTF, Markdown."""
