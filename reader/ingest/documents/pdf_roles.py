"""Which paragraphs of a PDF without tags are headline and headings: what is set larger, or bold and short."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from reader.core.kinds import BlockRole
from reader.ingest.dates import is_stamp_line
from reader.ingest.documents.pdf_captions import roles_under_pictures
from reader.ingest.documents.pdf_head import head_of
from reader.ingest.documents.pdf_margins import Margins
from reader.ingest.documents.pdf_paragraphs import Paragraph, body_size
from reader.ingest.documents.pdf_records import Page
from reader.ingest.making import RoledLine
from reader.ingest.plain.bylines import read_byline
from reader.ingest.plain.classes import ends_as_sentence

_HEADLINE = 1.2  # of the size of the text
_SUBHEAD = 1.1
_LARGE_SUBHEAD = 1.3  # on a page of the web, where menus, times and names are larger than the text at times
_LONGEST_HEADLINE = 300
_LONGEST_SUBHEAD = 150
_SHORTEST = 3  # letters; a large initial or a number is no headline
_NEARLY_LARGEST = 0.95


def roled(paragraphs: Sequence[Paragraph], height: float, pages: Sequence[Page] = ()) -> list[RoledLine]:
    """Each paragraph with its role. ``height`` is that of the first page: the headline stands in its upper half.

    A headline is the largest type there; the name of a newspaper is larger at times, but never over the text itself.
    ``pages`` hold the pictures under which captions stand.
    """
    usual = body_size(paragraphs)
    title = _headline(paragraphs, usual, height)
    under = roles_under_pictures(paragraphs, pages, usual)
    return [
        (under.get(at) or _role(found, usual, is_title=at == title), found.text) for at, found in enumerate(paragraphs)
    ]


def html_by_size(paragraphs: Sequence[Paragraph], title: str, margins: Margins) -> str:
    """The page that a browser printed without tags, made anew: headings by their size, menus by their links."""
    usual = body_size(paragraphs)
    largest = max((p.size for p in paragraphs if _is_heading(p, usual)), default=0.0)
    headings = [p.text for p in paragraphs if _is_heading(p, usual) and p.size >= _NEARLY_LARGEST * largest]
    head = head_of(title, margins.address, headings, margins.host)
    parts: list[str] = []
    for found in paragraphs:
        text, role = found.text, _role(found, usual, is_title=found.text in headings)
        is_subhead = role is BlockRole.SUBHEAD and (found.is_bold or found.size >= _LARGE_SUBHEAD * usual)
        tag = "h1" if role is BlockRole.HEADLINE else "h2" if is_subhead and not is_stamp_line(text) else "p"
        words = escape(text)
        if found.linked >= _LINKED:
            words = f'<a href="#">{words}</a>'
            tag = "li" if tag == "p" else tag
        elif text[:1] in _BULLETS:
            tag = "li"
        parts.append(f"<{tag}>{words}</{tag}>" if tag != "li" else f"<ul><li>{words}</li></ul>")
    body = "".join(parts).replace("</ul><ul>", "")
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"


def _is_heading(found: Paragraph, usual: float) -> bool:
    is_long = len(found.text.split()) > 2 or len(found.text) >= _SHORTEST_ALONE
    return found.size >= _HEADLINE * usual and is_long and len(found.text) <= _LONGEST_HEADLINE


_SHORTEST_ALONE = 12  # letters of a headline in one word, or in a script without spaces
_LINKED = 0.6
_BULLETS = ("•", "◦", "▪", "●", "■", "‣")


def _headline(paragraphs: Sequence[Paragraph], usual: float, height: float) -> int | None:
    first = paragraphs[0].page if paragraphs else 0
    above = [
        at
        for at, found in enumerate(paragraphs)
        if found.page == first
        and found.top > height / 2
        and _SHORTEST < len(found.text) <= _LONGEST_HEADLINE
        and any(map(str.isalpha, found.text))
    ]
    large = [at for at in above if paragraphs[at].size >= _HEADLINE * usual]
    # The headline of a press release is hardly larger than its text, but bold; nothing else there is larger.
    large = large or [at for at in above if paragraphs[at].is_bold and paragraphs[at].size >= _SUBHEAD * usual]
    if not large:
        return None
    several = [at for at in large if len(paragraphs[at].text.split()) > 2] or large
    largest = max(paragraphs[at].size for at in several)
    return next(at for at in several if paragraphs[at].size >= _NEARLY_LARGEST * largest)


def _role(found: Paragraph, usual: float, *, is_title: bool) -> BlockRole:
    if is_title:
        return BlockRole.HEADLINE
    is_short = len(found.text) <= _LONGEST_SUBHEAD and not ends_as_sentence(found.text)
    stands_out = found.size >= _SUBHEAD * usual or found.is_bold
    if is_short and stands_out and read_byline(found.text) is None:
        return BlockRole.SUBHEAD
    return BlockRole.BODY
