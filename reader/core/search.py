"""What a search returns: ids and places; the store supplies the words."""

from __future__ import annotations

from dataclasses import dataclass

from reader.core.article import ArticleId
from reader.core.reasons import Reason
from reader.core.rows import ArticleRow, EntityRow, QuotationRow
from reader.core.spans import Span


@dataclass(frozen=True, slots=True)
class Snippet:
    """A passage of an article with the places of the words that were sought."""

    text: str
    at: int
    """Offset of the passage in the article's text."""
    marks: tuple[Span, ...]
    """Counted from the beginning of the passage."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that answers a query."""

    id: ArticleId
    score: float
    row: ArticleRow | None = None
    snippets: tuple[Snippet, ...] = ()


@dataclass(frozen=True, slots=True)
class WordCount:
    """How many articles hold one part of a query by itself; ``instead`` is the nearest word that some hold."""

    word: str
    count: int
    instead: str = ""
    instead_count: int = 0
    killed: bool = False
    """Whether this part left nothing to find."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of answers. Of the three lists only the one that was asked for is filled."""

    understood: str
    total: int
    ms: float
    hits: tuple[Hit, ...] = ()
    quotations: tuple[tuple[QuotationRow, float], ...] = ()
    entities: tuple[tuple[EntityRow, float], ...] = ()
    words: tuple[WordCount, ...] = ()
    """Filled when nothing was found: which word killed the query."""
    pending: int = 0
    """Articles that are not in the index yet."""
    whole: bool = True
    """False when time ran out before all articles were looked at."""
    notes: tuple[Reason, ...] = ()
    """How parts of the query were read, and what was left out, in the order of the query."""
    relaxations: tuple[tuple[Reason, str, int], ...] = ()
    """Filled when nothing was found: (what was relaxed, the query as typed, articles), the best first."""
    mended: str = ""
    """When nothing was found: the query with other spellings, or as a note proposes it, where that finds something."""


# beside the hits


@dataclass(frozen=True, slots=True)
class FacetValue:
    """Something that hits have: a publication, a speaker, a tag."""

    value: str
    """What a query would hold after the field; of one that is chosen, as it was typed."""
    words: str
    """What a reader calls it."""
    count: int
    """Articles that have it."""
    chosen: bool = False
    """Whether the query asks for it."""
    out: bool = False
    """Whether the query leaves it out."""


@dataclass(frozen=True, slots=True)
class Facet:
    """The values of one field, what is chosen or left out first, then the most frequent."""

    field: str
    """Of: kind, entity, speaker, publication, place, tag, lang."""
    values: tuple[FacetValue, ...]
    more: int
    """Further values that hits have."""


@dataclass(frozen=True, slots=True)
class Bar:
    """How many hits appeared from one day up to but not on another, both ISO 8601."""

    start: str
    end: str
    count: int


# below the search box


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What a query being typed may become."""

    kind: str
    """Of: entity, speaker, field, value, saved, history; speaker stands for what is said about somebody, too."""
    words: str
    """Shown large: a name, ``speaker:`` and a name, a query."""
    detail: str
    """Shown small: "person · 41 articles"."""
    text: str
    """What the search box holds when this is chosen."""
    cursor: int
    """Where the cursor stands in ``text`` then, in code points."""
    entity_kind: str = ""
    """Of an entity: person, organization, …"""


# searches that are kept


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query that is asked again and again."""

    id: int
    name: str
    query: str
    """As a reader would type it."""
    new: int
    """Articles that are found and could not be found when the reader last looked."""
    total: int
    looked: str = ""
    """When the reader last looked, ISO 8601, UTC."""
    tell: bool = True
    """Whether the reader wants to know of new articles; ``new`` is 0 where not."""
    problem: Reason | None = None
    """Why it cannot be asked any more."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """A query that was asked before."""

    typed: str
    at: str
    """When it was last asked, ISO 8601, UTC."""


# many names at once


@dataclass(frozen=True, slots=True)
class BatchRow:
    """What a line of a batch search found."""

    line: str
    understood: str
    """The name of the entity, or the query written back in full."""
    total: int
    articles: tuple[tuple[ArticleId, int], ...]
    """Each article that has it with how often, newest first."""
    unknown: bool = False
    """Whether it is a name that stands in no article."""
    instead: str = ""
    """The nearest name of the library, of an unknown one."""
    instead_count: int = 0
    """Articles that mention ``instead``."""
    problem: Reason | None = None
    """Why the line cannot be asked."""
    entity_kind: str = ""
    """Of a name: person, organization, …"""
    spellings: tuple[tuple[str, int], ...] = ()
    """How a name is written in the library, each with its articles, the most frequent first."""
