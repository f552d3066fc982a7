"""Word, OpenDocument and rich text: styles, properties, and packages that are made to do harm."""

from __future__ import annotations

import datetime as dt

import pytest

from reader.core.article import Article
from reader.core.kinds import BlockRole
from reader.core.reasons import Trouble
from reader.ingest.documents.odt import read_odt
from reader.ingest.documents.rtf import read_rtf
from reader.ingest.documents.word import read_docx
from reader.ingest.original import Hints, Original
from tests.ingest.documents.makers import package

HINTS = Hints(dt.date(2026, 11, 27))
FIRST = "The council of Vasmark voted on Tuesday to repair the old bridge, which has been closed since March."
SECOND = "Ferries are to run every twenty minutes until the bridge is open again, the mayor told reporters."
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STYLES = (
    f"<w:styles {W}>"
    '<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Listenabsatz"><w:name w:val="List Paragraph"/></w:style>'
    "</w:styles>"
)
CORE = (
    '<cp:coreProperties xmlns:cp="x" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="y">'
    "<dc:title>{}</dc:title><dc:creator>{}</dc:creator><dcterms:created>2026-03-02T09:30:00Z</dcterms:created>"
    "</cp:coreProperties>"
)


def paragraph(text: str, style: str = "") -> str:
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}<w:r><w:t>{text}</w:t></w:r></w:p>"


def docx(
    body: str, *, title: str = "", author: str = "", doctype: str = "", more: dict[str, str] | None = None
) -> bytes:
    document = f"{doctype}<w:document {W}><w:body>{body}</w:body></w:document>"
    parts = {"[Content_Types].xml": "<Types/>", "word/document.xml": document, "word/styles.xml": STYLES}
    return package(parts | {"docProps/core.xml": CORE.format(title, author)} | (more or {}))


def word(data: bytes) -> Article:
    (found,) = read_docx(Original("bridge.docx", data), HINTS)
    return found.article


def test_styles_give_the_roles_whatever_language_their_ids_are_in() -> None:
    body = paragraph("Bridge to be repaired", "Titel") + paragraph("By Ilse Marenko") + paragraph(FIRST)
    body += paragraph("Next steps", "berschrift1") + paragraph("Open the bids", "Listenabsatz") + paragraph(SECOND)
    article = word(docx(body, title="An older letter"))
    assert article.headline == "Bridge to be repaired"
    assert article.byline == ("Ilse Marenko",)
    assert article.texts(BlockRole.SUBHEAD) == ("Next steps",)
    assert article.texts(BlockRole.LIST) == ("Open the bids",)
    assert article.texts(BlockRole.BODY) == (FIRST, SECOND)


def test_properties_tell_what_the_text_does_not() -> None:
    article = word(docx(paragraph(FIRST), title="Bridge to be repaired", author="Ilse Marenko"))
    assert (article.headline, article.byline) == ("Bridge to be repaired", ("Ilse Marenko",))
    assert article.published is not None and article.published.iso == "2026-03-02T09:30+00:00"
    assert article.published.inferred and article.published.why is not None


def test_day_that_is_printed_stands_above_that_of_the_properties() -> None:
    article = word(docx(paragraph("Bridge to be repaired", "Titel") + paragraph("1 March 2026") + paragraph(FIRST)))
    assert article.published is not None and article.published.iso == "2026-03-01"


def test_document_without_styles_is_read_as_a_copied_text() -> None:
    body = paragraph("Bridge to be repaired") + paragraph("By Ilse Marenko") + paragraph(FIRST) + paragraph(SECOND)
    article = word(docx(body, title="Document1", author="admin"))
    assert (article.headline, article.byline) == ("Bridge to be repaired", ("Ilse Marenko",))


def test_insertions_and_content_controls_are_kept_and_deletions_are_not() -> None:
    body = (
        f"<w:sdt><w:sdtContent>{paragraph(FIRST)}</w:sdtContent></w:sdt>"
        "<w:p><w:ins><w:r><w:t>The work takes four months. </w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>five</w:delText></w:r></w:del>"
        "<w:hyperlink><w:r><w:t>The mayor</w:t></w:r></w:hyperlink><w:r><w:t> said so.</w:t></w:r></w:p>"
    )
    assert word(docx(body)).texts(BlockRole.BODY) == (FIRST, "The work takes four months. The mayor said so.")


def test_paragraphs_in_the_style_of_authors_name_them() -> None:
    styles = STYLES.replace("</w:styles>", '<w:style w:styleId="Author"><w:name w:val="Author"/></w:style></w:styles>')
    body = (
        paragraph("Bridge to be repaired", "Titel") + paragraph("Ilse Marenko", "Author") + paragraph("新間", "Author")
    )
    article = word(docx(body + paragraph(FIRST), author="jdoe", more={"word/styles.xml": styles}))
    assert article.byline == ("Ilse Marenko", "新間")


def test_rows_of_a_table_and_footnotes_are_lines() -> None:
    cells = "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in ("Year", "Crowns"))
    table = f"<w:tbl><w:tr>{cells}</w:tr><w:tr>{cells.replace('Year', '2026').replace('Crowns', '400')}</w:tr></w:tbl>"
    notes = f"<w:footnotes {W}><w:footnote>{paragraph('As of March.')}</w:footnote></w:footnotes>"
    body = paragraph("Bridge to be repaired", "Titel") + paragraph(FIRST) + table
    article = word(docx(body, more={"word/footnotes.xml": notes}))
    assert article.texts(BlockRole.TABLE) == ("Year Crowns", "2026 400")
    assert article.texts(BlockRole.LIST) == ("As of March.",)


def test_entities_are_neither_followed_nor_unfolded() -> None:
    outer = docx(paragraph(FIRST + " &x;"), doctype='<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>')
    assert "root:" not in word(outer).text
    nested = '<!DOCTYPE w [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]>'
    with pytest.raises(Trouble) as raised:
        word(docx(paragraph("&b;"), doctype=nested))
    assert raised.value.reason.code == "entity-bomb"


def test_part_that_unpacks_to_too_much_is_refused() -> None:
    with pytest.raises(Trouble) as raised:
        word(docx(" " * 60_000_000))
    assert raised.value.reason.code == "bomb"


OFFICE = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
)


def odt(body: str, kind: str = "text") -> bytes:
    content = (
        f'<office:document-content {OFFICE}><office:automatic-styles><style:style style:name="P1" '
        'style:parent-style-name="Title"/></office:automatic-styles>'
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return package({"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": content})


def test_opendocument_text_gives_headings_lists_tables_and_notes() -> None:
    note = "<text:note><text:note-body><text:p>As of March.</text:p></text:note-body></text:note>"
    cells = "".join(f"<table:table-cell><text:p>{text}</text:p></table:table-cell>" for text in ("Year", "Crowns"))
    data = odt(
        '<text:p text:style-name="P1">Bridge<text:s/>to be repaired</text:p><text:p>By Ilse Marenko</text:p>'
        f"<text:p>{FIRST}{note}</text:p><text:h>Next steps</text:h>"
        "<text:list><text:list-item><text:p>Open the bids</text:p></text:list-item></text:list>"
        f"<table:table><table:table-row>{cells}</table:table-row></table:table>"
    )
    (found,) = read_odt(Original("bridge.odt", data), HINTS)
    article = found.article
    assert (article.headline, article.byline) == ("Bridge to be repaired", ("Ilse Marenko",))
    assert article.texts(BlockRole.BODY) == (FIRST,)
    assert article.texts(BlockRole.SUBHEAD) == ("Next steps",)
    assert article.texts(BlockRole.LIST) == ("As of March.", "Open the bids")
    assert article.texts(BlockRole.TABLE) == ("Year Crowns",)


def test_opendocument_that_is_no_text_is_named() -> None:
    with pytest.raises(Trouble) as raised:
        list(read_odt(Original("sums.ods", odt("", "spreadsheet")), HINTS))
    assert raised.value.reason.code == "unsupported"


RTF = (
    r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Times New Roman;}}{\stylesheet{\s1 heading 1;}}"
    r"{\info{\title Bridge to be repaired}{\author Ilse Marenko}{\creatim\yr2026\mo3\dy2\hr9\min30}}"
    r"{\header Page 1\par}"
)


def rich(body: str) -> Article:
    (found,) = read_rtf(Original("bridge.rtf", f"{RTF}{body}}}".encode("ascii")), HINTS)
    return found.article


def test_rich_text_gives_its_words_and_properties() -> None:
    article = rich(rf"\pard {FIRST}\par\pard {{\b Ferries}}{SECOND.removeprefix('Ferries')}\par")
    assert (article.headline, article.byline) == ("Bridge to be repaired", ("Ilse Marenko",))
    assert article.texts(BlockRole.BODY) == (FIRST, SECOND)
    assert article.published is not None and article.published.iso == "2026-03-02T09:30"


def test_letters_of_rich_text_are_read_in_every_way_of_writing_them() -> None:
    body = r"\pard \'93Caf\'e9\'94 \u8212? na\u239\'efve\uc0\u233 , \{a\}\~b "
    body += r"{\*\unknown gone}{\pict 0102}\emdash\par more of it.\par"
    assert "“Café” — naïveé, {a} b —" in rich(body).text
    assert "gone" not in rich(body).text and "0102" not in rich(body).text
    assert "\U0001f600" in rich(r"\pard A smile \u-10179?\u-8704? and some words.\par").text


def test_headings_of_rich_text_are_told_by_their_level() -> None:
    body = rf"\pard\outlinelevel0 Old bridge to be repaired\par\pard {FIRST}\par"
    body += rf"\pard\outlinelevel1 What it costs\par\pard {SECOND}\par"
    article = rich(body)
    assert article.headline == "Old bridge to be repaired"
    assert article.texts(BlockRole.SUBHEAD) == ("What it costs",)


def test_braces_without_end_are_no_trouble() -> None:
    assert FIRST in rich("{" * 50_000 + FIRST).text
