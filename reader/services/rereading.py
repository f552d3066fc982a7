"""Articles that were read anew: which is which, what the reader did to it by hand, and whether it differs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader import ingest
from reader.core.article import Article, ArticleId, Block, Origin, Removal
from reader.core.identity import article_id, text_digest
from reader.core.kinds import BlockRole
from reader.core.sketches import Overlap, shingles, words_of
from reader.core.versions import RELATED
from reader.store import records


@dataclass(frozen=True, slots=True)
class ByHand:
    """A line that the reader gave back to an article or took away from it."""

    line: str
    given_back: bool


def by_hand(before: Article, after: Article) -> tuple[ByHand, ...]:
    """What the reader did to make a version of the one before it."""
    given = _without([removal.text for removal in before.removals], [removal.text for removal in after.removals])
    removed = [removal.text for removal in after.removals if removal.reason.code == "reader-rule"]
    taken = _without(removed, [removal.text for removal in before.removals])
    return (*(ByHand(line, True) for line in given), *(ByHand(line, False) for line in taken))


def _without(lines: list[str], others: list[str]) -> list[str]:
    left = list(others)
    kept = []
    for line in lines:
        if line in left:
            left.remove(line)
        else:
            kept.append(line)
    return kept


def done_again(article: Article, doings: Sequence[ByHand]) -> Article:
    """The article with what the reader did by hand done again, as far as its lines are still there."""
    for doing in doings:
        if doing.given_back and (removal := _removal(article, doing.line)) is not None:
            article = ingest.given_back(article, removal)
        elif not doing.given_back and (block := _block(article, doing.line)) is not None and len(article.blocks) > 1:
            article = ingest.taken_away(article, block)
    return article


def _removal(article: Article, line: str) -> Removal | None:
    return next((removal for removal in article.removals if removal.text == line), None)


def _block(article: Article, line: str) -> Block | None:
    blocks = (block for block in article.blocks if block.role is not BlockRole.DATELINE)
    return next((block for block in blocks if block.span.of(article.text) == line), None)


def paired(known: Sequence[Article], read: Sequence[Article]) -> tuple[Article | None, ...]:
    """For each known article of an original the one that was read from it by now: by its name, else by its words."""
    left = list(read)
    found: list[Article | None] = [None] * len(known)
    for looks in (_same_member, _like):
        for at, article in enumerate(known):
            if found[at] is None and (other := looks(article, left)) is not None:
                left.remove(other)
                found[at] = other
    if len(known) == len(read) == 1:
        return (read[0],)
    return tuple(found)


def _same_member(article: Article, read: list[Article]) -> Article | None:
    member = article.origin.member
    return next((each for each in read if each.origin.member == member or _ends(each.origin.member, member)), None)


def _ends(member: str, other: str) -> bool:
    return bool(other) and member.endswith(f"/{other.rpartition('/')[2]}")


def _like(article: Article, read: list[Article]) -> Article | None:
    mine = shingles(words_of(article.text))
    likeness = [(_overlap(mine, shingles(words_of(each.text))), each) for each in read]
    most, best = max(likeness, key=lambda pair: pair[0], default=(0.0, None))
    return best if most >= RELATED else None


def _overlap(mine: frozenset[int], theirs: frozenset[int]) -> float:
    return Overlap(len(mine & theirs), len(mine), len(theirs)).of_smaller if mine and theirs else 0.0


def made_anew(old: Article, read: Article, doings: Sequence[ByHand] = ()) -> Article | None:
    """The new version of an article of which this was read by now; None where it says nothing else.

    It stays where it came from. Its file told an entry or a member what its own bytes do not: that is kept. So is a
    date that was read or inferred before, where none is printed: it may rest on the day of the file, which is not kept.
    """
    origin = replace(old.origin, url=old.origin.url or read.origin.url)
    is_printed = read.published is not None and not read.published.inferred
    published = read.published if is_printed else old.published or read.published
    made = replace(read, origin=origin, published=published)
    if old.origin.member:
        made = replace(
            made,
            publication=made.publication or old.publication,
            byline=made.byline or old.byline,
            dateline=made.dateline or old.dateline,
            language=made.language or old.language,
        )
    made = done_again(made, doings)
    if _told(made) == _told(old):
        return None
    return replace(made, id=_id(origin, made, old))


def _told(article: Article) -> tuple[object, ...]:
    """What two readings of an article are compared by; why a line was removed is no news."""
    return (
        article.text, article.blocks, article.publication, article.byline, article.dateline, article.published,
        article.language, article.flags, article.origin.url,
    )  # fmt: skip


def _id(origin: Origin, made: Article, old: Article) -> ArticleId:
    told = "" if made.text != old.text else text_digest(made.publication + made.language + records.facts_out(made))
    return article_id(address=origin.url, digest=origin.digest, text=made.text, told=told)


def as_another(article: Article, run: int) -> Article:
    """The same version under an id of its own: an earlier one says the same, and history goes on, never back."""
    told = f"run {run}"
    origin = article.origin
    return replace(article, id=article_id(address=origin.url, digest=origin.digest, text=article.text, told=told))
