"""New documents in memory, until one sort gives all postings of a field and a segment is written."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from reader.index import postings
from reader.index.analysis import pairs, pieces
from reader.index.documents import Document
from reader.index.fields import (
    BODY_AT,
    COLUMNS,
    GAP,
    KEYS,
    LISTED,
    LISTS,
    LONGEST_PREFIX,
    STEMMED,
    length_bytes,
    moment,
)  # fmt: skip
from reader.index.keys import packed
from reader.index.postings import Numbers, Postings
from reader.index.segments import PREFIXES, SegmentWriter, bits_of

ENOUGH = 2_500_000
"""Words in one segment; about a hundred bytes of memory each at the peak."""


class Words(dict[str, int]):
    """Numbers pieces of texts in the order in which they come; each different one is analysed once.

    A piece gives words; a word as written has a number, and so has its stem.
    """

    def __init__(self) -> None:
        super().__init__()
        self.sizes, self.flat = array("I"), array("I")
        self.plain: dict[str, int] = {}
        self.stem_of = array("I")
        self.stems: dict[str, int] = {}
        self.extra = 0

    def __missing__(self, piece: str) -> int:
        found = pairs(piece)
        for stem, plain in found:
            number = self.plain.get(plain)
            if number is None:
                number = self.plain[plain] = len(self.plain)
                self.stem_of.append(self.stems.setdefault(stem, len(self.stems)))
            self.flat.append(number)
        self.sizes.append(len(found))
        self.extra += max(0, len(found) - 1)
        number = self[piece] = len(self)
        return number

    def of(self, text: str) -> array[int]:
        """The numbers of the pieces of a text."""
        return array("I", map(self.__getitem__, pieces(text)))

    def count(self, found: array[int]) -> int:
        """How many words pieces have."""
        return sum(map(self.sizes.__getitem__, found))


class TextBuffer:
    """The pieces of one field, part by part (headline, body, quotation …), each with the place of its first word."""

    def __init__(self) -> None:
        self.pieces, self.documents, self.counts, self.places = array("I"), array("I"), array("I"), array("I")

    def add(self, document: int, place: int, found: array[int]) -> None:
        self.pieces.extend(found)
        self.documents.append(document)
        self.counts.append(len(found))
        self.places.append(place)

    def expanded(self, words: Words) -> tuple[Numbers, Numbers, Numbers]:
        """(written word, document, place) of every word, in order."""
        found, sizes = np.array(self.pieces, np.uint32), np.array(words.sizes, np.uint32)
        many = sizes[found]
        flat = np.array(words.flat, np.uint32)[postings.runs(postings.starts_of(sizes)[found], many)]
        part = np.repeat(np.repeat(np.arange(len(self.counts)), self.counts), many)
        first = np.flatnonzero(postings.first_of_runs(part)) if len(part) else part
        within = np.arange(len(part)) - np.repeat(first, np.diff(np.append(first, len(part))))
        return flat, np.array(self.documents, np.uint32)[part], (np.array(self.places, np.uint32)[part] + within)


class Batch:
    """Documents on their way into one segment."""

    def __init__(self) -> None:
        self.count = 0
        self._words = Words()
        self._texts: dict[str, TextBuffer] = {}
        self._keys: dict[str, dict[bytes, array[int]]] = {name: {} for name in KEYS}
        self._columns: dict[str, array[int]] = {name: array("q") for name in COLUMNS}
        self._lists: dict[str, list[tuple[int, ...]]] = {name: [] for name in LISTS}

    @property
    def words(self) -> int:
        """How many words it holds, about."""
        return sum(len(text.pieces) for text in self._texts.values()) + self._words.extra

    def add(self, document: Document) -> int:
        """Takes a document in and returns its number in the segment."""
        number, words = self.count, self._words
        title, rest = document.parts()
        headline, body = words.of(title), words.of(rest)
        if words.count(headline) > BODY_AT - GAP:
            headline, body = array("I"), words.of(document.text)
        self._add("text", number, [(0, headline), (BODY_AT, body)])
        self._add("headline", number, [(0, headline)])
        self._add("quote", number, self._apart(document.quotes))
        self._add("cue", number, self._apart(document.cues))
        self._add("publication", number, self._apart((document.publication,)))
        self._add("byline", number, self._apart(document.byline))
        for name, keys in KEYS.items():
            known = self._keys[name]
            for key in keys(document):
                known.setdefault(key.encode(), array("I")).append(number)
        self._columns["row"].append(document.row)
        self._columns["published"].append(moment(document.published))
        for name, ids in LISTS.items():
            self._lists[name].append(tuple(sorted(set(ids(document)))))
        self.count += 1
        return number

    def _apart(self, texts: Iterable[str]) -> list[tuple[int, array[int]]]:
        parts, place = [], 0
        for text in texts:
            parts.append((place, self._words.of(text)))
            place += self._words.count(parts[-1][1]) + GAP
        return parts

    def _add(self, field: str, number: int, parts: list[tuple[int, array[int]]]) -> None:
        buffer = self._texts.setdefault(field, TextBuffer())
        for place, found in parts:
            if found:
                buffer.add(number, place, found)

    def write(self, path: Path) -> None:
        """Writes all of it as a segment. Raises OSError."""
        with SegmentWriter(path) as writer:
            for name, text in self._texts.items():
                self._write_text(writer, name, text)
            for name, known in self._keys.items():
                keys = sorted(known)
                many = np.array([len(known[key]) for key in keys], np.int64)
                ids = np.concatenate([np.array(known[key], np.uint32) for key in keys]) if keys else many
                writer.add(name, Postings(keys, postings.starts_of(many), ids, np.ones(len(ids), np.uint32)))
            for name, numbers in self._columns.items():
                writer.add_array(name, np.array(numbers, np.int64))
            for name, lists in self._lists.items():
                writer.add_array(f"{name}/ends", np.cumsum([0, *map(len, lists)]).astype(np.uint32))
                writer.add_array(f"{name}/ids", np.array([id for ids in lists for id in ids], np.uint32))
            writer.close(self.count)

    def _write_text(self, writer: SegmentWriter, name: str, text: TextBuffer) -> None:
        flat, documents, places = text.expanded(self._words)
        if not len(flat):
            return
        lengths = np.bincount(documents, minlength=self.count).astype(np.uint32)
        writer.add_array(f"{name}/lengths", lengths)
        plain = [word.encode() for word in self._words.plain]
        if name not in STEMMED:
            writer.add(name, _sorted(flat, documents, places, plain), length_bytes(lengths))
            return
        stems, stem_of = [stem.encode() for stem in self._words.stems], np.array(self._words.stem_of, np.uint32)
        # Of words as written those of the headline are known to its own field.
        below = places < BODY_AT if name == "text" else np.zeros(len(places), bool)
        present = np.zeros(len(plain), bool)
        present[flat[~below]] = True
        numbers = sorted(np.flatnonzero(present).tolist(), key=plain.__getitem__)
        bits = np.zeros(len(plain), np.uint8)
        bits[numbers] = bits_of(stem_of[numbers])
        forms = np.where(below, 0, np.left_shift(np.uint32(1), bits[flat].astype(np.uint32)))
        many = np.bincount(stem_of[numbers], minlength=len(stems))
        found = _sorted(stem_of[flat], documents, places, stems, forms, many)
        writer.add(name, found, length_bytes(lengths))
        number = {key: n for n, key in enumerate(found.keys)}
        written = np.array([number[stems[stem_of[n]]] for n in numbers], np.uint32)
        writer.add_written(name, packed(plain[n] for n in numbers), written)
        if name in LISTED:
            writer.add(name + PREFIXES, _prefixes(flat, documents, plain))


def _sorted(
    numbers: Numbers, documents: Numbers, places: Numbers, keys: list[bytes],
    forms: Numbers | None = None, counts: Numbers | None = None,
) -> Postings:  # fmt: skip
    """The postings of words that lie in the order of documents and places: one stable sort by word."""
    order = sorted(range(len(keys)), key=keys.__getitem__)
    rank = np.empty(len(keys), np.uint32)
    rank[order] = np.arange(len(order), dtype=np.uint32)
    ranks, at = postings.sort_stable(rank[numbers])
    documents, places = documents[at], places[at].astype(np.uint32)
    new_term = postings.first_of_runs(ranks)
    found = np.flatnonzero(new_term | postings.first_of_runs(documents))
    starts = np.flatnonzero(new_term[found])
    present = [order[rank] for rank in ranks[found[starts]].tolist()]
    several = None if forms is None else np.bitwise_or.reduceat(forms[at], found)
    return Postings(
        [keys[number] for number in present],
        starts,
        documents[found],
        np.diff(np.append(found, len(ranks))).astype(np.uint32),
        places,
        several,
        None if counts is None else np.minimum(counts[present], 255),
    )


def _prefixes(flat: Numbers, documents: Numbers, plain: list[bytes]) -> Postings:
    """For each beginning of one to three letters the documents that have a word as written with it."""
    texts = [word.decode() for word in plain]
    group_of = np.arange(len(texts))
    found: dict[bytes, Numbers] = {}
    for length in range(LONGEST_PREFIX, 0, -1):
        groups: dict[str, int] = {}
        group_of = np.array([groups.setdefault(text[:length], len(groups)) for text in texts], np.uint64)
        keys = (group_of[flat] << np.uint64(32)) | documents
        keys.sort()
        keys = keys[postings.first_of_runs(keys)]
        flat, documents, texts = keys >> np.uint64(32), keys & np.uint64(0xFFFFFFFF), list(groups)
        bounds = np.searchsorted(flat, np.arange(len(texts) + 1))
        ids = documents.astype(np.uint32)
        for number, text in enumerate(texts):
            if len(text) == length and bounds[number] < bounds[number + 1]:
                found[text.encode()] = ids[bounds[number] : bounds[number + 1]]
        flat = flat.astype(np.int64)
    ordered = sorted(found)
    many = np.array([len(found[key]) for key in ordered], np.int64)
    joined = np.concatenate([np.zeros(0, np.uint32), *(found[key] for key in ordered)])
    return Postings(ordered, postings.starts_of(many), joined, np.ones(len(joined), np.uint32))
