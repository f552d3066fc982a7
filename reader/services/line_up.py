"""Texts that come a line each: which of them wait, and which answers wait for those before them. Pure."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reader.core.reasons import Reason

BATCH = 16_000
"""Characters that are handed out at once: some five stories."""
ROOM = 2_000_000
"""Characters that are taken in before the first of them is answered."""
_LINE = 200
"""What a line costs beside its text, in characters."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A line: its number from 1, the id to give back, and the text; there is no text where the line is wrong."""

    number: int
    id: object
    text: str | None

    @property
    def size(self) -> int:
        return _LINE + len(self.text or "")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a line gets: the annotations as a line of JSON, or the reason why there are none."""

    id: object
    found: str | Reason


def asked(number: int, line: bytes) -> Asked:
    """What a line asks for, in any encoding that ``decoded`` knows."""
    try:
        fields = json.loads(decoded(line).removeprefix("\ufeff"))
        id, text = fields.get("id"), fields.get("text")
        json.dumps(id, allow_nan=False)  # an id that is no JSON could not be given back
    except (ValueError, AttributeError, RecursionError):
        return Asked(number, None, None)
    return Asked(number, id, text if isinstance(text, str) and "id" in fields else None)


def decoded(data: bytes) -> str:
    """Bytes as text with nothing changed: UTF-8 where it can be, else Windows-1252."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


class LineUp:
    """Numbers the lines, hands their texts out in batches and gives the answers back in order."""

    def __init__(self) -> None:
        self._waiting: deque[Asked] = deque()
        self._open: dict[int, Asked] = {}
        self._found: dict[int, str | Reason] = {}
        self._count = self._given = self._size = self._waiting_size = 0

    @property
    def waits(self) -> bool:
        """Whether there is a text that nobody works on."""
        return bool(self._waiting)

    @property
    def behind_next(self) -> int:
        """Characters of the texts that wait behind the next one."""
        return self._waiting_size - self._waiting[0].size if self._waiting else 0

    @property
    def has_room(self) -> bool:
        """Whether another line may be taken in."""
        return self._size < ROOM

    @property
    def is_empty(self) -> bool:
        """Whether every line was answered."""
        return not self._open

    def add(self, line: bytes) -> None:
        """Takes in the next line. A wrong one is answered at once."""
        self._count += 1
        one = self._open[self._count] = asked(self._count, line)
        self._size += one.size
        if one.text is None:
            self._found[one.number] = Reason("not-json", (str(one.number),))
        else:
            self._waiting.append(one)
            self._waiting_size += one.size

    def take(self) -> list[Asked]:
        """The next texts to work on: one, or several short ones. Empty when none waits."""
        batch: list[Asked] = []
        left = BATCH
        while self._waiting and (not batch or self._waiting[0].size <= left):
            batch.append(self._waiting.popleft())
            left -= batch[-1].size
        self._waiting_size -= sum(one.size for one in batch)
        return batch

    def put_back(self, batch: Iterable[Asked]) -> None:
        """Texts that were handed out and not worked on are the next ones again."""
        back = list(batch)
        self._waiting.extendleft(reversed(back))
        self._waiting_size += sum(one.size for one in back)

    def answer(self, one: Asked, found: str | Reason) -> None:
        """Keeps an answer until it is its turn."""
        self._found[one.number] = found

    def finished(self) -> Iterator[Answer]:
        """The answers whose turn it is."""
        while (number := self._given + 1) in self._found:
            self._given = number
            one = self._open.pop(number)
            self._size -= one.size
            yield Answer(one.id, self._found.pop(number))
