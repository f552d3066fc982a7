"""When the library cannot be opened: one clear sentence, the newest good copy of a damaged one, and a clean end."""

from __future__ import annotations

import datetime as dt
import re
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QAbstractButton, QMessageBox, QWidget

from reader.core.reasons import Reason, Trouble
from reader.core.wording import sentence

STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d{6}")
"""When a copy was made, in its name."""

DAMAGED = ("damaged-library", "damaged-with-copy")
"""The reasons that cannot be passed over, whenever they come."""


class Opening(QObject):
    """Tells the reader why there is nothing to see, and asks what to do where something can be done."""

    mended = Signal()
    """A copy stands in the library's place now; everything may be asked again."""
    given_up = Signal()
    letting_go = Signal()
    """The library is about to be replaced: whoever has it open has to close it."""

    def __init__(self, folder: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._folder = folder
        self._parent = parent
        self._copy: Path | None = None
        self._use: QAbstractButton | None = None
        self.box: QMessageBox | None = None

    def explain(self, reason: Reason) -> None:
        """Shows the trouble; nothing waits for the answer."""
        if self.box is not None:
            return
        self._copy = Path(reason.args[0]) if reason.code == "damaged-with-copy" else None
        self.box = QMessageBox(self._parent)
        self.box.setWindowTitle(self.tr("Dateline"))
        self.box.setText(explained(reason))
        self.box.setInformativeText(str(self._folder))
        if self._copy is not None:
            words = self.tr("Open the copy of {0}").format(moment(self._copy))
            self._use = self.box.addButton(words, QMessageBox.ButtonRole.AcceptRole)
        self.box.addButton(self.tr("Quit"), QMessageBox.ButtonRole.RejectRole)
        self.box.finished.connect(self._decide)
        self.box.open()

    def _decide(self) -> None:
        box, self.box = self.box, None
        assert box is not None
        wanted = self._use is not None and box.clickedButton() is self._use
        box.deleteLater()
        if not wanted or self._copy is None:
            self.given_up.emit()
            return
        self.letting_go.emit()
        try:
            restore(self._folder, self._copy)
        except Trouble as trouble:
            self.explain(trouble.reason)
            return
        self.mended.emit()


def restore(folder: Path, copy: Path) -> None:
    """Puts a copy in the library's place; what stood there is set aside."""
    from reader.services import copying

    copying.restore(folder, copy)


def moment(copy: Path) -> str:
    """When a copy was made: "11 March 2024, 08:00". Its name says so; its file may have been moved since."""
    said = STAMP.search(copy.name)
    made = dt.datetime.strptime(said[0], "%Y-%m-%dT%H%M%S") if said else dt.datetime.fromtimestamp(copy.stat().st_mtime)
    return f"{made.day} {made:%B %Y, %H:%M}"


def explained(reason: Reason) -> str:
    """A reason in the words of somebody who has a window and no command line."""
    tr = partial(QCoreApplication.translate, "Opening")
    words = {
        "damaged-with-copy": tr("The library is damaged and was left as it is. Its newest good copy can be opened."),
        "newer-library": tr("This library was made by a newer Dateline. It was not opened. Install the newer one."),
        "read-only": tr("The library cannot be written. Give yourself the right to write in its folder."),
        "model-missing": tr("No names or speakers are found: a file of Dateline is missing. Install Dateline again."),
        "model-damaged": tr("No names or speakers are found: a file of Dateline is damaged. Install Dateline again."),
        "model-unreadable": tr("No names or speakers are found: a file of Dateline cannot be read. Install it again."),
        "model-unusable": tr("No names or speakers are found: their model does not start. Install Dateline again."),
    }
    return words.get(reason.code) or sentence(reason)
