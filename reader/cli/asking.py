"""The verbs that ask: list, show, entities, mentions, quotes, search, explain."""

from __future__ import annotations

from argparse import Namespace
from functools import partial
from pathlib import Path

from reader.cli import shapes
from reader.cli.doing import run_job
from reader.cli.output import Output, speaker_line
from reader.cli.pointing import pointed
from reader.core.article import ArticleId
from reader.core.query import Note
from reader.core.query_parser import parse
from reader.core.reasons import Reason, Trouble
from reader.core.rows import QuotationRow
from reader.core.search import Page
from reader.core.wording import sentence
from reader.services import browsing, facets, searching
from reader.services.browsing import ListFilter
from reader.services.library import Library, lane_is_free
from reader.services.lines import RebuildJob


def list_articles(library: Library, asked: Namespace, out: Output) -> int:
    """``list``: articles, newest first."""
    entries = browsing.article_ids(library, ListFilter.STARRED if asked.starred else ListFilter.ALL, asked.tag or "")
    ids = [entry.id for entry in entries]
    given = 0
    for start in range(0, len(ids), 500):
        for row in browsing.article_rows(library, ids[start : start + 500]):
            if asked.unread and row.read:
                continue
            if asked.limit is not None and given >= asked.limit:
                return 0
            signs = ("*" if row.starred else " ") + (" " if row.read else "•")
            out.give(shapes.row(row), f"{row.id} {signs} {row.published[:10] or '          '}  {row.headline}")
            given += 1
    return 0


def show(library: Library, asked: Namespace, out: Output) -> int:
    """``show``: one article; its original's bytes into a file when asked."""
    reading = browsing.reading(library, ArticleId(asked.id))
    if asked.original:
        try:
            Path(asked.original).write_bytes(browsing.original(library, reading.article.id))
        except OSError as error:
            raise Trouble("cannot-write", asked.original, error.strerror or "") from error
    out.give(shapes.show(reading), _page(library, reading.article.id, reading.article.text))
    return 0


def _page(library: Library, id: ArticleId, text: str) -> str:
    """An article with its quotations, for people."""
    quotations = browsing.quotations(library, article=id)
    lines = [text, ""]
    if quotations:
        lines += ["Quotations", *(f"  {quotation_line(row)}" for row in quotations), ""]
    return "\n".join(lines)


def quotation_line(row: QuotationRow) -> str:
    """A quotation in one line: who, how, what."""
    who = speaker_line((speaker.name for speaker in row.speakers), row.speaker_text or "")
    return f"{who} ({row.kind}{', ' + row.cue if row.cue else ''}): {row.content}"


def entities(library: Library, asked: Namespace, out: Output) -> int:
    """``entities``: who and what the library knows."""
    article = ArticleId(asked.article) if asked.article else None
    for found in browsing.entities(library, kind=asked.kind, article=article, limit=asked.limit):
        roles = f" ({'; '.join(found.roles[:3])})" if found.roles else ""
        out.give(shapes.entity(found), f"{found.id:6} {found.kind:12} {found.mentions:5} {found.name}{roles}")
    return 0


def mentions(library: Library, asked: Namespace, out: Output) -> int:
    """``mentions``: every place where an entity is mentioned, newest first."""
    entity = browsing.get_entity(library, asked.entity)
    for line in browsing.concordance(library, entity.id):
        where = line.published[:10] or "undated"
        out.give(shapes.mention(line), f"{line.article} {where}  {' '.join(line.sentence.split())}")
    return 0


def quotes(library: Library, asked: Namespace, out: Output) -> int:
    """``quotes``: who said what."""
    for row in browsing.quotations(
        library,
        speaker=browsing.get_entity(library, asked.speaker).id if asked.speaker else None,
        about=browsing.get_entity(library, asked.about).id if asked.about else None,
        article=ArticleId(asked.article) if asked.article else None,
        kind=asked.kind,
        unknown_speaker=asked.unknown_speaker,
    ):
        out.give(shapes.quotation(row), f"{row.published[:10] or 'undated'}  {quotation_line(row)}")
    return 0


def search(library: Library, asked: Namespace, out: Output) -> int:
    """``search``: hits with snippets, then how the query was understood and how many there are."""
    try:
        page = _found(library, asked, out)
    except Trouble as trouble:
        typed = " ".join(asked.query)
        fault = parse(typed).error
        if fault is None or fault.reason != trouble.reason:
            raise
        return _point(typed, fault, out)
    for hit in page.hits:
        snippet = " ".join(hit.snippets[0].text.split()) if hit.snippets else ""
        head = hit.row.headline if hit.row else ""
        out.give(shapes.hit(hit), f"{hit.id} {(hit.row.published[:10] if hit.row else '')}  {head}\n    {snippet}")
    for row, score in page.quotations:
        out.give({**shapes.quotation(row), "score": round(score, 4)}, f"{row.article}  {quotation_line(row)}")
    for found, score in page.entities:
        out.give({**shapes.entity(found), "score": score}, f"{found.id:6} {found.kind:12} {found.name}")
    counted = facets.facets(library, " ".join(asked.query)) if asked.facets and page.total else ()
    last: shapes.Shape = {
        "total": page.total,
        "understood": page.understood,
        "facets": shapes.facets(counted),
        "ms": page.ms,
        "pending": page.pending,
    }
    last["instead"] = [
        {"query": typed, "count": count, "reason": sentence(reason)} for reason, typed, count in page.relaxations
    ]
    last["notes"] = [{"code": note.code, "reason": sentence(note)} for note in page.notes]
    if out.as_json:
        out.give(last, "")
    else:
        for facet in counted:
            told = ", ".join(f"{value.words} {value.count:,}" for value in facet.values)
            out.give({}, f"{facet.field}: {told}{f', {facet.more:,} more' if facet.more else ''}")
        out.say(_summary(page))
    return 0


def _point(typed: str, fault: Note, out: Output) -> int:
    """An error in the query: what it is, and at which of its code points; a picture where somebody looks at it."""
    said = {"code": fault.reason.code, "reason": sentence(fault.reason), "start": fault.span.start}
    if out.as_json:
        out.give({"error": {**said, "end": fault.span.end}}, "")
    out.trouble(fault.reason, f"(at character {fault.span.start + 1} of the query)")
    if not out.as_json and out.is_watched():
        out.say(pointed(typed, fault))
    return 2


def _found(library: Library, asked: Namespace, out: Output) -> Page:
    """A page of answers. An index that cannot be trusted is made anew, with a line saying so, if nobody else does."""
    query = partial(
        searching.search, library, " ".join(asked.query),
        target=asked.target, limit=asked.limit, offset=asked.offset, sort=asked.sort,
    )  # fmt: skip
    try:
        return query()
    except Trouble as trouble:
        if trouble.reason.code != "index-unready":
            raise
    if lane_is_free(library):
        out.trouble(Reason("index-rebuilt"))
        _make_index(library, out)
    return query(without_index=True)


def _make_index(library: Library, out: Output) -> None:
    try:
        run_job(library.folder, RebuildJob(), out)
    except Trouble as trouble:
        # Another process was quicker; what it has done by now answers.
        if trouble.reason.code != "busy":
            raise


def _summary(page: Page) -> str:
    line = f"{page.total:,} found in {page.ms:.0f} ms: {page.understood}"
    for word in page.words:
        if not word.count:
            near = f' {word.instead_count:,} articles have "{word.instead}".' if word.instead else ""
            line += f'\nNothing has "{word.word}".{near}'
    line += "".join(f"\n{typed} would find {count:,}." for _, typed, count in page.relaxations)
    line += "".join(f"\n{sentence(note)}" for note in page.notes)
    pending = "1 article is" if page.pending == 1 else f"{page.pending:,} articles are"
    return line + (f"\n{pending} pending." if page.pending else "")


def explain(library: Library, asked: Namespace, out: Output) -> int:
    """``explain``: what cleaning and annotating made of an article, and why."""
    reading = browsing.reading(library, ArticleId(asked.id))
    text, found = reading.article.text, reading.annotations
    thing: shapes.Shape = {**shapes.show(reading), "annotator": found.annotator if found else None}
    if found:
        thing |= shapes.annotated(text, found)
        for shape, quotation in zip(thing["quotations"], found.quotations, strict=True):  # type: ignore[call-overload]
            shape["why"] = {"code": quotation.why.code, "reason": sentence(quotation.why)}
    lines = [f"{b.role:10} {b.span.start:6}-{b.span.end:<6} {_short(b.span.of(text))}" for b in reading.article.blocks]
    lines += [f"removed    {r.at:6}        {_short(r.text)}: {sentence(r.reason)}" for r in reading.article.removals]
    for quotation in found.quotations if found else ():
        words = _short(" ".join(span.of(text) for span in quotation.content))
        lines.append(f"{quotation.kind:10} {quotation.confidence:6.2f}        {words}: {sentence(quotation.why)}")
    out.give(thing, "\n".join(lines))
    return 0


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 70 else line[:69] + "…"
