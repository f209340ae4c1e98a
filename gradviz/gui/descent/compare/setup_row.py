"""The fields that say what is compared, and what is wrong with a number in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gradviz.gui.descent.compare.choices import GRIDS, RESOLUTIONS, CompareChoices
from gradviz.gui.descent.compare.plan import sweepable
from gradviz.gui.descent.words import begun, word
from gradviz.gui.plot.names import plain_number
from gradviz.gui.plot.values import BadValueError, parse_number
from gradviz.gui.translation import told
from gradviz.numeric.descent import METHODS
from gradviz.numeric.descent.method import Method
from gradviz.sentences import counted

__all__ = ["SetupRow"]

COUNTS = (2, 3, 4, 5, 6, 8, 10, 12, 16, 20)
TOLERANCES = (1e-1, 1e-2, 1e-3, 1e-4, 1e-6, 1e-8)


class SetupRow(QWidget):
    """What is compared: the message of a bad number, and the fields, which stand in the studio's row with the method.

    Attributes
    ----------
    choices : the last valid ones.
    fields : the fields and their captions, to be placed in a row; of them those are shown that matter to the choices.

    Signals
    -------
    chosen(CompareChoices) : the user chose others.
    fieldsChanged : other fields are shown.
    viewAsked : starts are to lie in what is seen now.
    """

    chosen = Signal(object)
    fieldsChanged = Signal()
    viewAsked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("compareSetup")
        self.setAccessibleName(self.tr("What is compared"))
        self.choices = CompareChoices()
        self._method: Method | None = None
        self._one_dimension = False
        self._shown = True
        self.fields: list[QWidget] = []
        self.kind = self._list(
            "compareKind",
            self.tr("What is compared"),
            (
                (self.tr("Methods"), "methods"),
                (self.tr("Starts"), "starts"),
                (self.tr("A parameter"), "sweep"),
                (self.tr("Basins"), "basins"),
            ),
        )
        self.kind.setToolTip(
            self.tr(
                "Methods from the same start; one method from a grid of starts; one method over values of a parameter; "
                "or where the descents from all over the plane end"
            )
        )
        self._build_methods()
        self.tolerance = self._list(
            *("compareTolerance", self.tr("Gradient's norm that counts as having arrived")),
            tuple((f"‖∇f‖ ≤ {plain_number(t)}", t) for t in TOLERANCES),
        )
        self.tolerance.setToolTip(self.tr("A descent has arrived once the gradient's norm is so small"))
        self.grid = self._list(
            "compareGrid", self.tr("Grid of starts"), tuple((f"{n} × {n}", n) for n in GRIDS), self.tr("grid")
        )
        self._build_sweep()
        self.resolution = self._list(
            *("compareResolution", self.tr("Starts along a side of the map")),
            tuple((f"{n} × {n}", n) for n in RESOLUTIONS),
            self.tr("starts"),
        )
        self.view_button = QPushButton(self.tr("From this view"), self)
        self.view_button.setObjectName("compareFromView")
        self.view_button.setProperty("class", "quiet")
        self.view_button.setAccessibleName(self.tr("Take the starts from this view"))
        self.view_button.setToolTip(self.tr("The plot shows another part of the plane by now: take the starts from it"))
        self.view_button.clicked.connect(self.viewAsked)
        self.fields.append(self.view_button)
        self.offer_view(False)
        self.message = QLabel(self)
        self.message.setObjectName("compareMessage")
        self.message.setAccessibleName(self.tr("What is wrong"))
        self.message.setProperty("class", "error")
        self.message.setWordWrap(True)
        self.message.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.message)
        for name, field in (
            *(("kind", self.kind), ("grid", self.grid), ("resolution", self.resolution)),
            ("tolerance", self.tolerance),
        ):
            field.currentIndexChanged.connect(lambda _, n=name, f=field: self._take(**{n: f.currentData()}))
        self._show()

    # --- the fields

    def _build_methods(self) -> None:
        self.methods = QToolButton(self)
        self.methods.setObjectName("compareMethods")
        self.methods.setAccessibleName(self.tr("Methods that are compared"))
        self.methods.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.methods)
        menu.setObjectName("compareMethodsMenu")
        menu.setToolTipsVisible(True)
        self.actions_by_method: dict[str, QAction] = {}
        family = ""
        for entry in METHODS.values():
            if entry.family != family:
                family = entry.family
                menu.addSection(begun(family))
            action = menu.addAction(word(entry.title))
            action.setCheckable(True)
            action.setData(entry.id)
            action.toggled.connect(self._on_methods)
            self.actions_by_method[entry.id] = action
        self.methods.setMenu(menu)
        self.fields.append(self.methods)
        self.tuned = QCheckBox(self.tr("search γ"), self)
        self.tuned.setObjectName("compareTuned")
        self.tuned.setAccessibleName(self.tr("Search for step sizes"))
        self.tuned.setToolTip(
            self.tr(
                "Step sizes that nobody typed are searched for: of eleven, the one with which the method gets lowest "
                "from this start. Otherwise each method has its default"
            )
        )
        self.tuned.toggled.connect(lambda on: self._take(tuned=on))
        self.fields.append(self.tuned)

    def _build_sweep(self) -> None:
        self.parameter = self._list("compareParameter", self.tr("Parameter that is varied"), ())
        self.parameter.currentIndexChanged.connect(self._on_parameter)
        self.low, self.high = self._number("compareLow", self.tr("From")), self._number("compareHigh", self.tr("To"))
        self.count = QComboBox(self)
        self.count.setObjectName("compareCount")
        self.count.setAccessibleName(self.tr("How many values"))
        for n in COUNTS:
            self.count.addItem(_values(n), n)
        self.count.currentIndexChanged.connect(lambda _: self._take(count=self.count.currentData()))
        self.logarithmic = QCheckBox(self.tr("log"), self)
        self.logarithmic.setObjectName("compareLogarithmic")
        self.logarithmic.setAccessibleName(self.tr("Values by equal factors"))
        self.logarithmic.setToolTip(self.tr("Each value is the same multiple of the one before; else evenly spaced"))
        self.logarithmic.toggled.connect(lambda on: self._take(logarithmic=on))
        self._sweep = QWidget(self)
        self._sweep.setProperty("class", "plain")
        row = QHBoxLayout(self._sweep)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for part in (
            self.parameter,
            *(QLabel(self.tr("from"), self), self.low, QLabel(self.tr("to"), self), self.high),
        ):
            row.addWidget(part)
        values = QWidget(self)
        values.setProperty("class", "plain")
        self._values = values
        row = QHBoxLayout(values)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.count)
        row.addWidget(self.logarithmic)
        self.fields += [self._sweep, values]

    def _list(self, name: str, accessible: str, entries: Sequence[tuple[str, Any]], caption: str = "") -> QComboBox:
        field = QComboBox(self)
        field.setObjectName(name)
        field.setAccessibleName(accessible)
        for text, value in entries:
            field.addItem(text, value)
        if name == "compareParameter":
            field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            return field
        group = QWidget(self)
        group.setProperty("class", "plain")
        row = QHBoxLayout(group)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        if caption:
            row.addWidget(QLabel(caption, group))
        row.addWidget(field)
        self.fields.append(group)
        return field

    def _number(self, name: str, accessible: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setObjectName(name)
        field.setAccessibleName(accessible)
        field.setFixedWidth(self.fontMetrics().horizontalAdvance("0.00001") + 24)
        field.textEdited.connect(lambda _: self._on_range())
        return field

    # --- what others call

    def set_choices(self, choices: CompareChoices) -> None:
        """Show a document's choices; no signal."""
        if choices != self.choices:
            self.choices = choices
            self._show()

    def set_method(self, method: Method) -> None:
        """The studio's method, whose parameters can be varied."""
        if method != self._method:
            self._method = method
            self._show()

    def set_capabilities(self, found: frozenset[str]) -> None:
        """Grey out the methods that need what the function does not offer."""
        for id, action in self.actions_by_method.items():
            missing = METHODS[id].needs - {"hessian"} - found
            action.setEnabled(not missing)
            action.setToolTip(METHODS[id].method.source)

    def set_one_dimension(self, one: bool) -> None:
        """A function of one number has its starts in a row, and no map of basins."""
        if one != self._one_dimension:
            self._one_dimension = one
            model: Any = self.kind.model()
            model.item(self.kind.findData("basins")).setEnabled(not one)
            for i in range(self.grid.count()):
                n = self.grid.itemData(i)
                self.grid.setItemText(i, f"{n * n}" if one else f"{n} × {n}")

    def set_shown(self, shown: bool) -> None:
        """Show the fields, or none of them, while something else is seen than what is compared."""
        if shown != self._shown:
            self._shown = shown
            if not shown:
                self.view_button.hide()
            self._show()

    def offer_view(self, offered: bool) -> None:
        """Whether the starts could be taken from another view than they are."""
        shown = offered and self.choices.kind in ("starts", "basins")
        if self.view_button.isHidden() == shown:
            self.view_button.setVisible(shown and self._shown)
            self.fieldsChanged.emit()

    def say(self, message: str, parameter: str = "") -> None:
        """A message, and the field that it is about."""
        self.message.setText(message)
        self.message.setVisible(bool(message))
        for name, field in (("low", self.low), ("high", self.high), ("parameter", self.parameter)):
            wrong = bool(message) and (name == parameter or (parameter == "step_size" and name in ("low", "high")))
            if bool(field.property("invalid")) != wrong:
                field.setProperty("invalid", wrong)
                field.style().unpolish(field)
                field.style().polish(field)
            field.setAccessibleDescription(message if wrong else "")

    # --- what the user does

    def _on_methods(self, _on: bool) -> None:
        chosen = tuple(id for id, action in self.actions_by_method.items() if action.isChecked())
        self._take(methods=chosen)

    def _on_parameter(self, _index: int) -> None:
        """Another parameter begins with a range that suits it."""
        name = self.parameter.currentData()
        if name is None or name == self._parameter_name():
            return
        low, high, logarithmic = self._range_for(name)
        self._take(parameter=name, low=low, high=high, logarithmic=logarithmic)

    def _on_range(self) -> None:
        found: dict[str, float] = {}
        for name, field in (("low", self.low), ("high", self.high)):
            try:
                found[name] = parse_number(field.text())
            except BadValueError as problem:
                self.say(told(str(problem)), name)
                return
        self.say("")
        self._take(show=False, **found)

    def _take(self, *, show: bool = True, **changes: Any) -> None:
        after = replace(self.choices, **changes)
        if after == self.choices:
            return
        self.choices = after
        if show:
            self._show()
        self.chosen.emit(after)

    def _parameter_name(self) -> str:
        known = [p.name for p in sweepable(self._method)] if self._method is not None else []
        return self.choices.parameter if self.choices.parameter in known else next(iter(known), "")

    def _range_for(self, name: str) -> tuple[float, float, bool]:
        parameter = next(p for p in sweepable(self._method) if p.name == name) if self._method is not None else None
        value = float(getattr(self._method, name, 1.0))
        if parameter is not None and parameter.high is not None and parameter.high <= 1:
            return 0.1 * parameter.high, 0.99 * parameter.high, False
        return (value / 10 or 0.01), (value * 10 or 1.0), value != 0

    # --- what is shown

    def _show(self) -> None:
        choices = self.choices
        blockers = [
            QSignalBlocker(field)
            for field in (
                *(self.kind, self.grid, self.resolution, self.tolerance, self.parameter, self.count),
                *(self.logarithmic, self.tuned, *self.actions_by_method.values()),
            )
        ]
        for field, value in (
            (self.kind, choices.kind),
            (self.grid, choices.grid),
            (self.resolution, choices.resolution),
        ):
            field.setCurrentIndex(field.findData(value))
        if self.tolerance.findData(choices.tolerance) < 0:
            self.tolerance.addItem(f"‖∇f‖ ≤ {plain_number(choices.tolerance)}", choices.tolerance)
        self.tolerance.setCurrentIndex(self.tolerance.findData(choices.tolerance))
        for id, action in self.actions_by_method.items():
            action.setChecked(id in choices.methods)
        self.parameter.clear()
        for p in sweepable(self._method) if self._method is not None else []:
            self.parameter.addItem(word(p.words), p.name)
        self.parameter.setCurrentIndex(max(0, self.parameter.findData(self._parameter_name())))
        for line, number in ((self.low, choices.low), (self.high, choices.high)):
            if not line.hasFocus():
                line.setText(f"{number:g}")
        if self.count.findData(choices.count) < 0:
            self.count.addItem(_values(choices.count), choices.count)
        self.count.setCurrentIndex(self.count.findData(choices.count))
        self.logarithmic.setChecked(choices.logarithmic)
        self.tuned.setChecked(choices.tuned)
        del blockers
        self.methods.setText(told(counted("{n} method", "{n} methods", len(choices.methods))))
        visible: Mapping[QWidget, bool] = {
            self.kind.parentWidget(): True,
            self.methods: choices.kind == "methods",
            self.tuned: choices.kind == "methods",
            self.grid.parentWidget(): choices.kind == "starts",
            self._sweep: choices.kind == "sweep",
            self._values: choices.kind == "sweep",
            self.resolution.parentWidget(): choices.kind == "basins",
            self.tolerance.parentWidget(): choices.kind != "basins",
        }
        for widget, shown in visible.items():
            widget.setVisible(shown and self._shown)
        self.fieldsChanged.emit()


def _values(count: int) -> str:
    return told(counted("{n} value", "{n} values", count))
