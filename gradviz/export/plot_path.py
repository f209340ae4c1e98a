"""Descents' paths on a sheet."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from gradviz.export.marks import CORNERS, Mark
from gradviz.export.picture import Look
from gradviz.export.plot_sheet import Box, Sheet
from gradviz.numeric.binding import Array

__all__ = ["draw_legend", "draw_marked", "draw_path"]

PATH_FAR = 1e5
"""Points from the sheet beyond which a path is cut off."""
START = 4.0
"""Points: the reach of the square at a start."""
LINE, GAP = 1.5, 20.0
"""Points: the width of one path among several, and the way between two of its symbols."""
ROW, SAMPLE = 14.0, 30.0
"""Points: a legend's row, and the piece of line in it."""


def draw_path(sheet: Sheet, box: Box, path: Array, base: Look) -> None:
    """Draw a path (k, 2): its line, its iterates a few points apart, its start and its end."""
    placed, steps, line = _placed(box, path)
    if not len(placed):
        return
    sheet.line(placed[line], base.paper, 3.4, opacity=0.7)
    sheet.line(placed[line], base.trajectory, 1.5)
    for i in np.unique((steps / 7).astype(int), return_index=True)[1][1:]:
        x, y = placed[i].tolist()
        sheet.disc(x, y, 1.8, base.paper, base.trajectory, 0.9)
    _symbol(sheet, placed[0], "s", START, base.start, base.paper, 1.0)
    x1, y1 = placed[-1].tolist()
    sheet.disc(x1, y1, 4.0, base.trajectory, base.ink, 1.4)


def draw_marked(sheet: Sheet, box: Box, paths: Sequence[tuple[Array, Mark]], base: Look) -> None:
    """Draw several paths (k, 2), each in its look: told apart in grey too."""
    placed = [(*_placed(box, path), mark) for path, mark in paths]
    placed = [found for found in placed if len(found[0])]
    for points, _, line, _ in placed:  # all the paper first: no path cuts another in two
        sheet.line(points[line], base.paper, 3.4, opacity=0.7)
    for points, steps, line, mark in placed:
        dash = " ".join(f"{LINE * d:g}" for d in mark.dashes)
        sheet.line(points[line], mark.colour, LINE, dash=dash, flat=bool(dash))
        for i in np.unique((steps / GAP).astype(int), return_index=True)[1][1:]:
            _symbol(sheet, points[i], mark.symbol, 2.4, base.paper, mark.colour, 0.8)
    for start in {tuple(points[0].tolist()): None for points, *_ in placed}:
        _symbol(sheet, np.array(start), "s", START, base.start, base.paper, 1.0)
    for points, _, _, mark in placed:
        _symbol(sheet, points[-1], mark.symbol, 4.0, mark.colour, base.paper, 1.0)


def draw_legend(sheet: Sheet, entries: Sequence[tuple[str, str, Mark]], base: Look, left: float) -> None:
    """Make the sheet higher by a legend: of each path what it is called and how it went."""
    top = sheet.height - 4
    for i, (title, words, mark) in enumerate(entries):
        y = top + ROW * (i + 0.5)
        dash = " ".join(f"{LINE * d:g}" for d in mark.dashes)
        sheet.line(np.array([[left, y], [left + SAMPLE, y]]), mark.colour, LINE, dash=dash, flat=bool(dash))
        _symbol(sheet, np.array([left + SAMPLE / 2, y]), mark.symbol, 3.0, base.paper, mark.colour, 0.8)
        sheet.words(left + SAMPLE + 6, y, title, "left", size=8.5)
        sheet.words(sheet.width - 16, y, words, "right", size=8.5, colour=base.muted)
    sheet.height = top + ROW * len(entries) + 8


def _placed(box: Box, path: Array) -> tuple[Array, Array, Array]:
    """The points on the sheet, how far along the path each is, and the indices of those that its line needs."""
    placed = box.place(path[:, 0], path[:, 1])
    bad = np.flatnonzero(~(np.abs(placed) < PATH_FAR).all(axis=1))
    placed = placed[: bad[0]] if len(bad) else placed
    if not len(placed):
        return placed, np.empty(0), np.empty(0, dtype=int)
    steps = np.concatenate([[0.0], np.hypot(*np.diff(placed, axis=0).T).cumsum()])
    line = np.unique(np.concatenate([[0, len(placed) - 1], np.unique((steps / 0.4).astype(int), return_index=True)[1]]))
    return placed, steps, line


def _symbol(sheet: Sheet, place: Array, symbol: str, reach: float, fill: str, edge: str, width: float) -> None:
    corners = np.array([*CORNERS[symbol], CORNERS[symbol][0]])
    sheet.line(place + reach * corners, edge, width, fill=fill)
