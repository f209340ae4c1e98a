"""The numeric check through many layers: right answers pass however the values shrink or grow, wrong ones never."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

import gradviz
from gradviz.algebra import nodes as n
from gradviz.algebra.build import times
from gradviz.algebra.nodes import MINUS_ONE, Add, Apply, Expr, Mul, Norm, Number, Power, Symbol, Transpose
from gradviz.algebra.walk import fold, postorder
from gradviz.calculus.comparison import BLURRED, TOLERANCE, compare
from gradviz.calculus.derivation import Derivation
from gradviz.calculus.engine import derive
from gradviz.calculus.verify import verify
from gradviz.numeric.evaluate import Evaluator
from gradviz.numeric.rounding import Instance


def network(function: str, k: int, *, shared: bool = False, ragged: bool = False) -> tuple[Expr, Symbol]:
    """``||y - W_k f(... f(W_1 x))||^2`` and its first weights."""

    def weights(i: int) -> Symbol:
        if shared:
            return Symbol("W", ("n", "n"))
        return Symbol(f"W_{i}", (f"n_{i}", f"n_{i - 1}") if ragged else ("n", "n"))

    def size(i: int) -> str:
        return f"n_{i}" if ragged else "n"

    e: Expr = Symbol("x", (size(0), 1))
    for i in range(1, k + 1):
        e = Mul(weights(i), e)
        e = Apply(e, function) if i < k else e
    y = Symbol("y", (size(k), 1))
    return Power(Norm(Add(y, Mul(MINUS_ONE, e)), "2"), Number(2)), weights(1)


DEEP = [(f, k, ragged) for f in ("sigmoid", "tanh", "sin", "relu") for k, ragged in ((60, False), (60, True))]


def right(function: str, k: int, **kind: bool) -> Derivation:
    f, w = network(function, k, **kind)
    return verify(derive(f, [w]))


@pytest.mark.parametrize(("function", "k", "ragged"), [*DEEP, ("sin", 200, True), ("relu", 200, True)])
def test_a_right_gradient_through_many_layers_passes(function, k, ragged):
    found = right(function, k, ragged=ragged)
    assert found.verification
    assert found.verification.error < 1e-9


def test_a_recurrent_chaotic_network_is_checked_where_rounding_does_not_decide():
    found = right("sin", 100, shared=True)
    assert found.verification
    assert found.verification.error < 1e-9


def first(e: Expr, wanted: Callable[[Expr], bool], change: Callable[[Expr], Expr]) -> Expr:
    """The expression with one part in the middle of its depth exchanged."""
    parts = [node for node in postorder(e) if wanted(node)]
    place = parts[len(parts) // 2]
    return fold(e, lambda node, children: change(node) if node is place else node.with_children(children))


def is_turned_weight(node: Expr) -> bool:
    return isinstance(node, Transpose) and isinstance(node.children[0], Symbol) and node.shape.is_matrix


def is_slope(node: Expr) -> bool:
    """The derivative of a layer's function."""
    return (isinstance(node, Apply) and node.function in ("cos", "step")) or (
        isinstance(node, n.Add) and not node.is_scalar
    )


MISTAKES = {
    "a transpose is missing": lambda e: first(e, is_turned_weight, lambda node: node.children[0]),
    "a factor is off by 1e-4": lambda e: times(Number("1.0001"), e),
    "the sign of one layer is lost": lambda e: first(e, is_slope, lambda node: times(MINUS_ONE, node)),
    "it is zero": lambda e: n.Zero(*e.shape),
}


@pytest.mark.parametrize("mistake", MISTAKES)
@pytest.mark.parametrize(("function", "k", "ragged"), DEEP)
def test_a_wrong_gradient_through_many_layers_is_caught(function, k, ragged, mistake):
    if ragged and "transpose" in mistake:
        return  # the shapes forbid it
    found = right(function, k, ragged=ragged)
    (result,) = found.results
    wrong = MISTAKES[mistake](result.expression)
    assert wrong is not result.expression
    verdict = verify(found.with_(results=(replace(result, expression=wrong),))).verification
    assert not verdict.result.ok
    assert verdict.result.error > 1e-5


def test_a_wrong_step_at_a_vanishing_value_is_caught():
    found = right("sigmoid", 60)
    i, step = next((i, s) for i, s in enumerate(found.steps) if s.keeps_subject)
    steps = (*found.steps[:i], replace(step, after=times(Number("1.0001"), step.after)), *found.steps[i + 1 :])
    assert not verify(found.with_(steps=steps)).verification.steps[i].ok


# --- the comparison itself --------------------------------------------------------------------------------------------


def column(*values: float) -> np.ndarray:
    return np.array(values).reshape(-1, 1, 1)


def test_tiny_values_are_compared_as_strictly_as_others():
    for size in (1e-200, 1e-60, 1.0, 1e60):
        assert compare(column(size), column(size * (1 + 1e-13)), lambda: column(0)[:, 0, 0]).ok
        assert compare(column(size), column(size * (1 + 1e-9)), lambda s=size: np.array([1e-10 * s])).ok
        assert not compare(column(size), column(size * (1 + 1e-9)), lambda s=size: np.array([1e-15 * s])).ok
        assert not compare(column(size), column(size * (1 + 1e-5)), lambda s=size: np.array([1e-15 * s])).ok


def test_what_rounding_left_of_nought_counts_as_nought():
    assert compare(column(0.0), column(3e-17), lambda: np.array([1e-16])).ok
    assert not compare(column(0.0), column(3e-12), lambda: np.array([1e-16])).ok


def test_instances_at_which_rounding_decides_are_left_out():
    left, right_ = column(1.0, 1.0), column(1.0 + 1e-6, 1.0)
    found = compare(left, right_, lambda: np.array([1e-7, 1e-16]))
    assert found.ok
    assert found.instances == 1
    nothing = compare(left[:1], right_[:1], lambda: np.array([1e-7]))
    assert not nothing.ok
    assert nothing.reason == BLURRED
    assert not compare(left, column(1.1, 1.0), lambda: np.array([1e-7, 1e-16])).ok  # more than rounding can do


def test_the_spread_shows_how_many_digits_are_meant():
    x = Symbol("x", (1, 1))
    lost = Add(Add(Number(10**8), x), Number(-(10**8)))
    world = Instance({}, {x: column(np.pi)})
    exact, kept = Evaluator({}, {x: column(np.pi)})(lost), world(Mul(x, x))
    spread = max(abs(other(lost) - exact).max() for other in world.others)
    assert 1e-9 < spread < 1e-6
    assert max(abs(other(Mul(x, x)) - kept).max() for other in world.others) < 1e-14
    assert spread < TOLERANCE * 10


SMALL_TERMS = [
    ("||y - X w||^2 + 1e-9 ||w||^2", "w", ""),
    ("1e9 ||y - X w||^2 + b' w", "w", "b"),
    ("a' w + 1e-8 w' A w", "w", "A"),
    ("a' w + 1e-8 w' A w", "w, a", "A"),
]


@pytest.mark.parametrize(("function", "variables", "doubled"), SMALL_TERMS)
def test_a_mistake_in_a_term_that_is_small_beside_the_others_is_caught(function, variables, doubled):
    found = gradviz.derive(function, variables.split(", "), declare=("A in R^(n,n)", "X in R^(m,n)")).core
    assert found.verification.ok
    result = found.results[-1] if len(found.results) == 1 else found.results[0]
    place = next(e for e in postorder(result.expression) if (is_named(doubled) if doubled else is_small)(e))
    wrong = fold(
        result.expression,
        lambda node, children: times(Number(2), node) if node is place else node.with_children(children),
    )
    assert wrong is not result.expression
    assert not verify(found.with_(results=(replace(result, expression=wrong),))).verification.result.ok


def is_named(name: str) -> Callable[[Expr], bool]:
    return lambda e: isinstance(e, Symbol) and e.name == name


def is_small(e: Expr) -> bool:
    return isinstance(e, Number) and 0 < abs(e.value) < 1e-6


@pytest.mark.parametrize(("function", "slope"), [("sigmoid", 0.25), ("softplus", 0.5), ("tanh", 1.0), ("sin", 1.0)])
def test_the_step_is_kept_where_the_value_is_nought(function, slope):
    x = Symbol("x", (1, 1))
    found = Evaluator({}, {x: column(0.0) + 1e-30j})(Apply(x, function))
    assert found.imag / 1e-30 == pytest.approx(slope)


@pytest.mark.parametrize("function", ["sigmoid", "softplus"])
def test_functions_keep_all_digits_where_they_are_tiny(function):
    x = Symbol("x", (1, 1))
    found = Evaluator({}, {x: column(-30.0) + 1e-30j})(Apply(x, function))
    assert found.real == pytest.approx(np.exp(-30.0), rel=1e-12)
    assert found.imag / 1e-30 == pytest.approx(np.exp(-30.0), rel=1e-12)


FORMERLY_WITHHELD = [
    ("||q||^2", "s", "definition"),  # does not depend on the variable
    ("cos(sigmoid(relu(t)) (t t)^2)", "t", "chain"),  # relu(t) is nought
    ("softplus(diag(y)[1,2])", "y", "chain"),  # an entry that is nought
    ("softmax((p + s) H ones(m, n) (y .^ 3))", "y", "chain"),  # saturates
]


@pytest.mark.parametrize(("function", "variable", "method"), FORMERLY_WITHHELD)
def test_right_derivations_are_not_withheld(function, variable, method):
    declare = ("H in R^(m,m)", "y in R^n", "q in R^n", "s, t in R", "p in R positive")
    assert gradviz.derive(function, variable, declare=declare, method=method).verification.ok


def test_where_values_underflow_the_other_instances_decide():
    derivation = gradviz.derive(
        "softplus(det(9 I + sin(D)) (s t))", "t", declare=["D in R^(n,n) diagonal", "s in R", "t in R"]
    )
    assert derivation.verification
    tiny, none = np.full((2, 1, 1), 1e-300), np.zeros((2, 1, 1))
    assert compare(tiny, none, lambda: np.zeros(2)).reason == BLURRED
    one = np.array([[[1.0]], [[1e-300]]])
    assert not compare(one, none, lambda: np.zeros(2)).ok
    assert compare(one, np.array([[[1.0]], [[0.0]]]), lambda: np.zeros(2)).ok
