"""What is read off a run: convergence, angles to Newton's direction, comparisons, the plane of the motion; sweeps."""

from __future__ import annotations

import math

import numpy as np
import pytest

from gradviz.numeric.descent import (
    Adam,
    DampedNewton,
    ExactLineSearch,
    GradientDescent,
    Limits,
    Newton,
    ParameterError,
    StopReason,
    descend,
    make_method,
)
from gradviz.numeric.descent.analysis import compared, convergence, newton_cosines, stability
from gradviz.numeric.descent.principal import principal_plane
from gradviz.numeric.descent.sweeps import (
    NOWHERE,
    UNKNOWN,
    basins,
    grid_of_starts,
    parameter_values,
    sweep,
    sweep_starts,
)
from tests.numeric.descent import problems
from tests.numeric.descent.problems import Quadratic, random_quadratic


def test_convergence_series_of_a_known_run() -> None:
    bowl = Quadratic(np.diag([2.0]))
    run = descend(bowl, np.array([1.0]), GradientDescent(0.1), Limits(steps=60, tolerance=0.0))
    series = convergence(run, least=0.0)
    k = np.arange(61)
    np.testing.assert_allclose(series.excess, 0.8 ** (2 * k), rtol=1e-9)
    np.testing.assert_allclose(series.norms, 2 * 0.8**k, rtol=1e-9)
    np.testing.assert_allclose(series.lengths, 0.2 * 0.8 ** k[:-1], rtol=1e-9)
    assert series.rate == pytest.approx(0.64)
    assert convergence(run).least == run.values[-1]


def test_the_angle_to_newtons_direction() -> None:
    place = problems.rosenbrock()
    newton = descend(place, np.array([-1.2, 1.0]), DampedNewton())
    np.testing.assert_allclose(newton_cosines(place, newton), 1.0, rtol=1e-9)
    bowl = Quadratic(np.diag([1.0, 4.0]))
    run = descend(bowl, np.array([1.0, 1.0]), GradientDescent(0.1), Limits(steps=3, tolerance=0.0))
    g, p = np.array([1.0, 4.0]), np.array([1.0, 1.0])
    expected = g @ p / np.linalg.norm(g) / np.linalg.norm(p)
    assert newton_cosines(bowl, run, [0])[0] == pytest.approx(expected)
    assert len(newton_cosines(bowl, run)) == 3
    assert math.isnan(newton_cosines(bowl, run, [3])[0])


def test_stability_of_what_is_no_minimum() -> None:
    saddle = stability(np.diag([-1.0, 4.0]))
    assert saddle.bound == 0.5
    assert math.isnan(saddle.best)
    flat = stability(np.zeros((2, 2)))
    assert flat.bound == math.inf
    assert "sets no bound" in flat.sentence(0.1)  # x^4 and |x| have their minimum where no curvature is left
    assert "no minimum" in stability(np.diag([-1.0, 0.0])).sentence(0.1)


@pytest.mark.parametrize(
    ("matrix", "gradient", "wanted"),
    [
        ([[2.0, 2.0], [2.0, 2.0]], [1.0, 1.0], 1.0),  # of x + y alone: downhill is Newton's direction
        ([[2.0, 2.0], [2.0, 2.0]], [2.0, 1.0], math.nan),  # no step solves for this gradient
        ([[0.0, 0.0], [0.0, 0.0]], [1.0, 0.0], math.nan),
        ([[4.0, 0.0], [0.0, 1e-12]], [4.0, 1e-12], 4 / math.sqrt(16 + 1e-24) / math.sqrt(2)),
        ([[1.0, 0.0], [0.0, -1.0]], [1.0, 1.0], 1.0),  # the negative curvature turned round
    ],
)
def test_newtons_direction_where_the_hessian_is_singular(
    matrix: list[list[float]], gradient: list[float], wanted: float
) -> None:
    class Place:
        def gradient_at(self, x: np.ndarray) -> tuple[float, np.ndarray]:
            return float(x @ gradient), np.array(gradient)

        def hessian_at(self, x: np.ndarray) -> np.ndarray:
            return np.array(matrix)

    run = descend(Place(), np.zeros(2), GradientDescent(0.1), Limits(steps=1))
    assert newton_cosines(Place(), run)[0] == pytest.approx(wanted, nan_ok=True)


def test_an_infimum_that_is_no_number_is_not_known() -> None:
    run = descend(random_quadratic(2, 5.0), np.array([3.0, 1.0]), GradientDescent(0.1), Limits(steps=5))
    for least in (math.nan, -math.inf):
        found = convergence(run, least)
        assert found.least == run.values[-1]
        np.testing.assert_array_equal(found.excess, run.values - run.values[-1])


def test_norms_whose_squares_are_no_floats() -> None:
    for scale in (1e-200, 1e-160, 1e170):
        place = Quadratic(np.diag([3.0, 4.0]) * scale)
        run = descend(place, np.array([1.0, 1.0]), GradientDescent(0.1), Limits(steps=0, tolerance=0.0))
        assert run.norms[0] == pytest.approx(5 * scale, rel=1e-12)
        (row,) = compared([run], tolerance=scale)
        assert row.reached is None


def test_starts_near_each_other_in_wells_of_another_depth_have_their_own_basins() -> None:
    """``V(x) = ±`` wells of unequal depth, a thousandth of the view apart."""
    width = 1e-3

    class Wells:
        dimension = 2

        def state(self, x: float, y: float) -> np.ndarray:
            return np.array([x, y])

        def gradient_at(self, x: np.ndarray) -> tuple[float, np.ndarray]:
            centre, depth = (width, 0.5) if x[0] > 0 else (-width, 1.0)
            away = x - [centre, 0.0]
            return float(away @ away) - depth, 2 * away

    ends = np.linspace(-1.0, 1.0, 4)
    found = basins(Wells(), ends, ends, GradientDescent(0.1), Limits(steps=500, tolerance=1e-6))
    assert found.values == pytest.approx([-1.0, -0.5])
    np.testing.assert_array_equal(found.labels, [[0, 0, 1, 1]] * 4)


def test_a_table_compares_runs() -> None:
    bowl = random_quadratic(3, 20.0)
    start = np.full(3, 2.0)
    methods = [Newton(), GradientDescent(0.05), GradientDescent(1e-6), ExactLineSearch()]
    runs = [descend(bowl, start, m, Limits(steps=500, tolerance=1e-8)) for m in methods]
    newton, plain, slow, exact = compared(runs, tolerance=1e-3)
    assert (newton.reached, newton.steps, newton.hessians) == (1, 1, 1)
    assert newton.evaluations_to_tolerance == newton.values + newton.gradients + newton.hessians == 5
    assert plain.reached is not None
    assert runs[1].norms[plain.reached] <= 1e-3 < runs[1].norms[plain.reached - 1]
    assert plain.evaluations_to_tolerance == 2 * (plain.reached + 1)
    assert (slow.reached, slow.evaluations_to_tolerance) == (None, None)
    assert exact.title == "Steepest descent, exact line search"
    assert slow.reason is StopReason.BUDGET
    by_value = compared(runs, tolerance=1e-6, least=bowl.least)
    assert by_value[1].reached is not None
    assert runs[1].values[by_value[1].reached] - bowl.least <= 1e-6


def test_the_principal_plane_holds_a_motion_in_a_plane() -> None:
    random = np.random.default_rng(0)
    basis, _ = np.linalg.qr(random.standard_normal((12, 2)))
    t = np.linspace(0, 3, 200)
    states = np.stack([5 * t, np.sin(3 * t)], axis=1) @ basis.T + 7.0
    plane = principal_plane(states)
    assert plane.shares.sum() == pytest.approx(1.0)
    assert plane.shares[0] > 0.9
    np.testing.assert_allclose(plane.directions @ plane.directions.T, np.eye(2), atol=1e-10)
    back = plane.project(states) @ plane.directions + plane.origin
    np.testing.assert_allclose(back, states, atol=1e-8)
    assert plane.project(states)[0, 0] < 0  # it ends to the right
    covariance = np.cov(states.T)
    assert plane.directions[0] @ covariance @ plane.directions[0] == pytest.approx(np.linalg.eigvalsh(covariance)[-1])


@pytest.mark.parametrize(
    "states",
    [
        np.zeros((1, 3)),
        np.array([[1.0], [2.0], [3.0]]),
        np.array([[0.0, 0.0, 0.0], [1.0, 1.0, 0.0]]),
        np.array([[0.0, 0.0], [1e200, 1.0], [np.nan, np.inf]]),
    ],
    ids=["no motion", "one coordinate", "a line", "not finite"],
)
def test_the_principal_plane_of_odd_motions(states: np.ndarray) -> None:
    plane = principal_plane(states)
    assert np.isfinite(plane.directions).all()
    assert 0 <= plane.shares.sum() <= 1 + 1e-12
    if states.shape[1] > 1:
        np.testing.assert_allclose(plane.directions @ plane.directions.T, np.eye(2), atol=1e-10)


def test_a_sweep_over_a_parameter() -> None:
    bowl = Quadratic(np.diag([1.0, 10.0]))
    values = parameter_values(1e-3, 0.5, 6)
    runs = sweep(bowl, np.array([1.0, 1.0]), GradientDescent(0.1), "step_size", values)
    assert [r.method.step_size for r in runs] == pytest.approx(values)  # type: ignore[attr-defined]
    assert [r.reason is StopReason.DIVERGED for r in runs] == [v > 0.2 for v in values]
    told: list[int] = []
    stopped = sweep(
        bowl, np.array([1.0, 1.0]), Adam(), "beta1", [0.1, 0.5, 0.9], None, lambda: len(told) >= 2, told.append
    )
    assert len(stopped) == 2
    for bad in ("speed", "schedule"):
        with pytest.raises(ParameterError, match="no parameter"):
            sweep(bowl, np.array([1.0, 1.0]), Adam(), bad, [1.0])
    with pytest.raises(ParameterError, match="climbs"):
        sweep(bowl, np.array([1.0, 1.0]), Adam(), "step_size", [0.1, -0.1])
    for arguments in ((0.0, 1.0, 5), (2.0, 1.0, 5), (1.0, 2.0, 0), (math.nan, 1.0, 3)):
        with pytest.raises(ParameterError):
            parameter_values(*arguments)  # type: ignore[arg-type]


def test_a_sweep_over_starts_shares_nothing() -> None:
    place = problems.rosenbrock()
    starts = grid_of_starts(place, np.linspace(-2, 2, 3), np.linspace(-1, 3, 2))
    runs = sweep_starts(place, starts, Adam(0.1), Limits(steps=50))
    for start, run in zip(starts, runs, strict=True):
        np.testing.assert_array_equal(run.states[0], start)
        alone = descend(place, start, Adam(0.1), Limits(steps=50))
        np.testing.assert_array_equal(run.states, alone.states)
        assert run.counts == alone.counts


def test_basins_of_himmelblaus_four_minima() -> None:
    place = problems.himmelblau()
    xs, ys = np.linspace(-5, 5, 13), np.linspace(-5, 5, 12)
    found = basins(place, xs, ys, make_method("bfgs"), Limits(steps=200, tolerance=1e-5))
    minima = [(3.0, 2.0), (-2.805118, 3.131312), (-3.779310, -3.283186), (3.584428, -1.848127)]
    assert len(found.points) == 4
    for minimum in minima:
        assert np.linalg.norm(found.points - minimum, axis=1).min() < 1e-3
    np.testing.assert_allclose(found.values, 0, atol=1e-9)
    assert found.labels.shape == (12, 13)
    assert set(np.unique(found.labels)) == {0, 1, 2, 3}
    for label, point in enumerate(found.points):  # the point itself lies in its basin
        i, j = np.abs(ys - point[1]).argmin(), np.abs(xs - point[0]).argmin()
        assert found.labels[i, j] == label


def test_a_map_of_basins_that_is_cancelled_or_diverges() -> None:
    place = problems.himmelblau()
    xs = ys = np.linspace(-4, 4, 4)
    told: list[int] = []
    part = basins(place, xs, ys, Adam(0.1), Limits(steps=2000), lambda: len(told) >= 6, told.append)
    assert (part.labels == UNKNOWN).sum() == 10
    wild = basins(place, xs, ys, GradientDescent(5.0), Limits(steps=50))
    assert (wild.labels == NOWHERE).all()
    assert wild.points.shape == (0, 0)
