"""Facts of an article and its reasons as JSON, and back."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from reader.core.article import Article, Block, Dateline, Published, Removal
from reader.core.kinds import BlockRole
from reader.core.reasons import Reason
from reader.core.spans import Span


def packed(value: object) -> str:
    """Compact JSON that keeps every letter as it is."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def reason_out(reason: Reason | None) -> list[str] | None:
    """A reason as a list: code, then arguments."""
    return [reason.code, *reason.args] if reason else None


def reason_in(value: list[str] | None) -> Reason | None:
    """The reason that ``reason_out`` wrote."""
    return Reason(value[0], tuple(value[1:])) if value else None


def facts_out(article: Article) -> str:
    """All of an article that has no column of its own."""
    line, published = article.dateline, article.published
    return packed(
        {
            "blocks": [[b.span.start, b.span.end, b.role] for b in article.blocks],
            "removals": [[r.text, r.at, reason_out(r.reason)] for r in article.removals],
            "byline": article.byline,
            "dateline": [line.place, line.agency, line.date] if line else None,
            "published": _published_out(published) if published else None,
            "flags": article.flags,
        }
    )


def _published_out(published: Published) -> list[Any]:
    time = published.time.isoformat() if published.time else None
    return [published.date.isoformat(), time, published.offset, published.inferred, reason_out(published.why)]


def _published_in(value: list[Any]) -> Published:
    date, time, offset, inferred, why = value
    return Published(
        dt.date.fromisoformat(date), dt.time.fromisoformat(time) if time else None, offset, inferred, reason_in(why)
    )


def blocks_in(facts: dict[str, Any]) -> tuple[Block, ...]:
    """The blocks of an article out of its facts."""
    return tuple(Block(Span(start, end), BlockRole(role)) for start, end, role in facts["blocks"])


def facts_in(text: str) -> dict[str, Any]:
    """The keyword arguments of ``Article`` that ``facts_out`` wrote."""
    facts = json.loads(text)
    published, line = facts["published"], facts["dateline"]
    return {
        "blocks": blocks_in(facts),
        "removals": tuple(Removal(words, Reason(why[0], tuple(why[1:])), at) for words, at, why in facts["removals"]),
        "byline": tuple(facts["byline"]),
        "dateline": Dateline(*line) if line else None,
        "published": _published_in(published) if published else None,
        "flags": tuple(facts["flags"]),
    }
