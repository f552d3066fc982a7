"""Names of publications, and headlines without them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from reader.ingest.html.clues import Clue, Where
from reader.ingest.plain.phrases import SECTIONS

_LONGEST = 60  # code points of a name; a longer one is a slogan
_RIGHTS = re.compile(
    r"(?:©|\(c\)\s?(?=\d|copyright)|\bcopyright\b)[\s©,:-]{0,6}(?:copyright\s)?(?:\(c\)\s)?(?:(?:19|20)\d\d[\s,–-]{0,3}){0,3}(?:by\s)?"
    r"([^\W\d_][^.|,©•·()]{1,50})",
    re.IGNORECASE,
)
_LONGEST_RIGHTS = 300
_LONGEST_TITLE = 500
_CUT = re.compile(r"\s+[|:·•–—-]{1,2}\s+|\s*[|｜ㅣ]\s*|\s*::\s*|\s+»\s+")
_SUFFIX = re.compile(
    r"^(?P<title>.*\S)(?:\s+(?:[|·•–—-]|::|»|//|<|›)\s+|\s?[|｜ㅣ]\s?|_|--|\s[-–—]|[-–—]\s|-(?=[^\s-]{2,20}[|｜ㅣ]?[^\s-]{0,20}$))"
    r"(?P<site>[^|｜ㅣ_]{2,60})$"
)
_PREFIX = re.compile(r"^(?P<site>[^|｜:»]{2,40})\s*(?:[|｜»]|::|:)\s+(?P<title>\S.*)$")
_STROKE = re.compile(r"\s*(?:[|·•»_｜ㅣ]|::|(?<=\s)[-–—]+(?=\s)|:(?=\s))\s*")  # around the name of a site
_DATE = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}")
_GENERIC = frozenset("home news homepage startseite index website blog wordpress site".split())


def host_of(address: str) -> str:
    """The host of an address without "www.", or empty."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    return re.sub(r"^(?:www\d?|m|amp|mobile|edition|en)\.(?=[^.]+\.)", "", host)


def choose_publication(named: Sequence[Clue[str]], headlines: Iterable[str], host: str) -> Clue[str] | None:
    """What the page calls its site; else a name, or an end of a title, that is like the host; else the first name."""
    names = [Clue(name, clue.where, clue.name) for clue in named if (name := _as_name(clue.value))]
    ends = [Clue(end, Where.META, "title") for headline in headlines for end in _ends(headline) if is_like(end, host)]
    alike = [clue for clue in names if is_like(clue.value, host)] + ends
    is_own = bool(names) and names[0].name == "og:site_name"
    if names and (not alike or (is_own and _same_script(names[0].value, alike[0].value))):
        return names[0]
    if alike:
        return alike[0]
    return Clue(host, Where.ADDRESS, "host") if host else None


def owner_in(lines: Iterable[str]) -> str:
    """The owner whom the last line with a copyright names ("© 2026 Coastline Press. All rights reserved."), or ""."""
    owner = ""
    for line in lines:
        found = _RIGHTS.search(line) if len(line) <= _LONGEST_RIGHTS else None
        if found is not None and not found[1][0].islower():
            owner = found[1].strip()
    return _as_name(owner)


def without_site(title: str, sites: Iterable[str]) -> str:
    """ "Storms escalate | News | The Citizen" as "Storms escalate"; ``sites``: the publication and its host."""
    if len(title) > _LONGEST_TITLE:
        return title
    names = {letters for site in sites if (letters := _letters(site))}
    bare, found_site = title, False
    for _ in range(4):
        found = _SUFFIX.match(bare)
        if found is None:
            break
        end = _letters(found["site"])
        is_site = _is_one_of(end, names)
        is_section = found_site and len(found["site"].split()) <= 2 and len(found["title"]) > 25
        if not (is_site or is_section or _DATE.fullmatch(found["site"].strip())):
            break
        found_site = found_site or is_site
        bare = found["title"].rstrip(" |-–—·")
    opened = _PREFIX.match(bare)
    if opened is not None and _letters(opened["site"]) in names:
        bare = opened["title"]
    return bare


def site_beside(title: str, heading: str) -> str:
    """ "Idle Wheels" of "A year of fog · Idle Wheels" over the heading "A year of fog"; empty where none stands so."""
    before, found, behind = title.partition(heading) if heading else (title, "", "")
    if not found:
        return ""
    ends = [part for part in _STROKE.split(behind)[1:] if part.strip()]
    if not ends:
        ends = [part for part in _STROKE.split(before)[:-1] if part.strip()][:1]
    name = _as_name(_DATE.sub("", ends[-1])) if ends else ""
    return "" if name.casefold() in SECTIONS else name


def is_like(name: str, host: str) -> bool:
    """Whether a host shows a name: "Taipei Times" in taipeitimes.com, "Voice of America" in voanews.com."""
    plain = re.sub(r"[^a-z0-9]", "", host.lower())
    spoken = re.findall(r"[A-Za-z0-9]+", name.lower())
    words = [word for word in spoken if word not in ("the", "www", "com")]
    joined = "".join(words)
    if len(joined) < 2 or not plain:
        return False
    initials = "".join(word[0] for word in words)
    is_within = joined in plain or plain in joined or "".join(spoken) in plain
    return is_within or (len(initials) > 2 and plain.startswith(initials))


def _is_one_of(letters: str, names: set[str]) -> bool:
    if not letters:
        return False
    return any(letters == n or (len(letters) > 2 and letters in n) or (len(n) > 2 and n in letters) for n in names)


def _ends(headline: str) -> list[str]:
    """What stands before or behind the strokes and dashes of a title."""
    parts = [part.strip() for part in _CUT.split(headline)]
    opened = headline.partition(": ")[0].strip()  # "Notes from the pier: Three days of fog"
    return [part for part in (*reversed(parts[1:]), parts[0], opened) if 1 < len(part) <= _LONGEST and part != headline]


def _as_name(words: str) -> str:
    """A name as it is printed, or empty for what is none: an address, a handle, a slogan."""
    bare = words.replace("_", " ").strip(" |-–—·")
    if len(bare) > 30:
        bare = _CUT.split(bare)[0].strip()
    if "://" in bare:
        return host_of(bare)
    if not 1 < len(bare) <= _LONGEST or bare.startswith("@") or bare.casefold() in _GENERIC:
        return ""
    return bare


def _same_script(one: str, other: str) -> bool:
    return one.isascii() == other.isascii() or any(c.isascii() and c.isalpha() for c in one)


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words)).casefold()
