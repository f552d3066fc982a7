"""The spans of spaCy by our guide: its labels as our kinds, without titles, leading articles and possessives."""

from __future__ import annotations

import re
from typing import Any

KINDS = {
    "PERSON": "person",
    "NORP": "group",
    "GPE": "place",
    "LOC": "place",
    "ORG": "organization",
    "FAC": "facility",
    "EVENT": "event",
    "WORK_OF_ART": "work",
    "LAW": "work",
    "PRODUCT": "product",
    "DATE": "date",
    "TIME": "date",
    "MONEY": "money",
    "PERCENT": "quantity",
    "QUANTITY": "quantity",
}
"""What is not here (bare counts, ordinals, languages) is no mention of ours."""
TITLE = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Rev|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Adm|Maj|St)\.?"
    r"|President|Vice President|Prime Minister|Minister|Secretary|Senator|Governor|General|Colonel|Captain|Admiral"
    r"|King|Queen|Prince|Princess|Pope|Judge|Justice|Professor|Mayor|Chancellor|Sir|Lord|Lady)\s+(?=\S)"
)
ARTICLE = re.compile(r"the\s+", re.IGNORECASE)
ABOUT = re.compile(
    r"(?:about|around|roughly|nearly|almost|some|only|just|over|under"
    r"|up to|at least|more than|less than|as much as)\s+",
    re.IGNORECASE,
)
SIGNS = "$£€¥"
POSSESSIVE = re.compile(r"['’]s?$")
CALENDAR = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b"
    r"|today|tonight|tomorrow|yesterday|weekend|spring|summer|autumn|winter|Christmas|Easter|(?:1[5-9]|20)\d\d"
    r"|(?:this|last|next|past|coming|previous|recent|same|that|earlier|later|ago|end|beginning)\b)",
    re.IGNORECASE,
)
"""A calendar expression; bare durations ("two years"), ages and times of the clock are none."""
AGE = re.compile(r"\bold\b|\baged\b", re.IGNORECASE)


def mentions(text: str, spans: list[tuple[int, int, str]]) -> list[dict[str, Any]]:
    """Start, end and label of spaCy as mentions of form "name", as ``analyze`` writes them."""
    found = [adapted(text, *span) for span in spans]
    return [{"start": s, "end": e, "kind": kind, "form": "name"} for s, e, kind in filter(None, found)]


def adapted(text: str, start: int, end: int, label: str) -> tuple[int, int, str] | None:
    """One span with our kind, or None where the guide has no mention."""
    kind = KINDS.get(label)
    words = text[start:end].split("\n", 1)[0].rstrip()  # none of ours goes on over the end of a paragraph
    if not kind or not words or (kind == "date" and (AGE.search(words) or not CALENDAR.search(words))):
        return None
    cut = 0
    if kind != "date" and (article := ARTICLE.match(words)):  # "the weekend" keeps it
        cut = article.end()
    if kind in ("money", "quantity") and (about := ABOUT.match(words, cut)):
        cut = about.end()
    if kind == "money" and not cut and text[max(0, start - 1) : start] in tuple(SIGNS):  # it leaves the sign out
        cut = -1
    while kind == "person" and (title := TITLE.match(words, cut)):
        cut = title.end()
    last = len(words)
    if kind != "date" and (possessive := POSSESSIVE.search(words)):
        last = possessive.start()
    return (start + cut, start + last, kind) if cut < last else None
