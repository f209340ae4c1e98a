"""The card on the upper left: the text, what stands above it, and below it what was understood or what is wrong."""

from __future__ import annotations

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from gradviz.gui.editing.editor import SourceEditor
from gradviz.gui.editing.message_area import MessageArea
from gradviz.gui.editing.palette import Palette
from gradviz.gui.editing.preview import Preview
from gradviz.gui.theme import Theme, current_theme

__all__ = ["EditorPanel"]


class EditorPanel(QFrame):
    """From above: the choices, the palette, the text, the preview, the message.

    Signals
    -------
    room_wanted : the height in which the whole text would be seen; the text has less.
    """

    room_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("editor_panel")
        self.setProperty("class", "card")
        self.editor = SourceEditor(self)
        self.palette_strip = Palette(self)
        self.preview = Preview(self)
        self.message = MessageArea(self)
        self.header = QHBoxLayout()
        self.header.setContentsMargins(12, 8, 8, 4)
        self.header.setSpacing(4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addLayout(self.header)
        layout.addWidget(self.palette_strip)
        layout.addWidget(self.editor, 1)
        layout.addWidget(self.preview)
        layout.addWidget(self.message)
        self.palette_strip.chosen.connect(self._insert)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.ask_for_room)
        self.editor.textChanged.connect(self._soon.start)
        self.editor.setMinimumHeight(int(QFontMetricsF(self.editor.font()).lineSpacing() * 2) + 20)
        self.set_theme(current_theme())

    def set_theme(self, theme: Theme) -> None:
        for part in (self.editor, self.palette_strip, self.preview, self.message):
            part.set_theme(theme)
        self.editor.setStyleSheet(
            f"#source_editor {{ background: {theme.surface}; color: {theme.text}; border: none;"
            f" font-size: 15px; selection-background-color: {theme.selection}; selection-color: {theme.text}; }}"
        )

    def sizeHint(self) -> QSize:
        lines = QFontMetricsF(self.editor.font()).lineSpacing() * 5
        return QSize(440, int(lines) + 128)

    def ask_for_room(self) -> None:
        """Say so if the text is higher than what is seen of it."""
        lacking = self.editor.wanted_height() - self.editor.height()
        if lacking > 0 and self.isVisible():
            self.room_wanted.emit(self.height() + lacking)

    def _insert(self, template: object) -> None:
        self.editor.insert(template)
        self.editor.setFocus()
