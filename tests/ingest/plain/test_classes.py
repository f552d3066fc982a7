"""What one line looks like."""

from __future__ import annotations

import pytest

from reader.ingest.plain.classes import LineClass, classify, end_mark


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("----------", LineClass.RULE),
        ("___", LineClass.RULE),
        ("https://coastline.example/a", LineClass.ADDRESS),
        ("Advertisement", LineClass.ADVERTISEMENT),
        ("ADVERTISEMENT", LineClass.ADVERTISEMENT),
        ("Story continues below", LineClass.ADVERTISEMENT),
        ("Story Continues Below Advertisement", LineClass.ADVERTISEMENT),
        ("© 2024 Coastline Press. All rights reserved.", LineClass.COPYRIGHT),
        ("Copyright 2024 The Tolvik Ledger", LineClass.COPYRIGHT),
        ("Share with X", LineClass.FURNITURE),
        ("Sign up for our newsletter", LineClass.FURNITURE),
        ("4 min read", LineClass.FURNITURE),
        ("Home » News » Meresund", LineClass.FURNITURE),
        ("2 hours ago", LineClass.FURNITURE),
        ("Latest Headlines", LineClass.END_HEADING),
        ("Trending:", LineClass.END_HEADING),
        ("More from Coastline Press", LineClass.END_HEADING),
        ("Follow Us", LineClass.FURNITURE),
        ("Read more", LineClass.LINK_HEADING),
        ("RELATED Herring catch falls for second year", LineClass.RELATED),
        ("Read more: Herring catch falls", LineClass.RELATED),
        ("SEE ALSO: Herring catch falls", LineClass.RELATED),
        ("WATCH | Boats return to harbor", LineClass.RELATED),
        ("Published 3 March 2026, 11:20", LineClass.TIMESTAMP),
        ("Updated at 10 a.m. ET", LineClass.TIMESTAMP),
        ("By Ilse Marenko", LineClass.BYLINE),
        ("Ilse Marenko | Coastline Press", LineClass.BYLINE),
        ("Photo: Ralf Dorn", LineClass.CREDIT),
        ("Ralf Dorn/AP", LineClass.CREDIT),
        ("(Reporting by Ilse Marenko; Editing by Tomas Ardell)", LineClass.WIRE_CREDIT),
        ("Boats lie idle on Tuesday. (CLP Photo/Ralf Dorn)", LineClass.CAPTION),
        ("Correction: An earlier version of this story misstated the number of boats.", LineClass.NOTICE),
        ("- Nine crossings by evening", LineClass.LIST),
        ("Harbor crews vote to strike", LineClass.SHORT),
        ("Why did the crews stay in port for the winter?", LineClass.SHORT),
        ("The crews stayed in port for the winter.", LineClass.PROSE),
        ('"All right," he said. "It\'s wet."', LineClass.PROSE),
    ],
)
def test_line_is_known_by_its_look(line: str, expected: LineClass) -> None:
    assert classify(line) is expected


@pytest.mark.parametrize(
    "line",
    [
        "Related companies were told on Tuesday, the ministry said.",
        "By nightfall, 1,800 people had crossed the sound.",
        "Share prices fell on Tuesday, and the port said it would wait.",
        "More than 300 boats lie idle.",
        "The copyright law of 1988 protects her book, he said.",
        "Trending downward for years, the catch fell again.",
        "The report was corrected by hand, she said.",
        "Updates to the plan will be published, he said.",
        "He read more: three books in a week, she said.",
        "Follow the money, he told reporters.",
        "A photo by the door shows the two Marenkos.",
        "Advertisement revenue fell, the paper said.",
    ],
)
def test_prose_that_begins_like_furniture_is_prose(line: str) -> None:
    assert classify(line) is LineClass.PROSE


def test_very_long_line_is_prose_without_a_look_at_its_words() -> None:
    assert classify("Advertisement " * 100) is LineClass.PROSE


def test_very_long_rule_is_a_rule() -> None:
    assert classify("-" * 200_000) is LineClass.RULE


def test_mark_that_ends_a_story_is_found() -> None:
    line = "The ferries run again. Enditem"
    assert line[end_mark(line) :] == " Enditem"
    assert end_mark("The ferries run again.") == 22


@pytest.mark.parametrize(
    "line",
    [
        "Made in Marlow, the clocks sell in forty countries.",
        "Built by prisoners, the road to Kesthol was never finished.",
        "List of the dead was read aloud in the square, and nobody moved until the last name.",
        "Powered by steam, the mill ran until the river froze.",
        "Advertisement spending fell by a third over the winter.",
        "Follow us on the road, the shepherd urged.",
        "Readers who unsubscribe are the ones that the paper wants to hear from least.",
        "Denis M.: You can continue to follow the clerk on Twitter, and the archive stays where it was.",
        "All rights reserved for the people, the banner read.",
        "Copyright 2020 was a film.",
        "Names of the children may not be published, the judge ruled.",
        "Ostmark wants to become a member of the harbour union by spring.",
        "The map can tell us much about the flood of last year.",
        "Anyone can download the warning app that the ministry paid for.",
        "The museum is free every day until the roof has been mended.",
        "He opened the window, and the minister's privacy policy for clerks flew out.",
    ],
)
def test_sentences_that_begin_or_speak_as_furniture_does_are_prose(line: str) -> None:
    assert classify(line) is LineClass.PROSE


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Copyright 2020 Kestholm Courier. All rights reserved.", LineClass.COPYRIGHT),
        ("Copyright 2020 by the Kestholm Courier", LineClass.COPYRIGHT),
        ("This material may not be published, broadcast or rewritten.", LineClass.COPYRIGHT),
        (
            "Sign up for our briefing, which was written for those who have little time in the morning.",
            LineClass.FURNITURE,
        ),
        ("Powered by Quillpress", LineClass.FURNITURE),
        ("Follow us on Facebook and Instagram.", LineClass.FURNITURE),
        ("You can unsubscribe at any time.", LineClass.FURNITURE),
        ("Become a member today and read without limits.", LineClass.FURNITURE),
        ("Twitter Facebook Email", LineClass.FURNITURE),
    ],
)
def test_furniture_stays_furniture(line: str, found: LineClass) -> None:
    assert classify(line) is found
