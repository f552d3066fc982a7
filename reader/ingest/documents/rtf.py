"""Rich Text Format: the words of the text, its paragraphs and headings, title and author."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from reader.core.kinds import BlockRole
from reader.ingest.documents.stories import make_document, tidy_lines
from reader.ingest.documents.told import authors_of, made_on, title_of
from reader.ingest.facts import Facts
from reader.ingest.making import RoledLine
from reader.ingest.original import Found, Hints, Original

_TOKEN = re.compile(
    rb"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<byte>[0-9A-Fa-f]{2})|\\(?P<sign>[^A-Za-z])"
    rb"|(?P<open>\{)|(?P<close>\})|(?P<text>[^\\{}\r\n]+)|[\r\n]+|\\"
)
# Groups that hold no text of the story.
_SKIPPED = frozenset(
    "fonttbl colortbl stylesheet listtable listoverridetable rsidtbl generator pict object objdata header headerl "
    "headerr headerf footer footerl footerr footerf fldinst datafield themedata colorschememapping latentstyles "
    "datastore xmlnstbl filetbl revtbl bkmkstart bkmkend annotation atnid atnauthor atnref atndate mmathPr "
    "template listtext pntext".split()
)
_INFO = ("title", "author", "creatim", "subject", "keywords", "comment", "company", "operator", "doccomm", "revtim")
_SIGNS = {
    "tab": " ", "line": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ", "cell": " ",
}  # fmt: skip
_PARAGRAPH_ENDS = ("par", "sect", "page", "row")
_CODE_PAGES = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
_HEADING_LEVELS = 9
_LONGEST_MOMENT = 40


@dataclass(frozen=True, slots=True)
class _Group:
    """What holds until a brace closes."""

    goes_to: str = ""
    """Empty for the text, "-" for nowhere, else the name of a property."""
    is_hidden: bool = False
    skip: int = 1
    """Signs that stand in for a character which old programs cannot show."""
    role: BlockRole = BlockRole.BODY


@dataclass(slots=True)
class _Reading:
    code_page: str = "cp1252"
    lines: list[RoledLine] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    told: dict[str, str] = field(default_factory=dict)
    pending: bytearray = field(default_factory=bytearray)
    """Bytes of the code page; two of them may be one character."""
    owed: int = 0

    def add(self, words: str, group: _Group) -> None:
        self.settle(group)
        self._put(words, group)

    def settle(self, group: _Group) -> None:
        if self.pending:
            words = self.pending.decode(self.code_page, "replace")
            self.pending.clear()
            self._put(words, group)

    def end_paragraph(self, group: _Group) -> None:
        self.settle(group)
        self.lines += [(group.role, line) for line in tidy_lines(_paired("".join(self.parts)))]
        self.parts.clear()

    def _put(self, words: str, group: _Group) -> None:
        if group.goes_to not in ("", "-"):
            self.told[group.goes_to] = (self.told.get(group.goes_to, "") + _paired(words))[:1000]
        elif not group.goes_to and not group.is_hidden:
            self.parts.append(words)


def read_rtf(original: Original, hints: Hints) -> Iterator[Found]:
    """The article of a rich text; none where it holds no text."""
    reading = _read(original.data)
    told = Facts(headline=title_of(reading.told.get("title", "")), byline=authors_of(reading.told.get("author", "")))
    made = Facts(published=made_on(reading.told.get("creatim", ""), hints.today))
    found = make_document(reading.lines, told, original, hints, made)
    if found is not None:
        yield found


def _read(data: bytes) -> _Reading:
    reading, group = _Reading(), _Group()
    above: list[_Group] = []
    for token in _TOKEN.finditer(data):
        if token["open"]:
            reading.settle(group)
            above.append(group)
        elif token["close"]:
            reading.settle(group)
            group = replace(above.pop(), role=group.role) if above else _Group()
            reading.owed = 0
        elif token["byte"] or token["text"]:
            written = bytes.fromhex(token["byte"].decode()) if token["byte"] else token["text"]
            owed = min(reading.owed, len(written))
            reading.owed -= owed
            reading.pending += written[owed:]
        elif token["word"]:
            group = _obey(reading, group, token["word"].decode(), int(token["number"] or -1))
        elif token["sign"]:
            group = _obey_sign(reading, group, token["sign"])
    reading.end_paragraph(group)
    return reading


def _obey_sign(reading: _Reading, group: _Group, sign: bytes) -> _Group:
    if sign == b"*":
        return replace(group, goes_to="-")  # a group that older programs are told to skip
    if sign in b"\r\n":
        reading.end_paragraph(group)
    elif sign in b"\\{}":
        reading.add(sign.decode(), group)
    elif sign in b"~_":
        reading.add(" " if sign == b"~" else "-", group)
    return group


def _obey(reading: _Reading, group: _Group, word: str, number: int) -> _Group:
    if word == "u":
        reading.add(_character(number), group)
        reading.owed = group.skip
    elif word in _SIGNS:
        reading.add(_SIGNS[word], group)
    elif word in _PARAGRAPH_ENDS:
        reading.end_paragraph(group)
    elif word == "ansicpg" or word in _CODE_PAGES:
        reading.code_page = _code_page(_CODE_PAGES.get(word, f"cp{number}"))
    elif word == "uc":
        return replace(group, skip=max(0, min(number, 10)))
    elif word == "v":
        return replace(group, is_hidden=number != 0)
    elif word == "pard":
        return replace(group, role=BlockRole.BODY)
    elif word == "outlinelevel" and 0 <= number < _HEADING_LEVELS:
        return replace(group, role=BlockRole.SUBHEAD)
    elif word in _SKIPPED or word == "info":
        return replace(group, goes_to="-")
    elif word in _INFO and group.goes_to == "-":
        return replace(group, goes_to=word)
    elif group.goes_to == "creatim" and word in ("yr", "mo", "dy", "hr", "min"):
        reading.told["creatim"] = _moment(reading.told.get("creatim", ""), word, number)
    return group


def _moment(before: str, word: str, number: int) -> str:
    """The parts of a time, which stand one after another, as ISO 8601."""
    signs = {"yr": "", "mo": "-", "dy": "-", "hr": "T", "min": ":"}
    return f"{before}{signs[word]}{number:02d}"[:_LONGEST_MOMENT]


def _character(number: int) -> str:
    """Numbers above 32767 are written as negative ones; halves of a pair stand one after another."""
    code = number % 65536
    return chr(code) if code else ""


def _paired(words: str) -> str:
    """Halves of a pair put together; a half by itself is a sign of damage."""
    return words.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _code_page(name: str) -> str:
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"
