"""The one door to PDFium: a document is opened within limits, and each page becomes plain records."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

import pypdfium2
import pypdfium2.raw as pdfium

MOST_PAGES = 2_000
MOST_LETTERS = 6_000_000
"""Of a document; a year of a weekly's stories."""
MOST_OF_PAGE = 100_000
"""Letters of one page; a newspaper page in the smallest type holds some 20,000."""
MOST_ELEMENTS = 50_000
"""Of the tags of one page."""
_DEEPEST = 100
NO_MARK = -1
"""The mark of what belongs to no element: the program's own running heads, mostly."""

_PASSWORD = pdfium.FPDF_ERR_PASSWORD
_SECURITY = pdfium.FPDF_ERR_SECURITY


class CannotOpen(Exception):
    """PDFium does not open these bytes."""

    def __init__(self, *, wants_password: bool) -> None:
        super().__init__()
        self.wants_password = wants_password


@dataclass(frozen=True, slots=True)
class Run:
    """Letters that stand in one line side by side. Places count points from the lower left corner of the page."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    mark: int = NO_MARK
    """The number of the tagged content of which it is a part."""
    is_bold: bool = False
    linked: float = 0.0
    """Which part of its width leads somewhere."""

    @property
    def size(self) -> float:
        """The height of its line in points."""
        return self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Element:
    """A tag: its type ("P", "H1", "Link") and what it holds, elements and the numbers of marks, in order."""

    kind: str
    parts: tuple[Element | int, ...]
    language: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """The runs of a page in the order in which they are drawn, which mostly is that in which they are read."""

    number: int
    width: float
    height: float
    runs: tuple[Run, ...]
    tags: tuple[Element, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """An open document; its pages are read when they are asked for."""

    handle: pypdfium2.PdfDocument
    is_tagged: bool
    properties: dict[str, str]
    """Title, Author, CreationDate …, each empty where it is missing."""

    @property
    def length(self) -> int:
        """How many pages it says that it has."""
        return len(self.handle)

    def pages(self) -> Iterator[Page]:
        """The pages, up to the limits; a page that cannot be loaded is empty."""
        left = MOST_LETTERS
        for number in range(min(self.length, MOST_PAGES)):
            page = _page(self.handle, number, self.is_tagged)
            left -= sum(len(run.text) for run in page.runs)
            yield page
            if left < 0:
                return


@contextmanager
def opened(data: bytes) -> Iterator[Document]:
    """Open a document. Raises CannotOpen."""
    try:
        handle = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        code = getattr(error, "err_code", None)
        raise CannotOpen(wants_password=code in (_PASSWORD, _SECURITY) or "assword" in str(error)) from error
    try:
        properties = {key: str(value) for key, value in handle.get_metadata_dict().items()}
        yield Document(handle, bool(pdfium.FPDFCatalog_IsTagged(handle)), properties)
    finally:
        handle.close()


def _page(handle: pypdfium2.PdfDocument, number: int, is_tagged: bool) -> Page:
    try:
        page = handle[number]
    except pypdfium2.PdfiumError:
        return Page(number, 0.0, 0.0, ())
    try:
        width, height = page.get_size()
        try:
            text = page.get_textpage()
        except pypdfium2.PdfiumError:
            return Page(number, width, height, ())
        try:
            runs = tuple(_runs(text))
        finally:
            text.close()
        if runs:
            runs = _with_links(runs, list(_links(page)))
        return Page(number, width, height, runs, _tags(page) if is_tagged and runs else ())
    finally:
        page.close()


class _Line:
    """The run that is being read."""

    def __init__(self) -> None:
        self.letters: list[str] = []
        self.left = self.bottom = self.right = self.top = 0.0
        self.last: list[tuple[str, float]] = []
        self.mark = NO_MARK
        self.is_bold = False

    def begin(self, letter: str, box: pdfium.FS_RECTF, mark: int, *, is_bold: bool) -> None:
        self.letters = [letter]
        self.left, self.bottom, self.right, self.top = box.left, box.bottom, box.right, box.top
        self.last = [(letter, box.left)]
        self.mark, self.is_bold = mark, is_bold

    def is_again(self, letter: str, box: pdfium.FS_RECTF) -> bool:
        """Whether a letter is drawn over itself: where a font has no bold letters, programs draw each of them twice."""
        near = _TWICE * (self.top - self.bottom)
        return any(letter == before and abs(box.left - left) < near for before, left in self.last)

    def goes_on(self, box: pdfium.FS_RECTF, mark: int) -> bool:
        """Whether a letter stands on this line, not far from its end: a column's gap is wider than a word's."""
        height = max(self.top - self.bottom, 1.0)
        overlap = min(self.top, box.top) - max(self.bottom, box.bottom)
        gap = max(box.left - self.right, self.left - box.right)
        return mark == self.mark and overlap > 0.5 * min(height, box.top - box.bottom) and gap < _WIDEST_GAP * height

    def add(self, letter: str, box: pdfium.FS_RECTF) -> None:
        height = max(self.top - self.bottom, 1.0)
        gap = max(box.left - self.right, self.left - box.right)
        if gap > _WORD_GAP * height and self.letters[-1] != " ":
            self.letters.append(" ")
        self.letters.append(letter)
        self.last = [*self.last[-1:], (letter, box.left)]  # two, for the shape "fi" stands for two letters
        self.left, self.right = min(self.left, box.left), max(self.right, box.right)
        self.bottom, self.top = min(self.bottom, box.bottom), max(self.top, box.top)

    def end(self) -> Iterator[Run]:
        text = "".join(self.letters)
        if text.strip():
            yield Run(text, self.left, self.bottom, self.right, self.top, self.mark, self.is_bold)
        self.letters = []


_WIDEST_GAP = 1.1  # of the height of a line between words that belong together
_WORD_GAP = 0.16  # of the height of a line; a program may set words apart without any space
_TWICE = 0.1  # of the height of a line; the narrowest letter is twice as wide
_BOLD = 600  # weights from "semi-bold" on
_BOLD_NAME = re.compile(rb"bold|heavy|black|CMBX|SFBX|NimbusRomNo9L-Medi", re.IGNORECASE)
_LONGEST_NAME = 200


def _runs(text: pypdfium2.PdfTextPage) -> Iterator[Run]:
    """The runs of a page. Letters that PDFium adds (spaces, ends of lines) have no object."""
    line, box = _Line(), pdfium.FS_RECTF()
    marks: dict[int, tuple[int, bool]] = {}
    for at in range(min(text.count_chars(), MOST_OF_PAGE)):
        code = pdfium.FPDFText_GetUnicode(text, at)
        letter = _letter(code)
        if not letter or letter in "\r\n" or letter.isspace():
            if line.letters and line.letters[-1] != " " and letter:
                line.letters.append(" ")
            continue
        shape = pdfium.FPDFText_GetTextObject(text, at)
        key = ctypes.cast(shape, ctypes.c_void_p).value or 0
        if key not in marks:
            mark = pdfium.FPDFPageObj_GetMarkedContentID(shape) if key else NO_MARK
            marks[key] = (mark, _is_bold(text, at, shape))
        mark, is_bold = marks[key] if key else (line.mark, line.is_bold)
        if not pdfium.FPDFText_GetLooseCharBox(text, at, box) or not _is_somewhere(box):
            continue
        if line.letters and line.goes_on(box, mark):
            if not line.is_again(letter, box):
                line.add(letter, box)
        else:
            yield from line.end()
            line.begin(letter, box, mark, is_bold=is_bold)
    yield from line.end()


def _is_somewhere(box: pdfium.FS_RECTF) -> bool:
    """Whether a box has four sides: a file may say that a letter stands at infinity."""
    return math.isfinite(box.left + box.right + box.bottom + box.top)


MOST_LINKS = 5_000
"""Of one page."""


def _links(page: pypdfium2.PdfPage) -> Iterator[pdfium.FS_RECTF]:
    """The boxes of the links of a page."""
    at, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    for _ in range(MOST_LINKS):
        if not pdfium.FPDFLink_Enumerate(page, at, link):
            return
        box = pdfium.FS_RECTF()
        if pdfium.FPDFLink_GetAnnotRect(link, box) and _is_somewhere(box):
            yield box


def _with_links(runs: tuple[Run, ...], links: list[pdfium.FS_RECTF]) -> tuple[Run, ...]:
    """The runs with the part of each that links cover. Rows of points spare us to compare each with each."""
    rows: dict[int, list[pdfium.FS_RECTF]] = {}
    for box in links:
        low, high = sorted((int(box.bottom), int(box.top)))
        for row in range(max(low, 0) // _ROW, min(high, _HIGHEST) // _ROW + 1):
            rows.setdefault(row, []).append(box)
    found = []
    for run in runs:
        middle = (run.bottom + run.top) / 2
        near = [box for box in rows.get(int(middle) // _ROW, ()) if box.bottom < middle < box.top][:_MOST_BESIDE]
        covered = sum(max(0.0, min(run.right, box.right) - max(run.left, box.left)) for box in near)
        found.append(replace(run, linked=min(1.0, covered / max(run.right - run.left, 0.1))))
    return tuple(found)


_ROW = 20  # points
_HIGHEST = 20_000  # points; the standard allows no higher page
_MOST_BESIDE = 50  # links on one line

_LIGATURES = ("ff", "fi", "fl", "ffi", "ffl", "st", "st")  # shapes of a font, no letters of a word


def _is_bold(text: pypdfium2.PdfTextPage, at: int, shape: pdfium.FPDF_PAGEOBJECT) -> bool:
    """A font tells of its weight by a number, or only by its name ("Helvetica-Bold")."""
    if pdfium.FPDFText_GetFontWeight(text, at) >= _BOLD:
        return True
    font = pdfium.FPDFTextObj_GetFont(shape) if shape else None
    if not font:
        return False
    name = ctypes.create_string_buffer(_LONGEST_NAME)
    size = pdfium.FPDFFont_GetBaseFontName(font, name, _LONGEST_NAME)
    return size <= _LONGEST_NAME and _BOLD_NAME.search(name.value) is not None


def _letter(code: int) -> str:
    """PDFium gives U+0002 for a hyphen at the end of a line, and halves of pairs never by themselves."""
    if code == 2:
        return "-"
    if 0xFB00 <= code <= 0xFB06:
        return _LIGATURES[code - 0xFB00]
    return "" if code < 9 or 0xD800 <= code < 0xE000 or code > 0x10FFFF or code == 0xFFFE else chr(code)


def _tags(page: pypdfium2.PdfPage) -> tuple[Element, ...]:
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    if not tree:
        return ()
    try:
        left = [MOST_ELEMENTS]
        roots = (
            pdfium.FPDF_StructTree_GetChildAtIndex(tree, at) for at in range(pdfium.FPDF_StructTree_CountChildren(tree))
        )
        return tuple(_element(root, left, 0) for root in roots if root)
    finally:
        pdfium.FPDF_StructTree_Close(tree)


def _element(handle: pdfium.FPDF_STRUCTELEMENT, left: list[int], depth: int) -> Element:
    parts: list[Element | int] = []
    left[0] -= 1
    for at in range(max(0, pdfium.FPDF_StructElement_CountChildren(handle))):
        if left[0] <= 0 or depth > _DEEPEST:
            break
        child = pdfium.FPDF_StructElement_GetChildAtIndex(handle, at)
        if child:
            parts.append(_element(child, left, depth + 1))
            continue
        mark = pdfium.FPDF_StructElement_GetChildMarkedContentID(handle, at)
        if mark >= 0:
            parts.append(mark)
            left[0] -= 1
    kind = _words(pdfium.FPDF_StructElement_GetType, handle)
    return Element(kind, tuple(parts), _words(pdfium.FPDF_StructElement_GetLang, handle) if depth == 0 else "")


def _words(ask: Callable[..., int], handle: pdfium.FPDF_STRUCTELEMENT) -> str:
    size = ask(handle, None, 0)
    if not 2 < size <= 1000:
        return ""
    buffer = ctypes.create_string_buffer(size)
    ask(handle, buffer, size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace")
