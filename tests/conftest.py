"""What holds for every test: no network, no real profile, no screen, nothing logged as an error, nothing endless."""

from __future__ import annotations

import logging
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

TESTS = Path(__file__).resolve().parent
HOME = Path(tempfile.mkdtemp(prefix="dateline-tests-"))
GUARD = HOME / "network.txt"


def _begin() -> None:
    """Before anything of ours or of Qt is imported: a throw-away home, no screen, and the guard in every child."""
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        os.environ[name] = str(HOME)
    for name in ("CONFIG", "DATA", "CACHE", "STATE"):
        os.environ[f"XDG_{name}_HOME"] = str(HOME / name.lower())
    os.environ["DATELINE_PROFILE"] = str(HOME / "profile")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.pop("QT_LOGGING_RULES", None)
    os.environ["DATELINE_GUARD"] = str(GUARD)
    # The rules are thirty times as fast. What is said of the annotator's work is tested on both (tests/language), and
    # the seed through the whole program on the trained one.
    os.environ.setdefault("DATELINE_MODEL", "rules")
    paths = [str(TESTS / "guard"), str(TESTS.parent), os.environ.get("PYTHONPATH", "")]
    os.environ["PYTHONPATH"] = os.pathsep.join(path for path in paths if path)
    sys.path.insert(0, str(TESTS / "guard"))
    sys.modules.pop("sitecustomize", None)
    __import__("sitecustomize")
    hypothesis.settings.register_profile("dateline", deadline=None, database=None)
    hypothesis.settings.load_profile("dateline")


_begin()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--slow", action="store_true", help="run the tests that take minutes as well")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--slow"):
        for item in items:
            if item.get_closest_marker("slow"):
                item.add_marker(pytest.mark.skip(reason="minutes long: --slow runs it"))


def pytest_sessionfinish() -> None:
    """What a test copied must not outlive Python: the clipboard would free it after Python has ended, and crash."""
    gui = sys.modules.get("PySide6.QtGui")
    if gui and gui.QGuiApplication.instance():
        gui.QGuiApplication.clipboard().clear()


def pytest_unconfigure() -> None:
    shutil.rmtree(HOME, ignore_errors=True)


@pytest.fixture(autouse=True)
def profile(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new, empty profile for every test; it does not exist until somebody makes it."""
    folder = tmp_path_factory.mktemp("profile") / "profile"
    monkeypatch.setenv("DATELINE_PROFILE", str(folder))
    return folder


@pytest.fixture(autouse=True)
def _no_network() -> Iterator[None]:
    GUARD.unlink(missing_ok=True)
    yield
    if GUARD.exists():
        pytest.fail(f"reached for a network: {GUARD.read_text('utf-8')}")


class _Errors(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _no_logged_errors(request: pytest.FixtureRequest) -> Iterator[None]:
    """An error in the log fails the test, unless the test is marked ``logs_errors``."""
    errors = _Errors()
    logging.getLogger().addHandler(errors)
    yield
    logging.getLogger().removeHandler(errors)
    if errors.lines and not request.node.get_closest_marker("logs_errors"):
        pytest.fail("logged as an error: " + "; ".join(errors.lines))
