"""One index in its folder: opened only when its seal fits, written in whole commits, searched in its newest state."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.core.article import ArticleId
from reader.core.query import Query, Word
from reader.index import seal
from reader.index.documents import UNBOUNDED, Answer, Bounds, Document, IndexBusy, IndexDamaged, Names

if TYPE_CHECKING:
    from reader.index.counting import Counting
    from reader.index.engine import Engine
    from reader.index.executor import Executor, Found

__all__ = ["Index", "IndexBusy", "IndexDamaged"]

TRIES = 20
"""How often a state is read again because another took its place meanwhile."""
PAUSE = 0.01
"""Seconds between two tries."""


class Index:
    """The articles of one library, searchable. It belongs to one thread; Whoosh is loaded when it is first searched."""

    def __init__(self, folder: Path, library: str) -> None:
        self._folder, self._library = folder, library
        self._known: frozenset[seal.Contents] = frozenset()
        self._stamp: tuple[int, ...] = ()
        self._engine: Engine | None = None
        self._executor: Executor | None = None

    @classmethod
    def open(cls, folder: Path, library: str) -> Index:
        """Opens an index. Raises IndexDamaged: missing, cut, changed, foreign, older, or another library's."""
        index = cls(folder, library)
        index._checked(seal.check)
        return index

    @classmethod
    def create(cls, folder: Path, library: str) -> Index:
        """Makes an empty index. An older one is removed; what is not an index is put aside."""
        fresh = _fresh(folder)
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(parents=True)
        seal.write(fresh, seal.Seal(library, 0))
        _put_aside(folder)
        fresh.rename(folder)
        seal.flush_folder(folder.parent)
        _remove_superfluous(folder)
        return cls.open(folder, library)

    @classmethod
    def aside(cls, folder: Path, library: str) -> Index:
        """An empty index beside the one in ``folder``, which goes on to answer until ``take`` is called."""
        beside = _beside(folder)
        cls.clear_aside(folder)
        beside.mkdir(parents=True)
        seal.write(beside, seal.Seal(library, 0))
        return cls.open(beside, library)

    @staticmethod
    def clear_aside(folder: Path) -> None:
        """Removes what was being made beside an index and did not come to its end."""
        shutil.rmtree(_beside(folder), ignore_errors=True)

    def take(self, other: Index) -> None:
        """Has the articles of an index that was made aside, and no others, in one commit. That one is gone then.

        Raises IndexBusy, IndexDamaged, or OSError; the state before stands then.
        """
        from reader.index.committing import take

        other.close()
        take(self._folder, self._library, other._folder)
        shutil.rmtree(other._folder, ignore_errors=True)

    def close(self) -> None:
        """Lets go of all files."""
        self._executor = None
        if self._engine is not None:
            self._engine.close()
        self._engine = None

    @property
    def is_stale(self) -> bool:
        """Whether another analysis made it: it answers, not quite right, and takes nothing. Raises IndexDamaged."""
        return bool(self._checked(lambda folder, state, known: state.is_stale))

    def verify(self) -> None:
        """Compares every file with its checksum. Raises IndexDamaged."""
        self._checked(lambda folder, state, _: seal.verify(folder, state))

    def replace(self, documents: Iterable[Document], gone: Iterable[ArticleId] = ()) -> None:
        """One commit: documents take the place of those with their ids, ``gone`` leave.

        Raises IndexBusy while another writes, IndexDamaged, or OSError (a full disk); the state before stands then.
        """
        from reader.index.committing import commit

        commit(self._folder, self._library, documents, gone)

    def tidy(self, is_wanted: Callable[[], bool] = lambda: False) -> bool:
        """One commit that makes few segments of many, for searches are faster then; returns whether it was needed.

        It rewrites what is there, and is for times in which nobody waits: when ``is_wanted`` says that these are over,
        all is left as it was. Raises as ``replace`` does.
        """
        from reader.index.committing import tidy

        return tidy(self._folder, self._library, is_wanted)

    def search(
        self, query: Query, names: Names, *, limit: int, offset: int = 0, sort: str = "relevance",
        bounds: Bounds = UNBOUNDED,
    ) -> Answer:  # fmt: skip
        """A page of answers; ``sort`` is relevance, newest or oldest. Raises IndexDamaged, or Stopped (see Bounds)."""
        from reader.index import executor

        found = self._found(query, names, scored=True, bounds=bounds)
        if sort == "relevance":
            hits = executor.best(found, offset + limit)
        else:
            hits = executor.in_order(found, offset + limit, newest=sort == "newest")
        page = tuple((ArticleId(view.id(number)), score) for view, number, score in hits[offset:])
        return Answer(found.total, page, whole=found.whole)

    def facets(self, query: Query, names: Names, *, bounds: Bounds = UNBOUNDED) -> Counting:
        """What all articles that answer a query have, to be counted. Raises IndexDamaged, Stopped."""
        from reader.index.counting import Counting

        return Counting(self._found(query, names, scored=False, bounds=bounds))

    def frequencies(self, ids: Sequence[int], *, speaking: bool = False) -> list[int]:
        """How many articles mention, or quote, each of some entities. Raises IndexDamaged."""
        from reader.index import executor

        name = "speaker_ids" if speaking else "entity_ids"
        total = executor.added([view.frequencies(name) for view in self._newest().views])
        return [int(total[id]) if id < len(total) else 0 for id in ids]

    def count(self, query: Query, names: Names) -> int:
        """How many articles answer a query. Raises IndexDamaged."""
        return self._found(query, names, scored=False).total

    def nearest(self, word: str) -> tuple[str, int] | None:
        """The nearest word that some article has, and how many articles have it in some form. Raises IndexDamaged."""
        from reader.index.spelling import near_words

        for near in near_words(self._newest().views, word)[:5]:
            if count := self.count(Word(near), lambda *_: ()):
                return near, count
        return None

    def ids(self) -> frozenset[ArticleId]:
        """The ids of all articles in the index. Raises IndexDamaged."""
        return frozenset(ArticleId(id) for view in self._newest().views for id in view.ids())

    def _found(self, query: Query, names: Names, *, scored: bool, bounds: Bounds = UNBOUNDED) -> Found:
        from reader.index.compiling import compile_query

        return self._newest().find(compile_query(query, names), bounds, scored=scored)

    # the newest state

    def _newest(self) -> Executor:
        """Searches the newest state; the seal's stamp tells cheaply whether it is that still."""
        stamp = self._stamped()
        if self._executor is None or stamp != self._stamp:
            self._executor, self._stamp = self._checked(self._open), stamp
        return self._executor

    def _stamped(self) -> tuple[int, ...]:
        for _ in range(TRIES):
            with suppress(OSError):
                found = self._folder.joinpath(seal.FILE).stat()
                return found.st_mtime_ns, found.st_ino, found.st_size
            # An index that is made anew takes the place of the old one in two steps.
            time.sleep(PAUSE)
        raise IndexDamaged("the seal is missing")

    def _open(self, folder: Path, state: seal.Seal, known: frozenset[seal.Contents]) -> Executor:
        from reader.index.engine import Engine

        seal.check(folder, state, known)
        self._engine = self._engine or Engine()
        try:
            return self._engine.open(folder, state)
        except FileNotFoundError as error:
            raise IndexDamaged("a file went away while it was opened") from error

    def _checked(self, use: Any) -> Any:
        """Uses the sealed state; when a commit replaced it meanwhile, the state that took its place."""
        for attempt in range(1, TRIES + 1):
            state = None
            try:
                state = seal.read(self._folder, self._library)
                used = use(self._folder, state, self._known)
            except IndexDamaged:
                if attempt == TRIES or not self._in_motion(state):
                    raise
                time.sleep(PAUSE)
            else:
                self._known = frozenset(file.contents for file in state.files)
                return used
        raise AssertionError("unreachable")

    def _in_motion(self, state: seal.Seal | None) -> bool:
        """Whether another state took the place of this one, or an index that is made anew is about to."""
        for _ in range(2):
            try:
                return seal.read(self._folder, self._library) != state
            except IndexDamaged:
                if _fresh(self._folder).exists():
                    return True
        return False


def _fresh(folder: Path) -> Path:
    """Where an index is made before it takes its place."""
    return folder.with_name(f"{folder.name}.new")


def _beside(folder: Path) -> Path:
    """Where a whole index is made while the old one answers."""
    return folder.with_name(f"{folder.name}.aside")


def _put_aside(folder: Path) -> None:
    aside, number = folder.with_name(f"{folder.name}.old"), 1
    while aside.exists() or aside.is_symlink():
        number += 1
        aside = folder.with_name(f"{folder.name}.old-{number}")
    if folder.exists() or folder.is_symlink():
        folder.rename(aside)


def _remove_superfluous(folder: Path) -> None:
    """Removes what was put aside and is nothing but an index; files of somebody else stay."""
    for aside in folder.parent.glob(f"{folder.name}.old*"):
        if aside.is_dir() and not aside.is_symlink() and all(seal.is_ours(path.name) for path in aside.iterdir()):
            shutil.rmtree(aside, ignore_errors=True)
