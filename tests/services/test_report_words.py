import csv
import datetime as dt
import io
from dataclasses import replace

import pytest

from reader.core.article import ArticleId
from reader.core.reasons import Reason
from reader.core.reports import ImportRun, Report, ReportLine
from reader.services.report_words import as_csv, as_text, facts, outcome, place, remark, root_of, title

NOON = dt.datetime(2024, 3, 14, 12, 2, tzinfo=dt.UTC)
NOW = dt.datetime(2024, 6, 1, tzinfo=dt.timezone(dt.timedelta(hours=2)))
RUN = ImportRun(
    7, NOON, NOON + dt.timedelta(seconds=12), "done", False, ("/home/ann/wire-2024-03",), 500,
    imported=484, updated=3, known=9, failed=4,
)  # fmt: skip
FAILED = ReportLine(1, "/home/ann/wire-2024-03/notes/0311-draft.txt", "", "failed", Reason("empty", ("x",)))
DONE = ReportLine(2, "/in/b.txt", "", "imported", None, ArticleId("b" * 16), "Crews\nweigh accord", "Coastline Press")


def test_a_run_is_called_by_when_it_began_where_the_reader_is() -> None:
    assert title(RUN, NOW) == "Import of 14 March, 14:02"
    assert title(RUN, NOW.replace(year=2025)) == "Import of 14 March 2024, 14:02"


@pytest.mark.parametrize(
    ("run", "words"),
    [
        (RUN, "“wire-2024-03”, 500 files, 12 seconds"),
        (replace(RUN, given=("/a.txt", "/b.txt"), files=1), "“a.txt” and “b.txt”, 1 file, 12 seconds"),
        (replace(RUN, given=("/a", "/b", "/c", "/d")), "“a”, “b” and 2 more, 500 files, 12 seconds"),
        (replace(RUN, ended=NOON), "“wire-2024-03”, 500 files, less than a second"),
        (replace(RUN, ended=NOON + dt.timedelta(minutes=5)), "“wire-2024-03”, 500 files, 5 minutes"),
        (
            replace(RUN, ended=None, state="stopped"),
            "“wire-2024-03”, 500 files. Stopped. What was imported is kept",
        ),
        (replace(RUN, ended=None, given=(), files=0), ""),
    ],
)
def test_facts_say_what_was_given_and_how_it_went(run: ImportRun, words: str) -> None:
    assert facts(run) == words


def test_an_import_that_was_taken_back_says_so() -> None:
    assert facts(replace(RUN, undone=True)).endswith(". Undone: its articles are no longer in the library")


def test_the_outcome_leaves_out_what_did_not_happen() -> None:
    assert outcome(RUN) == "Import done: 484 imported, 3 updated, 4 failed"
    assert outcome(replace(RUN, updated=0)) == "Import done: 484 imported, 4 failed"
    assert outcome(replace(RUN, imported=0, updated=0, failed=0)) == "Import done: 9 known"
    assert outcome(replace(RUN, imported=0, updated=0, known=0, failed=0)) == "Import done: nothing imported"
    assert outcome(replace(RUN, state="stopped", failed=0, updated=0)) == "Import stopped: 484 imported"


def test_below_the_failures_it_is_said_that_the_rest_is_safe() -> None:
    assert "The 496 other articles are in the library" in remark(RUN)
    assert "The other article is" in remark(replace(RUN, imported=1, updated=0, known=0))
    assert remark(replace(RUN, imported=0, updated=0, known=0)) == "Nothing was changed in the files."


@pytest.mark.parametrize(
    ("given", "root"),
    [
        (("/home/ann/wire",), "/home/ann/wire"),
        (("/home/ann/a.txt", "/home/ann/b.txt"), "/home/ann"),
        (("/home/ann/wire", "/home/ann/old/mail", "/home/ann/x.txt"), "/home/ann"),
        (("/home/ann/a.txt", "/mnt/b.txt"), ""),
        ((), ""),
    ],
)
def test_files_are_named_from_what_was_given_or_from_what_holds_all_of_it(given: tuple[str, ...], root: str) -> None:
    assert root_of(given) == root


def test_a_file_is_named_as_it_lies_there() -> None:
    root = root_of(RUN.given)
    assert place(FAILED, root) == "notes/0311-draft.txt"
    assert place(replace(FAILED, member="0218.html"), root) == "notes/0311-draft.txt / 0218.html"
    assert place(DONE, "/in/b.txt") == "b.txt"
    assert place(DONE, "/in/b") == "/in/b.txt"
    assert place(DONE, "") == "/in/b.txt"
    assert place(replace(DONE, path="/in/a\nb.txt"), "/in") == "a\\nb.txt"


def test_a_table_has_a_row_a_line_and_says_why() -> None:
    rows = list(csv.DictReader(io.StringIO(as_csv(Report(RUN, (FAILED, DONE))))))
    assert [row["status"] for row in rows] == ["failed", "imported"]
    assert (rows[0]["reason"], rows[0]["code"]) == ("Empty file", "empty")
    assert rows[0]["what to do"].startswith("Nothing to read")
    assert (rows[1]["headline"], rows[1]["publication"]) == ("Crews\\nweigh accord", "Coastline Press")


@pytest.mark.parametrize("headline", ["=HYPERLINK(1)", "+1", "-2", "@x"])
def test_no_headline_becomes_a_formula_of_a_spreadsheet(headline: str) -> None:
    (row,) = csv.DictReader(io.StringIO(as_csv(Report(RUN, (replace(DONE, headline=headline),)))))
    assert row["headline"] == f"'{headline}"


def test_as_text_the_failures_come_first_with_what_to_do() -> None:
    lines = as_text(Report(RUN, (DONE, FAILED)), NOW).splitlines()
    assert lines[0] == "Import of 14 March, 14:02"
    assert "484 imported, 3 updated, 9 known, 4 failed" in lines
    failed, imported = lines.index("Failed (1)"), lines.index("Imported (1)")
    assert failed < imported
    assert lines[failed + 1].strip() == FAILED.path
    assert lines[failed + 2].strip() == "Empty file. Nothing to read. Save it again from where it came"
    assert lines[imported + 2].strip() == "Crews\\nweigh accord"


def test_names_that_are_no_text_can_be_written() -> None:
    odd = Report(RUN, (replace(FAILED, path="/in/\udcff.txt"),))
    assert "\\udcff" in as_csv(odd).encode("utf-8").decode()
    assert "\\udcff" in as_text(odd, NOW).encode("utf-8").decode()
