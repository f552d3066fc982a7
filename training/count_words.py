"""Counts single words and names in annotated articles and writes the word lists of the first annotator.

    python training/count_words.py ANNOTATED_FOLDER GMB.csv resources/language

ANNOTATED_FOLDER holds articles in the form at the head of the language scorer; GMB.csv is the extract of the Groningen
Meaning Bank (public domain). Only words, names and how often they occur leave this script, never a sentence.
Writes lexicon.tsv (word, tags), names.tsv (name, kind), first_names.tsv (name, f or m or ?) and surnames.tsv (surname,
alone: whether articles mostly mean a person when the word stands by itself, or weak).
"""

from __future__ import annotations

import collections
import csv
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Counts = collections.Counter[Any]
TAGS = {
    "NN": "n",
    "NNS": "n",
    "JJ": "j",
    "JJR": "j",
    "JJS": "j",
    "RB": "r",
    "RBR": "r",
    "MD": "m",
    "IN": "p",
    "TO": "p",
    "CD": "c",
}
NAMED = ("place", "organization", "group", "facility", "product", "event", "work", "person")
HONORIFICS = {
    "mr",
    "mr.",
    "mrs",
    "mrs.",
    "ms",
    "ms.",
    "dr",
    "dr.",
    "president",
    "prime",
    "minister",
    "secretary",
    "general",
    "senator",
    "king",
    "pope",
    "sir",
    "foreign",
    "admiral",
    "ambassador",
    "brigadier",
    "colonel",
    "crown",
    "defense",
    "former",
    "rep.",
    "sen.",
    "gov.",
    "chief",
}
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*\.?")
SMALL = {"al", "el", "la", "le", "de", "van", "von", "abu", "bin", "ibn", "st.", "the", "sheikh"}


def sentences(path: Path) -> Iterator[list[tuple[str, str, str]]]:
    """The sentences of the Meaning Bank as (word, part of speech, tag)."""
    found: list[tuple[str, str, str]] = []
    with path.open(encoding="latin-1", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        for number, word, pos, tag in rows:
            if number and found:
                yield found
                found = []
            found.append((word, pos, tag))
    yield found


def spans(sentence: list[tuple[str, str, str]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The names of a sentence: (tag, words)."""
    kind, words = "", []
    for word, _, tag in [*sentence, ("", "", "O")]:
        if words and (tag[:1] != "I" or tag[2:] != kind):
            yield kind, tuple(words)
            words = []
        if tag != "O":
            kind = tag[2:]
            words.append(word)


def lexicon(path: Path) -> dict[str, str]:
    """For each word in lower case the tags that make up a seventh or more of its uses, the most frequent first."""
    seen: dict[str, Counts] = collections.defaultdict(collections.Counter)
    for sentence in sentences(path):
        for word, pos, _ in sentence:
            if word.islower() and word.isascii() and len(word) > 1:
                tag = TAGS.get(pos) or ("v" if pos.startswith("VB") else "o")
                seen[word]["g" if pos == "VBG" else "d" if pos in ("VBD", "VBN") else tag] += 1
    out = {}
    for word, counts in sorted(seen.items()):
        total = sum(counts.values())
        if total >= 3:
            out[word] = "".join(tag for tag, n in counts.most_common() if 7 * n >= total)
    return out


def articles(folder: Path) -> Iterator[dict[str, Any]]:
    for file in sorted(folder.glob("*.json")):
        yield json.loads(file.read_text(encoding="utf-8"))


def names(folder: Path, bank: Path, common: dict[str, str]) -> dict[str, str]:
    """Names that at least two articles (or five sentences of the bank) write, with their kind where it is clear."""
    seen: dict[str, Counts] = collections.defaultdict(collections.Counter)
    for article in articles(folder):
        text, here = article["text"], set()
        for m in article["mentions"]:
            if m["form"] == "name" and m["kind"] in NAMED:
                here.add((" ".join(text[m["start"] : m["end"]].split()), m["kind"]))
        for name, kind in here:
            seen[name][kind] += 5
    for sentence in sentences(bank):
        for tag, words in spans(sentence):
            kind = {"geo": "place", "org": "organization", "eve": "event"}.get(tag)
            if kind and len(words) <= 5 and (len(words) == 1 or not any(w.lower() in common for w in words)):
                seen[" ".join(words)][kind] += 1
    out = {}
    for name, counts in sorted(seen.items()):
        kind, n = counts.most_common(1)[0]
        if name.lower() in common and n < 50:
            continue
        sound = name[:1].isupper() and len(name) > 1 and (len(name) > 2 or name.isupper())
        if sound and kind != "person" and n >= 10 and 10 * n >= 7 * sum(counts.values()):
            out[name] = kind
    return out


def alone(folder: Path) -> dict[str, bool]:
    """For each word that is a whole name: whether three articles or more, and most of them, mean a person by it."""
    seen: dict[str, Counts] = collections.defaultdict(collections.Counter)
    for article in articles(folder):
        text = article["text"]
        here = {
            (text[m["start"] : m["end"]], m["kind"] == "person") for m in article["mentions"] if m["form"] == "name"
        }
        for name, person in here:
            seen[name][person] += 1
    return {name: counts[True] >= 3 and 10 * counts[True] >= 7 * sum(counts.values()) for name, counts in seen.items()}


def people(folder: Path, bank: Path) -> tuple[dict[str, str], set[str]]:
    """First names with their gender (as the pronouns of the articles have it), and surnames."""
    first: Counts = collections.Counter()
    last: Counts = collections.Counter()
    gender: dict[str, Counts] = collections.defaultdict(collections.Counter)
    for article in articles(folder):
        text, full = article["text"], {}
        for m in article["mentions"]:
            words = text[m["start"] : m["end"]].split()
            if m["kind"] == "person" and m["form"] == "name" and len(words) > 1 and len(m["ids"]) == 1:
                full[m["ids"][0]] = words
        for words in full.values():
            first[words[0]] += 1
            last[words[-1]] += 1
        for m in article["mentions"]:
            word = text[m["start"] : m["end"]].lower()
            if m["form"] == "pronoun" and len(m["ids"]) == 1 and m["ids"][0] in full:
                sex = (
                    "m"
                    if word in ("he", "him", "his", "himself")
                    else "f"
                    if word in ("she", "her", "hers", "herself")
                    else ""
                )
                if sex:
                    gender[full[m["ids"][0]][0]][sex] += 1
    for sentence in sentences(bank):
        for tag, found in spans(sentence):
            words = list(found)
            while words and words[0].lower() in HONORIFICS:
                words.pop(0)
            if tag == "per" and 1 < len(words) < 5:
                first[words[0]] += 1
                last[words[-1]] += 1
    return (
        {n: sex_of(gender[n]) for n, c in sorted(first.items()) if c >= 2 and fits(n)},
        {n for n, c in last.items() if c >= 2 and fits(n)},
    )


def fits(name: str) -> bool:
    """Whether a word can be a name at all."""
    return (
        bool(WORD.fullmatch(name))
        and name[0].isupper()
        and len(name) > 2
        and name.lower() not in SMALL | HONORIFICS
        and not name.endswith(".")
    )


def sex_of(counts: Counts) -> str:
    """The gender that pronouns give a first name, where they agree."""
    total = sum(counts.values())
    if not total:
        return "?"
    best, n = counts.most_common(1)[0]
    return str(best) if 5 * n >= 4 * total else "?"


def write(path: Path, rows: dict[str, str]) -> None:
    path.write_text("".join(f"{key}\t{value}\n" for key, value in rows.items()), encoding="utf-8")


def main(annotated: str, bank: str, target: str) -> None:
    folder, gmb, out = Path(annotated), Path(bank), Path(target)
    common = lexicon(gmb)
    write(out / "lexicon.tsv", common)
    write(out / "names.tsv", names(folder, gmb, common))
    first, last = people(folder, gmb)
    first = {name: sex for name, sex in first.items() if sex != "?" or name.lower() not in common}
    write(out / "first_names.tsv", first)
    by_itself = alone(folder)
    write(out / "surnames.tsv", {n: "alone" if by_itself.get(n) else "weak" for n in sorted(last)})


if __name__ == "__main__":
    main(*sys.argv[1:4])
