"""What a page shows around its story and between its lines: every line a removal with its reason, where it stood."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from reader.core.kinds import BlockRole
from reader.ingest.facts import Facts
from reader.ingest.html.hidden import attributes_of
from reader.ingest.html.judging import LINKED
from reader.ingest.html.page_lines import PageLine, StoryLine, letters_of
from reader.ingest.html.pictures import names_of
from reader.ingest.making import Beside

_KINDS = (
    ("readers-comment", re.compile(r"comment|disqus|discussion")),
    ("advertisement", re.compile(r"advert|sponsor|(?:^|[\s_-])ads?(?:$|[\s_-])|outbrain|taboola")),
    (
        "related-link",
        re.compile(
            r"relat|recommend|recirc|read-?(?:more|next|also)|see-?also|also-?read|more-?(?:stories|news|on|from)|teaser"
            r"|most-?(?:read|popular|viewed)|popular|trending|lire-?aussi|relacionad|correlat|verwandt"
        ),
    ),
)
_COPYRIGHT = re.compile(r"(?:©|\(c\) ?\d|copyright\b)", re.IGNORECASE)
_SIGNED_BY = re.compile(r"^(?:by|von|par|por|di|door|av|af)\b", re.IGNORECASE)
_LONGEST_BYLINE = 120  # code points


def with_page(
    story: Sequence[StoryLine], page: Sequence[PageLine], facts: Facts
) -> tuple[tuple[StoryLine, ...], tuple[Beside, ...]]:
    """The story below its headline, and all other lines of the page, each with the place at which it stood."""
    top = _headline_at(page, facts.headline, first=min((at for line in story for at in line.shown), default=len(page)))
    if top >= 0:
        story = (StoryLine(BlockRole.HEADLINE, facts.headline, (top,)), *story)
    return tuple(story), tuple(_beside(story, page, facts))


def _headline_at(page: Sequence[PageLine], headline: str, first: int) -> int:
    """Where the page shows the headline above its story: a heading, else the last such line; -1 where it does not."""
    letters = letters_of(headline)
    same = [at for at in range(first) if letters and page[at].letters == letters]
    heads = [at for at in same if page[at].block.tag in ("h1", "h2") and not page[at].outside]
    return next(reversed(heads or same), -1)


def _beside(story: Sequence[StoryLine], page: Sequence[PageLine], facts: Facts) -> Iterator[Beside]:
    below = {at: number + 1 for number, line in enumerate(story) for at in line.shown}
    last = max(below, default=-1)
    said = _Said(story, facts)
    # Thousands of lines stand in a few places; what holds the story is no menu, whatever it is called.
    known = {place: "" for at in below for place in page[at].outside}
    before = 0
    for at, line in enumerate(page):
        if at in below:
            before = below[at]
            continue
        if not said.holds(line.letters):
            is_within = before > 0 and at < last
            reason = said.repeats(line.text, line.letters) or _reason_of(line, known, is_within=is_within)
            yield Beside(line.text, reason, before)


class _Said:
    """What the article says already, of which a page may show another copy."""

    def __init__(self, story: Sequence[StoryLine], facts: Facts) -> None:
        self._headline, self._byline = letters_of(facts.headline), letters_of("".join(facts.byline))
        self._lines = {letters_of(line.text) for line in story}
        self._captions = {letters_of(line.text) for line in story if line.role is BlockRole.CAPTION}
        # What the page does not show as a line of its own: the first line that says it is none that was taken away.
        self._unseen = {letters_of(line.text) for line in story if not line.shown} | {self._byline} - {""}
        if all(line.role is not BlockRole.HEADLINE for line in story):
            self._unseen |= {self._headline} - {""}

    def holds(self, letters: str) -> bool:
        """Whether a line is the first to show what the article says and has from elsewhere."""
        if letters not in self._unseen:
            return False
        self._unseen.remove(letters)
        return True

    def repeats(self, words: str, letters: str) -> str:
        """The reason for which a line goes that the article says in another place; empty where it does not."""
        if not letters:
            return ""
        if letters == self._headline:
            return "repeated-headline"
        if letters in self._captions:
            return "repeated-caption"
        if letters in self._lines:
            return "repeated-line"
        if self._byline and len(words) <= _LONGEST_BYLINE and letters.endswith(self._byline):
            return "repeated-byline" if letters_of(_SIGNED_BY.sub("", words)) == self._byline else ""
        return ""


def _reason_of(line: PageLine, known: dict[etree._Element, str], *, is_within: bool) -> str:
    """The code of the reason for which a line of the page is none of the story; ``is_within``: amid it."""
    if _COPYRIGHT.match(line.text):
        return "copyright"
    for place in reversed(line.outside):
        if place not in known:
            named = names_of(attributes_of(place))
            known[place] = next((reason for reason, kind in _KINDS if kind.search(named)), "furniture")
    reasons = [known[place] for place in reversed(line.outside) if known[place]]
    if reasons:
        return next((reason for reason in reasons if reason != "furniture"), "furniture")
    return "related-link" if is_within and line.linked >= LINKED else "outside-story"
