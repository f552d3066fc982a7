import datetime as dt
from dataclasses import replace

import pytest

from reader.core.article import Article, Published
from reader.core.sameness import Relation, is_later, may_be_same, relation
from reader.core.tellings import headline_words, keys, sought, telling
from tests.retold import ELSE, FURNITURE, HEADLINE, STORY, told


def between(newer: Article, older: Article) -> Relation | None:
    """What one article is to another; whether they tell one story does not depend on the order."""
    one, other = telling(newer), telling(older)
    assert (relation(one, other) is None) == (relation(other, one) is None)
    return relation(one, other)


def shortened(count: int) -> tuple[str, ...]:
    return STORY[:count]


def test_the_same_words_are_a_copy() -> None:
    assert between(told(path="/b.txt"), told()) is Relation.COPY


def test_a_copy_may_lack_what_its_reader_did_not_find() -> None:
    assert between(told(*shortened(6), publication="", agency="", place="", day=""), told()) is Relation.COPY


def test_an_excerpt_under_the_same_headline_is_a_copy() -> None:
    assert between(told(*shortened(2)), told()) is Relation.COPY


@pytest.mark.parametrize("cut", [7, 4, 3])
def test_another_paper_prints_the_wire_story_and_cuts_it(cut: int) -> None:
    printed = told(*shortened(cut), headline="Boats pass the wall again", publication="Meresund Courier", agency="CLP")
    assert between(printed, told()) is Relation.ELSEWHERE


@pytest.mark.parametrize(
    "name",
    [
        "CP",
        "CP News",
        "The Coastline Press",
        "Coastline Press Online",
        "Coastline Press (CP)",
        "www.coastline-press.com",
    ],
)
def test_a_name_and_its_short_form_are_one_publication(name: str) -> None:
    assert between(told(publication=name), told(publication="Coastline Press")) is Relation.COPY


def test_a_story_that_went_on_is_an_update() -> None:
    lede = STORY[0].replace("on Tuesday", "on Tuesday, and crews brought home sixty tons by nightfall")
    later = told(
        lede, *STORY[1:3], ELSE[1], STORY[3].replace("Eleven", "Fourteen"), *STORY[5:],
        headline="Tolvik boats bring home 60 tons as breakwater reopens", time="21:12",
    )  # fmt: skip
    assert between(later, told()) is Relation.UPDATE


def test_a_marked_update_is_one_though_it_was_rewritten() -> None:
    later = told(
        "Herring boats passed the breakwater of Tolvik again on Tuesday and came home full, the harbor board said.",
        STORY[2], ELSE[1], ELSE[2], ELSE[4],
        headline="UPDATE 2-Tolvik reopens breakwater, boats come home full", flags=("update",),
    )  # fmt: skip
    assert between(later, told()) is Relation.UPDATE


def test_a_correction_is_told_by_its_notice() -> None:
    notice = "Correction: An earlier version of this story gave the wrong width of the gap."
    later = told(notice, STORY[0].replace("forty", "fourteen"), *STORY[1:], flags=("correction",), day="2024-03-13")
    assert between(later, told()) is Relation.CORRECTION
    assert between(later, told(*later.text.split("\n\n")[1:], flags=("correction",))) is Relation.COPY


def test_furniture_in_common_makes_no_story_in_common() -> None:
    assert between(told(*ELSE, *FURNITURE, headline="Market to close"), told(*STORY, *FURNITURE)) is None


def test_background_in_common_makes_no_story_in_common() -> None:
    other = told(*ELSE, *STORY[4:], headline="Meresund sells its fish market to the museum")
    assert between(other, told()) is None


def test_a_story_within_a_digest_of_others_is_not_the_digest() -> None:
    others = tuple(f"{paragraph} So it was told in port {n}." for n in range(4) for paragraph in ELSE)
    digest = told(*others[:8], *STORY[:4], *others[8:], headline="The week in the harbors", agency="", place="")
    assert between(digest, told(*STORY[:4])) is None


def test_two_agencies_tell_one_event_in_their_own_words() -> None:
    other = told(
        "Fishing boats left Tolvik for the first time since the storm, and crews cheered at the end of the pier.",
        "The board had kept them in for ten days because of a gap in the northern arm of its wall, it said.",
        headline="Tolvik boats leave as breakwater reopens", agency="VNA",
    )  # fmt: skip
    assert between(other, told()) is None


def test_the_same_form_on_another_day_is_another_story() -> None:
    def catch(day: str, boats: str, tons: str) -> Article:
        return told(
            f"{boats} boats landed {tons} tons of herring in Tolvik, the cooperative said in its table for the day.",
            "The table lists what each boat has landed, and is printed on the door of the auction hall every evening.",
            "Whoever finds a mistake may write to the clerk, who answers within a week, the cooperative said.",
            headline="Herring landings in Tolvik", day=day,
        )  # fmt: skip

    assert between(catch("2024-03-20", "Nine", "31"), catch("2024-03-12", "Eleven", "60")) is None


def test_the_same_words_are_a_copy_whatever_day_they_bear() -> None:
    assert between(told(day="2024-06-01"), told()) is not None


def test_a_correction_may_come_after_a_week() -> None:
    fixed = told(STORY[0].replace("forty", "fourteen"), *STORY[1:5], ELSE[0], ELSE[1], day="2024-03-19")
    assert between(fixed, told()) is None
    marked = told(*(p for p in fixed.text.split("\n\n")[1:]), day="2024-03-19", flags=("correction",))
    assert between(marked, told()) is Relation.CORRECTION


@pytest.mark.parametrize(("day", "same"), [("2024-03-12", True), ("2024-03-13", False), ("", False)])
def test_a_headline_alone_makes_a_story_on_its_own_day(day: str, same: bool) -> None:
    other = told(*ELSE, day=day, agency="", place="")
    assert bool(between(other, told(agency="", place=""))) is same


def test_the_same_headline_of_another_publication_proves_nothing() -> None:
    assert between(told(*ELSE, publication="Meresund Courier", agency="", place=""), told(agency="", place="")) is None


def test_short_texts_are_the_same_only_word_for_word() -> None:
    assert between(told("No boat left.", headline=""), told("No boat left.", headline="")) is Relation.COPY
    assert between(told("No boat left today, they said.", headline=""), told("No boat left.", headline="")) is None


def test_articles_without_any_words_are_not_the_same() -> None:
    assert between(told("…", headline="", day=""), told("!", headline="", day="")) is None


def test_the_marks_of_agencies_are_no_words_of_a_headline() -> None:
    for mark in ("UPDATE 2-", "CORRECTED-UPDATE 1-", "REFILE-", "1st Ld-Writethru: ", "WRAPUP 3-", "Correction: "):
        assert headline_words(mark + HEADLINE) == headline_words(HEADLINE), mark
    assert headline_words("Update on Tolvik")[0] == "update"


def test_which_of_two_came_later_is_told_by_time_then_by_marks() -> None:
    def later(one: Article, other: Article) -> bool | None:
        return is_later(telling(one), telling(other))

    assert later(told(day="2024-03-13"), told()) is True
    assert later(told(time="09:00"), told(time="21:00")) is False
    assert later(told(time="09:00"), told()) is None
    zoned = replace(told(), published=Published(dt.date(2024, 3, 12), dt.time(9), 120))
    assert later(zoned, told(time="08:00")) is None
    assert later(zoned, replace(told(), published=Published(dt.date(2024, 3, 12), dt.time(8), 0))) is False
    assert later(told(headline="UPDATE 2-Boats"), told(headline="UPDATE 1-Boats")) is True
    assert later(told(), told(flags=("correction",))) is False


def test_a_wire_story_is_sought_on_the_days_around_it() -> None:
    first, next = told(*ELSE, headline="One"), told(headline="Another", day="2024-03-13")
    assert not set(keys(telling(first))) & set(keys(telling(next)))
    assert set(sought(telling(next))) & set(keys(telling(first)))
    assert not set(sought(telling(told(headline="Another", day="2024-03-18")))) & set(keys(telling(first)))


def test_what_shares_neither_words_nor_headline_is_not_worth_reading() -> None:
    mine = telling(told())
    assert may_be_same(mine, telling(told(*ELSE)).sketch, "Market to close") == 0
    assert may_be_same(mine, telling(told(*ELSE)).sketch, HEADLINE) > 0
    assert may_be_same(mine, telling(told(*shortened(3))).sketch, "") > 0.9
