"""A page of the help in a window of its own, with a search."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QDialog, QFrame, QLabel, QLineEdit, QTextBrowser, QVBoxLayout, QWidget

from gradviz.gui.theme import Theme, current_theme

__all__ = ["PageDialog"]


class PageDialog(QDialog):
    """A page that is searched; a subclass says what is on it (`html`).

    Parameters
    ----------
    name : begins the object names.
    title : of the window.
    searched : what the search field is called to those who do not see it.
    """

    def __init__(self, name: str, title: str, searched: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_page")
        self.setWindowTitle(title)
        self.search = QLineEdit(self)
        self.search.setObjectName(f"{name}_search")
        self.search.setAccessibleName(searched)
        self.search.setPlaceholderText(self.tr("Search; Enter goes to the next place"))
        self.search.setClearButtonEnabled(True)
        self._missing = QLabel(self.tr("These words do not occur."), self)
        self._missing.setObjectName(f"{name}_missing")
        self._missing.setProperty("class", "muted")
        self._missing.hide()
        self.page = QTextBrowser(self)
        self.page.setObjectName(f"{name}_text")
        self.page.setAccessibleName(title)
        self.page.setFrameShape(QFrame.Shape.NoFrame)
        self.page.setOpenLinks(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        for widget in (self.search, self._missing, self.page):
            layout.addWidget(widget)
        self.search.textChanged.connect(self._first)
        room = parent.size() - QSize(32, 32) if parent is not None else QSize(820, 640)
        self.resize(QSize(820, 640).boundedTo(room))

    def html(self, theme: Theme) -> str:
        """What is on the page, in these colours."""
        raise NotImplementedError

    def show_page(self) -> None:
        """Fill the page anew; the reader stays where they are."""
        bar = self.page.verticalScrollBar()
        at = bar.value()
        self.page.setHtml(self.html(current_theme()))
        bar.setValue(at)

    def set_theme(self, theme: Theme) -> None:
        self.show_page()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._next()
        else:
            super().keyPressEvent(event)

    def _first(self, *_: object) -> None:
        self.page.moveCursor(QTextCursor.MoveOperation.Start)
        self._next()

    def _next(self) -> None:
        words = self.search.text()
        if not words or self.page.find(words):
            self._missing.hide()
            return
        self.page.moveCursor(QTextCursor.MoveOperation.Start)
        self._missing.setVisible(not self.page.find(words))
