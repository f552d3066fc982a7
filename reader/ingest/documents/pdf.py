"""PDF: prints of web pages, newspapers, what word processors and TeX make."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.core.article import Article, Published, Removal
from reader.core.identity import article_id
from reader.core.kinds import BlockRole
from reader.core.reasons import Reason, Trouble
from reader.core.steps import Failed
from reader.ingest.documents import pdfium
from reader.ingest.documents.pdf_columns import columns_of
from reader.ingest.documents.pdf_margins import Margins, day_in, margins_of
from reader.ingest.documents.pdf_paragraphs import Paragraph, joined, paragraphs_of
from reader.ingest.documents.pdf_roles import html_by_size, roled
from reader.ingest.documents.pdf_tags import html_of, marked_share
from reader.ingest.documents.pdfium import Page
from reader.ingest.documents.stories import make_story
from reader.ingest.documents.told import authors_of, day_of, made_on, title_of
from reader.ingest.facts import Facts
from reader.ingest.original import Found, Hints, Original, Parsed

# Programs that print web pages.
_BROWSER = re.compile(
    r"Mozilla/|Chrom|Skia/|WebKit|Firefox|Safari|\bQt \d|wkhtmltopdf|Edge|Opera|SingleFile", re.IGNORECASE
)
_TAGGED = 0.5  # of the letters that a tag must hold for the tags to be believed


def read_pdf(original: Original, hints: Hints) -> Parsed:
    """The article of a PDF. Raises Trouble: "protected", "damaged", "no-text-in-pdf"."""
    name = f"{original.path}/{original.member}" if original.member else original.path
    try:
        with pdfium.opened(original.data) as document:
            pages = tuple(page for page in document.pages() if page.runs)
            properties, is_tagged, length = document.properties, document.is_tagged, document.length
    except pdfium.CannotOpen as error:
        raise Trouble("protected" if error.wants_password else "damaged", name) from error
    if not pages:
        raise Trouble("no-text-in-pdf", name)
    if length > pdfium.MOST_PAGES:
        yield Failed(original.path, Reason("too-many-pages", (name, str(pdfium.MOST_PAGES))), member=original.member)
    margins = margins_of(pages)
    title = title_of(properties.get("Title", ""))
    if is_tagged and marked_share(pages) > _TAGGED:
        yield from _as_page(html_of(pages, title, margins), margins, original, hints)
        return
    yield from _as_print(pages, margins, properties, original, hints)


def _as_print(
    pages: Sequence[Page], margins: Margins, properties: dict[str, str], original: Original, hints: Hints
) -> Iterator[Found]:
    """The article of a document without tags, by what stands where."""
    found: list[Paragraph] = []
    for page in pages:
        runs = [run for run in page.runs if run not in margins.runs]
        found += paragraphs_of(columns_of(runs), page.number)
    paragraphs = joined(found)
    if margins.is_print or _BROWSER.search(f"{properties.get('Creator', '')} {properties.get('Producer', '')}"):
        html = html_by_size(paragraphs, title_of(properties.get("Title", "")), margins)
        yield from _as_page(html, margins, original, hints)
        return
    lines = roled(paragraphs, pages[0].height)
    told = Facts(byline=authors_of(properties.get("Author", "")), url=margins.address)
    title = title_of(properties.get("Title", ""))
    if not any(role is BlockRole.HEADLINE for role, _ in lines):
        told = replace(told, headline=title)
    fallback = Facts(published=day_of(day_in(margins)) or _made(properties, margins, hints))
    article = make_story(lines, told, original, hints, fallback)
    if article is not None:
        yield Found(_from(article.article, margins, original), original.data)


def _made(properties: dict[str, str], margins: Margins, hints: Hints) -> Published | None:
    """When the document was made; a browser's print is made when the reader likes."""
    return None if margins.is_print else made_on(properties.get("CreationDate", ""), hints.today)


def _as_page(html: str, margins: Margins, original: Original, hints: Hints) -> Iterator[Found]:
    from reader.ingest.saved_html import read_html

    page = replace(original, data=html.encode(), file=None)
    for step in read_html(page, hints):
        if isinstance(step, Found):
            yield Found(_from(step.article, margins, original), original.data)


def _from(article: Article, margins: Margins, original: Original) -> Article:
    """The same article with the PDF as its origin, not the page that was made of it, and what stood at the edges."""
    origin = original.origin(article.origin.url)
    id = article_id(address=origin.url, digest=origin.digest, member=origin.member, text=article.text)
    removals = tuple(Removal(line, Reason("page-margin"), len(article.text)) for line in margins.lines)
    published = article.published
    if published is None and margins.day is not None:
        why = Reason("date-from-address", (margins.day.isoformat(),))
        published = Published(margins.day, inferred=True, why=why)
    return replace(article, origin=origin, id=id, removals=(*article.removals, *removals), published=published)
