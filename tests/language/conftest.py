"""The annotators that the tests of whole texts run on."""

from __future__ import annotations

import pytest

from reader import paths
from reader.language import Annotator, load


@pytest.fixture(scope="session", params=("rules", "trained"))
def model(request: pytest.FixtureRequest) -> str:
    """Which annotator runs. DATELINE_MODEL puts a folder with another model in the place of the trained one."""
    return str(request.param)


@pytest.fixture(scope="session")
def by(model: str) -> Annotator:
    """An annotator, loaded once; "trained" is skipped while the program comes without its model."""
    if model == "rules":
        return load("rules")
    if not paths.chosen_model() and not (paths.resource("models", "english") / "model.json").exists():
        pytest.skip("there is no trained model yet")
    return load(paths.chosen_model() or "trained")
