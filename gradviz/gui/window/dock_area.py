"""The panels of the window as docks: shown, hidden, moved, tabbed and floated; arrangements; what is remembered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from zlib import crc32

import shiboken6
from PySide6.QtCore import QByteArray, QChildEvent, QEvent, QSettings, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDockWidget,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QTabBar,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from gradviz.gui.small_parts import Holder
from gradviz.gui.window.dock_floats import Borrowed, Floats

__all__ = ["ARRANGEMENTS", "PANELS", "DockArea", "Shares"]

PANELS = ("function", "derivation", "picture", "details")
"""The panels, by name: the text and its derivation on the left, the plot and what is below it on the right."""

STATE_VERSION = 1
GAP = 8
"""Pixels between the panels, and around them."""
SETTLED = 1000
"""Milliseconds after which the window has the size that an arrangement was made for: going to the full screen and
coming back, the desktop gives it later."""

ACTIVATED = 150
"""Milliseconds in which the window system has activated a window after another one was closed."""

_AREA = Qt.DockWidgetArea.LeftDockWidgetArea
_Feature = QDockWidget.DockWidgetFeature

Shares = tuple[tuple[int, int], tuple[int, int], tuple[int, int]]

ARRANGEMENTS: Mapping[str, Shares] = {
    "derive": ((62, 38), (34, 66), (60, 40)),
    "explore": ((36, 64), (46, 54), (72, 28)),
    "present": ((64, 36), (0, 100), (63, 37)),
}
"""Shares of the window: left and right; text and derivation; plot and what is below it."""


class _NoTitle(QWidget):
    """The title bar of a panel that is locked in its place."""

    def sizeHint(self) -> QSize:
        return QSize(0, 0)

    minimumSizeHint = sizeHint


class DockArea(QMainWindow):
    """What lies between the menu bar and the status bar: a window in the window, that holds nothing but docks.

    Attributes
    ----------
    panels : the docks, by the names of `PANELS`.
    locked : whether the panels stay where they are; then they have no title bars. One that floats always has one.
    floats : where panels float.
    own_heights : whether the user has moved a gap since the last arrangement; then none moves by itself.
    low : whether the screen is low, so that the text begins with less height.

    Signals
    -------
    toggled : a panel's name, and whether it is shown now.
    arranged : an arrangement has found its place.
    titled : a panel's name, and whether a title bar or a tab shows its title now.
    """

    toggled = Signal(str, bool)
    titled = Signal(str, bool)
    arranged = Signal()

    def __init__(self, contents: Mapping[str, QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Widget)
        self.setObjectName("dock_area")
        self.setDockOptions(QMainWindow.DockOption.AllowNestedDocks | QMainWindow.DockOption.AllowTabbedDocks)
        self.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        self.setDocumentMode(True)
        self.locked = True
        self._bare: dict[str, QWidget] = {}
        self._titled: dict[str, bool] = {}
        self.low = self.own_heights = False
        self._again: Callable[[], object] | None = None
        self._arranging = False
        self._wanted: QByteArray | None = None
        self._stood: list[tuple[bool, bool]] = []
        self._least: list[QSize] = []
        # Never while Qt lays out: it does not bear another layout then.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._arrange_again)
        self._focused: QWidget | None = None
        self._focus_again = QTimer(self)
        self._focus_again.setSingleShot(True)
        self._focus_again.setInterval(ACTIVATED)
        self._focus_again.timeout.connect(self._give_focus)
        self._again_until = QTimer(self)
        self._again_until.setSingleShot(True)
        self._again_until.setInterval(SETTLED)
        self._again_until.timeout.connect(self._arranged)
        self._before_full: tuple[QByteArray, list[tuple[bool, bool]]] | None = None
        titles = {
            "function": self.tr("Function"),
            "derivation": self.tr("Derivation"),
            "picture": self.tr("Picture"),
            "details": self.tr("Details"),
        }
        self._build_empty()
        self.panels: dict[str, QDockWidget] = {}
        for name in PANELS:
            self.panels[name] = self._dock(name, titles[name], contents[name])
        self.floats = Floats(self.panels, self)
        self.borrowed = Borrowed(self.panels, self)
        self.borrowed.returned.connect(self._return_focus)
        self.reset()

    def _dock(self, name: str, title: str, content: QWidget) -> QDockWidget:
        dock = QDockWidget(title, self)
        dock.setObjectName(f"{name}_dock")
        dock.setAccessibleName(title)
        dock.setAllowedAreas(_AREA)  # they share one area, whose parts can be split and tabbed at will
        dock.setWidget(Holder(content, f"{content.objectName()}_pane"))
        for part, tip in (("close", self.tr("Hide this panel")), ("float", self.tr("Float this panel, or dock it"))):
            button = dock.findChild(QAbstractButton, f"qt_dockwidget_{part}button")
            if button is not None:
                button.setToolTip(tip)
        self._bare[name] = _NoTitle(dock)
        self._bare[name].setObjectName(f"{name}_no_title")
        dock.toggleViewAction().toggled.connect(self._follow_panels)
        dock.topLevelChanged.connect(self._follow_panels)
        # In the next turn of the event loop: during the drop that ends the floating, the title bar is in use.
        for changed in (dock.topLevelChanged, dock.dockLocationChanged, dock.visibilityChanged):
            changed.connect(self._show_titles, Qt.ConnectionType.QueuedConnection)
        return dock

    def _build_empty(self) -> None:
        """What is seen where no panel is."""
        empty = QWidget(self)
        empty.setObjectName("no_panels")
        text = QLabel(self.tr("No panel is docked here. The menu View › Panels shows those that are hidden."), empty)
        text.setObjectName("no_panels_text")
        text.setProperty("class", "muted")
        text.setWordWrap(True)
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        button = QPushButton(self.tr("Show All Panels"), empty)
        button.setObjectName("show_all_panels")
        button.clicked.connect(self.reset)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(empty)
        column.addStretch(1)
        column.addWidget(text)
        column.addSpacing(GAP)
        column.addLayout(row)
        column.addStretch(1)
        self.setCentralWidget(empty)

    # --- one panel

    def show_panel(self, name: str, shown: bool = True) -> None:
        """Show a panel, in front of those that share its place, or hide it."""
        self.settle()
        dock = self.panels[name]
        dock.setVisible(shown)
        if shown:
            dock.raise_()

    def reveal(self, content: QWidget) -> None:
        """Show the panel in which a widget is, unless it can be seen already."""
        for name, dock in self.panels.items():
            behind = self.tabifiedDockWidgets(dock) and dock.visibleRegion().isEmpty()
            if dock.isAncestorOf(content) and (dock.isHidden() or behind):
                self.show_panel(name)

    def make_room(self, name: str, above: str, least: int) -> None:
        """Show a panel, and give it most of the height that it shares with the one above it if it has less than this
        (in pixels).
        """
        dock, other = self.panels[name], self.panels[above]
        self.reveal(dock.widget())
        together = dock.height() + other.height()
        if dock.height() < least and not (dock.isFloating() or other.isFloating() or other.isHidden()):
            self.resizeDocks([other, dock], [together * 30 // 100, together * 70 // 100], Qt.Orientation.Vertical)

    def grow(self, name: str, below: str, wanted: int) -> None:
        """Give a panel this height (in pixels), or half of what it shares with the one below it if that is less.

        Nothing happens where the user has set the heights, where it would become lower, and before `arranged`.
        """
        if self._again is not None:
            return
        dock, other = self.panels[name], self.panels[below]
        if self.own_heights or dock.isFloating() or other.isFloating() or dock.isHidden() or other.isHidden():
            return
        together = dock.height() + other.height()
        height = min(wanted, together // 2)
        if dock.geometry().left() == other.geometry().left() and height > dock.height():
            self.resizeDocks([dock, other], [height, together - height], Qt.Orientation.Vertical)

    def float_focused(self) -> None:
        """Have the panel with the keyboard float, or dock it again."""
        # Called from the command palette, the window has not got the keyboard back yet.
        for focused in (QApplication.focusWidget(), self.window().focusWidget()):
            for dock in self.panels.values():
                if focused is not None and dock.isAncestorOf(focused):
                    dock.setFloating(not dock.isFloating())
                    self._return_focus(focused)
                    return

    def _return_focus(self, focused: QWidget) -> None:
        _focus(focused)
        # The window system may give the keyboard back to the window that it was taken from.
        self._focused = focused
        self._focus_again.start()

    def set_locked(self, locked: bool) -> None:
        """Keep the panels where they are, without title bars, or let them be moved by these."""
        self.locked = locked
        self._show_titles()

    def _show_titles(self, *_: object) -> None:
        for name, dock in self.panels.items():
            fixed = self.locked and not dock.isFloating()
            # By its tab it is named and dragged.
            tabbed = not dock.isFloating() and bool(self.tabifiedDockWidgets(dock))
            moves = _Feature(0) if fixed else _Feature.DockWidgetMovable | _Feature.DockWidgetFloatable
            dock.setFeatures(_Feature.DockWidgetClosable | moves)
            title = self._bare[name] if fixed or tabbed else None
            if dock.titleBarWidget() is not title:
                dock.setTitleBarWidget(title)
            titled = tabbed or title is None
            if self._titled.get(name, False) != titled:
                self._titled[name] = titled
                self.titled.emit(name, titled)

    def _follow_panels(self, *_: object) -> None:
        self._show_empty()
        if self._again is not None and not self._arranging and self._standing() != self._stood:
            self.settle()  # it was the user
        if self._before_full is not None and self._standing() != self._before_full[1]:
            self._before_full = None
        for name, dock in self.panels.items():
            self.toggled.emit(name, not dock.isHidden())

    def _show_empty(self) -> None:
        docked = any(not (dock.isHidden() or dock.isFloating()) for dock in self.panels.values())
        self.centralWidget().setVisible(not docked)

    # --- arrangements

    def reset(self) -> None:
        """Every panel in its place, as at the very first start."""
        self.arrange("")

    def arrange(self, name: str) -> None:
        """Every panel in its place, with the shares of an arrangement of `ARRANGEMENTS`; "" for the first one."""
        self.own_heights = False
        self._build(PANELS)
        self._keep(lambda: self._share(ARRANGEMENTS[name] if name else self._first_shares()))

    def present(self) -> None:
        """The derivation beside what is shown on the right, and nothing of the text."""
        shown = {"derivation", *(n for n in ("picture", "details") if not self.panels[n].isHidden())}
        self._build([name for name in PANELS if name in shown])
        self._keep(lambda: self._share(ARRANGEMENTS["present"]))

    @contextmanager
    def _keyboard_kept(self) -> Iterator[None]:
        """A panel that is taken out and put in again loses the keyboard: who had it gets it back, if it is seen."""
        focused = QApplication.focusWidget()
        yield
        if focused is not None and self.isAncestorOf(focused) and focused.isVisible() and not focused.hasFocus():
            focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self, shown: list[str] | tuple[str, ...]) -> None:
        with self._keyboard_kept():
            self._put_in(shown)

    def _put_in(self, shown: list[str] | tuple[str, ...]) -> None:
        self.setUpdatesEnabled(False)
        for dock in self.panels.values():
            dock.setFloating(False)
            self.removeDockWidget(dock)
        function, derivation, picture, details = (self.panels[name] for name in PANELS)
        self.addDockWidget(_AREA, function)
        self.splitDockWidget(function, picture, Qt.Orientation.Horizontal)
        self.splitDockWidget(function, derivation, Qt.Orientation.Vertical)
        self.splitDockWidget(picture, details, Qt.Orientation.Vertical)
        for name, dock in self.panels.items():
            dock.setVisible(name in shown)
        self._show_titles()
        self._show_empty()
        self.setUpdatesEnabled(True)

    def _first_shares(self) -> Shares:
        """A large screen gives its height to the derivation, and a quarter of it to what lies below the plot."""
        height = max(self.height() - GAP, 1)
        text = min(230 if self.low else 360, height * 47 // 100)
        details = min(256 + max(height - 586, 0) // 4, height * 44 // 100)
        return (48, 52), (text, height - text), (height - details, details)

    def _share(self, shares: Shares) -> None:
        function, derivation, picture, details = (self.panels[name] for name in PANELS)
        left = derivation if function.isHidden() else function
        right = details if picture.isHidden() else picture
        for docks, share, horizontally in (
            ((left, right), shares[0], True),
            ((function, derivation), shares[1], False),
            ((picture, details), shares[2], False),
        ):
            seen = [(dock, part) for dock, part in zip(docks, share, strict=True) if not dock.isHidden()]
            total = (self.width() if horizontally else self.height()) - GAP
            sizes = [total * part // sum(share) for _, part in seen]
            if len(seen) == 2:
                direction = Qt.Orientation.Horizontal if horizontally else Qt.Orientation.Vertical
                self.resizeDocks([dock for dock, _ in seen], sizes, direction)

    # --- what is remembered

    def state(self) -> QByteArray:
        """Where the panels are and how large, or are about to be, for `restore`."""
        return self._wanted if self._wanted is not None else self.saveState(STATE_VERSION)

    def restore(self, state: QByteArray) -> bool:
        """Put the panels where they were; False, and the first arrangement, where that makes no sense."""
        if not self._restore(state):
            self.reset()
            return False
        self._keep(lambda: self._restore(state))
        self._wanted = state
        return True

    def _restore(self, state: QByteArray) -> bool:
        self.floats.held = True
        with self._keyboard_kept():
            restored = self.restoreState(state, STATE_VERSION)
        self.floats.held = False
        self._show_titles()
        self._show_empty()
        return restored and any(not dock.isHidden() for dock in self.panels.values())

    def save(self, settings: QSettings) -> None:
        """Remember the panels' places, and whether they are locked."""
        state = self.state()
        settings.setValue("panels/state", state)
        settings.setValue("panels/sum", crc32(state.data()))
        settings.setValue("panels/locked", self.locked)
        settings.setValue("panels/own_heights", self.own_heights)
        self.floats.save(settings)

    def load(self, settings: QSettings) -> bool:
        """Take up what `save` remembered; False, and the first arrangement, where it is of no use."""
        self.set_locked(str(settings.value("panels/locked", True)).lower() != "false")
        self.floats.load(settings)
        own = settings.value("panels/own_heights", False, type=bool)
        state = settings.value("panels/state")
        if not isinstance(state, QByteArray) or str(settings.value("panels/sum")) != str(crc32(state.data())):
            self.reset()
            return False
        self.own_heights = bool(own)
        return self.restore(state)

    # --- the full screen

    def enter_full_screen(self) -> None:
        """Remember the sizes, until the full screen is left."""
        self._before_full = self.state(), self._standing()

    def leave_full_screen(self) -> None:
        """The sizes as they were, unless the panels were arranged otherwise since."""
        if self._before_full is not None:
            before, standing = self._before_full
            self._before_full = None
            if self._standing() == standing:
                self.restore(before)

    def _standing(self) -> list[tuple[bool, bool]]:
        return [(dock.isHidden(), dock.isFloating()) for dock in self.panels.values()]

    def _moved(self, *_: object) -> None:
        """The user arranges: what was before counts no more."""
        self._before_full = None
        self.own_heights = True
        self.settle()

    def put_away(self) -> None:
        """The window closes: the panels that float close with it."""
        for dock in self.panels.values():
            if dock.isFloating():
                dock.hide()

    # --- Qt

    def _keep(self, arrange: Callable[[], object]) -> None:
        """Arrange now, and again whenever the area, or the least size of a panel, changes in the next moment."""
        self.settle()
        self._again = arrange
        self._arrange_again()
        if self.isVisible():
            self._again_until.start()

    def _arrange_again(self) -> None:
        if self._again is not None:
            self._arranging = True
            self._again()
            self._arranging = False
            self._stood = self._standing()

    def _give_focus(self) -> None:
        focused, self._focused = self._focused, None
        if focused is not None and shiboken6.isValid(focused):
            _focus(focused)

    def _arranged(self) -> None:
        self.settle()
        self.arranged.emit()

    def settle(self) -> None:
        """The arrangement is done: from now on the panels are where they are moved to."""
        self._again = self._wanted = None
        self._again_until.stop()

    def event(self, event: QEvent) -> bool:
        """A gap that is pressed ends an arrangement; a panel that needs more or less room by now renews it."""
        if event.type() == QEvent.Type.MouseButtonPress:
            self._moved()
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self._again is not None:
            least = [dock.minimumSize() for dock in self.panels.values()]
            if least != self._least:
                self._least = least
                self._soon.start()
        return handled

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._again is not None and not self.isVisible():
            self._arrange_again()
        elif self._again is not None:
            self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._again is not None:
            self._arrange_again()
            self._again_until.start()

    def childEvent(self, event: QChildEvent) -> None:
        super().childEvent(event)
        if event.type() == QEvent.Type.ChildPolished and isinstance(event.child(), QTabBar):
            event.child().setObjectName("panel_tabs")
            event.child().setAccessibleName(self.tr("Panels"))


def _focus(widget: QWidget) -> None:
    widget.activateWindow()
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
