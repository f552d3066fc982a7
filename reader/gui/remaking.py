"""Lines given back and taken away from the window: each makes another version, and can be undone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.core.article import ArticleId
from reader.core.reasons import Reason
from reader.gui.pages import original_questions as questions

if TYPE_CHECKING:
    from reader.gui.window import MainWindow
    from reader.services.giving_back import GivenBack


class Remaking(QObject):
    """Asks for other versions of articles, puts them in the old ones' place and tells of it. One act at a time."""

    remade = Signal(object, object)
    """Another version stands in an article's place: the ids of the one before and of this one."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._made: dict[int, tuple[ArticleId, GivenBack]] = {}
        """For each run that was made here, the version before and what came of it."""
        self._busy = False
        window.importing.undone.connect(self._take_undone)
        window.status.undo_asked.connect(window.undoing.undo)

    def made(self, run: int) -> bool:
        """Whether a run was made here, and is no import."""
        return run in self._made

    def give_back(self, id: ArticleId, number: int, *, always: bool = False) -> None:
        """Gives removal ``number`` of an article back; with ``always`` its publication keeps the line from now on."""
        said = self.tr("Given back. This is version {0} now.")
        if always:
            said = self.tr("Given back, and kept from now on. This is version {0} now.")
        question = partial(questions.give_back, id=id, number=number, always=always)
        self._change(question, id, said, self.tr("Undo giving back"))

    def take_away(self, id: ArticleId, at: int) -> None:
        """Always removes the line at an offset of an article, from now on and from this one."""
        said = self.tr("Removed, here and from now on. This is version {0} now.")
        self._change(partial(questions.take_away, id=id, at=at), id, said, self.tr("Undo removing"))

    def _change(self, question: partial[GivenBack], id: ArticleId, said: str, undo: str) -> None:
        if not self._busy:  # a second press of the key is about the version that is being made
            self._busy = True
            self._window.jobs.change(question, partial(self._take, id, said, undo), self._refuse)

    def _take(self, older: ArticleId, said: str, undo: str, done: GivenBack) -> None:
        self._busy = False
        self._made[done.run] = older, done
        self._window.undoing.offer(f"run {done.run}", undo, partial(self._undo, done.run))
        self._show(older, done.id, said.format(done.version), undo=True)
        self._window.importing.finish_pending()

    def _refuse(self, reason: Reason) -> None:
        self._busy = False
        self._window.tell(reason)

    def _undo(self, run: int) -> None:
        _, done = self._made[run]
        if done.before:
            self._window.jobs.change(partial(questions.undo_rules, before=done.before))
        self._window.importing.undo(run, remade=True)

    def _take_undone(self, run: int, _gone: tuple[ArticleId, ...]) -> None:
        if run in self._made:
            older, done = self._made[run]
            words = self.tr("Undone. This is version {0} again.").format(done.version - 1)
            self._show(done.id, older, words, undo=False)

    def _show(self, before: ArticleId, now: ArticleId, words: str, *, undo: bool) -> None:
        self._window.desk.take_version(before, now)
        self._window.articles.changed((before, now))
        self._window.status.show_message(words, undo=undo)
        self.remade.emit(before, now)
