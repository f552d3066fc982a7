"""Pages saved in one file with all their parts."""

from __future__ import annotations

import base64
import datetime as dt
import quopri

import pytest

from reader.core.article import Article
from reader.core.identity import digest_of
from reader.core.kinds import BlockRole
from reader.ingest import Found, Hints
from reader.ingest.archives.frames import with_frames
from reader.ingest.archives.mhtml import read_mhtml
from reader.ingest.original import Original
from reader.ingest.reading import read_original
from tests.ingest.archives.built import LEDE, MORE, TODAY, headlines, page, steps

URL = "https://news.example/2025/01/14/crews"
HEAD = (
    f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {URL}\r\nSubject: Crews\r\n"
    "Date: Fri, 17 Jan 2025 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/related; type="text/html"; boundary="----b"\r\n\r\n'
)


def part(body: bytes, *, kind: str = "text/html", name: str = "frame-0@mhtml.blink", location: str = URL) -> bytes:
    coded = quopri.encodestring(body)
    head = (
        f"Content-Type: {kind}\r\nContent-ID: <{name}>\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        f"Content-Location: {location}\r\n\r\n"
    )
    return head.encode() + coded


def saved(*parts: bytes, head: str = HEAD) -> bytes:
    return head.encode() + b"".join(b"------b\r\n" + one + b"\r\n" for one in parts) + b"------b--\r\n"


STYLE = part(b"p { color: red }", kind="text/css", name="css-1@mhtml.blink", location="cid:css-1@mhtml.blink")


def test_page_is_read_and_the_whole_file_is_its_original() -> None:
    data = saved(part(page("Crews vote to strike")), STYLE)
    (found,) = read_original(Original("crews.mhtml", data), Hints(TODAY))
    assert isinstance(found, Found)
    assert found.article.headline == "Crews vote to strike"
    assert found.article.texts(BlockRole.BODY) == (LEDE, MORE)
    assert found.article.origin.url == URL
    assert (found.original, found.article.origin.digest) == (data, digest_of(data))


def test_day_on_which_a_page_was_saved_is_not_the_day_of_its_story() -> None:
    data = saved(part(page("Crews vote to strike")), head=HEAD.replace("/2025/01/14", ""))
    (article,) = steps("crews.mhtml", data)
    assert isinstance(article, Article)
    assert article.published is None or article.published.date != dt.date(2025, 1, 17) or article.published.inferred


def test_beginning_is_the_part_that_the_header_names() -> None:
    frame = part(page("An advertisement"), name="frame-1@mhtml.blink", location="https://ads.example/")
    assert headlines("a.mhtml", saved(frame, part(page("Crews vote to strike")))) == ["Crews vote to strike"]
    head = HEAD.replace("boundary=", 'start="<frame-1@mhtml.blink>"; boundary=')
    assert headlines("a.mhtml", saved(part(page("Crews")), frame, head=head)) == ["An advertisement"]


def test_frames_of_a_page_with_a_story_are_left_out() -> None:
    whole = page("Crews vote to strike").replace(b"</article>", b'</article><iframe src="cid:f@x"></iframe>')
    frame = part(page("Buy a boat today"), name="f@x", location="https://ads.example/")
    (article,) = steps("a.mhtml", saved(part(whole), frame))
    assert isinstance(article, Article)
    assert "Buy a boat" not in article.text


def test_story_in_a_frame_is_found() -> None:
    frameset = (
        b'<html><head><title>News</title></head><frameset cols="20%,*">'
        b'<frame src="menu.html"><frame src="cid:main@x"></frameset></html>'
    )
    main = part(page("Crews vote to strike"), name="main@x", location="https://news.example/main.html")
    menu = part(
        b"<html><body><a href=a>Home</a></body></html>",
        name="menu@x",
        location="https://news.example/2025/01/14/menu.html",
    )
    (article,) = steps("a.mhtml", saved(part(frameset), menu, main))
    assert isinstance(article, Article)
    assert article.texts(BlockRole.BODY) == (LEDE, MORE)


def test_page_that_holds_itself_is_read_once() -> None:
    whole = page("Crews vote to strike").replace(
        b"</article>", b'</article><iframe src="cid:frame-0@mhtml.blink"></iframe>'
    )
    assert headlines("a.mhtml", saved(part(whole))) == ["Crews vote to strike"]


def test_frames_that_hold_each_other_end() -> None:
    frames = {
        "cid:a": 'A <iframe src="cid:b"></iframe>',
        "cid:b": 'B <iframe src="cid:a"></iframe><iframe src="cid:b">',
    }
    assert with_frames(frames["cid:a"], "cid:a", frames).split() == ["A", "<div>B", "</div>"]


@pytest.mark.parametrize("coding", ["base64", "8bit"])
def test_other_codings_and_encodings_are_read(coding: str) -> None:
    body = page("Паром стоит в порту").decode().replace('<meta charset="utf-8">', "").encode("koi8-r")
    coded = base64.encodebytes(body) if coding == "base64" else body
    kind = "Content-Type: text/html; charset=koi8-r"
    fields = f"{kind}\r\nContent-Transfer-Encoding: {coding}\r\nContent-Location: {URL}\r\n\r\n"
    assert headlines("a.mht", saved(fields.encode() + coded)) == ["Паром стоит в порту"]


def test_page_that_declares_another_encoding_than_its_part_is_read_by_the_part() -> None:
    body = page("Паром стоит в порту").decode().replace("utf-8", "windows-1252").encode("koi8-r")
    fields = f"Content-Type: text/html; charset=koi8-r\r\nContent-Location: {URL}\r\n\r\n"
    assert headlines("a.mht", saved(fields.encode() + body)) == ["Паром стоит в порту"]


def test_file_of_an_old_browser_is_one_part_or_more() -> None:
    head = "From: <Saved by Microsoft Internet Explorer 5>\r\nSubject: Crews\r\nContent-Type: text/html\r\n"
    data = f"{head}Content-Location: {URL}\r\n\r\n".encode() + page("Crews vote to strike")
    (article,) = steps("a.mht", data)
    assert isinstance(article, Article)
    assert (article.headline, article.origin.url) == ("Crews vote to strike", URL)


def test_file_without_a_page_holds_no_article() -> None:
    assert headlines("a.mhtml", saved(STYLE)) == ["! no-article"]


def test_file_that_is_cut_off_gives_what_is_there_and_says_so() -> None:
    data = saved(part(page("Crews vote to strike")), STYLE)
    assert headlines("a.mhtml", data[: data.index(b"</article>")]) == ["Crews vote to strike", "! cut-off"]


def test_member_of_an_archive_keeps_its_member() -> None:
    original = Original("pile.zip", b"").within("a.mhtml", saved(part(page("Crews vote to strike"))))
    (found,) = read_mhtml(original, Hints(TODAY))
    assert isinstance(found, Found)
    assert found.article.origin.member == "a.mhtml"
