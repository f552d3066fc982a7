"""What we use of Whoosh, imported without noise: 2.7.4 is older than the warnings that its files cause when they are
first compiled. Nobody else imports it, but for its stemmer, which is quiet and light; and this file is imported late.
"""

from __future__ import annotations

import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore", SyntaxWarning)
    warnings.simplefilter("ignore", DeprecationWarning)
    # Whoosh itself would import its codec later, and noisily.
    import whoosh.codec.whoosh3  # noqa: F401
    from whoosh import fields, matching, query
    from whoosh.analysis import Token
    from whoosh.filedb.filestore import FileStorage
    from whoosh.index import TOC, FileIndex
    from whoosh.searching import Searcher
    from whoosh.util.filelock import FileLock
    from whoosh.util.numeric import byte_to_length
    from whoosh.writing import SegmentWriter

__all__ = [
    "TOC", "FileIndex", "FileLock", "FileStorage", "Searcher", "SegmentWriter", "Token", "byte_to_length", "fields",
    "matching", "query",
]  # fmt: skip
