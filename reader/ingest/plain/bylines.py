"""Who wrote a story: "By A and B", "Name | Publication", "(Reporting by …; Editing by …)"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.ingest.dates import Stamp, is_stamp_line, read_stamp, read_stamps
from reader.ingest.months import LABEL
from reader.ingest.plain import agencies
from reader.ingest.plain.names import east_asian_name, is_name, names_in, names_of
from reader.ingest.plain.phrases import SECTIONS
from reader.ingest.plain.words import holds_one

_LONGEST = 200
_BY = re.compile(
    r"(?:(?:written|reported|story|words|text|tekst|report|analysis|video|opinion|posted|authored)\s+)?by[:\s]\s*(?=\S)|by$"
    r"|(?-i:[Bb]y(?=[A-ZÀ-Þ]))"
    r"|(?:article by|author(?: of the article)?|authors|autor(?:in)?(?:/autor)?|auteur|autore)\s?:\s*"
    r"|text(?:o|e)?\s?:\s*(?=[A-ZÀ-Þ])|tekst\s?:\s*|автор:?\s+|作者[:：]\s?|記者[:：]\s?|记者[:：]?\s?",
    re.IGNORECASE,
)
# The "by" of other languages begins sentences, too: only a name may follow, and nothing else.
_VON = re.compile(
    r"(?:von|par|por|di|a cura di|door|av|af|de|od|yazan:?|propos recueillis par):?\s+(?-i:(?=[A-ZÀ-Þ]))", re.IGNORECASE
)
_SIGNED = re.compile(r"\s(?:by|von|par|por|di|door|av|af|yazan):?\s((?-i:[^\W\d_])[^\d|]{3,80})$", re.IGNORECASE)
_DIVIDED = re.compile(r"\s*[|•·]\s*|\s+[-–—]\s+|\s*;\s*|\s*/\s*(?=[A-Z])|\s[-–—](?=\d)")
_BEFORE_DATE = re.compile(r"[\s|•·/–—,:(-]+$|@\w+|\d.*$")
_MOST = 9  # words of names, publication and place
_BETWEEN = frozenset("and with und et y e in for the of de da do dos van von del la le al bin ten ter".split())
# "Ilse Marenko, Rural Reporter", "Ilse Marenko | City Correspondent": a line of its own below a headline.
_WITH_ROLE = re.compile(
    r"([^,|/]{4,60}?)(?:,\s|\s[|/–—-]\s)(?:[A-ZÀ-Þ][\w&’'-]*\s){0,4}"
    r"(?i:reporter(?:in)?|correspondent|writer|columnist|journalist(?:in|e)?|redakteur(?:in)?|korrespondent(?:in)?"
    r"|rédact(?:eur|rice)|corresponsal|redactora?|periodista|giornalista|inviat[oa]|repórter|dziennikar(?:z|ka))"
)
_FOR = re.compile(r"([^|\d]{3,60}?)\s(?:for|FOR)\s(?:(?:the|THE)\s)?([A-Z][\w.&'’ -]{1,40})")
_JOINED = re.compile(r"\s(?:and|&|with|und|et)\s")
_LABELS = re.compile(rf"\s*(?:{LABEL.pattern.removeprefix('^')})\s*$", re.IGNORECASE)
_WIRE_CREDIT = re.compile(
    r"\(?\s*((?:additional |further )?(?:reporting|writing|editing|compiled|report|written|translated|with assistance) "
    r"(?:and \w{3,20} )?by\s[^()]{3,400})\)?\.?",
    re.IGNORECASE,
)
# What the two patterns begin with: the cheap test before them.
_BY_OPENINGS = (
    "by", "written", "reported", "story", "words", "text", "tekst", "report", "analysis", "video", "opinion", "posted",
    "authored", "article by", "author", "autor", "auteur", "autore", "автор", "作者", "記者", "记者",
)  # fmt: skip
_VON_OPENINGS = ("von", "par", "por", "di", "a cura", "door", "av", "af", "de", "od", "yazan", "propos")
_CREDIT_HINTS = (
    "by ",
    "By ",
    "BY ",
    "by\u00a0",
    "material",
    "information",
    "reporting",
    "files",
    "contributed",
    "reported",
)
_TRAILING = re.compile(
    r"\((?:additional )?(?:reporting|writing|editing|compiled|report)(?: and \w{3,20})? by\s[^()]{3,400}\)?\.?\s*$",
    re.IGNORECASE,
)
_HELPED = re.compile(
    r"(?:[Tt]his (?:report|story|article) )?(?:contains|includes|was reported|with)"
    r" (?:material|information|reporting|files|by) (?:from |by )?(?:[Tt]he )?"
    r"(?:Associated Press|AP|Reuters|AFP)[\w ,]{0,40}\.?"
    r"|[^.\n]{3,300}\b(?:contributed to this (?:report|story|article)|contributed reporting|contributed from [A-Z]\w+"
    r"|reported from [A-Z][\w ,.]{2,80})\.?",
)
_REPORTERS = re.compile(
    r"(?<!additional )(?:reporting|written|report)(?: and \w{3,20})? by\s([^;()]{3,200})", re.IGNORECASE
)
_PLACE_AFTER = re.compile(r"(?:\s+in\s+[A-ZÀ-Þ].*|\s*\([^()]*\)|\s*@\w+|\s+\S+@\S+)$")


@dataclass(frozen=True, slots=True)
class Byline:
    """The names, the publication and the date that one line of credits gives; each may be missing."""

    names: tuple[str, ...] = ()
    publication: str = ""
    stamp: Stamp | None = None


def read_byline(line: str) -> Byline | None:
    """What a byline says, or None for a line that is none."""
    if len(line) > _LONGEST:
        return None
    asian = east_asian_name(line)
    if asian:
        return Byline((asian,))
    opening = line[:16].lower()
    by = _BY.match(line) if opening.startswith(_BY_OPENINGS) else None
    if by is not None:
        on_behalf = _FOR.fullmatch(line[by.end() :])
        if on_behalf is not None and (names := names_of(on_behalf[1])):
            return Byline(names, agencies.known(on_behalf[2]) or on_behalf[2])
        return _read_dated(line[by.end() :]) or _read_credits(line[by.end() :])
    abroad = _VON.match(line) if opening.startswith(_VON_OPENINGS) else None
    if abroad is not None and not line.endswith((".", "?", "!")):
        rest = line[abroad.end() :]
        found = _read_dated(rest)
        names = names_of(rest, and_short=True)
        return found or (Byline(names) if names else _of_agencies(rest))
    if line.rstrip('"”’').endswith((".", "?", "!")) or line.endswith((",”", ',"')):
        return None
    with_role = _WITH_ROLE.fullmatch(line)
    if with_role is not None and is_name(with_role[1]):
        return Byline(names_of(with_role[1]))
    found = _read_dated(line) or _read_signed_date(line)
    if found is None and len(_DIVIDED.split(line)) > 1:
        found = _read_credits(line)
    is_whole = found is not None and (found.stamp is not None or bool(found.publication and found.names))
    return found if is_whole else None


def read_publication_line(line: str) -> str:
    """The publication of a line that holds nothing else but perhaps a place ("BBC News, Port Elder"), or empty."""
    name, _, place = line.partition(", ")
    if not agencies.is_surely_publication(name) or len(place) > 40 or line.endswith((".", "?", "!")):
        return ""
    return agencies.known(name) or (name if name.casefold() not in SECTIONS else "")


def is_wire_credit(line: str) -> bool:
    """Whether a line is nothing but the credits that close a wire story."""
    if len(line) > 500:
        return False
    if not holds_one(line, _CREDIT_HINTS):
        return False
    bare = line.lstrip("—–- ")
    return bool(_WIRE_CREDIT.fullmatch(bare) or _HELPED.fullmatch(bare))


def trailing_credit(line: str) -> int:
    """Where "(Reporting by …)" begins that closes a paragraph, or the length of the line where none does."""
    if "(" not in line:
        return len(line)
    found = _TRAILING.search(line, max(0, len(line) - 500))
    return found.start() if found is not None and found.start() > 0 else len(line)


def reporters(credit: str) -> tuple[str, ...]:
    """The names behind the first "Reporting by" or "By" of the credits that close a story."""
    found = _REPORTERS.search(credit)
    return names_of(found[1].rstrip(" .")) if found is not None else ()


def _read_dated(words: str) -> Byline | None:
    """ "Ilse Marenko @ilse Apr 28, 2023, 8:30am EDT": names or a publication, and a date behind them."""
    stamps = read_stamps(words)
    if not stamps or not stamps[0].before.strip():
        return None
    before = _BEFORE_DATE.sub("", stamps[0].before.strip())
    before = _BEFORE_DATE.sub("", _LABELS.sub("", before)).strip()
    if not before:
        return None
    if agencies.is_surely_publication(before):
        return Byline((), agencies.known(before) or before, stamps[0])
    names = names_of(before) if _is_only_names(before) else ()
    return Byline(names, _publication_in(before), stamps[0]) if names else None


def _read_signed_date(line: str) -> Byline | None:
    """ "January 17, 2017 at 6:08 PM ET by Ilse Marenko": a date, and who wrote behind it."""
    signed = _SIGNED.search(line)
    if signed is None or not is_stamp_line(line[: signed.start()]):
        return None
    names, stamp = names_of(signed[1], and_short=True), read_stamp(line[: signed.start()])
    return Byline(names, stamp=stamp) if names and stamp is not None else None


def _is_only_names(words: str) -> bool:
    """Whether words hold no more than names, so that what stands before a date is no sentence or caption."""
    parts = re.findall(r"[^\s,]+", words)
    return len(parts) <= _MOST and all(not part[0].islower() or part in _BETWEEN for part in parts)


def _of_agencies(words: str) -> Byline | None:
    """ "Par Le Figaro avec AFP": a byline that names nobody."""
    parts = re.split(r"\s+(?:avec|mit|con|com|with|et|und|y|e)\s+|\s*,\s*|\s*/\s*", words)
    known = [name for part in parts if (name := agencies.known(part))]
    if known and not agencies.known(parts[0]) and parts[0][:1].isupper() and len(parts[0].split()) <= 4:
        return Byline((), parts[0])  # "Le Figaro avec AFP"
    return Byline((), known[0]) if known and len(parts) <= 3 and len(words) < 60 else None


def _read_credits(words: str) -> Byline | None:
    """Names, a publication and a date between strokes or dashes; None when a part is something else."""
    names: list[str] = []
    publication, stamp = "", None
    for part in filter(None, map(str.strip, _DIVIDED.split(words))):
        dated = read_stamp(part)
        if dated is not None and not (is_stamp_line(part) or _is_only_names(dated.before)):
            return None  # a caption that holds a date
        if dated is not None:
            stamp = stamp or dated
        elif _JOINED.search(part) and not part.startswith("The ") and names_of(part):
            names.extend(names_of(part))
        elif agencies.is_surely_publication(part) or (names and agencies.is_publication(part)):
            publication = publication or agencies.known(part) or part
        else:
            found = names_of(part)
            if found:
                names.extend(found)
            elif not names and not publication:
                return None
            publication = publication or _publication_in(part)
    if not names and not publication and stamp is None:
        return None
    return Byline(tuple(dict.fromkeys(names)), publication, stamp)


def _publication_in(part: str) -> str:
    """The publication behind the names of "By A and B, Coastline Press"."""
    pieces = [piece.strip() for piece in part.split(",")]
    return next((agencies.known(p) or p for p in pieces[1:] if agencies.is_publication(p)), "")


__all__ = [
    "Byline", "is_name", "is_wire_credit", "names_in", "read_byline", "read_publication_line", "reporters",
    "trailing_credit",
]  # fmt: skip
