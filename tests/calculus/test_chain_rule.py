"""The chain rule: intermediate variables, local derivatives, reverse accumulation, and what it refuses."""

from __future__ import annotations

from dataclasses import replace

import pytest

import gradviz
from gradviz.algebra import nodes as n
from gradviz.algebra.shapes import SCALAR, Shape
from gradviz.calculus.derivation import Derivation
from gradviz.calculus.engine import derive
from gradviz.calculus.verify import verify
from gradviz.typeset.text import text
from tests.calculus.test_random import check_result
from tests.strategies import seeded, variable_of

D = (
    "A, B, X in R^(n,n)", "S in R^(n,n) symmetric", "W in R^(m,n)", "a, b, x, y in R^n", "z in R^m", "s, t in R",
)  # fmt: skip
NETWORK = "u = W1' x\na = sigma(u)\nv = W2' a\nb = sigma(v)\ny = W3' b\nL(y)"


def core(function: str, variable: str, *, declare=D, **options) -> Derivation:
    found = gradviz.derive(function, variable.split(", "), declare=declare, method="chain", **options)
    assert found.cannot is None, found.cannot
    assert found.verification
    return found.core


def lines(derivation: Derivation) -> list[str]:
    return [f"{text(s.subject.part)} = {text(s.after)}" for s in derivation.steps if s.subject.part is not None]


# --- the lines --------------------------------------------------------------------------------------------------------


def test_squares_through_the_residual():
    """<y - W x, y - W x> through u = y - W x: J_u = -W, the gradient by u is 2 u."""
    derivation = core("<z - W x, z - W x>", "x")
    assert [(s.name, text(e)) for s, e in derivation.definitions] == [("u", "z - W x")]
    assert lines(derivation) == ["∇_u f = 2 u", "∂u/∂x = -W"]
    assert [text(s.after) for s in derivation.steps[-3:]] == ["(∂u/∂x)' ∇_u f", "-2 W' u", "-2 W' (z - W x)"]


def test_backpropagation_uses_the_values_of_later_layers():
    derivation = core(NETWORK, "W1, W2, W3", declare=())
    shown = lines(derivation)
    for line in ("∇_y f = ∇L(y)", "∇_b f = W3 ∇_y f", "∇_v f = b .* (1 - b) .* ∇_b f", "∇_a f = W2 ∇_v f"):
        assert shown.count(line) == 1
    first = {s.subject.variables[0].name: text(s.after) for s in derivation.steps if s.rule.id == "chain.matrix"}
    assert first == {"W1": "x (∇_u f)'", "W2": "a (∇_v f)'", "W3": "b (∇_y f)'"}
    assert [text(r.short) for r in derivation.results] == [
        "x (a .* (1 - a) .* W2 (b .* (1 - b) .* W3 ∇L(y)))'",
        "a (b .* (1 - b) .* W3 ∇L(y))'",
        "b ∇L(y)'",
    ]


def test_the_network_entry_by_entry_agrees():
    by_entries = gradviz.derive(NETWORK, "W2", method="components")
    assert by_entries.cannot is None
    assert by_entries.verification
    chain = core(NETWORK, "W2", declare=())
    assert by_entries.core.steps[0].subject.entries == ((), ("i", "j"))
    assert by_entries.result.shape == chain.result.shape


def test_a_loss_without_a_formula_in_denominator_layout():
    assert text(core("z2 = W z1 + b\nLoss(z2)", "z1", declare=(), layout="denominator").result) == "W' ∇Loss(W z1 + b)"


def test_every_way_to_the_variable_adds_a_term():
    derivation = core("x' A x", "x")
    assert [text(s.after) for s in derivation.steps if s.rule.id == "chain.multiply"] == ["u + (∂u/∂x)' ∇_u f"]
    assert text(derivation.result) == "(A + A') x"


def test_layers_are_numbered():
    derivation = core("L(B sigma(A sigma(X x)))", "x")
    assert [s.name for s, _ in derivation.definitions] == ["z_1", "a_1", "z_2", "a_2", "z_3"]


def test_names_are_none_that_the_text_uses():
    derivation = core("exp(u' u) + v", "u", declare=("u in R^n", "v in R"))
    assert {s.name for s, _ in derivation.definitions}.isdisjoint({"u", "v", "f"})


# --- the answers ------------------------------------------------------------------------------------------------------

ANSWERS = [
    ("a' x", "x", "a"),
    ("exp(x' x)", "x", "2 exp(x' x) x"),
    ("log(1 + exp(-s a' x))", "x", "-s sigmoid(-s a' x) a"),
    ("||z - W x||^2", "W", "-2 (z - W x) x'"),
    ("||z - W x||", "x", "-W' (z - W x)/||z - W x||"),
    ("(x' A x)/(x' x)", "x", "((A + A') x - 2 (x' A x) x/(x' x))/(x' x)"),
    ("sigma(W x)", "x", "diag(sigmoid(W x) .* (1 - sigmoid(W x))) W"),
    ("log(det(X' X))", "X", "2 X (X' X)^-1"),
    ("tr((X - A)' (X - A))", "X", "2 (X - A)"),
    ("a' X A X a", "X", "a a' X' A' + A' X' a a'"),
    ("sin(exp(t^2))", "t", "2 t cos(exp(t^2)) exp(t^2)"),
    ("exp(s t) + s^2", "s, t", "[t exp(s t) + 2 s; s exp(s t)]"),
    ("sum_i (s_i - a_i' x)^2", "x", "-2 sum_{i=1}^{l} (s_i - a_i' x) a_i"),
    ("tr(A S S)", "S", "1/2 ((A + A') S + S (A + A'))"),
    ("f: R^n -> R^m\ng: R^m -> R\ng(f(x))", "x", "J_f(x)' ∇g(f(x))"),
]


@pytest.mark.parametrize(("function", "variable", "answer"), ANSWERS, ids=[row[0] + " by " + row[1] for row in ANSWERS])
def test_the_answer_is_the_textbook_one(function, variable, answer):
    assert text(core(function, variable).result) == answer


@pytest.mark.parametrize("layout", ["mixed", "numerator", "denominator"])
@pytest.mark.parametrize(("function", "variable"), [("exp(x' x)", "x"), ("sigma(W x)", "x"), ("||A X||_F^2", "X")])
def test_layouts_are_those_of_the_method_of_differentials(function, variable, layout):
    expected = gradviz.derive(function, variable, declare=D, layout=layout).core.result
    assert core(function, variable, layout=layout).result is expected


@pytest.mark.parametrize("structure", ["projection", "free"])
def test_a_symmetric_variable_is_symmetric_at_the_end_only(structure):
    expected = gradviz.derive("log(det(S)) + a' S b", "S", declare=D, structure=structure).core
    found = core("log(det(S)) + a' S b", "S", structure=structure)
    assert found.results[0].subject == expected.results[0].subject


@pytest.mark.parametrize("batch", range(4))
def test_random_functions_are_derived_or_refused_but_never_wrong(batch):
    derived = 0
    for seed in range(60 * batch, 60 * batch + 60):
        function = seeded(seed, (SCALAR, SCALAR, Shape("n", 1)), 2 + seed % 2)
        variable = variable_of(function, seed)
        derivation = verify(derive(function, [variable], method="chain"))
        if derivation.cannot is not None:
            continue
        assert derivation.verification.ok, (seed, text(function), variable.name)
        for result in derivation.results:
            check_result(derivation, result, seed)
        derived += 1
    assert derived > 40


def test_a_wrong_local_derivative_is_found():
    derivation = core("<z - W x, z - W x>", "x")
    place = next(k for k, s in enumerate(derivation.steps) if text(s.after) == "-W")
    steps = list(derivation.steps)
    steps[place] = replace(steps[place], after=n.Mul(n.Number(-2), steps[place].after.children[-1]))
    checked = verify(derivation.with_(steps=tuple(steps))).verification
    assert [c.ok for c in checked.steps].index(False) == place


# --- the steps below a local derivative -------------------------------------------------------------------------------


def below(derivation: Derivation, left: str) -> list[str]:
    step = next(s for s in derivation.steps if s.subject.part is not None and text(s.subject.part) == left)
    return [f"{text(s.subject.part)} = {text(s.after)}" for s in step.substeps]


OPENED = [
    ("sum(log(A x))", "∂v/∂u", ["dv = d(log(u))", "dv = du ./ u", "dv = diag(1 ./ u) du", "∂v/∂u = diag(1 ./ u)"]),
    ("||A x - b||", "∇_u f", ["df = d(||u||)", "df = u' du/||u||", "∇_u f = u/||u||"]),
    ("sum(exp(A x))", "∂v/∂u", ["dv = d(exp(u))", "dv = exp(u) .* du", "dv = diag(exp(u)) du", "∂v/∂u = diag(exp(u))",
                                "∂v/∂u = diag(v)"]),
    ("x' A x", "∇_u f", []),  # x, too, varies: x' du is not the differential of f
]  # fmt: skip


@pytest.mark.parametrize(("function", "left", "expected"), OPENED, ids=[row[0] for row in OPENED])
def test_a_local_derivative_opens_into_the_steps_that_lead_to_it(function, left, expected):
    assert below(core(function, "x"), left) == expected


@pytest.mark.parametrize(
    ("function", "condition"),
    [
        ("sum(sqrt(A x))", "every entry of u is positive"),
        ("||A x - b||", "u nonzero"),
        ("sum(relu(A x))", "u has no zero entry"),
        ("log(det(X))", "X invertible"),
        ("max(x)", "the extreme entry of x is unique"),
    ],
)
def test_the_conditions_of_a_local_derivative_stand_on_its_line(function, condition):
    variable = "X" if "X" in function else "x"
    shown = gradviz.derive(function, variable, declare=D, method="chain").to_text()
    assert any("Local derivative" in line or "No inner" in line for line in shown.splitlines() if condition in line)


def test_a_wrong_step_below_a_local_derivative_is_found():
    derivation = core("||A x - b||", "x")
    place = next(k for k, s in enumerate(derivation.steps) if s.substeps)
    step = derivation.steps[place]
    for number, inner in enumerate(step.substeps):
        wrong = replace(inner, after=n.Mul(n.Number(2), inner.after))
        substeps = (*step.substeps[:number], wrong, *step.substeps[number + 1 :])
        steps = (*derivation.steps[:place], replace(step, substeps=substeps), *derivation.steps[place + 1 :])
        assert not verify(derivation.with_(steps=steps)).verification.steps[place].ok


# --- refusals ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("function", "variable", "options", "said"),
    [
        ("A X B", "X", {}, "scalars and vectors"),
        ("sigma(X X a)", "X", {}, "no product of Jacobians"),
    ],
)
def test_what_is_no_chain_is_refused_with_the_reason(function, variable, options, said):
    found = gradviz.derive(function, variable, declare=D, method="chain", **options)
    assert found.result is None
    assert said in found.cannot
    assert "differential" in found.cannot


def test_the_second_derivative_is_of_scalar_functions():
    assert "scalar functions only" in gradviz.derive("A x", "x", declare=D, method="chain", order=2).cannot


# --- second derivatives -----------------------------------------------------------------------------------------------

HESSIANS = [
    ("x' A x", "x", "A + A'"),
    ("||W x - z||^2", "x", "2 W' W"),
    ("exp(x' x)", "x", "2 exp(x' x) (2 x x' + I_n)"),
    ("log(1 + exp(-t a' x))", "x", "t^2 sigmoid(-t a' x) sigmoid(t a' x) a a'"),
    ("u = W x - z\nlogsumexp(u)", "x", "W' (diag(softmax(W x - z)) - softmax(W x - z) softmax(W x - z)') W"),
    ("tr(X' S X)", "X", "2 kron(I_n, S)"),
    ("log(x' S x)", "x", "(2 S - 4 S x x' S/(x' S x))/(x' S x)"),
]


@pytest.mark.parametrize(("function", "variable", "hessian"), HESSIANS, ids=[row[0] for row in HESSIANS])
def test_the_gradient_that_the_chain_rule_gave_is_differentiated_once_more(function, variable, hessian):
    """The verdict of `core` compares the Hessian with differences of the function."""
    derivation = core(function, variable, order=2)
    assert text(derivation.results[0].expression) == hessian
    rules = [step.rule.id for step in derivation.steps]
    assert any(rule.startswith("chain") for rule in rules[: rules.index("differential.second")])
