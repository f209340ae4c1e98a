"""The constants' values: a list of them, and beside it the editor of the one that is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gradviz.algebra.nodes import Symbol
from gradviz.algebra.shapes import SCALAR
from gradviz.gui.plot.background import Background
from gradviz.gui.plot.names import plain_name
from gradviz.gui.plot.value_data import own_values, with_array
from gradviz.gui.plot.value_fields import Field, ScalarField, TableField
from gradviz.gui.plot.value_table import number_text
from gradviz.gui.plot.values import BadValueError
from gradviz.gui.small_parts import RichLabel, push_button
from gradviz.gui.theme import Theme, current_theme
from gradviz.gui.translation import told
from gradviz.gui.turns import Turns
from gradviz.numeric.binding import Array, Binding, Value, default_binding
from gradviz.numeric.data import DataError, read_csv
from gradviz.numeric.labels import BITS, SIGNS

__all__ = ["ValuesEditor"]


class ValuesEditor(QWidget):
    """Editors for the constants of a function.

    Attributes
    ----------
    folder : a function that gives the folder where a file is looked for.

    Signals
    -------
    bindingChanged(Binding) : a constant has another (valid) value, or the sizes are others.
    """

    bindingChanged = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("valuesEditor")
        self.setAccessibleName(self.tr("Values of the constants"))
        self.folder: Callable[[], str] = lambda: str(Path.home())
        self._fields: dict[str, Field] = {}
        self._made: dict[str, Field] = {}
        self._turns = Turns(self, budget=0)  # a table takes half a frame
        self._binding = Binding()
        self._symbols: tuple[Symbol, ...] = ()
        self._variables: tuple[Symbol, ...] = ()
        self._ends: dict[str, tuple[float, float]] = {}
        self._seed = 0
        self._drawn: dict[str, Value] = {}
        self._theme = current_theme()
        self._background = Background(self)
        self._build()
        self.set_problem(None, Binding())

    def _build(self) -> None:
        self.empty = QLabel(self)
        self.empty.setObjectName("valuesEmpty")
        self.empty.setProperty("class", "muted")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.names = QListWidget(self)
        self.names.setObjectName("valuesNames")
        self.names.setAccessibleName(self.tr("Constants"))
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.names.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.names.setMinimumWidth(72)
        self.names.currentItemChanged.connect(lambda *_: self._show_chosen())
        self.pages = QStackedWidget(self)
        self.pages.setObjectName("valuesPages")
        self._scalars = QWidget(self)
        self._scalars.setProperty("class", "plain")
        self._scalar_column = QVBoxLayout(self._scalars)
        self._scalar_column.setContentsMargins(0, 0, 8, 0)
        self._scalar_column.setSpacing(8)
        self.scroll = QScrollArea(self)
        self.scroll.setObjectName("valuesScroll")
        self.scroll.setAccessibleName(self.tr("Numbers"))
        self.scroll.setWidgetResizable(True)
        self.scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll.setWidget(self._scalars)
        self.pages.addWidget(self.scroll)
        self.draw_button = self._button(
            "valuesDraw",
            self.tr("New random values"),
            self.tr("Draw all constants again; declared properties are respected"),
            self.draw_again,
        )
        self.generate_button = self._button(
            "valuesGenerate",
            self.tr("Generate…"),
            self.tr("Random numbers, identity, zeros, ones, or data for regression and classification"),
            self.generate,
        )
        self.read_button = self._button(
            "valuesRead",
            self.tr("Read CSV…"),
            self.tr("Read the chosen constant from a file of numbers"),
            self.ask_for_file,
        )
        self.note = RichLabel(self)
        self.note.setObjectName("valuesNote")
        self.note.setAccessibleName(self.tr("What happened"))
        self.note.setProperty("class", "muted")
        self.note.setWordWrap(True)
        self.note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setObjectName("valuesSplitter")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(8)
        self.splitter.addWidget(self.names)
        self.splitter.addWidget(self.pages)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([136, 400])
        row = QHBoxLayout()
        row.setSpacing(6)
        for button in (self.draw_button, self.generate_button, self.read_button):
            row.addWidget(button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.setSpacing(6)
        layout.addWidget(self.empty)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(self.note)
        layout.addLayout(row)

    def _button(self, name: str, text: str, tip: str, call: Callable[[], None]) -> QPushButton:
        button = push_button(self, name, text)
        button.setAccessibleDescription(tip)
        button.setToolTip(tip)
        button.clicked.connect(lambda _=False: call())
        return button

    # --- what others call

    def binding(self) -> Binding:
        """The present values; always valid."""
        return self._binding

    @property
    def fields(self) -> dict[str, Field]:
        """The constants' editors, by name; who asks for them need not wait."""
        self._turns.finish()
        return self._fields

    def set_problem(self, symbols: Sequence[Symbol] | None, binding: Binding, variables: Sequence[Symbol] = ()) -> None:
        """Show editors for the symbols that are not variables, or that there is no function (None); no signal.

        They are made one in a turn of the event loop; until all are there, those that were shown stay.
        """
        self._background.cancel()
        self._say("")
        self.empty.setText(
            self.tr("There is no function yet. Its constants get their values here.")
            if symbols is None
            else self.tr("This function has no constants.")
        )
        self._symbols, self._variables, self._binding = tuple(symbols or ()), tuple(variables), binding
        self._drop(self._made)
        constants = [s for s in self._symbols if s not in self._variables]
        missing = []
        for symbol in constants:
            value = binding.matrix(symbol)
            field = self._kept(symbol, value)
            if field is None:
                missing.append(symbol)
            else:
                field.set_value(value)
        self._turns.start([*(partial(self._make, s) for s in missing), partial(self._show_all, constants)])

    def _kept(self, symbol: Symbol, value: Array) -> Field | None:
        """The editor that is there for a symbol of this size."""
        field = self._fields.get(symbol.name)
        same = field is not None and field.symbol == symbol and field.value.shape == value.shape
        note = field.note.text() if isinstance(field, TableField) else ""
        return field if same and note == self._note_on_labels(symbol.name) else None

    def _make(self, symbol: Symbol) -> None:
        value, theme = self._binding.matrix(symbol), self._theme
        if symbol.shape == SCALAR:
            before = self._fields.get(symbol.name)
            ends = before.ends if isinstance(before, ScalarField) else self._ends.get(symbol.name)
            field: Field = ScalarField(symbol, value, theme, self._scalars, ends=ends)
        else:
            field = TableField(symbol, value, theme, self.pages, note=self._note_on_labels(symbol.name))
        field.hide()
        field.changed.connect(lambda: self._on_changed(symbol.name))
        self._made[symbol.name] = field

    def _show_all(self, constants: Sequence[Symbol]) -> None:
        """Put the editors that were made in the place of those that are no longer wanted."""
        chosen = self._chosen_name()
        self._keep_ends()
        fields = {s.name: self._made.get(s.name) or self._fields[s.name] for s in constants}
        self._drop({name: field for name, field in self._fields.items() if fields.get(name) is not field})
        self._fields, self._made = fields, {}
        self._list(fields)
        for part in (self.splitter, self.draw_button, self.generate_button, self.read_button):
            part.setVisible(bool(constants))
        self.empty.setVisible(not constants)
        self.names.setVisible(not all(s.shape == SCALAR for s in constants))
        if constants:
            self._choose(chosen if chosen in fields else constants[0].name)

    def _list(self, fields: dict[str, Field]) -> None:
        """The names, and the editors of numbers, in the order of the symbols."""
        self.names.blockSignals(True)
        self.names.clear()
        self.names.blockSignals(False)
        while self._scalar_column.count():
            self._scalar_column.takeAt(0)
        for name, field in fields.items():
            if isinstance(field, ScalarField):
                self._scalar_column.addWidget(field)
                field.show()
            elif self.pages.indexOf(field) < 0:
                self.pages.addWidget(field)
            item = QListWidgetItem(self.names)
            item.setData(Qt.ItemDataRole.UserRole, name)
            self._label(name, item)
        self._scalar_column.addStretch(1)

    def _drop(self, fields: dict[str, Field]) -> None:
        for field in fields.values():
            self.pages.removeWidget(field)
            field.hide()
            field.deleteLater()
        fields.clear()

    def set_binding(self, binding: Binding) -> None:
        """Show other values for the same symbols; no signal."""
        if any(binding.matrix(f.symbol).shape != f.value.shape for f in self.fields.values()):
            self.set_problem(self._symbols, binding, self._variables)
            return
        self._binding = binding
        for name, field in self.fields.items():
            field.set_value(binding.matrix(field.symbol))
            self._label(name)

    def focus_symbol(self, name: str) -> bool:
        """Choose a constant and put the cursor into its editor; whether there is such a constant."""
        field = self.fields.get(name)
        if field is None:
            return False
        self._choose(name)
        if isinstance(field, ScalarField):
            self.scroll.ensureWidgetVisible(field)
            field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            field.edit.selectAll()
        elif isinstance(field, TableField):
            field.table.setFocus(Qt.FocusReason.OtherFocusReason)
            field.table.setCurrentIndex(field.model.index(0, 0))
        return True

    def tables(self) -> list[str]:
        """The names of the constants that are no single numbers."""
        return [name for name, field in self.fields.items() if isinstance(field, TableField)]

    def chosen(self) -> str:
        """The name of the constant that is shown; "" when there is none."""
        self._turns.finish()
        return self._chosen_name()

    def _chosen_name(self) -> str:
        item = self.names.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""

    def draw_again(self) -> None:
        """New random constants; the variables keep their values."""
        self._seed += 1
        before = self._binding
        drawn = default_binding(self._symbols, self._seed, before.dims, self._variables, labels=before.labels)
        self._drawn = {name: drawn.values[name] for name in self.fields}
        self._take(replace(before, values={**before.values, **self._drawn}), "")

    def generate(self) -> None:
        """Ask what to generate."""
        from gradviz.gui.plot.data_dialog import DataDialog

        dialog = DataDialog(self._symbols, self._variables, self._binding, self.chosen(), self)
        dialog.accepted.connect(lambda: self._take(dialog.binding, dialog.note))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def ask_for_file(self) -> None:
        """Ask for a file with the chosen constant's numbers."""
        name = self.chosen()
        if name:
            title = self.tr("Read the Values of {name}").format(name=plain_name(name))
            kinds = self.tr("Tables of numbers") + " (*.csv *.tsv *.txt *.dat);;" + self.tr("All files") + " (*)"
            path, _ = QFileDialog.getOpenFileName(self, title, self.folder(), kinds)
            if path:
                self.read(name, Path(path))

    def read(self, name: str, path: Path) -> None:
        """Read a constant from a file, off the UI thread; what is wrong is said at its editor."""
        self._say(self.tr("Reading {file}…").format(file=path.name))
        self._background.run(
            "csv",
            lambda _: _read(path),
            lambda found: self._take_data(name, path.name, found),
            lambda error: self._take_data(name, path.name, error),
        )

    @property
    def busy(self) -> bool:
        """Whether a file is being read, or editors are still to be made."""
        return self._background.busy or self._turns.busy

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for field in (*self._fields.values(), *self._made.values()):
            field.set_theme(theme)

    def shutdown(self) -> None:
        """Stop reading."""
        self._turns.cancel()
        self._background.shutdown()

    # --- the editors

    def _note_on_labels(self, name: str) -> str:
        kind = self._binding.labels.get(name)
        if kind == SIGNS:
            return self.tr("Labels −1 and 1, as this loss takes them. Others may be typed.")
        return self.tr("Labels 0 and 1, as this loss takes them. Others may be typed.") if kind == BITS else ""

    def _keep_ends(self) -> None:
        """The ends of sliders outlive the editors, which are made anew when the formula changes."""
        self._ends |= {n: f.ends for n, f in self._fields.items() if isinstance(f, ScalarField)}

    def _label(self, name: str, item: QListWidgetItem | None = None) -> None:
        item = item or self._item(name)
        field = self._fields[name]
        rows, cols = field.value.shape
        if field.symbol.shape == SCALAR:
            text = f"{plain_name(name)} = {number_text(float(np.round(field.value[0, 0], 6)))}"
        else:
            text = f"{plain_name(name)}   {rows}×{cols}"
            if name in self._binding.labels:
                text += "   ±1" if self._binding.labels[name] == SIGNS else "   0/1"
        if item is not None:
            item.setText(text)
            item.setToolTip(text)

    def _item(self, name: str) -> QListWidgetItem | None:
        for i in range(self.names.count()):
            if self.names.item(i).data(Qt.ItemDataRole.UserRole) == name:
                return self.names.item(i)
        return None

    def _choose(self, name: str) -> None:
        item = self._item(name)
        if item is not None:
            self.names.setCurrentItem(item)
            self._show_chosen()

    def _show_chosen(self) -> None:
        field = self._fields.get(self._chosen_name())
        if isinstance(field, ScalarField):
            self.pages.setCurrentWidget(self.scroll)
            self.scroll.ensureWidgetVisible(field)
        elif field is not None:
            self.pages.setCurrentWidget(field)

    def complain(self, name: str, text: str) -> None:
        """Say beside a symbol's value why it will not do."""
        field = self.fields.get(name)
        if field is None:
            self._say(text)
        else:
            field.say(text)

    # --- what happens

    def _on_changed(self, name: str) -> None:
        if name not in self.fields:  # it was about to go
            return
        self._label(name)
        self._say("")
        self._binding = self._binding.with_value(name, self.fields[name].stored())
        self.bindingChanged.emit(self._binding)

    def _take(self, binding: Binding, note: str) -> None:
        """Values that came in one go."""
        self.set_binding(binding)
        self._say(note)
        self.bindingChanged.emit(self._binding)

    def _take_data(self, name: str, file: str, read: tuple[Array | str, str]) -> None:
        found, how = read
        field = self.fields.get(name)
        if field is None:
            return
        self._say("")
        if isinstance(found, str):
            problem = told(found)
            field.say(problem if problem.startswith(file) else f"{file}: {problem}")
            return
        before, problem = self._binding, (self._symbols, self._variables)
        try:
            own = own_values(before, *problem, self._drawn)
            binding, note = with_array(before, *problem, field.symbol, found, own)
        except (DataError, BadValueError) as error:
            field.say(" ".join(part for part in (f"{file}: {told(str(error))}", told(how)) if part))
            return
        for other, value in binding.values.items():
            if other != name and value is not before.values.get(other):
                self._drawn[other] = value
        size = f"{found.shape[0]}×{found.shape[1]}"
        said = self.tr("Read {size} numbers from {file}.").format(size=size, file=file)
        self._take(binding, " ".join(part for part in (said, told(how), told(note)) if part))

    def _say(self, text: str) -> None:
        self.note.setText(told(text))
        self.note.setVisible(bool(text))
        self.note.setToolTip(told(text))

    def sizeHint(self) -> QSize:
        return QSize(480, 216)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DeferredDelete:
            self.shutdown()
        return super().event(event)


def _read(path: Path) -> tuple[Array | str, str]:
    """The numbers of a file, or what is wrong with it; and how they were read, where that is to be told."""
    try:
        return read_csv(path)
    except DataError as error:
        return str(error), ""
