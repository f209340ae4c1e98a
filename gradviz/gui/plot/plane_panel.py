"""The choice of the plane in which a function of more than two coordinates is looked at, and the values of those that
are not drawn."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gradviz.gui.flow import FlowLayout, grouped
from gradviz.gui.plot.choices import PlaneChoice
from gradviz.gui.plot.names import plain_name, plain_number
from gradviz.gui.plot.plane_view import PlaneView
from gradviz.gui.plot.values import BadValueError, parse_number
from gradviz.gui.small_parts import RichLabel
from gradviz.gui.theme import Theme
from gradviz.gui.translation import told
from gradviz.numeric.binding import Array
from gradviz.numeric.landscape import Landscape
from gradviz.numeric.planes import (
    Direction,
    Plane,
    PlaneError,
    curvature_plane,
    gradient_plane,
    points_plane,
    random_plane,
)
from gradviz.sentences import say

__all__ = ["PlanePanel", "choice_of"]

MOST_HESSIAN = 400
MOST_ROWS = 400
WAYS = (
    ("coordinates", say("Two coordinates")),
    ("random", say("Random directions")),
    ("gradient", say("Gradient and its normal")),
    ("curvature", say("Extreme Hessian eigenvectors")),
    ("points", say("Three points")),
)


class PlanePanel(QWidget):
    """What the axes are.

    Signals
    -------
    planeChosen(PlaneChoice or None) : another plane; None for the first two coordinates.
    stateChosen(array) : other values for the coordinates, (dimension,).
    """

    planeChosen = Signal(object)
    stateChosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("planePanel")
        self.setAccessibleName(self.tr("Choice of the plane"))
        self._view: PlaneView | None = None
        self._seed = 0
        self._state = np.empty(0)
        self._captions: list[QLabel] = []
        self.way = self._combo("planeWay", self.tr("Kind of plane"))
        for name, text in WAYS:
            self.way.addItem(told(text), name)
        self.way.activated.connect(self._on_way)
        self.x = self._combo("planeX", self.tr("Horizontal axis"))
        self.y = self._combo("planeY", self.tr("Vertical axis"))
        for box in (self.x, self.y):
            box.activated.connect(self._on_axes)
        self.again = QPushButton(self.tr("Again"), self)
        self.again.setObjectName("planeAgain")
        self.again.setAccessibleName(self.tr("Choose the directions again at the present point"))
        self.again.setToolTip(self.again.accessibleName())
        self.again.clicked.connect(self._on_way)
        self.message = RichLabel(self)
        self.message.setObjectName("planePanelMessage")
        self.message.setAccessibleName(self.tr("What is wrong"))
        self.message.setProperty("class", "error")
        self.message.setWordWrap(True)
        self.message.hide()
        self.note = RichLabel(self)
        self.note.setObjectName("planePanelNote")
        self.note.setAccessibleName(self.tr("About the plane"))
        self.note.setProperty("class", "muted")
        self.note.setWordWrap(True)
        self.table = QTableWidget(0, 2, self)
        self.table.setObjectName("planeCoordinates")
        self.table.setAccessibleName(self.tr("Coordinates"))
        self.table.verticalHeader().setVisible(False)
        self.table.verticalHeader().setDefaultSectionSize(24)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.setTabKeyNavigation(False)
        self.table.itemChanged.connect(self._on_item)
        top = FlowLayout(6)
        top.addWidget(self.way)
        for caption, box in (("→", self.x), ("↑", self.y)):
            label = QLabel(caption, self)
            self._captions.append(label)
            top.addWidget(grouped(label, box))
        top.addWidget(self.again)
        self._build_points()
        top.addWidget(self.use_points)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(6)
        layout.addLayout(top)
        layout.addWidget(self.message)
        layout.addWidget(self.note)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.points, 1)

    def _combo(self, name: str, accessible: str) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName(name)
        box.setAccessibleName(accessible)
        box.setToolTip(accessible)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        return box

    def _build_points(self) -> None:
        """Three states, a row each, for the plane through them; they stand where the coordinates stand else."""
        self.points = QTableWidget(3, 0, self)
        self.points.setObjectName("planePoints")
        self.points.setAccessibleName(self.tr("Three points of the plane, one a row"))
        self.points.setVerticalHeaderLabels(["1", "2", "3"])
        self.points.verticalHeader().setDefaultSectionSize(24)
        self.points.horizontalHeader().setDefaultSectionSize(64)
        self.points.setMinimumHeight(64)
        self.points.setTabKeyNavigation(False)
        self.use_points = QPushButton(self.tr("Lay the plane through them"), self)
        self.use_points.setObjectName("planeUsePoints")
        self.use_points.setAccessibleName(self.use_points.text())
        self.use_points.clicked.connect(self._on_points)
        self.points.hide()
        self.use_points.hide()

    def connect_to(self, view: PlaneView) -> None:
        self._view = view
        view.landscapeShown.connect(self.refresh)

    def set_theme(self, _theme: Theme) -> None:
        """Its colours are the application's."""

    def refresh(self) -> None:
        """Show the plane that is drawn."""
        landscape = self._view.landscape if self._view is not None else None
        if landscape is None:
            return
        self._say("")
        names = landscape.coordinates()
        directions = isinstance(landscape.plane.x, Direction)
        shown = [plain_name(n) for n in names]
        for box, label in zip((self.x, self.y), landscape.axis_labels(), strict=True):
            with QSignalBlocker(box):
                if [box.itemText(i) for i in range(box.count())] != shown:
                    box.clear()
                    for name, text in zip(names, shown, strict=True):
                        box.addItem(text, name)
                if not directions:
                    box.setCurrentIndex(names.index(label))
        if not directions or self.way.currentData() == "coordinates":
            self.way.setCurrentIndex(self._way_of(landscape) if directions else 0)
        for part in (self.x, self.y, *self._captions):
            part.setVisible(not directions)
        self._show_points(landscape)
        x, y = (plain_name(label) for label in landscape.axis_labels())
        through = self.tr("The axes: {x} and {y}; through the point below. Type over a value to change it.")
        others = self.tr("The axes: {x} and {y}; the others keep the values below. Type over a value to change it.")
        points = self.tr("The axes: {x} and {y}.")
        known = {"coordinates": others, "points": points}
        self.note.setText(known.get(self.way.currentData(), through).format(x=x, y=y))
        self._fill(landscape, names)

    def _way_of(self, landscape: Landscape) -> int:
        name = landscape.axis_labels()[0]
        marks = {"random": "random", "along": "gradient", "eigenvector": "curvature", "from": "points"}
        way = marks.get(name.split()[0], "random")
        return [w for w, _ in WAYS].index(way)

    def _fill(self, landscape: Landscape, names: list[str]) -> None:
        self._state = landscape.origin.copy()
        drawn = set(landscape.axis_labels())
        kept = [(i, n) for i, n in enumerate(names) if n not in drawn][:MOST_ROWS]
        with QSignalBlocker(self.table):
            self.table.setHorizontalHeaderLabels([self.tr("Coordinate"), self.tr("Value")])
            self.table.setRowCount(len(kept))
            for row, (i, name) in enumerate(kept):
                label = QTableWidgetItem(plain_name(name))
                label.setFlags(Qt.ItemFlag.ItemIsEnabled)
                label.setData(Qt.ItemDataRole.UserRole, i)
                self.table.setItem(row, 0, label)
                self.table.setItem(row, 1, QTableWidgetItem(f"{self._state[i]:.8g}".replace("-", "−")))

    def _show_points(self, landscape: Landscape) -> None:
        wanted = self.way.currentData() == "points"
        self.points.setVisible(wanted)
        self.use_points.setVisible(wanted)
        self.table.setVisible(not wanted)
        self.again.setVisible(isinstance(landscape.plane.x, Direction) and not wanted)
        if wanted and self.points.columnCount() != landscape.dimension:
            self.points.setColumnCount(landscape.dimension)
            self.points.setHorizontalHeaderLabels([plain_name(n) for n in landscape.coordinates()])
            first, units = landscape.origin, np.eye(landscape.dimension)
            states = [landscape.state(x, y) for x, y in landscape.plane.through]
            states = states or [first, first + units[0], first + units[-1]]
            for row, state in enumerate(states):
                for column, value in enumerate(state.tolist()):
                    self.points.setItem(row, column, QTableWidgetItem(plain_number(value, 6)))

    # --- what the user does

    def _on_axes(self, _index: int) -> None:
        first, second = self.x.currentData(), self.y.currentData()
        if first == second:
            self._say(self.tr("The two axes are the same coordinate; choose another one for one of them."))
            return
        self.planeChosen.emit(PlaneChoice((first, second)))

    def _on_way(self, *_args: Any) -> None:
        view, way = self._view, self.way.currentData()
        if view is None or view.landscape is None:
            return
        landscape = view.landscape
        if way == "coordinates":
            self._say("")
            self.planeChosen.emit(None)
            return
        if way == "points":
            self._say("")
            for part in (self.x, self.y, *self._captions):
                part.hide()
            self.note.setText(self.tr("Type three points of the plane, one a row."))
            self._show_points(landscape)
            return
        try:
            self._choose(self._plane(landscape, way, landscape.state(*view.point())))
        except PlaneError as problem:
            self._say(str(problem))

    def _plane(self, landscape: Landscape, way: str, state: Array) -> Plane:
        """The plane of a kind at a state; raises a `PlaneError` with a sentence."""
        if way == "random":
            self._seed += 1
            return random_plane(state, self._seed)
        if way == "gradient":
            if not landscape.has_gradient:
                raise PlaneError(say("There is no gradient."))
            return gradient_plane(state, landscape.gradient_at(state)[1], self._seed)
        if landscape.dimension > MOST_HESSIAN:
            raise PlaneError(say("The Hessian of {n} coordinates is too large for this.", n=landscape.dimension))
        return curvature_plane(state, landscape.hessian_at(state))

    def _on_points(self) -> None:
        states = np.empty((3, self.points.columnCount()))
        for row, column in np.ndindex(*states.shape):
            try:
                states[row, column] = parse_number(self.points.item(row, column).text())
            except BadValueError as problem:
                name = self.points.horizontalHeaderItem(column).text()
                said = self.tr("Point {number}, {coordinate}: {problem}")
                self._say(said.format(number=row + 1, coordinate=name, problem=told(str(problem))))
                self.points.setCurrentCell(row, column)
                self.points.setFocus()
                return
        try:
            self._choose(points_plane(*states))
        except PlaneError as problem:
            self._say(str(problem))

    def _choose(self, plane: Plane) -> None:
        self._say("")
        self.planeChosen.emit(choice_of(plane))

    def _on_item(self, item: QTableWidgetItem) -> None:
        index = self.table.item(item.row(), 0).data(Qt.ItemDataRole.UserRole)
        try:
            value = parse_number(item.text())
        except BadValueError as problem:
            self._say(str(problem))
            with QSignalBlocker(self.table):
                item.setText(f"{self._state[index]:.8g}".replace("-", "−"))
            return
        self._say("")
        state = self._state.copy()
        state[index] = value
        self.stateChosen.emit(state)

    def _say(self, text: str) -> None:
        self.message.setText(told(text))
        self.message.setVisible(bool(text))


def choice_of(plane: Plane) -> PlaneChoice:
    """A plane of directions, as the document keeps it."""
    x, y = plane.x, plane.y
    assert isinstance(x, Direction)
    assert isinstance(y, Direction)
    return PlaneChoice((x.name, y.name), (x.vector, y.vector), plane.anchor, plane.through)
