"""The one door for XML: nothing is expanded, followed or fetched, and what can be read is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.core.reasons import Trouble
from reader.ingest.prolog import root_name
from reader.ingest.xml import MAX_DEPTH, children, elements, local_name, parse_xml, tame_xml, words


def test_words_are_read_with_single_spaces() -> None:
    root = parse_xml(b"<?xml version='1.0'?><story><p>The ferry\n  <b>sailed</b>.</p></story>", "a.xml")
    assert words(root) == "The ferry sailed."
    assert [words(b) for b in elements(root, "b")] == ["sailed"]


def test_file_that_an_entity_names_is_never_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("harbor master's key")
    page = f'<!DOCTYPE a [<!ENTITY x SYSTEM "{secret.as_uri()}">]><a>Tide: &x;</a>'
    assert words(parse_xml(page.encode(), "a.xml")) == "Tide: &x;"


def test_include_is_not_resolved(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("harbor master's key")
    page = (
        '<a xmlns:xi="http://www.w3.org/2001/XInclude"><p>Tide</p>'
        f'<xi:include href="{secret.as_uri()}" parse="text"/></a>'
    )
    assert words(parse_xml(page.encode(), "a.xml")) == "Tide"


@pytest.mark.parametrize(
    "subset",
    [
        '<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">',
        '<!ENTITY a "%s">' % ("A" * 500),
        "<!ENTITY a 'x'><!ENTITY b '&#38;a;%p;'>",
    ],
)
def test_entities_that_grow_are_refused(subset: str) -> None:
    with pytest.raises(Trouble) as trouble:
        parse_xml(f"<!DOCTYPE a [{subset}]><a>&b;</a>".encode(), "a.xml")
    assert trouble.value.reason.code == "entity-bomb"


def test_too_many_references_to_an_entity_are_refused() -> None:
    page = '<!DOCTYPE a [<!ENTITY co "Coastline Press">]><a>' + "&co;" * 10_001 + "</a>"
    with pytest.raises(Trouble) as trouble:
        parse_xml(page.encode(), "a.xml")
    assert trouble.value.reason.code == "entity-bomb"


def test_short_plain_entity_is_written_out() -> None:
    assert words(parse_xml(b'<!DOCTYPE a [<!ENTITY co "Coastline &#38; Sons">]><a>&co;</a>', "a.xml")) == (
        "Coastline & Sons"
    )


def test_names_of_html_are_characters_and_unknown_ones_stay_as_written() -> None:
    assert words(parse_xml(b"<a>Caf&eacute; &mdash; &harbor; &amp; &lt;</a>", "a.xml")) == "Café — &harbor; & <"


def test_stray_ampersand_is_a_character() -> None:
    assert words(parse_xml(b"<a>Tide & Sons</a>", "a.xml")) == "Tide & Sons"


def test_marked_section_stays_as_it_is() -> None:
    assert words(parse_xml(b"<a><![CDATA[Tide & Sons &eacute; <b>]]></a>", "a.xml")) == "Tide & Sons &eacute; <b>"


def test_document_type_is_dropped_however_it_is_written() -> None:
    page = """<!-- <b> --><?x y?><!DOCTYPE a SYSTEM "http://127.0.0.1:1/x.dtd" [<!-- ' ] --> <!ELEMENT a (#PCDATA)>]>
<a>Tide</a>"""
    assert tame_xml(page.encode(), "a.xml") == "<a>Tide</a>"
    assert words(parse_xml(b"<!DOCTYPE a 'x><a>Tide</a>", "a.xml")) == "Tide"


def test_words_at_any_depth_are_kept() -> None:
    page = "<x>" * 5_000 + "the low tide" + "</x>" * 5_000
    root = parse_xml(page.encode(), "a.xml")
    assert words(root) == "the low tide"
    assert sum(1 for _ in root.iter()) == MAX_DEPTH


def test_empty_elements_add_no_depth() -> None:
    page = "<a>" + "<br/>" * 500 + "<p>Tide</p></a>"
    assert sum(1 for _ in elements(parse_xml(page.encode(), "a.xml"), "br")) == 500


def test_what_is_not_well_formed_is_read_as_far_as_it_goes() -> None:
    root = parse_xml(b"<a><p>One</p><p>Two</q></p><p>Three</a>", "a.xml")
    assert [words(p) for p in elements(root, "p")][:2] == ["One", "Two"]


def test_prefix_without_namespace_is_known_by_its_local_name() -> None:
    root = parse_xml(b"<a><dc:Creator>Ilse Marenko</dc:Creator></a>", "a.xml")
    assert [(local_name(child), words(child)) for child in children(root, "creator")] == [("creator", "Ilse Marenko")]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "iso-8859-1", "windows-1252"])
def test_encodings(encoding: str) -> None:
    page = f'<?xml version="1.0" encoding="{encoding}"?><a>Café Åse</a>'
    assert words(parse_xml(page.encode(encoding), "a.xml")) == "Café Åse"


def test_wrongly_declared_encoding_is_overruled_by_the_bytes() -> None:
    page = '<?xml version="1.0" encoding="utf-16"?><a>Café</a>'
    assert words(parse_xml(page.encode(), "a.xml")) == "Café"


@pytest.mark.parametrize(
    ("declared", "written", "text"),
    [
        ("gb2312", "gb18030", "港口的渡輪在風暴後重新開航"),
        ("x-sjis", "cp932", "港のフェリーは嵐の後に再開した①"),
        ("ISO-2022-JP", "iso2022_jp", "港のフェリーは嵐の後に再開した"),
        ("euc-kr", "cp949", "항구의 연락선이 다시 떠났다 똠"),
    ],
)
def test_encodings_of_east_asia_are_read_as_browsers_do(declared: str, written: str, text: str) -> None:
    page = f'<?xml version="1.0" encoding="{declared}"?><a>{text}</a>'
    assert words(parse_xml(page.encode(written), "a.xml")) == text


def test_control_characters_are_dropped() -> None:
    assert words(parse_xml(b"<a>Ti\x00d\x0be &#0;</a>", "a.xml")) == "Tide"


@pytest.mark.parametrize("page", [b"", b"no mark-up", b"<", b"<!DOCTYPE a [", b"<?xml version='1.0'?>"])
def test_what_is_no_xml_is_named(page: bytes) -> None:
    with pytest.raises(Trouble) as trouble:
        parse_xml(page, "a.xml")
    assert trouble.value.reason.code == "damaged-xml"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("<!-- a <b> comment -->\n<rss version='2.0'>", "rss"),
        ('<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf.dtd">\n<nitf>', "nitf"),
        ("<rdf:RDF xmlns='x'>", "rdf"),
        ("<!DOCTYPE rss [<!ENTITY a 'AAAA", "rss"),
        ("Harbor < 5", ""),
    ],
)
def test_root_is_named(text: str, name: str) -> None:
    assert root_name(text) == name


@pytest.mark.parametrize("reference", ["&#xD800;", "&#0;", "&#1114112;", "&#99999999999999999999;", "&#xFFFFFFFFFF;"])
def test_reference_to_what_is_no_character_is_dropped(reference: str) -> None:
    assert words(parse_xml(f"<a>Ti{reference}de</q></a>".encode(), "a.xml")) == "Tide"
