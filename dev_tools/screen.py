"""Says whether a window can be opened here, without asking Qt, which would end the program."""

from __future__ import annotations

from collections.abc import Mapping

from reader.gui.screen import answers


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
    if not answers(display):
        return f"There is no screen: nothing answers at DISPLAY {display}."
    return ""
