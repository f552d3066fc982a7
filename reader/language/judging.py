"""Makes a quotation of a report: its kind from the text, its confidence from how such reports fare, and the reason."""

from __future__ import annotations

from reader.core.annotations import Quotation
from reader.core.kinds import QuotationKind
from reader.core.reasons import Reason
from reader.core.spans import Span
from reader.language.scene import Range, Scene
from reader.language.speakers import Spoken

_UNKNOWN = 0.5
_LONGEST = 80


def quotation_of(scene: Scene, spoken: Spoken) -> Quotation:
    """The quotation with offsets instead of tokens."""
    report = spoken.report
    kind = kind_of(scene, report.content)
    why = _why(scene, spoken)
    how = "named" if spoken.chains else "unnamed" if report.speaker else "none"
    row = f"{kind.value} {why.code.removeprefix('quotation-')} {how}"
    return Quotation(
        kind=kind,
        content=tuple(_span(scene, piece) for piece in report.content),
        cue=_span(scene, report.cue) if report.cue else None,
        speaker=_span(scene, report.speaker) if report.speaker else None,
        speakers=spoken.chains,
        confidence=scene.words.confidence.get(row, _UNKNOWN),
        why=why,
    )


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
