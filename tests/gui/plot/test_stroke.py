"""Lines straight from arrays: which points they link, and that they are where they are meant to be."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from gradviz.gui.plot.stroke import draw_pieces, path_of, pieces, stroke_pen

NAN = np.nan


@pytest.mark.parametrize(
    ("xs", "links"),
    [([0, 1, 2], [(0, 1), (1, 2)]), ([0, 1, NAN, 3, 4], [(0, 1), (3, 4)]), ([NAN, 1, NAN], []), ([1], []), ([], [])],
)
def test_points_are_linked_with_the_next_but_not_across_a_gap(xs: list[float], links: list[tuple[int, int]]) -> None:
    x = np.array(xs, dtype=float)
    found = pieces(x, 2 * x)
    assert found[:, ::2].tolist() == [list(link) for link in links]
    np.testing.assert_array_equal(found[:, 1::2], 2 * found[:, ::2])


def picture(draw: Any) -> np.ndarray:
    image = QImage(80, 60, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(stroke_pen("#204080", 2.5))
    draw(painter)
    painter.end()
    return np.frombuffer(image.constBits(), np.uint8).reshape(60, 80, 4).astype(int)


@pytest.mark.parametrize("strided", [False, True])
def test_pieces_are_drawn_as_qt_draws_the_same_lines_one_by_one(strided: bool) -> None:
    rows = np.random.default_rng(3).uniform(5, 55, (7, 4))
    found = np.repeat(rows, 2, axis=1)[:, ::2] if strided else rows  # Qt reads them from memory
    one_by_one = picture(lambda p: [p.drawLine(QPointF(a, b), QPointF(c, d)) for a, b, c, d in rows.tolist()])
    np.testing.assert_array_equal(picture(lambda p: draw_pieces(p, found)), one_by_one)
    assert one_by_one.min() < 100
    as_path = picture(lambda p: p.drawPath(path_of(rows)))
    assert np.abs(as_path - one_by_one).mean() < 2


def test_no_pieces_are_no_lines() -> None:
    assert picture(lambda p: draw_pieces(p, np.empty((0, 4)))).min() == 255
