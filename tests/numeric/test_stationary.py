"""Stationary points: known functions, random shifts of the view, degenerate points, curves, one dimension."""

from __future__ import annotations

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import optimize

from gradviz.algebra import nodes as n
from gradviz.numeric.corners import corner_note
from gradviz.numeric.degenerate import Behaviour
from gradviz.numeric.landscape import Landscape
from gradviz.numeric.planes import View, random_plane
from gradviz.numeric.stationary import Kind, StationarySet, stationary_points
from gradviz.numeric.stationary_line import Turn, curve_stationary_points
from tests.bounds import bounded
from tests.numeric import formulas as f
from tests.numeric.formulas import HIMMELBLAU, MONKEY, ROSENBROCK, apply, cos, curve, exp, log, scene, sin, x, y

SHIFT = st.floats(-0.45, 0.45)


def n_max(a: f.F, b: f.F) -> f.F:
    return f.F(n.Larger(a.expr, b.expr, "max"))


def around(half: float, shift: tuple[float, float] = (0, 0), stretch: float = 1.0) -> View:
    return View(shift[0] - half, shift[0] + half, shift[1] - half * stretch, shift[1] + half * stretch)


def kinds(found: StationarySet) -> dict[str, int]:
    names = [p.kind.value for p in found.points]
    return {k: names.count(k) for k in sorted(set(names))}


def polished(made: Landscape, start: tuple[float, float]) -> np.ndarray:
    """SciPy's opinion on a zero of the gradient near a point."""

    def gradient(p: np.ndarray) -> np.ndarray:
        _, gx, gy = made.gradient_anywhere(p[:1], p[1:])
        return np.array([gx[0], gy[0]])

    return np.asarray(optimize.root(gradient, start, tol=1e-14).x)


@settings(max_examples=25, deadline=None)
@given(sx=SHIFT, sy=SHIFT, half=st.floats(4.8, 9))
def test_himmelblau_has_nine(sx: float, sy: float, half: float) -> None:
    made = scene(HIMMELBLAU)
    found = stationary_points(made, around(half, (sx, sy)))
    assert kinds(found) == {"maximum": 1, "minimum": 4, "saddle": 4}
    assert not found.curves
    assert found.complete
    minima = [p for p in found.points if p.kind is Kind.MINIMUM]
    assert all(p.value == pytest.approx(0, abs=1e-20) for p in minima)
    assert (3.0, 2.0) in [(p.x, p.y) for p in minima]
    for p in found.points:
        np.testing.assert_allclose(polished(made, (p.x, p.y)), [p.x, p.y], atol=1e-9)
        a, b, c = 12 * p.x**2 + 4 * p.y - 42, 4 * p.x + 4 * p.y, 12 * p.y**2 + 4 * p.x - 26
        np.testing.assert_allclose(p.eigenvalues, np.linalg.eigvalsh([[a, b], [b, c]]), rtol=1e-9)


@settings(max_examples=15, deadline=None)
@given(sx=SHIFT, sy=SHIFT, half=st.floats(1.6, 30), stretch=st.floats(0.7, 1.5))
def test_rosenbrock_has_exactly_one(sx: float, sy: float, half: float, stretch: float) -> None:
    found = stationary_points(scene(ROSENBROCK), around(half, (sx, sy), stretch))
    assert [(p.x, p.y, p.kind) for p in found.points] == [(1.0, 1.0, Kind.MINIMUM)]
    assert not found.curves


@settings(max_examples=25, deadline=None)
@given(sx=SHIFT, sy=SHIFT, half=st.floats(0.6, 20))
def test_the_monkey_saddle_is_degenerate_with_three_valleys(sx: float, sy: float, half: float) -> None:
    found = stationary_points(scene(MONKEY), around(half, (sx, sy)))
    (point,) = found.points
    assert not found.curves
    assert (point.x, point.y) == (0, 0)
    assert point.kind is Kind.DEGENERATE
    assert point.look is not None
    assert point.look.behaves is Behaviour.SADDLE
    assert (point.look.order, point.look.valleys, point.look.sign_changes) == (3, 3, 6)


@settings(max_examples=25, deadline=None)
@given(sx=st.floats(-9, 9), sy=st.floats(-9, 9), half=st.floats(2, 8), stretch=st.floats(0.6, 1.6))
def test_sine_times_sine_all_in_view(sx: float, sy: float, half: float, stretch: float) -> None:
    view = around(half, (sx, sy), stretch)
    found = stationary_points(scene(sin(x) * sin(y)), view)

    def inside(offset: float, low: float, high: float) -> set[int]:
        return {k for k in range(-20, 21) if low <= k * math.pi + offset <= high}

    saddles = len(inside(0, view.x0, view.x1)) * len(inside(0, view.y0, view.y1))
    summits = len(inside(math.pi / 2, view.x0, view.x1)) * len(inside(math.pi / 2, view.y0, view.y1))
    counted = kinds(found)
    assert counted.get("saddle", 0) == saddles
    assert counted.get("minimum", 0) + counted.get("maximum", 0) == summits


def test_points_on_the_border_are_in_view() -> None:
    found = stationary_points(scene(sin(x) * sin(y)), around(math.pi))
    assert kinds(found) == {"maximum": 2, "minimum": 2, "saddle": 9}
    corner = [p for p in found.points if p.x == pytest.approx(math.pi) and p.y == pytest.approx(math.pi)]
    assert len(corner) == 1


@pytest.mark.parametrize("seed", range(2))
def test_random_waves_have_the_points_that_scipy_finds_from_everywhere(seed: int) -> None:
    random = np.random.default_rng(seed)
    formula = 0 * x
    for _ in range(4):
        a, b = (int(k) for k in random.integers(-3, 4, 2))
        phase, size = (float(v) for v in np.round(random.uniform(0.3, 1.5, 2), 3))
        formula = formula + size * sin(a * x + b * y + phase)
    made = scene(formula)
    view = around(2.0, tuple(random.uniform(-3, 3, 2)))
    roots: list[np.ndarray] = []
    for start in np.stack(np.meshgrid(*view.axes(18, 18))).reshape(2, -1).T:
        root = polished(made, (start[0], start[1]))
        _, gx, gy = made.gradient_anywhere(root[:1], root[1:])
        inside = view.x0 <= root[0] <= view.x1 and view.y0 <= root[1] <= view.y1
        if abs(gx[0]) + abs(gy[0]) < 1e-9 and inside and all(np.hypot(*(root - r)) > 1e-6 for r in roots):
            roots.append(root)
    found = np.array(sorted((p.x, p.y) for p in stationary_points(made, view).points))
    np.testing.assert_allclose(found, sorted(map(tuple, roots)), atol=1e-8)


LOOKS = {
    "x^4 + y^4": (x**4 + y**4, Behaviour.MINIMUM, 4, 0),
    "-x^6 - y^6": (-(x**6) - y**6, Behaviour.MAXIMUM, 6, 0),
    "x^2 + y^4": (x**2 + y**4, Behaviour.MINIMUM, 2, 0),
    "x^2 - y^4": (x**2 - y**4, Behaviour.SADDLE, 2, 2),
    "x^2 + y^3": (x**2 + y**3, Behaviour.SHOULDER, 2, 1),
    "Peano's surface": ((y - x**2) * (y - 2 * x**2), Behaviour.SADDLE, 2, 2),
    "four valleys": (x**3 * y - x * y**3, Behaviour.SADDLE, 4, 4),
    # Not analytic at the point: a Taylor form next to it is that of one side, and none is claimed.
    "|x|^3 + |y|^3": (apply("abs", x) ** 3 + apply("abs", y) ** 3, Behaviour.MINIMUM, 0, 0),
    "-(x^2 + y^2)^(3/2)": (-((x**2 + y**2) ** 1.5), Behaviour.MAXIMUM, 0, 0),
}


@pytest.mark.parametrize("name", LOOKS)
@settings(max_examples=8, deadline=None)
@given(sx=SHIFT, sy=SHIFT)
def test_what_a_higher_order_look_says(name: str, sx: float, sy: float) -> None:
    formula, behaves, order, valleys = LOOKS[name]
    found = stationary_points(scene(formula), around(2.0, (sx, sy)))
    (point,) = found.points
    assert (point.x, point.y, point.kind) == (0, 0, Kind.DEGENERATE)
    assert point.look is not None
    assert (point.look.behaves, point.look.order, point.look.valleys) == (
        behaves,
        order,
        valleys or (behaves is Behaviour.MAXIMUM),
    )
    assert ("degree" in point.look.sentence) == (order > 0)
    assert not order or str(order) in point.look.sentence


@settings(max_examples=10, deadline=None)
@given(cx=st.floats(-0.6, 0.6), cy=st.floats(-0.6, 0.6))
def test_a_degenerate_point_off_the_origin_is_one_point(cx: float, cy: float) -> None:
    u, v = x - cx, y - cy
    found = stationary_points(scene(u**4 + v**4), around(2.0))
    (point,) = found.points
    assert (point.x, point.y) == pytest.approx((cx, cy), abs=1e-5)
    assert point.look is not None
    assert point.look.behaves is Behaviour.MINIMUM


@settings(max_examples=8, deadline=None)
@given(sx=SHIFT, sy=SHIFT, half=st.floats(1.6, 3.5))
def test_a_circle_of_minima_is_a_curve(sx: float, sy: float, half: float) -> None:
    found = stationary_points(scene((x**2 + y**2 - 1) ** 2), around(half, (sx, sy)))
    (circle,) = found.curves
    assert circle.closed
    assert circle.kind == "valley"
    assert circle.curvature == pytest.approx(8, rel=0.05)
    assert circle.value == pytest.approx(0, abs=1e-12)
    np.testing.assert_allclose(np.hypot(circle.x, circle.y), 1, atol=1e-6)
    assert [(p.x, p.y, p.kind) for p in found.points] == [(0, 0, Kind.MAXIMUM)]


@settings(max_examples=12, deadline=None)
@given(angle=st.floats(0, 3.1), offset=SHIFT)
def test_a_trough_is_a_line(angle: float, offset: float) -> None:
    c, s = math.cos(angle), math.sin(angle)
    found = stationary_points(scene(-((c * x + s * y - offset) ** 2)), around(2.0))
    (line,) = found.curves
    assert not found.points
    assert (line.kind, line.closed) == ("ridge", False)
    assert line.curvature == pytest.approx(-2, rel=1e-3)
    np.testing.assert_allclose(c * line.x + s * line.y, offset, atol=1e-6)
    length = math.hypot(line.x[-1] - line.x[0], line.y[-1] - line.y[0])
    assert length > 1.5


def test_rings_and_arcs_are_all_curves_and_none_of_their_points_is_called_alone() -> None:
    found = stationary_points(scene(cos(x**2 + y**2)), around(2.0))
    assert found.complete
    # x² + y² = k pi: a whole circle for k = 1; what the square leaves of the next is an arc in each corner.
    assert [sum(c.closed == closed for c in found.curves) for closed in (True, False)] == [1, 4]
    for curve_ in found.curves:
        turns = (curve_.x**2 + curve_.y**2)[1:-1] / math.pi
        np.testing.assert_allclose(turns, round(float(turns[0])), atol=1e-6)
    assert [(p.x, p.y, p.kind) for p in found.points] == [(0, 0, Kind.DEGENERATE)]


def test_beyond_the_limit_of_curves_no_point_of_theirs_is_called_a_minimum(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gradviz.numeric.stationary.MOST_CURVES", 1)
    found = stationary_points(scene(sin(x) + 0 * y), around(4.0))
    assert (len(found.curves), len(found.points), found.complete) == (1, 0, False)
    assert "more stationary points" in found.message


def test_curves_that_touch_are_followed_once_and_their_points_are_not_called_alone() -> None:
    with bounded(25):
        found = stationary_points(scene(((x - 1) ** 2 + y**2 - 1) ** 2 * ((x + 1) ** 2 + y**2 - 1) ** 2), around(3.0))
    assert kinds(found) == {"maximum": 2}
    for curve_ in found.curves:
        assert curve_.kind == "valley"
        off = np.minimum(np.abs(np.hypot(curve_.x - 1, curve_.y) - 1), np.abs(np.hypot(curve_.x + 1, curve_.y) - 1))
        assert off.max() < 1e-3
    length = sum(float(np.hypot(np.diff(c.x), np.diff(c.y)).sum()) for c in found.curves)
    assert 0.85 * 4 * math.pi < length < 1.1 * 4 * math.pi


def test_a_curve_that_is_a_ridge_here_and_a_valley_there_is_neither() -> None:
    found = stationary_points(scene(x**4 * y**2 + x**2 * y**4 - 3 * x**2 * y**2 + 1), around(2.0))
    assert [c.kind for c in found.curves] == ["terrace", "terrace"]


TAILS = {
    "a bell seen from afar": (exp(-(x**2) - y**2), 40.0, 1),
    "steps": (apply("tanh", 10 * x) + apply("tanh", 10 * y), 3.0, 0),
}


@pytest.mark.parametrize("name", TAILS)
def test_where_floating_point_numbers_end_nothing_is_made_up(name: str) -> None:
    formula, half, count = TAILS[name]
    found = stationary_points(scene(formula), around(half, (0.1, -0.2)))
    assert (len(found.points), found.curves, found.flat) == (count, (), True)


def test_crossing_curves() -> None:
    found = stationary_points(scene(x**2 * y**2), around(2.0))
    assert len(found.curves) == 2
    assert not found.points


def test_the_trough_of_a_singular_least_squares_problem_and_a_flat_region() -> None:
    found = stationary_points(scene((x + 2 * y - 1) ** 2), around(2.0))
    assert (len(found.curves), len(found.points)) == (1, 0)
    flat = stationary_points(scene(apply("relu", x) ** 2 + 0 * y), around(2.0))
    assert flat.flat
    assert not flat.points
    assert "constant" in flat.message


NONE = {
    "a plane": x + 2 * y,
    "a constant slope's kink": apply("abs", x) + apply("abs", y),
    "a pole": 1 / (x**2 + y**2),
    "a near miss": x**3 + y / 10**9,
    "a slope": exp(x + y),
}


@pytest.mark.parametrize("name", NONE)
def test_where_there_is_none(name: str) -> None:
    found = stationary_points(scene(NONE[name]), around(3.0, (0.1, -0.2)))
    assert not found.points
    assert not found.curves
    assert not found.flat


def test_what_may_have_corners_says_what_is_not_listed() -> None:
    for smooth in (x**2 + y, sin(x) * exp(y), log(x)):
        assert not corner_note(smooth.expr)
    for kinked in (apply("abs", x) + y, apply("relu", x) ** 2, (x**2 + y**2) * apply("sqrt", x)):
        assert "corner" in corner_note(kinked.expr)
    v = n.Symbol("v", ("n", 1))
    norms = {
        n.Norm(v, "2"): True,
        n.Power(n.Norm(v, "2"), n.Number(2)): False,
        n.Norm(v, "1"): True,
        n.Extreme(v, "max"): True,
    }
    assert {e: bool(corner_note(e)) for e in norms} == norms
    assert "corner" in curve_stationary_points(curve(apply("abs", x)), -1, 1).note


@pytest.mark.parametrize("half", [1.0, 3.0, 6.0])
def test_where_no_derivative_is_told_from_nought_no_points_are_listed(half: float) -> None:
    """All derivatives of ``exp(-1/(x² + y²))`` vanish at the origin, and nearby they are smaller than 1e-100."""
    with bounded(60):
        found = stationary_points(scene(exp(-1 / (x**2 + y**2))), around(half, (0.01, 0.02)))
    assert (found.points, found.curves, found.flat) == ((), (), True)
    assert kinds(stationary_points(scene(x**10 + y**10), around(3.0))) == {"degenerate": 1}


def test_the_tail_of_a_bell_is_not_stationary() -> None:
    found = stationary_points(scene(exp(-(x**2) - y**2)), around(6.0, (0.3, 0.2)))
    assert [(p.x, p.y, p.kind) for p in found.points] == [(0, 0, Kind.MAXIMUM)]


@settings(max_examples=10, deadline=None)
@given(sx=SHIFT, sy=SHIFT)
def test_a_barrier_has_its_minimum_where_it_is_defined(sx: float, sy: float) -> None:
    found = stationary_points(scene(x + y - log(x) - log(y)), around(3.0, (sx, sy)))
    assert [(p.x, p.y, p.kind) for p in found.points] == [(1, 1, Kind.MINIMUM)]
    nowhere = stationary_points(scene(log(x) + y), View(-3, -1, 0, 1))
    assert "not defined" in nowhere.message


def test_an_ill_conditioned_bowl_is_no_degenerate_point() -> None:
    found = stationary_points(scene(x**2 + (y / 3000) ** 2), around(3.0, (0.2, 0.1)))
    assert [(p.x, p.y, p.kind) for p in found.points] == [(0, 0, Kind.MINIMUM)]


def test_many_points_and_a_cancelled_search() -> None:
    made = scene(cos(3 * x) * cos(3 * y))
    assert kinds(stationary_points(made, around(10.0))) == {"maximum": 181, "minimum": 180, "saddle": 400}
    assert not stationary_points(made, around(10.0), lambda: True).complete


def test_in_a_plane_of_directions_the_whole_gradient_is_told() -> None:
    formula = x**2 + y**2 + (f.z - 1) ** 2
    made = scene(formula, (2 * x, 2 * y, 2 * (f.z - 1)), z=0.0)
    (point,) = stationary_points(made, around(2.0)).points
    assert point.gradient_norm == pytest.approx(2)
    turned = made.with_plane(random_plane(np.array([0.0, 0.0, 1.0])))
    (point,) = stationary_points(turned, around(2.0)).points
    assert point.gradient_norm == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize("scale", [1e-18, 1e12])
def test_numbers_are_nought_beside_those_of_the_view(scale: float) -> None:
    found = stationary_points(scene(scale * ((x - 0.3) ** 2 * (x + 1) ** 2 + y**4 + y**2 * x**2)), around(2.0))
    assert kinds(found) == {"minimum": 2, "saddle": 1}
    assert [p.value for p in found.points[:2]] == [0, 0]
    assert found.points[0].eigenvalues[0] == pytest.approx(2 * scale)
    assert all(abs(v) > 0.01 * scale for p in found.points for v in p.eigenvalues)
    (flat,) = stationary_points(scene(scale * ((x - 0.3) ** 2 + (y - 0.1) ** 4)), around(2.0)).points
    assert flat.eigenvalues[0] == 0


ROUGH = {
    "(x^2 + y^2)^(3/4)": ((x**2 + y**2) ** 0.75, (0, 0), Behaviour.MINIMUM),
    "|x|^(3/2) + |y|^(3/2)": (apply("abs", x) ** 1.5 + apply("abs", y) ** 1.5, (0, 0), Behaviour.MINIMUM),
    "x^2/2 + |y|^(4/3)": (x**2 / 2 + apply("abs", y) ** Fraction(4, 3), (0, 0), Behaviour.MINIMUM),
    "x|x| + y^2": ((x - 0.25) * apply("abs", x - 0.25) + y**2, (0.25, 0), Behaviour.SHOULDER),
    "|x| y": (apply("abs", x) * y, (0, 0), Behaviour.SHOULDER),
    "two parabolas": (apply("relu", x - 1) ** 2 + 3 * apply("relu", 1 - x) ** 2 + y**2, (1, 0), Behaviour.MINIMUM),
}


@pytest.mark.parametrize("name", ROUGH)
@pytest.mark.parametrize("shift", [(0.0, 0.0), (0.13, -0.21)])
def test_a_point_with_a_gradient_and_no_hessian_is_found(name: str, shift: tuple[float, float]) -> None:
    formula, at, behaves = ROUGH[name]
    found = stationary_points(scene(formula), around(2.0, shift))
    (point,) = found.points
    assert (point.x, point.y) == pytest.approx(at, abs=1e-9)
    assert (point.kind, np.isnan(point.eigenvalues).all()) == (Kind.DEGENERATE, True)
    assert point.look is not None
    assert (point.look.behaves, point.look.order) == (behaves, 0)
    assert not found.curves


AT_CORNERS = {
    "|x| + |y|": apply("abs", x) + apply("abs", y),
    "|x - y|": apply("abs", x - y),
    "max(|x|, |y|)": n_max(apply("abs", x), apply("abs", y)),
    "a lasso": (x - 1) ** 2 + (y + 0.2) ** 2 + x * y + apply("abs", x) + apply("abs", y),
    "-|sin x cos y|": -apply("abs", sin(x) * cos(y)) - 3 * x,
    "a cone": apply("sqrt", x**2 + y**2),
    "at the edge": x * y * apply("sqrt", 1 - x**2 - y**2) + 5 * x,
}


@pytest.mark.parametrize("name", AT_CORNERS)
def test_a_node_of_the_grid_on_a_corner_or_an_edge_is_no_stationary_point(name: str) -> None:
    found = stationary_points(scene(AT_CORNERS[name]), around(2.0))
    assert (found.points, found.curves, found.flat, found.complete) == ((), (), False, True)
    assert found.note


def test_the_top_of_a_filled_hole_has_its_curvature() -> None:
    r = apply("sqrt", x**2 + y**2)
    (point,) = stationary_points(scene(sin(r) / r), around(2.0)).points
    assert point.kind is Kind.MAXIMUM
    np.testing.assert_allclose(point.eigenvalues, -1 / 3, rtol=1e-4)


# --- one dimension --------------------


def test_a_tail_that_dies_away_is_no_stationary_point_of_a_curve() -> None:
    assert curve_stationary_points(curve(exp(-1 / x**2)), -4.4, 4.4).points == ()


@settings(max_examples=20, deadline=None)
@given(start=st.floats(-9, 0), width=st.floats(1, 40))
def test_all_turns_of_a_sine(start: float, width: float) -> None:
    found = curve_stationary_points(curve(sin(x)), start, start + width)
    wanted = [(k + 0.5) * math.pi for k in range(-20, 40) if start <= (k + 0.5) * math.pi <= start + width]
    np.testing.assert_allclose([p.t for p in found.points], wanted, atol=1e-9)
    assert all(p.kind is (Turn.MAXIMUM if math.sin(p.t) > 0 else Turn.MINIMUM) for p in found.points)


TURNS = {
    "x^3": (x**3, [(0.0, Turn.INFLECTION, 3)]),
    "x^4": (x**4, [(0.0, Turn.MINIMUM, 4)]),
    "-x^6": (-(x**6), [(0.0, Turn.MAXIMUM, 6)]),
    "x^5 - 5 x": (x**5 - 5 * x, [(-1.0, Turn.MAXIMUM, 2), (1.0, Turn.MINIMUM, 2)]),
    "x log x": (x * log(x), [(math.exp(-1), Turn.MINIMUM, 2)]),
    "x^2 (x - 1)^3": (x**2 * (x - 1) ** 3, [(0.0, Turn.MAXIMUM, 2), (0.4, Turn.MINIMUM, 2), (1.0, Turn.INFLECTION, 3)]),
    "a bell": (exp(-(x**2)), [(0.0, Turn.MAXIMUM, 2)]),
    "none": (exp(x), []),
    "a kink": (apply("abs", x), []),
    "x |x|": (x * apply("abs", x), [(0.0, Turn.INFLECTION, 0)]),
    "flat to one side of a kink": (n_max(x, x**2) + 0 * x, []),
    "x^20": (x**20, [(0.0, Turn.MINIMUM, 0)]),
    "(x - 0.2)^31": ((x - 0.2) ** 31, [(0.2, Turn.INFLECTION, 0)]),
    "e^(-1/x^2)": (exp(-1 / x**2), []),
    "|x|^3": (apply("abs", x) ** 3, [(0.0, Turn.MINIMUM, 0)]),
    "|x|^(3/2)": (apply("abs", x) ** 1.5, [(0.0, Turn.MINIMUM, 0)]),
    "a pole": (1 / x**2, []),
}


@pytest.mark.parametrize("name", TURNS)
@settings(max_examples=10, deadline=None)
@given(shift=SHIFT)
def test_turns_of_a_curve(name: str, shift: float) -> None:
    formula, wanted = TURNS[name]
    found = curve_stationary_points(curve(formula), shift - 2, shift + 2)
    assert [p.t for p in found.points] == pytest.approx([t for t, _, _ in wanted], abs=1e-9)
    assert [(p.kind, p.order) for p in found.points] == [(kind, order) for _, kind, order in wanted]
    assert all(p.sentence for p in found.points)


def test_a_flat_stretch_is_said() -> None:
    found = curve_stationary_points(curve(apply("relu", x) ** 2), -1, 1)
    assert found.flat
    assert not found.points


@pytest.mark.parametrize("slope", [(x**2 + y**2) / 4, sin(x) * sin(y)])
def test_a_well_much_narrower_than_a_cell_is_found(slope: f.F) -> None:
    view = View(-5, 5, -3, 3)
    for px, py in np.random.default_rng(3).uniform((-4, -2.5), (4, 2.5), (3, 2)).round(4).tolist():
        found = stationary_points(scene(slope - exp(-9000 * ((x - px) ** 2 + (y - py) ** 2))), view)
        assert any(math.hypot(p.x - px, p.y - py) < 0.01 and p.kind is Kind.MINIMUM for p in found.points)
        assert found.step < 1 / 250


@pytest.mark.parametrize(
    ("formula", "behaves", "strict"),
    [
        (apply("abs", x * y), Behaviour.MINIMUM, False),
        (-apply("abs", x * y), Behaviour.MAXIMUM, False),
        (apply("abs", x) ** 3 + y**2, Behaviour.MINIMUM, True),
        (x**4 + y**4, Behaviour.MINIMUM, True),
    ],
)
def test_a_minimum_that_is_not_strict_is_told_as_such(formula: f.F, behaves: Behaviour, strict: bool) -> None:
    (point,) = stationary_points(scene(formula), View(-2, 2, -1, 1)).points
    assert point.look is not None
    assert point.look.behaves is behaves
    assert ("not strict" in point.look.sentence) is not strict
