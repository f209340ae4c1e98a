"""SymPy as a second opinion: its derivative of a scalar function, and ours."""

import pytest
import sympy

import gradviz
from gradviz.algebra.sympy_bridge import to_sympy

SCALARS = ["x, y in R"]
FUNCTIONS = [
    "(1-x)^2 + 100 (y-x^2)^2", "x^3 - 3 x y^2", "sin(x) y + e^(-x^2)", "log(1 + e^x)", "1/(1 + x^2)", "sqrt(1 + x^2 y^2)",
    "tanh(x y)", "arctan(x/y)", "x^2 sin(1/x)", "e^(x y) cos(x)", "sigma(x) (1 - sigma(x))", "(x + y)^5/(1 + x^2)", "2^x x", "arcsinh(x)",
]  # fmt: skip


@pytest.mark.parametrize("text", FUNCTIONS)
def test_sympy_agrees_on_scalar_derivatives(text):
    problem = gradviz.check(text, SCALARS)
    for variable in problem.variables:
        ours = to_sympy(gradviz.derive(text, variable.name, SCALARS).result)
        theirs = sympy.diff(to_sympy(problem.function), to_sympy(variable))
        point = {
            s: sympy.Rational(3 + 2 * i, 7)
            for i, s in enumerate(sorted(ours.free_symbols | theirs.free_symbols, key=str))
        }
        assert abs(sympy.N((ours - theirs).subs(point), 30)) < sympy.Float("1e-25")


def test_what_is_no_scalar_is_refused():
    with pytest.raises(ValueError, match="no scalar counterpart"):
        to_sympy(gradviz.check("x' x").function)
