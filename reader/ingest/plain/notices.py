"""Notices that a story was corrected, updated or sent again: kept in the text, and recorded as flags."""

from __future__ import annotations

import re
from collections.abc import Iterable

ORDER = ("correction", "update", "refile", "advisory")

_HEADLINE: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(
            r"(?:CORRECT(?:ED|ION|S)|CORR|CLARIFICATION|RETRACTED)\b(?:\s\([A-Z]{3,12}\))?|Correct(?:ed|ion)\s?[-:–—]"
            r"|Clarification:|[(\[]Correct(?:ed|ion)[)\]]|(?i:korrektur|rectificatif|corrección|rettifica"
            r"|correção)\s?:|【訂正】"
            r"|\(고침\)"
        ),
        "correction",
    ),
    (
        re.compile(
            r"(?:UPDATED?|WRAPUP|WRAP)\b(?:\s?\d{1,2})?\s?[-:–—]|Updated?\s?(?:\d{1,2})?:|[(\[](?i:updated?)[)\]]"
            r"|\d(?:st|nd|rd|th) (?:UPDATE|LEAD)\s?:|\((?:\d(?:ST|ND|RD|TH|st|nd|rd|th) )?(?:LEAD|LD)\)"
            r"|.{0,40}\d(?:st|nd|rd|th) Ld-Writethru"
        ),
        "update",
    ),
    (re.compile(r"(?:REFILED?|RPT|REPEAT)\s?[-:–—]"), "refile"),
    (re.compile(r"(?:MEDIA )?ADVISORY\s?[-:–—]|EDITORS?['’]S? NOTE\s?[-:–—]"), "advisory"),
)
_NOTE = r"(?:editor(?:s|['’]s|s['’])? note|anmerkung der redaktion|nota de la redacción|note de la rédaction|note)"
_IT = r"(?:story|stories|article|report|post|piece|headline|item|column|version)"
_CORRECTION = re.compile(
    r"corrections?\b\s?(?:\([^()]{1,60}\)|,?\s[\w. /]{1,20})?\s?[:\-–—]|corrections$|clarification\s?[:\-–—]"
    r"|\(corrects?\s"
    r"|corrects (?:paragraph|headline|spelling|name|date|day|figure|title|attribution|lead|lede)\b"
    rf"|{_NOTE}\s?[:\-–—].{{0,200}}\b(?:correct|amend|korrigiert|früheren)"
    rf"|(?:an earlier|a previous|the original|an original) (?:version|headline|edition)\b"
    rf"|this (?:\w+ ){{0,3}}{_IT} (?:has been|was) (?:corrected|amended|clarified)"
    rf"|\(?this (?:\w+\.?,? ){{0,4}}{_IT} (?:of the {_IT} )?corrects\b|(?:this is )?a corrected version of"
    rf"|\(?this [^.]{{3,40}} {_IT} (?:has been|was|is) (?:corrected|refiled to correct)"
    rf"|the {_IT} has been (?:amended|corrected)|this {_IT} originally (?:said|stated|mis\w+|reported|identified)"
    r"|(?:korrektur|korrekturhinweis|berichtigung|rectificatif|erratum|errata|errata corrige|corrección|rectificación"
    r"|fe de errores|rettifica|correção|rectificação)\s?:|【訂正】|訂正[：:]|更正[：:]|\(고침\)|정정[：:]",
    re.IGNORECASE,
)
_UPDATE = re.compile(
    r"\((?:attn: )?(?:adds|updates|recasts|writes through|releads)[\s,][^()]{2,200}\)|eds:\s?(?:updates|adds|trims)"
    r"|.{0,40}\bld-writethru"
    rf"|this {_IT} (?:has been|was|is being|will be) updated"
    rf"|this {_IT} was (?:first|originally) published\b.{{0,60}}\bupdated\b"
    r"|update\s?(?:\d{1,2}|\([^()]{1,40}\)|,\s[\w.: ]{2,24})?\s?:|aktualisierung\s?:|mise à jour\s?:"
    r"|actualización\s?:"
    rf"|\(?this {_IT} (?:updates|adds)\b"
    rf"|{_NOTE}\s?[:\-–—].{{0,200}}\bupdated",
    re.IGNORECASE,
)
_REFILE = re.compile(
    rf"\((?:refiles|repeats|resends)\s[^()]{{2,200}}\)|\(?this (?:[^.]{{3,40}} )?{_IT} (?:has been|is|was) refiled",
    re.IGNORECASE,
)
_ADVISORY = re.compile(
    r"\(?editor(?:s|['’]s|s['’])? note\s?[:\-–—]|eds:\s|\(?advisory\s?:|attention editors", re.IGNORECASE
)
# Agencies open a correction with a dateline of its own: "Feb. 1 (UPI) -- Correction: …".
_DATELINE = re.compile(r"[^()\n]{0,40}\([A-Z][^()]{1,20}\)\s?(?:--|[—–-])\s")
# A line that begins with none of these is no notice, which spares the patterns for nearly all lines.
_OPENINGS = (
    "correct", "clarif", "editor", "note", "an ", "a ", "the ", "this ", "attn", "adds", "updat", "recasts", "writes ",
    "releads", "eds:", "refile", "repeats", "resends", "advisory", "attention", "anmerkung", "nota ", "korrektur",
    "berichtigung", "rectificatif", "erratum", "errata", "corrección", "rectificación", "fe de errores", "rettifica",
    "correção", "rectificação", "aktualisierung", "mise à jour", "actualización", "【訂正】", "訂正", "更正", "고침",
    "정정",
)  # fmt: skip
_MARK = 80  # code points in which a notice shows itself
_BODIES = ((_CORRECTION, "correction"), (_UPDATE, "update"), (_REFILE, "refile"), (_ADVISORY, "advisory"))


def notice_flags(line: str) -> frozenset[str]:
    """The flags of a line that is a notice; empty for any other line."""
    if len(line) > 600:
        return frozenset()
    dated = _DATELINE.match(line) if "(" in line else None
    bare = line[dated.end() :] if dated is not None else line.lstrip("*•_ ")
    if not bare[:_MARK].lstrip("( ").lower().startswith(_OPENINGS) and "-Writethru" not in line[:_MARK]:
        return frozenset()
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
