"""Tests of the page: marks."""

from __future__ import annotations

from dataclasses import replace

from reader.core.annotations import Role
from reader.core.kinds import Kind
from reader.gui.page.marks import FAMILIES, marks_of, role_in
from tests.gui.page.story import reading, spot

ALL = frozenset(FAMILIES)
FAMILY = {
    **{kind: kind.value for kind in Kind},
    Kind.FACILITY: "place",
    Kind.PRODUCT: "work",
    Kind.EVENT: "work",
    Kind.DATE: "quantity",
    Kind.MONEY: "quantity",
}


def test_inner_name_is_taken_before_the_outer_one() -> None:
    given = reading("The [organization|Port of [place|Meresund]] closed.")
    marks = marks_of(given, FAMILY.__getitem__)
    inner = marks.at(spot(given, "Meresund").start, ALL)
    outer = marks.at(spot(given, "Port").start, ALL)
    assert inner is not None and inner.family == "place"
    assert outer is not None and outer.family == "organization"


def test_outer_name_is_taken_where_the_inner_family_is_off() -> None:
    given = reading("The [organization|Port of [place|Meresund]] closed.")
    found = marks_of(given, FAMILY.__getitem__).at(spot(given, "Meresund").start, ALL - {"place"})
    assert found is not None and found.family == "organization"


def test_dates_and_amounts_cannot_be_chosen() -> None:
    given = reading("It ends [date|Friday].")
    assert marks_of(given, FAMILY.__getitem__).at(spot(given, "Friday").start, ALL) is None


def test_pronouns_carry_no_line_at_rest() -> None:
    given = reading("[person|Ilse Marenko] said [person~=Ilse Marenko|she] would go.")
    assert [mark.name for mark in marks_of(given, FAMILY.__getitem__).all] == [True, False]


def test_keyboard_walks_through_names_only() -> None:
    given = reading("[person|Ilse Marenko] said [person~=Ilse Marenko|she] left [place|Tolvik] on [date|Friday].")
    names = marks_of(given, FAMILY.__getitem__).names(ALL)
    assert [mark.span.of(given.article.text) for mark in names] == ["Ilse Marenko", "Tolvik"]


def test_counts_are_of_things_and_for_dates_of_mentions() -> None:
    given = reading(
        "[person|Ilse Marenko] and [person=Ilse Marenko|Marenko], [place|Tolvik], [date|Friday] and [date|Friday]."
    )
    counts = marks_of(given, FAMILY.__getitem__).counts()
    assert counts == {"person": 1, "organization": 0, "place": 1, "group": 0, "work": 0, "quantity": 2}


def test_pending_article_has_no_marks() -> None:
    assert marks_of(reading("[person|Ilse Marenko] left.", pending=True), FAMILY.__getitem__).all == ()


def test_role_of_the_article_comes_before_that_of_the_library() -> None:
    given = reading("Harbor master [person|Ilse Marenko] left.")
    entity = given.entities[0][1]
    assert role_in(given, entity) == "role of Ilse Marenko"
    assert given.annotations is not None
    roles = (Role(spot(given, "Harbor master"), given.entities[0][0]),)
    assert role_in(replace(given, annotations=replace(given.annotations, roles=roles)), entity) == "Harbor master"
