"""One self-contained HTML page of errors, article by article: gold underlined, found coloured, in their sentence."""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Iterable
from itertools import groupby, pairwise
from pathlib import Path

from dev_tools.errors_compare import Error, Piece
from reader.core.sentences import sentence_around
from reader.core.spans import Span

LAYERS = ("gold", "found")
PARTS = ("content", "speaker", "cue", "mention")
"""From the bottom to the top where they lie on each other."""
CLOSE = 3
"""Sentences that are at most so many code points apart are shown as one stretch."""


def page(title: str, errors: list[Error], texts: dict[str, str]) -> str:
    """The page as HTML. ``texts`` holds the text of every article that has an error, by id."""
    style, script = (Path(__file__).with_name(f"errors_page.{suffix}").read_text("utf-8") for suffix in ("css", "js"))
    articles = [_article(name, list(group), texts[name]) for name, group in groupby(errors, lambda e: e.article)]
    legend = "".join(f'<span class="{layer}-{part}">{layer} {part}</span> ' for layer in LAYERS for part in PARTS)
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{html.escape(title)}</title><style>{style}</style></head><body>
<h1>{html.escape(title)}</h1>
<p>Gold is underlined, found is coloured. What overlaps is one error here (other edges, another kind, another cue);
the scorer counts it as one missed and one invented. {legend}</p>
{_counts(errors)}
<form id="filter"><label>What went wrong {_choice("sort", (e.sort for e in errors))}</label>
<label>Kind {_choice("kind", (e.kind for e in errors))}</label>
<label>With the words <input id="words" type="search"></label> <output id="shown">{len(errors)} errors</output></form>
{"".join(articles)}
<script>{script}</script></body></html>
"""


def counts(errors: Iterable[Error]) -> dict[str, Counter[str]]:
    """How many errors of each sort there are, by kind; sorts in order of the alphabet."""
    found: dict[str, Counter[str]] = {}
    for error in sorted(errors, key=lambda e: e.sort):
        found.setdefault(error.sort, Counter())[error.kind] += 1
    return found


def _counts(errors: list[Error]) -> str:
    rows = [
        f"<tr><th>{_button(sort, '', sort)}<td>{kinds.total()}<td>"
        + " ".join(_button(sort, kind, f"{kind} {n}") for kind, n in kinds.most_common())
        for sort, kinds in counts(errors).items()
    ]
    return f"<table>{''.join(rows)}</table>"


def _button(sort: str, kind: str, label: str) -> str:
    return f'<button data-sort="{html.escape(sort)}" data-kind="{html.escape(kind)}">{html.escape(label)}</button>'


def _choice(name: str, values: Iterable[str]) -> str:
    options = "".join(f"<option>{html.escape(value)}</option>" for value in sorted(set(values)))
    return f'<select id="{name}"><option value="">all</option>{options}</select>'


def _article(name: str, errors: list[Error], text: str) -> str:
    headline = text.strip().split("\n", 1)[0]
    inner = "".join(_error(error, text) for error in errors)
    return f"<section><h2>{html.escape(headline)} <small>{html.escape(name)}</small></h2>{inner}</section>\n"


def _error(error: Error, text: str) -> str:
    said = [] if error.confidence is None else [f"confidence {error.confidence:.2f}"]
    notes = " · ".join(part for part in (error.note, *said, error.why) if part)
    rows = "".join(f"<tr><th>{layer}<td>{_words(error, layer, text)}" for layer in LAYERS)
    return (
        f'<article data-sort="{html.escape(error.sort)}" data-kind="{html.escape(error.kind)}">'
        f"<h3>{html.escape(error.sort)} <small>{html.escape(error.kind)}</small></h3>"
        f"<p>{marked(text, error.pieces)}</p><table>{rows}</table><p class=note>{html.escape(notes)}</p></article>\n"
    )


def _words(error: Error, layer: str, text: str) -> str:
    """The spans of a layer in words, for whom colours do not tell enough."""
    pieces = [piece for piece in error.pieces if piece.layer == layer]
    return " · ".join(f"{p.label} <q>{html.escape(text[p.start : p.end])}</q>" for p in pieces) or "nothing"


def marked(text: str, pieces: tuple[Piece, ...]) -> str:
    """The sentences around the pieces as HTML, both layers marked."""
    return " … ".join(
        "".join(_run(text, run, pieces) for run in runs(stretch, pieces)) for stretch in stretches(text, pieces)
    )


def stretches(text: str, pieces: tuple[Piece, ...]) -> list[Span]:
    """The sentences that hold the pieces, in order; what touches is joined."""
    found: list[Span] = []
    for sentence in sorted(sentence_around(text, Span(piece.start, piece.end)) for piece in pieces):
        if found and sentence.start <= found[-1].end + CLOSE:
            found[-1] = Span(found[-1].start, max(found[-1].end, sentence.end))
        else:
            found.append(sentence)
    return found


def runs(stretch: Span, pieces: tuple[Piece, ...]) -> list[Span]:
    """A stretch cut wherever a piece begins or ends."""
    edges = {edge for piece in pieces for edge in (piece.start, piece.end)}
    cuts = [stretch.start, *sorted(e for e in edges if stretch.start < e < stretch.end), stretch.end]
    return [Span(first, last) for first, last in pairwise(cuts)]


def _run(text: str, run: Span, pieces: tuple[Piece, ...]) -> str:
    over = {(p.layer, p.part) for p in pieces if p.start <= run.start and run.end <= p.end}
    tops = [next((part for part in reversed(PARTS) if (layer, part) in over), "") for layer in LAYERS]
    classes = " ".join(f"{layer}-{part}" for layer, part in zip(LAYERS, tops, strict=True) if part)
    words = html.escape(run.of(text))
    return f'<span class="{classes}">{words}</span>' if classes else words
