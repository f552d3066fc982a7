"""The documents that have any of many words, as one mask over all documents of a segment.

Words as written share the postings of their stem, with a bit for each form. Where all forms of a stem fit, its
documents are taken as they are; only of the others are the bits looked at.
"""

from __future__ import annotations

import numpy as np

from reader.index import postings
from reader.index.postings import Numbers
from reader.index.segments import FieldTerms


def mark_terms(mask: Numbers, data: Numbers, terms: Numbers) -> None:
    """Marks the documents of terms; ``data`` is the segment's."""
    mask[postings.decode_ids(data, terms)] = True


def mark_written(mask: Numbers, field: FieldTerms, words: Numbers) -> None:
    """Marks the documents that have some of the words as written of a field, by their numbers."""
    if len(words):
        _mark_some(mask, field, *_by_stem(field, words))


def mark_in_article(mask: Numbers, text: FieldTerms, words: Numbers, headline: FieldTerms, titles: Numbers) -> None:
    """Marks the documents that have some words as written in their body (``words``) or headline (``titles``).

    The documents of a stem in ``text`` are those of body and headline, so they are taken as they are where all forms
    of both fit.
    """
    stems, several, fit = _by_stem(text, words)
    title_stems, title_several, title_fit = _by_stem(headline, titles)
    in_text = headline.in_text[title_stems]
    candidates = np.union1d(stems, in_text)
    lacking = text.terms["forms"][candidates].astype(np.int64) + text.forms_in_headlines[candidates]
    lacking[np.searchsorted(candidates, stems)] -= fit
    lacking[np.searchsorted(candidates, in_text)] -= title_fit
    whole = lacking == 0
    mark_terms(mask, text.data, text.terms[candidates[whole]])
    partly = ~whole[np.searchsorted(candidates, stems)]
    _mark_some(mask, text, stems[partly], several[partly], fit[partly])
    partly = ~whole[np.searchsorted(candidates, in_text)]
    _mark_some(mask, headline, title_stems[partly], title_several[partly], title_fit[partly])


def _by_stem(field: FieldTerms, words: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """(numbers of stems, rising; the bits of the words of each; how many these are)."""
    if not len(words):
        return np.zeros(0, np.int64), np.zeros(0, np.uint32), np.zeros(0, np.int64)
    stems, at = postings.sort_stable(field.stems[words])
    first = np.flatnonzero(postings.first_of_runs(stems))
    bits = np.left_shift(np.uint32(1), field.bits[words][at].astype(np.uint32))
    return stems[first], np.bitwise_or.reduceat(bits, first), np.diff(np.append(first, len(stems)))


def _mark_some(mask: Numbers, field: FieldTerms, stems: Numbers, several: Numbers, fit: Numbers) -> None:
    """Marks the documents of stems that have one of several forms."""
    whole = field.terms["forms"][stems] == fit
    if not field.is_shared:
        mark_terms(mask, field.data, field.terms[stems[whole]])
        stems, several = stems[~whole], several[~whole]
    ids, forms, term = postings.decode_forms(field.data, field.terms[stems])
    mask[ids[forms & several[term] > 0]] = True
