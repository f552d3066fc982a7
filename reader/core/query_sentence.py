"""A query told in words: "With herring and accord, and a quotation by Ardel, published in 2024, without cannery"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.core.query import All, Any, DateRange, Field, Near, Not, Phrase, Query, Rows, Word, WordForm
from reader.core.query_fields import LANGUAGES

_FORMS = {
    WordForm.PLAIN: "{0}", WordForm.PREFIX: "words that begin with {0}", WordForm.PATTERN: "words like {0}",
    WordForm.FUZZY: "words much like {0}",
}  # fmt: skip
_WITH = {
    "headline": "{0} in the headline", "body": "{0} in the body", "quote": "{0} in a quotation",
    "cue": "a quotation with the reporting word {0}", "entity": "a mention of {0}",
    "person": "a mention of the person {0}", "org": "a mention of the organization {0}",
    "place": "a mention of the place {0}", "speaker": "a quotation by {0}", "about": "a quotation that mentions {0}",
    "tag": "the tag {0}",
}  # fmt: skip
"""Fields of which an article has something."""
_BEING = {"publication": "published by {0}", "byline": "written by {0}", "date": "published {0}"}
"""Fields that say what an article is."""
_OF_A_QUOTATION = {"quote": "{0}", "body": "{0}"}
_BEING_A_QUOTATION = {"speaker": "by {0}", "about": "mentioning {0}"}
"""What fields say where quotations are sought."""
_VALUES = {
    ("is", "unread"): "unread", ("is", "starred"): "starred", ("is", "duplicate"): "a copy of another article",
    ("is", "correction"): "a correction", ("has", "quote"): "a quotation",
    ("has", "unknown-speaker"): "a quotation by an unknown speaker", ("kind", "direct"): "a direct quotation",
    ("kind", "mixed"): "a mixed quotation", ("kind", "indirect"): "an indirect quotation",
    ("kind", "person"): "a person", ("kind", "organization"): "an organization", ("kind", "place"): "a place",
    ("kind", "facility"): "a facility", ("kind", "group"): "a group", ("kind", "product"): "a product",
    ("kind", "event"): "an event", ("kind", "work"): "a work",
}  # fmt: skip
_UNITS = {"d": "day", "w": "week", "m": "month", "y": "year"}
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Clause:
    """A part of the sentence. ``lead`` is "with", "without", or empty for what an article is."""

    lead: str
    words: str
    joins: str = ""
    """The "and" or "or" between its words."""

    @property
    def whole(self) -> str:
        return f"{self.lead} {self.words}".strip()


def as_sentence(query: Query, target: str = "articles") -> str:
    """What is sought, in words, without a full stop: "With herring, without cannery".

    ``target`` is one of articles and quotations ("Quotations with herring, by Ilse Marenko"). Parts that may be
    misread stand in parentheses.
    """
    parts = query.queries if isinstance(query, All) else (query,)
    quoted = target == "quotations"
    clauses = [_clause(part, "", quoted) for part in parts]
    words = [clause for clause, part in zip(clauses, parts, strict=True) if isinstance(part, Word | Phrase | Near)]
    told = [_joined(words, "and").whole] if words else []
    told += [_after(clause, bool(words)) for clause in clauses if clause not in words]
    sentence = ", ".join(told)
    return f"Quotations {sentence}" if quoted else sentence[:1].upper() + sentence[1:]


def _after(clause: _Clause, later: bool) -> str:
    """A clause after the words, whose "with" holds on."""
    return f"and {_closed(clause, 'and')}" if clause.lead == "with" and later else clause.whole


def _clause(query: Query, field: str, quoted: bool) -> _Clause:
    match query:
        case All(queries):
            return _joined([_clause(part, field, quoted) for part in queries], "and")
        case Any(queries):
            return _joined([_clause(part, field, quoted) for part in queries], "or")
        case Not(inner):
            return _without(_clause(inner, field, quoted))
        case Field(name, inner):
            return _clause(inner, name, quoted)
    return _leaf(query, field, quoted)


def _joined(clauses: list[_Clause], joins: str) -> _Clause:
    """Clauses with "with" are joined behind one; "without" is said each time, for it says no to all behind it."""
    clauses = list(dict.fromkeys(clauses))
    if len(clauses) == 1:
        return clauses[0]
    if all(clause.lead == "with" for clause in clauses):
        return _Clause("with", _list([_closed(clause, joins) for clause in clauses], joins), joins)
    # "published in 2024, with cod or with eel" might be read as an "and" before the comma.
    return _Clause("", f" {joins} ".join(_closed(replace(c, lead="", words=c.whole), joins) for c in clauses), joins)


def _closed(clause: _Clause, joins: str) -> str:
    return f"({clause.words})" if clause.joins and clause.joins != joins else clause.words


def _list(words: Sequence[str], joins: str) -> str:
    *most, last = words
    return f"{', '.join(most)} {joins} {last}" if most else last


def _without(clause: _Clause) -> _Clause:
    if clause.lead == "with":
        return _Clause("without", _closed(clause, ""))
    if clause.lead == "without":
        return _Clause("", f"not {clause.whole}")
    return _Clause("", f"not {_closed(clause, '')}")


def _leaf(query: Query, field: str, quoted: bool) -> _Clause:
    if known := _VALUES.get((field, query.text if isinstance(query, Word) else "")):
        return _Clause("" if field == "is" else "with", known)
    if isinstance(query, Word) and field == "last":
        return _Clause("", _last(query.text))
    if isinstance(query, Word) and field == "lang":
        return _Clause("", f"in {LANGUAGES.get(query.text, f'the language {query.text}')}")
    words = _words(query)
    being = _BEING | _BEING_A_QUOTATION if quoted else _BEING
    having = _WITH | _OF_A_QUOTATION if quoted else _WITH
    if field in being:
        return _Clause("", being[field].format(words))
    return _Clause("with", having.get(field, "{0}").format(words))


def _words(query: Query) -> str:
    match query:
        case Word(text, form):
            return _FORMS[form].format(text)
        case Phrase(text):
            return f"“{text}”"
        case Near(text, within):
            between = f"at most {within} other words" if within > 1 else "at most 1 other word" if within else "nothing"
            return f"the words “{text}” in any order with {between} between them"
        case DateRange():
            return _days(query)
        case Rows(rows):
            return f"{len(rows):,} chosen articles"
    raise ValueError(query)


def _last(text: str) -> str:
    count, unit = int(text[:-1]), _UNITS[text[-1]]
    return f"published in the last {f'{count:,} {unit}s' if count > 1 else unit}" if text != "1d" else "published today"


def _days(days: DateRange) -> str:
    """ "in March 2024", "on 12 March 2024", "from 1 to 15 March" in full: "from 1 March 2024 to 15 March 2024"."""
    if not days.end:
        return f"on {_day(days.start)} or later"
    if not days.start:
        return f"before {_day(days.end)}"
    start, end = dt.date.fromisoformat(days.start), dt.date.fromisoformat(days.end)
    last = end - dt.timedelta(days=1)
    if start == last:
        return f"on {_day(days.start)}"
    for period, name in ((_year, str(start.year)), (_month, f"{_MONTHS[start.month - 1]} {start.year}")):
        if period(start) == (start, last):
            return f"in {name}"
    return f"from {_day(days.start)} to {_day(last.isoformat())}"


def _year(day: dt.date) -> tuple[dt.date, dt.date]:
    return day.replace(month=1, day=1), day.replace(month=12, day=31)


def _month(day: dt.date) -> tuple[dt.date, dt.date]:
    last = dt.date.fromordinal(day.replace(day=28).toordinal() + 4)
    return day.replace(day=1), last - dt.timedelta(days=last.day)


def _day(day: str) -> str:
    date = dt.date.fromisoformat(day)
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"
