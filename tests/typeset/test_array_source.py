"""NumPy source: right numbers, against the reference evaluator and formulas by hand, and as short as by hand."""

from __future__ import annotations

import ast
import subprocess
import sys
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

import gradviz
from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import Expr, Number, Symbol
from gradviz.algebra.shapes import SCALAR, Shape
from gradviz.numeric.evaluate import Evaluator
from gradviz.typeset.array_helpers import NUMPY
from gradviz.typeset.array_names import identifiers
from gradviz.typeset.array_source import array_module, array_source
from tests.typeset import executed, samples
from tests.typeset.executed import as_passed, module_of
from tests.typeset.samples import A, B, S, X, minus, r, s, t, w, x, y

T = n.Transpose
DIMS = {"n": 3, "m": 4}


class World:
    """Random values of the sample symbols, for the evaluator and for the source."""

    def __init__(self) -> None:
        rng = np.random.default_rng(2)
        self.values = {v: rng.normal(size=(1, *(DIMS.get(d, d) for d in v.shape))) for v in samples.SYMBOLS}  # type: ignore[call-overload]
        self.dX = rng.normal(size=(4, 3))
        self.names: dict[str, Any] = {"np": np, **DIMS, "dX": self.dX}
        for helper in NUMPY.values():
            exec(helper, self.names)
        self.names |= {v.name: as_passed(a[0], v.shape) for v, a in self.values.items()}

    def check(self, expr: Expr) -> None:
        """The source has the evaluator's value and the promised shape."""
        expected = Evaluator(DIMS, self.values, {X: self.dX[None]})(expr)[0]
        source = array_source(expr)
        with np.errstate(all="ignore"):
            found = np.asarray(eval(source, self.names))
        wanted = np.asarray(as_passed(expected, expr.shape))
        assert found.shape == wanted.shape, source
        if np.isfinite(wanted).all():
            np.testing.assert_allclose(found, wanted, rtol=1e-6, err_msg=source)


@pytest.fixture(scope="module")
def world() -> World:
    return World()


IN_STEPS_ONLY = (n.Delta, n.Partial, n.NamedDerivative)


@pytest.mark.parametrize(
    "cls", [c for c in samples.every_node_class() if c not in IN_STEPS_ONLY], ids=lambda c: c.__name__
)
def test_each_class_of_node_has_the_value_of_the_reference(world: World, cls: type[Expr]) -> None:
    if cls is n.Unspecified:  # has no value of its own: the caller passes the function in
        assert array_source(samples.ONE_OF_EACH[cls]) == "L_gradient(x)"
    elif cls is n.IndexedSum:
        assert array_source(samples.ONE_OF_EACH[cls]) == "sum(a_i[i] @ x for i in range(l))"
    else:
        world.check(samples.ONE_OF_EACH[cls])


@pytest.mark.parametrize("batch", range(10))
def test_random_expressions_have_the_value_of_the_reference(world: World, batch: int) -> None:
    shapes = [SCALAR, Shape("n", 1), Shape(1, "n"), Shape("n", "n"), Shape("m", "n")]
    for seed in range(batch * 200, batch * 200 + 200):
        grower = samples.Grower(seed)
        world.check(grower.grow(grower.random.choice(shapes), grower.random.choice([1, 1, 2, 3])))


CASES: list[tuple[Expr, str]] = [
    (n.Mul(T(x), A, x), "x @ A @ x"),
    (n.Mul(Number(2), T(X), samples.RESIDUAL), "2*X.T @ (X @ w - y)"),
    (n.Mul(x, T(w)), "np.outer(x, w)"),
    (T(n.Inverse(A)), "np.linalg.inv(A).T"),
    (n.Mul(x, T(x), w), "(x @ w)*x"),
    (n.Mul(A, x, T(w), B), "np.outer(A @ x, w @ B)"),
    (n.Mul(A, B, x), "A @ (B @ x)"),
    (n.Mul(T(n.Ones("n", 1)), x), "np.sum(x)"),
    (n.Mul(n.Diag(x), A), "x[:, None]*A"),
    (n.Mul(A, n.Diag(x)), "A*x"),
    (n.Mul(n.Diag(x), w), "x*w"),
    (n.Power(n.Norm(x, "2"), Number(2)), "x @ x"),
    (n.Power(n.Norm(samples.RESIDUAL, "2"), Number(2)), "np.linalg.norm(X @ w - y)**2"),
    (n.Mul(n.MINUS_ONE, x), "-x"),
    (n.Add(n.Mul(n.MINUS_ONE, x), w), "w - x"),
    (n.Mul(Number(Fraction(1, 2)), x), "0.5*x"),
    (n.Mul(Number(Fraction(2, 3)), x), "2*x/3"),
    (T(x), "x[None, :]"),
    (r, "r"),
    (T(r), "r[0]"),
    (n.Mul(s, n.Identity("n")), "s*np.eye(n)"),
    (n.Add(n.Fill(n.ONE, "n", 1), n.Apply(x, "exp")), "1 + np.exp(x)"),
    (n.Fill(t, "n", 1), "np.full(n, t)"),
    (n.Vec(X), 'X.ravel(order="F")'),
    (n.LogDet(S), "np.linalg.slogdet(S)[1]"),
    (n.Hadamard(x, n.Mul(A, w)), "x*(A @ w)"),
    (n.Power(n.Constant("e"), t), "np.exp(t)"),
    (n.Power(t, Number(-2)), "t**-2"),
    (n.Power(n.Mul(n.MINUS_ONE, t), Number(2)), "(-t)**2"),
    (n.Mul(n.MINUS_ONE, n.Power(t, Number(2))), "-t**2"),
    (n.HadamardPower(n.Mul(n.MINUS_ONE, x), Number(3)), "(-x)**3"),
    (n.HadamardPower(n.HadamardPower(x, Number(2)), Number(3)), "(x**2)**3"),
    (n.Power(t, n.Power(s, Number(2))), "t**(s**2)"),
    (T(n.HadamardPower(x, Number(2))), "(x**2)[None, :]"),
    (T(n.HadamardPower(A, Number(2))), "(A**2).T"),
    (n.Vec(n.HadamardPower(A, Number(2))), '(A**2).ravel(order="F")'),
    (n.Entry(n.HadamardPower(x, Number(2)), 1, 1), "(x**2)[0]"),
    (n.Mul(n.Diag(n.HadamardPower(x, Number(2))), A), "(x**2)[:, None]*A"),
    (n.Kronecker(n.HadamardPower(x, Number(2)), A), "np.kron((x**2)[:, None], A)"),
    (n.Mul(A, n.HadamardPower(x, Number(2))), "A @ x**2"),
    (n.Quotient(x, n.Power(t, Number(2))), "x/t**2"),
]


@pytest.mark.parametrize(("expr", "source"), CASES, ids=[c[1] for c in CASES])
def test_source_is_as_short_as_by_hand(world: World, expr: Expr, source: str) -> None:
    assert array_source(expr) == source
    world.check(expr)


# --- executed modules -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("batch", range(4))
def test_every_function_of_a_random_module_has_the_promised_value(batch: int) -> None:
    for seed in range(batch * 100, batch * 100 + 100):
        assert executed.attempt(seed, 4) in ("", "refused"), f"seed {seed}"


POWERS = [
    ("(A x).^3", "x"), ("tr(X' diag(d.^2) X)", "X"), ("diag(a.^2) A x", "x"), ("(A x).^2 .* (B x)", "x"),
    ("a.^2 .* (A x)", "x"), ("tr(A diag(d.^2) X)", "X"), ("||diag(d.^2) (X - A)||_F^2", "X"), ("X a.^3", "X"),
    ("x.^2 y'", "x"), ("x.^2 x'", "x"), ("kron(a.^2, x)", "x"), ("(x.^2)' A", "A"), ("diag(x.^2) A", "x"),
    ("(-x).^2", "x"), ("-x.^2", "x"), ("x.^-2", "x"), ("(A x).^-1", "x"), ("-(t^2)^3", "t"), ("2^(x' x)", "x"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "variable"), POWERS, ids=[p[0] for p in POWERS])
def test_powers_are_bracketed_before_what_is_appended(source: str, variable: str) -> None:
    """``(A @ x)**2[:, None]`` takes an axis of the number 2."""
    for layout in ("mixed", "numerator", "denominator"):
        assert executed.wrong(gradviz.derive(source, wrt=variable, layout=layout).core, 3) == ""


UNSEEN = [
    ("I/||x||", "x", "m"), ("||I||_F^2 + x' x", "x", "m"), ("x' x + logdet(2 I)", "x", "m"), ("tr(I) x' x", "x", "m"),
    ("tr(I) + tr(X)", "X", "m"), ("kron(I, x)", "x", "m"), ("t I", "t", "n"), ("l x' x", "x", ""),
    ("n x' x", "x", ""), ("1/l sum_{i=1}^l t^2", "t", "l"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "variable", "size"), UNSEEN, ids=[u[0] for u in UNSEEN])
def test_a_size_that_no_argument_shows_is_a_parameter_and_the_module_says_so(
    source: str, variable: str, size: str
) -> None:
    core = gradviz.derive(source, wrt=variable).core
    assert executed.wrong(core, 5) == ""
    said = ast.get_docstring(ast.parse(array_module(core))) or ""
    assert (f"{size} is a size that no other argument shows" in said) == bool(size)


def test_names_become_readable_identifiers() -> None:
    names = ["lambda", "β", "x", "np", "sigmoid", "2x", "a b", "lambda_"]
    found = identifiers(names)
    assert found["lambda_"] == "lambda_"
    assert found["lambda"] == "lambda__"
    assert found["β"] == "beta"
    assert found["x"] == "x"
    assert found["np"] == "np_"
    assert found["sigmoid"] == "sigmoid_"
    assert len(set(found.values())) == len(names)
    assert all(name.isidentifier() for name in found.values())


# --- modules ----------------------------------------------------------------------------------------------------------


def test_module_of_least_squares() -> None:
    module = module_of(gradviz.derive("||y - X w||^2", wrt="w").to_numpy())
    rng = np.random.default_rng(0)
    values = {"y": rng.normal(size=4), "X": rng.normal(size=(4, 3)), "w": rng.normal(size=3)}
    residual = values["X"] @ values["w"] - values["y"]
    assert module["f"](**values) == pytest.approx(residual @ residual)
    np.testing.assert_allclose(module["gradient"](**values), 2 * values["X"].T @ residual)
    dw = rng.normal(size=3)
    assert module["differential"](**values, dw=dw) == pytest.approx(2 * residual @ values["X"] @ dw)


def test_size_is_read_from_a_variable_that_the_result_lacks() -> None:
    """The gradient of tr(X) is I_n and holds no X, but n comes from X."""
    module = module_of(gradviz.derive("tr(X)", wrt="X").to_numpy())
    np.testing.assert_array_equal(module["gradient"](X=np.zeros((5, 5))), np.eye(5))


def test_shared_parts_are_computed_once() -> None:
    source = gradviz.derive("sum(log(1 + exp(-y .* (X w))))", wrt="w", order=2).to_numpy()
    hessian = next(f for f in ast.walk(ast.parse(source)) if isinstance(f, ast.FunctionDef) and f.name == "hessian")
    calls = [ast.unparse(c) for c in ast.walk(hessian) if isinstance(c, ast.Call) and "sigmoid" in ast.unparse(c.func)]
    assert calls
    assert len(calls) == len(set(calls))
    assert ast.unparse(hessian).count("X @ w") == 1


def test_derivative_by_a_scalar_has_the_shape_of_the_function() -> None:
    assert "def gradient(" in gradviz.derive("log(t) x' x", wrt="t").to_numpy()
    module = module_of(gradviz.derive("t^2 x", wrt="t").to_numpy())
    np.testing.assert_allclose(module["jacobian"](t=3.0, x=np.array([1.0, 2.0])), [6.0, 12.0])


def test_several_variables_have_a_gradient_each() -> None:
    module = module_of(gradviz.derive("a' X b", wrt=["a", "b"]).to_numpy())
    a, M, b = np.array([1.0, 2.0]), np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]), np.array([1.0, 0.0, -1.0])
    np.testing.assert_allclose(module["gradient_a"](X=M, b=b), M @ b)
    np.testing.assert_allclose(module["gradient_b"](X=M, a=a), M.T @ a)


def test_numerator_layout_gives_a_row() -> None:
    module = module_of(gradviz.derive("||x||^2", wrt="x", layout="numerator").to_numpy())
    assert module["gradient"](x=np.ones(3)).shape == (1, 3)


def test_module_needs_numpy_alone(tmp_path: Any) -> None:
    path = tmp_path / "made.py"
    path.write_text(gradviz.derive("sum(sigmoid(A x))", wrt="x").to_numpy())
    code = (
        f"import runpy, sys; m = runpy.run_path({str(path)!r}); assert 'gradviz' not in sys.modules and m['gradient']"
    )
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True)


def test_sigmoid_does_not_overflow() -> None:
    module = module_of(gradviz.derive("log(1 + exp(-t s))", wrt="t", declare=["t in R", "s in R"]).to_numpy())
    with np.errstate(over="raise"):
        assert module["gradient"](t=1000.0, s=-3.0) == pytest.approx(3.0)


def test_names_of_dimensions_do_not_collide_with_symbols() -> None:
    """A vector called n of n entries: the size and the vector are two things."""
    symbol = Symbol("n", ("n", 1))
    from gradviz.calculus.derivation import Derivation, Kind, Result, Subject

    answer = n.Add(symbol, n.Mul(n.Identity("n"), n.Ones("n", 1)), symbol)
    derivation = Derivation(
        n.Inner(symbol, symbol), (symbol,), "differential", "mixed", 1, "projection",
        results=(Result(Subject(Kind.GRADIENT, (symbol,)), answer),),
    )  # fmt: skip
    module = module_of(array_module(derivation))
    np.testing.assert_allclose(module["gradient"](n=np.array([1.0, 2.0])), [3.0, 5.0])


def test_without_a_result_there_is_no_module() -> None:
    from gradviz.calculus.derivation import Derivation

    with pytest.raises(ValueError, match="no formula"):
        array_module(Derivation(x, (x,), "differential", "mixed", 1, "projection", cannot="no formula"))


def test_a_differential_that_is_not_taken_is_refused() -> None:
    with pytest.raises(ValueError, match="not yet taken"):
        array_source(n.Differential(minus(x, y) if x.shape == y.shape else n.Mul(A, x)))


def test_a_sum_over_a_family_runs_over_leading_axes() -> None:
    module: dict[str, object] = {}
    source = gradviz.derive("1/l sum_{i=1}^l (y_i - w' x_i)^2", "w").to_numpy()
    exec(source, module)
    rng = np.random.default_rng(5)
    y, x, w = rng.normal(size=7), rng.normal(size=(7, 3)), rng.normal(size=3)
    assert np.allclose(module["gradient"](y_i=y, x_i=x, w=w), -2 / 7 * x.T @ (y - x @ w))
