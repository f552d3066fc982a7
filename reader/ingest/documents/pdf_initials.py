"""Large initials: the letter over several lines with which a story begins, put back before the rest of its word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reader.ingest.documents.pdf_records import Run

_LARGER = 1.8  # times the size of the text beside it
_MOST = 2  # letters; a quotation mark may stand before one
_BELOW = 0.5  # heights of the initial by which the line may begin lower
_BESIDE = 0.6  # heights of the initial between it and the line
_FEW = 20  # initials of a page
_MARKS = ",.;:”’"
_WORDS = ("A", "I", "O", "À", "Y", "E", "É")
"""Letters that are words by themselves in some language; others never stand alone."""


def with_initials(runs: Sequence[Run]) -> list[Run]:
    """The runs of a page, each large initial at the beginning of the line beside it."""
    found = list(runs)
    initials = [run for run in runs if 0 < len(run.text.strip()) <= _MOST and run.text.strip()[-1].isupper()]
    for initial in initials[:_FEW]:
        beside = [at for at, run in enumerate(found) if _is_beside(initial, run)]
        if beside:
            at = max(beside, key=lambda at: found[at].top)
            found[at] = replace(found[at], text=_joined(initial.text.strip(), found[at].text.lstrip(), runs))
            found.remove(initial)
    return found


def _is_beside(initial: Run, run: Run) -> bool:
    if initial.size < _LARGER * run.size or len(run.text.strip()) <= _MOST:
        return False
    is_level = initial.bottom < run.bottom and run.top > initial.top - _BELOW * initial.size
    return is_level and run.top < initial.top + run.size and -1 < run.left - initial.right < _BESIDE * initial.size


def _joined(initial: str, line: str, runs: Sequence[Run]) -> str:
    """The initial before the line: a word by itself ("A") where what follows it is one that the page has elsewhere."""
    word = line.split(maxsplit=1)[0].strip(_MARKS).casefold()
    is_word = initial[-1] in _WORDS and any(word in run.text.casefold().split() for run in runs if run.text != line)
    return f"{initial} {line}" if is_word else initial + line
