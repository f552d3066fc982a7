"""Which column of a table is which."""

from __future__ import annotations

import pytest

from reader.ingest.tables.columns import propose
from reader.ingest.tables.words import names_columns, role_of

BODY = "MERESUND -- The Grey Sound was closed to all crews on Wednesday after two boats were lost. " * 5


def roles(header: str, *rows: tuple[str, ...]) -> dict[str, str]:
    proposal = propose(header.split(","), rows)
    return {role: name for name, role in zip(proposal.roles.columns, proposal.roles.roles, strict=True) if role}


@pytest.mark.parametrize(
    "header",
    [
        "headline,authors,pub_date,source,text,link,description",
        "Title,Byline,Publication Date,Newspaper,Full Text,URL,Abstract",
        "Überschrift,Verf.,Wann,Blatt,Inhalt,Adresse,Vorspann",
        "Titre,Auteur,Date de publication,Journal,Texte,Lien,Chapô",
        "Título,Autor,Fecha,Medio,Texto,Enlace,Entradilla",
        "Titolo,Autore,Data,Testata,Testo,Link,Sommario",
    ],
)
def test_columns_are_known_by_their_names_in_many_languages(header: str) -> None:
    names = header.split(",")
    wanted = ("headline", "byline", "published", "publication", "body", "url", "summary")
    assert roles(header) == dict(zip(wanted, names, strict=True))


def test_of_two_columns_the_better_name_wins_and_the_other_is_asked_where_it_is_empty() -> None:
    proposal = propose(("title_rss", "title"), ())
    assert proposal.roles.roles == ("", "headline")
    assert proposal.others == (("headline", 0),)


def test_an_empty_column_gives_way_to_a_filled_one() -> None:
    assert roles("content,text", ("", BODY))["body"] == "text"


def test_fields_of_inner_objects_are_known_by_both_names() -> None:
    assert role_of("source.name") == role_of("Source Name")
    assert role_of("title.rendered") == role_of("title")
    assert role_of("image.url") is None
    assert role_of("author.url") is None


def test_a_source_that_holds_addresses_is_the_address() -> None:
    assert roles("title,source", ("Harbor opens", "https://example.org/a"))["url"] == "source"


def test_a_column_of_addresses_is_known_by_what_it_holds() -> None:
    proposal = propose(("c1", "c2"), [("Harbor opens", "https://example.org/a")])
    assert proposal.roles.roles[1] == "url"
    assert proposal.is_sure


def test_prose_under_a_strange_name_is_only_guessed() -> None:
    proposal = propose(("xq", "zz"), [("Harbor opens to herring crews", BODY)])
    assert proposal.roles.roles == ("headline", "body")
    assert not proposal.is_sure


def test_a_name_that_many_things_have_is_not_enough() -> None:
    assert not propose(("name", "price"), [("Rope", "4.50")]).is_sure


def test_days_of_saving_are_no_days_of_publication() -> None:
    assert "published" not in roles(
        "title,url,time_added,status", ("A", "https://example.org/a", "1600322788", "unread")
    )
    assert "published" not in roles("URL,Title,Folder,Timestamp", ("https://example.org/a", "A", "News", "1600322788"))
    assert roles("title,text,created_at", ("A", BODY, "2021-03-05"))["published"] == "created_at"


def test_pinboard_calls_the_headline_description() -> None:
    found = roles("href,description,extended,time,shared", ("https://example.org/a", "Harbor", "a note", "", "no"))
    assert (found["headline"], found["summary"]) == ("description", "extended")


def test_a_date_that_can_be_read_in_one_way_decides_for_its_column() -> None:
    american = propose(("title", "date"), [("A", "1/2/2021"), ("B", "1/13/2021")])
    european = propose(("title", "date"), [("A", "1/2/2021"), ("B", "13/1/2021")])
    unclear = propose(("title", "date"), [("A", "1/2/2021"), ("B", "3/4/2021")])
    assert (american.roles.day_first, american.is_day_clear) == (False, True)
    assert (european.roles.day_first, european.is_day_clear) == (True, True)
    assert not unclear.is_day_clear


def test_rows_are_named_by_an_id_only_where_each_has_another() -> None:
    assert propose(("id", "title"), [("7", "A"), ("8", "B")]).id == 0
    assert propose(("id", "title"), [("7", "A"), ("7", "B")]).id is None


@pytest.mark.parametrize(
    "text", ["headline,url,date\na,b,c", "Titel;Datum;Text;Nr\na;b;c;d", "id\ttitle\turl\n1\ta\tb"]
)
def test_a_header_is_told_from_prose(text: str) -> None:
    assert names_columns(text)


@pytest.mark.parametrize(
    "text",
    [
        "The title, the author, and the date were missing.\nNobody knew, said the union.",
        "News | Text | Link\nHarbor crews vote to strike\n",
        "title\na",
        "one,two,three\n1,2,3",
        "",
    ],
)
def test_prose_is_no_header(text: str) -> None:
    assert not names_columns(text)
