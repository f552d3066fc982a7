"""Which line above the story is its headline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from reader.ingest.plain import agencies
from reader.ingest.plain.body import Run
from reader.ingest.plain.classes import LineClass
from reader.ingest.plain.layout import stands_apart
from reader.ingest.plain.lines import Line
from reader.ingest.plain.names import is_name
from reader.ingest.plain.phrases import SECTIONS
from reader.ingest.plain.words import EAST_ASIAN, stems

_LONGEST = 220
_BODY_LINES = 8  # of the story, whose words a headline shares
_UNDER_IT = (LineClass.BYLINE, LineClass.TIMESTAMP, LineClass.CAPTION, LineClass.CREDIT)
_CREDITS = (LineClass.BYLINE, LineClass.TIMESTAMP)
_WORDS = (LineClass.SHORT, LineClass.PROSE)
_NEAR = 6
_FAR = 2000  # lines above a story: no menu is longer
_TOP = 40  # lines among which the first words of a page may be its headline
_HEADLINE_WORDS = 5  # of a line above the time, so that it is no kicker
_NEARLY_BEST = 0.75  # the first line that is nearly as good as the best: a summary shares as many words
_SEPARATORS = re.compile(r"\s[|»›>·]\s|[|»›]|\s//\s|>>")
_SUFFIX = re.compile(r"\s+[|·–—-]\s+[^|·–—]{2,40}$")


def choose_headline(lines: Sequence[Line], classes: Sequence[LineClass], run: Run) -> int | None:
    """The index of the headline among the lines above the run, or None.

    A headline shares its words with the story and stands over byline, time, caption or lede; menus do neither. Where
    it stands twice (in a breadcrumb, in a bar), the one nearest to the story is meant.
    """
    above = [at for at in range(max(0, run.start - _FAR), run.start) if _may_be(lines[at].text, classes[at])]
    full = [at for at in above if len(lines[at].text.split()) >= 3 or len(EAST_ASIAN.findall(lines[at].text)) >= 8]
    full = full or above
    if not full:
        return None
    story = stems(" ".join(line.text for line in lines[run.start : run.start + _BODY_LINES])[:4000])
    repeated = _repeated(lines, full)
    scores = {at: _score(lines, classes, at, run.start, story, is_repeated=at in repeated) for at in full}
    best = max(scores.values())
    chosen = next(at for at in full if scores[at] >= _NEARLY_BEST * best)
    return max(at for at in full if lines[at].text == lines[chosen].text)


def _repeated(lines: Sequence[Line], full: Sequence[int]) -> frozenset[int]:
    """The candidates that stand again above the story, alone or with the name of the site behind them."""
    texts = [lines[at].text for at in full]
    bare = [_SUFFIX.sub("", text) for text in texts]
    counted = Counter(text for pair in zip(texts, bare, strict=True) for text in set(pair))
    return frozenset(at for at, text in zip(full, texts, strict=True) if counted[text] > 1)


def first_headline(lines: Sequence[Line], classes: Sequence[LineClass], run: Run) -> int | None:
    """The headline of a text that is no page: the first line above the run that can be one."""
    above = [at for at in range(run.start) if _may_be(lines[at].text, classes[at])]
    return next((at for at in above if len(lines[at].text.split()) >= 3), above[0] if above else None)


def opens_with_headline(lines: Sequence[Line], classes: Sequence[LineClass], run: Run) -> bool:
    """Whether the first line of a run is a headline that is written as a sentence ("Is the process fair? No!")."""
    first = lines[run.start]
    if run.end - run.start < 2 or len(first.text) > _LONGEST or classes[run.start] is not LineClass.PROSE:
        return False
    below = run.start + 1
    if not lines[below].after_blank and classes[below] not in _UNDER_IT:
        return False
    ends_quietly = first.text.rstrip("\"'”’").endswith((".", ",", ":", ";", "—"))
    return not ends_quietly and first.text[0] not in "\"'“‘"


def _may_be(text: str, found: LineClass) -> bool:
    if found not in (LineClass.SHORT, LineClass.PROSE) or len(text) > _LONGEST:
        return False
    return text.casefold() not in SECTIONS and not agencies.known(text)


def _score(
    lines: Sequence[Line],
    classes: Sequence[LineClass],
    at: int,
    start: int,
    story: frozenset[str],
    *,
    is_repeated: bool,
) -> float:
    text = lines[at].text
    own = stems(text)
    shared = len(own & story) / len(own) * min(len(own), 4) / 4 if own else 0.0
    length = min(max(len(text.split()), len(EAST_ASIAN.findall(text)) // 2), 8) / 8
    below = next((classes[n] for n in range(at + 1, start) if classes[n] is not LineClass.FURNITURE), None)
    follows = next((lines[n].text for n in range(at + 1, start) if classes[n] is not LineClass.FURNITURE), "")
    stands_over = 1.0 if below in _UNDER_IT or below is None else 0.8 if is_name(follows) else 0.0
    stands_over = 0.3 if below is LineClass.CREDIT else stands_over
    is_over_standfirst = at + 1 < start and stands_apart(lines, at + 1) and classes[at + 1] is LineClass.PROSE
    stands_over = max(stands_over, 1.0 * (is_over_standfirst and not stands_apart(lines, at)))
    first = 0.7 if at < _TOP and all(c not in _WORDS for c in classes[:at]) else 0.0
    unlike = (
        0.6 * text.endswith((".", "…", "...", ":")) + 0.6 * bool(_SEPARATORS.search(text)) + 0.5 * (len(text) > 160)
    )
    before = _lines_before(classes, at)
    is_below = any(classes[n] in _CREDITS for n in before)
    unlike += 0.6 * (text.endswith(".") and is_below) + 0.8 * _is_under_headline(lines, classes, before)  # a summary
    unlike += 0.5 * (at > 0 and stands_apart(lines, at))  # a standfirst is a paragraph, a headline is none
    shared *= 1.3 if is_repeated else 1.0  # items of menus stand twice, too, but are not in the story
    return max(0.05, 2.5 * shared + length + stands_over + first - unlike - 0.01 * min(start - at, 50))


def _lines_before(classes: Sequence[LineClass], at: int) -> list[int]:
    """The few lines before one, the nearest first, buttons not counted."""
    found: list[int] = []
    n = at - 1
    while n >= 0 and len(found) < _NEAR and at - n < _FAR:
        if classes[n] is not LineClass.FURNITURE:
            found.append(n)
        n -= 1
    return found


def _is_under_headline(lines: Sequence[Line], classes: Sequence[LineClass], before: Sequence[int]) -> bool:
    """Whether the byline or the time above a line has a longer line right above it, which then is the headline."""
    credit = next((n for n in before if classes[n] in _CREDITS), -1)
    for n in range(credit - 1, max(-1, credit - 5), -1):
        words = len(lines[n].text.split())
        if classes[n] in _WORDS and words >= _HEADLINE_WORDS:
            return True
        if words > 3:
            return False
    return False
