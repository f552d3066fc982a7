"""What newsletters and mailing lists print around their stories: links to the web, footers, signatures."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from reader.core.kinds import BlockRole
from reader.ingest.dates import MONTH
from reader.ingest.facts import Facts
from reader.ingest.plain.classes import LineClass
from reader.ingest.plain.regions import Fate
from reader.ingest.plain.structure import Structure

_MAIL = r"(?:e-?mail|message|newsletter|mailing|briefing|bulletin)"
_SETTINGS = r"(?:preferences|subscriptions?|settings|profile|options)"
_VIEW = re.compile(
    rf"(?:(?:are you )?(?:if you(?: are|['’]re| have)? )?(?:having )?(?:trouble|problems?|difficult(?:y|ies)) "
    rf"(?:viewing|reading|seeing|with) .*"
    rf"|(?:is )?(?:this|your|the|our)? ?{_MAIL} (?:is )?(?:not |in)(?:displaying|displayed|rendering|readable).*"
    rf"|(?:if you )?(?:can['’]?t|cannot) (?:see|view|read) (?:this|the|our|images)\b.*"
    rf"|(?:click (?:here )?to |please )?(?:view|read|open|see|show)(?: (?:this|it|the|today['’]s|our))?"
    rf"(?: (?:{_MAIL}|edition|issue|post|story|article|page|content))?(?: (?:in|on|as|at|with))?"
    rf"(?: (?:a|your|the|our|its))?(?: ?(?:web|online|full|browser|html))?[ -]?"
    rf"(?:browser|online|web ?page|web ?site|web|app|version)\b.{{0,60}}"
    rf"|(?:web|online|browser|html) version(?: of this {_MAIL})?)",
    re.IGNORECASE,
)
# The beginnings of sentences that tell why a mail came and how to have no more of it.
_WHY = re.compile(
    rf"(?:you(?: are|['’]re| were|['’]ve| have)? (?:currently )?(?:receiving|received|getting|got) (?:this|these|our)\b"
    rf"|you(?: are|['’]re| were|['’]ve| have)? (?:currently )?(?:subscribed|signed up|opted in)\b.{{0,60}}"
    rf"\b(?:{_MAIL}s?|list|group|alerts|updates|our)\b"
    rf"|this {_MAIL} (?:was|has been|is) (?:sent|delivered|intended|brought)|{_MAIL} sent to \S+@|sent to \S+@"
    rf"|to (?:stop receiving|unsubscribe|opt[ -]out|be removed from (?:this|our|the) (?:mailing )?list)\b"
    rf"|to (?:change|update|manage|edit) (?:how you (?:receive|get)|your (?:{_MAIL} |subscription )?{_SETTINGS})\b"
    rf"|(?:if you )?(?:no longer|don['’]t|do not) (?:want|wish) to (?:receive|get|hear from)\b"
    rf"|if you (?:no longer|don['’]t|do not|prefer not|would (?:prefer|like|rather)|['’]d like|want|wish)\b.{{0,80}}\b"
    rf"(?:receiv\w{{1,3}} (?:this|these|our|future|further|any|more|such|{_MAIL}s?)|unsubscribe|{_MAIL}s?)\b"
    rf"|forwarded this {_MAIL}\?|want to change how you (?:receive|get) (?:this|these|our)\b"
    rf"|you (?:can|may) (?:also )?(?:unsubscribe|(?:update|manage|change|edit) your (?:{_MAIL} )?{_SETTINGS})\b"
    rf"|(?:was this|did someone|did a friend|has this been|got this)\b.{{0,60}}\bforward"
    rf"|(?:manage|update|change|edit)(?: your)?(?: {_MAIL}| subscription| communication)? {_SETTINGS}\b"
    rf"|(?:(?:caution|warning|external|attention)\W{{1,4}}(?:external \S{{1,20}} )?)?(?:this )?{_MAIL} "
    rf"(?:originated|came|comes|is|was sent) (?:from )?(?:an? )?(?:outside|external)\b"
    rf"|our (?:mailing|postal) address"
    rf"|(?:please )?add (?:us|\S+@\S+) to your (?:address book|contacts|safe)"
    rf"|(?:please )?do not reply (?:to this|directly)|(?:un)?subscribe (?:from|to) this {_MAIL}"
    rf"|(?:click here )?to (?:view|read) (?:our|the) privacy)",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"(?:click (?:here )?to )?unsubscribe(?: (?:here|now|instantly|from .{1,50}))?|opt[ -]?out|preferences"
    r"|(?:e-?mail|subscription|newsletter) (?:preferences|settings|archive)|manage .{1,40}|update .{1,40}"
    r"|privacy(?: (?:policy|notice|statement))?|terms(?: (?:of|and|&) .{1,30})?|contact(?: us)?"
    r"|help(?: cent(?:er|re))?|faqs?|about(?: us)?|advertise(?: with us)?|subscribe|sign up|share|tweet|like|comment"
    r"|restack|forward|home"
    r"|forward (?:this|to)\b.{0,40}|archives?|past issues|translate|rss|start writing|get the app|upgrade to paid",
    re.IGNORECASE,
)
_DIVIDER = re.compile(r"\s*[|·•∙▪]\s*|\s+[-–—/]\s+|\s{3,}")
_POSTAL = re.compile(
    r"\b[A-Z]{2}\.?,? \d{5}(?:-\d{4})?\b|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|\bP\.? ?O\.? Box \d", re.IGNORECASE
)
_ADDRESS = re.compile(r"[<(\[]?https?://\S+", re.IGNORECASE)
_ENDS = " .:|*>»→[]()"
_LIST_RULE = re.compile(r"_{20,}|-- ?")
_DAY = re.compile(
    rf"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:{MONTH} \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}\.? {MONTH})",
    re.IGNORECASE,
)
_HEAD = 10  # lines
_LONGEST_LINK = 40  # code points
_LONGEST = 400  # code points of a line that is judged
_LONG_WORDS = 30  # a paragraph with so many is a story's, and no footer begins above it
_FEW_WORDS = 60
_MAX_FOOTER = 0.3  # of the words of the mail
_CONTENT = (BlockRole.BODY, BlockRole.SUBHEAD, BlockRole.LIST, BlockRole.TABLE, BlockRole.QUOTE, BlockRole.CREDIT)
_REASON = "mail-furniture"


def without_mail_furniture(story: Structure, told: Facts, header: Collection[int] = ()) -> Structure:
    """The structure of a mail whose footer and links to itself are removals, and the lines of ``header`` with them.

    An address on a line of its own is somewhere to go to, not the one under which the mail was published.
    """
    fates = list(story.fates)
    texts = [line.text for line in story.lines]
    is_link = [len(text) <= _LONGEST_LINK and _LINK.fullmatch(text.strip(_ENDS)) is not None for text in texts]
    for at, fate in enumerate(fates):
        if at in header or (fate.role in (None, *_CONTENT) and is_mail_furniture(texts[at])):
            fates[at] = Fate(None, _REASON)
        elif fate.role in _CONTENT and is_link[at] and True in is_link[max(0, at - 1) : at] + is_link[at + 1 : at + 2]:
            fates[at] = Fate(None, _REASON)  # "Like", "Comment", "Share" in a row
    for at in range(min(_HEAD, len(texts))):
        if fates[at].role in _CONTENT:
            fates[at] = _fate_in_head(texts[at], fates[at], told)
    start = _footer(story, fates)
    while 0 < start <= len(texts) and fates[start - 1].role in _CONTENT and _is_postal(texts[start - 1]):
        start -= 1
    for at in range(start, len(texts)):
        if fates[at].role is not None:
            fates[at] = Fate(None, _REASON)
    lede = next((at for at, fate in enumerate(fates) if fate.role is BlockRole.BODY), -1)
    classes = tuple(LineClass.FURNITURE if found is LineClass.ADDRESS else found for found in story.classes)
    return replace(story, classes=classes, fates=tuple(fates), lede=lede)


def _fate_in_head(line: str, fate: Fate, told: Facts) -> Fate:
    """What becomes of a line near the beginning: newsletters print their name, their writer and the day there."""
    words = line.casefold()
    if words in (name.casefold() for name in told.byline):
        return Fate(BlockRole.BYLINE)
    if words == told.publication.casefold():
        return Fate(None, _REASON)
    return Fate(BlockRole.TIMESTAMP) if _DAY.fullmatch(line) else fate


def is_mail_furniture(line: str) -> bool:
    """Whether a line speaks of the mail itself and of nothing that is news."""
    if len(line) > _LONGEST:
        return False
    bare = _ADDRESS.sub("", line).strip(_ENDS)
    if is_view_link(bare) or _WHY.match(bare):
        return True
    pieces = [piece for piece in _DIVIDER.split(bare) if piece]
    if not pieces or len(bare) > 200:
        return False
    return all(_LINK.fullmatch(piece) or is_view_link(piece) for piece in pieces) and (
        len(pieces) > 1 or "unsubscribe" in bare.lower() or "preferences" in bare.lower() or is_view_link(bare)
    )


def is_view_link(words: str) -> bool:
    """Whether words ask to read the mail on the web ("View this email in your browser")."""
    return len(words) <= 160 and _VIEW.fullmatch(words.strip(" .:|?!>»→")) is not None


def _footer(story: Structure, fates: list[Fate]) -> int:
    """Where the footer begins, or the number of the lines where there is none."""
    words = [len(line.text.split()) for line in story.lines]
    longs = [at for at, fate in enumerate(fates) if fate.role in _CONTENT and words[at] >= _LONG_WORDS]
    first = longs[-1] + 1 if longs else 0
    kept = sum(n for n, fate in zip(words, fates, strict=True) if fate.role in _CONTENT)
    for at in range(first, len(fates)):
        is_sign = fates[at].reason == _REASON or story.classes[at] is LineClass.COPYRIGHT
        if is_sign and is_view_link(_ADDRESS.sub("", story.lines[at].text).strip(_ENDS)):
            is_sign = False  # it stands above the stories more often than below
        if is_sign or _LIST_RULE.fullmatch(story.lines[at].text):
            below = sum(n for n, fate in zip(words[at:], fates[at:], strict=True) if fate.role in _CONTENT)
            if below <= _MAX_FOOTER * kept or (below <= _FEW_WORDS and 2 * below <= kept):
                return at
    return len(fates)


def _is_postal(line: str) -> bool:
    return len(line) <= 150 and _POSTAL.search(line) is not None
