"""The lines above a Markdown text that tell of it: YAML-like, TOML-like, pandoc's and MultiMarkdown's.

YAML itself is not read: it has references that grow and types that surprise ("no" is a truth value, 12:30 a number).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from reader.ingest.addresses import canonical_address
from reader.ingest.documents.told import day_of, language_of
from reader.ingest.facts import Facts

_MOST_LINES = 200
_LONGEST = 2000  # code points of a value
_FENCE = re.compile(r"(?:---|\+\+\+)[ \t]*")
_END = re.compile(r"(?:---|\.\.\.|\+\+\+)[ \t]*")
_FIELD = re.compile(r"([A-Za-z][\w .-]{0,40}?)[ \t]*[:=](?:[ \t]+(.*)|$)")
_ITEM = re.compile(r"[ \t]*-[ \t]+(.*)")
_BLOCK = re.compile(r"[|>][+-]?\d?")
_WIKI = re.compile(r"\[\[(?:[^\[\]|]{1,200}\|)?([^\[\]|]{1,200})\]\]")
_LINK = re.compile(r"\[([^\[\]]{1,200})\]\([^()]{0,500}\)")
_ESCAPED = re.compile(r"\\(.)")
_MARK = re.compile(r"\\([!-/:-@\[-`{-~])")
_NAMES = re.compile(r"\s*;\s*|\s*,\s*(?!(?:Jr|Sr|II|III|IV)\b)|\s+(?:and|und|et|&|y)\s+")
_BY = re.compile(r"(?:by|von|par|por|di|door|av)\s+", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://\S+")
# MultiMarkdown needs no fence; only these open it, so that "Note: the council …" is no field.
_OPENS_BARE = ("title", "author", "date", "url", "source")

_TITLES = ("title", "headline", "name")
_AUTHORS = ("author", "authors", "byline", "by", "creator", "writer")
_DAYS = tuple(
    "published date_published datepublished publishdate publish_date published_at published_date publication_date "
    "pubdate article_date date issued".split()
)
_CLIPPED = ("created", "date_created", "created_at", "clipped", "saved", "date_saved", "date_added", "added")
_ADDRESSES = ("source", "url", "link", "source_url", "original", "canonical_url", "permalink", "uri", "href")
_PUBLICATIONS = (
    "publication",
    "publisher",
    "site",
    "site_name",
    "sitename",
    "website",
    "newspaper",
    "outlet",
    "source",
)
_LANGUAGES = ("lang", "language", "locale")

Fields = dict[str, tuple[str, ...]]
"""The values of each field, whose name is written in small letters with "_"."""


def split_front_matter(text: str) -> tuple[Fields, str]:
    """The fields above a Markdown text, and the text below them."""
    lines = text.lstrip("\ufeff\n").split("\n", _MOST_LINES)
    if _FENCE.fullmatch(lines[0]):
        end = next((at for at, line in enumerate(lines[1:-1], 1) if _END.fullmatch(line)), 0)
        if not end and len(lines) > 1 and _END.fullmatch(lines[-1]):
            end = len(lines) - 1
        fields = dict(_fields(lines[1:end]))
        return (fields, "\n".join(lines[end + 1 :])) if end and (fields or end == 1) else ({}, text)
    if lines[0].startswith("% "):
        return _pandoc(lines)
    opened = _FIELD.fullmatch(lines[0])
    if opened is not None and opened[1].strip().lower() in _OPENS_BARE:
        end = next((at for at, line in enumerate(lines) if not line.strip()), len(lines))
        return dict(_fields(lines[:end])), "\n".join(lines[end:])
    return {}, text


def facts_in(fields: Fields) -> tuple[Facts, Facts]:
    """What the fields tell of the story, and what is only to be believed where the story itself says nothing."""
    address = _first(fields, _ADDRESSES, lambda value: canonical_address(_address(value)))
    told = Facts(
        headline=_first(fields, _TITLES, plain),
        byline=names_in(tuple(value for name in _AUTHORS for value in fields.get(name, ()))),
        publication=_first(fields, _PUBLICATIONS, lambda value: "" if _ADDRESS.search(value) else plain(value)),
        published=next((day for name in _DAYS for value in fields.get(name, ()) if (day := day_of(value))), None),
        url=address,
        language=_first(fields, _LANGUAGES, language_of),
    )
    clipped = next((day for name in _CLIPPED for value in fields.get(name, ()) if (day := day_of(value))), None)
    return told, Facts(published=clipped)


def plain(value: str) -> str:
    """A value without the marks of Markdown: "[[Ilse Marenko]]", "[Ilse Marenko](https://…)", "\\*"."""
    return " ".join(_MARK.sub(r"\1", _LINK.sub(r"\1", _WIKI.sub(r"\1", value))).split())


def names_in(values: tuple[str, ...]) -> tuple[str, ...]:
    """The names in the values of an author field; addresses and accounts are none."""
    names = (_BY.sub("", name.strip(), count=1) for value in values for name in _NAMES.split(plain(value)))
    return tuple(dict.fromkeys(name for name in names if 1 < len(name) <= 80 and not re.search(r"[@/\d]", name)))


def _fields(lines: list[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    name, is_block = "", False
    values: list[str] = []
    for line in lines:
        field = _FIELD.fullmatch(line) if line[:1].strip() else None
        item = _ITEM.fullmatch(line)
        if field is not None and not (item and name):
            if name:
                yield name, tuple(values)
            name = re.sub(r"[ .-]", "_", field[1].strip().lower())
            value = _bare(field[2] or "")
            is_block = _BLOCK.fullmatch(value) is not None
            values = [] if is_block or not value else list(_listed(value))
        elif name and is_block and line.strip():
            values = [" ".join((*values, line.strip()))[:_LONGEST]]
        elif name and item is not None:
            value = _bare(item[1])
            inner = _FIELD.fullmatch(value)  # "- name: Ilse Marenko"
            values.append(_bare(inner[2] or "") if inner and inner[1] == "name" else value)
        elif name and line.strip() and values and not line[:1].strip():
            values[-1] = f"{values[-1]} {_bare(line)}"[:_LONGEST]  # a long value goes on
    if name:
        yield name, tuple(values)


def _listed(value: str) -> Iterator[str]:
    """The members of "[A, "B"]", or the value itself."""
    is_list = value[0] == "[" and value[-1] == "]" and "](" not in value
    if is_list and (not value.startswith("[[") or value.startswith("[[[")):
        yield from (bare for part in value[1:-1].split(",") if (bare := _bare(part)))
    else:
        yield value


def _bare(value: str) -> str:
    value = value[:_LONGEST].strip()
    if len(value) > 1 and value[0] == value[-1] == '"':
        return _ESCAPED.sub(r"\1", value[1:-1])
    if len(value) > 1 and value[0] == value[-1] == "'":
        return value[1:-1].replace("''", "'")
    return value.partition(" #")[0].strip()


def _pandoc(lines: list[str]) -> tuple[Fields, str]:
    """ "% title", "% author; author", "% date"."""
    names = ("title", "author", "date")
    end = next((at for at, line in enumerate(lines[:3]) if not line.startswith("%")), min(3, len(lines)))
    fields: Fields = {
        name: (line[1:].strip(),) for name, line in zip(names, lines[:end], strict=False) if line[1:].strip()
    }
    return fields, "\n".join(lines[end:])


def _first(fields: Fields, names: tuple[str, ...], read: Callable[[str], str]) -> str:
    return next((found for name in names for value in fields.get(name, ()) if (found := read(value))), "")


def _address(value: str) -> str:
    found = _ADDRESS.search(value)
    return found[0].rstrip(")>\"'") if found is not None else ""
