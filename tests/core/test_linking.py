import pytest

from reader.core.annotations import Annotations, Chain, Mention
from reader.core.article import ArticleId
from reader.core.kinds import Form, Kind
from reader.core.linking import better_name, components, full_of, key_of, namings, quieter
from tests.builders import span

ONE, OTHER = ArticleId("1" * 16), ArticleId("2" * 16)
KNOWN = {(True, "us"): "united states", (True, "calif"): "california", (False, "gop"): "republican party"}


def key(name: str, kind: Kind = Kind.PERSON, article: ArticleId = ONE) -> str:
    return key_of(Chain(1, name, kind), article, KNOWN)


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Ilse Marenko", "ILSE MARENKO", Kind.PERSON),
        ("Lee Jong Sup", "Lee Jong-sup", Kind.PERSON),
        ("Yıldız Erdağ", "Yildiz Erdag", Kind.PERSON),
        ("Aldo Reim, Jr.", "Aldo Reim Jr", Kind.PERSON),
        ("J. K. Solvang", "J.K. Solvang", Kind.PERSON),
        ("Mr. Aldo Reim", "Aldo Reim", Kind.PERSON),
        ("Tolvik", "TOLVIK", Kind.PLACE),
        ("U.S.", "United States", Kind.PLACE),
        ("Calif.", "California", Kind.PLACE),
        ("GOP", "Republican Party", Kind.ORGANIZATION),
        ("Tolvik Mills Corp.", "Tolvik Mills Corporation", Kind.ORGANIZATION),
        ("Tolvik Mills Inc.", "Tolvik Mills", Kind.ORGANIZATION),
        ("Reim & Co.", "Reim", Kind.ORGANIZATION),
        ("Tolvik Bread and Butter", "Tolvik Bread & Butter", Kind.ORGANIZATION),
        ("Vasmarkers", "Vasmarker", Kind.GROUP),
    ],
)
def test_these_are_one_in_all_articles(one: str, other: str, kind: Kind) -> None:
    assert key(one, kind) == key(other, kind, OTHER)


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Ilse Marenko", "Viktor Marenko", Kind.PERSON),
        ("Aldo Reim Sr.", "Aldo Reim Jr.", Kind.PERSON),
        ("Aldo Reim Jr.", "Aldo Reim", Kind.PERSON),
        ("Aldo F. Reim", "Aldo Q. Reim", Kind.PERSON),
        ("Tolvik", "Tolvik Bank", Kind.ORGANIZATION),
        ("Tolvik Mills Corp.", "Tolvik", Kind.ORGANIZATION),
    ],
)
def test_these_are_two(one: str, other: str, kind: Kind) -> None:
    assert key(one, kind) != key(other, kind)


@pytest.mark.parametrize(
    "name",
    ["Marenko", "Ocasio-Marenko", "al-Marenko", "van der Mark", "De Mark", "Mr. Marenko", "I. Marenko", "Reim Jr."],
)
def test_a_surname_alone_stays_with_its_article(name: str) -> None:
    assert key(name) == key(name)
    assert key(name) != key(name, article=OTHER)


def test_kinds_are_kept_apart() -> None:
    assert len({key("Tolvik", kind) for kind in Kind}) == len(Kind)


def shorts(text: str, *names: str, chains: tuple[int, ...] = (), kind: Kind = Kind.ORGANIZATION) -> tuple[str, ...]:
    """What the first chain's article says to be short for it, when these names are found in a text."""
    chains = chains or (0,) * len(names)
    mentions = [Mention(span(text, name), kind, Form.NAME, (c,)) for name, c in zip(names, chains, strict=True)]
    found = Annotations("", "", tuple(mentions), (Chain(0, names[0], kind), Chain(1, names[-1], kind)))
    return namings(found, text, ONE, KNOWN)[0].shorts


@pytest.mark.parametrize("text", ["The Grey Sound Council (GSC) met.", "The Grey Sound Council ( GSC ) met."])
def test_an_acronym_in_brackets_is_short_for_the_name(text: str) -> None:
    assert shorts(text, "Grey Sound Council", "GSC") == ("organization|gsc",)


def test_an_acronym_that_is_explained_in_brackets_is_short_for_the_name() -> None:
    text = "GSC (Grey Sound Council) met."
    mentions = (
        Mention(span(text, "GSC"), Kind.ORGANIZATION, Form.NAME, (0,)),
        Mention(span(text, "Grey Sound Council"), Kind.ORGANIZATION, Form.NAME, (0,)),
    )
    found = Annotations("", "", mentions, (Chain(0, "Grey Sound Council", Kind.ORGANIZATION),))
    assert namings(found, text, ONE, KNOWN)[0].shorts == ("organization|gsc",)


@pytest.mark.parametrize(
    ("text", "names", "chains"),
    [
        ("The Grey Sound Council met. The GSC agreed.", ("Grey Sound Council", "GSC"), (0, 0)),
        ("The Grey Sound Council (GSC) met.", ("Grey Sound Council", "GSC"), (0, 1)),
        ("The Grey Sound Council (GSC member Tolvik) met.", ("Grey Sound Council", "GSC"), (0, 0)),
        ("The Grey Sound Council (Sound) met.", ("Grey Sound Council", "Sound"), (0, 0)),
    ],
)
def test_without_brackets_around_an_acronym_of_the_chain_nothing_is_short(
    text: str, names: tuple[str, ...], chains: tuple[int, ...]
) -> None:
    # "Sound)" stands a second time in the last text; the first is inside the name.
    if names[-1] == "Sound":
        text = text.replace("Grey Sound", "Grey Sea")
        names = ("Grey Sea Council", "Sound")
    assert shorts(text, *names, chains=chains) == ()


@pytest.mark.parametrize(
    "name", ["Aldo F. Reim", "Aldo F.Q. Reim", "Aldo F. Q. Reim", "ALDO F REIM", "Aldo “Big” Reim"]
)
def test_a_name_without_initials_or_nickname_is_short_for_the_name_with_them(name: str) -> None:
    assert shorts(f"{name} came.", name, kind=Kind.PERSON) == ("person|aldo reim",)


@pytest.mark.parametrize("name", ["Aldo Reim", "Aldo Viktor Reim", "Malcolm X", "F. Reim", "Aldo F."])
def test_no_other_part_of_a_name_is_left_out(name: str) -> None:
    assert shorts(f"{name} came.", name, kind=Kind.PERSON) == ()


def test_a_short_name_means_nobody_once_articles_contradict_each_other() -> None:
    assert full_of(["a b council"]) == "a b council"
    assert full_of(["a b council", "a b club"]) is None
    assert full_of([]) is None


def test_keys_stay_together_by_what_is_short_for_what() -> None:
    full = {"abc": "a b council", "a b": "a b council", "a b council": None, "x": "y", "z": None}
    assert set(components(full.keys(), full)) == {
        frozenset(("abc", "a b", "a b council")),
        frozenset("x"),
        frozenset("z"),
    }


def test_the_name_to_show() -> None:
    assert quieter("LEE JONG SUP", "Lee Jong-sup") == "Lee Jong-sup"
    assert quieter("Lee Jong-sup", "LEE JONG SUP") == "Lee Jong-sup"
    assert quieter("GSC", "Gsc") == "GSC"
    assert quieter("Celal Erdag", "Celal Erdağ") == quieter("Celal Erdağ", "Celal Erdag") == "Celal Erdağ"
    assert quieter("Tolvik Mills", "Tolvik Mills Corp.") == "Tolvik Mills"
    assert better_name(Kind.PERSON, "Aldo F. Reim", "Aldo Reim") == "Aldo Reim"
    assert better_name(Kind.ORGANIZATION, "GSC", "Grey Sound Council") == "Grey Sound Council"
