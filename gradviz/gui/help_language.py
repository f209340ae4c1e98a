"""The reference of the language, as a page with a search."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QDialog, QFrame, QLabel, QLineEdit, QTextBrowser, QVBoxLayout, QWidget

from gradviz.gui.resources import folder

__all__ = ["LanguageDialog"]


class LanguageDialog(QDialog):
    """What can be typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("language_page")
        self.setWindowTitle("The Language")
        self.search = QLineEdit(self)
        self.search.setObjectName("language_search")
        self.search.setAccessibleName("Search the reference of the language")
        self.search.setPlaceholderText("Search; Enter goes to the next place")
        self.search.setClearButtonEnabled(True)
        self._missing = QLabel("", self)
        self._missing.setObjectName("language_missing")
        self._missing.setProperty("class", "muted")
        self._missing.hide()
        self.page = QTextBrowser(self)
        self.page.setObjectName("language_text")
        self.page.setAccessibleName("The reference of the language")
        self.page.setFrameShape(QFrame.Shape.NoFrame)
        source = (folder() / "help" / "language.md").read_text(encoding="utf-8")
        self.page.document().setMarkdown(source, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        self.page.moveCursor(QTextCursor.MoveOperation.Start)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        for widget in (self.search, self._missing, self.page):
            layout.addWidget(widget)
        self.search.textChanged.connect(self._first)
        room = parent.size() - QSize(32, 32) if parent is not None else QSize(820, 640)
        self.resize(QSize(820, 640).boundedTo(room))

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
        if not words:
            self._missing.hide()
            return
        if not self.page.find(words):
            self.page.moveCursor(QTextCursor.MoveOperation.Start)
            found = self.page.find(words)
            self._missing.setText("" if found else "These words do not occur.")
            self._missing.setVisible(not found)
            return
        self._missing.hide()
