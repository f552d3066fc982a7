"""Who hears whom: the signals of every side of the window, tied to the other sides and to the status bar."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from reader.core.kinds import BlockRole
from reader.core.reasons import NO_NAMES, Reason
from reader.core.rows import Counts, Reading
from reader.core.search import Page
from reader.core.spans import Span
from reader.core.steps import Changes
from reader.core.text import words_in
from reader.gui.counting import counted
from reader.gui.keyboard import focus
from reader.gui.layout import Arrangement
from reader.gui.look import Theme
from reader.gui.opening import Opening, explained
from reader.gui.tally import Tally

if TYPE_CHECKING:
    from reader.gui.window import MainWindow


class Flows(QObject):
    """Ties the parts together. They never know each other."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._counts = Counts(0, 0, 0)
        self.opening = Opening(window.folder, window)
        self._at_hit = False
        """Whether the place in the status bar is that of a hit."""
        self._warmed = False
        self._rebuilt = False
        self._no_names: Reason | None = None
        """Why the last run could not annotate."""
        self._tie_reading()
        self._tie_mentions()
        self._tie_search()
        self._tie_work()

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours."""
        self._show_star()

    def _tie_reading(self) -> None:
        window, desk = self._window, self._window.desk
        window.articles.counted.connect(self._show_counts)
        window.articles.refused.connect(self.opening.explain)
        self.opening.letting_go.connect(self._let_go)
        self.opening.mended.connect(self._begin_again)
        self.opening.given_up.connect(self._give_up)
        window.frame.list.article_chosen.connect(desk.open)
        window.frame.arranged.connect(self._show_arrangement)
        desk.opened.connect(self._show_reading)
        desk.waited.connect(self._show_wait)
        desk.moved.connect(self._show_ways)
        desk.marked.connect(self._take_marks)
        desk.lost.connect(self._lose_article)
        desk.refused.connect(window.tell)
        self._show_ways()

    def _tie_mentions(self) -> None:
        window, mentions = self._window, self._window.mentions
        window.frame.page.entity_chosen.connect(self._choose_entity)
        window.frame.quotations.speaker_chosen.connect(self._choose_speaker)
        mentions.place_chosen.connect(lambda id, span, looking: window.desk.open(id, span, looking=looking))
        mentions.stepped.connect(self._show_step)
        mentions.shown.connect(self._panel_changed)
        mentions.let_go.connect(self._panel_changed)
        mentions.refused.connect(window.tell)

    def _tie_search(self) -> None:
        window, searching = self._window, self._window.searching
        searching.opened.connect(lambda: window.frame.set_searching(True))
        searching.closed.connect(self._leave_search)
        searching.hit_chosen.connect(lambda id: window.desk.open(id, hit=True))
        searching.sought.connect(window.desk.set_sought)
        searching.found.connect(self._show_found)
        searching.refused.connect(window.tell)
        searching.misread.connect(self._show_standing)
        searching.index_missed.connect(self._rebuild)
        window.frame.page.hit_changed.connect(self._show_hit)
        window.tool_bar.field.left_downwards.connect(window.frame.hits.setFocus)

    def _tie_work(self) -> None:
        window, importing = self._window, self._window.importing
        importing.changed.connect(self._take_changes)
        importing.noted.connect(window.tell)
        importing.told.connect(window.status.set_work)
        importing.ended.connect(self._end_run)
        window.status.stop_asked.connect(importing.stop)
        window.status.focus_left.connect(self._take_focus)
        window.jobs.refused.connect(window.tell)
        window.jobs.failed.connect(self._show_mistake)

    # reading

    def _show_counts(self, counts: Counts) -> None:
        if not self._warmed:
            self._warmed = True
            self._window.searching.warm()
        if self._window.desk.reading is None:
            empty = self.tr("Import files, or drop them on this window.")
            self._window.frame.page.show_reading(None, hint="" if counts.articles else empty)
        self._counts = counts
        self._window.tool_bar.field.set_articles(counts.articles)
        if not self._window.searching.active:
            self._show_standing()
        # What waits for a model that is damaged would be taken up for ever.
        if counts.pending and not self._window.importing.running and self._no_names is None:
            self._window.importing.finish_pending()

    def _let_go(self) -> None:
        self._window.importing.let_go()
        self._window.jobs.let_go()

    def _begin_again(self) -> None:
        window = self._window
        window.articles.changed(tuple(entry.id for entry in window.articles.entries))
        window.desk.reload()
        window.searching.refresh()

    def _give_up(self) -> None:
        self._window.exit_code = 2
        self._window.close()

    def _show_standing(self) -> None:
        counts = self._counts
        if not counts.articles:
            self._window.status.set_counts(self.tr("No articles yet"))
            return
        articles = counted(counts.articles, self.tr("1 article"), self.tr("{0} articles"))
        self._window.status.set_counts(self.tr("{0}, {1} unread").format(articles, f"{counts.unread:,}"))

    def _show_reading(self, reading: Reading) -> None:
        window = self._window
        if window.pages.current is None:
            self.show_where()
        window.articles.keep(reading.article.id)
        if not window.frame.list.choose(reading.article.id) and reading.versions:
            window.frame.list.choose(reading.versions[-1])  # an older version stands in the row of the newest one
        window.commands.copy_address.setVisible(bool(reading.article.origin.url))
        self._show_star()
        self._show_read()
        window.mentions.follow(reading)

    def show_where(self) -> None:
        """Names what is open in the window's title and says its length in the status bar."""
        reading = self._window.desk.reading
        title = self.tr("{0} – Dateline").format(reading.article.headline) if reading else self.tr("Dateline")
        self._window.setWindowTitle(title)
        self._window.status.set_place(self.measure(reading) if reading else "")

    def _show_length(self) -> None:
        reading = self._window.desk.reading
        if reading is not None and self._window.pages.current is None:
            self._window.status.set_place(self.measure(reading))

    def _show_wait(self, waiting: bool) -> None:
        if waiting:
            self._window.status.set_place(self.tr("Opening…"))
        elif self._window.desk.reading is None:
            self._window.status.set_place("")
        else:
            self._show_length()

    def measure(self, reading: Reading) -> str:
        """How long an article is, in words for the status bar."""
        paragraphs = reading.article.texts(BlockRole.BODY)
        words = sum(words_in(paragraph) for paragraph in paragraphs)
        return ", ".join(
            (
                counted(len(paragraphs), self.tr("1 paragraph"), self.tr("{0} paragraphs")),
                counted(words, self.tr("1 word"), self.tr("{0} words")),
            )
        )

    def _show_ways(self) -> None:
        window, history = self._window, self._window.desk.history
        window.commands.back.setEnabled(bool(history.before))
        window.commands.forward.setEnabled(bool(history.after))

    def _show_star(self) -> None:
        window, theme = self._window, self._window.appearance.theme
        starred = window.desk.starred
        window.commands.star.setIcon(theme.icon("star-filled", "star") if starred else theme.icon("star"))
        window.commands.star.setText(self.tr("Remove star") if starred else self.tr("Star"))
        window.commands.star.setIconVisibleInMenu(False)

    def _show_read(self) -> None:
        read = self._window.desk.read
        self._window.commands.read.setText(self.tr("Mark as unread") if read else self.tr("Mark as read"))

    def _take_marks(self, changes: Changes) -> None:
        self._window.articles.changed(changes.articles)
        self._window.searching.rows_changed(changes.articles)
        self._show_star()
        self._show_read()

    def _lose_article(self, reason: Reason) -> None:
        if reason.code == "no-such-article":
            self._window.status.show_message(self.tr("This article is no longer in the library."))
        else:
            self._window.tell(reason)
        self._window.articles.refresh()

    def _show_arrangement(self, arrangement: Arrangement) -> None:
        frame, commands = self._window.frame, self._window.commands
        self._window.tool_bar.set_short(arrangement.short_tools)
        commands.show_quotations.setChecked(frame.quotations_shown)
        commands.show_list.setChecked(frame.list_shown)

    # the chosen entity

    def _choose_entity(self, entity: int, span: Span) -> None:
        self._window.mentions.choose(entity, self._window.desk.current, span)

    def _choose_speaker(self, entity: int, _index: int) -> None:
        self._window.mentions.choose(entity, self._window.desk.current, tab="quotations")

    def _show_step(self, number: int, total: int) -> None:
        words = self.tr("mention {0} of {1}").format(f"{number:,}", f"{total:,}")
        self._window.status.set_place(words)

    def _panel_changed(self) -> None:
        window = self._window
        shown = window.mentions.entity is not None
        window.frame.set_panel_shown(shown)
        window.commands.show_panel.setChecked(shown)
        if not shown:
            self._show_length()

    # search

    def _show_found(self, page: Page) -> None:
        articles = counted(page.total, self.tr("1 article"), self.tr("{0} articles"))
        self._window.status.set_counts(self.tr("{0} in {1} ms").format(articles, f"{page.ms:,.0f}"))

    def _show_hit(self, current: int | None, total: int) -> None:
        if current is not None and total:
            words = self.tr("hit {0} of {1}").format(f"{current + 1:,}", f"{total:,}")
            self._window.status.set_place(words)
            self._at_hit = True
        elif self._at_hit:
            self._at_hit = False
            self._show_length()

    def _leave_search(self) -> None:
        self._window.frame.set_searching(False)
        self._show_standing()
        self._window.frame.list.choose(self._window.desk.current)

    def _rebuild(self) -> None:
        if not self._rebuilt:  # once: an index that cannot be made would be made for ever
            self._rebuilt = True
            self._window.tell(Reason("index-rebuilt"))
            self._window.importing.rebuild()

    # the worker

    def _take_changes(self, changes: Changes) -> None:
        window = self._window
        if changes.articles:
            window.articles.changed(changes.articles)
        if window.desk.current in changes.articles:
            window.desk.reload()
        if changes.index:
            window.searching.refresh()

    def _end_run(self, tally: Tally, reason: Reason | None, stopped: bool) -> None:
        window = self._window
        found_none = [note.reason for note in tally.notes if note.reason.code in NO_NAMES]
        self._no_names = found_none[0] if found_none else None
        window.frame.quotations.set_trouble(explained(self._no_names) if self._no_names else "")
        window.articles.refresh()
        window.mentions.refresh()
        if reason is not None:
            window.tell(reason)
        elif stopped:
            window.status.show_message(self.tr("Stopped. What was imported is kept."))
        elif words := " ".join(filter(None, (summary(tally), *notes(tally)))):
            window.status.show_message(words)

    def _take_focus(self) -> None:
        window = self._window
        if window.pages.current is not None:
            focus(window.pages.current.widget)
        else:
            focus(window.frame.page if window.desk.current is not None else window.frame.panes()[0])

    def _show_mistake(self, words: str) -> None:
        self._window.status.show_message(self.tr("Something went wrong in Dateline: {0}").format(words))


def notes(tally: Tally) -> tuple[str, ...]:
    """What a run had to say beside its outcomes, each once."""
    return tuple(dict.fromkeys(explained(note.reason) for note in tally.notes))


def summary(tally: Tally) -> str:
    """What a run did, in one line: "Imported 484, updated 3, known 9. 4 failed."; empty when it imported nothing."""
    tr = partial(QCoreApplication.translate, "Flows")
    done = [
        words.format(f"{number:,}")
        for number, words in (
            (tally.imported, tr("imported {0}")),
            (tally.updated, tr("updated {0}")),
            (tally.known, tr("known {0}")),
        )
        if number
    ]
    sentences = [", ".join(done).capitalize() + "."] if done else []
    if tally.failed:
        sentences.append(tr("{0} failed.").format(f"{tally.failed:,}"))
    return " ".join(sentences)
