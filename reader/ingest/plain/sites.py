"""Who published a page: the owner of its copyright, and the name that the page calls itself by."""

from __future__ import annotations

import re

from reader.core.kinds import BlockRole
from reader.ingest.plain import agencies
from reader.ingest.plain.classes import LineClass, key
from reader.ingest.plain.phrases import SECTIONS
from reader.ingest.plain.structure import Structure

_YEARS = re.compile(r"(?:(?:19|20)\d{2})(?:\s?[-–—/]\s?((?:19|20)\d{2}))?")
_OWNER = re.compile(
    r"(?:©|℗|\(c\)|@(?=\s\d{4})|copyrights?:?|ⓒ|all (?:site )?contents?|contents?|by\s|저작권자\s?)+[\s©,|ⓒ]*",
    re.IGNORECASE,
)
_OWNER_ENDS = re.compile(
    r"\s*(?:,?\s(?:Inc|LLC|Ltd|Limited|Corp|Corporation|GmbH|AG|S\.?A|S\.?L\.?U|SpA|Spa|plc|PLC|Pty|Co|LP|L\.P"
    r"|Company)\b"
    r"|[,.;،]\s*(?=All\b|Click|Privacy|a (?:division|part|service|member|subsidiary)|part of|or its"
    r"|Unauthorized|$)|\.?\s?All rights"
    r"|[|·•–—]|\.\s|\.$|\s-\s|\.{2,}|\sor its\b|\sand/or\b|\(|,\s(?:무단|Alle|Tutti|Todos|Tous|Tüm|Wszystkie|Все)"
    r"|\.?\s(?:Alle Rechte|Tutti i diritti|Todos (?:os|los)|Tous droits|Tüm hak|Wszystkie prawa|Все права)"
    r"|\s?(?:无断|版权所有))",
    re.IGNORECASE,
)
_RESERVED = re.compile(r"(?:©|copyright)?\s?(?:(?:19|20)\d{2})\s(.{2,60}?)[.,]\s?all rights reserved", re.IGNORECASE)
_NO_OWNER = re.compile(
    r"(?:all rights|terms|privacy|powered|reserved|use of|click|the copyright|material)\b", re.IGNORECASE
)
_GENERIC = frozenset(
    """
    the a an of and for news media group network publishing publishers publications company limited ltd inc llc corp
    corporation digital online holdings newspapers newspaper press international communications broadcasting services
    interactive ediciones editorial editora edizioni verlag gmbh ag all in on
    """.split()
)
_TALK = re.compile(
    r"\b(?:about|contact|follow|subscribe to|advertise with|work (?:for|at|with)|download|careers at"
    r"|jobs (?:at|@)|more from"
    r"|write for|support|get|read|the|our|über|kontakt|sobre|chi siamo|à propos|contacter)\b"
    r"|newsletter|app\b|logo|home ?page|shop|store|podcast|live|plus|pro\b|tv\b|radio|events?\b|archive|\.com"
    r"|\.org|\.de",
    re.IGNORECASE,
)
_DOMAIN = re.compile(
    r"(?:https?://|www\.|@|\b)((?:[\w-]{2,40}\.)*([\w-]{3,40}))\.(?:com|org|net|co|de|fr|es|it|uk|eu|in|ca|ru"
    r"|jp|cn|kr|tr)\b"
)
_LETTERS = re.compile(r"[^\W_]+")
_MOST_WORDS = 5
_LOOK = 4000  # lines: more are no page


def copyright_in(story: Structure) -> tuple[str, int]:
    """The owner and the latest year of the first copyright line that names an owner."""
    owner, year = "", 0
    for line, found in zip(story.lines, story.classes, strict=True):
        if found is LineClass.COPYRIGHT:
            owner = owner or _owner(line.text)
            printed = _YEARS.search(line.text)
            year = year or (int(printed[1] or printed[0][:4]) if printed is not None else 0)
    return owner, year


def _owner(line: str) -> str:
    opened = _OWNER.search(line)
    if opened is None:
        reserved = _RESERVED.match(line)
        return reserved[1].strip() if reserved is not None else ""
    rest = _YEARS.sub("", line[opened.end() :], count=1).strip(" ,.|©-–—")
    rest = _OWNER.sub("", rest, count=1) if _OWNER.match(rest) else rest
    end = _OWNER_ENDS.search(rest)
    name = (rest[: end.start()] if end is not None else rest).strip(" ,.|©®™")
    name = _YEARS.sub("", name).strip(" ,.|©-–—®™")
    is_name = 1 < len(name) <= 60 and (
        name[0].isupper() or name[0].isdigit() or not name[0].isascii() or name[0] == "e"
    )
    return name if is_name and not _NO_OWNER.match(name) else ""


def site_name(story: Structure, owner: str = "") -> str:
    """The name that a page gives itself: a line outside the story that the owner's name or other lines repeat.

    "© Guardian News & Media Limited" is the foot of a page that calls itself The Guardian. Empty where none is sure.
    """
    outside = [
        line.text
        for line, fate in list(zip(story.lines, story.fates, strict=True))[:_LOOK]
        if fate.role not in (BlockRole.BODY, BlockRole.HEADLINE) and len(line.text) <= 160
    ]
    own = _distinct(owner)
    best, most = "", 2.5
    for name in dict.fromkeys(text.strip(" -|") for text in outside if _may_name(text)):
        squashed = "".join(_LETTERS.findall(name.casefold()))
        words = _distinct(name)
        shares = bool(own & words)
        domains = sum(_is_domain_of(text, squashed) for text in outside if "." in text)
        talks = sum(name in text and text != name and _TALK.search(text) is not None for text in outside)
        again = sum(text == name for text in outside)
        score = (
            3.0 * (shares and words <= own)
            + 1.0 * shares
            + 2.0 * min(domains, 2)
            + min(talks, 4) * 0.7
            + 0.3 * min(again, 3)
        )
        score += 0.5 * (agencies.is_publication(name) or bool(agencies.known(name)))
        if owner and not shares and not domains:
            continue
        if score > most:
            best, most = name, score
    return best


def _may_name(text: str) -> bool:
    words = text.split()
    plain = key(text)
    return (
        0 < len(words) <= _MOST_WORDS
        and text[0].isupper()
        and len(text) <= 40
        and plain not in SECTIONS
        and not text.endswith((":", "?"))
    )


def _distinct(name: str) -> frozenset[str]:
    return frozenset(_LETTERS.findall(name.casefold())) - _GENERIC


def _is_domain_of(text: str, squashed: str) -> bool:
    return any(found[2].replace("-", "").casefold() in (squashed, "the" + squashed) for found in _DOMAIN.finditer(text))
