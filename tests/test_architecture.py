"""The layer table of docs/architecture.md holds, and so do the house's other rules that a machine can read."""

from __future__ import annotations

import ast
import importlib.metadata
from pathlib import Path

import pytest

from tests.layers import ROOMS, imports, room_of, trespasses

ROOT = Path(__file__).resolve().parent.parent
READER = sorted((ROOT / "reader").rglob("*.py"))
OURS = [
    ROOT / "dev.py",
    *READER,
    *(f for d in ("dev_tools", "benchmarks", "training", "tests") for f in (ROOT / d).rglob("*.py")),
]
LONGEST = 400


def module_of(file: Path) -> str:
    """The dotted name of a file of the repository."""
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@pytest.mark.parametrize("file", READER, ids=module_of)
def test_no_file_trespasses(file: Path) -> None:
    found = trespasses(file.read_text("utf-8"), module_of(file), package=file.name == "__init__.py")
    assert found == ()


@pytest.mark.parametrize("file", READER, ids=module_of)
def test_every_file_says_first_what_it_is_for(file: Path) -> None:
    assert ast.get_docstring(ast.parse(file.read_text("utf-8")))


def test_no_file_is_long() -> None:
    lines = {module_of(f): len(f.read_text("utf-8").splitlines()) for f in OURS if "scorers" not in f.parts}
    assert {name: count for name, count in lines.items() if count > LONGEST} == {}


def test_every_room_stands_in_the_table() -> None:
    assert {room_of(module_of(file)) for file in READER} - {""} <= set(ROOMS)


def test_folders_that_would_shadow_a_package_are_none() -> None:
    assert [d for d in ("packaging", "resources", "seeds") if any((ROOT / d).rglob("__init__.py"))] == []


def test_one_whoosh_is_installed_and_no_other() -> None:
    assert importlib.metadata.packages_distributions()["whoosh"] == ["Whoosh"]
    assert importlib.metadata.version("Whoosh") == "2.7.4"


def test_imports_are_found_wherever_they_stand() -> None:
    source = (
        "import a.b as c, d\nfrom . import x\nfrom ..core.spans import Span as S\nfrom .pane import *\n"
        "def f():\n    if 1:\n        from e import g\n"
        "import importlib\nimportlib.import_module('..store', 'reader.gui')\n"
        "__import__('h.i')\nimportlib.import_module(f)\n"
    )
    found = {i.name for i in imports(source, "reader.gui.page")}
    assert {"a.b", "d", "reader.gui.x", "reader.core.spans.Span", "reader.gui.pane.*", "e.g", "h.i", "?"} <= found
    assert "reader.store" in found


def test_a_package_counts_its_dots_from_itself() -> None:
    (found,) = imports("from .spans import Span", "reader.core", package=True)
    assert found.name == "reader.core.spans.Span"


TRESPASSES = [
    ("reader.gui.panes.list", "from reader.store import articles"),
    ("reader.gui.panes.list", "from ...index import Index"),
    ("reader.gui.panes.list", "def f():\n    import reader.ingest.walk"),
    ("reader.gui.panes.list", "import importlib\nimportlib.import_module('reader.language')"),
    ("reader.gui.panes.list", "from reader import worker"),
    ("reader.gui.panes.list", "from reader.cli import arguments"),
    ("reader.gui.panes.list", "from PySide6.QtWidgets import *"),
    ("reader.gui.page", "from PySide6.QtWebEngineWidgets import QWebEngineView"),
    ("reader.gui.page", "from PySide6.QtNetwork import QNetworkAccessManager"),
    ("reader.gui.page", "from PySide6 import QtNetwork"),
    ("reader.gui.page", "import threading\nthreading.Thread(target=print).start()"),
    ("reader.gui.page", "from PySide6.QtCore import QThread\nclass T(QThread): pass"),
    ("reader.gui.page", "app.processEvents()"),
    ("reader.gui.page", "import subprocess"),
    ("reader.gui.page", "from PySide6.QtCore import QProcess\nQProcess.startDetached('x')"),
    ("reader.cli.main", "from PySide6.QtCore import QObject"),
    ("reader.cli.main", "from reader.gui import app"),
    ("reader.services.searching", "from PySide6.QtCore import QObject"),
    ("reader.services.searching", "from reader.gui import app"),
    ("reader.services.searching", "import multiprocessing"),
    ("reader.services.searching", "import sqlite3"),
    ("reader.store.articles", "import whoosh.index"),
    ("reader.store.articles", "from reader.index import Index"),
    ("reader.store.articles", "from reader.services import library"),
    ("reader.index.writing", "import sqlite3"),
    ("reader.index.writing", "from ..store import opening"),
    ("reader.ingest.text", "from reader.language import load"),
    ("reader.ingest.text", "from reader import settings"),
    ("reader.ingest.text", "import sqlite3"),
    ("reader.ingest.page", "from urllib.request import urlopen"),
    ("reader.ingest.page", "import requests"),
    ("reader.language.rules", "import threading"),
    ("reader.core.spans", "from reader.store import opening"),
    ("reader.core.spans", "import pathlib"),
    ("reader.core.spans", "from os.path import join"),
    ("reader.core.spans", "import lxml.etree"),
    ("reader.paths", "from reader import settings"),
    ("reader.log", "import reader.services.library"),
    ("reader.core.spans", "import importlib\nimportlib.import_module(name)"),
]


@pytest.mark.parametrize(("module", "source"), TRESPASSES)
def test_a_trespass_is_seen(module: str, source: str) -> None:
    assert trespasses(source, module) != ()


ALLOWED = [
    ("reader.gui.page", "from PySide6.QtNetwork import QLocalServer\nfrom PySide6 import QtCore"),
    (
        "reader.gui.page",
        "from reader.services.browsing import reading\nfrom reader import __version__, paths\nimport reader",
    ),
    ("reader.gui.jobs", "import threading\nthreading.Thread(target=print).start()"),
    ("reader.services.workers", "import subprocess\nsubprocess.Popen(['x'])"),
    ("reader.ingest.page", "from urllib.parse import urlsplit\nimport trafilatura\nfrom lxml import html"),
    ("reader.cli.main", "import argparse\nfrom . import printing"),
    ("reader.__main__", "from reader.cli import main\nfrom reader.gui import app\nfrom reader import worker"),
    ("reader.log", "import threading\nthreading.excepthook = print"),
]


@pytest.mark.parametrize(("module", "source"), ALLOWED)
def test_what_the_table_allows_passes(module: str, source: str) -> None:
    assert trespasses(source, module) == ()
