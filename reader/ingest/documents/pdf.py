"""PDF: prints of web pages, newspapers, what word processors and TeX make.

What a browser printed is made a page again and read as a saved page is; any other document is read by its headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.core.article import Article, Published, Removal
from reader.core.kinds import BlockRole
from reader.core.reasons import Reason, Trouble
from reader.core.steps import Failed
from reader.ingest.documents import pdfium
from reader.ingest.documents.pdf_asides import without_asides
from reader.ingest.documents.pdf_bombs import is_bomb
from reader.ingest.documents.pdf_bylines import printed_byline, printed_lines
from reader.ingest.documents.pdf_columns import columns_of
from reader.ingest.documents.pdf_databases import Entry, article_of, entries_of, without_fields
from reader.ingest.documents.pdf_head import name_on_page
from reader.ingest.documents.pdf_heads import paper_in, signed
from reader.ingest.documents.pdf_margins import Margins, day_in, margins_of
from reader.ingest.documents.pdf_paragraphs import Paragraph, joined, paragraphs_of
from reader.ingest.documents.pdf_records import Page
from reader.ingest.documents.pdf_regions import FEWEST_LETTERS, regions_of, usual_size
from reader.ingest.documents.pdf_releases import release_of
from reader.ingest.documents.pdf_roles import html_by_size, roled
from reader.ingest.documents.pdf_tags import html_of, marked_share
from reader.ingest.documents.stories import NOTHING, make_story, with_first_heading
from reader.ingest.documents.told import authors_of, day_of, made_on, title_of
from reader.ingest.facts import Facts
from reader.ingest.html.fragments import fragment_lines
from reader.ingest.html.page import read_page
from reader.ingest.making import RoledLine
from reader.ingest.original import Found, Hints, Original, Parsed

# Programs that print web pages.
_BROWSER = re.compile(
    r"Mozilla/|Chromium|HeadlessChrome|WebKit|Firefox|Safari|\bQt \d|wkhtmltopdf|SingleFile", re.IGNORECASE
)
_TAGGED = 0.5  # of the letters that a tag must hold for the tags to be believed
_TOP = 6  # lines among which a document's first heading stands


def read_pdf(original: Original, hints: Hints) -> Parsed:
    """The article of a PDF. Raises Trouble: "bomb", "protected", "damaged", "no-text-in-pdf"."""
    name = f"{original.path}/{original.member}" if original.member else original.path
    if is_bomb(original.data):
        raise Trouble("bomb", name)
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
    is_page = margins.is_print or any(_BROWSER.search(properties.get(key, "")) for key in ("Creator", "Producer"))
    entries = () if is_page else _entries(pages, margins)
    articles = [article_of(entry, original, hints) for entry in entries]
    if any(articles):
        yield from (article for article in articles if article is not None)
        return
    html = html_of(pages, title, margins, is_page=is_page) if is_tagged and marked_share(pages) > _TAGGED else ""
    found: list[Found] = []
    if is_page:
        page = html or html_by_size(_paragraphs(pages, margins), title, margins)
        found = list(_of_page(page, margins, original, hints))
    if not found:  # a print may hold a text that looks like no story
        lines = _headed(fragment_lines(html))
        stories, heads = ((), ()) if lines else _stories(pages, margins)
        if len(stories) > 1:
            margins = replace(margins, lines=(*margins.lines, *heads))
            found = [step for story in stories for step in _of_print(story, 0.0, pages, {}, margins, original, hints)]
        elif lines:
            found = list(_of_document(lines, properties, margins, original, hints))
        else:
            paragraphs = _laid_out(pages, margins)
            found = list(_of_print(paragraphs, pages[0].height, pages, properties, margins, original, hints))
    if not found:  # pages of which a script hid all but what the browser prints around them
        raise Trouble("no-text-in-pdf", name)
    for step in found:
        yield replace(step, article=_with_margins(step.article, margins))


def _of_page(html: str, margins: Margins, original: Original, hints: Hints) -> Iterator[Found]:
    for step in read_page(html, original, hints):
        article = step.article
        byline = printed_byline(html, article.headline, (article.publication,)) or article.byline
        publication, published = article.publication, article.published
        if publication in (margins.host, margins.host.removeprefix("www.")):  # nothing told how the site is called
            publication = name_on_page(publication, printed_lines(html)) or publication
        if published is None and margins.day is not None:
            why = Reason("date-from-address", (margins.day.isoformat(),))
            published = Published(margins.day, inferred=True, why=why)
        yield replace(step, article=replace(article, publication=publication, byline=byline, published=published))


def _of_print(
    paragraphs: Sequence[Paragraph],
    height: float,
    pages: Sequence[Page],
    properties: dict[str, str],
    margins: Margins,
    original: Original,
    hints: Hints,
) -> Iterator[Found]:
    """The story of paragraphs without tags; what stands amid its text and is none of it is removed."""
    kept, asides = without_asides(paragraphs)
    kept, told = joined(kept), NOTHING
    release = release_of(kept)
    around = release.around if release is not None else ()
    if release is not None:
        kept, told = list(release.story), Facts(publication=release.publication, published=release.day)
    names, lines = signed(roled(kept, height, pages))
    title = next((at for at, (role, _) in enumerate(lines) if role is BlockRole.HEADLINE), 0)
    paper = paper_in(() if margins.is_print else margins.lines, (text for _, text in lines[:title]))
    told = replace(told, byline=names, publication=told.publication or paper)
    for step in _of_document(lines, properties, margins, original, hints, told):
        end = len(step.article.text)
        removals = [Removal(words, Reason("furniture"), end) for words in asides]
        removals += [Removal(words, Reason("for-editors"), end) for words in around]
        yield replace(step, article=replace(step.article, removals=(*step.article.removals, *removals)))


def _of_document(
    lines: Sequence[RoledLine],
    properties: dict[str, str],
    margins: Margins,
    original: Original,
    hints: Hints,
    shown: Facts = NOTHING,
) -> Iterator[Found]:
    told = replace(shown, byline=shown.byline or authors_of(properties.get("Author", "")), url=margins.address)
    if not any(role is BlockRole.HEADLINE for role, _ in lines):
        told = replace(told, headline=title_of(properties.get("Title", "")))
    # The running head gives the day of a newspaper; a document may be made long after its story.
    published = day_of(day_in(margins)) or made_on(properties.get("CreationDate", ""), hints.today)
    fallback = Facts(published=published)
    found = make_story(lines, told, original, hints, fallback)
    if found is None:  # nothing but headings
        found = make_story([(BlockRole.BODY, text) for _, text in lines], told, original, hints, fallback)
    if found is not None:
        yield found


def _entries(pages: Sequence[Page], margins: Margins) -> Sequence[Entry]:
    fields = without_fields(margins, pages)
    return entries_of(_paragraphs(pages, fields)) if fields is not None else ()


def _paragraphs(pages: Sequence[Page], margins: Margins) -> list[Paragraph]:
    return joined(_laid_out(pages, margins))


def _laid_out(pages: Sequence[Page], margins: Margins) -> list[Paragraph]:
    """The paragraphs as they stand in their columns, not yet joined with what goes on in the next column."""
    found: list[Paragraph] = []
    for page in pages:
        runs = [run for run in page.runs if run not in margins.runs]
        found += paragraphs_of(columns_of(runs), page.number)
    return found


def _stories(pages: Sequence[Page], margins: Margins) -> tuple[list[list[Paragraph]], list[str]]:
    """The stories of a newspaper, and the heads of its pages. Text above all headlines goes on from the page before."""
    usual = usual_size(run for page in pages for run in page.runs)
    found: list[list[Paragraph]] = []
    heads: list[str] = []
    for page in pages:
        columns = columns_of(run for run in page.runs if run not in margins.runs)
        regions = regions_of(columns, usual)
        for region in regions:
            paragraphs = paragraphs_of(region.columns, page.number)
            if region.headline is None and region.letters < FEWEST_LETTERS and len(regions) > 1:
                heads += [paragraph.text for paragraph in paragraphs]
            elif region.headline is None and found:
                found[-1] += paragraphs
            else:
                found.append(paragraphs)
    return found, heads


def _headed(lines: Sequence[RoledLine]) -> list[RoledLine]:
    """The lines with their headline, or none where no heading is tagged: then the type tells more."""
    headed = with_first_heading(lines)
    return headed if any(role is BlockRole.HEADLINE for role, _ in headed[:_TOP]) else []


def _with_margins(article: Article, margins: Margins) -> Article:
    """The article with what stood at the edges of its pages among its removals."""
    removals = tuple(Removal(line, Reason("page-margin"), len(article.text)) for line in margins.lines)
    return replace(article, removals=(*article.removals, *removals))
