"""The verbs that need no library: read, analyze."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import sys
from argparse import Namespace
from typing import BinaryIO

from reader.cli import shapes
from reader.cli.output import Output, speaker_line
from reader.core.annotations import Annotations
from reader.core.filenames import printable
from reader.core.reasons import Reason, Trouble
from reader.core.steps import Failed
from reader.core.wording import sentence
from reader.services import analyzing
from reader.services.analyzing import Annotator


def read(asked: Namespace, out: Output) -> int:
    """``read``: what would be imported, one object a path."""
    code = 0
    for found in analyzing.read_paths(tuple(asked.paths), dt.date.today()):
        errors = [{"code": f.reason.code, "message": sentence(f.reason)} for f in found.failures]
        code = code or bool(errors)
        shape: shapes.Shape = {
            "path": found.path,
            "articles": [shapes.read(article) for article in found.articles],
            "errors": errors,
            "feeds": [{"title": feed.title, "url": feed.url} for feed in found.feeds],
        }
        lines = [article.text for article in found.articles] + [f"{f.title}  {f.url}".strip() for f in found.feeds]
        for failure in found.failures:
            out.trouble(failure.reason)
        out.give(shape, "\n\n".join([f"== {printable(found.path)}", *lines]))
    return int(code)


def analyze(asked: Namespace, out: Output) -> int:
    """``analyze``: annotates texts without storing them."""
    try:
        return _analyze_lines(Output(as_json=True)) if asked.jsonl else _analyze_files(asked, out)
    except KeyboardInterrupt:
        out.trouble(Reason("stopped"))
        return 1


def _analyze_files(asked: Namespace, out: Output) -> int:
    if not asked.files:
        raise Trouble("nothing-to-read")
    by, one = analyzing.annotator(), _analyze_raw if asked.raw else _analyze_cleaned
    went_well = [one(path, by, out) for path in asked.files]
    return 0 if all(went_well) else 1


def _analyze_raw(path: str, by: Annotator, out: Output) -> bool:
    text = analyzing.decoded(_standard_input().read()) if path == "-" else analyzing.raw_text(path)
    if isinstance(text, Failed):
        out.trouble(text.reason)
        return False
    shape = _shape(path, text, analyzing.annotate_raw(by, text), out)
    out.give({"id": path, **shape}, _lines(text, shape))
    return True


def _analyze_cleaned(path: str, by: Annotator, out: Output) -> bool:
    today, ok = dt.date.today(), True
    inputs = (
        [analyzing.read_bytes(_standard_input().read(), path, today)]
        if path == "-"
        else analyzing.read_paths((path,), today)
    )
    for found in inputs:
        for failure in found.failures:
            out.trouble(failure.reason)
            ok = False
        for article in found.articles:
            shape = _shape(found.path, article.text, analyzing.annotate(by, article), out)
            out.give({"id": found.path, "text": article.text, **shape}, _lines(article.text, shape))
    return ok


def _shape(path: str, text: str, found: Annotations, out: Output) -> shapes.Shape:
    language = analyzing.language_of(text)
    if language != "en":
        out.trouble(Reason("not-english", (path,)))
    return {"language": language, **shapes.annotated(text, found)}


def _standard_input() -> BinaryIO:
    if sys.stdin is None:  # closed by the one who started us
        raise Trouble("nothing-to-read")
    return sys.stdin.buffer


def _analyze_lines(out: Output) -> int:
    """A line for each line, so that they pair by position too: the annotations, or what is wrong with it."""
    from reader.services.streaming import annotate_lines  # it starts processes, which the other verbs do not

    foreign = code = 0
    with contextlib.closing(annotate_lines(_standard_input())) as answers:
        for answer in answers:
            if isinstance(answer.found, Reason):
                out.trouble(answer.found)
                out.give({"id": answer.id, "error": sentence(answer.found)}, "")
                code = 1
            else:
                shape = json.loads(answer.found)
                foreign += shape["language"] != "en"
                out.give({"id": answer.id, **shape}, "")
    if foreign:
        out.trouble(Reason("texts-not-english", (str(foreign),)))
    return code


def _lines(text: str, shape: shapes.Shape) -> str:
    """Names and quotations for people."""
    entities: list[shapes.Shape] = shape["entities"]  # type: ignore[assignment]
    names = {entity["id"]: str(entity["name"]) for entity in entities}
    lines = [f"{entity['kind']:12} {entity['name']}" for entity in entities]
    for quotation in shape["quotations"]:  # type: ignore[attr-defined]
        words = " ".join(" ".join(text[s:e] for s, e in quotation["content"]).split())
        phrase = text[slice(*quotation["speaker"])] if quotation["speaker"] else ""
        who = speaker_line((names[id] for id in quotation["speakers"]), phrase)
        lines.append(f"{quotation['kind']:12} {who}: {words}")
    return "\n".join(lines)
