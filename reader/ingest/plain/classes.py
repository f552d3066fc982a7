"""What one line looks like, taken by itself: a link, a byline, a caption, prose … Where it stands is not asked here."""

from __future__ import annotations

import re
from enum import Enum, auto

from reader.ingest import dates
from reader.ingest.addresses import address_line
from reader.ingest.plain import phrases
from reader.ingest.plain.blurbs import asks, is_author_note
from reader.ingest.plain.bylines import is_wire_credit, read_byline, trailing_credit
from reader.ingest.plain.captions import is_credit_line, read_caption
from reader.ingest.plain.form_phrases import POSTED_PREFIXES
from reader.ingest.plain.keys import key
from reader.ingest.plain.notices import notice_flags
from reader.ingest.plain.words import holds_one

LONG = 600
"""Lines of more code points than this are prose, whatever they hold: no pattern is tried on them."""


class LineClass(Enum):
    """The classes, from those that are never kept to those that may be a story's own words."""

    RULE = auto()
    ADDRESS = auto()
    ADVERTISEMENT = auto()
    COPYRIGHT = auto()
    FURNITURE = auto()
    END_HEADING = auto()
    LINK_HEADING = auto()
    RELATED = auto()
    TIMESTAMP = auto()
    BYLINE = auto()
    CREDIT = auto()
    WIRE_CREDIT = auto()
    CAPTION = auto()
    NOTICE = auto()
    AUTHOR_NOTE = auto()
    LIST = auto()
    SHORT = auto()
    PROSE = auto()


_COPYRIGHT = re.compile(
    r"(?:all contents?|contents?)?\s?(?:©|\(c\)\s?(?=\d{4}|copyright)"
    r"|copyright\s(?=©|\(c\)|by\b|\d{4}(?!\d)(?!\s(?-i:[a-z])(?!y\b|he\b)))|copyright:)"
    r"|.{0,60}©\s?(?:copyright\s)?\d{4}|.{0,250}\ball rights reserved\b(?!\s(?-i:[a-z]))"
    r"|.{0,80}\b(?:materials?|contents?|stor(?:y|ies)|articles?|reports?|transcript|site|page|data|text)\b.{0,40}"
    r"\bmay not be (?:published|reproduced|republished|rewritten|copied)"
    r"|.{0,120}(?:alle rechte vorbehalten|tous droits réservés|todos (?:los|os) (?:derechos|direitos) reservados"
    r"|tutti i diritti (?:sono )?riservati|tüm hakları saklıdır|wszelkie prawa zastrzeżone|prawa zastrzeżone"
    r"|все права защищены|alle rettigheter|alle rechten voorbehouden|版权所有|版 权 所 有|無断転載|무단\s?전재"
    r"|جميع الحقوق محفوظة)",
    re.IGNORECASE,
)
_COPYRIGHT_HINTS = (
    "©", "(c)", "copyright", "rights reserved", "may not be", "rechte", "droits", "derechos", "direitos", "diritti",
    "hakları", "prawa", "права", "rettigheter", "版", "無断", "무단", "حقوق",
)  # fmt: skip
_COPYRIGHT_ASCII = tuple(hint for hint in _COPYRIGHT_HINTS if hint.isascii())
_RELATED = re.compile(
    r"(?:RELATED|READ MORE|READ ALSO|ALSO READ|SEE ALSO|WATCH MORE|[ÀA] LIRE AUSSI|LIRE AUSSI|LEGGI ANCHE"
    r"|LEIA TAMBÉM|LEA TAMBIÉN|LEE TAMBIÉN|LESEN SIE AUCH|MEHR ZUM THEMA|LEES OOK|LES OGSÅ"
    r"|MORE ON THIS)(?:\s?[:|»›>–—-]\s?|\s)\S"
    r"|(?i:related(?: article| story| coverage| video| news)?|read more|read also|also read|read next|see also"
    r"|see more|more on this(?: story| topic)?|more|watch|watch live|listen|don['’]t miss|further reading|recommended"
    r"|mehr zum thema|lire aussi|leer más|lea también|lesen sie auch|leggi anche)\s?[:|»›>]\s?\S"
    r"|(?:WATCH|READ|LISTEN|MORE|VIDEO|PHOTOS|GALLERY)\s?[:|»›>–—]\s?\S"
    r"|\(\s?(?i:also on|watch|see also|related|read|photos?|video|more)\b[^()]{0,20}:[^()]{3,140}\)"
    r"|Read (?:more|also) (?:about|at|here|on|in|from)\b|>{1,3}\s?\S"
)
_FURNITURE = re.compile(
    r"\d{1,3}[ -]min(?:ute)?s?(?: read| listen| watch)\b.{0,12}|(?:lesezeit:? "
    r"|temps de lecture )?\d{1,3} ?min(?:ut[eo]s?|uten|uti)?\.?"
    r"(?: de lectura| di lettura| de leitura| lesezeit| de lecture)?|.{2,30} (?:icon|logo|badge)|\d{1,2}:\d{2}"
    r"|[#+-]?\d[\d,.]{0,8}k?"
    r"|(?:share|tweet|email|print|post|save|more|facebook|twitter|whatsapp|linkedin)"
    r"(?: (?:share|tweet|email|e-mail|print|post|save|more|facebook|twitter|whatsapp|linkedin|reddit|copy link"
    r"|pinterest|instagram|youtube|telegram|googleplus|google))+"
    r"|(?:(?:image|photo|slide) )?\d{1,3} (?:of|/) \d{1,3}"
    r"|[^\W\d][^/»›>|]{1,25}(?:\s[»›>]\s[^/»›>|]{1,40}){1,5}|[^/|]{2,20}(?: / [^/|]{2,20}){1,4}"
    r"|[\w. ]{2,30} // .{2,40}"
    r"|(?:follow|find|like) (?:us|@?[\w .]{2,40}) on (?:our )?(?:twitter|x|facebook|instagram|youtube|tiktok|telegram"
    r"|whatsapp|linkedin|threads|bluesky|google|flipboard|social)\b[\w ,.]{0,60}|.{0,80}\bprivacy policy\b.{0,80}"
    r"|slideshow \(\d{1,3} images?\)|(?:follow @\w{2,30}\s?){1,4}"
    r"|(?:[\w'’&-]+\s){0,4}(?:[\w-]+-)?newsletters?(?:\s[\w'’&-]+){0,3}|(?:hide|show|toggle) caption.{0,20}"
    r"|(?:web )?editor:\s[\w ,]{2,40}|online (?:seit|since) .{3,40}"
    r"|choose from \d{1,3} languages|comments? \(?\d{1,5}\)?|\d{1,6} (?:comments?|views?|shares?|likes?)"
    r"|page \d{1,3}",
    re.IGNORECASE,
)
_BY_ALONE = re.compile(r"by|author(?: of the article)?\s?:|written by|von|par|por|di", re.IGNORECASE)
_LONGEST_LABEL = 30  # "Author of the article:"
_END_MARK = re.compile(r"\s+(?:Enditem|End item|\(ENDS?\)|-30-|#\s?#\s?#|[■●◼])\s*$")
_END_SHAPE = re.compile(
    r"(?!visit|read|see|click|get|for|the)(?:[\w&'’\".]+\s){0,4}"
    r"(?:latest|popular|most (?:read|popular|viewed)|related|recommended|trending|top|more)\s"
    r"(?:[\w&]{2,20}\s)?(?:articles?|stories|news|posts|videos|headlines|galleries|coverage|picks)",
    re.IGNORECASE,
)
_CUT_OFF = re.compile(r"[^\"“”]{10,130}?[\w,;:’')-]\s?(?:\.\.\.|…)")
_LIST = re.compile(r"(?:[*•‣◦▪●■–—-]|\d{1,2}[.)])\s+\S")
_TOLD = re.compile(r"[\"“”]|\b(?:said|says|told)\b")
# What gives a sentence away that begins as buttons do: "Built by prisoners, the road was …".
_FINITE = re.compile(
    r",\s(?:the|an?|it|he|she|they|his|her|its|their|we|who|which)\s"
    r"|\s(?:is|are|was|were|has|have|had|would|did|does|fell|rose|grew|sells?|sold|went|came|took|made|gave|saw|left|kept"
    r"|held|stood|began|ran|lost|won|shows?|said|\w{2,}ed)\b"
)
_SENTENCE = 12  # words: a longer line that ends as a sentence is one
_LETTER = re.compile(r"[^\W_]")
_CLOSERS = "\"'“”‘’)]»›】）"  # may stand behind the mark that ends a sentence
_TERMINAL = (".", "!", "?", "…", ":", ";", "。", "！", "？", "」", "।", "؟", "۔", "።")


def classify(line: str) -> LineClass:
    """The class of a line that holds something. The order is that of trust: whole-line phrases before shapes."""
    if len(line) > LONG:
        return LineClass.PROSE if _LETTER.search(line, 0, LONG) else LineClass.RULE
    if not _LETTER.search(line):
        return LineClass.RULE
    line = line[: end_mark(line)]
    phrase = _phrase_class(key(line), line) if len(line) <= 160 else None
    return phrase or _shape_class(line) or (LineClass.PROSE if is_sentence(line) else LineClass.SHORT)


def end_mark(line: str) -> int:
    """Where a mark begins that tells where a story ends ("Enditem", "-30-"), or the length of the line."""
    if line.endswith((".", "”", '"', "?", "!", ",")):
        return len(line)  # nearly all lines, and no mark ends so
    found = _END_MARK.search(line, max(0, len(line) - 20))
    return found.start() if found is not None and found.start() > 0 else len(line)


def is_sentence(line: str) -> bool:
    """Whether a line reads as running text: it ends as a sentence does and is no mere word, or it is very long."""
    bare = line.rstrip(_CLOSERS)
    if line.endswith(("...", "…")) and _CUT_OFF.fullmatch(line) is not None:
        return False  # the headline of another story, cut to fit
    if len(line) > 40 and "。" in line:
        return True
    if len(line) > 160 or trailing_credit(line) < len(line):
        return True
    if not bare.endswith(_TERMINAL):
        # An opening quotation that goes on in the next paragraph has no end mark; neither has a comma before it.
        return len(line) > 40 and line[0] in '"“' and bare.endswith((",", "—", "-"))
    if bare.endswith("?") and bare == line and len(line) < 100:
        return False  # a heading that asks
    return len(line.split()) > 2 or len(line) > 60 or (len(line) > 14 and not line.isascii())


def is_all_capitals(line: str) -> bool:
    """Whether a line is a link in capitals, as some sites set them between paragraphs: six words or more."""
    return line.isupper() and len(line.split()) >= 6 and not line.endswith((".", "”", '"'))


def ends_as_sentence(line: str) -> bool:
    """Whether the last mark of a line is one that ends a sentence."""
    return line[-80:].rstrip(_CLOSERS).endswith(_TERMINAL)


def is_told(line: str) -> bool:
    """Whether a line is a sentence of a story by its length or its verb, though it may begin as a button does."""
    if not line.rstrip(_CLOSERS).endswith((".", "!", "?", "。")) or line.endswith(("...", "…")):
        return False
    return line.count(" ") >= _SENTENCE or _FINITE.search(line, line.find(" ") + 1) is not None


def stands_alone(line: str) -> bool:
    """Whether a line is no running text, so that it is never joined with the one above or below."""
    return classify(line) not in (LineClass.PROSE, LineClass.SHORT, LineClass.CAPTION)


def _phrase_class(words: str, line: str) -> LineClass | None:
    """``words`` is the key of the line. What begins like a heading and ends with a colon is a sentence."""
    opens_more = line.endswith(":")
    if words in phrases.ADVERTISEMENTS or words.startswith(("story continues below", "article continues below")):
        return LineClass.ADVERTISEMENT
    if words in phrases.END_HEADINGS or (words.startswith(phrases.END_PREFIXES) and len(words) < 60 and not opens_more):
        return LineClass.END_HEADING
    if len(words) < 60 and _END_SHAPE.fullmatch(words) is not None and words not in phrases.LINK_HEADINGS:
        return LineClass.END_HEADING
    if words in phrases.LINK_HEADINGS:
        return LineClass.LINK_HEADING
    if words in phrases.FURNITURE or dates.is_relative(words):
        return LineClass.FURNITURE
    if words.startswith(POSTED_PREFIXES) and dates.read_stamp(words, day_first=True) is not None and len(words) > 40:
        return LineClass.FURNITURE
    if words.startswith(phrases.FURNITURE_PREFIXES) and not _TOLD.search(words):
        is_sure = words.startswith(phrases.SURE_PREFIXES)
        return LineClass.FURNITURE if is_sure or not is_told(line) else None
    return None


def _shape_class(line: str) -> LineClass | None:
    lower = line.lower()
    if ("://" in lower or "www." in lower) and address_line(line):
        return LineClass.ADDRESS
    if line.startswith("©") and is_credit_line(line):
        return LineClass.CREDIT
    if holds_one(lower, _COPYRIGHT_ASCII if line.isascii() else _COPYRIGHT_HINTS) and _COPYRIGHT.match(line):
        return LineClass.COPYRIGHT
    if _RELATED.match(line) and len(line) <= 250:
        return LineClass.RELATED
    if dates.is_stamp_line(line):
        return LineClass.TIMESTAMP
    if notice_flags(line):
        return LineClass.NOTICE
    byline = read_byline(line)
    is_byline = byline is not None or (len(line) < _LONGEST_LABEL and bool(_BY_ALONE.fullmatch(line)))
    if byline is not None and byline.stamp is not None:
        return LineClass.BYLINE
    is_credit = is_credit_line(line)
    if is_byline and "/" not in line and not is_credit:  # "Ralf Dorn/AP" is a credit
        return LineClass.BYLINE
    if is_wire_credit(line):
        return LineClass.WIRE_CREDIT
    if is_credit:
        return LineClass.CREDIT
    if read_caption(line):
        return LineClass.CAPTION
    if is_byline:
        return LineClass.BYLINE
    if is_author_note(line):
        return LineClass.AUTHOR_NOTE
    if (len(line) <= 160 and not is_told(line) and _FURNITURE.fullmatch(line)) or asks(line):
        return LineClass.FURNITURE
    if _LIST.match(line) is None or (line[0] in "–—" and len(line) > 50 and is_sentence(line)):
        return None  # "– Det er ingen fare, sier hun." is speech
    return LineClass.LIST
