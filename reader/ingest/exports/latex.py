"""The LaTeX of reference lists to plain words: accents, dashes, marks, and braces that only guard capitals."""

from __future__ import annotations

import re
import unicodedata

_ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307",
    '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323", "c": "\u0327", "k": "\u0328",
    "b": "\u0331",
}  # fmt: skip
_LETTERS = {
    "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "o": "ø", "O": "Ø", "l": "ł",
    "L": "Ł", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ",
    "textendash": "–", "textemdash": "—", "textquoteright": "’", "textquoteleft": "‘", "textquotedblleft": "“",
    "textquotedblright": "”", "textquotesingle": "'", "guillemotleft": "«", "guillemotright": "»", "ldots": "…",
    "dots": "…", "textellipsis": "…", "textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^",
    "textdegree": "°", "textregistered": "®", "texttrademark": "™", "copyright": "©", "pounds": "£", "euro": "€",
    "texteuro": "€", "S": "§", "P": "¶", "textperiodcentered": "·", "textbar": "|", "textless": "<",
    "textgreater": ">", "space": " ", "par": "\n", "newline": "\n", "textunderscore": "_", "quotedblbase": "„",
    "glqq": "„", "grqq": "“", "flqq": "«", "frqq": "»", "textbullet": "•", "times": "×", "slash": "/",
}  # fmt: skip
_ACCENT = re.compile(
    r"""\\(?:([`'^~="."])[ ]*|([uvHcdbkr])(?:[ ]+|(?=[{\\])))"""
    r"""(?:\{[ ]*\\?([A-Za-z])[ ]*\}|\\([ij])(?![A-Za-z])|([A-Za-z]))"""
)
_LETTER = re.compile(r"\\(" + "|".join(sorted(_LETTERS, key=len, reverse=True)) + r")(?![A-Za-z])[ ]*(?:\{\})?")
_COMMAND = re.compile(r"\\[A-Za-z]{1,30}\*?[ ]*")
_SIGN = re.compile(r"\\([&%$#_{}\s\-/,;!:@])")
_KEPT = {"{": "\ue000", "}": "\ue001"}  # braces that are meant as such, while the others go


def plain_words(latex: str) -> str:
    """Words as a page would print them. Linear in the length."""
    text = _ACCENT.sub(_accented, latex)
    text = _LETTER.sub(lambda found: _LETTERS[found[1]], text)
    text = _SIGN.sub(lambda found: _sign(found[1]), text)
    text = _COMMAND.sub("", text.replace("\\\\", "\n"))
    text = text.replace("---", "—").replace("--", "–").replace("``", "“").replace("''", "”").replace("~", " ")
    text = re.sub(r"[{}]", "", re.sub(r"(?<!\w)\$([^$\n]{0,200})\$", r"\1", text))
    return unicodedata.normalize("NFC", text.replace("\ue000", "{").replace("\ue001", "}"))


def _accented(found: re.Match[str]) -> str:
    letter = found[3] or found[4] or found[5]
    return unicodedata.normalize("NFC", letter + _ACCENTS[found[1] or found[2]])


def _sign(mark: str) -> str:
    if mark in "-/!:":
        return ""  # places where a line may break, and thin spaces
    return " " if mark.isspace() or mark in ",;" else _KEPT.get(mark, mark)
