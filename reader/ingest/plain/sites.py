"""Who published a page: the owner of its copyright, and the name that the page calls itself by."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from reader.ingest.plain import agencies
from reader.ingest.plain.classes import LineClass
from reader.ingest.plain.keys import key
from reader.ingest.plain.phrases import ADVERTISEMENTS, END_HEADINGS, FURNITURE, LINK_HEADINGS, SECTIONS
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
    r"|,\s\d|,\s\w{2,8}:\d|[|·•–—]|\.\s|\.$|\s-\s|\.{2,}|\sor its\b|\sand/or\b|\("
    r"|,\s(?:무단|Alle|Tutti|Todos|Tous|Tüm|Wszystkie|Все)"
    r"|\s(?:\(?CC[ -]BY|CC0)|\.?\s(?:Alle Rechte|Tutti i diritti|Todos (?:os|los)|Tous droits|Tüm hak|Wszystkie prawa"
    r"|Все права)"
    r"|\s?(?:无断|版权所有))",
    re.IGNORECASE,
)
_RESERVED = re.compile(r"(?:©|copyright)?\s?(?:(?:19|20)\d{2})\s(.{2,60}?)[.,]\s?all rights reserved", re.IGNORECASE)
_NO_OWNER = re.compile(
    r"(?:copyrights?$|all rights|alle rechte|tutti|todos|tous|riproduzione|licencja|licen[cs]e|wszystkie|terms|privacy"
    r"|powered|reserved|use of|click|the copyright|material)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"([^©|]{2,60}?)\s?(?:©|\(c\))\s?(?:19|20)\d{2}\.?", re.IGNORECASE)
_GENERIC = frozenset(
    """
    info the a an of and for news media group network publishing publishers publications company limited ltd inc llc
    corp corporation digital online holdings newspapers newspaper press international communications broadcasting
    services interactive ediciones editorial editora edizioni verlag gmbh ag all in on radio tv live video watch
    listen podcast podcasts newsletter newsletters le la les el los il lo der die das de del della do da com org www
    """.split()
)
_LETTERS = re.compile(r"[^\W_]+")
_DOMAIN = re.compile(
    r"(?:https?://|www\.|@|\b)(?:[\w-]{2,40}\.){0,3}([\w-]{3,40})"
    r"\.(?:com|org|net|co|de|fr|es|it|uk|eu|in|ca|ru|jp|cn|kr|tr|at|ch|no|dk|se|nl|be|pl|pt|br|za|ke|my|sg)\b"
)
_NAME = r"(?P<name>[A-ZÀ-Þ\d][\w.'’&+-]*(?: (?:of |the |de |and |& )?[A-ZÀ-Þ\d][\w.'’&+-]*){0,4})"
# What pages say of themselves: "About CNBC", "Work at euronews", "NBC News Logo", "© 2023 Vox".
_TALK = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?:(?i:about|contact|follow|subscribe to|advertise (?:with|in|on)|work (?:for|at|with)|download"
        r"|careers at|jobs (?:at|@)"
        r"|more from|write for|support|inside|über|kontakt zu|sobre|chi siamo|à propos de|connect with|get"
        r"|join|more on))"
        rf"(?: the)? {_NAME}(?: on:?| App| app| News App)?:?",
        rf"{_NAME} (?:Logo|logo|Icon|icon|Newsletter|Newsletters|App|Apps|Store|Shop|Live|TV|Home|Homepage|Podcasts"
        r"|Events|Archive|Plus"
        r"|Media Group|Premium|PRO|Pro|Club|home|Jobs|home page|- Back to home|website)",
    )
)
_BEFORE_HOST = re.compile(r"^(?:https?://)?(?:www\.|@)?")
_NETWORKS = re.compile(
    r"(?:facebook|twitter|instagram|youtube|linkedin|whatsapp|telegram|tiktok|pinterest|reddit|google|gmail"
    r"|apple|wordpress|creativecommons|wikipedia|github|gmx|yahoo|hotmail|outlook|flickr|medium|tumblr|vimeo|spotify|amazon|microsoft"
    r"|blogspot|bit|goo|change|mastodon|threads|snapchat)\.",
    re.IGNORECASE,
)
_MOST_WORDS = 5
_NO_SITE = SECTIONS | FURNITURE | ADVERTISEMENTS | END_HEADINGS | LINK_HEADINGS
_MASTHEAD = 3  # names with which a page may open
_TOP = 12  # lines in which a page shows its name
_SHORTEST = 6  # letters of a name that is no common word
_NAMED_TWICE = 2
_FEWEST = 4  # lines around a story that say who publishes it
_LINKED_OFTEN = 3
_RARE = 8  # letters of a word by which a paper is known, if it is no section: "Vanguardia"
_LOOK = 4000  # lines: more are no page
_ENOUGH = 3.0
_ENOUGH_AT_TOP = 2.4  # for a newspaper's name over the menu, where a company owns the copyright
_CORPORATE = (" media", " group", " holdings", " network", " publishing", " communications", " interactive", " company")
_ENOUGH_ALONE = 3.5  # where the owner of the copyright has another name


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
    before = _BEFORE.fullmatch(line)
    if before is not None and not _NO_OWNER.match(before[1].strip()):
        return before[1].strip(" ,.")
    opened = _OWNER.search(line)
    if opened is None:
        reserved = _RESERVED.match(line)
        return reserved[1].strip() if reserved is not None else ""
    rest = _YEARS.sub("", line[opened.end() :], count=1).strip(" ,.|©-–—")
    rest = _OWNER.sub("", rest, count=1).strip(" ,.|©-–—") if _OWNER.match(rest) else rest
    end = _OWNER_ENDS.search(rest)
    name = (rest[: end.start()] if end is not None else rest).strip(" ,.|©®™")
    name = _YEARS.sub("", name).strip(" ,.|©-–—®™&")
    is_name = 1 < len(name) <= 60 and (not name[0].islower() or len(name.split()) <= 2)
    return name if is_name and not _NO_OWNER.match(name) else ""


def site_name(story: Structure, owner: str = "") -> str:
    """The name that a page gives itself, outside its story; empty where none is sure.

    "© Guardian News & Media Limited" is the foot of a page that calls itself The Guardian: the owner's words are looked
    for among the names that the page repeats, says "About …" or "Follow …" of, or has for its address.
    """
    pairs = list(zip(story.lines, story.fates, strict=True))[:_LOOK]
    outside = [line.text for line, fate in pairs if fate.role is None and len(line.text) <= 160]
    alone = Counter(text.strip(" -|©") for text in outside if _may_name(text))
    talked = Counter(found["name"] for text in outside for pattern in _TALK if (found := pattern.fullmatch(text)))
    if not outside:
        return ""
    is_page = len(outside) >= _FEWEST
    found_domains = [found for t in outside if "." in t for found in _DOMAIN.finditer(t)]
    domains = Counter(found[1].replace("-", "").casefold() for found in found_domains)
    hosts = Counter(_BEFORE_HOST.sub("", found[0].casefold()) for found in found_domains)
    masthead = [text.strip(" -|") for text in outside if _may_name(text) and key(text) not in _NO_SITE][:_MASTHEAD]
    top = {text.strip(" -|") for text in outside[:_TOP]}
    mentioned = Counter(word for text in outside if len(text.split()) <= _MOST_WORDS for word in _distinct(text))
    own = _distinct(owner)
    short = [text for text in outside if len(text.split()) <= _MOST_WORDS - 1]
    best, most = "", 0.0
    is_corporate = owner.casefold().endswith(_CORPORATE)
    is_outlet = agencies.is_publication(owner) and not is_corporate
    for name in (*alone, *(name for name in talked if name not in alone)):
        words = _distinct(name)
        if not words or key(name) in _NO_SITE or name.casefold() == owner.casefold():
            continue
        if owner and name.casefold().startswith(owner.casefold()) and words == own:
            continue  # "NPR Network" says no more than "NPR"
        is_domain = domains["".join(_LETTERS.findall(name.casefold()))]
        is_domain += hosts[name.casefold()] if name in top or hosts[name.casefold()] >= _LINKED_OFTEN else 0
        is_enough = 2 * len(words) >= len(own) or talked[name] > 1  # "Zeitung" is not the F.A.Z.
        shares = len(own & words) / len(words) if own and is_enough else 0.0
        is_short = agencies.is_short_for(name, owner) if owner else False
        score = 3.0 * (shares == 1.0) + 4.0 * is_short + 1.5 * min(is_domain, 2) + 0.8 * min(talked[name], 4)
        score += 0.4 * min(alone[name], 3) + 2.0 * (name in top and agencies.is_surely_publication(name))
        if not owner and name in top and alone[name] > 1:
            score += 0.8 * min(min(mentioned[word] for word in words) - alone[name], 4)
        if not owner and len(words) > 1:
            score += 0.8 * min(_mentions(name, short), 5)
        score += 0.3 * min(len(words), 3) * (shares == 1.0)
        is_own = shares == 1.0 or is_short
        if is_outlet and not is_own:
            continue
        enough = _ENOUGH if is_own or not owner else _ENOUGH_ALONE
        is_known = bool(agencies.known(name))
        score += 1.5 * is_known + 0.6 * (is_known and name in top)
        if is_known and (name in top or (owner and not is_own)):
            enough = _ENOUGH_AT_TOP
        if not owner and name in masthead and agencies.is_surely_publication(name):
            enough = _ENOUGH_AT_TOP
        if is_corporate and name in top and agencies.is_surely_publication(name):
            enough = _ENOUGH_AT_TOP
        if score >= enough and score > most:
            best, most = name, score
    if owner or (best and (best in top or hosts[best.casefold()] or agencies.is_surely_publication(best))):
        return best
    return (is_page and (_most_named(outside) or best or _most_hinted(outside) or _most_linked(hosts))) or best


def _most_linked(hosts: Counter[str]) -> str:
    """The domain that mail addresses and links around a story name most often, at least twice; no network's."""
    own = [(count, host) for host, count in hosts.items() if _DOMAIN.fullmatch(host) and not _NETWORKS.search(host)]
    ranked = sorted(own, reverse=True)[:2]
    if not ranked or ranked[0][0] < _NAMED_TWICE or (len(ranked) > 1 and ranked[1][0] == ranked[0][0]):
        return ""
    return ranked[0][1]


def _mentions(name: str, short: Sequence[str]) -> int:
    """How many short lines hold a name, if some begin with it and others do not: "Mill Tours", "About the Mill".

    Where all begin with it ("Promo codes for …") it is the heading of a menu.
    """
    bare = name.removeprefix("The ")
    found = {text for text in short if bare in text and text.removeprefix("The ") != bare}
    leading = sum(text.startswith((bare, name)) for text in found)
    return len(found) if 0 < leading < len(found) else 0


def _most_hinted(outside: Sequence[str]) -> str:
    """The known paper whose one rare word the lines around a story hold most often, at least three times."""
    said = Counter(word for text in outside for word in {*_LETTERS.findall(text.casefold())})
    ranked = sorted(((said[word], name) for word, name in _HINTS), reverse=True)[:2]
    return ranked[0][1] if ranked[0][0] >= _LINKED_OFTEN and ranked[0][0] > ranked[1][0] else ""


def _most_named(outside: list[str]) -> str:
    """The known paper that the lines around a story name most often, at least twice; empty where two are named so."""
    around = "\n".join(outside)
    named = [name for name in agencies.PAPERS if len(name) > _SHORTEST and name in around]
    whole = [name for name in named if not any(name in other and name != other for other in named)]
    counted = [(around.count(name), name) for name in whole]
    ranked = sorted(counted, reverse=True)[:2]
    if not ranked or ranked[0][0] < _NAMED_TWICE or (len(ranked) > 1 and ranked[1][0] == ranked[0][0]):
        return ""
    return ranked[0][1]


def may_own_others(owner: str) -> bool:
    """Whether the owner of a copyright is a company whose papers bear names of their own, and no paper itself."""
    is_paper = agencies.is_surely_publication(owner) and not owner.casefold().endswith(_CORPORATE)
    return not (is_paper or agencies.known(owner))


def share_words(name: str, owner: str) -> bool:
    """Whether two names have a word in common that is more than "news" or "media"."""
    return not _distinct(name).isdisjoint(_distinct(owner))


def _may_name(text: str) -> bool:
    return (
        0 < len(text.split()) <= _MOST_WORDS
        and not text[0].islower()
        and len(text) <= 40
        and not text.endswith((":", "?"))
    )


def _distinct(name: str) -> frozenset[str]:
    return frozenset(_LETTERS.findall(name.casefold())) - _GENERIC


def _hints() -> tuple[tuple[str, str], ...]:
    alone = ((_distinct(name), name) for name in agencies.PAPERS)
    pairs = ((next(iter(words)), name) for words, name in alone if len(words) == 1)
    return tuple((word, name) for word, name in pairs if len(word) >= _RARE and word not in SECTIONS)


_HINTS = _hints()
"""The rare word of a paper's name, and the name."""
