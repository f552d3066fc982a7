"""The gate before the HTML parsers."""

from __future__ import annotations

import pytest
from lxml import etree

from reader.ingest.markup import MAX_DEPTH, guarded, parse_html

LEDE = "<p>The port commission voted 7-2 on Tuesday.</p>"


def depth_of(root: etree._Element) -> int:
    deepest = depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def words_of(html: str) -> str:
    return " ".join("".join(map(str, parse_html(html).itertext())).split())


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 50_000 + LEDE + "</div>" * 50_000 + "<p>The last word.</p>",
        "<b>" * 50_000 + LEDE + "<p>The last word.</p>",
        "<table><tr><td>" * 5_000 + LEDE + "<p>The last word.</p>",
        "<div></b>" * 50_000 + LEDE + "<p>The last word.</p>",
        "<b><div></b>" * 20_000 + LEDE + "<p>The last word.</p>",
        "<font>" * 50_000 + "</i>" * 50_000 + LEDE + "<p>The last word.</p>",
    ],
    ids=["div", "unclosed b", "table", "wrong end tags", "crossed tags", "end tags alone"],
)
def test_deep_page_keeps_all_its_words(html: str) -> None:
    assert words_of(html) == "The port commission voted 7-2 on Tuesday. The last word."
    assert depth_of(parse_html(html)) <= MAX_DEPTH + 6


def test_guarded_page_is_safe_for_a_parser_that_has_no_limit() -> None:
    html = guarded("<div>" * 50_000 + LEDE)
    root = etree.fromstring(html, etree.HTMLParser(huge_tree=True))
    assert root is not None
    assert depth_of(root) <= MAX_DEPTH
    assert "voted 7-2" in "".join(map(str, root.itertext()))


def test_elements_without_end_tags_are_not_deep() -> None:
    html = "<ul>" + "<li>boat" * 2_000 + "</ul>" + "<p>word" * 2_000
    assert guarded(html) == html


def test_tag_with_thousands_of_attributes_loses_them_and_nothing_else() -> None:
    many = " ".join(f"a{n}=1" for n in range(60_000))
    assert guarded(f"<p {many}>The council voted.</p>") == "<p>The council voted.</p>"
    assert words_of(f"<p {many}>The council voted.</p><title {many}>Votes</title>") == "The council voted.Votes"


def test_attributes_that_hide_behind_brackets_are_counted() -> None:
    many = " ".join(f'a{n}="<b>"' for n in range(600))
    assert guarded(f"<p {many}>The council voted.</p>") == "<p>The council voted.</p>"


def test_five_hundred_attributes_are_left_alone() -> None:
    html = f"<p {' '.join(f'a{n}=1' for n in range(500))}>The council voted.</p>"
    assert guarded(html) == html


def test_huge_value_is_emptied_and_its_neighbours_stay() -> None:
    html = f'<img src="data:image/png;base64,{"A" * 900_000}" alt="Boats">'
    assert guarded(html) == '<img src="" alt="Boats">'


def test_text_in_scripts_and_comments_is_no_tag() -> None:
    script = "<script>for (i=0;i<n;i++) { " + "x(); " * 600 + '"<div>" }</script>'
    comment = "<!-- " + "<div> " * 600 + "-->"
    assert guarded(script + comment + LEDE) == script + comment + LEDE
    assert "voted 7-2" in words_of(script + comment + LEDE)


def test_half_a_letter_is_gone() -> None:
    assert guarded("<p>Tue\ud800sday</p>") == "<p>Tuesday</p>"


def test_nul_is_gone() -> None:
    assert words_of("<p>Tue\x00sday</p>\x00\x00") == "Tuesday"


@pytest.mark.parametrize("html", ["", " ", "\x00", "<!-- -->", "<", "</p>", "<?xml version='1.0'?>", "\ud800"])
def test_page_without_an_element_is_an_empty_tree(html: str) -> None:
    root = parse_html(html)
    assert root.tag == "html"
    assert words_of(html) in ("", "<")


def test_declared_encoding_does_not_matter_to_decoded_text() -> None:
    html = "<?xml version='1.0' encoding='iso-8859-1'?><html><head><meta charset='koi8-r'></head><p>“Mørk”</p></html>"
    assert words_of(html) == "“Mørk”"


def test_page_that_was_cut_off_in_a_tag_ends_before_it() -> None:
    assert words_of('<p>The council voted.</p><a href="https://coastline.example/2026') == "The council voted."


def test_less_than_sign_before_a_word_is_no_tag() -> None:
    assert words_of("<p>Profit was <forecast, and shares fell.") == "Profit was <forecast, and shares fell."


@pytest.mark.parametrize("part", ["<", "<a ", '<a b="', "<!--", "<script>", "=", "='", "<a b= ", "</", "<p", "<title "])
def test_repeated_scraps_take_linear_time(part: str) -> None:
    """A quadratic scan of a megabyte takes hours, and the suite's time-out ends it."""
    words_of(part * (1_000_000 // len(part)) + LEDE)


def test_comment_is_no_text_of_the_tree() -> None:
    assert words_of("<p>The council<!-- not the mayor --> voted.</p>") == "The council voted."
