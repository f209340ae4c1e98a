"""The window's dealings with the numbers of a derivation's lines at the current point."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QTimer

__all__ = ["WindowValues", "numbers_at"]

SETTLE = 120
"""Milliseconds for which the point must rest."""


def numbers_at(scene: Any, point: tuple[float, float] | None) -> dict[str, list[list[float]]]:
    """The numbers of all symbols, each a list of rows; those that are drawn take theirs from the point."""
    found = {symbol.name: scene.binding.matrix(symbol).tolist() for symbol in scene.symbols}
    if scene.landscape is not None and point is not None:
        state, at = scene.landscape.state(*point), 0
        for symbol in scene.landscape.variables:
            rows, cols = (scene.binding.size(dim) for dim in symbol.shape)
            found[symbol.name] = state[at : at + rows * cols].reshape(cols, rows).T.tolist()
            at += rows * cols
    return found


class WindowValues:
    """The part of `MainWindow` that asks for these numbers, for the lines that are open."""

    def _connect_values(self) -> None:
        self._values_timer = QTimer(self)
        self._values_timer.setSingleShot(True)
        self._values_timer.setInterval(SETTLE)
        self._values_timer.timeout.connect(self._ask_values)
        self.derivation.lines_view.told.connect(self._values_timer.start)
        self.picture.valued.connect(lambda _: self._values_timer.start())
        self.model.changed.connect(self._values_changed)
        self.session.valued.connect(self.derivation.lines_view.show_values)
        self.derivation.lines_view.parts_wanted.connect(self.session.ask_for_parts)
        self.session.parted.connect(self.derivation.lines_view.show_map)

    def _values_changed(self, changed: frozenset[str]) -> None:
        if changed & {"point", "values", "dims", "plot"} and self.derivation.lines_view.open_numbers():
            self._values_timer.start()

    def _ask_values(self) -> None:
        lines = self.derivation.lines_view.open_numbers()
        scene, view = self.picture.scene, self.picture.plane_view
        if lines and scene is not None and view is not None and self.session.current:
            point = view.point() if scene.landscape is not None else None
            picked = self.derivation.lines_view.picked_parts
            self.session.ask_for_values(lines, numbers_at(scene, point), picked)
