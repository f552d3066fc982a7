"""Invented stories with the facts that a reader should see, and what of them an annotator does not show.

A file of this folder is one trap. It holds stories; each is ``== its name``, the text, ``--``, and a fact a line:

    Ann Lee said: some words          the quotation that holds the words is hers alone
    Ann Lee + Bo Ray said: words      ... of both
    Ann Lee or nobody said: words     ... hers, or left open
    nobody said: words                ... left open: no entity speaks
    "port officials" said: words      ... of an unnamed speaker whose phrase reads so
    unsaid: words                     no quotation holds them
    one: some words ... other words   one quotation holds them all; ``several:`` each is in one of its own
    exactly: "some words," ... words  one quotation has exactly these pieces
    direct: words                     its kind; ``mixed:`` and ``indirect:`` likewise
    cue told: some words              the cue beside the words
    person: Ann Lee                   a name with exactly these edges, always of that kind; so for every kind
    same: Ann Lee = Lee               one entity has these names; the first is the one shown
    apart: Ann Lee = Bo Lee           entities of these names, all different; ``Lee (2)``: of the second "Lee"
    no name: he                       no name and no entity is called so
    I (2) is: Ann Lee                 the second "I" of the text is a mention of hers; ``or nobody`` as above

A line break counts as a space everywhere. A fact whose words the text lacks is a mistake and raises.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.core.annotations import Annotations, Quotation
from reader.core.kinds import Form, Kind, QuotationKind
from reader.core.spans import Span

_NOBODY = " or nobody"
_NTH = r"(.+) \((\d+)\)"


@dataclass(frozen=True)
class Story:
    """A short text and the facts that should be found in it, as written."""

    name: str
    text: str
    facts: tuple[str, ...]


def read_stories(file: Path) -> tuple[Story, ...]:
    """The stories of one trap."""
    return tuple(_story(part) for part in re.split(r"^== ", file.read_text("utf-8"), flags=re.M)[1:])


def _story(part: str) -> Story:
    head, facts = part.split("\n--\n")
    name, text = head.split("\n", 1)
    return Story(name, text.strip("\n"), tuple(line for line in facts.splitlines() if line))


def missing(story: Story, found: Annotations) -> list[str]:
    """The facts of a story that the annotations do not show."""
    shown = Shown(story.text, found)
    return [fact for fact in story.facts if not holds(fact, shown)]


def holds(fact: str, shown: Shown) -> bool:
    """Whether annotations show a fact. Raises ValueError for a fact that is not written in the notation."""
    head, colon, rest = fact.partition(": ")
    if not colon or not rest:
        raise ValueError(fact)
    if head.startswith("cue "):
        return _is_cue(head.removeprefix("cue "), rest, shown)
    if head.endswith(" said"):
        return shown.said_by(head.removesuffix(" said"), rest)
    if match := re.fullmatch(_NTH + " is", head):
        return shown.means(match[1], int(match[2]), rest)
    if head in list(QuotationKind):
        return all(q.kind == head for q in shown.having(rest)) and bool(shown.having(rest))
    if head in list(Kind):
        return shown.names(rest, Kind(head))
    return _PLAIN[head](rest, shown) if head in _PLAIN else _unknown(fact)


def _unknown(fact: str) -> bool:
    raise ValueError(fact)


@dataclass(frozen=True)
class Shown:
    """What a reader sees of one text."""

    text: str
    found: Annotations

    def having(self, words: str) -> list[Quotation]:
        """The quotations that hold some words in one piece."""
        self.check(words)
        return [q for q in self.found.quotations if any(words in self.of(piece) for piece in q.content)]

    def check(self, words: str) -> None:
        """Raises ValueError where the text lacks words that a fact speaks of."""
        if words not in _plain(self.text):
            raise ValueError(f"not in the text: {words}")

    def of(self, span: Span) -> str:
        return _plain(span.of(self.text))

    def called(self, name: str) -> set[int]:
        """The chains with a name."""
        self.check(name)
        return {c.id for c in self.found.chains if name in self.names_of(c.id)}

    def names_of(self, chain: int) -> set[str]:
        shown = {c.name for c in self.found.chains if c.id == chain}
        return {_plain(name) for name in shown.union(self.found.aliases_of(chain, self.text))}

    def said_by(self, who: str, words: str) -> bool:
        quotations = self.having(words)
        if len(quotations) != 1:
            return False
        (quotation,) = quotations
        speakers = set(quotation.speakers)
        if who == "nobody" or who.endswith(_NOBODY) and not speakers:
            return not speakers
        if who.startswith('"'):
            self.check(who.strip('"'))
            return not speakers and quotation.speaker is not None and self.of(quotation.speaker) == who.strip('"')
        wanted = [self.called(name) for name in who.removesuffix(_NOBODY).split(" + ")]
        return len(speakers) == len(wanted) and all(len(speakers & chains) == 1 for chains in wanted)

    def means(self, written: str, nth: int, who: str) -> bool:
        place = self.place(written, nth)
        chains = {c for m in self.found.mentions if m.span == place for c in m.chains}
        if who.endswith(_NOBODY) and all(self.names_of(c) == {written} for c in chains):
            return True
        return len(chains) == 1 and chains <= self.called(who.removesuffix(_NOBODY))

    def names(self, name: str, kind: Kind) -> bool:
        """Whether a name is marked, with these edges and always as of this kind."""
        self.check(name)
        kinds = {m.kind for m in self.found.mentions if m.form is Form.NAME and self.of(m.span) == name}
        return kinds == {kind}

    def place(self, written: str, nth: int) -> Span:
        """Where some words stand for the nth time, from 1. Raises IndexError where they stand less often."""
        return [Span(*m.span()) for m in re.finditer(rf"\b{re.escape(written)}(?!\w)", self.text)][nth - 1]

    def named_at(self, place: Span) -> set[int]:
        """The chains of the names that stand at a place, wider ones too."""
        names = [m for m in self.found.mentions if m.form is Form.NAME and m.span.contains(place)]
        return {chain for name in names for chain in name.chains}


def _is_cue(cue: str, words: str, shown: Shown) -> bool:
    shown.check(cue)
    cues = [shown.of(q.cue) for q in shown.having(words) if q.cue]
    return cues == [cue]


def _is_unsaid(words: str, shown: Shown) -> bool:
    return not shown.having(words)


def _is_one(words: str, shown: Shown) -> bool:
    holders = [shown.having(part) for part in words.split(" ... ")]
    return all(found == holders[0] and len(found) == 1 for found in holders)


def _are_several(words: str, shown: Shown) -> bool:
    holders = [shown.having(part) for part in words.split(" ... ")]
    return all(len(found) == 1 for found in holders) and len({found[0] for found in holders}) == len(holders)


def _is_exact(words: str, shown: Shown) -> bool:
    pieces = words.split(" ... ")
    for piece in pieces:
        shown.check(piece)
    return any([shown.of(span) for span in q.content] == pieces for q in shown.found.quotations)


def _are_same(names: str, shown: Shown) -> bool:
    first, *others = names.split(" = ")
    chains = shown.called(first)
    named = {_plain(c.name) for c in shown.found.chains if c.id in chains}
    return len(chains) == 1 and named == {first} and all(shown.called(name) == chains for name in others)


def _are_apart(names: str, shown: Shown) -> bool:
    chains = [_entity(name, shown) for name in names.split(" = ")]
    return all(len(found) == 1 for found in chains) and len(set().union(*chains)) == len(chains)


def _entity(name: str, shown: Shown) -> set[int]:
    match = re.fullmatch(_NTH, name)
    return shown.named_at(shown.place(match[1], int(match[2]))) if match else shown.called(name)


def _is_no_name(name: str, shown: Shown) -> bool:
    shown.check(name)
    return not any(name in shown.names_of(c.id) for c in shown.found.chains)


_PLAIN = {
    "unsaid": _is_unsaid,
    "one": _is_one,
    "several": _are_several,
    "exactly": _is_exact,
    "same": _are_same,
    "apart": _are_apart,
    "no name": _is_no_name,
}


def _plain(words: str) -> str:
    return " ".join(words.split())


def report(stories: tuple[Story, ...], failed: dict[str, list[str]]) -> Iterator[str]:
    """The failing stories, for people."""
    for story in stories:
        if story.name in failed:
            yield f"\n== {story.name}\n{story.text}"
            yield from (f"  not shown: {fact}" for fact in failed[story.name])
