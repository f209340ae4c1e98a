"""The kept picture under the point: each text lies on its own paper, where its contour is."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtGui import QBrush, QColor

from gradviz.gui.plot.backdrop import Backdrop, BackdropText

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


def spots(picture: Any, colour: tuple[int, int, int]) -> np.ndarray:
    """Where the picture has about that colour, rows of (x, y)."""
    image = picture.toImage()
    found = [
        (x, y)
        for y in range(image.height())
        for x in range(image.width())
        if max(abs(a - b) for a, b in zip(image.pixelColor(x, y).getRgb()[:3], colour, strict=True)) < 60
    ]
    return np.array(found)


def test_a_text_lies_on_its_paper_from_the_first_painting_on(qtbot: Any) -> None:
    window = pg.GraphicsLayoutWidget()
    qtbot.addWidget(window)
    window.resize(300, 200)
    plot = window.addPlot()
    plot.setRange(xRange=(0, 10), yRange=(0, 10), padding=0)
    text = BackdropText("888", anchor=(0.5, 0.5), color=QColor(255, 0, 0), angle=30)
    text.fill = QBrush(QColor(0, 255, 0))
    Backdrop(plot).add(text, 0)
    text.setPos(6, 4)
    window.show()
    qtbot.waitExposed(window)
    for _ in range(2):
        picture = window.grab()
        paper, ink = spots(picture, (0, 255, 0)), spots(picture, (255, 0, 0))
        assert len(paper) > 100
        assert len(ink) > 10
        assert np.abs(paper.mean(axis=0) - ink.mean(axis=0)).max() < 3
        assert (ink.min(axis=0) >= paper.min(axis=0)).all()
        assert (ink.max(axis=0) <= paper.max(axis=0)).all()
        plot.setRange(xRange=(2, 9), yRange=(1, 8), padding=0)
