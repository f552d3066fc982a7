"""Which lines of a page are its story: trafilatura points at some, and the tree says what belongs to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from reader.core.kinds import BlockRole
from reader.ingest.html.judging import ALL_LINKED, LINKED, Judged, judge
from reader.ingest.html.page_lines import PageLine, StoryLine, letters_of
from reader.ingest.html.page_phrases import ALSO
from reader.ingest.html.runs import COSTS, best_run
from reader.ingest.html.standfirsts import is_key_point, is_standfirst

_PARTLY = 0.3  # share of a line that is a link, from which "Read also" is believed to lead away
_LONGEST_ANNOUNCEMENT = 80  # code points
_THINGS, _FEWEST_THINGS = frozenset(("section", "div", "li")), 3
_ABOVE = 14  # lines above a story without a headline among which its standfirst may stand


@dataclass(frozen=True, slots=True)
class Body:
    """The lines of a story with their roles; ``weight`` is about the number of its words."""

    lines: tuple[StoryLine, ...] = ()
    weight: float = 0.0
    share: float = 0.0
    """How much of it trafilatura pointed at."""


def find_body(lines: Sequence[PageLine], pointed: str, headline: str, summaries: Sequence[str]) -> Body:
    """The story among the lines of a page.

    ``pointed``: the text that trafilatura found, a block a line; it may be empty, or hold too little or too much.
    """
    judged = judge(lines, pointed)
    top = _headline_at(judged, headline)
    run = best_run(judged, top)
    if run is None:
        return Body()
    start, end, weight = run
    kept = _kept(judged, start, end)
    first = min((at for at, role in kept.items() if role is BlockRole.BODY), default=start)
    kept |= _above(judged, kept, top, first, summaries)
    for at in _standfirsts_within(judged, kept, top, summaries):
        kept[at] = BlockRole.SUBHEAD
    prose = [judged[at] for at, role in kept.items() if role is BlockRole.BODY]
    share = sum(len(j.line.text) for j in prose if j.seed) / max(1, sum(len(j.line.text) for j in prose))
    return Body(tuple(StoryLine(kept[at], lines[at].text, (at,)) for at in sorted(kept)), weight, share)


def _headline_at(judged: Sequence[Judged], headline: str) -> int:
    letters = letters_of(headline)
    within = [(at, one.line) for at, one in enumerate(judged) if not one.line.outside]
    same = [(at, line) for at, line in within if letters and line.letters == letters]
    heads = [at for at, line in same if line.block.tag in ("h1", "h2")]
    tops = heads or [at for at, _ in same] or [at for at, line in within if line.block.tag == "h1"]
    return tops[0] if tops else -1


def _kept(judged: Sequence[Judged], start: int, end: int) -> dict[int, BlockRole]:
    """The lines of the run that are kept, with their roles."""
    belongs = _Belonging([judged[at] for at in range(start, end)])
    kept: dict[int, BlockRole] = {}
    for at in range(start, end):
        one = judged[at]
        leads_away = one.line.linked > _PARTLY and ALSO.match(one.line.text) is not None
        if one.outside or leads_away or one.line.linked >= (ALL_LINKED if one.seed else LINKED):
            continue
        if one.of_picture or one.seed or belongs.holds(one):
            kept[at] = one.line.role
    for at in reversed(range(start, end)):
        one = judged[at]
        is_heading = one.line.role is BlockRole.SUBHEAD and one.line.linked < LINKED and one.found not in COSTS
        if is_heading and not one.seed and not one.outside and _heads(judged, kept, at, end):
            kept[at] = BlockRole.SUBHEAD
    for at in range(start, end - 1):
        # A heading that trafilatura kept, and nothing of what it heads.
        if kept.get(at) is BlockRole.SUBHEAD and not _heads(judged, kept, at, end):
            del kept[at]
    last = max(kept, default=-1)
    # "More from the harbor:", and then nothing but links.
    if 0 <= last < len(judged) - 1 and _announces(judged[last].line.text) and judged[last + 1].line.linked >= LINKED:
        del kept[last]
    return kept


def _announces(words: str) -> bool:
    return len(words) <= _LONGEST_ANNOUNCEMENT and words.endswith((":", "："))


class _Belonging:
    """Where, and how, the paragraphs stand at which trafilatura points; others that stand so belong to them."""

    def __init__(self, run: Sequence[Judged]) -> None:
        prose = [one.line.block for one in run if one.seed and one.prose]
        self._looks = Counter(_look(block) for block in prose)
        self._parents = {block.getparent() for block in prose}
        self._around = {above for one in run if one.seed for above in _around(one.line.block)}
        self._things = _things(run)

    def holds(self, one: Judged) -> bool:
        """Whether a line at which trafilatura does not point is of the story all the same."""
        block, role = one.line.block, one.line.role
        if not self._looks:  # it points at nothing
            return one.prose or role is not BlockRole.BODY
        if role is BlockRole.SUBHEAD or not (one.prose or role is BlockRole.LIST):
            return False
        if one.prose and block.getparent() in self._things:
            return True
        alike = self._looks[_look(block)] > 1 and any(above in self._around for above in _around(block))
        return alike or block.getparent() in self._parents


def _things(run: Sequence[Judged]) -> set[etree._Element]:
    """The elements of a story that lists things: three or more alike, side by side near its prose, each with a heading.

    A heading that is a link is that of another story.
    """
    near = {above for one in run if one.seed and one.prose for above in islice(one.line.block.iterancestors(), 3)}
    headed = dict.fromkeys(
        home
        for one in run
        if one.line.role is BlockRole.SUBHEAD and not one.outside and one.line.linked < LINKED
        if (home := one.line.block.getparent()) is not None and home.getparent() in near and home.tag in _THINGS
    )
    kinds = Counter(map(_kind, headed))
    return {home for home in headed if kinds[_kind(home)] >= _FEWEST_THINGS}


def _kind(element: etree._Element) -> tuple[str, str, etree._Element | None]:
    return str(element.tag), element.get("class", ""), element.getparent()


def _heads(judged: Sequence[Judged], kept: dict[int, BlockRole], at: int, end: int) -> bool:
    """Whether the next line of the story, pictures left out, is one that the heading at ``at`` can head."""
    for below in range(at + 1, end):
        if not judged[below].of_picture:
            return below in kept
    return False


def _around(block: etree._Element) -> list[etree._Element]:
    """The three elements around a block, but for those that hold the whole page."""
    found = [above for above, _ in zip(block.iterancestors(), range(3), strict=False)]
    return [above for above in found if above.tag not in ("body", "html", "main")]


def _look(block: etree._Element) -> tuple[str, ...]:
    """How a block is set: its tag and class, and those of the two around it. Paragraphs of one story look alike."""
    found: list[str] = []
    element: etree._Element | None = block
    for _ in range(3):
        if element is None:
            break
        found.append(f"{element.tag} {element.get('class', '')}")
        element = element.getparent()
    return tuple(found)


def _above(
    judged: Sequence[Judged], kept: dict[int, BlockRole], top: int, first: int, summaries: Sequence[str]
) -> dict[int, BlockRole]:
    """The standfirst between headline and story, and the captions of the picture that stands there."""
    story = {judged[at].line.letters for at in kept}
    found: dict[int, BlockRole] = {}
    for at in range(top + 1 if 0 <= top < first else max(0, first - _ABOVE), first):
        one = judged[at]
        if one.outside or at in kept or one.line.letters in story:
            continue
        if one.of_picture:
            found[at] = one.line.role
        elif one.line.linked < LINKED and is_standfirst(one.line, at, top, summaries):
            found[at] = BlockRole.SUBHEAD
        elif one.line.linked < LINKED and is_key_point(one.line):
            found[at] = BlockRole.LIST
    return found


def _standfirsts_within(
    judged: Sequence[Judged], kept: dict[int, BlockRole], top: int, summaries: Sequence[str]
) -> list[int]:
    """Lines at the beginning of the story that are set in another way than the rest of it."""
    prose = [at for at in sorted(kept) if kept[at] is BlockRole.BODY]
    looks = Counter(_look(judged[at].line.block) for at in prose)
    found: list[int] = []
    for at in prose[:2] if len(prose) > 2 else ():
        line = judged[at].line
        if looks[_look(line.block)] > 1 or not is_standfirst(line, at, top, summaries):
            break
        found.append(at)
    return found
