"""The fast programs against the slow evaluator, against NumPy by hand, and against themselves at single points."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import Add, Apply, Expr, Mul, Number, Power, Symbol
from gradviz.numeric import kernels
from gradviz.numeric.binding import Binding, default_binding
from gradviz.numeric.compile import CompileError, compile_expressions
from gradviz.numeric.evaluate import Evaluator
from gradviz.numeric.stable import stabilised
from tests.numeric import expressions as e

POINTS = 7
SYMBOLS = (e.x, e.y, e.A, e.S, e.X, e.w, e.b, e.r, e.W)
VARIABLES = (e.x, e.y, e.w, e.W)
BINDING = default_binding(SYMBOLS, dims={"n": 3, "m": 5}, variables=VARIABLES)


def inputs(seed: int = 1) -> dict[Symbol, np.ndarray]:
    """(rows, cols, POINTS) for every variable."""
    random = np.random.default_rng(seed)
    return {v: random.standard_normal((*(BINDING.size(d) for d in v.shape), POINTS)) for v in VARIABLES}


def judged(expr: Expr, at: dict[Symbol, np.ndarray]) -> np.ndarray:
    """The slow evaluator's opinion, as (rows, cols, POINTS)."""
    values = {s: np.broadcast_to(BINDING.matrix(s), (POINTS, *BINDING.matrix(s).shape)) for s in SYMBOLS}
    values |= {s: np.moveaxis(v, 2, 0) for s, v in at.items()}
    return np.moveaxis(Evaluator(BINDING.dims, values)(expr), 0, 2)


def packed(values: np.ndarray, symbol: Symbol) -> np.ndarray:
    if symbol.is_scalar:
        return values[0, 0]
    return values[:, 0] if symbol.shape.is_column else values


def agree(expr: Expr, tolerance: float = 1e-7) -> None:
    at = inputs()
    program = compile_expressions([expr], VARIABLES, BINDING)
    with np.errstate(all="ignore"):
        wanted = judged(expr, at)
    found = program(*[packed(at[v], v) for v in VARIABLES])[0].reshape(wanted.shape)
    known = np.isfinite(wanted) & (np.abs(wanted) < 1e100)
    scale = np.abs(wanted[known]).max(initial=1.0)
    np.testing.assert_allclose(found[known], wanted[known], rtol=tolerance, atol=tolerance * scale)
    for i in (0, POINTS - 1):  # one point at a time says the same
        alone = program.at(*[packed(at[v], v)[..., i] for v in VARIABLES])[0]
        alone = np.asarray(alone).reshape(wanted.shape[:2])
        here = known[..., i]
        np.testing.assert_allclose(alone[here], wanted[..., i][here], rtol=tolerance, atol=tolerance * scale)


@pytest.mark.parametrize("kind", sorted(e.SHAPES))
@given(data=st.data())
def test_random_expressions_have_the_reference_evaluators_values(kind: str, data: st.DataObject) -> None:
    agree(data.draw(e.expressions(kind)))


EACH = {
    "inverse": n.Inverse(Add(e.S, e.W)),
    "inverse of a constant": Mul(n.Inverse(e.S), e.w),
    "logdet": n.LogDet(Add(e.W, n.Identity("n"))),
    "determinant": n.Determinant(e.W),
    "kronecker": n.Kronecker(e.W, e.A),
    "vec": n.Vec(Mul(e.W, e.A)),
    "commutation": Mul(n.Commutation("n", "n"), n.Vec(e.W)),
    "matrix of entries": n.Matrix(e.x, e.y, Mul(e.x, e.y), Number(3), 2, 2),
    "row of entries": n.Matrix(e.x, e.y, 1, 2),
    "power with a variable exponent": Power(Add(Number(3), Power(e.x, Number(2))), e.y),
    "fractional power": Power(Add(Number(3), Power(e.x, Number(2))), Number(Fraction(2, 3))),
    "entrywise power": n.HadamardPower(e.W, Number(2)),
    "entrywise quotient": n.HadamardQuotient(e.w, Add(n.Fill(Number(2), "n", 1), n.HadamardPower(e.w, Number(2)))),
    "entrywise power of e": Apply(e.W, "exp"),
    "power of e": Power(n.Constant("e"), Mul(e.x, e.y)),
    "steps": Apply(e.w, "step"),
    "signs": Apply(e.w, "sign"),
    "tan": Apply(Mul(Number(Fraction(1, 4)), e.x), "tan"),
    "hyperbolic": Add(Apply(e.x, "sinh"), Apply(e.y, "cosh")),
    "largest entry": Add(n.Extreme(e.W, "max"), n.Extreme(e.w, "min")),
    "where the largest entry is": n.ExtremeUnit(e.W, "max"),
    "where the smallest entry is": n.ExtremeUnit(e.w, "min"),
    "long chain": Mul(n.Transpose(e.w), *[e.A] * 30, e.w),
    "outer between": Mul(e.w, n.Transpose(e.w), e.A, e.w),
    "all negative": Add(Mul(Number(-2), e.x), Mul(Number(-3), e.y)),
    "scalar from a sum of constants": Add(e.x, Number(1), Number(2), Mul(Number(-1), e.y)),
}


@pytest.mark.parametrize("name", EACH)
def test_each_node_has_the_reference_evaluators_value(name: str) -> None:
    agree(EACH[name])


def test_least_squares_by_hand() -> None:
    binding = default_binding([e.w, e.X, e.b], dims={"m": 10}, variables=[e.w])
    program = compile_expressions([e.LEAST_SQUARES, e.LEAST_SQUARES_GRADIENT[e.w]], [e.w], binding)
    points = np.random.default_rng(0).standard_normal((2, 50_000))
    value, gradient = program(points)
    X, b = np.asarray(binding.values["X"]), np.asarray(binding.values["b"])
    residual = b[:, None] - X @ points
    np.testing.assert_allclose(value, (residual**2).sum(axis=0), rtol=1e-12)
    np.testing.assert_allclose(gradient, -2 * X.T @ residual, rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize(
    ("function", "gradients"),
    [
        (e.ROSENBROCK, e.ROSENBROCK_GRADIENT),
        (e.LEAST_SQUARES, e.LEAST_SQUARES_GRADIENT),
        (e.LOGISTIC, e.LOGISTIC_GRADIENT),
        (e.BOWL, e.BOWL_GRADIENT),
    ],
)
def test_gradients_are_those_of_central_differences(function: Expr, gradients: dict[Symbol, Expr]) -> None:
    variables = tuple(gradients)
    program = compile_expressions([function, *gradients.values()], variables, BINDING)
    flat = np.concatenate([np.asarray(BINDING.matrix(v)).ravel(order="F") for v in variables])

    def split(state: np.ndarray) -> list[np.ndarray]:
        parts, at = [], 0
        for v in variables:
            size = BINDING.matrix(v).size
            parts.append(state[at] if v.is_scalar else state[at : at + size])
            at += size
        return parts

    gradient = np.concatenate([np.ravel(g) for g in program.at(*split(flat))[1:]])
    for i in range(len(flat)):
        step = np.zeros_like(flat)
        step[i] = 1e-6
        difference = (program.at(*split(flat + step))[0] - program.at(*split(flat - step))[0]) / 2e-6
        assert gradient[i] == pytest.approx(difference, rel=1e-6, abs=1e-7)


def test_common_parts_are_computed_once() -> None:
    shared = Apply(Mul(e.x, e.y), "sin")
    program = compile_expressions([Add(shared, e.x), Mul(shared, shared)], [e.x, e.y], BINDING)
    assert [op.name for op in program._operations].count("sin") == 1


def test_what_does_not_depend_on_the_variables_is_not_computed_again() -> None:
    program = compile_expressions([Mul(n.Transpose(e.w), n.Inverse(e.S), e.w)], [e.w], BINDING)
    assert "inverse" not in [op.name for op in program._operations]


def test_a_chain_with_a_vector_never_makes_a_large_matrix() -> None:
    """``w w' A w`` is ``w (w' (A w))``: no outer product for any point."""
    program = compile_expressions([Mul(e.w, n.Transpose(e.w), e.A, e.w)], [e.w], BINDING)
    sizes = [op.name for op in program._operations]
    assert sizes.count("matmul") == 3
    at = np.random.default_rng(2).standard_normal((3, 4))
    A = np.asarray(BINDING.values["A"])
    np.testing.assert_allclose(program(at)[0], at * np.einsum("ib,ij,jb->b", at, A, at), rtol=1e-12)


STABLE = {
    "log(1 + e^z)": (Apply(Add(n.ONE, Apply(e.x, "exp")), "log"), lambda z: max(z, 0.0)),
    "log(e^z + 1) of a power": (Apply(Add(Power(n.Constant("e"), e.x), n.ONE), "log"), lambda z: max(z, 0.0)),
    "1/(1 + e^-z)": (n.Quotient(n.ONE, Add(n.ONE, Apply(Mul(n.MINUS_ONE, e.x), "exp"))), lambda z: float(z > 0)),
    "(1 + e^-z)^-1": (Power(Add(n.ONE, Apply(Mul(n.MINUS_ONE, e.x), "exp")), Number(-1)), lambda z: float(z > 0)),
    "e^z/(1 + e^z)": (n.Quotient(Apply(e.x, "exp"), Add(n.ONE, Apply(e.x, "exp"))), lambda z: float(z > 0)),
    "log(e^z + e^-z)": (Apply(Add(Apply(e.x, "exp"), Apply(Mul(n.MINUS_ONE, e.x), "exp")), "log"), abs),
    "e^-z/(1 + e^-z)^2": (
        n.Quotient(
            Apply(Mul(n.MINUS_ONE, e.x), "exp"), Power(Add(n.ONE, Apply(Mul(n.MINUS_ONE, e.x), "exp")), Number(2))
        ),
        lambda z: 0.0,
    ),
    "(e^z - e^-z)/(e^z + e^-z)": (
        n.Quotient(
            Add(Apply(e.x, "exp"), Mul(n.MINUS_ONE, Apply(Mul(n.MINUS_ONE, e.x), "exp"))),
            Add(Apply(e.x, "exp"), Apply(Mul(n.MINUS_ONE, e.x), "exp")),
        ),
        np.sign,
    ),
    "log sum exp": (Apply(n.Sum(Apply(n.Matrix(e.x, Number(0), 2, 1), "exp")), "log"), lambda z: max(z, 0.0)),
    "log sigmoid": (Apply(Apply(e.x, "sigmoid"), "log"), lambda z: min(z, 0.0)),
}


@pytest.mark.parametrize("name", STABLE)
def test_far_out_the_value_is_the_asymptote_and_near_it_is_unchanged(name: str) -> None:
    expr, asymptote = STABLE[name]
    program = compile_expressions([expr], [e.x], BINDING)
    for z in (-800.0, 800.0):
        assert program(np.array([z]))[0][0] == pytest.approx(asymptote(z), abs=1e-200)
        assert program.at(z)[0] == pytest.approx(asymptote(z), abs=1e-200)
    near = np.linspace(-5, 5, 11)
    values = {e.x: near[:, None, None]}
    np.testing.assert_allclose(program(near)[0], Evaluator({}, values)(expr)[:, 0, 0], rtol=1e-12)


def test_softmax_written_out_is_softmax() -> None:
    powers = Apply(e.w, "exp")
    program = compile_expressions([n.Quotient(powers, n.Sum(powers))], [e.w], BINDING)
    np.testing.assert_allclose(program.at([1000.0, 1000.0, 0.0])[0], [0.5, 0.5, 0.0])


@given(e.expressions("scalar", 3))
def test_stabilised_twice_is_stabilised_once(expr: Expr) -> None:
    once = stabilised(expr)
    assert stabilised(once) is once or once.shape == expr.shape


@pytest.mark.parametrize(
    ("expr", "words"),
    [
        (n.Differential(e.x), "differential"),
        (Symbol("q", (1, 1)), "q has no value"),
        (n.Ones("p", 1), "p has no size"),
        (n.Entry(e.w, 9, 1), "outside"),
        (n.Unit(9, "n"), "e_9"),
        (Apply(n.Sum(n.Ones(10**5, 10**5)), "exp"), "too large"),
    ],
)
def test_what_has_no_numbers_is_refused_with_a_reason(expr: Expr, words: str) -> None:
    with pytest.raises(CompileError, match=words):
        compile_expressions([expr], [e.x], BINDING)


def test_undefined_values_are_nan_and_raise_nothing() -> None:
    program = compile_expressions(
        [Apply(e.x, "log"), n.Quotient(n.ONE, e.x), Power(e.x, Number(Fraction(1, 3)))], [e.x], BINDING
    )
    log, inverse, root = program(np.array([-1.0, 0.0, 1.0]))
    np.testing.assert_array_equal(log, [np.nan, -np.inf, 0])
    np.testing.assert_array_equal(inverse, [-1, np.inf, 1])
    assert np.isnan(root[0])
    assert root[2] == 1
    assert np.isnan(program.at(-1.0)[0])
    assert program.at(0.0)[1] == np.inf
    assert program.at(1e308)[0] == pytest.approx(308 * np.log(10))


@pytest.mark.parametrize("size", [1, 2, 3])
def test_a_singular_matrix_has_no_inverse_but_its_neighbours_have(size: int) -> None:
    stack = np.stack([np.zeros((size, size)), np.eye(size)], axis=2)
    with np.errstate(all="ignore"):
        inverted = kernels.inverse(stack)
    assert not np.isfinite(inverted[..., 0]).any()
    np.testing.assert_array_equal(inverted[..., 1], np.eye(size))


def test_a_norm_neither_overflows_nor_vanishes() -> None:
    huge = np.array([3e200, 4e200]).reshape(2, 1, 1)
    with np.errstate(all="ignore"):
        assert kernels.norm2(huge).item() == pytest.approx(5e200)
        assert kernels.norm2(huge * 1e-400 if huge[0, 0, 0] < 1 else huge / 1e200 / 1e200).item() == pytest.approx(
            5e-200
        )
        assert kernels.norm2(np.zeros((2, 1, 1))).item() == 0


def test_chunks_give_what_one_pass_gives() -> None:
    program = compile_expressions([e.LOGISTIC, e.LOGISTIC_GRADIENT[e.w]], [e.w], BINDING)
    points = np.random.default_rng(3).standard_normal((3, 1001))
    whole = program(points)
    program._chunk = 100
    found = program(points)
    for one, other in zip(whole, found, strict=True):
        np.testing.assert_allclose(one, other, rtol=1e-13)
    program(-points)  # what was written over is not what somebody holds
    for one, other in zip(whole, found, strict=True):
        np.testing.assert_allclose(one, other, rtol=1e-13)


def test_deep_nesting_does_not_recurse() -> None:
    deep: Expr = e.x
    for _ in range(20_000):
        deep = Add(deep, n.ONE)
    assert compile_expressions([deep], [e.x], Binding()).at(0.5)[0] == 20_000.5


@pytest.mark.parametrize(("rows", "cols"), [("n", "n"), (1, "n"), ("n", 1)])
def test_the_inverse_of_vec_undoes_it(rows: str | int, cols: str | int) -> None:
    source: Expr = {"n": e.W, 1: e.w}[cols]
    expr = n.Unvec(n.Vec(source), rows, cols) if rows != 1 else n.Unvec(e.w, 1, "n")
    at = inputs()
    found = compile_expressions([Mul(Number(2), expr)], VARIABLES, BINDING)(*[packed(at[v], v) for v in VARIABLES])[0]
    np.testing.assert_allclose(found.reshape(judged(expr, at).shape), 2 * judged(expr, at))


def test_what_has_no_values_is_told_in_words() -> None:
    loss = n.Unspecified(Mul(e.X, e.w), "L", 1)
    with pytest.raises(CompileError, match=r"^L has no formula, so it has no values$"):
        compile_expressions([Add(loss, Number(1))], VARIABLES, BINDING)


DIAGONAL = n.Diag(n.HadamardPower(Mul(e.X, e.w), Number(2)))
WEIGHTED = {
    "constants on both sides": Mul(n.Transpose(e.X), DIAGONAL, e.X),
    "a varying side": Mul(n.Transpose(e.w), n.Transpose(e.X), DIAGONAL, e.X, e.w),
    "two in a row": Mul(n.Transpose(e.X), DIAGONAL, DIAGONAL, e.X),
    "on the left": Mul(n.Diag(e.w), e.W),
    "on the right": Mul(e.W, n.Diag(e.w)),
    "in a sum": Mul(n.Transpose(e.X), Add(DIAGONAL, Mul(e.b, n.Transpose(e.b))), e.X),
    "by itself": DIAGONAL,
    "of a constant": Mul(n.Transpose(e.X), n.Diag(e.b), e.X, e.w),
}


@pytest.mark.parametrize("name", WEIGHTED)
def test_products_with_a_diagonal_matrix(name: str) -> None:
    agree(WEIGHTED[name])


def test_a_diagonal_matrix_between_constants_is_never_built() -> None:
    rows = 6_000  # its square would be too large
    binding = default_binding([e.X, e.w], dims={"m": rows}, variables=[e.w])
    program = compile_expressions([Mul(n.Transpose(e.X), DIAGONAL, e.X)], [e.w], binding)
    X = np.asarray(binding.values["X"])
    w = np.array([0.3, -0.8])
    np.testing.assert_allclose(program.at(w)[0], (X.T * (X @ w) ** 2) @ X, rtol=1e-10)


@pytest.mark.parametrize("kind", ["scalar", "column"])
@given(data=st.data())
def test_many_points_have_the_values_of_few(kind: str, data: st.DataObject) -> None:
    """In pieces, with results written where they belong and memory used again."""
    exprs = [data.draw(e.expressions(kind, 2)) for _ in range(3)]
    exprs.append(Add(exprs[0], exprs[0]))
    program = compile_expressions([*exprs, exprs[0]], VARIABLES, BINDING)
    at = {v: np.concatenate([a] * 1_500, axis=2) for v, a in inputs().items()}
    many = program(*[packed(at[v], v) for v in VARIABLES])
    few = program(*[packed(a, v) for v, a in inputs().items()])
    for long, short in zip(many, few, strict=True):
        scale = np.abs(short[np.isfinite(short)]).max(initial=1.0)  # sums may be taken in another order
        np.testing.assert_allclose(long[..., :POINTS], short, rtol=1e-9, atol=1e-12 * scale)
        np.testing.assert_allclose(long[..., -POINTS:], short, rtol=1e-9, atol=1e-12 * scale)


def test_second_derivatives_of_log_sum_exp_do_not_overflow() -> None:
    powers = [Apply(e.x, "exp"), Apply(Mul(Number(-1), e.x), "exp")]
    whole, difference = Add(*powers), Add(powers[0], Mul(Number(-1), powers[1]))
    second = Add(n.ONE, Mul(Number(-1), n.Quotient(Power(difference, Number(2)), Power(whole, Number(2)))))
    mixed = n.Quotient(Mul(difference, powers[0]), Power(whole, Number(2)))
    nested = n.Quotient(Add(*powers, n.Quotient(Mul(Number(-1), Power(difference, Number(2))), whole)), whole)
    program = compile_expressions([second, mixed, nested], [e.x], BINDING)
    points = np.array([-800.0, -1.0, 0.5, 800.0])
    found = program(points)
    np.testing.assert_allclose(found[2], 1 - np.tanh(points) ** 2, atol=1e-15)
    np.testing.assert_allclose(found[0], 1 - np.tanh(points) ** 2, atol=1e-15)
    np.testing.assert_allclose(found[1], np.tanh(points) * (1 + np.tanh(points)) / 2, atol=1e-15)
