"""Content that stands before its cue: ``"We will go," said Ann Lee.`` and ``The port is closed, she said.``"""

from __future__ import annotations

from reader.language.cues import Cue
from reader.language.phrases import starting_at
from reader.language.report import Report, report_of, trim
from reader.language.scene import Range, Scene
from reader.language.sentences import Sentence
from reader.language.subjects import Subject, skip_adverbials

_COMMAS = frozenset((",", "—", "–", "--", "-"))
_LEADING = frozenset(",?!—–…")
_OPENING = frozenset("when after before if while as since although though because once until where asked".split())
OPENERS = frozenset("but and yet so however still meanwhile".split())


def stands_before(scene: Scene, sentence: Sentence, cue: Cue, subject: Subject, free: int) -> bool:
    """Whether the words said stand before the speaker and the cue."""
    if cue.frame in ("for", "judge", "as") or subject.joined and not scene.quoted(max(subject.start, 1)):
        return False
    start = subject.start
    before = start - 1
    if before < free or start - free < 2:
        return False
    if subject.inverted:
        return scene.quoted(before) or scene.quoted(before - 1) or _is_clause(scene, free, before)
    end = cue.last
    if cue.frame == "tell":
        audience = starting_at(scene, end, sentence.last)
        end = (
            audience[1]
            if audience
            else end + (end < sentence.last and scene.tokens.lowers[end] in ("him", "her", "them", "me", "us"))
        )
    mark = _mark_before(scene, before, free)
    if mark:
        return (
            _asks_on(scene, mark)
            and not _goes_on(scene, end, sentence.last)
            or _ends_clause(scene, end, sentence.last, 3)
        )
    if cue.frame == "mind" or scene.tokens.words[before] not in _COMMAS or start - free <= 3:
        return False
    return _is_clause(scene, free, start - 1) and _ends_clause(scene, end, sentence.last, 2)


def _is_clause(scene: Scene, first: int, last: int) -> bool:
    """Whether words before a speaker are a clause that can be said, not an opening such as "After the meeting,"."""
    lowers = scene.tokens.lowers
    if scene.tag(first) in ("p", "g") or lowers[first] in _OPENING:
        bare = scene.tag(first) == "p" and lowers[first] not in _OPENING
        first = next(
            (i for i in range(first, min(last - 1, first + 60)) if scene.tokens.words[i] == ","),
            first if bare else last,
        )
    return any(scene.tag(i) in ("v", "d", "m") or scene.quoted(i) for i in range(first, min(last, first + 60)))


def _mark_before(scene: Scene, before: int, free: int) -> int:
    """The closing mark directly before a speaker, with or without a comma behind it; 0 where there is none."""
    if scene.quoted(before):
        return before
    return before - 1 if scene.tokens.words[before] in _COMMAS and before > free and scene.quoted(before - 1) else 0


def _asks_on(scene: Scene, mark: int) -> bool:
    """Whether the punctuation at a closing mark leads on to its speaker: ``…,"``, ``…?"``, ``…",``"""
    return scene.tokens.words[mark - 1] in _LEADING or scene.tokens.words[mark + 1] in _COMMAS


def _goes_on(scene: Scene, i: int, end: int) -> bool:
    """Whether something that is said follows the cue: "that", a colon, other words in marks."""
    return i < end and (scene.tokens.lowers[i] in ("that", ":") or scene.quoted(i))


def _ends_clause(scene: Scene, i: int, end: int, phrases: int) -> bool:
    """Whether nothing but adverbials follows, up to the end, a comma or a quotation."""
    i = skip_adverbials(scene, i, end, phrases)
    return (
        i >= end
        or scene.tokens.words[i] in (".", ",", ";", "—", "–", "--", "!", "?", ")")
        or scene.quoted(i)
        and scene.tokens.words[i - 1] == ","
    )


def said_before_cue(
    scene: Scene, sentence: Sentence, number: int, cue: Cue, subject: Subject, free: int
) -> Report | None:
    first = free
    if scene.tokens.lowers[first] in OPENERS and not scene.quoted(first):
        first += 1
    content = trim(scene, first, subject.start)
    if not content:
        return None
    pieces = [content]
    resumed = _resumed(scene, sentence, max(cue.last, subject.span[1] if subject.span else 0))
    if resumed:
        pieces.append(resumed)
    return report_of(cue, subject, tuple(pieces), number, "said-after")


def _resumed(scene: Scene, sentence: Sentence, i: int) -> Range | None:
    """The second piece of a split quotation: ``"We will go," he said, "if asked."``"""
    i = skip_adverbials(scene, i, sentence.last, 2)
    if i + 1 < sentence.last and scene.tokens.words[i] in (",", "—", "–", "--", ":") and scene.quoted(i + 1):
        passage = scene.passages[scene.passage_at[i + 1]]
        return trim(
            scene, i + 1, min(passage.last, sentence.last) if passage.last >= sentence.last - 1 else passage.last
        )
    return None
