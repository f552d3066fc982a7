"""Mailboxes: where one message ends and the next begins, and how little of a file is in memory."""

from __future__ import annotations

import datetime as dt
import io
import re
import tracemalloc
from pathlib import Path

import pytest

from reader.core.article import Published
from reader.core.identity import digest_of
from reader.core.steps import Failed
from reader.ingest import Found, Hints, read
from reader.ingest.mail import mailbox
from reader.ingest.mail.mailbox import messages
from reader.ingest.original import Original, Parsed

TODAY = dt.date(2026, 6, 1)
FROM = "From news@example.org Tue Jan 14 08:00:00 2025\n"
FIELDS = "From: The Harbor Letter <news@example.org>\nSubject: {}\n\n"


def box(*bodies: str, opening: str = FROM) -> bytes:
    return "".join(f"{opening}{FIELDS.format(f'Number {n}')}{body}\n\n" for n, body in enumerate(bodies, 1)).encode()


def taken(path: Path, data: bytes) -> list[Found | Failed]:
    path.write_bytes(data)
    return [step for step in read(path, Hints(TODAY)) if isinstance(step, Found | Failed)]


def headlines(found: list[Found | Failed]) -> list[str]:
    return [step.article.headline for step in found if isinstance(step, Found)]


def test_each_message_is_a_story_with_its_own_original(tmp_path: Path) -> None:
    found = taken(tmp_path / "all.mbox", box("The crews voted to strike.", "The bridge was closed."))
    assert headlines(found) == ["Number 1", "Number 2"]
    first = found[0]
    assert isinstance(first, Found)
    assert first.original == (FIELDS.format("Number 1") + "The crews voted to strike.\n\n").encode()
    assert first.article.origin.digest == digest_of(first.original)


def test_quoted_line_of_a_text_is_unquoted_and_begins_no_message(tmp_path: Path) -> None:
    (found,) = taken(tmp_path / "all.mbox", box("First.\n\n>From the start it was so.\n>>From here, too."))
    assert isinstance(found, Found)
    assert "From the start it was so." in found.article.text.split("\n\n")
    assert b"\n>From here, too.\n" in found.original


def test_line_that_only_begins_as_between_messages_stays_in_its_text(tmp_path: Path) -> None:
    for text in (
        "From the quay came a cheer.\nIt was loud.",
        "From the editor\n\nWe are on holiday.",
        "From us:\nNote: hi",
    ):
        (found,) = taken(tmp_path / "all.mbox", box(f"First.\n\n{text}"))
        assert isinstance(found, Found)
        assert text.partition("\n")[0].encode() in found.original


def test_message_without_a_blank_line_above_it_is_told_by_its_date(tmp_path: Path) -> None:
    data = box("The crews voted to strike.").rstrip(b"\n") + b"\n" + box("The bridge was closed.")
    assert len(taken(tmp_path / "all.mbox", data)) == 2


def test_mailbox_with_the_line_ends_of_windows_is_read(tmp_path: Path) -> None:
    data = box("The crews voted to strike.", "The bridge was closed.").replace(b"\n", b"\r\n")
    assert headlines(taken(tmp_path / "all.mbox", data)) == ["Number 1", "Number 2"]


def test_message_without_a_date_has_the_day_of_its_opening(tmp_path: Path) -> None:
    (found,) = taken(tmp_path / "all.mbox", box("The crews voted to strike."))
    assert isinstance(found, Found)
    assert found.article.published is not None
    assert found.article.published.iso == "2025-01-14"


def test_message_is_known_by_its_id_wherever_it_stands(tmp_path: Path) -> None:
    named = box("The bridge was closed.").replace(b"\n\n", b"\nMessage-ID: <12@example.org>\n\n", 1)
    for data in (named, box("The crews voted to strike.") + named):
        last = taken(tmp_path / "all.mbox", data)[-1]
        assert isinstance(last, Found)
        assert last.article.origin.member == "12@example.org"


def members(found: list[Found | Failed]) -> list[str]:
    return [step.article.origin.member for step in found if isinstance(step, Found)]


def test_message_without_an_id_is_known_wherever_it_stands(tmp_path: Path) -> None:
    one, both = box("The bridge was closed."), box("The crews voted.") + box("The bridge was closed.")
    (name,) = members(taken(tmp_path / "all.mbox", one))
    assert re.fullmatch("[0-9a-f]{12}", name)
    assert members(taken(tmp_path / "all.mbox", both))[1] == name


def test_messages_with_one_id_have_names_of_their_own(tmp_path: Path) -> None:
    data = box("One.", "Two.", "Three.").replace(b"\n\n", b"\nMessage-ID: <12@example.org>\n\n")
    names = members(taken(tmp_path / "all.mbox", data))
    assert names == ["12@example.org", "12@example.org (2)", "12@example.org (3)"]


@pytest.mark.logs_errors
def test_message_that_our_mistake_strikes_does_not_lose_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    honest = mailbox.read_mail

    def mistaken(original: Original, hints: Hints, sent: Published | None) -> Parsed:
        if b"Two." in original.data:
            raise KeyError("two")
        return honest(original, hints, sent)

    monkeypatch.setattr(mailbox, "read_mail", mistaken)
    found = taken(tmp_path / "all.mbox", box("One.", "Two.", "Three."))
    assert headlines(found) == ["Number 1", "Number 3"]
    assert [step.reason.code for step in found if isinstance(step, Failed)] == ["own-mistake"]


def test_empty_message_is_a_failure_and_the_others_go_on(tmp_path: Path) -> None:
    data = box("One.") + (FROM + "From: a@example.org\nTo: b@example.org\n\n\n\n").encode() + box("Three.")
    found = taken(tmp_path / "all.mbox", data)
    assert [type(step) for step in found] == [Found, Failed, Found]
    failed = found[1]
    assert isinstance(failed, Failed)
    assert failed.reason.code == "no-article"


def test_messages_are_told_apart_wherever_a_chunk_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    data = box(*(f"Story {n}. " + "x" * n for n in range(200)))
    whole = [message.data for message in messages(io.BytesIO(data))]
    for size in (2048, 2053, 3001):
        monkeypatch.setattr(mailbox, "_CHUNK", size)
        assert [message.data for message in messages(io.BytesIO(data))] == whole
    assert len(whole) == 200


def test_message_that_is_too_large_is_a_failure_and_the_others_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mailbox, "MAX_UNPACKED", 3_000_000)
    found = taken(tmp_path / "all.mbox", box("One.", "line\n" * 1_000_000, "Three."))
    assert headlines(found) == ["Number 1", "Number 3"]
    (failed,) = (step for step in found if isinstance(step, Failed))
    assert failed.reason.code == "too-large"


def test_no_more_than_a_message_is_in_memory() -> None:
    class Endless(io.RawIOBase):
        left = 20_000_000

        def read(self, size: int = -1) -> bytes:
            self.left -= size
            return (box("The crews voted to strike. " * 40) * (size // 1000 + 1))[:size] if self.left > 0 else b""

    tracemalloc.start()
    try:
        assert sum(1 for _ in messages(Endless())) > 5_000  # type: ignore[arg-type]
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()
