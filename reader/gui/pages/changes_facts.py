"""What the head of "What changed" says: how much differs, which facts do, and what the two sides are called. Pure."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from reader.core.article import ArticleId
from reader.core.changes import FactChange, WhatChanged
from reader.core.sameness import Relation
from reader.gui.panes.text import capitalized, moment, quotations_counted, telling_words, thousands, translate

if TYPE_CHECKING:
    from reader.services.comparing import Comparable


@dataclass(frozen=True, slots=True)
class Choice:
    """A version or copy that can be compared, as a drop-down offers it."""

    id: ArticleId
    name: str
    """ "Version 1", "Meresund Courier, update"."""
    when: str
    lacking: str
    """ "Not in version 1", in place of what it lacks."""


def choices(found: tuple[Comparable, ...], today: dt.date) -> tuple[Choice, ...]:
    """All that can be compared: versions first, oldest first."""
    numbered = sum(bool(one.version) for one in found) > 1
    made = []
    for one in found:
        version, row = one.version if numbered else 0, one.row
        words = telling_words(version, one.relation)
        name = capitalized(words) if version else ", ".join(part for part in (row.publication, words) if part)
        lacking = translate("pages", "Not in the {0}")
        if version:
            lacking = translate("pages", "Not in {0}")
        elif one.relation is Relation.ELSEWHERE and row.publication:
            lacking, words = translate("pages", "Not in {0}"), row.publication
        made.append(Choice(row.id, name, moment(row.published, today), lacking.format(words)))
    return _told_apart(tuple(made), found)


def _told_apart(made: tuple[Choice, ...], found: tuple[Comparable, ...]) -> tuple[Choice, ...]:
    """Those that would read alike say from which file they came, and their number where that is the same, too."""
    files = {one.row.id: PurePath(one.row.path).name for one in found}
    alike = Counter((one.name, one.when) for one in made)
    same_file = Counter((one.name, one.when, files[one.id]) for one in made)
    told = []
    for number, one in enumerate(made, 1):
        key = one.name, one.when
        if alike[key] > 1:
            by_file = files[one.id] and same_file[(*key, files[one.id])] == 1
            apart = files[one.id] if by_file else translate("pages", "number {0}").format(number)
            one = replace(one, name=", ".join(filter(None, (one.name, apart))))
        told.append(one)
    return tuple(told)


def sentences(changed: WhatChanged, today: dt.date) -> str:
    """ "3 quotations and 3 sentences changed, 11 are the same. The headline is the same." """
    told = [_counts(changed)]
    if not any(one.fact == "headline" for one in changed.facts):
        told.append(translate("pages", "The headline is the same."))
    return " ".join((*told, *(_fact(one, today) for one in changed.facts)))


def why_empty(changed: WhatChanged) -> str:
    """What is said where no word differs; nothing where some do."""
    if changed.quotations or changed.sentences:
        return ""
    same = translate("pages", "The words are the same.")
    if not changed.facts:
        return same
    names = ", ".join(_name(one.fact) for one in changed.facts)
    return f"{same} {translate('pages', 'Changed: {0}.').format(names)}"


def _counts(changed: WhatChanged) -> str:
    parts = []
    if changed.quotations:
        parts.append(quotations_counted(len(changed.quotations)))
    if number := len(changed.sentences):
        words = translate("pages", "1 sentence") if number == 1 else translate("pages", "{0} sentences")
        parts.append(words.format(thousands(number)))
    if not parts:
        return translate("pages", "No sentence changed.")
    what = parts[0] if len(parts) == 1 else translate("pages", "{0} and {1}").format(*parts)
    same = len(changed.same)
    if not same:
        return translate("pages", "{0} changed, none is the same.").format(what)
    words = translate("pages", "{0} changed, 1 is the same.") if same == 1 else translate(
        "pages", "{0} changed, {1} are the same."
    )  # fmt: skip
    return words.format(what, thousands(same))


def _fact(one: FactChange, today: dt.date) -> str:
    older = moment(one.older, today) if one.fact == "date" else one.older
    if not older:
        return translate("pages", "There was no {0}.").format(_name(one.fact))
    if one.fact == "headline":
        return translate("pages", "The headline was “{0}”.").format(older)
    return translate("pages", "The {0} was {1}.").format(_name(one.fact), older)


def _name(fact: str) -> str:
    return {
        "headline": translate("pages", "headline"),
        "date": translate("pages", "date"),
        "byline": translate("pages", "byline"),
        "publication": translate("pages", "publication"),
        "dateline": translate("pages", "dateline"),
    }[fact]
