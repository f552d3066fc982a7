"""Loads annotated text from the folder of language data and from ``training/stories``: a text and what is known of it.

What a corpus does not annotate is unknown there, not absent: ``Sample.knows`` names the layers it knows, and
``Sample.unsure`` the
stretches of text about whose names it says nothing.
"""

from __future__ import annotations

import csv
import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader.core.identity import text_digest
from training.markup import read_story, stories

STORIES = Path(__file__).resolve().parent / "stories"
LABELS = Path(__file__).resolve().parent / "labels" / "meaning_bank.jsonl"
EVERYTHING = frozenset(("names", "roles", "mentions", "attributions"))
_TITLES = re.compile(
    r"^(?:(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sen|Rep|Gov)\.?|General|President|Prime|Minister|Foreign|Defense|Secretary|Vice|King|Queen|Prince|Pope"
    r"|Senator|Chancellor|Ambassador|Colonel|Chief|Justice|Judge|Deputy|Interior|Former|Vice-President|of|State)$"
)


@dataclass(frozen=True, slots=True)
class Sample:
    """A text and its annotation in the form of the language scorer, offsets in code points."""

    id: str
    text: str
    mentions: list[dict[str, Any]]
    attributions: list[dict[str, Any]]
    knows: frozenset[str] = EVERYTHING
    unsure: tuple[tuple[int, int], ...] = ()


def annotated(folder: Path) -> list[Sample]:
    """The articles of a folder of .json files. Raises FileNotFoundError where it holds none."""
    files = sorted(folder.glob("*.json"))
    if not files:
        raise FileNotFoundError(f"no annotated article in {folder}")
    found = (json.loads(file.read_text(encoding="utf-8")) for file in files)
    return [Sample(a["id"], a["text"], a["mentions"], a["attributions"]) for a in found]


def invented(folder: Path = STORIES) -> list[Sample]:
    """The project's own annotated stories. Raises MarkupError."""
    found = (read_story(name, marked) for file in sorted(folder.glob("*.txt")) for name, marked in stories(file))
    return [Sample(a["id"], a["text"], a["mentions"], a["attributions"]) for a in found]


Tagged = list[tuple[str, str]]
"""A sentence: words and tags."""


def meaning_bank(file: Path, countries: dict[str, str], count: int, seed: int, labels: Path = LABELS) -> list[Sample]:
    """``count`` sentences of the Groningen Meaning Bank, in runs of four, repaired for the annotation guide.

    Those that the project has labelled anew are left out: a word has one label. Titles are taken out of people,
    countries under ``gpe`` become places and other ``gpe`` groups; times, art, events and every other word with a
    capital or figure are unsure.
    """
    sentences = list(_meaning_bank(file))
    anew = {row["sentence"] + n for row in _labels(labels) for n in range(row["count"])}
    able = [s for s in range(0, len(sentences) - 4, 4) if anew.isdisjoint(range(s, s + 4))]
    starts = random.Random(seed).sample(able, min(count // 4, len(able)))
    return [_join(f"gmb-{s}", [_repaired(x, countries) for x in sentences[s : s + 4]]) for s in starts]


def labelled_bank(file: Path, labels: Path = LABELS) -> list[Sample]:
    """Runs of sentences of the Groningen Meaning Bank, annotated by the project: only the labels are kept here.

    A line of ``labels`` holds the number of the run's first sentence, how many follow, after which a paragraph ends, a
    digest of the text, mentions and attributions. Raises ValueError where the text that comes out is another one.
    """
    sentences = [[word for word, _ in sentence] for sentence in _meaning_bank(file)]
    found: list[Sample] = []
    for row in _labels(labels):
        text = ""
        for n, words in enumerate(sentences[row["sentence"] : row["sentence"] + row["count"]]):
            ends = n in row["ends"] or n == row["count"] - 1
            text += printed(words) + ("\n" if ends else " ")
        text = text.strip()
        if text_digest(text) != row["digest"]:
            raise ValueError(f"sentence {row['sentence']} of {file} is not the one that was annotated")
        found.append(Sample(f"bank-{row['sentence']}", text, row["mentions"], row["attributions"]))
    return found


def _labels(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def printed(words: list[str]) -> str:
    """A sentence of words as a newspaper would print it: no space before a stop, marks against their words."""
    text, quoted, glued = "", False, True
    for word in words:
        if word in ('"', "``", "''"):
            text += '"' if quoted or not text else ' "'
            glued = not quoted
            quoted = not quoted
            continue
        tight = glued or not text or word in ".,;:?!)%]" or word == "n't" or word.startswith("'") and word != "'"
        text += word if tight else f" {word}"
        glued = word in "([$"
    return text


def _meaning_bank(file: Path) -> Iterator[Tagged]:
    words: Tagged = []
    with file.open(encoding="latin-1", newline="") as lines:
        for row in list(csv.reader(lines))[1:]:
            if row[0] and words:
                yield words
                words = []
            words.append((row[1], row[3]))
    if words:
        yield words


def _repaired(sentence: Tagged, countries: dict[str, str]) -> Tagged:
    found: Tagged = []
    for n, (word, tag) in enumerate(sentence):
        kind = tag[2:]
        if kind == "per" and _TITLES.match(word):
            found.append((word, "?" if word in ("King", "Prince", "of") else "O"))
        elif kind == "per":
            fresh = tag[0] == "B" or found[-1][1][2:] != "person"
            found.append((word, ("B-" if fresh else "I-") + "person"))
        elif kind == "org":
            found.append((word, tag[:2] + "organization"))
        elif kind == "geo":
            found.append((word, tag[:2] + "place"))
        elif kind == "gpe":
            known = countries.get(word)
            found.append((word, tag[:2] + known if known else "?"))
        elif kind or (word[0].isupper() and n) or any(c.isdigit() for c in word):
            found.append((word, "?"))
        else:
            found.append((word, "O"))
    return found


def columns(file: Path, kinds: dict[str, str], word_at: int, tag_at: int, separator: str | None) -> list[Sample]:
    """A corpus in columns (BIO or IO tags, sentences parted by empty lines), four sentences a sample.

    A tag that ``kinds`` lacks is unsure.
    """
    sentences: list[Tagged] = [[]]
    for line in file.read_text(encoding="utf-8").split("\n"):
        cells = line.split(separator)
        if line.startswith("#"):
            continue
        if len(cells) <= tag_at:
            sentences.append([])
            continue
        tag = cells[tag_at]
        kind = tag.split("-")[-1]
        word = cells[word_at]
        if kind in kinds:
            before = sentences[-1][-1][1][2:] if sentences[-1] else ""
            begins = tag[0] == "B" or before != kinds[kind]
            sentences[-1].append((word, ("B-" if begins else "I-") + kinds[kind]))
        else:
            sure = tag == "O" and not any(c.isdigit() or c.isupper() for c in word)
            sentences[-1].append((word, "O" if sure else "?"))
    full = [s for s in sentences if s]
    return [_join(f"{file.stem}-{n}", full[n : n + 4]) for n in range(0, len(full), 4)]


_NO_SPACE_BEFORE = frozenset(". , ; : ? ! ) ] % 's ’s n't 'm 're 've 'll 'd".split())


def _join(name: str, sentences: list[Tagged]) -> Sample:
    """One text of tagged sentences, as a newspaper would print it."""
    text, mentions, unsure = "", [], []
    for sentence in sentences:
        glued, quoted = True, False
        for word, tag in sentence:
            mark = word in ('"', "``", "''")
            printed = '"' if mark else word
            if (
                text
                and not text.endswith("\n")
                and not glued
                and word not in _NO_SPACE_BEFORE
                and not (mark and quoted)
            ):
                text += " "
            start = len(text)
            text += printed
            quoted ^= mark
            glued = mark and quoted or word in ("(", "[", "$")
            if tag == "?":
                unsure.append((start, len(text)))
            elif tag[0] == "B":
                mentions.append({"start": start, "end": len(text), "kind": tag[2:], "form": "name", "ids": []})
            elif tag[0] == "I" and mentions:
                mentions[-1]["end"] = len(text)
        text += " "
    return Sample(name, text, mentions, [], frozenset(("names",)), tuple(unsure))


def open_sets(folder: Path, countries: dict[str, str], count: int, seed: int) -> list[Sample]:
    """The openly licensed sets that lie in ``folder`` (what is absent is left out)."""
    found: list[Sample] = []
    bank = folder / "gmb" / "ner_dataset.csv"
    if bank.is_file():
        found += meaning_bank(bank, countries, count, seed)
    names = {"PER": "person", "ORG": "organization", "LOC": "place"}
    for file in sorted((folder / "wikigold").glob("*")):
        found += columns(file, names, 1, 2, None) if file.suffix == ".conllu" else []
    for file in sorted((folder / "uner_ewt").glob("*.iob2")):
        found += columns(file, names, 1, 2, "\t")
    return found
