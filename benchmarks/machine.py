"""The machine on which figures were measured, in one line; and how much memory a process takes."""

from __future__ import annotations

import os
import platform
import re
import sys
from pathlib import Path


def line() -> str:
    """Processor, cores, memory, system, versions."""
    import PySide6

    info = _read("/proc/cpuinfo")
    name = re.search(r"model name\s*: (.+)", info)
    processor = name[1] if name else platform.processor() or platform.machine()
    memory = re.search(r"MemTotal:\s+(\d+)", _read("/proc/meminfo"))
    size = f", {int(memory[1]) / 1e6:.0f} GB" if memory else ""
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    versions = f"Python {platform.python_version()}, PySide6 {PySide6.__version__}"
    return f"{processor}, {os.cpu_count()} cores{size}, {platform.system()} {platform.release()}, {versions}{load}"


def megabytes(pid: int | str = "self", *, peak: bool = False) -> float | None:
    """The memory that a process takes now, or took at most, in MB. Only Linux tells."""
    if sys.platform != "linux":
        return None
    found = re.search(rf"{'VmHWM' if peak else 'VmRSS'}:\s+(\d+)", _read(f"/proc/{pid}/status"))
    return int(found[1]) / 1000 if found else None


def _read(path: str) -> str:
    try:
        return Path(path).read_text("utf-8")
    except OSError:
        return ""
