"""Small builders for the page: a reading typed as text with marks in it."""

from __future__ import annotations

import datetime as dt
import re

from reader.core.annotations import Annotations, Chain, Mention, Quotation
from reader.core.article import Article, ArticleId, Block, Published, Removal
from reader.core.kinds import BlockRole, Form, Kind, QuotationKind
from reader.core.reasons import Reason
from reader.core.rows import EntityRow, Reading
from reader.core.spans import Span

_TAG = re.compile(r"\[([a-z]+)([.~]?)(?:=([^|\]]+))?\||\]|<<([dmi])([0-9]*):|>>")
_FORMS = {"": Form.NAME, ".": Form.NOMINAL, "~": Form.PRONOUN}
_QUOTES = {"d": QuotationKind.DIRECT, "m": QuotationKind.MIXED, "i": QuotationKind.INDIRECT}

SHORT = (
    "[person|Ilse Marenko] said <<d:“The boats stay in.”>>",
    "The [organization|Port of [place|Tolvik]] closed [date|Friday], [person~=Ilse Marenko|she] said.",
)
"""Two typed paragraphs with a name, a quotation, a name in a name, a day and a pronoun."""


class _Typed:
    """Reads ``[person|Ilse Marenko]``, ``[person.=Ilse Marenko|the minister]`` and ``<<d:“words”>>`` out of text.

    A number after the letter of a quotation joins its parts: ``<<d1:“One,”>> … <<d1:“two.”>>``.
    """

    def __init__(self) -> None:
        self.text = ""
        self.mentions: list[Mention] = []
        self.chains: dict[str, Chain] = {}
        self.quotations: list[tuple[str, QuotationKind, list[Span]]] = []
        self._open: list[tuple[int, tuple[str, ...]]] = []

    def add(self, typed: str) -> Span:
        start, at = len(self.text), 0
        for tag in _TAG.finditer(typed):
            self.text += typed[at : tag.start()]
            at = tag.end()
            if tag[0] in ("]", ">>"):
                self._close()
            else:
                self._open.append((len(self.text), tuple(group or "" for group in tag.groups())))
        self.text += typed[at:]
        return Span(start, len(self.text))

    def _close(self) -> None:
        start, (kind, form, name, quote, number) = self._open.pop()
        span = Span(start, len(self.text))
        if quote:
            self._add_quote(span, quote, number)
        else:
            self._add_mention(span, Kind(kind), _FORMS[form], name)

    def _add_mention(self, span: Span, kind: Kind, form: Form, name: str) -> None:
        name = name or span.of(self.text)
        chains = () if not kind.names_an_entity else (self._chain(name, kind).id,)
        self.mentions.append(Mention(span, kind, form, chains))

    def _chain(self, name: str, kind: Kind) -> Chain:
        return self.chains.setdefault(name, Chain(len(self.chains), name, kind))

    def _add_quote(self, span: Span, letter: str, number: str) -> None:
        known = next((parts for key, _, parts in self.quotations if number and key == number), None)
        if known is not None:
            known.append(span)
        else:
            self.quotations.append((number, _QUOTES[letter], [span]))


def reading(*body: str, headline: str = "", caption: str = "", pending: bool = False, **more: object) -> Reading:
    """A reading of typed paragraphs; entity ids are 100 more than the chain's, in order of first mention."""
    typed, blocks = _Typed(), []
    roles = {
        BlockRole.HEADLINE: [headline],
        BlockRole.BYLINE: [more.pop("byline", "")],
        BlockRole.CAPTION: [caption],
        BlockRole.BODY: body,
    }
    for role, texts in roles.items():
        for words in filter(None, texts):
            typed.text += "\n\n" if typed.text else ""
            blocks.append(Block(typed.add(str(words)), role))
    removals = more.pop("removals", ())
    annotations = Annotations(
        "",
        "typed-1",
        tuple(sorted(typed.mentions, key=lambda m: (m.span.start, -m.span.end))),
        tuple(typed.chains.values()),
        (),
        tuple(Quotation(kind, tuple(spans)) for _, kind, spans in typed.quotations),
    )
    article = Article(
        ArticleId("a1"),
        typed.text,
        tuple(blocks),
        _removals(typed.text, removals),
        publication="Coastline Press",
        published=Published(dt.date(2024, 3, 12)),
    )
    entities = tuple(
        (chain.id, EntityRow(100 + chain.id, chain.name, chain.kind, (), ("role of " + chain.name,), 41, 18, "", ""))
        for chain in typed.chains.values()
    )
    versions = more.pop("versions", ())
    assert not more
    return Reading(article, None if pending else annotations, () if pending else entities, True, False, (), versions)


def _removals(text: str, removals: object) -> tuple[Removal, ...]:
    """Removals as (words, code, words of the text before which they stood)."""
    assert isinstance(removals, tuple)
    return tuple(Removal(words, Reason(code), text.index(before)) for words, code, before in removals)


def spot(given: Reading, words: str, nth: int = 0) -> Span:
    """Where words stand in the text of a reading."""
    start = -1
    for _ in range(nth + 1):
        start = given.article.text.index(words, start + 1)
    return Span(start, start + len(words))


def long_story(paragraphs: int = 60) -> tuple[str, ...]:
    """So many typed paragraphs, each with a name and a quotation."""
    return tuple(
        f"Paragraph {n} tells how [person|Ilse Marenko] counted the boats, and <<d:“number {n} is here,”>> she said, "
        "while crews from both shores looked on and waited for the next count to begin."
        for n in range(paragraphs)
    )
