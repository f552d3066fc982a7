"""What the machine believes about one text: mentions, chains, roles and quotations."""

from __future__ import annotations

from dataclasses import dataclass

from reader.core.kinds import Form, Kind, QuotationKind
from reader.core.reasons import Reason
from reader.core.spans import Span

UNEXPLAINED = Reason("unexplained")


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that writes one thing, or several ("the two ministers"). ``chains`` holds ids of chains, maybe none."""

    span: Span
    kind: Kind
    form: Form = Form.NAME
    chains: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Chain:
    """What one article calls one thing. Its mentions and roles are those that bear its id."""

    id: int
    name: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Role:
    """A title or description beside a person's name: "Defense Secretary"."""

    span: Span
    chain: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words attributed to somebody. An unnamed speaker has a span and no chain; a missing one has neither."""

    kind: QuotationKind
    content: tuple[Span, ...]
    cue: Span | None = None
    speaker: Span | None = None
    speakers: tuple[int, ...] = ()
    """Ids of chains."""
    confidence: float = 0.0
    """From 0 to 1: how often such a quotation has the right content and speaker."""
    why: Reason = UNEXPLAINED


@dataclass(frozen=True, slots=True)
class Annotations:
    """The machine layer of one text, valid for that text and that annotator only; else it is stale."""

    digest: str
    """``core.identity.text_digest`` of the text."""
    annotator: str
    """The versioned name of the annotator."""
    mentions: tuple[Mention, ...] = ()
    """In order of the text; a longer one before those inside it."""
    chains: tuple[Chain, ...] = ()
    roles: tuple[Role, ...] = ()
    quotations: tuple[Quotation, ...] = ()

    def mentions_of(self, chain: int) -> tuple[Mention, ...]:
        """Every mention of a chain, in order."""
        return tuple(m for m in self.mentions if chain in m.chains)

    def roles_of(self, chain: int) -> tuple[Role, ...]:
        """Every role of a chain, in order."""
        return tuple(r for r in self.roles if r.chain == chain)

    def aliases_of(self, chain: int, text: str) -> tuple[str, ...]:
        """The ways in which the text writes the name of a chain, each once, in order of their first use."""
        names = (m.span.of(text) for m in self.mentions_of(chain) if m.form is Form.NAME)
        return tuple(dict.fromkeys(" ".join(name.split()) for name in names))
