"""What a window shows, as texts: for tests that look at every one."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QGraphicsTextItem,
    QGraphicsView,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QSizePolicy,
    QTabBar,
    QWidget,
)

__all__ = ["clipped", "english_left", "look", "shown_texts"]

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "packaging"))
from word_lint import TO_DO  # noqa: E402

_ENGLISH = re.compile(r"[A-Za-z]{4,}")
_DISGUISED = re.compile(r"⟦[^⟦⟧]*⟧")
_SAME_EVERYWHERE = re.compile(
    r"gradviz|LaTeX|Typst|NumPy|English|https?://\S+|<[^<>]*>|&\w+;|\\(begin|end)\{\w+\}|\\\w+"
    r"|Ctrl|Shift|Enter|Esc|Space|Home|Left|Right"
    # words of the language that users type
    r"|symmetric|diagonal|orthogonal|invertible|positive|definite|semidefinite|full rank|logdet|softmax|norm|sigmoid|kron"
    r"|lambda|sigma|kappa|beta|ones|sign|tanh|Matrix Cookbook|[Α-Ωα-ωϕϵ]  [A-Za-z]+"
)
"""Names, keys, and the words that users type, which are what they are in every language."""
USERS = frozenset({"wrt_choice", "source_editor"})
"""Object names of widgets whose texts are names that the user chose."""
SLACK = 2
"""Pixels by which a text may miss its best width: rounding."""


def shown_texts(root: QWidget) -> Iterator[tuple[str, str]]:
    """(where, text) of everything that a widget and those in it say, tool tips and accessible texts included."""
    for widget in (root, *root.findChildren(QWidget)):
        if widget.window() is not root.window() or not _is_done(widget):
            continue
        where = widget.objectName() or type(widget).__name__
        for name in ("toolTip", "accessibleName", "accessibleDescription", "statusTip", "whatsThis"):
            yield f"{where}.{name}", getattr(widget, name)()
        yield from ((f"{where}.{part}", text) for part, text in _own_texts(widget))
        for action in widget.actions():
            if _is_done(action):
                yield f"{where}.{action.objectName()}", action.text()
                yield f"{where}.{action.objectName()}.toolTip", action.toolTip()


def english_left(text: str) -> str:
    """The English words of a text that are not disguised, as the pseudo-language would have them; "" if none."""
    while (rest := _DISGUISED.sub("", text)) != text:  # from the innermost outward
        text = rest
    return " ".join(_ENGLISH.findall(_SAME_EVERYWHERE.sub(" ", text)))


def clipped(root: QWidget) -> Iterator[tuple[str, int, int]]:
    """(where, width, wanted width) of labels, buttons and numbers that are too narrow for their texts."""
    for widget in root.findChildren(QWidget):
        if isinstance(widget, QAbstractSpinBox) and widget.isVisible():
            field = widget.findChild(QLineEdit)
            wanted = field.fontMetrics().horizontalAdvance(field.text())
            if field.width() < wanted:
                yield widget.objectName(), field.width(), wanted
        if (
            not widget.isVisible()
            or not _is_done(widget)
            or not isinstance(widget, QLabel | QAbstractButton | QComboBox)
        ):
            continue
        if isinstance(widget, QAbstractButton) and not widget.text():
            continue  # a picture
        elastic = widget.sizePolicy().horizontalPolicy() in (QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Maximum)
        if elastic or (isinstance(widget, QLabel) and widget.wordWrap()):
            continue
        wanted = min(widget.sizeHint().width(), widget.minimumSizeHint().width() or widget.sizeHint().width())
        if widget.width() + SLACK < wanted:
            yield widget.objectName() or type(widget).__name__, widget.width(), wanted


def look(qtbot: Any, *roots: QWidget) -> None:
    """Fail where a word is English, or where one stays clipped: what gives way to a longer text tells its row, which is
    laid out in a later turn."""
    found = ((where, text, english_left(text)) for root in roots for where, text in shown_texts(root))
    left = {f"{where}: {words}: {text!r}" for where, text, words in found if words}
    assert not left, "\n".join(sorted(left))

    def nothing_is_clipped() -> None:
        narrow = [found for root in roots for found in clipped(root)]
        assert not narrow, narrow

    qtbot.waitUntil(nothing_is_clipped)


def _own_texts(widget: QWidget) -> Iterator[tuple[str, str]]:
    match widget:
        case QLabel() | QAbstractButton():
            yield "text", widget.text()
        case QGroupBox() | QMenu():
            yield "title", widget.title()
        case QLineEdit() | QPlainTextEdit():
            yield "placeholder", widget.placeholderText()
        case QComboBox() if widget.objectName() not in USERS:
            yield from ((f"item{i}", widget.itemText(i)) for i in range(widget.count()))
        case QGraphicsView() if widget.scene() is not None:
            for item in widget.scene().items():
                if isinstance(item, QGraphicsTextItem) and item.isVisible():
                    yield "label", item.toPlainText()
        case QTabBar():
            yield from ((f"tab{i}", widget.tabText(i)) for i in range(widget.count()))
        case QAbstractItemView():
            yield from _item_texts(widget.model())
    if widget.isWindow():
        yield "windowTitle", widget.windowTitle()


def _item_texts(model: Any) -> Iterator[tuple[str, str]]:
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
    for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())):
        title = model.headerData(column, Qt.Orientation.Horizontal)
        yield f"header{column}", title if isinstance(title, str) else ""
        for row in range(model.rowCount(QModelIndex())):
            for role in roles:
                text = model.data(model.index(row, column), role)
                yield f"cell{row},{column}", text if isinstance(text, str) else ""


def _is_done(thing: QObject) -> bool:
    """Whether the file that made it is among those whose texts are translated: that of its nearest own class."""
    owner: QObject | None = thing
    while owner is not None and not type(owner).__module__.startswith("gradviz.gui."):
        owner = owner.parent()
    if owner is None:
        return True
    inside = type(owner).__module__.removeprefix("gradviz.gui.").replace(".", "/") + ".py"
    return not inside.startswith(TO_DO)
