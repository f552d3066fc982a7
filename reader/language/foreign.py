"""What is said of a text that is not English: its words in quotation marks, and nothing else."""

from __future__ import annotations

from reader.core.annotations import Annotations, Quotation
from reader.core.identity import text_digest
from reader.core.kinds import QuotationKind
from reader.core.reasons import Reason
from reader.core.spans import Span
from reader.language.marks import Passage, find_passages
from reader.language.tokens import Tokens, tokenize

_CONFIDENCE = 0.2
"""About as often as words in marks of an English sentence without a speaker are a quotation with none."""
_LETTERS = 6


def without_speakers(text: str, annotator: str) -> Annotations:
    """The passages in marks as quotations that nobody is said to speak. ``annotator`` is the versioned name."""
    tokens = tokenize(text)
    spans = (_span(tokens, passage) for passage in find_passages(tokens) if _is_more_than_a_term(tokens, passage))
    why = Reason("quotation-not-english")
    quotations = tuple(Quotation(QuotationKind.DIRECT, (span,), confidence=_CONFIDENCE, why=why) for span in spans)
    return Annotations(text_digest(text), annotator, quotations=quotations)


def _is_more_than_a_term(tokens: Tokens, passage: Passage) -> bool:
    """Two words or more; some letters are enough, since not every language puts spaces between words."""
    words = [word for word in tokens.words[slice(*passage.inner())] if word[0].isalnum()]
    return len(words) > 1 or sum(map(len, words)) >= _LETTERS


def _span(tokens: Tokens, passage: Passage) -> Span:
    return Span(tokens.starts[passage.first], tokens.ends[passage.last - 1])
