import random

import pytest

from reader.core.sketches import KEYS, LONGEST, SIZE, Sketch, counted, key, reckoned, shingles, sketch, words_of


def sketch_of(text: str) -> Sketch:
    words = words_of(text)
    return sketch(words, shingles(words))


def prose(seed: int, words: int) -> list[str]:
    """Words that are as good as never repeated in a row."""
    drawn = random.Random(seed)
    return [f"{drawn.choice('bdfklmnprst')}{drawn.randrange(400)}" for _ in range(words)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Crews WAITED, he said.", "crews waited he said"),
        ("Nobody’s boat", "nobodys BOAT"),
        ("ﬁshing fleet", "fishing fleet"),
        ("har\u00adbor", "harbor"),
        ("under_score", "under score"),
    ],
)
def test_case_punctuation_and_ways_of_printing_do_not_count(one: str, other: str) -> None:
    assert words_of(one) == words_of(other)


def test_scripts_without_spaces_are_taken_by_characters() -> None:
    assert words_of("渔船停港 yesterday") == ("渔", "船", "停", "港", "yesterday")
    assert len(shingles(words_of("渔船昨天都停在港口"))) == 5


def test_the_hashes_are_the_same_on_every_machine() -> None:
    assert sorted(shingles(words_of("Nobody can live from a closed sea"))) == [114595926, 2199564338, 3786662061]
    assert key("headline", "herring") == 8108597894


def test_a_text_without_end_is_looked_at_as_far_as_it_tells() -> None:
    assert len(words_of("a " * LONGEST)) == LONGEST // 2
    assert sum(map(len, words_of("\ufdfa" * LONGEST))) <= LONGEST


def test_a_text_shorter_than_a_shingle_is_one_and_an_empty_one_none() -> None:
    assert len(shingles(words_of("No decision."))) == 1
    assert sketch_of(" … ") == Sketch(0, 0, ())
    assert reckoned(sketch_of(""), sketch_of("")).of_smaller == 0.0


def test_a_sketch_keeps_the_lowest_hashes() -> None:
    words = tuple(prose(1, 500))
    found = shingles(words)
    made = sketch(words, found)
    assert made.hashes == tuple(sorted(found)[:SIZE])
    assert (made.words, made.shingles, made.keys) == (500, len(found), made.hashes[:KEYS])


@pytest.mark.parametrize("share", [0.0, 0.25, 0.5, 0.9, 1.0])
def test_sketches_reckon_what_texts_share(share: float) -> None:
    errors = []
    for seed in range(12):
        text = prose(seed, 600)
        cut = int(600 * share)
        other = tuple(text[:cut] + prose(seed + 100, 600 - cut))
        true = counted(shingles(tuple(text)), shingles(other))
        told = reckoned(sketch(tuple(text), shingles(tuple(text))), sketch(other, shingles(other)))
        errors.append(told.of_smaller - true.of_smaller)
    assert abs(sum(errors) / len(errors)) < 0.05
    assert max(map(abs, errors)) < 0.2


def test_a_short_text_within_a_long_one_is_known_as_such() -> None:
    long = tuple(prose(5, 1200))
    short = long[300:420]
    told = reckoned(sketch(long, shingles(long)), sketch(short, shingles(short)))
    assert told.of_smaller > 0.8
    assert told.of_both < 0.2


def test_texts_that_share_a_quarter_find_each_other() -> None:
    missed = 0
    for seed in range(40):
        text = prose(seed, 600)
        other = tuple(text[:240] + prose(seed + 100, 360))  # 240 words of 600 stand in both: a quarter of all
        missed += not set(sketch(tuple(text), shingles(tuple(text))).keys) & set(sketch(other, shingles(other)).keys)
    assert missed == 0


def test_a_key_is_no_hash_of_words() -> None:
    assert key("headline", "a", "b") >= 1 << 32
    assert key("headline", "a", "b") != key("headline", "b", "a")
