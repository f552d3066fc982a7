"""Finds out which parts of the system are missing before Qt or pip stumbles over them, and installs or names them."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Part:
    """A package as Debian calls it, and how one sees that it is there: a library, a program or a module of Python."""

    package: str
    library: str = ""
    program: str = ""
    module: str = ""

    def is_there(self) -> bool:
        """Whether this part can be used."""
        if self.module:
            return importlib.util.find_spec(self.module) is not None
        if self.program:
            return shutil.which(self.program) is not None
        try:
            ctypes.CDLL(self.library)
        except OSError:
            return False
        return True


OFFSCREEN = (
    Part("python3-venv", module="ensurepip"),
    Part("libegl1", "libEGL.so.1"),
    Part("libgl1", "libGL.so.1"),
    Part("libfontconfig1", "libfontconfig.so.1"),
    Part("libglib2.0-0", "libglib-2.0.so.0"),
    Part("libdbus-1-3", "libdbus-1.so.3"),
    Part("libxkbcommon0", "libxkbcommon.so.0"),
    Part("libgssapi-krb5-2", "libgssapi_krb5.so.2"),
)
"""What tests and pictures need; most systems with a desktop have it all, a bare Debian has none of it."""
SCREEN = (
    *OFFSCREEN,
    Part("libxcb-cursor0", "libxcb-cursor.so.0"),
    Part("libxcb-icccm4", "libxcb-icccm.so.4"),
    Part("libxcb-keysyms1", "libxcb-keysyms.so.1"),
    Part("libxcb-shape0", "libxcb-shape.so.0"),
    Part("libxkbcommon-x11-0", "libxkbcommon-x11.so.0"),
)
PACKAGE = (*SCREEN, Part("binutils", program="objdump"))
"""A frozen program carries the libraries of a screen along, so they must be here when it is made."""


def missing(parts: tuple[Part, ...], platform: str = sys.platform) -> tuple[Part, ...]:
    """The parts that are not there. Elsewhere than on Linux, Python and Qt bring all that they need."""
    return tuple(part for part in parts if not part.is_there()) if platform == "linux" else ()


def supply(parts: tuple[Part, ...]) -> str:
    """Installs what is missing where that is possible, else returns the one line that says what to do."""
    lacking = missing(parts)
    if not lacking:
        return ""
    install = ["apt-get", "install", "-y", "--no-install-recommends", *(part.package for part in lacking)]
    if not shutil.which("apt-get"):
        names = ", ".join(part.library or part.program or part.module for part in lacking)
        return f"Missing on this system: {names}. Install them with its package manager, then run this again."
    if os.geteuid() != 0:
        return f"Missing on this system. Run this, then try again: sudo {' '.join(install)}"
    print(f"Installing what is missing on this system: {' '.join(part.package for part in lacking)}", flush=True)
    return _apt(install) or _still(parts)


def _apt(install: list[str]) -> str:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update"], install):
        done = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True)
        if done.returncode and command is install:
            said = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
            return f"Could not install: {said} Run this, then try again: {' '.join(install)}"
    return ""


def _still(parts: tuple[Part, ...]) -> str:
    """Looks again: a name may have led to a package that does not bring the part."""
    importlib.invalidate_caches()
    lacking = missing(parts)
    names = ", ".join(part.library or part.program or part.module for part in lacking)
    return f"Still missing after the installation: {names}. Python in use: {Path(sys.executable)}." if lacking else ""
