"""What Ctrl+Z takes back, and in which order."""

from __future__ import annotations

from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from reader.gui.undoing import Undoing


def test_the_last_act_is_taken_back_first(qtbot: QtBot) -> None:
    command, done = QAction("Undo"), list[str]()
    undoing = Undoing(command)
    assert not command.isEnabled() and command.text() == "Undo"
    undoing.offer("import 1", "Undo import of 4 articles", lambda: done.append("import"))
    undoing.offer("run 2", "Undo giving back", lambda: done.append("back"))
    undoing.offer("import 1", "Undo import of 4 articles", lambda: done.append("import again"))
    assert command.text() == "Undo giving back"
    command.trigger()
    assert (done, command.text()) == (["back"], "Undo import of 4 articles")
    command.trigger()
    command.trigger()
    assert done == ["back", "import again"] and not command.isEnabled()


def test_what_can_no_longer_be_taken_back_is_not_offered(qtbot: QtBot) -> None:
    command = QAction("Undo")
    undoing = Undoing(command)
    undoing.offer("run 2", "Undo giving back", lambda: None)
    undoing.withdraw("run 2")
    undoing.withdraw("run 3")
    assert not command.isEnabled() and command.text() == "Undo"
