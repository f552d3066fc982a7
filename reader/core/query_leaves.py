"""The leaves of a query: one piece, or a few in a row, as words, phrases, names and values."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import takewhile

from reader.core.query import All, Any, Near, Phrase, Query, Word, WordForm
from reader.core.query_cursor import Cursor
from reader.core.query_fields import NAME_FIELDS, VALUE_FIELDS
from reader.core.query_pieces import LISTED, Piece, Sort, is_list, parts_list
from reader.core.query_values import value as value_of
from reader.core.query_words import bare, goes_on, one_line
from reader.core.reasons import Trouble
from reader.core.spans import Span

MOST_STARS = 20
"""Words with * or ~ in one query: each stands for thousands of words, and too many take minutes."""
LONGEST_NAME = 7
"""Words of a name without quotation marks."""
MOST_TRIED = 20
"""Names without quotation marks in one query that are looked up with the words that follow."""
FARTHEST = 999_999
"""Words between two that are to be near each other: as many as there are."""
_SIMPLE = re.compile(r"[^\W_][\w'’.-]*")
IsName = Callable[[str, str], bool]
"""Whether (field, name) is known as a whole: "Lee Jong-sup" after "person"."""


class Leaves:
    """Reads leaves at a cursor, as the field takes them in whose value they stand."""

    def __init__(self, cursor: Cursor, is_name: IsName | None) -> None:
        self._cursor, self._is_name = cursor, is_name
        self._stars = self._tried = 0
        self.field = ""
        """The field in whose value the cursor stands."""
        self.bracketed = False
        """Whether it stands in the field's own parentheses, where words without an operator are one name."""

    def leaf(self, piece: Piece) -> Query | None:
        """A word or phrase, as the field takes it in whose value it stands."""
        if piece.near and self.field in (*VALUE_FIELDS, *NAME_FIELDS):
            self._cursor.note(piece.span, "sign-left-out", piece.near)
        if self.field in VALUE_FIELDS:
            return self._values(piece)
        if self.field and piece.sort is Sort.WORD and is_list(piece.text):
            return self._listed(piece)
        if self.field in NAME_FIELDS:
            return self._name(piece)
        return self._phrase(piece) if piece.sort is Sort.MARKED else self._word(piece)

    def _listed(self, piece: Piece) -> Query | None:
        """Words after a field with commas between them, of which one will do: ``place:Tolvik,Meresund``."""
        found, at = [], 0
        for part in LISTED.split(piece.text):
            start = piece.span.start + at
            at += len(part) + 1
            if part and (query := self.leaf(replace(piece, text=part, span=Span(start, start + len(part))))):
                found.append(query)
        unlike = tuple(dict.fromkeys(found))
        return Any(unlike) if len(unlike) > 1 else unlike[0] if unlike else None

    def more_listed(self, first: Query | None) -> Query | None:
        """A list that goes on behind or with quotation marks, with no space: ``place:"Grey Sound",Tolvik``."""
        found = [first] if first else []
        while (piece := self._cursor.peek(Sort.WORD, Sort.MARKED)) and parts_list(
            self._cursor.pieces[self._cursor.at - 1], piece
        ):
            self._cursor.at += 1
            if piece.text.strip(",") and (query := self.leaf(piece)):
                found += [query]
        sides = dict.fromkeys(
            side for query in found for side in (query.queries if isinstance(query, Any) else (query,))
        )
        return Any(tuple(sides)) if len(sides) > 1 else next(iter(sides), None)

    def hint(self, name: str, field: Piece, value: Piece) -> None:
        """Says that a name without quotation marks was taken to be one word: ``person:Lee Jong-sup``."""
        if value.sort is not Sort.WORD or is_list(value.text):
            return
        follows = list(takewhile(lambda piece: piece.sort is Sort.WORD and not piece.astray, self._ahead()))
        if count := goes_on(value.text, [piece.text for piece in follows]):
            more = " ".join(bare(piece.text).text for piece in follows[:count])
            self._cursor.note(
                Span(field.span.start, follows[count - 1].span.end), "unquoted-name", name, value.text, more
            )

    def _ahead(self) -> list[Piece]:
        """The pieces of which the rest of a name may consist."""
        return self._cursor.pieces[self._cursor.at : self._cursor.at + LONGEST_NAME - 1]

    def _name(self, piece: Piece) -> Query | None:
        text = piece.text
        while self.bracketed and piece.sort is Sort.WORD and (more := self._cursor.next(Sort.WORD)):
            text += f" {more.text}"
        if piece.sort is Sort.MARKED or " " in text:
            self._say_unclosed(piece)
            name = one_line(text)
            return Phrase(name) if name else None
        word = bare(text)
        if word.form in (WordForm.PREFIX, WordForm.PATTERN) or word.alone == "*":
            self._cursor.fail(piece.span, "star-in-name", text)
            return None
        if word.form is WordForm.FUZZY:
            self._cursor.note(piece.span, "sign-left-out", "~")
            word = bare(word.text)
        if joined := self._joined(piece):
            return joined
        return Word(word.text) if word.text else None

    def _joined(self, first: Piece) -> Query | None:
        """The longest name that is known of a word and those that follow, and a note: ``person:Lee Jong-sup``."""
        if self._is_name is None or self.bracketed or self._tried == MOST_TRIED:
            return None
        follows = self._ahead()
        count = next((n for n, piece in enumerate(follows) if piece.sort is not Sort.WORD), len(follows))
        self._tried += bool(count)
        for more in range(count, 0, -1):
            last = follows[more - 1]
            name = one_line(" ".join(piece.text for piece in (first, *follows[:more])).strip(",;"))
            if self._is_name(self.field, name):
                self._cursor.at += more
                self._cursor.note(Span(first.span.start, last.span.end), "joined-name", name, self.field)
                return Phrase(name)
        return None

    def _values(self, piece: Piece) -> Query | None:
        """A value, or several with commas between them, of which one will do; what is in quotation marks is one."""
        self._say_unclosed(piece)
        marked = piece.sort is Sort.MARKED
        found, at = [], piece.span.start
        for part in [piece.text] if marked else piece.text.split(","):
            span = piece.span if marked else Span(at, at + len(part))
            at = span.end + 1
            try:
                value = value_of(self.field, part, marked=marked)
            except Trouble as trouble:
                self._cursor.fail(span, trouble.reason.code, *trouble.reason.args)
                return None
            found += [value] if value is not None and value not in found else []
        return Any(tuple(found)) if len(found) > 1 else found[0] if found else None

    # words

    def _phrase(self, piece: Piece) -> Query | None:
        text = one_line(piece.text)
        self._say_unclosed(piece)
        if not text:
            self._cursor.note(piece.span, "no-letters", piece.text)
            return None
        if "*" in text:
            self._cursor.note(piece.span, "star-in-phrase")
        if piece.near[1:]:
            return Near(text, int(piece.near[1:7]) if len(piece.near) <= 7 else FARTHEST)
        if piece.near:
            self._cursor.note(piece.span, "near-without-number", text)
        begun, _, last = text.rpartition(" ")
        if self._cursor.typing and not piece.closed and piece.text[-1].isalnum() and _SIMPLE.fullmatch(last):
            unfinished = Word(bare(last).text, WordForm.PREFIX)
            return All((Phrase(begun), unfinished)) if one_line(begun) else unfinished
        return Phrase(text)

    def _say_unclosed(self, piece: Piece) -> None:
        if not piece.closed:
            self._cursor.note(piece.span, "no-closing-mark", piece.text.strip())

    def _word(self, piece: Piece) -> Query | None:
        word = bare(piece.text)
        if word.alone:
            self._cursor.fail(piece.span, "stands-alone", word.alone)
            return None
        if not word.text:
            either = not piece.text.strip("|") and self._would_join("or")
            self._cursor.note(piece.span, *(("write-or",) if either else ("no-letters", piece.text)))
            return None
        if word.sign:
            self._cursor.note(piece.span, "sign-left-out", word.sign)
        if piece.astray:
            self._cursor.note(piece.span, "operator-as-word", piece.text)
        if word.form is not WordForm.PLAIN:
            return Word(word.text, word.form) if self._may_expand(piece) else None
        if self._cursor.typing and piece.span.end == len(self._cursor.typed) and self._cursor.typed[-1].isalnum():
            return Word(word.text, WordForm.PREFIX)
        if word.text in ("us", "Us"):
            self._cursor.note(piece.span, "read-as-country")
            return Word("US")
        small = piece.text.lower()
        if small in ("or", "not") and not piece.astray and self._would_join(small):
            self._cursor.note(piece.span, f"write-{small}")
        elif piece.text.startswith("!") and not self.field:
            self._cursor.note(piece.span, "write-not")
        return Word(word.text)

    def _would_join(self, word: str) -> bool:
        """Whether a word in small letters, or a sign, stands where it would be an operator in capitals."""
        before = self._cursor.pieces[self._cursor.at - 2].sort if self._cursor.at > 1 else None
        after = self._cursor.peek(Sort.WORD, Sort.MARKED, Sort.OPEN, Sort.FIELD)
        if before is Sort.FIELD or not after or after.astray:
            return False
        return word == "not" or before in (Sort.WORD, Sort.MARKED, Sort.CLOSE)

    def _may_expand(self, piece: Piece) -> bool:
        self._stars += 1
        if self._stars > MOST_STARS:
            self._cursor.fail(piece.span, "too-many-stars", str(MOST_STARS))
        return self._stars <= MOST_STARS
