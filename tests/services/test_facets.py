"""What stands beside the hits: counts by speaker, entity, publication, tag, kind and time, and what choosing does."""

import datetime as dt
from pathlib import Path

import pytest

from reader.core.reasons import Trouble
from reader.core.search import Facet, FacetValue
from reader.index import Bounds, Stopped
from reader.services.facets import dated, facets, histogram, ticked, unticked
from reader.services.indexing import index_pending
from reader.services.library import Library
from reader.services.marking import mark
from reader.services.searching import search
from reader.store import queues
from tests import stories
from tests.services.test_searching import finish, take_in

TODAY = dt.date(2024, 3, 14)
BOATS = """Boats of Karelund stay in port

KARELUND, March 9 (CLP) -- The boats of Karelund stayed in port on Saturday, Fisheries Minister Ilse Marenko said.

"We counted nine," said Henrike Solvang.

Marenko went on to Tolvik.
"""


@pytest.fixture
def full(library: Library, tmp_path: Path) -> Library:
    """Three stories of March 2024; Storm bears a tag."""
    texts = {"sound": stories.SOUND, "storm": stories.STORM, "boats": BOATS}
    take_in(library, tmp_path, **texts)
    finish(library)
    mark(library, [search(library, "breakwater").hits[0].id], tag="Harbor Watch")
    return library


def facet(library: Library, typed: str, field: str) -> Facet | None:
    return next((facet for facet in facets(library, typed) if facet.field == field), None)


def counts(library: Library, typed: str, field: str) -> dict[str, int]:
    found = facet(library, typed, field)
    return {value.words: value.count for value in found.values} if found else {}


def test_speakers_are_counted_among_the_hits_alone(full: Library) -> None:
    everywhere, here = counts(full, "", "speaker"), counts(full, "herring", "speaker")
    assert everywhere["Ilse Marenko"] == 2 and everywhere["Henrike Solvang"] == 2
    assert here["Ilse Marenko"] == 1 and "Henrike Solvang" not in here


def test_places_have_a_facet_of_their_own(full: Library) -> None:
    assert "Karelund" in counts(full, "", "place") and "Karelund" not in counts(full, "", "entity")
    assert "Ilse Marenko" in counts(full, "", "entity") and "Ilse Marenko" not in counts(full, "", "place")


def test_tags_languages_and_kinds_are_counted(full: Library) -> None:
    assert counts(full, "", "tag") == {"Harbor Watch": 1}
    assert counts(full, "herring", "tag") == {}
    assert counts(full, "", "lang") == {"English": search(full, "lang:en").total}
    kinds = counts(full, "", "kind")
    assert kinds["person"] == 3 and "date" not in kinds


def test_a_choice_does_not_change_the_counts_of_its_own_facet(full: Library) -> None:
    found = facet(full, 'speaker:"Ilse Marenko"', "speaker")
    assert found and found.values[0] == FacetValue("Ilse Marenko", "Ilse Marenko", 2, chosen=True)
    assert {value.words: value.count for value in found.values}["Henrike Solvang"] == 2
    assert counts(full, 'speaker:"Ilse Marenko"', "tag") == {}


def test_a_choice_typed_otherwise_is_the_same_value_and_can_be_taken_back(full: Library) -> None:
    found = facet(full, "speaker:Marenko harbor", "speaker")
    assert found and found.values[0] == FacetValue("Marenko", "Ilse Marenko", 1, chosen=True)
    assert [value.words for value in found.values].count("Ilse Marenko") == 1
    assert unticked("speaker:Marenko harbor", "speaker", found.values[0].value) == "harbor"


def test_what_is_left_out_still_says_how_much_it_would_be(full: Library) -> None:
    found = facet(full, 'boats -speaker:"Henrike Solvang"', "speaker")
    assert found and found.values[0] == FacetValue("Henrike Solvang", "Henrike Solvang", 2, out=True)


def test_a_choice_that_no_hit_has_stays_to_be_taken_back(full: Library) -> None:
    found = facet(full, "herring tag:nowhere", "tag")
    assert found and found.values == (FacetValue("nowhere", "nowhere", 0, chosen=True),)


@pytest.mark.parametrize("field", ["speaker", "entity", "place", "kind", "lang", "tag"])
def test_choosing_a_value_finds_as_many_as_it_told(full: Library, field: str) -> None:
    found = facet(full, "boats OR storm", field)
    assert found
    for value in found.values:
        assert search(full, ticked("boats OR storm", field, value.value)).total == value.count
        left = search(full, "boats OR storm").total - value.count
        assert search(full, ticked("boats OR storm", field, value.value, out=True)).total == left


def test_a_publication_whose_name_is_part_of_another_is_counted_as_a_query_finds_it(full: Library) -> None:
    with full.store.writing() as db:
        db.execute("UPDATE article SET publication = CASE row WHEN 1 THEN 'Tolvik Ledger' ELSE 'The Tolvik Ledger' END")
        queues.all_to_index(db)
    list(index_pending(full))
    assert counts(full, "", "publication") == {"The Tolvik Ledger": 2, "Tolvik Ledger": 3}
    assert search(full, ticked("", "publication", "Tolvik Ledger")).total == 3


def test_the_histogram_keeps_the_days_that_are_not_asked_for(full: Library) -> None:
    whole = histogram(full, "")
    assert (whole[0].start, whole[-1].end) == ("2024-03-02", "2024-03-13")
    assert histogram(full, "date:2024-03-09") == whole
    assert sum(bar.count for bar in histogram(full, "herring")) == 1


def test_choosing_days_replaces_the_days_before() -> None:
    assert dated("herring", "2024-03-01", "2024-04-01") == "herring date:2024-03"
    assert dated("herring date:2023 last:7d", "2024-03-01", "2024-03-03") == "herring date:2024-03-01..2024-03-02"
    assert dated("herring date:2023", "", "") == "herring"


def test_a_query_with_an_error_has_no_facets_and_is_left_as_it_is(full: Library) -> None:
    with pytest.raises(Trouble):
        facets(full, "date:yesterday")
    assert ticked("date:yesterday", "tag", "todo") == "date:yesterday"


def test_two_choices_are_a_list_and_the_last_one_leaves_nothing() -> None:
    both = ticked(ticked("", "tag", "todo"), "tag", "Harbor Watch")
    assert both == 'tag:todo,"Harbor Watch"' or both == '(tag:todo OR tag:"Harbor Watch")' or "Harbor Watch" in both
    assert unticked(unticked(both, "tag", "todo"), "tag", "Harbor Watch") == ""


def test_a_name_of_two_words_stays_one_where_the_library_knows_it() -> None:
    known = lambda _, name: name == "Ilse Marenko"  # noqa: E731
    assert ticked("speaker:Ilse Marenko", "tag", "todo", is_name=known) == 'speaker:"Ilse Marenko" tag:todo'


def test_what_no_query_can_hold_leaves_it_as_it_is() -> None:
    assert ticked("speaker:person:Lee", "speaker", "Ilse Marenko") == "speaker:person:Lee"


def test_counting_ends_when_nobody_waits(full: Library) -> None:
    with pytest.raises(Stopped):
        facets(full, "herring", bounds=Bounds(is_stopped=lambda: True))


def test_a_library_without_an_index_has_no_facets(library: Library) -> None:
    assert facets(library, "herring") == () and histogram(library, "herring") == ()
