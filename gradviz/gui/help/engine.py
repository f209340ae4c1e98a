"""The page "How the engine works": what the code says of itself, in the order in which a derivation is made."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from gradviz.gui.help.page_dialog import PageDialog
from gradviz.gui.help.pages import page_html
from gradviz.gui.theme import Theme

__all__ = ["EngineDialog"]


class EngineDialog(PageDialog):
    """Chapters as the worker sends them (`gradviz.gui.worker.engine_page`)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("engine", "", "", parent)
        self.setWindowTitle(self.tr("How the Engine Works"))
        self.search.setAccessibleName(self.tr("Search the page on the engine"))
        self.page.setAccessibleName(self.windowTitle())
        self._source = self.tr("Reading the code…")
        self.show_page()

    def set_page(self, reply: dict[str, Any]) -> None:
        """The reply with the page, or why there is none."""
        done = bool(reply.get("page"))
        self._source = reply["page"] if done else reply.get("message") or self.tr("The page cannot be shown.")
        self.show_page()

    def html(self, theme: Theme) -> str:
        return page_html(self._source, theme)
