import pytest

from reader.core.article import ArticleId
from reader.core.lessons import TableRoles
from reader.core.reasons import Reason
from reader.core.steps import Changes, Failed, Imported, Known, Noted, Progress, Step, Updated
from reader.services.lines import (
    ImportJob,
    Job,
    PendingJob,
    RebuildJob,
    UndoJob,
    done_line,
    job_in,
    job_line,
    step_in,
    step_line,
    trouble_line,
)

ID = ArticleId("0123456789abcdef")


@pytest.mark.parametrize(
    "step",
    [
        Imported("a.txt", ID, 1),
        Known("a.txt", ID, 1, "member"),
        Updated("a.txt", ID, 2, ArticleId("f" * 16)),
        Failed("ü\udcff.txt", Reason("missing", ("ü",)), 1),
        Noted(Reason("index-rebuilt")),
        Progress("import", 1, 2),
        Changes((ID,), entities=True),
    ],
)
def test_a_step_survives_the_way(step: Step) -> None:
    line = step_line(step)
    assert "\n" not in line
    assert step_in(line) == step


@pytest.mark.parametrize("job", [ImportJob(("a\nb", "c"), wait=False), PendingJob(), RebuildJob(), UndoJob(3)])
def test_a_job_survives_the_way(job: Job) -> None:
    assert job_in(job_line("/library", job)) == ("/library", job)


def test_the_end_and_a_trouble_are_told_apart() -> None:
    assert step_in(done_line()) is None
    assert step_in(trouble_line(Reason("busy"))) == Reason("busy")


def test_a_job_carries_the_columns_that_hold_for_it_alone() -> None:
    table = TableRoles(("Titel", "Inhalt"), ("headline", "body"), day_first=False)
    job = ImportJob(("a.csv",), watched="/clips", tables=(table,))
    assert job_in(job_line("/library", job)) == ("/library", job)
