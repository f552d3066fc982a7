"""Reads a story that is annotated in its own text and gives the articles' form of the language scorer.

    python training/markup.py FILE…                 checks the markup; one line for each mistake
    python training/markup.py FILE --against PLAIN  also checks that without markup it is PLAIN, letter for letter

The markup, inside one another: ``{p:ann_lee|Ann Lee}`` a name (p person, o organization, l place, f facility, g group,
d product, e event, w work, t date, m money, q quantity), ``{p~ann_lee|the minister}`` a nominal, ``{p^ann_lee|she}`` a
pronoun, ids joined by ``+`` where one phrase stands for several, ``-`` for none; ``{r:ann_lee|minister}`` a role;
``<s1|…>`` speaker, ``<c1|…>`` cue, ``<q1|…>`` or ``<q1@ann_lee|…>`` content of the first attribution, and so on. Lines
that begin with ``#`` are no part of a story;
several stories in a file are parted by a line ``=====``.
"""

from __future__ import annotations

import argparse
import itertools
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

KINDS = {
    "p": "person", "o": "organization", "l": "place", "f": "facility", "g": "group", "d": "product",
    "e": "event", "w": "work", "t": "date", "m": "money", "q": "quantity", "r": "role",
}  # fmt: skip
_FORMS = {":": "name", "~": "nominal", "^": "pronoun"}
_OPEN = re.compile(r"\{([polfgdewtmqr])([:~^])([\w.+-]+)\||<([scq])(\d+)(?:@([\w.+-]+))?\|")
_NO_IDS = ("date", "money", "quantity")
_TIGHT = " \t\n"


class MarkupError(ValueError):
    """The markup is broken; the message says where."""


@dataclass(slots=True)
class _Attribution:
    parts: dict[str, list[tuple[int, int]]] = field(default_factory=lambda: {"s": [], "c": [], "q": []})
    ids: list[str] = field(default_factory=list)


def read_story(name: str, marked: str) -> dict[str, Any]:
    """One article: ``{"id", "text", "mentions", "attributions"}``, offsets in code points. Raises MarkupError."""
    text: list[str] = []
    length, at = 0, 0
    open_spans: list[tuple[re.Match[str], int]] = []
    mentions: list[dict[str, Any]] = []
    attributions: dict[int, _Attribution] = {}
    while at < len(marked):
        match = _OPEN.match(marked, at)
        if match:
            open_spans.append((match, length))
            at = match.end()
            continue
        letter = marked[at]
        at += 1
        if letter in "}>" and open_spans and (letter == "}") == bool(open_spans[-1][0][1]):
            start = open_spans[-1][1]
            _close(open_spans.pop()[0], start, length, mentions, attributions, "".join(text[start:]))
        elif letter in "{}<>|":
            raise MarkupError(f"stray {letter!r} near {marked[max(0, at - 40) : at + 20]!r}")
        else:
            text.append(letter)
            length += 1
    if open_spans:
        raise MarkupError(
            f"never closed: {open_spans[-1][0].group()!r} near {''.join(text)[open_spans[-1][1] :][:40]!r}"
        )
    whole = "".join(text)
    mentions.sort(key=lambda m: (m["start"], -m["end"]))
    return {"id": name, "text": whole, "mentions": mentions, "attributions": _resolved(whole, mentions, attributions)}


def _close(
    match: re.Match[str],
    start: int,
    end: int,
    mentions: list[dict[str, Any]],
    attributions: dict[int, _Attribution],
    inner: str,
) -> None:
    if not inner or inner[0] in _TIGHT or inner[-1] in _TIGHT:
        raise MarkupError(f"empty, or space at an edge: {match.group()}{inner[:40]!r}")
    if match[1]:
        kind = KINDS[match[1]]
        ids = [] if match[3] == "-" or kind in _NO_IDS else match[3].split("+")
        mentions.append({"start": start, "end": end, "kind": kind, "form": _FORMS[match[2]], "ids": ids})
        return
    one = attributions.setdefault(int(match[5]), _Attribution())
    one.parts[match[4]].append((start, end))
    if match[6]:
        one.ids = match[6].split("+")


def _resolved(text: str, mentions: list[dict[str, Any]], attributions: dict[int, _Attribution]) -> list[dict[str, Any]]:
    found = []
    for number, one in sorted(attributions.items(), key=lambda item: min(itertools.chain(*item[1].parts.values()))):
        if not one.parts["q"]:
            raise MarkupError(f"attribution {number} has no content")
        ids = one.ids or _ids_inside(mentions, one.parts["s"])
        parts = {key: [list(span) for span in sorted(spans)] for key, spans in one.parts.items()}
        found.append({"n": number, "content": parts["q"], "cue": parts["c"], "speaker": parts["s"], "speaker_ids": ids})
    return found


def _ids_inside(mentions: list[dict[str, Any]], spans: list[tuple[int, int]]) -> list[str]:
    """Who speaks, by the speaker's phrase: itself if it is a mention, else the people in it, else the last name."""
    ids: list[str] = []
    for start, end in spans:
        inside = [m for m in mentions if start <= m["start"] and m["end"] <= end and m["kind"] != "role" and m["ids"]]
        whole = [m for m in inside if (m["start"], m["end"]) == (start, end)]
        people = [m for m in inside if m["kind"] == "person"]
        outer = [
            m
            for m in people
            if not any(o is not m and o["start"] <= m["start"] and m["end"] <= o["end"] for o in people)
        ]
        for m in whole or outer or inside[-1:]:
            ids += [i for i in m["ids"] if i not in ids]
    return ids


def stories(path: Path) -> list[tuple[str, str]]:
    """The name and the marked text of each story of a file."""
    lines = path.read_text(encoding="utf-8").split("\n")
    parts = re.split(r"^=====$", "\n".join(line for line in lines if not line.startswith("#")), flags=re.M)
    return [(f"{path.stem}-{n}", part.strip("\n")) for n, part in enumerate(parts, 1) if part.strip()]


def _check(path: Path, plain: Path | None) -> list[str]:
    wrong, words = [], 0
    want = [text for _, text in stories(plain)] if plain else []
    for number, (name, marked) in enumerate(stories(path)):
        try:
            article = read_story(name, marked)
        except MarkupError as error:
            wrong.append(f"{name}: {error}")
            continue
        words += len(article["text"].split())
        if plain and article["text"] not in want:
            near = want[number] if number < len(want) else ""
            at = next(
                (i for i, (a, b) in enumerate(zip(article["text"], near, strict=False)) if a != b),
                min(len(near), len(article["text"])),
            )
            wrong.append(f"{name}: {article['text'][at : at + 40]!r} where the plain text has {near[at : at + 40]!r}")
    print(f"{path}: {words} words, {len(wrong)} mistakes")
    return wrong


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--against", type=Path)
    given = parser.parse_args()
    wrong = [line for file in given.files for line in _check(file, given.against)]
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
