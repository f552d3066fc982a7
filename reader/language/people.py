"""How people's names are built: surnames, first names, the eastern order, and what a name tells of the gender."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from reader.language.runs import PARTICLES
from reader.language.words import Words

SUFFIXES = frozenset(("Jr.", "Sr.", "Jr", "Sr", "II", "III", "IV"))
_GIVEN = re.compile(r"[^\W\d_]+-[^\W\d_A-Z]\w*")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+|[^\W\d_]|[A-Z]{2}")
_ASIDE = frozenset('"“”„«»()[]')
_SIGNS = re.compile(r"[.'’`]")
_LOOSE = re.compile(r"[.'’`-]")
_TAIL, _LONGEST = 4, 12
"""Words at the end of a name that are tried as a surname of several words, without and with a particle."""
_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name taken apart. Its words are plain (``spell``); an initial keeps its stop: "j." """

    words: tuple[str, ...]
    surname: tuple[str, ...]
    """The usual surname: one word, or several with a particle."""
    first: str
    """The first given name as lists write it, or nothing where the name is a surname alone."""
    nickname: tuple[str, ...] = ()
    """What stands in marks or brackets: William "Bill" Hayes."""
    generation: str = ""
    """jr, sr, ii, iii, iv, or nothing."""


def person_name(spelling: tuple[str, ...], words: Words, generation: str = "") -> PersonName:
    """Takes a name apart. ``generation`` is what stands beside the name ("the elder") and counts if it tells none."""
    kept, nickname = _without_aside(spelling)
    own = next((_generation(w) for w in kept if w in SUFFIXES), generation)
    bare = parts(tuple(w for w in kept if joined((spell(w),))) or kept)
    shouted = all(w.isupper() for w in bare)
    plain = tuple((spell(w) or w) + "." * _is_initial(w, shouted) for w in bare)
    while len(plain) > 2 and plain[-1].endswith("."):
        plain, bare = plain[:-1], bare[:-1]
    if len(bare) < 2 or all(w.lower() in PARTICLES for w in bare[:-1]):
        return PersonName(plain, plain, "", nickname, own)
    if is_eastern(bare, words):
        return PersonName(plain, plain[:1], bare[1], nickname, own)
    if len(bare) > 2 and _GIVEN.fullmatch(bare[-1]) and bare[-2] in words.surname_first:
        return PersonName(plain, plain[-2:-1], bare[0], nickname, own)
    start = next((i for i in range(1, len(bare) - 1) if bare[i].lower() in PARTICLES), len(bare) - 1)
    return PersonName(plain, plain[start:], bare[0], nickname, own)


def spell(word: str) -> str:
    """A word without case, accents, stops and apostrophes, for comparing."""
    letters = word.casefold().lstrip("@")
    if not letters.isascii():
        letters = "".join(c for c in unicodedata.normalize("NFD", letters) if not unicodedata.combining(c))
    return _SIGNS.sub("", letters)


def joined(words: tuple[str, ...]) -> str:
    """Words as one, without hyphens, so that "al-Khatib" is "Al Khatib" and "Ji-won" is "Jiwon"."""
    return _LOOSE.sub("", "".join(words))


def surnames(name: PersonName) -> tuple[str, ...]:
    """How a name may be written by its surname alone, each as one word; the likeliest first."""
    if not name.first:
        return tuple(dict.fromkeys((joined(name.words), *_without_particle(name.words[-1:]))))
    if name.surname != name.words[-len(name.surname) :]:
        return (joined(name.surname),)
    longest = min(max(_TAIL, len(name.surname)), len(name.words) - 1, _LONGEST)
    tails = [joined(name.words[-n:]) for n in range(1, longest + 1)]
    return tuple(dict.fromkeys((*tails, *_without_particle(name.words[-1:]))))


def _without_particle(last: tuple[str, ...]) -> tuple[str, ...]:
    """The last word, without "al-" before it."""
    front, _, rest = last[0].partition("-")
    return (rest,) if rest and front in PARTICLES else (joined(last),)


def pieces(name: PersonName) -> tuple[str, ...]:
    """Single words and halves of words that may stand for a full name where nobody else is so called."""
    halves = [half for word in (*name.words, *name.nickname) for half in (word, *word.split("-"))]
    kept = [joined((half,)) for half in halves if len(half) > 1 and half[-1] != "." and half not in PARTICLES]
    initials = "".join(half[0] for word in name.words for half in word.split("-") if half)
    whole = (joined(name.nickname), joined(name.words), initials if len(initials) > 2 else "")
    return tuple(dict.fromkeys(form for form in (*kept, *whole) if form))


def same_person(one: PersonName, other: PersonName, words: Words) -> bool:
    """Whether two full names may be one person's, by their words; the generation must not be another."""
    long, short = (one, other) if len(one.words) >= len(other.words) else (other, one)
    a, b = long.words, short.words
    if one.generation and other.generation and one.generation != other.generation:
        return False
    if joined(a) == joined(b) or len(a) == 2 and a == b[::-1]:
        return True
    if len(a) > len(b) and (a[-len(b) :] == b or a[0] == b[0] and _is_within(b, a)):
        return True
    if long.surname[-1] != short.surname[-1] or a[-1] != b[-1]:
        return False
    called = [w for name in (long, short) for w in (name.words[0], *name.nickname)]
    split = 1 + len(long.nickname)
    if any(same_first(x, y, words) for x in called[:split] for y in called[split:]):
        return _middles_agree(a[1:-1], b[1:-1], words)
    return len(b) == 2 and any(same_first(x, b[0], words) for x in a[1:-1] if "." not in (x[-1], b[0][-1]))


def same_first(one: str, other: str, words: Words) -> bool:
    """Whether two first names, plain, may be the same: equal, an initial of the other, or its short form."""
    if one[-1] == "." or other[-1] == ".":
        return one[0] == other[0]
    if joined((one,)) == joined((other,)):
        return True
    return bool((words.nicknames.get(one, _NONE) | {one}) & (words.nicknames.get(other, _NONE) | {other}))


def _middles_agree(one: tuple[str, ...], other: tuple[str, ...], words: Words) -> bool:
    """Whether middle names do not make two people: "George H.W." is not "George W."."""
    if not one or not other:
        return True
    if len(one) == len(other) and not all(w[-1] == "." for w in (*one, *other)):
        return all(same_first(x, y, words) for x, y in zip(one, other, strict=True))
    a, b = ("".join(w[:-1] if w[-1] == "." else w[0] for w in side) for side in (one, other))
    exact = all(w[-1] == "." for w in (*one, *other))
    return a == b or not exact and (_is_within(tuple(a), tuple(b)) or _is_within(tuple(b), tuple(a)))


def _is_within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether all words of one name stand in another in the same order."""
    rest = iter(long)
    return all(word in rest for word in short)


def _without_aside(spelling: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of a name outside marks and brackets, and those inside, plain."""
    kept: list[str] = []
    aside: list[str] = []
    inside = False
    for word in spelling:
        if word in _ASIDE or word in ("'", "‘", "’"):
            inside = not inside
        else:
            (aside if inside else kept).append(word)
    if not kept or inside:
        return tuple(kept + aside) or spelling, ()
    return tuple(kept), tuple(spell(w) for w in aside if spell(w))


def _generation(word: str) -> str:
    return word.rstrip(".").lower()


def _is_initial(word: str, shouted: bool) -> bool:
    return bool(_INITIALS.fullmatch(word)) and not (shouted and len(word) == 2 and word.isalpha())


def parts(name: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name without "Jr.", with capitals as usual ("TRUMP" is "Trump")."""
    kept = tuple(w for w in name if w not in SUFFIXES) or name
    shouted = len(kept) > 1 and all(w.isupper() for w in kept)
    return tuple(w.capitalize() if w.isupper() and (shouted or len(w) > 3) and "." not in w else w for w in kept)


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


def gender_of(given_name: str, words: Words) -> str:
    """m, f or nothing."""
    sex = words.first_names.get(given_name, "")
    return sex if sex in ("m", "f") else ""
