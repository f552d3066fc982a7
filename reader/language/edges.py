"""Clean edges: where roles and nominals begin and end, when the encoder's tags end in the middle of a phrase."""

from __future__ import annotations

from reader.core.kinds import Kind
from reader.language.names import Name
from reader.language.scene import Range, Scene
from reader.language.tokens import Tokens
from reader.language.words import Words

_DETERMINERS = frozenset("the a an this that these those his her its their our my both some all another".split())
_LONGEST = 8
_JOINED = 1


def role_spans(tokens: Tokens, words: Words, names: list[Name], name_at: list[int], found: list[Range]) -> list[Range]:
    """Roles of whole names and nouns: halves joined, no honorific at an edge, nothing of the person's own name."""
    joined: list[Range] = []
    for first, last in found:
        if joined and first - joined[-1][1] < _JOINED and not _is_person(names, name_at, first):
            first = joined.pop()[0]
        joined.append((first, last))
    kept: list[Range] = []
    for span in joined:
        first, last = _whole_names(names, name_at, *span)
        while first < last and tokens.lowers[last - 1] in words.honorifics:
            last -= 1
        while first < last and tokens.lowers[first] in words.honorifics:
            first += 1
        if any(tokens.lowers[i] not in _DETERMINERS and tokens.words[i][0].isalpha() for i in range(first, last)):
            kept.append((first, last))
    return kept


def _is_person(names: list[Name], name_at: list[int], i: int) -> bool:
    return name_at[i] >= 0 and names[name_at[i]].kind is Kind.PERSON


def _whole_names(names: list[Name], name_at: list[int], first: int, last: int) -> Range:
    """A range without half names: a person's is left out, another is taken whole."""
    at = name_at[first]
    if at >= 0:
        first = names[at].last if names[at].kind is Kind.PERSON else names[at].first
    at = name_at[last - 1] if last > first else -1
    if at >= 0:
        last = names[at].first if names[at].kind is Kind.PERSON else names[at].last
    return first, last


def nominal_span(scene: Scene, first: int, last: int) -> Range | None:
    """A nominal to the end of its noun: "the Syrian" goes on to "artist". Nothing where no noun comes."""
    end = last
    while end < len(scene.tokens) and end - first < _LONGEST and not _ends_in_noun(scene, first, end):
        if scene.tokens.begins_line(end) or not scene.tokens.words[end][0].isalpha():
            return None
        name = scene.name(end)
        if name and name.kind is Kind.PERSON and end == last:
            return None
        end = name.last if name else end + 1
    return (first, end) if _ends_in_noun(scene, first, end) else None


def _ends_in_noun(scene: Scene, first: int, last: int) -> bool:
    """Whether a phrase can end here: not behind a determiner, an adjective or a name that describes what follows."""
    i = last - 1
    low = scene.tokens.lowers[i]
    if low in _DETERMINERS and last - first == 1 and low not in ("both", "all", "some", "these", "those"):
        return False
    name = scene.name(i)
    if name:
        behind = scene.tokens.lowers[last] if last < len(scene.tokens) else ""
        follows = scene.lexical(last) in ("n", "j") or behind in scene.words.titles
        return not follows or scene.tokens.begins_line(last)
    if scene.tag(i) == "j" and last < len(scene.tokens) and not scene.tokens.begins_line(last):
        return scene.lexical(last) not in ("n", "j") and scene.name_at[last] < 0
    return True
