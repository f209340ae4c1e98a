"""The row of tools above the plane: which layers are drawn, and how."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QMenu, QSizePolicy, QToolButton, QWidget

from gradviz.gui.plot.choices import PlotChoices
from gradviz.gui.plot.icons import plot_icon
from gradviz.gui.theme import Theme
from gradviz.gui.translation import told
from gradviz.sentences import say

__all__ = ["ToolButton", "ToolRow"]


@dataclass(frozen=True, slots=True)
class _Tool:
    """A layer: the attribute of `PlotChoices` that it sets, its ways of being on, and its value when it is off."""

    name: str
    text: str
    tip: str
    attribute: str
    ways: tuple[tuple[object, str], ...]
    off: object


_TOOLS = (
    _Tool(
        "heat", say("Heat"), say("Colour the plane by the value of the function"), "colour", (("value", ""),), "none"
    ),
    _Tool(
        "contours",
        say("Contours"),
        say("Lines of equal value, with their values"),
        "contours",
        (
            ("automatic", say("Levels that suit the function")),
            ("linear", say("Evenly spaced levels")),
            ("logarithmic", say("Logarithmic levels")),
        ),
        "none",
    ),
    _Tool(
        "field",
        say("Field"),
        say("The gradient: uphill, across the contours"),
        "field",
        (
            ("scaled", say("Arrows as long as the gradient is large")),
            ("unit", say("Arrows of one length")),
            ("streamlines", say("Streamlines")),
        ),
        "none",
    ),
    _Tool(
        "stationary",
        say("Stationary"),
        say("Mark the points where the gradient vanishes, by their kind"),
        "stationary",
        ((True, ""),),
        False,
    ),
    _Tool(
        "hessian",
        say("Hessian"),
        say("At the point: eigenvectors scaled by the curvature, and the conic of the quadratic form"),
        "hessian",
        ((True, ""),),
        False,
    ),
    _Tool(
        "taylor",
        say("Taylor"),
        say("Contours of the Taylor model at the point, at the levels of the function's own"),
        "taylor",
        ((1, say("First order: the tangent plane")), (2, say("Second order: the quadric"))),
        0,
    ),
    _Tool(
        "error",
        say("Error"),
        say("Colour the plane by |f − T₂|, the error of the model"),
        "colour",
        (("error", ""),),
        "none",
    ),
    _Tool(
        "regions",
        say("Regions"),
        say("Colour the plane by the definiteness of the Hessian"),
        "colour",
        (("definiteness", ""),),
        "none",
    ),
)


ICON, MENU = 31, 10
"""Pixels of a tool without its name, and of what opens its menu."""


class ToolButton(QToolButton):
    """A button with an icon; the Down key opens its menu, if it has one."""

    def __init__(self, name: str, icon: str, text: str, tip: str, parent: QWidget, *, checkable: bool = False) -> None:
        super().__init__(parent)
        self.icon_name = icon
        self.setObjectName(name)
        self.setText(text)
        self.setToolTip(f"<b>{text}</b><br>{tip}")
        self.setAccessibleName(text)
        self.setAccessibleDescription(tip)
        self.setCheckable(checkable)
        self.setIconSize(QSize(18, 18))
        self.setProperty("class", "icon")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoRaise(True)

    def set_theme(self, theme: Theme) -> None:
        self.setIcon(plot_icon(self.icon_name, theme.muted, theme.accent, theme.border_strong))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.menu() is not None:
            self.showMenu()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class ToolRow(QWidget):
    """The tools. Names stand beside the icons where there is room for them.

    Attributes
    ----------
    buttons : the layers' buttons by name.

    Signals
    -------
    chosen(PlotChoices) : the user chose something else.
    resetAsked() : the first view is wanted back.
    """

    chosen = Signal(object)
    resetAsked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("planeTools")
        self.setAccessibleName(self.tr("Layers of the plot"))
        self.choices = PlotChoices()
        self.buttons: dict[str, ToolButton] = {}
        self._ways: dict[str, dict[object, QAction]] = {}
        self._last: dict[str, object] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 4, 6, 0)
        row.setSpacing(1)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        for tool in _TOOLS:
            button = ToolButton(
                f"planeLayer_{tool.name}", tool.name, told(tool.text), told(tool.tip), self, checkable=True
            )
            button.clicked.connect(lambda on, t=tool: self._on_clicked(t, on))
            if len(tool.ways) > 1:
                self._add_menu(button, tool)
            self._last[tool.name] = tool.ways[0][0]
            self.buttons[tool.name] = button
            row.addWidget(button)
        self.more = ToolButton(
            "planeMore", "more", self.tr("More layers"), self.tr("The layers for which there is no room here"), self
        )
        self.more.setMenu(QMenu(self.more))
        self.more.menu().setObjectName("planeMore_menu")
        self.more.menu().setAccessibleName(self.more.text())
        self.more.menu().aboutToShow.connect(self._fill_more)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.hide()
        row.addWidget(self.more)
        row.addStretch(1)
        self.aspect = ToolButton(
            "planeAspect",
            "aspect",
            self.tr("Same scale"),
            self.tr("The same scale on both axes, so that right angles look right"),
            self,
            checkable=True,
        )
        self.aspect.clicked.connect(lambda on: self._choose(replace(self.choices, aspect=on)))
        self.reset = ToolButton(
            "planeResetView",
            "reset",
            self.tr("Reset view"),
            self.tr("Show the part of the plane that was chosen at first (Home)"),
            self,
        )
        self.reset.clicked.connect(self.resetAsked)
        row.addWidget(self.aspect)
        row.addWidget(self.reset)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setStyleSheet(
            "QToolButton { padding: 4px 5px; font-size: 12px; } QToolButton[popupMode='1'] { padding-right: 15px; }"
            "QToolButton::menu-button { border: none; width: 14px; background: transparent; }"
            "#planeMore { padding-right: 5px; } #planeMore::menu-indicator { image: none; width: 0px; }"
        )
        self.set_choices(self.choices)
        self._named: bool | None = None

    def _add_menu(self, button: ToolButton, tool: _Tool) -> None:
        menu = QMenu(button)
        menu.setObjectName(f"{button.objectName()}_menu")
        menu.setAccessibleName(told(tool.text))
        group = QActionGroup(menu)
        self._ways[tool.name] = {}
        for value, text in tool.ways:
            action = menu.addAction(told(text))
            action.setObjectName(f"{button.objectName()}_{value}")
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(
                lambda _=False, t=tool, v=value: self._choose(replace(self.choices, **{t.attribute: v}))
            )
            self._ways[tool.name][value] = action
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        button.setAccessibleDescription(self.tr("{tip}. Down opens its menu.").format(tip=told(tool.tip)))

    # --- what others call

    def set_choices(self, choices: PlotChoices) -> None:
        """Show choices; no signal."""
        self.choices = choices
        for tool in _TOOLS:
            value = getattr(choices, tool.attribute)
            on = any(value == way for way, _ in tool.ways)
            self.buttons[tool.name].setChecked(on)
            if on:
                self._last[tool.name] = value
            if tool.name in self._ways:
                for way, action in self._ways[tool.name].items():
                    action.setChecked(way == self._last[tool.name])
        self.aspect.setChecked(choices.aspect)

    def set_theme(self, theme: Theme) -> None:
        for button in (*self.buttons.values(), self.more, self.aspect, self.reset):
            button.set_theme(theme)
        self._arrange()

    # --- what happens

    def _on_clicked(self, tool: _Tool, on: bool) -> None:
        self._choose(replace(self.choices, **{tool.attribute: self._last[tool.name] if on else tool.off}))

    def _choose(self, choices: PlotChoices) -> None:
        changed = choices != self.choices
        self.set_choices(choices)
        if changed:
            self.chosen.emit(choices)

    def _arrange(self) -> None:
        """Names beside the icons, if they fit; the last tools in a menu, if even the icons do not."""
        wide = self._width(named=True) <= self.width()
        lacking = self._width(named=False) - self.width()
        room = self.width() - 3 * ICON - 20
        for button in self.buttons.values():
            room -= ICON + (MENU if button.menu() else 0)
            button.setVisible(lacking <= 0 or room >= 0)
        self.more.setVisible(lacking > 0)
        if wide == self._named:
            return
        self._named = wide
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if wide else Qt.ToolButtonStyle.ToolButtonIconOnly
        for button in self.buttons.values():
            button.setToolButtonStyle(style)

    def _fill_more(self) -> None:
        """The tools that are not in the row."""
        menu = self.more.menu()
        menu.clear()
        for button in self.buttons.values():
            if button.isHidden():
                action = menu.addAction(button.text())
                action.setObjectName(f"planeMore_{button.icon_name}")
                action.setCheckable(True)
                action.setChecked(button.isChecked())
                action.triggered.connect(button.click)
                if button.menu() is not None:
                    menu.addMenu(button.menu()).setText(self.tr("{}: kind").format(button.text()))

    def _width(self, *, named: bool) -> int:
        margins = self.layout().contentsMargins()
        width = margins.left() + margins.right() + 2 * ICON
        measure: Callable[[str], int] = self.buttons["heat"].fontMetrics().horizontalAdvance
        for button in self.buttons.values():
            width += ICON + (MENU if button.menu() else 0) + (measure(button.text()) + 5 if named else 0)
        return width

    def resizeEvent(self, event: QEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def sizeHint(self) -> QSize:
        return QSize(self._width(named=False), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Room for a few tools; the others are in a menu."""
        return QSize(6 * ICON, super().sizeHint().height())
