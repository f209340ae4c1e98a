"""The pages of the studio, one of which is seen, and the tabs that choose it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QTabBar, QWidget

__all__ = ["Pages"]


class Pages(QStackedWidget):
    """Widgets one behind the other; only the one that is seen asks for room.

    Attributes
    ----------
    tabs : the row of tabs, to be placed elsewhere: a low window has no row to spare for it.

    Signals
    -------
    turned(QWidget) : another page is seen.
    """

    turned = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("descentPages")
        self.setAccessibleName(self.tr("What the tab shows"))
        self.tabs = QTabBar(parent)
        self.tabs.setObjectName("descentTabs")
        self.tabs.setAccessibleName(self.tr("Step, method, convergence, comparison"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setStyleSheet("QTabBar::tab { padding: 5px 5px; }")
        self.tabs.currentChanged.connect(self._show)

    def add_page(self, page: QWidget, title: str) -> None:
        """Put a page behind the others."""
        self.addWidget(page)
        self.tabs.addTab(title)
        self._show(self.tabs.currentIndex())

    def show_page(self, page: QWidget) -> None:
        """Bring a page to the front."""
        self.tabs.setCurrentIndex(self.indexOf(page))

    def set_page_visible(self, page: QWidget, visible: bool) -> None:
        """Offer a page, or not; one that is not offered gives way to the first."""
        index = self.indexOf(page)
        if self.tabs.isTabVisible(index) != visible:
            if not visible and self.currentIndex() == index:
                self.tabs.setCurrentIndex(0)
            self.tabs.setTabVisible(index, visible)
            self.tabs.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        """Of the page that is seen; Qt would take the highest one."""
        page = self.currentWidget()
        return page.heightForWidth(width) if page is not None and page.hasHeightForWidth() else 0

    def _show(self, index: int) -> None:
        before = self.currentIndex()
        for i in range(self.count()):
            policy = QSizePolicy.Policy.Preferred if i == index else QSizePolicy.Policy.Ignored
            self.widget(i).setSizePolicy(policy, policy)
        self.setCurrentIndex(index)
        self.updateGeometry()
        if before != index and self.currentWidget() is not None:
            self.turned.emit(self.currentWidget())
