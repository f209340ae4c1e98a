"""Regressions from the notes: the update in their letters, the minimum marked, the line and the boundary."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from gradviz.gui.descent.fit_view import FitView, update_formula
from gradviz.gui.descent.overlays import PlaneOverlays
from gradviz.gui.descent.panel import DescentPanel
from gradviz.gui.plot.plane_view import PlaneView
from gradviz.gui.surface.host import SurfaceHost
from gradviz.numeric.descent.fit import LEAST_SQUARES, LOGISTIC, LOGISTIC_01, Fit
from tests.gui.plot import landscapes

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

XS = np.column_stack([np.ones(5), np.arange(5.0)])
POINTS = np.array([[1.0, 0.5], [2.0, 0.1], [-1.0, 0.3], [-2.0, 1.0]])


def line_fit(factor: float = 1.0) -> Fit:
    return Fit(LEAST_SQUARES, factor, "w", "X", "y", XS, np.array([1.0, 2, 2, 4, 5]), np.array([0.8, 1.0]))


@pytest.mark.parametrize(
    ("fit", "typst"),
    [
        (line_fit(), "w_t = w_(t-1) + gamma dot 2 X' (y - X w_(t-1))"),
        (line_fit(0.5), "w_t = w_(t-1) + gamma dot  X' (y - X w_(t-1))"),
        (line_fit(0.2), "w_t = w_(t-1) + gamma dot 2/5 X' (y - X w_(t-1))"),
        (replace(line_fit(), ridge=0.3), "w_t = w_(t-1) + gamma dot (2 X' (y - X w_(t-1)) - 0.6 w_(t-1))"),
        (
            replace(line_fit(), matrix="x_i", labels="y_i"),
            "w_t = w_(t-1) + gamma dot 2 sum_i (y_i - x'_i w_(t-1)) x_i",
        ),
        (
            replace(line_fit(), matrix="x_i", labels="y_i", kind=LOGISTIC),
            "w_t = w_(t-1) + gamma dot  sum_i sigma(-y_i w'_(t-1) x_i) y_i x_i",
        ),
        (
            replace(line_fit(), matrix="x_i", labels="y_i", kind=LOGISTIC_01),
            "w_t = w_(t-1) + gamma dot  sum_i (y_i - sigma(x'_i w_(t-1))) x_i",
        ),
        (
            replace(line_fit(0.5), lasso=0.3),
            'w_t = w_(t-1) + gamma dot ( X\' (y - X w_(t-1)) - 0.3 op("sign")(w_(t-1)))',
        ),
    ],
)
def test_the_update_is_printed_as_in_the_notes(fit: Fit, typst: str) -> None:
    assert update_formula(fit)[0] == typst


def test_the_update_is_gradient_descents_own(qtbot: Any) -> None:
    """``γ·2X'(y − Xw)`` is ``−γ∇f``: the step of the studio's run."""
    panel, view = DescentPanel(), PlaneView()
    overlays = PlaneOverlays(panel, view, SurfaceHost(view))
    qtbot.addWidget(panel)
    qtbot.addWidget(view)
    try:
        landscape = landscapes.least_squares()
        view.set_landscape(landscape)
        panel.set_landscape(landscape)
        fit = panel.fit_page.fit
        assert fit is not None
        assert fit.kind == LEAST_SQUARES
        panel.set_step_size(0.01)
        panel.set_start(1.0, 1.0)
        qtbot.waitUntil(lambda: not panel.computing)
        w = panel.run.states[0]
        np.testing.assert_allclose(panel.run.states[1], w + 0.01 * 2 * fit.X.T @ (fit.y - fit.X @ w), rtol=1e-10)
        x, y = overlays.minimum.star.getData()
        np.testing.assert_allclose([x[0], y[0]], np.linalg.solve(fit.X.T @ fit.X, fit.X.T @ fit.y))
        assert panel.tabs.isTabVisible(panel.pages.indexOf(panel.fit_page))
        panel.set_landscape(landscapes.bowl())
        assert not panel.tabs.isTabVisible(panel.pages.indexOf(panel.fit_page))
        assert not len(overlays.minimum.star.getData()[0])
    finally:
        panel.shutdown()
        view.shutdown()


@pytest.fixture
def fit_view(qtbot: Any) -> FitView:
    made = FitView()
    qtbot.addWidget(made)
    made.show()
    yield made
    made.shutdown()


def test_the_fitted_line_is_that_of_the_step(fit_view: FitView) -> None:
    fit_view.set_fit(line_fit())
    fit_view.show_state(np.array([3.0, -0.5]))
    x, y = fit_view.line.getData()
    np.testing.assert_allclose(y, 3.0 - 0.5 * x)
    x, y = fit_view.best.getData()
    np.testing.assert_allclose(y, 0.8 + x)


@pytest.mark.parametrize("kind", [LOGISTIC, LOGISTIC_01])
def test_the_boundary_is_where_both_classes_are_as_likely(fit_view: FitView, kind: str) -> None:
    y = np.array([1.0, 1, -1, -1]) if kind == LOGISTIC else np.array([1.0, 1, 0, 0])
    with_intercept = np.column_stack([np.ones(4), POINTS])
    w = np.array([0.4, 1.0, -2.0])
    fit_view.set_fit(Fit(kind, 1.0, "w", "X", "y", with_intercept, y, None))
    fit_view.show_state(w)
    a, b = fit_view.line.getData()
    np.testing.assert_allclose(0.4 + a - 2 * b, 0, atol=1e-9)
    assert len(fit_view.first.getData()[0]) == len(fit_view.second.getData()[0]) == 2
    assert "no minimum" in fit_view.words.text()
    assert "beyond the data" not in fit_view.words.text()
    fit_view.show_state(np.array([40.0, 1.0, -2.0]))
    assert "beyond the data" in fit_view.words.text()
    fit_view.set_fit(Fit(kind, 1.0, "w", "X", "y", POINTS + 9, y, None))
    fit_view.show_state(np.array([1.0, 1.0]))
    assert "A column of ones" in fit_view.words.text()
