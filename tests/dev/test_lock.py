"""The lock file pins all that pyproject.toml asks for, with hashes, and says nothing of where it comes from."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PINNED = re.compile(r"^([a-z0-9-]+)==(\S+)(?: ; [^\\]+)? \\$", re.MULTILINE)


def name_of(requirement: str) -> str:
    """The bare, normal name of a requirement."""
    return re.split(r"[<>=!~;\[ ]", requirement)[0].lower().replace("_", "-")


def test_every_dependency_is_pinned() -> None:
    groups = PROJECT["dependency-groups"]
    wanted = {name_of(r) for r in [*PROJECT["project"]["dependencies"], *groups["dev"], *groups["package"]]}
    assert wanted <= {name for name, _ in PINNED.findall(LOCK)}


def test_every_pin_has_a_hash() -> None:
    for block in re.split(r"\n(?=[a-z0-9])", LOCK)[1:]:
        assert PINNED.match(block), block[:60]
        assert "--hash=sha256:" in block


def test_qt_is_of_the_series_that_was_tried() -> None:
    assert dict(PINNED.findall(LOCK))["pyside6-essentials"].startswith("6.11.")


def test_the_runtime_of_the_model_is_of_a_series_that_reports_to_nobody() -> None:
    pinned = dict(PINNED.findall(LOCK))
    assert tuple(map(int, pinned["onnxruntime"].split(".")[:2])) < (1, 29)
    assert not {"tokenizers", "huggingface-hub"} & pinned.keys()


def test_no_address_stands_in_it() -> None:
    assert re.findall(r"https?:|file:|--(?:extra-)?index-url|--find-links|--trusted-host", LOCK) == []
