"""What stands amid the text of a printed story and is none of it: lines that send to another page, quotations pulled
out of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.ingest.documents.pdf_paragraphs import Paragraph, body_size

_LONGEST_JUMP = 60
_PULLED = 1.2  # times the size of the text
_FEWEST, _MOST = 20, 400  # letters of a quotation that is pulled out; a shorter one is a heading
_PAGE = r"(?:on |to |from )?(?:pages? )?[A-Z]{0,2}\s?\d{1,3}"
_JUMP = re.compile(
    rf"(?:continue[ds]|cont(?:inued|'d|\.)?) {_PAGE}"
    rf"|(?:from|(?:please )?turn to) (?:page \d{{1,3}}|(?-i:[A-Z])\d{{1,2}})"
    rf"|(?:please )?see [^.]{{1,30}}[,/|]? {_PAGE}|more (?:on )?page [A-Z]?\d{{1,3}}"
    r"|fortsetzung (?:auf|von) (?:der )?(?:s\.|seite) \S{0,3}\d{1,3}"
    r"|(?:siehe|mehr|weiter)[^.]{0,30} (?:s\.|seite) \d{1,3}"
    r"|(?:suite|lire)[^.]{0,30} page \d{1,3}|(?:contin[uú]a|sigue|viene|pasa) [^.]{0,12}p[aá]g(?:ina|\.) \d{1,3}"
    r"|(?:segue|continua) [^.]{0,12}pag(?:ina|\.) \d{1,3}|(?:vervolg|lees verder) [^.]{0,12}pagina \d{1,3}",
    re.IGNORECASE,
)
_PROSE = 100  # code points
_AROUND = " .…>»▶►→»-–—()[]*"


def is_jump(words: str) -> bool:
    """Whether a line only says on which page a story goes on, or from which it comes."""
    return len(words) <= _LONGEST_JUMP and _JUMP.fullmatch(words.strip(_AROUND)) is not None


def without_asides(paragraphs: Sequence[Paragraph]) -> tuple[list[Paragraph], list[str]]:
    """The paragraphs of a story, and the words of those that are none of its text."""
    usual = body_size(paragraphs)
    text = "".join(_plain(found.text) for found in paragraphs if found.size < _PULLED * usual)
    # Above the text, such words are its headline.
    begun = next((at for at, found in enumerate(paragraphs) if len(found.text) >= _PROSE), len(paragraphs))
    asides = [
        found
        for at, found in enumerate(paragraphs)
        if is_jump(found.text) or (at > begun and _is_pulled(found, usual, text))
    ]
    return [found for found in paragraphs if found not in asides], [found.text for found in asides]


def _is_pulled(found: Paragraph, usual: float, text: str) -> bool:
    plain = _plain(found.text) if found.size >= _PULLED * usual else ""
    return _FEWEST <= len(plain) <= _MOST and plain in text


def _plain(words: str) -> str:
    return "".join(filter(str.isalnum, words)).casefold()
