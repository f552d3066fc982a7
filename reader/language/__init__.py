"""The door of the language room: ``load`` makes an annotator."""

from __future__ import annotations

from typing import Protocol

from reader.core.annotations import Annotations
from reader.core.article import Block


class Annotator(Protocol):
    """Text in, annotations out. ``name`` is versioned: annotations of another name are stale."""

    @property
    def name(self) -> str: ...

    def annotate(self, text: str, blocks: tuple[Block, ...]) -> Annotations:
        """Annotates a text; pure, never raises. ``blocks`` may be empty: the text's own lines are its paragraphs."""
        ...


def load(model: str = "rules") -> Annotator:
    """Makes the annotator; reads its word lists now. Only "rules" exists; another name is a mistake of the caller."""
    if model != "rules":
        raise ValueError(model)
    from reader.language.annotator import RuleAnnotator
    from reader.language.words import load_words

    return RuleAnnotator(load_words())
