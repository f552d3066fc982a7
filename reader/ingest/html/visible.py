"""What a page shows of its story to readers: the heading, the byline and the time near it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from reader.core.article import Published
from reader.ingest.html.clues import Clue, Clues, Where
from reader.ingest.html.fragments import lines_of
from reader.ingest.html.hidden import attributes_of, is_hidden, is_hidden_by
from reader.ingest.html.moments import read_moment
from reader.ingest.html.names import people
from reader.ingest.plain.phrases import SECTIONS

_HEADINGS = ("h1", "h2", "h3", "h4")
_ABOVE, _BELOW = 60, 250  # elements before and behind the heading among which byline and time stand
_BYLINE = re.compile(
    r"by-?_?line|author|writer|reporter|journalist|\bbyl\b|autor(?!iz)|auteur|redak(?:teur|cja)|forfatter|skribent|verfasser"
    r"|yazar|muhabir|penulis|zuozhe|bianji|xiaobian|contributor|creator|\bbyname|\beditor?\b|submitted|posted-by|\bvcard\b"
)
_NO_BYLINE = re.compile(
    r"bio\b|avatar|image|photo|picture|desc|twitter|follow|social|e?mail|icon|more|related|comment|newsletter|box-?link"
    r"|recommend|popular|latest|sidebar|promo|teaser|footer|widget|share|copyright"
)
_TIME = re.compile(
    r"date|time(?!line)|publish|posted|pubdat|datum|fecha|\bdata\b|дата|tarih|tanggal|dateline|\bmeta\b|info\b|updated"
)
_NO_TIME = re.compile(
    r"comment|related|teaser|recommend|popular|latest|sidebar|promo|footer|update|modif|most|timeline"
)
_AUTHOR_LINK = re.compile(
    r"/(?:authors?|people|person|staff|profiles?|by|autor(?:es|en|in)?|auteurs?|autori|journalists?|reporters?|writers?"
    r"|contributors?|columnists?|redaktion|redactie|yazar(?:lar)?|muhabir|penulis|byline|team|bios?|user|users|members?)/[^/]",
    re.IGNORECASE,
)
_OTHER_STORIES = re.compile(
    r"comment|related|recommend|popular|most-?read|sidebar|teaser|newsletter|(?:^|site-?|page-?|global-?)footer|outbrain"
    r"|taboola|read-?more|more-?stor|latest|trending|\bnav\b|menu|breadcrumb|promo|carousel"
)
_OLD_HEADINGS = frozenset("b strong font p div span td center big h5 h6".split())
_FIRST = 150
_OTHER_PLACES = frozenset(("nav", "form", "menu"))
_OFTEN_OTHER = frozenset(("aside", "footer"))  # within an article they may hold its author
_WRITER = r"Autor(?:in)?(?:/Autor(?:in)?)?|Auteur|Author|Автор"
_SPOKEN = re.compile(
    rf"(?:by|von|par|por|di|door|av|af|text|texte|texto|{_WRITER}|текст|yazan|oleh"
    r"|(?:posted|written|published|submitted) by|(?:geschrieben|veröffentlicht|verfasst|eingestellt) von"
    r"|publicado por|escrito por|publié par|écrit par|scritto da)"
    rf"(?:\s?[:|]\s?|\s)(?=\w|$)|(?:{_WRITER})$|[(（](?:责编|责任编辑|编辑)|(?:作者|撰文|撰稿|文)\s?[:：／]|(?:από|γράφει|κείμενο)\s(?=\w)",
    re.IGNORECASE,
)
_EDITOR = re.compile(r"[(（](?:责编|责任编辑|编辑)")  # who is named only where no author is
_LINES = frozenset("p div span li em small dd td b i strong h4 h5 h6 section".split())
_FIGURES = re.compile(r"\d{4}|\d{1,2}[./-]\d{1,2}|[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]{2}")
_LABELLED = re.compile(
    r"(?:Datum|Date|Fecha|Data|Дата|Tarih|Tanggal|Published|Veröffentlicht|Publié|Publicado|Pubblicato|日期|時間|时间|발행|입력|등록"
    r"|公開|配信|掲載|التاريخ|نُشر|Опубликовано|Yayınlanma|Diterbitkan|Publicerad|Publisert|Publiceret|Gepubliceerd|Geplaatst"
    r"|Julkaistu|Opublikowano|Δημοσίευση|Giriş Tarihi|Posted (?:by|on))",
    re.IGNORECASE,
)
_STROKES = re.compile(r"\s*[|•·/]\s*|\s+[-–—]\s+")
_LONGEST_BYLINE = 200
_LONGEST_TIME = 120
_NOT_FIRST = re.compile(
    r"updat|modif|aktualis|aktualiz|mis à jour|actualiz|обновл|更新|수정|güncelle|diperbarui"
    r"|uppdater|oppdater|opdater|bijgewerkt|aggiorn|atualiz|päivitet|ενημέρωση|frissít|تحديث",
    re.IGNORECASE,
)
_DATA_TIME = re.compile(r"data-.{0,20}(?:publish|deploy-dt|datetime|pubdate|created|timestamp|post-?date|date$)")
_DATA_WRITER = re.compile(r"data-.{0,20}(?:author|writer|byline)(?:-?name)?$")


def clues_of_page(
    root: etree._Element, headlines: Iterable[str], language: str, *, bylines: bool = True, times: bool = True
) -> Clues:
    """The heading that is most like the headlines that the head of the page gives, and what stands around it.

    ``bylines``, ``times``: whether they are looked for, which costs as much as reading the page does.
    """
    body = root.find("body")
    if body is None:
        return Clues()
    elements = list(_shown(body) if bylines or times else _headings(body))
    at, heading = _heading(elements, headlines)
    first = max(0, at - _ABOVE) if at >= 0 else 0
    near = elements[first : max(at, 0) + _BELOW]
    persons: list[tuple[int, Clue[str]]] = []
    moments: list[tuple[int, Clue[Published]]] = []
    if bylines:
        persons = [found for element in near for found in _byline(element)]
        persons = persons or [found for element in elements for found in _byline(element) if found[0] != 2]
        if not people(clue.value for _, clue in persons):
            persons += [found for element in near for found in _beside_time(element)]
    if times:
        moments = [found for element in near for found in _time(element, language)]
        moments = moments or [found for element in elements for found in _time(element, language) if found[0] <= 2]
    return Clues(
        headlines=(Clue(heading, Where.PAGE, "h1"),) if heading else (),
        people=tuple(clue for _, clue in sorted(persons, key=lambda p: p[0])),
        moments=tuple(clue for _, clue in sorted(moments, key=lambda m: m[0])),
    )


def _headings(body: etree._Element) -> Iterator[etree._Element]:
    headings = [element for element in body.iter(*_HEADINGS) if not is_hidden(element)]
    return iter(headings) if headings else _shown(body)


def _shown(body: etree._Element) -> Iterator[etree._Element]:
    """The elements of the page in order, without those of menus, other stories and comments."""
    waiting = [body]
    known: dict[str, bool] = {}  # the elements of a page have few different names
    while waiting:
        element = waiting.pop()
        tag = element.tag
        if not isinstance(tag, str) or tag in _OTHER_PLACES:
            continue
        attributes = attributes_of(element)
        if is_hidden_by(tag, attributes, element):
            continue
        if tag in _OFTEN_OTHER and next(element.iterancestors("article", "main"), None) is None:
            continue
        named = f"{attributes.get('class', '')} {attributes.get('id', '')}".lower()
        other = known.get(named)
        if other is None:
            other = known[named] = _OTHER_STORIES.search(named) is not None
        # A wrapper of the whole page may be called so, too.
        if other and element is not body and next(element.iterdescendants("h1"), None) is None:
            continue
        yield element
        waiting.extend(reversed(element))


def _heading(elements: list[etree._Element], headlines: Iterable[str]) -> tuple[int, str]:
    """The place of the heading and its words: a heading that a headline of the head repeats, else the first ``h1``."""
    known = [_letters(headline) for headline in headlines]
    found = [(at, e) for at, e in enumerate(elements) if e.tag in _HEADINGS]
    best: tuple[int, int, str] = (0, -1, "")
    for at, element in found:
        words = " ".join(line for _, line in lines_of(element))
        letters = _letters(words)
        if not letters:
            continue
        rank = 3 if letters in known else 2 if len(letters) > 15 and any(letters in k for k in known) else 0
        rank = rank or (1 if element.tag == "h1" else 0)
        if rank > best[0]:
            best = (rank, at, words)
    return best[1:] if best[0] else _line_of_title(elements[:_FIRST], known)


def _line_of_title(elements: list[etree._Element], known: list[str]) -> tuple[int, str]:
    """On a page without headings, the line near its top that is a good part of its title."""
    for at, element in enumerate(elements):
        words = _printed(element, _LONGEST_BYLINE) if element.tag in _OLD_HEADINGS else ""
        letters = _letters(words)
        if len(letters) > 15 and any(letters in k for k in known):
            return at, words
    return -1, ""


def _byline(element: etree._Element) -> Iterator[tuple[int, Clue[str]]]:
    """Bylines at an element with how sure they are: 0 for what is marked as the author, 3 for words alone."""
    attributes = attributes_of(element)
    rank, name = -1, ""
    if attributes:
        rank, name = _marked_byline(str(element.tag), attributes)
        for key, value in attributes.items():
            if key.startswith("data-") and value and len(value) < _LONGEST_BYLINE and _DATA_WRITER.match(key):
                yield 1, Clue(value, Where.PAGE, key)
    if rank >= 0:
        printed = _printed(element, _LONGEST_BYLINE)
        if printed:
            yield rank, Clue(printed, Where.PAGE, name)
    elif element.tag in _LINES and len(element) < 4:
        first = (
            (element.text or "").lstrip() or (element[0].text or "").lstrip() if len(element) else element.text or ""
        )
        if _SPOKEN.match(first.lstrip()):
            printed = _printed(element, 100)
            if printed:
                is_editor = _EDITOR.match(printed) is not None
                yield 3 + is_editor, Clue(printed, Where.PAGE, "editor" if is_editor else "words")


def _marked_byline(tag: str, attributes: dict[str, str]) -> tuple[int, str]:
    """How sure the attributes of an element make it a byline, and what says so; -1 where nothing does."""
    found = attributes.get
    if "author" in found("rel", "").split():
        return 0, "rel=author"
    if "author" in found("itemprop", "") and "url" not in found("itemprop", ""):
        return 0, "itemprop=author"
    if tag == "a" and _AUTHOR_LINK.search(found("href", "")):
        return 1, "link"
    named = " ".join(filter(None, (found("class"), found("id"), found("data-testid")))).lower()
    if named and _BYLINE.search(named) and not _NO_BYLINE.search(named):
        return 2, "byline"
    return -1, ""


def _printed(element: etree._Element, longest: int) -> str:
    text = "".join(map(str, element.itertext()))
    if len(text) > 4 * longest:
        return ""
    printed = " | ".join(line for _, line in lines_of(element))
    return printed if len(printed) <= longest else ""


def _time(element: etree._Element, language: str) -> Iterator[tuple[int, Clue[Published]]]:
    """Times at an element with how sure they are: 0 for what is marked for machines, 3 for a class alone."""
    attributes = attributes_of(element)
    named = f"{attributes.get('class', '')} {attributes.get('id', '')}".lower() if attributes else ""
    later = bool(named and _NO_TIME.search(named))
    if attributes:
        if "datePublished" in attributes.get("itemprop", ""):
            yield from _moment(
                0,
                attributes.get("content") or attributes.get("datetime") or attributes.get("title"),
                "itemprop",
                language,
            )
        if element.tag == "time" and attributes.get("datetime"):
            beside = _printed(element, _LONGEST_TIME)
            later = later or bool(_NOT_FIRST.search(beside)) or "modified" in attributes.get("itemprop", "").lower()
            yield from _moment(3 if later else 1, attributes.get("datetime"), "time", language)
        for key, value in attributes.items():
            if key.startswith("data-") and value and _DATA_TIME.match(key) and not _NOT_FIRST.search(key):
                yield from _moment(2, value, key, language)
    if element.tag not in _LINES and element.tag != "time":
        return
    shown = element.tag == "time" or bool(named and not later and _TIME.search(named))
    if (shown or len(element) <= 1) and _FIGURES.search((element.text or "") + "".join(c.tail or "" for c in element)):
        printed = _printed(element, _LONGEST_TIME)
        labelled = bool(printed) and _LABELLED.match(printed) is not None
        if printed and (shown or labelled or len(printed) <= _LONGEST_TIME // 2):
            rank = (1 if labelled else 2 if shown else 3) + bool(_NOT_FIRST.search(printed))
            yield from _moment(rank, printed, "words", language)
    elif shown:
        printed = _printed(element, _LONGEST_TIME)
        if printed and _FIGURES.search(printed):
            yield from _moment(2 + bool(_NOT_FIRST.search(printed)), printed, "words", language)


def _beside_time(element: etree._Element) -> Iterator[tuple[int, Clue[str]]]:
    """The words that stand beside a printed time: of many sites a name, and then nothing else says that it is one."""
    if element.tag not in _LINES or len(element) > 6 or not _FIGURES.search("".join(map(str, element.itertext()))):
        return
    printed = _printed(element, _LONGEST_TIME)
    if printed and read_moment(printed) is not None:
        sections = {_letters("".join(map(str, link.itertext()))) for link in element.iter("a")}
        for part in _STROKES.split(printed):
            is_section = part.casefold() in SECTIONS or _letters(part) in sections
            if not is_section and not any(char.isdigit() for char in part):
                yield 4, Clue(part, Where.PAGE, "beside the time")


def _moment(rank: int, words: str | None, name: str, language: str) -> Iterator[tuple[int, Clue[Published]]]:
    moment = read_moment(words, language) if words else None
    if moment is not None:
        yield rank, Clue(moment, Where.PAGE, name)


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words)).casefold()
