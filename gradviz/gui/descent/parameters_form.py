"""The choice of a method, and a form for its parameters, each checked at its field."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from gradviz.gui.descent.words import begun, letter_of, plain_letter, word
from gradviz.gui.flow import FlowLayout, grouped
from gradviz.gui.plot.names import html_name
from gradviz.gui.translation import told
from gradviz.numeric.descent import METHODS, SCHEDULES, Parameter, ParameterError, check_batch, parse_step_size
from gradviz.numeric.descent.method import Method
from gradviz.numeric.descent.parameters import parameters_of
from gradviz.numeric.descent.vocabulary import worded
from gradviz.sentences import listed, say

__all__ = ["DEFAULT_METHOD", "ParametersForm"]

DEFAULT_METHOD = "gradient-descent"
SCHEDULE = "schedule"
_NEEDS = {"squares": say("a sum of squares"), "rows": say("a sum over rows of data")}


class ParametersForm(QWidget):
    """The method, its step size and its other parameters.

    Attributes
    ----------
    method_id : the method chosen.
    given : the parameters that differ from their defaults, by name, and a step size that was typed whatever it is;
        those of a schedule as ``schedule.decay``. The step size of gradient descent is not among them: it is suggested
        for each function.
    step_size_of_descent : that step size.
    others : the fields of the parameters but the step size, to be placed elsewhere.
    rows : of how many rows of data the function is a sum, which bounds a batch; None where it is none.

    Signals
    -------
    chosen : the user chose another method or entered another valid parameter.
    stepSizeTyped(float, bool) : the user entered a valid step size of gradient descent, and whether it is another.
    edited : the user typed in the field of that step size, whatever it was.
    """

    chosen = Signal()
    stepSizeTyped = Signal(float, bool)
    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("descentForm")
        self.setAccessibleName(self.tr("Method and parameters"))
        self.method_id = DEFAULT_METHOD
        self.given: dict[str, Any] = {}
        self.rows: int | None = None
        self.step_size_of_descent = 0.1
        self._per_method: dict[str, dict[str, Any]] = {}
        self._errors: dict[str, str] = {}
        self._fields: dict[str, QWidget] = {}
        self._groups: list[QWidget] = []
        self.flow = FlowLayout()
        self.method_field = self._method_field()
        self.flow.addWidget(self.method_field)
        self.others = QWidget(self)
        self.others.setObjectName("descentParameters")
        self.others.setAccessibleName(self.tr("Further parameters"))
        self.others.setProperty("class", "plain")
        self.others_flow = FlowLayout()
        self.others.setLayout(self.others_flow)
        self.step_size_field = QLineEdit("0.1", self)
        self.step_size_field.setObjectName("descentStepSize")
        self.step_size_field.setAccessibleName(self.tr("Step size γ"))
        self.step_size_field.setToolTip(self.tr("γ: how far a step goes along its direction"))
        self.step_size_field.setMaximumWidth(96)
        self.step_size_field.setMinimumWidth(self.fontMetrics().horizontalAdvance("0.000025") + 24)
        self.step_size_field.textEdited.connect(self._on_step_size)
        self.suggest_button = QPushButton(self.tr("Suggest"), self)
        self.suggest_button.setObjectName("descentSuggest")
        self.suggest_button.setProperty("class", "quiet")
        self.suggest_button.setAccessibleName(self.tr("Suggest a step size"))
        caption = QLabel("<i>γ</i>", self)
        caption.setBuddy(self.step_size_field)
        self._step_size_group = grouped(caption, self.step_size_field, self.suggest_button)
        self.flow.addWidget(self._step_size_group)
        self.message = QLabel(self)
        self.message.setObjectName("descentStepSizeMessage")
        self.message.setProperty("class", "error")
        self.message.setWordWrap(True)
        self.message.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(self.flow)
        layout.addWidget(self.message)
        self._build()

    def _method_field(self) -> QComboBox:
        field = QComboBox(self)
        field.setObjectName("descentMethod")
        field.setAccessibleName(self.tr("Descent method"))
        model = QStandardItemModel(field)
        family = ""
        for entry in METHODS.values():
            if entry.family != family:
                family = entry.family
                heading = QStandardItem(begun(family))
                heading.setFlags(Qt.ItemFlag.NoItemFlags)
                font = heading.font()
                font.setBold(True)
                heading.setFont(font)
                model.appendRow(heading)
            item = QStandardItem(word(entry.title))
            item.setData(entry.id, Qt.ItemDataRole.UserRole)
            item.setToolTip(entry.method.source)
            model.appendRow(item)
        field.setModel(model)
        field.setMaxVisibleItems(20)
        field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        field.setMinimumContentsLength(16)
        field.view().setMinimumWidth(self.fontMetrics().horizontalAdvance(word("Mini-batch gradient descent")) + 60)
        field.setCurrentIndex(field.findData(DEFAULT_METHOD))
        field.currentIndexChanged.connect(self._on_method)
        return field

    def _fit_title(self) -> None:
        """Room for the whole title of the method, be it long."""
        metrics = self.method_field.fontMetrics()
        wide = metrics.horizontalAdvance(self.method_field.currentText()) / metrics.horizontalAdvance("X")
        self.method_field.setMinimumContentsLength(max(16, math.ceil(wide) + 1))

    # --- what others call

    def method(self) -> Method:
        """The method with its last valid parameters."""
        return self._made(self.method_id, self.given)

    def method_of(self, method_id: str) -> Method:
        """Any method with the parameters that were given to it last."""
        return self._made(method_id, self.remembered().get(method_id, {}))

    def remembered(self) -> dict[str, dict[str, Any]]:
        """The parameters given so far, by method; only those that differ from their defaults."""
        return {id: dict(given) for id, given in {**self._per_method, self.method_id: self.given}.items() if given}

    def remember(self, parameters: Mapping[str, Mapping[str, Any]]) -> None:
        """Take the parameters of methods that are not shown from a document; those that cannot be are left out."""
        for id, given in parameters.items():
            if id in METHODS and id != self.method_id:
                try:
                    self._made(id, given)
                except (ParameterError, KeyError, TypeError):
                    continue
                self._per_method[id] = dict(given)

    def give(self, method_id: str, given: Mapping[str, Any]) -> None:
        """Take parameters of any method as if they were entered here."""
        if method_id == self.method_id:
            self.set_choices(method_id, given)
        elif dict(given) == self._per_method.get(method_id, {}):
            return
        else:
            self._per_method[method_id] = dict(given)
        self.chosen.emit()

    def _made(self, method_id: str, given: Mapping[str, Any]) -> Method:
        known = {p.name for p in METHODS[method_id].parameters()}
        own = {name: value for name, value in given.items() if name in known}
        if method_id == DEFAULT_METHOD:
            own["step_size"] = self.step_size_of_descent
        if METHODS[method_id].takes_schedule and given.get(SCHEDULE, "fixed") != "fixed":
            own[SCHEDULE] = SCHEDULES[given[SCHEDULE]](
                **{n.partition(".")[2]: v for n, v in given.items() if n.startswith(f"{SCHEDULE}.")}
            )
        return METHODS[method_id].make(**own)

    def set_choices(self, method_id: str, given: Mapping[str, Any]) -> None:
        """Show a method and parameters of a document; no signal. What the method does not take is left out."""
        method_id = method_id if method_id in METHODS else DEFAULT_METHOD
        if (method_id, dict(given)) == (self.method_id, self.given):
            return
        self._per_method[self.method_id] = self.given
        self.method_id = method_id
        self.given = {}
        if METHODS[method_id].takes_schedule and given.get(SCHEDULE) in SCHEDULES:
            self.given[SCHEDULE] = given[SCHEDULE]
        for name, parameter in self._parameters():
            if name in given:
                try:
                    parameter.check(given[name])
                except ParameterError:
                    continue
                self.given[name] = given[name]
        try:
            self.method()
        except ParameterError:  # by hand in a file: each may be, both together may not
            self.given = {}
        with QSignalBlocker(self.method_field):
            self.method_field.setCurrentIndex(self.method_field.findData(method_id))
        self._build()

    _step_counts = True
    _takes_step = True

    def set_parts(self, *, method: bool, step: bool, suggest: bool) -> None:
        """Show the method, its step size and the offer to suggest one while they matter to what is shown."""
        self._step_counts = step
        self.method_field.setVisible(method)
        self._step_size_group.setVisible(self._takes_step and step)
        self.suggest_button.setVisible(suggest)
        self.renew()

    def renew(self) -> None:
        """Lay the row out anew: something in it has come, gone, or another width."""
        self.flow.invalidate()
        self.updateGeometry()

    def show_suggested(self, able: bool, follows: bool) -> None:
        """Whether a step size can be suggested, and whether the one shown is a suggestion that goes with the start."""
        plain = self.method_id == DEFAULT_METHOD
        text = self.tr("suggested") if follows and plain else self.tr("Suggest")
        if follows and plain:
            tip = self.tr(
                "γ goes with the start: one over the largest curvature there, less if the first steps overshoot. "
                "Type a number to keep one"
            )
        elif plain:
            tip = self.tr("One over the largest curvature at the start, less if first steps overshoot")
        else:
            tip = self.tr("Eleven step sizes are tried from this start; the one that gets lowest is taken")
        self.suggest_button.setEnabled(able and not (follows and plain))
        self.suggest_button.setToolTip(tip)
        self.suggest_button.setAccessibleDescription(tip)
        if self.suggest_button.text() != text:
            self.suggest_button.setText(text)
            self.renew()

    def set_capabilities(self, found: frozenset[str]) -> None:
        """Grey out the methods that need what the function does not offer."""
        model = self.method_field.model()
        assert isinstance(model, QStandardItemModel)
        for entry in METHODS.values():
            item = model.item(self.method_field.findData(entry.id))
            missing = entry.needs - {"hessian"} - found
            item.setEnabled(not missing)
            needs = told(listed([_NEEDS.get(m, m) for m in sorted(missing)]))
            text = self.tr("{} needs {}; this function is not seen to be one.").format(word(entry.title), needs)
            item.setToolTip(text if missing else entry.method.source)

    def set_step_size(self, size: float) -> None:
        """Show a step size of gradient descent; no signal."""
        self.step_size_of_descent = size
        if self.method_id == DEFAULT_METHOD:
            self.step_size_field.setText(f"{size:g}")
            self.say("step_size", self.step_size_field, "")

    def field(self, name: str) -> QWidget:
        """The field of a parameter."""
        return self._fields[name]

    # --- the form

    def _parameters(self) -> list[tuple[str, Parameter]]:
        entry = METHODS[self.method_id]
        # A choice that makes the method what its name says is none.
        found = [(p.name, p) for p in entry.parameters() if not (p.kind == "choice" and p.name in entry.preset)]
        if entry.id == "trust-region":
            found = [(name, p) for name, p in found if name != "subproblem"]
        if entry.takes_schedule:
            schedule = SCHEDULES[self.given.get(SCHEDULE, "fixed")]
            found += [(f"{SCHEDULE}.{p.name}", p) for p in parameters_of(schedule)]
        return found

    def _build(self) -> None:
        """Fields for the method's parameters."""
        self._errors.clear()
        self.message.hide()
        for group in self._groups:
            self.others_flow.removeWidget(group)
            group.hide()
            group.deleteLater()
        self._groups, self._fields = [], {}
        takes_step = False
        self._fit_title()
        for name, parameter in self._parameters():
            value = self.given.get(name, parameter.default)
            if name == "step_size":
                takes_step = True
                value = self.step_size_of_descent if self.method_id == DEFAULT_METHOD else value
                self.step_size_field.setText(f"{value:g}")
                self._fields[name] = self.step_size_field
                self._mark(self.step_size_field, "")
                continue
            field = self._field(name, parameter, value)
            caption = QLabel("" if isinstance(field, QCheckBox) else _caption(parameter), self)
            caption.setBuddy(field)
            self._add(name, field, caption)
        if METHODS[self.method_id].takes_schedule:
            titles = tuple(SCHEDULES)
            field = self._choice(SCHEDULE, titles, self.given.get(SCHEDULE, "fixed"))
            field.setToolTip(self.tr("How the step size γ changes from step to step"))
            self._add(SCHEDULE, field, QLabel(self.tr("Schedule"), self))
        self._takes_step = takes_step
        self._step_size_group.setVisible(takes_step and self._step_counts)
        for flow, owner in ((self.flow, self), (self.others_flow, self.others)):
            flow.invalidate()
            owner.updateGeometry()

    def _add(self, name: str, field: QWidget, caption: QLabel) -> None:
        group = grouped(caption, field)
        group.setParent(self.others)
        self.others_flow.insert_widget(len(self._groups), group)
        self._groups.append(group)
        self._fields[name] = field
        group.show()

    def _field(self, name: str, parameter: Parameter, value: Any) -> QWidget:
        if parameter.kind == "choice":
            field: QWidget = self._choice(name, parameter.choices, value)
        elif parameter.kind == "flag":
            field = QCheckBox(word(parameter.words), self)
            field.setChecked(bool(value))
            field.toggled.connect(lambda on: self._take(name, on))
        else:
            field = QLineEdit(f"{value:g}", self)
            field.setMaximumWidth(84)
            field.setMinimumWidth(self.fontMetrics().horizontalAdvance("0.0001") + 24)
            field.textEdited.connect(lambda text: self._on_text(name, parameter, text))
        field.setObjectName(f"descent_{name.replace('.', '_')}")
        field.setAccessibleName(f"{word(parameter.words)} {plain_letter(parameter)}".strip())
        letter = plain_letter(parameter)
        field.setToolTip(f"{letter}: {word(parameter.meaning)}" if letter else word(parameter.meaning))
        return field

    def _choice(self, name: str, choices: tuple[str, ...], value: Any) -> QComboBox:
        field = QComboBox(self)
        field.setObjectName(f"descent_{name}")
        field.setAccessibleName(word(name.replace("_", " ")))
        for choice in choices:
            field.addItem(word(choice.replace("-", " ") if name == SCHEDULE else choice), choice)
        field.setCurrentIndex(max(field.findData(value), 0))
        field.currentIndexChanged.connect(lambda i: self._take(name, field.itemData(i)))
        return field

    # --- what the user does

    def _on_method(self, _index: int) -> None:
        chosen = self.method_field.currentData()
        if chosen is None or chosen == self.method_id:
            return
        self._per_method[self.method_id] = self.given
        self.method_id = chosen
        self.given = dict(self._per_method.get(chosen, {}))
        self._build()
        self.chosen.emit()

    def _on_step_size(self, text: str) -> None:
        self.edited.emit()
        try:
            size = parse_step_size(text)
        except ParameterError as error:
            self.say("step_size", self.step_size_field, str(error))  # the last good run stays
            return
        self.say("step_size", self.step_size_field, "")
        if self.method_id != DEFAULT_METHOD:
            self._take("step_size", size)
        else:
            changed = size != self.step_size_of_descent
            self.step_size_of_descent = size
            self.stepSizeTyped.emit(size, changed)

    def _on_text(self, name: str, parameter: Parameter, text: str) -> None:
        field = self._fields[name]
        try:
            value = _parsed(parameter, text)
            if name == "batch":
                check_batch(value, self.rows)
        except ParameterError as error:
            self.say(name, field, str(error))
            return
        self.say(name, field, "")
        self._take(name, value)

    def _take(self, name: str, value: Any) -> None:
        defaults = {n: p.default for n, p in self._parameters()} | {SCHEDULE: "fixed"}
        changed = {n: v for n, v in self.given.items() if n != name}
        if value != defaults.get(name) or name == "step_size":
            changed[name] = value
        if changed == self.given:
            return
        if name == SCHEDULE:
            changed = {n: v for n, v in changed.items() if not n.startswith(f"{SCHEDULE}.")}
        before, self.given = self.given, changed
        try:
            self.method()
        except ParameterError as error:  # two parameters that do not go together
            self.given = before
            self.say(name, self._fields[name], str(error))
            return
        if name == SCHEDULE:
            self._build()
            self._fields[SCHEDULE].setFocus()
        self.chosen.emit()

    def say(self, name: str, field: QWidget, message: str) -> None:
        """What is wrong with a field; "" for nothing."""
        self._errors.pop(name, None)
        message = told(message)
        if message:
            self._errors[name] = message
        self._mark(field, message)
        self.message.setText(" ".join(self._errors.values()))
        self.message.setAccessibleName(self.tr("What is wrong with the parameters"))
        self.message.setVisible(bool(self._errors))

    @staticmethod
    def _mark(field: QWidget, message: str) -> None:
        field.setAccessibleDescription(message)
        if bool(field.property("invalid")) != bool(message):
            field.setProperty("invalid", bool(message))
            field.style().unpolish(field)
            field.style().polish(field)


def _caption(parameter: Parameter) -> str:
    """``β₁``, in words where there is no letter."""
    letter = html_name(letter_of(parameter)) if parameter.letter else ""
    if letter and len(parameter.words) <= 6:
        return letter
    words = begun(parameter.words)
    return f"{words.rstrip('0123456789')} {letter}" if letter else words


def _parsed(parameter: Parameter, text: str) -> float | int:
    """A typed number, or a ParameterError that says what is wrong."""
    cleaned = text.strip().replace("−", "-").replace(",", ".")
    if not cleaned:
        raise ParameterError(
            parameter.name, say("Enter a number for the {parameter}.", parameter=worded(parameter.words))
        )
    try:
        value: float | int = float(cleaned)
    except ValueError:
        wrong = say("“{text}” is no number for the {parameter}.", text=text.strip(), parameter=worded(parameter.words))
        raise ParameterError(parameter.name, wrong) from None
    if parameter.kind == "count" and float(value).is_integer() and abs(value) < 1e9:
        value = int(value)
    parameter.check(value)
    return value
