from pathlib import Path

import pytest

from reader.core.article import ArticleId
from reader.core.query_parser import parse
from reader.index import Index
from tests.index.conftest import Find, document, names


@pytest.fixture(autouse=True)
def _stories(index: Index) -> None:
    index.replace(
        [
            document(
                "sound", "Boats voting for the closed sea. The U.S. agreed, they told us.", "Herring accord",
                quotes=("we wait for", "the fish"), entities=(7, 9), speakers=(7,), about=(9,), has=("quote",),
            ),
            document("storm", "A storm broke O’Brien’s wall at the café.", published="2024-02-27", entities=(8,)),
            document("long", "A long-term plan for herring.", published="2023-10-04", publication="Vasmark Today"),
        ]
    )  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("votes", {"sound"}),
        ("herring", {"sound", "long"}),
        ("herring closed", {"sound"}),
        ("herring -plan", {"sound"}),
        ("storm OR plan", {"storm", "long"}),
        ("(storm OR plan) herring", {"long"}),
        ('"closed sea"', {"sound"}),
        ('"sea closed"', set()),
        ("“closed sea”", {"sound"}),
        ("obrien cafe", {"storm"}),
        ("CAFÉ", {"storm"}),
        ("long-term", {"long"}),
        ('"long term"', {"long"}),
        ("US", {"sound"}),
        ("U.S.", {"sound"}),
        ("the storm", {"storm"}),
        ("the", {"sound", "storm"}),
        ("herr*", {"sound", "long"}),
        ("voti*", {"sound"}),
        ("vote*", {"sound"}),
        ("headline:acc*", {"sound"}),
        ("headline:vot*", set()),
        ("quote:fis*", {"sound"}),
        ("long-te*", {"long"}),
        ("publication:coastline", {"sound", "storm"}),
        ("publication:Vas*", {"long"}),
        ("u.s. -us", set()),
        ('"us"', {"sound"}),
        ('"told us"', {"sound"}),
        ('"told US"', set()),
        ("headline:(herring -accord)", set()),
        ("speaker:(Nobody OR Marenko)", {"sound"}),
        ("NOT herring", {"storm"}),
        ("storm OR NOT has:quote", {"storm", "long"}),
        ("“accord boats”", set()),
        ("headline:herring", {"sound"}),
        ("title:herring", {"sound"}),
        ("body:herring", {"long"}),
        ("quote:wait", {"sound"}),
        ('quote:"for the fish"', set()),
        ("speaker:Marenko", {"sound"}),
        ('person:"Ilse Marenko"', {"sound"}),
        ("person:Marenko", {"sound", "storm"}),
        ("about:Vasmark", {"sound"}),
        ("speaker:Nobody", set()),
        ("has:quote", {"sound"}),
        ("-has:quote", {"storm", "long"}),
        ('publication:"Coastline Press"', {"sound", "storm"}),
        ("byline:weil herring", {"sound", "long"}),
        ("date:2024", {"sound", "storm"}),
        ("date:2024-02", {"storm"}),
        ("date:2023-10-04..2024-02-27", {"storm", "long"}),
        ("date:>2024-02", {"sound"}),
        ("date:..2023", {"long"}),
        ("nothing", set()),
    ],
)
def test_a_query_finds(find: Find, typed: str, found: set[str]) -> None:
    assert set(find(typed)) == found


def test_the_last_word_may_be_unfinished_while_typing(find: Find) -> None:
    assert find("clos", typing=True) == ["sound"]
    assert find("clos") == []


def test_a_word_in_the_headline_counts_for_more(find: Find) -> None:
    assert find("herring")[0] == "sound"


def test_answers_are_sorted_by_day(find: Find) -> None:
    everything = "sea OR storm OR plan"
    assert find(everything, "newest") == ["sound", "storm", "long"]
    assert find(everything, "oldest") == ["long", "storm", "sound"]


def test_answers_of_one_day_are_sorted_by_the_minute(index: Index, find: Find) -> None:
    for id, time in (("noon", "T12:00"), ("dawn", "T05:31"), ("some", ""), ("late", "T23:59")):
        index.replace([document(id, "Crews at the quay.", published=f"2024-05-09{time}")])
    assert find("quay", "newest") == ["late", "noon", "dawn", "some"]
    assert find("quay date:2024-05-09", "oldest") == ["some", "dawn", "noon", "late"]
    assert find("quay date:..2024-05-08 OR quay date:>2024-05-09") == []


def test_pages_and_the_total(index: Index) -> None:
    query = parse("sea OR storm OR plan").query
    assert query is not None
    answer = index.search(query, names, limit=1, offset=1, sort="newest")
    assert (answer.total, [id for id, _ in answer.ids]) == (3, ["storm"])
    assert index.search(query, names, limit=5, offset=9).ids == ()


def test_a_word_with_hyphens_is_found_as_one_word_too(index: Index, find: Find) -> None:
    index.replace([document("one", "He sent an email about Covid19."), document("two", "She sent an e-mail, a mail.")])
    assert set(find("e-mail")) == {"one", "two"}
    assert set(find("covid-19")) == {"one"}
    assert set(find('"e-mail"')) == {"two"}


def test_a_document_with_a_known_id_takes_its_place(index: Index, find: Find) -> None:
    index.replace([document("storm", "Calm water.")])
    assert find("storm") == []
    assert find("calm") == ["storm"]
    assert index.ids() == {"sound", "storm", "long"}


def test_what_is_gone_is_not_found(index: Index, find: Find) -> None:
    index.replace([], [ArticleId("sound")])
    assert find("votes") == []
    assert index.ids() == {"storm", "long"}


def test_the_nearest_word_is_proposed(index: Index) -> None:
    assert index.nearest("hering") == ("herring", 2)
    assert index.nearest("zzzzzzzz") is None
    assert index.nearest("-") is None


def test_an_article_without_a_word_is_kept_and_found_by_nothing(tmp_path: Path) -> None:
    index = Index.create(tmp_path / "index", "library")
    index.replace([document("a", "… — !", "", row=1)])
    assert index.ids() == {"a"}
    index.replace([document("b", "Herring", "", row=2)])
    assert index.ids() == {"a", "b"}
