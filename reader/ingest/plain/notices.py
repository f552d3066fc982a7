"""Notices that a story was corrected, updated or sent again: kept in the text, and recorded as flags."""

from __future__ import annotations

import re
from collections.abc import Iterable

ORDER = ("correction", "update", "refile", "advisory")

_HEADLINE: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(r"(?:CORRECT(?:ED|ION|S)|CLARIFICATION|RETRACTED)\b|Correct(?:ed|ion)\s?[-:–—]|Clarification:"),
        "correction",
    ),
    (re.compile(r"(?:UPDATED?|WRAPUP|WRAP)\b(?:\s?\d{1,2})?\s?[-:–—]|Updated?\s?(?:\d{1,2})?:|\(UPDATED?\)"), "update"),
    (re.compile(r"(?:REFILED?|RPT|REPEAT)\s?[-:–—]"), "refile"),
    (re.compile(r"(?:MEDIA )?ADVISORY\s?[-:–—]|EDITORS?['’]S? NOTE\s?[-:–—]"), "advisory"),
)
_CORRECTION = re.compile(
    r"correction(?:s|\s\([^()]{1,40}\))?\s?[:\-–—]|clarification\s?[:\-–—]|\(corrects?\s"
    r"|corrects (?:paragraph|headline|spelling|name|date|day|figure|title|attribution|lead|lede)\b"
    r"|editor(?:s|['’]s|s['’])? note\s?[:\-–—].{0,200}\bcorrect|(?:an earlier|a previous) version of (?:this|the)\b"
    r"|this (?:story|article|report|headline|item) (?:has been|was) (?:corrected|amended|clarified)"
    r"|\(?this (?:version|story|article|report) corrects\b"
    r"|\(?this [^.]{3,40} (?:story|article|report) (?:has been|was|is) (?:corrected|refiled to correct)",
    re.IGNORECASE,
)
_UPDATE = re.compile(
    r"\((?:adds|updates|recasts|writes through|releads)\s[^()]{2,200}\)|eds:\s?(?:updates|adds|trims)"
    r"|.{0,40}\bld-writethru"
    r"|this (?:story|article|report) (?:has been|was|is being|will be) updated"
    r"|update\s?(?:\d{1,2}|\([^()]{1,40}\))?\s?:|\(?this (?:version|story|article) (?:updates|adds)\b"
    r"|editor(?:s|['’]s|s['’])? note\s?[:\-–—].{0,200}\bupdated",
    re.IGNORECASE,
)
_REFILE = re.compile(
    r"\((?:refiles|repeats|resends)\s[^()]{2,200}\)|\(?this [^.]{3,40} (?:story|article) (?:has been|is|was) refiled",
    re.IGNORECASE,
)
_ADVISORY = re.compile(
    r"\(?editor(?:s|['’]s|s['’])? note\s?[:\-–—]|eds:\s|\(?advisory\s?:|attention editors", re.IGNORECASE
)
# Agencies open a correction with a dateline of its own: "Feb. 1 (UPI) -- Correction: …".
_DATELINE = re.compile(r"[^()\n]{0,40}\([A-Z][^()]{1,20}\)\s?(?:--|[—–-])\s")
_BODIES = ((_CORRECTION, "correction"), (_UPDATE, "update"), (_REFILE, "refile"), (_ADVISORY, "advisory"))


def notice_flags(line: str) -> frozenset[str]:
    """The flags of a line that is a notice; empty for any other line."""
    if len(line) > 600:
        return frozenset()
    bare = _DATELINE.sub("", line, count=1) if _DATELINE.match(line) else line.lstrip("*•_ ")
    found = {flag for pattern, flag in _BODIES if pattern.match(bare)}
    # "Editor's note: the year was corrected" is a correction and no advisory.
    return frozenset(found - {"advisory"} if len(found) > 1 else found)


def headline_flags(headline: str) -> frozenset[str]:
    """The flags in the marks that agencies put before a headline: "CORRECTED-", "UPDATE 2-"."""
    head, found = headline[:80], set()
    for _ in _HEADLINE:  # "CORRECTED-UPDATE 1-Ferries resume" bears two
        marks = [(mark.end(), flag) for pattern, flag in _HEADLINE if (mark := pattern.match(head)) is not None]
        if not marks:
            break
        end, flag = max(marks)
        found.add(flag)
        head = head[end:].lstrip(" -:–—")
    return frozenset(found)


def in_order(flags: Iterable[str]) -> tuple[str, ...]:
    """Flags in the order in which they are always listed."""
    found = set(flags)
    return tuple(flag for flag in ORDER if flag in found)
