"""Which lines of a page are its story: trafilatura points at some, and the tree says what belongs to them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from reader.core.kinds import BlockRole
from reader.ingest.html.page_lines import PageLine
from reader.ingest.html.page_phrases import ALSO
from reader.ingest.plain.classes import LineClass, classify, ends_as_sentence, is_sentence

RoledLine = tuple[BlockRole, str]

_CODE_POINTS_A_WORD = 6
_HEAVIEST = 60.0  # words of one paragraph that count
_SEED = 1.5  # how much more a line weighs at which trafilatura points
_COSTS = {
    LineClass.END_HEADING: 60.0,
    LineClass.COPYRIGHT: 40.0,
    LineClass.LINK_HEADING: 8.0,
    LineClass.FURNITURE: 4.0,
    LineClass.ADVERTISEMENT: 0.0,
    LineClass.RELATED: 1.0,
}
_SHORT = 2.0
_OUTSIDE = 4.0
_LINK = 4.0
_OTHER_HEADING = 30.0  # of an h1 that is not the headline: another story begins
_PARTLY, _LINKED, _ALL_LINKED = 0.3, 0.5, 0.8
_MOST_COMPARED = 1_000_000_000  # lines times code points; a page of a million lines is known by whole lines alone
_MOST_AT_HOME = 0.6  # of what trafilatura found, which makes an article the one that is meant
_UNSURE = 0.5  # how much less a line weighs at which trafilatura does not point, though it points at others
_POINTED = 300  # code points of what it found, from which it is believed so
_LEAST = 25  # code points from which a line that trafilatura has within a longer one is known again
_LONG = 200
_WORDY = 80  # code points from which a line is prose without a mark at its end
_STANDFIRST = re.compile(
    r"standfirst|stand-first|sub-?_?(?:title|head|headline)|\bdeck\b|\bdek\b|summary|\blead\b|\blede\b|intro|teaser-?text|abstract"
    r"|chapo|chapeau|accroche|sapo|ingress|manchet|perex|vorspann|anrei(?:ss|ß)er|entradilla|bajada|copete|subtitulo|sommario"
    r"|occhiello|sottotitolo|excerpt|description|spot|preamble|underrubrik|\blid\b|zajawka|lead-?text|article-?lead",
    re.IGNORECASE,
)
_SHORTEST_STANDFIRST = 15
_AROUND = 14  # lines above the story among which its standfirst stands


@dataclass(frozen=True, slots=True)
class Body:
    """The lines of a story with their roles; ``weight`` is about the number of its words."""

    lines: tuple[RoledLine, ...] = ()
    weight: float = 0.0
    share: float = 0.0
    """How much of it trafilatura pointed at."""


def find_body(lines: Sequence[PageLine], pointed: str, headline: str, summaries: Sequence[str]) -> Body:
    """The story among the lines of a page.

    ``pointed``: the text that trafilatura found, a block a line; it may be empty, or hold too little or too much.
    """
    seeds = _seeds(lines, pointed)
    excused = _excused(lines, seeds)
    others = _in_other_articles(lines, seeds)
    outside = [
        other or any(place not in excused for place in line.outside) for line, other in zip(lines, others, strict=True)
    ]
    # Most lines of a page are menus, which need no look at their words.
    classes = [
        LineClass.SHORT if away or (line.linked >= _LINKED and not seed) else _class(line, seed=seed)
        for line, seed, away in zip(lines, seeds, outside, strict=True)
    ]
    top = _headline_at(lines, headline)
    run = _best_run(lines, classes, seeds, outside, top)
    if run is None:
        return Body()
    start, end, weight = run
    kept = _kept(lines, classes, seeds, outside, start, end)
    first = min((at for at, role in kept.items() if role is BlockRole.BODY), default=start)
    kept |= _above(lines, outside, top, first, summaries, kept)
    for at in _standfirsts_within(lines, kept, top, summaries):
        kept[at] = BlockRole.SUBHEAD
    prose = [at for at, role in kept.items() if role is BlockRole.BODY]
    share = sum(len(lines[at].text) for at in prose if seeds[at]) / max(1, sum(len(lines[at].text) for at in prose))
    return Body(tuple((kept[at], lines[at].text) for at in sorted(kept)), weight, share)


def _class(line: PageLine, *, seed: bool) -> LineClass:
    """The class of a line. What is prose beyond doubt needs no look: it is judged once more when the story is made."""
    is_sure = len(line.text) >= _LONG or (seed and not line.linked and len(line.text) >= _WORDY)
    return LineClass.PROSE if is_sure else classify(line.text)


def _seeds(lines: Sequence[PageLine], pointed: str) -> list[bool]:
    blocks = {letters for block in pointed.split("\n") if (letters := _letters(block))}
    whole = "\n".join(blocks) if len(lines) * len(pointed) < _MOST_COMPARED else ""
    return [
        (letters := _letters(line.text)) in blocks or (len(letters) >= _LEAST and letters in whole) for line in lines
    ]


def _excused(lines: Sequence[PageLine], seeds: Sequence[bool]) -> set[etree._Element]:
    """The elements that are called a menu or the like, and hold half of what trafilatura found: names may deceive."""
    held: Counter[etree._Element] = Counter()
    found = 0
    for line, seed in zip(lines, seeds, strict=True):
        if seed:
            found += len(line.text)
            for place in line.outside:
                held[place] += len(line.text)
    return {place for place, size in held.items() if 2 * size > found}


def _in_other_articles(lines: Sequence[PageLine], seeds: Sequence[bool]) -> list[bool]:
    """Which lines stand in an ``article`` of their own, where most of the story stands in another one."""
    homes = [next(line.block.iterancestors("article"), None) for line in lines]
    homes = [line.block if line.block.tag == "article" else home for line, home in zip(lines, homes, strict=True)]
    sizes: Counter[etree._Element | None] = Counter()
    for line, seed, home in zip(lines, seeds, homes, strict=True):
        sizes[home] += len(line.text) * seed
    most = sizes.most_common(1)
    if not most or most[0][0] is None or most[0][1] < _MOST_AT_HOME * sizes.total():
        return [False] * len(lines)
    meant = most[0][0]
    return [
        home is not None and home is not meant and not seed and not (_is_of_picture(line) and _is_within(home, meant))
        for line, seed, home in zip(lines, seeds, homes, strict=True)
    ]


def _is_of_picture(line: PageLine) -> bool:
    return line.role in (BlockRole.CAPTION, BlockRole.CREDIT)


def _is_within(element: etree._Element, around: etree._Element) -> bool:
    return any(above is around for above in element.iterancestors("article"))


def _headline_at(lines: Sequence[PageLine], headline: str) -> int:
    letters = _letters(headline)
    same = [at for at, line in enumerate(lines) if letters and _letters(line.text) == letters and not line.outside]
    heads = [at for at in same if lines[at].block.tag in ("h1", "h2")]
    tops = heads or same or [at for at, line in enumerate(lines) if line.block.tag == "h1" and not line.outside]
    return tops[0] if tops else -1


def _best_run(
    lines: Sequence[PageLine],
    classes: Sequence[LineClass],
    seeds: Sequence[bool],
    outside: Sequence[bool],
    top: int,
) -> tuple[int, int, float] | None:
    """The run of lines with the greatest weight: prose for as little else as can be."""
    best = total = 0.0
    run: tuple[int, int] | None = None
    start = 0
    unsure = _UNSURE if sum(len(line.text) for line, seed in zip(lines, seeds, strict=True) if seed) > _POINTED else 1.0
    for at, line in enumerate(lines):
        if line.block.tag == "h1" and at > top >= 0 and line.role is BlockRole.SUBHEAD and not seeds[at]:
            total -= _OTHER_HEADING
        weight = _weight(line, classes[at], seed=seeds[at], outside=outside[at])
        total += weight * unsure if weight > 0 and not seeds[at] else weight
        if total <= 0:
            total, start = 0.0, at + 1
        elif total > best:
            best, run = total, (start, at + 1)
    return None if run is None else (*run, best)


def _weight(line: PageLine, found: LineClass, *, seed: bool, outside: bool) -> float:
    if outside:
        return -_OUTSIDE
    if line.linked >= _LINKED and not seed:
        return -_LINK
    if line.linked >= _ALL_LINKED:
        return -_LINK / 2
    if found in _COSTS:
        return -_COSTS[found]
    if line.role in (BlockRole.CAPTION, BlockRole.CREDIT, BlockRole.SUBHEAD, BlockRole.TABLE):
        return 0.0
    words = min(len(line.text) / _CODE_POINTS_A_WORD, _HEAVIEST)
    if _is_prose(line):
        return words * (_SEED if seed else 1.0) * (1.0 if ends_as_sentence(line.text) or seed else 0.3)
    if seed:
        return 0.5 * words
    return -_SHORT


def _is_prose(line: PageLine) -> bool:
    return is_sentence(line.text) or len(line.text) >= _WORDY


def _kept(
    lines: Sequence[PageLine],
    classes: Sequence[LineClass],
    seeds: Sequence[bool],
    outside: Sequence[bool],
    start: int,
    end: int,
) -> dict[int, BlockRole]:
    """The lines of the run that are kept, with their roles."""
    inside = range(start, end)
    looks = Counter(_look(lines[at].block) for at in inside if seeds[at] and _is_prose(lines[at]))
    parents = {lines[at].block.getparent() for at in inside if seeds[at] and _is_prose(lines[at])}
    around = {above for at in inside if seeds[at] for above in _around(lines[at].block)}
    without_seeds = not looks
    kept: dict[int, BlockRole] = {}
    for at in inside:
        line = lines[at]
        if outside[at] or line.linked >= (_ALL_LINKED if seeds[at] else _LINKED):
            continue
        if line.linked > _PARTLY and ALSO.match(line.text):
            continue
        if _is_of_picture(line):
            kept[at] = line.role
        elif seeds[at] or without_seeds:
            if seeds[at] or _is_prose(line) or line.role is not BlockRole.BODY:
                kept[at] = line.role
        elif line.role is not BlockRole.SUBHEAD:
            alike = looks[_look(line.block)] > 1 and any(above in around for above in _around(line.block))
            belongs = line.block.getparent() in parents or alike
            if belongs and (_is_prose(line) or line.role is BlockRole.LIST):
                kept[at] = line.role
    for at in reversed(inside):
        line = lines[at]
        is_heading = line.role is BlockRole.SUBHEAD and line.linked < _LINKED and classes[at] not in _COSTS
        if is_heading and not seeds[at] and not outside[at] and _heads(lines, kept, at, end):
            kept[at] = BlockRole.SUBHEAD
    for at in inside:
        # A heading that trafilatura kept, and nothing of what it heads.
        if kept.get(at) is BlockRole.SUBHEAD and not _heads(lines, kept, at, end) and at + 1 < end:
            del kept[at]
    return kept


def _heads(lines: Sequence[PageLine], kept: dict[int, BlockRole], at: int, end: int) -> bool:
    """Whether the next line of the story, pictures left out, is one that the heading at ``at`` can head."""
    for below in range(at + 1, end):
        if _is_of_picture(lines[below]):
            continue
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
    lines: Sequence[PageLine],
    outside: Sequence[bool],
    top: int,
    first: int,
    summaries: Sequence[str],
    kept: dict[int, BlockRole],
) -> dict[int, BlockRole]:
    """The standfirst between headline and story, and the captions of the picture that stands there."""
    known = [letters for summary in summaries if len(letters := _letters(summary)) >= _LEAST]
    story = {_letters(lines[at].text) for at in kept}
    found: dict[int, BlockRole] = {}
    begin = top + 1 if 0 <= top < first else max(0, first - _AROUND)
    for at in range(begin, first):
        line = lines[at]
        if outside[at] or at in kept or _letters(line.text) in story:
            continue
        if _is_of_picture(line):
            found[at] = line.role
        elif line.linked < _LINKED and (_is_known(line, known) or _is_standfirst(line) or _is_under(line, at, top)):
            found[at] = BlockRole.SUBHEAD
    return found


def _standfirsts_within(
    lines: Sequence[PageLine], kept: dict[int, BlockRole], top: int, summaries: Sequence[str]
) -> list[int]:
    """Lines at the beginning of the story that are set in another way than it is, and are called its summary."""
    prose = [at for at in sorted(kept) if kept[at] is BlockRole.BODY]
    if len(prose) < 3:
        return []
    looks = Counter(_look(lines[at].block) for at in prose)
    known = [letters for summary in summaries if len(letters := _letters(summary)) >= _LEAST]
    found: list[int] = []
    for at in prose[:2]:
        line = lines[at]
        if looks[_look(line.block)] > 1 or not (
            _is_standfirst(line) or _is_known(line, known) or _is_under(line, at, top)
        ):
            break
        found.append(at)
    return found


def _is_under(line: PageLine, at: int, top: int) -> bool:
    """Whether a line is set as a smaller heading right below the headline."""
    is_near = line.block.tag in ("h2", "h3", "h4", "h5") and 0 <= top < at <= top + 3 and len(line.text) >= _LEAST
    return is_near and classify(line.text) in (LineClass.PROSE, LineClass.SHORT)


def _is_known(line: PageLine, known: Sequence[str]) -> bool:
    letters = _letters(line.text)
    return len(letters) >= _LEAST and any(letters == k or letters.startswith(k) or k.startswith(letters) for k in known)


def _is_standfirst(line: PageLine) -> bool:
    if len(line.text) < _SHORTEST_STANDFIRST or classify(line.text) not in (
        LineClass.PROSE,
        LineClass.SHORT,
        LineClass.LIST,
    ):
        return False
    element: etree._Element | None = line.block
    for _ in range(2):
        if element is None or element.tag in ("body", "article", "main"):
            return False
        if _STANDFIRST.search(f"{element.get('class', '')} {element.get('id', '')} {element.get('itemprop', '')}"):
            return True
        element = element.getparent()
    return False


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words)).casefold()
