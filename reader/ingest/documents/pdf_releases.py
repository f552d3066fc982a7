"""Press releases: letterhead and contacts above the headline, and what stands below the mark that ends the story."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.core.article import Published
from reader.ingest.dates import is_stamp_line
from reader.ingest.documents.pdf_paragraphs import Paragraph, body_size
from reader.ingest.documents.told import day_of

_HEAD = 20  # paragraphs among which the label of a release stands
_PROSE = 120  # code points
_FEWEST_WORDS = 3
_LARGER = 1.1
_LONGEST_NAME = 8  # words of who gives the release out
_OPENING = re.compile(r"[^\W\d_][^–—]{4,80}?\s?(?:[–—]|\s-{1,2}\s)")
_LABEL = re.compile(
    r"(?:for immediate release|(?:press|news|media) (?:release|statement)|embargoed (?:until|for).{0,60}"
    r"|for release.{0,40}"
    r"|presse(?:mitteilung|information|meldung)|medienmitteilung|communiqu[ée] de presse|(?:comunicado|nota) de prensa"
    r"|(?:comunicado|nota) (?:de|[àa]) imprensa|comunicato stampa|persbericht|pressemeddelelse|pressmeddelande)"
    r"(?:\s?[:–—-]|\s(?:no|nr|n[°º])\b)?[.\s\d/|–—-]{0,24}",
    re.IGNORECASE,
)
_END = re.compile(
    r"(?:#\s?){3,5}|[-–—]\s?(?:30|ends?|ende|fin|fine)\s?[-–—]|\[?(?:ENDS?|ENDE|FIN)\]?\.?", re.IGNORECASE
)
_ADDRESS = re.compile(r"@|\bwww\.|https?:|\d{3}")


@dataclass(frozen=True, slots=True)
class Release:
    """A press release without what surrounds it."""

    story: tuple[Paragraph, ...]
    around: tuple[str, ...]
    publication: str = ""
    day: Published | None = None


def release_of(paragraphs: Sequence[Paragraph]) -> Release | None:
    """The release that a document is; None where nothing in it says so."""
    label = next((at for at, found in enumerate(paragraphs[:_HEAD]) if _LABEL.fullmatch(found.text)), None)
    end = next((at for at, found in enumerate(paragraphs) if _END.fullmatch(found.text)), None)
    title = _headline(paragraphs, label + 1) if label is not None else None
    last = end if end is not None and _letters(paragraphs[:end]) > _letters(paragraphs[end:]) else len(paragraphs)
    if title is None and last == len(paragraphs):
        return None
    above = range(title or 0)
    kept = [at for at in range(last) if at not in above or is_stamp_line(paragraphs[at].text)]
    story = tuple(paragraphs[at] for at in kept)
    around = tuple(found.text for at, found in enumerate(paragraphs) if at not in kept)
    publication = _giver(paragraphs[: title or 0])
    return Release(story, around, publication, _day(paragraphs[title or 0 : last]) if title is not None else None)


def _headline(paragraphs: Sequence[Paragraph], start: int) -> int | None:
    """The largest line between the label and the text; of several of one size, the first that is bold."""
    prose = next((at for at, found in enumerate(paragraphs) if len(found.text) >= _PROSE), 0)
    usual = body_size(paragraphs)
    lines = [
        at
        for at in range(start, prose)
        if len(paragraphs[at].text.split()) >= _FEWEST_WORDS
        and (paragraphs[at].is_bold or paragraphs[at].size >= _LARGER * usual)
        and not is_stamp_line(paragraphs[at].text)
        and not _LABEL.fullmatch(paragraphs[at].text)
        and not _ADDRESS.search(paragraphs[at].text)
    ]
    return max(lines, key=lambda at: (round(paragraphs[at].size), paragraphs[at].is_bold, -at), default=None)


def _giver(head: Sequence[Paragraph]) -> str:
    """Who gives the release out: the first line of its letterhead."""
    first = head[0].text if head else ""
    is_name = first[:1].isupper() and len(first.split()) <= _LONGEST_NAME and not _ADDRESS.search(first)
    return first if is_name and not _LABEL.fullmatch(first) and not is_stamp_line(first) and ":" not in first else ""


def _day(story: Sequence[Paragraph]) -> Published | None:
    """The day before the dash with which the text begins: "VASMARK, March 2, 2026 – The …"."""
    text = next((found.text for found in story if len(found.text) >= _PROSE), "")
    opening = _OPENING.match(text)
    return day_of(opening[0]) if opening is not None else None


def _letters(paragraphs: Sequence[Paragraph]) -> int:
    return sum(len(found.text) for found in paragraphs)
