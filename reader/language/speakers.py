"""Identifies the speakers of reports: by name, by pronoun, by title, or as the one who spoke before."""

from __future__ import annotations

from dataclasses import dataclass

from reader.core.kinds import Kind
from reader.language.confidence import Evidence
from reader.language.nominals import Nominal
from reader.language.phrases import PRONOUNS
from reader.language.pronouns import Pronoun
from reader.language.report import Report
from reader.language.scene import Range, Scene

_PREPOSITIONS = frozenset("of for at in from to with".split())
_WRITINGS = frozenset("statement letter tweet post message email e-mail".split())
_CLITICS = frozenset(("'s", "’s"))


@dataclass(frozen=True, slots=True)
class Spoken:
    """A report with its speakers' chains and how they were found: name, pronoun, title, earlier, nobody.

    ``evidence`` is what an encoder thought of it; rules have none.
    """

    report: Report
    chains: tuple[int, ...]
    by: str
    evidence: Evidence | None = None


def identify(
    scene: Scene, reports: list[Report], pronouns: dict[int, Pronoun], nominals: dict[int, Nominal]
) -> list[Spoken]:
    """The speakers of all reports, in order."""
    found: list[Spoken] = []
    for report in reports:
        phrase = report.speaker or report.owner
        if report.shares and found and found[-1].report.sentence == report.sentence:
            chains, by = found[-1].chains, "earlier"
        elif phrase:
            chains, by = of_phrase(scene, phrase, pronouns, nominals)
            if by == "pronoun" and not chains and found and _goes_on(scene, report, found[-1].report):
                chains = found[-1].chains if _fits(scene, phrase, found[-1].chains) else ()
        elif report.shares and found:
            chains, by = found[-1].chains, "earlier"
        else:
            chains, by = (), "nobody"
        found.append(Spoken(report, chains, by if chains else "nobody"))
    return found


def of_phrase(
    scene: Scene, phrase: Range, pronouns: dict[int, Pronoun], nominals: dict[int, Nominal]
) -> tuple[tuple[int, ...], str]:
    first, last = phrase
    if last == first + 1 and scene.tokens.lowers[first] in PRONOUNS and scene.name_at[first] < 0:
        pronoun = pronouns.get(first)
        return (pronoun.chains if pronoun else ()), "pronoun"
    writer = _writer(scene, phrase)
    if writer:
        return writer, "name"
    nominal = nominals.get(first)
    if nominal and nominal.span[1] >= last - 1:
        return nominal.chains, "title"
    people = _names(scene, phrase, (Kind.PERSON,))
    if people:
        return people, "name"
    others = _names(scene, phrase, (Kind.ORGANIZATION, Kind.PLACE, Kind.GROUP, Kind.WORK, Kind.FACILITY))
    joint = "and" in scene.tokens.lowers[first:last]
    return others if joint else others[:1], "name"


def _writer(scene: Scene, phrase: Range) -> tuple[int, ...]:
    """Whose words "Ann Lee's statement" and "a letter from Ann Lee" are."""
    first, last = phrase
    lowers = scene.tokens.lowers
    for i in range(first, last):
        if lowers[i] not in _WRITINGS:
            continue
        before = scene.name(i - 2) if i - 2 >= first and lowers[i - 1] in _CLITICS else None
        if before and i == last - 1:
            return (scene.links.of[scene.name_at[i - 2]],)
        if i + 1 < last and lowers[i + 1] in ("from", "by"):
            return _names(scene, (i + 2, last), (Kind.PERSON,))
    return ()


def _names(scene: Scene, phrase: Range, kinds: tuple[Kind, ...]) -> tuple[int, ...]:
    """The chains of the names at the head of a phrase, also two joined by "and"; not those that only describe it."""
    found: list[int] = []
    i = phrase[0]
    while i < phrase[1]:
        name = scene.name(i)
        if name is None:
            if i > phrase[0] and scene.tokens.lowers[i] in _PREPOSITIONS:
                break
            i += 1
            continue
        behind = scene.tokens.lowers[name.last] if name.last < phrase[1] else ""
        alone = name.last >= phrase[1] or behind in ("and", "or", ",", "(")
        alone = alone or name.kind is Kind.PERSON and behind in _PREPOSITIONS
        if name.kind in kinds and alone and behind not in _CLITICS:
            found.append(scene.links.of[scene.name_at[i]])
        i = max(name.last, i + 1)
    return tuple(dict.fromkeys(found))


def mean_the_same(scene: Scene, report: Report, before: Spoken) -> bool:
    """Whether "they" of a report are the several people who spoke in the one before."""
    phrase = report.speaker
    if not phrase or len(before.chains) < 2 or scene.tokens.lowers[phrase[0]] != "they":
        return False
    return phrase[1] == phrase[0] + 1 and _goes_on(scene, report, before.report)


def _goes_on(scene: Scene, report: Report, earlier: Report) -> bool:
    whole = scene.sentences.whole
    return whole[report.sentence].paragraph - whole[earlier.sentence].paragraph <= 1


def _fits(scene: Scene, phrase: Range, chains: tuple[int, ...]) -> bool:
    """Whether a pronoun can mean these: "they" several or a body, "he" and "she" one person of that gender."""
    low = scene.tokens.lowers[phrase[0]]
    drafts = [scene.links.chains[c] for c in chains]
    if low in ("he", "she"):
        return (
            len(drafts) == 1 and drafts[0].kind is Kind.PERSON and drafts[0].gender in ("", "m" if low == "he" else "f")
        )
    if low == "they":
        return len(drafts) > 1
    return low == "it" and len(drafts) == 1 and drafts[0].kind is not Kind.PERSON
