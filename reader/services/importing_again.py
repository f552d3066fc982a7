"""Reading the originals again that the library keeps: what a better parser or a new lesson makes of them."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from reader import ingest
from reader.core.article import Article, ArticleId
from reader.core.reasons import Reason
from reader.core.steps import Failed, Imported, Known, Step, Updated
from reader.services import importing_runs
from reader.services.grouping import take_in
from reader.services.learning import learn, lessons
from reader.services.library import Library
from reader.services.reading import read_guarded
from reader.services.reading_lines import Again, Answer, Taken
from reader.services.rereading import ByHand, as_another, by_hand, made_anew, paired
from reader.store import articles, kept
from reader.store.articles import Packed
from reader.store.kept import KeptOriginal


def import_again(
    library: Library, today: dt.date, paths: Iterable[str] = (), ids: Iterable[ArticleId] = ()
) -> Iterator[Step]:
    """Reads kept originals anew in a run of its own; an article that differs becomes a newer version of itself.

    Those of all articles, or of the articles that were read from ``paths`` (files and folders) or have these ``ids``.
    A version keeps what the reader did to the one before: marks, tags, lines given back. An article that cannot be
    read any more stays as it is. ``Known`` says that one is unchanged, ``Imported`` that bytes give a further story.

    Raises Trouble (busy, read-only) when the library cannot be written; what was reported is kept.
    """
    given, wanted = tuple(paths), frozenset(ids)
    chosen, unknown = _chosen(kept.originals(library.store.db), given, wanted)
    run = importing_runs.begin(library, given, len(chosen), again=True)
    missing = [Failed(path, Reason("not-in-library", (path,)), run) for path in unknown]
    if missing:
        yield from importing_runs.keep_failures(library, missing, run)
    read = _read(library, chosen, ingest.Hints(today, lessons(library)))
    offers = (
        (list(_offers(library, original, answers, wanted)), done) for done, (original, answers) in enumerate(read, 1)
    )
    yield from importing_runs.in_batches(offers, len(chosen), partial(_keep, library, run))
    yield from importing_runs.end(library, run, len(chosen))


def _chosen(
    found: tuple[KeptOriginal, ...], paths: tuple[str, ...], ids: frozenset[ArticleId]
) -> tuple[list[KeptOriginal], list[str]]:
    """The originals that were asked for, and the paths from which none came."""
    if ids:
        found = tuple(each for each in found if not ids.isdisjoint(each.articles))
    if not paths:
        return list(found), []
    # The same file by another way (a link, ..) is the same origin.
    places = {path: os.path.realpath(path) for path in paths}
    chosen = [each for each in found if any(_lies_in(each.path, place) for place in places.values())]
    unknown = [path for path, place in places.items() if not any(_lies_in(each.path, place) for each in chosen)]
    return chosen, unknown


def _lies_in(path: str, place: str) -> bool:
    return path == place or path.startswith(place.rstrip(os.sep) + os.sep)


def _read(
    library: Library, chosen: list[KeptOriginal], hints: ingest.Hints
) -> Iterator[tuple[KeptOriginal, list[Answer]]]:
    """Each original with all that is read from it by now."""
    originals = iter(chosen)
    asked = (_asked(library, each) for each in chosen)
    gathered: list[Answer] = []
    with closing(read_guarded(asked, hints, ahead=0)) as answers:
        for _, found, ended in answers:
            gathered += found
            if ended:
                yield next(originals), gathered
                gathered = []


def _asked(library: Library, original: KeptOriginal) -> Again:
    db = library.store.db
    first, packed = articles.find(db, original.articles[0]), kept.packed(db, original.digest)
    assert first is not None and packed is not None  # we are alone in the library
    day = None if first.origin.member else _day(original.path, packed.size)
    return Again(packed, first.origin, first.publication, first.language, original.today, day)


def _day(path: str, size: int) -> dt.date | None:
    """The day on which a file was last changed, if it is still there and as large as it was."""
    try:
        about = Path(path).stat()
        return dt.datetime.fromtimestamp(about.st_mtime, dt.UTC).date() if about.st_size == size else None
    except (OSError, ValueError, OverflowError):
        return None


@dataclass(frozen=True, slots=True)
class _Offer:
    """What became of an article or of a story that was not there: ``made`` is to be stored."""

    path: str
    member: str
    old: ArticleId | None = None
    made: Article | None = None
    packed: Packed | None = None
    reason: Reason | None = None
    """Why it could not be read."""


def _offers(
    library: Library, original: KeptOriginal, answers: list[Answer], wanted: frozenset[ArticleId]
) -> Iterator[_Offer]:
    known = [article for id in original.articles if (article := articles.find(library.store.db, id)) is not None]
    taken = [answer for answer in answers if isinstance(answer, Taken)]
    failed = next((answer.reason for answer in answers if isinstance(answer, Failed)), None)
    read = paired(known, [each.article for each in taken])
    packed = kept.packed(library.store.db, original.digest)
    for old, found in zip(known, read, strict=True):
        if wanted and old.id not in wanted:
            continue
        offer = _Offer(original.path, old.origin.member, old.id, packed=packed)
        if found is None:
            yield replace(offer, reason=failed or Reason("no-article", (original.path,)))
            continue
        yield replace(offer, made=made_anew(old, found, _doings(library, old)))
    if not wanted and any(read) and not any(article.origin.member for article in known):
        # A file by itself in which more stories are found than before; of entries and members it could not be told.
        for each in taken:
            if not any(each.article is found for found in read):
                yield _Offer(original.path, each.article.origin.member, made=each.article, packed=each.original)


def _doings(library: Library, article: Article) -> tuple[ByHand, ...]:
    db = library.store.db
    pairs = ((articles.find(db, before), articles.find(db, id)) for before, id in kept.made_by_hand(db, article.id))
    return tuple(doing for before, after in pairs if before and after for doing in by_hand(before, after))


def _keep(library: Library, run: int, batch: list[_Offer]) -> Iterator[Step]:
    return importing_runs.keep(library, run, batch, partial(_stored, library, run), partial(_unstored, run))


def _unstored(run: int, offer: _Offer, why: Reason) -> Failed:
    return Failed(offer.path, why, run, offer.member)


def _stored(library: Library, run: int, offer: _Offer) -> importing_runs.Stored:
    """What became of an offer, and the articles that changed by it. Inside a transaction."""
    if offer.reason is not None:
        return Failed(offer.path, offer.reason, run, offer.member), frozenset()
    if offer.made is None or offer.packed is None:
        assert offer.old is not None
        return Known(offer.path, offer.old, run, offer.member), frozenset()
    db, made = library.store.db, offer.made
    if offer.old is not None and articles.find_row(db, made.id) is not None:
        made = as_another(made, run)
    added = articles.add(db, made, offer.packed, run, instead_of=offer.old)
    if not added.stored:
        return Known(offer.path, added.id, run, offer.member), frozenset()
    changed = take_in(library.store, made) | {made.id}
    learn(library.store, made)
    if offer.old is None:
        return Imported(offer.path, made.id, run, offer.member), changed
    return Updated(offer.path, made.id, run, offer.old, offer.member), changed | {offer.old}
