"""The original of an article as it can be shown and saved again."""

import datetime as dt
from pathlib import Path

import pytest

from reader.core.article import ArticleId, Origin
from reader.core.reasons import Trouble
from reader.core.steps import Imported
from reader.services import importing
from reader.services.library import Library
from reader.services.originals import OriginalKind, name_of, original_of, save_original

TODAY = dt.date(2026, 6, 1)
BODY = (
    "The council bought two cranes for the new basin on Monday after a debate of six hours about their colour. "
    "They come from a yard in the south that went out of business last year and sold whatever stood upright."
)
PIXEL = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
PAGE = f"""<!doctype html><html><head><title>Council buys cranes</title><style>p {{color: red}}</style></head><body>
<script>fetch("https://harbor.example/spy")</script>
<article><h1>Council buys cranes</h1><img src="{PIXEL}" alt="dot"><img src="https://harbor.example/crane.jpg">
<p onclick="x()">{BODY}</p><p>{BODY.replace("Monday", "Tuesday")}</p></article>
<form action="https://harbor.example/"><input name="q"></form></body></html>"""


def take_in(library: Library, file: Path, data: bytes) -> ArticleId:
    file.write_bytes(data)
    return next(s.id for s in importing.import_paths(library, [str(file)], TODAY) if isinstance(s, Imported))


def test_a_page_is_shown_without_anything_that_acts_or_loads(library: Library, tmp_path: Path) -> None:
    id = take_in(library, tmp_path / "cranes.html", PAGE.encode())
    original = original_of(library, id)
    assert (original.kind, original.format, original.name) == (OriginalKind.HTML, "html", "cranes.html")
    assert original.size == len(PAGE.encode()) and not original.cut
    assert BODY in original.shown and PIXEL in original.shown
    for word in ("script", "style", "onclick", "form", "crane.jpg", "spy"):
        assert word not in original.shown


def test_a_text_is_shown_as_it_is_written(library: Library, tmp_path: Path) -> None:
    text = f"Council buys cranes\n\n  {BODY}\n\nA café at the pier.\n"
    id = take_in(library, tmp_path / "cranes.txt", text.encode("cp1252"))
    original = original_of(library, id)
    assert (original.kind, original.shown) == (OriginalKind.TEXT, text)
    assert original_of(library, id, contents=False).shown == ""


def test_what_is_no_text_is_named(library: Library, tmp_path: Path) -> None:
    from reader.services.selfcheck_files import files

    id = take_in(library, tmp_path / "bridge.pdf", files()["print.pdf"])
    original = original_of(library, id)
    assert (original.kind, original.format, original.shown) == (OriginalKind.BINARY, "pdf", "")


def test_a_long_original_is_cut(library: Library, tmp_path: Path) -> None:
    text = f"Council buys cranes\n\n{BODY}\n\n" + "The cranes are blue, the council said. " * 20_000
    id = take_in(library, tmp_path / "long.txt", text.encode())
    original = original_of(library, id)
    assert original.cut and text.startswith(original.shown) and len(original.shown) < len(text)


def test_the_bytes_are_saved_as_they_came(library: Library, tmp_path: Path) -> None:
    id = take_in(library, tmp_path / "cranes.html", PAGE.encode())
    saved = save_original(library, id, tmp_path / "again.html")
    assert saved.read_bytes() == PAGE.encode()
    with pytest.raises(Trouble) as caught:
        save_original(library, id, tmp_path / "no such folder" / "again.html")
    assert caught.value.reason.code == "cannot-write"


def test_a_lost_original_is_told_of(library: Library, tmp_path: Path) -> None:
    id = take_in(library, tmp_path / "cranes.html", PAGE.encode())
    library.store.db.execute("PRAGMA foreign_keys = OFF")
    library.store.db.execute("DELETE FROM original")
    assert original_of(library, id).kind is OriginalKind.LOST
    with pytest.raises(Trouble) as caught:
        save_original(library, id, tmp_path / "again.html")
    assert caught.value.reason.code == "lost-original"
    with pytest.raises(Trouble) as caught:
        original_of(library, ArticleId("0" * 16))
    assert caught.value.reason.code == "no-such-article"


@pytest.mark.parametrize(
    ("path", "member", "name"),
    [
        ("/in/cranes.html", "", "cranes.html"),
        ("/in/pile.txt", "3", "pile-3.txt"),
        ("/in/wire.zip", "march/cranes.txt", "cranes.txt"),
        ("/in/page.warc", "https://harbor.example/news/cranes?id=7", "page-cranes-id=7.warc"),
        ("/in/a:b.txt", "", "a-b.txt"),
    ],
)
def test_a_saved_original_gets_a_name_that_every_disk_takes(path: str, member: str, name: str) -> None:
    assert name_of(Origin(path, member)) == name
