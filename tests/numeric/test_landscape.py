"""A function over a plane: grids, points, states, layouts, and where to look."""

from __future__ import annotations

import numpy as np
import pytest

from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import Expr, Mul, Number, Symbol
from gradviz.algebra.walk import symbols
from gradviz.numeric.binding import Binding, default_binding
from gradviz.numeric.compile import CompileError
from gradviz.numeric.landscape import Coordinate, Landscape, Plane, View, by_variable, default_plane
from gradviz.numeric.views import suggested_start, suggested_view
from tests.numeric import expressions as e


def landscape(function: Expr, gradients: dict[Symbol, Expr], **dims: int) -> Landscape:
    variables = list(gradients)
    used = list(dict.fromkeys([*symbols(function), *variables]))
    binding = default_binding(used, dims=dims, variables=variables)
    plane = default_plane(variables, binding)
    assert plane is not None
    return Landscape(function, gradients, None, binding, plane)


def rosenbrock(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    return (1 - x) ** 2 + 100 * (y - x**2) ** 2


def test_a_grid_has_the_functions_values_in_rows_of_y() -> None:
    made = landscape(e.ROSENBROCK, e.ROSENBROCK_GRADIENT)
    xs, ys = np.linspace(-2, 2, 33), np.linspace(-1, 3, 700)
    np.testing.assert_allclose(made.value(xs, ys), rosenbrock(xs[None], ys[:, None]), rtol=1e-12)


def test_the_field_has_the_partial_derivatives() -> None:
    made = landscape(e.ROSENBROCK, e.ROSENBROCK_GRADIENT)
    x, y = np.array([0.5, -1.0, 1.0]), np.array([2.0, 0.3, 1.0])
    value, gx, gy = made.gradient(x, y)
    np.testing.assert_allclose(value, rosenbrock(x, y))
    np.testing.assert_allclose(gx, -2 * (1 - x) - 400 * x * (y - x**2))
    np.testing.assert_allclose(gy, 200 * (y - x**2))


def test_a_point_says_what_the_grid_says() -> None:
    made = landscape(e.LEAST_SQUARES, e.LEAST_SQUARES_GRADIENT)
    value, gradient = made.gradient_at(made.state(0.3, -0.7))
    assert made.value_at(made.state(0.3, -0.7)) == pytest.approx(value)
    _, gx, gy = made.gradient(np.array([0.3]), np.array([-0.7]))
    np.testing.assert_allclose(made.project(gradient), [gx[0], gy[0]])


def test_coordinates_off_the_plane_keep_their_values() -> None:
    made = landscape(e.BOWL, e.BOWL_GRADIENT, n=4)
    plane = Plane(Coordinate(e.w, 1), Coordinate(e.w, 3))
    made = Landscape(e.BOWL, e.BOWL_GRADIENT, None, made.binding, plane)
    state = made.state(5.0, 6.0)
    np.testing.assert_array_equal(state, [made.origin[0], 5.0, made.origin[2], 6.0])
    A = np.asarray(made.binding.values["A"])
    assert made.value(np.array([5.0]), np.array([6.0]))[0, 0] == pytest.approx(state @ A @ state)
    np.testing.assert_allclose(made.gradient_at(state)[1], (A + A.T) @ state)
    assert made.coordinates() == ["w_1", "w_2", "w_3", "w_4"]
    moved = made.with_origin(np.zeros(4))
    np.testing.assert_array_equal(moved.state(1.0, 2.0), [0, 1, 0, 2])
    np.testing.assert_array_equal(made.state(5.0, 6.0), state)


def test_a_matrix_variable_is_read_down_its_columns() -> None:
    """``tr(W' A W)`` has the gradient ``(A + A') W``."""
    function = n.Trace(Mul(n.Transpose(e.W), e.A, e.W))
    gradient = Mul(n.Add(e.A, n.Transpose(e.A)), e.W)
    made = landscape(function, {e.W: gradient})
    assert made.coordinates() == ["W_11", "W_21", "W_12", "W_22"]
    assert [c.label(made.binding) for c in (made.plane.x, made.plane.y)] == ["W_11", "W_12"]
    state = np.array([1.0, 2.0, 3.0, 4.0])
    W, A = np.array([[1.0, 3.0], [2.0, 4.0]]), np.asarray(made.binding.values["A"])
    value, found = made.gradient_at(state)
    assert value == pytest.approx(np.trace(W.T @ A @ W))
    np.testing.assert_allclose(found, ((A + A.T) @ W).ravel(order="F"))
    made = made.with_origin(state)
    value, gx, gy = made.gradient(np.array([1.0]), np.array([3.0]))
    np.testing.assert_allclose([value[0], gx[0], gy[0]], [np.trace(W.T @ A @ W), found[0], found[2]])


def test_a_gradient_in_numerator_layout_is_turned() -> None:
    row = n.Transpose(e.BOWL_GRADIENT[e.w])
    upright, lying = landscape(e.BOWL, e.BOWL_GRADIENT), landscape(e.BOWL, {e.w: row})
    state = np.array([0.4, -2.0])
    np.testing.assert_allclose(upright.gradient_at(state)[1], lying.gradient_at(state)[1])


def test_several_variables_are_one_state() -> None:
    v = Symbol("v", ("n", 1))
    function = Mul(n.Transpose(e.w), v)
    made = landscape(function, {e.w: v, v: e.w})
    value, gradient = made.gradient_at(np.array([1.0, 2.0, 3.0, 4.0]))
    assert value == 11
    np.testing.assert_array_equal(gradient, [3, 4, 1, 2])


def test_a_stacked_gradient_is_taken_apart() -> None:
    entries = list(e.ROSENBROCK_GRADIENT.values())
    assert by_variable(n.Matrix(*entries, 2, 1), [e.x, e.y]) == e.ROSENBROCK_GRADIENT
    stacked = Mul(Number(2), n.Matrix(e.x, e.y, 1, 2))
    parts = by_variable(stacked, [e.x, e.y])
    made = landscape(n.Add(Mul(e.x, e.x), Mul(e.y, e.y)), parts)
    np.testing.assert_array_equal(made.gradient_at(np.array([3.0, -4.0]))[1], [6, -8])


def test_without_a_gradient_there_are_values_only() -> None:
    binding = default_binding([e.x, e.y], variables=[e.x, e.y])
    plane = Plane(Coordinate(e.x), Coordinate(e.y))
    made = Landscape(e.ROSENBROCK, {}, None, binding, plane)
    assert not made.has_gradient
    assert made.value_at(made.state(1.0, 1.0)) == 0
    with pytest.raises(CompileError):
        made.gradient_at(made.origin)


def test_only_scalar_functions_are_landscapes() -> None:
    binding = default_binding([e.A, e.w], variables=[e.w])
    with pytest.raises(CompileError, match="scalar"):
        Landscape(Mul(e.A, e.w), {}, None, binding, Plane(Coordinate(e.w, 0), Coordinate(e.w, 1)))


def test_undefined_regions_are_nan() -> None:
    made = landscape(e.BARRIER, e.BARRIER_GRADIENT)
    values = made.value(np.array([-1.0, 1.0]), np.array([-1.0, 1.0]))
    np.testing.assert_array_equal(np.isnan(values), [[True, True], [True, False]])
    value, _gradient = made.gradient_at(np.array([-1.0, 2.0]))
    assert np.isnan(value)


def test_a_cancelled_grid_stops() -> None:
    made = landscape(e.ROSENBROCK, e.ROSENBROCK_GRADIENT)
    assert np.isnan(made.value(np.zeros(4), np.zeros(4), lambda: True)).all()


def test_there_is_no_plane_for_a_single_number() -> None:
    assert default_plane([e.x], Binding()) is None
    assert default_plane([e.x, e.y], Binding()) == Plane(Coordinate(e.x), Coordinate(e.y))
    row = Symbol("r", (1, 3))
    assert default_plane([row], Binding()) == Plane(Coordinate(row, 0), Coordinate(row, 1))


def test_the_view_holds_the_minimiser_and_the_start() -> None:
    made = landscape(e.LEAST_SQUARES, e.LEAST_SQUARES_GRADIENT)
    X, b = np.asarray(made.binding.values["X"]), np.asarray(made.binding.values["b"])
    wide = made.binding.with_value("b", 40 * b)
    for binding, target in ((made.binding, b), (wide, 40 * b)):
        again = Landscape(e.LEAST_SQUARES, e.LEAST_SQUARES_GRADIENT, None, binding, made.plane)
        x, y = np.linalg.lstsq(X, target, rcond=None)[0]
        view = suggested_view(again)
        assert view.x0 < x < view.x1
        assert view.y0 < y < view.y1
        assert view.x0 < again.origin[0] < view.x1


def test_the_view_holds_all_the_minimisers_when_there_are_several() -> None:
    x, y = e.x, e.y
    left, right = n.Add(Mul(x, x), y, Number(-11)), n.Add(x, Mul(y, y), Number(-7))
    himmelblau = n.Add(Mul(left, left), Mul(right, right))
    view = suggested_view(landscape(himmelblau, {x: n.ZERO, y: n.ZERO}))
    for at in ((3, 2), (-2.805, 3.131), (-3.779, -3.283), (3.584, -1.848)):
        assert view.x0 + 0.5 < at[0] < view.x1 - 0.5
        assert view.y0 + 0.5 < at[1] < view.y1 - 0.5
    assert abs(view.x0 + view.x1) < 1  # and is about in the middle of them


def test_the_view_of_a_barrier_is_its_domain() -> None:
    made = landscape(e.BARRIER, e.BARRIER_GRADIENT)
    view = suggested_view(made)
    assert -0.5 < view.x0 < 0.1
    assert view.x1 > 1
    start = suggested_start(made, view)
    assert np.isfinite(made.value_at(start))


def test_the_point_begins_where_there_is_a_gradient() -> None:
    root = n.Apply(n.Add(e.x, Mul(Number(-1), e.y)), "sqrt")  # the domain ends where x = y, as the usual point lies
    slope = n.Quotient(Number(1), Mul(Number(2), root))
    made = landscape(root, {e.x: slope, e.y: Mul(Number(-1), slope)})
    made = made.with_origin(np.array([-1.5, -1.5]))
    start = suggested_start(made, View(-3, 3, -3, 3))
    assert start[0] > start[1]
    value, gx, gy = (float(v[0]) for v in made.gradient_anywhere(start[:1], start[1:]))
    assert value == pytest.approx(np.sqrt(start[0] - start[1]))
    assert (gx, gy) == pytest.approx((0.5 / value, -0.5 / value))
    assert np.isnan(made.components(np.array([-np.inf, np.inf]))).all()  # and no warning


def test_a_domain_far_from_the_origin_is_found_and_its_edge_is_in_view() -> None:
    root = n.Add(n.Apply(n.Add(e.x, Number(-100)), "sqrt"), Mul(e.y, e.y))
    made = landscape(root, {e.x: n.ZERO, e.y: n.ZERO})
    view = suggested_view(made)
    assert 95 < view.x0 < 100 < view.x1 < 110
    assert view.y0 < 0 < view.y1
    assert np.isfinite(made.value_at(suggested_start(made, view)))


def test_a_function_that_is_defined_nowhere_has_a_view_too() -> None:
    nowhere = n.Apply(n.Add(Number(-1), Mul(Number(-1), e.x, e.x), Mul(Number(0), e.y)), "log")
    view = suggested_view(landscape(nowhere, {e.x: n.ZERO, e.y: n.ZERO}))
    assert view.width > 0
