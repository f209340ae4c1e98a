"""The right-hand side: the plot, the values and the descent. It is made only once the window has been painted."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QThread, Signal
from PySide6.QtWidgets import QFrame, QLabel, QSplitter, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from gradviz.gui.commands import DocumentModel
from gradviz.gui.theme import Theme, current_theme

__all__ = ["PictureArea"]


class _Importer(QThread):
    """Imports what the plot needs (NumPy, pyqtgraph) while the user can type."""

    def run(self) -> None:
        import gradviz.gui.descent.panel
        import gradviz.gui.plot.plane_view
        import gradviz.gui.plot.values_editor
        import gradviz.gui.scene  # noqa: F401


class PictureArea(QWidget):
    """A placeholder at first; then the plot above, the descent and the values below.

    Attributes
    ----------
    scene : what is drawn (a ``gradviz.gui.scene.Scene``), or None.

    Signals
    -------
    ready : the plot is there.
    """

    ready = Signal()

    def __init__(self, model: DocumentModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("picture_area")
        self._model = model
        self._expressions: dict[str, Any] | None = None
        self._importer: _Importer | None = None
        self._listening = True
        self.scene: Any = None
        self.plane_view: Any = None
        self.values_editor: Any = None
        self.descent_panel: Any = None
        self._placeholder = QLabel("The picture appears here.", self)
        self._placeholder.setObjectName("plot_placeholder")
        self._placeholder.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._placeholder.setWordWrap(True)
        self._placeholder.setProperty("class", "muted")
        self._placeholder.setMargin(24)
        self.stack = QStackedWidget(self)
        self.stack.setObjectName("plot_stack")
        self.stack.addWidget(self._placeholder)
        self._plot_card = _card("plot_card", self.stack)
        self.tabs = QTabWidget(self)
        self.tabs.setObjectName("picture_tabs")
        self.tabs.setDocumentMode(True)
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter.setObjectName("right_splitter")
        self.splitter.setHandleWidth(8)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self._plot_card)
        self.splitter.addWidget(_card("tabs_card", self.tabs))
        self.splitter.setStretchFactor(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)

    def prepare(self) -> None:
        """Begin to import what the plot needs."""
        if self._importer is None and self.plane_view is None:
            self._importer = _Importer(self)
            self._importer.finished.connect(self._create)
            self._importer.start(QThread.Priority.LowPriority)

    def show_expressions(self, expressions: dict[str, Any] | None) -> None:
        """Draw a reply's expressions; None when there are none."""
        self._expressions = expressions
        if self.plane_view is not None:
            self._refresh()

    def document_changed(self, changed: frozenset[str]) -> None:
        """Follow the document (undo, redo, load)."""
        if (
            self.plane_view is not None
            and self._listening
            and changed & {"values", "dims", "point", "descent"}
        ):
            self._refresh()

    def set_theme(self, theme: Theme) -> None:
        for part in (self.plane_view, self.values_editor, self.descent_panel):
            if part is not None and hasattr(part, "set_theme"):
                part.set_theme(theme)

    def shut_down(self) -> None:
        """Wait for what still runs."""
        if self._importer is not None:
            self._importer.wait()

    def _create(self) -> None:
        from gradviz.gui.descent.panel import DescentPanel
        from gradviz.gui.plot.plane_view import PlaneView
        from gradviz.gui.plot.values_editor import ValuesEditor

        self.plane_view, self.values_editor, self.descent_panel = PlaneView(), ValuesEditor(), DescentPanel()
        self.stack.addWidget(self.plane_view)
        self.tabs.addTab(self.descent_panel, "Descent")
        self.tabs.addTab(self.values_editor, "Values")
        self.set_theme(current_theme())
        self._connect()
        self._refresh()
        self.ready.emit()

    def _connect(self) -> None:
        pass

    def _refresh(self) -> None:
        pass


def _card(name: str, content: QWidget) -> QFrame:
    card = QFrame()
    card.setObjectName(name)
    card.setProperty("class", "card")
    layout = QVBoxLayout(card)
    layout.setContentsMargins(1, 1, 1, 1)
    layout.addWidget(content)
    return card
