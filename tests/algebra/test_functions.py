"""The table of entrywise functions: derivatives, lifting to vectors and matrices, spellings."""

from __future__ import annotations

import numpy as np
import pytest
import sympy

from gradviz.algebra import nodes as n
from gradviz.algebra.functions import FUNCTIONS, T, derivative, entrywise
from tests import oracle

INSIDE = {"positive": (0.3, 2.0), "nonnegative": (0.3, 2.0), "unit interval": (-0.8, 0.8)}
SYMPY = {
    "arcsin": sympy.asin,
    "arccos": sympy.acos,
    "arctan": sympy.atan,
    "arcsinh": sympy.asinh,
    "arctanh": sympy.atanh,
    "log2": lambda z: sympy.log(z, 2),
    "log10": lambda z: sympy.log(z, 10),
    "normcdf": lambda z: (1 + sympy.erf(z / sympy.sqrt(2))) / 2,
    "normpdf": lambda z: sympy.exp(-(z**2) / 2) / sympy.sqrt(2 * sympy.pi),
    "lgamma": sympy.loggamma,
    "abs": sympy.Abs,
    "sqrt": sympy.sqrt,
}
x = n.Symbol("x", ("n", 1))
X = n.Symbol("X", ("m", "n"))


def points(name: str) -> np.ndarray:
    low, high = INSIDE.get(FUNCTIONS[name].domain, (-1.3, 1.4))
    return np.linspace(low, high, 12)  # never exactly zero


DIFFERENTIATED = [name for name, row in FUNCTIONS.items() if row.derivative is not None]


@pytest.mark.parametrize("name", DIFFERENTIATED)
def test_the_derivative_in_the_table_is_the_slope(name):
    slope = derivative(name, T)
    for at in points(name):
        (exact,) = oracle.value(slope, {T: np.array([[at]])}, {})
        (numeric,) = oracle.directional(n.Apply(T, name), {T: np.ones((1, 1))}, {T: np.array([[at]])}, {})
        assert exact == pytest.approx(numeric, rel=1e-8, abs=1e-8)


@pytest.mark.parametrize(
    "name", [name for name in DIFFERENTIATED if name not in ("sigmoid", "softplus", "relu", "step", "sign")]
)
def test_the_derivative_in_the_table_is_that_of_sympy(name):
    z = sympy.Symbol("z", real=True)
    function = SYMPY.get(name) or getattr(sympy, name)
    slope = sympy.lambdify(z, sympy.diff(function(z), z), ["scipy", "numpy"])
    for at in points(name):
        assert oracle.value(derivative(name, T), {T: np.array([[at]])}, {})[0, 0] == pytest.approx(slope(at))


@pytest.mark.parametrize("name", DIFFERENTIATED)
@pytest.mark.parametrize("argument", [x, X])
def test_a_derivative_is_lifted_entry_by_entry(name, argument):
    lifted = derivative(name, argument)
    assert lifted.shape == argument.shape
    shape = {"n": 3, "m": 4}[argument.shape.rows], {"n": 3, 1: 1}[argument.shape.cols]
    values = np.resize(points(name), shape)
    entry = derivative(name, T)
    expected = [[oracle.value(entry, {T: np.array([[v]])}, {})[0, 0] for v in row] for row in values]
    np.testing.assert_allclose(oracle.value(lifted, {argument: values}, {"m": 4, "n": 3}), expected)


def test_a_template_without_the_argument_fills_the_shape():
    assert entrywise(n.Number(0), x) is n.Fill(n.Number(0), "n", 1)
    assert entrywise(n.Power(T, n.Number(2)), T) is n.Power(T, n.Number(2))


@pytest.mark.parametrize("row", FUNCTIONS.values(), ids=FUNCTIONS)
def test_rows_are_complete(row):
    assert row.name
    assert row.latex
    assert row.typst
    assert row.domain in {"real", "positive", "nonnegative", "nonzero", "unit interval"}


def test_functions_with_kinks_say_so():
    assert {name for name, row in FUNCTIONS.items() if row.kink} >= {"abs", "relu", "sign", "step", "sqrt"}
    assert not FUNCTIONS["exp"].kink


def test_no_spelling_means_two_functions():
    spellings = [s for row in FUNCTIONS.values() for s in (row.name, *row.aliases)]
    assert len(spellings) == len(set(spellings))
