"""When two ways of writing a name count as the same."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_DROPPED = re.compile(r"[.,'’‘`ʼʻ]")
_BREAKS = re.compile(r"[\s\-‐‑–—_]+")
_AND = re.compile(r"\s&\s")
# Letters that Unicode does not take apart into a plain one and a mark.
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})


def name_key(name: str) -> str:
    """A name without case, accents, full stops, apostrophes, hyphens and a leading "the": "The U.S." gives "us"."""
    once = unicodedata.normalize("NFKD", name.casefold())  # what comes of it may have a case again: "𝕬" gives "A"
    letters = unicodedata.normalize("NFKD", once.casefold()).translate(_PLAIN)
    bare = "".join(c for c in letters if not "\u0300" <= c <= "\u036f")
    return _BREAKS.sub(" ", _DROPPED.sub("", _AND.sub(" and ", bare))).strip().removeprefix("the ")


# Organizations

_LEGAL_FORMS = frozenset(
    "inc incorporated corp corporation co company ltd limited llc llp lp plc pty ag gmbh kg sa sas srl nv bv ab asa"
    " oy oyj kk".split()
)


def without_legal_form(key: str) -> str:
    """The key of an organization without "Inc", "Corp", "& Co" at its end, unless nothing is left.

    What else a name ends with stays: "Acme Bank" is not "Acme".
    """
    words = key.split()
    while len(words) > 1 and words[-1] in _LEGAL_FORMS:
        words.pop()
        if len(words) > 1 and words[-1] == "and":
            words.pop()
    return " ".join(words)


# People

_HONORIFICS = frozenset(
    "mr mrs ms miss mx dr prof sir dame rev sen rep gov gen col lt capt sgt señor señora monsieur madame".split()
)
_SUFFIXES = frozenset("jr sr ii iii iv".split())
_PARTICLES = frozenset("van von bin der den ten ter del della da de di du dos das le la ibn bint af av".split())
_LOWER_PARTICLES = frozenset("al el ul abu".split())
_INITIALS = re.compile(r"[^\W\d_]|(?:[^\W\d_]\.)+")
_NICKNAME = re.compile(r"[\"“‘'(].+[\"”’')]")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name, folded for comparing."""

    key: str
    """All of it: "john f kerry"."""
    plain: str
    """Without middle initials and nickname: "john kerry"."""
    is_full: bool
    """Whether it has a given name and a surname. A surname is none, with particles either, nor is "J. Smith"."""


def person_name(name: str) -> PersonName:
    """Takes a person's name apart. "Sr.", "Jr." and "II" belong to the name; "Mr." and "Sen." do not."""
    words = name.replace(",", " ").split()
    while len(words) > 1 and name_key(words[0]) in _HONORIFICS:
        words.pop(0)
    suffix = [name_key(words.pop())] if len(words) > 1 and name_key(words[-1]) in _SUFFIXES else []
    words = _join_first_initials(words)
    middles = [] if len(words) < 3 else words[1:-1]
    heavy = [w for w in middles if not _INITIALS.fullmatch(w) and not _NICKNAME.fullmatch(w)]
    plain = [*words[:1], *heavy, *(words[-1:] if len(words) > 1 else [])]
    whole = [*words[:1], *map(_spaced, middles), *(words[-1:] if len(words) > 1 else [])]
    return PersonName(name_key(" ".join([*whole, *suffix])), name_key(" ".join([*plain, *suffix])), _is_full(plain))


def _join_first_initials(words: list[str]) -> list[str]:
    """ "J. K. Rowling", "J.K. Rowling" and "JK Rowling" are written alike."""
    count = next((i for i, word in enumerate(words[:-1]) if not _INITIALS.fullmatch(word)), len(words) - 1)
    return ["".join(words[:count]).replace(".", ""), *words[count:]] if count else words


def _spaced(middle: str) -> str:
    """ "H.W." is two initials, as "H. W." is; a nickname loses its marks."""
    return middle.replace(".", " ") if _INITIALS.fullmatch(middle) else middle.strip("\"“”‘’'()")


def _is_full(words: list[str]) -> bool:
    if len(words) < 2 or len(words) == 2 and len(words[0]) == 1:
        return False
    return not all(word.lower() in _PARTICLES or word in _LOWER_PARTICLES for word in words[:-1])
