"""Cuts paragraphs into sentences. What stands inside quotation marks is never cut for the attribution's sake."""

from __future__ import annotations

from dataclasses import dataclass

from reader.language.marks import MARKS, Passage
from reader.language.tokens import Tokens
from reader.language.words import Words

_STOPS = frozenset(".!?…") | {"...", ".."}
_FAR, _DATELINE = 20, 18
_DASHES = frozenset(("--", "—", "–", "-"))
_CLOSERS = MARKS | frozenset(")]'’")
_NEVER_LAST = frozenset(
    "mr. mrs. ms. dr. sen. sens. rep. reps. gov. govs. gen. lt. col. sgt. capt. cmdr. adm. maj. pfc. cpl. brig."
    " prof. rev. pres. supt. det. insp. hon. pvt. atty. sec. st. ste. mt. ft. no. vs."
    " jan. feb. mar. apr. aug. sep. sept. oct. nov. dec.".split()
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """The tokens from ``first`` up to ``last`` (not included), and the paragraph's number."""

    first: int
    last: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Sentences:
    """``whole`` keeps passages in marks in one piece; ``begins`` says of each token whether a sentence begins there."""

    whole: tuple[Sentence, ...]
    begins: bytearray


def find_sentences(tokens: Tokens, passages: tuple[Passage, ...], words: Words) -> Sentences:
    """The sentences of every paragraph."""
    begins = bytearray(len(tokens))
    closes = {p.last - 1: p for p in passages if p.closed}
    inside = bytearray(len(tokens))
    for p in passages:
        inside[p.first + 1 : p.last] = b"\1" * (p.last - p.first - 1)
    whole: list[Sentence] = []
    for number, (start, end) in enumerate(tokens.paragraphs):
        begin = dateline_end(tokens, start, end)
        if begin > start:
            whole.append(Sentence(start, begin, number))
            _mark_begin(tokens, begins, begin, end)
        for i in _ends(tokens, start, end, words):
            _mark_begin(tokens, begins, i, end)
            if i < end and not inside[i] and not (i - 1 in closes and _goes_on(tokens, i, end, words)):
                whole.append(Sentence(begin, i, number))
                begin = i
        _mark_begin(tokens, begins, start, end)
        whole.append(Sentence(begin, end, number))
    for p in passages:
        _mark_begin(tokens, begins, p.first, p.last)
    return Sentences(tuple(whole), begins)


def dateline_end(tokens: Tokens, start: int, end: int) -> int:
    """The token after the dash of a dateline ("VASMARK, Jan. 31 (CP) --"), or ``start`` where a line has none."""
    if not (tokens.words[start].isupper() and len(tokens.words[start]) > 2):
        return start
    for i in range(start + 1, min(end - 1, start + _DATELINE)):
        word = tokens.words[i]
        if word in _DASHES and not tokens.touching(i):
            return i + 1
        if word[0].islower() or word in MARKS or word in ".:;?!":
            break
    return start


def _mark_begin(tokens: Tokens, begins: bytearray, i: int, end: int) -> None:
    for k in range(i, min(end, i + _FAR)):
        if tokens.words[k][0].isalnum():
            begins[k] = 1
            return


def _ends(tokens: Tokens, start: int, end: int, words: Words) -> list[int]:
    """The tokens before which a new sentence begins."""
    found: list[int] = []
    i = start
    while i < end:
        word = tokens.words[i]
        i += 1
        if word not in _STOPS and not (word[-1] == "." and len(word) > 1):
            continue
        j = i
        while j < end and (tokens.words[j] in _STOPS or tokens.words[j] in _CLOSERS and tokens.touching(j)):
            j += 1
        if j < end and _starts(tokens, word, j, words):
            found.append(j)
        i = j
    return found


def _starts(tokens: Tokens, stop: str, j: int, words: Words) -> bool:
    following = tokens.words[j]
    if tokens.touching(j) and following not in MARKS:
        return False
    while following in MARKS and j + 1 < len(tokens):
        j += 1
        following = tokens.words[j]
    if following[0].islower() or following in (",", ";", "-", "--", "—", "–"):
        return False
    if stop in _STOPS:
        return True
    low = stop.lower()
    if low in _NEVER_LAST or len(stop) == 2:
        return False
    return words.lexicon.get(tokens.lowers[j], "n")[0] not in "nvj" or tokens.lowers[j] in (
        "the",
        "it",
        "but",
        "he",
        "she",
        "in",
    )


def _goes_on(tokens: Tokens, i: int, end: int, words: Words) -> bool:
    """Whether the sentence goes on after a closing mark: ``"Why?" Ann Lee asked.`` or ``"Yes." said Ann.``"""
    if i < 2 or tokens.words[i - 2] not in "!?,…":
        return words.cues.get(tokens.lowers[i]) in ("say", "tell")
    for j in range(i, min(end, i + 7)):
        if words.cues.get(tokens.lowers[j]) in ("say", "tell", "weak"):
            return True
        if not tokens.words[j][0].isalnum():
            return False
    return False
