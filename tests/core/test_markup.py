"""An article as HTML."""

from __future__ import annotations

from reader.core.article import Article, ArticleId, Block
from reader.core.kinds import BlockRole
from reader.core.markup import html_of
from reader.core.spans import Span


def article(*lines: tuple[BlockRole, str]) -> Article:
    text, blocks = "", []
    for role, line in lines:
        text += "\n\n" if text else ""
        blocks.append(Block(Span(len(text), len(text) + len(line)), role))
        text += line
    return Article(ArticleId("0" * 16), text, tuple(blocks))


def test_each_block_has_its_tag_and_lists_stay_together() -> None:
    made = article(
        (BlockRole.HEADLINE, "Ferries run again"),
        (BlockRole.BODY, "The ferries run."),
        (BlockRole.LIST, "one"),
        (BlockRole.LIST, "two"),
        (BlockRole.SUBHEAD, "What next"),
        (BlockRole.CAPTION, "A ferry"),
    )
    assert html_of(made).split("\n") == [
        "<h1>Ferries run again</h1>",
        "<p>The ferries run.</p>",
        "<ul>",
        "<li>one</li>",
        "<li>two</li>",
        "</ul>",
        "<h2>What next</h2>",
        "<figcaption>A ferry</figcaption>",
    ]


def test_markup_in_the_words_stays_words() -> None:
    made = article((BlockRole.BODY, '<img src=x onerror="alert(1)"> & more'))
    assert html_of(made) == '<p>&lt;img src=x onerror="alert(1)"&gt; &amp; more</p>'


def test_a_dateline_is_part_of_its_paragraph() -> None:
    made = article((BlockRole.BODY, "SEOUL, Jan. 31 (UPI) -- Ferries run."))
    opened = Block(Span(0, 21), BlockRole.DATELINE)
    assert html_of(Article(made.id, made.text, (*made.blocks, opened))).count("<p>") == 1
