"""A place for a widget that is made when it is first needed: a plot costs tens of milliseconds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gradviz.gui.theme import Theme, current_theme

__all__ = ["Later"]


class Later(QWidget):
    """Stands for a widget, and shows it.

    Attributes
    ----------
    part : the widget, or None before it was seen or asked for.
    """

    def __init__(self, name: str, accessible: str, make: Callable[[], Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.part: Any = None
        self._make = make
        self._theme = current_theme()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def get(self) -> Any:
        """The widget."""
        if self.part is None:
            self.part = self._make()
            self.part.set_theme(self._theme)
            self._layout.addWidget(self.part)
        return self.part

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        if self.part is not None:
            self.part.set_theme(theme)

    @property
    def busy(self) -> bool:
        return self.part is not None and bool(getattr(self.part, "busy", False))

    def shutdown(self) -> None:
        if self.part is not None and hasattr(self.part, "shutdown"):
            self.part.shutdown()

    def showEvent(self, event: Any) -> None:
        self.get()
        super().showEvent(event)
