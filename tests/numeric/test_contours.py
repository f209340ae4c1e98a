"""Contour lines lie where f has the level; levels and scales show structure."""

from __future__ import annotations

import numpy as np
import pytest

from gradviz.numeric.contours import (
    Scale,
    contour_lines,
    contour_points,
    joined,
    levels_for,
    linear_scale,
    scale_for,
    ticks_above,
    ticks_for,
)

AXIS = np.linspace(-3, 3, 121)
X, Y = np.meshgrid(AXIS, AXIS)
SURFACES = {
    "plane": X + 2 * Y,
    "bowl": X**2 + 3 * Y**2,
    "rosenbrock": (1 - X) ** 2 + 100 * (Y - X**2) ** 2,
    "dome": -((1 - X) ** 2) - 100 * (Y - X**2) ** 2,
    "saddle": X**3 - 3 * X * Y**2,
    "huge": 1e12 * (X**2 + Y**2),
    "tiny": 1e-12 * (X**2 + Y**2) + 5e-13,
    "shifted": X**2 + Y**2 + 1000,
}


@pytest.mark.parametrize("name", SURFACES)
def test_levels_increase_within_the_range_and_are_about_a_dozen(name: str) -> None:
    values = SURFACES[name]
    levels = levels_for(scale_for(values))
    assert 8 <= len(levels) <= 16
    assert (np.diff(levels) > 0).all()
    assert values.min() < levels[0] < levels[-1] < values.max()


@pytest.mark.parametrize("name", SURFACES)
def test_every_part_of_the_range_has_its_levels(name: str) -> None:
    """No level is further from the next than a third of all that is drawn, whatever the function's range."""
    values = SURFACES[name]
    levels = levels_for(scale_for(values))
    shares = np.diff([0, *((values < level).mean() for level in levels), 1])
    assert shares.max() < 0.34


def test_even_levels_circle_the_minima_of_a_function_with_steep_sides() -> None:
    """Himmelblau's, whose four minima part below 13.3, 67.7 and 104, while it is 9000 where the picture ends."""
    x, y = np.meshgrid(np.linspace(-10, 10, 300), np.linspace(-5.2, 5.2, 150))
    levels = levels_for(linear_scale((x**2 + y - 11) ** 2 + (x + y**2 - 7) ** 2))
    assert np.ptp(np.diff(levels)) < 1e-9
    assert (levels < 104).sum() >= 2
    assert levels[-1] >= 500
    assert linear_scale(X**3 - 3 * X * Y**2).high == -linear_scale(X**3 - 3 * X * Y**2).low
    assert linear_scale(SURFACES["plane"]) == scale_for(SURFACES["plane"])


def test_a_scale_is_monotone_and_its_inverse_takes_it_back() -> None:
    for values in SURFACES.values():
        scale = scale_for(values)
        fractions = np.linspace(0, 1, 9)
        back = scale.inverse(fractions)
        assert (np.diff(back) > 0).all()
        np.testing.assert_allclose(scale(back), fractions, atol=1e-9)


def test_heavy_tails_are_seen_logarithmically_and_even_ones_evenly() -> None:
    assert scale_for(SURFACES["rosenbrock"]).kind == "low"
    assert scale_for(SURFACES["dome"]).kind == "high"
    assert scale_for(SURFACES["plane"]).kind == "linear"
    with np.errstate(divide="ignore"):
        assert scale_for(1 / AXIS).kind == "both"


def test_a_pole_does_not_set_the_colours() -> None:
    values = np.append(np.linspace(0, 1, 9_999), 1e30)
    assert scale_for(values).high < 1e6


@pytest.mark.parametrize("values", [np.full((4, 4), 2.0), np.full((4, 4), np.nan), np.array([[np.inf, 1.0]])])
def test_degenerate_values_have_a_scale(values: np.ndarray) -> None:
    scale = scale_for(values)
    assert scale.low < scale.high
    assert np.isfinite(levels_for(scale)).all()


def test_contours_of_a_bowl_are_circles() -> None:
    for level, (x, y) in zip((1.0, 4.0), contour_lines(AXIS, AXIS, X**2 + Y**2, (1.0, 4.0)), strict=True):
        np.testing.assert_allclose(np.hypot(x, y), np.sqrt(level), rtol=1e-3)


def test_a_function_that_spans_decades_has_contours_everywhere_in_view() -> None:
    for half in (2.0, 3.0, 5.0, 15.0):
        values = np.exp((half / 3) ** 2 * (X**2 + Y**2))  # up to e^450
        scale = scale_for(values)
        assert scale.kind == "low"
        shares = np.diff([0, *((values < level).mean() for level in levels_for(scale)), 1])
        assert shares.max() < 0.2
        assert 0.02 < (scale(values) < 0.25).mean() < 0.45  # not one flat disc


@pytest.mark.parametrize("values", [X * Y, X**3 - 3 * X * Y**2, 50 * (X**3 - 3 * X * Y**2), X**2 - Y**2])
def test_a_saddle_has_levels_on_both_sides_of_zero_and_at_it(values: np.ndarray) -> None:
    levels = levels_for(scale_for(values))
    assert (levels > 0).sum() >= 4
    assert (levels < 0).sum() >= 4
    assert 0.0 in levels


@pytest.mark.parametrize("noise", [0.0, 1e-16])
def test_a_level_that_is_the_value_on_a_column_of_the_grid_is_traced_whole(noise: float) -> None:
    random = np.random.default_rng(0)
    values = np.sin(X) * Y + np.exp(-(X**2))
    values[:, 60] = 1.0 + noise * random.integers(-3, 4, len(AXIS))
    x, y = contour_lines(AXIS, AXIS, values, (0.5, 1.0, 1.5))[1]
    on_it = np.abs(x) < 1e-3
    for side in (y > 0.2, y < -0.2):
        assert (on_it & side).sum() >= 50


def test_pieces_are_separated_by_nan_and_lines_joined_by_it() -> None:
    lines = contour_lines(AXIS, AXIS, X**2 - Y**2, (1.0, 99.0, -1.0))
    assert np.isnan(lines[0][0]).sum() == 1  # two branches
    assert lines[1][0].size == 0
    x, y = joined(lines)
    assert np.isnan(x).sum() == np.isnan(y).sum() == 3
    np.testing.assert_array_equal(contour_points(AXIS, AXIS, X**2 - Y**2, (1.0, 99.0, -1.0)), np.stack([x, y], axis=1))
    assert joined([])[0].size == 0
    assert contour_points(AXIS, AXIS, X, (99.0,)).shape == (0, 2)


def test_undefined_cells_have_no_contours() -> None:
    with np.errstate(all="ignore"):
        values = np.log(X) + 0 * Y
    x, _ = contour_lines(AXIS, AXIS, values, (0.0,))[0]
    np.testing.assert_allclose(x, 1.0, atol=1e-3)


def test_ticks_of_a_scale_stand_apart_and_say_their_levels() -> None:
    scale = scale_for(SURFACES["rosenbrock"])
    levels = levels_for(scale)
    few, many = ticks_for(scale, levels, most=4), ticks_for(scale, levels, most=1e9)
    assert [float(text) for _, text in many] == [v for v in levels if 0 <= float(scale(np.array([v]))[0]) <= 1]
    assert len(few) <= 5
    assert (np.diff([place for place, _ in few]) >= 0.25).all()
    assert set(few) <= set(many)


def test_a_row_of_the_grid_on_a_pole_does_not_set_the_scale() -> None:
    for nodes in (41, 129):
        ys = np.linspace(-3, 3, nodes) + 1e-16  # the middle one is next to nought
        scale = scale_for(np.log(np.linspace(0.1, 5, nodes))[None] + 1 / ys[:, None])
        assert -100 < scale.low < -2
        assert 2 < scale.high < 100
    peak = 1e9 * np.exp(-200 * (X**2 + Y**2)) + 1e-3 * X  # narrow, and no pole
    assert scale_for(peak).high > 1e3


def test_what_large_values_share_is_told_once() -> None:
    scale = Scale("linear", 1e6, 1e6 + 0.02)
    shared, ticks = ticks_above(scale, np.array([1e6 + 0.005, 1e6 + 0.01, 1e6 + 0.015]), most=9)
    assert shared == "1000000"
    assert [text for _, text in ticks] == ["0.005", "0.01", "0.015"]
    levels = np.array([12345678.25, 12345678.5])
    shared, ticks = ticks_above(Scale("linear", 12345678.0, 12345679.0), levels, most=9)
    assert [float(shared.replace("·10⁷", "e7")) + float(text.replace("−", "-")) for _, text in ticks] == levels.tolist()
    decades = Scale("low", -1000.0, -999.9, -1000.0, 1e-12)
    shared, ticks = ticks_above(decades, -1000 + 10.0 ** np.arange(-10, -1), most=99)
    assert shared == "−1000"
    assert [text for _, text in ticks] == [
        f"10{power}" for power in ("⁻¹⁰", "⁻⁹", "⁻⁸", "⁻⁷", "⁻⁶", "⁻⁵", "⁻⁴", "⁻³", "⁻²")
    ]
    assert ticks_above(Scale("linear", 0.0, 9.0), np.array([2.0, 4.0]), most=9)[0] == ""
    decades = Scale("low", 7e-22, 1.0, 7.08239e-22, 1e-18)  # a least value that no level feels
    shared, ticks = ticks_above(decades, 1.6 * 10.0 ** np.arange(-17, -1), most=99)
    assert shared == ""
    assert ticks[0][1] == "1.6·10⁻¹⁷"
