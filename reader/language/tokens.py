"""Cuts a text into paragraphs and words, each with its offsets in the text as it was given."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass

_ABBREVIATED = (
    "Mr|Mrs|Ms|Dr|Sens?|Reps?|Govs?|Gen|Lt|Col|Sgt|Capt|Cmdr|Adm|Maj|Pfc|Cpl|Brig|Prof|Rev|Pres|Supt|Det|Insp|Hon|Pvt|Atty|Sec|St|Ste|Jr|Sr"
    "|Inc|Corp|Co|Ltd|Bros|Mt|Ft|No|vs|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri|Ave|Blvd|Ariz|Ark|Ala|Calif|Colo|Conn"
    "|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Vt|Va|Wash|Wis|Wyo|Ont"
)
_LOOSE = (
    "based|led|backed|leaning|era|style|owned|born|controlled|made|run|held|educated|allied|funded|dominated|friendly|trained|speaking|affiliated|linked"
    "|wide|related|majority|sponsored|occupied|administered|supported|ruled|aligned|installed|brokered|imposed|listed|bound"
)
_NOTICES = (
    "CORRECTED|CORRECTION|CORRECT|REFILE|REPEAT|RPT|WRAPUP|WRAP|UPDATED?|EXCLUSIVE|FACTBOX|TIMELINE|EXPLAINER|ADVISORY"
)
"""What agencies put before a headline with a hyphen: "CORRECTED-Crews wait"."""
_LETTER = r"[^\W\d_]"
_TOKEN = re.compile(
    rf"(?:{_LETTER}\.){{2,}}"  # U.S., a.m.
    rf"|(?:W\.Va|(?:{_ABBREVIATED})(?!\w))\.(?=[\s,;:)'’\"”\-–—]|$)"
    rf"|[A-Z]\.(?=\s+[A-Z])"  # an initial
    r"|(?<=[( ])[RDI](?=[-–—][A-Z][\w.]*[),])"  # (R-Ky.)
    rf"|(?:{_NOTICES})(?=-[A-Z])"
    r"|@\w+"
    r"|(?:[Aa]nti|[Pp]ro|[Nn]on|[Pp]ost|[Pp]re|[Mm]ajority)(?=-[A-Z])"  # anti-China
    rf"|{_LETTER}[\w\u0300-\u036f]*(?:(?:-(?!(?:{_LOOSE})\b)|['’](?!s\b|S\b)|&(?=[A-Z]))[\w\u0300-\u036f]+)*"
    r"|\d+(?:[.,:/]\d+)*[\w\u0300-\u036f]*"
    r"|['’][sS]\b|--+|\.{2,}|[^\s]"
)
_PARAGRAPH = re.compile("[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words and marks of a text. ``starts`` and ``ends`` are offsets; ``lowers`` has straight apostrophes."""

    text: str
    words: list[str]
    lowers: list[str]
    starts: list[int]
    ends: list[int]
    paragraphs: list[tuple[int, int]]
    """Of each paragraph that holds a word or mark: its first token and the one after its last."""

    def __len__(self) -> int:
        return len(self.words)

    def at(self, offset: int) -> int:
        """The first token that ends after an offset."""
        return bisect.bisect_right(self.ends, offset)

    def before(self, offset: int) -> int:
        """The first token that does not start before an offset."""
        return bisect.bisect_left(self.starts, offset)

    def touching(self, i: int) -> bool:
        """Whether token ``i`` follows the one before it without a space."""
        return i > 0 and self.ends[i - 1] == self.starts[i]

    def begins_line(self, i: int) -> bool:
        """Whether token ``i`` is the first of its line."""
        return (
            i == 0
            or self.starts[i] - self.ends[i - 1] > 0
            and not _PARAGRAPH.fullmatch(self.text, self.ends[i - 1], self.starts[i])
        )


def tokenize(text: str) -> Tokens:
    """Cuts a text. Takes time in proportion to its length."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    paragraphs: list[tuple[int, int]] = []
    for line in _PARAGRAPH.finditer(text):
        first = len(words)
        for match in _TOKEN.finditer(text, line.start(), line.end()):
            words.append(match.group())
            starts.append(match.start())
            ends.append(match.end())
        if len(words) > first:
            paragraphs.append((first, len(words)))
    lowers = [word.lower().replace("’", "'") for word in words]
    return Tokens(text, words, lowers, starts, ends, paragraphs)
