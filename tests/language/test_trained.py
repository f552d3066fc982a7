"""What is made of an encoder's answers; the encoder itself is scripted here."""

from __future__ import annotations

from typing import Any

import pytest

from reader.core.annotations import Annotations, Quotation
from reader.core.kinds import Form, Kind, QuotationKind
from reader.language.trained import TrainedAnnotator
from reader.language.words import Words, load_words
from tests.language.readings import Part, Said, Scripted

TEXT = 'Harbor chief Ann Lee said the quay is full. "We need room," she added. "And soon."'
PERSON = "person"


@pytest.fixture(scope="module")
def words() -> Words:
    return load_words()


def annotated(text: str, said: Said, words: Words) -> Annotations:
    encoder: Any = Scripted(said)
    return TrainedAnnotator(words, encoder, {}, "scripted").annotate(text, ())


def names_of(found: Annotations, quotation: Quotation) -> list[str]:
    return [next(c.name for c in found.chains if c.id == chain) for chain in quotation.speakers]


def content(text: str, quotation: Quotation) -> list[str]:
    return [span.of(text) for span in quotation.content]


STORY = Said(
    names=[(Part("Ann Lee"), Kind.PERSON)],
    roles=[Part("Harbor chief")],
    pronouns=[(Part("she"), PERSON)],
    cues=[Part("said"), Part("added")],
    speakers=[Part("Harbor chief Ann Lee"), Part("she")],
    contents=[Part("the quay is full"), Part('"We need room,"'), Part('"And soon."')],
    points=[
        ("content-cue", Part("the quay"), Part("said")),
        ("cue-speaker", Part("said"), Part("Harbor chief")),
        ("content-cue", Part('"We'), Part("added")),
        ("cue-speaker", Part("added"), Part("she")),
        ("pronoun", Part("she"), Part("Ann Lee")),
        ("spoken", Part("the quay"), Part("Ann Lee")),
        ("spoken", Part('"We'), Part("Ann Lee")),
        ("spoken", Part('"And'), Part("Ann Lee")),
    ],
)


def test_cue_and_speaker_belong_to_their_content(words: Words) -> None:
    found = annotated(TEXT, STORY, words)
    first, second, third = found.quotations
    assert (content(TEXT, first), first.cue.of(TEXT), first.speaker.of(TEXT)) == (
        ["the quay is full"],
        "said",
        "Harbor chief Ann Lee",
    )
    assert (content(TEXT, second), second.cue.of(TEXT), second.speaker.of(TEXT)) == (
        ['"We need room,"'],
        "added",
        "she",
    )
    assert (content(TEXT, third), third.cue, third.speaker) == (['"And soon."'], None, None)
    assert [names_of(found, q) for q in found.quotations] == [["Ann Lee"]] * 3
    assert [q.kind for q in found.quotations] == [QuotationKind.INDIRECT, QuotationKind.DIRECT, QuotationKind.DIRECT]


def test_each_quotation_says_why(words: Words) -> None:
    codes = [q.why.code for q in annotated(TEXT, STORY, words).quotations]
    assert codes == ["quotation-said-before", "quotation-said-after", "quotation-continued"]


def test_the_pronoun_and_the_role_belong_to_the_person(words: Words) -> None:
    found = annotated(TEXT, STORY, words)
    (chain,) = {c for m in found.mentions if m.form is Form.PRONOUN for c in m.chains}
    assert [m.span.of(TEXT) for m in found.mentions_of(chain)] == ["Ann Lee", "she"]
    assert [r.span.of(TEXT) for r in found.roles_of(chain)] == ["Harbor chief"]


def test_a_speaker_at_whom_nothing_points_stays_open(words: Words) -> None:
    said = Said(
        names=STORY.names,
        contents=STORY.contents,
        cues=STORY.cues,
        points=[("content-cue", Part("the quay"), Part("said"))],
    )
    first = annotated(TEXT, said, words).quotations[0]
    assert (first.cue.of(TEXT), first.speakers) == ("said", ())


def test_a_paragraph_that_reopens_the_quotation_goes_on_with_it(words: Words) -> None:
    text = 'Ann Lee said: "We need room.\n"We need it soon."'
    said = Said(
        names=[(Part("Ann Lee"), Kind.PERSON)],
        cues=[Part("said")],
        speakers=[Part("Ann Lee")],
        contents=[Part('"We need room.'), Part('"We need it soon."')],
        points=[
            ("content-cue", Part('"We need room'), Part("said")),
            ("cue-speaker", Part("said"), Part("Ann Lee")),
            ("spoken", Part('"We need room'), Part("Ann Lee")),
        ],
    )
    (only,) = annotated(text, said, words).quotations
    assert content(text, only) == ['"We need room.', '"We need it soon."']


def test_the_content_reaches_to_its_marks(words: Words) -> None:
    said = Said(names=STORY.names, contents=[Part("We need room")])
    (only,) = annotated(TEXT, said, words).quotations
    assert content(TEXT, only) == ['"We need room,"']


def test_the_pronoun_of_a_contraction_ends_before_the_apostrophe(words: Words) -> None:
    text = 'Ann Lee said: "I\'m here."'
    said = Said(
        names=[(Part("Ann Lee"), Kind.PERSON)],
        pronouns=[(Part("I'm"), PERSON)],
        contents=[Part('"I\'m here."')],
        points=[("spoken", Part('"I'), Part("Ann Lee"))],
    )
    found = annotated(text, said, words)
    (pronoun,) = [m for m in found.mentions if m.form is Form.PRONOUN]
    assert pronoun.span.of(text) == "I"
    assert pronoun.chains == found.quotations[0].speakers != ()


def test_she_is_no_man(words: Words) -> None:
    text = "John Marsh met Ann Lee. She left."
    said = Said(
        names=[(Part("John Marsh"), Kind.PERSON), (Part("Ann Lee"), Kind.PERSON)],
        pronouns=[(Part("She"), PERSON)],
        points=[("pronoun", Part("She"), Part("John Marsh"))],
    )
    found = annotated(text, said, words)
    (pronoun,) = [m for m in found.mentions if m.form is Form.PRONOUN]
    assert all(next(c.name for c in found.chains if c.id == chain) != "John Marsh" for chain in pronoun.chains)


def test_one_string_has_one_kind_where_its_places_agree(words: Words) -> None:
    text = "Ardell won. Ardell lost. Then Ardell left."
    said = Said(names=[(Part("Ardell", n), Kind.PLACE if n == 1 else Kind.ORGANIZATION) for n in range(3)])
    assert {m.kind for m in annotated(text, said, words).mentions} == {Kind.ORGANIZATION}


def test_measures_have_no_chain(words: Words) -> None:
    text = "The quay cost $3 million on Tuesday, officials said."
    said = Said(names=[(Part("$3 million"), Kind.MONEY), (Part("Tuesday"), Kind.DATE)])
    found = annotated(text, said, words)
    assert [(m.kind, m.chains) for m in found.mentions] == [(Kind.MONEY, ()), (Kind.DATE, ())]
    assert found.chains == ()


PAIR = "Ann Lee met Joe Ray at noon. They left early. The two will meet again, he said."
BOTH = [(Part("Ann Lee"), Kind.PERSON), (Part("Joe Ray"), Kind.PERSON)]


def meant(found: Annotations, form: Form) -> list[list[str]]:
    """Whom the mentions of a form mean, by name."""
    names = {chain.id: chain.name for chain in found.chains}
    return [[names[c] for c in m.chains] for m in found.mentions if m.form is form]


def test_they_and_the_two_mean_several(words: Words) -> None:
    said = Said(
        names=BOTH,
        pronouns=[(Part("They"), PERSON)],
        nominals=[(Part("The two"), PERSON)],
        points=[
            (pointer, asking, answering)
            for pointer, asking in (("pronoun", Part("They")), ("nominal", Part("The two")))
            for answering in (Part("Ann Lee"), Part("Joe Ray"))
        ],
    )
    found = annotated(PAIR, said, words)
    assert meant(found, Form.PRONOUN) == [["Ann Lee", "Joe Ray"]]
    assert meant(found, Form.NOMINAL) == [["Ann Lee", "Joe Ray"]]


def test_he_never_means_several(words: Words) -> None:
    he = Part("he said")
    points = [("pronoun", he, Part("Ann Lee")), ("pronoun", he, Part("Joe Ray"))]
    found = annotated(PAIR, Said(names=BOTH, pronouns=[(he, PERSON)], points=points), words)
    (chains,) = meant(found, Form.PRONOUN)
    assert len(chains) < 2


def test_they_who_spoke_are_the_speakers(words: Words) -> None:
    text = 'Ann Lee met Joe Ray. "We agree," they said.'
    they, quotation = Part("they"), Part('"We')
    said = Said(
        names=BOTH,
        pronouns=[(they, PERSON)],
        cues=[Part("said")],
        speakers=[they],
        contents=[Part('"We agree,"')],
        points=[
            ("pronoun", they, Part("Ann Lee")),
            ("pronoun", they, Part("Joe Ray")),
            ("content-cue", quotation, Part("said")),
            ("cue-speaker", Part("said"), they),
        ],
    )
    (only,) = annotated(text, said, words).quotations
    assert names_of(annotated(text, said, words), only) == ["Ann Lee", "Joe Ray"]


def test_a_letter_that_grows_when_made_small_keeps_its_place(words: Words) -> None:
    text = "Ann Lee left. İ"
    said = Said(
        names=[(Part("Ann Lee"), Kind.PERSON)],
        pronouns=[(Part("İ"), PERSON)],
        points=[("pronoun", Part("İ"), Part("Ann Lee"))],
    )
    (pronoun,) = [m for m in annotated(text, said, words).mentions if m.form is Form.PRONOUN]
    assert pronoun.span.of(text) == "İ"
    assert pronoun.span.end == len(text)


def test_an_office_does_not_take_the_chain_of_the_one_who_leads_it(words: Words) -> None:
    text = "Defense Minister Ann Lee spoke. The minister's office agreed."
    said = Said(
        names=[(Part("Ann Lee"), Kind.PERSON)],
        roles=[Part("Defense Minister")],
        nominals=[(Part("The minister"), "organization")],
    )
    assert meant(annotated(text, said, words), Form.NOMINAL) == [[]]


def test_a_content_that_is_moved_to_its_mark_still_asks_for_its_speaker(words: Words) -> None:
    text = 'Ann Lee said: "We need room."'
    said = Said(
        names=[(Part("Ann Lee"), Kind.PERSON)],
        cues=[Part("said")],
        speakers=[Part("Ann Lee")],
        contents=[Part("We need room.")],
        points=[("content-cue", Part("We need"), Part("said")), ("cue-speaker", Part("said"), Part("Ann Lee"))],
    )
    (only,) = annotated(text, said, words).quotations
    assert content(text, only) == ['"We need room."']
    assert only.cue is not None
    assert names_of(annotated(text, said, words), only) == ["Ann Lee"]


def test_a_speaker_that_is_a_determiner_alone_is_put_together_again(words: Words) -> None:
    text = "The union had asked for licenses to be free."
    said = Said(
        cues=[Part("asked for")],
        speakers=[Part("The")],
        contents=[Part("licenses to be free")],
        points=[("content-cue", Part("licenses"), Part("asked")), ("cue-speaker", Part("asked"), Part("The"))],
    )
    (only,) = annotated(text, said, words).quotations
    assert only.speaker is not None
    assert only.speaker.of(text) == "The union"


def test_a_place_has_a_capital(words: Words) -> None:
    text = "They gathered on the fish quay of Tolvik."
    said = Said(names=[(Part("fish quay"), Kind.PLACE), (Part("Tolvik"), Kind.PLACE)])
    assert [m.span.of(text) for m in annotated(text, said, words).mentions] == ["Tolvik"]


def test_a_determiner_joins_the_speaker_that_begins_behind_it(words: Words) -> None:
    text = "The union chief Ann Lee said the quay was full. The union chief Ann Lee warned that it was old."
    said = Said(
        names=[(Part("Ann Lee"), Kind.PERSON)],
        cues=[Part("said"), Part("warned")],
        speakers=[Part("The"), Part("union chief Ann Lee")],
        contents=[Part("the quay was full"), Part("it was old")],
        points=[
            ("content-cue", Part("the quay"), Part("said")),
            ("cue-speaker", Part("said"), Part("The")),
            ("content-cue", Part("it was"), Part("warned")),
            ("cue-speaker", Part("warned"), Part("union")),
        ],
    )
    spoken = [q.speaker.of(text) for q in annotated(text, said, words).quotations if q.speaker]
    assert spoken == ["The union chief Ann Lee", "union chief Ann Lee"]
