"""Who wrote an entry, as feeds and agencies name them: "By A and B", "mail@example.org (A B)"."""

from __future__ import annotations

import re
from collections.abc import Iterable

_LONGEST = 300  # code points of one field
_MAIL = re.compile(r"<?[\w.+-]{1,64}@[\w-]{1,60}(?:\.[\w-]{1,60}){1,5}>?")
_BY = re.compile(r"(?:by|von|par|por|di|da|av|af|door)\s+(?=[^\W\d_])", re.IGNORECASE)
_PARTS = re.compile(r"\s*[;|•]\s*|\s*,\s*(?:and\s+)?|\s+(?:and|und|et|og|och|y)\s+|\s+&\s+", re.IGNORECASE)
_SUFFIX = re.compile(r"(?:Jr|Sr|I{2,3}|IV|MD|M\.D|PhD|Ph\.D)\.?", re.IGNORECASE)
_PARTICLES = {"de", "da", "di", "du", "von", "van", "der", "den", "la", "le", "bin", "al"}


def people(fields: Iterable[str]) -> tuple[str, ...]:
    """The names in fields that hold nothing but authors, once each; addresses of mail are no names."""
    found: list[str] = []
    for field in fields:
        words = _MAIL.sub(" ", " ".join(field[:_LONGEST].split())).strip(" ()<>,;")
        words = _BY.sub("", words, count=1) if _BY.match(words) else words
        for name in _PARTS.split(words):
            name = name.strip(" .,()") + ("." if name.rstrip().endswith((" Jr.", " Sr.")) else "")
            if found and _SUFFIX.fullmatch(name):
                found[-1] += ", " + name
            elif name:
                found.append(in_name_case(name))
    return tuple(dict.fromkeys(found))


def in_name_case(name: str) -> str:
    """ "HARRIET KONG" as "Harriet Kong"; one word, an abbreviation, and what has small letters stay as they are."""
    if not name.isupper() or " " not in name:
        return name
    return " ".join(
        word.lower() if word.lower() in _PARTICLES else word if "." in word else word.title() for word in name.split()
    )
