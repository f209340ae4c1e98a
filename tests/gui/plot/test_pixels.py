"""How large a pixel is in the plane of a plot."""

from __future__ import annotations

from typing import Any

import pytest

from gradviz.gui.plot.axes import Plot
from gradviz.gui.plot.pixels import pixel_size


def test_a_pixel_is_as_large_as_pyqtgraph_maps_it(qtbot: Any) -> None:
    plot = Plot("p", "A plot")
    qtbot.addWidget(plot)
    plot.resize(400, 300)
    plot.setRange(xRange=(-3, 7), yRange=(1e6, 1e6 + 2), padding=0)
    plot.show()
    qtbot.waitExposed(plot)
    assert pixel_size(plot.getViewBox()) == pytest.approx(plot.getViewBox().viewPixelSize(), rel=1e-6)
