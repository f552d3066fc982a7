"""One invented story as agencies and papers tell it anew, and others that only share words with it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from reader.core.article import Article, Dateline, Published
from tests.builders import article

HEADLINE = "Tolvik reopens its breakwater to herring boats"
STORY = (
    "The harbor board of Tolvik let herring boats pass the breakwater on Tuesday, ten days after a storm had torn a"
    " gap of forty meters into its northern arm.",
    "Harbor master Henrike Solvang said divers had looked at every stone twice and found the rest of the wall sound.",
    '"We would not send a crew out behind a wall that we do not trust," Solvang told reporters on the pier.',
    "Eleven boats left at first light and came back with about 60 tons, the cooperative said in the evening.",
    "The repairs will cost some 4 million crowns, of which the province of Vasmark has promised to pay one half.",
    "Insurers have not said yet whether they will pay for the two boats that sank at their moorings that night.",
    "The breakwater was built in 1911 and shelters the only harbor of the coast that large trawlers can enter.",
)
ELSE = (
    "The council of Meresund voted on Wednesday to close the old fish market and to sell its hall to the museum.",
    "Only two of the nine members spoke against it, and both said that they had not been shown what it would cost.",
    "Traders will get stalls on the new quay, where rents are lower but the wind, as one of them put it, is free.",
    '"I have sold cod under this roof for thirty years," said Marta Dunn, who is to hand back her keys in June.',
    "The museum wants to show nets, bones and a steam winch there, and to let schools in for nothing on Mondays.",
)
FURNITURE = (
    "Coastline Press is owned by its readers, and every story that we print is free to read for whoever needs it.",
    "If you have a story for us, write to the desk in Meresund or call the number that is printed on page two.",
)


def told(
    *body: str,
    headline: str = HEADLINE,
    publication: str = "Coastline Press",
    agency: str = "CLP",
    place: str = "TOLVIK",
    day: str = "2024-03-12",
    time: str = "",
    flags: tuple[str, ...] = (),
    path: str = "/stories/told.txt",
) -> Article:
    """An article with whatever tells which story it is; the story as it was first told, unless told otherwise."""
    made = article(*(body or STORY), headline=headline, publication=publication, day=day, path=path)
    published = Published(dt.date.fromisoformat(day), dt.time.fromisoformat(time) if time else None) if day else None
    line = Dateline(place, agency) if agency or place else None
    return replace(made, dateline=line, published=published, flags=flags)
