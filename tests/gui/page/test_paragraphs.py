"""Tests of the page: paragraphs."""

from __future__ import annotations

from dataclasses import replace

from reader.core.article import Article, Block, Removal
from reader.core.kinds import BlockRole
from reader.core.reasons import Reason
from reader.core.spans import Span
from reader.gui.page.paragraphs import LONGEST, paragraphs
from tests.builders import article, span


def styles(given: Article, **options: bool) -> list[str]:
    return [paragraph.style for paragraph in paragraphs(given, **options)]  # type: ignore[arg-type]


def with_blocks(given: Article, *blocks: tuple[str, BlockRole]) -> Article:
    return replace(given, blocks=tuple(Block(span(given.text, words), role) for words, role in blocks))


def test_each_block_is_a_paragraph_in_its_style() -> None:
    shown = paragraphs(article("One crew left.", "Another stayed."), kicker="Coastline Press")
    assert [(p.style, p.words) for p in shown] == [
        ("kicker", "Coastline Press"),
        ("headline", "Crews wait for word from Meresund"),
        ("body", "One crew left."),
        ("body", "Another stayed."),
    ]


def test_text_that_no_block_holds_is_shown_as_body() -> None:
    given = replace(article("One crew left.", "Another stayed."), blocks=())
    assert styles(given) == ["body", "body", "body"]
    assert [p.words for p in paragraphs(given)] == given.text.split("\n\n")


def test_overlapping_blocks_show_no_letter_twice() -> None:
    given = article("One crew left the harbor.")
    blocks = (*given.blocks, Block(span(given.text, "left the harbor."), BlockRole.QUOTE))
    assert [p.words for p in paragraphs(replace(given, blocks=blocks))][1:] == ["One crew left the harbor."]


def test_dateline_opens_its_paragraph_with_its_dash() -> None:
    given = article("TOLVIK, March 3 (CLP) -- One crew left.")
    blocks = (*given.blocks, Block(span(given.text, "TOLVIK, March 3 (CLP)"), BlockRole.DATELINE))
    last = paragraphs(replace(given, blocks=blocks))[-1]
    assert last.words[: last.opening] == "TOLVIK, March 3 (CLP) --"


def test_dateline_on_a_line_of_its_own_is_a_paragraph() -> None:
    given = with_blocks(article("TOLVIK, March 3", "One crew left."), ("TOLVIK, March 3", BlockRole.DATELINE))
    assert "dateline" in styles(given)


def test_credit_runs_on_behind_its_caption() -> None:
    given = with_blocks(
        article("Boats at Tolvik.", "Photo by Jonna Weil", "One crew left."),
        ("Boats at Tolvik.", BlockRole.CAPTION),
        ("Photo by Jonna Weil", BlockRole.CREDIT),
    )
    caption = next(p for p in paragraphs(given) if p.style == "caption")
    assert caption.words == "Boats at Tolvik. \u200bPhoto by Jonna Weil"
    assert caption.span is not None and len(caption.span) == len(caption.words)


def test_removal_stands_before_the_paragraph_that_followed_it() -> None:
    given = article("One crew left.", "Another stayed.")
    gone = Removal("RELATED More boats", Reason("related-link"), given.text.index("Another"))
    shown = paragraphs(replace(given, removals=(gone,)), removals=True)
    assert [p.words for p in shown][1:] == ["One crew left.", "RELATED More boats", "Another stayed."]
    assert shown[2].reason == Reason("related-link")


def test_removal_from_inside_a_paragraph_stands_after_it() -> None:
    given = article("One crew left.", "Another stayed.")
    gone = Removal("ADVERTISEMENT", Reason("advertisement"), given.text.index("crew"))
    shown = paragraphs(replace(given, removals=(gone,)), removals=True)
    assert [p.words for p in shown][1:] == ["One crew left.", "ADVERTISEMENT", "Another stayed."]


def test_removals_from_the_end_come_last() -> None:
    given = article("One crew left.")
    gone = (Removal("Follow us", Reason("furniture"), len(given.text)), Removal(" \n", Reason("furniture"), 0))
    assert styles(replace(given, removals=gone), removals=True) == ["headline", "body", "removal"]


def test_removals_are_not_shown_unasked() -> None:
    given = replace(article("One crew left."), removals=(Removal("Follow us", Reason("furniture"), 0),))
    assert styles(given) == ["headline", "body"]


def test_line_of_megabytes_is_cut_into_parts_that_can_be_laid_out() -> None:
    given = article("herring " * LONGEST)
    shown = paragraphs(given)
    assert all(len(p.words) <= LONGEST for p in shown)
    assert "".join(p.words for p in shown[1:]) == "herring " * LONGEST
    assert [p.continued for p in shown[1:]] == [True] * (len(shown) - 2) + [False]
    assert all(p.span is not None and p.span.of(given.text) == p.words for p in shown)


def test_long_line_without_spaces_is_cut_all_the_same() -> None:
    assert max(len(p.words) for p in paragraphs(article("x" * (3 * LONGEST)))) == LONGEST


def test_empty_article_has_no_paragraphs() -> None:
    assert paragraphs(Article(article().id, "", ())) == ()


def test_empty_block_is_left_out() -> None:
    given = article("One crew left.")
    blocks = (*given.blocks, Block(Span(4, 4), BlockRole.CREDIT))
    assert styles(replace(given, blocks=blocks)) == ["headline", "body"]
