"""The first annotator: rules and word lists, from a text to mentions, chains, roles and quotations."""

from __future__ import annotations

from dataclasses import dataclass

from reader.core.annotations import Annotations, Chain, Mention, Role
from reader.core.article import Block
from reader.core.identity import text_digest
from reader.core.kinds import BlockRole, Form, Kind
from reader.core.spans import Span
from reader.language.bodies import find_bodies
from reader.language.chains import link
from reader.language.english import is_english
from reader.language.features import Guesses
from reader.language.foreign import without_speakers
from reader.language.judging import quotation_of
from reader.language.marks import Passage, find_passages
from reader.language.names import Name, find_names
from reader.language.nominals import Nominal, find_nominals
from reader.language.pronouns import Pronoun, find_pronouns
from reader.language.quantities import find_quantities
from reader.language.reports import find_reports
from reader.language.roles import find_roles
from reader.language.runs import listed
from reader.language.said import find_said_pronouns
from reader.language.scene import Range, Scene
from reader.language.sentences import find_sentences
from reader.language.speakers import Spoken, identify
from reader.language.tokens import Tokens, tokenize
from reader.language.words import Words

_SILENT = (BlockRole.BYLINE, BlockRole.TIMESTAMP, BlockRole.CREDIT, BlockRole.DATELINE)
"""In these nobody speaks."""
_NAMED = 8
"""Words of the longest names with a date inside."""


@dataclass(frozen=True, slots=True)
class RuleAnnotator:
    """Annotates by rules. Made once; ``annotate`` is pure, never raises, and takes time in proportion to the text."""

    words: Words
    name: str

    def annotate(self, text: str, blocks: tuple[Block, ...]) -> Annotations:
        """Everything that is found in a text. Offsets are those of the text given; ``blocks`` may be empty."""
        if not is_english(text):
            return without_speakers(text, self.name)
        quantities = find_quantities(text)
        guesses = guess(text, self.words, quantities)
        scene, pronouns, nominals, spoken = guesses.scene, guesses.pronouns, guesses.nominals, guesses.spoken
        chains = tuple(Chain(i, draft.title, draft.kind) for i, draft in enumerate(scene.links.chains))
        mentions = _mentions(scene, quantities, pronouns, nominals, spoken)
        roles = tuple(Role(_span(scene.tokens, r.first, r.last), scene.links.of[r.name]) for r in scene.roles)
        silent = tuple(block.span for block in blocks if block.role in _SILENT)
        quotations = tuple(q for s in spoken if not within(silent, (q := quotation_of(scene, s)).content[0]))
        return Annotations(text_digest(text), self.name, mentions, chains, roles, quotations)


def guess(text: str, words: Words, quantities: tuple[Mention, ...] | None = None) -> Guesses:
    """All that the rules find in a text, in tokens."""
    scene = set_scene(text, find_quantities(text) if quantities is None else quantities, words)
    pronouns = find_pronouns(scene)
    nominals = find_bodies(scene) | find_nominals(scene)
    spoken = identify(scene, find_reports(scene), pronouns, nominals)
    return Guesses(scene, pronouns | find_said_pronouns(scene, spoken), nominals, spoken)


def within(silent: tuple[Span, ...], content: Span) -> bool:
    return any(span.contains(content) for span in silent)


def set_scene(text: str, quantities: tuple[Mention, ...], words: Words) -> Scene:
    """Words, sentences, passages, names, chains and roles of a text."""
    tokens = tokenize(text)
    passages = find_passages(tokens)
    sentences = find_sentences(tokens, passages, words)
    timed = bytearray(len(tokens))
    for mention in quantities:
        for i in range(tokens.at(mention.span.start), tokens.before(mention.span.end)):
            timed[i] = 1 if mention.kind is Kind.DATE else 2
    _untime_names(tokens, words, timed)
    names = find_names(tokens, words, sentences.begins, timed)
    links = link(tokens, words, names)
    roles = find_roles(tokens, words, names)
    return Scene(
        tokens,
        words,
        sentences,
        passages,
        names,
        links,
        roles,
        names_by_token(tokens, names),
        _passages_by_token(tokens, passages),
        timed,
    )


def _untime_names(tokens: Tokens, words: Words, timed: bytearray) -> None:
    """A date inside a listed name is none: "Super Tuesday", "the Sunday Times", "the War of 1812"."""
    for i in range(len(tokens)):
        if tokens.words[i] in words.sizes and any(timed[i : i + _NAMED]):
            entry = listed(tokens, words, i, shout=False)
            if entry and len(entry[0]) > 1:
                timed[i : i + len(entry[0])] = bytes(len(entry[0]))


def names_by_token(tokens: Tokens, names: list[Name]) -> list[int]:
    found = [-1] * len(tokens)
    for number, name in enumerate(names):
        found[name.first : name.last] = [number] * (name.last - name.first)
    return found


def _passages_by_token(tokens: Tokens, passages: tuple[Passage, ...]) -> list[int]:
    found = [-1] * len(tokens)
    for number, passage in enumerate(passages):
        found[passage.first : passage.last] = [number] * (passage.last - passage.first)
    return found


def _span(tokens: Tokens, first: int, last: int) -> Span:
    return Span(tokens.starts[first], tokens.ends[last - 1])


def _mentions(
    scene: Scene,
    quantities: tuple[Mention, ...],
    pronouns: dict[int, Pronoun],
    nominals: dict[int, Nominal],
    spoken: list[Spoken],
) -> tuple[Mention, ...]:
    """All mentions in order, a longer one before those inside it; each span and kind once."""
    tokens = scene.tokens
    found = [q for q in quantities if scene.timed[tokens.at(q.span.start)]]
    found += [
        Mention(_span(tokens, n.first, n.last), n.kind, Form.NAME, (scene.links.of[i],))
        for i, n in enumerate(scene.names)
    ]
    found += [Mention(_span(tokens, p.at, p.at + 1), Kind.PERSON, Form.PRONOUN, p.chains) for p in pronouns.values()]
    found += [Mention(_span(tokens, *n.span), n.kind, Form.NOMINAL, n.chains) for n in nominals.values()]
    taken = {m.span for m in found}
    for s in spoken:
        phrase = s.report.speaker
        if phrase and _is_nominal(scene, phrase):
            span = _span(tokens, *phrase)
            if span not in taken:
                found.append(Mention(span, _kind(scene, phrase), Form.NOMINAL))
                taken.add(span)
    return tuple(sorted(found, key=lambda m: (m.span.start, -m.span.end, m.kind, m.form)))


def _kind(scene: Scene, phrase: Range) -> Kind:
    """What an unnamed speaker is: a document, a body, or people."""
    head = scene.tokens.lowers[phrase[1] - 1]
    if head in scene.words.documents:
        return Kind.WORK
    return Kind.ORGANIZATION if head in scene.words.bodies else Kind.PERSON


def _is_nominal(scene: Scene, phrase: Range) -> bool:
    """Whether a speaker's phrase is a common noun: no name at its head, no pronoun."""
    last = phrase[1] - 1
    person = any(scene.is_person(i) for i in range(*phrase))
    return (
        scene.name_at[last] < 0
        and not person
        and not (phrase[1] == phrase[0] + 1 and scene.tag(last) != "n" and scene.tag(last) != "")
    )
