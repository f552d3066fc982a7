"""CSV and TSV files to articles."""

from __future__ import annotations

import datetime as dt
import tracemalloc
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from reader.core.article import Article
from reader.core.kinds import BlockRole
from reader.core.lessons import Lessons, TableRoles
from reader.core.steps import Failed
from reader.ingest import Found, Hints, gate, read
from reader.ingest.original import Original
from reader.ingest.reading import read_original

TODAY = dt.date(2026, 6, 1)
BODY = "The Grey Sound was closed to all crews on Wednesday, the harbor master said."


def found_in(table: str | bytes, lessons: Lessons | None = None, path: str = "a.csv") -> list[Found | Failed]:
    data = table if isinstance(table, bytes) else table.encode()
    hints = Hints(TODAY, lessons or Lessons())
    return [one for one in read_original(Original(path, data), hints) if isinstance(one, (Found, Failed))]


def articles(table: str | bytes, lessons: Lessons | None = None) -> list[Article]:
    return [one.article for one in found_in(table, lessons) if isinstance(one, Found)]


def codes(table: str) -> list[tuple[str, str]]:
    return [(one.reason.code, one.member) for one in found_in(table) if isinstance(one, Failed)]


def test_a_row_is_an_article_with_its_fields() -> None:
    (article,) = articles(
        "Titel;Verf.;Wann;Blatt;Inhalt;Adresse\n"
        f'Sound closed;Jörg Weil;04.10.2023;Coastline Press;"{BODY}\n\nNobody may sail.";https://example.org/a\n'
    )
    assert article.headline == "Sound closed"
    assert article.byline == ("Jörg Weil",)
    assert article.published is not None
    assert article.published.iso == "2023-10-04"
    assert article.publication == "Coastline Press"
    assert article.texts(BlockRole.BODY) == (BODY, "Nobody may sail.")
    assert article.origin.url == "https://example.org/a"


def test_an_address_without_a_text_is_a_bookmark_with_its_notes() -> None:
    (article,) = articles("URL,Title,Selection,Note\nhttps://example.org/a,Harbor opens,a passage,my note\n")
    assert "bookmark" in article.flags
    assert article.headline == "Harbor opens"
    assert article.texts(BlockRole.BODY) == ("a passage", "my note")


def test_the_address_as_it_was_given_is_kept_where_the_canonical_one_says_less() -> None:
    given = "https://example.org/a?utm_source=x"
    (article,) = articles(f"title,url\nHarbor opens,{given}\n")
    assert article.origin.url == "https://example.org/a"
    assert [removal.text for removal in article.removals] == [given]


def test_addresses_without_a_scheme_can_be_opened_and_others_are_kept_as_they_are() -> None:
    first, second = articles("title,url\nA,www.example.org/a\nB,about:reader?url=x\n")
    assert first.origin.url == "https://www.example.org/a"
    assert second.origin.url == ""
    assert [removal.text for removal in second.removals] == ["about:reader?url=x"]


def test_html_in_a_cell_becomes_lines_with_roles() -> None:
    (article,) = articles(f'title,content\nHarbor opens,"<h2>The vote</h2><p>{BODY}</p>"\n')
    assert article.texts(BlockRole.SUBHEAD) == ("The vote",)
    assert article.texts(BlockRole.BODY) == (BODY,)


def test_a_saved_page_in_a_cell_is_read_as_one() -> None:
    story = f"<article><h1>Harbor opens</h1>{f'<p>{BODY}</p>' * 3}</article>"
    page = f"<!DOCTYPE html><html><head><title>Harbor opens</title></head><body>{story}</body></html>"
    (article,) = articles(f'url,html\nhttps://example.org/a,"{page}"\n')
    assert article.headline == "Harbor opens"
    assert article.origin.url == "https://example.org/a"


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_any_usual_delimiter_is_known(mark: str) -> None:
    header, row = ("title", "text", "url"), ("Harbor opens", "No words", "https://example.org/a")
    assert [a.headline for a in articles(f"{mark.join(header)}\n{mark.join(row)}\n")] == ["Harbor opens"]


def test_the_line_in_which_spreadsheets_name_the_delimiter_is_no_header() -> None:
    assert [a.headline for a in articles("sep=;\ntitle;url\nA, B and C;https://example.org/a\n")] == ["A, B and C"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encodings_of_spreadsheets_are_told(encoding: str) -> None:
    table = "Titre,Lien,Texte\nLe port fermé à minuit,https://example.org/a,Les équipages restent à quai\n"
    assert articles(table.encode(encoding))[0].headline == "Le port fermé à minuit"


def test_a_field_may_be_longer_than_the_csv_module_takes() -> None:
    assert len(articles(f'title,text\nHarbor,"{BODY * 5000}"\nOpens,"{BODY}"\n')) == 2


def test_formulas_and_nuls_are_only_text() -> None:
    assert [a.headline for a in articles(f"title,text\n=1+1,{BODY}\nA\0B,{BODY}\n")] == ["=1+1", "AB"]


def test_quotation_marks_after_backslashes_are_part_of_the_text() -> None:
    table = 'title,text\n"A \\"sure\\" vote","They said \\"no\\", and left the harbor"\n'
    (article,) = articles(table)
    assert article.headline == 'A "sure" vote'
    assert article.texts(BlockRole.BODY) == ('They said "no", and left the harbor',)


def test_a_quotation_mark_that_is_never_closed_does_not_swallow_the_rows_below() -> None:
    table = 'title,text,url\nOne,"never closed,x\nTwo,words,https://example.org/b\nThree,words,https://example.org/c\n'
    assert [a.headline for a in articles(table)] == ["One", "Two", "Three"]


def test_a_quotation_mark_left_open_ends_before_the_next_row() -> None:
    rows = [f'"Story {number}","{BODY}\n\nNobody may sail, {number}."\n' for number in range(6)]
    rows[2] = rows[2].replace('."\n', ".\n")
    found = articles("title,text\n" + "".join(rows))
    assert [a.headline for a in found] == [f"Story {number}" for number in range(6)]
    assert found[2].texts(BlockRole.BODY) == (BODY, "Nobody may sail, 2.")
    assert [a.origin.member for a in found][2:4] == ["8", "11"]


def test_two_rows_with_open_marks_below_one_another_are_two() -> None:
    rows = [f'{number},"Story {number}","{BODY}"\n' for number in range(6)]
    rows[2:4] = [row.replace('."\n', ".\n") for row in rows[2:4]]
    assert [a.headline for a in articles("id,title,text\n" + "".join(rows))] == [f"Story {n}" for n in range(6)]


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ('"He said "no" to it, and left."', 'He said "no" to it, and left.'),
        ('"He left, and said "no""', 'He left, and said "no"'),
        ('"We" stay here.', '"We" stay here.'),
        ('"He said "no" to it,\nand left the harbor."', 'He said "no" to it,\nand left the harbor.'),
    ],
)
def test_marks_that_nobody_doubled_stay_in_the_text(cell: str, words: str) -> None:
    found = articles(f'title,text\n"One","{BODY}"\n"Two",{cell}\n"Three","{BODY}"\n"Four","{BODY}"\n')
    assert [a.headline for a in found] == ["One", "Two", "Three", "Four"]
    assert "\n".join(found[1].texts(BlockRole.BODY)) == words


def test_paragraphs_with_as_many_commas_as_rows_are_no_rows() -> None:
    long = '"One","First, they sailed.\n\nThen, they came home."\n'
    table = f'title,text\n{long}"Two","He said "no" to it.\nAt noon, he left.\nAt one, he was back."\n{long}'
    assert [a.headline for a in articles(table)] == ["One", "Two", "One"]
    assert articles(table)[1].texts(BlockRole.BODY)[-1] == "At one, he was back."


def test_a_space_may_follow_each_delimiter() -> None:
    (article,) = articles(f'"title", "text", "url"\n"One, two", "{BODY}", "https://example.org/a"\n')
    assert (article.headline, article.origin.url) == ("One, two", "https://example.org/a")


def test_a_text_that_is_cut_off_with_its_file_stays_one_text() -> None:
    (article,) = articles('title,url,text\nOne,https://example.org/a,"It began,\nand went on\nand was cut')
    assert article.texts(BlockRole.BODY) == ("It began,", "and went on", "and was cut")


def test_rows_may_be_too_short_or_too_long() -> None:
    found = articles("title,url,text\nOne,https://example.org/a,Words with, a comma\nTwo,https://example.org/b\n")
    assert [a.headline for a in found] == ["One", "Two"]
    assert found[0].texts(BlockRole.BODY) == ("Words with, a comma",)


@pytest.mark.parametrize(
    ("header", "row", "fields"),
    [
        ("title,text,url", "One,Rain fell, and more, too,https://a.example", "One|Rain fell, and more, too|https"),
        ("title,text,url", "One,Rain fell on Monday, later than ever.", "One|Rain fell on Monday, later than ever.|"),
        ("title,text,url", "One,Rain fell,1,000 left.,https://a.example", "One|Rain fell,1,000 left.|https"),
        ("title,url,text", "One, two and three,https://a.example,Rain", "One, two and three|Rain|https"),
        ("title,url,text", "One, two,https://a.example,Rain, and more", "One, two|Rain, and more|https"),
        ("text,title,date", "Rain fell, and more,One,2021-05-03", "One|Rain fell, and more|"),
    ],
)
def test_a_comma_that_nobody_quoted_stays_in_its_text(header: str, row: str, fields: str) -> None:
    (article,) = articles(f"{header}\n{row}\n")
    (text,) = article.texts(BlockRole.BODY)
    assert f"{article.headline}|{text}|{article.origin.url[:5]}" == fields


def test_a_note_in_the_place_of_an_address_is_no_part_of_a_text_that_has_ended() -> None:
    (article,) = articles(f"title,text,url\nOne,{BODY.replace(',', '')},none was given\n")
    assert article.texts(BlockRole.BODY) == (BODY.replace(",", ""),)


def test_of_two_columns_without_names_the_shorter_is_the_headline() -> None:
    rows = [f'News of {tree},"{BODY} It stood by the {tree}.",https://example.org/{tree}' for tree in ("ash", "elm")]
    first, second = articles("\n".join(rows))
    assert (first.headline, second.headline) == ("News of ash", "News of elm")
    assert first.texts(BlockRole.BODY) == (f"{BODY} It stood by the ash.",)


def test_a_row_that_says_nothing_is_told_with_its_line_and_the_next_is_read() -> None:
    table = 'title,text,nr\n"One",words,1\n,,2\nTwo,"more\nwords",3\n,,4\n'
    assert codes(table) == [("empty-line", "3"), ("empty-line", "6")]
    assert len(articles(table)) == 2


def test_columns_that_nobody_can_map_are_asked_for_once() -> None:
    (failed,) = found_in("xq,zz\n1,2\n3,4\n")
    assert isinstance(failed, Failed)
    assert (failed.reason.code, failed.reason.args) == ("which-column", ("a.csv", "xq, zz"))


def test_what_the_reader_chose_for_these_columns_is_done() -> None:
    chosen = TableRoles(("xq", "zz", "title"), ("headline", "body", ""))
    found = articles(f"xq,zz,title\nHarbor opens,{BODY},no headline\n", Lessons(tables=(chosen,)))
    assert [a.headline for a in found] == ["Harbor opens"]


def test_a_table_without_a_header_is_asked_for_and_loses_no_row() -> None:
    chosen = TableRoles(("1", "2", "3"), ("", "headline", "body"))
    table = f'3,Harbor opens to herring crews again,"{BODY}"\n4,Second headline of the day,"{BODY}"\n'
    assert codes(table) == [("which-column", "")]
    assert len(articles(table, Lessons(tables=(chosen,)))) == 2


def test_a_date_far_below_decides_how_the_dates_of_a_column_are_read() -> None:
    table = "title,date,text\n" + f"Harbor,1/2/2021,{BODY}\n" * 200 + f"Last,1/13/2021,{BODY}\n"
    first = articles(table)[0].published
    assert first is not None
    assert first.iso == "2021-01-02"


def test_dates_that_nothing_decides_are_left_alone() -> None:
    assert articles(f"title,date,text\nHarbor,1/2/2021,{BODY}\n")[0].published is None


def test_the_original_of_a_row_is_a_table_with_that_row_alone() -> None:
    first, _ = found_in(f'title,text\n"One, or two",{BODY}\nThree,{BODY}\n')
    assert isinstance(first, Found)
    assert first.original == f'title,text\n"One, or two","{BODY}"\n'.encode()
    assert articles(first.original)[0].headline == "One, or two"


def test_rows_keep_their_names_when_others_are_added_above() -> None:
    def members(table: str) -> list[str]:
        return [article.origin.member for article in articles(table)]

    assert members(f"id,title,text\n7,A,{BODY}\n8,B,{BODY}\n") == ["7", "8"]
    assert members("title,url\nA,https://example.org/a\n") == ["https://example.org/a"]
    assert members(f"title,text\nA,{BODY}\nB,{BODY}\n") == ["2", "3"]


def test_rows_with_one_id_or_one_address_have_names_of_their_own() -> None:
    rows = "".join(f"{number},A{number},{BODY}\n" for number in range(60))
    members = [a.origin.member for a in articles(f"id,title,text\n{rows}7,B,{BODY}\n")]
    assert members[-1] == "7 62"
    assert len(set(members)) == 61
    same = "title,url\nA,https://example.org/a\nB,https://example.org/a\n"
    assert [a.origin.member for a in articles(same)] == ["https://example.org/a", "https://example.org/a 3"]


def test_a_midnight_with_its_zone_is_a_time_where_other_rows_have_one() -> None:
    def days(*dates: str) -> list[str]:
        table = "title,published_at,text\n" + "".join(f"A,{date},{BODY}\n" for date in dates)
        return [article.published.iso for article in articles(table) if article.published]

    assert days("2021-05-03T00:00:00Z", "2021-05-04T09:30:00Z") == ["2021-05-03T00:00+00:00", "2021-05-04T09:30+00:00"]
    assert days("2021-05-03T00:00:00Z", "2021-05-04T00:00:00Z") == ["2021-05-03", "2021-05-04"]
    assert days("2021-05-03 00:00", "2021-05-04 09:30") == ["2021-05-03", "2021-05-04T09:30"]


def test_a_dump_is_read_row_by_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "MAX_UNPACKED", 1_000_000)
    path = tmp_path / "dump.csv"
    with path.open("w", encoding="utf-8") as file:
        file.write("title,text\n")
        for number in range(5000):
            file.write(f'Story {number},"{BODY * 10}"\n')
    steps: Iterator[object] = read(path, Hints(TODAY))
    list(islice(steps, 100))
    tracemalloc.start()
    assert sum(isinstance(step, Found) for step in islice(steps, 1000)) == 1000
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 2_000_000
