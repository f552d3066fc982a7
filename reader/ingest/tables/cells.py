"""The value of one field to the words of a role: texts, numbers, lists, and objects with names inside."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from reader.core.text import canonical
from reader.ingest.plain.bylines import names_in

_DEEPEST = 6
_MOST = 200
"""Authors, tags or paragraphs' lists are no longer; what follows is left out, but of a body."""
_LONGEST_BYLINE = 2000
"""Code points; what is longer is no list of authors, and patterns take long on it."""
_NAME_KEYS = ("name", "literal", "display_name", "displayName", "full_name", "fullName", "title", "label", "webTitle")
_FAMILY = ("family", "lastName", "last_name", "lastname", "surname", "familyName")
_GIVEN = ("given", "firstName", "first_name", "firstname", "givenName")
_TEXT_KEYS = ("text", "content", "value", "html", "body", "rendered", "main", "original", "#text", "$t", "plain")
_URL_KEYS = ("href", "url", "link", "value", "canonical")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8}\d{0,2});", re.IGNORECASE)
_BY = re.compile(r"\s*(?:[Bb][Yy]|von|par|por|di|door|av)(?:\s*:|\s)\s*(?=\S)")
_AND = re.compile(r"\s*(?:;|\||\n|\s(?:and|und|et|y|e|&)\s(?=[^\W\d_]))\s*", re.IGNORECASE)
# "Weil, Jörg", "Knuth, Donald E."; "Ann Lee, Bob Ray" are two.
_LAST_FIRST = re.compile(r"[^\s,]{1,40}, ?[^\s,]{1,40}(?: [^\W\d_]\.?){0,2}")
_NO_NAME = re.compile(r"(?:nan|none|null|n/?a|unknown|\W*)", re.IGNORECASE)
_QUOTED = re.compile(r"""'((?:[^'\\]++|\\.)*+)'|"((?:[^"\\]++|\\.)*+)\"""")
_ADDRESS = re.compile(r"(?:https?://|www\.|mailto:)\S+|[^\s@]{1,100}@[^\s@]{1,200}\.[^\s@]{2,20}")


def words_of(value: object, role: str) -> str:
    """The words of a value for a role; empty for what says nothing."""
    if role == "url":
        return next((found for found in _texts(value, _URL_KEYS) if found), "").strip()
    if role == "published":
        return _date_words(value)
    if role == "byline":
        return "; ".join(_person(one) for one in _listed(value))
    keys = (*_TEXT_KEYS, *_NAME_KEYS) if role in ("body", "summary") else (*_NAME_KEYS, *_TEXT_KEYS)
    between = "\n\n" if role in ("body", "summary") else ", " if role == "tags" else " "
    return between.join(found for found in _texts(value, keys) if found)


def names_of(words: str) -> tuple[str, ...]:
    """The authors that a field names, "Last, First" turned round; addresses are none."""
    words = " ".join(_without_list_marks(words[:_LONGEST_BYLINE]).replace("\n", ";").split())
    words = _ADDRESS.sub(" ", unescaped(words))
    words = _BY.sub("", words, count=1) if _BY.match(words) else words
    parts = [part for part in map(_tidy, _AND.split(words)) if part]
    if len(parts) > 1 and sum(part.count(",") == 1 for part in parts) >= len(parts) / 2:
        parts = [_turned(part) for part in parts]
    elif len(parts) == 1 and _LAST_FIRST.fullmatch(parts[0]):
        parts = [_turned(parts[0])]
    else:
        parts = [name for part in parts for name in (names_in(part) or map(_tidy, part.split(",")))]
    return tuple(dict.fromkeys(name for name in parts if not _NO_NAME.fullmatch(name)))[:_MOST]


def unescaped(words: str) -> str:
    """Words with their HTML entities resolved ("AT&amp;T"): exports often write titles as pages do."""
    return html.unescape(words) if _ENTITY.search(words) else words


def flat(value: dict[str, object]) -> dict[str, object]:
    """The fields of an object with those of the objects in it, named "source.name"; lists stay as they are."""
    found: dict[str, object] = {}
    _flatten(value, "", found, 0)
    return found


def _flatten(value: dict[str, object], before: str, found: dict[str, object], depth: int) -> None:
    for key, inner in value.items():
        if isinstance(inner, dict) and inner and depth < _DEEPEST:
            _flatten(inner, f"{before}{key}.", found, depth + 1)
        else:
            found.setdefault(f"{before}{key}", inner)


def _texts(value: object, keys: tuple[str, ...], depth: int = 0) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        yield str(value)
    elif isinstance(value, list) and depth < _DEEPEST:
        for one in value:
            yield from _texts(one, keys, depth + 1)
    elif isinstance(value, dict) and depth < _DEEPEST:
        inner = next((value[key] for key in keys if value.get(key)), None)
        if inner is not None:
            yield from _texts(inner, keys, depth + 1)


def _listed(value: object) -> list[object]:
    return value[:_MOST] if isinstance(value, list) else [value]


def _person(value: object) -> str:
    if not isinstance(value, dict):
        return next(_texts(value, _NAME_KEYS), "")
    family, given = (next((str(value[key]) for key in keys if value.get(key)), "") for keys in (_FAMILY, _GIVEN))
    particle = value.get("non-dropping-particle")
    parts = (given, particle if isinstance(particle, str) else "", family)
    return " ".join(part for part in parts if part) or next(_texts(value, _NAME_KEYS), "")


def _date_words(value: object) -> str:
    """A date; of the parts that CSL keeps ([[2020, 5, 1]]) the first that is one."""
    if isinstance(value, list):
        if 3 <= len(value) <= 6 and all(str(part).isdigit() for part in value):
            return "-".join(f"{int(str(part)[:4]):02d}" for part in value[:3])
        return next((found for one in value[:3] if (found := _date_words(one))), "")
    return next(_texts(value, ("raw", "date", "value", "$date", "iso", "date-parts")), "")


def _without_list_marks(words: str) -> str:
    """ "['A', 'B']" as Python writes a list, "A; B"."""
    if not (words.startswith("[") and words.endswith("]")):
        return words
    quoted = [found[1] or found[2] or "" for found in _QUOTED.finditer(words)]
    return "; ".join(quoted) if quoted else words[1:-1]


def _turned(name: str) -> str:
    family, _, given = name.partition(",")
    return _tidy(f"{given} {family}")


def _tidy(words: str) -> str:
    return " ".join(canonical(words).split()).strip(" ,;|\"'")
