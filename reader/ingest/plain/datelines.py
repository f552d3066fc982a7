"""The place, agency and date that open a wire story: "SEOUL, Jan. 31 (UPI) --", "PORT ELDER (AP) —", "(Reuters) - "."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.core.article import Dateline
from reader.ingest.dates import month_and_day
from reader.ingest.plain.agencies import AGENCIES

_LONGEST = 130
# A dash between spaces (or glued to the bracket before it), or a colon: what ends a dateline.
_END = re.compile(r"(?:(?<=[)\w.])\s*(?:--|[—–―])|(?<=[)\w.])\s-|(?<=[\w)]):)(?:\s+|$|(?=[\"“‘A-Z]))")
# A month by its look; whether it is one is asked once for the whole, for the list of all months is long.
_NAMED = r"[^\W\d_]{3,11}\.?"
_DAY = rf"(?:{_NAMED}\s\d{{1,2}}|\d{{1,2}}\.?\s(?:de\s)?{_NAMED})(?:,?\s(?:de\s)?\d{{4}})?"
_DATE = re.compile(rf"(?:^|[,.\s]\s*)(?:le\s)?({_DAY})\s*$", re.IGNORECASE)
_AGENCY = re.compile(r"(?:^|\s*)\(([^()]{2,40})\)\s*$")
_NO_END = re.compile(r"[^()\n]{0,60}\(([^()]{2,24})\)\s*(?=[\"“‘A-Z])")
_CITY = r"(?P<place>[^\W\d_][\w.'’ /\-]{0,40}?(?:,\s[^\W\d_][\w.'’ ]{1,30}?)?)"
_DASH = r"(?:--|[-—–―])"
# Shapes of single agencies, each with its dash: "AUBERG, April 27. /TASS/.", "Madrid, 28 abr (EFE).-", "London CNN —".
_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        rf"{_CITY}[,.]\s(?P<date>{_DAY})[.,]?\s/(?P<agency>[\w .\-]{{2,30}})/(?:\.|\s?{_DASH})?(?=\s)",
        rf"{_CITY}\s\[[^\[\]]{{2,30}}\],\s(?P<date>{_DAY})\s\((?P<agency>[A-Z]{{2,6}})\)\s?:",
        rf"{_CITY},\s(?P<date>{_DAY}),\s(?P<agency>[A-Z]{{2,6}})\s{_DASH}(?=\s)",
        rf"\((?P<agency>[A-Z][\w ]{{1,20}})\)\s{_DASH}\s(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ .'’]{{1,30}})"
        rf",\s(?P<date>{_DAY})\s{_DASH}",
        rf"{_CITY}(?:,\s(?P<date>{_DAY}))?\s\((?P<agency>[A-Z][\w. ]{{1,20}})\)\s?\.{_DASH}",
        rf"(?:{_CITY}\s)?(?P<agency>[A-Z]{{2,4}})\s{_DASH}(?=\s|$)",
        rf"{_CITY},\s(?P<date>{_DAY})\s?[.—–-]\s(?P<agency>РИА Новости|ТАСС|INTERFAX\.RU|Интерфакс)\s?(?:\.|{_DASH})",
        r"\((?P<place>[가-힣]{1,12})=(?P<agency>[가-힣]{2,10})\)(?:\s[가-힣]{2,4}\s?(?:기자|특파원))?\s?=",
        r"(?P<agency>新华社|中新社|新華社)(?P<place>[\u4e00-\u9fff]{1,8}?)(?P<date>\d{1,2}月\d{1,2}日)电(?:（[^（）]{1,30}）)?",
    )
)
_WORD = r"[^\W\d_][\w.'’\-]*"
_UPPER = re.compile(r"[^\W\d_](?:[^\W\d_]|[.'’\-])*")
_PLACE = re.compile(rf"{_WORD}(?:(?:\s|,\s?|/){_WORD}){{0,8}}")
_SMALL = frozenset("de del da do dos das la le les los las el al of and the on upon am an der den en sur di".split())
# On a line of its own, above the lede.
_ALONE = re.compile(
    r"(?P<agency>[A-Z][\w ]{1,20}), (?P<place>[A-ZÀ-Þ][A-ZÀ-Þ .'/\-]{2,30})(?:, [A-Z][\w .]{1,20})?"
    r"|(?P<city>[A-ZÀ-Þ]{3}[A-ZÀ-Þ .'/\-]{0,27}, (?:[A-Z][a-zà-ÿ]+(?: [A-Z][a-zà-ÿ]+){0,2}|D\.C\.))"
)
# Words with a colon that open a sentence and are no place.
_LABELS = frozenset(
    "update updated correction corrected breaking analysis opinion explainer note photos video watch read related "
    "exclusive editorial review fact facts background summary developing live interview column advisory clarification "
    "timeline q a the first claim story verdict rating scoop poll quiz opinion letter letters spoiler plus also".split()
)  # fmt: skip


_LONG_DASHES = frozenset("—–")
# Words with which the sentence behind a dateline begins, and what stands behind a dash in a sentence hardly does.
_BEGINS = re.compile(
    r"(?:The|An?|At|In|On|After|Police|Der|Die|Das|Ein|Eine|Le|La|Les|Un|Une|El|Los|Las|Una|O|Os|As|Uma?|De|Het|Een|Il|Lo)"
    r"\s[^\W\d_]"
)


@dataclass(frozen=True, slots=True)
class Opening:
    """A dateline as parsed, and how many code points of the line it takes, with the dash and not the space behind."""

    dateline: Dateline
    length: int

    @property
    def is_sure(self) -> bool:
        """Whether an agency or a date vouches for it; a place alone may be any word before a colon or dash."""
        return bool(self.dateline.agency or self.dateline.date)


def read_dateline(line: str) -> Opening | None:
    """The dateline that opens a line, or None."""
    head = line[:_LONGEST]
    shaped = _read_shape(head)
    if shaped is not None:
        return shaped
    for end in _END.finditer(head):
        found = _parse(head[: end.start()].rstrip())
        if found is not None and _is_credible(found, head, end):
            return Opening(found, len(head[: end.end()].rstrip()))
        if end.start() > 0 and head[end.start()] == ":":
            break
    bare = _NO_END.match(head)
    if bare is not None and bare[1].casefold() in AGENCIES:
        found = _parse(head[: bare.end()].rstrip())
        if found is not None:
            return Opening(found, len(head[: bare.end()].rstrip()))
    return None


def _read_shape(head: str) -> Opening | None:
    for shape in _SHAPES:
        found = shape.match(head)
        if found is None:
            continue
        parts = found.groupdict()
        place, agency = (parts.get("place") or "").strip(), parts["agency"]
        if parts.get("date") and not _is_day(parts["date"]):
            continue
        is_bare = "(" not in found[0] and "/" not in found[0] and not parts.get("date")
        if is_bare and (not agencies_known(agency) or (place and not _is_place(place, vouched=True))):
            continue  # "U.S. — China talks"
        return Opening(Dateline(place, agency, parts.get("date") or ""), found.end())
    return None


def dateline_alone(line: str) -> Opening | None:
    """The dateline that a line is from end to end: "WASHINGTON —", "AUBERG, Ostmark", "AFP, MANILA"."""
    opening = read_dateline(line)
    if opening is not None:
        return opening if opening.length == len(line) else None
    found = _ALONE.fullmatch(line) if len(line) < 60 else None
    if found is None:
        return None
    if found["city"]:
        return Opening(Dateline(found["city"].strip(), "", ""), len(line))
    if not agencies_known(found["agency"]):
        return None
    return Opening(Dateline(found["place"].strip(), found["agency"], ""), len(line))


def _is_day(words: str) -> bool:
    return "月" in words or month_and_day(words) is not None


def agencies_known(words: str) -> bool:
    """Whether words are the name of an agency or an outlet that is known to open its stories with it."""
    return words.casefold() in AGENCIES


def _parse(head: str) -> Dateline | None:
    """Cut the words before the dash from behind: agency, then date, then place."""
    agency = date = ""
    found = _AGENCY.search(head)
    if found is not None:
        agency, head = " ".join(found[1].split()), head[: found.start()]
        agency = agency.partition("/")[0] if agency.startswith("dpa/") else agency
    dated = _DATE.search(head)
    if dated is not None and _is_day(dated[1]):
        date, head = dated[1], head[: dated.start()]
    place = head.strip(" ,")
    if place and not _is_place(place, vouched=bool(agency or date)):
        return None
    if agency and not _is_agency(agency):
        return None
    # Towns that not everybody knows stand with their state or country (AP Stylebook, "datelines").
    city, _, region = (part.strip() for part in place.partition(","))
    city = city.rstrip(" -")
    city = city.rstrip(".") if agency and city[-3:-2] != "." and len(city.split()) == 1 else city
    return Dateline(f"{city}, {region}" if region else city, agency, date) if place or agency else None


def _is_place(place: str, *, vouched: bool) -> bool:
    """ "PORT ELDER", "AUBURN, Wash.", "SEOUL/TOKYO"; "Doha" where agency or date vouches for it, or before a colon."""
    if len(place) > 80 or not _PLACE.fullmatch(place):
        return False
    city = re.split(r"[,/]", place, maxsplit=1)[0].split()
    if all(word.isupper() and _UPPER.fullmatch(word) for word in city):
        return len(city) <= 5
    words = place.replace("/", " ").split()
    capital = all(word[0].isupper() or word in _SMALL for word in words)
    return capital and words[0][0].isupper() and len(words) <= (6 if vouched else 2)


def _is_agency(words: str) -> bool:
    return words.casefold() in AGENCIES or (
        words[0].isupper()
        and len(words.split()) <= 5
        and not any(map(str.isdigit, words))
        and re.match(r"[A-Z]{1,2}-", words) is None  # "(R-Texas)" is no agency
    )


def _is_credible(found: Dateline, head: str, end: re.Match[str]) -> bool:
    """Without agency and date, a capital word and a colon may be a speaker or a label."""
    rest = head[end.end() :]
    if found.agency or found.date:
        return agencies_known(found.agency) or bool(found.date) or not rest[:1].islower()
    is_upper = found.place.split(",")[0].isupper()
    if found.place.casefold().split()[0] in _LABELS or rest.startswith(('"', "“", "‘", "'")):
        return False
    if head[end.start()] == ":":
        return (len(found.place) > 3 if is_upper else found.place.istitle()) and rest[:1].isupper()
    # "Harbor — the old one", "NATO — the alliance" are no datelines; "Durban — The High Court" is one.
    letters = sum(map(str.isalpha, found.place))
    if found.place.istitle() and head[end.start() : end.end()].strip() in _LONG_DASHES:
        return _BEGINS.match(rest) is not None
    return is_upper and letters > 3 and not rest[:1].islower() and not any(map(str.isdigit, found.place))
