"""Where the words of a query stand in a text, and the passage that shows most of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache

from reader.core.query import All, Any, Field, Near, Phrase, Query, Word, WordForm
from reader.core.search import Snippet
from reader.core.spans import Span
from reader.index.analysis import Tokens, words
from reader.index.written import fits, fitting, joined

ENOUGH = 100_000
"""Code points in which a passage is sought first."""

_IN_THE_TEXT = frozenset({"headline", "body", "quote"})


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Words side by side; unless its form is plain, the last one may be written otherwise, or stand in another form."""

    terms: tuple[str, ...]
    plain: tuple[str, ...]
    form: WordForm


def find_hits(text: str, query: Query) -> tuple[Span, ...]:
    """The places of a query's words and phrases, in order; a phrase is one place. Excluded words are not sought."""
    wanted = _wanted(query)
    return tuple(span for span, _ in _hits(text, wanted)) if wanted else ()


def snippet(text: str, query: Query, *, words: int = 30) -> Snippet | None:
    """The passage of about so many words, inside one line, that holds most different finds; None when there is none.

    The first line is a last resort: it is the headline, which a reader sees anyway.
    """
    wanted = _wanted(query)
    # A snippet need not wait for a text of megabytes to be read to its end.
    found = _hits(text[:ENOUGH], wanted) or (_hits(text, wanted) if len(text) > ENOUGH else [])
    first_line = text.find("\n") % (len(text) + 1)
    found = [hit for hit in found if hit[0].start > first_line] or found
    if not found:
        return None
    at = _best(text, found, reach=words * 6)
    start, end = _edges(text, found[at][0], words)
    marks = tuple(span.moved(-start) for span, _ in found if start <= span.start and span.end <= end)
    return Snippet(text[start:end], start, marks)


def _wanted(query: Query) -> tuple[_Wanted, ...]:
    if isinstance(query, Word | Phrase):
        form = query.form if isinstance(query, Word) else WordForm.PLAIN
        if form is WordForm.PATTERN:
            return tuple(_Wanted((part,), (part,), form) for part in fitting(query.text))
        found = tuple(words(query.text))
        one = joined(query.text) if isinstance(query, Word) and form is WordForm.PLAIN else None
        return tuple(
            _Wanted(tuple(word.term for word in some), tuple(word.plain for word in some), form)
            for some in (found, (one,) if one else ())
            if some
        )
    if isinstance(query, Near):
        return tuple(_Wanted((word.term,), (word.plain,), WordForm.PLAIN) for word in words(query.text))
    if isinstance(query, All | Any):
        return tuple(each for part in query.queries for each in _wanted(part))
    if isinstance(query, Field) and query.name in _IN_THE_TEXT:
        return _wanted(query.query)
    return ()


def _hits(text: str, wanted: tuple[_Wanted, ...]) -> list[tuple[Span, int]]:
    """(place, which of the wanted) in order, longest first; places do not overlap."""
    if not wanted:
        return []
    found = Tokens(text)
    first: dict[str, list[int]] = {}
    loose = [(each.plain[0], each.form, n) for n, each in enumerate(wanted) if _is_loose(each)]
    for n, each in enumerate(wanted):
        if each.form is not WordForm.PATTERN:
            first.setdefault(each.terms[0], []).append(n)
    fitting = cache(lambda plain: tuple(n for sought, form, n in loose if fits(plain, sought, form)))
    if loose:
        begins = [at for at, (term, plain) in enumerate(found.words) if term in first or fitting(plain)]
    else:
        begins = [at for at, (term, _) in enumerate(found.words) if term in first]
    hits: list[tuple[Span, int]] = []
    next = 0
    for at in begins:
        if at < next:
            continue
        term, plain = found.words[at]
        here = [n for n in first.get(term, ()) if _stands(found.words, at, wanted[n])]
        here += fitting(plain) if loose else ()
        if here:
            n = max(here, key=lambda n: len(wanted[n].terms))
            next = at + len(wanted[n].terms)
            hits.append((Span(found.start(at), found.end(next - 1)), n))
    return hits


def _is_loose(each: _Wanted) -> bool:
    return each.form is not WordForm.PLAIN and len(each.plain) == 1


def _stands(found: list[tuple[str, str]], at: int, each: _Wanted) -> bool:
    here = found[at : at + len(each.terms)]
    if len(here) < len(each.terms):
        return False
    begun = each.form is not WordForm.PLAIN and fits(here[-1][1], each.plain[-1], each.form)
    whole = zip(here[:-1], each.terms[:-1], strict=True)
    return (begun or here[-1][0] == each.terms[-1]) and all(word[0] == term for word, term in whole)


def _best(text: str, found: list[tuple[Span, int]], reach: int) -> int:
    """The find from which on most different ones lie within reach (code points) in its line; the first of the best.

    One window slides over the finds, so that a line of megabytes takes no longer than its finds.
    """
    best, most, end, line_end = 0, 0, 0, -1
    inside: Counter[int] = Counter()
    for at, (span, which) in enumerate(found):
        if span.start > line_end:
            line_end = text.find("\n", span.end) % (len(text) + 1)
        while end < len(found) and (end <= at or found[end][0].end <= min(span.start + reach, line_end)):
            inside[found[end][1]] += 1
            end += 1
        if len(inside) > most:
            best, most = at, len(inside)
        inside[which] -= 1
        if not inside[which]:
            del inside[which]
    return best


def _edges(text: str, place: Span, count: int) -> tuple[int, int]:
    """About ``count`` words around a place, inside its line, from the beginning of its sentence if that is near."""
    line = text.rfind("\n", 0, place.start) + 1
    line_end = text.find("\n", place.end) % (len(text) + 1)
    start = max(line, place.start - count * 2)
    stop = max(text.rfind(mark, start, place.start) for mark in (". ", "? ", "! ", ".” ", '." '))
    if stop >= 0:
        start = text.index(" ", stop) + 1
    elif start > line:
        start = text.find(" ", start, place.start) + 1 or start
    end = min(line_end, max(place.end, start + count * 7))
    if end < line_end:
        end = max(place.end, text.rfind(" ", start, end))
    return start, end
