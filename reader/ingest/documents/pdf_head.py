"""The head of a page that was printed: its title taken apart into headline and site, as the headings on it tell."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from html import escape
from urllib.parse import urlsplit

_DIVIDER = re.compile(r"\s+(?:[|·•»–—‹›]|-|::|//)\s+|\s*[|｜：]\s*")
_LONGEST_SITE = 5  # words
_SHORTEST_HEADLINE = 4  # words of a title before a dash; "Bridge - a memoir" is one title
_SHORTEST_HEADING = 12  # letters; a shorter heading is the name of a section or of the site
_LONG = 400  # code points


def head_of(title: str, address: str, headings: Sequence[str], host: str = "") -> str:
    """The head as HTML. ``headings`` are those of the page, the first first; ``host`` where the address is cut off."""
    headline, site = taken_apart(title[:_LONG], headings)
    site = site or (host.removeprefix("www.") if not address else "")
    parts = [f"<meta charset=utf-8><title>{escape(headline)}</title>"]
    if headline:
        parts.append(f'<meta property="og:title" content="{escape(headline)}">')
    if site:
        parts.append(f'<meta property="og:site_name" content="{escape(site)}">')
    if address:
        parts.append(f'<link rel=canonical href="{escape(address)}">')
    return "".join(parts)


def taken_apart(title: str, headings: Sequence[str]) -> tuple[str, str]:
    """Headline and site. The heading with which a title begins or ends is the headline; else one that stands alone."""
    cuts = [(found.start(), found.end()) for found in _DIVIDER.finditer(title)]
    known = {_letters(heading) for heading in headings} - {""}
    halves = [(title[:start], title[end:]) for start, end in (*cuts, (len(title), len(title)))]
    halves += [(title[end:], title[:start]) for start, end in cuts if len(title) - end > start]
    found = [(own.strip(), rest) for own, rest in halves if _letters(own) in known]
    if found:  # the name of the site may be a heading, too
        headline, rest = max(found, key=lambda half: len(half[0]))
        return headline, _site(rest)
    headline, site = _without_last(title, cuts)
    alone = [heading for heading in headings if len(_letters(heading)) >= _SHORTEST_HEADING]
    is_part = any(_letters(title).startswith(_letters(heading)) for heading in alone)  # it went on on the next page
    if len(alone) == 1 and not is_part and _letters(alone[0]) != _letters(site):
        return " ".join(alone[0].split()), site
    return headline, site


def name_on_page(host: str, lines: Iterable[str]) -> str:
    """How a page that stands at a host writes the name of its site, as "La Côte libre" at lacote-libre.fr; or empty."""
    labels = {_plain(label) for label in host.removeprefix("www.").split(".")[:-1]}
    for line in lines:
        words = " ".join(line.split())
        if not _SHORTEST_NAME <= len(words) <= _LONGEST_NAME or words == words.lower() or "." in words:
            continue
        plain = _plain(words)
        if len(plain) >= _SHORTEST_NAME and labels & {plain, plain.removeprefix("the")}:
            return words
    return ""


_SHORTEST_NAME, _LONGEST_NAME = 5, 40  # code points; shorter names are sections of many sites ("News")


def _plain(words: str) -> str:
    """Letters as addresses write them: small, without accents, hyphens and spaces."""
    bare = unicodedata.normalize("NFKD", words)
    return "".join(letter for letter in bare if letter.isalnum()).casefold()


def _without_last(title: str, cuts: Sequence[tuple[int, int]]) -> tuple[str, str]:
    if not cuts:
        return title, ""
    start, end = cuts[-1]
    if not any(map(str.isalpha, title[end:])):  # "… | DW | 02.03.2026"
        return _without_last(title[:start], cuts[:-1])
    is_stroke = title[start:end].strip() in ("|", "｜", "·", "»")
    is_site = len(title[end:].split()) <= _LONGEST_SITE
    if is_site and (is_stroke or len(title[:start].split()) >= _SHORTEST_HEADLINE):
        return title[:start].strip(), title[end:].strip()
    return title, ""


def _site(rest: str) -> str:
    """The name of the site behind a headline: the last part that is no date; sections stand before it."""
    parts = [part.strip() for part in _DIVIDER.split(rest) if any(map(str.isalpha, part))]
    return parts[-1] if parts and len(parts[-1].split()) <= _LONGEST_SITE else ""


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words)).casefold()


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""
