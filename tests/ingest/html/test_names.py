"""The people of a byline."""

from __future__ import annotations

import pytest

from reader.ingest.html.names import people


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("By Ilse Dahl", ["Ilse Dahl"]),
        ("Por Ilse Dahl, TV Costa — Vila Nova", ["Ilse Dahl"]),
        ("Ilse Dahl, Tomas Ardell – Coastline Press", ["Ilse Dahl", "Tomas Ardell"]),
        ("Ilse Dahl — Tomas Ardell", ["Ilse Dahl", "Tomas Ardell"]),
        ("By Ilse Dahl and Tomas Ardell, Staff Writers", ["Ilse Dahl", "Tomas Ardell"]),
        ("Ilse Dahl, Tomas Ardell & Pieter Okonski", ["Ilse Dahl", "Tomas Ardell", "Pieter Okonski"]),
        ("Από Μαρία Λάμπρου", ["Μαρία Λάμπρου"]),
        ("ILSE DAHL", ["Ilse Dahl"]),
        ("Ilse Dahl | Coastline Press", ["Ilse Dahl"]),
        ("By Ilse Dahl, Associated Press", ["Ilse Dahl"]),
        ("Ilse Dahl (CLP)", ["Ilse Dahl"]),
        ("Ilse Dahl @ilsedahl ilse@coastline.example", ["Ilse Dahl"]),
        ("Von Ilse Dahl, Tomas Ardell und Pieter Okonski", ["Ilse Dahl", "Tomas Ardell", "Pieter Okonski"]),
        ("Par Ilse Dahl et Tomas Ardell avec AFP", ["Ilse Dahl", "Tomas Ardell"]),
        ("Por José Ortega y Gasset", ["José Ortega y Gasset"]),
        ("Text: Ilse van der Dahl", ["Ilse van der Dahl"]),
        ("Автор: Ирина Дальская", ["Ирина Дальская"]),
        ("Ирина Дальская и Пётр Оконский", ["Ирина Дальская", "Пётр Оконский"]),
        ("(责编：牛海、岳川彬)", ["牛海", "岳川彬"]),
        ("記者 王小海", ["王小海"]),
        ("신해주 기자", ["신해주"]),
        ("松海大地", ["松海大地"]),
        ("【松海大地】", ["松海大地"]),
        ("بقلم: سامي البحري", ["سامي البحري"]),
        ("Ilse Dahl, Ph.D.", ["Ilse Dahl"]),
        ("Posted by Ilse Dahl on March 3, 2026 at 7 am", ["Ilse Dahl"]),
        ("January 17, 2017 at 6:08 PM ET by Ilse Dahl", ["Ilse Dahl"]),
        ("Geschrieben von Ilse Dahl am 3. März 2026", ["Ilse Dahl"]),
        ("By Ilse Dahl, Updated Mar. 3, 2026", ["Ilse Dahl"]),
        ("राम कुमार", ["राम कुमार"]),
        ("ফাতেমা বেগম", ["ফাতেমা বেগম"]),
        ("สมชาย ใจดี", ["สมชาย ใจดี"]),
        ("অনলাইন ডেস্ক", []),
        ("Redaktion", []),
        ("Red, Coastline.at/Agenturen", []),
        ("Staff Writer", []),
        ("Reuters", []),
        ("Coastline Press", []),
        ("105092", []),
        ("The Associated Press", []),
        ("海岸新聞社", []),
        ("https://www.facebook.com/coastline", []),
        ("", []),
    ],
)
def test_people_of_a_byline(printed: str, names: list[str]) -> None:
    assert list(people([printed])) == names


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("Colette", ["Colette"]),
        ("Dahl, Ilse", ["Ilse Dahl"]),
        ("ilse dahl", ["ilse dahl"]),
        ("admin", []),
        ("kj", []),
        ("Coastline.at", []),
        ("Online-Redaktion", []),
        ("AFP", []),
    ],
)
def test_field_of_its_own_may_hold_a_name_of_one_word(printed: str, names: list[str]) -> None:
    assert list(people([printed], structured=True)) == names


def test_publication_is_no_author() -> None:
    assert people(["Harbor Bell", "Ilse Dahl"], ["The Other", "Harbor Bell"]) == ("Ilse Dahl",)
