"""Which line above the story is its headline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from reader.ingest.dates import read_stamp
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
_SILENT = (
    LineClass.FURNITURE, LineClass.RULE, LineClass.ADVERTISEMENT, LineClass.END_HEADING, LineClass.LINK_HEADING
)  # fmt: skip
_LONGEST_DATED = 100  # code points
_STEP = 0.03  # what each line costs that parts a candidate from the story: menus stand farther above it
_FARTHEST = 60
_NEXT = 3  # lines above the story in which a headline may be of two words
_NEAR = 6
_FAR = 2000  # lines above a story: no menu is longer
_TOP = 40  # lines among which the first words of a page may be its headline
_HEADLINE_WORDS = 5  # of a line above the time, so that it is no kicker
_NEARLY_BEST = 0.75  # the first line that is nearly as good as the best: a summary shares as many words
# What a page says to its reader, above its headline as well as below it.
_ASKS = re.compile(
    r"(?:stay up to date|please (?:log|sign) in|log in|sign (?:in|up)|create (?:a )?free account|listen to this"
    r"|get (?:the|our) (?:app|latest)|download (?:the|our) app|author of the article|article content"
    r"|you (?:can|have) \w+ (?:articles|free)|(?:enable|allow|turn on) notifications|follow (?:us|this)"
    r"|subscribe (?:to|now|for)|this article is (?:more than|free|for subscribers)"
    r"|(?:photo(?:graph)?s?|picture|foto)\s?[:/])",
    re.IGNORECASE,
)
_SEPARATORS = re.compile(r"\s[|»›>·]\s|[|»›]|\s//\s|>>")
_SUFFIX = re.compile(r"\s+[|·–—-]\s+[^|·–—]{2,40}$")


def choose_headline(lines: Sequence[Line], classes: Sequence[LineClass], run: Run) -> int | None:
    """The index of the headline among the lines above the run, or None.

    A headline shares its words with the story and stands over byline, time, caption or lede; menus do neither. Where
    it stands twice (in a breadcrumb, in a bar), the one nearest to the story is meant.
    """
    above = [at for at in range(max(0, run.start - _FAR), run.start) if _may_be(lines[at].text, classes[at])]
    story = stems(" ".join(line.text for line in lines[run.start : run.start + _BODY_LINES])[:4000])
    steps = _steps(classes, run.start)
    full = [at for at in above if _is_full(lines[at].text) or _is_short_title(lines, classes, at, steps[at], story)]
    full = full or above
    if not full:
        return None
    repeated = _repeated(lines, full)
    scores = {
        at: _score(lines, classes, at, run.start, story, is_repeated=at in repeated) - _STEP * min(steps[at], _FARTHEST)
        for at in full
    }
    best = max(full, key=lambda at: (scores[at], at))
    near = [at for at in full if at <= best and steps[at] - steps[best] <= _NEAR]
    chosen = next(at for at in near if scores[at] >= _NEARLY_BEST * scores[best])
    return max(at for at in full if lines[at].text == lines[chosen].text)


def _steps(classes: Sequence[LineClass], start: int) -> list[int]:
    """How many lines that say something, buttons not counted, part each line from the story."""
    found = [0] * start
    for at in range(start - 2, -1, -1):
        found[at] = found[at + 1] + (classes[at + 1] not in _SILENT)
    return found


def _is_full(text: str) -> bool:
    """Whether a line has the words of a headline; those of menus have fewer."""
    return len(text.split()) >= 3 or len(EAST_ASIAN.findall(text)) >= 8


def _is_short_title(
    lines: Sequence[Line], classes: Sequence[LineClass], at: int, steps: int, story: frozenset[str]
) -> bool:
    """Whether one or two words right above the story are its headline: it tells of them, or they stand twice."""
    if steps > _NEXT or classes[at] is not LineClass.SHORT:
        return False
    own = stems(lines[at].text)
    return _is_doubled(lines, classes, at) or (len(lines[at].text.split()) == 2 and not own.isdisjoint(story))


def _is_doubled(lines: Sequence[Line], classes: Sequence[LineClass], at: int) -> bool:
    """Whether a line repeats the one above it (a breadcrumb) and stands over byline or time."""
    is_over = at + 1 < len(lines) and _is_credit(lines, classes, at + 1)
    return is_over and at > 0 and lines[at - 1].text == lines[at].text


def _is_credit(lines: Sequence[Line], classes: Sequence[LineClass], at: int) -> bool:
    """Whether a line is a byline or a time, or a short line with a date in it."""
    if classes[at] is not LineClass.SHORT:
        return classes[at] in _CREDITS
    return len(lines[at].text) < _LONGEST_DATED and read_stamp(lines[at].text, day_first=True) is not None


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
    if found not in (LineClass.SHORT, LineClass.PROSE) or len(text) > _LONGEST or _ASKS.match(text):
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
    under = next((n for n in range(at + 1, start) if not _is_silent(lines, classes, n)), None)
    below = classes[under] if under is not None else None
    stands_over = 1.0 if under is None or below in _UNDER_IT or _is_credit(lines, classes, under) else 0.0
    stands_over = 0.8 if under is not None and not stands_over and is_name(lines[under].text) else stands_over
    stands_over = 0.3 if below is LineClass.CREDIT else stands_over
    stands_over += 1.0 * _is_doubled(lines, classes, at)
    is_over_standfirst = at + 1 < start and stands_apart(lines, at + 1) and classes[at + 1] is LineClass.PROSE
    stands_over = max(stands_over, 1.0 * (is_over_standfirst and not stands_apart(lines, at)))
    first = 0.7 if at < _TOP and all(c not in _WORDS for c in classes[:at]) else 0.0
    is_sentence = text.endswith(".") and not text.endswith("..") and len(text.split()) >= _HEADLINE_WORDS
    unlike = 1.6 * is_sentence + 0.6 * (not is_sentence and text.endswith((".", "…", ":")))
    unlike += 0.6 * bool(_SEPARATORS.search(text)) + 0.5 * (len(text) > 160)
    before = _lines_before(classes, at)
    is_below = any(classes[n] in _CREDITS for n in before)
    unlike += 0.6 * (text.endswith(".") and is_below) + 0.8 * _is_under_headline(lines, classes, before)  # a summary
    unlike += 0.5 * (at > 0 and stands_apart(lines, at))  # a standfirst is a paragraph, a headline is none
    shared *= 1.3 if is_repeated else 1.0  # items of menus stand twice, too, but are not in the story
    return max(0.05, 2.5 * shared + length + stands_over + first - unlike)


def _is_silent(lines: Sequence[Line], classes: Sequence[LineClass], at: int) -> bool:
    """Whether a line between headline and story counts for nothing: a button, a heading, the name of a section."""
    return classes[at] in _SILENT or lines[at].text.casefold() in SECTIONS


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
    for n in range(credit - 1, max(-1, credit - 1 - _NEAR), -1):
        words = max(len(lines[n].text.split()), len(EAST_ASIAN.findall(lines[n].text)) // 2)
        if classes[n] in _WORDS and words >= _HEADLINE_WORDS:
            return True
        if words > 3:
            return False
    return False
