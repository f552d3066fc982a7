"""The originals that the library keeps are read again from the window."""

import pytest

from reader.gui.importing import Importing
from reader.services.workers import ImportJob
from tests.gui.driver import Driver


def test_the_command_of_the_file_menu_reads_all_originals_again(
    window: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    jobs: list[object] = []
    monkeypatch.setattr(Importing, "_add", lambda _, job: jobs.append(job))
    window.window.commands.read_again.trigger()
    assert jobs == [ImportJob((), again=True)]
