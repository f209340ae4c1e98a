"""Every rule has an example that is derived with it and verified."""

from __future__ import annotations

import pytest

import gradviz
from gradviz.algebra.simplify import COMPACT, RECOGNISE
from gradviz.calculus.derivation import Step
from gradviz.calculus.pairing import ADJOINTS
from gradviz.calculus.rules import differential_rules

D = [
    "A, B, C, X in R^(n,n)", "G in R^(n,n) invertible", "S in R^(n,n) symmetric", "P in R^(n,n) positive definite", "Q in R^(n,n) orthogonal",
    "E in R^(n,n) diagonal", "V, W in R^(m,n)", "a, b, c, x, y in R^n", "r in R^(1,n)", "s, t in R", "p in R positive",
]  # fmt: skip

# rule id -> (text, variable[, options]) in which it must be used
EXAMPLES: dict[str, tuple] = {
    "differential.take": ("x' x", "x"),
    "differential.second": ("x' A x", "x", {"order": 2}),
    "linear.constant": ("a' x + b' a", "x"),
    "linear.sum": ("a' x + b' x", "x"),
    "linear.constant-factor": ("A x", "x"),
    "linear.constant-multiple": ("2 x' x", "x"),
    "linear.transpose": ("(A x)'", "x"),
    "linear.trace": ("tr(A X)", "X"),
    "linear.sum-of-entries": ("sum(A x)", "x"),
    "linear.rearranged": ("vec(X)", "X"),
    "linear.entries": ("[t; t^2]", "t"),
    "linear.constant-denominator": ("x/s", "x"),
    "linear.constant-entrywise-denominator": ("x ./ a", "x"),
    "trace.kronecker": ("tr(kron(A, X))", "X"),
    "product": ("x' A x", "x"),
    "product.entrywise": ("x .* (A x)", "x"),
    "product.kronecker": ("kron(x, A x)", "x"),
    "product.inner": ("<x, A x>", "x"),
    "quotient": ("(a' x)/(b' x)", "x"),
    "quotient.reciprocal": ("s/(b' x)", "x"),
    "quotient.entrywise": ("a ./ x", "x"),
    "power": ("(x' x)^3", "x"),
    "power.norm-squared": ("||A x - b||^2", "x"),
    "power.of-norm": ("||A x - b||^3", "x"),
    "power.exponential": ("p^(a' x)", "x"),
    "power.general": ("p^p", "p"),
    "power.entrywise": ("sum(x.^3)", "x"),
    "power.entrywise-exponent": ("sum(exp(x).^t)", "t"),
    "power.matrix": ("tr(A X^3)", "X"),
    "inverse": ("a' G^-1 b", "G"),
    "determinant": ("det(A G)", "G"),
    "determinant.log": ("logdet(G)", "G"),
    "determinant.log-of": ("log(det(P + t B B'))", "t"),
    "norm": ("||x - a||", "x"),
    "norm.one": ("||A x - b||_1", "x"),
    "logsumexp": ("logsumexp(A x)", "x"),
    "softmax": ("a' softmax(A x)", "x"),
    "softmax.log": ("a' log(softmax(x))", "x"),
    "function": ("sin(a' x)", "x"),
    "function.log": ("log(x' x)", "x"),
    "function.entrywise": ("exp(A x)", "x"),
    "unspecified.chain": ("L(A x)", "x"),
    "linear.indexed-sum": ("sum_{i=1}^{k} log(1 + exp(-y_i <w_i, x>))", "x"),
    # to canonical form
    "canonical.transpose-scalar": ("x' A a", "x"),
    "canonical.trace-of-scalar": ("a' X b", "X"),
    "canonical.cyclic-trace": ("tr(A X B)", "X"),
    "canonical.transpose-trace": ("tr(A X')", "X"),
    "canonical.entrywise": ("tr(A (B .* X))", "X"),
    "canonical.entrywise-vector": ("a' (b .* x)", "x"),
    "canonical.entrywise-quotient": ("a' (x ./ b)", "x"),
    "canonical.sum-of-entries": ("sum(A x)", "x"),
    "canonical.diag": ("tr(A diag(x))", "x"),
    "canonical.diagonal-of": ("a' diag(X)", "X"),
    "canonical.entry": ("x[1]", "x"),
    "canonical.entries": ("[a' x; x' x]", "x"),
    "canonical.divide": ("r/s", "r"),
    "canonical.scalar-behind": ("x x' x", "x"),
    "canonical.scalar-in-front": ("x x' x", "x"),
    "canonical.entrywise-as-diag": ("a .* x", "x"),
    "canonical.vec-product": ("A X B", "X"),
    "canonical.vec-transpose": ("X'", "X"),
    "canonical.vec-entrywise": ("A .* X", "X"),
    "canonical.vec-diag": ("diag(x)", "x"),
    "canonical.unvec": ("||vec(A X)||^2", "X"),
    "canonical.kronecker": ("kron(A, X)", "X"),
    "canonical.distribute": ("A (x + x .* a)", "x"),
    "canonical.rearrange": ("sin(x' x) (a' x)", "x"),
    "canonical.vectorise": ("A X", "X"),
    "collect": ("x' A x", "x"),
    "read-off": ("a' x", "x"),
    "read-off.zero": ("a' a", "x"),
    # structured variables
    "structure.symmetric-projection": ("tr(A S)", "S"),
    "structure.symmetric-free": ("tr(A S)", "S", {"structure": "free"}),
    "structure.diagonal": ("tr(A E)", "E"),
    # by definition
    "definition.increment": ("x' A x", "x", {"method": "definition"}),
    "definition.norm": ("||A x - b||^2", "x", {"method": "definition"}),
    "definition.expand": ("x' A x", "x", {"method": "definition"}),
    "definition.cancel": ("x' A x", "x", {"method": "definition"}),
    "definition.linear-part": ("x' A x", "x", {"method": "definition"}),
    # the answer's form
    "power.matrix-product": ("tr(A A X)", "X"),
    "inverse.cancel": ("A X G G^-1", "X"),
    "inverse.orthogonal": ("tr(Q^-1 X)", "X"),
    "entrywise.diagonal": ("(x' diag(a) x)^2", "x"),
    "scalars.one-fraction": ("(s t)^2", "s"),
    "recognise.sigmoid": ("log(1 + exp(-s))", "s"),
    "recognise.sigmoid-slope": ("1/(1 + e^-t)", "t"),
    "recognise.entrywise-sigmoid": ("sum(log(1 + exp(A x)))", "x"),
    "recognise.softmax": ("log(sum(exp(A x)))", "x"),
}  # fmt: skip

UNREACHED = {"canonical.fill", "canonical.into-sum"}
"""Identities that other rules may make unnecessary in examples this short."""


def used_rules(steps: tuple[Step, ...]) -> set[str]:
    found: set[str] = set()
    stack = list(steps)
    while stack:
        step = stack.pop()
        found.add(step.rule.id)
        stack.extend(step.substeps)
    return found


@pytest.mark.parametrize("rule_id", EXAMPLES)
def test_a_rule_is_used_in_its_example_and_the_example_is_verified(rule_id):
    text, variable, *options = EXAMPLES[rule_id]
    derivation = gradviz.derive(text, variable, declare=D, **(options[0] if options else {}))
    assert derivation.cannot is None
    assert derivation.verification
    assert rule_id in used_rules(derivation.steps)


def test_every_rule_of_the_differential_has_an_example():
    assert {row.rule.id for row in differential_rules().all()} <= set(EXAMPLES)


def test_every_identity_of_canonical_forms_has_an_example():
    assert {rule.id for rule in ADJOINTS} - set(EXAMPLES) <= UNREACHED


def test_rules_are_named_by_family_and_state_a_formula():
    rules = [*(row.rule for row in differential_rules().all()), *ADJOINTS, *COMPACT, *RECOGNISE]
    assert len({r.id for r in rules}) == len(rules)
    for rule in rules:
        assert "=" in rule.formula
        assert rule.id == rule.id.lower()
        assert rule.family


@pytest.mark.parametrize("row", differential_rules().all(), ids=lambda row: row.rule.id)
def test_the_letters_of_a_formula_are_bound(row):
    left = row.rule.formula.partition(" = ")[0]
    for letter in row.parts:
        assert letter in left
