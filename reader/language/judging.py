"""Makes a quotation of a report: its kind from the text, its confidence from how such reports fare, and the reason."""

from __future__ import annotations

from collections.abc import Mapping

from reader.core.annotations import Quotation
from reader.core.kinds import QuotationKind
from reader.core.reasons import Reason
from reader.core.spans import Span
from reader.language.confidence import confidence, signals
from reader.language.scene import Range, Scene
from reader.language.speakers import Spoken

_UNKNOWN = 0.5
_LONGEST = 80


def quotation_of(scene: Scene, spoken: Spoken, weights: Mapping[str, float] | None = None) -> Quotation:
    """The quotation with offsets instead of tokens. ``weights`` turn the encoder's evidence into a confidence."""
    report = spoken.report
    kind = kind_of(scene, report.content)
    why = _why(scene, spoken)
    found = signals_of(scene, spoken)
    sure = (
        confidence(found, weights)
        if found and weights
        else scene.words.confidence.get(_row(kind, why, spoken), _UNKNOWN)
    )
    return Quotation(
        kind=kind,
        content=tuple(_span(scene, piece) for piece in report.content),
        cue=_span(scene, report.cue) if report.cue else None,
        speaker=_span(scene, report.speaker) if report.speaker else None,
        speakers=spoken.chains,
        confidence=sure,
        why=why,
    )


def signals_of(scene: Scene, spoken: Spoken) -> dict[str, float]:
    """What the confidence of an encoder's quotation is made of; nothing for one of the rules."""
    if spoken.evidence is None:
        return {}
    by = spoken.by if spoken.chains or spoken.report.speaker else "none"
    return signals(spoken.evidence, kind_of(scene, spoken.report.content), by)


def _row(kind: QuotationKind, why: Reason, spoken: Spoken) -> str:
    """The row of the measured table."""
    how = "named" if spoken.chains else "unnamed" if spoken.report.speaker else "none"
    return f"{kind.value} {why.code.removeprefix('quotation-')} {how}"


def kind_of(scene: Scene, content: tuple[Range, ...]) -> QuotationKind:
    """Direct where every letter stands inside double marks, mixed where some do, else indirect."""
    inside = outside = False
    for first, last in content:
        for i in range(first, last):
            if scene.tokens.words[i][0].isalnum():
                inside, outside = inside or scene.quoted(i), outside or not scene.quoted(i)
            if inside and outside:
                return QuotationKind.MIXED
    return QuotationKind.DIRECT if inside else QuotationKind.INDIRECT


def _span(scene: Scene, piece: Range) -> Span:
    return Span(scene.tokens.starts[piece[0]], scene.tokens.ends[piece[1] - 1])


def _why(scene: Scene, spoken: Spoken) -> Reason:
    report = spoken.report
    args = tuple(scene.text(part)[:_LONGEST] if part else "" for part in (report.cue, report.speaker or report.owner))
    if report.code == "continued" or report.shares and not report.cue:
        return Reason("quotation-continued")
    if report.code in ("unattributed", "asked"):
        return Reason(f"quotation-{report.code}")
    if report.code in ("subject", "colon", "nearest"):
        return Reason(f"quotation-{report.code}", args[1:])
    if report.shares:
        return Reason("quotation-shared", args[:1])
    return Reason(f"quotation-{report.code}", args)
