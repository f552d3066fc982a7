"""The notation of the traps: what each fact asks for, and that it can fail."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.core.annotations import Annotations, Chain, Mention, Quotation
from reader.core.kinds import Form, Kind, QuotationKind
from tests.builders import span
from tests.language.traps.notation import Shown, holds, missing, read_stories

TEXT = '"We go," Ann\nLee said, "now." Bo Lee told crews it was late. I agree, cooks say. Ann Lee left. A "slack" day.'
NAMES = (
    Mention(span(TEXT, "Ann\nLee"), Kind.PERSON, chains=(0,)),
    Mention(span(TEXT, "Bo Lee"), Kind.PERSON, chains=(1,)),
    Mention(span(TEXT, "I"), Kind.PERSON, Form.PRONOUN, (0,)),
    Mention(span(TEXT, "Ann Lee"), Kind.PERSON, chains=(0,)),
)
SAID = (
    Quotation(
        QuotationKind.DIRECT,
        (span(TEXT, '"We go,"'), span(TEXT, '"now."')),
        span(TEXT, "said"),
        span(TEXT, "Ann\nLee"),
        (0,),
    ),
    Quotation(QuotationKind.INDIRECT, (span(TEXT, "it was late"),), speakers=(0, 1)),
    Quotation(QuotationKind.INDIRECT, (span(TEXT, "I agree"),), speaker=span(TEXT, "cooks")),
)
FOUND = Annotations("", "made-1", NAMES, (Chain(0, "Ann Lee", Kind.PERSON), Chain(1, "Bo Lee", Kind.PERSON)), (), SAID)
SHOWN = Shown(TEXT, FOUND)
NOTHING = Shown(TEXT, Annotations("", "made-1"))


@pytest.mark.parametrize(
    "fact",
    [
        "Ann Lee said: We go",
        "Ann Lee or nobody said: We go",
        "Ann Lee + Bo Lee said: it was late",
        "nobody said: I agree",
        "Ann Lee or nobody said: I agree",
        '"cooks" said: I agree',
        "one: We go ... now",
        "several: We go ... it was late ... I agree",
        'exactly: "We go," ... "now."',
        "direct: now",
        "indirect: it was late",
        "cue said: now",
        "person: Ann Lee",
        "same: Ann Lee",
        "apart: Ann Lee = Bo Lee",
        "apart: Lee (1) = Lee (2)",
        "I (1) is: Ann Lee",
    ],
)
def test_a_fact_holds_where_it_is_shown_and_not_where_nothing_is(fact: str) -> None:
    assert holds(fact, SHOWN)
    assert not holds(fact, NOTHING)


@pytest.mark.parametrize(
    "fact",
    [
        "Bo Lee said: We go",
        "Ann Lee said: it was late",
        "Ann Lee said: I agree",
        "Bo Lee or nobody said: We go",
        "Ann Lee + Bo Lee said: We go",
        "nobody said: We go",
        '"crews" said: I agree',
        '"cooks" said: We go',
        "unsaid: We go",
        "one: We go ... it was late",
        "several: We go ... now",
        'exactly: "We go,"',
        "mixed: now",
        "cue told: now",
        "place: Ann Lee",
        "person: Lee",
        "same: Ann Lee = Bo Lee",
        "apart: Lee (1) = Lee (3)",
        "no name: Bo Lee",
        "I (1) is: Bo Lee",
        "I (1) is: Bo Lee or nobody",
    ],
)
def test_a_fact_fails_where_something_else_is_shown(fact: str) -> None:
    assert not holds(fact, SHOWN)


@pytest.mark.parametrize("fact", ["unsaid: slack", "no name: crews", "no name: Lee"])
def test_what_must_not_be_shown_is_not(fact: str) -> None:
    assert holds(fact, SHOWN)


@pytest.mark.parametrize("fact", ["Ann Lee said:", "Ann Lee sang: We go", "unsaid: words of another text", "kind: x"])
def test_a_fact_that_is_none_is_refused(fact: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        holds(fact, SHOWN)


def test_a_file_is_read_into_stories(tmp_path: Path) -> None:
    file = tmp_path / "trap.txt"
    file.write_text(
        f"== one\n{TEXT}\n--\nAnn Lee said: now\nunsaid: slack\n\n== two\nA.\n\nB.\n--\nunsaid: A\n", "utf-8"
    )
    one, two = read_stories(file)
    assert (two.name, two.text, two.facts) == ("two", "A.\n\nB.", ("unsaid: A",))
    assert missing(one, FOUND) == []
    assert missing(one, Annotations("", "made-1")) == ["Ann Lee said: now"]
