"""Captions and their credits: "… in Seoul. Photo courtesy of …", "(AP Photo/X)", "File Photo by X/UPI"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.ingest.dates import MONTH
from reader.ingest.plain.words import holds_one

_LONGEST = 900
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_TAIL = 220
"""Credits stand within so many code points of the end of a line."""

_WHO = r"(?:[A-ZÀ-Þ0-9@][^()|\n]{1,90}|dpa|ddp|epd|picture.alliance[^()|\n]{0,60})"
_ANYONE = r"[^()|\n]{2,90}"
_HOUSES = (
    "AP Photo|AP|AFP|UPI|EPA-EFE|EPA|EFE|ANSA|dpa|PA|NTB|Reuters|REUTERS|Getty Images|Getty|Bloomberg|Shutterstock"
    "|iStock|iStockphoto|Alamy|Xinhua|Kyodo|Yonhap|Pool|POOL|Handout|Anadolu Agency|Anadolu|NurPhoto|ZUMA Press|ZUMA"
    "|Redux|Unsplash|Pixabay|Wikimedia Commons|Wikimedia|Flickr|Facebook|Twitter|Instagram|GETTY IMAGES|GETTY"
    "|AFP/Getty"
    "|picture alliance|picture-alliance|imago|IMAGO|Imago|DPA|APA|LUSA|Lusa|Belga|ANP|TT|Ritzau Scanpix|PAP"
    "|AdobeStock"
    "|Adobe Stock|Depositphotos|Europa Press|TASS|Sputnik|Press Association|PA Media|AAP|CP|The Canadian Press"
    "|PTI|ANI"
    "|BBC|CBS News|CNN|NBC News|Fox News|LightRocket|Corbis|SIPA|Sipa USA|SOPA Images|Xinhua News Agency|VCG|SIPA USA"
)
_HOUSE = rf"(?:{_HOUSES})"
_KIND = (
    r"(?:(?:File|Pool|Handout|Courtesy) )?"
    r"(?:Photo|Photograph|Picture|Pic|Image|Illustration|Graphic|Foto|Fotografía|Fotoğraf|Bild|Beeld"
    r"|Zdjęcie|Video)s?(?: illustration)?"
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
        r"\([^()|]{2,70} for [A-Z][^()|]{2,40}\)\s*$",
        rf"\s\|\s(?:{_WHO}\s?[/|]\s?{_HOUSE}[^|]{{0,20}}|{_HOUSE}|(?i:{_KIND}){_GIVEN_BY})$",
        r"\s?\[(?:File: ?)?[^\[\]]{2,60}[/,]\s?[^\[\]]{2,40}\]$|\s?\[File[^\[\]]{0,60}\]$",
        rf"\s?Credit(?:\.\.\.|…)\s?{_ANYONE}$",
        rf"\s?\((?:Supplied|Provided|Representational|Representative image|File|File image)(?::? ?{_ANYONE})?\)$",
        rf"\s[—–-]\s?{_HOUSE}(?:/\w{{2,20}})?$",
        rf"(?<=\S)\s?©\s?{_WHO}$",
        rf"{_AFTER}{_NAME}\s?/\s?[\w.]{{3,30}}\.(?:com|net|org|fr|de|it|es)$",
        rf"{_AFTER}(?:REUTERS|AFP|EPA|AP)/{_WHO}$",
        rf"{_AFTER}{_WHO}\s?/\s?{_HOUSE}(?:\s?/\s?\w[\w ]{{1,30}}|\svia [^.|]{{2,40}})?\.?$",
        rf"{_AFTER}{_NAME}\s?/\s?{_NAME}$",
        rf"{_AFTER}{_HOUSE}(?:\s?/\s?{_WHO})?$",
        rf"{_AFTER}(?:Courtesy(?: of)?|Credit:|Photo credit:) {_ANYONE}$",
        rf"\s\|\s(?i:photo|image|picture) (?i:credits?):?\s{_ANYONE}$",
        rf"{_AFTER}\((?:Source|Quelle|Fuente|Fonte|Bron):\s?{_ANYONE}\)$",
        rf"{_AFTER}\((?i:foto|photo|bild)\s{_NAME}\)$",
        rf"{_AFTER}\|\s[A-ZÀ-Þ][A-ZÀ-Þ&. -]{{2,30}}$",
        rf"\s[—–-]\s{_NAME}\s?/\s?[A-ZÀ-Þ][\w .]{{2,30}}$",
    )
)
_CREDIT_LINE = re.compile(
    rf"(?:(?:{_KIND}|Photo credit|Image credit|Image source|Image copyright)(?:{_GIVEN_BY}|(?:,\s?|\s[-—|]\s){_WHO})"
    r"|(?i:(?:photo|image|picture) credits?|photograph|photo|image|foto(?:graf[ií]a)?|bild(?:rechte|quelle)?"
    r"|crédits? photo|crédits?|beeld"
    rf"|fotograf|imagen?|zdjęcie|fot\.|фото|写真|图片|사진)\s?[:：/]\s?[^.!?]{{2,100}}"
    rf"|©\s?(?:{_HOUSE}(?:\s?/\s?{_WHO})?|{_WHO}\s?/\s?{_HOUSE}|Getty Images.{{0,30}})"
    rf"|\(?(?:{_NAME}\s?/\s?|{_NAME}\s|[A-Z ]{{4,40}}/)?{_HOUSE} (?:via|VIA) {_HOUSE}\)?|{_NAME} (?:via|VIA) {_HOUSE}"
    rf"|{_NAME}(?: \| {_HOUSE})* \| (?:Getty Images|AP Photo|Shutterstock|iStock|Alamy|AFP)"
    rf"|[A-ZÀ-Þ][^()|.]{{3,40}} \({_HOUSE}\)"
    rf"|(?:Credit|Courtesy|Source):\s?{_ANYONE}|Courtesy of {_ANYONE}|{_HOUSE}(?:\s?[/|]\s?{_WHO})?"
    rf"|{_WHO}\s?/\s?{_HOUSE}(?: Images)?|{_NAME}/{_NAME}|\((?:{_WHO}/)?{_HOUSE}(?:/{_WHO})?\)"
    rf"|\((?:(?i:{_KIND}){_GIVEN_BY}|{_NAME}\s?/\s?{_WHO}|[Cc]redit: {_ANYONE})\))(?:\s?\|\s?License Photo)?"
)
# Without one of these in its tail a line holds no credit, which spares the dozen patterns above for most lines.
_HINTS = (
    "/",
    "photo",
    "credit...",
    "credit…",
    "©",
    "pictur",
    "image",
    "illustration",
    "graphic",
    "foto",
    "video",
    "courtesy",
    "credit",
    "| ",
    "source:",
    "quelle:",
    "fuente:",
    "fonte:",
    "bron:",
)
_BRACKETED = (" for ", "[", "supplied", "provided", "representati", "file")
_HINT_ENDS = tuple(house.lower() for house in _HOUSES.split("|"))
# "…, Friday, April 28, 2023." : nobody but an agency's caption gives weekday, day and year.
_DAY = re.compile(rf"day,? {MONTH} \d")
_DATED = re.compile(
    rf"[^\"“”]{{20,500}}?[,\s](?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? {MONTH} \d{{1,2}}, (?:19"
    rf"|20)\d{{2}}\b[^\"“”]{{0,120}}"
)
_WORDS = 4  # before a credit, so that they are a caption and no part of the credit
_NO_CAPTION = re.compile(r"\b(?:said|says|told|announced|ruled|according)\b")
_OPENING = re.compile(
    r"(?:FILE PHOTO|File photo|FILE|PHOTO|Photo caption|Image caption|Media caption|Caption)\s?(?::|,|[-–—])\s"
    r"|(?:Image|Media) caption,?\s",
)
_COUNTER = re.compile(
    r"(?:(?:Image|Photo|Slide|Picture)\s)?\d{1,3} (?:of|/) \d{1,3}(?:\s?\|)?(?:\s|$)|\[\d{1,3}/\d{1,3}\]\s?"
)
_FURNITURE_TAIL = re.compile(
    r"\s*(?:\|\s*(?:License Photo|Buy Photo|Purchase Photo|More Photos?)|more\s?>|>\s?more"
    r"|(?:hide|toggle) caption)\s*$",
    re.IGNORECASE,
)
_TAIL_ENDS = ("Photo", "Photos", "photo", "photos", "more", ">", "caption")
_CREDIT_FIRST = re.compile(
    rf"((?:{_NAME}|[A-Z][A-Z .'’-]{{3,40}})\s?(?:via|/)\s?(?:{_HOUSE})(?:\s(?:via"
    rf"|/)\s{_HOUSE})?)\s([A-ZÀ-Þ\"“].{{20,600}})"
)
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
    old = _BBC.fullmatch(whole) if whole.startswith("Image ") else None
    old = old or (_CREDIT_FIRST.fullmatch(whole) if "/" in whole or "via" in whole else None)
    if old is not None:
        return Caption(old[2], old[1], counter, tail, credit_first=True)
    at = _credit_at(whole)
    words, credit = whole[:at].rstrip(), whole[at:].strip()
    if credit and words:
        return Caption(words, credit, counter, tail)
    is_opened = counter or tail or _OPENING.match(whole) or is_dated(whole)
    return Caption(whole, "", counter, tail) if is_opened and whole else None


def caption_of(line: str) -> Caption:
    """A line of which it is known that it is a caption, in its parts."""
    return read_caption(line) or Caption(line)


def is_credit_line(line: str) -> bool:
    """Whether a line is nothing but a credit: "Photo: AFP", "Image source, Getty Images", "Ilse Marenko/AP"."""
    if len(line) > 120 or line.rstrip('"”').endswith((".", "?", "!")) or _CREDIT_LINE.fullmatch(line) is None:
        return False
    if _BBC.fullmatch(line) is not None:
        return False
    whole = _without_furniture(line)[0]
    return len(whole[: _credit_at(whole)].split()) < _WORDS or _credit_at(whole) == len(whole)


def is_dated(words: str) -> bool:
    """Whether a line gives weekday, day and year as agencies' captions do."""
    has_year = "day" in words and _YEAR.search(words) is not None and _DAY.search(words) is not None
    return has_year and _DATED.fullmatch(words) is not None and _NO_CAPTION.search(words) is None


def _without_furniture(line: str) -> tuple[str, str, str]:
    is_counted = line[0].isdigit() or line.startswith(("[", "Image ", "Photo ", "Slide ", "Picture "))
    if not is_counted and not line.endswith(_TAIL_ENDS):
        return line, "", ""
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
    is_bracketed = tail.endswith(("]", ")")) and any(word in tail for word in _BRACKETED)
    is_hinted = is_bracketed or tail.rstrip(" .)").endswith(_HINT_ENDS)
    if not is_hinted and not holds_one(tail, _HINTS):
        return len(words)
    for pattern in _CREDITS:
        found = pattern.search(words, from_here)
        if found is not None and found.start() > 0:
            return found.start()
    return len(words)
