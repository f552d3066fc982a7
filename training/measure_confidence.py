"""Measures how often the rules are right and writes the table from which a quotation takes its confidence.

    python training/measure_confidence.py ANNOTATED_FOLDER resources/language

ANNOTATED_FOLDER holds articles in the form at the head of the language scorer. A quotation is right when its letters
are those of an annotated one (half of both, at least) and, where that one has a named speaker, it names no other.
Writes confidence.tsv: kind, reason, how the speaker was found, and the share that is right.
"""

from __future__ import annotations

import collections
import json
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from reader.core.annotations import Annotations, Quotation
from reader.core.kinds import Form
from reader.language import load

Row = tuple[str, str, str]
WEIGHT, PRIOR = 6, 0.75
"""A row counts as if this many quotations more had been seen, of which this share was right: few cases say little."""


def letters(text: str, spans: list[tuple[int, int]]) -> set[int]:
    return {i for start, end in spans for i in range(start, end) if text[i].isalnum()}


def ids_of_chains(found: Annotations, article: dict[str, Any]) -> dict[int, str]:
    """The annotated id of each chain, by the majority of its names."""
    names = {(m["start"], m["end"]): m["ids"][0] for m in article["mentions"] if m["form"] == "name" and m["ids"]}
    votes: dict[int, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    for mention in found.mentions:
        gold = names.get((mention.span.start, mention.span.end))
        if gold and mention.form is Form.NAME and mention.chains:
            votes[mention.chains[0]][gold] += 1
    return {chain: counts.most_common(1)[0][0] for chain, counts in votes.items()}


def is_right(quotation: Quotation, ids: dict[int, str], golds: list[tuple[set[int], set[str]]], text: str) -> bool:
    """Whether a quotation has an annotated one's content and its speakers."""
    own = letters(text, [(span.start, span.end) for span in quotation.content])
    content, want = max(golds, key=lambda gold: len(gold[0] & own), default=(set(), set()))
    if 2 * len(content & own) < len(content | own) or not own:
        return False
    return not want or want == {ids.get(chain, "?") for chain in quotation.speakers}


def main(annotated: str, target: str) -> None:
    annotator = load("rules")
    counts: dict[Row, list[int]] = collections.defaultdict(lambda: [0, 0])
    for file in sorted(Path(annotated).glob("*.json")):
        article = json.loads(file.read_text(encoding="utf-8"))
        text = article["text"]
        found = annotator.annotate(text, ())
        ids = ids_of_chains(found, article)
        golds = [
            (letters(text, a["content"]), {i for i in a["speaker_ids"] if not i.startswith("x_")})
            for a in article["attributions"]
        ]
        for quotation in found.quotations:
            speaker = "named" if quotation.speakers else "unnamed" if quotation.speaker else "none"
            row = (quotation.kind.value, quotation.why.code.removeprefix("quotation-"), speaker)
            counts[row][0] += 1
            counts[row][1] += is_right(quotation, ids, golds, text)
    lines = [
        f"{kind} {code} {speaker}\t{(right + WEIGHT * PRIOR) / (n + WEIGHT):.2f}\n"
        for (kind, code, speaker), (n, right) in sorted(counts.items())
    ]
    (Path(target) / "confidence.tsv").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:3])
