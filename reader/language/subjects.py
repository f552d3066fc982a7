"""Finds who stands before a reporting verb, over adverbs, dates, appositions and relative clauses."""

from __future__ import annotations

from dataclasses import dataclass

from reader.core.kinds import Kind
from reader.language.cues import Cue
from reader.language.phrases import ending_at, starting_at
from reader.language.scene import Range, Scene
from reader.language.sentences import Sentence

_HELPERS = frozenset(
    "has have had is are was were be been 's also then later further still again reportedly 'd 've".split()
) | {"’s"}
_JOINERS = frozenset("and but or then".split())
_RELATIVE = frozenset("who which that".split())
PREPOSITIONS = frozenset(
    "in at on during to after before via through from by with about of as for while following amid".split()
)
_APPOSITIONS = frozenset("who which a an the".split())
_FURTHEST = 40


@dataclass(frozen=True, slots=True)
class Subject:
    """``span`` is the speaker's phrase; ``owner`` who speaks where no phrase stands at the verb ("…, adding that").

    ``start`` is where the clause begins, apposition included; ``joined`` says that the verb leans on an earlier
    subject, ``inverted`` that the phrase follows the verb ("said Ann Lee").
    """

    span: Range | None
    start: int
    owner: Range | None = None
    joined: bool = False
    inverted: bool = False


def subject_of(scene: Scene, cue: Cue, sentence: Sentence) -> Subject | None:
    """The subject of a cue, or none where no phrase stands where a speaker would."""
    if cue.frame == "according":
        span = starting_at(scene, cue.last, sentence.last)
        return Subject(span, cue.first) if span else None
    inverted = _inverted(scene, cue, sentence)
    if inverted:
        return inverted
    return _before(scene, cue, sentence)


def _before(scene: Scene, cue: Cue, sentence: Sentence) -> Subject | None:
    lowers, least = scene.tokens.lowers, sentence.first
    j = skip_back(scene, cue.first - 1, least)
    if j < least:
        return None
    if lowers[j] in _RELATIVE and not scene.quoted(j):
        k = j - 1 - (j - 1 >= least and lowers[j - 1] == ",")
        owner = ending_at(scene, k, least) if k >= least else None
        return Subject(None, owner[0], owner) if owner and lowers[j] != "that" else None
    participle = lowers[cue.first].endswith("ing")
    if (
        lowers[j] in _JOINERS
        or participle
        and (lowers[j] == "," or scene.quoted(j))
        or lowers[j] == ","
        and lowers[max(least, j - 1)] in _JOINERS
    ):
        return Subject(None, j, leading(scene, sentence.first, j), joined=True)
    if lowers[j] == "," and not scene.quoted(j):
        return _over_apposition(scene, j, least)
    if lowers[j] == ")":
        k = next((k for k in range(j, max(least, j - 8) - 1, -1) if lowers[k] == "("), j)
        j = skip_back(scene, k - 1, least)
    span = ending_at(scene, j, least) if j >= least else None
    if span and participle and scene.tokens.lowers[span[0] - 1 if span[0] else 0] not in ("with", "and", ","):
        if lowers[cue.first - 1] in _HELPERS or scene.is_person(j):
            return Subject(span, span[0])
        if lowers[j] in scene.words.bodies:
            return Subject(None, span[0], leading(scene, sentence.first, span[0]))
        return None
    return Subject(span, span[0]) if span else None


def leading(scene: Scene, first: int, last: int) -> Range | None:
    """The first phrase of a sentence that may be its subject: a name or "he", not behind a preposition."""
    for i in range(first, min(last, first + 40)):
        name = scene.name(i)
        if scene.quoted(i) or i and scene.tag(i - 1) == "p":
            continue
        if name and name.first == i and name.kind in (Kind.PERSON, Kind.ORGANIZATION):
            return i, name.last
        if not name and scene.tokens.lowers[i] in ("he", "she", "they"):
            return i, i + 1
    return None


def skip_back(scene: Scene, j: int, least: int) -> int:
    """From ``j`` to the left over adverbs, helpers, dates and a comma pair around them ("Lee, however, said")."""
    lowers = scene.tokens.lowers
    while j >= least and not scene.quoted(j):
        low = lowers[j]
        if (
            scene.timed[j] == 1
            or scene.tag(j) == "r"
            and low not in ("here", "there")
            or low in _HELPERS
            or low.endswith("ly")
            and scene.tag(j) in ("r", "")
        ):
            if scene.name_at[j] >= 0:
                break
            j -= 1
        elif low in ("on", "in", "late", "early", "since") and scene.timed[j + 1]:
            j -= 1
        elif low == "," and j - 2 >= least and _small(scene, j, least):
            j = _small(scene, j, least) - 1
        else:
            break
    return j


def _small(scene: Scene, j: int, least: int) -> int:
    """Where the comma is that opens a short adverbial before the comma ``j``, or 0."""
    for k in range(j - 1, max(least, j - 5), -1):
        if scene.tokens.words[k] == ",":
            return k
        if not (
            scene.timed[k]
            or scene.tag(k) in ("r", "p")
            or scene.tokens.lowers[k] in ("however", "though", "meanwhile", "too", "in", "turn")
        ):
            return 0
    return 0


def _over_apposition(scene: Scene, j: int, least: int) -> Subject | None:
    """ "Ann Lee, the harbor minister, said": back over what stands between the commas."""
    lowers = scene.tokens.lowers
    for k in range(j - 1, max(least, j - _FURTHEST), -1):
        if scene.quoted(k) or lowers[k] in (";", ":"):
            return None
        if lowers[k] == "," and k - 1 >= least and _may_precede(scene, k):
            span = ending_at(scene, k - 1, least)
            if span:
                return Subject(span, span[0])
    return None


def _may_precede(scene: Scene, comma: int) -> bool:
    """Whether a speaker may stand before a comma: a name or title, or anything that an apposition explains."""
    low = scene.tokens.lowers[comma - 1]
    titled = low in scene.words.titles or low in scene.words.plural_titles or low in scene.words.bodies
    return scene.name_at[comma - 1] >= 0 or titled or scene.tokens.lowers[comma + 1] in _APPOSITIONS


def _inverted(scene: Scene, cue: Cue, sentence: Sentence) -> Subject | None:
    """ "…," said Ann Lee: a phrase behind the verb, with the words said before it."""
    if (
        cue.frame not in ("say", "weak", "tell")
        or cue.first == sentence.first
        or scene.tokens.lowers[cue.first].endswith("ing")
    ):
        return None
    before = cue.first - 1
    quoted = scene.quoted(before)
    if not quoted and (cue.frame == "tell" or scene.tokens.words[before] not in (",", "—", "–", "--", "-", "?", "!")):
        return None
    span = starting_at(scene, cue.last, sentence.last)
    if not span or scene.tokens.lowers[span[0]] == "that":
        return None
    after = span[1]
    if after < sentence.last and not quoted and not _closes(scene, after):
        return None
    pronoun = span[1] == span[0] + 1 and scene.tokens.lowers[span[0]] in ("it", "they", "we", "i", "you")
    return None if pronoun and not quoted else Subject(span, cue.first, inverted=True)


def _closes(scene: Scene, i: int) -> bool:
    """Whether what follows an inverted subject ends its clause rather than goes on with a verb."""
    low = scene.tokens.lowers[i]
    return (
        not scene.tokens.words[i][0].isalnum()
        or scene.timed[i] > 0
        or low in ("in", "at", "on", "of", "who", "during", "after", "from", "for", "to", "as")
    )


def skip_adverbials(scene: Scene, i: int, end: int, phrases: int) -> int:
    """Over adverbs, dates and up to ``phrases`` prepositional phrases ("in a statement on Tuesday")."""
    while i < end and not scene.quoted(i):
        if scene.timed[i] or scene.tag(i) == "r" or scene.tokens.lowers[i] in ("ago", "earlier", "later"):
            i += 1
        elif scene.tokens.lowers[i] in PREPOSITIONS and i + 1 < end:
            if scene.timed[i + 1]:
                i += 2
                continue
            phrase = starting_at(scene, i + 1, end)
            if not phrase or not phrases:
                break
            i, phrases = phrase[1], phrases - 1
        else:
            break
    return i
