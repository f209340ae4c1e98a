"""Scenes of typed functions, as the window would draw them."""

from __future__ import annotations

from typing import Any

from gradviz.gui.documents.document import Document
from gradviz.gui.picture import scene
from gradviz.gui.worker.engine import Engine

HIMMELBLAU = "(x^2+y-11)^2 + (x+y^2-7)^2"
ROSENBROCK = "(1-x)^2 + 100 (y-x^2)^2"


def scene_of(text: str, **settings: Any) -> scene.Scene:
    """The scene of a text."""
    reply = Engine().handle({"kind": "derive", "text": text, "wrt": settings.pop("wrt", ())})
    assert reply["status"] == "done", reply["message"]
    return scene.build(reply["expressions"], Document(text=text, **settings))


def landscape_of(text: str, **settings: Any) -> Any:
    found = scene_of(text, **settings)
    assert found.landscape is not None, found.reason
    return found.landscape
