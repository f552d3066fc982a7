"""The closed lists of words: kinds and forms of mentions, roles of blocks, kinds of quotations."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What a mention or an entity is; the eleven kinds of the annotation guide."""

    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    FACILITY = "facility"
    GROUP = "group"
    PRODUCT = "product"
    EVENT = "event"
    WORK = "work"
    DATE = "date"
    MONEY = "money"
    QUANTITY = "quantity"

    @property
    def names_an_entity(self) -> bool:
        """Dates, money and quantities are mentions without an entity."""
        return self not in (Kind.DATE, Kind.MONEY, Kind.QUANTITY)


class Form(StrEnum):
    """How a mention is written: "Lloyd Austin", "the Pentagon chief", "he"."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


class BlockRole(StrEnum):
    """What a block of an article is."""

    HEADLINE = "headline"
    BYLINE = "byline"
    TIMESTAMP = "timestamp"
    DATELINE = "dateline"
    CAPTION = "caption"
    CREDIT = "credit"
    BODY = "body"
    SUBHEAD = "subhead"
    LIST = "list"
    TABLE = "table"
    QUOTE = "quote"


class QuotationKind(StrEnum):
    """Direct: every letter of the content stands inside double marks; mixed: some do; indirect: none."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"
