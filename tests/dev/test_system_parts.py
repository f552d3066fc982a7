"""What is missing on a system is found before it is needed, installed where that is possible, else named."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable

import pytest

from dev_tools import system_parts
from dev_tools.system_parts import Part

ABSENT = (
    Part("libnone1", "libnone.so.1"),
    Part("tool", program="no-such-program"),
    Part("python3-none", module="nonesuch"),
)

posix = pytest.mark.skipif(sys.platform != "linux", reason="only Linux lacks parts")


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch) -> Callable[[bool, int], list[list[str]]]:
    """A system with or without apt-get, and a user; returns the commands that were run."""

    def made(apt: bool, user: int) -> list[list[str]]:
        ran: list[list[str]] = []
        monkeypatch.setattr(shutil, "which", lambda name: "/usr/bin/apt-get" if name == "apt-get" and apt else None)
        monkeypatch.setattr("os.geteuid", lambda: user)
        done = subprocess.CompletedProcess([], 0, "", "")
        monkeypatch.setattr(subprocess, "run", lambda command, **_: (ran.append(command), done)[1])
        return ran

    return made


def test_a_missing_library_program_or_module_is_seen() -> None:
    assert system_parts.missing(ABSENT, "linux") == ABSENT


def test_what_is_there_is_not_missing() -> None:
    assert system_parts.missing((Part("x", module="json"), Part("sh", program=sys.executable)), "linux") == ()


def test_other_systems_bring_their_own_parts() -> None:
    assert system_parts.missing(ABSENT, "darwin") == system_parts.missing(ABSENT, "win32") == ()


@posix
def test_without_rights_one_line_says_what_to_run(system: Callable[[bool, int], list[list[str]]]) -> None:
    ran = system(True, 1000)
    line = system_parts.supply(ABSENT)
    assert line.endswith("sudo apt-get install -y --no-install-recommends libnone1 tool python3-none")
    assert "\n" not in line
    assert ran == []


@posix
def test_without_apt_the_libraries_are_named(system: Callable[[bool, int], list[list[str]]]) -> None:
    ran = system(False, 0)
    assert "libnone.so.1, no-such-program, nonesuch" in system_parts.supply(ABSENT)
    assert ran == []


@posix
def test_root_on_a_debian_like_system_gets_them_installed(system: Callable[[bool, int], list[list[str]]]) -> None:
    ran = system(True, 0)
    line = system_parts.supply(ABSENT)
    assert ran == [["apt-get", "update"], ["apt-get", "install", "-y", "--no-install-recommends", *_packages()]]
    assert line.startswith("Still missing after the installation: libnone.so.1")


def _packages() -> list[str]:
    return [part.package for part in ABSENT]
