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

from reader.ingest.documents.pdf_records import Box, Element, Page, Run
from reader.ingest.documents.pdf_words import runs_of

MOST_PAGES = 2_000
MOST_LETTERS = 6_000_000
"""Of a document; a year of a weekly's stories."""
MOST_ELEMENTS = 50_000
"""Of the tags of one page."""
_DEEPEST = 100

_PASSWORD = pdfium.FPDF_ERR_PASSWORD
_SECURITY = pdfium.FPDF_ERR_SECURITY


class CannotOpen(Exception):
    """PDFium does not open these bytes."""

    def __init__(self, *, wants_password: bool) -> None:
        super().__init__()
        self.wants_password = wants_password


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
            runs = tuple(runs_of(text.raw))
        finally:
            text.close()
        links = list(_links(handle, page)) if runs else []
        runs = _with_links(runs, [box for box, _ in links])
        tags = _tags(page) if is_tagged and runs else ()
        hosts = tuple(host for _, host in links if host)
        return Page(number, width, height, runs, tags, hosts, tuple(_pictures(page)) if runs else ())
    finally:
        page.close()


def _is_somewhere(box: pdfium.FS_RECTF) -> bool:
    """Whether a box has four sides: a file may say that a letter stands at infinity."""
    return math.isfinite(box.left + box.right + box.bottom + box.top)


MOST_OBJECTS = 20_000
"""Of one page, among which its pictures are sought."""
_SMALLEST = 40.0  # points of a side of a picture that may have a caption


def _pictures(page: pypdfium2.PdfPage) -> Iterator[Box]:
    sides = [ctypes.c_float() for _ in range(4)]
    for at in range(min(pdfium.FPDFPage_CountObjects(page), MOST_OBJECTS)):
        shape = pdfium.FPDFPage_GetObject(page, at)
        if pdfium.FPDFPageObj_GetType(shape) != pdfium.FPDF_PAGEOBJ_IMAGE:
            continue
        if not pdfium.FPDFPageObj_GetBounds(shape, *sides):
            continue
        box = Box(*(side.value for side in sides))
        is_somewhere = math.isfinite(box.left + box.bottom + box.right + box.top)
        if is_somewhere and min(box.right - box.left, box.top - box.bottom) >= _SMALLEST:
            yield box


MOST_LINKS = 5_000
"""Of one page."""


def _links(handle: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> Iterator[tuple[pdfium.FS_RECTF, str]]:
    """The boxes of the links of a page, each with the site to which it leads."""
    at, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    for _ in range(MOST_LINKS):
        if not pdfium.FPDFLink_Enumerate(page, at, link):
            return
        box = pdfium.FS_RECTF()
        if pdfium.FPDFLink_GetAnnotRect(link, box) and _is_somewhere(box):
            yield box, _host(handle, link)


def _host(handle: pypdfium2.PdfDocument, link: pdfium.FPDF_LINK) -> str:
    action = pdfium.FPDFLink_GetAction(link)
    if not action:
        return ""
    address = ctypes.create_string_buffer(_LONGEST_ADDRESS)
    size = pdfium.FPDFAction_GetURIPath(handle, action, address, _LONGEST_ADDRESS)
    found = _HOST.match(address.value.decode("ascii", "ignore")) if 0 < size <= _LONGEST_ADDRESS else None
    return found[1].lower().removeprefix("www.") if found is not None else ""


_LONGEST_ADDRESS = 2_000  # bytes
_HOST = re.compile(r"https?://([\w.-]{4,200})(?=[/?#:]|$)", re.IGNORECASE)


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
