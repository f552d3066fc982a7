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
    """An annotator, loaded once. DATELINE_MODEL may name a folder that takes the place of the trained model."""
    if model == "rules":
        return load("rules")
    chosen = paths.chosen_model()
    return load(chosen if chosen not in ("", "rules", "trained") else "trained")
