"""The trained annotator: rules that guess, an encoder that reads, and the two put together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from reader.core.annotations import Annotations, Chain, Mention, Role
from reader.core.article import Block
from reader.core.identity import text_digest
from reader.core.kinds import BlockRole, Form, Kind
from reader.core.spans import Span
from reader.language.annotator import guess, names_by_token, within
from reader.language.chains import link
from reader.language.composing import Composed, compose
from reader.language.confidence import Evidence
from reader.language.decoding import Found, spans
from reader.language.edges import nominal_span
from reader.language.encoder import Encoder, Reading
from reader.language.english import is_english
from reader.language.features import features_of
from reader.language.following import FIRST_PERSONS, PLURAL, Trail, bare, best, fitting, is_plural, meant_by
from reader.language.foreign import without_speakers
from reader.language.heads import MENTION_KINDS, PRONOUN_KINDS
from reader.language.judging import quotation_of, signals_of
from reader.language.naming import Measure, find_named, find_roles_of, trimmed, whole_measures
from reader.language.nominals import Nominal, find_nominals
from reader.language.pronouns import GENDER, Pronoun, find_pronouns
from reader.language.scene import Scene
from reader.language.speakers import Spoken, mean_the_same, of_phrase
from reader.language.tokens import Tokens
from reader.language.words import Words

_SILENT = (BlockRole.BYLINE, BlockRole.TIMESTAMP, BlockRole.CREDIT, BlockRole.DATELINE)

_LEAST = {"name": 0.06, "pronoun": 0.8, "title": 0.8}
"""How probable a speaker must be that a name, a pronoun or a nominal gives; less probable ones stay open."""
_EARLIER, _SHARED = 0.85, 0.9
"""Likewise where the words have no speaker: alone, and behind a cue without a subject."""
_NOMINAL, _PRONOUN, _BONUS = 0.85, 0.5, 0.9
"""The least probability of whom a nominal and a pronoun mean, and what is added to whom the rules say."""
_RULED = 0.8
"""How probable what the rules say of several people together counts."""


@dataclass(frozen=True, slots=True)
class TrainedAnnotator:
    """Annotates by the encoder. Made once; ``annotate`` is pure, never raises, takes time in proportion to the text."""

    words: Words
    encoder: Encoder
    weights: Mapping[str, float]
    """Of the signals of confidence."""
    name: str

    def annotate(self, text: str, blocks: tuple[Block, ...]) -> Annotations:
        """Everything that is found in a text. Offsets are those of the text given; ``blocks`` may be empty."""
        return self._annotate(text, blocks)[0]

    def weighed(self, text: str) -> tuple[Annotations, list[dict[str, float]]]:
        """The annotations, and for each quotation the signals of its confidence: for fitting the weights."""
        return self._annotate(text, ())

    def _annotate(self, text: str, blocks: tuple[Block, ...]) -> tuple[Annotations, list[dict[str, float]]]:
        if not is_english(text):
            return without_speakers(text, self.name), []
        guesses = guess(text, self.words)
        tokens = guesses.scene.tokens
        if not len(tokens):
            return Annotations(text_digest(text), self.name), []
        reading = self.encoder.read(tokens, guesses.scene.sentences, features_of(guesses))
        scene, measures = _scene_of(guesses.scene, reading)
        told = _Telling(scene, reading, self.encoder)
        spoken = told.tell()
        chains = tuple(Chain(i, draft.title, draft.kind) for i, draft in enumerate(scene.links.chains))
        roles = tuple(Role(_span(tokens, r.first, r.last), scene.links.of[r.name]) for r in scene.roles)
        silent = tuple(block.span for block in blocks if block.role in _SILENT)
        judged = [(quotation_of(scene, s, self.weights), signals_of(scene, s)) for s in spoken]
        heard = [(q, signals) for q, signals in judged if not within(silent, q.content[0])]
        quotations = tuple(q for q, _ in heard)
        found = Annotations(text_digest(text), self.name, told.mentions(measures), chains, roles, quotations)
        return found, [signals for _, signals in heard]


def _scene_of(rules: Scene, reading: Reading) -> tuple[Scene, list[Measure]]:
    """The scene with the encoder's names, measures and roles in place of the rules'."""
    tokens = rules.tokens
    names, found = find_named(tokens, reading, rules.names)
    measures = whole_measures(tokens, rules.timed, found)
    name_at = names_by_token(tokens, names)
    timed = bytearray(len(tokens))
    for measure in measures:
        for i in range(measure.first, measure.last):
            timed[i] = 1 if measure.kind is Kind.DATE else 2
    scene = replace(
        rules,
        names=names,
        links=link(tokens, rules.words, names),
        roles=find_roles_of(tokens, rules.words, reading, names, name_at),
        name_at=name_at,
        timed=timed,
    )
    return scene, measures


class _Telling:
    """One text being told apart: who is meant, and who speaks. Lives for one call."""

    def __init__(self, scene: Scene, reading: Reading, encoder: Encoder) -> None:
        self.scene, self.reading, self.encoder = scene, reading, encoder
        self.trail = Trail.begin(scene, reading, encoder.nobody)
        self.pronouns: dict[int, Pronoun] = {}
        self.nominals: dict[int, Nominal] = {}
        self.kinds = self._pronoun_kinds()
        self.sure: dict[int, float] = {}

    def tell(self) -> list[Spoken]:
        """Finds pronouns, nominals and reports, and who they are; the reports with their speakers."""
        self._follow()
        spoken: list[Spoken] = []
        for one in compose(self.scene, self.reading, self.encoder):
            spoken.append(self._speaker(one, spoken[-1] if spoken else None))
        self._first_persons(spoken)
        return spoken

    def _pronoun_kinds(self) -> dict[int, Kind]:
        tops = self.reading.tags["pronoun"].argmax(axis=1)
        return {
            int(i): Kind(PRONOUN_KINDS[tops[i] - 1])
            for i in tops.nonzero()[0]
            if self.scene.name_at[i] < 0 and self.scene.tokens.words[i][0].isalpha()
        }

    def _nominal(self, one: Found) -> Found | None:
        clean = trimmed(self.scene.tokens, one)
        span = nominal_span(self.scene, clean.first, clean.last) if clean else None
        return Found(*span, one.kind, one.sure) if span else None

    def _follow(self) -> None:
        """Goes through the text once and resolves each pronoun and nominal by what stands before it."""
        by_rule, titles = find_pronouns(self.scene), find_nominals(self.scene)
        found = [
            clean for one in spans(self.reading.tags["nominal"], self.reading.windows) if (clean := self._nominal(one))
        ]
        todo = sorted([(one.first, one) for one in found] + [(at, None) for at in self.kinds], key=lambda x: x[0])
        for at, nominal in todo:
            if nominal:
                chains, sure = self._meant_by_nominal(nominal, titles.get(at))
                self.nominals[at] = Nominal((nominal.first, nominal.last), chains, Kind(MENTION_KINDS[nominal.kind]))
            else:
                chains, sure = self._meant_by_pronoun(at, by_rule.get(at))
                if not chains:
                    continue
                self.pronouns[at] = Pronoun(at, chains)
            self.sure[at] = sure
            if len(chains) == 1:
                self.trail.add(at, chains[0])

    def _meant_by_nominal(self, one: Found, rule: Nominal | None) -> tuple[tuple[int, ...], float]:
        person = Kind(MENTION_KINDS[one.kind]) is Kind.PERSON  # the rules know of nobody else
        drafts = self.scene.links.chains
        chances = self.trail.chances("nominal", one.first, (one.first, one.last))
        chances = {c: p for c, p in chances.items() if (drafts[c].kind is Kind.PERSON) == person}
        chains, sure = meant_by(chances, _NOMINAL, is_plural(self.scene, one.first, one.last))
        if rule and person and (not chains or len(rule.chains) > len(chains)):
            return rule.chains, _RULED
        return chains, sure

    def _meant_by_pronoun(self, at: int, rule: Pronoun | None) -> tuple[tuple[int, ...], float]:
        low = bare(self.scene.tokens.lowers[at])
        if low in FIRST_PERSONS and self.scene.quoted(at):
            return (), 0.0
        chances = fitting(self.scene, at, self.kinds[at], self.trail.chances("pronoun", at))
        if rule:
            chances[rule.chains[0]] = chances.get(rule.chains[0], 0.0) + _BONUS
        chains, sure = meant_by(chances, _PRONOUN, low in PLURAL)
        return chains, min(1.0, sure)

    def _speaker(self, one: Composed, before: Spoken | None) -> Spoken:
        report = one.report
        chances = self.trail.chances("spoken", report.start, later=True)
        if report.speaker:
            chains, by = of_phrase(self.scene, report.speaker, self.pronouns, self.nominals)
            if by == "pronoun" and before and mean_the_same(self.scene, report, before):
                chains, meant = before.chains, _RULED
            elif not chains and by == "pronoun":
                kind = self.kinds.get(report.speaker[0], Kind.PERSON)
                chain, meant = best(fitting(self.scene, report.speaker[0], kind, chances), _EARLIER)
                chains = (chain,) if chain >= 0 else ()
            elif by in ("pronoun", "title"):
                meant = self.sure.get(report.speaker[0], 0.5)
            else:
                meant = sum(chances.get(chain, 0.0) for chain in chains)
                if len(chains) > 1:  # the pointer was trained on single speakers
                    meant = max(meant, 0.5)
            if meant < _LEAST.get(by, 0.0):
                chains = ()
            return Spoken(report, chains, by if chains else "nobody", Evidence(one.sure, one.linked, meant))
        chain, meant = best(chances, _SHARED if report.cue else _EARLIER)
        evidence = Evidence(one.sure, one.linked, meant)
        if chain >= 0:
            shares = replace(report, shares=True, code="continued" if not report.cue else "shared")
            return Spoken(shares, (chain,), "earlier", evidence)
        return Spoken(report, (), "nobody", evidence)

    def _first_persons(self, spoken: list[Spoken]) -> None:
        """ "I" in marks is the speaker."""
        for one in spoken:
            if len(one.chains) != 1 or self.scene.links.chains[one.chains[0]].kind is not Kind.PERSON:
                continue
            for i in (i for piece in one.report.content for i in range(*piece)):
                if i in self.kinds and i not in self.pronouns and bare(self.scene.tokens.lowers[i]) in FIRST_PERSONS:
                    self.pronouns[i] = Pronoun(i, one.chains)

    def mentions(self, measures: list[Measure]) -> tuple[Mention, ...]:
        """All mentions in order, a longer one before those inside it; each span once for its form."""
        tokens, scene = self.scene.tokens, self.scene
        found = [Mention(_span(tokens, m.first, m.last), m.kind) for m in measures]
        found += [
            Mention(_span(tokens, n.first, n.last), n.kind, Form.NAME, (scene.links.of[i],))
            for i, n in enumerate(scene.names)
        ]
        taken = {m.span for m in found}
        for at, kind in self.kinds.items():
            known = self.pronouns.get(at)
            low = bare(tokens.lowers[at])
            if low in FIRST_PERSONS and not scene.quoted(at) or not known and low not in FIRST_PERSONS | GENDER.keys():
                continue  # "I" that nobody is quoted with, "they" and "it" of nobody known
            written = bare(tokens.words[at].replace("’", "'"))  # in small letters İ is longer than in the text
            span = Span(tokens.starts[at], tokens.starts[at] + len(written))
            found.append(Mention(span, kind, Form.PRONOUN, known.chains if known else ()))
        ranges = [(n.first, n.last) for n in scene.names] + [(m.first, m.last) for m in measures]
        held = {at: each for each in ranges for at in range(*each)}
        for nominal in self.nominals.values():
            span, (first, last) = _span(tokens, *nominal.span), nominal.span
            # Words glued together may belong to a name by half; no two mentions cross.
            at_edges = [held[at] for at in (first, last - 1) if at in held]
            is_whole = all((first <= a and b <= last) or (a <= first and last <= b) for a, b in at_edges)
            if span not in taken and is_whole:
                found.append(Mention(span, nominal.kind, Form.NOMINAL, nominal.chains))
        return tuple(sorted(found, key=lambda m: (m.span.start, -m.span.end, m.kind, m.form)))


def _span(tokens: Tokens, first: int, last: int) -> Span:
    return Span(tokens.starts[first], tokens.ends[last - 1])
