"""What the page "Original beside cleaned" says, and which paragraphs its two texts show. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.core.article import Article, Removal
from reader.core.kinds import BlockRole
from reader.core.rows import Reading
from reader.core.text import words_in
from reader.core.wording import sentence
from reader.gui.page.paragraphs import Paragraph, paragraphs
from reader.gui.page.words import kicker
from reader.gui.panes.text import thousands, translate

if TYPE_CHECKING:
    from reader.services.originals import SavedOriginal

_PLAIN = {"headline": "subhead", "caption": "byline"}
"""The original is not set as a page: its headline is smaller, its captions stand between no rules."""

_ENOUGH = 60
"""Code points by which a line is found again."""


@dataclass(frozen=True, slots=True)
class RemovalRow:
    """A removal in the list."""

    number: int
    """From 0, in the order of the page."""
    reason: str
    rule: str
    """ "fixed rule", "learned", "your rule"."""
    words: str


def removal_rows(article: Article, *, by_reason: bool = False) -> tuple[RemovalRow, ...]:
    """Every removal that holds words, in the order of the page or by what it was removed for."""
    rows = [
        RemovalRow(number, sentence(removal.reason), rule_words(removal), " ".join(removal.text.split()))
        for number, removal in enumerate(article.removals)
        if removal.text.strip()
    ]
    return tuple(sorted(rows, key=lambda row: row.reason) if by_reason else rows)


def rule_words(removal: Removal) -> str:
    """By what kind of rule a line was removed."""
    if removal.reason.code == "reader-rule":
        return translate("pages", "your rule")
    if removal.reason.code == "learned-furniture":
        return translate("pages", "learned")
    return translate("pages", "fixed rule")


def spoken(row: RemovalRow) -> tuple[str, str]:
    """How a row is said aloud: the reason with its rule, and the words."""
    return f"{row.reason}, {row.rule}", row.words


def original_paragraphs(article: Article) -> tuple[Paragraph, ...]:
    """Every kept and every removed piece, in its order."""
    shown = paragraphs(article, removals=True)
    return tuple(replace(one, style=_PLAIN.get(one.style, one.style), opening=0) for one in shown)


def cleaned_paragraphs(reading: Reading, number: int | None) -> tuple[Paragraph, ...]:
    """The article, with a line where removal ``number`` stood."""
    removals = reading.article.removals
    here = None
    if number is not None and number < len(removals):
        at = removals[number].at
        beside = sum(removal.at == at and bool(removal.text.strip()) for removal in removals)
        words = translate("pages", "1 line removed here")
        if beside > 1:
            words = translate("pages", "{0} lines removed here").format(thousands(beside))
        here = at, words
    return paragraphs(reading.article, kicker=kicker(reading), here=here)


def wanted_words(article: Article, number: int | None) -> tuple[str, int]:
    """The first words of a removal, and how often they stand in the original before it."""
    if number is None:
        return "", 0
    words = article.removals[number].text.strip().partition("\n")[0][:_ENOUGH].rstrip()
    if not words:
        return "", 0
    before = 0
    for one in original_paragraphs(article):
        if one.removal == number:
            break
        before += one.words.count(words)
    return words, before


def place_words(article: Article, number: int | None) -> str:
    """ "removal 3 of 8, 14% of the page", or how many there are."""
    removals = [len(removal.text) for removal in article.removals if removal.text.strip()]
    if not removals:
        return ""
    share = round(100 * sum(removals) / (sum(removals) + len(article.text)))
    part = translate("pages", "{0}% of the page").format(max(1, share))
    if number is None:
        words = translate("pages", "1 removal") if len(removals) == 1 else translate("pages", "{0} removals")
        return f"{words.format(thousands(len(removals)))}, {part}"
    before = sum(bool(removal.text.strip()) for removal in article.removals[: number + 1])
    words = translate("pages", "removal {0} of {1}").format(thousands(before), thousands(len(removals)))
    return f"{words}, {part}"


def length_words(article: Article) -> str:
    """ "8 paragraphs, 232 words"."""
    body = article.texts(BlockRole.BODY)
    words = sum(words_in(paragraph) for paragraph in body)
    many = translate("pages", "1 paragraph") if len(body) == 1 else translate("pages", "{0} paragraphs")
    long = translate("pages", "1 word") if words == 1 else translate("pages", "{0} words")
    return f"{many.format(thousands(len(body)))}, {long.format(thousands(words))}"


def original_facts(original: SavedOriginal) -> str:
    """ "saved page, 41 KB", or that it is lost."""
    if original.kind == "lost":
        return translate("pages", "not in this library")
    return f"{format_words(original)}, {size_words(original.size)}"


def format_words(original: SavedOriginal) -> str:
    """What an original is, for the reader."""
    known = {
        "html": translate("pages", "saved page"),
        "mhtml": translate("pages", "saved page with pictures"),
        "bookmarks": translate("pages", "list of bookmarks"),
        "text": translate("pages", "text"),
        "markdown": translate("pages", "Markdown text"),
        "feed": translate("pages", "feed"),
        "mail": translate("pages", "message"),
        "mbox": translate("pages", "mailbox"),
        "json": translate("pages", "JSON"),
        "jsonl": translate("pages", "JSON lines"),
        "csv": translate("pages", "table"),
        "pdf": translate("pages", "PDF"),
        "docx": translate("pages", "Word document"),
        "epub": translate("pages", "EPUB book"),
        "zip": translate("pages", "archive"),
        "gzip": translate("pages", "archive"),
        "warc": translate("pages", "web archive"),
        "wacz": translate("pages", "web archive"),
        "anpa": translate("pages", "wire message"),
        "nitf": translate("pages", "wire message"),
        "newsml": translate("pages", "wire message"),
        "newsml-g2": translate("pages", "wire message"),
    }
    if original.format in known:
        return known[original.format]
    return original.format or (translate("pages", "file") if original.kind == "binary" else translate("pages", "text"))


def size_words(size: int) -> str:
    """ "41 KB", "3.2 MB"; in thousands, as file managers count."""
    if size < 1000:
        return translate("pages", "1 byte") if size == 1 else translate("pages", "{0} bytes").format(size)
    if size < 1_000_000:
        return translate("pages", "{0} KB").format(thousands(round(size / 1000)))
    return translate("pages", "{0} MB").format(f"{size / 1_000_000:.1f}")


def not_shown_words(original: SavedOriginal) -> str:
    """Why the original itself is not shown, or that only its beginning is; nothing where all of it is."""
    if original.kind == "lost":
        return translate("pages", "The original is not in this library.")
    if original.kind == "binary":
        words = translate("pages", "“{0}” ({1}) cannot be shown here. Save original… writes it as it came.")
        return words.format(original.name, original_facts(original))
    if original.cut:
        return translate("pages", "Only the beginning is shown. Save original… writes all of it.")
    return ""
