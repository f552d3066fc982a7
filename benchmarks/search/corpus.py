"""Made-up news with the statistics of real words: few that stand everywhere, many that stand once, and topics.

No word of it was published anywhere. The same seed gives the same articles on every machine.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, chain, islice, repeat

COMMON = (
    "the of and to a in that is for on said was with at by from as it has his be are not he have were an but they who "
    "will their which had more this or been its would about one after new when her she also than could up into out two"
).split()
STARTS = "b br c ch d dr f fl g gl gr h j k kl l m n p pl r s sk sl st t tr v w".split()
MIDDLES = "a e i o u ae ei ou".split()
ENDS = ("", "", "n", "r", "l", "m", "nd", "rt", "st", "k", "ss", "ft")
ENDINGS = ("", "", "", "s", "s", "ed", "ing", "er", "ly")
OUTLETS = tuple(f"{place} {kind}" for place in ("Karelund", "Vasmark", "Tolvik") for kind in ("Post", "Star", "News"))
WORLD = 11
START, DAYS = dt.datetime(2014, 1, 1, 6), 3650


@dataclass(frozen=True, slots=True)
class Made:
    """A made-up article; ``published`` is ISO 8601 to the minute, ``names`` are the entities it mentions."""

    id: str
    headline: str
    body: str
    publication: str
    published: str
    names: tuple[str, ...]

    @property
    def text(self) -> str:
        """Headline and body as one text."""
        return f"{self.headline}\n{self.body}"


class _Drawn:
    """Draws from a list, the item of rank k with a weight of 1 / (k + shift) (Mandelbrot 1953)."""

    def __init__(self, items: list[str], shift: float) -> None:
        self._items = items
        self._sums = list(accumulate(1 / (rank + shift) for rank in range(1, len(items) + 1)))

    def some(self, chance: random.Random, count: int) -> list[str]:
        return chance.choices(self._items, cum_weights=self._sums, k=count)


def _word(chance: random.Random) -> str:
    syllables = chance.choices((1, 2, 3, 4), (1, 6, 4, 1))[0]
    return "".join(chance.choice(STARTS) + chance.choice(MIDDLES) + chance.choice(ENDS) for _ in range(syllables))


def articles(count: int, seed: int = 5, words: int = 480) -> Iterator[Made]:
    """So many articles of about ``words`` words. All seeds share words, names and topics."""
    world, chance = random.Random(WORLD), random.Random(seed)
    known = list(dict.fromkeys(word for word in (_word(world) for _ in repeat(0, 60_000)) if len(word) > 2))[:40_000]
    spoken, common = _Drawn(known, 2.7), _Drawn(COMMON, 1.5)
    people = [f"{_word(world)} {_word(world)}".title() for _ in range(3_000)]
    named = _Drawn(people, 20)
    topics = [(spoken.some(world, 50), [" ".join(spoken.some(world, 2)) for _ in range(10)]) for _ in range(200)]
    for number in range(count):
        own, pairs = chance.choice(topics)
        names = list(dict.fromkeys(named.some(chance, chance.randint(3, 9))))
        body = _body(chance, words, (common, spoken), own, pairs, names)
        head = " ".join(word.capitalize() for word in (*chance.choices(own, k=4), *spoken.some(chance, 2)))
        when = START + dt.timedelta(days=chance.randrange(DAYS), minutes=chance.randrange(900))
        yield Made(f"{number:016x}", head, body, chance.choice(OUTLETS), when.isoformat("T", "minutes"), tuple(names))


def _body(
    chance: random.Random, words: int, drawn: tuple[_Drawn, _Drawn], own: list[str], pairs: list[str], names: list[str]
) -> str:
    paragraphs, count, length = [], 0, chance.randint(words // 2, 3 * words // 2)
    while count < length:
        sentences = [_sentence(chance, drawn, own, pairs, names) for _ in range(chance.randint(1, 4))]
        count += sum(map(len, sentences))
        paragraphs.append(" ".join(f"{' '.join(words).capitalize()}." for words in sentences))
    return "\n\n".join(paragraphs)


def _sentence(
    chance: random.Random, drawn: tuple[_Drawn, _Drawn], own: list[str], pairs: list[str], names: list[str]
) -> list[str]:
    common, spoken = drawn
    count = chance.randint(8, 24)
    small, rare = iter(common.some(chance, count)), iter(spoken.some(chance, count))
    found = []
    for kind in chance.choices("crtpn", (45, 40, 11, 2, 2), k=count):
        if kind == "c":
            found.append(next(small))
        elif kind == "r":
            found.append(next(rare) + chance.choice(ENDINGS))
        elif kind == "t":
            found.append(chance.choice(own) + chance.choice(ENDINGS))
        else:
            found.append(chance.choice(pairs if kind == "p" else names))
    return list(islice(chain(found), count))
