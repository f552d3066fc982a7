"""Made-up articles by number: the same number gives the same article on every machine."""

from __future__ import annotations

import datetime as dt
import random
from pathlib import Path

FIRST = tuple("Anna Bodil Carsten Dagny Edvin Frida Gustav Hanne Ivar Jorun Kaspar Liv Mathis Nora Ottar Petra".split())
LAST = tuple(
    "Arvell Brenn Corvik Dahlin Elvers Falk Grahn Hovde Isaksen Jarl Kolby Lund Morvik Nordal Oster Prahl".split()
)
PLACES = tuple("Karelund Vasmark Meresund Tolvik Ransel Skarholm Vestby Ostvik Lindhavn Grimsund".split())
BODIES = ("Northern Fisheries Council", "Union of Deep-Sea Crews", "Karelund Port Commission", "Vasmark Coast Guard")
ROLES = ("Fisheries Minister", "harbor master", "union president", "council spokeswoman", "ferry captain", "professor")
CUES = ("said", "told reporters", "added", "warned", "announced")
SUBJECTS = tuple("the fleet|the harbor|the council|the accord|the winter ferry|the survey|the cannery".split("|"))
DEEDS = tuple(
    "will be counted again|must wait for spring|has lost a third of its crews|was moved to the north".split("|")
)
MORE = tuple("before the ice comes|under the new rules|for the first time since 1994|in spite of the storm".split("|"))
START = dt.date(2024, 1, 1)


def article(number: int, words: int = 350) -> str:
    """A wire story of about ``words`` words with people, places, quotations of three kinds and page furniture."""
    chance = random.Random(number)
    day = START + dt.timedelta(days=number % 360)
    place = chance.choice(PLACES)
    head = f"{place} {chance.choice(BODIES)} weighs report {number} on {chance.choice(SUBJECTS)}"
    byline, *people = chance.sample([f"{first} {last}" for first in FIRST for last in LAST], 5)
    paragraphs = [f"{place.upper()}, {day:%B} {day.day} (CLP) -- {_meeting(chance)}"]
    count = 0
    while count < words:
        paragraphs.append(_paragraph(chance, people, len(paragraphs) - 1))
        count += len(paragraphs[-1].split())
    furniture = ["RELATED Storm keeps the winter ferry in harbor", "Latest Headlines", "Follow Us"]
    return "\n\n".join([head, f"By {byline}", f"{day:%B} {day.day}, {day.year}", *paragraphs, *furniture]) + "\n"


def _paragraph(chance: random.Random, people: list[str], number: int) -> str:
    """The first paragraphs introduce the people by role and full name; later ones use surnames."""
    role = chance.choice(ROLES)
    introduced = number >= len(people)
    who = chance.choice(people).split()[1] if introduced else f"{role[0].upper()}{role[1:]} {people[number]}"
    where, spoken = chance.choice(PLACES), _sentence(chance)
    forms = (
        f"“{spoken},” {who} {chance.choice(CUES)} in {where}. “{_sentence(chance)}.”",
        f"{who} said that {spoken[0].lower()}{spoken[1:]} and that {where} would pay ${chance.randint(2, 90)} million.",
        f"{who} called it “{chance.choice(MORE)}” and left for {where}.",
        _meeting(chance),
    )
    return chance.choice(forms if introduced else forms[:3])


def _meeting(chance: random.Random) -> str:
    where = chance.choice(PLACES)
    return f"The {chance.choice(BODIES)} met in {where} on Tuesday. {_sentence(chance)}. {_sentence(chance)}."


def _sentence(chance: random.Random) -> str:
    said = f"{chance.choice(SUBJECTS)} {chance.choice(DEEDS)} {chance.choice(MORE)}"
    return said[0].upper() + said[1:]


def write(folder: Path, count: int, words: int = 350) -> Path:
    """Writes the articles 0 to ``count`` into a folder, one a file, and returns the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"story-{number:05d}.txt").write_text(article(number, words), "utf-8")
    return folder
