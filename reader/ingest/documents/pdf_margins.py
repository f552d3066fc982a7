"""What stands at the edges of pages: running heads, page numbers, what a browser prints around a page."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from reader.ingest.addresses import canonical_address, date_in
from reader.ingest.dates import read_stamp
from reader.ingest.documents.pdf_records import Page, Run

_EDGE = 0.09  # of the height of a page, above and below
_NARROW_EDGE = 0.06
_SAME_PLACE = 6.0  # points by which a running head may move from page to page
_LONGEST = 200  # code points
_FIGURES = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"[-–—|•\s]*(?:(?:page|seite|p\.|pg\.?|página|pagina|strana|стр\.?|sayfa)\s?)?\d{1,4}\s?"
    r"(?:(?:/|of|von|de|di|sur|из)\s?\d{1,4})?[-–—|•\s]*",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(https?://[^\s]{4,2000}?|file:///\S{1,1000})(?:\s+\d{1,4}\s?/\s?\d{1,4})?")
# "11/22/26, 2:00 PM", "22.11.2026, 14:00": when a browser printed the page, as the reader's country writes it.
_PRINTED = re.compile(
    r"\d{1,4}[./-]\s?\d{1,2}[./-]\s?\d{2,4}\.?,?\s+(?:um |à |at |kl\. )?"
    r"\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[AaPp]\.?\s?[Mm]\.?)?"
)


@dataclass(frozen=True, slots=True)
class Margins:
    """What was set aside, and what it tells."""

    runs: frozenset[Run]
    """All that is no text of the pages. Runs count by what they hold and where they stand."""
    lines: tuple[str, ...]
    """Their words, each once, in order."""
    address: str = ""
    """Where the page was found that a browser printed; empty where the browser cut it off."""
    host: str = ""
    """The name of the site in such an address, or the one to which most links lead."""
    day: dt.date | None = None
    """The day that such an address gives."""
    is_print: bool = False
    """Whether a browser printed the document."""


def margins_of(pages: Sequence[Page]) -> Margins:
    """Set aside what stands at the same place on several pages, page numbers, and the lines that browsers print."""
    edges = [(page, run) for page in pages for run in page.runs if _is_at_edge(page, run, _EDGE)]
    counted = Counter(key for page, run in edges for key in {_key(run)})
    often = 2 if len(pages) < 6 else 3
    found: dict[Run, None] = {}
    whole, is_print = "", False
    for page, run in edges:
        text = run.text.strip()
        printed = _ADDRESS.fullmatch(text)
        if printed is not None and _is_at_edge(page, run, _NARROW_EDGE):
            whole, is_print = whole or printed[1], True
        elif not (_is_repeated(_key(run), counted, often) or _is_number(page, run, text)):
            continue
        found[run] = None
    heads = {page.number: (page, run) for page, run in edges if _PRINTED.fullmatch(run.text.strip()[:40])}
    for page, head in heads.values():  # the title stands on its line
        beside = [run for run in page.runs if abs(run.bottom - head.bottom) < head.size / 2]
        if _is_at_edge(page, head, _NARROW_EDGE) and (is_print or head in found):
            found.update(dict.fromkeys(beside))
            is_print = True
    words: dict[str, str] = {}
    for run in found:
        words.setdefault(_FIGURES.sub("#", run.text.strip()), " ".join(run.text.split()))
    host = (urlsplit(whole.replace("…", "")).hostname or "") if whole else _usual_host(pages)
    return Margins(frozenset(found), tuple(words.values()), _uncut(whole), host, date_in(whole), is_print)


def _usual_host(pages: Sequence[Page]) -> str:
    """The site to which most links of a document lead: a printed page is full of links to its own site."""
    hosts = Counter(host for page in pages for host in page.hosts)
    best = hosts.most_common(1)
    return best[0][0] if best and best[0][1] >= _FEWEST_LINKS and 2 * best[0][1] > hosts.total() else ""


_FEWEST_LINKS = 5


def day_in(margins: Margins) -> str:
    """The running head that gives the day of a newspaper, or empty; a browser's is the day of the print."""
    return "" if margins.is_print else next((line for line in margins.lines if read_stamp(line) is not None), "")


def _is_at_edge(page: Page, run: Run, edge: float) -> bool:
    if len(run.text) > _LONGEST and not run.text.startswith("http"):
        return False
    return run.bottom > (1 - edge) * page.height or run.top < edge * page.height


def _key(run: Run) -> tuple[str, int]:
    return _FIGURES.sub("#", " ".join(run.text.split())).casefold(), round(run.bottom / _SAME_PLACE)


def _is_repeated(key: tuple[str, int], counted: Counter[tuple[str, int]], often: int) -> bool:
    words, place = key
    return sum(counted[words, place + move] for move in (-1, 0, 1)) >= often


def _is_number(page: Page, run: Run, text: str) -> bool:
    """A number alone at the edge; in the middle of the text it would be a figure of a table."""
    return len(text) < 20 and _PAGE_NUMBER.fullmatch(text) is not None and _is_at_edge(page, run, _EDGE)


def _uncut(address: str) -> str:
    """The address, or nothing where the browser cut it off or the page lay on a disk."""
    return "" if "…" in address or address.startswith("file:") else canonical_address(address)
