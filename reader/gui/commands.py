"""Every command of the window, once: its words, its keys and its place in the menus (window.md, section 6)."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from reader.gui.look import Theme

FAMILIES = (
    ("person", QT_TRANSLATE_NOOP("Commands", "People")),
    ("organization", QT_TRANSLATE_NOOP("Commands", "Organizations")),
    ("place", QT_TRANSLATE_NOOP("Commands", "Places")),
    ("group", QT_TRANSLATE_NOOP("Commands", "Groups")),
    ("work", QT_TRANSLATE_NOOP("Commands", "Works, events")),
    ("quantity", QT_TRANSLATE_NOOP("Commands", "Dates, amounts")),
)
THEMES = (
    ("system", QT_TRANSLATE_NOOP("Commands", "As the system")),
    ("light", QT_TRANSLATE_NOOP("Commands", "Light")),
    ("dark", QT_TRANSLATE_NOOP("Commands", "Dark")),
)


class Commands(QObject):
    """The actions of a window. They do nothing by themselves; the window connects them."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._make_file()
        self._make_edit()
        self._make_view()
        self._make_article()
        self._make_go()
        self._make_help()

    def fill(self, bar: QMenuBar) -> None:
        """Puts the menus into a menu bar."""
        self.marks_menu = QMenu(self.tr("Marks"), bar)
        self._fill(
            self.marks_menu, *self.families.values(), None, self.all_marks, self.only_people, None, self.quotation_marks
        )
        self.text_menu = QMenu(self.tr("Text"), bar)
        self._fill(self.text_menu, self.larger, self.smaller, self.normal)
        theme_menu = QMenu(self.tr("Theme"), bar)
        self._fill(theme_menu, *self.themes.values())
        self.reports_menu = QMenu(self.tr("Import reports"), bar)
        self._fill(
            bar.addMenu(self.tr("File")),
            self.import_files,
            self.import_folder,
            self.paste,
            None,
            self.watch,
            self.watched,
            self.stop_watching,
            None,
            self.reports_menu,
            self.read_again,
            None,
            self.close_window,
            self.quit,
        )
        self._fill(
            bar.addMenu(self.tr("Edit")),
            self.undo,
            None,
            self.copy,
            self.select_all,
            None,
            self.search,
            self.find,
            self.next_hit,
            self.previous_hit,
        )
        self._fill(
            bar.addMenu(self.tr("View")),
            self.show_list,
            self.show_quotations,
            self.show_panel,
            None,
            self.marks_menu,
            self.removals,
            self.original,
            None,
            theme_menu,
            self.text_menu,
            None,
            self.full_screen,
        )
        article = bar.addMenu(self.tr("Article"))
        article.setToolTipsVisible(True)  # a command that is off says why
        self._fill(
            article,
            self.read,
            self.star,
            None,
            self.next_article,
            self.previous_article,
            self.read_on,
            None,
            self.what_changed,
            None,
            self.show_in_folder,
            self.copy_address,
        )
        self._fill(
            bar.addMenu(self.tr("Go")),
            self.back,
            self.forward,
            None,
            self.next_mention,
            self.previous_mention,
            None,
            self.next_pane,
            self.previous_pane,
        )
        self._fill(bar.addMenu(self.tr("Help")), self.keys, self.sample, None, self.about)

    def set_theme(self, theme: Theme) -> None:
        """Gives the actions that stand in the tool bar their icons."""
        icons = {
            "back": self.back,
            "forward": self.forward,
            "import": self.import_files,
            "find": self.find,
            "removed": self.removals,
            "quotes": self.show_quotations,
        }
        for name, action in icons.items():
            action.setIcon(theme.icon(name))
            action.setIconVisibleInMenu(False)

    def set_watched(self, folder: str) -> None:
        """Which folder is watched, by its name; empty for none."""
        self.watch.setVisible(not folder)
        for action in (self.watched, self.stop_watching):
            action.setVisible(bool(folder))
        self.watched.setText(self.tr("Watching “{0}”").format(folder.replace("&", "&&")))

    def of_article(self) -> tuple[QAction, ...]:
        """The commands about the text that is shown: off while a page stands in its place."""
        return (
            self.show_quotations, self.show_panel, *self.families.values(), self.all_marks, self.only_people,
            self.quotation_marks, self.removals, self.larger, self.smaller, self.normal,
            self.read, self.star, self.read_on, self.read_back, self.show_in_folder, self.copy_address,
        )  # fmt: skip

    def groups(self) -> tuple[tuple[str, tuple[tuple[str, QAction], ...]], ...]:
        """The commands by what they are for, in words that need no menu around them: for the sheet of keys."""
        return (
            (self.tr("Read"), (
                (self.tr("Next article"), self.next_article),
                (self.tr("Previous article"), self.previous_article),
                (self.tr("Read on, into the next"), self.read_on),
                (self.tr("Read back"), self.read_back),
                (self.tr("Mark as read, as unread"), self.read),
                (self.tr("Star"), self.star),
                (self.tr("What changed"), self.what_changed),
            )),
            (self.tr("Names"), (
                (self.tr("Next mention"), self.next_mention),
                (self.tr("Previous mention"), self.previous_mention),
            )),
            (self.tr("Search"), (
                (self.tr("Search library"), self.search),
                (self.tr("Find in article"), self.find),
                (self.tr("Next hit, into the next article"), self.next_hit),
                (self.tr("Previous hit"), self.previous_hit),
            )),
            (self.tr("Marks"), (
                *((action.text(), action) for action in self.families.values()),
                (self.tr("All"), self.all_marks),
            )),
            (self.tr("What was removed"), (
                (self.tr("Show what was removed"), self.removals),
                (self.tr("Original beside cleaned"), self.original),
                (self.tr("Give back"), self.give_back),
                (self.tr("Give back, and always keep"), self.always_keep),
            )),
            (self.tr("Window"), (
                (self.tr("Back"), self.back),
                (self.tr("Forward"), self.forward),
                (self.tr("Next pane"), self.next_pane),
                (self.tr("Article list"), self.show_list),
                (self.tr("Quotations"), self.show_quotations),
                (self.tr("Entity panel"), self.show_panel),
                (self.tr("Full screen"), self.full_screen),
                (self.tr("Leave find, search, name"), self.escape),
            )),
            (self.tr("Text"), (
                (self.tr("Larger"), self.larger), (self.tr("Smaller"), self.smaller), (self.tr("Normal"), self.normal),
            )),
            (self.tr("Files"), (
                (self.tr("Import files"), self.import_files),
                (self.tr("Import folder"), self.import_folder),
                (self.tr("Paste as article"), self.paste),
                (self.tr("Undo import"), self.undo),
                (self.tr("Close window"), self.close_window),
                (self.tr("Quit"), self.quit),
            )),
        )  # fmt: skip

    # one method a menu, in the order of the menus

    def _make_file(self) -> None:
        self.import_files = self._add(self.tr("Import files…"), "Ctrl+I")
        self.import_folder = self._add(self.tr("Import folder…"), "Ctrl+Shift+I")
        self.paste = self._add(self.tr("Paste as article"), "Ctrl+Shift+V")
        self.read_again = self._add(self.tr("Read the originals again"))
        self.watch = self._add(self.tr("Watch a folder…"))
        self.watched = self._add("")
        self.stop_watching = self._add(self.tr("Stop watching"))
        self.set_watched("")
        self.close_window = self._add(self.tr("Close window"), "Ctrl+W")
        self.quit = self._add(self.tr("Quit"), "Ctrl+Q")
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)

    def _make_edit(self) -> None:
        self.undo = self._add(self.tr("Undo"), "Ctrl+Z")
        self.undo.setEnabled(False)
        self.copy = self._add(self.tr("Copy"), "Ctrl+C")
        self.select_all = self._add(self.tr("Select all"), "Ctrl+A")
        self.search = self._add(self.tr("Search library"), "Ctrl+L", "/")
        self.find = self._add(self.tr("Find in article"), "Ctrl+F")
        self.next_hit = self._add(self.tr("Next hit"), "F3")
        self.previous_hit = self._add(self.tr("Previous hit"), "Shift+F3")

    def _make_view(self) -> None:
        self.show_list = self._add(self.tr("Article list"), "Ctrl+2", checked=True)
        self.show_quotations = self._add(self.tr("Quotations"), "Ctrl+3", checked=True)
        self.show_panel = self._add(self.tr("Entity panel"), "Ctrl+4", checked=False)
        self.families = {
            family: self._add(self.tr(str(words)), f"Alt+{n}", checked=True)
            for n, (family, words) in enumerate(FAMILIES, 1)
        }
        self.all_marks = self._add(self.tr("All"), "Alt+0")
        self.only_people = self._add(self.tr("Only people"))
        self.quotation_marks = self._add(self.tr("Quotations"), checked=True)
        self.removals = self._add(self.tr("What was removed"), "Ctrl+Shift+R", checked=False)
        self.original = self._add(self.tr("Original beside cleaned"), "Shift+V")
        self.give_back = self._add(self.tr("Give back"), "G")
        self.always_keep = self._add(self.tr("Give back, and always keep"), "Shift+G")
        self.themes = {name: self._add(self.tr(str(words)), checked=False) for name, words in THEMES}
        group = QActionGroup(self)
        for action in self.themes.values():
            group.addAction(action)
        self.larger = self._add(self.tr("Larger"), "Ctrl++", "Ctrl+=")
        self.smaller = self._add(self.tr("Smaller"), "Ctrl+-")
        self.normal = self._add(self.tr("Normal"), "Ctrl+0")
        self.full_screen = self._add(self.tr("Full screen"), "F11", checked=False)

    def _make_article(self) -> None:
        self.read = self._add(self.tr("Mark as read"), "M")
        self.star = self._add(self.tr("Star"), "S")
        self.next_article = self._add(self.tr("Next"), "J")
        self.previous_article = self._add(self.tr("Previous"), "K")
        self.read_on = self._add(self.tr("Read on"), "Space")
        self.read_back = self._add(self.tr("Read back"), "Shift+Space")
        self.what_changed = self._add(self.tr("What changed"), "D")
        self.show_in_folder = self._add(self.tr("Show file in folder"))
        self.copy_address = self._add(self.tr("Copy address"))

    def _make_go(self) -> None:
        self.back = self._add(self.tr("Back"), "Alt+Left")
        self.forward = self._add(self.tr("Forward"), "Alt+Right")
        self.next_mention = self._add(self.tr("Next mention"), "N")
        self.previous_mention = self._add(self.tr("Previous mention"), "Shift+N")
        self.next_pane = self._add(self.tr("Next pane"), "F6")
        self.previous_pane = self._add(self.tr("Previous pane"), "Shift+F6")
        self.escape = self._add(self.tr("Leave find, search, name"), "Esc")

    def _make_help(self) -> None:
        self.keys = self._add(self.tr("Keys"), "?")
        self.sample = self._add(self.tr("Sample library"))
        self.about = self._add(self.tr("About Dateline"))
        self.about.setMenuRole(QAction.MenuRole.AboutRole)

    def _add(self, words: str, *keys: str, checked: bool | None = None) -> QAction:
        action = QAction(words, self._window)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        if checked is not None:
            action.setCheckable(True)
            action.setChecked(checked)
        self._window.addAction(action)
        return action

    def _fill(self, menu: QMenu, *entries: QAction | QMenu | None) -> None:
        for entry in entries:
            if entry is None:
                menu.addSeparator()
            elif isinstance(entry, QMenu):
                menu.addMenu(entry)
            else:
                menu.addAction(entry)


def key_words(action: QAction) -> str:
    """The keys of a command as the reader sees them: "Ctrl+L or /"."""
    keys = [key.toString(QKeySequence.SequenceFormat.NativeText) for key in action.shortcuts()]
    if len(keys) < 2:
        return "".join(keys)
    return QCoreApplication.translate("Commands", "{0} or {1}").format(*keys)
