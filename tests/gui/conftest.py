"""What the tests of the whole window share: a filled library, and real windows that are closed again."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader import paths
from reader.services.workers import ImportJob, Worker
from tests.gui.driver import SEED, Driver


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with the sample stories and the seed, made once; tests get copies."""
    folder = tmp_path_factory.mktemp("filled") / "library"
    worker = Worker(folder)
    for _ in worker.run(ImportJob(tuple(str(path) for path in (*paths.sample_stories(), SEED)))):
        pass
    worker.close()
    return folder


@pytest.fixture
def library(filled: Path, tmp_path: Path) -> Path:
    """A library of one's own with the sample stories and the seed."""
    shutil.copytree(filled, tmp_path / "library")
    return tmp_path / "library"


@pytest.fixture
def open_window(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., Driver]]:
    """Opens a real window on a library; ``size`` is its width and height."""
    drivers: list[Driver] = []

    def opened(library: Path, size: tuple[int, int] = (1440, 900), to_import: tuple[Path, ...] = ()) -> Driver:
        drivers.append(Driver(qtbot, library, tmp_path / "settings.toml", size, to_import))
        return drivers[-1]

    yield opened
    for driver in drivers:
        driver.close()


@pytest.fixture
def window(open_window: Callable[..., Driver], library: Path) -> Driver:
    """A window on the filled library, with its list there."""
    driver = open_window(library)
    driver.wait(lambda: driver.listed > 0)
    return driver
