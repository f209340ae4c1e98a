"""Asking for data to generate: random numbers, simple matrices, and data sets for regression and classification."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from gradviz.algebra.nodes import Symbol
from gradviz.gui.plot.names import plain_name
from gradviz.gui.plot.value_data import data_pairs, resized
from gradviz.gui.plot.values import BadValueError, check_properties
from gradviz.gui.translation import told
from gradviz.numeric.binding import Binding
from gradviz.numeric.data import DataError, classification, generated, regression
from gradviz.numeric.labels import BITS

__all__ = ["DataDialog"]

MOST_ROWS = 100_000


class DataDialog(QDialog):
    """What to generate, and for which symbols.

    Attributes
    ----------
    binding : the values with the generated ones among them, once the dialog was accepted.
    note : what else changed, a sentence or "".
    """

    def __init__(
        self,
        symbols: Sequence[Symbol],
        variables: Sequence[Symbol],
        binding: Binding,
        chosen: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("dataDialog")
        self.setWindowTitle(self.tr("Generate Values"))
        self.setAccessibleName(self.windowTitle())
        self.binding, self.note = binding, ""
        self._all, self._variables = tuple(symbols), tuple(variables)
        self._constants = [s for s in symbols if s not in self._variables]
        self._pairs = data_pairs(self._constants)
        self.form = self._combo("dataForm", self.tr("What to generate"))
        for key, text in (
            ("random", self.tr("Random numbers (normal)")),
            ("uniform", self.tr("Random numbers (uniform)")),
            ("identity", self.tr("Identity")),
            ("zeros", self.tr("Zeros")),
            ("ones", self.tr("Ones")),
        ):
            self.form.addItem(text, key)
        if self._pairs:
            self.form.addItem(self.tr("Regression data with noise"), "regression")
            classes = self.tr("Data in two classes, labels −1 and 1")
            if BITS in binding.labels.values():
                classes = self.tr("Data in two classes, labels 0 and 1")
            self.form.addItem(classes, "classification")
        self.symbol = self._combo("dataSymbol", self.tr("For which constant"))
        for s in self._constants:
            self.symbol.addItem(self._described(s), s.name)
        self.symbol.setCurrentIndex(max(self.symbol.findData(chosen), 0))
        self.pair = self._combo("dataPair", self.tr("Inputs and responses"))
        for i, (X, y) in enumerate(self._pairs):
            self.pair.addItem(f"{plain_name(X.name)}, {plain_name(y.name)}", i)
        self.rows = QSpinBox(self)
        self.rows.setObjectName("dataRows")
        self.rows.setAccessibleName(self.tr("Number of rows"))
        self.rows.setRange(1, MOST_ROWS)
        self.scale = self._number("dataScale", self.tr("Scale"), 1.0, -1e6, 1e6)
        self.noise = self._number("dataNoise", self.tr("Noise, a standard deviation"), 0.3, 0.0, 1e6)
        self.seed = QSpinBox(self)
        self.seed.setObjectName("dataSeed")
        self.seed.setAccessibleName(self.tr("Seed: the same seed gives the same numbers"))
        self.seed.setToolTip(self.seed.accessibleName())
        self.seed.setRange(0, 2**31 - 1)
        for box in (self.rows, self.scale, self.noise, self.seed):
            box.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
            box.lineEdit().setTextMargins(8, 0, 0, 0)
        self.message = QLabel(self)
        self.message.setObjectName("dataMessage")
        self.message.setAccessibleName(self.tr("What is wrong"))
        self.message.setProperty("class", "error")
        self.message.setWordWrap(True)
        self.message.hide()
        buttons = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(buttons.Ok | buttons.Cancel, self)
        self.buttons.setObjectName("dataButtons")
        self.buttons.button(buttons.Ok).setText(self.tr("Generate"))
        for button in self.buttons.buttons():
            button.setIcon(QIcon())
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._layout()
        self.form.currentIndexChanged.connect(lambda _: self._arrange())
        self.pair.currentIndexChanged.connect(lambda _: self._follow_pair())
        if chosen in binding.labels and self._pairs:
            self.form.setCurrentIndex(self.form.findData("classification"))
            self.pair.setCurrentIndex(max((i for i, (_, y) in enumerate(self._pairs) if y.name == chosen), default=0))
        self._follow_pair()
        self._arrange()

    def _layout(self) -> None:
        self._rows = QFormLayout()
        for label, widget in (
            (self.tr("&Generate"), self.form),
            (self.tr("F&or"), self.symbol),
            (self.tr("Fo&r"), self.pair),
            (self.tr("Ro&ws"), self.rows),
            (self.tr("S&cale"), self.scale),
            (self.tr("&Noise"), self.noise),
            (self.tr("&Seed"), self.seed),
        ):
            self._rows.addRow(label, widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addLayout(self._rows)
        layout.addWidget(self.message)
        layout.addWidget(self.buttons)
        self.setMinimumWidth(380)

    def _combo(self, name: str, accessible: str) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName(name)
        box.setAccessibleName(accessible)
        return box

    def _number(self, name: str, accessible: str, value: float, low: float, high: float) -> QDoubleSpinBox:
        box = QDoubleSpinBox(self)
        box.setObjectName(name)
        box.setAccessibleName(accessible)
        box.setRange(low, high)
        box.setDecimals(3)
        box.setSingleStep(0.1)
        box.setValue(value)
        return box

    def _described(self, symbol: Symbol) -> str:
        rows, cols = (self.binding.size(d) for d in symbol.shape)
        return f"{plain_name(symbol.name)} ({rows}×{cols})" if rows * cols > 1 else plain_name(symbol.name)

    @property
    def chosen_form(self) -> str:
        return str(self.form.currentData())

    def _is_pair(self) -> bool:
        return self.chosen_form in ("regression", "classification")

    def _arrange(self) -> None:
        """Only the rows that the chosen form has a use for."""
        pair, form = self._is_pair(), self.chosen_form
        for widget, shown in (
            (self.symbol, not pair),
            (self.scale, not pair and form != "zeros"),
            (self.pair, pair),
            (self.rows, pair),
            (self.noise, pair),
            (self.seed, pair or form in ("random", "uniform")),
        ):
            self._rows.setRowVisible(widget, shown)
        self.message.hide()
        self.adjustSize()

    def _follow_pair(self) -> None:
        if self._pairs:
            X, _ = self._pairs[max(self.pair.currentIndex(), 0)]
            self.rows.setValue(self.binding.size(X.shape.rows))
            named = isinstance(X.shape.rows, str)
            self.rows.setEnabled(named)
            self.rows.setToolTip("" if named else self.tr("The number of rows is declared in the text"))

    def accept(self) -> None:
        """Generate, and close; where that fails the message says why and the dialog stays."""
        try:
            self.binding, self.note = self._made()
        except (DataError, BadValueError) as error:
            self.message.setText(told(str(error)))
            self.message.show()
            return
        super().accept()

    def _made(self) -> tuple[Binding, str]:
        form, seed = self.chosen_form, self.seed.value()
        if not self._is_pair():
            symbol = next(s for s in self._constants if s.name == self.symbol.currentData())
            rows, cols = (self.binding.size(d) for d in symbol.shape)
            return self._with(self.binding, symbol, generated(form, rows, cols, seed, self.scale.value())), ""
        X, y = self._pairs[self.pair.currentIndex()]
        binding, note = self.binding, ""
        if isinstance(X.shape.rows, str) and self.rows.value() != binding.size(X.shape.rows):
            binding, drawn = resized(binding, self._all, self._variables, {X.shape.rows: self.rows.value()})
            others = [plain_name(n) for n in drawn if n not in (X.name, y.name)]
            note = self.tr("Drawn again to fit: {names}.").format(names=", ".join(others)) if others else ""
        rows, cols = (binding.size(d) for d in X.shape)
        make = regression if form == "regression" else classification
        found = make(rows, cols, self.noise.value(), seed)
        bits = form == "classification" and binding.labels.get(y.name) == BITS
        responses = (found.y + 1) / 2 if bits else found.y
        return self._with(self._with(binding, X, found.X), y, responses[:, None]), note

    def _with(self, binding: Binding, symbol: Symbol, value) -> Binding:
        value = value.round(4)
        check_properties(symbol, value)
        if symbol.is_scalar:
            return binding.with_value(symbol.name, float(value[0, 0]))
        return binding.with_value(symbol.name, value[:, 0].copy() if symbol.shape.is_column else value)
