"""What the properties of a document tell of its story: programs put names of files, users and their own there."""

from __future__ import annotations

import datetime as dt
import re

from reader.core.article import Published
from reader.core.reasons import Reason
from reader.core.text import canonical
from reader.ingest.dates import read_stamp

_LONGEST_TITLE = 300
_NO_TITLE = re.compile(
    r"(?:untitled|ohne titel|sans titre|sin t[ií]tulo|senza titolo|title|titel|document|dokument|documento|doc|slide"
    r"|page|article|draft|layout|print|scan|output|unknown|none|null|no title|microsoft word|powerpoint presentation)"
    r"[\s_-]?\(?\d{0,4}\)?",
    re.IGNORECASE,
)
_PROGRAM = re.compile(
    r"^(?:Microsoft (?:Word|PowerPoint|Excel|Publisher)|PowerPoint Presentation)\s[-–]\s", re.IGNORECASE
)
_FILE = re.compile(
    r"\S{0,200}\.(?:docx?|odt|rtf|pdf|indd|qxp|qxd|pages|tex|dvi|ps|html?|xhtml|md|txt|pptx?|xlsx?|cdr|ai|pub)",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"(?:admin(?:istrator)?|user|owner|root|unknown|anonymous|author|autor|guest|default|none|null|microsoft.{0,20}"
    r"|staff|editor|redaktion|prepress|production|scanner|calibre|preferred customer|python-docx|apache poi"
    r"|home|pc|hp|dell|asus|lenovo|windows user|un-named|unnamed)",
    re.IGNORECASE,
)
_NAMES = re.compile(r"\s*(?:;|\||\n|\s&\s|\sand\s)\s*")
_PDF_DATE = re.compile(r"(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:\d\d)?\s*(?:(Z)|([+-])(\d\d)'?(\d\d)?)?")
_LANGUAGE = re.compile(r"([a-z]{2})(?:[-_].*)?", re.IGNORECASE)
_FAR = 100  # code points of a date
OLDEST = 1990
"""A document that says it was made earlier has a wrong clock."""


def title_of(words: str) -> str:
    """The title that a document's properties give, or empty where it is none ("untitled", "Microsoft Word - x.doc")."""
    tidy = " ".join(canonical(words).split())
    tidy = _PROGRAM.sub("", tidy)
    if not 3 < len(tidy) <= _LONGEST_TITLE or _NO_TITLE.fullmatch(tidy) or _FILE.fullmatch(tidy):
        return ""
    if "/" in tidy and " " not in tidy:  # a path, an address
        return ""
    if " " not in tidy and re.search(r"\d.*\d|_", tidy):  # "NYT_0412_A1", a number of an order
        return ""
    return tidy if any(map(str.isalpha, tidy)) else ""


def authors_of(words: str) -> tuple[str, ...]:
    """The people whom a document's properties name as its authors: a user name ("jdoe", "Administrator") is none."""
    found = []
    for name in _NAMES.split(canonical(words)):
        tidy = " ".join(name.split()).strip(" ,")
        # An account is a word in small Latin letters; names in other scripts may be two letters long.
        is_name = 1 < len(tidy) <= 80 and (" " in tidy or not tidy.isascii())
        if is_name and not _NO_NAME.fullmatch(tidy) and not re.search(r"[@\d/\\]", tidy):
            found.append(tidy)
    return tuple(dict.fromkeys(found))


def language_of(code: str) -> str:
    """The language of a tag as "en-GB", as ISO 639-1, or empty."""
    found = _LANGUAGE.fullmatch(code.strip())
    return found[1].lower() if found is not None else ""


def day_of(words: str) -> Published | None:
    """A date that a document gives as the one of its publication: ISO 8601, or as pages print them."""
    stamp = read_stamp(words[:_FAR])
    return Published(stamp.date, stamp.time, stamp.offset) if stamp is not None else None


def made_on(words: str, today: dt.date) -> Published | None:
    """When a document was made ("D:20240117093000+01'00'", ISO 8601); inferred, for it is not its story's."""
    words = words.strip()[:_FAR]
    stamp = _pdf_date(words) or day_of(words)
    if stamp is None or not dt.date(OLDEST, 1, 1) <= stamp.date <= today:
        return None
    return Published(
        stamp.date, stamp.time, stamp.offset, inferred=True, why=Reason("date-from-document", (stamp.iso,))
    )


def _pdf_date(words: str) -> Published | None:
    """The dates of ISO 32000, 7.9.4; anything behind the year may be missing."""
    found = _PDF_DATE.fullmatch(words.strip("' "))
    if found is None or not found[3]:
        return None
    try:
        date = dt.date(int(found[1]), int(found[2]), int(found[3]))
        time = dt.time(int(found[4]), int(found[5])) if found[5] else None
    except ValueError:
        return None
    offset = 0 if found[6] else None
    if found[7]:
        offset = (int(found[8]) * 60 + int(found[9] or 0)) * (1 if found[7] == "+" else -1)
    return Published(date, time, offset if offset is not None and abs(offset) <= 14 * 60 else None)
