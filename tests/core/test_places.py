from reader.core.places import where
from tests.builders import article, span


def test_paragraphs_are_counted_from_one_and_the_headline_is_named() -> None:
    story = article("First words.", "Second words.")
    assert where(story.blocks, 0) == "headline"
    assert where(story.blocks, span(story.text, "Second").start) == "2"


def test_between_two_blocks_is_nowhere() -> None:
    story = article("First words.")
    assert where(story.blocks, story.text.index("\n\n")) == ""
