"""The letters of a page, as PDFium gives them, put together to words and to runs of words that stand side by side.

Asking PDFium costs more than all the rest, so that of a word only its first and last letter are asked where they stand.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

import pypdfium2.raw as pdfium

from reader.ingest.documents.pdf_records import NO_MARK, Run

MOST_OF_PAGE = 100_000
"""Letters of one page; a newspaper page in the smallest type holds some 20,000."""
_WIDEST_GAP = 1.1  # of the height of a line between words that belong together
_INITIAL = 1.8  # times the size of the line before which a large letter stands
_WORD_GAP = 0.16  # of the height of a line; a program may set words apart without any space
_TWICE = 0.1  # of the height of a line; the narrowest letter is twice as wide
_LEFTWARDS = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_DOUBLED = re.compile(r"(..?)\1", re.DOTALL)
_BOLD = 600  # weights from "semi-bold" on
_BOLD_NAME = re.compile(rb"bold|heavy|black|CMBX|SFBX|NimbusRomNo9L-Medi", re.IGNORECASE)
_REGULAR_NAME = re.compile(rb"(?:regular|light|thin|[-,](?:roman|book))(?:italic|oblique|it)?$", re.IGNORECASE)
_LONGEST_NAME = 200
# PDFium gives these for a hyphen at the end of a line, and no end of the line behind it.
_HYPHENS = "\x02\ufffe"
_WORD = re.compile(rf"[^\s\x00-\x08{_HYPHENS}]+[{_HYPHENS}]?|[{_HYPHENS}]")
# Shapes of a font stand for letters: "fi" is written with one of them, and is no letter of a word.
_WRITTEN = dict.fromkeys(map(ord, _HYPHENS), "-")
_WRITTEN |= dict(zip(range(0xFB00, 0xFB07), ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True))


def runs_of(text: pdfium.FPDF_TEXTPAGE) -> Iterator[Run]:
    """The runs of a page, in the order in which they are drawn; one is bold where most of its letters are."""
    run: Run | None = None
    heavy = 0  # letters that are bold: a paragraph may begin with a bold word, and is none
    for word, is_apart in _words(text):
        if run is not None and _goes_on(run, word):
            run = _with(run, word, is_apart=is_apart)
        else:
            if run is not None:
                yield _weighed(run, heavy)
            run, heavy = word, 0
        heavy += len(word.text) if word.is_bold else 0
    if run is not None:
        yield _weighed(run, heavy)


def _weighed(run: Run, heavy: int) -> Run:
    is_bold = 2 * heavy > len(run.text)
    return run if run.is_bold == is_bold else replace(run, is_bold=is_bold)


def _goes_on(run: Run, word: Run) -> bool:
    """Whether a word stands on the line of a run, not far from its end: a column's gap is wider than a word's."""
    overlap = min(run.top, word.top) - max(run.bottom, word.bottom)
    is_beside = overlap > 0.5 * min(run.size, word.size)
    if len(run.text) <= 2 and run.size > _INITIAL * word.size:
        return False
    return word.mark == run.mark and is_beside and _gap(run, word) < _WIDEST_GAP * max(run.size, 1.0)


def _gap(run: Run, word: Run) -> float:
    """The white between them; some scripts run leftwards."""
    return max(word.left - run.right, run.left - word.right)


def _with(run: Run, word: Run, *, is_apart: bool) -> Run:
    space = " " if is_apart or _gap(run, word) > _WORD_GAP * max(run.size, 1.0) else ""
    return Run(
        f"{run.text}{space}{word.text}",
        min(run.left, word.left),
        min(run.bottom, word.bottom),
        max(run.right, word.right),
        max(run.top, word.top),
        run.mark,
        run.is_bold,
    )


@dataclass(slots=True)
class _Fonts:
    """What was asked about each piece of text: the mark that it bears, and whether its letters are bold."""

    text: pdfium.FPDF_TEXTPAGE
    known: dict[int, tuple[int, bool]]

    def of(self, at: int) -> tuple[int, bool]:
        """The mark that a letter bears, and whether it is bold; letters that PDFium adds belong to no piece."""
        shape = pdfium.FPDFText_GetTextObject(self.text, at)
        key = ctypes.addressof(shape.contents) if shape else 0
        if key not in self.known:
            mark = pdfium.FPDFPageObj_GetMarkedContentID(shape) if key else NO_MARK
            self.known[key] = (mark, _is_bold(self.text, at, shape))
        return self.known[key]


def _words(text: pdfium.FPDF_TEXTPAGE) -> Iterator[tuple[Run, bool]]:
    """Each word as a run, and whether a space stands before it."""
    fonts = _Fonts(text, {})
    before = 0
    for found in _WORD.finditer(_letters(text)):
        start, end = found.span()
        yield from _word(fonts, found[0], range(start, end), start > before)
        before = end


def _letters(text: pdfium.FPDF_TEXTPAGE) -> str:
    """All letters of a page, each at the place under which PDFium knows it."""
    count = min(pdfium.FPDFText_CountChars(text), MOST_OF_PAGE)
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(text, 0, count, buffer)
    letters = bytes(buffer)[: 2 * max(0, written - 1)].decode("utf-16-le", "replace")
    if len(letters) == count:
        return letters
    # Letters that PDFium leaves out, or that count twice there, would move all places behind them.
    codes = (pdfium.FPDFText_GetUnicode(text, at) for at in range(count))
    return "".join("\x00" if 0xD800 <= code < 0xE000 or code > 0x10FFFF else chr(code) for code in codes)


def _word(fonts: _Fonts, letters: str, places: Sequence[int], is_apart: bool) -> Iterator[tuple[Run, bool]]:
    """A word as a run; as several where a link begins in the middle of it, or where words stand side by side."""
    if _DOUBLED.search(letters):
        letters, places = _once(fonts.text, letters, places)
    if _LEFTWARDS.search(letters):
        letters, places = _from_the_right(fonts.text, letters, places)
    if fonts.of(places[0])[0] == fonts.of(places[-1])[0]:
        yield from _piece(fonts, letters, places, is_apart)
        return
    done = 0
    for _, group in groupby(places, lambda place: fonts.of(place)[0]):
        end = done + len(list(group))
        yield from _piece(fonts, letters[done:end], places[done:end], is_apart and done == 0)
        done = end


def _piece(fonts: _Fonts, letters: str, places: Sequence[int], is_apart: bool) -> Iterator[tuple[Run, bool]]:
    first, last = _box(fonts.text, places[0]), _box(fonts.text, places[-1])
    if first is None or last is None:
        return
    mark, is_bold = fonts.of(places[0])
    words = letters.translate(_WRITTEN)
    left, right = min(first.left, last.left), max(first.right, last.right)
    yield Run(words, left, min(first.bottom, last.bottom), right, max(first.top, last.top), mark, is_bold), is_apart


def _once(text: pdfium.FPDF_TEXTPAGE, letters: str, places: Sequence[int]) -> tuple[str, list[int]]:
    """Letters without those drawn over themselves: where a font has no bold ones, programs draw each of them twice.

    One shape of a font may stand for both letters of "ff": they have one left edge, and are of one piece.
    """
    kept: list[tuple[str, int]] = []
    near: list[tuple[str, float, int]] = []  # two, for the shape "fi" stands for two letters
    for letter, place in zip(letters, places, strict=True):
        box = _box(text, place)
        left, height = (box.left, box.top - box.bottom) if box is not None else (math.inf, 0.0)
        piece = _piece_key(text, place)
        is_again = any(
            letter == before and abs(left - other) < _TWICE * height and (piece != drawn or left != other)
            for before, other, drawn in near
        )
        if not is_again:
            near = [*near[-1:], (letter, left, piece)]
            kept.append((letter, place))
    return "".join(letter for letter, _ in kept), [place for _, place in kept]


def _piece_key(text: pdfium.FPDF_TEXTPAGE, at: int) -> int:
    """What tells the piece of text that a letter is drawn with from all others of its page."""
    shape = pdfium.FPDFText_GetTextObject(text, at)
    return ctypes.addressof(shape.contents) if shape else 0


def _from_the_right(text: pdfium.FPDF_TEXTPAGE, letters: str, places: Sequence[int]) -> tuple[str, Sequence[int]]:
    """A word of Hebrew or Arabic as it is read: PDFium gives its letters as they stand, from the left, at times."""
    boxes = [_box(text, place) for place in places]
    if any(box is None for box in boxes) or any(map(str.isdigit, letters)):
        return letters, places
    order = sorted(range(len(places)), key=lambda at: -(boxes[at] or pdfium.FS_RECTF()).right)
    return "".join(letters[at] for at in order), [places[at] for at in order]


def _box(text: pdfium.FPDF_TEXTPAGE, at: int) -> pdfium.FS_RECTF | None:
    """Where a letter stands; None where a file says that it stands at infinity."""
    box = pdfium.FS_RECTF()
    if not pdfium.FPDFText_GetLooseCharBox(text, at, box):
        return None
    return box if math.isfinite(box.left + box.right + box.bottom + box.top) else None


def _is_bold(text: pdfium.FPDF_TEXTPAGE, at: int, shape: pdfium.FPDF_PAGEOBJECT) -> bool:
    """The name of a font tells ("Helvetica-Bold"), else the number of its weight: fonts called regular say 625."""
    name = _font_name(shape)
    if _BOLD_NAME.search(name):
        return True
    return not _REGULAR_NAME.search(name) and bool(pdfium.FPDFText_GetFontWeight(text, at) >= _BOLD)


def _font_name(shape: pdfium.FPDF_PAGEOBJECT) -> bytes:
    font = pdfium.FPDFTextObj_GetFont(shape) if shape else None
    if not font:
        return b""
    name = ctypes.create_string_buffer(_LONGEST_NAME)
    size = pdfium.FPDFFont_GetBaseFontName(font, name, _LONGEST_NAME)
    return name.value if size <= _LONGEST_NAME else b""
