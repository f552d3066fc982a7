"""Whether there is a screen is known without asking Qt."""

from __future__ import annotations

import pytest

from dev_tools.screen import why_no_screen


def test_windows_and_macos_always_have_one() -> None:
    assert why_no_screen({}, "win32") == why_no_screen({}, "darwin") == ""


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({}, "neither DISPLAY nor WAYLAND_DISPLAY"),
        ({"QT_QPA_PLATFORM": "offscreen", "DISPLAY": ":0"}, "QT_QPA_PLATFORM is offscreen"),
        ({"DISPLAY": ":4711"}, "nothing answers at DISPLAY :4711"),
    ],
)
def test_a_missing_screen_is_said_in_one_sentence(environment: dict[str, str], said: str) -> None:
    why = why_no_screen(environment, "linux")
    assert said in why
    assert why.startswith("There is no screen: ")


@pytest.mark.parametrize("environment", [{"WAYLAND_DISPLAY": "wayland-0"}, {"DISPLAY": "remote:10.0"}])
def test_a_screen_that_cannot_be_tried_is_believed(environment: dict[str, str]) -> None:
    assert why_no_screen(environment, "linux") == ""
