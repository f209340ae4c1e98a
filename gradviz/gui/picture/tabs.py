"""The tabs below the picture: some have nothing to say for some functions, and go until they have."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QTabWidget, QWidget

__all__ = ["PictureTabs"]


class PictureTabs(QTabWidget):
    """A tab that has to go while it is in front comes back to the front when it can."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("picture_tabs")
        self.setAccessibleName(self.tr("Details of the picture"))
        self.tabBar().setAccessibleName(self.accessibleName())
        self.setDocumentMode(True)
        self.tabBar().setStyleSheet("QTabBar::tab { padding: 6px 5px; }")
        self._left, self._stand_in = 0, -1  # the one that had to go, and the one in its place; -1 for none

    def choose(self, name: str) -> None:
        """Put the tab with the page of this object name to the front, if it is there and seen."""
        for i in range(self.count()):
            if self.widget(i).objectName() == name and self.isTabVisible(i):
                self.setCurrentIndex(i)

    def show_only(self, wanted: Sequence[bool]) -> None:
        """Show the tabs that are wanted, one truth value for each; at least one is.

        The new ones first, and another page before the present one goes: else Qt would show, and so make, others.
        """
        for i in (i for i, shown in enumerate(wanted) if shown and not self.isTabVisible(i)):
            self.setTabVisible(i, True)
        here = self.currentIndex()
        if not wanted[here]:
            self._left, self._stand_in = here, wanted.index(True)
            self.setCurrentIndex(self._stand_in)
        elif self._stand_in == here and wanted[self._left]:
            self._stand_in = -1
            self.setCurrentIndex(self._left)
        elif self._stand_in != here:  # another one was chosen since
            self._stand_in = -1
        for i in (i for i, shown in enumerate(wanted) if not shown and self.isTabVisible(i)):
            self.setTabVisible(i, False)
