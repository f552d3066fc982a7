"""Sentences that ask their readers for something, and notes on authors."""

from __future__ import annotations

import pytest

from reader.ingest.plain.blurbs import asks, is_author_note


@pytest.mark.parametrize(
    "line",
    [
        "Sign up for our evening newsletter and never miss a tide.",
        "Get the stories of the coast delivered to your inbox every morning.",
        "By entering your email you agree to our Privacy Policy and Terms of Service.",
        "This website uses cookies. Read about cookies in our policy.",
        "To view this video please enable JavaScript.",
        "Support our journalism with a gift of any size.",
        "Will you make a contribution today?",
        "Your email address will not be published. Required fields are marked *",
        "Please read our comment policy before you write.",
        "Thank you for signing up!",
        "Do you have a news tip? Write to our newsroom.",
        "Follow Maja Lind on Twitter @majalind.",
        "Click here to subscribe to the Ledger.",
        "To contact the reporter on this story: Maja Lind at mlind@coastline.example",
        "All quotes delayed a minimum of 15 minutes.",
        "Let us know what you think at letters@coastline.example.",
        "Melden Sie sich für unseren Newsletter an und erhalten Sie ihn kostenlos.",
        "Die Kommentare unter diesem Artikel sind geschlossen.",
        "Abonnez-vous pour lire la suite.",
        "Cet article est réservé aux abonnés.",
        "Suscríbete para seguir leyendo",
        "Assine já e leia sem limites.",
        "Çerez Politikası hakkında bilgi alın.",
        "掲載の記事・写真の無断転載を禁じます。",
    ],
)
def test_line_asks(line: str) -> None:
    assert asks(line)


@pytest.mark.parametrize(
    "line",
    [
        "“Sign up for the newsletter,” the mayor said.",
        "The company said it would change its privacy policy and that the terms apply to all.",
        "Subscribers have doubled since 2019, and the paper is free of debt.",
        "He vigorously defended the harbor master, both in public comments and in closed-door meetings.",
        "The launch was delayed by a storm, and data are few.",
        "The app was downloaded two million times in a week.",
        "Readers of the paper are older than its writers.",
        "They follow the fleet on foot along the coast.",
    ],
)
def test_story_about_such_things_asks_nothing(line: str) -> None:
    assert not asks(line)


@pytest.mark.parametrize(
    "line",
    [
        "Maja Lind is a reporter for Coastline Press.",
        "Maja Lind covers the coast for the Ledger. She is based in Tolvik.",
        "MAJA LIND is a staff writer at the Ledger.",
        "— Per Hallberg is director of studies at the Institute of the Sound.",
        "You can email Maja Lind here, and read more of her stories here.",
    ],
)
def test_note_on_the_author_is_known(line: str) -> None:
    assert is_author_note(line)


@pytest.mark.parametrize(
    "line",
    [
        "Maja Lind was arrested on Monday while covering a march.",
        "Okonski is the leader of the union.",
        "Some Democrats are blaming the editor.",
        "Follow the money, he told reporters.",
    ],
)
def test_story_about_somebody_is_no_note(line: str) -> None:
    assert not is_author_note(line)
