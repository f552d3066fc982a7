"""Where words stand: postings as flat arrays of numbers, and as the bytes of a segment's file.

Everything is little-endian and decoded where it lies. The bytes of a term: the differences of its documents' numbers
but the first, how often it stands in each (left out when once in all), which of its written forms stand in each (left
out when the first in all), and the places of all documents, one after the other.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[Any]
"""A flat array of whole numbers."""

TERM = np.dtype(
    [
        ("documents", "<u4"),
        ("total", "<u4"),
        ("first", "<u4"),
        ("offset", "<u4"),
        ("offset_high", "<u2"),
        ("most", "<u2"),
        ("widths", "u1"),
        ("shortest", "u1"),
        ("longest", "u1"),
        ("forms", "u1"),
    ]
)
"""What is known of a term: in how many documents, how often, in which first; where its bytes begin; how often it stands
in one document at most (65,535 stands for more); bytes a number takes, two bits each for documents, frequencies, forms
and places; the least and greatest length of its documents, as a byte; how many written forms it has."""

_SIZES = np.array([0, 1, 2, 4], np.int64)
"""Bytes of a number by its two bits in ``widths``."""
_MANY = 8
"""Numbers of a term, on average, from which on the numbers of many terms are read term by term."""
MOST_FORMS = 32
"""Further written forms of a term share the last bit."""


class Postings(NamedTuple):
    """The postings of many terms, flat: by term, then by document, then by place.

    ``freqs`` and ``forms`` have a number for each document, ``places`` one for each time that the term stands there.
    """

    keys: list[bytes]
    starts: Numbers
    """Where each term's documents begin."""
    ids: Numbers
    """Numbers of documents, rising for each term."""
    freqs: Numbers
    places: Numbers | None = None
    forms: Numbers | None = None
    """A bit for each written form of the term that stands in the document; the lowest for the first in byte order."""
    counts: Numbers | None = None
    """How many written forms each term has."""


class Term(NamedTuple):
    """The postings of one term; ``freqs`` is None when all are 1, and ``forms`` too."""

    ids: Numbers
    freqs: Numbers | None
    places: Numbers | None
    forms: Numbers | None


def runs(starts: Numbers, counts: Numbers, step: int = 1) -> Numbers:
    """starts[0], starts[0] + step, … (counts[0] of them), then the same for starts[1], and so on."""
    counts = counts.astype(np.int64)
    ends = np.cumsum(counts)
    total = int(ends[-1]) if len(ends) else 0
    within = np.arange(total) - np.repeat(ends - counts, counts)
    return np.asarray(np.repeat(starts.astype(np.int64), counts) + within * step)


def first_of_runs(in_order: Numbers) -> npt.NDArray[np.bool_]:
    """Which numbers differ from the one before. (numpy's unique() fills a hash table, which is slow for many.)"""
    first = np.ones(len(in_order), bool)
    first[1:] = in_order[1:] != in_order[:-1]
    return first


def sort_stable(numbers: Numbers) -> tuple[Numbers, Numbers]:
    """(the numbers in order, where each stood). One sort of 64-bit keys is faster than a stable argsort."""
    keys = (numbers.astype(np.uint64) << np.uint64(32)) | np.arange(len(numbers), dtype=np.uint64)
    keys.sort()
    return (keys >> np.uint64(32)).astype(np.int64), (keys & np.uint64(0xFFFFFFFF)).astype(np.int64)


def starts_of(counts: Numbers) -> Numbers:
    """Where runs of so many begin that lie one after the other."""
    counts = counts.astype(np.int64)
    return np.cumsum(counts) - counts


def width_codes(largest: Numbers) -> Numbers:
    """The two bits that say how many bytes numbers up to so large take."""
    return np.where(largest < 1, 0, np.where(largest < 1 << 8, 1, np.where(largest < 1 << 16, 2, 3))).astype(np.uint8)


def codes_of(terms: Numbers) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    """Bytes a number takes of (documents, frequencies, forms, places) of each term."""
    widths = terms["widths"]
    return _SIZES[widths & 3], _SIZES[widths >> 2 & 3], _SIZES[widths >> 4 & 3], _SIZES[widths >> 6]


def offsets(terms: Numbers) -> Numbers:
    """Where the bytes of each term begin."""
    return terms["offset"].astype(np.int64) + (terms["offset_high"].astype(np.int64) << 32)


def set_offsets(terms: Numbers, at: Numbers) -> None:
    """Notes where the bytes of each term begin."""
    terms["offset"], terms["offset_high"] = at & 0xFFFFFFFF, at >> 32


def layout(terms: Numbers, placed: bool) -> tuple[tuple[Numbers, Numbers], ...]:
    """How many numbers each term has, of how many bytes: of documents, frequencies, forms, places, as they lie."""
    ids, freqs, forms, places = codes_of(terms)
    documents = terms["documents"].astype(np.int64)
    return (documents - 1, ids), (documents, freqs), (documents, forms), (terms["total"] * np.int64(placed), places)


def encode(postings: Postings, lengths: Numbers | None) -> tuple[Numbers, Numbers]:
    """(what is known of each term, with offsets from 0; the bytes). ``lengths`` has a byte for each document."""
    _, starts, ids, freqs, places, forms, counts = postings
    documents = np.diff(np.append(starts, len(ids)))
    steps = np.zeros(len(ids), np.uint32)
    steps[1:] = ids[1:] - ids[:-1]
    steps[starts] = 0
    terms = np.zeros(len(starts), TERM)
    terms["documents"], terms["first"] = documents, ids[starts]
    terms["total"] = np.add.reduceat(freqs, starts, dtype=np.int64)
    most = np.maximum.reduceat(freqs, starts)
    terms["most"] = np.minimum(most, 65535)
    if lengths is not None:
        terms["shortest"] = np.minimum.reduceat(lengths[ids], starts)
        terms["longest"] = np.maximum.reduceat(lengths[ids], starts)
    widths = width_codes(np.maximum.reduceat(steps, starts))
    # How often a term stands in its only document is its total.
    widths |= np.where((most > 1) & (documents > 1), width_codes(most), 0).astype(np.uint8) << 2
    if forms is not None and counts is not None:
        terms["forms"] = counts
        largest, least = np.maximum.reduceat(forms, starts), np.minimum.reduceat(forms, starts)
        plain = (counts == 0) | ((largest == 1) & (least == 1))
        widths |= np.where(plain, 0, np.maximum(1, width_codes(largest))).astype(np.uint8) << 4
    if places is not None:
        # Not all can be 0, or else their number would be lost.
        widths |= np.maximum(1, width_codes(np.maximum.reduceat(places, starts_of(terms["total"])))) << 6
    terms["widths"] = widths
    parts = layout(terms, places is not None)
    sizes: Numbers = np.asarray(np.sum([many * width for many, width in parts], axis=0, dtype=np.int64))
    at = starts_of(sizes)
    set_offsets(terms, at)
    data = np.zeros(int(sizes.sum()), np.uint8)
    found = (np.delete(steps, starts), freqs, forms, places)
    for (many, width), numbers in zip(parts, found, strict=True):
        if numbers is not None:
            _scatter(data, at, many, width, numbers)
        at = at + many * width
    return terms, data


def _scatter(data: Numbers, at: Numbers, counts: Numbers, widths: Numbers, numbers: Numbers) -> None:
    """Writes counts[i] numbers of widths[i] bytes from at[i] on, for every i."""
    starts = starts_of(counts)
    for width in (1, 2, 4):
        chosen = np.flatnonzero((widths == width) & (counts > 0))
        if len(chosen):
            places = runs(at[chosen], counts[chosen], width)
            values = numbers[runs(starts[chosen], counts[chosen])].astype(np.uint32)
            for byte in range(width):
                data[places + byte] = values >> np.uint32(8 * byte) & np.uint32(255)


def _gather(data: Numbers, at: Numbers, counts: Numbers, widths: Numbers, otherwise: int) -> Numbers:
    """counts[i] numbers of widths[i] bytes from at[i] on, for every i; ``otherwise`` for each of no bytes."""
    if len(counts) * _MANY < int(counts.sum()):
        return _joined(data, at, counts, widths, otherwise)
    numbers = np.full(int(counts.sum()), otherwise, np.uint32)
    starts = starts_of(counts)
    for width in (1, 2, 4):
        chosen = np.flatnonzero((widths == width) & (counts > 0))
        if len(chosen):
            places = runs(at[chosen], counts[chosen], width)
            values = data[places].astype(np.uint32)
            for byte in range(1, width):
                values |= data[places + byte].astype(np.uint32) << np.uint32(8 * byte)
            numbers[runs(starts[chosen], counts[chosen])] = values
    return numbers


def _joined(data: Numbers, at: Numbers, counts: Numbers, widths: Numbers, otherwise: int) -> Numbers:
    """The same by a slice of the file for every i, which is less work for each number and more for each slice."""
    each = zip(at.tolist(), counts.tolist(), widths.tolist(), strict=True)
    none = np.full(int(counts[widths == 0].max(initial=0)), otherwise, np.uint32)
    slices = [data[a : a + many * width].view(f"<u{width}") if width else none[:many] for a, many, width in each]
    return np.concatenate(slices, dtype=np.uint32)


def decode_ids(data: Numbers, terms: Numbers) -> Numbers:
    """The documents of many terms, one term after the other."""
    documents = terms["documents"].astype(np.int64)
    starts = starts_of(documents)
    if not len(terms):
        return np.zeros(0, np.uint32)
    steps = np.zeros(int(documents.sum()), np.uint32)
    later = np.ones(len(steps), bool)
    later[starts] = False
    steps[later] = _gather(data, offsets(terms), documents - 1, codes_of(terms)[0], 0)
    sums: Numbers = np.cumsum(steps, dtype=np.uint32)
    return np.asarray(sums + np.repeat(terms["first"] - sums[starts], documents))


def decode_forms(data: Numbers, terms: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """(documents, written forms, number in ``terms``) of the postings of many terms, one term after the other."""
    many = terms["documents"].astype(np.int64)
    placed = bool(len(terms) and terms["widths"][0] >> 6)
    parts = layout(terms, placed)
    at = offsets(terms) + parts[0][0] * parts[0][1] + parts[1][0] * parts[1][1]
    # Left out are those of terms in which the first of the forms stands in every document.
    forms = _gather(data, at, *parts[2], 1)
    return decode_ids(data, terms), forms, np.repeat(np.arange(len(terms)), many)


def decode(data: Numbers, keys: list[bytes], terms: Numbers) -> Postings:
    """All that is known of many terms of one field."""
    placed = bool(len(terms) and terms["widths"][0] >> 6)
    at, parts = offsets(terms), layout(terms, placed)
    starts, found = starts_of(terms["documents"]), []
    for many, width in parts:
        found.append((at, many, width))
        at = at + many * width
    freqs = _gather(data, *found[1], 1)
    single = terms["documents"] == 1
    freqs[starts[single]] = terms["total"][single]
    places = _gather(data, *found[3], 0) if placed else None
    if not terms["forms"].any():
        return Postings(keys, starts, decode_ids(data, terms), freqs, places)
    forms = _gather(data, *found[2], 1)
    forms[np.repeat(terms["forms"] == 0, terms["documents"])] = 0
    return Postings(keys, starts, decode_ids(data, terms), freqs, places, forms, terms["forms"])


def decode_one(data: Numbers, term: Any) -> Term:
    """The postings of one term: views of the file where that is possible."""
    documents, total, first, offset, high, _, widths, *_ = term.item()
    at = offset + (high << 32)

    def read(many: int, code: int) -> Numbers:
        nonlocal at
        width = (0, 1, 2, 4)[code]
        start, at = at, at + many * width
        return data[start:at].view(f"<u{width}")

    ids = np.full(documents, first, np.uint32)
    if documents > 1 and widths & 3:
        np.cumsum(read(documents - 1, widths & 3), dtype=np.uint32, out=ids[1:])
        ids[1:] += np.uint32(first)
    freqs = read(documents, widths >> 2 & 3) if widths >> 2 & 3 else None
    if freqs is None and total > documents:
        freqs = np.array([total], np.uint32)
    forms = read(documents, widths >> 4 & 3) if widths >> 4 & 3 else None
    places = read(total, widths >> 6) if widths >> 6 else None
    return Term(ids, freqs, places, forms)
