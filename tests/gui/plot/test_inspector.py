"""The point inspector: its numbers are the function's, its fields move the point, its words say what they mean."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt

from gradviz.gui import theme
from gradviz.gui.plot.inspector import Inspector, decay_html, spectrum_html
from gradviz.gui.plot.plane_view import PlaneView
from gradviz.gui.plot.series_typst import curve_expansion, number_typst, plane_expansion, shifted, total
from gradviz.numeric.plane_model import PlaneModel
from gradviz.numeric.spectrum import spectrum
from gradviz.numeric.taylor import Decay, Expansion
from tests.gui.plot.functions import HIMMELBLAU, landscape_of

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def pair(qtbot: Any) -> Any:
    view, panel = PlaneView(), Inspector()
    for widget in (view, panel):
        qtbot.addWidget(widget)
        widget.resize(560, 520)
        widget.set_theme(theme.LIGHT)
    panel.connect_to(view)
    view.show()
    panel.show()
    qtbot.waitExposed(panel)
    yield view, panel
    panel.shutdown()


def show(qtbot: Any, pair: Any, text: str, x: float, y: float) -> None:
    view, panel = pair
    view.set_landscape(landscape_of(text))
    view.set_point(x, y)
    qtbot.waitUntil(lambda: not (view.busy or panel.busy))


def test_value_gradient_and_spectrum_are_the_functions(qtbot: Any, pair: Any) -> None:
    show(qtbot, pair, HIMMELBLAU, 2.0, 1.0)
    panel = pair[1]
    assert "<b>52</b>" in panel.values.text()
    assert "(−56, −28)" in panel.values.text()
    # H = [[10, 12], [12, -6]]: det -204, trace 4, eigenvalues 2 ± sqrt(208)
    for part in (
        "det&nbsp;<i>H</i>&nbsp;=&nbsp;−204",
        "tr&nbsp;<i>H</i>&nbsp;=&nbsp;4",
        "(1,&nbsp;1,&nbsp;0)",
        "Indef",
    ):
        assert part in panel.spectrum.text()
    assert "mat(10, 12; 12, -6)" in panel.matrix.sources[0]
    assert number_typst(2 + 208**0.5) in panel.matrix.sources[0]
    assert "T2 = 52 − 56 (x − 2) − 28 (y − 1) + 5 (x − 2)² + 12 (x − 2) (y − 1) − 3 (y − 1)²" in (
        panel.model.accessibleDescription()
    )
    assert panel.model.height() > 20  # it was typeset
    assert "<sup>3.0" in panel.decay.text()


@pytest.mark.parametrize(("slope", "words"), [(2.98, "(measured; expected"), (4.0, "</sup> or faster)")])
def test_a_remainder_that_vanishes_faster_than_promised_is_said(slope: float, words: str) -> None:
    assert words in decay_html(Decay(np.empty(0), np.empty(0), slope, 3), 2)


@pytest.mark.parametrize(
    ("hessian", "words"),
    [
        ([[2, 0], [0, 8]], "ellipses, 2 times as long as wide"),
        ([[-3, 0], [0, -3]], "circles"),
        ([[1, 0], [0, -1]], None),
        ([[1, 0], [0, 0]], None),
    ],
)
def test_the_shape_of_a_definite_models_contours_is_told(hessian: Any, words: str | None) -> None:
    text = spectrum_html(spectrum(np.array(hessian, dtype=float)), "")
    assert ("contours of the model" in text) == (words is not None)
    assert words is None or words in text


@pytest.mark.parametrize(
    ("text", "at", "said"),
    [
        (HIMMELBLAU, (3.0, 2.0), "this stationary point is a strict minimum"),
        (HIMMELBLAU, (3.0, 2.001), "a stationary point here would be a strict minimum"),
        ("x^2 - y^2", (0.0, 0.0), "this stationary point is a saddle"),
        ("x^4 + y^4", (0.0, 0.0), "the second-order test does not decide"),
        # In the plane of w1 and w2 it is one, but w3 and w4 are held where it is none.
        ("w in R^4\nw' w", (0.0, 0.0), "a stationary point here would be a strict minimum"),
    ],
)
def test_at_a_stationary_point_its_kind_is_told(
    qtbot: Any, pair: Any, text: str, at: tuple[float, float], said: str
) -> None:
    show(qtbot, pair, text, *at)
    panel = pair[1]
    assert said in panel.spectrum.text()
    assert said in panel.accessibleDescription()


def test_a_model_without_constant_and_linear_terms_begins_with_its_squares(qtbot: Any, pair: Any) -> None:
    show(qtbot, pair, "x^2 - y^2", 0.0, 0.0)
    assert list(pair[1].model.sources) == ["T_2 (x, y) = x^2 - y^2"]


def test_typed_coordinates_move_the_point(qtbot: Any, pair: Any) -> None:
    show(qtbot, pair, HIMMELBLAU, 2.0, 1.0)
    view, panel = pair
    panel.x.setFocus()
    panel.x.selectAll()
    qtbot.keyClicks(panel.x, "-1,5")
    assert view.point() == (-1.5, 1.0)
    panel.x.selectAll()
    qtbot.keyClicks(panel.x, "abc")
    assert view.point()[0] == -1.5
    assert panel.message.isVisible()
    assert "not a number" in panel.message.text()
    qtbot.keyClick(panel.x, Qt.Key.Key_Return)
    assert panel.x.text() == "−1.5"
    assert not panel.message.isVisible()


def test_the_view_goes_along_with_a_point_typed_outside(qtbot: Any, pair: Any) -> None:
    show(qtbot, pair, HIMMELBLAU, 2.0, 1.0)
    view, panel = pair
    panel.x.selectAll()
    qtbot.keyClicks(panel.x, "40")
    seen = view.visible_view()
    assert seen.x0 < 40 < seen.x1
    qtbot.waitUntil(lambda: not (view.busy or panel.busy))


def test_an_undefined_point_says_so(qtbot: Any, pair: Any) -> None:
    show(qtbot, pair, "log(x) + y^2", -1.0, 0.5)
    assert "not defined" in pair[1].values.text()
    assert not pair[1].matrix.sources


def test_of_more_coordinates_the_whole_hessian_is_told(qtbot: Any, pair: Any) -> None:
    show(qtbot, pair, "w in R^4\n(w' w)^2", 0.5, 0.5)
    assert "In all 4 coordinates: <b>positive definite</b>" in pair[1].decay.text()


@pytest.mark.parametrize(
    ("value", "source"),
    [(1.5, "1.5"), (-2.0, "-2"), (1e-7, "10^(-7)"), (-2.5e9, "-2.5 dot 10^(9)"), (float("nan"), '"undefined"')],
)
def test_numbers_in_typst(value: float, source: str) -> None:
    assert number_typst(value) == source


def test_sums_leave_out_what_people_leave_out() -> None:
    assert total([(1.0, ""), (-1.0, "x"), (2.0, "y")]) == "1 - x + 2 y"
    assert shifted("x", -2.0) == "(x + 2)"
    assert shifted("x", 0.0) == "x"
    model = PlaneModel(0.0, 1.0, 3.0, np.array([0.0, 2.0]), np.array([[0.0, 1.0], [1.0, 4.0]]))
    lines, words = plane_expansion(model, ("x", "y", "f"))
    assert lines == ["T_2 (x, y) = 3 + 2 (y - 1)", "quad quad  + x (y - 1) + 2 (y - 1)^2"]
    assert words == "T2 = 3 + 2 (y − 1) + 1 x (y − 1) + 2 (y − 1)²"


def test_every_term_of_a_long_expansion_is_there() -> None:
    found = Expansion(0.0, np.arange(1.0, 22.0))
    lines, words = curve_expansion(found, 20, "t")
    assert len(lines) == 7
    for k in range(2, 21):
        assert f"{k + 1} t^({k})" in " ".join(lines)
        assert f"t^{k}" in words
