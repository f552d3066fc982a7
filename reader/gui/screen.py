"""Whether a window can be opened here, without asking Qt, which ends the program when it cannot."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

_LOCAL = re.compile(r"(?:unix)?:(\d+)(?:\.\d+)?")
_SOCKETS = Path("/proc/net/unix")
"""The sockets at which somebody listens on this Linux machine, a line each."""


def has_screen(environment: Mapping[str, str], platform: str) -> bool:
    """Only Linux and its like can lack a screen; a platform that was chosen for Qt is believed."""
    if platform in ("win32", "darwin") or environment.get("QT_QPA_PLATFORM") or environment.get("WAYLAND_DISPLAY"):
        return True
    return answers(environment.get("DISPLAY", ""))


def answers(display: str) -> bool:
    """Whether there is an X server behind a display's name. One on another machine is believed."""
    if not display:
        return False
    local = _LOCAL.fullmatch(display)
    if not local:
        return True
    name = f"/tmp/.X11-unix/X{local[1]}"
    try:
        return any(line.endswith(name) for line in _SOCKETS.read_text("utf-8", "replace").splitlines())
    except OSError:
        return Path(name).exists()
