"""The head of a page: ``meta``, ``link`` and ``title``, in the dialects in which sites tell machines of a story."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable
from urllib.parse import urljoin, urlsplit

from lxml import etree

from reader.core.article import Published
from reader.ingest.html.clues import Clue, Clues, Where
from reader.ingest.html.fragments import tidy
from reader.ingest.html.moments import read_moment

# The names of each field, in the order in which they are believed; all in small letters.
_HEADLINES = (
    "og:title headline twitter:title dc.title dcterms.title parsely-title sailthru.title citation_title rnews:headline "
    "article:title"
).split()
_PEOPLE = (
    "author article:author_name article:author og:article:author og:author byl byline parsely-author sailthru.author "
    "dc.creator dcterms.creator dc.author citation_author cxenseparse:author article.author authors author_name "
    "newsauthor reporter dable:author rbauthors article:byline creator mrf:authors"
).split()
_PUBLICATIONS = (
    "og:site_name og:sitename dc.publisher dcterms.publisher publisher application-name apple-mobile-web-app-title"
).split()
_PUBLISHED = (
    "article:published_time og:article:published_time og:published_time article:published article:published_date "
    "published_time datepublished article.published parsely-pub-date sailthru.date cxenseparse:recs:publishtime "
    "cxenseparse:publishtime cxenseparse:time dc.date.issued dcterms.issued dc.issued dcterms.created dc.date.created "
    "dc.created dc.date dcterms.date citation_publication_date citation_date citation_online_date pubdate publishdate "
    "publish-date publish_date publication_date publication-date published-date date_published pub_date og:pubdate "
    "originalpublicationdate article_date_original iso-8601-publish-date displaydate rnews:datepublished bt:pubdate "
    "article:create_at regdate dable:published_time date.created og:release_date date datetime ptime pdate created"
).split()
_CHANGED = "article:modified_time og:updated_time og:article:modified_time datemodified lastmod last-modified".split()
_SUMMARIES = "og:description description twitter:description dc.description sailthru.description".split()
_ADDRESSES = "og:url twitter:url parsely-link al:web:url syndication-source original-source".split()
_LANGUAGES = "og:locale content-language dc.language language".split()
# "Written by", "Est. reading time": labels of a card whose first datum is, or is not, the author.
_WRITTEN_BY = re.compile(
    r"written by|author|by|verfasst von|geschrieben von|écrit par|rédigé par|escrito por|scritto da|geschreven door"
    r"|skrevet"
    r"|skriven av|napisane przez|автор|написано|yazan|執筆者|penulis|ditulis oleh|작성자|شده توسط|كُتب بواسطة",
    re.IGNORECASE,
)
# What a browser or a program writes into the page that it saves.
_SAVED_FROM = re.compile(
    r"<!--\s*(?:saved from url=\(\d{1,6}\)|Page saved with SingleFile\s+url:\s*)(https?://[^\s<>]{4,2000})",
    re.IGNORECASE,
)
_FEWEST_LINKS = 5
_BEGINNING = 20_000  # code points in which such a comment stands


def clues_of_head(root: etree._Element, page: str) -> Clues:
    """What the head of a page says. ``page`` is its text: the tree has no comments."""
    told = _told(root)
    moments = [*_dates(told, _PUBLISHED), *_dates(told, _CHANGED)]
    people = [clue for clue in _words(told, _PEOPLE) if "://" not in clue.value and not clue.value.startswith("@")]
    label = tidy(told.get("twitter:label1", [""])[:1])
    if _WRITTEN_BY.fullmatch(label.rstrip(": ")):
        people += _words(told, ["twitter:data1"])
    title = root.find(".//title")
    printed = tidy([title.text or ""]) if title is not None else ""
    headlines = _words(told, _HEADLINES)
    if printed:
        headlines.append(Clue(printed, Where.META, "title"))
    return Clues(
        headlines=tuple(headlines),
        people=tuple(people),
        publications=tuple(_words(told, _PUBLICATIONS)),
        moments=tuple(moments),
        summaries=tuple(_words(told, _SUMMARIES)),
        addresses=tuple(_addresses(root, told, page)),
        languages=(*_root_language(root), *_words(told, _LANGUAGES)),
    )


def _told(root: etree._Element) -> dict[str, list[str]]:
    """The contents of the ``meta`` elements by their names, wherever on the page they stand."""
    found: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        content = meta.get("content") or meta.get("value")
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv")
        # Microdata of a list of stories, or of a rating, is not about the page.
        if content and name and len(content) < 20_000:
            found.setdefault(name.strip().lower(), []).append(content)
    return found


def _words(told: dict[str, list[str]], names: Iterable[str]) -> list[Clue[str]]:
    """What stands under the names; many pages escape twice."""
    return [
        Clue(words, Where.META, name)
        for name in names
        for value in told.get(name, ())
        if (words := tidy([html.unescape(value) if "&" in value else value]))
    ]


def _dates(told: dict[str, list[str]], names: Iterable[str]) -> list[Clue[Published]]:
    return [
        Clue(moment, Where.META, name)
        for name in names
        for value in told.get(name, ())[:1]
        if (moment := read_moment(value)) is not None
    ]


def _addresses(root: etree._Element, told: dict[str, list[str]], page: str) -> list[Clue[str]]:
    found = [
        Clue(link.get("href") or "", Where.META, "canonical")
        for link in root.iter("link")
        if (link.get("rel") or "").lower() == "canonical"
    ]
    found += _words(told, _ADDRESSES)
    saved = _SAVED_FROM.search(page[:_BEGINNING])
    if saved is not None:
        found.append(Clue(saved[1], Where.META, "saved from"))
    base = next((clue.value for clue in found if clue.value.startswith("http")), "")
    whole = [Clue(_joined(base, clue.value.strip()), clue.where, clue.name) for clue in found if clue.value]
    # The front page is nobody's address; some sites name it as that of every story.
    return [clue for clue in whole if _is_story(clue.value)]


def clues_of_links(root: etree._Element) -> Clues:
    """The site to which most of the links of a page lead, for a page that says nothing of its own address."""
    hosts = Counter(_site_of(link.get("href") or "") for link in root.iter("a"))
    del hosts[""]
    best = hosts.most_common(1)
    if not best or best[0][1] < _FEWEST_LINKS or 2 * best[0][1] < hosts.total():
        return Clues()
    return Clues(publications=(Clue(best[0][0], Where.ADDRESS, "links"),))


def _site_of(address: str) -> str:
    """ "politics.coastline.com.cn" as "coastline.com.cn"; empty for what leads to no other page."""
    if not address.startswith(("http://", "https://", "//")):
        return ""
    try:
        labels = (urlsplit(address).hostname or "").split(".")
    except ValueError:
        return ""
    short = len(labels) > 2 and len(labels[-2]) <= 3 and len(labels[-1]) == 2
    return ".".join(labels[-3 if short else -2 :])


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address) if base else address
    except ValueError:
        return ""


def _is_story(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.path.strip("/") or parts.query) != ""


def _root_language(root: etree._Element) -> list[Clue[str]]:
    named = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang")
    return [Clue(named, Where.META, "lang")] if named else []
