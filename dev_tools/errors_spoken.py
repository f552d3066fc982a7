"""The attributions of one article, gold matched with found as the scorer does, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Shape = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one attribution; ``gold`` and ``found`` are its places in the two lists, or None."""

    sort: str
    manner: str
    gold: int | None
    found: int | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Attributions of gold and answer, with the letters of their contents and their pairs."""

    scorer: Any
    article: Shape
    answer: Shape
    letters: tuple[list[set[int]], list[set[int]]]
    """The offsets of letters and digits of each content: gold, found."""
    manners: tuple[list[str], list[str]]
    inside: dict[int, int]
    """The offsets inside double quotation marks, each with that of its opening mark."""
    found_of: dict[int, int]
    """The found attribution that is paired with one of the gold."""

    @classmethod
    def match(cls, scorer: Any, article: Shape, answer: Shape) -> Spoken:
        """Pairs the contents that share at least half of their letters."""
        text = article["text"]
        inside = scorer.inside_marks(text)
        marked = {i for i in inside if text[i].isalnum()}
        lists = (article.get("attributions", []), answer.get("quotations", []))
        gold, found = ([scorer.chars(text, a["content"]) for a in attributions] for attributions in lists)
        manners = ([scorer.manner(c, marked) for c in gold], [scorer.manner(c, marked) for c in found])
        return cls(scorer, article, answer, (gold, found), manners, inside, dict(scorer.pairs(gold, found, 0.5)))

    @property
    def gold(self) -> list[Shape]:
        """The attributions that there are."""
        return list(self.article.get("attributions", ()))

    @property
    def found(self) -> list[Shape]:
        """The quotations of the answer."""
        return list(self.answer.get("quotations", ()))

    def faults(self, *, resolved: bool) -> Iterator[Fault]:
        """All that is wrong; who the speaker is only where ``resolved``, that is, where the gold says it."""
        yield from self._contents()
        yield from self._parts("cue")
        yield from self._parts("speaker")
        if resolved:
            yield from self._who()

    def _contents(self) -> Iterator[Fault]:
        (gold, found), (gold_manners, found_manners) = self.letters, self.manners
        for i, letters in enumerate(gold):
            j = self.found_of.get(i)
            if j is None:
                yield Fault("attribution missed", gold_manners[i], i, None)
            elif letters != found[j]:
                share = len(letters & found[j]) / len(letters | found[j])
                yield Fault("content with other edges", gold_manners[i], i, j, f"{share:.0%} of the letters agree")
        for j in sorted(set(range(len(found))) - set(self.found_of.values())):
            piece = found_manners[j] == "direct" and any(
                manner == "mixed" and self.scorer.fragment(found[j], letters, self.inside)
                for manner, letters in zip(gold_manners, gold, strict=True)
            )
            note = "the words in marks of a mixed one: not counted against quotations in marks" if piece else ""
            yield Fault("attribution invented", found_manners[j], None, j, note)

    def _parts(self, part: str) -> Iterator[Fault]:
        """Cues or speaker spans. One that several attributions share counts once, as in the scorer."""
        gold, found = self._spans(part)
        missed = {span: i for span, i in gold.items() if span not in found}
        invented = {span: j for span, j in found.items() if span not in gold}
        span_of = {j: span for span, j in invented.items()}
        gold_of = {j: i for i, j in self.found_of.items()}
        for i in missed.values():
            j = self.found_of.get(i)
            if j is not None and j in span_of:
                del invented[span_of.pop(j)]
                yield Fault(f"another {part}", self.manners[0][i], i, j)
            else:
                yield Fault(f"{part} missed{_with_content(j)}", self.manners[0][i], i, j)
        for j in invented.values():
            gold_at = gold_of.get(j)
            yield Fault(f"{part} invented{_with_content(gold_at)}", self.manners[1][j], gold_at, j)

    def _spans(self, part: str) -> tuple[dict[tuple[int, int], int], dict[tuple[int, int], int]]:
        """The trimmed spans, each with an attribution that bears it: a paired one, where there is one."""
        text, trim = self.article["text"], self.scorer.trim
        gold = {i: trim(text, *a[part][0]) for i, a in enumerate(self.gold) if a.get(part)}
        found = {j: trim(text, *a[part]) for j, a in enumerate(self.found) if a.get(part)}
        pairs, paired = self.found_of, set(self.found_of.values())
        return (
            {gold[i]: i for i in sorted(gold, key=lambda i: (i in pairs, -i))},
            {found[j]: j for j in sorted(found, key=lambda j: (j in paired, -j))},
        )

    def _who(self) -> Iterator[Fault]:
        """Speakers of paired attributions. An entity without a name stands for nobody: neither right nor wrong."""
        meant = self.scorer.entities_to_gold(self.article, self.answer.get("mentions", []))
        called = {e["id"]: e["name"] for e in self.answer.get("entities", ())}
        for i, j in sorted(self.found_of.items()):
            ids, speakers = self.gold[i].get("speaker_ids") or [], self.found[j].get("speakers") or []
            want = {one for one in ids if not one.startswith("x_")}
            got = {meant[e] or f"?{e}" for e in speakers if e in meant}
            names = ", ".join(str(called.get(e, e)) for e in speakers) or "nobody"
            note = f"it is {', '.join(ids) or 'nobody'}, found: {names}"
            if got - want if want else any(not one.startswith("?") for one in got):
                yield Fault("wrong speaker", self.manners[0][i], i, j, note)
            elif want != got and want:
                yield Fault("speaker left open", self.manners[0][i], i, j, note)


def _with_content(partner: int | None) -> str:
    return " with its content" if partner is None else ""
