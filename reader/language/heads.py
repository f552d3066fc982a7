"""What the encoder answers: its heads, the order of their tags, and the kinds they tell apart."""

from __future__ import annotations

from reader.core.kinds import Kind

NAME_KINDS = tuple(kind.value for kind in Kind)
MENTION_KINDS = ("person", "organization", "place", "work")
"""Kinds of nominals; what is none of these counts as the last."""
PRONOUN_KINDS = ("person", "organization", "place")

HEADS = {
    "name": 1 + 2 * len(NAME_KINDS),
    "role": 3,
    "nominal": 1 + 2 * len(MENTION_KINDS),
    "pronoun": 1 + len(PRONOUN_KINDS),
    "cue": 3,
    "speaker": 3,
    "content": 3,
}
"""The number of tags of each head: 0 outside, then for each kind one that begins and one that continues a span."""

POINTERS = ("cue-speaker", "content-cue", "content-speaker", "pronoun", "nominal", "spoken")
"""What points at what: each pair of vectors scores how well two words belong together."""
WIDTH = 48
"""The length of a pointer's vectors."""
