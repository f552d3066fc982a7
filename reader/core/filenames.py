"""Names of files that are no text: kept so that nothing is lost, and shown so that nothing breaks.

Systems let a name hold any bytes. Python keeps what is not UTF-8 as lone surrogates, which SQLite refuses.
"""

from __future__ import annotations

import json
import re

_LONE = re.compile("[\ud800-\udfff]")
_UNSEEN = re.compile("[\u0000-\u001f\u007f-\u009f\u2028\u2029\ud800-\udfff]")
_QUOTE = '"'


def is_text(words: str) -> bool:
    """Whether words can be written as UTF-8."""
    return not _LONE.search(words)


def stored(path: str) -> str:
    """A path as text that any database takes: itself, or a JSON string where it holds what is no text."""
    return json.dumps(path) if path.startswith(_QUOTE) or not is_text(path) else path


def given(stored_path: str) -> str:
    """The path that ``stored`` wrote."""
    return str(json.loads(stored_path)) if stored_path.startswith(_QUOTE) else stored_path


def printable(words: str) -> str:
    r"""Words in one line: ends of lines, control characters and what is no text are written as escapes (``\n``)."""
    return _UNSEEN.sub(lambda found: ascii(found[0])[1:-1], words)
