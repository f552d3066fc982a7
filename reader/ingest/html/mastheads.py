"""The name of a site as its masthead shows it, for pages whose head does not tell it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from lxml import etree

from reader.ingest.html.clues import Clue, Clues, Where
from reader.ingest.html.fragments import tidy
from reader.ingest.html.hidden import attributes_of

_FIRST = 40  # links among which that of the masthead stands
_LONGEST = 60  # code points
_NAMED = re.compile(r"logo|masthead|site-?(?:title|name)|brand(?:ing)?\b|nameplate|navbar-brand")
_FRONT = re.compile(r"/?(?:index\.(?:html?|php|aspx?))?")
# What a link to the front page says of itself and not of the site.
_SAID = re.compile(
    r"^(?:(?:go |back |return )?to (?:the )?|the )?(?:home ?page|home|front ?page|start(?:seite)?|accueil|inicio|logo)"
    r"(?:\s?(?:of|for|de|von|der)\s(?:the\s(?=[a-z]))?|\s?[|:,–—-]\s?|$)"
    r"|(?:\s?[|:,–—-]\s?|\s)(?:logo(?:type)?|home ?page|home|front ?page|startseite|accueil|inicio)$",
    re.IGNORECASE,
)


def clues_of_masthead(root: etree._Element) -> Clues:
    """The name at the first link to the front page: its words, its label, or those of its picture."""
    for name in _names(root):
        return Clues(publications=(Clue(name, Where.PAGE, "masthead"),))
    return Clues()


def _names(root: etree._Element) -> Iterator[str]:
    for at, link in enumerate(root.iter("a")):
        if at >= _FIRST:
            return
        if _leads_home(link):
            for words in _words(link):
                name = _SAID.sub("", _SAID.sub("", words)).strip()
                if 1 < len(name) <= _LONGEST and any(map(str.isalpha, name)):
                    yield name
                    break


def _leads_home(link: etree._Element) -> bool:
    attributes = attributes_of(link)
    if "home" in attributes.get("rel", "").split():
        return True
    try:
        parts = urlsplit(attributes.get("href", "").strip())
    except ValueError:
        return False
    if parts.query or parts.fragment or not (parts.path or parts.netloc) or not _FRONT.fullmatch(parts.path):
        return False
    if not parts.netloc:
        return True
    # Other sites of the house are linked by their front pages, too; the masthead says that it is one.
    near = (link, link.getparent(), *link.iter("img"))
    return any(e is not None and _NAMED.search(f"{e.get('class', '')} {e.get('id', '')}".lower()) for e in near)


def _words(link: etree._Element) -> Iterator[str]:
    """What is printed in a link, what its picture is called, and what it tells to those who see neither."""
    if len(printed := "".join(map(str, link.itertext()))) <= 4 * _LONGEST:
        yield tidy([printed])
    for element in link.iter("img", "svg", "amp-img"):
        yield tidy([element.get("alt") or element.get("aria-label") or ""])
    yield tidy([link.get("aria-label") or link.get("title") or ""])
