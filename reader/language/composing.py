"""From the encoder's tags to reports: which words are said, by which cue, by which speaker."""

from __future__ import annotations

import bisect
from dataclasses import dataclass, replace

import numpy as np

from reader.core.kinds import Kind, QuotationKind
from reader.language.decoding import Found, spans
from reader.language.encoder import Encoder, Reading
from reader.language.heads import POINTERS
from reader.language.judging import kind_of
from reader.language.naming import trimmed
from reader.language.phrases import DETERMINERS
from reader.language.report import Report, trim
from reader.language.scene import Range, Scene

_NEAR = 60
"""Words between content and its cue or a cue and its speaker."""
_EDGE = 2
"""Words between the edge of a content and a quotation mark to which it is moved."""
_LOUD = 0.4
"""How probably the words of a passage in marks must be content to count as said where no span covers them."""
_TERM = 3
"""The most words of a term in marks."""
_SURE = 0.9
"""How sure content outside marks must be that has neither cue nor speaker."""
_CONTENT, _SPEAKER = 0.4, -0.3
"""What is added to the score of being outside: contents are found more seldom, speakers more often."""
_DASHES = frozenset(("-", "--", "–", "—"))
_LEAD, _SIGNATURE = 3, 12
"""Words before a speaker at the head of a line ("And from"), and of a signature behind a dash."""
_PHRASE = 5
"""The most words of a speaker that is put together again."""
_BE = frozenset("is are was were been being".split())
_OPENERS = frozenset(("that",))


@dataclass(frozen=True, slots=True)
class Composed:
    """A report, and how sure the encoder is of its content, and of the cue and speaker that it gave it, from 0 to 1."""

    report: Report
    sure: float
    linked: float


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of content, how sure the encoder is of it, and the word from which it points at its cue and speaker."""

    span: Range
    sure: float
    asks: int


def compose(scene: Scene, reading: Reading, encoder: Encoder) -> list[Composed]:
    """Every report in order of the text."""
    cues = {c.first: c for c in _clean(scene, spans(reading.tags["cue"], reading.windows))}
    speakers = {s.first: s for s in _clean(scene, spans(reading.tags["speaker"], reading.windows, _SPEAKER))}
    at_cues, at_speakers = list(cues), list(speakers)
    roles = {role.last: role.first for role in scene.roles}
    pointing = _Pointing(reading, encoder.nobody)
    begins = [s.first for s in scene.sentences.whole]
    found: list[Composed] = []
    for at, members in _grouped(scene, pointing, _contents(scene, reading), at_cues).items():
        cue = cues.get(at)
        if cue:
            speaker, steady = pointing.best("cue-speaker", cue.first, at_speakers, (cue.first, cue.last))
        else:
            piece = members[0][0]
            speaker, steady = pointing.best("content-speaker", piece.asks, at_speakers, piece.span)
        content = _touching(scene, sorted(m.span for m, _ in members))
        who = _whole_speaker(scene, speakers, speaker)
        if not cue and not who:
            who = signed(scene, content, roles)
        sure, linked = min(m.sure for m, _ in members), min(s for _, s in members) * steady
        sentence = max(0, bisect.bisect_right(begins, content[0][0]) - 1)
        report = Report(content, _whole_cue(scene, cue), who, sentence, "")
        found.append(Composed(replace(report, code=_code(scene, report)), sure, linked))
    found.sort(key=lambda c: c.report.start)
    return [one for one in found if _holds(scene, one)]


def _grouped(
    scene: Scene, pointing: _Pointing, pieces: list[_Piece], cues: list[int]
) -> dict[int, list[tuple[_Piece, float]]]:
    """The pieces of content that belong together, and how surely: by the first word of their cue, below 0 alone."""
    groups: dict[int, list[tuple[_Piece, float]]] = {}
    owner: dict[int, int] = {}
    for n, piece in enumerate(pieces):
        at, sure = pointing.best("content-cue", piece.asks, cues, piece.span)
        key = at if at >= 0 else -1 - n
        passage = scene.passage_at[piece.span[0]]
        if passage >= 0 and scene.passages[passage].reopens and passage - 1 in owner:
            key, sure = owner[passage - 1], 1.0  # a paragraph that reopens the quotation of the one before
        owner[scene.passage_at[piece.span[1] - 1]] = key
        groups.setdefault(key, []).append((piece, sure))
    return groups


def _holds(scene: Scene, one: Composed) -> bool:
    """Whether words are said at all.

    Words outside marks without cue and speaker hardly ever are: only where the encoder is sure of them. A term in marks
    behind a verb that reports nothing ("to reassure its ally of its "extended deterrence"") is no quotation.
    """
    report = one.report
    if report.cue and not _reports(scene, report.cue) and kind_of(scene, report.content) is QuotationKind.MIXED:
        return any(_is_long(scene, at) for first, last in report.content for at in scene.passage_at[first:last])
    if report.cue or report.speaker or kind_of(scene, report.content) is QuotationKind.DIRECT:
        return True
    return one.sure > _SURE


def _whole_cue(scene: Scene, cue: Found | None) -> Range | None:
    """The cue with all of "was quoted as saying", of which the encoder may have one half."""
    if cue is None:
        return None
    lowers, first, last = scene.tokens.lowers, cue.first, cue.last
    if first > 1 and lowers[first - 2 : first] == ["quoted", "as"]:
        first -= 2
    if lowers[first] == "quoted" and first > 0 and lowers[first - 1] in _BE:
        first -= 1
    if lowers[last - 1] == "quoted" and lowers[last : last + 2] == ["as", "saying"]:
        last += 2
    return first, last


def _whole_speaker(scene: Scene, speakers: dict[int, Found], at: int) -> Range | None:
    """The speaker that begins at a word; of a determiner alone ("The | union had asked") what it goes with as well."""
    found = speakers.get(at)
    if found is None:
        return None
    last = found.last
    if last > at + 1 or scene.tokens.lowers[at] not in DETERMINERS:
        return at, last
    while last < len(scene.tokens) and last - at < _PHRASE and scene.tag(last) in ("j", "n") and last not in speakers:
        last += 1
    return at, speakers[last].last if last in speakers else last


def _clean(scene: Scene, found: list[Found]) -> list[Found]:
    return [clean for one in found if (clean := trimmed(scene.tokens, one))]


def _reports(scene: Scene, cue: Range) -> bool:
    return any(scene.tokens.lowers[i] in scene.words.cues for i in range(*cue))


def _is_long(scene: Scene, passage: int) -> bool:
    """Whether a passage in marks is more than a term."""
    if passage < 0:
        return False
    first, last = scene.passages[passage].inner()
    return sum(scene.tokens.words[i][0].isalnum() for i in range(first, last)) > _TERM


def _touching(scene: Scene, pieces: list[Range]) -> tuple[Range, ...]:
    """Pieces between which stands no word are one."""
    found: list[Range] = []
    for first, last in pieces:
        gap = range(found[-1][1], first) if found else range(0)
        line = any(scene.tokens.begins_line(i) for i in (*gap, first))
        if found and not line and not any(scene.tokens.words[i][0].isalnum() for i in gap):
            first = found.pop()[0]
        found.append((first, last))
    return tuple(found)


def signed(scene: Scene, content: tuple[Range, ...], roles: dict[int, int]) -> Range | None:
    """The speaker whom the form of a line names: ``And from Ann Lee: "…"`` and ``"…" — Ann Lee``.

    ``roles`` holds the first word of each role by the word behind it.
    """
    words, first, last = scene.tokens.words, content[0][0], content[-1][1]
    if not scene.quoted(first):
        return None
    if first > 1 and words[first - 1] == ":" and (name := scene.name(first - 2)) and name.last == first - 1:
        begin = roles.get(name.first, name.first)
        if any(scene.tokens.begins_line(i) for i in range(max(0, begin - _LEAD), begin + 1)):
            return (begin, name.last)
    if last + 1 < len(words) and words[last] in _DASHES and not scene.tokens.begins_line(last):
        end = last + 1
        while end < len(words) and end - last < _SIGNATURE and not scene.tokens.begins_line(end):
            end += 1
        name = scene.name(end - 1)
        if name and name.kind is Kind.PERSON and name.last == end:
            return (last + 1, end)
    return None


def _code(scene: Scene, report: Report) -> str:
    """The sort of a report, for its reason."""
    start, speaker, cue = report.start, report.speaker, report.cue
    if cue and scene.tokens.lowers[cue[0]] == "according":
        return "according-to"
    if cue:
        return "said-after" if cue[0] > start else "said-before"
    if speaker:
        colon = any(scene.tokens.words[i] == ":" for i in range(speaker[1], min(start, speaker[1] + 4)))
        return "colon" if colon else "subject"
    return "unattributed"


def _contents(scene: Scene, reading: Reading) -> list[_Piece]:
    """What is said, in pieces: the encoder's spans with clean edges, and passages in marks that it nearly found."""
    scores = reading.tags["content"]
    loud = 1 - np.exp(scores[:, 0])
    found: list[_Piece] = []
    for one in spans(scores, reading.windows, _CONTENT):
        span = _fitted(scene, one.first, one.last)
        if span is None:
            continue
        before = found[-1] if found else None
        if before and _one_passage(scene, before.span, span) or before and span[0] < before.span[1]:
            whole = before.span[0], max(before.span[1], span[1])
            found[-1] = _Piece(whole, min(before.sure, one.sure), before.asks)
        else:
            found.append(_Piece(span, one.sure, one.first))
    covered = bytearray(len(scene.tokens))
    for piece in found:
        covered[piece.span[0] : piece.span[1]] = b"\1" * (piece.span[1] - piece.span[0])
    for passage in scene.passages:
        inner = range(*passage.inner())
        if not inner or any(covered[i] for i in inner):
            continue
        sure = float(loud[inner.start : inner.stop].mean())
        span = trim(scene, passage.first, passage.last)
        if span and sure > _LOUD:
            found.append(_Piece(span, sure, span[0]))
    return sorted(found, key=lambda p: p.span)


def _one_passage(scene: Scene, one: Range, two: Range) -> bool:
    """Whether two pieces lie in one passage in marks."""
    at = scene.passage_at[one[1] - 1]
    return at >= 0 and at == scene.passage_at[two[0]]


def _fitted(scene: Scene, first: int, last: int) -> Range | None:
    """A content without loose marks; one that begins or ends near a quotation mark goes to the mark."""
    opening = scene.passage_at[first]
    if opening >= 0 and first - scene.passages[opening].first <= _EDGE:
        first = scene.passages[opening].first
    closing = scene.passage_at[last - 1]
    if closing >= 0:
        end = scene.passages[closing].last
        whole = closing == opening and first == scene.passages[closing].first
        if whole or end - last <= _EDGE:
            last = end
        elif last - scene.passages[closing].first <= 1:
            last = scene.passages[closing].first
    while first < last and scene.tokens.lowers[first] in _OPENERS and not scene.quoted(first):
        first += 1
    return trim(scene, first, last) if first < last else None


@dataclass(frozen=True, slots=True)
class _Pointing:
    reading: Reading
    nobody: tuple[float, ...]

    def best(self, pointer: str, asking: int, answers: list[int], around: Range) -> tuple[int, float]:
        """The answer that is most probable and how probable; -1 for none. Answers stand near and in the same window."""
        window = self.reading.windows[self.reading.window_of[asking]]
        low = bisect.bisect_left(answers, max(window.first, around[0] - _NEAR))
        high = bisect.bisect_left(answers, min(window.last, around[1] + _NEAR))
        near = answers[low:high]
        if not near:
            return -1, 1.0
        chances = self.reading.chances(pointer, asking, near, self.nobody[POINTERS.index(pointer)])
        top = int(chances.argmax())
        return (near[top - 1] if top else -1), float(chances[top])
