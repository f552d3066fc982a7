"""Documents made in code: PDF pages with words at places, with tags or links, and zip packages."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 595, 842


@dataclass(frozen=True)
class Words:
    """A line of print: its place in points from the lower left corner."""

    text: str
    x: float
    y: float
    size: float = 10
    bold: bool = False
    tag: str = ""
    """The type of the tag that holds it ("P", "H1"); lines of one tag that follow each other are one element."""
    link: bool = False
    hebrew: bool = False
    """Its small Latin letters stand for those of the Hebrew alphabet, and "A" for the one shape of "ff"."""


def pdf(
    pages: Sequence[Sequence[Words]],
    *,
    info: Mapping[str, str] | None = None,
    font: str = "Helvetica",
    stem: int = 0,
    pictures: Sequence[tuple[int, int, int, int]] = (),
) -> bytes:
    """A PDF in Helvetica or a font of another name, whose stems tell its weight; tagged where a line has a tag.

    ``pictures`` are on each page: left, bottom, width and height.
    """
    hebrew = _font("Helvetica").replace(b"/Encoding", b"/ToUnicode 7 0 R/Encoding")
    objects: list[bytes] = [b"", b"", _font(font, stem), _font("Helvetica-Bold"), b"", hebrew, _hebrew_letters()]
    is_tagged = any(words.tag for page in pages for words in page)
    kids, elements = [], []
    for page in pages:
        content, marks, links = _content(page)
        content = b"\n".join([*map(_picture, pictures), content])
        objects.append(b"<</Length %d>>\nstream\n%s\nendstream" % (len(content), content))
        stream = len(objects)
        annotations = b" ".join(links)
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Contents %d 0 R/Annots[%s]"
            b"/Resources<</Font<</F1 3 0 R/F2 4 0 R/F3 6 0 R>>>>>>" % (WIDTH, HEIGHT, stream, annotations)
        )
        number = len(objects)
        kids.append(b"%d 0 R" % number)
        for tag, ids in marks:
            kid = b" ".join(b"%d" % id for id in ids)
            objects.append(b"<</Type/StructElem/S/%s/P 5 0 R/Pg %d 0 R/K[%s]>>" % (tag.encode(), number, kid))
            elements.append(b"%d 0 R" % len(objects))
    tree = b"/MarkInfo<</Marked true>>/StructTreeRoot 5 0 R" if is_tagged else b""
    objects[0] = b"<</Type/Catalog/Pages 2 0 R%s>>" % tree
    objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(kids), len(kids))
    objects[4] = _tree(objects, elements)
    told = b"".join(b"/%s(%s)" % (key.encode(), _escaped(value)) for key, value in (info or {}).items())
    objects.append(b"<<%s>>" % told)
    return file_of(objects, extra=b"/Info %d 0 R" % len(objects))


def _tree(objects: list[bytes], elements: list[bytes]) -> bytes:
    """The root of the tags, and what leads from the marks of a page to its elements."""
    numbers = []
    for at, body in enumerate(objects, 1):
        if b"/Type/Page/" in body:
            page = b"/Pg %d 0 R" % at
            own = [n for n in elements if page in objects[int(n.split()[0]) - 1]]
            by_mark: list[bytes] = []
            for n in own:
                marks = objects[int(n.split()[0]) - 1].partition(b"/K[")[2].partition(b"]")[0].split()
                by_mark += [n] * len(marks)
            key = len(numbers)
            numbers.append(b"%d[%s]" % (key, b" ".join(by_mark)))
            objects[at - 1] = body.replace(b"/Type/Page/", b"/Type/Page/StructParents %d/" % key)
    return b"<</Type/StructTreeRoot/K[%s]/ParentTree<</Nums[%s]>>>>" % (b" ".join(elements), b" ".join(numbers))


def _content(page: Sequence[Words]) -> tuple[bytes, list[tuple[str, list[int]]], list[bytes]]:
    parts: list[bytes] = []
    marks: list[tuple[str, list[int]]] = []
    links: list[bytes] = []
    before = ""
    for id, words in enumerate(page):
        shown = b"BT /F%d %g Tf %g %g Td (%s) Tj ET" % (
            3 if words.hebrew else 2 if words.bold else 1, words.size, words.x, words.y, _escaped(words.text),
        )  # fmt: skip
        if words.tag:
            shown = b"/%s <</MCID %d>> BDC %s EMC" % (words.tag.encode(), id, shown)
            if words.tag == before:
                marks[-1][1].append(id)
            else:
                marks.append((words.tag, [id]))
        before = words.tag
        parts.append(shown)
        if words.link:
            right = words.x + 0.6 * words.size * len(words.text)
            box = (words.x, words.y - 2, right, words.y + words.size)
            links.append(b"<</Type/Annot/Subtype/Link/Rect[%g %g %g %g]/A<</S/URI/URI(https://x.org)>>>>" % box)
    return b"\n".join(parts), marks, links


def _picture(box: tuple[int, int, int, int]) -> bytes:
    left, bottom, width, height = box
    return b"q %d 0 0 %d %d %d cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q" % (width, height, left, bottom)


def _font(name: str, stem: int = 0) -> bytes:
    told = (name.encode(), stem)
    more = b"/FontDescriptor<</Type/FontDescriptor/FontName/%s/Flags 32/StemV %d>>" % told if stem else b""
    return b"<</Type/Font/Subtype/Type1/BaseFont/%s/Encoding/WinAnsiEncoding%s>>" % (name.encode(), more)


def _hebrew_letters() -> bytes:
    mapped = (
        b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange "
        b"1 beginbfrange <61> <7a> <05d0> endbfrange 1 beginbfchar <41> <00660066> endbfchar endcmap end"
    )
    return b"<</Length %d>>\nstream\n%s\nendstream" % (len(mapped), mapped)


def _escaped(text: str) -> bytes:
    return text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def file_of(objects: Sequence[bytes], *, extra: bytes = b"") -> bytes:
    """The objects, numbered from 1, as a file; the first is the catalog."""
    out, offsets = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    start = len(out)
    size = len(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    return out + b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (size, extra, start)


def package(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip file with these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def set_in_lines(text: str, x: float, y: float, width: int, *, size: float = 10, tag: str = "") -> list[Words]:
    """A paragraph broken after ``width`` letters, its lines 1.2 sizes apart, the first one at ``y``."""
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    lines.append(line)
    return [Words(words, x, y - at * size * 1.2, size, tag=tag) for at, words in enumerate(lines)]
