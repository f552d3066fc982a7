"""The door of the language room: ``load`` makes an annotator."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from reader import paths
from reader.core.annotations import Annotations
from reader.core.article import Block

DEFAULT = "trained"
"""What annotates when nobody asks for another: "rules", or "trained" for the model that comes with the program."""
RULES = "rules-2"
"""The name of the rules, which the trained annotator's ends with: to be raised when code or word lists of this folder
find something else, so that articles in libraries are annotated anew."""


class Annotator(Protocol):
    """Text in, annotations out. ``name`` is versioned: annotations of another name are stale."""

    @property
    def name(self) -> str: ...

    def annotate(self, text: str, blocks: tuple[Block, ...]) -> Annotations:
        """Annotates a text; pure, never raises. ``blocks`` may be empty: the text's own lines are its paragraphs."""
        ...


def load(model: str = "") -> Annotator:
    """Makes an annotator; reads its files now. ``model`` is "rules", "trained", or a folder that holds a model.

    Without one, ``paths.chosen_model`` says which, and then DEFAULT. Raises Trouble when the model is missing, damaged
    or cannot be used; never takes the rules in its place.
    """
    folder = _folder(model)
    return _rules() if folder is None else _trained(folder)


def name_of(model: str = "") -> str:
    """The name of the annotator that ``load`` would make, without making it; empty when its model is not there."""
    from reader.language.model import name_in

    folder = _folder(model)
    if folder is None:
        return RULES
    name = name_in(folder)
    return name and _with_rules(name)


def _with_rules(model: str) -> str:
    return f"{model}+{RULES}"


def _folder(model: str) -> Path | None:
    """Where the model lies that is asked for; None for the rules."""
    wanted = model or paths.chosen_model() or DEFAULT
    if wanted == "rules":
        return None
    return paths.resource("models", "english") if wanted == "trained" else Path(wanted)


def _rules() -> Annotator:
    from reader.language.annotator import RuleAnnotator
    from reader.language.words import load_words

    return RuleAnnotator(load_words(), RULES)


def _trained(folder: Path) -> Annotator:
    from reader.language.model import check, encoder_of

    model = check(folder)
    encoder = encoder_of(model)
    from reader.language.trained import TrainedAnnotator
    from reader.language.words import load_words

    return TrainedAnnotator(words=load_words(), encoder=encoder, weights=model.weights, name=_with_rules(model.name))
