"""Hessians from expressions, from gradients and from values; planes of directions; curves."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import gradviz
from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import Mul, Number, Symbol
from gradviz.algebra.shapes import SCALAR
from gradviz.numeric.binding import default_binding
from gradviz.numeric.compile import CompileError
from gradviz.numeric.curve import Curve, curve_through
from gradviz.numeric.landscape import Landscape
from gradviz.numeric.planes import (
    Coordinate,
    Direction,
    Plane,
    PlaneError,
    curvature_plane,
    default_plane,
    gradient_plane,
    points_plane,
    random_plane,
)
from tests.bounds import bounded
from tests.numeric import expressions as e
from tests.numeric import formulas as f
from tests.numeric.formulas import ROSENBROCK, cos, exp, scene, sin, x, y, z

GRADIENT = (-2 * (1 - x) - 400 * x * (y - x**2), 200 * (y - x**2))
HESSIAN = (2 - 400 * y + 1200 * x**2, -400 * x, -400 * x, x * 0 + 200)
SOURCES = {
    "symbolic": scene(ROSENBROCK, GRADIENT, HESSIAN),
    "gradient": scene(ROSENBROCK, GRADIENT),
    "function": scene(ROSENBROCK),
}


def rosenbrock_hessian(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    a, b, c = 2 - 400 * y + 1200 * x**2, -400 * x, 200 + 0 * x
    return np.stack([np.stack([a, b], -1), np.stack([b, c], -1)], -1)


@pytest.mark.parametrize("source", SOURCES)
def test_hessians_on_a_grid_and_at_a_point(source: str) -> None:
    made = SOURCES[source]
    assert made.hessian_source == source
    xs, ys = np.linspace(-2, 2, 40), np.linspace(-1, 3, 700)
    wanted = rosenbrock_hessian(*np.meshgrid(xs, ys))
    np.testing.assert_allclose(made.hessian(xs, ys), wanted, rtol=1e-11, atol=1e-9)
    at = np.array([0.3, -1.2])
    wanted = rosenbrock_hessian(at[0], at[1])
    np.testing.assert_allclose(made.hessian_at(at), wanted, rtol=1e-12)
    np.testing.assert_allclose(made.plane_hessian_at(at), wanted, rtol=1e-12)


@pytest.mark.parametrize("source", SOURCES)
def test_everything_of_second_order_in_one_call(source: str) -> None:
    p, q = np.array([0.5, -1.0]), np.array([2.0, 0.3])
    value, gx, gy, a, b, c = SOURCES[source].second_order(p, q)
    np.testing.assert_allclose(value, (1 - p) ** 2 + 100 * (q - p**2) ** 2)
    np.testing.assert_allclose(gx, -2 * (1 - p) - 400 * p * (q - p**2))
    np.testing.assert_allclose(gy, 200 * (q - p**2))
    np.testing.assert_allclose([a, b, c], [2 - 400 * q + 1200 * p**2, -400 * p, 200 + 0 * p])


def test_a_cancelled_hessian_stops() -> None:
    assert np.isnan(SOURCES["function"].hessian(np.zeros(4), np.zeros(4), lambda: True)).all()


def test_a_hessian_of_another_size_is_not_used() -> None:
    made = Landscape(
        ROSENBROCK.expr,
        SOURCES["gradient"].gradients,
        Number(3),
        SOURCES["gradient"].binding,
        SOURCES["gradient"].plane,
    )
    assert made.hessian_source == "gradient"


def logistic_hessian(data: np.ndarray, labels: np.ndarray, w: np.ndarray) -> np.ndarray:
    s = 1 / (1 + np.exp(-labels * (data @ w)))
    return data.T @ np.diag(s * (1 - s)) @ data


def logistic(n_: int, with_hessian: bool = False) -> Landscape:
    binding = default_binding([e.w, e.X, e.b], dims={"n": n_, "m": 12}, variables=[e.w])
    binding = binding.with_value("b", np.where(np.asarray(binding.values["b"]) >= 0, 1.0, -1.0))
    plane = default_plane([e.w], binding)
    assert plane is not None
    weight = n.Apply(e.MARGIN, "sigmoid")
    middle = n.Diag(n.Hadamard(weight, e.minus(n.Fill(n.ONE, "m", 1), weight)))
    hessian = Mul(n.Transpose(e.X), middle, e.X) if with_hessian else None
    return Landscape(e.LOGISTIC, e.LOGISTIC_GRADIENT, hessian, binding, plane)


@pytest.mark.parametrize("with_hessian", [True, False])
@pytest.mark.parametrize("size", [2, 4, 9])
def test_the_hessian_of_a_logistic_loss(size: int, with_hessian: bool) -> None:
    made = logistic(size, with_hessian)
    state = np.linspace(-1, 1, size)
    data, labels = np.asarray(made.binding.values["X"]), np.asarray(made.binding.values["b"])
    wanted = logistic_hessian(data, labels, state)
    np.testing.assert_allclose(made.hessian_at(state), wanted, rtol=1e-10, atol=1e-12)
    plane = random_plane(state, seed=4)
    turned = made.with_plane(plane)
    U = turned.axes
    found = turned.hessian(np.array([0.0, 0.4]), np.array([0.0, -0.7]))
    np.testing.assert_allclose(found[0, 0], U @ wanted @ U.T, rtol=1e-9, atol=1e-11)
    np.testing.assert_allclose(
        found[1, 1], U @ logistic_hessian(data, labels, state + [0.4, -0.7] @ U) @ U.T, rtol=1e-9, atol=1e-11
    )


def test_the_hessian_by_a_matrix_is_laid_out_like_the_state() -> None:
    """``tr(W'AW)`` has the Hessian ``I ⊗ (A + A')``."""
    binding = default_binding([e.W, e.A], variables=[e.W])
    plane = default_plane([e.W], binding)
    assert plane is not None
    made = Landscape(n.Trace(Mul(n.Transpose(e.W), e.A, e.W)), {}, None, binding, plane)
    A = np.asarray(binding.values["A"])
    np.testing.assert_allclose(made.hessian_at(made.origin), np.kron(np.eye(2), A + A.T), atol=1e-12)


# --- planes --------------------

SMOOTH = sin(x) * exp(y / 2) + z * x * y + z**3
SMOOTH_GRADIENT = (cos(x) * exp(y / 2) + z * y, 0.5 * sin(x) * exp(y / 2) + z * x, x * y + 3 * z**2)


def smooth(state: np.ndarray) -> np.ndarray:
    p, q, r = state
    return np.sin(p) * np.exp(q / 2) + r * p * q + r**3


@given(seed=st.integers(0, 10_000))
def test_a_plane_of_directions_shows_the_function_on_it(seed: int) -> None:
    state = np.array([0.3, -0.5, 0.8])
    made = scene(SMOOTH, SMOOTH_GRADIENT).with_plane(random_plane(state, seed))
    u, v = made.axes
    np.testing.assert_allclose(made.axes @ made.axes.T, np.eye(2), atol=1e-14)
    np.testing.assert_allclose(made.state(0, 0), state, atol=1e-15)
    s, t = np.array([-1.0, 0.2, 2.0]), np.array([0.5, -0.3])
    points = state[:, None, None] + u[:, None, None] * s + v[:, None, None] * t[:, None]
    np.testing.assert_allclose(made.value(s, t), smooth(points), rtol=1e-12)
    h = 1e-6
    _value, gs, gt = made.gradient(s, np.full(3, 0.1))
    around = [made.values_at_points(s + a * h, 0.1 + b * h) for a, b in ((1, 0), (-1, 0), (0, 1), (0, -1))]
    np.testing.assert_allclose(gs, (around[0] - around[1]) / (2 * h), rtol=1e-6, atol=1e-7)
    np.testing.assert_allclose(gt, (around[2] - around[3]) / (2 * h), rtol=1e-6, atol=1e-7)
    np.testing.assert_allclose(made.project(made.state(0.7, -1.1)), [0.7, -1.1], atol=1e-14)
    np.testing.assert_allclose(made.components(made.gradient_at(made.state(0.2, 0.1))[1]), [gs[1], gt[1]], atol=1e-13)


def test_moving_within_a_plane_leaves_its_coordinates() -> None:
    made = scene(SMOOTH, SMOOTH_GRADIENT).with_plane(random_plane(np.array([0.3, -0.5, 0.8])))
    moved = made.with_origin(made.state(1.5, -2.0))
    np.testing.assert_allclose(moved.state(0.4, 0.6), made.state(0.4, 0.6), atol=1e-14)
    off = made.with_origin(made.origin + np.cross(*made.axes))
    np.testing.assert_allclose(off.project(off.origin), [0, 0], atol=1e-14)
    assert np.linalg.norm(off.state(0, 0) - made.state(0, 0)) == pytest.approx(1)


def test_the_gradients_plane_has_the_gradient_on_its_first_axis() -> None:
    made = scene(SMOOTH, SMOOTH_GRADIENT)
    state = np.array([0.3, -0.5, 0.8])
    _, gradient = made.gradient_at(state)
    turned = made.with_plane(gradient_plane(state, gradient))
    _, gx, gy = turned.gradient(np.array([0.0]), np.array([0.0]))
    assert gx[0] == pytest.approx(np.linalg.norm(gradient))
    assert gy[0] == pytest.approx(0, abs=1e-12)
    assert turned.axis_labels() == ("along ∇f", "at a right angle to ∇f")


def test_the_curvature_plane_has_the_extreme_eigenvalues() -> None:
    made = scene(SMOOTH, SMOOTH_GRADIENT)
    state = np.array([0.3, -0.5, 0.8])
    H = made.hessian_at(state)
    turned = made.with_plane(curvature_plane(state, H))
    values = np.linalg.eigvalsh(H)
    np.testing.assert_allclose(turned.plane_hessian_at(state), np.diag([values[-1], values[0]]), atol=1e-12)
    assert f"{values[-1]:.4g}" in turned.axis_labels()[0]


def test_a_plane_through_three_points_holds_them() -> None:
    points = np.random.default_rng(1).standard_normal((3, 3))
    made = scene(SMOOTH, SMOOTH_GRADIENT).with_plane(points_plane(*points))
    for point in points:
        np.testing.assert_allclose(made.state(*made.project(point)), point, atol=1e-13)
    np.testing.assert_allclose(made.project(points[1]), [np.linalg.norm(points[1] - points[0]), 0], atol=1e-13)
    np.testing.assert_allclose(made.plane.through, [made.project(point) for point in points], atol=1e-13)


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda: points_plane(np.zeros(3), np.ones(3), 2 * np.ones(3)), "one line"),
        (lambda: points_plane(np.zeros(3), np.zeros(3), np.ones(3)), "the same"),
        (lambda: gradient_plane(np.zeros(3), np.zeros(3)), "zero"),
        (lambda: gradient_plane(np.zeros(3), np.full(3, np.nan)), "not defined"),
        (lambda: curvature_plane(np.zeros(2), np.full((2, 2), np.nan)), "not defined"),
        (lambda: random_plane(np.zeros(1)), "two coordinates"),
        (lambda: SOURCES["function"].with_plane(random_plane(np.zeros(3))), "3 entries"),
        (lambda: SOURCES["function"].with_plane(Plane(Coordinate(f.X), Coordinate(f.X))), "same"),
        (lambda: SOURCES["function"].with_plane(Plane(Coordinate(f.X), Coordinate(f.Z))), "not among"),
        (lambda: SOURCES["function"].with_plane(Plane(Coordinate(f.X), Coordinate(f.Y, 4))), "none of number"),
    ],
)
def test_what_spans_no_plane_is_said(make: object, says: str) -> None:
    assert callable(make)
    with pytest.raises(PlaneError, match=says):
        make()


def test_an_entry_of_a_symmetric_matrix_moves_with_its_mirror_image() -> None:
    S = Symbol("S", (2, 2), frozenset({"symmetric"}))
    binding = default_binding([S], variables=[S])
    made = Landscape(n.Determinant(S), {}, None, binding, Plane(Coordinate(S, 0), Coordinate(S, 2)))
    s22 = float(np.asarray(binding.values["S"])[1, 1])
    np.testing.assert_allclose(made.value(np.array([2.0]), np.array([0.5])), 2 * s22 - 0.25)
    np.testing.assert_allclose(made.state(2.0, 0.5), [2, 0.5, 0.5, s22])
    np.testing.assert_allclose(made.project(made.state(2.0, 0.5)), [2, 0.5])
    np.testing.assert_allclose(made.gradient_anywhere(np.array([2.0]), np.array([0.5]))[2], -1.0)


def test_a_diagonal_matrix_shows_its_diagonal() -> None:
    D = Symbol("D", (3, 3), frozenset({"diagonal"}))
    plane = default_plane([D], default_binding([D]))
    assert plane == Plane(Coordinate(D, 0), Coordinate(D, 4))


def test_a_plane_of_directions_without_gradients_is_told_the_variables() -> None:
    made = scene(SMOOTH, SMOOTH_GRADIENT)
    plane = random_plane(np.array([0.3, -0.5, 0.8]), seed=2)
    bare = Landscape(SMOOTH.expr, {}, None, made.binding, plane, variables=[f.X, f.Y, f.Z])
    x_, y_ = np.array([0.2, 1.0]), np.array([-0.4, 0.3])
    same = made.with_plane(plane).with_origin(bare.origin)
    for one, other in zip(bare.second_order(x_, y_), same.second_order(x_, y_), strict=True):
        np.testing.assert_allclose(one, other, rtol=1e-10, atol=1e-12)
    assert (bare.hessian_source, same.hessian_source) == ("function", "gradient")


def test_a_cursor_reads_value_and_gradient() -> None:
    made = scene(x - f.log(x) + y)
    reading = made.read(2.0, 1.0)
    assert reading.value == pytest.approx(3 - np.log(2))
    np.testing.assert_allclose(reading.gradient, [0.5, 1])
    assert not made.read(-2.0, 1.0).defined


# --- curves --------------------


def test_a_curve_of_one_number() -> None:
    made = f.curve(sin(x) * x)
    t = np.linspace(-3, 3, 50)
    value, first, second = made.derivatives(t)
    np.testing.assert_allclose(value, np.sin(t) * t, atol=1e-15)
    np.testing.assert_allclose(first, np.sin(t) + t * np.cos(t), atol=1e-14)
    np.testing.assert_allclose(second, 2 * np.cos(t) - t * np.sin(t), atol=1e-14)
    np.testing.assert_allclose(made.value(t), value)
    assert made.label() == "x"


def test_a_curve_along_a_direction_of_a_landscape() -> None:
    made = scene(SMOOTH, SMOOTH_GRADIENT)
    axis = Direction("u", (0.6, 0.0, 0.8))
    line = curve_through(made, axis)
    u = np.array(axis.vector)
    t = np.array([-0.5, 0.0, 1.0])
    np.testing.assert_allclose(line.value(t), smooth(made.origin[:, None] + u[:, None] * t))
    np.testing.assert_allclose(line.derivatives(t, 1)[1, 1], made.gradient_at(made.origin)[1] @ u)
    np.testing.assert_allclose(line.derivatives(t, 2)[2, 1], u @ made.hessian_at(made.origin) @ u)


def test_a_curve_needs_a_scalar_function_and_a_variable() -> None:
    binding = default_binding([e.A, e.w])
    with pytest.raises(CompileError, match="scalar"):
        Curve(Mul(e.A, e.w), [e.w], binding, Coordinate(e.w))
    with pytest.raises(PlaneError):
        Curve(n.ONE, [], binding, Coordinate(Symbol("t", SCALAR)))


def test_a_hessian_with_a_square_of_many_rows_is_not_worked_out_from_its_expression() -> None:
    """``X' (diag(p) - p p') X`` is 2×2, and ``diag(p)`` as large as the square of the number of rows."""
    rows = 2_000
    derived = gradviz.derive("log(sum(exp(X w)))", wrt="w", declare=["X in R^(n,m)"], order=1)
    second = gradviz.derive("log(sum(exp(X w)))", wrt="w", declare=["X in R^(n,m)"], order=2)
    (w,) = derived.core.variables
    binding = default_binding(derived.problem.symbols, dims={"n": rows, "m": 2}, variables=[w])
    plane = default_plane([w], binding)
    assert plane is not None
    hessian = second.core.results[0].expression
    made = Landscape(derived.core.function, {w: derived.core.results[0].expression}, hessian, binding, plane)
    assert made.hessian_source == "gradient"
    with bounded(10):
        found = made.hessian(np.linspace(-1, 1, 8), np.linspace(-1, 1, 8))
    X = np.asarray(binding.values["X"])
    p = np.exp(X @ [-1.0, -1.0])
    p /= p.sum()
    np.testing.assert_allclose(found[0, 0], X.T @ (p[:, None] * X) - np.outer(X.T @ p, X.T @ p), rtol=1e-9)
    np.testing.assert_allclose(made.hessian_at(np.array([-1.0, -1.0])), found[0, 0], rtol=1e-9)
