"""Every dialog by the keyboard alone: where it begins, what Tab reaches and in which order, and that Escape closes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QLineEdit, QMainWindow, QWidget

from gradviz.gui.app import make_application
from gradviz.gui.derivation.checks import ChecksDialog
from gradviz.gui.descent.compare.row_editor import RowEditor
from gradviz.gui.gallery.dialog import GalleryDialog
from gradviz.gui.help.engine import EngineDialog
from gradviz.gui.help.language import LanguageDialog
from gradviz.gui.help.rules import RulesDialog
from gradviz.gui.plot.data_dialog import DataDialog
from gradviz.gui.preferences import PreferencesDialog
from gradviz.gui.shortcuts.dialog import ShortcutsDialog
from gradviz.gui.window.command_palette import Command, CommandPalette
from gradviz.gui.worker.engine import Engine
from gradviz.language.parser import parse
from gradviz.numeric.binding import default_binding

# The offscreen platform says so of every window whose smallest size changes.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

ROW = 14
"""Pixels by which the middles of widgets in one row may differ."""


def _rules(parent: QWidget) -> QDialog:
    made = RulesDialog(parent)
    made.set_rules(Engine().handle({"kind": "rules"}))
    return made


def _checks(parent: QWidget) -> QDialog:
    reply = Engine().handle({"kind": "derive", "text": "x' A x", "wrt": ["x"]})
    return ChecksDialog(reply["verification"], parent)


def _data(parent: QWidget) -> QDialog:
    problem = parse("||y - X w||^2")
    binding = default_binding(list(problem.symbols), 0, {}, list(problem.variables))
    return DataDialog(problem.symbols, problem.variables, binding, parent=parent)


DIALOGS: dict[str, Callable[[QWidget], QDialog]] = {
    "gallery": GalleryDialog,
    "rules": _rules,
    "language": LanguageDialog,
    "engine": EngineDialog,
    "preferences": PreferencesDialog,
    "shortcuts": ShortcutsDialog,
    "checks": _checks,
    "palette": lambda parent: CommandPalette([Command("One", "Menu", "", lambda: None, "")], parent),
    "data": _data,
    "compared row": lambda parent: RowEditor("heavy-ball", {}, 0.1, parent),
}
COLUMNS = {"gallery": 200, "rules_page": 200}
"""Dialogs of two columns, which are read one after the other, and from where on the second one lies."""


@pytest.fixture(params=DIALOGS)
def dialog(request: Any, qtbot: Any) -> Iterator[QDialog]:
    make_application()
    parent = QMainWindow()
    parent.resize(1200, 760)
    qtbot.addWidget(parent)
    parent.show()
    made = DIALOGS[request.param](parent)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    qtbot.wait(0)
    yield made
    made.close()


def test_a_dialog_begins_where_one_acts_and_escape_closes_it(qtbot: Any, dialog: QDialog) -> None:
    first = QApplication.focusWidget()
    assert first is not None
    assert dialog.isAncestorOf(first)
    search = [field for field in dialog.findChildren(QLineEdit) if "search" in field.objectName()]
    assert not search or first is search[0]
    qtbot.keyClick(first, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_tab_reaches_everything_in_the_order_in_which_it_is_read(qtbot: Any, dialog: QDialog) -> None:
    walked = _walk(qtbot, dialog)
    missed = [w.objectName() for w in _acting(dialog) if w not in walked]
    assert missed == []
    places = [_place(dialog, w) for w in walked]
    start = places.index(min(places))
    assert places[start:] + places[:start] == sorted(places), [w.objectName() for w in walked]
    unnamed = [w.objectName() for w in walked if not _said(w)]
    assert unnamed == []


def _walk(qtbot: Any, dialog: QDialog) -> list[QWidget]:
    """Who has the keyboard, one after the other, until it is the first again."""
    first = QApplication.focusWidget()
    walked: list[QWidget] = [first]
    for _ in range(400):
        before = QApplication.focusWidget()
        qtbot.keyClick(before, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        if now is first:
            return walked
        if now is not walked[-1]:
            walked.append(now)
    raise AssertionError(f"Tab does not come back to {first.objectName()}; it is at {walked[-1].objectName()}")


def _acting(dialog: QDialog) -> list[QWidget]:
    """What is seen and takes the keyboard."""
    return [
        widget
        for widget in dialog.findChildren(QWidget)
        if widget.isVisibleTo(dialog)
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and not isinstance(widget, QLabel)
        and widget.objectName() not in ("qt_spinbox_lineedit", "")
    ]


def _place(dialog: QDialog, widget: QWidget) -> tuple[int, int, int]:
    """Column of the dialog, row, and place in the row."""
    at = widget.mapTo(dialog, QPoint(0, 0))
    column = int(at.x() >= COLUMNS.get(dialog.objectName(), 10_000))
    return column, round((at.y() + min(widget.height(), 28) / 2) / ROW / 2), at.x()


def _said(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text or _label_of(widget)


def _label_of(widget: QWidget) -> str:
    return next((label.text() for label in widget.window().findChildren(QLabel) if label.buddy() is widget), "")
