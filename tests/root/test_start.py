"""A start loads only what it shows: figures of ``dev.py bench start`` rest on it, and no test measures time."""

from __future__ import annotations

import subprocess
import sys

HEAVY = (
    *("whoosh", "trafilatura", "lxml", "charset_normalizer", "dateparser", "babel", "tomli_w", "urllib3", "email"),
    *("numpy", "onnxruntime"),
)


def loaded(code: str, *modules: str) -> list[str]:
    """Which of these modules are loaded after some code."""
    listed = f"import sys; print(' '.join(m for m in {modules!r} if m in sys.modules))"
    done = subprocess.run([sys.executable, "-c", f"{code}\n{listed}"], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def test_the_window_is_loaded_without_readers_of_files_and_without_the_index() -> None:
    assert loaded("import reader.gui.app", *HEAVY, "reader.ingest", "reader.index", "reader.language") == []


def test_what_the_window_asks_for_needs_no_model() -> None:
    services = "from reader.services import analyzing, browsing, copying, library, lines, marking, searching, workers"
    code = f"{services}\nfrom reader import language\nlanguage.name_of('trained')"
    assert loaded(code, "numpy", "onnxruntime") == []


def test_the_arguments_are_read_without_qt_and_without_a_library() -> None:
    code = "from reader.cli.arguments import parser\nparser().parse_args(['list'])"
    assert loaded(code, *HEAVY, "PySide6", "sqlite3") == []
