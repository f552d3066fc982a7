"""The text of a message: lines for the newsroom that receives it, the story, and lines that close it.

AP marks a line of its header with "^" and "<" and a centred one with "="; dpa ends headline and byline with " =".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reader.core.article import Dateline, Published
from reader.core.kinds import BlockRole
from reader.core.text import canonical
from reader.ingest.facts import Facts
from reader.ingest.making import make
from reader.ingest.original import Found, Hints, Original
from reader.ingest.plain import agencies, lines
from reader.ingest.plain.bylines import read_byline
from reader.ingest.plain.classes import LineClass, stands_alone
from reader.ingest.plain.datelines import read_dateline
from reader.ingest.plain.notices import headline_flags, in_order, notice_flags
from reader.ingest.plain.regions import Fate
from reader.ingest.plain.structure import structure
from reader.ingest.wire.story import Line, WireStory, make_article

_HEAD = 25  # lines in which a header ends
_TAIL = 40  # lines from the end among which a message closes
_NARROWEST = 45  # code points of a line that a teleprinter broke
_LONGEST = 400  # code points; a longer line is the story's
# "eca0124 3 i 93  dpa 1888": origin and number, priority, category, words, keyword.
_PRINTED_HEADER = re.compile(r"([A-Za-z]{2,4})\d{3,5} \d [A-Za-z]{1,3} \d{1,5}\b.{0,100}")
_SLUG = re.compile(
    r"(?:[a-z] [a-z]\s{1,4}(?:[^\w\s]\s?)?)?(?:(?:BC|bc|AP|ap)-|(?:AM|PM)-(?=[\w'’&.-]{1,60}(?:--|,)))[-\w'’&. ]{2,80}"
    r"(?:[,/ ].{0,80})?|.{0,80}\b\d{1,2}(?:st|nd|rd|th) ?Ld(?:-Writethru)?\b.{0,60}|ZCZC\b.{0,80}|[a-z] [a-z]{1,2}"
)
_PATH = re.compile(
    r"[^\W_][\w .’'-]{0,40}(?:/[\w .’'-]{0,40}){1,6}(?:\s?\([^()]{1,40}\))?"
    r"|[A-Z][\w'’]{1,30}(?:-[\w'’]{1,30}){2,5}(?:\s?\d(?:st|nd|rd|th)\s?lead)?|[A-Z][\w'’-]{1,60}\s\d(?:st|nd|rd|th)\s?lead"
)
_RANK = re.compile(
    r"\(?(?:EXTRA|URGENT|BULLETIN|FLASH|ALERT|SNAP|LEAD|ROUNDUP|FEATURE|ADVISORY|CORRECTION|CORRECTED|REPETITION|RPT|UPDATE"
    r"|\d(?:ST|ND|RD|TH) (?:LEAD|ROUNDUP|UPDATE)|PREVIEW|ANALYSIS|INTERVIEW|PROFILE|BACKGROUND|FACTBOX)\W{0,3}",
    re.IGNORECASE,
)
_PICTURES = re.compile(
    r"\((?i:with )?(?i:photos?|pictures?|graphics?|video|audio)[^()]{0,80}\)"
    r"|(?:With )?(?:AP|AFP|dpa|epa|EPA|Reuters) (?i:photos?|pictures?|graphics?|video|audio|interactive)\b.{0,200}"
    r"|(?:Photos?|Graphics?|Video)(?: [A-Z]{1,6}\d{2,6},?)+"
)
_FOR_EDITORS = re.compile(r"(?:Eds|Editors|ATTENTION|ATTN|Note to editors)\s?[:\-–—].{0,390}")
_NOTE = re.compile(r"EDITOR['’]?S['’]? NOTE\b", re.IGNORECASE)
_FLAGS = (
    (re.compile(r"\bcorrect(?:ion|ive|ed|s)\b", re.IGNORECASE), "correction"),
    (
        re.compile(
            r"\b\d{0,2}(?:st|nd|rd|th)? ?Ld\b|writethru|\bupdate\b|\dth\s?lead|\d(?:st|nd|rd)\s?lead|\blead\b",
            re.IGNORECASE,
        ),
        "update",
    ),
    (re.compile(r"\b(?:rpt|repeat(?:ing)?|resend(?:ing)?|repetition)\b", re.IGNORECASE), "refile"),
)
_NOTEBOOK = re.compile(r"#{1,3} ?(?:Notebook|Notizblock|Editorial contacts|Internet links|The following).{0,100}")
_CLOSING = re.compile(
    r"AP-[A-Z]{2}-\d{2}-\d{2}-\d{2}.{0,40}|\d{6}\s{0,3}(?:[A-Z]{1,4}\s{1,3})?[A-Za-z]{3}\w{0,6}\s{0,3}\d{2,4}|N{4}"
    r"|dpa(?:[ /-][a-z0-9]{1,5}){1,8}|[a-z]{2,5}(?:[-/][a-z]{2,5}){1,6}|\(?(?:MORE|END)\)?"
    r"|(?:[A-Z]{2,4}-)?\d{2}-\d{2}-\d{2}.{0,20}|[A-Z]{2,5}(?:[ /][A-Z]{2,5}){0,4}\s\d{6,8}(?:\s?GMT)?"
)
_DASH = re.compile(r"(?<=\S) _ (?=\S)")


@dataclass(frozen=True, slots=True)
class _Paragraph:
    text: str
    mark: str = ""
    """The sign that ends a line of the header: "<" or "="."""


def read_agency_text(
    header: str, text: str, trailer: str, sent: Published | None, original: Original, hints: Hints
) -> Iterator[Found]:
    """The story of one message; ``sent`` is when it says that it went out."""
    raw = [*header.split("\n"), *text.split("\n")]
    found = _PRINTED_HEADER.match(" ".join(next((line for line in raw if line.strip()), "").split()))
    told = Facts(published=sent, publication=agencies.known(found[1]) if found is not None else "")
    head = [Line(line, None, "wire-header") for line in header.split("\n")]
    tail = [Line(line.strip("^< "), None, "wire-trailer") for line in trailer.split("\n")]
    paragraphs = list(_paragraphs(text))
    marked = max((at for at, one in enumerate(paragraphs[:_HEAD]) if one.mark), default=-1)
    if marked >= 0:
        story = _marked(paragraphs, marked + 1, told, header)
        made = make_article(replace(story, lines=(*head, *story.lines, *tail)), original, hints)
    else:
        made = _unmarked(text, head, tail, told, original, hints)
    if made is not None:
        yield made


def _marked(paragraphs: Sequence[_Paragraph], start: int, told: Facts, header: str) -> WireStory:
    """A message whose header marks its lines: each tells by its look what it is, the first other is the headline."""
    found: list[Line] = []
    names: list[str] = []
    headline, publication, flags = "", "", _flags_of(header)
    for one in paragraphs[:start]:
        reason = reason_in_header(one.text, before_headline=not headline)
        credit = read_byline(one.text)
        house = agencies.known(one.text)
        if reason:
            flags |= _flags_of(one.text)
            found.append(Line(one.text, None, reason))
        elif credit is not None or house or (names and len(one.text) < 60):
            names += credit.names if credit is not None else ()
            publication = publication or house or (credit.publication if credit is not None else "")
            found.append(Line(one.text, BlockRole.BYLINE))
        elif headline or _NOTE.match(one.text):
            found.append(Line(one.text, BlockRole.SUBHEAD))
        else:
            headline = one.text
            flags |= headline_flags(headline)
            found.append(Line(headline, BlockRole.HEADLINE))
    story, closing = _without_closing([one.text for one in paragraphs[start:]])
    facts = replace(told, headline=headline, byline=tuple(dict.fromkeys(names)), flags=in_order(flags))
    facts = replace(facts, publication=told.publication or publication, dateline=_dateline(story))
    return WireStory((*found, *(Line(text) for text in story), *closing), facts)


def _dateline(story: Sequence[str]) -> Dateline | None:
    """The dateline of the first paragraph, with the region that an agency gives beside the town."""
    opening = read_dateline(story[0]) if story else None
    if opening is None or not opening.is_sure:
        return None
    place = story[0][: opening.length].partition("(")[0].strip(" ,")
    is_whole = place.startswith(opening.dateline.place) and opening.dateline.date not in place[1:]
    return replace(opening.dateline, place=place) if is_whole or not opening.dateline.date else opening.dateline


def _unmarked(
    text: str, head: list[Line], tail: list[Line], told: Facts, original: Original, hints: Hints
) -> Found | None:
    """A message that marks nothing: what is plainly for the newsroom goes, the rest is read as any text."""
    raw = text.split("\n")
    flags: set[str] = set()
    start = 0
    for at, line in enumerate(raw[:_HEAD]):
        bare = " ".join(line.strip("^<").split())
        reason = reason_in_header(bare, before_headline=True) if bare else "wire-header"
        if not reason:
            break
        if bare:
            flags |= _flags_of(bare)
            head.append(Line(bare, None, reason))
        start = at + 1
    story, closing = _without_closing(raw[start:])
    read = structure(lines.lines_of(canonical(decoded("\n".join(_rejoined(story)))), stands_alone))
    dateline = _dateline([read.lines[read.lede].text] if read.lede >= 0 else [])
    above, below = _removed(head), _removed([*closing, *tail])
    whole = replace(
        read,
        lines=(*(line for line, _ in above), *read.lines, *(line for line, _ in below)),
        classes=(*(LineClass.RULE for _ in above), *read.classes, *(LineClass.RULE for _ in below)),
        fates=(*(fate for _, fate in above), *read.fates, *(fate for _, fate in below)),
        lede=read.lede + len(above) if read.lede >= 0 else -1,
    )
    facts = replace(told, flags=in_order(flags), dateline=dateline)
    return make(whole, facts, original, hints) if read.lines else None


def _rejoined(raw: Sequence[str]) -> list[str]:
    """The lines with those joined that a teleprinter broke: a paragraph begins with a blank and goes on without one."""
    found: list[str] = []
    is_open, last = False, ""
    for line in raw:
        is_indented = line[:1].isspace() and bool(line.strip())
        if is_open and line.strip() and not is_indented and len(last.strip()) >= _NARROWEST:
            found[-1] += " " + line.strip()
        else:
            found.append(line)
            is_open = is_indented
        last = line
    return found


def _removed(removed: Sequence[Line]) -> list[tuple[lines.Line, Fate]]:
    texts = [(" ".join(canonical(line.text).split()), line.reason) for line in removed]
    return [(lines.Line(text, True), Fate(None, reason)) for text, reason in texts if text]


def _paragraphs(text: str) -> Iterator[_Paragraph]:
    """The lines of a message, those that were broken at the width of a teleprinter joined."""
    waiting: list[str] = []
    for at, line in enumerate(text.split("\n")):
        bare = line.strip()
        is_label = at < _HEAD and bool(reason_in_header(" ".join(bare.split()), before_headline=True))
        opens = not bare or line[:1] in "\t^" or line.startswith("  ") or is_label
        if opens and waiting:
            yield _Paragraph(decoded(" ".join(waiting)))
            waiting = []
        mark = bare[-1:] if bare.endswith(("<", "=")) and len(bare) < _LONGEST else ""
        bare = " ".join((bare[:-1] if mark else bare).lstrip("^").split())
        if bare:
            waiting.append(bare)
        if (mark or is_label) and waiting:
            yield _Paragraph(decoded(" ".join(waiting)), mark)
            waiting = []
    if waiting:
        yield _Paragraph(decoded(" ".join(waiting)))


def decoded(text: str) -> str:
    """The quotation marks and dashes that the alphabet of the wire has no signs for."""
    return _DASH.sub(" — ", text.replace("``", "“").replace("''", "”")) if "`" in text or "_" in text else text


def reason_in_header(line: str, *, before_headline: bool) -> str:
    """Why a line of a header goes, or empty where it is of the story."""
    if len(line) > _LONGEST:
        return ""
    if _FOR_EDITORS.fullmatch(line) or _PICTURES.fullmatch(line):
        return "for-editors"
    is_slug = _SLUG.fullmatch(line) or _PRINTED_HEADER.fullmatch(line)
    if is_slug or (before_headline and (_PATH.fullmatch(line) or _RANK.fullmatch(line))):
        return "wire-header"
    return ""


def _without_closing(texts: Sequence[str]) -> tuple[list[str], list[Line]]:
    """The story and the lines that close a message: its stamp, the initials of who sent it, notes of the desk."""
    first = max(0, len(texts) - _TAIL)
    end = len(texts)
    notebook = next((at for at in range(first, end) if _NOTEBOOK.fullmatch(texts[at].strip())), end)
    end = notebook
    while end > 0 and (not texts[end - 1].strip("^< ") or _CLOSING.fullmatch(texts[end - 1].strip("^< \t"))):
        end -= 1
    notes = [Line(text.strip("^< "), None, "for-editors" if at + end >= notebook else "wire-trailer")
             for at, text in enumerate(texts[end:])]  # fmt: skip
    return list(texts[:end]), notes


def _flags_of(line: str) -> set[str]:
    """The flags of a line for the newsroom; a note to editors does not make the story one."""
    return {flag for pattern, flag in _FLAGS if pattern.search(line[:200])} | (set(notice_flags(line)) - {"advisory"})
