"""What the linking of names alone does with names that a test marks: ``{Ann Lee}``, ``{organization:NFC}``."""

from __future__ import annotations

import re
from functools import cache

from reader.core.kinds import Kind
from reader.language.chains import link
from reader.language.names import Name
from reader.language.tokens import tokenize
from reader.language.words import Words, load_words

_MARKED = re.compile(r"\{(?:([a-z]+):)?([^}]+)\}")


@cache
def word_lists() -> Words:
    """Read once for all tests."""
    return load_words()


def linked(*paragraphs: str) -> list[list[str]]:
    """The names of each chain as written, in order. A mark without a kind is a person's."""
    text, spans = "", []
    for part in re.split(r"(\{[^}]+\})", "\n\n".join(paragraphs)):
        if match := _MARKED.fullmatch(part):
            spans.append((len(text), len(text) + len(match[2]), Kind(match[1] or "person")))
            part = match[2]
        text += part
    tokens = tokenize(text)
    names = [Name(tokens.at(start), tokens.before(end), kind) for start, end, kind in spans]
    chains: dict[int, list[str]] = {}
    for (start, end, _), chain in zip(spans, link(tokens, word_lists(), names).of, strict=True):
        chains.setdefault(chain, []).append(text[start:end])
    return list(chains.values())
