"""Says whether a window can be opened here, without asking Qt, which would end the program."""

from __future__ import annotations

import re
import socket
from collections.abc import Mapping
from pathlib import Path


def why_no_screen(environment: Mapping[str, str], platform: str) -> str:
    """One sentence, or nothing where there is a screen. Only Linux and its like can lack one."""
    if platform in ("win32", "darwin") or environment.get("QT_QPA_PLATFORM") in ("xcb", "wayland"):
        return ""
    if environment.get("QT_QPA_PLATFORM"):
        return f"There is no screen: QT_QPA_PLATFORM is {environment['QT_QPA_PLATFORM']}."
    if environment.get("WAYLAND_DISPLAY"):
        return ""
    display = environment.get("DISPLAY", "")
    if not display:
        return "There is no screen: neither DISPLAY nor WAYLAND_DISPLAY is set."
    local = re.fullmatch(r"(?:unix)?:(\d+)(?:\.\d+)?", display)
    if local and not _answers(Path(f"/tmp/.X11-unix/X{local[1]}")):
        return f"There is no screen: nothing answers at DISPLAY {display}."
    return ""


def _answers(path: Path) -> bool:
    """Whether somebody listens at a socket, in the file system or in the name space that Linux has beside it."""
    for address in (str(path), f"\0{path}"):
        with socket.socket(socket.AF_UNIX) as client:
            client.settimeout(1)
            try:
                client.connect(address)
            except OSError:
                continue
            return True
    return False
