"""When two ways of writing a name count as the same."""

from __future__ import annotations

import re
import unicodedata

_DROPPED = re.compile(r"[.'’ʼ]")
_BREAKS = re.compile(r"[\s\-–—_]+")


def name_key(name: str) -> str:
    """A name without case, accents, full stops, apostrophes, hyphens and a leading "the": "The U.S." gives "us"."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(c for c in letters if not "\u0300" <= c <= "\u036f")
    return _BREAKS.sub(" ", _DROPPED.sub("", bare)).strip().removeprefix("the ")
