"""Sums over families: the same numbers as the sum written as a loop, and seen as sums over rows."""

import numpy as np
import pytest

import gradviz
from gradviz.algebra.walk import symbols
from gradviz.language.parser import parse
from gradviz.numeric.binding import Binding, default_binding
from gradviz.numeric.compile import CompileError, compile_expressions
from gradviz.numeric.descent.rows import find_rows
from gradviz.numeric.evaluate import Evaluator
from gradviz.numeric.families import FamilyError, stacked_symbols, without_sums
from gradviz.typeset.text import text as plain

norm, exp, log = np.linalg.norm, np.exp, np.log

CASES = [
    ("sum_i log(1 + exp(-y_i x_i'w))", lambda v, i: log(1 + exp(-v.y[i] * v.x[i] @ v.w))),
    ("sum_i (x_i'w - y_i)^2", lambda v, i: (v.x[i] @ v.w - v.y[i]) ** 2),
    ("sum_i norm(w - x_i)^2", lambda v, i: norm(v.w - v.x[i]) ** 2),
    ("sum_i y_i/(1 + norm(w - x_i))", lambda v, i: v.y[i] / (1 + norm(v.w - v.x[i]))),
    ("sum_i norm(w - x_i, 1)", lambda v, i: abs(v.w - v.x[i]).sum()),
    ("b sum_i x_i' A x_i + w'w/l", lambda v, i: v.b * v.x[i] @ v.A @ v.x[i] + v.w @ v.w / 49),
    ("sum_i w'x_i x_i'A w", lambda v, i: (v.w @ v.x[i]) * (v.x[i] @ v.A @ v.w)),
    ("sum_i (2 w'x_i + 3 b)", lambda v, i: 2 * v.w @ v.x[i] + 3 * v.b),
    ("sum_i exp(-norm(A w - x_i)^2/y_i^2)", lambda v, i: exp(-(norm(v.A @ v.w - v.x[i]) ** 2) / v.y[i] ** 2)),
    ("w'(sum_i y_i x_i x_i') w", lambda v, i: v.y[i] * (v.x[i] @ v.w) ** 2),
    ("w'(sum_i x_i w' A x_i)", lambda v, i: (v.x[i] @ v.w) * (v.w @ v.A @ v.x[i])),
    ("sum_i w'B_i w", lambda v, i: v.w @ v.B[i] @ v.w),  # written out
    ("sum_i norm(B_i w - x_i)", lambda v, i: norm(v.B[i] @ v.w - v.x[i])),
]


class Values:
    """Seven members, in R^3."""

    count = 7

    def __init__(self):
        random = np.random.default_rng(5)
        self.x, self.y = random.standard_normal((7, 3)), random.standard_normal(7)
        self.A, self.B = random.standard_normal((3, 3)), random.standard_normal((7, 3, 3))
        self.w, self.b = random.standard_normal(3), 0.7

    def binding(self, symbols):
        numbers = {"x_i": self.x, "y_i": self.y, "A": self.A, "B_i": self.B.reshape(21, 3), "w": self.w, "b": self.b}
        return Binding({"n": 3, "m": 3, "l": 7}, {s.name: numbers[s.name] for s in symbols})


def problem(text):
    return parse(text, ["w in R^n", "A in R^(n,n)", "b in R", "y_i in R", "x_i in R^n", "B_i in R^(n,n)"])


@pytest.mark.parametrize(("text", "term"), CASES, ids=[text for text, _ in CASES])
def test_the_sum_is_the_sum_of_its_terms(text, term):
    values, found = Values(), problem(text)
    stacks = stacked_symbols(found.function)
    binding = values.binding([stacks.get(s, s) for s in found.symbols])
    (w,) = [s for s in found.symbols if s.name == "w"]
    (compiled,) = compile_expressions([found.function], [w], binding)(values.w[:, None])
    assert compiled[0] == pytest.approx(sum(term(values, i) for i in range(values.count)), rel=1e-12)


def test_both_members_of_a_double_sum_are_of_one_family():
    found = parse("sum_i sum_j (a_i'x - a_j'x)^2", ["x in R^n", "a_i in R^n", "a_j in R^n"])
    a, x = np.random.default_rng(1).standard_normal((4, 2)), np.array([0.4, -1.2])
    binding = Binding({"n": 2, "l": 4}, {"a_i": a})
    (symbol,) = [s for s in found.symbols if s.name == "x"]
    (value,) = compile_expressions([found.function], [symbol], binding).at(x)
    assert value == pytest.approx(((a @ x)[:, None] - (a @ x)[None]).__pow__(2).sum())


def test_logistic_regression_is_one_product_and_a_sum_over_rows():
    found = problem("sum_i log(1 + exp(-y_i x_i'w))")
    stacks = stacked_symbols(found.function)
    symbols = [stacks.get(s, s) for s in found.symbols]
    (w,) = [s for s in symbols if s.name == "w"]
    binding = default_binding(symbols, variables=[w])
    (function,) = without_sums([found.function], binding)
    assert plain(function) == "sum(log(ones(l) + exp(-y_i .* x_i w)))"
    rows = find_rows(function, [w], binding)
    assert rows is not None
    assert rows.count == 10
    assert [s.name for s in rows.data] == ["y_i", "x_i"]
    estimates = [rows.gradient(np.array([0.3, -0.2]), np.array([i]))[0] for i in range(10)]
    (value,) = compile_expressions([function], [w], binding).at(np.array([0.3, -0.2]))
    assert np.mean(estimates) == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "declared", "told"),
    [
        ("sum_i sum_j c_ij a_i'x", ["c_ij in R", "a_i in R^n", "x in R^n"], "two indices"),
        ("sum_i x'B_i x", ["B_i in R^(n,n) symmetric", "x in R^n"], "symmetric"),
    ],
)
def test_a_family_without_numbers_is_told(text, declared, told):
    with pytest.raises(FamilyError, match=told):
        stacked_symbols(parse(text, declared).function)


def test_the_index_of_a_sum_may_be_a_number():
    gradient = gradviz.derive("a' X^k a", "X", declare=["a in R^2", "X in R^(2,2)"]).result
    (written,) = without_sums([gradient], Binding(dims={"k": 3}))
    random = np.random.default_rng(8)
    a, x = random.standard_normal(2), random.standard_normal((2, 2))
    values = {s: (a[None, :, None] if s.name == "a" else x[None]) for s in symbols(gradient)}
    expected = sum(
        np.linalg.matrix_power(x, r).T @ np.outer(a, a) @ np.linalg.matrix_power(x, 2 - r).T for r in range(3)
    )
    assert np.allclose(Evaluator({"k": 3}, values)(written)[0], expected)


def test_a_variable_that_is_a_family_is_told():
    found = parse("sum_i x_i^2", ["x_i in R"])
    with pytest.raises(CompileError, match="every member"):
        compile_expressions([found.function], found.symbols, Binding({"l": 3}, {}))


def test_a_sum_that_is_too_long_to_write_out_is_told():
    found = problem("sum_i w'B_i w")
    with pytest.raises(FamilyError, match="too many"):
        without_sums([found.function], Binding({"n": 2, "l": 10_000}, {}))
