"""The rows of an import report: which are shown, in which order, and what each says. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from reader.core.advice import in_short, what_to_do
from reader.core.reports import ReportLine
from reader.core.wording import sentence
from reader.gui.counting import counted
from reader.gui.pages.page_model import RowLook
from reader.gui.panes.text import translate
from reader.gui.tally import WAITS
from reader.services.report_words import place

TABS = ("all", "imported", "updated", "known", "failed")
FILE, MIDDLE, LAST = range(3)
"""The columns. The middle one says why or by whom, the last one what to do or what it is."""

_SIGNS = {
    "imported": ("added", "good"),
    "updated": ("changed", "warn"),
    "known": ("check", "text_secondary"),
    "failed": ("warning", "bad"),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which rows are wanted, and in which order."""

    tab: str = "all"
    typed: str = ""
    column: int | None = None
    """Sorted by; none for the order in which they came."""
    descending: bool = False


def heads(tab: str) -> tuple[str, str, str]:
    """What the columns are called."""
    file = translate("pages", "File")
    if tab == "failed":
        return file, translate("pages", "Reason"), translate("pages", "What to do")
    if tab == "all":
        return file, translate("pages", "Outcome"), translate("pages", "Headline, or what to do")
    return file, translate("pages", "Publication"), translate("pages", "Headline")


def arranged(lines: tuple[ReportLine, ...], wanted: Wanted) -> tuple[ReportLine, ...]:
    """The lines that are shown, in the order in which they are shown."""
    shown = [line for line in lines if wanted.tab in ("all", line.status)]
    if words := wanted.typed.casefold().split():
        shown = [line for line in shown if _has(line, words)]
    if wanted.column is not None:
        shown.sort(key=_key(wanted), reverse=wanted.descending)
    return tuple(shown)


def _has(line: ReportLine, words: list[str]) -> bool:
    why = f"{in_short(line.reason)}\n{what_to_do(line.reason)}" if line.reason else ""
    told = f"{line.path}\n{line.member}\n{line.headline}\n{line.publication}\n{line.status}\n{why}".casefold()
    return all(word in told for word in words)


def status_words(status: str) -> str:
    """What became of a file, in a word."""
    return {
        "imported": translate("pages", "Imported"),
        "updated": translate("pages", "Updated"),
        "known": translate("pages", "Known"),
        "failed": translate("pages", "Failed"),
    }[status]


def stored_of(lines: tuple[ReportLine, ...]) -> Counter[str]:
    """How many articles of each file are in the library."""
    return Counter(line.path for line in lines if line.status != "failed")


def waits(line: ReportLine) -> bool:
    """Whether a table still waits until it is told which column is which."""
    return line.reason is not None and line.reason.code == WAITS and not line.is_answered


def look_of(line: ReportLine, tab: str, root: str, beside: int = 0) -> RowLook:
    """How a line is shown on a tab, of an import whose files are named from ``root``.

    ``beside`` is how many articles of the same file are in the library.
    """
    file = place(line, root)
    if line.reason is not None:
        short, todo = in_short(line.reason), what_to_do(line.reason)
        if line.member and beside and line.reason.code != WAITS:
            one = translate("pages", "The other article in it was imported")
            todo = counted(beside, one, translate("pages", "The other {0} articles in it were imported"))
        link = LAST if waits(line) else None
        if line.is_answered:
            todo = translate("pages", "Answered, and imported since")
        tip = "\n".join((place(line, ""), sentence(line.reason), todo))
        return RowLook((file, short, todo), _SIGNS["failed"], tip, link, status_words("failed"))
    headline = line.headline or translate("pages", "No longer in the library")
    middle = status_words(line.status) if tab == "all" else line.publication
    tip = "\n".join(filter(None, (place(line, ""), line.publication, headline)))
    return RowLook((file, middle, headline), _SIGNS[line.status], tip, spoken=status_words(line.status))


def _key(wanted: Wanted) -> Callable[[ReportLine], tuple[str, str]]:
    if wanted.column == FILE:
        return lambda line: (line.path.casefold(), line.member.casefold())
    if wanted.column == LAST:
        return lambda line: ((what_to_do(line.reason) if line.reason else line.headline).casefold(), line.path)
    if wanted.tab == "all":
        return lambda line: ((in_short(line.reason) if line.reason else line.status).casefold(), line.path)
    return lambda line: ((in_short(line.reason) if line.reason else line.publication).casefold(), line.path)
