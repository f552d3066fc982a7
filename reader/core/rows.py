"""What the store answers to the screens and verbs: rows that are ready to be shown."""

from __future__ import annotations

from dataclasses import dataclass

from reader.core.annotations import Annotations
from reader.core.article import Article, ArticleId
from reader.core.groups import Member
from reader.core.kinds import Form, Kind, QuotationKind
from reader.core.spans import Span


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article in a list."""

    id: ArticleId
    headline: str
    publication: str
    published: str
    """ISO 8601 as ``Published.iso``, or empty."""
    lede: str
    read: bool
    starred: bool
    tags: tuple[str, ...] = ()
    versions: int = 1
    path: str = ""
    url: str = ""
    others: int = 0
    """Other articles that tell the same story, where the list shows one row for all of them."""
    others_unread: int = 0
    revised: bool = False
    """Whether there is an update or a correction among all of them."""

    @property
    def tellings(self) -> int:
        """How often the story is told: all versions of this article, and the others."""
        return self.versions + self.others


@dataclass(frozen=True, slots=True)
class ListEntry:
    """The least that a list must know of an article before it is painted."""

    id: ArticleId
    day: str
    """ISO 8601 date, or empty."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many articles the library holds, how many are unread, and how many wait to be annotated or indexed."""

    articles: int
    unread: int
    pending: int


@dataclass(frozen=True, slots=True)
class EntityRef:
    """An entity by id and preferred name."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class EntityRow:
    """An entity of the library with what the library knows about it."""

    id: int
    name: str
    kind: Kind
    aliases: tuple[str, ...]
    roles: tuple[str, ...]
    """Newest first."""
    mentions: int
    """Names, nominals and pronouns."""
    articles: int
    first: str
    """Day of the oldest and newest article that mentions it, ISO 8601, or empty."""
    last: str


@dataclass(frozen=True, slots=True)
class ConcordanceLine:
    """A mention in its sentence."""

    article: ArticleId
    headline: str
    published: str
    span: Span
    """Of the mention, in the article's text."""
    form: Form
    sentence: str
    at: int
    """Offset of ``sentence`` in the article's text; ``span.start - at`` is where the mention begins in it."""
    where: str
    """"headline", "caption", or the number of the body paragraph from 1."""


@dataclass(frozen=True, slots=True)
class QuotationRow:
    """A quotation with its words and speakers."""

    article: ArticleId
    headline: str
    publication: str
    published: str
    kind: QuotationKind
    content: str
    spans: tuple[Span, ...]
    cue: str | None
    speaker_text: str | None
    speakers: tuple[EntityRef, ...]
    confidence: float
    where: str
    role: str = ""
    """The first speaker's role in that article, else the newest one."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that the reading pane shows of one article."""

    article: Article
    annotations: Annotations | None
    """None while the article is pending."""
    entities: tuple[tuple[int, EntityRow], ...]
    """(chain id, entity) for each chain that is linked."""
    read: bool
    starred: bool
    tags: tuple[str, ...] = ()
    versions: tuple[ArticleId, ...] = ()
    """All versions of the story, oldest first, this one among them."""
    group: tuple[Member, ...] = ()
    """The articles that tell the same story, newest first, itself among them; empty where it is alone."""
    english: bool = True
    """Of a text that is not, only the words in quotation marks are annotated."""

    def entity_of(self, chain: int) -> EntityRow | None:
        """The entity of the library to which a chain is linked."""
        return next((entity for c, entity in self.entities if c == chain), None)
