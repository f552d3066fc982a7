"""About this program: versions, and where everything lies."""

from __future__ import annotations

import platform
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, qVersion
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from reader import __version__
from reader.gui.look import Theme


class About(QDialog):
    """A small window that can be left open."""

    def __init__(self, theme: Theme, facts: tuple[tuple[str, str], ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Dateline"))
        self.setModal(False)
        name = QLabel("Dateline")
        name.setFont(theme.font("page_title"))
        what = QLabel(self.tr("A reader for news articles: every name, every quotation, every mention."))
        what.setWordWrap(True)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(4)
        for label, words in facts:
            value = QLabel(words)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            form.addRow(label, value)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        for part in (name, what):
            column.addWidget(part)
        column.addLayout(form)
        column.addWidget(buttons)


def facts(library: Path, settings: Path, logs: Path) -> tuple[tuple[str, str], ...]:
    """What the box tells: versions first, then paths."""
    tr = QCoreApplication.translate
    return (
        (tr("About", "Version"), __version__),
        (tr("About", "Python, Qt"), f"{platform.python_version()}, {qVersion()}"),
        (tr("About", "Library"), str(library)),
        (tr("About", "Settings"), str(settings)),
        (tr("About", "Logs"), str(logs)),
    )
