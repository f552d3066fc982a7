from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from reader.core.annotations import Annotations, Chain, Quotation
from reader.core.article import Article, Block, Dateline
from reader.core.changes import Change, Side, Sign, WhatChanged, changes
from reader.core.kinds import BlockRole, Kind, QuotationKind
from reader.core.spans import Span
from tests.builders import article, span

FIRST = "Crews waited in Tolvik on Tuesday."


def said(
    made: Article, *content: str, speaker: str = "", name: str = "", kind: QuotationKind = QuotationKind.DIRECT
) -> tuple[Quotation, str]:
    """A quotation of an article, and the name of the one who is meant."""
    spans = tuple(span(made.text, words) for words in content)
    return Quotation(kind, spans, speaker=span(made.text, speaker) if speaker else None), name


def side(made: Article, *quotations: tuple[Quotation, str]) -> Side:
    """An annotated article."""
    names = list(dict.fromkeys(name for _, name in quotations if name))
    found = tuple(replace(quotation, speakers=(names.index(name),) if name else ()) for quotation, name in quotations)
    chains = tuple(Chain(n, name, Kind.PERSON) for n, name in enumerate(names))
    return made, Annotations("", "test", chains=chains, quotations=found)


def plain(*body: str) -> Side:
    return article(*body), None


def shown(change: Change, older: Side, newer: Side) -> tuple[Sign, str | None, str | None]:
    """A change as its sign and the words of both sides."""
    sides = ((change.older, older[0].text), (change.newer, newer[0].text))
    texts = [" ".join(s.of(text) for s in passage.spans) if passage else None for passage, text in sides]
    return change.sign, *texts  # type: ignore[return-value]


def marked(change: Change, older: Side, newer: Side) -> list[list[str]]:
    sides = ((change.older, older[0].text), (change.newer, newer[0].text))
    return [[m.of(text) for m in passage.marks] if passage else [] for passage, text in sides]


def test_sentences_are_paired_and_their_differing_words_marked() -> None:
    older = plain(FIRST, "Crews may land 12,000 tons by the end of July. Nobody spoke.", "It rained.")
    newer = plain(FIRST, "Crews may land 11,400 tons by the end of June. It snowed at night.", "It rained.")
    found = changes(older, newer)
    assert [shown(change, older, newer) for change in found.sentences] == [
        (
            Sign.CHANGED,
            "Crews may land 12,000 tons by the end of July.",
            "Crews may land 11,400 tons by the end of June.",
        ),
        (Sign.GONE, "Nobody spoke.", None),
        (Sign.ADDED, None, "It snowed at night."),
    ]
    assert marked(found.sentences[0], older, newer) == [["12,000", "July"], ["11,400", "June"]]
    assert [shown(change, older, newer)[2] for change in found.same] == [FIRST, "It rained."]


def test_what_is_gone_comes_where_it_stood() -> None:
    older = plain("Boats left at dawn.", "A net tore off Kestholm.", "Nobody was hurt.", "The wind rose.")
    newer = plain("A net tore off Kestholm.", "Snow fell on Meresund.", "The wind rose.")
    found = changes(older, newer)
    assert [shown(change, older, newer)[1:] for change in found.sentences] == [
        ("Boats left at dawn.", None),
        ("Nobody was hurt.", None),
        (None, "Snow fell on Meresund."),
    ]


def test_the_same_words_change_nothing() -> None:
    older, newer = plain(FIRST, "“It rained,” he said."), plain(FIRST, '"It rained", he said.')
    assert changes(older, newer) == WhatChanged((), (), changes(older, newer).same, ())
    assert len(changes(older, newer).same) == 2


def quoted(words: str, frame: str, name: str, *body: str, after: str = "") -> Side:
    """An article with one quotation, ``frame`` around it, whose first words are those of the speaker."""
    made = article(*body, f"“{words}” {frame}.{after}")
    return side(made, said(made, f"“{words}”", speaker=frame.split()[0], name=name))


def test_a_changed_quotation_comes_by_itself_with_its_speaker_and_what_stands_around_it() -> None:
    older = quoted("Nobody in Meresund can live from a closed sea,", "Marenko told reporters", "Ilse Marenko", FIRST)
    newer = quoted(
        "Nobody on either shore can live from a closed sea,", "Marenko told reporters at Tolvik Harbor",
        "Ilse Marenko", FIRST,
    )  # fmt: skip
    found = changes(older, newer)
    (change,) = found.quotations
    assert (change.sign, change.other_speaker, found.sentences) == (Sign.CHANGED, False, ())
    assert change.newer is not None and change.newer.speaker is not None
    assert (change.newer.speaker.name, change.newer.speaker.named) == ("Ilse Marenko", True)
    assert [s.of(newer[0].text) for s in change.newer.around] == ["Marenko told reporters at Tolvik Harbor."]
    assert marked(change, older, newer) == [["in Meresund"], ["on either shore", "at Tolvik Harbor"]]


def test_another_speaker_for_the_same_words_is_a_change() -> None:
    older = quoted("It is a beginning, not a settlement,", "officials said", "")
    newer = quoted("It is a beginning, not a settlement,", "Ardell said", "Tomas Ardell")
    (change,) = changes(older, newer).quotations
    assert change.other_speaker
    assert change.older is not None and change.older.speaker is not None
    assert (change.older.speaker.name, change.older.speaker.named) == ("officials", False)
    assert marked(change, older, newer) == [["officials"], ["Ardell"]]


def test_the_same_word_for_another_person_is_a_change() -> None:
    older = quoted("We wait,", "he said", "Tomas Ardell", "Tomas Ardell came.")
    newer = quoted("We wait,", "he said", "Pieter Okonski", "Pieter Okonski came.")
    (change,) = changes(older, newer).quotations
    assert (change.sign, change.other_speaker) == (Sign.CHANGED, True)
    assert marked(change, older, newer) == [[], []]


def test_a_surname_and_a_pronoun_that_nobody_resolved_are_no_other_speaker() -> None:
    full = quoted("We wait,", "Ardell said", "Tomas Ardell")
    short = quoted("We wait,", "Ardell said", "Ardell")
    open_ = quoted("We wait,", "he said", "")
    assert [change.sign for change in changes(full, short).same] == [Sign.SAME]
    (change,) = changes(full, open_).quotations
    assert not change.other_speaker


def test_a_new_quotation_is_added_and_a_lost_one_gone() -> None:
    older, newer = (
        quoted("We wait,", "Ardell said", "Tomas Ardell"),
        quoted("Fine words,", "Okonski said", "P. Okonski"),
    )
    assert [shown(change, older, newer) for change in changes(older, newer).quotations] == [
        (Sign.GONE, "“We wait,”", None),
        (Sign.ADDED, None, "“Fine words,”"),
    ]


def test_a_quotation_in_two_parts_is_one_and_what_follows_is_a_sentence() -> None:
    def made(count: str) -> Side:
        one = article(f"“We wait,” Ardell said. “We have {count} boats.” He left by train.")
        return side(one, said(one, "“We wait,”", f"“We have {count} boats.”", speaker="Ardell", name="Tomas Ardell"))

    older, newer = made("nine"), made("ten")
    found = changes(older, newer)
    assert [shown(change, older, newer)[1] for change in found.quotations] == ["“We wait,” “We have nine boats.”"]
    assert marked(found.quotations[0], older, newer) == [["nine"], ["ten"]]
    assert [shown(change, older, newer)[1] for change in found.same] == ["He left by train."]


def test_indirect_and_nested_quotations_are_compared_with_their_sentence() -> None:
    made = article("Ardell said crews would wait.", "“They called it ‘fine words’ here,” he said.")
    annotated = side(
        made,
        said(made, "crews would wait", kind=QuotationKind.INDIRECT),
        said(made, "“They called it ‘fine words’ here,”"),
        said(made, "‘fine words’"),
    )
    found = changes(annotated, annotated)
    assert [len(change.newer.around) for change in found.same if change.newer] == [0, 1]


def test_a_quotation_that_was_found_in_one_of_two_equal_sentences_is_no_change() -> None:
    one, other = article(FIRST, "“We wait,” Ardell said."), article(FIRST, "“We wait,” Ardell said.")
    found = changes(side(one), side(other, said(other, "“We wait,”", speaker="Ardell", name="Tomas Ardell")))
    assert (found.quotations, found.sentences, len(found.same)) == ((), (), 2)


def test_without_annotations_on_either_side_quotations_are_sentences() -> None:
    older = quoted("We wait,", "Ardell said", "Tomas Ardell")
    newer = plain("“We wait here,” Ardell said.")
    found = changes(older, newer)
    assert found.quotations == ()
    assert marked(found.sentences[0], older, newer) == [[], ["here"]]


def test_headline_date_byline_publication_and_dateline_are_facts() -> None:
    made = article(FIRST)
    later = replace(
        article(FIRST, headline="Crews go home", day="2024-03-13", publication="Meresund Courier"),
        byline=("Jonna Weil", "Per Hallberg"),
        dateline=Dateline("TOLVIK", "CLP", "March 13"),
    )
    found = changes((made, None), (later, None))
    assert (found.quotations, found.sentences, len(found.same)) == ((), (), 1)
    assert [(change.fact, change.older, change.newer) for change in found.facts] == [
        ("headline", "Crews wait for word from Meresund", "Crews go home"),
        ("date", "2024-03-12", "2024-03-13"),
        ("byline", "", "Jonna Weil, Per Hallberg"),
        ("publication", "Coastline Press", "Meresund Courier"),
        ("dateline", "", "TOLVIK, CLP, March 13"),
    ]


def test_a_dateline_that_opens_a_paragraph_is_no_word_of_its_sentence() -> None:
    def made(line: str) -> Article:
        one = article(f"{line} Crews waited on Tuesday.")
        start = one.blocks[-1].span.start
        return replace(one, blocks=(*one.blocks, Block(Span(start, start + len(line)), BlockRole.DATELINE)))

    found = changes((made("TOLVIK, March 12 (CLP) --"), None), (made("TOLVIK, March 13 (CLP) --"), None))
    assert (found.sentences, len(found.same)) == ((), 1)


def test_articles_without_a_body_can_be_compared() -> None:
    empty = article()
    assert changes((empty, None), (empty, None)) == WhatChanged((), (), (), ())


SENTENCES = st.lists(
    st.lists(
        st.sampled_from("Boats crews left came Tolvik 12 $5 the at dawn 渔 “no”".split()), min_size=1, max_size=7
    ).map(lambda words: " ".join(words).capitalize() + "."),
    max_size=6,
)


@given(SENTENCES, SENTENCES)
def test_every_sentence_is_told_once_and_marks_lie_within_it(one: list[str], other: list[str]) -> None:
    older, newer = plain(*one), plain(*other)
    found = changes(older, newer)
    both = [*found.sentences, *found.same]
    for number, (text, sentences) in enumerate(((older[0].text, one), (newer[0].text, other))):
        passages = [p for p in ((change.older, change.newer)[number] for change in both) if p]
        assert sorted(p.spans[0].of(text) for p in passages) == sorted(sentences)
        assert all(p.spans[0].contains(mark) for p in passages for mark in p.marks)
    starts = [change.newer.spans[0].start for change in found.sentences if change.newer]
    assert starts == sorted(starts)
    assert {change.sign for change in changes(newer, newer).same} <= {Sign.SAME}
    assert changes(newer, newer).sentences == ()
