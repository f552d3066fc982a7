"""Pairs quotation marks: which words of a text stand inside double quotation marks."""

from __future__ import annotations

from dataclasses import dataclass

from reader.language.tokens import Tokens

MARKS = frozenset('"“”„«»‟＂')
_LEADS = frozenset("([{—–-/‘'“„«")
_PARTNER = {"„": '“”"', "«": "»", "»": "«", "“": '”"', "”": '”"', '"': '"”“', "‟": '”"', "＂": "＂"}


@dataclass(frozen=True, slots=True)
class Passage:
    """Words inside double marks. ``first`` is the token of the opening mark, ``last`` the one after the closing mark.

    A passage that is never closed ends with its paragraph; ``reopens`` says that it goes on with one left open by the
    paragraph before, as newspapers write a quotation of several paragraphs.
    """

    first: int
    last: int
    closed: bool
    reopens: bool = False

    def inner(self) -> tuple[int, int]:
        """The tokens between the marks."""
        return self.first + 1, self.last - 1 if self.closed else self.last


def find_passages(tokens: Tokens) -> tuple[Passage, ...]:
    """Every passage in order of the text. They do not overlap: one inside another belongs to the outer."""
    found: list[Passage] = []
    for start, end in tokens.paragraphs:
        earlier = found[-1] if found and found[-1].last == start and not found[-1].closed else None
        found += _in_paragraph(tokens, start, end, earlier is not None)
    return tuple(found)


def _in_paragraph(tokens: Tokens, start: int, end: int, left_open: bool) -> list[Passage]:
    found: list[Passage] = []
    opened, depth = -1, 0
    for i in range(start, end):
        mark = tokens.words[i]
        if mark not in MARKS:
            continue
        if opened < 0:
            if _opens(tokens, i):
                opened, depth = i, 0
        elif mark in _PARTNER[tokens.words[opened]] and not _opens_inside(tokens, i):
            if depth:
                depth -= 1
                continue
            found.append(Passage(opened, i + 1, True, left_open and opened == start))
            opened = -1
        elif mark in "“„«" and tokens.words[opened] != '"':
            depth += _closed_later(tokens, i, opened, end)
    if opened >= 0:
        found.append(Passage(opened, end, False, left_open and opened == start))
    return found


def _spaced(tokens: Tokens, i: int) -> tuple[str, str]:
    """The characters before and after a mark; a space at the ends of the text."""
    text, start, end = tokens.text, tokens.starts[i], tokens.ends[i]
    return text[start - 1 : start] or " ", text[end : end + 1] or " "


def _opens(tokens: Tokens, i: int) -> bool:
    """Whether a mark opens a passage where none is open. A mark behind a figure is an inch."""
    before, after = _spaced(tokens, i)
    if tokens.words[i] in "“„«‟":
        return True
    if tokens.words[i] in "»”":
        return before.isspace() and not after.isspace()
    return not before.isdigit() and (before.isspace() or before in _LEADS or after.isalnum())


def _opens_inside(tokens: Tokens, i: int) -> bool:
    """Whether a mark inside an open passage can only open another one."""
    before, after = _spaced(tokens, i)
    return not after.isspace() and (before.isspace() or before in "([—–") and (after.isalnum() or after in "'‘")


def _closed_later(tokens: Tokens, i: int, opened: int, end: int) -> bool:
    """Whether a second opening mark is a nested one: two closing marks follow soon."""
    closing = 0
    for j in range(i + 1, min(end, i + 80)):
        if tokens.words[j] in "”»":
            closing += 1
        elif tokens.words[j] in "“„«":
            closing -= 1
        if closing == 2:
            return True
    return False
