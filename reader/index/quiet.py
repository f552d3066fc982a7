"""What we use of Whoosh, imported without noise: 2.7.4 is older than the warnings that its files cause when they are
first compiled. Nobody else imports it, but for its stemmer, which is quiet and light; and this file is imported late.
"""

from __future__ import annotations

import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore", SyntaxWarning)
    warnings.simplefilter("ignore", DeprecationWarning)
    from whoosh import fields, matching, query
    from whoosh.codec.base import Codec, FieldCursor, PerDocumentReader, TermsReader
    from whoosh.codec.base import Segment as WhooshSegment
    from whoosh.matching import ListMatcher
    from whoosh.matching.mcore import ReadTooFar
    from whoosh.query.spans import Span
    from whoosh.reading import EmptyReader, MultiReader, SegmentReader, TermInfo, TermNotFound
    from whoosh.searching import Searcher
    from whoosh.util.filelock import FileLock
    from whoosh.util.numeric import byte_to_length

__all__ = [
    "Codec", "EmptyReader", "FieldCursor", "FileLock", "ListMatcher", "MultiReader", "PerDocumentReader",
    "ReadTooFar", "Searcher", "SegmentReader", "Span", "TermInfo", "TermNotFound", "TermsReader", "WhooshSegment",
    "byte_to_length", "fields", "matching", "query",
]  # fmt: skip
