"""Which stretch of a page is its story: the run of lines that holds the most prose for the least of anything else."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from reader.core.kinds import BlockRole
from reader.ingest.html.judging import ALL_LINKED, LINKED, Judged
from reader.ingest.plain.classes import LineClass, ends_as_sentence

_CODE_POINTS_A_WORD = 6
_HEAVIEST = 60.0  # words of one paragraph that count
_SEED = 1.5  # how much more a line weighs at which trafilatura points
COSTS = {
    LineClass.END_HEADING: 60.0,
    LineClass.COPYRIGHT: 40.0,
    LineClass.LINK_HEADING: 8.0,
    LineClass.FURNITURE: 4.0,
    LineClass.ADVERTISEMENT: 0.0,
    LineClass.RELATED: 1.0,
}
"""What a line of a class takes away from a run that holds it, in words of prose."""
_SHORT = 2.0
_OUTSIDE = 4.0
_LINK = 4.0
_OTHER_HEADING = 30.0  # of an h1 that is not the headline: another story begins
_UNSURE = 0.5  # how much less a line weighs at which trafilatura does not point, though it points at others
_POINTED = 300  # code points of what it found, from which it is believed so
_BELOW = 14  # lines below a heading among which the story may go on


def best_run(judged: Sequence[Judged], top: int) -> tuple[int, int, float] | None:
    """Start, end and weight of the run with the greatest weight; ``top`` is the place of the headline, or -1."""
    best = total = 0.0
    run: tuple[int, int] | None = None
    start = 0
    unsure = _UNSURE if sum(len(j.line.text) for j in judged if j.seed) > _POINTED else 1.0
    homes = {j.line.block.getparent() for j in judged if j.seed and j.prose}
    before: set[etree._Element | None] = set()
    for at, one in enumerate(judged):
        home = one.line.block.getparent()
        if one.line.block.tag == "h1" and at > top >= 0 and one.line.role is BlockRole.SUBHEAD and not one.seed:
            total -= _OTHER_HEADING
        weight = _weight(one)
        if one.found is LineClass.END_HEADING and _goes_on(judged, at, before):
            weight = -_LINK
        is_sure = weight < 0 or one.seed or home in homes
        total += weight if is_sure else weight * unsure
        if total <= 0:
            total, start = 0.0, at + 1
        elif total > best:
            best, run = total, (start, at + 1)
        if one.seed and one.prose:
            before.add(home)
    return None if run is None else (*run, best)


def _goes_on(judged: Sequence[Judged], at: int, before: set[etree._Element | None]) -> bool:
    """Whether the next paragraph after a heading such as "More about …" stands where those before it stand."""
    for one in judged[at + 1 : at + 1 + _BELOW]:
        if one.seed and one.prose and one.line.linked < LINKED:
            return one.line.block.getparent() in before
    return False


def _weight(one: Judged) -> float:
    line = one.line
    if one.outside:
        return -_OUTSIDE
    if line.linked >= LINKED and not one.seed:
        return -_LINK
    if line.linked >= ALL_LINKED:
        return -_LINK / 2
    if one.found in COSTS:
        return -COSTS[one.found]
    if one.of_picture or line.role in (BlockRole.SUBHEAD, BlockRole.TABLE):
        return 0.0
    words = min(len(line.text) / _CODE_POINTS_A_WORD, _HEAVIEST)
    if one.prose:
        return words * (_SEED if one.seed else 1.0 if ends_as_sentence(line.text) else 0.3)
    return 0.5 * words if one.seed else -_SHORT
