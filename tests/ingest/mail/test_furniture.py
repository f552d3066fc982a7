"""Lines about a mail, told from lines of its stories."""

from __future__ import annotations

import pytest

from reader.ingest.mail.furniture import is_mail_furniture


@pytest.mark.parametrize(
    "line",
    [
        "Readers who unsubscribe from such lists rarely return to them, a study of the University of Kestholm found.",
        "You are what you eat, the minister said.",
        "The crews view this as an insult, their speaker said.",
        "Contact",
        "To change your life, begin with your mornings, the coach said.",
        "You signed up for a marathon, and now your knees hurt.",
        "You're getting older than your parents did, researchers found.",
        "To be removed from office, he must lose both votes.",
        "If you want to receive the vaccine, you need an appointment, the city said.",
        "To change the law, both chambers must agree.",
    ],
)
def test_line_of_a_story_is_no_furniture_of_a_mail(line: str) -> None:
    assert not is_mail_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "View in browser",
        "View this email in your browser »",
        "Read online",
        "Having trouble viewing this email? Click here.",
        "Is this email not displaying correctly? View it in your browser.",
        "Unsubscribe",
        "Unsubscribe here",
        "Update your preferences",
        "Privacy policy | Contact us | Unsubscribe",
        "You received this message because you are subscribed to the group.",
        "If you no longer wish to receive these emails, click here.",
        "This email was sent to reader@example.com.",
        "Was this email forwarded to you? Sign up here.",
        "Our mailing address is:",
        "Forwarded this email? Subscribe here for more",
        "Want to change how you receive these emails?",
        "You can update your preferences or unsubscribe from this list.",
        "READ IN APP",
        "CAUTION: This email originated from outside of the organization.",
        "[EXTERNAL] This message came from an external sender.",
        "View this post on the web at https://letter.example.org/p/harbor?r=1&utm_source=email&token=eyJhbGciOiJIUzI1NiJ9",
    ],
)
def test_line_about_the_mail_is_its_furniture(line: str) -> None:
    assert is_mail_furniture(line)
