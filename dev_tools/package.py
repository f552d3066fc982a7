"""``dev.py package``: freezes the program into build/dist/dateline and tries it without Python, PATH and screen."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"
FOLDER = BUILD / "dist" / "dateline"
LINUX = ROOT / "packaging" / "linux"
ICON_SIZES = {"win32": (".ico", 256), "darwin": (".icns", 1024)}
PATIENCE = 180
"""Seconds that the self-check of the frozen program may take."""


def main() -> int:
    """Builds and checks. Returns the exit code of what failed, else 0."""
    _draw_icon()
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    places = ["--distpath", str(FOLDER.parent), "--workpath", str(BUILD / "pyinstaller")]
    code = subprocess.call([*command, *places, str(ROOT / "packaging" / "dateline.spec")], cwd=ROOT)
    if code:
        return code
    if sys.platform == "linux":
        _add_desktop_files()
    size = sum(file.stat().st_size for file in FOLDER.rglob("*") if file.is_file() and not file.is_symlink())
    print(f"{FOLDER}: {size / 1e6:.0f} MB", flush=True)
    return _try()


def _draw_icon() -> None:
    """Windows and macOS want the icon in a format of their own, drawn from the one that Linux uses as it is."""
    if sys.platform not in ICON_SIZES:
        return
    from PySide6.QtGui import QGuiApplication, QIcon

    suffix, size = ICON_SIZES[sys.platform]
    app = QGuiApplication.instance() or QGuiApplication([])
    (BUILD / "icons").mkdir(parents=True, exist_ok=True)
    QIcon(str(LINUX / "dateline.svg")).pixmap(size, size).save(str(BUILD / "icons" / f"dateline{suffix}"))
    del app


def _add_desktop_files() -> None:
    """The files by which a desktop finds the program, in the folders in which it looks for them below a prefix."""
    for name, place in (
        ("dateline.svg", "icons/hicolor/scalable/apps"),
        ("dateline.desktop", "applications"),
        ("dateline.metainfo.xml", "metainfo"),
    ):
        (FOLDER / "share" / place).mkdir(parents=True, exist_ok=True)
        shutil.copy(LINUX / name, FOLDER / "share" / place / name)


def _try() -> int:
    """Runs the frozen program's self-check with an empty PATH, no screen, and a throw-away home."""
    program = FOLDER / ("dateline.exe" if os.name == "nt" else "dateline")
    with tempfile.TemporaryDirectory(prefix="dateline-package-") as home:
        bare = {
            "PATH": home,
            "HOME": home,
            "LANG": "C.UTF-8",
            "DATELINE_PROFILE": str(Path(home) / "profile"),
            "TMPDIR": home,
        }
        if os.name == "nt":
            bare = {**bare, "SYSTEMROOT": os.environ["SYSTEMROOT"], "TEMP": home, "TMP": home}
        try:
            code = subprocess.call([str(program), "self-check"], cwd=home, env=bare, timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            print(f"the frozen program did not end its self-check in {PATIENCE} s", file=sys.stderr)
            return 1
    print(
        "package: the frozen program passed its self-check" if code == 0 else f"package: self-check ended with {code}"
    )
    return code


if __name__ == "__main__":
    sys.exit(main())
