"""Lines of fragments that are all content."""

from __future__ import annotations

import pytest

from reader.core.kinds import BlockRole
from reader.ingest.html.fragments import fragment_lines

BODY, LIST, QUOTE = BlockRole.BODY, BlockRole.LIST, BlockRole.QUOTE
SUBHEAD, TABLE, CAPTION = BlockRole.SUBHEAD, BlockRole.TABLE, BlockRole.CAPTION


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<p>Crews <b>voted</b>\n  today.</p><p>They sail.</p>", [(BODY, "Crews voted today."), (BODY, "They sail.")]),
        ("One line.<br>Another.<br/><br/>A third.", [(BODY, "One line."), (BODY, "Another."), (BODY, "A third.")]),
        ("<div>Loose text<div>inner</div>tail</div>", [(BODY, "Loose text"), (BODY, "inner"), (BODY, "tail")]),
        ("<h2>What is next</h2><p>Talks.</p>", [(SUBHEAD, "What is next"), (BODY, "Talks.")]),
        ("<ul><li>Nets</li><li><p>Boats</p></li></ul>", [(LIST, "Nets"), (LIST, "Boats")]),
        ("<ul><li>Nets<ul><li>old</li></ul></li></ul>", [(LIST, "Nets"), (LIST, "old")]),
        ("<dl><dt>Catch</dt><dd>Herring</dd></dl>", [(LIST, "Catch"), (LIST, "Herring")]),
        ("<blockquote><p>We stay.</p><p>All of us.</p></blockquote>", [(QUOTE, "We stay."), (QUOTE, "All of us.")]),
        (
            "<figure><img src=a alt=Boats><figcaption><p>Boats in port.</p></figcaption></figure>",
            [(CAPTION, "Boats in port.")],
        ),
        (
            "<table><tr><th>Year</th><th>Tons</th></tr><tr><td>2025</td><td>410</td></tr></table>",
            [(TABLE, "Year Tons"), (TABLE, "2025 410")],
        ),
        (
            "<table><tr><td><h1>News</h1></td></tr><tr><td><p>Crews voted.</p></td></tr></table>",
            [(SUBHEAD, "News"), (BODY, "Crews voted.")],
        ),
        (
            "<table><caption>The catch</caption><tr><td>a</td><td>1</td></tr><tr><td>b</td><td>2</td></tr></table>",
            [(CAPTION, "The catch"), (TABLE, "a 1"), (TABLE, "b 2")],
        ),
        ("<pre>So sang\n  the crews</pre>", [(BODY, "So sang"), (BODY, "the crews")]),
        ("Crews voted.\n\nThey sail\non Friday.", [(BODY, "Crews voted."), (BODY, "They sail on Friday.")]),
        ("Crews &amp; skippers&nbsp;voted &lt;twice&gt;.", [(BODY, "Crews & skippers voted <twice>.")]),
        ("<ruby>漁港<rp>(</rp><rt>ぎょこう</rt><rp>)</rp></ruby>で", [(BODY, "漁港で")]),
        ("<p>e\u0301te\u0301</p>", [(BODY, "été")]),
        ("", []),
    ],
)
def test_each_line_has_its_role(html: str, lines: list[tuple[BlockRole, str]]) -> None:
    assert list(fragment_lines(html)) == lines


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>x()</script>",
        "<style>p{}</style>",
        "<noscript>Turn scripts on</noscript>",
        "<button>Share</button>",
        '<span style="display: none">In this issue</span>',
        '<div style="color:#fff;mso-hide:all">In this issue</div>',
        '<div style="max-height:0px;overflow:hidden">In this issue</div>',
        "<div hidden>In this issue</div>",
        '<div aria-hidden="true">In this issue</div>',
        '<div class="preheader">In this issue</div>',
        '<span class="icon sr-only">opens in new window</span>',
        "<!-- a note -->",
        "<svg><title>Icon</title><text>A</text></svg>",
    ],
)
def test_what_nobody_sees_is_no_line(hidden: str) -> None:
    assert fragment_lines(f"<p>Crews voted.</p>{hidden}<p>They sail.</p>") == (
        (BODY, "Crews voted."),
        (BODY, "They sail."),
    )


def test_text_behind_a_hidden_element_stays() -> None:
    assert fragment_lines("<p>Crews<script>x()</script> voted.</p>") == ((BODY, "Crews voted."),)


def test_story_that_waits_for_scripts_or_behind_a_dialog_is_shown() -> None:
    story = "The commission waived the mooring fees for the time in which the fleet lies idle. " * 5
    assert fragment_lines(f"<article style='display:none'><p>{story}</p></article>") == ((BODY, story.strip()),)
    assert fragment_lines(f"<div aria-hidden='true'><p>{story}</p></div>") == ((BODY, story.strip()),)


def test_table_that_places_columns_of_a_mail_gives_no_rows() -> None:
    column = "<p>The port commission said that it would waive the fees. " * 8 + "</p>"
    html = f"<table><tr><td>{column}</td><td>{column}</td></tr><tr><td>a</td><td>b</td></tr></table>"
    assert {role for role, _ in fragment_lines(html)} == {BODY}
    html = "<table role='presentation'><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>"
    assert fragment_lines(html) == ((BODY, "a"), (BODY, "b"), (BODY, "c"), (BODY, "d"))


def test_deep_fragment_keeps_its_words() -> None:
    assert fragment_lines("<div>" * 20_000 + "<p>Crews voted.</p>") == ((BODY, "Crews voted."),)
