"""Derivations as a person would write them: whole, connected, each step named and worth its line."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import gradviz
from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import Differential
from gradviz.algebra.walk import part_at, postorder
from gradviz.calculus.derivation import Derivation, Kind, Step
from gradviz.calculus.engine import derive
from gradviz.typeset.text import text
from tests import reference
from tests.bounds import bounded
from tests.reference import TABLE
from tests.strategies import expressions, variable_of


def check_chain(steps: tuple[Step, ...]) -> None:
    """Each step begins where the last one ended, and every level below tells the same change."""
    for before, after in zip(steps, steps[1:], strict=False):
        if after.before_subject == before.subject:
            assert after.before is before.after
    for step in steps:
        changed = step.before is not step.after or step.before_subject != step.subject
        assert changed, step.rule.id
        assert step.rule.id
        for path in step.changed_before:
            part_at(step.before, path)
        for path in step.changed_after:
            part_at(step.after, path)
        if step.keeps_subject:
            assert step.changed_before or step.changed_after
        if step.substeps:
            assert len(step.substeps) > 1
            whole = [s for s in step.substeps if s.subject.kind is not Kind.PART]  # parts stand on lines of their own
            assert whole[0].before is step.before
            assert whole[-1].after is step.after
            check_chain(step.substeps)


def check_derivation(derivation: Derivation) -> None:
    check_chain(derivation.steps)
    if derivation.cannot is None:
        assert derivation.results
        ends = {step.after for step in derivation.steps}
        assert all(r.expression in ends for r in derivation.results)
        for result in derivation.results:
            assert not any(isinstance(e, Differential) for e in postorder(result.expression))
    else:
        assert not derivation.results
        assert len(derivation.cannot) > 10
    if derivation.steps:
        assert derivation.steps[0].before is derivation.function
        assert derivation.steps[0].before_subject.kind is Kind.FUNCTION


@pytest.mark.parametrize("row", TABLE, ids=reference.rows(ids=True))
def test_the_steps_of_reference_problems_are_connected(row):
    derivation = gradviz.derive(
        row["text"],
        row["wrt"],
        declare=row["declare"],
        order=row["order"],
        layout=row["layout"],
        structure=row["structure"],
    )
    check_derivation(derivation.core)
    assert len(derivation.steps) <= 40


def lines_that_say_nothing(steps: tuple[Step, ...]) -> list[str]:
    """Steps that keep their subject and print the line before again."""
    kept = [s for s in steps if s.keeps_subject]
    return [f"{s.rule.id}: {text(s.after)}" for s in kept if text(s.before) == text(s.after)]


@pytest.mark.parametrize("row", TABLE, ids=reference.rows(ids=True))
def test_no_two_lines_of_a_reference_problem_read_alike(row):
    options = {key: row[key] for key in ("declare", "order", "layout", "structure")}
    assert lines_that_say_nothing(gradviz.derive(row["text"], row["wrt"], **options).steps) == []


@pytest.mark.parametrize("method", ["differential", "definition"])
@pytest.mark.parametrize("shape", [("n", 1), (3, 1), (1, "n"), ("n", "n")])
def test_the_lines_of_a_number_in_every_entry_do_not_read_alike(shape, method):
    x_matrix = n.Symbol("X", ("n", "n"))
    assert lines_that_say_nothing(derive(n.Fill(n.Trace(x_matrix), *shape), [x_matrix], method=method).steps) == []


@settings(max_examples=150)
@given(expressions(max_depth=3), st.integers(0, 99))
def test_no_two_lines_of_a_random_derivation_read_alike(f, seed):
    assert lines_that_say_nothing(derive(f, [variable_of(f, seed)]).steps) == []


@settings(max_examples=150)
@given(expressions(max_depth=3), st.integers(0, 99), st.sampled_from(["differential", "definition"]))
def test_the_steps_of_random_problems_are_connected(f, seed, method):
    check_derivation(derive(f, [variable_of(f, seed)], method=method))


SEMINAR = [
    ("x' A x", "x", ["d(x' A x)", "dx' A x + x' A dx", "x' A' dx + x' A dx", "x' (A + A') dx", "(A + A') x"]),
    ("tr(A X B)", "X", ["d(tr(A X B))", "tr(A dX B)", "tr(B A dX)", "A' B'"]),
    ("a' X A X a", "X", ["a' dX A X a + a' X A dX a", "a a' X' A' + A' X' a a'"]),
    ("||y - X w||^2", "w", ["d(||y - X w||^2)", "-2 (y - X w)' X dw", "-2 X' (y - X w)"]),
    ("A^-1", "A", ["d(A^-1)", "-A^-1 dA A^-1", "-kron(A^-T, A^-1)"]),
    ("det A", "A", ["d(det(A))", "det(A) tr(A^-1 dA)", "det(A) A^-T"]),
    ("x x' x", "x", ["d(x x' x)", "dx x' x + x dx' x + x x' dx", "x' x I_n + 2 x x'"]),
]  # fmt: skip


@pytest.mark.parametrize(("source", "variable", "lines"), SEMINAR, ids=[row[0] for row in SEMINAR])
def test_the_lines_of_the_seminar_come_in_their_order(source, variable, lines):
    shown: list[str] = []
    for step in gradviz.derive(source, variable, declare=["A, X in R^(n,n)"] if source[0] == "a" else []).steps:
        shown += [text(part.after) for part in (*step.substeps, step)]
    place = 0
    for line in lines:
        assert line in shown[place:], (line, shown)
        place = shown.index(line, place)


def test_bindings_say_what_the_letters_of_a_rule_stood_for():
    (step,) = [s for s in gradviz.derive("exp(a' x)", "x").steps if s.rule.id == "function"]
    assert [(letter, text(part)) for letter, part in step.bindings] == [("u", "a' x")]


@pytest.mark.parametrize(
    ("source", "declare", "words"),
    [
        ("logdet(X)", ["X in R^(n,n)"], "invertible"),
        ("||x - a||", [], "nonzero"),
        ("||x||_1", [], "0"),
        ("log(a' x)", [], "> 0"),
        ("sum(relu(x))", [], "≠ 0"),
        ("sum(abs(x))", [], "≠ 0"),
    ],
)
def test_what_must_hold_is_said_where_it_is_used(source, declare, words):
    derivation = gradviz.derive(source, "X" if "X" in source else "x", declare=declare)
    conditions = [c for step in derivation.steps for c in step.conditions]
    assert any(words in c for c in conditions), conditions


SYMMETRIC = [
    ("tr(X' A X)", "X", ["A in R^(n,n) symmetric"], {"canonical.transpose-trace": "A", "read-off": "A"}),
    ("x' A x + b' x", "x", ["A in R^(n,n) positive definite"], {"canonical.transpose-scalar": "A", "read-off": "A"}),
    ("x' A x", "x", ["A in R^(n,n)"], {}),
    ("||X w||^2", "w", [], {}),
    ("x' diag(a) x", "x", [], {}),
    ("tr(A X B)", "X", ["A in R^(n,n) symmetric", "B in R^(n,n)"], {"read-off": "A"}),
    ("a' P^-1 x", "x", ["P in R^(n,n) symmetric"], {"read-off": "P"}),
]


@pytest.mark.parametrize(("source", "variable", "declare", "where"), SYMMETRIC, ids=[r[0] for r in SYMMETRIC])
def test_a_step_that_rests_on_symmetry_says_so(source, variable, declare, where):
    steps = gradviz.derive(source, variable, declare=declare).steps
    said = {s.rule.id: "".join(c) for s in steps if (c := [x for x in s.conditions if x.startswith("symmetric: ")])}
    assert said == {rule: f"symmetric: {name}" for rule, name in where.items()}


def test_terms_that_need_the_same_identity_use_it_on_one_line():
    source = "tr(A X B) + tr(X' B X) + a' X b + b' X' a"
    steps = gradviz.derive(source, "X", declare=["A, B, X in R^(n,n)", "a, b in R^n"]).steps
    ids = [s.rule.id for s in steps if s.rule.family == "canonical"]
    assert ids == [
        "canonical.distribute",
        "canonical.trace-of-scalar",
        "canonical.cyclic-trace",
        "canonical.transpose-trace",
    ]


def test_a_variable_that_does_not_occur_gives_a_zero_and_a_note():
    derivation = gradviz.derive("||y - X b||^2", "Z", declare=["Z in R^(p,q)"])
    assert text(derivation.result) == "zeros(p, q)"
    assert derivation.core.notes == ("independent:Z",)
    assert derivation.steps[-1].rule.id == "read-off.zero"
    assert derivation.verification
    assert gradviz.derive("a' x", "x").core.notes == ()


@pytest.mark.parametrize(
    ("source", "variable", "declare", "options"),
    [
        ("exp(a' x)", "x", [], {"method": "definition"}),
        ("det(X)", "X", [], {"method": "definition"}),
        ("tr(A Q)", "Q", ["Q in R^(n,n) orthogonal"], {}),
        ("A x", "x", ["A in R^(m,n)"], {"order": 2}),
        ("log(-1 - x' x)", "x", [], {}),
    ],
)
def test_what_cannot_be_derived_ends_with_the_reason_and_nothing_untrue(source, variable, declare, options):
    derivation = gradviz.derive(source, variable, declare=declare, **options)
    assert derivation.result is None
    assert derivation.core.results == ()
    assert len(derivation.cannot) > 15
    assert not derivation.verification
    assert all(check.ok or not check.instances for check in derivation.verification.steps)
    check_chain(derivation.steps)


GROWING = {
    "terms": lambda k: (" + ".join(f"a_{i}' x" for i in range(k)), [f"a_{i} in R^n" for i in range(k)]),
    "quadratics": lambda k: (" + ".join(f"x' A_{i} x" for i in range(k)), [f"A_{i} in R^(n,n)" for i in range(k)]),
    "matrix factors": lambda k: (" ".join(f"A_{i}" for i in range(k)) + " x", [f"A_{i} in R^(n,n)" for i in range(k)]),
    "layers": lambda k: ("u_0 = x\n" + "\n".join(f"u_{i + 1} = sigma(W_{i} u_{i})" for i in range(k)) + f"\n||u_{k} - y||^2", ["y in R^n", *[f"W_{i} in R^(n,n)" for i in range(k)]]),
    "residual layers": lambda k: ("u_0 = x\n" + "\n".join(f"u_{i + 1} = u_{i} + sin(u_{i})" for i in range(k)) + f"\nsum(u_{k})", []),
    "squares of squares": lambda k: ("u_0 = x\n" + "\n".join(f"u_{i + 1} = tanh(u_{i} .* u_{i})" for i in range(k)) + f"\nsum(u_{k})", []),
}  # fmt: skip


@pytest.mark.parametrize("kind", ["terms", "quadratics", "matrix factors", "layers"])
def test_fifty_parts_take_no_time_worth_noticing(kind):
    source, declare = GROWING[kind](50)
    with bounded(10):
        derivation = gradviz.derive(source, "x", declare=[*declare, "x in R^n"])
    assert derivation.verification


@pytest.mark.parametrize("kind", ["residual layers", "squares of squares"])
def test_a_dag_costs_what_its_nodes_cost_or_is_refused_quickly(kind):
    source, declare = GROWING[kind](12)
    with bounded(10):
        derivation = gradviz.derive(source, "x", declare=[*declare, "x in R^n"])
    assert derivation.verification or derivation.cannot
