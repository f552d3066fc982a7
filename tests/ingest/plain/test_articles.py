"""Copied text from end to end: what a page with all its furniture becomes."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from reader.core.article import Article
from reader.core.kinds import BlockRole
from tests.ingest.taken import taken, taken_text

TODAY = dt.date(2026, 6, 1)
LEDE = "MERESUND, March 3 (CLP) -- Harbor crews voted Tuesday to stay in port until the Grey Sound is open again."
SECOND = "The port commission said it would waive the mooring fees for as long as the fleet lies idle in the basin."
THIRD = '"We will not sail for half a catch," said Pieter Okonski, who leads the union of the deep-sea crews.'
CAPTION = "Boats lie idle at Tolvik Harbor on Tuesday."


def article(*lines: str) -> Article:
    (found,) = taken_text("\n\n".join(lines), TODAY, "/stories/a.txt")
    return found


def roles(found: Article) -> list[str]:
    return [block.role.value for block in found.blocks if block.role is not BlockRole.DATELINE]


def removed(found: Article) -> list[tuple[str, str]]:
    return [(removal.text, removal.reason.code) for removal in found.removals]


def test_text_is_the_kept_lines_with_an_empty_line_between() -> None:
    found = article("Crews vote to strike", "By Ilse Dahl", "March 3, 2026 9:12 PM", LEDE, SECOND)
    assert found.text == f"Crews vote to strike\n\nBy Ilse Dahl\n\nMarch 3, 2026 9:12 PM\n\n{LEDE}\n\n{SECOND}"
    assert roles(found) == ["headline", "byline", "timestamp", "body", "body"]


def test_lines_without_blank_lines_between_are_paragraphs_too() -> None:
    (found,) = taken_text("\r\n".join(["Crews vote to strike", "By Ilse Dahl", LEDE, SECOND, THIRD]), TODAY)
    assert roles(found) == ["headline", "byline", "body", "body", "body"]


def test_caption_printed_again_without_its_credit_is_kept_with_it() -> None:
    found = article("Crews vote to strike", CAPTION, f"{CAPTION} (CLP Photo/Ralf Dorn)", LEDE, SECOND)
    assert found.texts(BlockRole.CAPTION) == (CAPTION,)
    assert found.texts(BlockRole.CREDIT) == ("(CLP Photo/Ralf Dorn)",)
    assert removed(found) == [(CAPTION, "repeated-caption")]


def test_caption_is_known_by_the_credit_below_it() -> None:
    found = article("Crews vote to strike", LEDE, SECOND, CAPTION, "Photo: Ralf Dorn", THIRD)
    assert found.texts(BlockRole.CAPTION) == (CAPTION,)
    assert len(found.texts(BlockRole.BODY)) == 3


def test_headline_printed_again_is_removed() -> None:
    found = article("Crews vote to strike", "Crews Vote To Strike", "By Ilse Dahl", LEDE, SECOND)
    assert removed(found) == [("Crews Vote To Strike", "repeated-headline")]


def test_links_and_advertisements_go_each_for_its_reason() -> None:
    found = article(
        "Crews vote to strike",
        LEDE,
        "RELATED Herring catch falls",
        SECOND,
        "Advertisement",
        THIRD,
        "Latest Headlines",
        "Lights go up on Harbor Street",
        "© 2026 Coastline Press. All rights reserved.",
    )
    assert removed(found) == [
        ("RELATED Herring catch falls", "related-link"),
        ("Advertisement", "advertisement"),
        ("Latest Headlines", "furniture"),
        ("Lights go up on Harbor Street", "furniture"),
        ("© 2026 Coastline Press. All rights reserved.", "copyright"),
    ]
    assert len(found.texts(BlockRole.BODY)) == 3


def test_links_below_their_heading_go_with_it_and_the_story_goes_on() -> None:
    found = article("Crews vote to strike", LEDE, "Read more", "Herring catch falls again", SECOND, THIRD)
    assert removed(found) == [("Read more", "related-link"), ("Herring catch falls again", "related-link")]
    assert len(found.texts(BlockRole.BODY)) == 3


def test_headline_is_found_under_a_menu() -> None:
    menu = ["Skip to content", "Home", "News", "World", "Sports", "Subscribe", "Sign in", "What you think", "Search"]
    found = article(*menu, "Harbor crews vote to stay in port", "By Ilse Dahl", LEDE, SECOND, THIRD)
    assert found.headline == "Harbor crews vote to stay in port"
    assert [text for text, _ in removed(found)] == menu


def test_text_without_signs_of_a_page_keeps_every_line() -> None:
    poem = ["The harbor", "It froze in March", "The boats", "lay still."]
    found = article(*poem)
    assert "\n\n".join(poem) == found.text
    assert found.removals == ()


def test_headline_may_end_as_a_sentence_that_asks_or_shouts() -> None:
    found = article("Who counts the fish? Nobody!", SECOND, THIRD)
    assert found.headline == "Who counts the fish? Nobody!"


def test_no_headline_is_invented() -> None:
    found = article("The committee met on Thursday.", SECOND)
    assert roles(found) == ["body", "body"]
    assert found.published is None
    assert found.byline == ()
    assert found.dateline is None


def test_dateline_on_a_line_of_its_own_opens_the_lede() -> None:
    found = article("Crews vote to strike", "AUBURN, Wash. —", SECOND, THIRD)
    assert found.texts(BlockRole.BODY)[0] == f"AUBURN, Wash. — {SECOND}"
    assert found.texts(BlockRole.DATELINE) == ("AUBURN, Wash. —",)
    assert found.lede == SECOND


def test_address_names_the_article_and_its_day() -> None:
    address = "https://coastline.example/2024/03/12/accord?utm_source=mail"
    found = article("Ministers sign accord", address, SECOND, THIRD)
    assert found.origin.url == "https://coastline.example/2024/03/12/accord"
    assert removed(found) == [(address, "address")]
    assert found.published is not None
    assert (found.published.iso, found.published.inferred) == ("2024-03-12", True)


def test_corrected_text_at_the_same_address_is_another_version() -> None:
    address = "https://coastline.example/accord"
    one = article("Ministers sign accord", address, SECOND, THIRD)
    two = article("Ministers sign accord", address, SECOND, THIRD + " He said so twice.")
    again = article("Ministers sign accord", f"{address}#top", SECOND, THIRD)
    assert one.id == again.id
    assert one.id != two.id


def test_owner_of_the_copyright_is_the_publication_before_the_agency() -> None:
    ledger = article("Crews vote to strike", LEDE, SECOND, "© 2026 The Tolvik Ledger, Inc. All rights reserved.")
    assert ledger.publication == "The Tolvik Ledger"
    assert article("Crews vote to strike", LEDE, SECOND).publication == "CLP"


def test_agency_stays_short_where_the_copyright_line_spells_it_out() -> None:
    found = article(
        "Crews vote to strike",
        LEDE.replace("CLP", "UPI"),
        SECOND,
        "Copyright © 2026 United Press International, Inc. All Rights Reserved.",
    )
    assert found.publication == "UPI"


def test_correction_at_the_end_is_kept_and_flagged() -> None:
    notice = "Correction: An earlier version of this story misstated the number of boats."
    found = article("CORRECTED-Crews vote to strike", LEDE, SECOND, notice)
    assert found.flags == ("correction",)
    assert found.texts(BlockRole.BODY)[-1] == notice


def test_correction_above_the_story_is_not_its_lede() -> None:
    notice = "March 4 (CLP) -- Correction: An earlier version of this story misstated the number of boats."
    found = article("Crews vote to strike", notice, LEDE, SECOND)
    assert found.flags == ("correction",)
    assert found.lede.startswith("Harbor crews voted")
    assert notice in found.text


def test_credits_that_close_a_paragraph_are_a_block_of_their_own_on_its_line() -> None:
    found = article("Crews vote to strike", LEDE, f"{SECOND} (Reporting by Ilse Dahl; Editing by Edda Krog)")
    assert found.texts(BlockRole.CREDIT) == ("(Reporting by Ilse Dahl; Editing by Edda Krog)",)
    assert found.text.endswith(f"{SECOND} (Reporting by Ilse Dahl; Editing by Edda Krog)")
    assert found.byline == ("Ilse Dahl",)


def test_end_mark_of_an_agency_is_removed_from_its_line() -> None:
    found = article("Crews vote to strike", LEDE, f"{SECOND} Enditem")
    assert found.text.endswith(SECOND)
    assert [(r.text, r.at) for r in found.removals] == [("Enditem", len(found.text))]


def test_names_may_stand_on_the_line_below_by() -> None:
    found = article("Crews vote to strike", "By", "Ilse Dahl", LEDE, SECOND)
    assert found.byline == ("Ilse Dahl",)
    assert "subhead" not in roles(found)


def test_list_and_subhead_keep_their_roles() -> None:
    found = article(
        "Crews vote to strike", LEDE, SECOND, "What comes next", THIRD, "- Talks on Friday", SECOND + " Twice."
    )
    assert roles(found) == ["headline", "body", "body", "subhead", "body", "list", "body"]


def test_two_stories_in_one_file_are_two_articles(tmp_path: Path) -> None:
    path = tmp_path / "two.txt"
    path.write_text(f"Crews vote to strike\n\n{LEDE}\n\n{'-' * 40}\n\nStorm hits harbor\n\nBy Ilse Dahl\n\n{SECOND}\n")
    found = [a for a in taken(path, today=TODAY) if isinstance(a, Article)]
    assert [(a.headline, a.origin.member) for a in found] == [("Crews vote to strike", "1"), ("Storm hits harbor", "2")]
    assert found[0].id != found[1].id


@pytest.mark.parametrize(
    "words",
    [
        "הצוותים אמרו ביום שלישי כי יישארו בנמל עד שהמצר ייפתח שוב לדיג, והנמל הודיע כי יוותר על דמי העגינה.",
        "الصيادون قالوا يوم الثلاثاء إنهم سيبقون في الميناء حتى يفتح المضيق من جديد أمام الصيد، بحسب النقابة.",
        "🎣🚢 The crews 👩‍👩‍👧 said \u202eso\u202c e\u0301te\u0301 n\u0303 on Tuesday, and they said it again.",
        "กลุ่มชาวประมงกล่าวเมื่อวันอังคารว่าจะอยู่ในท่าเรือจนกว่าช่องแคบจะเปิดอีกครั้ง.",
    ],
)
def test_offsets_are_right_in_any_script(words: str) -> None:
    found = article("Crews vote to strike", "RELATED Other news of the day", words, "Follow Us", SECOND)
    body = [block.span.of(found.text) for block in found.blocks if block.role is BlockRole.BODY]
    assert len(body) == 2
    assert body[1] == SECOND
    assert found.text[found.removals[0].at :].startswith(body[0])
    assert "\u00e9t\u00e9" in body[0] or "\u0301" not in words


def test_unclosed_quotation_mark_changes_nothing() -> None:
    found = article("Crews vote to strike", LEDE, '"We will not sail, the union said, and it did not.', SECOND)
    assert len(found.texts(BlockRole.BODY)) == 3


@pytest.mark.parametrize("line", ["word ", "(", '"', "a.", "By A, ", "-", "\u00e9", "a/", "»"])
def test_one_line_of_five_megabytes_comes_through(line: str) -> None:
    text = f"Crews vote to strike\n\n{SECOND}\n\n" + line * (5_000_000 // len(line))
    (found,) = taken_text(text, TODAY)
    assert found.headline == "Crews vote to strike"


def test_story_of_a_file_stays_the_same_article_when_another_is_added(tmp_path: Path) -> None:
    path = tmp_path / "two.txt"
    rule = f"\n\n{'-' * 40}\n\n"
    one, two = f"Crews vote to strike\r\n\r\n{LEDE}", f"Storm hits harbor\n\nBy Ilse Dahl\n\n{SECOND}"
    path.write_text(one + rule + two + "\n")
    before = [a for a in taken(path, today=TODAY) if isinstance(a, Article)]
    path.write_text(one + rule + two + rule + two.replace("Storm hits", "Calm comes to"))
    after = [a for a in taken(path, today=TODAY) if isinstance(a, Article)]
    assert [a.headline for a in after] == ["Crews vote to strike", "Storm hits harbor", "Calm comes to harbor"]
    assert [a.id for a in after[:2]] == [a.id for a in before]


@pytest.mark.parametrize(
    "line", ["Copyright 2020 was a film.", "© 2020 Ilse Marenko", "Copyright 2020 Marenko Studio."]
)
def test_story_goes_on_below_a_line_about_copyright(line: str) -> None:
    found = article("The clock of Marlow stopped at noon.", line, "Nobody wound it.", "It runs again.", "It is late.")
    assert found.texts(BlockRole.BODY)[-3:] == ("Nobody wound it.", "It runs again.", "It is late.")
