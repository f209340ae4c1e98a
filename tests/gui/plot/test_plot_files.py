"""Pictures and tables of what a plot shows."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import Any

import numpy as np
import pypdf
import pyqtgraph as pg
import pytest
from PySide6.QtGui import QImage

from gradviz.gui.plot.axes import Plot
from gradviz.gui.plot.compared_paths import ComparedPath
from gradviz.gui.plot.plane_view import PlaneView
from gradviz.gui.plot.plot_files import csv_work, drawing_at, drawings, image_of, whole, written
from gradviz.gui.surface.view import SurfaceView
from gradviz.numeric.descent import GradientDescent, Limits, descend
from gradviz.numeric.landscape import View
from tests.gui.plot import landscapes

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

VIEW = View(-2.0, 2.0, -1.0, 1.0)


@pytest.fixture(params=["plane", "surface"])
def view(qtbot: Any, request: Any) -> Any:
    made = PlaneView() if request.param == "plane" else SurfaceView()
    qtbot.addWidget(made)
    made.resize(480, 420)
    made.show()
    qtbot.waitExposed(made)
    made.set_landscape(landscapes.bowl(), name="f", view=VIEW)
    made.set_point(1.0, 0.5)
    qtbot.waitUntil(lambda: not made.busy)
    yield made
    made.shutdown()


def test_a_plot_is_found_in_what_surrounds_it(view: Any) -> None:
    (drawing,) = drawings(view)
    assert drawing_at(drawing) is drawing
    assert drawing_at(view) is None


def test_the_pdf_is_vector_with_embedded_fonts(view: Any, tmp_path: Path) -> None:
    (drawing,) = drawings(view)
    reader = pypdf.PdfReader(io.BytesIO(written(drawing, ".pdf", "a bowl")))
    assert reader.metadata is not None
    assert reader.metadata.title == "a bowl"
    (page,) = reader.pages
    assert float(page.mediabox.width) == pytest.approx(drawing.width() * 0.75, abs=1)
    fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]
    assert fonts
    for font in fonts:
        assert "/FontFile2" in font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
    text = page.extract_text()
    assert "x" in text
    assert "1" in text


def test_what_is_compared_has_its_legend_below_the_plot(view: Any) -> None:
    (drawing,) = drawings(view)
    names = ["Gradient descent", "Adam", "BFGS", "A method with quite a long name", "Another one of a long name"]
    view.legend_entries = [ComparedPath(np.zeros((1, 2)), "#aa0066", (6.0, 3.0), "o", name) for name in names]
    (page,) = pypdf.PdfReader(io.BytesIO(written(drawing, ".pdf", "compared"))).pages
    text = "".join(page.extract_text().split())
    assert [name for name in names if "".join(name.split()) not in text] == []
    assert float(page.mediabox.height) > (drawing.height() + 2 * 14) * 0.75  # two rows; the plot keeps its size
    view.legend_entries = []
    (page,) = pypdf.PdfReader(io.BytesIO(written(drawing, ".pdf", "alone"))).pages
    assert float(page.mediabox.height) == pytest.approx(drawing.height() * 0.75, abs=1)


def test_the_svg_has_paths_clips_and_a_description_but_no_fonts(view: Any) -> None:
    source = written(drawings(view)[0], ".svg", "<bowl> & more").decode()
    assert "<title>&lt;bowl&gt; &amp; more</title>" in source
    assert re.search(r"<desc>[^<]{40,}</desc>", source)
    assert "<text" not in source
    assert "<path" in source
    assert "clipPath" in source or view.objectName() == "surfaceView"


def test_symbols_are_vectors_too(qtbot: Any) -> None:
    plot = Plot("p", "A plot")
    qtbot.addWidget(plot)
    plot.resize(300, 240)
    plot.addItem(pg.ScatterPlotItem([0.0, 1.0], [0.0, 1.0], symbol="t", size=14, pxMode=True))
    plot.show()
    qtbot.waitExposed(plot)
    page = pypdf.PdfReader(io.BytesIO(written(plot, ".pdf", ""))).pages[0]
    assert not page["/Resources"].get("/XObject", {})
    assert "<image" not in written(plot, ".svg", "").decode()


def test_the_png_is_three_times_as_large_as_the_screen(view: Any) -> None:
    (drawing,) = drawings(view)
    image = QImage.fromData(written(drawing, ".png", ""), "PNG")
    assert image.width() == pytest.approx(3 * drawing.width(), abs=4)
    colours = {image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}
    assert len(colours) > 50


def test_the_image_is_what_the_screen_shows(view: Any) -> None:
    (drawing,) = drawings(view)
    shown, made = drawing.grab().toImage(), image_of(drawing, 96.0)
    scale = made.width() / shown.width()
    difference = []
    for x in range(60, shown.width() - 60, 9):
        for y in range(60, shown.height() - 60, 9):
            a, b = shown.pixelColor(x, y), made.pixelColor(round(x * scale), round(y * scale))
            difference.append(abs(a.lightness() - b.lightness()))
    assert np.median(difference) < 6


def test_the_table_has_what_is_shown(view: Any, qtbot: Any) -> None:
    landscape = view.landscape
    run = descend(landscape, landscape.state(1.0, 0.5), GradientDescent(step_size=0.05), Limits(steps=10))
    view.set_run(run)
    text = csv_work(drawings(view)[0], "g")()
    lines = text.splitlines()
    assert lines[0] == "# g = x^2 + 4 y^2"
    rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
    steps = [row for row in rows if row["layer"] == "descent"]
    np.testing.assert_allclose([[float(r["x"]), float(r["y"])] for r in steps], run.states)
    np.testing.assert_allclose([float(r["g"]) for r in steps], run.values)
    (point,) = (row for row in rows if row["layer"] == "point")
    assert [float(point[k]) for k in ("x", "y", "g", "dg/dx", "dg/dy")] == pytest.approx([1, 0.5, 2, 2, 4])
    assert any(row["layer"] == "contour" for row in rows)
    assert any(row["layer"] == "grid" for row in rows)


def test_a_curve_gives_its_values_and_extrema(qtbot: Any) -> None:
    from gradviz.algebra.nodes import Add, Mul, Number, Power, Symbol
    from gradviz.algebra.shapes import SCALAR
    from gradviz.gui.plot.curve_view import CurveView
    from gradviz.numeric.binding import default_binding
    from gradviz.numeric.curve import Curve
    from gradviz.numeric.planes import Coordinate

    t = Symbol("t", SCALAR)
    function = Add(Power(t, Number(3)), Mul(Number(-3), t))
    made = CurveView()
    qtbot.addWidget(made)
    made.resize(480, 360)
    made.show()
    made.set_curve(Curve(function, [t], default_binding([t]), Coordinate(t)), "h")
    qtbot.waitUntil(lambda: made.found is not None and not made.busy)
    (drawing, *_) = drawings(made)
    lines = csv_work(drawing, "h")().splitlines()
    assert lines[0] == "# h = t^3 - 3 t"
    rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
    for row in rows[:1000:100]:
        x = float(row["t"])
        assert float(row["h"]) == pytest.approx(x**3 - 3 * x, abs=1e-9)
    assert {row["kind"] for row in rows if row["layer"] == "stationary point"} == {"minimum", "maximum"}
    assert written(drawing, ".pdf", "h").startswith(b"%PDF")
    made.shutdown()


def test_a_map_is_one_picture_of_domain_and_image_and_a_table_of_both(qtbot: Any) -> None:
    from gradviz.algebra import nodes as n
    from gradviz.gui.plot.map_view import MapView
    from gradviz.numeric.binding import default_binding
    from gradviz.numeric.plane_map import PlaneMap
    from gradviz.numeric.planes import default_plane

    x, y = landscapes.x, landscapes.y
    function = n.Matrix(n.Power(x, n.Number(2)), n.Mul(x, y), 2, 1)
    binding = default_binding([x, y])
    made = MapView()
    qtbot.addWidget(made)
    made.resize(640, 360)
    made.show()
    made.set_map(PlaneMap(function, [x, y], binding, default_plane([x, y], binding)), "g")
    qtbot.waitUntil(lambda: not made.busy)
    found = drawings(made)
    assert len(found) == 2
    plot = whole(found)
    image = image_of(plot, 96.0)
    assert image.width() > max(d.width() for d in found)
    rows = list(csv.DictReader(line for line in csv_work(plot, "g")().splitlines() if not line.startswith("#")))
    for row in rows[::997]:
        a, b = float(row["x"]), float(row["y"])
        got = [float(row[k]) for k in ("g_1", "g_2", "determinant")]
        np.testing.assert_allclose(got, [a * a, a * b, 2 * a * a], atol=1e-9)
    made.shutdown()


def test_any_other_plot_gives_its_curves(qtbot: Any) -> None:
    import pyqtgraph as pg

    plot = pg.PlotWidget()
    qtbot.addWidget(plot)
    plot.setLabel("bottom", "<i>t</i>")
    plot.setLabel("left", "<i>f</i>")
    plot.addItem(pg.PlotCurveItem([0.0, 1.0], [2.0, np.nan], name="tangent"))
    plot.show()
    lines = csv_work(plot, "f")().splitlines()
    assert lines[-3:] == ["layer,t,f", "tangent,0.0,2.0", "tangent,1.0,"]


def test_numbers_on_logarithmic_axes_are_written_as_they_are(qtbot: Any) -> None:
    import pyqtgraph as pg

    plot = pg.PlotWidget()
    qtbot.addWidget(plot)
    plot.getPlotItem().setLogMode(x=True, y=True)
    plot.plot([0.01, 100.0], [1e-6, 1.0], symbol="o", name="remainder")
    plot.addItem(pg.PlotCurveItem([1.0, 2.0], [0.0, -1.0], name="bare"))  # placed by its logarithms
    plot.show()
    lines = csv_work(plot, "f")().splitlines()
    assert lines[1:] == ["remainder,0.01,1e-06", "remainder,100.0,1.0", "bare,10.0,1.0", "bare,100.0,0.1"]


def test_a_file_has_the_title_and_the_legend_that_stand_beside_the_plot(qtbot: Any) -> None:
    from PySide6.QtWidgets import QLabel

    from gradviz.gui.plot.axes import Plot

    plot = Plot("some", "How f changes")
    qtbot.addWidget(plot)
    plot.resize(300, 120)
    plot.show()
    before = image_of(plot, 96.0)
    plot.legend = QLabel("<span style='color:#c00000'>━ <i>f</i></span> and its tangent")
    qtbot.addWidget(plot.legend)
    after = image_of(plot, 96.0)
    assert before.height() > 130
    assert after.height() > before.height() + 10
    reds = [after.pixelColor(x, y) for x in range(after.width()) for y in range(before.height(), after.height())]
    assert any(c.red() > 150 and c.green() < 60 for c in reds)


def test_a_low_plot_spares_the_name_of_its_axis_but_not_in_a_file(qtbot: Any) -> None:
    from gradviz.gui.plot.axes import LOW, Plot

    plot = Plot("some", "How f changes")
    plot.spares = True
    plot.set_labels(bottom="step")
    plot.resize(300, LOW - 30)
    qtbot.addWidget(plot)
    plot.show()
    plot.getPlotItem().layout.activate()
    label, seen = plot.getPlotItem().getAxis("bottom").label, plot.box.height()
    assert not label.isVisible()
    with plot.on_paper():
        assert label.isVisible()
        assert plot.box.height() < seen
    assert not label.isVisible()
    assert plot.box.height() == seen
    plot.resize(300, LOW + 30)
    assert label.isVisible()
