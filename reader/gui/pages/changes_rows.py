"""The rows of "What changed": headings, what differs, and the way to what is the same. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reader.core.article import Article
from reader.core.changes import Change, Sign, WhatChanged
from reader.gui.pages.changes_words import SideWords, side, sign_words
from reader.gui.panes.text import thousands, translate

SIGNS = {Sign.CHANGED: "≠", Sign.ADDED: "+", Sign.GONE: "−", Sign.SAME: "="}
"""As they are copied; the icons of the page look like them."""


@dataclass(frozen=True, slots=True)
class Heading:
    """Before the quotations, and before the sentences."""

    words: str
    count: int


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A quotation or sentence, side by side."""

    change: Change
    older: SideWords | None
    newer: SideWords | None
    number: int
    """Which change it is, from 1; 0 for what is the same."""
    lacking: tuple[str, str]
    """What is said in place of the older side, and of the newer one, where it lacks the passage."""


@dataclass(frozen=True, slots=True)
class SameRow:
    """ "11 sentences are the same": shows them below it and hides them."""

    count: int
    opened: bool


Row = Heading | ChangeRow | SameRow


def rows(
    texts: tuple[Article, Article], changed: WhatChanged, lacking: tuple[str, str], *, opened: bool
) -> tuple[Row, ...]:
    """All rows of the older and the newer of two articles, those of what is the same where they are ``opened``."""
    older, newer = texts

    def made(changes: Iterable[Change], first: int) -> list[Row]:
        return [
            ChangeRow(
                change, side(older.text, change, change.older), side(newer.text, change, change.newer), number, lacking
            )
            for number, change in enumerate(changes, first)
        ]

    found: list[Row] = []
    quotations, sentences, same = changed.quotations, changed.sentences, changed.same
    if quotations:
        found += [Heading(translate("pages", "Quotations"), len(quotations)), *made(quotations, 1)]
    if sentences:
        heading = Heading(translate("pages", "Sentences"), len(sentences))
        found += [heading, *made(sentences, 1 + len(quotations))]
    if same:
        found.append(SameRow(len(same), opened))
        if opened:
            found += [ChangeRow(row.change, row.older, row.newer, 0, row.lacking)
                      for row in made(same, 1) if isinstance(row, ChangeRow)]  # fmt: skip
    return tuple(found)


def same_words(count: int) -> str:
    """ "11 sentences are the same"."""
    if count == 1:
        return translate("pages", "1 sentence is the same")
    return translate("pages", "{0} sentences are the same").format(thousands(count))


def spoken(row: Row) -> tuple[str, str]:
    """A row as a screen reader says it: what became of it with the newer words, and the older ones."""
    if isinstance(row, Heading):
        return f"{row.words}, {row.count}", ""
    if isinstance(row, SameRow):
        state = translate("pages", "opened") if row.opened else translate("pages", "closed")
        return f"{same_words(row.count)}, {state}", ""
    older, newer = _plain(row)
    return f"{sign_words(row.change.sign)}: {newer}", older


def copied(row: Row) -> str:
    """Both sides of a row, the older one first, each in a line; nothing for a row that has none."""
    if not isinstance(row, ChangeRow):
        return ""
    return "\n".join(dict.fromkeys(one.plain for one in (row.older, row.newer) if one is not None))


def all_copied(heading: str, names: tuple[str, str], found: Iterable[Row]) -> str:
    """All changes as text: sign, older words, and the newer ones below an arrow."""
    lines = [heading, f"{names[0]} → {names[1]}"]
    for row in found:
        if isinstance(row, Heading):
            lines += ["", f"{row.words} {row.count}"]
        elif isinstance(row, ChangeRow) and row.number:
            sign = SIGNS[row.change.sign]
            sides = [one.plain for one in (row.older, row.newer) if one is not None]
            lines += [f"{sign} {sides[0]}", *(f"→ {words}" for words in sides[1:])]
    return "\n".join(lines)


def _plain(row: ChangeRow) -> tuple[str, str]:
    older, newer = (one.plain if one is not None else "" for one in (row.older, row.newer))
    return older or row.lacking[0], newer or row.lacking[1]
