"""One answer for each field out of all the clues of a page, with the clue that gave it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.core.article import Published
from reader.core.reasons import Reason
from reader.ingest.addresses import canonical_address, date_in
from reader.ingest.facts import Facts
from reader.ingest.html.clues import Clue, Clues, Where
from reader.ingest.html.names import people
from reader.ingest.html.sites import choose_publication, host_of, site_beside, without_site

_CHANGED = re.compile(r"modif|updated|lastmod|last-modified", re.IGNORECASE)
_OF_THE_PAGE = ("title", "name")  # what a page calls itself, in words for lists of tabs and pages
_SHARED = 4  # letters in a row that a heading shares with other headlines of its page
_STROKES = "|-–—·:_»｜ㅣ"
_LONGEST = 500  # code points of a headline
_CUT_OFF = ("…", "...")
_TRUSTED = ("author", "rel=author", "itemprop=author", "link", "byl", "article:author")
AnyClue = Clue[str] | Clue[tuple[str, ...]] | Clue[Published]
_LANGUAGE = re.compile(r"([A-Za-z]{2})(?:[-_].{0,20})?")


@dataclass(frozen=True, slots=True)
class Told:
    """The fields of a story, and for each that is not empty the clue that it was taken from."""

    facts: Facts
    clues: tuple[tuple[str, AnyClue], ...] = ()

    def where(self, field: str) -> str:
        """ "JSON-LD datePublished", "meta og:title" …, or empty where nothing told it."""
        found = next((clue for name, clue in self.clues if name == field), None)
        return f"{found.where} {found.name}" if found is not None else ""


def choose(clues: Clues, *, url: str, today: dt.date) -> Told:
    """The fields that the clues of a page give. ``url``: the address that an archive gives, which is believed first."""
    addresses = [clue for clue in clues.addresses if canonical_address(clue.value)]
    address = Clue(url, Where.ADDRESS, "archive") if url else next(iter(addresses), None)
    host = host_of(address.value) if address is not None else ""
    # What a page calls its site stands above who owns it.
    houses = sorted(clues.publications, key=lambda clue: clue.name != "og:site_name")
    publication = choose_publication(houses, (c.value for c in clues.headlines), host)
    if publication is None or publication.where is Where.ADDRESS:  # a host is a name where there is no other
        publication = _in_title(clues.headlines) or publication
    sites = [c.value for c in clues.publications] + ([publication.value] if publication else []) + [host]
    sites.append(host.partition(".")[0])
    headline = _headline(clues.headlines, sites)
    byline, person = _byline(clues.people, sites)
    moment = _moment(clues.moments, today)
    if moment is None and address is not None:
        moment = _from_address(address, today)
    language = next((Clue(code, c.where, c.name) for c in clues.languages if (code := _language(c.value))), None)
    facts = Facts(
        headline=headline.value if headline else "",
        byline=byline,
        publication=publication.value if publication else "",
        published=moment.value if moment else None,
        url=address.value if address else "",
        language=language.value if language else "",
    )
    found: tuple[tuple[str, AnyClue | None], ...] = (
        ("headline", headline),
        ("byline", person),
        ("publication", publication),
        ("published", moment),
        ("url", address),
        ("language", language),
    )
    return Told(facts, tuple((name, clue) for name, clue in found if clue is not None))


def _headline(clues: Sequence[Clue[str]], sites: Sequence[str]) -> Clue[str] | None:
    """The headline that the most parts of the page agree on; of equals the first.

    The words are those of the first clue that has them: JSON-LD and ``og:title`` are cut off and set for search engines
    more often than the heading is.
    """
    names = {_letters(site) for site in sites}
    bare = [Clue(without_site(c.value, sites), c.where, c.name) for c in clues]
    bare = [c for c in bare if len(c.value) <= _LONGEST and _letters(c.value) and _letters(c.value) not in names]
    whole = [_headed(c, bare) for c in bare if not _is_cut_off(c.value, bare)]
    best: Clue[str] | None = None
    most = 0.0
    for clue in whole:
        votes = _votes(clue, whole)
        if votes > most:
            best, most = clue, votes
    return best


def _votes(clue: Clue[str], others: Sequence[Clue[str]]) -> float:
    """How many parts of the page bear a headline; half a part where it is said of the page and not of the story.

    A heading that has nothing in common with the other headlines may be that of the site or of a box, one that is a
    part of them a label.
    """
    same = [c for c in others if _letters(c.value) == _letters(clue.value)]
    strong = {c.where for c in same if c.name not in _OF_THE_PAGE}
    if strong == {Where.PAGE} and len(same) < len(others) and not _shares_words(clue, others):
        return 0.5
    return len(strong) + len({c.where for c in same} - strong) / 2


def _shares_words(clue: Clue[str], others: Sequence[Clue[str]]) -> bool:
    letters = _letters(clue.value)
    known = [k for c in others if (k := _letters(c.value)) != letters]
    if any(letters in k for k in known):
        return False  # "Live" of "Live: Crews strike" is a label
    return any(letters[at : at + _SHARED] in k for at in range(len(letters) - _SHARED + 1) for k in known)


def _in_title(clues: Sequence[Clue[str]]) -> Clue[str] | None:
    """The site that the title of a page names beside the heading of its story."""
    headings = [c.value for c in clues if c.where is Where.PAGE]
    titles = [c for c in clues if c.name == "title" and len(c.value) <= _LONGEST]
    found = (Clue(site_beside(t.value, h), t.where, t.name) for t in titles for h in headings)
    return next((clue for clue in found if clue.value), None)


def _headed(clue: Clue[str], others: Iterable[Clue[str]]) -> Clue[str]:
    """A title that is the heading of the page with more before or behind a stroke or a dash, as that heading."""
    for other in others:
        rest = clue.value[len(other.value) :].lstrip()
        before = clue.value[: -len(other.value)].rstrip()
        opens = rest and clue.value.startswith(other.value) and rest[0] in _STROKES
        closes = before and clue.value.endswith(other.value) and before[-1] in _STROKES
        if other.where is Where.PAGE and (opens or closes) and 3 * len(other.value) >= len(clue.value):
            return Clue(other.value, clue.where, clue.name)
    return clue


def _is_cut_off(headline: str, others: Iterable[Clue[str]]) -> bool:
    if not headline.endswith(_CUT_OFF):
        return False
    start = headline.rstrip("….").strip()
    return any(c.value.startswith(start) and len(c.value) > len(headline) for c in others)


def _byline(clues: Sequence[Clue[str]], sites: Sequence[str]) -> tuple[tuple[str, ...], Clue[tuple[str, ...]] | None]:
    """The people of the first kind of clue that names some, unless a later one names all of them and more."""
    chosen: tuple[str, ...] = ()
    by: Clue[tuple[str, ...]] | None = None
    for where, name in dict.fromkeys((c.where, c.name) for c in clues):
        printed = [c.value for c in clues if (c.where, c.name) == (where, name)]
        structured = where is not Where.PAGE or name in _TRUSTED
        found = people(printed, sites, structured=structured)
        if found and (not chosen or (structured and name != "link" and _is_more(found, chosen))):
            chosen, by = found, Clue(found, where, name)
    return chosen, by


def _is_more(names: Sequence[str], fewer: Sequence[str]) -> bool:
    have, had = {_letters(n) for n in names}, {_letters(n) for n in fewer}
    return had < have and len(have) <= 2 * len(had) + 2


def _moment(clues: Sequence[Clue[Published]], today: dt.date) -> Clue[Published] | None:
    """The first moment, when it was published before when it was changed; with the time of another of the same day."""
    latest = today + dt.timedelta(days=1)
    real = [clue for clue in clues if clue.value.date <= latest]
    first = [clue for clue in real if not _CHANGED.search(clue.name)]
    if not first:
        return next(iter(real), None)
    best = first[0]
    if is_exact(best):
        return best
    near = [c for c in first if abs((c.value.date - best.value.date).days) <= (best.value.time is not None)]
    exact = next((c for c in near if is_exact(c)), None)
    if exact is not None:
        return exact
    if best.value.time is None:
        return next((c for c in near if c.value.time is not None), best)
    return best


def is_exact(clue: Clue[Published]) -> bool:
    """Whether a clue says to the minute when a story was published, and in which zone."""
    moment = clue.value
    real = moment.time is not None and moment.offset is not None and moment.time != dt.time(0)
    return real and not _CHANGED.search(clue.name)


def _from_address(address: Clue[str], today: dt.date) -> Clue[Published] | None:
    day = date_in(address.value)
    if day is None or day > today:
        return None
    why = Reason("date-from-address", (day.isoformat(),))
    return Clue(Published(day, inferred=True, why=why), Where.ADDRESS, address.name)


def _language(words: str) -> str:
    found = _LANGUAGE.fullmatch(words.strip())
    return found[1].lower() if found is not None else ""


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words)).casefold()
