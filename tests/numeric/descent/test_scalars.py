"""Programs on floats give what the programs on arrays give."""

from __future__ import annotations

import numpy as np
import pytest

from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import Add, Apply, Expr, Mul, Number, Power, Symbol
from gradviz.algebra.walk import symbols
from gradviz.numeric.binding import default_binding
from gradviz.numeric.compile import compile_expressions
from gradviz.numeric.descent.fused import FUSED, in_turn
from gradviz.numeric.descent.oracle import Oracle
from gradviz.numeric.descent.scalars import unrolled
from tests.numeric.descent.problems import e, rosenbrock

M = Symbol("M", (2, 2))
w2 = Symbol("w", ("n", 1))
EXPRESSIONS: dict[str, list[Expr]] = {
    "rosenbrock": [e.ROSENBROCK, *e.ROSENBROCK_GRADIENT.values()],
    "least squares": [e.LEAST_SQUARES, *e.LEAST_SQUARES_GRADIENT.values()],
    "logistic": [e.LOGISTIC, *e.LOGISTIC_GRADIENT.values()],
    "bowl": [e.BOWL, *e.BOWL_GRADIENT.values()],
    "barrier": [e.BARRIER, *e.BARRIER_GRADIENT.values()],
    "norms": [n.Norm(e.w, "2"), n.Norm(e.w, "1"), n.LogSumExp(e.w), n.Softmax(e.w)],
    "extremes": [n.Extreme(e.w, "max"), n.Extreme(e.w, "min"), n.Sum(Apply(e.w, "abs"))],
    "determinant": [n.Determinant(M), n.Trace(Mul(M, n.Transpose(M))), n.Inverse(M), Mul(M, M)],
    "matrix": [n.Vec(M), n.DiagonalOf(M), n.Diag(n.DiagonalOf(M)), n.Transpose(M), Mul(M, n.Unvec(n.Vec(M), 2, 2))],
    "functions": [
        Add(*(Apply(e.x, f) for f in ("sin", "cosh", "sigmoid", "tanh", "exp", "arctan", "sign"))),
        Power(Apply(e.y, "exp"), e.x),
        n.Quotient(e.x, Add(e.y, Number(7))),
        Power(e.x, Number(-3)),
    ],
}


@pytest.mark.parametrize("name", EXPRESSIONS)
def test_floats_and_arrays_agree(name: str) -> None:
    expressions = EXPRESSIONS[name]
    seen = sorted({s for x in expressions for s in symbols(x)}, key=lambda s: s.name)
    variables = [s for s in seen if s.name in ("x", "y", "w", "M")]
    binding = default_binding(seen, variables=variables)
    compiled = compile_expressions(expressions, variables, binding)
    program = unrolled(compiled)
    assert program is not None, "an operation lost its unrolled form"
    run = program.evaluator()
    random = np.random.default_rng(1)
    for _ in range(20):
        point = np.abs(random.standard_normal(program.inputs)) + 0.1
        start, arguments = 0, []
        for rows, cols in compiled.shapes:
            arguments.append(point[start : start + rows * cols].reshape(cols, rows).T[:, :, None])
            start += rows * cols
        wanted = np.concatenate(
            [
                np.asarray(v).reshape(*r.size).ravel(order="F")
                for v, r in zip(compiled(*arguments), compiled.results, strict=True)
            ]
        )
        np.testing.assert_allclose(run(*point.tolist()), wanted, rtol=1e-12, atol=1e-13)


def test_where_it_is_undefined_it_raises_and_the_caller_takes_arrays() -> None:
    binding = default_binding([e.x, e.y])
    program = unrolled(compile_expressions([e.BARRIER], [e.x, e.y], binding))
    assert program is not None
    with pytest.raises(ValueError, match="math domain error"):
        program.evaluator()(-1.0, 1.0)


@pytest.mark.parametrize("signature", FUSED)
def test_a_fused_instruction_is_its_signature(signature: str) -> None:
    values = [1.7, -0.3, 2.9, 0.11, -5.3][: signature.count(".")]

    def evaluated(at: int, used: int) -> tuple[float, int, int]:
        if signature[at] == ".":
            return values[used], at + 1, used + 1
        left, middle, used = evaluated(at + 1, used)
        right, end, used = evaluated(middle, used)
        return {"+": left + right, "-": left - right, "*": left * right}[signature[at]], end, used

    registers = [*values, 0.0]
    FUSED[signature](*range(len(values)), len(values))(registers)
    assert registers[-1] == evaluated(0, 0)[0]
    assert registers[:-1] == values


@pytest.mark.parametrize("count", [0, 1, 2, 3, 4, 5, 6, 9, 25, 26, 130])
def test_instructions_in_turn_are_each_carried_out_once_and_in_order(count: int) -> None:
    done: list[float] = []
    in_turn([lambda r, i=i: r.append(i) for i in range(count)])(done)
    assert done == list(range(count))


def test_what_is_compiled_once_for_a_landscape_has_registers_for_each_who_asks() -> None:
    place = rosenbrock()
    one, other = Oracle(place).scalar_program, Oracle(place.with_origin(np.array([1.0, 2.0]))).scalar_program
    assert one is not None
    assert other is not None
    assert one.work_out is other.work_out
    first, second = one.evaluator(), other.evaluator()
    one.registers[:2] = 3.0, 4.0
    assert second(1.0, 1.0) == (0.0, 0.0, 0.0)
    assert one.registers[:2] == [3.0, 4.0]
    assert first(-1.2, 1.0) == pytest.approx((24.2, -215.6, -88.0))


@pytest.mark.parametrize("expression", [n.LogDet(M), n.Kronecker(M, M)], ids=["log det", "Kronecker"])
def test_an_operation_without_an_unrolled_form_is_left_to_arrays(expression: Expr) -> None:
    assert unrolled(compile_expressions([expression], [M], default_binding([M], variables=[M]))) is None


def test_a_long_program_is_left_to_arrays() -> None:
    X = Symbol("X", (200, 2))
    v = Symbol("v", (2, 1))
    function = n.Sum(Apply(Mul(X, v), "exp"))
    assert unrolled(compile_expressions([function], [v], default_binding([X, v], variables=[v]))) is None
