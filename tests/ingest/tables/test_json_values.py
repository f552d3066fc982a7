"""JSON to values, whatever a file holds."""

from __future__ import annotations

from reader.ingest.tables.json_values import parse, parse_one, written


def test_what_stands_too_deep_becomes_null_and_the_rest_is_read() -> None:
    found = parse('{"title": "Harbor", "x": ' + "[" * 200_000 + "]" * 200_000 + ', "y": 2}')
    (value,) = found.values
    assert isinstance(value, dict)
    assert (value["title"], value["y"]) == ("Harbor", 2)


def test_brackets_in_strings_do_not_count() -> None:
    text = '["' + "[{" * 500 + '\\"]"]'
    assert parse(text).values == (["[{" * 500 + '"]'],)


def test_only_brackets_are_no_entry_and_no_crash() -> None:
    assert parse("[" * 200_000).values == ()


def test_of_a_file_that_is_cut_off_the_whole_entries_stay_with_what_is_around_them() -> None:
    found = parse('{"version": "1", "items": [{"a": 1}, {"a": 2, "tags": ["x"]}, {"a": 3, "tags": ["y"], "b": "cu')
    assert found.values == ({"version": "1", "items": [{"a": 1}, {"a": 2, "tags": ["x"]}]},)
    assert not found.is_whole


def test_of_one_object_that_is_cut_off_the_whole_members_stay() -> None:
    assert parse('{"title": "Harbor", "text": "a, \\"b\\": c", "url": "htt').values == (
        {"title": "Harbor", "text": 'a, "b": c'},
    )


def test_a_broken_entry_does_not_lose_the_others() -> None:
    found = parse('[{"a": 1}, {a: 2}, {"a": 3}]')
    assert found.values == ([{"a": 1}, {"a": 3}],)
    assert not found.is_whole


def test_values_may_follow_one_another() -> None:
    assert parse('{"a": 1}\n{"a": 2}').values == ({"a": 1}, {"a": 2})


def test_huge_numbers_stay_figures_and_nan_is_nothing() -> None:
    assert parse_one('{"a": ' + "9" * 100_000 + "}") == {"a": "9" * 100_000}
    assert parse_one('{"a": NaN, "b": Infinity}') == {"a": None, "b": None}


def test_lone_surrogates_can_be_written() -> None:
    assert written({"a": "x\ud800"}) == b'{"a": "x?"}'
