"""The names by which the sentences around a story call their page: "Get the … app", "is a reporter at …"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from reader.ingest.plain import agencies
from reader.ingest.plain.names import is_name
from reader.ingest.plain.phrases import SECTIONS

_NAME = (
    r"(?P<name>(?:The\s)?(?:[A-ZÀ-Þ]|\d(?=\w?[A-Za-z]))[\w’'&+-]*(?:\.(?:com|net|org|co|ie|ca|in|uk|au|de|fr|es|it))?"
    r"(?:\s(?:(?:of|the|de|la|le|and|&)\s){0,2}[A-ZÀ-Þ][\w’'&+-]*){0,4})"
)
_ROLE = r"(?:reporter|writer|editor|correspondent|journalist|columnist|producer|fellow|critic|Redakteur(?:in)?)"
_TELLING: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?i:get|download|open|use)\s(?:the\s)?{_NAME}\s(?i:app)\b",
        rf"\b(?i:sign up (?:to|for)|get|subscribe to|join|support|about|contact|follow|read more|more from)\s(?:the\s)?"
        rf"{_NAME}(?=[’']s\s|\s(?i:newsletters?|news|alerts?|stories|on\s)|[.!]?$)",
        rf"\b{_ROLE}\s(?i:at|for|with|of)\s(?:the\s)?{_NAME}(?=\s(?:in|based|and|since|who|where|covering)\b|[.,]|$)",
        rf"\b(?:covers|writes|reports|wrote)\s[^.]{{0,80}}\sfor\s(?:the\s)?{_NAME}(?=[.,]|$)",
        rf"\bpublished in\s(?:the\s)?{_NAME}(?=,)",
        rf"^(?:—\s)?{_NAME}[’']s\s[A-ZÀ-Þ][\w.-]*\s[A-ZÀ-Þ][\w.-]*\s(?:and\s.{{3,60}}\s)?contributed to this\b",
        rf"\b(?:[A-ZÀ-Þ][\w.-]+)\s?(?:/|for)\s{_NAME}\)?$",
        rf"[|–—-]\s{_NAME}$",
        rf"^{_NAME}\s(?i:subscribers?|readers|newsletters?|staff(?:\s(?:writer|reporter))?|app|podcasts?|premium)$",
        rf"^(?:Source|Quelle|Fuente|Fonte|Źródło|Bron):\s?{_NAME}(?=/|$)",
    )
)
# Without one of these a line tells nothing, which spares the patterns above for most lines.
_HINTS = (
    "app", "sign up", "get ", "subscri", "join ", "support ", "about ", "contact ", "follow ", "read more",
    "more from", *"reporter writer editor correspondent journalist columnist producer fellow critic redakteur".split(),
    "covers", "writes", "reports", "wrote", "published in", "contributed", "/", " for ", "|", "–", "—", " - ",
    "reader", "newsletter", "staff", "podcast", "premium", "source:", "quelle:", "fuente:", "fonte:", "źródło:",
    "bron:",
)  # fmt: skip
_NOT_OURS = frozenset(
    "facebook twitter instagram youtube linkedin whatsapp telegram tiktok google apple x us reddit threads"
    " bluesky flipboard getty shutterstock android iphone ios pinterest mastodon".split()
)
_NO_NAMES = frozenset("our your us here the get subscribe newsletter newsletters author english deutsch zur".split())
_HOST = re.compile(
    r"(?<![\w.-])(?:[\w.-]{1,40}@|www\.)?(?P<label>\w[\w-]{2,30})\.(?:co\.[a-z]{2}|com\.[a-z]{2}|com|net|org|[a-z]{2})(?![\w.-])",
    re.IGNORECASE,
)
_LONGEST = 300  # code points of a line that may tell
_MOST = 4000  # lines: more are no page
_MOST_NAMES = 20  # each is looked for in every line
_ENOUGH = 5  # lines that name the page, those that tell of it counted twice more
_KNOWN, _SURE, _ADDRESS = 2, 1, 3  # what a name is worth more that is known, reads as a paper's, or is the address


def told_name(outside: Iterable[str], people: Sequence[str]) -> str:
    """The name that lines outside a story tell of their page and repeat; empty where none is sure.

    ``people`` are those whom the byline names: pages say "Follow …" and "More from …" of them, too.
    """
    lines = [text for text in dict.fromkeys(outside) if len(text) <= _LONGEST][:_MOST]
    told = Counter(name for text in lines for name in _told_in(text) if name not in people)
    worth = {
        name: 2 * count + _said(name, lines) + _looks(name, lines) for name, count in told.most_common(_MOST_NAMES)
    }
    for name in _addressed(lines):
        worth[name] = worth.get(name, 0) + _ADDRESS + (_said(name, lines) if name not in told else 0)
    best = max(worth, key=lambda name: (worth[name], len(name)), default="")
    return best if best and worth[best] >= _ENOUGH else ""


def _told_in(text: str) -> frozenset[str]:
    lower = text.lower()
    if not any(hint in lower for hint in _HINTS):
        return frozenset()
    names = {match["name"] for pattern in _TELLING if (match := pattern.search(text)) is not None}
    return frozenset(name for name in names if _may_be_ours(name))


def _may_be_ours(name: str) -> bool:
    words = name.casefold().removeprefix("the ").split()
    if not words or not _NO_NAMES.isdisjoint(words) or words[0] in _NOT_OURS or agencies.is_wire(name):
        return False
    if name.casefold() in SECTIONS:
        return False
    return agencies.is_publication(name) or len(words) == 1 or not is_name(name)


def _looks(name: str, lines: Sequence[str]) -> int:
    """What a name is worth by its look; the item of a menu ("New Zealand") is the name of a section."""
    if agencies.known(name) or agencies.known(f"The {name}"):
        return _KNOWN
    if agencies.is_surely_publication(name):
        return _SURE
    return -_ADDRESS if name in lines else 0


def _addressed(lines: Sequence[str]) -> tuple[str, ...]:
    """The names that mail and page addresses around a story bear, as the page writes them."""
    found = [match for text in lines if "." in text for match in _HOST.finditer(text)]
    labels = Counter(label for match in found if (label := match["label"].casefold()) not in _NOT_OURS)
    return tuple(name for label, _ in labels.most_common(_MOST_NAMES) if (name := _spelled(label, lines)))


def _spelled(label: str, lines: Sequence[str]) -> str:
    """How the page writes the name of which an address is made ("9NEWS" of 9news.com.au), most often."""
    letters = label.replace("-", "")
    spelled = re.compile(r"(?<![\w@.])" + r"[\s-]?".join(map(re.escape, letters)) + r"(?![\w-])", re.IGNORECASE)
    written = Counter(m[0] for text in lines for m in spelled.finditer(text) if not m[0][0].islower())
    return max(written, key=lambda name: written[name], default="")


def _said(name: str, lines: Sequence[str]) -> int:
    bare = re.compile(rf"(?<!\w){re.escape(name.removeprefix('The '))}(?!\w)", re.IGNORECASE)
    return sum(bare.search(text) is not None for text in lines)
