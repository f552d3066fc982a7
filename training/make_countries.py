"""Makes resources/language/countries.json from the countries of the CIA World Factbook (public domain).

    python training/make_countries.py SOURCE.json resources/language/countries.json

SOURCE is a list of objects with short, long, former, abbreviation, noun, adjective and capital, as the Factbook's
"Country name", "Nationality" and "Capital" entries have them. What only news writes is added below.
"""

from __future__ import annotations

import html
import json
import re
import sys
from pathlib import Path
from typing import Any

NOTHING = {"", "none", "na", "-"}
EXTRA_NAMES = {
    "United States": ["U.S.", "US", "USA", "U.S.A.", "America", "United States of America"],
    "United Kingdom": ["UK", "U.K.", "Britain", "Great Britain"],
    "United Arab Emirates": ["UAE", "U.A.E."],
    "North Korea": ["DPRK", "D.P.R.K.", "N. Korea", "NKorea"],
    "South Korea": ["ROK", "R.O.K.", "S. Korea", "SKorea"],
    "DR Congo": ["DRC", "D.R.C.", "DR Congo", "Democratic Republic of Congo", "Congo-Kinshasa"],
    "Republic of the Congo": ["Congo-Brazzaville", "Republic of Congo"],
    "Burma": ["Myanmar"],
    "Czechia": ["Czech Republic"],
    "Côte d'Ivoire": ["Ivory Coast", "Cote d'Ivoire"],
    "Turkey (Turkiye)": ["Turkey", "Türkiye", "Turkiye"],
    "Holy See (Vatican City)": ["Vatican", "Holy See", "Vatican City"],
    "Gaza Strip": ["Gaza"],
    "China": ["P.R.C."],
    "Cabo Verde": ["Cape Verde"],
    "Eswatini": ["Swaziland"],
    "Timor-Leste": ["East Timor"],
    "North Macedonia": ["Macedonia"],
    "Russia": ["Russian Federation"],
    "Netherlands": ["Holland"],
    "Sao Tome and Principe": ["São Tomé and Príncipe"],
}
EXTRA_ADJECTIVES = {
    "United States": ["American", "Americans"],
    "North Korea": ["North Korean", "North Koreans"],
    "South Korea": ["South Korean", "South Koreans"],
    "United Kingdom": ["British", "Briton", "Britons"],
    "Gaza Strip": ["Gazan", "Gazans"],
    "West Bank": ["Palestinian", "Palestinians"],
    "DR Congo": ["Congolese"],
    "Russia": ["Russian", "Russians"],
    "Turkey (Turkiye)": ["Turkish", "Turk", "Turks"],
    "Taiwan": ["Taiwanese"],
    "Netherlands": ["Dutch"],
    "Philippines": ["Philippine", "Filipino", "Filipinos", "Filipina"],
    "Spain": ["Spanish", "Spaniard", "Spaniards"],
    "Burma": ["Burmese"],
    "Israel": ["Israeli", "Israelis"],
    "France": ["French"],
    "Denmark": ["Danish", "Dane", "Danes"],
    "Sweden": ["Swedish", "Swede", "Swedes"],
    "Poland": ["Polish", "Pole", "Poles"],
    "Botswana": ["Motswana", "Batswana"],
    "Hong Kong": ["Hong Konger", "Hong Kongers"],
}
NOT_NAMES = {"Korea", "AS", "GU", "PR", "VI", "CH", "NL", "HK", "IM", "CAR", "Congo"}
NOT_ADJECTIVES = {"Korean", "Koreans", "Virgin Islander", "Virgin Islanders", "Congo"}
SHORT = {
    "DRC": "DR Congo",
    "Congo (Brazzaville)": "Republic of the Congo",
    "Holy See (Vatican City)": "Vatican",
    "Turkey (Turkiye)": "Turkey",
    "Gaza, Gaza Strip": "Gaza Strip",
}


def clean(value: str) -> str:
    """A name without entities, notes in brackets and what follows a semicolon."""
    text = re.sub(r"\([^)]*\)", "", html.unescape(value)).split(";")[0]
    return " ".join(text.split()).strip(" ,")


def parts(value: str, pattern: str) -> list[str]:
    """The names that one entry of the Factbook lists."""
    found = (clean(part) for part in re.split(pattern, re.sub(r"\([^)]*\)", "", html.unescape(value))))
    return [part for part in found if part.lower() not in NOTHING]


def plurals(noun: str) -> list[str]:
    """ "Korean(s)" as singular and plural; other spellings as they stand."""
    out = []
    for part in re.split(r",|/| or |;", html.unescape(noun)):
        word = clean(part)
        if word.lower() in NOTHING or not word[:1].isupper():
            continue
        out += [word, word + "s"] if "(s)" in part else [word]
    return out


def country(row: dict[str, Any]) -> dict[str, Any] | None:
    """One row of the table, or none for what news never writes."""
    long = clean(row["long"])
    short = clean(row["short"]) if clean(row["short"]).lower() not in NOTHING else long
    key = SHORT.get(row["short"], short)
    aliases = EXTRA_NAMES.get(key, []) + EXTRA_NAMES.get(row["short"], [])
    names = [
        key,
        short,
        *([long] if long.lower() not in NOTHING else []),
        *parts(row["abbreviation"], r" or |/|\bor\b"),
        *aliases,
    ]
    names = [n.removeprefix("The ") for n in names if n not in NOT_NAMES and n.lower() not in NOTHING and "," not in n]
    people = plurals(row["noun"]) + parts(row["adjective"], r",|/| or ")
    people += EXTRA_ADJECTIVES.get(key, []) + EXTRA_ADJECTIVES.get(row["short"], [])
    people = [
        word
        for word in dict.fromkeys(people)
        if word[:1].isupper() and word not in NOT_ADJECTIVES and word not in names
    ]
    capitals = [c for c in parts(row["capital"], r",|;|\baka\b") if c[:1].isupper() and len(c.split()) < 4]
    if not names:
        return None
    capitals = [c for c in capitals if c not in ("D.C.", "The Settlement")]
    return {
        "name": names[0],
        "names": list(dict.fromkeys(names)),
        "adjectives": people,
        "capitals": list(dict.fromkeys(capitals)),
    }


def main(source: str, target: str) -> None:
    rows = [country(row) for row in json.loads(Path(source).read_text(encoding="utf-8"))]
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows if row)
    Path(target).write_text(f"[\n{lines}\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:3])
