"""What the tests of commands share."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _in_this_process(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process for each command would take longer than what it does."""
    if "own_process" not in request.fixturenames:
        monkeypatch.setattr("gradviz.export.limited.within", lambda _, work, *arguments: work(*arguments))


@pytest.fixture
def own_process() -> None:
    """For the tests that want it."""
