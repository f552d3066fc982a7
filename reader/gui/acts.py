"""What the commands of the menus do."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog

from reader.core.reasons import Trouble
from reader.gui.context_menus import ContextMenus
from reader.gui.keyboard import focus, next_pane
from reader.gui.keys_sheet import KeysSheet
from reader.gui.look import Theme
from reader.gui.mark_acts import MarkActs
from reader.paths import log_folder, profile, sample_stories

if TYPE_CHECKING:
    from reader.gui.window import MainWindow


class Acts(QObject):
    """Connects the commands. It holds no state but the small windows that it has opened."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.sheet = KeysSheet(window.appearance.theme, window.commands.groups(), window)
        self.marks = MarkActs(window)
        self.menus = ContextMenus(window)
        self._connect_files()
        self._connect_edit()
        self._connect_view()
        self._connect_article()
        self._connect_go()

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours."""
        self.sheet.set_theme(theme)

    # one method a menu

    def _connect_files(self) -> None:
        commands = self._window.commands
        commands.import_files.triggered.connect(self._choose_files)
        commands.import_folder.triggered.connect(self._choose_folder)
        commands.read_again.triggered.connect(lambda: self._window.importing.read_again())
        commands.close_window.triggered.connect(self._window.close)
        commands.quit.triggered.connect(QApplication.closeAllWindows)
        commands.keys.triggered.connect(self._toggle_keys)
        commands.about.triggered.connect(self._show_about)
        commands.sample.triggered.connect(self.open_sample)
        self._window.frame.list.sample_asked.connect(self.open_sample)

    def _connect_edit(self) -> None:
        commands = self._window.commands
        commands.copy.triggered.connect(lambda: self._pass_on("copy"))
        commands.select_all.triggered.connect(lambda: self._pass_on("selectAll"))
        commands.search.triggered.connect(self._go_to_search)
        commands.find.triggered.connect(self._find)
        commands.next_hit.triggered.connect(lambda: self._next_hit(False))
        commands.previous_hit.triggered.connect(lambda: self._next_hit(True))

    def _go_to_search(self) -> None:
        field = self._window.tool_bar.field
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.selectAll()

    def _find(self) -> None:
        page = self._window.pages.current
        if page is None:
            self._window.frame.page.open_find()
        else:
            page.find()

    def _connect_view(self) -> None:
        window, commands = self._window, self._window.commands
        commands.show_list.triggered.connect(window.frame.set_list_shown)
        commands.show_quotations.triggered.connect(window.frame.set_quotations_shown)
        commands.show_panel.triggered.connect(self._toggle_panel)
        for name, action in commands.themes.items():
            action.triggered.connect(lambda _=False, name=name: window.appearance.choose(name))
        commands.themes[window.appearance.choice].setChecked(True)
        commands.larger.triggered.connect(lambda: window.set_zoom(window.zoom + 1))
        commands.smaller.triggered.connect(lambda: window.set_zoom(window.zoom - 1))
        commands.normal.triggered.connect(lambda: window.set_zoom(0))
        commands.full_screen.triggered.connect(self._set_full_screen)

    def _connect_article(self) -> None:
        window, commands = self._window, self._window.commands
        commands.read.triggered.connect(lambda: window.desk.mark(window.desk.current, read=not window.desk.read))
        commands.star.triggered.connect(lambda: window.desk.mark(window.desk.current, starred=not window.desk.starred))
        commands.next_article.triggered.connect(lambda: self._step(1))
        commands.previous_article.triggered.connect(lambda: self._step(-1))
        commands.read_on.triggered.connect(lambda: self._read_on(True))
        commands.read_back.triggered.connect(lambda: self._read_on(False))
        commands.show_in_folder.triggered.connect(self._show_origin)
        commands.copy_address.triggered.connect(self._copy_origin)

    def _connect_go(self) -> None:
        window, commands = self._window, self._window.commands
        commands.back.triggered.connect(window.desk.go_back)
        commands.forward.triggered.connect(window.desk.go_forward)
        commands.next_mention.triggered.connect(lambda: self._step_mention(1))
        commands.previous_mention.triggered.connect(lambda: self._step_mention(-1))
        commands.next_pane.triggered.connect(lambda: self._go_to_pane(1))
        commands.previous_pane.triggered.connect(lambda: self._go_to_pane(-1))
        commands.escape.triggered.connect(self._escape)

    # files

    def _choose_files(self) -> None:
        dialog = self._file_dialog(self.tr("Import files"), QFileDialog.FileMode.ExistingFiles)
        dialog.open()

    def _choose_folder(self) -> None:
        dialog = self._file_dialog(self.tr("Import folder"), QFileDialog.FileMode.Directory)
        dialog.open()

    def _file_dialog(self, title: str, mode: QFileDialog.FileMode) -> QFileDialog:
        dialog = QFileDialog(self._window, title)
        dialog.setFileMode(mode)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setDirectory(self._import_folder())
        dialog.filesSelected.connect(lambda paths: self._import(dialog.directory().absolutePath(), paths))
        return dialog

    def _import_folder(self) -> str:
        """Where the last import came from; the first looks where programs save what is downloaded."""
        last = self._window.settings.get("import", "folder", "")
        places = QStandardPaths.StandardLocation
        known = map(QStandardPaths.writableLocation, (places.DownloadLocation, places.DocumentsLocation))
        return next((folder for folder in (last, *known) if folder and Path(folder).is_dir()), str(Path.home()))

    def _import(self, folder: str, paths: list[str]) -> None:
        with contextlib.suppress(Trouble):  # a settings file that cannot be written costs the place, not the import
            self._window.settings.set("import", {"folder": folder})
        self._window.importing.start(Path(path) for path in paths)

    def open_sample(self) -> None:
        """Opens the sample library in a window of its own, so that nothing is mixed with the reader's articles."""
        from reader.services.workers import open_another

        folder = profile() / "sample-library"
        open_another(folder, () if folder.exists() else sample_stories())
        self._window.status.show_message(self.tr("The sample library opens in a window of its own."))

    def _show_about(self) -> None:
        from reader.gui.about import About, facts  # seldom seen, and a start does not wait for it

        window = self._window
        told = facts(window.folder, window.settings.file, log_folder())
        box = About(window.appearance.theme, told, window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.show()

    def show_in_folder(self, path: str) -> None:
        """Shows where a file lies."""
        folder = Path(path).parent
        if folder.is_dir():
            if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
                self._window.status.show_message(path)  # no program here shows folders
        else:
            words = self.tr('"{0}" is no longer there. The library keeps the original.').format(path)
            self._window.status.show_message(words)

    def copy_address(self, address: str) -> None:
        """Puts an address on the clipboard."""
        QGuiApplication.clipboard().setText(address)
        self._window.status.show_message(self.tr("Address copied"))

    def _show_origin(self) -> None:
        if (reading := self._window.desk.reading) is not None:
            self.show_in_folder(reading.article.origin.path)

    def _copy_origin(self) -> None:
        if (reading := self._window.desk.reading) is not None:
            self.copy_address(reading.article.origin.url)

    # reading and going

    def _step(self, by: int) -> None:
        if self._window.searching.active:
            self._window.searching.step(by)
        else:
            self._window.frame.list.step(by)

    def _read_on(self, down: bool) -> None:
        if not self._window.frame.page.scroll_page(down):
            self._step(1 if down else -1)

    def _next_hit(self, back: bool) -> None:
        page = self._window.frame.page
        if page.find_is_open:
            page.next_hit(back)
        else:
            self._window.searching.next(back)

    def _step_mention(self, by: int) -> None:
        if self._window.mentions.entity is None:
            self._window.status.show_message(self.tr("No name is chosen. Click one in the text."))
        else:
            self._window.mentions.step(by)

    def _go_to_pane(self, by: int) -> None:
        pane = next_pane(self._window.frame.panes(), QApplication.focusWidget(), by)
        if pane is not None:
            focus(pane)

    def _escape(self) -> None:
        window = self._window
        if not self.sheet.isHidden():
            self.sheet.hide()
        elif (page := window.pages.current) is not None:
            if not page.escape():
                window.desk.leave_page()
        elif window.frame.page.close_find() or window.frame.close_overlay() or window.searching.close():
            focus(window.frame.page)
        elif window.mentions.entity is not None:
            window.mentions.release()
        elif window.isFullScreen():
            self._set_full_screen(False)

    # the look of the window

    def _toggle_panel(self, shown: bool) -> None:
        window = self._window
        if not shown:
            window.mentions.release()
        elif not window.mentions.choose_again(window.desk.current):
            window.commands.show_panel.setChecked(False)
            self._step_mention(1)

    def _toggle_keys(self) -> None:
        if self.sheet.isHidden():
            self.sheet.open()
        else:
            self.sheet.hide()

    def _set_full_screen(self, full: bool) -> None:
        state = self._window.windowState()
        flag = Qt.WindowState.WindowFullScreen
        self._window.setWindowState(state | flag if full else state & ~flag)
        self._window.commands.full_screen.setChecked(full)

    def _pass_on(self, name: str) -> None:
        """Copy and Select all belong to whatever text has the focus."""
        act = getattr(QApplication.focusWidget(), name, None)
        if callable(act):
            act()
