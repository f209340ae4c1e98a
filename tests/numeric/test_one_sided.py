"""Derivatives on kinks: what is told where a formula has one, against what holds."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from gradviz.algebra import nodes as n
from gradviz.numeric.dial import dial
from gradviz.numeric.plane_model import plane_model
from gradviz.numeric.taylor import decay, expansion
from tests.numeric.formulas import F, apply, cos, curve, exp, scene, x, y


def larger(a: F, b: F, kind: str = "max") -> F:
    return F(n.Larger(a.expr, b.expr, kind))


def mod(a: F) -> F:
    return apply("abs", a)


R = apply("sqrt", x**2 + y**2)
NONE = None
AT_ORIGIN: dict[str, tuple[F, tuple[float, float] | None, list[float] | None]] = {
    "|x| + |y|": (mod(x) + mod(y), NONE, NONE),
    "(|x| + |y|)^2": ((mod(x) + mod(y)) ** 2, (0, 0), NONE),
    "|x|^3 + 2 y": (mod(x) ** 3 + 2 * y, (0, 2), [0, 0, 0]),
    "x |x| + y^2": (x * mod(x) + y**2, (0, 0), NONE),
    "|x y|": (mod(x * y), (0, 0), NONE),
    "sqrt |x y|": (apply("sqrt", mod(x * y)), NONE, NONE),
    "max(|x|, |y|)": (larger(mod(x), mod(y)), NONE, NONE),
    "max(x, y) + min(x, y)": (larger(x, y) + larger(x, y, "min"), (1, 1), [0, 0, 0]),
    "a cone": (R, NONE, NONE),
    "cos r": (cos(R), (0, 0), [-1, 0, -1]),
    "r^(3/2)": ((x**2 + y**2) ** 0.75, (0, 0), NONE),
    "r^3 + x y": ((x**2 + y**2) ** 1.5 + x * y, (0, 0), [0, 1, 0]),
    "|x|^(4/3) + y": (mod(x) ** Fraction(4, 3) + y, (0, 1), NONE),
    "x^(3/2), to one side only": (x**1.5 + y, NONE, NONE),
    "sign x": (apply("sign", x) + y, NONE, NONE),
    "|x| - x sign x": (mod(x) - x * apply("sign", x) + 3 * y, (0, 3), [0, 0, 0]),
    "relu x - relu(-x)": (apply("relu", x) - apply("relu", -x) + y**2, (1, 0), [0, 0, 2]),
    "relu(x)^2 + relu(-x)^2": (apply("relu", x) ** 2 + apply("relu", -x) ** 2 + x * y, (0, 0), [2, 1, 0]),
    "e^|y| - |y|": (exp(mod(y)) - mod(y), (0, 0), [0, 0, 1]),
}


@pytest.mark.parametrize("name", AT_ORIGIN)
def test_derivatives_on_a_kink_are_those_of_the_function(name: str) -> None:
    formula, gradient, hessian = AT_ORIGIN[name]
    made = scene(formula)
    nan = float("nan")
    _, *found = (float(v[0]) for v in made.second_order(np.zeros(1), np.zeros(1)))
    a, b, c = hessian or (nan, nan, nan)
    np.testing.assert_allclose(found, [*(gradient or (nan, nan)), a, b, c], atol=1e-12)
    np.testing.assert_allclose(made.full_gradient_at(np.zeros(2)), gradient or (nan, nan), atol=1e-12)
    np.testing.assert_allclose(made.hessian_at(np.zeros(2)), [[a, b], [b, c]], atol=1e-12)
    assert plane_model(made, 0, 0).order == (2 if hessian else 1 if gradient else 0)
    assert bool(dial(made, 0, 0, 0.5).reason) == (gradient is None)


def test_a_gradient_given_as_an_expression_says_nothing_on_a_kink() -> None:
    """The derivative of ``|x|`` is written sign(x), which is 0 at 0."""
    made = scene(mod(x) + y**2, (apply("sign", x), 2 * y), (0 * x, 0 * x, 0 * x, 0 * x + 2))
    _, gx, gy = made.gradient_anywhere(np.array([-1.0, 0.0, 2.0]), np.array([0.5, 0.5, 0.5]))
    np.testing.assert_array_equal(gx, [-1, np.nan, 1])
    np.testing.assert_array_equal(gy, [1, np.nan, 1])


ORDERS = {
    "|x|": (mod(x), 0),
    "x |x|": (x * mod(x), 1),
    "|x|^3": (mod(x) ** 3, 2),
    "|x|^(3/2)": (mod(x) ** 1.5, 1),
    "|x|^(7/2)": (mod(x) ** 3.5, 3),
    "sqrt(x^4)": (apply("sqrt", x**4), 20),
    "cos |x|": (cos(mod(x)), 20),
    "(x^2)^(3/4)": ((x**2) ** 0.75, 1),
    "relu(x)^5": (apply("relu", x) ** 5, 4),
    "x^(3/2)": (x**1.5, 0),
    "sign x": (apply("sign", x), 0),
    "max(x, x^2)": (larger(x, x**2), 0),
    "max(x^2, x^3)": (larger(x**2, x**3), 20),
}


@pytest.mark.parametrize("name", ORDERS)
def test_taylor_polynomials_go_as_far_as_there_are_derivatives(name: str) -> None:
    formula, order = ORDERS[name]
    made = curve(formula)
    found = expansion(made, 0.0)
    assert found.order == order
    assert bool(found.reason) == (order < 20)
    measured = decay(made, 0.0, min(order, 4), np.geomspace(0.5, 1e-3, 20))
    if order < 20 and name not in ("x^(3/2)", "sign x"):  # the remainder is o(u^order), and no more is known
        assert order < measured.slope
    along_kink = made.coefficients(np.array([-0.7, 0.0, 0.7]), 3)
    assert np.isfinite(along_kink[:, 2]).all()


def test_many_points_are_looked_at_a_few_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    made = scene(mod(x) + mod(y - 1))
    px, py = np.meshgrid(np.arange(-3.0, 4.0), np.arange(-3.0, 4.0))
    whole = made.gradient_anywhere(px, py)
    monkeypatch.setattr("gradviz.numeric.one_sided.NUMBERS", 5)
    monkeypatch.setattr("gradviz.numeric.jets.NUMBERS", 5)
    np.testing.assert_array_equal(whole, made.gradient_anywhere(px, py))
    np.testing.assert_array_equal(np.isnan(whole[1]), (px == 0) | (py == 1))
