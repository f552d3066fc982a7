"""Markdown as people keep it: clips with front matter, notes, what converters write."""

from __future__ import annotations

import datetime as dt

import pytest

from reader.core.article import Article
from reader.core.kinds import BlockRole
from reader.ingest.documents.markdown import lines_of_markdown, read_markdown
from reader.ingest.original import Found, Hints, Original

PARAGRAPH = "The council of Vasmark voted on Tuesday to repair the old bridge, which has been closed since March."
HINTS = Hints(dt.date(2026, 11, 27))


def read(text: str, name: str = "bridge.md") -> Article:
    (found,) = read_markdown(Original(name, text.encode()), HINTS)
    assert isinstance(found, Found)
    return found.article


def test_front_matter_tells_the_fields_of_a_clip() -> None:
    article = read(
        '---\ntitle: "Bridge: to be repaired"\nsource: "https://example.org/news/bridge?utm_source=x"\nauthor:\n'
        '  - "[[Ilse Marenko]]"\n  - "[[people/ardell|Tomas Ardell]]"\npublished: 2026-03-02T09:30:00+01:00\n'
        f'created: 2026-04-01\ntags:\n  - "clippings"\npublication: Vasmark Courier\n---\n\n{PARAGRAPH}\n'
    )
    assert article.headline == "Bridge: to be repaired"
    assert article.byline == ("Ilse Marenko", "Tomas Ardell")
    assert article.published is not None and article.published.iso == "2026-03-02T09:30+01:00"
    assert article.publication == "Vasmark Courier"
    assert article.origin.url.startswith("https://example.org/news/bridge")
    assert "clippings" not in article.text and "[[" not in article.text


def test_the_day_of_clipping_counts_only_where_the_story_has_none() -> None:
    clip = f"---\ntitle: Bridge to be repaired\ncreated: 2026-04-01\n---\n\n{{}}{PARAGRAPH}\n"
    without, dated = read(clip.format("")), read(clip.format("2 March 2026\n\n"))
    assert without.published is not None and without.published.iso == "2026-04-01"
    assert dated.published is not None and dated.published.iso == "2026-03-02"


@pytest.mark.parametrize(
    "top",
    [
        "+++\ntitle = 'Bridge to be repaired'\nauthors = ['Ilse Marenko']\ndate = 2026-03-02\n+++\n",
        "% Bridge to be repaired\n% Ilse Marenko\n% 2 March 2026\n",
        "Title: Bridge to be repaired\nAuthor: Ilse Marenko\nDate: 2026-03-02\n",
        "---\ntitle: >\n  Bridge to be\n  repaired\nauthor: [Ilse Marenko]\ndate: 2026-03-02 # of the paper\n---\n",
        "---\ntitle: Bridge to be repaired\nauthor:\n- name: Ilse Marenko\ndate: March 2, 2026\n---\n",
    ],
)
def test_other_shapes_of_front_matter(top: str) -> None:
    article = read(f"{top}\n{PARAGRAPH}\n")
    assert article.headline == "Bridge to be repaired"
    assert article.byline == ("Ilse Marenko",)
    assert article.published is not None and article.published.iso == "2026-03-02"
    assert article.texts(BlockRole.BODY) == (PARAGRAPH,)


def test_marks_and_quotation_marks_in_values_are_unfolded() -> None:
    top = "---\ntitle: \"\\\\\\\"Old bridge\\\\\\\" to be repaired\"\nauthor: 'Ilse d''Ardell'\n---\n"
    article = read(f"{top}\n{PARAGRAPH}\n")
    assert (article.headline, article.byline) == ('"Old bridge" to be repaired', ("Ilse d'Ardell",))


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    article = read(f"---\n\n# Bridge to be repaired\n\n{PARAGRAPH}\n")
    assert article.headline == "Bridge to be repaired"


def test_first_heading_is_the_headline_and_the_line_below_it_the_byline() -> None:
    article = read(
        f"# Bridge to be repaired\n\nBy Ilse Marenko\n\n2 March 2026\n\n{PARAGRAPH}\n\n## Next steps\n\nMore.\n"
    )
    assert article.headline == "Bridge to be repaired"
    assert article.byline == ("Ilse Marenko",)
    assert article.texts(BlockRole.SUBHEAD) == ("Next steps",)


def test_line_that_names_the_address_is_taken_off() -> None:
    article = read(f"# Bridge to be repaired\n\n> Source: [example.org](https://example.org/bridge)\n\n{PARAGRAPH}\n")
    assert article.origin.url == "https://example.org/bridge"
    assert "example.org" not in article.text


def test_text_without_any_mark_is_read_as_a_copied_text() -> None:
    article = read(f"Bridge to be repaired\n\nBy Ilse Marenko\n\n{PARAGRAPH}\n\n{PARAGRAPH} It is old.\n")
    assert article.headline == "Bridge to be repaired"


def test_marks_become_roles_and_words() -> None:
    lines = lines_of_markdown(
        "## Head\n\n- one\n- *two*\n\n> said\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nA [[page|name]] and [a link][1] "
        "==marked== ![[p.png]] ![p](p.jpg) \\*.\n\n> [!note] Call\n\n[1]: https://example.org\n"
    )
    assert lines == (
        (BlockRole.SUBHEAD, "Head"),
        (BlockRole.LIST, "one"),
        (BlockRole.LIST, "two"),
        (BlockRole.QUOTE, "said"),
        (BlockRole.TABLE, "a b"),
        (BlockRole.TABLE, "1 2"),
        (BlockRole.BODY, "A name and a link marked *."),
        (BlockRole.QUOTE, "Call"),
    )


def test_markup_inside_gives_its_words_and_nothing_active() -> None:
    article = read(
        f"# Bridge\n\n<script>alert(1)</script>\n\n[x](javascript:alert(1))\n\n<div class='a'>\n\n{PARAGRAPH}\n</div>\n"
    )
    assert PARAGRAPH in article.text
    assert "alert" not in article.text and "<div" not in article.text


@pytest.mark.parametrize(
    "hostile",
    [
        "[" * 50_000, ">" * 20_000 + " q", "*a " * 50_000, "`" * 30_001, "![" * 50_000, "- " * 9_000 + "a",
        "\n".join("  " * depth + "- a" for depth in range(1500)), "[a]: " + "b" * 50_000 + "\n\n" + "[a]" * 20_000,
    ],
)  # fmt: skip
def test_pathological_marks_keep_the_text_behind_them(hostile: str) -> None:
    assert lines_of_markdown(f"# Bridge\n\n{hostile}\n\n{PARAGRAPH}\n")[-1] == (BlockRole.BODY, PARAGRAPH)
