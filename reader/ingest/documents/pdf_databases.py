"""What press databases print: articles one after another, each with fields above and below its text.

The shapes are those of Factiva, Nexis, ProQuest, NewsBank and EBSCO; what they share decides, and no product's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reader.core.article import Removal
from reader.core.kinds import BlockRole
from reader.core.reasons import Reason
from reader.ingest.documents.pdf_fields import Field, closes, field_of, is_between, is_count, is_day, is_notice
from reader.ingest.documents.pdf_margins import Margins
from reader.ingest.documents.pdf_paragraphs import Paragraph
from reader.ingest.documents.pdf_records import Page
from reader.ingest.documents.stories import make_story
from reader.ingest.documents.told import day_of
from reader.ingest.facts import Facts
from reader.ingest.making import RoledLine
from reader.ingest.original import Found, Hints, Original
from reader.ingest.plain.bylines import read_byline
from reader.ingest.plain.classes import ends_as_sentence
from reader.ingest.plain.names import names_of

_FEWEST = 3  # fields of different names in a document
_ENOUGH = 5  # where nothing tells the articles apart
_HEAD = 24  # paragraphs among which the fields above the text stand
_PROSE = 120  # code points
_LARGER = 1.1
_BEGINS = re.compile(r"(?:Document|Record|Article|Result|Item) \d{1,5} of \d{1,5}|\d{1,5} of \d{1,5} DOCUMENTS?")
_ENDS = re.compile(r"End of Document|Document (?=[A-Z]*\d)[A-Za-z0-9]{12,40}")
_RULE = re.compile(r"[_=*–—-]{5,400}")
_WITHIN_NAME = re.compile(r"\s?[;:(\[]|[.,]\s(?=\d)|\s[-–]\s")
_TURNED = re.compile(r"([^\s,]{2,40}), ([^\s,][^,]{0,40})")


@dataclass(frozen=True, slots=True)
class Entry:
    """One article of a database: its paragraphs, each with the field that it begins."""

    paragraphs: tuple[Paragraph, ...]
    fields: tuple[Field | None, ...]


def without_fields(margins: Margins, pages: Sequence[Page]) -> Margins | None:
    """The margins without the lines that stand above fields; None where the pages are surely no database's."""
    texts = {run.text.strip() for page in pages for run in page.runs}
    labels = {field.label for words in texts if (field := field_of(words, with_tags=True)) is not None}
    if len(labels) < _FEWEST - 1 and not any(is_count(words) for words in texts):
        return None
    kept = set()
    for page in pages:
        fields = [run for run in page.runs if _tells(run.text.strip())]
        top = max((run.bottom for run in fields if run not in margins.runs), default=page.height)
        kept |= {run for run in page.runs if run.bottom > top or _BEGINS.fullmatch(run.text.strip())} | set(fields)
    return replace(margins, runs=margins.runs - kept)


def _tells(words: str) -> bool:
    return field_of(words, with_tags=True) is not None or is_count(words)


def entries_of(paragraphs: Sequence[Paragraph]) -> list[Entry]:
    """The articles of a database in their order; none where a document is no print of one."""
    tags = {field.label for found in paragraphs if (field := field_of(found.text, with_tags=True)) is not None}
    with_tags = "HD" in tags and bool({"LP", "TD"} & tags)
    whole = tuple(_whole(paragraphs, with_tags))
    fields = tuple(field_of(found.text, with_tags=with_tags) for found in whole)
    labels = {field.label for field in fields if field is not None}
    is_parted = any(_BEGINS.fullmatch(found.text) or _ENDS.fullmatch(found.text) for found in whole)
    count = len(labels) + (2 if any(is_count(found.text) for found in whole) else 0)
    has_text = any(field is not None and (field.kind == "text" or field.label == "length") for field in fields)
    if not (is_parted and count >= _FEWEST - 1) and not (has_text and count >= _ENOUGH):
        return []
    cuts = [0, *_cuts(whole, fields), len(whole)]
    found = [Entry(whole[start:end], fields[start:end]) for start, end in pairwise(cuts)]
    return [entry for entry in found if _has_text(entry)]


def article_of(entry: Entry, original: Original, hints: Hints) -> Found | None:
    """The article of an entry: its text alone, and what its fields tell. None where it has no text."""
    start, end = _text(entry)
    head = [
        (at, found)
        for at, found in enumerate(entry.paragraphs[:start])
        if entry.fields[at] is None and not is_between(found.text) and not _parts(found.text)
    ]
    title = None if _value(entry, "headline") else _headline(entry, head)
    days = [at for at, found in head if is_day(found.text) and at != title]
    signed = next((at for at, found in head if at != title and at not in days and read_byline(found.text)), None)
    headline = entry.paragraphs[title].text if title is not None else _value(entry, "headline")
    byline = entry.paragraphs[signed].text if signed is not None else _value(entry, "byline")
    publication = _value(entry, "publication") or _beside(
        days, [at for at, _ in head if at not in (title, signed)], entry
    )
    day = next((told for words in _days(entry, days) if (told := day_of(words)) is not None), None)
    names = _names(byline)
    lines: list[RoledLine] = [(BlockRole.HEADLINE, headline)] if headline else []
    lines += [(BlockRole.BYLINE, byline)] if names else []
    used = {title, signed}
    for at in range(start, end):
        field, words = entry.fields[at], entry.paragraphs[at].text
        words = field.value if field is not None and field.kind == "text" else words
        if words and not _parts(words):
            lines.append((BlockRole.SUBHEAD if _is_heading(entry.paragraphs[at], words) else BlockRole.BODY, words))
            used.add(at)
    facts = Facts(headline=headline, byline=names, publication=_WITHIN_NAME.split(publication)[0], published=day)
    found = make_story(lines, facts, original, hints)
    if found is None:
        return None
    fields = [paragraph.text for at, paragraph in enumerate(entry.paragraphs) if at not in used]
    at_end = len(found.article.text)
    removals = tuple(Removal(line, Reason("database-field"), at_end) for line in fields)
    return replace(found, article=replace(found.article, removals=(*found.article.removals, *removals)))


def _whole(paragraphs: Sequence[Paragraph], with_tags: bool) -> Iterator[Paragraph]:
    """The paragraphs, with what a field begins in one: beside a label, its first line stands further left."""
    before: Paragraph | None = None
    for paragraph in paragraphs:
        field = field_of(before.text, with_tags=with_tags) if before is not None else None
        is_new = field_of(paragraph.text, with_tags=with_tags) is not None or bool(_parts(paragraph.text))
        if before is not None and field is not None and not is_new and _breaks_off(before, field, with_tags):
            before = replace(before, text=f"{before.text} {paragraph.text}", ends_full=paragraph.ends_full)
            continue
        if before is not None:
            yield before
        before = paragraph
    if before is not None:
        yield before


def _breaks_off(before: Paragraph, field: Field, with_tags: bool) -> bool:
    if field.kind == "text":
        return bool(field.value) and before.ends_full and not ends_as_sentence(before.text)
    return with_tags


def _parts(words: str) -> bool:
    """Whether a line stands between two articles, or is a rule."""
    return any(shape.fullmatch(words) for shape in (_BEGINS, _ENDS, _RULE))


def _cuts(paragraphs: Sequence[Paragraph], fields: Sequence[Field | None]) -> list[int]:
    """Where articles begin: at "Document 2 of 3", behind "End of Document", else where the fields begin again."""
    begins = [at for at, found in enumerate(paragraphs) if _BEGINS.fullmatch(found.text)]
    ends = [at + 1 for at, found in enumerate(paragraphs) if _ENDS.fullmatch(found.text)]
    if begins or ends:
        return begins or ends
    found: list[int] = []
    seen: set[str] = set()
    last = -1  # the last field below a text
    for at, field in enumerate(fields):
        if field is not None and field.kind not in ("below", "text") and field.label in seen:
            if last < 0 and field.kind != "headline":
                continue
            found.append(at if last < 0 else last + 1)
            seen, last = set(), -1
        if field is not None:
            seen.add(field.label)
        if (field is not None and field.kind == "below") or is_notice(paragraphs[at].text):
            last = at
    return found


def _has_text(entry: Entry) -> bool:
    start, end = _text(entry)
    told = any(entry.fields) or any(is_count(found.text) for found in entry.paragraphs)
    return told and start < end


def _text(entry: Entry) -> tuple[int, int]:
    """The paragraphs that are the text: from its label or the last field above it to the first below it."""
    labelled = next((at for at, field in enumerate(entry.fields) if field is not None and field.kind == "text"), None)
    start = labelled if labelled is not None else _below_head(entry)
    for at in range(start + (labelled is not None), len(entry.paragraphs)):
        field, words = entry.fields[at], entry.paragraphs[at].text
        if field is not None and field.kind != "text" and closes(field):
            return start, at
        if is_notice(words) or _BEGINS.fullmatch(words) or _ENDS.fullmatch(words):
            return start, at
    return start, len(entry.paragraphs)


def _below_head(entry: Entry) -> int:
    found = 0
    for at, paragraph in enumerate(entry.paragraphs[:_HEAD]):
        words = paragraph.text
        if entry.fields[at] is not None or is_between(words) or _parts(words):
            found = at + 1
        elif len(words) >= _PROSE or (ends_as_sentence(words) and len(words.split()) > 8):
            return found
    return found


def _headline(entry: Entry, head: Sequence[tuple[int, Paragraph]]) -> int | None:
    """The paragraph that is the headline: the largest above the text, else a bold one, else that above the fields."""
    lines = [(at, found) for at, found in head if not is_day(found.text) and not read_byline(found.text)]
    if not lines:
        return None
    by_size = sorted(lines, key=lambda line: -line[1].size)
    usual = entry.paragraphs[_text(entry)[1] - 1].size
    if by_size[0][1].size > _LARGER * usual:
        return by_size[0][0]
    bold = [at for at, found in lines if found.is_bold]
    if bold:
        return bold[0]
    label = next((at for at, field in enumerate(entry.fields) if field is not None), 0)
    return max((at for at, _ in lines if at < label), default=lines[0][0])


def _value(entry: Entry, kind: str) -> str:
    return next((field.value for field in entry.fields if field is not None and field.kind == kind and field.value), "")


def _days(entry: Entry, lines: Sequence[int]) -> Iterator[str]:
    yield _value(entry, "day")
    yield from (entry.paragraphs[at].text for at in lines)
    yield from (field.value for field in entry.fields if field is not None and field.label == "publication info")


def _beside(days: Sequence[int], lines: Sequence[int], entry: Entry) -> str:
    """The line above the day, else the one below it: there databases name the publication."""
    near = (day + step for day in days[:1] for step in (-1, 1))
    return next((entry.paragraphs[at].text for at in near if at in lines), "")


def _is_heading(paragraph: Paragraph, words: str) -> bool:
    return paragraph.is_bold and len(words) < _PROSE and not ends_as_sentence(words)


def _names(words: str) -> tuple[str, ...]:
    """The people of a byline, which databases write "Marenko, Ilse; Dahl, Tomas", too."""
    parts = [part.strip() for part in words.split(";") if part.strip()]
    turned = [f"{found[2]} {found[1]}" if (found := _TURNED.fullmatch(part)) else part for part in parts]
    signed = read_byline(words)
    if signed is not None and signed.names:
        return signed.names
    return tuple(dict.fromkeys(name for part in turned for name in names_of(part)))
