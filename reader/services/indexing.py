"""Telling the index what changed, a chunk of the queue at a time, and making it anew when it cannot be trusted."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import suppress
from dataclasses import replace

from reader.core.annotations import Annotations
from reader.core.article import Article, ArticleId, Published
from reader.core.reasons import Reason, Trouble
from reader.core.steps import Changes, Noted, Progress, Step
from reader.index import Document, Index, IndexBusy
from reader.services.library import IndexDamaged, Library
from reader.store import articles, machine, queues

CHUNK = 2000
"""Articles in one commit of the index: few segments, and little to do again when the worker is killed."""
_ALL = -1


def index_pending(library: Library, *, unannotated: bool = False) -> Iterator[Step]:
    """Writes what waits in the queue. Killed half-way, the chunk is done again. To be called in the lane.

    Articles that wait for the annotator are left for later, or written without their names when ``unannotated``.
    """
    index = yield from _trusted(library)
    total, done = queues.waiting(library.store.db)[1], 0

    def waiting(limit: int = 1) -> tuple[tuple[ArticleId, int], ...]:
        return queues.to_index(library.store.db, limit, unannotated=unannotated)

    while True:
        while chunk := waiting(CHUNK):
            try:
                _write(library, index, tuple(id for id, _ in chunk))
            except IndexDamaged as damage:
                raise Trouble("index-unready") from damage
            with library.store.writing() as db:
                queues.indexed(db, chunk)
            done += len(chunk)
            yield Progress("index", done, max(total, done))
            yield Changes(index=True)
        # Nobody waits any more, and few segments answer faster; but what comes meanwhile goes first.
        with suppress(IndexBusy, IndexDamaged):
            while index.tidy(lambda: bool(waiting())):
                yield Changes(index=True)
        if not waiting():
            return


def rebuild(library: Library) -> Iterator[Step]:
    """Makes the index anew from the store; a whole old one answers until the new one is. To be called in the lane."""
    library.clear_aside()
    try:
        yield from _make_aside(library, library.index())
    except IndexDamaged:
        # Nothing answers now, so what is written is searchable at once.
        _begin_anew(library)
    yield from index_pending(library)


def _make_aside(library: Library, old: Index) -> Iterator[Step]:
    """Killed before the new index is taken, the old one stands, and the queue says what that one lacks.

    Killed after, the queue says too much, and a little is written again. What changes meanwhile gets a newer stamp
    and stays in the queue.
    """
    db = library.store.db
    known = queues.to_index(db, _ALL)
    ids = [entry.id for entry in articles.entries(db)]
    fresh = library.index_aside()
    for start in range(0, len(ids), CHUNK):
        _write(library, fresh, tuple(ids[start : start + CHUNK]))
        yield Progress("index", min(start + CHUNK, len(ids)), len(ids))
    try:
        old.take(fresh)
    except IndexBusy as busy:
        raise Trouble("busy") from busy
    with library.store.writing() as writing:
        queues.indexed(writing, known)
    yield Changes(index=True)


def _trusted(library: Library) -> Generator[Step, None, Index]:
    """The index, made anew when it cannot be trusted; a line says so unless nothing was ever written to it.

    One that was made by an older analysis answers until the new one is made.
    """
    library.clear_aside()
    known = library.was_indexed()
    try:
        index = library.index()
        if index.is_stale:
            yield Noted(Reason("index-rebuilt"))
            yield from _make_aside(library, index)
        return index
    except IndexDamaged:
        index = _begin_anew(library)
    if known:
        yield Noted(Reason("index-rebuilt"))
    return index


def _begin_anew(library: Library) -> Index:
    # First the queue, then the folder: killed between the two, the old index is still whole.
    with library.store.writing() as db:
        queues.all_to_index(db)
    return library.new_index()


def _write(library: Library, index: Index, ids: tuple[ArticleId, ...]) -> None:
    documents, gone = [], []
    for id in ids:
        document = _document(library, id)
        if document is None:
            gone.append(id)
        else:
            documents.append(document)
    try:
        index.replace(documents, gone)
    except IndexBusy as busy:
        raise Trouble("busy") from busy


def _document(library: Library, id: ArticleId) -> Document | None:
    """What the index has to know of an article; None when it is gone or a newer version took its place."""
    db = library.store.db
    row, article = articles.find_row(db, id), articles.find(db, id)
    if row is None or article is None or articles.versions(db, id)[-1] != id:
        return None
    return document(article, machine.find(db, row), machine.links(db, row), row)


def document(article: Article, found: Annotations | None, links: dict[int, int], row: int = 0) -> Document:
    """An article with its entities as the index takes it; ``row`` is the store's number of it."""
    quotations = found.quotations if found else ()
    mentions = found.mentions if found else ()
    inside = [m for m in mentions if any(span.contains(m.span) for q in quotations for span in q.content)]
    unknown = any(not q.speakers and q.speaker is None for q in quotations)
    return Document(
        id=article.id,
        text=article.text,
        headline=article.headline,
        published=_when(article.published),
        publication=article.publication,
        byline=article.byline,
        quotes=tuple(" ".join(span.of(article.text) for span in q.content) for q in quotations),
        entities=_linked((c for m in mentions for c in m.chains), links),
        speakers=_linked((c for q in quotations for c in q.speakers), links),
        about=_linked((c for m in inside for c in m.chains), links),
        has=(("quote",) if quotations else ()) + (("unknown-speaker",) if unknown else ()),
        language=article.language,
        kinds=tuple(sorted({m.kind for m in mentions} | {q.kind for q in quotations})),
        cues=tuple(dict.fromkeys(q.cue.of(article.text) for q in quotations if q.cue)),
        flags=article.flags,
        row=row,
    )


def _when(published: Published | None) -> str:
    """Day and minute as the article list sorts them: by the time of the place, whatever the offset."""
    return replace(published, offset=None).iso if published else ""


def _linked(chains: Iterator[int], links: dict[int, int]) -> tuple[int, ...]:
    return tuple(sorted({links[chain] for chain in chains if chain in links}))
