"""RIS, BibTeX and Zotero's RDF."""

from __future__ import annotations

import datetime as dt

import pytest

from reader.core.article import Article
from reader.core.kinds import BlockRole
from reader.ingest import Found, Hints
from reader.ingest.exports.latex import plain_words
from reader.ingest.original import Original
from reader.ingest.reading import read_original

TODAY = dt.date(2026, 6, 1)


def found_in(text: str, path: str) -> list[Found]:
    steps = read_original(Original(path, text.encode()), Hints(TODAY))
    return [step for step in steps if isinstance(step, Found)]


def articles(text: str, path: str) -> list[Article]:
    return [found.article for found in found_in(text, path)]


def is_sound_closed(article: Article) -> bool:
    return (
        article.headline == "Sound closed"
        and article.byline == ("Jörg Weil", "Ann Leffe")
        and article.publication == "Coastline Press"
        and article.published is not None
        and article.published.iso == "2021-03-05"
        and article.origin.url == "https://example.org/a_b?x=1&y=2"
        and article.texts(BlockRole.BODY) == ("It was closed.",)
    )


RIS = """TY  - NEWS
AU  - Weil, Jörg
AU  - Leffe, Ann
TI  - Sound
closed
T2  - Coastline Press
DA  - 2021/03/05/
UR  - https://example.org/a_b?x=1&y=2
AB  - It was closed.
ER  -

TY  - BLOG
T1  - Not ended
TY  - JOUR
T1  - Last
ER  -
"""


def test_ris_gives_a_bookmark_a_reference() -> None:
    first, *others = articles(RIS, "a.ris")
    assert is_sound_closed(first)
    assert [article.headline for article in others] == ["Not ended", "Last"]


def test_the_original_of_a_reference_is_what_the_file_says_of_it() -> None:
    assert found_in(RIS, "a.ris")[1].original == b"TY  - BLOG\nT1  - Not ended"


BIBTEX = r"""
% made by hand
@string{ coast = "Coastline" }
@comment{ @article{no, title = {Not this one}} }
@article{weil2021,
  author  = {Weil, J{\"o}rg and Leffe, Ann},
  title   = {{S}ound closed},
  journal = coast # " Press",
  year    = 2021, month = mar, day = "5",
  url     = {https://example.org/a\_b?x=1&y=2},
  abstract = {It was closed.}
}
@misc{open, title = {Never {closed},
@online(web, title = "In {"}marks{"}", howpublished = "\url{https://example.org/z}")
"""


def test_bibtex_gives_a_bookmark_an_entry() -> None:
    first, second, third = articles(BIBTEX, "a.bib")
    assert is_sound_closed(first)
    assert second.headline.startswith("Never closed")
    assert (third.headline, third.origin.url) == ('In "marks"', "https://example.org/z")


@pytest.mark.parametrize(
    ("author", "name"),
    [
        ("Marenko, Ilse M.", "Ilse M. Marenko"),
        ("Ardell, Jr, Tomas", "Tomas Ardell Jr"),
        ("{The Coastline Desk}", "The Coastline Desk"),
        ("Jean de Velde", "Jean de Velde"),
    ],
)
def test_authors_have_their_first_name_first(author: str, name: str) -> None:
    assert articles(f"@misc{{a, title={{Sound}}, author={{{author}}}}}", "a.bib")[0].byline == (name,)


@pytest.mark.parametrize(
    ("latex", "words"),
    [
        (r"Malm{\"o}, {\'E}cole \'{\i}, na\"ive, \c{c}a, \v{S}koda", "Malmö, École í, naïve, ça, Škoda"),
        (r"Stra{\ss}e, {\O}rsted, \aa, \L{}\'od\'z", "Straße, Ørsted, å, Łódź"),
        (r"Fish \& chips: 5\% \$3 --- a \emph{sure} {Thing}", "Fish & chips: 5% $3 — a sure Thing"),
        (r"pages 3--5, ``so'' he said~once", "pages 3–5, “so” he said once"),
    ],
)
def test_latex_is_read_as_it_is_printed(latex: str, words: str) -> None:
    assert plain_words(latex) == words


RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:dcterms="http://purl.org/dc/terms/" xmlns:bib="http://purl.org/net/biblio#"
 xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:link="http://purl.org/rss/1.0/modules/link/">
<bib:Article rdf:about="#item_1">
  <z:itemType>newspaperArticle</z:itemType>
  <dcterms:isPartOf><bib:Newspaper><dc:title>Coastline Press</dc:title></bib:Newspaper></dcterms:isPartOf>
  <bib:authors><rdf:Seq>
    <rdf:li><foaf:Person><foaf:surname>Weil</foaf:surname><foaf:givenName>Jörg</foaf:givenName></foaf:Person></rdf:li>
    <rdf:li><foaf:Person><foaf:surname>Leffe</foaf:surname><foaf:givenName>Ann</foaf:givenName></foaf:Person></rdf:li>
  </rdf:Seq></bib:authors>
  <dc:title>Sound closed</dc:title>
  <dcterms:isReferencedBy rdf:resource="#item_2"/>
  <link:link rdf:resource="#item_3"/>
  <dc:date>2021-03-05</dc:date>
  <dc:identifier><dcterms:URI><rdf:value>https://example.org/a_b?x=1&amp;y=2</rdf:value></dcterms:URI></dc:identifier>
</bib:Article>
<bib:Memo rdf:about="#item_2"><rdf:value>&lt;p&gt;It was closed.&lt;/p&gt;</rdf:value></bib:Memo>
<z:Attachment rdf:about="#item_3"><z:itemType>attachment</z:itemType><dc:title>Snapshot</dc:title></z:Attachment>
<bib:Report rdf:about="#item_4"><z:itemType>report</z:itemType><dc:title>Landings</dc:title></bib:Report>
</rdf:RDF>"""


def test_zotero_gives_a_bookmark_an_item_with_its_notes() -> None:
    first, second = articles(RDF, "a.rdf")
    assert is_sound_closed(first)
    assert second.headline == "Landings"


def test_items_of_a_collection_are_no_parts_and_their_journal_is_no_item() -> None:
    items = """<bib:Article rdf:about="urn:a"><dc:title>Sound</dc:title><dcterms:isPartOf rdf:resource="urn:j"/>
        </bib:Article><bib:Journal rdf:about="urn:j"><dc:title>Coastline Press</dc:title></bib:Journal>
        <z:Collection><dc:title>Mine</dc:title><dcterms:hasPart rdf:resource="urn:a"/></z:Collection></rdf:RDF>"""
    (article,) = articles(RDF.partition("<bib:Article")[0] + items, "a.rdf")
    assert (article.headline, article.publication) == ("Sound", "Coastline Press")


def test_an_entity_of_a_zotero_file_reaches_no_other_file() -> None:
    doctype = '<!DOCTYPE rdf:RDF [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    (article,) = articles(doctype + RDF.replace("Landings", "Land&x;ings").replace("newspaperArticle", "note"), "a.rdf")
    assert article.headline == "Land&x;ings"


@pytest.mark.parametrize(
    ("one", "path"),
    [("@article{lee2020, title={Sound closed}}\n", "a.bib"), ("TY  - NEWS\nID  - 7\nTI  - Sound\nER  - \n", "a.ris")],
)
def test_references_with_one_key_have_names_of_their_own(one: str, path: str) -> None:
    members = [article.origin.member for article in articles(one * 3, path)]
    assert len(set(members)) == 3
    assert members[1:] == [f"{members[0]} 2", f"{members[0]} 3"]
