"""Finds what is said in each sentence: content, cue and speaker, before anybody is identified."""

from __future__ import annotations

from dataclasses import dataclass

from reader.language.cues import Cue, find_cues
from reader.language.phrases import PRONOUNS, starting_at
from reader.language.scene import Range, Scene
from reader.language.sentences import Sentence
from reader.language.subjects import Subject, subject_of

_PREPOSITIONS = frozenset(
    "in at on during to after before via through from by with about of as for while following amid".split()
)
_STOPS = frozenset(".!?;")
_COMMAS = frozenset((",", "—", "–", "--", "-"))
_AHEAD = 20
_LEADING = frozenset(",?!—–…")
_OPENING = frozenset("when after before if while as since although though because once until where asked".split())
_TAKES_BACK = frozenset("though although without".split())
_OPENERS = frozenset("but and yet so however still meanwhile".split())
_TURNS = frozenset("and but while although though as whereas yet".split())
_ACCUSING = ("accus", "blam", "cit", "credit", "condemn", "denounc", "criti")


@dataclass(frozen=True, slots=True)
class Report:
    """One attribution in tokens. ``shares`` says that it has the speaker of the report before it."""

    content: tuple[Range, ...]
    cue: Range | None
    speaker: Range | None
    sentence: int
    code: str
    owner: Range | None = None
    shares: bool = False

    @property
    def start(self) -> int:
        return self.content[0][0]


def reports_in(scene: Scene, sentence: Sentence, number: int) -> list[Report]:
    """The attributions of one sentence that a cue shows, in order."""
    clauses = [(cue, subject) for cue in find_cues(scene, sentence) if (subject := subject_of(scene, cue, sentence))]
    found: list[Report] = []
    free = sentence.first
    for k, (cue, subject) in enumerate(clauses):
        if cue.first < free and not subject.joined:
            continue
        later = clauses[k + 1 : k + 1 + _AHEAD]
        report = _one(scene, sentence, number, cue, subject, later, free)
        if report:
            found.append(report)
            free = max(report.content[-1][1], cue.last, subject.span[1] if subject.span else 0)
    return found


def _one(
    scene: Scene,
    sentence: Sentence,
    number: int,
    cue: Cue,
    subject: Subject,
    later: list[tuple[Cue, Subject]],
    free: int,
) -> Report | None:
    if cue.frame == "according":
        return _according(scene, sentence, number, cue, subject, free)
    if _stands_behind(scene, sentence, cue, subject, free):
        return _backward(scene, sentence, number, cue, subject, free)
    if subject.inverted:
        return None
    if _is_chain(scene, cue, later):
        return None
    return _forward(scene, sentence, number, cue, subject, later)


def _report(cue: Cue, subject: Subject, content: tuple[Range, ...], number: int, code: str) -> Report:
    return Report(content, (cue.first, cue.last), subject.span, number, code, subject.owner, subject.joined)


def trim(scene: Scene, first: int, last: int) -> Range | None:
    """A range without commas and stops at its edges, but for those inside quotation marks."""
    words = scene.tokens.words
    while first < last and not scene.quoted(first) and not words[first][0].isalnum() and words[first] not in "$£€#@([":
        first += 1
    while (
        last > first
        and not scene.quoted(last - 1)
        and not words[last - 1][0].isalnum()
        and words[last - 1] not in "%)]"
    ):
        last -= 1
    return (first, last) if last > first else None


# content before the cue


def _stands_behind(scene: Scene, sentence: Sentence, cue: Cue, subject: Subject, free: int) -> bool:
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
        return _asks_on(scene, mark) and not _goes_on(scene, end, sentence.last) or _ends_clause(scene, end, sentence.last, 3)
    if cue.frame == "mind" or scene.tokens.words[before] not in _COMMAS or start - free <= 3:
        return False
    return _is_clause(scene, free, start - 1) and _ends_clause(scene, end, sentence.last, 2)


def _is_clause(scene: Scene, first: int, last: int) -> bool:
    """Whether words before a speaker are a clause that can be said, not an opening such as "After the meeting,"."""
    lowers = scene.tokens.lowers
    if scene.tag(first) in ("p", "g") or lowers[first] in _OPENING:
        bare = scene.tag(first) == "p" and lowers[first] not in _OPENING
        first = next((i for i in range(first, min(last - 1, first + 60)) if scene.tokens.words[i] == ","), first if bare else last)
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


def skip_adverbials(scene: Scene, i: int, end: int, phrases: int) -> int:
    """Over adverbs, dates and up to ``phrases`` prepositional phrases ("in a statement on Tuesday")."""
    while i < end and not scene.quoted(i):
        if scene.timed[i] or scene.tag(i) == "r" or scene.tokens.lowers[i] in ("ago", "earlier", "later"):
            i += 1
        elif scene.tokens.lowers[i] in _PREPOSITIONS and i + 1 < end:
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


def _backward(scene: Scene, sentence: Sentence, number: int, cue: Cue, subject: Subject, free: int) -> Report | None:
    first = free
    if scene.tokens.lowers[first] in _OPENERS and not scene.quoted(first):
        first += 1
    content = trim(scene, first, subject.start)
    if not content:
        return None
    pieces = [content]
    resumed = _resumed(scene, sentence, max(cue.last, subject.span[1] if subject.span else 0))
    if resumed:
        pieces.append(resumed)
    return _report(cue, subject, tuple(pieces), number, "said-after")


def _resumed(scene: Scene, sentence: Sentence, i: int) -> Range | None:
    """The second piece of a split quotation: ``"We will go," he said, "if asked."``"""
    i = skip_adverbials(scene, i, sentence.last, 2)
    if i + 1 < sentence.last and scene.tokens.words[i] in (",", "—", "–", "--", ":") and scene.quoted(i + 1):
        passage = scene.passages[scene.passage_at[i + 1]]
        return trim(
            scene, i + 1, min(passage.last, sentence.last) if passage.last >= sentence.last - 1 else passage.last
        )
    return None


# content behind the cue


def _is_chain(scene: Scene, cue: Cue, later: list[tuple[Cue, Subject]]) -> bool:
    """ "Y reported that X said …": the words are X's."""
    if not later or later[0][0].frame == "according" or later[0][1].joined or not later[0][1].span:
        return False
    start = later[0][1].start
    between = [w for w in scene.tokens.lowers[cue.last : start] if w not in ("that", ",")]
    pronoun = scene.tokens.lowers[later[0][1].span[0]] in PRONOUNS and scene.name_at[start] < 0
    return not between and not scene.quoted(cue.last) and not pronoun


def _forward(
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
    return _report(cue, subject, (content,), number, "said-before")


def _believable(scene: Scene, cue: Cue, content: Range, plain: bool, quoted: bool) -> bool:
    """Whether a weaker cue has what it needs: "that", a colon, or words in marks."""
    low = scene.tokens.lowers[cue.first]
    if cue.frame == "say" or cue.frame == "for":
        return not (low.startswith("add") and scene.tokens.lowers[cue.last] == "to")
    if cue.frame == "mind":
        return quoted
    if cue.frame == "judge":
        return quoted or low.startswith(_ACCUSING[:2])
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
        if lowers[k] == "that" and (k == j or lowers[i] in _PREPOSITIONS or lowers[k - 1] == ","):
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
    if first < last and lowers[first] in _PREPOSITIONS:
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


def _according(scene: Scene, sentence: Sentence, number: int, cue: Cue, subject: Subject, free: int) -> Report | None:
    end = subject.span[1] if subject.span else cue.last
    before = trim(scene, free + (scene.tokens.lowers[free] in _OPENERS), cue.first) if cue.first - free > 2 else None
    comma = next((i for i in range(end, min(sentence.last, end + 25)) if scene.tokens.words[i] == ","), sentence.last)
    after = trim(scene, comma, sentence.last) if comma < sentence.last else None
    if (
        before
        and after
        and (
            after[1] - after[0] < 4
            or comma > end + 1
            or scene.tokens.lowers[after[0]] in ("who", "which", "the", "a", "an")
        )
    ):
        after = None
    pieces = tuple(piece for piece in (before, after) if piece)
    return _report(cue, subject, pieces, number, "according-to") if pieces else None
