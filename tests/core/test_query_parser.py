"""Queries as typed: what tree they give, what is said about them, and that nothing raises."""

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.query import All, Any, DateRange, Field, Near, Not, Parsed, Phrase, Query, Word, WordForm
from reader.core.query_parser import parse, understood
from reader.core.query_writing import briefly
from reader.core.wording import sentence


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        ("w*d", Word("w*d", WordForm.PATTERN)),
        ("*ring", Word("*ring", WordForm.PATTERN)),
        ("hering~", Word("hering", WordForm.FUZZY)),
        ("fish~2", Word("fish", WordForm.FUZZY)),
        ("„a  b“~5", Near("a b", 5)),
        ('"a b"~', Phrase("a b")),
        ("tag:(a, b)", Field("tag", Any((Word("a"), Word("b"))))),
        ("tag:a,b", Field("tag", Any((Word("a"), Word("b"))))),
        ("tag:proj*", Field("tag", Word("proj", WordForm.PREFIX))),
        (
            "date:(2021, 2023)",
            Field("date", Any((DateRange("2021-01-01", "2022-01-01"), DateRange("2023-01-01", "2024-01-01")))),
        ),
        ("headline:(cod, eel fish)", Field("headline", Any((Word("cod"), All((Word("eel"), Word("fish"))))))),
        ("headline:(cod,)", Field("headline", Word("cod"))),
        ("headline:cod,eel", Field("headline", Any((Word("cod"), Word("eel"))))),
        ("headline:(cod,eel fish)", Field("headline", Any((Word("cod"), All((Word("eel"), Word("fish"))))))),
        ("headline:1,200", Field("headline", Word("1,200"))),
        ("(speaker:Ardell cod) OR eel", Any((All((Field("speaker", Word("Ardell")), Word("cod"))), Word("eel")))),
        ("(cod speaker:(Tomas Ardell))", All((Word("cod"), Field("speaker", Phrase("Tomas Ardell"))))),
        ("place:Tolvik,Vasmark", Field("place", Any((Word("Tolvik"), Word("Vasmark"))))),
        ("place:(Grey Sound,Tolvik)", Field("place", Any((Phrase("Grey Sound"), Word("Tolvik"))))),
        ("place:Tolvik, cod", All((Field("place", Word("Tolvik")), Word("cod")))),
        ("cod,eel", Word("cod,eel")),
        ('"a b" ~5 cod', All((Near("a b", 5), Word("cod")))),
        ("speaker：Ardell", Field("speaker", Word("Ardell"))),
        (
            'place:"Grey Sound",Tolvik,"B" cod',
            All((Field("place", Any((Phrase("Grey Sound"), Word("Tolvik"), Phrase("B")))), Word("cod"))),
        ),
        ('tag:a,"b c"', Field("tag", Any((Word("a"), Phrase("b c"))))),
        ('place:"Grey Sound","B C"', Field("place", Any((Phrase("Grey Sound"), Phrase("B C"))))),
        ('place:Tolvik, "B C"', All((Field("place", Word("Tolvik")), Phrase("B C")))),
        ("(cod, eel)", All((Word("cod"), Word("eel")))),
        ("last:07D", Field("last", Word("7d"))),
        ("IS:Unread", Field("is", Word("unread"))),
        ("lang:EN", Field("lang", Word("en"))),
        ("2024", Word("2024")),
        ("herring", Word("herring")),
        ("herr*", Word("herr", WordForm.PREFIX)),
        ("cod b", All((Word("cod"), Word("b")))),
        ("cod AND b", All((Word("cod"), Word("b")))),
        ("a OR b c", Any((Word("a"), All((Word("b"), Word("c")))))),
        ("(a OR b) c", All((Any((Word("a"), Word("b"))), Word("c")))),
        ("-a", Not(Word("a"))),
        ("NOT (cod b)", Not(All((Word("cod"), Word("b"))))),
        ("„a  b“", Phrase("a b")),
        ("title:a", Field("headline", Word("a"))),
        ('speaker:"A B" c', All((Field("speaker", Phrase("A B")), Word("c")))),
        ("headline:(cod b)", Field("headline", All((Word("cod"), Word("b"))))),
        ("speaker: Ardell", Field("speaker", Word("Ardell"))),
        ("speaker:-Ardell", Not(Field("speaker", Word("Ardell")))),
        ("person:(Ilse Marenko)", Field("person", Phrase("Ilse Marenko"))),
        ("headline:a:b", Field("headline", Word("a:b"))),
        ("date:>=2024-02", Field("date", DateRange("2024-02-01", ""))),
        ("date:<2024-02", Field("date", DateRange("", "2024-02-01"))),
        ("the herring of the sound", All((Word("herring"), Word("sound")))),
        ("to be or not to be", All(tuple(map(Word, ("to", "be", "or", "not", "to", "be"))))),
        ("the -herring", All((Word("the"), Not(Word("herring"))))),
        ("the WHO", Word("WHO")),
        ("us", Word("US")),
        ('"us"', Phrase("us")),
        ("“U.S.,”", Phrase("U.S.,")),
        ("U.S., (storm).", All((Word("U.S."), Word("storm")))),
        ("12:30", Word("12:30")),
        ("herring AND", Word("herring")),
        ("OR", Word("or")),
        ("date:2024-02", Field("date", DateRange("2024-02-01", "2024-03-01"))),
        ("date:2024-12-31", Field("date", DateRange("2024-12-31", "2025-01-01"))),
        ("date:..2023", Field("date", DateRange("", "2024-01-01"))),
        ("https://coastline.example/x", Word("https://coastline.example/x")),
        ("long-term", Word("long-term")),
    ],
)
def test_a_query_becomes_a_tree(typed: str, tree: Query) -> None:
    parsed = parse(typed)
    assert (parsed.query, parsed.error) == (tree, None)


@pytest.mark.parametrize(
    ("typed", "says", "at"),
    [
        ("a speeker:b", 'No field "speeker". Did you mean speaker?', 2),
        ("speaker:", 'Nothing stands after "speaker:".', 0),
        ("cod zzqqk:b", 'No field "zzqqk". There are headline, ', 4),
        ("speaker:(date:2024)", 'The field "date:" cannot stand inside', 9),
        ("date:yesterday", '"yesterday" is no date', 5),
        ("date:2024-13", '"2024-13" is no date', 5),
        ("date:2024-03..2023", '"2024-03..2023" ends before it begins. Did you mean 2023..2024-03?', 5),
        ("date:9999", '"9999" is no date', 5),
        ("date:..", '".." is no date', 5),
        ("date:<0001-01-01", '"<0001-01-01" is no date', 5),
        ("date:<0001", '"<0001" is no date', 5),
        (" ".join(f"cod{n}*" for n in range(21)), "More than 20 words have a * or ~", 130),
        ("cod *", 'A "*" by itself means nothing', 4),
        ("cod ~", 'A "~" by itself means nothing', 4),
        ("a last:7h", '"7h" is no span of time', 7),
        ("a last:7", '"last:" knows no "7". Did you mean last:7d?', 7),
        ("last:week", '"last:" knows no "week". Did you mean last:1w?', 5),
        ('last:"2 months"', '"last:" knows no "2 months". Did you mean last:2m?', 5),
        ("lang:german", '"lang:" knows no "german". Did you mean lang:de?', 5),
        ("is:read", '"is:" knows no "read". Did you mean is:-unread?', 3),
        ("kind:people", '"kind:" knows no "people". Did you mean kind:person?', 5),
        ("fish kind:person,plaec", '"kind:" knows no "plaec". Did you mean kind:place?', 17),
        ("kind:(person, plaec)", '"kind:" knows no "plaec". Did you mean kind:place?', 14),
        ("date:2024/3/1", '"date:" knows no "2024/3/1". Did you mean date:2024-03-01?', 5),
        ("date:2023-2024", '"date:" knows no "2023-2024". Did you mean date:2023..2024?', 5),
        ("date:2024-05...2024-3", '"date:" knows no "2024-05...2024-3". Did you mean date:2024-03..2024-05?', 5),
        ("date:04.10.2023", '"04.10.2023" is no date', 5),
        ("is:unred", '"is:" knows no "unred". Did you mean is:unread?', 3),
        ("has:fish", '"has:" knows no "fish". After it can stand quote', 4),
        ("lang:klingon", '"klingon" is no language', 5),
        ("author:Weil", 'No field "author". Did you mean byline?', 0),
        ("speaker:Aus*", '"Aus*" is to be a name', 8),
    ],
)
def test_an_error_points_at_its_place(typed: str, says: str, at: int) -> None:
    error = parse(typed).error
    assert error is not None
    assert sentence(error.reason).startswith(says)
    assert error.span.start == at


def test_while_typing_an_error_is_a_note_and_the_rest_is_searched() -> None:
    parsed = parse("herring speeker:b", typing=True)
    assert (parsed.query, parsed.error, len(parsed.notes)) == (Word("herring"), None, 1)


def test_the_last_word_is_unfinished_while_typing_unless_a_space_follows() -> None:
    assert parse("her", typing=True).query == Word("her", WordForm.PREFIX)
    assert parse("her ", typing=True).query == Word("her")


def test_marks_and_parentheses_close_at_the_end() -> None:
    parsed = parse('(cod "b c')
    assert parsed.query == All((Word("cod"), Phrase("b c")))
    assert [sentence(note.reason) for note in parsed.notes] == [
        "No closing parenthesis. Searched to the end.",
        'No closing mark after "b c". Searched to the end.',
    ]


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        (
            "person:Lee Jong-sup",
            'Only "Lee" was taken as the name. If you mean all of it, write person:"Lee Jong-sup".',
        ),
        (
            "about:Kim Jong Un, fish",
            'Only "Kim" was taken as the name. If you mean all of it, write about:"Kim Jong Un".',
        ),
        (
            "fish speaker:Ursula von der Leyen said",
            'Only "Ursula" was taken as the name. If you mean all of it, write speaker:"Ursula von der Leyen".',
        ),
        (
            "'closed sea' cod",
            'Single quotation marks make no phrase. To find the words side by side, write "closed sea".',
        ),
        ("speaker :Marenko", 'To ask the field, write "speaker:" without a space before the colon.'),
        (
            "speaker:Sen. Lee J. Park",
            'Only "Sen." was taken as the name. If you mean all of it, write speaker:"Sen. Lee J Park".',
        ),
        ("fish from us", '"us" was read as the country. In quotation marks it is the word.'),
        ("herring or cod", "To search for either word, write OR in capitals."),
        ('cod or "eel"', "To search for either word, write OR in capitals."),
        (
            "cod not eel",
            "To leave out what holds the next word, write NOT in capitals, or a minus sign before it.",
        ),
        ("the fish", '"the" is in nearly every article and was left out. In quotation marks it counts.'),
        ("fish)", "A closing parenthesis without an opening one was left out."),
        ("fish OR", '"OR" has nothing to join and was read as a word.'),
        ("fish~2", 'The sign "2" means nothing here and was left out.'),
        ('"cod* eel"', "In quotation marks a * means nothing; it was left out."),
        (
            '"cod eel"~',
            'How near the words of "cod eel" are to be was not said: write ~5 for up to five words between.',
        ),
        ("fish & 🐟", '"🐟" holds no letter and no digit and was left out.'),
        ("titel: fish", 'No field "titel". Did you mean title?'),
    ],
)
def test_a_note_says_how_something_was_read(typed: str, says: str) -> None:
    parsed = parse(typed)
    assert parsed.error is None
    assert says in [sentence(note.reason) for note in parsed.notes]


def test_a_word_that_may_be_meant_as_an_operator_is_told_once() -> None:
    assert [note.reason.code for note in parse("cod or eel").notes] == ["write-or"]


@pytest.mark.parametrize("typed", ["the crews' boats", "'tis", "rock 'n' roll", "'closed' sea", "place : Tolvik"])
def test_apostrophes_and_colons_are_no_odd_signs(typed: str) -> None:
    codes = {note.reason.code for note in parse(typed).notes}
    assert codes.isdisjoint(("single-marks", "space-before-colon") if ":" not in typed else ("single-marks",))


@pytest.mark.parametrize("typed", ["Marenko herring", "Marenko, Herring", "Marenko in Tolvik", "Marenko (Cod)"])
def test_what_seems_no_part_of_a_name_gives_no_hint(typed: str) -> None:
    assert [note for note in parse(f"speaker:{typed}").notes if note.reason.code == "unquoted-name"] == []


def test_a_name_that_is_known_gives_no_hint_that_more_may_be_meant() -> None:
    parsed = parse("person:Lee Jong-sup Resigns", is_name=lambda _, name: name == "Lee Jong-sup")
    assert [note.reason.code for note in parsed.notes] == ["joined-name"]


def test_a_colon_after_which_a_space_stands_is_punctuation() -> None:
    assert parse("Analysis: herring") == Parsed(All((Word("Analysis"), Word("herring"))))


def test_an_unfinished_phrase_seeks_its_last_word_as_a_beginning_while_typing() -> None:
    parsed = parse('"closed se', typing=True)
    assert parsed.query == All((Phrase("closed"), Word("se", WordForm.PREFIX)))


@pytest.mark.parametrize("typed", ["herring OR", "herring AND", "herring NOT", "herring -", "herring -("])
def test_an_operator_waits_for_its_word_while_typing(typed: str) -> None:
    assert parse(typed, typing=True).query == Word("herring")


@pytest.mark.parametrize("typed", ["", "   ", "()", ")(", '""', "-(", "!!!", "- -", "🐟"])
def test_nothing_is_no_query(typed: str) -> None:
    assert parse(typed).query is None
    assert parse(typed).error is None


@pytest.mark.parametrize(
    ("query", "text"),
    [
        (Any((All((Word("US"), Word("obama"))), Word("biden"))), "(US AND obama) OR biden"),
        (All((Any((Word("cod"), Word("eel"))), Not(Phrase("closed sea")))), '(cod OR eel) AND NOT "closed sea"'),
        (Field("headline", All((Word("cod"), Word("eel", WordForm.PREFIX)))), "headline:(cod AND eel*)"),
        (Field("date", DateRange("2024-02-01", "2024-03-01")), "date:2024-02-01..2024-02-29"),
        (Field("date", DateRange("2024-02-01", "2024-02-02")), "date:2024-02-01"),
    ],
)
def test_what_was_understood_is_written_in_full(query: Query, text: str) -> None:
    assert understood(query) == text


def test_a_name_without_marks_is_read_as_far_as_it_is_known() -> None:
    parsed = parse(
        "person:Lee Jong-sup resigns", is_name=lambda field, name: (field, name) == ("person", "Lee Jong-sup")
    )
    assert parsed.query == All((Field("person", Phrase("Lee Jong-sup")), Word("resigns")))
    assert sentence(parsed.notes[0].reason).startswith('"Lee Jong-sup" was read as one name.')
    assert parsed.notes[0].span.of("person:Lee Jong-sup resigns") == "Lee Jong-sup"


@pytest.mark.parametrize(
    "typed",
    [
        "(cod OR eel) herring -cannery",
        'speaker:Ardell AND herring "closed sea"~5',
        "-speaker:Ardell AND herring",
        "headline:(storm -gale) -(cod eel)",
        "person:(A OR B) tag:(a OR b)",
        "cod OR (eel fish)",
    ],
)
def test_a_query_is_written_as_briefly_as_it_is_typed(typed: str) -> None:
    query = parse(typed).query
    assert query is not None
    assert briefly(query) == typed


PIECES = [
    *'a fish herr* w*d " “ ( ) - -- NOT OR AND speaker: date:2024 date: x:y : .. * ~2 ü us U.S. the or . ! //'.split(),
    *"headline: has:quote person: Lee Jong-sup title:( 、 >2024 < ' ~".split(),
    *'w*d *d ~ "~5 ~" tag:( tag:a,b , is:unread is: last:7d last: lang:en kind:org cue: date:(2021, 2023)'.split(),
    *(" ", " ", "\u2029", "a b", "e\u0301", "\u212a", "\x00"),
]


def test_no_string_raises_and_what_was_understood_means_the_same() -> None:
    chance = random.Random(7)
    for _ in range(20_000):
        typed = "".join(chance.choice(PIECES) for _ in range(chance.randint(1, 9)))
        for typing in (False, True):
            holds_for(typed, typing)


def holds_for(typed: str, typing: bool) -> None:
    parsed = parse(typed, typing=typing)
    said = (*parsed.notes, parsed.error) if parsed.error else parsed.notes
    assert all(sentence(note.reason) and 0 <= note.span.start <= note.span.end <= len(typed) for note in said), typed
    assert not (parsed.error and (typing or parsed.query)), typed
    if parsed.query is not None:
        assert parse(understood(parsed.query)).query == parsed.query, typed
        assert parse(briefly(parsed.query)).query == parsed.query, typed


@pytest.mark.parametrize("seed", [1, *(pytest.param(n, marks=pytest.mark.slow) for n in range(2, 35))])
def test_no_string_of_any_signs_raises(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(3_000):
        signs = [chance.choice(PIECES) if chance.random() < 0.5 else chr(chance.randrange(0x3100)) for _ in range(30)]
        holds_for("".join(signs[: chance.randint(1, 30)]), chance.random() < 0.5)


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", ["(", "a", "~", "a~", "*a", ",", "tag:(", '"', "-", "AND ", "NOT ", "a:", "..", "\u0301"]
)
def test_a_query_of_a_megabyte_takes_no_time(piece: str) -> None:
    since = time.process_time()
    holds_for(piece * (1_000_000 // len(piece)), False)
    assert time.process_time() - since < 0.2


@given(st.text(), st.booleans())
def test_any_text_parses(typed: str, typing: bool) -> None:
    holds_for(typed, typing)


@pytest.mark.parametrize(
    "typed", ["(" * 45 + "cod" + ")" * 45, "(" * 5000, "-" * 5000 + "cod", "NOT " * 5000, "x OR " * 5000]
)
def test_what_is_too_long_or_too_deep_is_an_error(typed: str) -> None:
    parsed = parse(typed)
    assert parsed.error is not None
    assert parsed.error.reason.code in ("query-too-long", "query-too-deep", "query-too-large")
    holds_for(typed, True)
