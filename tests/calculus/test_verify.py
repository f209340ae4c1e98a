"""Verification can fail: a wrong step or answer is caught, whatever was done to it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

import gradviz
from gradviz.algebra import nodes as n
from gradviz.algebra.build import plus, times, transposed
from gradviz.algebra.nodes import Expr, Number
from gradviz.algebra.walk import substitute, symbols
from gradviz.calculus.derivation import Derivation, Kind
from gradviz.calculus.verify import TOLERANCE, verify

D = [
    "A, S, X in R^(n,n)", "V in R^(m,n)", "P in R^(n,n) positive definite", "G in R^(n,n) invertible", "E in R^(n,n) symmetric",
    "a, b, x, y in R^n", "z in R^m", "s, t in R",
]  # fmt: skip
PROBLEMS = [
    ("x' A x", "x", {}),
    ("||z - V x||^2", "x", {}),
    ("a' X A X b", "X", {}),
    ("logdet(G)", "G", {}),
    ("G^-1", "G", {}),
    ("A X", "X", {}),
    ("x x' x", "x", {}),
    ("log(1 + exp(-s <a, x>))", "x", {}),
    ("softmax(A x)", "x", {}),
    ("sum(sin(x) .* x)", "x", {}),
    ("x' A x", "x", {"order": 2}),
    ("exp(a' x)", "x", {"order": 2}),
    ("x' A x", "x", {"layout": "numerator"}),
    ("A x", "x", {"layout": "denominator"}),
    ("tr(A E)", "E", {}),
    ("tr(A E)", "E", {"structure": "free"}),
    ("t^3 + s t", ["s", "t"], {}),
    ("t^3 s^2", ["s", "t"], {"order": 2}),
    ("x' A y", ["x", "y"], {}),
    ("x' A x", "x", {"method": "definition"}),
]


def core(text: str, variable, options) -> Derivation:
    derivation = gradviz.derive(text, variable, declare=D, **options).core
    assert derivation.verification
    return derivation


def bump(e: Expr) -> Expr:
    """The expression with every entry larger by a little."""
    return plus(e, Number(1) if e.is_scalar else n.Ones(*e.shape))


MUTATIONS = {
    "doubled": lambda e: times(Number(2), e),
    "negated": lambda e: times(Number(-1), e),
    "off by one": bump,
    "off by a part in a million": lambda e: times(Number("1.000001"), e),
    "zero": lambda e: n.ZERO if e.is_scalar else n.Zero(*e.shape),
}


@pytest.mark.parametrize("change", MUTATIONS.values(), ids=MUTATIONS)
@pytest.mark.parametrize(("text", "variable", "options"), PROBLEMS)
def test_a_wrong_answer_is_caught(text, variable, options, change):
    derivation = core(text, variable, options)
    for i, result in enumerate(derivation.results):
        wrong = replace(result, expression=change(result.expression))
        if wrong.expression is result.expression:
            continue
        spoilt = derivation.with_(results=(*derivation.results[:i], wrong, *derivation.results[i + 1 :]))
        verdict = verify(spoilt).verification
        assert not verdict.ok
        assert not verdict.result.ok
        assert verdict.error > TOLERANCE
        assert not verdict


@pytest.mark.parametrize(("text", "variable", "options"), PROBLEMS)
def test_a_wrong_step_is_caught_and_only_that_step(text, variable, options):
    derivation = core(text, variable, options)
    for i, step in enumerate(derivation.steps):
        wrong = replace(step, after=bump(step.after))
        spoilt = derivation.with_(steps=(*derivation.steps[:i], wrong, *derivation.steps[i + 1 :]))
        verdict = verify(spoilt).verification
        assert not verdict.ok
        assert not verdict.steps[i].ok
        assert all(check.ok for k, check in enumerate(verdict.steps) if k != i)
        assert verdict.result.ok


@pytest.mark.parametrize(("text", "variable", "options"), PROBLEMS)
def test_a_wrong_substep_is_caught_though_its_step_is_right(text, variable, options):
    derivation = core(text, variable, options)
    for i, step in enumerate(derivation.steps):
        if not step.substeps:
            continue
        middle = len(step.substeps) // 2
        wrong = replace(step.substeps[middle], after=bump(step.substeps[middle].after))
        substeps = (*step.substeps[:middle], wrong, *step.substeps[middle + 1 :])
        spoilt = derivation.with_(
            steps=(*derivation.steps[:i], replace(step, substeps=substeps), *derivation.steps[i + 1 :])
        )
        assert not verify(spoilt).verification.steps[i].ok


def classic(text: str, variable: str, wrong: str, **options) -> tuple[Derivation, Expr]:
    derivation = core(text, variable, options)
    expression = gradviz.check(wrong, D).function
    known = {s.name: s for s in symbols(derivation.function)}
    return derivation, substitute(expression, {s: known[s.name] for s in symbols(expression) if s.name in known})


@pytest.mark.parametrize(
    ("text", "variable", "wrong"),
    [
        ("x' A x", "x", "2 A x"),
        ("x' A x", "x", "(A + A) x"),
        ("tr(A X)", "X", "A"),
        ("a' X b", "X", "b a'"),
        ("logdet(G)", "G", "G^-1"),
        ("det(G)", "G", "det(G) G^-1"),
        ("tr(A G^-1)", "G", "-G^-1 A G^-1"),
        ("||x||", "x", "2 x"),
        ("a' X' b", "X", "a b'"),
        ("X' X a", "X", "kron(a', X')"),
        ("softmax(x)", "x", "diag(softmax(x))"),
        ("sum(exp(x))", "x", "ones(n)"),
        ("tr(X^2)", "X", "2 X"),
        ("x .* a", "x", "diag(x)"),
        ("tr(E)", "E", "ones(n,n)"),
    ],
)
def test_the_classic_mistakes_are_caught(text, variable, wrong):
    derivation, expression = classic(text, variable, wrong)
    (result,) = derivation.results
    verdict = verify(derivation.with_(results=(replace(result, expression=expression),))).verification
    assert not verdict.result.ok
    assert verdict.result.error > 1e-3


def test_an_answer_of_the_wrong_shape_is_caught():
    derivation = core("x' A x", "x", {})
    (result,) = derivation.results
    turned = derivation.with_(results=(replace(result, expression=transposed(result.expression)),))
    assert not verify(turned).verification.ok


def test_an_answer_in_the_wrong_layout_is_caught():
    derivation = core("V x", "x", {"layout": "denominator"})
    (result,) = derivation.results
    assert result.subject.transposed
    said_mixed = replace(result, subject=replace(result.subject, transposed=False))
    assert not verify(derivation.with_(results=(said_mixed,))).verification.ok


def test_the_free_derivative_is_not_taken_for_the_projection():
    derivation = core("tr(A E)", "E", {"structure": "free"})
    (result,) = derivation.results
    projected = replace(result, subject=replace(result.subject, structure="projection"))
    assert not verify(derivation.with_(results=(projected,))).verification.ok


def test_a_derivation_that_stopped_short_is_not_verified():
    derivation = gradviz.derive("max(x)", "x", declare=D, method="components").core
    assert derivation.cannot is not None
    assert not derivation.verification.ok


def test_nothing_is_verified_where_the_function_is_nowhere_defined():
    derivation = gradviz.derive("log(-x' x - 1)", "x", declare=D)
    assert derivation.result is None
    assert "defined" in derivation.cannot
    assert derivation.core.verification.result.instances == 0


@pytest.mark.parametrize(("text", "variable", "options"), PROBLEMS)
def test_right_steps_are_right_to_rounding_over_several_sizes(text, variable, options):
    derivation = core(text, variable, options)
    verdict = derivation.verification
    assert len(verdict.steps) == len(derivation.steps)
    assert verdict.error < 1e-9
    assert verdict.result.instances >= 8
    if verdict.dimensions and verdict.dimensions[0]:
        assert len({tuple(sorted(d.items())) for d in verdict.dimensions}) >= 2
        for dims in verdict.dimensions:
            assert len(set(dims.values())) == len(dims)  # no two sizes alike: a swapped shape must show


@pytest.mark.parametrize(
    ("text", "variable"),
    [
        ("log(x' a)", "x"), ("sum(log(x))", "x"), ("sqrt(1 - x' x)", "x"), ("sum(arcsin(x))", "x"), ("x' log(x)", "x"), ("sum(x.^(1/2))", "x"),
        ("log(det(X))", "X"), ("(a' x)^s", "x"), ("log(1 - s t)", "s"), ("sqrt(t - 5)", "t"), ("log(log(t))", "t"), ("log(log(log(t)))", "t"),
        ("sum(log(-x))", "x"), ("arcsin(10 t)", "t"), ("log(s - t) + log(t - s + 1)", "s"), ("tr(A^-9 X)", "X"),
        ("logsumexp(P^3)", "P"), ("log(s - 1000) sqrt(30 - t)", "s"), ("arccos(t - 50)", "t"), ("sqrt(100 - t) log(t - 99)", "t"),
    ],
)  # fmt: skip
def test_instances_are_found_in_narrow_domains(text, variable):
    derivation = gradviz.derive(text, variable, declare=D)
    assert derivation.cannot is None
    assert derivation.verification


def test_signs_are_tried_even_where_something_else_must_be_positive():
    wrong = gradviz.derive("sum((x.^2).^(1/2)) + sum(log(w))", "x", declare=["x in R^3", "w in R^20"])
    if wrong.result is None:
        return
    derivation = wrong.core
    (result,) = derivation.results
    mistaken = replace(result, expression=n.Ones(3, 1))  # right for positive x only
    assert not verify(derivation.with_(results=(mistaken,))).verification.ok


def test_the_verdict_is_the_same_every_time():
    first, second = (core("x' A x", "x", {}).verification for _ in range(2))
    assert first == second


def test_verification_uses_no_result_of_the_engine():
    """A derivation with an invented function, steps and answer is judged by the numbers alone."""
    derivation = core("x' A x", "x", {})
    other = core("||z - V x||^2", "x", {})
    swapped = derivation.with_(function=other.function)
    assert not verify(swapped).verification.result.ok
    assert verify(derivation.with_(steps=())).verification.ok


def test_kinds_of_subjects_that_no_check_knows_are_not_passed():
    derivation = core("x' A x", "x", {})
    step = derivation.steps[-1]
    strange = replace(step, subject=replace(step.subject, kind=Kind.STATIONARY))
    assert not verify(derivation.with_(steps=(*derivation.steps[:-1], strange))).verification.ok
    assert np.isinf(verify(derivation.with_(steps=(*derivation.steps[:-1], strange))).verification.error)


@pytest.mark.parametrize(
    ("text", "variable", "answer"),
    [
        ("-log softmax(W x)_4", "W", "(softmax(W x) - e_4) x'"),
        ("A_35 + tr(A)", "A", "e_3 e_5' + I_n"),
        ("x' A e_7", "x", "A e_7"),
    ],
)
def test_places_beyond_the_second_are_verified(text, variable, answer):
    derivation = gradviz.derive(text, wrt=variable)
    assert derivation.verification.ok
    assert answer in derivation.to_text()
