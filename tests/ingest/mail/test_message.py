"""Messages as people save them: what becomes the story, and what is set aside."""

from __future__ import annotations

import base64
import datetime as dt

import pytest

from reader.core.article import Article
from reader.core.kinds import BlockRole
from reader.core.steps import Failed
from reader.ingest import Found, Hints
from reader.ingest.original import Original
from reader.ingest.reading import read_original

TODAY = dt.date(2026, 6, 1)
STORY = "The harbor crews voted on Tuesday to stay in port until the new contract is signed, the union said."
MORE = "Officials in Kestholm said that the ferries would run again by the end of the week if the talks go on."
HEAD = "From: The Harbor Letter <letter@example.org>\nTo: reader@example.com\n"
DATED = "Date: Tue, 14 Jan 2025 08:05:33 -0500\n"


def mail(head: str, body: str | bytes = STORY) -> bytes:
    return f"{head}\n".encode() + (body.encode() if isinstance(body, str) else body)


def steps(data: bytes, name: str = "a.eml") -> list[Article | Failed]:
    found = read_original(Original(name, data), Hints(TODAY))
    return [step.article if isinstance(step, Found) else step for step in found if isinstance(step, Found | Failed)]


def only(data: bytes) -> Article:
    (found,) = steps(data)
    assert isinstance(found, Article)
    return found


def removed(article: Article) -> dict[str, str]:
    return {removal.text: removal.reason.code for removal in article.removals}


def multipart(kind: str, *parts: str, boundary: str = "bound") -> str:
    inside = "".join(f"--{boundary}\n{part}\n" for part in parts)
    return f'Content-Type: multipart/{kind}; boundary="{boundary}"\n\n{inside}--{boundary}--\n'


def html(body: str) -> str:
    return f"Content-Type: text/html; charset=utf-8\n\n<html><body>{body}</body></html>"


def plain(body: str) -> str:
    return f"Content-Type: text/plain; charset=utf-8\n\n{body}"


def test_subject_is_the_headline_and_sender_the_publication() -> None:
    article = only(mail(HEAD + DATED + "Subject: Harbor crews vote to strike\n"))
    assert article.headline == "Harbor crews vote to strike"
    assert article.publication == "The Harbor Letter"
    assert article.published is not None
    assert article.published.iso == "2025-01-14T08:05-05:00"
    assert article.texts(BlockRole.BODY) == (STORY,)


@pytest.mark.parametrize(
    ("sender", "publication", "byline"),
    [
        ("news@example.org", "news@example.org", ()),
        ("news@example.org (The Harbor Letter)", "The Harbor Letter", ()),
        ('"=?utf-8?Q?Caf=C3=A9_Courier?=" <news@example.org>', "Café Courier", ()),
        ("=?iso-8859-1?B?Q2Fm6Q==?= <news@example.org>", "Café", ()),
        ("Ilse Marenko at The Harbor Letter <letter@example.org>", "The Harbor Letter", ("Ilse Marenko",)),
        ("News from Kestholm <news@example.org>", "News from Kestholm", ()),
        ("Letter, The Harbor <letter@example.org>", "Letter, The Harbor", ()),
    ],
)
def test_sender_is_read_as_people_write_it(sender: str, publication: str, byline: tuple[str, ...]) -> None:
    article = only(mail(f"From: {sender}\nSubject: Crews vote\n"))
    assert (article.publication, article.byline) == (publication, byline)


@pytest.mark.parametrize(
    ("date", "iso"),
    [
        ("Tue, 14 Jan 2025 08:05:33 +0000", "2025-01-14T08:05+00:00"),
        ("Tue, 14 Jan 2025 24:00:00 +0000", "2025-01-15T00:00+00:00"),
        ("14 Jan 2025 8:05 EST", "2025-01-14T08:05-05:00"),
        ("Tue, 14 Jan 2025 08:05:33 +0530 (IST)", "2025-01-14T08:05+05:30"),
    ],
)
def test_date_is_read_to_the_minute_with_its_offset(date: str, iso: str) -> None:
    article = only(mail(f"From: a@example.org\nSubject: Crews vote\nDate: {date}\n"))
    assert article.published is not None
    assert article.published.iso == iso


@pytest.mark.parametrize("date", ["Thu, 99 Foo 20255 99:99", "yesterday", "0", "Tue, 14 Jan 9999999999 08:00:00 +0000"])
def test_impossible_date_is_none(date: str) -> None:
    assert only(mail(f"From: a@example.org\nSubject: Crews vote\nDate: {date}\n")).published is None


def test_impossible_time_is_left_out_of_its_date() -> None:
    date = "Date: Tue, 14 Jan 2025 99999999999:00:00 +0000\n"
    published = only(mail(f"From: a@example.org\nSubject: Crews vote\n{date}")).published
    assert published is None or published.iso == "2025-01-14"


def test_message_without_a_date_has_that_of_its_last_way() -> None:
    head = "Received: from a by b; Tue, 14 Jan 2025 09:00:00 -0500\nFrom: a@example.org\nSubject: Crews vote\n"
    published = only(mail(head)).published
    assert published is not None
    assert published.iso == "2025-01-14T09:00-05:00"


def test_subject_in_several_encoded_words_is_one_line() -> None:
    subject = "=?utf-8?Q?Harbor_crews_?=\n =?utf-8?Q?vote_=E2=80=93_again?="
    assert only(mail(f"{HEAD}Subject: {subject}\n")).headline == "Harbor crews vote – again"


def test_subject_keeps_what_was_said_about_it() -> None:
    assert only(mail(HEAD + "Subject: Re: Harbor crews\n")).headline == "Re: Harbor crews"


def test_marked_up_form_is_read_and_its_hidden_lines_are_not() -> None:
    page = (
        '<div style="display:none">Look inside for the news</div><img src="http://track.invalid/o.gif" width=1>'
        f"<h2>On the water</h2><p>{STORY}</p><p>{MORE}</p>"
    )
    article = only(mail(HEAD + "Subject: Crews vote\n" + multipart("alternative", plain("A stub"), html(page)), ""))
    assert article.texts(BlockRole.BODY) == (STORY, MORE)
    assert article.texts(BlockRole.SUBHEAD) == ("On the water",)
    assert "Look inside" not in article.text
    assert "stub" not in article.text


def test_plain_form_is_read_where_the_marked_up_one_says_far_less() -> None:
    forms = multipart("alternative", plain(f"{STORY}\n\n{MORE}"), html("<img src='cid:1'><p>See the picture</p>"))
    article = only(mail(HEAD + "Subject: Crews vote\n" + forms, ""))
    assert article.texts(BlockRole.BODY) == (STORY, MORE)


def test_links_to_the_mail_itself_and_its_footer_are_removals() -> None:
    page = (
        '<table><tr><td><a href="https://letter.example.org/view/12?utm_source=m">View in browser</a></td></tr></table>'
        f"<p>{STORY}</p><p>{MORE}</p><p>{STORY}</p>"
        "<p>You are receiving this email because you signed up at our site.</p>"
        "<p>The Harbor Letter, 12 Quay Street, Kestholm, NY 10036</p>"
        '<p><a href="https://example.org/u">Unsubscribe</a> | Manage preferences | Privacy policy</p>'
    )
    article = only(mail(HEAD + "Subject: Crews vote\n" + html(page), ""))
    assert article.texts(BlockRole.BODY) == (STORY, MORE, STORY)
    assert removed(article) == {
        "View in browser": "mail-furniture",
        "You are receiving this email because you signed up at our site.": "mail-furniture",
        "The Harbor Letter, 12 Quay Street, Kestholm, NY 10036": "mail-furniture",
        "Unsubscribe | Manage preferences | Privacy policy": "mail-furniture",
    }
    assert article.origin.url == "https://letter.example.org/view/12"


def test_footer_that_stands_above_the_stories_ends_nothing() -> None:
    text = f"You are receiving this email as a friend of ours.\n\n{STORY}\n\n{MORE}"
    article = only(mail(HEAD + "Subject: Crews vote\n", text))
    assert article.texts(BlockRole.BODY) == (STORY, MORE)


def test_head_of_a_newsletter_is_told_from_its_story() -> None:
    head = "From: Ilse Marenko from The Harbor Letter <letter@example.org>\nSubject: Crews vote\n"
    rows = "".join(
        f"<div>{words}</div>" for words in ("The Harbor Letter", "Ilse Marenko", "Jan 14", "Like", "Restack")
    )
    article = only(mail(head + html(f"{rows}<p>KESTHOLM, Jan. 14 (AP) - {STORY}</p><p>Like a storm.</p>"), ""))
    assert article.texts(BlockRole.BYLINE) == ("Ilse Marenko",)
    assert article.texts(BlockRole.TIMESTAMP) == ("Jan 14",)
    assert article.dateline is not None
    assert article.dateline.place == "KESTHOLM"
    assert list(removed(article)) == ["The Harbor Letter", "Like", "Restack"]


def test_signature_and_the_lines_of_a_list_are_removals() -> None:
    text = f"{STORY}\n\n{MORE}\n\n-- \nIlse Marenko\nHarbor desk\n"
    assert removed(only(mail(HEAD + "Subject: Crews vote\n", text)))["Harbor desk"] == "mail-furniture"
    text = f"{STORY}\n\n{MORE}\n\n____________________________________\nHarbor mailing list\nHarbor@example.org\n"
    assert removed(only(mail(HEAD + "Subject: Crews vote\n", text)))["Harbor mailing list"] == "mail-furniture"


def test_address_in_the_text_is_not_the_address_of_the_mail() -> None:
    article = only(mail(HEAD + "Subject: Crews vote\n", f"{STORY}\n\n{MORE}\n\nhttps://example.org/list\n"))
    assert article.origin.url == ""


def test_printed_address_of_the_mail_on_the_web_is_its_address() -> None:
    text = f"View this email in your browser:\nhttps://letter.example.org/v/12\n\n{STORY}\n"
    assert only(mail(HEAD + "Subject: Crews vote\n", text)).origin.url == "https://letter.example.org/v/12"


def test_printed_address_is_preferred_to_a_link_that_counts_readers() -> None:
    text = f"View this post on the web at https://letter.example.org/p/harbor\n\n{STORY}\n"
    page = f'<p><a href="https://click.example.net/8f3a">READ IN APP</a></p><p>{STORY}</p>'
    article = only(mail(HEAD + "Subject: Crews vote\n" + multipart("alternative", plain(text), html(page)), ""))
    assert article.origin.url == "https://letter.example.org/p/harbor"
    assert article.texts(BlockRole.BODY) == (STORY,)


def test_mail_that_holds_one_address_is_a_bookmark() -> None:
    article = only(mail(HEAD + DATED + "Subject: Harbor crews vote\n", "https://example.org/2025/harbor\n"))
    assert (article.flags, article.origin.url) == (("bookmark",), "https://example.org/2025/harbor")


def test_alert_without_a_text_is_its_headline() -> None:
    article = only(mail(HEAD + DATED + "Subject: Bridge closed after storm\n", "\n"))
    assert article.text == "Bridge closed after storm"


def test_forwarded_message_is_a_story_of_its_own() -> None:
    inner = "Content-Type: message/rfc822\n\nFrom: The Quay Post <post@example.net>\nSubject: Storm closes bridge\n\n"
    data = mail(HEAD + "Subject: Fwd: Storm\n" + multipart("mixed", plain("For your files."), inner + MORE), "")
    outer, sent_on = steps(data)
    assert isinstance(outer, Article)
    assert isinstance(sent_on, Article)
    assert (outer.headline, outer.texts(BlockRole.BODY)) == ("Fwd: Storm", ("For your files.",))
    assert (sent_on.headline, sent_on.publication) == ("Storm closes bridge", "The Quay Post")
    assert sent_on.origin.member == "2.eml"


def test_message_that_is_nothing_but_a_forwarded_one_is_that_story() -> None:
    inner = "From: The Quay Post <post@example.net>\nSubject: Storm closes bridge\n\n" + MORE
    article = only(mail(HEAD + "Subject: Fwd\nContent-Type: message/rfc822\n", inner))
    assert article.headline == "Storm closes bridge"


def test_header_of_a_mail_sent_on_by_hand_tells_of_the_story() -> None:
    text = (
        "See below.\n\n---------- Forwarded message ---------\nFrom: The Quay Post <post@example.net>\n"
        "Date: Tue, Jan 14, 2025 at 8:05 AM\nSubject: Storm closes bridge\nTo: <me@example.com>\n\n"
        f"{STORY}\n\n{MORE}\n"
    )
    article = only(mail(HEAD + "Date: Fri, 17 Jan 2025 10:00:00 +0000\nSubject: Fwd: Storm\n", text))
    assert (article.headline, article.publication) == ("Storm closes bridge", "The Quay Post")
    assert article.published is not None
    assert article.published.iso == "2025-01-14T08:05"
    assert article.texts(BlockRole.BODY) == ("See below.", STORY, MORE)
    assert removed(article)["Subject: Storm closes bridge"] == "mail-furniture"


def test_answer_keeps_its_own_subject() -> None:
    text = f"Thanks!\n\n-----Original Message-----\nFrom: a@example.org\nSent: Monday\nSubject: Storm\n\n{STORY}\n"
    assert only(mail(HEAD + "Subject: Re: Storm\n", text)).headline == "Re: Storm"


def test_attached_page_and_text_are_read_and_pictures_are_not() -> None:
    page = f"<html><body><h1>Storm closes bridge</h1><p>{MORE}</p><p>{STORY}</p></body></html>"
    packed = base64.encodebytes(page.encode()).decode()
    named = 'Content-Type: text/html\nContent-Disposition: attachment; filename="storm.html"\n'
    attached = f"{named}Content-Transfer-Encoding: base64\n\n{packed}"
    picture = 'Content-Type: image/png; name="storm.png"\nContent-Disposition: attachment\n\n\x89PNG'
    data = mail(HEAD + "Subject: Crews vote\n" + multipart("mixed", plain(STORY), attached, picture), "")
    story, storm = steps(data)
    assert isinstance(story, Article)
    assert isinstance(storm, Article)
    assert storm.origin.member == "storm.html"
    assert MORE in storm.text


def test_newsletter_with_pictures_inside_is_mail_and_no_saved_page() -> None:
    data = mail(HEAD + "Subject: Crews vote\n" + multipart("related", html(f"<p>{STORY}</p>")), "")
    assert only(data).headline == "Crews vote"


def test_legacy_encoding_of_a_part_is_that_of_its_header() -> None:
    head = HEAD + "Subject: Crews vote\nContent-Type: text/plain; charset=koi8-r\n"
    assert "Паром" in only(mail(head, "Паром стоит".encode("koi8-r") + b" " + STORY.encode())).text


def test_quoted_printable_and_flowed_lines_are_joined() -> None:
    head = (
        HEAD
        + "Subject: Crews vote\nContent-Type: text/plain; format=flowed\nContent-Transfer-Encoding: quoted-printable\n"
    )
    assert (
        "crews voted =3D".replace("=3D", "=")
        in only(mail(head, "The crews =\nvoted=20\n=3D and stay in port, the union said.")).text
    )


def test_body_that_is_no_base64_is_read_as_it_is() -> None:
    head = HEAD + "Subject: Crews vote\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n"
    assert STORY in only(mail(head, f"<p>{STORY}</p>")).text


@pytest.mark.parametrize(
    "head",
    [
        "From: =?utf-8?B?////?= <x\nSubject: =?no-such-charset?Q?=FF=FE?= =?utf-8?B?" + "QUFB" * 20000 + "?=\n",
        "From: a@example.org\nSubject: " + "=?" * 100_000 + "\n",
        "From: a@example.org\nSubject: x\nContent-Type: " + 'text/plain; a="' * 50_000 + "\n",
        "From: " + "(" * 100_000 + "\nSubject: x\n",
        "From: a@example.org\nSubject: x\nContent-Type: text/plain; charset=\"\x00utf-8\"; name*0*=x''%; name*9999=y\n",
        "From: a@example.org\n" + f"X-Field: {'y' * 200}\n" * 2_000 + "Subject: x\n",
    ],
)
def test_broken_headers_lose_no_text(head: str) -> None:
    (found,) = steps(mail(head))
    assert isinstance(found, Article)
    assert STORY in found.text


def test_three_thousand_nested_multiparts_are_read() -> None:
    nested = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(3000))
    assert STORY in only(mail(f"{HEAD}Subject: Deep\nMIME-Version: 1.0\n{nested}Content-Type: text/plain\n")).text


def test_boundary_that_is_used_again_inside_is_no_trap() -> None:
    inner = multipart("alternative", plain(STORY), html(f"<p>{STORY}</p>"), boundary="same")
    data = mail(HEAD + "Subject: Crews vote\n" + multipart("mixed", inner, boundary="same"), "")
    assert only(data).texts(BlockRole.BODY) == (STORY,)


def test_multipart_without_its_boundary_is_read_as_text() -> None:
    assert STORY in only(mail(HEAD + "Subject: Crews vote\nContent-Type: multipart/mixed; boundary=none\n")).text
    assert STORY in only(mail(HEAD + "Subject: Crews vote\nContent-Type: multipart/mixed\n")).text


def test_header_without_the_blank_line_below_it_ends_at_the_text() -> None:
    assert only((HEAD + "Subject: Crews vote\n" + STORY).encode()).texts(BlockRole.BODY) == (STORY,)


def test_line_without_sense_amid_the_fields_is_passed_over() -> None:
    head = (
        'From: a@example.org\nquite Delivered-To: b\nSubject: Crews vote\nContent-Type: text/html;\nname="a"\nX-A: b\n'
    )
    article = only(mail(head, f"<p>{STORY}</p>"))
    assert (article.headline, article.texts(BlockRole.BODY)) == ("Crews vote", (STORY,))


def test_encoding_that_shifts_is_that_of_its_header() -> None:
    head = HEAD + "Subject: =?iso-2022-jp?B?GyRCOUEbKEI=?=\nContent-Type: text/plain; charset=iso-2022-jp\n"
    article = only(mail(head, "港は静かだ".encode("iso-2022-jp")))
    assert article.text == "港\n\n港は静かだ"


def test_page_that_is_called_plain_text_is_read_as_a_page() -> None:
    article = only(mail(HEAD + "Subject: Crews vote\n", f"\n<html><body><p>{STORY}</p><p>{MORE}</p></body></html>"))
    assert article.texts(BlockRole.BODY) == (STORY, MORE)


def test_file_of_apple_mail_is_read() -> None:
    message = mail(HEAD + "Subject: Crews vote\n")
    data = b"%d       \n%s<?xml version='1.0'?><plist><dict><key>flags</key></dict></plist>" % (len(message), message)
    (article,) = steps(data, "12.emlx")
    assert isinstance(article, Article)
    assert article.text == f"Crews vote\n\n{STORY}"


def test_messages_in_messages_end_where_archives_in_archives_do() -> None:
    data = mail(HEAD + "Subject: Innermost\n")
    for _ in range(6):
        data = mail(HEAD + "Subject: Fwd\nContent-Type: message/rfc822\n", data)
    (found,) = steps(data)
    assert isinstance(found, Failed)
    assert found.reason.code == "too-deep"


def test_attached_text_is_read_in_the_encoding_that_its_header_tells() -> None:
    words = "Паром стоит в порту\n\nСоюз портовых рабочих сообщил об этом во вторник.\n"
    named = 'Content-Type: text/plain; charset=koi8-r\nContent-Disposition: attachment; filename="a.txt"\n'
    attached = f"{named}Content-Transfer-Encoding: base64\n\n{base64.b64encode(words.encode('koi8-r')).decode()}"
    data = mail(HEAD + "Subject: Crews vote\n" + multipart("mixed", plain(STORY), attached), "")
    (found,) = (step for step in read_original(Original("a.eml", data), Hints(TODAY)) if isinstance(step, Found)
                and step.article.origin.member)  # fmt: skip
    assert found.article.text.startswith("Паром стоит в порту")
    assert found.original == words.encode("koi8-r")
