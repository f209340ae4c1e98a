"""Contrast of both themes, measured: text at least 4.5 to 1, outlines and marks of the focus 3 to 1 (WCAG 2.1 AA)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QSlider,
    QSpinBox,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gradviz.gui import theme as themes
from gradviz.gui.app import make_application
from gradviz.gui.editing.colours import Highlighter
from gradviz.gui.theme import DARK, LIGHT

# The offscreen platform says so of every window whose smallest size changes.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

BOTH = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
TEXT, MARK = 4.5, 3.0

_GROUNDS = ("background", "surface", "raised", "sunken", "hover", "chip", "answer", "accent_soft", "selection")
_PLAIN = ("text", "muted", "on_chip", "error", "ok", "warning", "syntax_function", "syntax_number")
_FEW = {
    "accent": _GROUNDS[:-1],
    "plot_axis": ("plot_background",),
    "on_accent": ("accent",),
    "plot_gradient": ("surface",),
}


@BOTH
def test_every_colour_of_text_is_read_on_every_ground(theme: Any) -> None:
    pairs = [(ink, ground) for ink in _PLAIN for ground in _GROUNDS]
    pairs += [(ink, ground) for ink, grounds in _FEW.items() for ground in grounds]
    pairs += [(f"{tone}", f"{tone}_soft") for tone in ("error", "ok", "warning", "accent")]
    weak = {
        pair: ratio for pair in pairs if (ratio := contrast(getattr(theme, pair[0]), getattr(theme, pair[1]))) < TEXT
    }
    assert weak == {}


@BOTH
def test_outlines_of_controls_are_seen(theme: Any) -> None:
    for ground in ("surface", "background", "sunken", "raised"):
        assert contrast(theme.border_strong, getattr(theme, ground)) >= MARK, ground
    for line in (*theme.trajectories, theme.plot_gradient, theme.plot_point_border):
        assert contrast(line, theme.plot_background) >= MARK, line


@BOTH
def test_what_is_disabled_can_be_made_out(theme: Any) -> None:
    """The guidelines ask nothing of it; one still wants to know what there is to enable."""
    for ground in ("surface", "background", "sunken", "raised"):
        assert MARK <= contrast(theme.faint, getattr(theme, ground)) < contrast(theme.muted, getattr(theme, ground))


@BOTH
def test_what_qt_paints_itself_has_contrast(theme: Any) -> None:
    roles, made = QPalette.ColorRole, themes.palette(theme)
    for ink, ground in (
        (roles.WindowText, roles.Window),
        (roles.Text, roles.Base),
        (roles.Text, roles.AlternateBase),
        (roles.PlaceholderText, roles.Base),
        (roles.ButtonText, roles.Button),
        (roles.HighlightedText, roles.Highlight),
        (roles.ToolTipText, roles.ToolTipBase),
        (roles.Link, roles.Base),
    ):
        assert contrast(made.color(ink).name(), made.color(ground).name()) >= TEXT, ink


@BOTH
def test_the_text_that_is_typed_has_contrast(qapp: Any, theme: Any) -> None:
    highlighter = Highlighter(None)
    highlighter.set_theme(theme)
    for kind, form in highlighter._formats.items():
        assert contrast(form.foreground().color().name(), theme.surface) >= TEXT, kind


def _made(kind: type[QWidget], style: str = "", checked: bool = False) -> Callable[[QWidget], QWidget]:
    def make(parent: QWidget) -> QWidget:
        widget: Any = kind(parent)
        if hasattr(widget, "setText"):
            widget.setText("words")
        if isinstance(widget, QSlider):
            widget.setOrientation(Qt.Orientation.Horizontal)
        if isinstance(widget, QTabBar):
            widget.addTab("One")
        widget.setProperty("class", style)
        if checked:
            widget.setCheckable(True)
            widget.setChecked(True)
        return widget

    return make


CONTROLS = {
    "button": _made(QPushButton),
    "primary button": _made(QPushButton, "primary"),
    "quiet button": _made(QPushButton, "quiet"),
    "checked button": _made(QPushButton, checked=True),
    "tool": _made(QToolButton),
    "icon": _made(QToolButton, "icon"),
    "toggle": _made(QToolButton, "toggle"),
    "checked tool": _made(QToolButton, checked=True),
    "checked toggle": _made(QToolButton, "toggle", checked=True),
    "field": _made(QLineEdit),
    "number": _made(QSpinBox),
    "choice": _made(QComboBox),
    "compact choice": _made(QComboBox, "compact"),
    "check box": _made(QCheckBox),
    "radio button": _made(QRadioButton),
    "slider": _made(QSlider),
    "tabs": _made(QTabBar),
}


@pytest.fixture(params=[LIGHT, DARK], ids=["light", "dark"])
def bench(request: Any, qtbot: Any) -> Iterator[QWidget]:
    app = make_application()
    assert isinstance(app, QApplication)
    themes.set_override(request.param.name)
    app.setPalette(themes.palette(request.param))
    app.setStyleSheet(themes.stylesheet(request.param))
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window)
    yield window
    themes.set_override("")


def test_the_focus_is_seen_on_every_control(qtbot: Any, bench: QWidget) -> None:
    """Some of its pixels change by 3 to 1 when a control gets the keyboard, and its size does not."""
    other = QPushButton("other", bench)
    bench.layout().addWidget(other)
    widgets = {name: make(bench) for name, make in CONTROLS.items()}
    for widget in widgets.values():
        bench.layout().addWidget(widget)
    bench.show()
    bench.activateWindow()
    qtbot.waitUntil(bench.isActiveWindow)
    unseen, moved = [], []
    for name, widget in widgets.items():
        other.setFocus()
        before, size = widget.grab().toImage(), widget.sizeHint()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        assert widget.hasFocus(), name
        after = widget.grab().toImage()
        changed = sum(
            contrast(before.pixelColor(x, y).name(), after.pixelColor(x, y).name()) >= MARK
            for x in range(0, before.width())
            for y in range(before.height())
            if before.pixel(x, y) != after.pixel(x, y)
        )
        if changed < 20 and not isinstance(widget, QLineEdit | QSpinBox):  # those have a cursor, and their ring
            unseen.append((name, changed))
        if widget.sizeHint() != size:
            moved.append(name)
    assert (unseen, moved) == ([], [])


def test_a_check_box_is_seen_checked_or_not(bench: QWidget) -> None:
    box = QCheckBox(bench)
    bench.layout().addWidget(box)
    bench.show()
    ground = bench.palette().color(QPalette.ColorRole.Window).name()
    for checked in (False, True):
        box.setChecked(checked)
        image = box.grab().toImage()
        seen = sum(
            contrast(image.pixelColor(x, y).name(), ground) >= MARK
            for x in range(image.width())
            for y in range(image.height())
        )
        assert seen >= 30, checked  # its outline


def contrast(one: str, other: str) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    channels = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in QColor(colour).getRgbF()[:3]]
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
