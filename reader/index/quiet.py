"""What we use of Whoosh, imported without noise: 2.7.4 is older than the warnings that its files cause when they are
first compiled. Nobody else imports Whoosh, and this file is itself imported late.
"""

from __future__ import annotations

import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from whoosh import fields, query
    from whoosh.analysis import Analyzer, Token
    from whoosh.index import LockError, create_in, open_dir
    from whoosh.lang.porter import stem

__all__ = ["Analyzer", "LockError", "Token", "create_in", "fields", "open_dir", "query", "stem"]
