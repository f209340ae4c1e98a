"""A descent's path on a sheet."""

from __future__ import annotations

import numpy as np

from gradviz.export.picture import Look
from gradviz.export.plot_sheet import Box, Sheet
from gradviz.numeric.binding import Array

__all__ = ["draw_path"]

PATH_FAR = 1e5
"""Points from the sheet beyond which a path is cut off."""


def draw_path(sheet: Sheet, box: Box, path: Array, base: Look) -> None:
    """Draw a path (k, 2): its line, its iterates a few points apart, its start and its end."""
    placed = box.place(path[:, 0], path[:, 1])
    bad = np.flatnonzero(~(np.abs(placed) < PATH_FAR).all(axis=1))
    placed = placed[: bad[0]] if len(bad) else placed
    if not len(placed):
        return
    steps = np.concatenate([[0.0], np.hypot(*np.diff(placed, axis=0).T).cumsum()])
    line = np.unique(np.concatenate([[0, len(placed) - 1], np.unique((steps / 0.4).astype(int), return_index=True)[1]]))
    sheet.line(placed[line], base.paper, 3.4, opacity=0.7)
    sheet.line(placed[line], base.trajectory, 1.5)
    for i in np.unique((steps / 7).astype(int), return_index=True)[1][1:]:
        x, y = placed[i].tolist()
        sheet.disc(x, y, 1.8, base.paper, base.trajectory, 0.9)
    (x0, y0), (x1, y1) = placed[0].tolist(), placed[-1].tolist()
    square = np.array([x0, y0]) + 3.4 * np.array([[-1, -1], [1, -1], [1, 1], [-1, 1], [-1, -1]])
    sheet.line(square, base.paper, 1.0, fill=base.start)
    sheet.disc(x1, y1, 4.0, base.trajectory, base.ink, 1.4)
