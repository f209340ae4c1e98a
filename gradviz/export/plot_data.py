"""The numbers of a plot as CSV: one table whose first column says what a row belongs to."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from gradviz.numeric.binding import Array
from gradviz.numeric.contours import contour_lines, levels_for, scale_for
from gradviz.numeric.curve import Curve
from gradviz.numeric.landscape import Landscape, View
from gradviz.numeric.plane_map import PlaneMap
from gradviz.numeric.stationary import StationarySet

__all__ = ["curve_csv", "lines_csv", "map_csv", "plane_csv", "table"]

GRID = 101
CONTOUR_GRID = 241
CURVE = 1001

Row = Sequence[Any]


def table(comments: Sequence[str], columns: Sequence[str], rows: Iterable[Row]) -> str:
    """CSV text: comments after ``#``, a heading, and the rows; a number that is not finite is an empty cell."""
    out = io.StringIO()
    for comment in comments:
        for line in comment.splitlines():
            out.write(f"# {line}\n")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue()


def plane_csv(
    landscape: Landscape,
    view: View,
    *,
    name: str = "f",
    formula: str = "",
    grid: bool = True,
    contours: bool = True,
    path: tuple[Array, Array] | None = None,
    stationary: StationarySet | None = None,
    point: tuple[float, float] | None = None,
    levels: Array | None = None,
) -> str:
    """What is drawn of a function over a plane.

    Columns: layer ("grid", "contour", "descent", "stationary point", "stationary curve", "point"); number (of the
    contour's piece, of the step, of the point); the plane's coordinates, called s and t along directions; the function;
    its derivatives along the axes; the kind of a stationary point.

    Parameters
    ----------
    path : states of a descent (k, dimension) and the function's values there (k,).
    levels : of the contours, by default those that suit the function.
    """
    labels = landscape.axis_labels()
    x_name, y_name = (label if " " not in label else letter for label, letter in zip(labels, "st", strict=True))
    columns = ["layer", "number", x_name, y_name, name, f"d{name}/d{x_name}", f"d{name}/d{y_name}", "kind"]
    rows: list[Row] = []
    if grid:
        xs, ys = view.axes(GRID, GRID)
        rows += _gradient_rows(landscape, "grid", np.tile(xs, GRID), np.repeat(ys, GRID), numbered=False)
    if contours:
        rows += _contour_rows(landscape, view, levels)
    if path is not None:
        states, _ = path
        drawn = landscape.project(states)
        rows += [
            ("descent", i, x, y, value, "", "", "")
            for i, ((x, y), value) in enumerate(zip(drawn.tolist(), path[1].tolist(), strict=True))
        ]
    if stationary is not None:
        rows += [
            ("stationary point", i, p.x, p.y, p.value, "", "", str(p.kind)) for i, p in enumerate(stationary.points, 1)
        ]
        for i, curve in enumerate(stationary.curves, 1):
            rows += [
                ("stationary curve", i, x, y, curve.value, "", "", str(curve.kind))
                for x, y in zip(curve.x.tolist(), curve.y.tolist(), strict=True)
            ]
    if point is not None:
        rows += _gradient_rows(landscape, "point", np.array([point[0]]), np.array([point[1]]), numbered=True)
    axes = [
        label if label == letter else f"{letter} ({label})"
        for label, letter in zip(labels, (x_name, y_name), strict=True)
    ]
    return table(_comments(name, formula, axes, _held(landscape)), columns, rows)


def curve_csv(
    curve: Curve,
    start: float,
    end: float,
    *,
    name: str = "f",
    formula: str = "",
    point: float | None = None,
    stationary: Sequence[Any] = (),
) -> str:
    """What is drawn of a function of one variable: its values and derivatives, the point, the stationary points."""
    x_name = curve.label()
    rows: list[Row] = []
    for layer, ts in (("curve", np.linspace(start, end, CURVE)), ("point", np.array([] if point is None else [point]))):
        values = curve.derivatives(ts, 2) if ts.size else np.empty((3, 0))
        rows += [(layer, t, *column, "") for t, column in zip(ts.tolist(), values.T.tolist(), strict=True)]
    rows += [
        ("stationary point", p.t, p.value, 0.0, p.second, str(getattr(p.kind, "value", p.kind))) for p in stationary
    ]
    columns = ["layer", x_name, name, f"d{name}/d{x_name}", f"d2{name}/d{x_name}2", "kind"]
    return table(_comments(name, formula, [x_name], ""), columns, rows)


def map_csv(
    map_: PlaneMap, view: View, *, name: str = "f", formula: str = "", point: tuple[float, float] | None = None
) -> str:
    """A map of the plane: points of its domain, their images, and the determinant of the Jacobian."""
    x_name, y_name = map_.axis_labels()
    xs, ys = view.axes(GRID, GRID)
    x, y = np.tile(xs, GRID), np.repeat(ys, GRID)
    if point is not None:
        x, y = np.append(x, point[0]), np.append(y, point[1])
    with np.errstate(all="ignore"):
        u, v = map_.value(x, y)
        J = map_.jacobian(x, y)
        det = J[..., 0, 0] * J[..., 1, 1] - J[..., 0, 1] * J[..., 1, 0]
    layers = ["grid"] * GRID**2 + ["point"] * (point is not None)
    rows = zip(layers, *(c.tolist() for c in (x, y, u, v, det)), strict=True)
    columns = ["layer", x_name, y_name, f"{name}_1", f"{name}_2", "determinant"]
    return table(_comments(name, formula, [x_name, y_name], ""), columns, rows)


def lines_csv(title: str, x_name: str, y_name: str, lines: Sequence[tuple[str, Array, Array]]) -> str:
    """Curves and points by name: what any other plot shows."""
    rows = [(name, x, y) for name, xs, ys in lines for x, y in zip(xs.tolist(), ys.tolist(), strict=True)]
    return table([title] if title else [], ["layer", x_name, y_name], rows)


def _gradient_rows(landscape: Landscape, layer: str, x: Array, y: Array, *, numbered: bool) -> list[Row]:
    with np.errstate(all="ignore"):
        values, gx, gy = landscape.gradient_anywhere(x, y)
    columns = (x.tolist(), y.tolist(), values.tolist(), gx.tolist(), gy.tolist())
    return [(layer, 1 if numbered else "", *entry, "") for entry in zip(*columns, strict=True)]


def _contour_rows(landscape: Landscape, view: View, levels: Array | None) -> list[Row]:
    xs, ys = view.axes(CONTOUR_GRID, CONTOUR_GRID)
    with np.errstate(all="ignore"):
        values = landscape.value(xs, ys)
        chosen = levels_for(scale_for(values)) if levels is None else levels
        lines = contour_lines(xs, ys, values, chosen)
    rows: list[Row] = []
    piece = 0
    for level, (x, y) in zip(chosen.tolist(), lines, strict=True):
        piece += 1
        for px, py in zip(x.tolist(), y.tolist(), strict=True):
            if math.isnan(px):
                piece += 1
            else:
                rows.append(("contour", piece, px, py, level, "", "", ""))
    return rows


def _comments(name: str, formula: str, axes: Sequence[str], held: str) -> list[str]:
    found = [f"{name} = {formula}" if formula else name]
    found.append(f"drawn over {' and '.join(axes)}")
    return found + ([f"held at: {held}"] if held else [])


def _held(landscape: Landscape) -> str:
    drawn = set(landscape.axis_labels())
    pairs = zip(landscape.coordinates(), landscape.origin.tolist(), strict=True)
    rest = [f"{label} = {value:.12g}" for label, value in pairs if label not in drawn]
    return ", ".join(rest[:50]) + (", ..." if len(rest) > 50 else "")


def _cell(value: Any) -> Any:
    if isinstance(value, float):
        return repr(value) if math.isfinite(value) else ""
    return value
