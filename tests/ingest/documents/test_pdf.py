"""PDF: prints of web pages with and without tags, newspapers in columns, and files that are made to do harm."""

from __future__ import annotations

import datetime as dt
import zlib

import pytest

from reader.core.article import Article
from reader.core.kinds import BlockRole
from reader.core.reasons import Trouble
from reader.core.steps import Failed
from reader.ingest.documents.pdf import read_pdf
from reader.ingest.original import Found, Hints, Original
from tests.ingest.documents.makers import HEIGHT, Words, file_of, pdf, set_in_lines

HINTS = Hints(dt.date(2026, 11, 27))
FIRST = (
    "The council of Vasmark voted on Tuesday to repair the old bridge, which has been closed since March, when a ship "
    "ran into one of its piers."
)
SECOND = (
    "Engineers told the councillors that the work would take four months and cost about two million crowns, most of "
    "which the insurance of the shipping company is going to pay."
)
THIRD = (
    "Ferries are to run every twenty minutes until the bridge is open again, the mayor said, and nobody will have to "
    "pay for crossing the river with them."
)
MENU = ("Home", "News", "Sports", "Weather", "Culture", "Opinion")


def read(data: bytes) -> Article:
    (found,) = read_pdf(Original("bridge.pdf", data), HINTS)
    assert isinstance(found, Found)
    assert found.original == data
    return found.article


def body(article: Article) -> tuple[str, ...]:
    return article.texts(BlockRole.BODY)


def page_of_a_site(*, tagged: bool) -> bytes:
    """A story between a menu and a footer, with what a browser prints at the edges of its three pages."""

    def tag(kind: str) -> str:
        return kind if tagged else ""

    edges = [
        Words("11/22/26, 2:00 PM", 24, HEIGHT - 24, 8),
        Words("Old bridge in Vasmark is to be repaired | Vasmark Courier", 200, HEIGHT - 24, 8),
        Words("https://courier.example/2026/03/02/bridge", 24, 18, 8),
    ]
    numbers = [Words(f"{number}/3", 560, 18, 8) for number in (1, 2, 3)]
    menu = [Words(name, 60, 780 - 16 * at, tag=tag("LI"), link=True) for at, name in enumerate(MENU)]
    head = [Words("Old bridge in Vasmark is to be repaired", 50, 640, 22, bold=True, tag=tag("H1"))]
    head += [Words("By Ilse Marenko", 50, 600, tag=tag("Div"))]
    head += [Words("March 2, 2026", 50, 580, tag=tag("Sect"))]
    first = [*set_in_lines(FIRST, 50, 540, 70, tag=tag("P")), *edges, numbers[0]]
    second = [*set_in_lines(SECOND, 50, 780, 70, tag=tag("P")), *edges, numbers[1]]
    third = set_in_lines(THIRD, 50, 780, 70, tag=tag("P"))
    third += [Words(name, 60, 600 - 16 * at, tag=tag("LI"), link=True) for at, name in enumerate(MENU)]
    info = {"Title": "Old bridge in Vasmark is to be repaired | Vasmark Courier", "Creator": "Mozilla/5.0 (X11)"}
    return pdf([[*menu, *head, *first], second, [*third, *edges, numbers[2]]], info=info)


@pytest.mark.parametrize("tagged", [True, False])
def test_print_of_a_web_page_keeps_the_story_alone(tagged: bool) -> None:
    article = read(page_of_a_site(tagged=tagged))
    assert article.headline == "Old bridge in Vasmark is to be repaired"
    assert body(article) == (FIRST, SECOND, THIRD)
    assert article.published is not None and article.published.iso == "2026-03-02"
    assert article.origin.url == "https://courier.example/2026/03/02/bridge"
    assert article.origin.path == "bridge.pdf"


def test_what_a_browser_prints_at_the_edges_is_set_aside_with_its_reason() -> None:
    article = read(page_of_a_site(tagged=True))
    removed = {removal.text: removal.reason.code for removal in article.removals}
    assert removed["11/22/26, 2:00 PM"] == "page-margin"
    assert removed["https://courier.example/2026/03/02/bridge"] == "page-margin"
    assert removed["1/3"] == "page-margin"
    assert "2:00 PM" not in article.text and "courier.example" not in article.text


def test_columns_of_a_newspaper_are_read_one_after_another() -> None:
    left, right = set_in_lines(FIRST + " " + SECOND, 50, 640, 42), set_in_lines(THIRD + " " + SECOND, 310, 640, 42)
    lines = [line for pair in zip(left, right, strict=False) for line in pair]  # drawn line by line, across the gutter
    lines += left[len(right) :] + right[len(left) :]
    page = [*lines, Words("Old bridge is to be repaired", 50, 720, 30, bold=True), Words("By Ilse Marenko", 50, 680)]
    article = read(pdf([page]))
    assert article.headline == "Old bridge is to be repaired"
    assert article.byline == ("Ilse Marenko",)
    assert body(article) == (FIRST + " " + SECOND, THIRD + " " + SECOND)


def test_sentence_goes_on_in_the_next_column_and_divided_words_are_put_together() -> None:
    left = [
        Words("The council of Vasmark voted on Tuesday to re-", 50, 640),
        Words("pair the old bridge, which has been closed", 50, 628),
    ]
    right = [
        Words("since March, when a ship ran into one of its", 310, 640),
        Words("piers and nobody was hurt.", 310, 628),
    ]
    article = read(pdf([[Words("Old bridge is to be repaired", 50, 720, 30), *left, *right]]))
    assert body(article) == (
        "The council of Vasmark voted on Tuesday to repair the old bridge, which has been closed since March, when a "
        "ship ran into one of its piers and nobody was hurt.",
    )


def test_indents_and_gaps_begin_paragraphs() -> None:
    indented = set_in_lines(SECOND, 50, 640 - 12 * 3, 60)
    indented[0] = Words(indented[0].text, 62, indented[0].y)
    apart = set_in_lines(THIRD, 50, 530, 60)
    article = read(
        pdf(
            [[Words("Old bridge is to be repaired", 50, 720, 30), *set_in_lines(FIRST, 50, 640, 60), *indented, *apart]]
        )
    )
    assert body(article) == (FIRST, SECOND, THIRD)


def test_running_heads_and_page_numbers_go_and_the_day_of_the_paper_stays() -> None:
    def page(number: int, text: str) -> list[Words]:
        head = Words(f"VASMARK COURIER Monday, March 2, 2026 A{number}", 50, HEIGHT - 30, 9)
        return [head, *set_in_lines(text, 50, 640, 70), Words(str(number), 300, 30)]

    first = [Words("Old bridge is to be repaired", 50, 720, 30), *page(1, FIRST)]
    article = read(pdf([first, page(2, SECOND), page(3, THIRD)]))
    assert body(article) == (FIRST, SECOND, THIRD)
    assert article.published is not None and article.published.iso == "2026-03-02"
    assert {removal.reason.code for removal in article.removals} == {"page-margin"}


def test_line_that_begins_with_a_bold_word_goes_on_in_light_ones() -> None:
    title = Words("Old bridge is to be repaired", 50, 760, 24)
    lines = set_in_lines(f"VASMARK: {FIRST}", 50, 720, 60)
    label, rest = Words("VASMARK:", 50, 720, bold=True), Words(lines[0].text.removeprefix("VASMARK: "), 106, 720)
    article = read(pdf([[title, label, rest, *lines[1:]]]))
    assert body(article) == (f"VASMARK: {FIRST}",)


def test_headings_stand_out_by_their_type() -> None:
    page = [Words("Old bridge is to be repaired", 50, 760, 24), *set_in_lines(FIRST, 50, 720, 70)]
    page += [Words("What it costs", 50, 660, 10, bold=True), *set_in_lines(SECOND, 50, 640, 70)]
    assert read(pdf([page])).texts(BlockRole.SUBHEAD) == ("What it costs",)


def test_bold_headline_may_be_hardly_larger_than_the_text() -> None:
    page = [Words("Press release of Vasmark Ferries", 50, 780, 10, bold=True)]
    page += [Words("Old bridge is to be repaired", 50, 740, 11.5, bold=True), *set_in_lines(FIRST, 50, 700, 70)]
    assert read(pdf([[*page, *set_in_lines(SECOND, 50, 640, 70)]])).headline == "Old bridge is to be repaired"


def test_tags_of_a_word_processor_give_headings_and_join_what_a_page_breaks() -> None:
    first = [
        Words("Old bridge is to be repaired", 50, 760, 12, tag="H1"),
        *set_in_lines(FIRST + " " + SECOND, 50, 700, 60, tag="P")[:5],
    ]
    rest = set_in_lines(" ".join((FIRST + " " + SECOND).split()), 50, 700, 60, tag="P")[5:]
    second = [Words(line.text, 50, 760 - 12 * at, tag="P") for at, line in enumerate(rest)]
    second += [Words("What it costs", 50, 600, tag="H2"), *set_in_lines(THIRD, 50, 580, 60, tag="P")]
    article = read(pdf([first, second], info={"Creator": "Writer"}))
    assert article.headline == "Old bridge is to be repaired"
    assert article.texts(BlockRole.SUBHEAD) == ("What it costs",)
    assert body(article) == (FIRST + " " + SECOND, THIRD)


def test_letters_that_are_drawn_twice_for_want_of_bold_ones_are_read_once() -> None:
    letters, x = [], 50.0
    for letter in "hope and bond and dune and heap":  # letters of one width
        letters += [Words(letter, x, 700), Words(letter, x + 0.4, 700)]
        x += 2.78 if letter == " " else 5.56
    assert read(pdf([letters])).text == "hope and bond and dune and heap"


def test_one_shape_that_stands_for_two_equal_letters_is_read_as_both() -> None:
    letters = [Words("o", 50, 700), Words("A", 55.56, 700, hebrew=True), Words("ices", 62.23, 700)]
    assert read(pdf([letters])).text == "offices"


@pytest.mark.parametrize(("font", "headings"), [("Vasmark-Regular", ()), ("Vasmark", ("What it costs",))])
def test_name_of_a_font_tells_more_about_its_weight_than_its_stems(font: str, headings: tuple[str, ...]) -> None:
    page = [Words("Old bridge is to be repaired", 50, 760, 24, bold=True), *set_in_lines(FIRST, 50, 700, 70)]
    page += [Words("What it costs", 50, 660, 10), *set_in_lines(SECOND, 50, 640, 70)]
    assert read(pdf([page], font=font, stem=125)).texts(BlockRole.SUBHEAD) == headings


def test_words_of_scripts_that_run_leftwards_are_read_from_the_right() -> None:
    letters = [Words(letter, 100 - 6 * at, 700, hebrew=True) for at, letter in enumerate("abcde")]
    drawn_from_the_left = list(reversed(letters))
    assert read(pdf([letters])).text == read(pdf([drawn_from_the_left])).text == "אבגדה"


def test_print_whose_text_looks_like_no_story_is_kept() -> None:
    article = read(pdf([[Words("Ferry times", 50, 700)]], info={"Creator": "Mozilla/5.0"}))
    assert article.text == "Ferry times"


def test_address_that_the_browser_cut_off_gives_site_and_day() -> None:
    address = "https://courier.example/2026/03/02/old-bridge-in-vasmark-is-to…"
    page = [Words("Old bridge is to be repaired", 50, 740, 22), *set_in_lines(FIRST + " " + SECOND, 50, 700, 70)]
    article = read(pdf([[*page, Words(address, 24, 18, 8), Words("1/1", 560, 18, 8)]]))
    assert article.origin.url == ""
    assert article.publication == "courier.example"
    assert article.published is not None and article.published.iso == "2026-03-02" and article.published.inferred


def test_site_to_which_most_links_lead_published_a_print_without_address() -> None:
    menu = [Words(name, 60, 780 - 16 * at, link=True) for at, name in enumerate(MENU)]
    page = [*menu, Words("Old bridge is to be repaired", 50, 640, 22), *set_in_lines(FIRST + " " + SECOND, 50, 600, 70)]
    assert read(pdf([page], info={"Creator": "Mozilla Firefox 128.0"})).publication == "x.org"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ilse Marenko and Tomas Ardell", ("Ilse Marenko", "Tomas Ardell")),
        ("March 2, 2026 at 6:08 PM ET by Ilse Marenko", ("Ilse Marenko",)),
        ("Ilse Marenko | March 2, 2026", ("Ilse Marenko",)),
        ("Von Ilse Marenko", ("Ilse Marenko",)),
    ],
)
def test_byline_stands_near_the_heading_of_a_print(line: str, names: tuple[str, ...]) -> None:
    page = [Words("Old bridge is to be repaired", 50, 740, 22), Words(line, 50, 715)]
    page += set_in_lines(FIRST + " " + SECOND, 50, 690, 70)
    assert read(pdf([page], info={"Creator": "Mozilla Firefox 128.0"})).byline == names


def test_name_alone_below_the_day_is_the_byline_of_a_print() -> None:
    page = [Words("Old bridge is to be repaired", 50, 740, 22), Words("March 2, 2026", 50, 715)]
    page += [Words("Ilse Marenko", 50, 695), *set_in_lines(FIRST + " " + SECOND, 50, 670, 70)]
    assert read(pdf([page], info={"Creator": "Mozilla Firefox 128.0"})).byline == ("Ilse Marenko",)


def test_properties_tell_what_the_pages_do_not() -> None:
    info = {
        "Title": "Bridge to be repaired",
        "Author": "Ilse Marenko; admin",
        "CreationDate": "D:20260302093000+01'00'",
    }
    article = read(pdf([set_in_lines(FIRST, 50, 700, 70)], info=info))
    assert article.headline == "Bridge to be repaired"
    assert article.byline == ("Ilse Marenko",)
    assert article.published is not None and article.published.iso == "2026-03-02T09:30+01:00"
    assert article.published.inferred


def test_title_that_a_program_made_up_is_none() -> None:
    article = read(pdf([set_in_lines(FIRST, 50, 700, 70)], info={"Title": "Microsoft Word - bridge_v2.doc"}))
    assert not article.texts(BlockRole.HEADLINE)


def test_document_without_text_asks_for_text_recognition() -> None:
    with pytest.raises(Trouble) as raised:
        list(read_pdf(Original("scan.pdf", pdf([[]])), HINTS))
    assert raised.value.reason.code == "no-text-in-pdf"


def test_print_of_which_a_script_hid_all_but_the_edges_has_no_text() -> None:
    edges = [Words("11/22/26, 2:00 PM", 24, HEIGHT - 24, 8), Words("https://courier.example/bridge", 24, 18, 8)]
    with pytest.raises(Trouble) as raised:
        list(read_pdf(Original("hidden.pdf", pdf([edges])), HINTS))
    assert raised.value.reason.code == "no-text-in-pdf"


def test_name_of_the_site_is_read_from_a_print_whose_title_does_not_tell_it() -> None:
    page = [Words("The Pilot Press", 50, 790), Words("Old bridge is to be repaired", 50, 740, 22)]
    page += set_in_lines(FIRST + " " + SECOND, 50, 700, 70)
    page += [Words("https://www.pilotpress.example/bridge", 24, 18, 8), Words("1/1", 560, 18, 8)]
    assert read(pdf([page])).publication == "The Pilot Press"


def test_password_is_asked_for() -> None:
    locked = pdf([[Words("x", 50, 700)]]).replace(
        b"trailer\n<<",
        b"trailer\n<</Encrypt<</Filter/Standard/V 1/R 2/O<%s>/U<%s>/P -4>>/ID[<00><00>]" % (b"41" * 32, b"42" * 32),
    )
    with pytest.raises(Trouble) as raised:
        list(read_pdf(Original("locked.pdf", locked), HINTS))
    assert raised.value.reason.code == "protected"


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.7\n" + bytes(range(256)) * 20, b"%PDF-1.4\n1 0 obj\n<<"])
def test_damaged_file_is_named(data: bytes) -> None:
    with pytest.raises(Trouble) as raised:
        list(read_pdf(Original("broken.pdf", data), HINTS))
    assert raised.value.reason.code == "damaged"


CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>"
SHOWN = b"BT /F1 12 Tf 72 700 Td (The council voted 7-2.) Tj ET\n"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def stream(data: bytes, more: bytes = b"") -> bytes:
    return b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(data), more, data)


def test_page_tree_that_leads_to_itself_ends() -> None:
    loop = file_of([CATALOG, b"<</Type/Pages/Kids[2 0 R]/Count 1/Parent 2 0 R>>"])
    with pytest.raises(Trouble) as raised:
        list(read_pdf(Original("loop.pdf", loop), HINTS))
    assert raised.value.reason.code == "no-text-in-pdf"


def test_pages_over_the_limit_are_left_out_and_named() -> None:
    kids = b"<</Type/Pages/Kids[%s]/Count 3000>>" % (b"3 0 R " * 3000)
    steps = list(read_pdf(Original("long.pdf", file_of([CATALOG, kids, PAGE, stream(SHOWN), FONT])), HINTS))
    assert [type(step) for step in steps] == [Failed, Found]
    assert isinstance(steps[0], Failed) and steps[0].reason.code == "too-many-pages"


@pytest.mark.parametrize("filters", [b"/FlateDecode", b"[/FlateDecode/FlateDecode]"])
def test_content_that_unpacks_to_more_than_any_page_is_refused(filters: bytes) -> None:
    engine, blanks = zlib.compressobj(9), b" " * 1_000_000
    packed = b"".join(engine.compress(blanks) for _ in range(210)) + engine.flush()
    tree = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    with pytest.raises(Trouble) as raised:
        read(file_of([CATALOG, tree, PAGE, stream(packed, b"/Filter" + filters), FONT]))
    assert raised.value.reason.code == "bomb"


def test_content_that_unpacks_to_blanks_is_read() -> None:
    packed = zlib.compress(SHOWN + b" " * 20_000_000, 9)
    tree = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    article = read(file_of([CATALOG, tree, PAGE, stream(packed, b"/Filter/FlateDecode"), FONT]))
    assert "voted 7-2" in article.text
