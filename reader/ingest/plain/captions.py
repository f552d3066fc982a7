"""Captions and their credits: "… in Seoul. Photo courtesy of …", "(AP Photo/X)", "File Photo by X/UPI"."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LONGEST = 900
_TAIL = 220
"""Credits stand within so many code points of the end of a line."""

_WHO = r"[A-ZÀ-Þ0-9@][^()|\n]{1,90}"
_ANYONE = r"[^()|\n]{2,90}"
_HOUSES = (
    "AP Photo|AP|AFP|UPI|EPA-EFE|EPA|EFE|ANSA|dpa|PA|NTB|Reuters|REUTERS|Getty Images|Getty|Bloomberg|Shutterstock"
    "|iStock|iStockphoto|Alamy|Xinhua|Kyodo|Yonhap|Pool|POOL|Handout|Anadolu Agency|Anadolu|NurPhoto|ZUMA Press|ZUMA"
    "|Redux|Unsplash|Pixabay|Wikimedia Commons|Wikimedia|Flickr|Facebook|Twitter|Instagram"
)
_HOUSE = rf"(?:{_HOUSES})"
_KIND = (
    r"(?:(?:File|Pool|Handout|Courtesy) )?"
    r"(?:Photo|Photograph|Picture|Image|Illustration|Graphic|Foto|Video)s?(?: illustration)?"
)
_BY = r"\s?(?:by|via|from|:|source,?|credit:?|copyright)\s?"
_GIVEN_BY = rf"(?:{_BY}{_WHO}|\s?(?:courtesy of|courtesy:?|provided by|:)\s?{_ANYONE})"
_NAME = r"[A-ZÀ-Þ][\w.'’-]*(?: (?:de |van |von |al-|bin )?[A-ZÀ-Þ][\w.'’-]*){1,3}"
_AFTER = r"(?<=[.!?”\"’)])\s*"
"""Most credits follow a sentence; in the middle of one, "photo by" is likely to be a part of it."""
# Each finds a credit that reaches to the end of the line.
_CREDITS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\((?:(?i:{_KIND}){_GIVEN_BY}|(?:AP|EPA|AFP|UPI) Photos?(?:/{_ANYONE})?|{_HOUSE}/{_ANYONE}"
        rf"|{_NAME}\s?/\s?{_WHO}|{_WHO}/\s?{_HOUSE}[^()]{{0,40}}|[Cc]ourtesy(?: of)? {_ANYONE}|[Cc]redit: ?{_ANYONE}"
        rf"|{_WHO} (?:photo|file photo|via AP)(?: by {_ANYONE})?|[Ff]ile photo)\)\s*$",
        rf"{_AFTER}\({_HOUSE}\)$",
        rf"{_AFTER}(?:[—–-]\s)?(?i:{_KIND}){_GIVEN_BY}$",
        rf"(?<=\s)(?:[—–-]\s)?{_KIND}(?:\s?:\s?|\s(?:by|courtesy of)\s){_WHO}$",
        rf"{_AFTER}(?:REUTERS|AFP|EPA|AP)/{_WHO}$",
        rf"{_AFTER}{_WHO}\s?/\s?{_HOUSE}(?:\s?/\s?\w[\w ]{{1,30}}|\svia [^.|]{{2,40}})?\.?$",
        rf"{_AFTER}{_NAME}\s?/\s?{_NAME}$",
        rf"{_AFTER}{_HOUSE}(?:\s?/\s?{_WHO})?$",
        rf"{_AFTER}(?:Courtesy(?: of)?|Credit:|Photo credit:) {_ANYONE}$",
    )
)
_CREDIT_LINE = re.compile(
    rf"(?:(?:{_KIND}|Photo credit|Image credit|Image source|Image copyright)(?:{_GIVEN_BY}|(?:,\s?|\s[-—|]\s){_WHO})"
    rf"|(?:Credit|Courtesy|Source):\s?{_ANYONE}|Courtesy of {_ANYONE}|{_HOUSE}(?:\s?[/|]\s?{_WHO})?"
    rf"|{_WHO}/{_HOUSE}(?: Images)?|{_NAME}/{_NAME}|\((?:{_WHO}/)?{_HOUSE}(?:/{_WHO})?\)"
    rf"|\((?:(?i:{_KIND}){_GIVEN_BY}|{_NAME}\s?/\s?{_WHO}|[Cc]redit: {_ANYONE})\))(?:\s?\|\s?License Photo)?"
)
# Without one of these in its tail a line holds no credit, which spares the dozen patterns above for most lines.
_HINTS = ("/", "photo", "pictur", "image", "illustration", "graphic", "foto", "video", "courtesy", "credit")
_HINT_ENDS = tuple(house.lower() for house in _HOUSES.split("|"))
_OPENING = re.compile(
    r"(?:FILE PHOTO|File photo|FILE|PHOTO|Photo caption|Image caption|Media caption|Caption)\s?(?::|,|[-–—])\s"
    r"|(?:Image|Media) caption,?\s",
)
_COUNTER = re.compile(r"(?:(?:Image|Photo|Slide|Picture)\s)?\d{1,3} (?:of|/) \d{1,3}(?:\s?\|)?(?:\s|$)")
_FURNITURE_TAIL = re.compile(
    r"\s*(?:\|\s*(?:License Photo|Buy Photo|Purchase Photo|More Photos?)|more\s?>|>\s?more"
    r"|(?:hide|toggle) caption)\s*$",
    re.IGNORECASE,
)
_TAIL_ENDS = ("Photo", "Photos", "photo", "photos", "more", ">", "caption")
_BBC = re.compile(r"(Image (?:copyright|source),?\s\S.{1,60}?)\s((?:Image|Media) caption,?\s.+)")


@dataclass(frozen=True, slots=True)
class Caption:
    """A caption in its parts, in order of the line; only ``words`` and ``credit`` are kept."""

    words: str
    credit: str = ""
    counter: str = ""
    """"1 of 2 |" before it."""
    tail: str = ""
    """"| License Photo" behind it."""
    credit_first: bool = False


def read_caption(line: str) -> Caption | None:
    """The caption that a line shows itself to be by its credit or its opening, or None."""
    if len(line) > _LONGEST:
        return None
    whole, counter, tail = _without_furniture(line)
    old = _BBC.fullmatch(whole)
    if old is not None:
        return Caption(old[2], old[1], counter, tail, credit_first=True)
    at = _credit_at(whole)
    words, credit = whole[:at].rstrip(), whole[at:].strip()
    if credit and words:
        return Caption(words, credit, counter, tail)
    is_opened = counter or tail or _OPENING.match(whole)
    return Caption(whole, "", counter, tail) if is_opened and whole else None


def caption_of(line: str) -> Caption:
    """A line of which it is known that it is a caption, in its parts."""
    return read_caption(line) or Caption(line)


def is_credit_line(line: str) -> bool:
    """Whether a line is nothing but a credit: "Photo: AFP", "Image source, Getty Images", "Ilse Marenko/AP"."""
    return len(line) <= 120 and not line.endswith((".", "?", "!")) and _CREDIT_LINE.fullmatch(line) is not None


def _without_furniture(line: str) -> tuple[str, str, str]:
    opening = _COUNTER.match(line)
    start = opening.end() if opening else 0
    closing = _FURNITURE_TAIL.search(line, max(start, len(line) - 60)) if line.endswith(_TAIL_ENDS) else None
    end = closing.start() if closing else len(line)
    if not line[start:end].strip():
        return line, "", ""
    return line[start:end].strip(), line[:start].strip(), line[end:].strip()


def _credit_at(words: str) -> int:
    """Where the credit begins, or the length of the line."""
    from_here = max(0, len(words) - _TAIL)
    tail = words[from_here:].lower()
    if not any(hint in tail for hint in _HINTS) and not tail.rstrip(" .)").endswith(_HINT_ENDS):
        return len(words)
    for pattern in _CREDITS:
        found = pattern.search(words, from_here)
        if found is not None and found.start() > 0:
            return found.start()
    return len(words)
