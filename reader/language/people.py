"""How people's names are built: surnames, first names, the eastern order, and what a name tells of the gender."""

from __future__ import annotations

import re

from reader.language.runs import PARTICLES
from reader.language.words import Words

SUFFIXES = frozenset(("Jr.", "Sr.", "Jr", "Sr", "II", "III", "IV"))
_GIVEN = re.compile(r"[^\W\d_]+-[^\W\d_A-Z]\w*")


def parts(name: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name without "Jr.", with capitals as usual ("TRUMP" is "Trump")."""
    kept = tuple(w for w in name if w not in SUFFIXES) or name
    return tuple(w.capitalize() if w.isupper() and len(w) > 3 else w for w in kept)


def is_eastern(name: tuple[str, ...], words: Words) -> bool:
    """Whether the surname stands first: before a hyphenated given name, or as a known eastern surname."""
    if len(name) == 2 and _GIVEN.fullmatch(name[1]) and name[0] not in words.first_names:
        return True
    if name[0] not in words.surname_first or len(name) not in (2, 3):
        return len(name) == 2 and bool(_GIVEN.fullmatch(name[1])) and name[0] in words.surname_first
    if _GIVEN.fullmatch(name[-1]):
        return True
    western = (
        name[-1] in words.surnames or name[-1] in words.surname_first or name[0] in words.first_names and len(name) == 2
    )
    return not western if len(name) == 2 else name[-1] not in words.surnames or name[1] not in words.first_names


def surname(name: tuple[str, ...], words: Words) -> str:
    """The surname of a full name, or the one word of a lone one."""
    bare = parts(name)
    return bare[0] if len(bare) > 1 and is_eastern(bare, words) else bare[-1]


def given(name: tuple[str, ...], words: Words) -> str:
    """The first given name of a full name, or nothing."""
    bare = parts(name)
    if len(bare) < 2 or all(w.lower() in PARTICLES for w in bare[:-1]):
        return ""
    return bare[1] if is_eastern(bare, words) else bare[0]


def gender_of(given_name: str, words: Words) -> str:
    """m, f or nothing."""
    sex = words.first_names.get(given_name, "")
    return sex if sex in ("m", "f") else ""
