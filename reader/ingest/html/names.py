"""The people in what a page prints as its authors: labels, roles, houses and addresses are taken away."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reader.ingest.html.name_words import (
    AND,
    ASIAN_ROLES,
    LABELS,
    NOT_A_PERSON,
    NOT_A_PERSON_ASIAN,
    PARTICLES,
    SUFFIXES,
)
from reader.ingest.plain import agencies

_LONGEST = 300  # code points of a byline
_LONGEST_NAME = 60
_LABEL = re.compile(rf"(?:{LABELS})(?:\s?[:：／/|]\s?|\s+(?=\S))", re.IGNORECASE)
_ASIAN_LABEL = re.compile(
    r"(?:作者|撰文|記者|记者|编辑|編輯|責任編輯|责任编辑|责编|本报记者|新华社记者|文)\s?[:：／/|]?\s?(?=[\u4e00-\u9fff])"
)
_UNWANTED = re.compile(r"https?://\S+|www\.\S+|[\w.+-]{1,60}@[\w-]{1,60}\.[\w.]{2,20}|(?<!\w)@\w{2,30}|#\w+")
_BRACKETS = re.compile(r"\([^()]{0,80}\)|（[^（）]{0,80}）|\[[^\[\]]{0,80}\]|【[^【】]{0,80}】")
_WRAPPED = re.compile(r"[(（\[【]\s*([^()（）\[\]【】]{2,200})\s*[)）\]】]")
_PARTS = re.compile(r"\s*[;|•\n\t；｜／]\s*|\s+[/–—·-]\s+|、|，|(?<=[^\W\d_])/(?=[^\W\d_])")
_AND = re.compile(rf"\s*,?\s+(?:{AND})\s+|\s*&\s*", re.IGNORECASE)
_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_ASIAN_NAME = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af々·・ー]{2,12}(?:\s[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{1,6})?"
)
_ASIAN_ROLE = re.compile(rf"\s?(?:{ASIAN_ROLES})$")
_ASIAN_TITLE = re.compile(rf"^(?:{ASIAN_ROLES})[・·\s]\s?")
_NAME_WORD = re.compile(r"(?:[^\W\d_]\.?[-'’ʼ]?){1,30}\.?|[^\W\d_]\.(?:[^\W\d_]\.)*", re.UNICODE)
_NO_CASE = re.compile(r"[\u0590-\u08ff\u0900-\u0fff\u10a0-\u10ff\u1780-\u17ff]")  # Hebrew to Khmer: no capitals
_NO_CASE_WORD = re.compile(r"[^\s,;:|/()\[\]\"«»!?؟،।]{1,30}")
_DATE = re.compile(r"\d")
# "January 17, 2017 at 6:08 PM by Kori": the label stands within the byline.
_WITHIN = re.compile(r"(?:\d.{0,40}\s)(?:by|von|par|por|door|di|автор:?)\s+(?=\S)", re.IGNORECASE)
_BEFORE_TIME = re.compile(
    r"(?:^|[\s,|])(?:on|at|am|um|le|el|il|op|den|dne|w dniu|published|posted|updated|veröffentlicht|publié|publicado"
    r"|mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thu(?:rs)?(?:day)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
    r"|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?$",
    re.IGNORECASE,
)
_PLACE = re.compile(r"(?<=\w)\s[—–]\s[^,—–]{2,60}$")  # of "Ilse Dahl, Coastline TV — Vila Nova"
_FOR = re.compile(r"\s(?:[Ff]or|FOR|für|pour)\s+\S.*$")  # "Ilse Dahl for the Coastline Press"
_SHORTEST_HOUSE = 5


def people(printed: Iterable[str], houses: Iterable[str] = (), *, structured: bool = False) -> tuple[str, ...]:
    """The names of people in bylines, in order and once each.

    ``houses`` are names of the publication. ``structured``: each byline is a field of its own, in which one word may
    be a name ("Colette"), and which needs no capitals.
    """
    known = {_letters(house) for house in houses if house}
    found = (name for byline in printed for name in _names(byline, structured=structured))
    return tuple(dict.fromkeys(name for name in found if not _is_house(_letters(name), known)))


def _is_house(letters: str, known: set[str]) -> bool:
    return letters in known or (len(letters) >= _SHORTEST_HOUSE and any(letters in house for house in known))


def _names(byline: str, *, structured: bool) -> Iterator[str]:
    words = _UNWANTED.sub(" ", byline[:_LONGEST]).strip()
    wrapped = _WRAPPED.fullmatch(words)
    words = wrapped[1] if wrapped is not None else _BRACKETS.sub(" ", words)
    within = _WITHIN.search(words)
    words = words[within.end() :] if within is not None else words
    if "," in words:  # "Ilse Dahl — Tomas Ardell" may be two people
        words = _PLACE.sub("", words)
    for part in _PARTS.split(_without_time(words)):
        yield from _listed(_without_label(part.strip(' ,.:-–—*"“”')), structured=structured)


def _without_time(words: str) -> str:
    """ "Ilse Dahl on March 3, 2026" as "Ilse Dahl"."""
    figure = _DATE.search(words)
    if figure is None:
        return words
    bare = words[: figure.start()].rstrip(" ,.:-–—|")
    while (last := _BEFORE_TIME.search(bare)) is not None:
        bare = bare[: last.start()].rstrip(" ,.:-–—|")
    return bare


def _listed(words: str, *, structured: bool) -> Iterator[str]:
    """The names of "A, B and C, Staff Writers"; or of "Last, First" in a field of its own."""
    pieces = [piece.strip(" ,.") for piece in words.split(",")]
    if structured and len(pieces) == 2 and all(_is_single(piece) for piece in pieces):
        yield f"{pieces[1]} {pieces[0]}"
        return
    for at, piece in enumerate(pieces):
        if at and piece.casefold() in SUFFIXES:
            continue
        for name in _parted(piece):
            bare = _without_role(_FOR.sub("", _without_label(name.strip(" .,*"))))
            if is_person(bare, structured=structured and (at == 0 or " " in bare)):
                yield _in_name_case(bare)


def is_person(words: str, *, structured: bool = False) -> bool:
    """Whether words can be the name of one person, in any script."""
    if not 2 <= len(words) <= _LONGEST_NAME or _DATE.search(words) or agencies.known(words):
        return False
    if _ASIAN.search(words):
        return _ASIAN_NAME.fullmatch(words) is not None and not any(house in words for house in NOT_A_PERSON_ASIAN)
    parts = words.split()
    lowered = [part.casefold().strip(".,'’") for part in parts]
    if any(word in NOT_A_PERSON for word in lowered) or agencies.is_surely_publication(words):
        return False
    if _NO_CASE.search(words):  # their vowel signs are no letters to a pattern
        return len(parts) <= 5 and (structured or len(parts) > 1) and all(map(_NO_CASE_WORD.fullmatch, parts))
    if len(parts) > 6 or not all(_NAME_WORD.fullmatch(part) for part in parts):
        return False
    if structured:
        return len(parts) > 1 or _may_stand_alone(words)
    capital = [part for part in parts if part[0].isupper()]
    return len(capital) > 1 and all(
        part[0].isupper() or low in PARTICLES for part, low in zip(parts, lowered, strict=True)
    )


def _may_stand_alone(word: str) -> bool:
    """Whether one word can be a whole name: "Colette", but not "AFP", "orf.at" or "Online-Redaktion"."""
    is_name = len(word) > 2 and word[0].isupper() and not word.isupper() and "." not in word
    return is_name and not any(part in NOT_A_PERSON for part in word.casefold().split("-"))


def _parted(words: str) -> list[str]:
    """ "A B and C D" in two; "Ortega y Gasset" stays one name."""
    pieces = [piece.strip() for piece in _AND.split(words)]
    whole = all(len(piece.split()) > 1 or _ASIAN.search(piece) or agencies.known(piece) for piece in pieces)
    return pieces if len(pieces) > 1 and whole else [words]


def _without_label(words: str) -> str:
    for _ in range(2):
        found = _LABEL.match(words) or _ASIAN_LABEL.match(words)
        if found is None:
            break
        words = words[found.end() :].strip(" :：")
    return words


def _without_role(words: str) -> str:
    if not _ASIAN.search(words):
        return words
    bare = _ASIAN_TITLE.sub("", words)
    for _ in range(2):
        bare = _ASIAN_ROLE.sub("", bare).strip()
    return bare or words


def _is_single(words: str) -> bool:
    return (
        bool(words)
        and " " not in words
        and words[0].isupper()
        and words.isalpha()
        and is_person(words, structured=True)
    )


def _in_name_case(name: str) -> str:
    """ "HARRIET KONG" as "Harriet Kong"; a name that has small letters stays as it is."""
    if not name.isupper() or " " not in name:
        return name
    return " ".join(word if "." in word else word.title() for word in name.split())


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words)).casefold()
