"""Sets of other makers, repaired for the annotation guide."""

from __future__ import annotations

from pathlib import Path

from training.corpora import columns, meaning_bank, printed

BANK = """Sentence #,Word,POS,Tag
Sentence: 1,President,NNP,B-per
,Ann,NNP,I-per
,Lee,NNP,I-per
,left,VBD,O
,Ardell,NNP,B-geo
,Friday,NNP,B-tim
,.,.,O
"""


def bank(folder: Path) -> Path:
    file = folder / "bank.csv"
    file.write_text(BANK + "".join(BANK.split("\n", 1)[1].replace(": 1", f": {n}") for n in range(2, 12)), "latin-1")
    return file


def labels(folder: Path, *sentences: int) -> Path:
    file = folder / "labels.jsonl"
    file.write_text("".join(f'{{"sentence": {n}, "count": 1}}\n' for n in sentences), "utf-8")
    return file


def test_what_is_labelled_anew_is_not_read_with_its_old_labels(tmp_path: Path) -> None:
    ids = {sample.id for sample in meaning_bank(bank(tmp_path), {}, 100, 1, labels(tmp_path, 6))}
    assert ids == {"gmb-0"}


def test_titles_leave_people_and_unsure_words_are_unknown(tmp_path: Path) -> None:
    sample = meaning_bank(bank(tmp_path), {}, 4, 1, labels(tmp_path))[0]
    first = sample.text.index("Ann Lee")
    assert {(sample.text[m["start"] : m["end"]], m["kind"]) for m in sample.mentions} == {
        ("Ann Lee", "person"),
        ("Ardell", "place"),
    }
    assert sample.mentions[0]["start"] == first
    assert "Friday" in {sample.text[start:end] for start, end in sample.unsure}
    assert sample.knows == {"names"}


def test_a_tag_that_is_not_asked_for_is_unknown(tmp_path: Path) -> None:
    file = tmp_path / "gold.conllu"
    file.write_text("0\tAnn\tB-PER\n1\treads\tO\n2\tUlysses\tB-MISC\n", "utf-8")
    sample = columns(file, {"PER": "person"}, 1, 2, None)[0]
    assert [sample.text[m["start"] : m["end"]] for m in sample.mentions] == ["Ann"]
    assert [sample.text[start:end] for start, end in sample.unsure] == ["Ulysses"]


def test_words_are_printed_as_a_newspaper_would() -> None:
    words = ["He", "said", ":", '"', "We", "'re", "here", ",", '"', "and", "left", "(", "soon", ")", "."]
    assert printed(words) == 'He said: "We\'re here," and left (soon).'
