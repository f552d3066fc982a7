"""The word lists of the first annotator, read once from ``resources/language`` and handed about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reader.core.kinds import Kind
from reader.language.countries import Country, by_spelling, load_countries, plain
from reader.language.tokens import tokenize
from reader.paths import resource

Entry = tuple[tuple[str, ...], Kind]


@dataclass(frozen=True, slots=True)
class Words:
    """All lists. Words are in lower case but for first names, surnames and the names of ``gazetteer``."""

    lexicon: dict[str, str]
    """Tags of common words: n noun, v verb, g -ing, d past, j adjective, r adverb, p preposition, m modal, o other."""
    gazetteer: dict[tuple[str, ...], Kind]
    """The kind of each listed name, by its words."""
    sizes: dict[str, tuple[int, ...]]
    """How many words the listed names have that begin with a word, the most first."""
    """Names by their first word, longest first."""
    heads: dict[str, Kind]
    fronts: dict[str, Kind]
    """First words that make a name: "Port Ansel", "Storm Ingrid"."""
    of_heads: frozenset[str]
    first_names: dict[str, str]
    surnames: dict[str, bool]
    """Whether the surname mostly means a person when it stands alone."""
    surname_first: frozenset[str]
    nicknames: dict[str, frozenset[str]]
    """For a short first name, plain, the names it is short for: bill is william."""
    titles: frozenset[str]
    """Every word that can end a role: nouns and abbreviations."""
    plural_titles: frozenset[str]
    bodies: frozenset[str]
    """Common nouns for what speaks and is no person: company, ministry; ``documents`` are among them."""
    documents: frozenset[str]
    modifiers: frozenset[str]
    honorifics: frozenset[str]
    abbreviated: frozenset[str]
    female: frozenset[str]
    male: frozenset[str]
    cues: dict[str, str]
    """Frame of each reporting word: say, weak, tell, for, judge, as."""
    countries: tuple[Country, ...]
    spelled: dict[str, str]
    """For the plain form of each way to write a country its preferred name."""
    peoples: dict[str, str]
    """For the plain form of each word for a people or its adjective the country."""
    same: dict[str, str]
    """For the plain form of a name the plain form of the name it stands for."""
    confidence: dict[str, float]
    """For kind, reason and speaker of a quotation how often such a one is right; ``training`` measured it."""
    offices: dict[str, frozenset[str]]
    """For a body the words in the titles of those who lead it: the Pentagon is led by a defense secretary."""


def rows(name: str) -> Iterator[tuple[str, str]]:
    """The rows of a list: a key, a tab, and the rest."""
    for line in resource("language", name).read_text(encoding="utf-8").splitlines():
        key, _, value = line.partition("\t")
        yield key, value


def load_words() -> Words:
    """Reads every list."""
    heads = {word: Kind(kind) for kind, words in rows("heads.tsv") if kind in set(Kind) for word in words.split()}
    titles = {key: frozenset(value.split()) for key, value in rows("titles.tsv")}
    first = dict(rows("first_names.tsv"))
    known = dict(rows("first_names_known.tsv"))
    for sex in ("?", "m", "f"):
        first |= dict.fromkeys(known[sex].split(), sex)
    countries = load_countries()
    gazetteer = _gazetteer(countries)
    return Words(
        lexicon={**dict(rows("lexicon.tsv")), **dict(rows("lexicon_known.tsv"))},
        gazetteer=gazetteer,
        sizes=_sizes(gazetteer),
        heads=heads,
        fronts={
            word: Kind(kind.partition(" ")[0])
            for kind, words in rows("heads.tsv")
            if kind.endswith(" front")
            for word in words.split()
        },
        of_heads=frozenset(dict(rows("heads.tsv"))["of"].split()),
        first_names=first,
        surnames={
            name: value == "alone" for file in ("surnames", "surnames_known") for name, value in rows(f"{file}.tsv")
        },
        surname_first=frozenset(known["surname_first"].split()),
        nicknames=_nicknames(),
        titles=titles["noun"] | titles["abbreviated"],
        plural_titles=titles["plural"],
        bodies=titles["body"] | titles["document"],
        documents=titles["document"],
        modifiers=titles["modifier"],
        honorifics=titles["honorific"],
        abbreviated=titles["abbreviated"],
        female=titles["female"],
        male=titles["male"],
        cues={word: frame for frame, words in rows("cues.tsv") for word in words.split()},
        countries=countries,
        spelled=by_spelling(countries),
        peoples={plain(word): c.name for c in reversed(countries) for word in c.adjectives},
        same={plain(short): plain(full) for full, shorts in rows("same.tsv") for short in shorts.split(";")},
        confidence={row: float(share) for row, share in rows("confidence.tsv")},
        offices={body: frozenset(value.split()) for body, value in rows("offices.tsv")},
    )


def _nicknames() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for name, shorts in rows("nicknames.tsv"):
        for short in shorts.lower().split():
            found[short] = found.get(short, frozenset()) | {name.lower()}
    return found


def _gazetteer(countries: tuple[Country, ...]) -> dict[tuple[str, ...], Kind]:
    names: dict[str, Kind] = {}
    for kind, listed in rows("names_listed.tsv"):
        names |= dict.fromkeys(listed.split(";"), Kind(kind))
    names |= {name: Kind(kind) for name, kind in rows("names.tsv")}
    for country in countries:
        names |= dict.fromkeys(country.adjectives, Kind.GROUP)
        names |= dict.fromkeys(country.capitals, Kind.PLACE)
        names |= dict.fromkeys(country.spellings, Kind.PLACE)
    for kind, listed in rows("names_known.tsv"):
        for name in listed.split(";"):
            if kind == "none":  # counted by mistake: no name at all, or a person's
                names.pop(name, None)
            else:
                names[name] = Kind(kind)
    return {words: kind for name, kind in names.items() if (words := tuple(tokenize(name).words))}


def _sizes(gazetteer: dict[tuple[str, ...], Kind]) -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for words in gazetteer:
        found.setdefault(words[0], set()).add(len(words))
    return {word: tuple(sorted(sizes, reverse=True)) for word, sizes in found.items()}
