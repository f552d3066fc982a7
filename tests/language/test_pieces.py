"""Words cut into pieces: what the encoder is given must be what its vocabulary was made for."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.language.pieces import Pieces
from reader.language.wordpiece import wordpieces

LINES = (
    "[PAD]",
    "[UNK]",
    "the",
    "min",
    "##ister",
    "##is",
    "##ter",
    "u",
    "s",
    ".",
    "cafe",
    "'",
    "’",
    "don",
    "t",
    "東",
    "京",
)
LINES += ("e", "##e", "strasse", "straße", "-", "σ", "##σ")
VOCABULARY = {piece: number for number, piece in enumerate(LINES)}


def cut(word: str) -> list[str]:
    return [LINES[number] for number in wordpieces(word, VOCABULARY)]


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("minister", ["min", "##ister"]),  # the longest piece first
        ("Minister", ["min", "##ister"]),
        ("MINIS", ["min", "##is"]),
        ("minix", ["[UNK]"]),  # one letter without a piece spoils the word
        ("U.S.", ["u", ".", "s", "."]),
        ("don’t", ["don", "’", "t"]),
        ("Café", ["cafe"]),
        ("Cafe\u0301", ["cafe"]),
        ("ca\u00adfe\u200b", ["cafe"]),  # what cannot be seen is left out
        ("Straße", ["straße"]),  # no accent: it stays
        ("東京", ["東", "京"]),
        ("the東e", ["the", "東", "e"]),
        ("ΣΣ", ["σ", "##σ"]),  # no other sigma at the end
        ("e" * 100, ["e"] + ["##e"] * 99),
        ("e" * 101, ["[UNK]"]),
        ("the\x00-\tthe", ["the", "-", "the"]),
        ("\u200b", []),
        ("❦", ["[UNK]"]),
    ],
)
def test_a_word_is_cut_into_the_pieces_of_the_vocabulary(word: str, pieces: list[str]) -> None:
    assert cut(word) == pieces


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "vocab.txt"
    path.write_text("".join(f"{line}\n" for line in LINES), "utf-8", newline="\n")
    return path


def test_every_word_has_a_piece_and_none_has_many(file: Path) -> None:
    pieces = Pieces.load(file)
    assert pieces.of(["the", "\u200b", "e" * 90, "the"]) == [(2,), (1,), (17, *[18] * 11), (2,)]
    assert pieces.of([]) == []


@given(st.lists(st.text()))
def test_any_words_whatever_have_pieces(words: list[str]) -> None:
    found = Pieces(VOCABULARY).of(words)
    assert len(found) == len(words)
    assert all(1 <= len(numbers) <= 12 for numbers in found)


@pytest.mark.parametrize("text", ["", "the\nthe\n[UNK]\n", "the\nminister\n"])
def test_another_file_is_no_vocabulary(file: Path, text: str) -> None:
    file.write_text(text, "utf-8")
    with pytest.raises(ValueError, match="no vocabulary"):
        Pieces.load(file)
