"""The window's dealings with the numbers of a derivation's lines at the current point."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QTimer

__all__ = ["WindowValues", "numbers_at"]

SETTLE = 120
"""Milliseconds for which the point must rest."""


def numbers_at(scene: Any, point: tuple[float, float] | None) -> dict[str, list[list[float]]]:
    """The numbers of all symbols, each a list of rows; those that are drawn take theirs from the point."""
    binding = _binding_at(scene, point)
    return {symbol.name: binding.matrix(symbol).tolist() for symbol in scene.symbols}


def _binding_at(scene: Any, point: tuple[float, float] | None) -> Any:
    from gradviz.gui.picture.scene import at_point

    return scene.binding if point is None else at_point(scene, point)


class WindowValues:
    """The part of `MainWindow` that asks for these numbers, for the lines that are open."""

    def _connect_values(self) -> None:
        self._values_timer = QTimer(self)
        self._values_timer.setSingleShot(True)
        self._values_timer.setInterval(SETTLE)
        self._values_timer.timeout.connect(self._ask_values)
        self.derivation.lines_view.told.connect(self._values_timer.start)
        self.picture.valued.connect(self._values_renewed)
        self.model.changed.connect(self._values_changed)
        self.session.valued.connect(self.derivation.lines_view.show_values)
        self.derivation.lines_view.parts_wanted.connect(self.session.ask_for_parts)
        self.session.parted.connect(self.derivation.lines_view.show_map)

    def _values_renewed(self, values: dict[str, Any]) -> None:
        if values:
            self._show_symbols()
        else:
            self.symbols.set_values({})
        self._values_timer.start()

    def _values_changed(self, changed: frozenset[str]) -> None:
        if changed & {"point", "values", "dims", "plot"}:
            self._values_timer.start()

    def _ask_values(self) -> None:
        """Show the numbers at the point: in the table of symbols and, if lines are open, under those."""
        self._show_symbols()
        lines, scene = self.derivation.lines_view.open_numbers(), self.picture.scene
        if lines and scene is not None and self.session.current:
            picked = self.derivation.lines_view.picked_parts
            self.session.ask_for_values(lines, numbers_at(scene, self._picture_point()), picked)

    def _picture_point(self) -> tuple[float, float] | None:
        """Where the point of the picture is; None where nothing is drawn."""
        kind, panels = self.picture.scene.kind, self.picture.panels
        if not kind:
            return None
        if kind == "plane":
            return panels.plane_view.point()  # type: ignore[no-any-return]
        return (panels.curve_view if kind == "curve" else panels.map_view).point()  # type: ignore[no-any-return]

    def _show_symbols(self) -> None:
        from gradviz.gui.picture.scene import values_to_document

        scene = self.picture.scene
        if scene is not None:
            self.symbols.set_values(values_to_document(_binding_at(scene, self._picture_point())))
