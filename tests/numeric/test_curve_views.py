"""Which part of a curve is shown at first."""

from __future__ import annotations

import numpy as np
import pytest

from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import Symbol
from gradviz.algebra.shapes import SCALAR
from gradviz.language.parser import parse
from gradviz.numeric.binding import default_binding
from gradviz.numeric.curve import Curve
from gradviz.numeric.curve_views import suggested_range
from gradviz.numeric.planes import line_axis


def curve_of(text: str) -> Curve:
    problem = parse(f"t in R\n{text}")
    t = Symbol("t", SCALAR)
    axis = line_axis([t])
    assert axis is not None
    assert isinstance(problem.function, n.Expr)
    return Curve(problem.function, [t], default_binding([t], variables=[t]), axis)


@pytest.mark.parametrize(
    ("text", "low", "high"), [("sqrt(t-100) + sqrt(110-t)", 100, 110), ("arccos(t - 1000)", 999, 1001)]
)
def test_a_narrow_domain_far_away_fills_the_view(text: str, low: float, high: float) -> None:
    x0, x1, _, _ = suggested_range(curve_of(text))
    reach = high - low
    assert low - 0.3 * reach < x0 < low + 0.1 * reach
    assert high - 0.1 * reach < x1 < high + 0.3 * reach


@pytest.mark.parametrize(
    ("text", "turns"),
    [
        ("t^3 - 2 t", [-np.sqrt(2 / 3), np.sqrt(2 / 3)]),
        ("t^3 - 2 t^2", [0, 4 / 3]),
        ("t^4 - t^2", [-np.sqrt(0.5), 0, np.sqrt(0.5)]),
    ],
)
def test_turns_that_growth_would_flatten_are_seen(text: str, turns: list[float]) -> None:
    curve = curve_of(text)
    x0, x1, y0, y1 = suggested_range(curve)
    heights = curve.value(np.array(turns))
    assert x0 < min(turns)
    assert max(turns) < x1
    assert y0 < heights.min()
    assert heights.max() < y1
    assert np.ptp(heights) > 0.25 * (y1 - y0)
    assert max(turns) - min(turns) > 0.25 * (x1 - x0)


@pytest.mark.parametrize("text", ["t^3", "sin(t)", "e^t", "t^2", "t^2 + sin(5 t)", "t sin(t)", "tan(t)"])
def test_other_curves_are_seen_from_minus_to_plus_four(text: str) -> None:
    x0, x1, *_ = suggested_range(curve_of(text))
    assert (x0, x1) == (-4.4, 4.4)


@pytest.mark.parametrize(("text", "foot"), [("sqrt(t)", 0.0), ("abs(t)^(1/3)", 0.0), ("abs(t)^0.5", 0.0)])
def test_the_foot_of_a_root_is_seen(text: str, foot: float) -> None:
    _, _, y0, y1 = suggested_range(curve_of(text))
    assert y0 < foot < y0 + 0.2 * (y1 - y0)


def test_a_pole_beside_the_point_does_not_stretch_the_view() -> None:
    curve = curve_of("tan(t)")  # the point begins beside -π/2, where the tangent stands upright
    _, _, y0, y1 = suggested_range(curve)
    assert not y0 < curve.value_at(curve.parameter(curve.origin)) < y1
