"""Several segments made one: which ones, and how, in bounded memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import repeat
from pathlib import Path
from typing import NamedTuple

import numpy as np

from reader.index import postings
from reader.index.fields import COLUMNS, LISTS, length_bytes
from reader.index.keys import Keys, numbered
from reader.index.postings import MOST_FORMS, Numbers, Postings
from reader.index.segments import Segment, SegmentWriter, bits_of

AT_ONCE = 2_000_000
"""Occurrences that are decoded together; a word with more is copied by itself, its places piece by piece."""
FAN, FLOOR = 8, 1000
"""Segments of like size (up to 1,000 documents, 8,000, 64,000 …) that become one, and the size of the smallest."""
SHARE = 4
"""In idle time segments become one with the next larger one as soon as they have a quarter of its documents."""
WAITED_FOR = 2000
"""Documents that a commit rewrites beside what it adds, for somebody waits for it."""


class Size(NamedTuple):
    """How large a segment is, in documents."""

    alive: int
    all: int

    @property
    def is_stale(self) -> bool:
        """Whether a fifth of it is deleted."""
        return (self.all - self.alive) * 5 > self.all


def due(sizes: Sequence[Size], limit: int = WAITED_FOR) -> list[list[int]]:
    """The groups of segments that one commit makes one each: full tiers, and stale ones, within ``limit`` documents."""
    tiers: dict[int, list[int]] = {}
    for number, size in enumerate(sizes):
        tier = 0
        while size.alive >= FLOOR * FAN**tier:
            tier += 1
        tiers.setdefault(tier, []).append(number)
    groups = [each if len(each) >= FAN else [n for n in each if sizes[n].is_stale] for each in tiers.values()]
    found = []
    for group in groups:
        cost = sum(sizes[number].alive for number in group)
        if group and cost <= limit:
            limit -= cost
            found.append(group)
    return found


def due_in_idle_time(sizes: Sequence[Size]) -> list[list[int]]:
    """The smallest segments, so far as they are no small part of the next larger one; else the stale ones, each alone.

    Few are left so, for each is several times as large as all below it, and a document is rewritten some four times
    while the index doubles.
    """
    order = sorted(range(len(sizes)), key=lambda number: sizes[number].alive)
    below, last = 0, 0
    for n, number in enumerate(order):
        if below * SHARE >= sizes[number].alive:
            last = n + 1
        below += sizes[number].alive
    if last > 1:
        return [sorted(order[:last])]
    return [[number] for number in order if sizes[number].is_stale]


class _Field:
    """One field of a segment that is merged, its documents and written forms renumbered.

    ``places`` has the number that each of its terms gets.
    """

    def __init__(self, segment: Segment, name: str, numbers: Numbers, places: Numbers) -> None:
        self._data, self._numbers = segment.data, numbers
        self.field = segment.field(name)
        self.terms, self.places = self.field.terms, places
        self._bits: Numbers | None = None
        self._first = np.zeros(0, np.int64)

    def map_forms(self, bits: Numbers) -> None:
        """``bits`` has for each of its words as written the bit that stands for it now."""
        stems, order = postings.sort_stable(self.field.stems)
        # Words of a stem lie in the order of their bits, for both rise with the words.
        self._bits = bits[order].astype(np.uint32)
        self._first = np.searchsorted(stems, np.arange(len(self.terms) + 1))

    def read(self, first: int, last: int) -> tuple[Numbers, Postings]:
        """(the number of the term of each document, postings) of the terms from one to another, without the deleted."""
        found = postings.decode(self._data, [], self.terms[first:last])
        term = np.repeat(np.arange(first, last), np.diff(np.append(found.starts, len(found.ids))))
        ids = self._numbers[found.ids]
        alive, freqs, places = ids >= 0, found.freqs, found.places
        if places is not None and not alive.all():
            places = places[np.repeat(alive, freqs)]
        forms = self._forms(term, found.forms)
        term, ids, freqs = term[alive], ids[alive].astype(np.uint32), freqs[alive]
        forms = None if forms is None else forms[alive]
        return self.places[term], Postings([], found.starts, ids, freqs, places, forms)

    def read_long(self, index: int) -> tuple[Postings, Numbers | None]:
        """One term, and its places as they lie in the file."""
        found = postings.decode_one(self._data, self.terms[index])
        ids = self._numbers[found.ids]
        alive = ids >= 0
        freqs = np.ones(len(ids), np.uint32) if found.freqs is None else found.freqs
        forms = found.forms if found.forms is not None or self._bits is None else np.ones(len(ids), np.uint8)
        forms = self._forms(np.full(len(ids), index), forms)
        places = found.places
        if places is not None and not alive.all():
            places = places[np.repeat(alive, freqs)]
        forms = None if forms is None else forms[alive]
        return Postings([], ids, ids[alive].astype(np.uint32), freqs[alive].astype(np.uint32), None, forms), places

    def _forms(self, term: Numbers, forms: Numbers | None) -> Numbers | None:
        if self._bits is None:
            return None
        new = np.zeros(len(term), np.uint32)
        if forms is None:
            return new
        for bit in range(int(forms.max(initial=0)).bit_length()):
            here = np.flatnonzero(forms >> bit & 1)
            at, end = self._first[term[here]] + bit, self._first[term[here] + 1]
            new[here] |= np.left_shift(np.uint32(1), self._bits[at])
            # The last bit stands for all further words.
            while bit == MOST_FORMS - 1 and (more := at + 1 < end).any():
                here, at, end = here[more], at[more] + 1, end[more]
                new[here] |= np.left_shift(np.uint32(1), self._bits[at])
        return new


def merge(
    sources: Sequence[tuple[Segment, frozenset[int]]], path: Path, look: Callable[[], None] = lambda: None
) -> int:
    """Writes the documents of all sources, in their order, without those deleted; returns how many. Raises OSError.

    ``look`` is called again and again, and may raise to end it; a file without an end is left then.
    """
    numbers, count = [], 0
    for segment, deleted in sources:
        alive = np.ones(segment.count, bool)
        alive[list(deleted)] = False
        numbers.append(np.where(alive, np.cumsum(alive) - 1 + count, -1))
        count += int(alive.sum())
    segments = [segment for segment, _ in sources]
    with SegmentWriter(path) as writer:
        for name in sorted(set().union(*[segment.fields for segment in segments])):
            _merge_field(writer, name, segments, numbers, look)
        for name in COLUMNS:
            parts = [segment.array(name)[new >= 0] for segment, new in zip(segments, numbers, strict=True)]
            writer.add_array(name, np.concatenate(parts))
        for name in LISTS:
            _merge_lists(writer, name, segments, numbers)
        writer.close(count)
    return count


def _merge_lists(writer: SegmentWriter, name: str, segments: list[Segment], numbers: list[Numbers]) -> None:
    many, ids = [], []
    for segment, new in zip(segments, numbers, strict=True):
        ends = segment.array(f"{name}/ends").astype(np.int64)
        counts = ends[1:] - ends[:-1]
        many.append(counts[new >= 0])
        ids.append(segment.array(f"{name}/ids")[np.repeat(new >= 0, counts)])
    writer.add_array(f"{name}/ends", np.append(0, np.cumsum(np.concatenate(many))).astype(np.uint32))
    writer.add_array(f"{name}/ids", np.concatenate(ids))


def _merge_field(
    writer: SegmentWriter, name: str, segments: list[Segment], numbers: list[Numbers], look: Callable[[], None]
) -> None:
    lengths = None
    if any(len(segment.array(f"{name}/lengths")) for segment in segments):
        parts = [segment.lengths(name)[new >= 0] for segment, new in zip(segments, numbers, strict=True)]
        writer.add_array(f"{name}/lengths", np.concatenate(parts))
        lengths = length_bytes(np.concatenate(parts))
    vocabulary, places = numbered([segment.field(name).keys for segment in segments])
    fields = [_Field(*each) for each in zip(segments, repeat(name), numbers, places)]
    written = _map_written(fields)
    counts = None if written is None else np.bincount(written[1], minlength=len(vocabulary)).clip(max=255)
    final = np.full(len(vocabulary), -1, np.int64)
    count = 0
    for present, found in _chunks(fields, vocabulary, counts):
        look()
        for segment in segments:
            segment.let_go_of_pages()
        final[present] = np.arange(count, count + len(present))
        count += len(present)
        if isinstance(found, Postings):
            writer.add(name, found, lengths)
        else:
            _add_long(writer, name, *found, lengths)
    if written is not None:
        words, stems = written
        there = np.flatnonzero(final[stems] >= 0)
        writer.add_written(name, words.some(there), final[stems[there]])


def _map_written(fields: list[_Field]) -> tuple[Keys, Numbers] | None:
    """(all words as written, the number of the stem of each); None when the field has no stems."""
    words, numbers = numbered([field.field.written for field in fields])
    if not len(words):
        return None
    stems = np.zeros(len(words), np.int64)
    for field, number in zip(fields, numbers, strict=True):
        stems[number] = field.places[field.field.stems.astype(np.int64)]
    bits = bits_of(stems)
    for field, number in zip(fields, numbers, strict=True):
        field.map_forms(bits[number])
    return words, stems


_Long = tuple[bytes, Postings, list[Numbers]]


def _chunks(
    fields: list[_Field], vocabulary: Keys, counts: Numbers | None
) -> Iterator[tuple[Numbers, Postings | _Long]]:
    """(numbers, terms) of all fields in order, in chunks of about AT_ONCE occurrences; a longer one by itself."""
    weights = np.zeros(len(vocabulary), np.int64)
    for field in fields:
        weights[field.places] += field.terms["total"]
    reached, first = np.cumsum(weights), 0
    while first < len(vocabulary):
        done = int(reached[first - 1]) if first else 0
        last = int(np.searchsorted(reached, done + AT_ONCE, "right"))
        if last <= first:
            yield _long(fields, vocabulary, first, counts)
        else:
            yield _chunk(fields, vocabulary, first, last, counts)
        first = max(first + 1, last)


def _chunk(
    fields: list[_Field], vocabulary: Keys, first: int, last: int, counts: Numbers | None
) -> tuple[Numbers, Postings]:  # fmt: skip
    terms, parts = [], []
    for field in fields:
        a, b = np.searchsorted(field.places, (first, last)).tolist()
        if a < b:
            term, part = field.read(a, b)
            terms.append(term)
            parts.append(part)
    # The sources come in the order of their documents, which a stable sort by term keeps.
    in_order, order = postings.sort_stable(np.concatenate(terms) - first)
    freqs = np.concatenate([part.freqs for part in parts])
    at = [part.places for part in parts if part.places is not None]
    places = np.concatenate(at)[postings.runs(postings.starts_of(freqs)[order], freqs[order])] if at else None
    masks = [part.forms for part in parts if part.forms is not None]
    starts = np.flatnonzero(postings.first_of_runs(in_order)) if len(in_order) else in_order
    present = in_order[starts] + first
    keys = vocabulary.slice(first, last)
    return present, Postings(
        [keys[n - first] for n in present.tolist()],
        starts,
        np.concatenate([part.ids for part in parts])[order],
        freqs[order],
        places,
        np.concatenate(masks)[order] if masks else None,
        None if counts is None else counts[present],
    )


def _long(fields: list[_Field], vocabulary: Keys, number: int, counts: Numbers | None) -> tuple[Numbers, _Long]:
    parts, places = [], []
    for field in fields:
        at = int(np.searchsorted(field.places, number))
        if at < len(field.places) and field.places[at] == number:
            part, where = field.read_long(at)
            parts.append(part)
            places += [] if where is None else [where]
    ids = np.concatenate([part.ids for part in parts])
    masks = [part.forms for part in parts if part.forms is not None]
    found = Postings(
        [vocabulary[number]] if len(ids) else [],
        np.zeros(1, np.int64),
        ids,
        np.concatenate([part.freqs for part in parts]),
        None,
        np.concatenate(masks) if masks else None,
        None if counts is None else counts[number : number + 1],
    )
    return np.arange(number, number + len(found.keys)), (vocabulary[number], found, places)


def _add_long(
    writer: SegmentWriter, name: str, key: bytes, found: Postings, places: list[Numbers], lengths: Numbers | None
) -> None:
    """The places come last of the bytes of a term, so they are copied as they are."""
    if not found.keys:
        return
    terms, data = postings.encode(found, lengths)
    if places:
        code = max(1, int(postings.width_codes(np.array([max(int(part.max(initial=0)) for part in places)]))[0]))
        terms["widths"] |= code << 6
        places = [part.astype((np.uint8, np.dtype("<u2"), np.dtype("<u4"))[code - 1]) for part in places]
    writer.add_encoded(name, [key], terms, (data, *places))
