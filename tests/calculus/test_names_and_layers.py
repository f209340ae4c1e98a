"""Definitions kept as intermediate variables, and deep expressions taken layer by layer."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

import gradviz
from benchmarks.growth import FAMILIES, NAMED_FAMILIES
from gradviz.algebra.build import times
from gradviz.algebra.nodes import Apply, Number, Symbol, Unspecified
from gradviz.algebra.walk import node_count, postorder, symbols
from gradviz.calculus.derivation import Kind, Step
from gradviz.calculus.engine import derive
from gradviz.calculus.naming import named
from gradviz.calculus.verify import verify
from gradviz.typeset.document_text import derivation_text
from gradviz.typeset.lines import lines
from gradviz.typeset.text import text
from tests import oracle
from tests.bounds import bounded

NETWORK = "u = W_1' x\na = sigma(u)\nv = W_2' a\nb = sigma(v)\ny = W_3' b\nL(y)"

# text, variable -> the answer with the names, the whole answer
CASES = [
    ("u = y - W x\nf = u' u", "x", "-2 W' u", "-2 W' (y - W x)"),
    ("u = y - W x\nf = u' u", "W", "-2 u x'", "-2 (y - W x) x'"),
    ("u = y - W x\n||u||^2", "y", "2 u", "2 (y - W x)"),
    ("z = W x + b\nL(z)", "x", "W' ∇L(z)", "W' ∇L(W x + b)"),
    ("S = X' X\nlogdet(S)", "X", "2 X S^-1", "2 X (X' X)^-1"),
    ("q = x' A x\nq^2", "x", "2 q (A + A') x", "2 (x' A x) (A + A') x"),
    ("p = softmax(x)\na' p", "x", "(diag(p) - p p') a", "(diag(softmax(x)) - softmax(x) softmax(x)') a"),
    ("s = a' x\nt = s^2\nexp(t)", "x", "2 s exp(t) a", "2 (a' x) exp((a' x)^2) a"),
    ("u = A x\nv = B u\nv .* u", "x", "(diag(u) B + diag(v)) A", "(diag(A x) B + diag(B A x)) A"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "variable", "short", "whole"), CASES, ids=[f"{c[0]} by {c[1]}" for c in CASES])
def test_the_answer_is_read_off_with_the_names_and_then_written_out(source, variable, short, whole):
    found = gradviz.derive(source, variable)
    assert found.verification
    by = [s for s in found.steps if s.rule.id == "names.put-back"]
    assert [text(s.before) for s in by] == [short]
    assert text(found.result) == whole
    assert not set(symbols(found.result)) & {name for name, _ in found.core.definitions}


@pytest.mark.parametrize(("source", "variable", "short", "whole"), CASES, ids=[f"{c[0]} by {c[1]}" for c in CASES])
def test_the_answer_agrees_with_finite_differences(source, variable, short, whole):
    found = gradviz.derive(source, variable)
    rng = np.random.default_rng(3)
    (x,) = found.core.variables
    if any(isinstance(e, Unspecified) for e in postorder(found.core.function)):
        return  # a function without a formula has no finite differences
    values, dims = oracle.instance(found.core.function, x, rng=rng)
    step = rng.normal(size=values[x].shape)
    slope = oracle.directional(found.core.function, {x: step}, values, dims)
    answer = oracle.value(found.result, values, dims)
    applied = (
        answer @ oracle.vec(step) if found.core.results[0].subject.kind is Kind.JACOBIAN else (answer * step).sum()
    )
    assert np.allclose(applied, slope, atol=1e-6)


@pytest.mark.parametrize(
    ("variable", "answer"),
    [
        ("W_3", "b ∇L(y)'"),
        ("W_2", "a (W_3 ∇L(y) .* b .* (1 - b))'"),
        ("W_1", "x (W_2 (W_3 ∇L(y) .* b .* (1 - b)) .* a .* (1 - a))'"),
    ],
)
def test_backpropagation_reads_as_in_a_course(variable, answer):
    found = gradviz.derive(NETWORK, variable)
    assert found.verification
    assert text(next(s.before for s in found.steps if s.rule.id == "names.put-back")) == answer


def test_the_cross_entropy_of_a_logistic_model_is_as_short_with_names_as_without():
    source = "q = w' x\np = sigma(q)\n-y log(p) - (1 - y) log(1 - p)"
    found = gradviz.derive(source, "w", declare="y in R")
    assert found.verification
    assert text(found.result) == "(sigmoid(w' x) - y) x"


def test_a_symmetric_explicit_matrix_is_seen_to_be_symmetric():
    found = gradviz.derive("A = [2, 1; 1, 3]\n1/2 x' A x", "x")
    assert text(found.result) == "[2, 1; 1, 3] x"


def test_a_long_answer_is_shown_with_the_names():
    found = gradviz.derive(NETWORK, "W_1")
    shown = [line for line in lines(found.core) if line.kind == "result"]
    assert text(shown[0].expression) == "x (W_2 (W_3 ∇L(y) .* b .* (1 - b)) .* a .* (1 - a))'"
    assert found.result is not shown[0].expression


def test_the_lines_begin_with_the_function_as_it_was_written():
    found = lines(gradviz.derive("u = y - W x\nf = u' u", "x").core)
    assert [(line.kind, text(line.expression)) for line in found[:2]] == [
        ("function", "u' u"),
        ("definition", "y - W x"),
    ]


def test_the_differential_of_a_name_stands_on_lines_of_its_own():
    found = gradviz.derive("u = y - W x\nf = u' u", "x").to_text()
    assert "du              = d(y - W x)\n" in found
    assert "                = -W dx " in found
    assert found.count("2 u' du") == 1


def test_a_hessian_is_derived_with_names():
    found = gradviz.derive("u = y - X w\nu' u + λ w' w", "w", order=2)
    assert found.verification
    assert text(found.result) == "2 (lambda I_n + X' X)"


def test_several_variables_share_the_names():
    found = gradviz.derive("u = W x + b\nL(u)", ["W", "b"])
    assert found.verification
    assert [text(r.expression) for r in found.core.results] == ["∇L(W x + b) x'", "∇L(W x + b)"]


def test_names_that_say_nothing_are_put_in_at_once():
    x = Symbol("x", ("n", 1))
    function = Apply(x, "exp")
    for meaning in (x, Apply(Symbol("y", ("n", 1)), "sin")):  # a bare symbol; a part that does not occur
        written, names = named(function, [("u", meaning)])
        assert written is function
        assert not names


def test_a_definition_that_is_the_function_itself_is_no_name():
    assert gradviz.derive("u = x' A x\nu", "x").core.definitions == ()


def test_a_name_keeps_what_is_known_of_its_meaning():
    found = gradviz.derive("S = X' X\nx' S x", "x")
    assert text(next(s.before for s in found.steps if s.rule.id == "names.put-back")) == "2 S x"


def deepest(steps: tuple[Step, ...]) -> int:
    return 1 + max((deepest(s.substeps) for s in steps), default=0) if steps else 0


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("k", [3, 12, 13, 14, 30, 60])
def test_deep_and_wide_expressions_are_derived_and_verified(family, k):
    function, variable = FAMILIES[family](k)
    found = verify(derive(function, [variable]))
    assert found.cannot is None
    assert found.verification
    assert len(found.steps) < 60


def test_a_deep_network_takes_one_step_a_stage_with_substeps():
    function, variable = FAMILIES["network by its input"](20)
    found = derive(function, [variable])
    ids = [s.rule.id for s in found.steps]
    assert ids == ["differential.take", "differential.layers", "canonical.layers", "read-off.jacobian"]
    assert all(s.substeps for s in found.steps[1:3])
    assert deepest(found.steps) == 2


@pytest.mark.parametrize("family", FAMILIES)
def test_the_answer_grows_linearly_with_the_expression(family):
    counts = [node_count(derive(f, [x]).result) for f, x in map(FAMILIES[family], (40, 80, 160))]
    assert counts[2] - counts[1] <= 2.2 * (counts[1] - counts[0])


@pytest.mark.parametrize("family", FAMILIES)
def test_two_hundred_layers_take_no_time_that_grows_without_bound(family):
    function, variable = FAMILIES[family](200)
    with bounded(10):
        found = verify(derive(function, [variable]))
    assert found.verification


# --- signals ----------------------------------------------------------------------------------------------------------


def layered(k: int, last: str, function: str = "tanh", name: str = "h") -> str:
    inner = [f"{name}_{i} = {function}(W_{i} {f'{name}_{i - 1}' if i > 1 else 'x'})" for i in range(1, k)]
    return "\n".join([*inner, last.format(W=f"W_{k}", h=f"{name}_{k - 1}")])


def test_deep_named_networks_are_derived_by_signals_as_textbooks_write_backpropagation():
    found = gradviz.derive(layered(7, "||y - {W} {h}||^2"), "W_1")
    assert found.verification
    named_ = {
        line.subject.part.name: text(line.expression)
        for line in lines(found.core)
        if line.subject.part in dict(found.core.signals)
    }
    assert named_ == {
        "delta_6": "-2 W_7' (y - W_7 h_6)",
        **{f"delta_{i}": f"W_{i + 1}' (delta_{i + 1} .* (1 - h_{i + 1}.^2))" for i in range(1, 6)},
    }
    (result,) = found.core.results
    assert text(result.short) == "(delta_1 .* (1 - h_1.^2)) x'"
    assert {s.name for s in symbols(result.expression)} == {"x", "y", *(f"W_{i}" for i in range(1, 8))}


def test_the_jacobian_of_a_deep_named_network_is_a_product_layer_by_layer():
    found = gradviz.derive(layered(9, "{W} {h}"), "x")
    assert found.verification
    assert text({s.name: e for s, e in found.core.signals}["J_2"]) == "J_3 diag(1 - h_3.^2) W_3"
    assert text(found.core.results[0].short) == "J_1 diag(1 - h_1.^2) W_1"


def test_a_signal_takes_no_name_that_is_in_use():
    found = gradviz.derive(layered(7, "||y - {W} {h}||^2 + delta_3"), "W_1", declare="delta_3 in R")
    assert found.verification
    names = {s.name for s, _ in found.core.signals}
    assert "delta_3" not in names
    assert len(names) == 6


@pytest.mark.parametrize("k", [8, 60])
@pytest.mark.parametrize("function", ["sigmoid", "tanh"])
def test_a_wrong_signal_is_caught(function, k):
    found = gradviz.derive(layered(k, "||y - {W} {h}||^2", function), "W_1").core
    i = next(i for i, s in enumerate(found.steps) if s.rule.id == "names.signal" and s.before.name == "delta_3")
    step = found.steps[i]
    wrong = replace(step, after=times(Number("1.0001"), step.after))
    assert not verify(found.with_(steps=(*found.steps[:i], wrong, *found.steps[i + 1 :]))).verification.steps[i].ok


@pytest.mark.parametrize("family", NAMED_FAMILIES)
def test_two_hundred_named_layers_are_derived_verified_and_written_in_bounded_time(family):
    function, variable, definitions = NAMED_FAMILIES[family](200)
    with bounded(10):
        found = verify(derive(function, [variable], definitions=definitions))
        written = derivation_text(found)
    assert found.verification
    longest = max(map(len, written.splitlines()[1:]))
    assert longest < 400
    function, variable, definitions = NAMED_FAMILIES[family](100)
    shorter = derivation_text(derive(function, [variable], definitions=definitions))
    assert len(written) < 2.3 * len(shorter)
