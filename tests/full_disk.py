"""A disk that is small enough to be filled by a test. Only root on Linux can make one."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class SmallDisk:
    """A file system of its own in a folder; ``grow`` makes room."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def grow(self, megabytes: int) -> None:
        """Makes the disk larger, keeping what is on it."""
        _run("mount", "-o", f"remount,size={megabytes}m", str(self.folder))


def can_make_one() -> bool:
    """Whether this user on this system may make a small disk."""
    return sys.platform == "linux" and os.geteuid() == 0 and _allowed()


@contextmanager
def small_disk(folder: Path, megabytes: int) -> Iterator[SmallDisk]:
    """An empty disk of so many megabytes at ``folder``, gone when the test ends."""
    folder.mkdir(parents=True, exist_ok=True)
    _run("mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(folder))
    try:
        yield SmallDisk(folder)
    finally:
        _run("umount", "--lazy", str(folder))


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=60)


def _allowed() -> bool:
    """Root inside a container may lack the right to mount."""
    command = ["unshare", "--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    try:
        return subprocess.run(command, capture_output=True, timeout=60).returncode == 0
    except OSError:
        return False
