"""What is asked about originals and done to removals, each one function for a lane of ``jobs``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reader.core.article import ArticleId
from reader.core.rows import Reading
from reader.gui.questions import expecting

if TYPE_CHECKING:
    from reader.services.giving_back import GivenBack, Rule
    from reader.services.library import Library
    from reader.services.originals import SavedOriginal


@dataclass(frozen=True, slots=True)
class Told:
    """An article, and what its original is; the original's words are asked for when they are to be shown."""

    reading: Reading
    original: SavedOriginal
    newest: bool = True
    """Whether it has no newer version; only then lines can be given back."""


@expecting
def told(library: Library, id: ArticleId) -> Told:
    """An article with what its original is. Raises Trouble("no-such-article")."""
    from reader.services.browsing import reading
    from reader.services.giving_back import can_be_remade
    from reader.services.originals import original_of

    return Told(reading(library, id), original_of(library, id, contents=False), can_be_remade(library, id))


@expecting
def saved(library: Library, id: ArticleId) -> SavedOriginal:
    """The original as it can be shown. Raises Trouble("no-such-article")."""
    from reader.services.originals import original_of

    return original_of(library, id)


@expecting
def save(library: Library, id: ArticleId, file: Path) -> Path:
    """Writes the bytes of the original into a file. Raises Trouble."""
    from reader.services.originals import save_original

    return save_original(library, id, file)


@expecting
def give_back(library: Library, id: ArticleId, number: int, always: bool) -> GivenBack:
    """Gives a removal back. Raises Trouble."""
    from reader.services import giving_back

    return giving_back.give_back(library, id, number, always=always)


@expecting
def take_away(library: Library, id: ArticleId, at: int) -> GivenBack:
    """Always removes a line. Raises Trouble."""
    from reader.services import giving_back

    return giving_back.take_away(library, id, at)


@expecting
def undo_rules(library: Library, before: tuple[Rule, ...]) -> None:
    """Brings back the rules that there were before."""
    from reader.services import giving_back

    giving_back.undo_rules(library, before)
