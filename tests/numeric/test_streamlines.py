"""Streamlines follow the field and keep apart; hatching covers what is undefined; maps of the plane."""

from __future__ import annotations

import numpy as np
import pytest

from gradviz.algebra import nodes as n
from gradviz.numeric.binding import default_binding
from gradviz.numeric.compile import CompileError
from gradviz.numeric.plane_map import PlaneMap, determinant_and_rank, extent_of
from gradviz.numeric.planes import Coordinate, Plane, View
from gradviz.numeric.streamlines import arrow_heads, hatching, streamlines, undefined
from tests.numeric import expressions as e
from tests.numeric.formulas import HIMMELBLAU, X, Y, exp, log, scene, sin, x, y

VIEW = View(-3, 3, -2, 4)


def pieces(line: tuple[np.ndarray, np.ndarray]) -> list[np.ndarray]:
    """(2, k) for each piece."""
    points = np.stack(line)
    cuts = np.flatnonzero(np.isnan(points[0]))
    return [p[:, ~np.isnan(p[0])] for p in np.split(points, cuts, axis=1)]


@pytest.mark.parametrize("uphill", [True, False])
def test_streamlines_run_along_the_gradient(uphill: bool) -> None:
    made = scene(sin(x) * exp(y / 3) + y**2 / 8)
    line = streamlines(made, VIEW, uphill=uphill)
    parts = pieces(line)
    assert len(parts) > 15
    for part in parts:
        middle, move = (part[:, 1:] + part[:, :-1]) / 2, np.diff(part, axis=1)
        _, gx, gy = made.gradient_anywhere(*middle)
        cosine = (gx * move[0] + gy * move[1]) / np.hypot(gx, gy) / np.hypot(*move)
        strong = np.hypot(gx, gy) > 0.1
        assert ((cosine if uphill else -cosine)[strong] > 0.98).all()
        values = made.values_at_points(*part)
        assert (values[-1] > values[0]) == uphill
    drawn = np.isfinite(line[0])
    assert line[0][drawn].min() >= VIEW.x0
    assert line[1][drawn].max() <= VIEW.y1


def test_streamlines_are_evenly_spaced() -> None:
    parts = pieces(streamlines(scene(HIMMELBLAU), View(-5, 5, -5, 5)))
    counts = np.zeros((5, 5))
    for part in parts:
        cell = np.clip((part + 5) / 2, 0, 4.999).astype(int)
        for i, j in {(int(i), int(j)) for i, j in cell.T}:
            counts[j, i] += 1
    assert counts.min() >= 1
    assert counts.max() <= 20
    dense = pieces(streamlines(scene(HIMMELBLAU), View(-5, 5, -5, 5), density=2))
    assert len(dense) > 2 * len(parts)


def test_streamlines_keep_to_where_the_function_is_defined() -> None:
    line = streamlines(scene(x + y - log(x) - log(y)), View(-1, 3, -1, 3))
    drawn = np.isfinite(line[0])
    assert drawn.any()
    assert line[0][drawn].min() > 0
    assert streamlines(scene(log(x - 100) + y), VIEW)[0].size == 0
    assert streamlines(scene(0 * x + 0 * y), VIEW)[0].size == 0


def test_each_streamline_gets_an_arrow_head() -> None:
    line = streamlines(scene(x + y), VIEW)
    heads = pieces(arrow_heads(line, VIEW))
    assert len(heads) == len(pieces(line))
    for head in heads:  # the tip lies uphill of both ends
        assert head.shape == (2, 3)
        assert head[:, 1].sum() > max(head[:, 0].sum(), head[:, 2].sum())


def test_hatching_covers_the_undefined_part_and_nothing_else() -> None:
    made = scene(log(x) + y)
    xs, ys = VIEW.axes(120, 100)
    values = made.value(xs, ys)
    mask = undefined(values)
    assert mask[:, xs < 0].all()
    strokes = pieces(hatching(xs, ys, mask))
    assert len(strokes) > 10
    for stroke in strokes:
        assert stroke[0].max() <= 0.05
        np.testing.assert_allclose(np.diff(stroke[1]) / VIEW.height, np.diff(stroke[0]) / VIEW.width, atol=1e-12)
    length = sum(float(np.hypot(*np.diff(s, axis=1)).sum()) for s in strokes)
    whole = pieces(hatching(xs, ys, np.ones_like(mask)))
    assert length == pytest.approx(sum(float(np.hypot(*np.diff(s, axis=1)).sum()) for s in whole) / 2, rel=0.05)
    assert hatching(xs, ys, np.zeros_like(mask))[0].size == 0


# --- vector functions --------------------

PLANE = Plane(Coordinate(X), Coordinate(Y))


def polar() -> PlaneMap:
    """``(x cos y, x sin y)``."""
    function = n.Matrix((x * sin(y + 0)).expr, n.Mul(X, n.Apply(Y, "cos")), 2, 1)
    return PlaneMap(function, [X, Y], default_binding([X, Y], variables=[X, Y]), PLANE)


def test_the_jacobian_of_polar_coordinates() -> None:
    made = polar()
    r, phi = 1.7, 0.6
    wanted = [[np.sin(phi), r * np.cos(phi)], [np.cos(phi), -r * np.sin(phi)]]
    np.testing.assert_allclose(made.jacobian_at(r, phi), wanted, atol=1e-14)
    xs, ys = np.linspace(0, 2, 5), np.linspace(0, 6, 7)
    np.testing.assert_allclose(made.determinant(xs, ys), np.broadcast_to(-xs, (7, 5)), atol=1e-13)
    u, v = made.value(np.array([r]), np.array([phi]))
    np.testing.assert_allclose([u[0], v[0]], [r * np.sin(phi), r * np.cos(phi)])


def test_the_determinant_is_the_area_of_a_small_squares_image() -> None:
    made = polar()
    side = 1e-3
    det = np.linalg.det(made.jacobian_at(1.7, 0.6))
    assert made.area_of_image(1.7, 0.6, side) == pytest.approx(det * side**2, rel=2e-3)
    px, py = made.parallelogram(1.7, 0.6, side)
    area = 0.5 * np.sum(px[:-1] * py[1:] - px[1:] * py[:-1])
    assert area == pytest.approx(det * side**2, rel=1e-6)
    u, v = made.image(made.square(1.7, 0.6, side))
    np.testing.assert_allclose([px[0], py[0]], [u[0], v[0]])
    assert abs(u - px.mean()).max() < 4e-3
    assert abs(v - py.mean()).max() < 4e-3


def test_the_image_of_a_grid() -> None:
    made = polar()
    _, (verticals, horizontals) = made.grid_and_image(View(0.5, 1, 0, 6), lines=3, samples=50)
    for k, part in enumerate(pieces(verticals)):  # r constant: arcs
        np.testing.assert_allclose(np.hypot(*part), [0.5, 0.75, 1][k])
    for part in pieces(horizontals):  # φ constant: rays
        assert np.linalg.matrix_rank(part, tol=1e-9) == 1


def test_where_a_map_is_undefined_its_image_has_gaps() -> None:
    function = n.Matrix(n.Apply(X, "log"), Y, 2, 1)
    made = PlaneMap(function, [X, Y], default_binding([X, Y], variables=[X, Y]), PLANE)
    u, v = made.image((np.array([-1.0, 1.0]), np.array([2.0, 2.0])))
    np.testing.assert_array_equal(u, [np.nan, 0])
    np.testing.assert_array_equal(v, [np.nan, 2])
    (verticals, _), _ = made.grid_and_image(View(-1, 1, 0, 1), lines=3, samples=5)
    assert set(verticals[0][np.isfinite(verticals[0])]) == {1}  # nor is the grid drawn there


def test_the_extent_of_an_image_leaves_out_what_a_pole_throws_far_away() -> None:
    values = np.append(np.linspace(0, 1, 101), [1e9, np.nan, -np.inf])
    assert extent_of(values) == pytest.approx((0, 3.8), abs=0.1)
    assert extent_of(np.array([5.0, 5.0])) == (2.5, 7.5)
    assert extent_of(np.array([np.nan])) == (-1, 1)
    assert extent_of(np.array([0.0] * 9 + [2.0])) == (0, 2)


@pytest.mark.parametrize(
    ("jacobian", "determinant", "rank"),
    [
        ([[2, 1], [0, 3]], 6, 2),
        ([[0, 1], [1, 0]], -1, 2),
        ([[0.1, 0.2], [0.3, 0.6]], 0, 1),  # by elimination 1e-17: neither sign is true
        ([[0, 0], [0, 0]], 0, 0),
        ([[1e-9, 0], [0, 1e-9]], 1e-18, 2),
        ([[1e12, 1], [0, 1e-12]], 1, 2),  # in other units
        ([[1e12, 0], [0, 0]], 0, 1),
        ([[np.nan, 0], [0, 1]], np.nan, 0),
    ],
)
def test_the_determinant_of_what_is_singular_is_nought(jacobian: object, determinant: float, rank: int) -> None:
    found, of = determinant_and_rank(np.array(jacobian, dtype=float))
    assert found == pytest.approx(determinant, rel=1e-12, abs=1e-30, nan_ok=True)
    assert of == rank


def test_where_a_map_is_undefined_it_has_no_jacobian() -> None:
    function = n.Matrix(n.Apply(X, "log"), Y, 2, 1)
    made = PlaneMap(function, [X, Y], default_binding([X, Y], variables=[X, Y]), PLANE)
    assert np.isnan(made.jacobian_at(-1.0, 0.0)).all()
    np.testing.assert_allclose(made.jacobian_at(2.0, 0.0), [[0.5, 0], [0, 1]])


def test_a_linear_map_of_a_vector_and_what_is_no_map() -> None:
    binding = default_binding([e.A, e.w], variables=[e.w])
    made = PlaneMap(n.Mul(e.A, e.w), [e.w], binding, Plane(Coordinate(e.w, 0), Coordinate(e.w, 1)))
    np.testing.assert_allclose(made.jacobian_at(0.3, 0.4), np.asarray(binding.values["A"]), atol=1e-14)
    assert made.axis_labels() == ("w_1", "w_2")
    with pytest.raises(CompileError, match="two numbers"):
        PlaneMap(X, [X, Y], binding, PLANE)
