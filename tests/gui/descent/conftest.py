"""Runs of some hundred steps are there at once, however busy the machine is."""

from __future__ import annotations

import pytest

from gradviz.gui.descent import runner


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A window waits for a moment only, and shows what there is by then; tests wait for the first steps."""
    monkeypatch.setattr(runner, "PATIENCE", 30.0)
    monkeypatch.setattr(runner, "FIRST_SLICE", 0.1)
