"""The reference of the language: a page with a search, whose examples open as documents."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl, Signal
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from gradviz.gui.help.page_dialog import PageDialog
from gradviz.gui.help.pages import example_of, live_text, page_html
from gradviz.gui.resources import folder
from gradviz.gui.theme import Theme
from gradviz.gui.translation import spoken_language

__all__ = ["LanguageDialog", "language_page"]


def language_page(language: str) -> str:
    """The page as Markdown, in a language; in English where it has not been translated."""
    pages = folder() / "help"
    page = pages / f"language_{language}.md"
    return (page if page.is_file() else pages / "language.md").read_text(encoding="utf-8")


class LanguageDialog(PageDialog):
    """What can be typed. Tab walks the examples, Enter or a click opens one.

    Signals
    -------
    opened : the text of a document.
    """

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("language", "", "", parent)
        self.setWindowTitle(self.tr("The Language"))
        self.search.setAccessibleName(self.tr("Search the reference of the language"))
        self.page.setAccessibleName(self.tr("The reference of the language"))
        self._source = language_page(spoken_language(QApplication.instance()))
        self._about = QLabel("", self)
        self._about.setObjectName("language_about")
        self._about.setProperty("class", "muted")
        self.layout().addWidget(self._about)
        self.page.anchorClicked.connect(self._open)
        self.page.highlighted.connect(self._tell)
        self.page.installEventFilter(self)
        self._tell(QUrl())
        self.show_page()

    def html(self, theme: Theme) -> str:
        return page_html(self._source, theme, live=True)

    def _tell(self, url: QUrl) -> None:
        """What the example under the mouse or the cursor would open."""
        example = example_of(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        if example:
            opens = "  ·  ".join(live_text(example).split("\n"))
            self._about.setText(self.tr("Opens:  {text}").format(text=opens))
        else:
            self._about.setText(self.tr("Click an example, or walk to it with Tab and press Enter, to see it derived."))

    def eventFilter(self, watched: Any, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            QTimer.singleShot(0, self, self._tell_selected)  # once the page has gone to the next example
        return super().eventFilter(watched, event)

    def _tell_selected(self) -> None:
        cursor = self.page.textCursor()
        cursor.setPosition(cursor.selectionEnd())
        self._tell(QUrl(cursor.charFormat().anchorHref()))

    def _open(self, url: QUrl) -> None:
        example = example_of(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        if example:
            self.opened.emit(live_text(example))
