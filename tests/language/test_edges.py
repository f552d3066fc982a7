"""Where roles and nominals begin and end."""

from __future__ import annotations

import pytest

from reader.language.annotator import guess
from reader.language.edges import nominal_span, role_spans
from reader.language.scene import Scene
from reader.language.words import Words, load_words


@pytest.fixture(scope="module")
def words() -> Words:
    return load_words()


def scene_of(text: str, words: Words) -> Scene:
    return guess(text, words).scene


def at(scene: Scene, part: str) -> tuple[int, int]:
    """The tokens of a part of the text."""
    start = scene.tokens.text.index(part)
    return scene.tokens.at(start), scene.tokens.before(start + len(part))


@pytest.mark.parametrize(
    ("text", "tagged", "whole"),
    [
        ("The Syrian artist won the prize.", "The Syrian", "The Syrian artist"),
        ("They met the Korean minister on Monday.", "the Korean", "the Korean minister"),
        ("The new president spoke.", "The new", "The new president"),
        ("The minister spoke.", "The minister", "The minister"),
        ("The Pentagon chief spoke in London.", "The Pentagon chief", "The Pentagon chief"),
    ],
)
def test_a_nominal_goes_on_to_its_noun(text: str, tagged: str, whole: str, words: Words) -> None:
    scene = scene_of(text, words)
    assert nominal_span(scene, *at(scene, tagged)) == at(scene, whole)


def test_an_article_alone_is_no_nominal(words: Words) -> None:
    scene = scene_of("He saw the. It ended.", words)
    assert nominal_span(scene, *at(scene, "the")) is None


def roles(text: str, words: Words, *tagged: str) -> list[str]:
    scene = scene_of(text, words)
    found = role_spans(scene.tokens, words, scene.names, scene.name_at, [at(scene, part) for part in tagged])
    return [scene.text(span) for span in found]


def test_two_halves_of_a_role_are_one(words: Words) -> None:
    text = "Deputy foreign minister Ann Lee spoke."
    assert roles(text, words, "Deputy", "foreign minister") == ["Deputy foreign minister"]


def test_a_role_takes_in_whole_names(words: Words) -> None:
    assert roles("United Nations envoy Ann Lee spoke.", words, "Nations envoy") == ["United Nations envoy"]


def test_a_role_leaves_the_person_out(words: Words) -> None:
    assert roles("Senator Ann Lee spoke.", words, "Senator Ann") == ["Senator"]


def test_an_honorific_is_no_role(words: Words) -> None:
    assert roles("Union chairman Dr. Ann Lee spoke to Mr. Bo Kent.", words, "chairman Dr.", "Mr.") == ["chairman"]
