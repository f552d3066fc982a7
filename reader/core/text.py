"""Making text canonical, once, when an article arrives."""

from __future__ import annotations

import re
import unicodedata

_SPACES = re.compile("[\u00a0\u2007\u202f]")
_NEWLINES = re.compile("\r\n|[\r\u000b\u000c\u0085\u2028\u2029]")
_UNWANTED = re.compile("[\u0000-\u0008\u000e-\u001f\u007f\ufeff\ufffe\uffff\ud800-\udfff]")


def canonical(text: str) -> str:
    r"""``\n`` alone ends lines, no-break spaces become spaces, letters are composed (NFC), control characters go."""
    text = _UNWANTED.sub("", _NEWLINES.sub("\n", text))
    return unicodedata.normalize("NFC", _SPACES.sub(" ", text))


def words_in(text: str) -> int:
    """How many words a text holds, cut at white space."""
    return len(text.split())
