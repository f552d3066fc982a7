"""Tells which names of people in one text are one person's: full names first, then surnames and first names alone."""

from __future__ import annotations

import collections
from dataclasses import dataclass, field

from reader.core.kinds import Kind
from reader.language.names import Name
from reader.language.people import PersonName, gender_of, joined, person_name, pieces, same_person, surnames
from reader.language.tokens import Tokens
from reader.language.words import Words

_LATEST = 8
"""Namesakes that are remembered, so that a text of nothing but namesakes takes no longer."""
_MEN = frozenset(("mr.", "mr", "sir", "lord"))
_WOMEN = frozenset(("mrs.", "mrs", "ms.", "ms", "miss", "lady", "dame", "madam"))
_REGAL = frozenset("pope king queen prince princess saint st. emperor empress".split())
_AGES = {"elder": "sr", "younger": "jr"}
_NUMERALS = {"ii": "ii", "iii": "iii", "iv": "iv"}
_GENERATIONS = {"jr": "jr", "sr": "sr"}
_OFFICES = ("sen", "rep", "real", "gov", "mayor", "the", "judge")
_LONG = 8
_NOBODY = -1
Key = tuple[str, ...]


@dataclass(slots=True)
class _Person:
    name: PersonName
    sex: str
    titles: set[str] = field(default_factory=set)
    """Words that stand before the full name."""


def join_people(tokens: Tokens, words: Words, names: list[Name], keys: list[Key]) -> list[Key]:
    """The keys, with one for each person instead of one for each spelling."""
    people = _People(tokens, words, names)
    people.meet_in_full()
    return [people.key_of(i) if name.kind is Kind.PERSON else keys[i] for i, name in enumerate(names)]


class _People:
    """Everybody in one text. ``key_of`` is asked in order of the text. Lives for one call."""

    def __init__(self, tokens: Tokens, words: Words, names: list[Name]) -> None:
        self.tokens, self.words, self.names = tokens, words, names
        self.found: dict[int, PersonName] = {}
        self.people: list[_Person] = []
        self.bearers: dict[PersonName, list[int]] = {}
        self.surnames: dict[PersonName, tuple[str, ...]] = {}
        self.by_surname: dict[str, list[int]] = collections.defaultdict(list)
        self.by_piece: dict[str, list[int]] = collections.defaultdict(list)
        self.recent: dict[str, dict[int, None]] = collections.defaultdict(dict)
        self.principal: dict[str, int] = {}
        self.at: dict[int, int] = {}
        self.lone_sexes: dict[str, dict[str, None]] = collections.defaultdict(dict)
        self.regal_alone: set[str] = set()
        self.longer: dict[str, str] = {}

    def meet_in_full(self) -> None:
        """Takes all names apart and tells the full ones from one another, those that say the most first."""
        mentions: dict[PersonName, list[int]] = collections.defaultdict(list)
        known: dict[tuple[tuple[str, ...], str], PersonName] = {}
        for i, name in enumerate(self.names):
            if name.kind is Kind.PERSON:
                spelling, beside = name.words(self.tokens), self._generation_beside(name)
                if (spelling, beside) not in known:
                    known[spelling, beside] = person_name(spelling, self.words, beside)
                self.found[i] = known[spelling, beside]
                mentions[self.found[i]].append(i)
        self._meet_each(mentions)
        for i, one in self.found.items():
            self._note(i, one)

    def _meet_each(self, mentions: dict[PersonName, list[int]]) -> None:
        index: dict[str, list[int]] = collections.defaultdict(list)
        full = [name for name in mentions if name.first]
        for name in sorted(full, key=lambda n: (not n.generation, -len(n.words), mentions[n][0])):
            edges = {joined(name.words), *(joined((w,)) for w in (name.words[0], name.words[-1], *name.nickname))}
            near = sorted({p for edge in edges for p in index[edge][-_LATEST:]})
            fitting = [
                p
                for p in near
                if same_person(self.people[p].name, name, self.words)
                and not self._is_father(name, mentions[name], self.people[p].name, mentions[self.people[p].name][0])
            ]
            if not fitting:
                fitting = [len(self.people)]
                self.people.append(_Person(name, gender_of(name.first, self.words)))
            self.bearers[name] = fitting
            for p in fitting:
                for edge in edges:
                    index[edge].append(p)

    def _note(self, i: int, name: PersonName) -> None:
        """Remembers what the words before a name tell, and in which order full names come."""
        sex, regal = self._honorific(i), self._before(i) in _REGAL
        if not name.first:
            form = joined(name.words)
            if sex:
                self.lone_sexes[form][sex] = None
            if regal:
                self.regal_alone.add(form)
            if len(name.words) > 1:
                self.longer.setdefault(surnames(name)[-1], form)
            return
        for p in self.bearers[name]:
            self.people[p].sex = sex or self.people[p].sex
            self.people[p].titles.add(self._before(i))
        if name in self.surnames:
            return
        self.surnames[name] = surnames(name)
        for p in self.bearers[name]:
            for form in self.surnames[name]:
                self.by_surname[form].append(p)
            for form in pieces(name):
                if p not in self.by_piece[form][:_LATEST]:
                    self.by_piece[form].append(p)

    def key_of(self, i: int) -> Key:
        """The key of a name of a person."""
        name = self.found[i]
        if name.first:
            person = self._nearest(self.bearers[name])
            self.at[person] = i
            for form in self.surnames[name]:
                self._meet(form, person)
            return (Kind.PERSON, "", str(person))
        person, form = self._of_lone(i, name)
        if person != _NOBODY:
            self.at[person] = i
            return (Kind.PERSON, "", str(person))
        sex = self._honorific(i)
        sexes = self.lone_sexes[form]
        if len(sexes) > 1:
            sex = sex or next(iter(sexes))
            self.lone_sexes[form] = {sex: None} | sexes
            return (Kind.PERSON, form, name.generation, sex)
        return (Kind.PERSON, form, name.generation, "")

    def _meet(self, form: str, person: int) -> None:
        recent = self.recent[form]
        recent.pop(person, None)
        recent[person] = None
        if len(recent) > _LATEST:
            del recent[next(iter(recent))]

    def _of_lone(self, i: int, name: PersonName) -> tuple[int, str]:
        """Whom a surname or first name alone means, or nobody; and the form by which it was looked up."""
        forms = surnames(name)
        for form in forms:
            if form in self.by_surname:
                return self._of_surname(i, form, name.generation), form
        form = forms[0]
        known = self.by_piece.get(form) or self._by_handle(form)
        if len(known) != 1 or form in self.regal_alone and not self.people[known[0]].titles & _REGAL:
            return _NOBODY, self.longer.get(form, form)
        return known[0], form

    def _by_handle(self, form: str) -> list[int]:
        """Whose handle a word is: "@SenAnnLee"."""
        bare = [form.removeprefix(front) for front in _OFFICES if form.startswith(front) and len(form) > _LONG]
        return next((self.by_piece[b] for b in bare if b in self.by_piece), [])

    def _of_surname(self, i: int, form: str, generation: str) -> int:
        """Who is meant by a surname: whom the text called so before a namesake came, else the one named last."""
        named = list(self.recent[form])
        pool = named or [self.by_surname[form][0]]
        if not named and self.people[pool[0]].name.generation == "jr" and not self._is_headline(i):
            self.principal.setdefault(form, _NOBODY)
            return _NOBODY
        if generation:
            same = [p for p in self.by_surname[form][:_LATEST] if self.people[p].name.generation == generation]
            pool = same or [p for p in pool if not self.people[p].name.generation]
        sex = self._honorific(i)
        if sex:
            pool = [p for p in pool if self.people[p].sex == sex] or [p for p in pool if not self.people[p].sex]
        if not pool:
            self.principal.setdefault(form, _NOBODY)
            return _NOBODY
        if sex or generation:
            chosen = self.principal.get(form, pool[-1])
            chosen = chosen if chosen in pool else pool[-1]
            self.people[chosen].sex = self.people[chosen].sex or sex
            if len(named) < 2:
                self.principal.setdefault(form, chosen)
            return chosen
        title = self._before(i)
        if title in self.words.titles and len(pool) > 1:
            pool = [p for p in pool if title in self.people[p].titles] or pool
            if len(pool) == 1:
                return pool[0]
        return self.principal.setdefault(form, pool[-1])

    def _nearest(self, people: list[int]) -> int:
        """The one of several with one full name who was named last, else the first to come."""
        return max(people, key=lambda p: self.at.get(p, -1))

    def _is_father(self, name: PersonName, at: list[int], known: PersonName, first: int) -> bool:
        """Whether a full name is not the "Jr." of that name: it comes before him, or is introduced by a role."""
        if known.generation != "jr" or name.generation:
            return False
        return any(not self._is_headline(i) if i < first else self._is_introduced(i) for i in at)

    def _is_introduced(self, i: int) -> bool:
        first = self.names[i].first
        return any(w in self.words.titles for w in self.tokens.lowers[max(0, first - 3) : first])

    def _is_headline(self, i: int) -> bool:
        return self.names[i].first < self.tokens.paragraphs[0][1] and len(self.tokens.paragraphs) > 1

    def _before(self, i: int) -> str:
        first = self.names[i].first
        return self.tokens.lowers[first - 1] if first else ""

    def _honorific(self, i: int) -> str:
        before = self._before(i)
        return "m" if before in _MEN else "f" if before in _WOMEN else ""

    def _generation_beside(self, name: Name) -> str:
        """What stands beside a name: ", Sr.", ", the elder", or "the younger" before it."""
        lowers = self.tokens.lowers
        if lowers[max(0, name.first - 2) : name.first] in (["the", "elder"], ["the", "younger"]):
            return _AGES[lowers[name.first - 1]]
        comma = lowers[name.last : name.last + 1] == [","]
        behind = lowers[name.last + comma : name.last + comma + 3]
        if behind[:1] == ["the"] and behind[1:] and behind[1] in _AGES:
            tags = self.words.lexicon.get(behind[-1], "")
            is_noun = tags[:1] in ("j", "p") or "n" in tags and "v" not in tags
            return "" if is_noun else _AGES[behind[1]]
        known = _GENERATIONS if comma else _GENERATIONS | _NUMERALS
        return known.get(behind[0].rstrip("."), "") if behind else ""
