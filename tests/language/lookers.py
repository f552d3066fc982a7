"""What a test asks of the annotator, in words instead of offsets."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from reader.core.annotations import Annotations, Quotation
from reader.core.article import Block
from reader.core.kinds import Form, Kind
from reader.language import Annotator, load


@cache
def annotator() -> Annotator:
    """Word lists are read once for all tests."""
    return load()


@dataclass(frozen=True)
class Seen:
    """A text and what was found in it."""

    text: str
    found: Annotations

    def names(self, kind: Kind) -> list[str]:
        """The names of a kind as written, in order."""
        return [m.span.of(self.text) for m in self.found.mentions if m.kind is kind and m.form is Form.NAME]

    def called(self, name: str) -> list[str]:
        """The mentions of the chain with a name, as written."""
        chains = [c.id for c in self.found.chains if c.name == name]
        return [m.span.of(self.text) for m in self.found.mentions if set(chains) & set(m.chains)]

    def roles(self, name: str) -> list[str]:
        """The roles of the chain with a name."""
        chains = {c.id for c in self.found.chains if c.name == name}
        return [r.span.of(self.text) for r in self.found.roles if r.chain in chains]

    def said(self, words: str) -> Quotation:
        """The quotation that holds some words."""
        return next(q for q in self.found.quotations if any(words in s.of(self.text) for s in q.content))

    def speakers(self, words: str) -> list[str]:
        """The names of those who said some words."""
        return [c.name for i in self.said(words).speakers for c in self.found.chains if c.id == i]

    def speaker_text(self, words: str) -> str | None:
        """The speaker's phrase beside some words."""
        span = self.said(words).speaker
        return span.of(self.text) if span else None

    def cue(self, words: str) -> str | None:
        """The cue beside some words."""
        span = self.said(words).cue
        return span.of(self.text) if span else None

    def content(self, words: str) -> list[str]:
        """The pieces of the quotation that holds some words."""
        return [span.of(self.text) for span in self.said(words).content]


def look(*paragraphs: str, blocks: tuple[Block, ...] = ()) -> Seen:
    """Annotates paragraphs typed into a test."""
    text = "\n\n".join(paragraphs)
    return Seen(text, annotator().annotate(text, blocks))
