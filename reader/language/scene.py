"""All that is known of a text before its quotations are sought, with quick answers to what stands at a token."""

from __future__ import annotations

from dataclasses import dataclass

from reader.core.kinds import Kind
from reader.language.chains import Links
from reader.language.marks import Passage
from reader.language.names import Name
from reader.language.roles import RoleSpan
from reader.language.sentences import Sentences
from reader.language.tokens import Tokens
from reader.language.words import Words

Range = tuple[int, int]
"""Tokens from the first up to, not including, the second."""


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything by token: ``name_at``, ``passage_at`` give an index or -1; ``timed`` is 1 in dates, 2 in measures."""

    tokens: Tokens
    words: Words
    sentences: Sentences
    passages: tuple[Passage, ...]
    names: list[Name]
    links: Links
    roles: list[RoleSpan]
    name_at: list[int]
    passage_at: list[int]
    timed: bytearray

    def name(self, i: int) -> Name | None:
        """The name that covers token ``i``."""
        at = self.name_at[i]
        return self.names[at] if at >= 0 else None

    def is_person(self, i: int) -> bool:
        name = self.name(i)
        return name is not None and name.kind is Kind.PERSON

    def quoted(self, i: int) -> bool:
        """Whether token ``i`` stands inside marks or is one of a pair."""
        return self.passage_at[i] >= 0

    def tag(self, i: int) -> str:
        """The most usual tag of a word, or nothing where it is not common; names have none."""
        if self.name_at[i] >= 0:
            return ""
        return self.words.lexicon.get(self.tokens.lowers[i], "")[:1]

    def lexical(self, i: int) -> str:
        """The tag of a word that may be past the end of the text, in a name, or unknown: then nothing."""
        return self.tag(i) if i < len(self.tokens) else ""

    def text(self, span: Range) -> str:
        """The words of a range, in one line."""
        return " ".join(self.tokens.text[self.tokens.starts[span[0]] : self.tokens.ends[span[1] - 1]].split())
