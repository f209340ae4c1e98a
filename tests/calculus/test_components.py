"""The method of components: the lines of the reference problems, the answers, and what it refuses."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import gradviz
from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import Symbol
from gradviz.algebra.shapes import SCALAR, Shape
from gradviz.algebra.walk import preorder
from gradviz.calculus.components.letters import Letters, letters_in, put_index
from gradviz.calculus.components.matrices import as_matrix
from gradviz.calculus.components.writing import EntryWriter
from gradviz.calculus.derivation import Derivation, Kind
from gradviz.calculus.engine import derive
from gradviz.calculus.sampling import draw
from gradviz.calculus.verify import verify
from gradviz.numeric.evaluate import Evaluator
from gradviz.typeset.text import text
from tests.calculus.test_random import check_result
from tests.strategies import seeded, variable_of

D = (
    "A, B, X in R^(n,n)", "G in R^(n,n) invertible", "S in R^(n,n) symmetric", "W in R^(m,n)", "a, b, x, y in R^n",
    "z in R^m", "r in R^(1,n)", "s, t in R", "p in R positive",
)  # fmt: skip


def core(function: str, variable: str, **options) -> Derivation:
    found = gradviz.derive(function, variable.split(", "), declare=D, method="components", **options)
    assert found.cannot is None, found.cannot
    assert found.verification
    return found.core


def right_sides(derivation: Derivation) -> list[str]:
    return [text(s.after) for s in derivation.steps]


# --- the lines --------------------------------------------------------------------------------------------------------


def test_quadratic_form_goes_the_way_of_the_course():
    """x' A x by entries: two sums, the product rule, deltas that collapse the sums, and back."""
    assert right_sides(core("x' A x", "x")) == [
        "sum_{k=1}^{n} sum_{m=1}^{n} x_k A_km x_m",
        "∂/∂x_i sum_{k=1}^{n} sum_{m=1}^{n} x_k A_km x_m",
        "sum_{k=1}^{n} sum_{m=1}^{n} ∂/∂x_i (x_k A_km x_m)",
        "sum_{k=1}^{n} sum_{m=1}^{n} (∂x_k/∂x_i A_km x_m + x_k A_km ∂x_m/∂x_i)",
        "sum_{k=1}^{n} sum_{m=1}^{n} (δ_ki A_km x_m + x_k A_km δ_mi)",
        "sum_{k=1}^{n} sum_{m=1}^{n} δ_ki A_km x_m + sum_{k=1}^{n} sum_{m=1}^{n} x_k A_km δ_mi",
        "sum_{m=1}^{n} A_im x_m + sum_{k=1}^{n} x_k A_ki",
        "(A x)_i + (A' x)_i",
        "A x + A' x",
        "(A + A') x",
    ]


def test_trace_of_a_product_by_entries_of_a_matrix():
    derivation = core("tr(A B)", "A")
    assert right_sides(derivation)[-3:] == ["B_ji", "(B')_ij", "B'"]
    assert derivation.steps[1].subject.entries == ((), ("i", "j"))


def test_second_derivative_is_by_two_entries():
    derivation = core("x' A x", "x", order=2)
    assert derivation.steps[-1].subject.kind is Kind.HESSIAN
    assert right_sides(derivation)[-2:] == ["A_ij + (A')_ij", "A + A'"]


@pytest.mark.parametrize(
    ("function", "variable", "left"),
    [
        ("x' A x", "x", "∂f/∂x_i"),
        ("A x", "x", "∂f_i/∂x_j"),
        ("tr(A X)", "X", "∂f/∂X_ij"),
        ("t^2", "t", "∂f/∂t"),
    ],
)
def test_the_left_side_names_the_entries(function, variable, left):
    shown = gradviz.derive(function, variable, declare=D, method="components").to_text()
    assert any(line.startswith(left) for line in shown.splitlines())


LINES = [
    ("<z - W x, z - W x>", "x", "sum_{k=1}^{m} (z_k - sum_{l=1}^{n} W_kl x_l)^2"),  # equal factors are a square
    ("||A x||^4", "x", "(sum_{k=1}^{n} (sum_{m=1}^{n} A_km x_m)^2)^2"),
    ("tr(X^2)", "X", "2 X_ji"),  # like terms are added in entries
    ("tr(X^3)", "X", "3 sum_{l=1}^{n} X_jl X_li"),
    ("tr(X' X X' X)", "X", "4 sum_{l=1}^{n} sum_{p=1}^{n} X_il X_pl X_pj"),
    ("x' S x", "x", "2 sum_{m=1}^{n} S_im x_m"),
    ("a' softmax(x)", "x", "a_i softmax(x)_i - sum_{k=1}^{n} a_k softmax(x)_k softmax(x)_i"),
    ("sum(log(1 + exp(W x)))", "x", "(W' (exp(W x) ./ (1 + exp(W x))))_i"),  # one bar
]


@pytest.mark.parametrize(("function", "variable", "line"), LINES, ids=[row[0] for row in LINES])
def test_a_line_reads_as_a_person_writes_it(function, variable, line):
    assert line in right_sides(core(function, variable))


def test_like_terms_that_need_a_symmetry_say_so():
    (step,) = (s for s in core("x' S x", "x").steps if s.rule.id == "collect.like-terms")
    assert step.conditions == ("symmetric: S",)
    (step,) = (s for s in core("x' A x + x' A' x", "x").steps if s.rule.id == "collect.like-terms")
    assert step.conditions == ()


# --- the answers ------------------------------------------------------------------------------------------------------

ANSWERS = [
    ("a' x", "x", "a"),
    ("x' A y", "A", "x y'"),
    ("<z - W x, z - W x>", "x", "-2 W' (z - W x)"),
    ("||z - W x||^2", "W", "-2 (z - W x) x'"),
    ("||z - W x||", "x", "-W' (z - W x)/||z - W x||"),
    ("||X - A||_F^2", "X", "2 (X - A)"),
    ("x x' x", "x", "x' x I_n + 2 x x'"),
    ("exp(x' x)", "x", "2 exp(x' x) x"),
    ("log(1 + exp(-s a' x))", "x", "-s sigmoid(-s a' x) a"),
    ("sigma(t)", "t", "sigmoid(t) (1 - sigmoid(t))"),
    ("a' X A X a", "X", "a a' X' A' + A' X' a a'"),
    ("sum(exp(A x))", "x", "A' exp(A x)"),
    ("logsumexp(A x)", "x", "A' softmax(A x)"),
    ("softmax(x)", "x", "diag(softmax(x)) - softmax(x) softmax(x)'"),
    ("x .* (A x)", "x", "diag(A x) + diag(x) A"),
    ("log(x)", "x", "diag(1 ./ x)"),
    ("diag(x) a", "x", "diag(a)"),
    ("tr(X^3)", "X", "3 (X^2)'"),
    ("det(X)", "X", "det(X) X^-T"),
    ("logdet(A G)", "G", "G^-T"),
    ("a' G^-1 b", "G", "-G^-T a b' G^-T"),
    ("x' S x", "S", "x x'"),
    ("tr(A S)", "S", "(A + A')/2"),
    ("L(W x)", "W", "∇L(W x) x'"),
    ("sum_i (s_i - a_i' x)^2", "x", "-2 sum_{i=1}^{l} (s_i - a_i' x) a_i"),
    ("r A r'", "r", "r (A + A')"),
    ("[t; t^2]", "t", "[1; 2 t]"),
    ("s t^2", "s, t", "[t^2; 2 s t]"),
    ("[s + t; s^2 t]", "s, t", "[1, 1; 2 t s, s^2]"),
    ("a' x", "y", "zeros(n)"),
    ("x[2]^2", "x", "2 x[2] e_2"),
    ("||x||_1", "x", "sign(x)"),
    ("[a' x; x' x]", "x", "e_1 a' + 2 e_2 x'"),
    ("X a", "X", "kron(a', I_n)"),
    ("A X B", "X", "kron(B', A)"),
    ("X' A X", "X", "kron(X' A', I_n) K_nn + kron(I_n, X' A)"),
    ("X .* A", "X", "diag(vec(A))"),
    ("X^-1", "X", "-kron(X^-T, X^-1)"),
    ("x x'", "x", "kron(x, I_n) + kron(I_n, x)"),
]


@pytest.mark.parametrize(("function", "variable", "answer"), ANSWERS, ids=[row[0] + " by " + row[1] for row in ANSWERS])
def test_the_answer_is_the_textbook_one(function, variable, answer):
    assert text(core(function, variable).result) == answer


@pytest.mark.parametrize("layout", ["numerator", "denominator"])
@pytest.mark.parametrize(("function", "variable"), [("x' A x", "x"), ("A x", "x"), ("tr(A X)", "X"), ("t a", "t")])
def test_layouts_are_those_of_the_method_of_differentials(function, variable, layout):
    expected = gradviz.derive(function, variable, declare=D, layout=layout).core.result
    assert core(function, variable, layout=layout).result is expected


@pytest.mark.parametrize("batch", range(4))
def test_random_functions_are_derived_or_refused_but_never_wrong(batch):
    """What is derived passes every check, and finite differences that share nothing with the engine agree."""
    derived = 0
    for seed in range(40 * batch, 40 * batch + 40):
        function = seeded(seed, (SCALAR, Shape("n", 1), Shape("m", "n")), 2)
        variable = variable_of(function, seed)
        derivation = verify(derive(function, [variable], method="components"))
        if derivation.cannot is not None:
            assert derivation.verification.steps == () or all(c.ok for c in derivation.verification.steps)
            continue
        assert derivation.verification.ok, (seed, text(function), variable.name)
        for result in derivation.results:
            check_result(derivation, result, seed)
        derived += 1
    assert derived > 20


# --- refusals ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("function", "variable", "options", "said"),
    [
        ("max(x)", "x", {}, "which entry is the largest"),
        ("||kron(x, y)||^2", "x", {}, "Kronecker product needs two indices"),
        ("sum(vec(X))", "X", {}, "vec needs two indices"),
        ("diag(X)", "X", {}, "do not pair off"),
        ("tr(expm(X))", "X", {}, "matrix function"),
        ("[a' x, x' x]", "x", {}, "explicit matrix"),
        ("A diag(x) B", "x", {"layout": "numerator"}, "stack of slices"),
        ("||X||_F^2", "X", {"order": 2}, "by one vector"),
    ],
)
def test_what_has_no_form_in_entries_is_refused_with_the_reason(function, variable, options, said):
    found = gradviz.derive(function, variable, declare=D, method="components", **options)
    assert found.result is None
    assert said in found.cannot
    assert "differential" in found.cannot


# --- the parts --------------------------------------------------------------------------------------------------------

x, y = Symbol("x", ("n", 1)), Symbol("y", ("n", 1))
A, B = Symbol("A", ("n", "n")), Symbol("B", ("n", "n"))


def test_letters_are_none_that_the_problem_uses():
    i, k = Symbol("i", SCALAR), Symbol("A_k", ("m", "m"))
    letters = Letters(n.Add(i, n.Trace(k)), [])
    assert "i" not in letters.free
    assert not {"k", "m"} & set(letters.summed)


def test_an_index_is_exchanged_without_being_caught_by_a_sum():
    inner = n.IndexedSum(n.Mul(n.Entry(A, "k", "m"), n.Entry(x, "m", 1)), "m", "n")
    moved = put_index(inner, "k", "m")
    assert letters_in(moved) == {"m"}
    assert isinstance(moved, n.IndexedSum)
    assert moved.index != "m"


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000))
def test_written_in_entries_and_back_is_the_same_matrix(seed):
    """An entry of a random expression has the value of its place, and the way back gives a matrix of the same value."""
    e = seeded(seed, (SCALAR, Shape("n", 1), Shape("n", "m")), 2)
    letters = Letters(e, [])
    places = [c if size != 1 else 1 for c, size in zip(letters.free[:2], e.shape, strict=True)]
    free = [c for c in places if isinstance(c, str)]
    writer = EntryWriter(letters, lambda _: False)
    written = writer.entry(e, places[0], places[1], frozenset(free))
    sizes = {c: size for c, size in zip(places, e.shape, strict=True) if isinstance(c, str)}
    back = as_matrix(written, free, sizes, {})
    back = n.Transpose(back) if e.shape.is_row else back
    dims = {"n": 3, "m": 2}
    rng = np.random.default_rng(seed)
    symbols = [s for s in preorder(e) if isinstance(s, Symbol)]
    values = {s: draw(s, tuple(dims.get(d, d) for d in s.shape), 2, "unit", rng) for s in symbols}
    world = Evaluator(dims, values)
    whole = world(e)
    if not np.isfinite(whole).all():
        return
    scale = 1 + abs(whole).max()
    assert abs(world(back) - whole).max() / scale < 1e-9
    for row in range(whole.shape[1]):
        for col in range(whole.shape[2]):
            spots = [k for k, c in zip((row, col), places, strict=True) if c != 1]
            there = world.like(members=dict(zip(free, spots, strict=True)))
            assert abs(there(written)[:, 0, 0] - whole[:, row, col]).max() / scale < 1e-9


def test_a_wrong_line_about_entries_is_found():
    from dataclasses import replace

    derivation = core("x' A x", "x")
    wrong = n.IndexedSum(n.Mul(n.Entry(A, "m", "i"), n.Entry(x, "m", 1)), "m", "n")
    place = next(k for k, s in enumerate(derivation.steps) if s.rule.id == "components.collapse")
    steps = list(derivation.steps)
    steps[place] = replace(steps[place], after=wrong)
    assert not verify(derivation.with_(steps=tuple(steps))).verification.steps[place].ok
