"""A picture with its panels, of a text that the engine itself has derived; no window around it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter

from gradviz.gui.documents.commands import DocumentModel
from gradviz.gui.documents.document import Document
from gradviz.gui.picture.area import PictureArea
from gradviz.gui.picture.sight import LookAgain, Sight
from gradviz.gui.worker.engine import Engine

__all__ = ["area_of", "expressions_of"]


def expressions_of(text: str) -> dict[str, Any]:
    """What the window gets from the worker."""
    reply = Engine().handle({"kind": "derive", "text": text})
    assert reply["status"] == "done"
    return reply["expressions"]


def area_of(
    qtbot: Any, made: list[PictureArea], size: tuple[int, int], text: str, sight: Sight | None = None, **settings: Any
) -> PictureArea:
    """The picture of a document with this text and these settings, shown; `made` is told of it, to shut it down."""
    area = PictureArea(DocumentModel(Document(text=text, **settings)))
    if sight is not None:
        LookAgain(area, sight)
    area._model.changed.connect(area.document_changed)
    made.append(area)
    host = area.host = QSplitter(Qt.Orientation.Vertical)
    qtbot.addWidget(host)
    host.addWidget(area.plot_card)
    host.addWidget(area.tabs_card)
    host.resize(*size)
    host.show()
    area.show_expressions(expressions_of(text))
    area.prepare()
    qtbot.waitUntil(lambda: area.plane_view is not None)
    return area
