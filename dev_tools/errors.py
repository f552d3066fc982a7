"""``dev.py score language [PATH] --errors N | --page [FILE]``: what an annotator gets wrong, gold beside found."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from dev_tools.errors_compare import Error, Shape, compare
from dev_tools.errors_page import counts, page
from reader import language
from reader.cli import shapes
from reader.core.reasons import Trouble
from reader.core.wording import sentence
from reader.language import Annotator

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"
AROUND = 40
"""Code points of the text that a printed error shows on either side."""


def main(data: Path, arguments: list[str]) -> int:
    """Compares, prints, writes. Returns 2 for a request that cannot be done, with one line that says why."""
    parser = argparse.ArgumentParser(prog="python3 dev.py score language [PATH]", description=__doc__)
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print N errors of each sort")
    parser.add_argument("--page", type=Path, nargs="?", const=BUILD / "errors.html", metavar="FILE")
    parser.add_argument("--model", default="", help="rules, trained, or a folder that holds a model")
    asked = parser.parse_args(arguments)
    file = asked.page and Path(asked.page).resolve()
    if file and file.is_relative_to(ROOT) and not file.is_relative_to(BUILD):
        return _refuse(f'"{file}" lies in the repository; the page holds texts of PATH. Write it elsewhere.')
    gold = read_gold(data)
    if not gold:
        return _refuse(f'There are no gold articles in "{data}".')
    try:
        annotator = language.load(asked.model)
    except Trouble as trouble:
        return _refuse(sentence(trouble.reason))
    errors = compare(gold, {article["id"]: answer(annotator, article["text"]) for article in gold})
    texts = {article["id"]: article["text"] for article in gold}
    print(report(errors, texts, asked.errors))
    if file:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(page(f"{annotator.name}: {len(errors)} errors in {len(gold)} articles", errors, texts), "utf-8")
        print(f"written: {file}")
    return 0


def read_gold(data: Path) -> list[Shape]:
    """The gold articles of a folder of .json files, sorted by name, or of a file of JSON lines."""
    if data.is_dir():
        return [json.loads(file.read_text("utf-8")) for file in sorted(data.glob("*.json"))]
    return [json.loads(line) for line in data.read_text("utf-8").split("\n") if line.strip()]


def answer(annotator: Annotator, text: str) -> Shape:
    """What ``analyze`` says of a text, and for each quotation why."""
    found = annotator.annotate(text, ())
    shape: Shape = shapes.annotated(text, found)
    for quotation, told in zip(shape["quotations"], found.quotations, strict=True):
        quotation["why"] = sentence(told.why)
    return shape


def report(errors: list[Error], texts: dict[str, str], each: int) -> str:
    """Each sort with its counts by kind, and ``each`` errors of it, a line each."""
    lines = []
    for sort, kinds in counts(errors).items():
        lines.append(f"{sort}: {kinds.total()} ({', '.join(f'{kind} {n}' for kind, n in kinds.most_common())})")
        lines += [_line(error, texts[error.article]) for error in errors if error.sort == sort][:each]
    return "\n".join(lines) or "no errors"


def _line(error: Error, text: str) -> str:
    start, end = error.start, max(piece.end for piece in error.pieces)
    words = [
        f"{layer} {' + '.join(text[p.start : p.end] for p in error.pieces if p.layer == layer) or 'nothing'}"
        for layer in ("gold", "found")
    ]
    around = f"… {text[max(0, start - AROUND) : end + AROUND]} …"
    parts = [error.article, error.kind, *words, error.note, error.why]
    if error.confidence is not None:
        parts.append(f"confidence {error.confidence:.2f}")
    whole = [*parts, around] if error.pieces[0].part == "mention" else parts
    return "  " + " | ".join(" ".join(part.split()) for part in whole if part)


def _refuse(why: str) -> int:
    print(why, file=sys.stderr)
    return 2
