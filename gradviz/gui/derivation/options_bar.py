"""The choices above the text: by which variables, which derivative, which method, which layout."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from gradviz.gui.documents.document import Document, occurring
from gradviz.gui.flow import FlowLayout, grouped
from gradviz.gui.translation import told
from gradviz.sentences import say

__all__ = ["OptionsBar"]

NARROWEST = 64
"""Pixels to which a choice may shrink before the row asks for more room."""
GAP = 4
_ORDERS = {1: say("1st order"), 2: say("2nd order")}
_LAYOUTS = {"mixed": say("Mixed"), "numerator": say("Numerator"), "denominator": say("Denominator")}
_METHODS = {
    "differential": say("Differentials"),
    "components": say("Components"),
    "chain": say("Chain rule"),
    "definition": say("Definition"),
}
"""The methods that the menu Derive has too."""
_METHOD_TIP = say(
    "Differentials: take the differential, move it inward rule by rule, and read the derivative off.\n"
    "Components: write entries and sums, differentiate by one entry, let Kronecker deltas collapse the sums.\n"
    "Chain rule: name the inner functions, and multiply their derivatives from the last to the first.\n"
    "Definition: the part of f(x + u) - f(x) that is linear in u."
)
_LAYOUT_TIP = say(
    "Mixed: a gradient has the shape of its variable, a Jacobian has a row for each entry of the function.\n"
    "Numerator: derivatives of scalars are rows. Denominator: Jacobians are transposed."
)


class OptionsBar(QWidget):
    """Four choices in a row; in two rows where the words of the language are long.

    Signals
    -------
    chosen : the name of an attribute of the document and its new value.
    """

    chosen = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("options_bar")
        self._names: tuple[str, ...] = ()
        self._suggested: tuple[str, ...] = ()
        self.wrt = self._combo("wrt_choice", self.tr("Differentiate by"), self.tr("The variables of the derivative"))
        self.order = self._combo(
            "order_choice", self.tr("Order"), self.tr("First order: gradient or Jacobian. Second order: Hessian.")
        )
        self.method = self._combo("method_choice", self.tr("Method"), told(_METHOD_TIP))
        self.layout_choice = self._combo("layout_choice", self.tr("Layout"), told(_LAYOUT_TIP))
        for value, label in _ORDERS.items():
            self.order.addItem(told(label), value)
        for name, label in _METHODS.items():
            self.method.addItem(told(label), name)
        for name, label in _LAYOUTS.items():
            self.layout_choice.addItem(told(label), name)
        self._row = FlowLayout(GAP, self)
        by = QLabel(self.tr("by", "differentiate by"), self)
        by.setObjectName("wrt_label")
        by.setProperty("class", "muted")
        by.setBuddy(self.wrt)
        for widget in (grouped(by, self.wrt), self.order, self.method, self.layout_choice):
            self._row.addWidget(widget)
        self.wrt.activated.connect(lambda i: self.chosen.emit("wrt", self.wrt.itemData(i)))
        self.order.activated.connect(lambda i: self.chosen.emit("order", self.order.itemData(i)))
        self.method.activated.connect(lambda i: self.chosen.emit("method", self.method.itemData(i)))
        self.layout_choice.activated.connect(lambda i: self.chosen.emit("layout", self.layout_choice.itemData(i)))
        self.set_document(Document())

    def sizeHint(self) -> QSize:
        items = [self._row.itemAt(i).sizeHint() for i in range(self._row.count())]
        return QSize(sum(i.width() + GAP for i in items) - GAP, max(i.height() for i in items))

    def minimumSizeHint(self) -> QSize:
        return QSize(2 * NARROWEST, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setMinimumHeight(self._row.heightForWidth(self.width()))  # so that nothing below is squeezed

    def set_problem(self, problem: dict[str, Any], document: Document) -> None:
        """Offer the problem's symbols."""
        names = tuple(symbol["name"] for symbol in problem.get("symbols", ()))
        suggested = tuple(problem.get("suggested", ()))
        if (names, suggested) != (self._names, self._suggested):
            self._names, self._suggested = names, suggested
            self.set_document(document)

    def set_document(self, document: Document) -> None:
        """Show what the document says."""
        entries: dict[tuple[str, ...], str] = {(): ", ".join(self._suggested) or self.tr("suggested")}
        for name in self._names:
            if (name,) != self._suggested:
                entries[(name,)] = name
        if len(self._names) > 1 and self._names != self._suggested and len(self._names) <= 3:
            entries[self._names] = ", ".join(self._names)
        chosen = occurring(document.wrt, self._names) if self._names else document.wrt
        entries.setdefault(chosen, ", ".join(chosen))
        if [self.wrt.itemData(i) for i in range(self.wrt.count())] != list(entries) or (
            self.wrt.itemText(0) != entries[()]
        ):
            self.wrt.clear()
            for value, label in entries.items():
                self.wrt.addItem(label, value)
        self.wrt.setCurrentIndex(list(entries).index(chosen))
        self.order.setCurrentIndex(self.order.findData(document.order))
        if self.method.findData(document.method) < 0:
            self.method.addItem(document.method.capitalize(), document.method)
        self.method.setCurrentIndex(self.method.findData(document.method))
        self.layout_choice.setCurrentIndex(self.layout_choice.findData(document.layout))

    def _combo(self, name: str, accessible: str, tip: str) -> QComboBox:
        combo = QComboBox(self)
        combo.setObjectName(name)
        combo.setAccessibleName(accessible)
        combo.setToolTip(tip)
        combo.setProperty("class", "compact")
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        combo.setMinimumWidth(NARROWEST)
        return combo
