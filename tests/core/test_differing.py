import pytest

from reader.core.differing import Words, marks, pairs, words_in
from reader.core.spans import Span


def words(text: str) -> Words:
    return words_in(text, (Span(0, len(text)),))


def marked(older: str, newer: str) -> tuple[list[str], list[str]]:
    """The marked words of both texts."""
    mine, theirs = marks(words(older), words(newer))
    return [span.of(older) for span in mine], [span.of(newer) for span in theirs]


def together(older: list[str], newer: list[str]) -> list[tuple[int, int]]:
    return list(pairs([words(text).keys for text in older], [words(text).keys for text in newer]))


def test_words_that_differ_are_marked_in_one_range() -> None:
    older = "Crews may land up to 12,000 tons of herring by the end of July."
    newer = "Crews may land up to 11,400 tons of herring by the end of June, 18% less than before."
    assert marked(older, newer) == (["12,000", "July"], ["11,400", "June, 18% less than before"])


def test_offsets_count_code_points_of_the_whole_text() -> None:
    text = "🐟 Two boats left.\nTwo ships left."
    older, newer = words_in(text, (Span(2, 17),)), words_in(text, (Span(18, 33),))
    assert [[span.of(text) for span in side] for side in marks(older, newer)] == [["boats"], ["ships"]]


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("“We wait,” he said.", '"We wait", he said'),
        ("Marenko’s boat", "Marenko's boat"),
        ("The crews - all of them - left.", "The crews — all of them — left"),
        ("Boats left.", "boats left."),
    ],
)
def test_marks_around_words_and_the_first_capital_do_not_count(older: str, newer: str) -> None:
    assert words(older).keys == words(newer).keys
    assert marked(older, newer) == ([], [])


@pytest.mark.parametrize(("older", "newer"), [("$5", "£5"), ("5%", "5"), ("-3", "3"), ("the us", "the US")])
def test_signs_and_capitals_count(older: str, newer: str) -> None:
    assert words(older).keys != words(newer).keys


def test_scripts_without_spaces_are_marked_by_characters() -> None:
    assert marked("渔船停在港口", "渔船留在港口") == (["停"], ["留"])


def test_words_on_one_side_only_leave_the_other_unmarked() -> None:
    assert marked("Boats left.", "Boats left at dawn.") == ([], ["at dawn"])
    assert marked("", "Boats left.") == ([], ["Boats left"])


def test_a_text_without_end_is_marked_from_the_first_to_the_last_difference() -> None:
    middle = [f"word{n}" for n in range(900)]
    older = " ".join(["Here", *middle, "end"])
    newer = " ".join(["Here", *reversed(middle), "end"])
    (mine,), (theirs,) = marked(older, newer)
    assert (mine, theirs) == (" ".join(middle), " ".join(reversed(middle)))


def test_equal_sentences_belong_together_wherever_they_stand() -> None:
    assert together(["Boats left.", "It rained."], ["It rained.", "Nobody spoke.", "Boats left."]) == [(1, 0), (0, 2)]


def test_each_of_many_equal_sentences_has_one_partner() -> None:
    assert together(["It rained.", "It rained."], ["It rained.", "It rained.", "It rained."]) == [(0, 0), (1, 1)]


def test_the_sentence_with_most_in_common_is_taken() -> None:
    older = ["The council of Tolvik closed the harbor on Monday after the storm."]
    newer = [
        "The harbor of Tolvik was full on Monday.",
        "The council of Tolvik closed the harbor on Tuesday after the storm, it said.",
    ]
    assert together(older, newer) == [(0, 1)]


def test_a_short_sentence_that_went_into_a_long_one_belongs_to_it() -> None:
    newer = (
        "Two trawlers sank at their moorings, and the owner of one, who had no insurance, asked the province for help."
    )
    assert together(["Two trawlers sank at night."], [newer]) == [(0, 0)]


def test_small_words_bring_nothing_together() -> None:
    assert together(["It was for them to say what it is."], ["They have to do what was said of it."]) == []
    assert together(["No injuries were reported."], ["One fisherman was treated for a broken wrist."]) == []


def test_among_sentences_of_one_form_those_at_like_places_belong_together() -> None:
    older = [f"Pier {n} was closed by the harbor board." for n in range(3)]
    newer = [f"Pier {n} was closed by the harbor board." for n in (7, 8, 9)]
    assert together(older, newer) == [(0, 0), (1, 1), (2, 2)]
