"""Reads the imports of a file and says which break the layer table. Pure: sources in, sentences out."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field

NETWORK = frozenset(
    {
        *("socket", "ssl", "http", "ftplib", "smtplib", "imaplib", "poplib", "telnetlib", "xmlrpc", "socketserver"),
        *("urllib.request", "asyncio", "requests", "urllib3", "httpx", "aiohttp"),
    }
)
PROCESSES = frozenset({"subprocess", "multiprocessing", "pty"})
THREADS = frozenset({"threading", "_thread", "concurrent", "multiprocessing", "asyncio", "queue"})
DISK_AND_CLOCK = frozenset({"os", "io", "pathlib", "shutil", "tempfile", "glob", "time", "logging", "sqlite3"})
QT = frozenset({"PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets", "PySide6.QtSvg", "PySide6.QtNetwork"})
STARTS_THREADS = frozenset(
    {"Thread", "Timer", "ThreadPoolExecutor", "start_new_thread", "QThread", "QThreadPool", "QRunnable"}
)
STARTS_PROCESSES = frozenset({"Popen", "QProcess", "fork", "posix_spawn", "ProcessPoolExecutor", "startfile"})


@dataclass(frozen=True, slots=True)
class Room:
    """What the files of one package may import: of ours, of others, and what of the standard library never."""

    ours: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    never: frozenset[str] = field(default_factory=frozenset)


def _room(ours: str, others: str = "", never: frozenset[str] = frozenset()) -> Room:
    return Room(frozenset(ours.split()), frozenset(others.split()), never)


FORMAT_LIBRARIES = "trafilatura lxml brotli charset_normalizer feedparser markdown_it nh3 pypdfium2 warcio"
BELOW_THE_DOORS = "core services paths settings log"
EVERYTHING = f"{BELOW_THE_DOORS} ingest language store index cli gui worker"
ROOMS = {
    "core": _room("core", never=DISK_AND_CLOCK | THREADS),
    "paths": _room("core", "platformdirs"),
    "settings": _room("core", "tomli_w"),
    "log": _room("core"),
    "ingest": _room("core paths ingest", f"numpy {FORMAT_LIBRARIES}", THREADS | {"sqlite3"}),
    "language": _room("core paths language", "numpy onnxruntime", THREADS | {"sqlite3"}),
    "store": _room("core store"),
    "index": _room("core index", "whoosh numpy", frozenset({"sqlite3"})),
    "services": _room(f"{BELOW_THE_DOORS} ingest language store index", never=frozenset({"sqlite3"})),
    "cli": _room(f"{BELOW_THE_DOORS} cli", never=frozenset({"sqlite3"})),
    "gui": _room(f"{BELOW_THE_DOORS} gui", "PySide6", frozenset({"sqlite3"})),
    "__main__": _room(EVERYTHING),
    "worker": _room(EVERYTHING),
}


@dataclass(frozen=True, slots=True)
class Import:
    """One imported name, written out in full ("reader.store.opening"), and its line."""

    name: str
    line: int


def imports(source: str, module: str, *, package: bool = False) -> tuple[Import, ...]:
    """Every import of a file: nested, relative, ``import a.b``, and ``import_module`` with a constant string.

    ``from a import b`` counts as ``a.b``. A name that only the running program knows is given as "?".
    """
    here = module if package else module.rpartition(".")[0]
    return tuple(Import(name, line) for name, line in _imported(ast.parse(source), here))


def _imported(tree: ast.AST, here: str) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = _absolute("." * node.level + (node.module or ""), here)
            yield from ((f"{base}.{alias.name}", node.lineno) for alias in node.names)
        elif isinstance(node, ast.Call) and _called(node) in ("import_module", "__import__"):
            constant = node.args[0] if node.args else None
            known = isinstance(constant, ast.Constant) and isinstance(constant.value, str)
            yield (_absolute(str(constant.value), here) if known else "?"), node.lineno  # type: ignore[union-attr]


def _called(node: ast.Call) -> str:
    function = node.func
    return (
        function.attr if isinstance(function, ast.Attribute) else function.id if isinstance(function, ast.Name) else ""
    )


def _absolute(name: str, here: str) -> str:
    level = len(name) - len(name.lstrip("."))
    if not level:
        return name
    parts = here.split(".")
    base = parts[: len(parts) - (level - 1)]
    return ".".join([*base, *filter(None, [name[level:]])])


def room_of(module: str) -> str:
    """ "reader.gui.page.ruler" lies in "gui"; the package ``reader`` itself in ""."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


def trespasses(source: str, module: str, *, package: bool = False) -> tuple[str, ...]:
    """A sentence for each import that breaks the table, and for each of the house's other rules that a file breaks."""
    found = [
        f"{module}:{i.line} imports {i.name}"
        for i in imports(source, module, package=package)
        if not _may(module, i.name)
    ]
    return (*found, *(f"{module}:{line} {what}" for what, line in _misdeeds(ast.parse(source), module)))


def _may(module: str, name: str) -> bool:
    room, top = room_of(module), name.partition(".")[0]
    if name == "?" or name.endswith(".*"):
        return False
    if top == "reader":
        target = room_of(name)
        return target not in ROOMS or target in ROOMS[room].ours if room else target not in ROOMS
    if not room:
        return False
    if _names(name, NETWORK) or (_names(name, PROCESSES) and module != "reader.services.workers"):
        return False
    if top in sys.stdlib_module_names:
        return not _names(name, ROOMS[room].never)
    return top in ROOMS[room].others and (top != "PySide6" or _qt(name))


def _names(name: str, modules: frozenset[str]) -> bool:
    return any(name == module or name.startswith(f"{module}.") for module in modules)


def _qt(name: str) -> bool:
    part = ".".join(name.split(".")[:2])
    return part in QT and (part != "PySide6.QtNetwork" or name.split(".")[-1] in ("QLocalServer", "QLocalSocket"))


def _misdeeds(tree: ast.AST, module: str) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Attribute | ast.Name):
            continue
        word = node.attr if isinstance(node, ast.Attribute) else node.id
        if word in STARTS_THREADS and module != "reader.gui.jobs":
            yield f"starts a thread ({word})", node.lineno
        if word in STARTS_PROCESSES and module != "reader.services.workers":
            yield f"starts a process ({word})", node.lineno
        if word == "processEvents":
            yield "turns the event loop itself (processEvents)", node.lineno
