"""Fixtures for the widgets: a worker that obeys, and a window around it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import shiboken6

from gradviz.gui.documents.document import Document

HERE = Path(__file__).parent
FAKE = [sys.executable, str(HERE / "fake_worker.py")]


@pytest.fixture
def make_client(qtbot: Any) -> Iterator[Callable[..., Any]]:
    """Clients of the fake worker; closed after the test."""
    from gradviz.gui.worker.client import WorkerClient

    made = []

    def make(*arguments: str, **settings: Any) -> WorkerClient:
        client = WorkerClient(command=[*FAKE, *arguments], **{"spare_delay": 20, **settings})
        made.append(client)
        return client

    yield make
    for client in made:
        if shiboken6.isValid(client):
            client.close()
            client.deleteLater()


@pytest.fixture
def make_window(qtbot: Any, make_client: Any, monkeypatch: Any) -> Iterator[Callable[..., Any]]:
    """Windows around the fake worker, without the picture; closed without a question after the test."""
    from gradviz.gui import theme
    from gradviz.gui.app import make_application
    from gradviz.gui.picture.area import PictureArea
    from gradviz.gui.window.main_window import MainWindow

    make_application()
    monkeypatch.setattr(PictureArea, "prepare", lambda self, *_: None)
    made = []

    def make(text: str = "x' A x", **settings: Any) -> MainWindow:
        window = MainWindow(Document(text=text), client=make_client(**settings))
        made.append(window)
        window.show()
        qtbot.waitExposed(window)
        return window

    yield make
    for window in filter(shiboken6.isValid, made):
        window.model.undo_stack.setClean()
        window.close()
        window.deleteLater()
    theme.set_override("")
