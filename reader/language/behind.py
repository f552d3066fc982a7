"""Content that stands behind its cue: ``Ann Lee said the port was closed`` and ``She called it "a mistake"``"""

from __future__ import annotations

from reader.language.cues import Cue
from reader.language.phrases import PRONOUNS, starting_at
from reader.language.report import Report, report_of, trim
from reader.language.scene import Range, Scene
from reader.language.sentences import Sentence
from reader.language.subjects import PREPOSITIONS, Subject, skip_adverbials

_TAKES_BACK = frozenset("though although without".split())
_TURNS = frozenset("and but while although though as whereas yet".split())
_ACCUSING = ("accus", "blam")


def is_chain(scene: Scene, cue: Cue, later: list[tuple[Cue, Subject]]) -> bool:
    """ "Y reported that X said …": the words are X's."""
    if not later or later[0][0].frame == "according" or later[0][1].joined or not later[0][1].span:
        return False
    start = later[0][1].start
    between = [w for w in scene.tokens.lowers[cue.last : start] if w not in ("that", ",")]
    pronoun = scene.tokens.lowers[later[0][1].span[0]] in PRONOUNS and scene.name_at[start] < 0
    return not between and not scene.quoted(cue.last) and not pronoun


def said_behind_cue(
    scene: Scene, sentence: Sentence, number: int, cue: Cue, subject: Subject, later: list[tuple[Cue, Subject]]
) -> Report | None:
    first, plain = _content_start(scene, cue, sentence.last)
    last = _content_end(scene, sentence, first, later)
    content = trim(scene, first, last)
    if not content or content[1] - content[0] < 2 and not scene.quoted(content[0]):
        return None
    near = 60 if cue.frame in ("say", "tell", "judge") else 12
    quoted = any(scene.quoted(i) for i in range(content[0], min(content[1], content[0] + near)))
    if not _believable(scene, cue, content, plain, quoted):
        return None
    return report_of(cue, subject, (content,), number, "said-before")


def _believable(scene: Scene, cue: Cue, content: Range, plain: bool, quoted: bool) -> bool:
    """Whether a weaker cue has what it needs: "that", a colon, or words in marks."""
    low = scene.tokens.lowers[cue.first]
    if cue.frame == "say" or cue.frame == "for":
        return not (low.startswith("add") and scene.tokens.lowers[cue.last] == "to")
    if cue.frame == "mind":
        return quoted
    if cue.frame == "judge":
        return quoted or low.startswith(_ACCUSING)
    if cue.frame == "tell":
        return (
            not plain
            or quoted
            or scene.tokens.lowers[content[0]]
            in (
                "to",
                "not",
                "whether",
                "if",
                "he",
                "she",
                "it",
                "they",
                "there",
                "what",
                "how",
                "why",
                "the",
                "his",
                "her",
            )
        )
    return quoted or not plain


def _content_start(scene: Scene, cue: Cue, end: int) -> tuple[int, bool]:
    """Where the words said begin, and whether nothing marks the place ("that", a colon, a quotation mark)."""
    lowers, i = scene.tokens.lowers, cue.last
    if cue.frame in ("for", "judge", "as"):
        return i, False
    if cue.frame == "tell":
        i = _over_audience(scene, i, end)
    j = skip_adverbials(scene, i, end, 0)
    for k in range(i, min(end, i + 18)):
        if scene.quoted(k):
            return (k, False) if k == j or not _clause_between(scene, i, k) else (j, True)
        if lowers[k] == "that" and (k == j or lowers[i] in PREPOSITIONS or lowers[k - 1] == ","):
            return k + 1, False
        if lowers[k] == ":" and k - i < 12:
            return k + 1, False
        if lowers[k] in (";", ".") or lowers[k] == "," and k > j + 6:
            break
    if j < end and lowers[j] in ("in", "at", "on", "during", "to", "after", "via", "through") and cue.frame != "tell":
        return skip_adverbials(scene, j, end, 2), True
    return j, True


def _clause_between(scene: Scene, first: int, last: int) -> bool:
    """Whether a clause stands between the cue and a quotation mark, so that what is said begins with the clause."""
    lowers = scene.tokens.lowers
    if first < last and lowers[first] in PREPOSITIONS:
        return lowers[last - 1] not in (",", ":") and last - first > 8
    return last - first > 1 or first < last and scene.tokens.words[first][0].isalnum()


def _over_audience(scene: Scene, i: int, end: int) -> int:
    if i < end and scene.tokens.lowers[i] in ("him", "her", "them", "me", "us", "you"):
        return i + 1
    audience = starting_at(scene, i, end)
    if not audience:
        return i
    lowers = scene.tokens.lowers
    return audience[1] if lowers[audience[0]] not in ("it", "he", "she", "they", "we", "i") else i


def _content_end(scene: Scene, sentence: Sentence, first: int, later: list[tuple[Cue, Subject]]) -> int:
    """The end of the sentence, or where a later cue begins a clause of its own."""
    lowers = scene.tokens.lowers
    for cue, subject in later:
        start = subject.start
        if cue.first <= first:
            continue
        if cue.frame == "according":
            return start
        if subject.joined and start > first:
            return start - (lowers[start - 1] == ",") if not scene.quoted(start) else start + 1
        if start - 1 > first and (
            lowers[start - 1] in _TURNS and lowers[start - 2] in (",", ";") or lowers[start - 1] == ";"
        ):
            return start - 1
    return _turn(scene, first, sentence.last)


def _turn(scene: Scene, first: int, end: int) -> int:
    """Where the writer takes the word again: ", though", ", but", ", without". A turn inside marks is the speaker's."""
    for i in range(first + 4, min(end - 2, first + 120)):
        if scene.tokens.words[i] == "," and scene.tokens.lowers[i + 1] in _TAKES_BACK and not scene.quoted(i):
            return i
    return end
