"""Bytes to text."""

from __future__ import annotations

import codecs

import pytest

from reader.ingest.encoding import decode, encoding_of

WORDS = "“Nobody can live from a closed sea,” said Bjørn Tveit — in the café of the harbor, on Tuesday."
GREEK = "Η αλιευτική περίοδος αρχίζει αύριο το πρωί στο λιμάνι, είπαν οι αρχές της πόλης." * 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "cp1252"])
def test_text_is_read_in_its_encoding(encoding: str) -> None:
    assert decode(WORDS.encode(encoding)) == WORDS


def test_windows_1252_of_a_few_bytes_is_read() -> None:
    assert decode("Café “Nord”".encode("cp1252")) == "Café “Nord”"


def test_other_alphabets_in_old_encodings_are_guessed() -> None:
    assert decode(GREEK.encode("cp1253")) == GREEK


def test_declared_encoding_is_believed_where_utf_8_fails() -> None:
    page = '<html><head><meta charset="koi8-r"></head><body>Порт закрыт</body></html>'
    assert decode(page.encode("koi8-r")) == page


def test_declared_latin_1_is_read_as_windows_1252() -> None:
    page = "<meta charset=iso-8859-1>“Quoted” by the crew"
    assert decode(page.encode("cp1252")) == page


@pytest.mark.parametrize("declared", ["utf-7", "rot13", "unicode_escape", "no-such-charset", "utf-8"])
def test_declaration_that_is_no_old_encoding_is_not_believed(declared: str) -> None:
    data = f"<meta charset={declared}>+ADw-script+AD4- caf".encode() + b"\xe9"
    assert "+ADw-script+AD4-" in decode(data)


def test_broken_bytes_in_utf_8_cost_only_themselves() -> None:
    data = "Bjørn Ærø Ålesund søndag på øya".encode() + b" \xff end"
    assert decode(data) == "Bjørn Ærø Ålesund søndag på øya \ufffd end"


@pytest.mark.parametrize(
    "data", [b"", b"\xff", b"\xc3", b"\xff\xfea", codecs.BOM_UTF32_LE + b"abc", b"\x00a\x00", b"a\x00" * 3 + b"b"]
)
def test_scraps_never_raise(data: bytes) -> None:
    assert isinstance(decode(data), str)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "cp1252"])
def test_encoding_is_told_from_a_beginning_that_ends_within_a_letter(encoding: str) -> None:
    sample = (WORDS * 20).encode(encoding)
    assert encoding_of(sample[: sample.rindex("é".encode(encoding)) + 1]) == encoding


WESTERN = "Le port fermé à minuit; Präsident der Fischer: „Schließt den Hafen“; señales de niebla; perché no? città"
CENTRAL = "Přístav byl uzavřen, řekl ředitel; žádné lodě neodplují. Większość łodzi została w porcie, mówią."
CYRILLIC = "Порт закрыт до утра, сообщили власти города. Рыбаки остаются на берегу и ждут решения совета."


@pytest.mark.parametrize(("words", "encoding"), [(WESTERN, "cp1252"), (CENTRAL, "cp1250"), (CYRILLIC, "cp1251")])
def test_short_texts_in_old_encodings_are_told_by_their_letters(words: str, encoding: str) -> None:
    assert decode(words.encode(encoding)) == words


def test_scraps_with_a_nul_are_no_utf_16() -> None:
    assert "\u0000" in decode(b"0\x00\x80\x00")
    assert decode("The clock stopped.".encode("utf-16-le")) == "The clock stopped."
