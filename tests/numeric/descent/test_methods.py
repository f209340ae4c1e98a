"""Every method: its parameters, its formula, and a step opened into sub-steps that add up."""

from __future__ import annotations

import math
import re
from dataclasses import FrozenInstanceError, fields, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import typst

from gradviz.numeric import descent
from gradviz.numeric.descent import (
    BFGS,
    LBFGS,
    METHODS,
    SCHEDULES,
    Adam,
    ConjugateGradients,
    Cosine,
    DampedNewton,
    Fixed,
    GaussNewton,
    GradientDescent,
    HeavyBall,
    InverseTime,
    Limits,
    Oracle,
    ParameterError,
    StepDecay,
    StochasticGradientDescent,
    StopReason,
    StrongWolfe,
    SubStepKind,
    TrustRegion,
    descend,
    make_method,
    open_step,
)
from gradviz.numeric.descent.formula import Formula
from tests.numeric.descent import problems

VARIANTS = {
    **{id: entry.make() for id, entry in METHODS.items()},
    "damped-newton, indefinite": DampedNewton(definite=False),
    "gauss-newton, whole": GaussNewton(damped=False),
    "sgd, momentum": StochasticGradientDescent(momentum=0.5, batch=4),
}


@pytest.mark.parametrize(
    ("make", "parameter", "words"),
    [
        (lambda: GradientDescent(0.0), "step_size", "nothing moves"),
        (lambda: GradientDescent(-1.0), "step_size", "climbs"),
        (lambda: Adam(step_size=math.nan), "step_size", "NaN"),
        (lambda: GradientDescent("fast"), "step_size", "a number"),  # type: ignore[arg-type]
        (lambda: HeavyBall(0.1, momentum=1.0), "momentum", "at least 0 and below 1"),
        (lambda: HeavyBall(0.1, momentum=-0.1), "momentum", "at least 0"),
        (lambda: HeavyBall(0.1, momentum=math.nan), "momentum", "NaN"),
        (lambda: Adam(beta2=1.0), "beta2", "below 1"),
        (lambda: Adam(epsilon=0.0), "epsilon", "above 0"),
        (lambda: Adam(epsilon="x"), "epsilon", "a number"),  # type: ignore[arg-type]
        (lambda: LBFGS(pairs=0), "pairs", "at least 1"),
        (lambda: LBFGS(pairs=2.5), "pairs", "whole number"),  # type: ignore[arg-type]
        (lambda: BFGS(c1=0.5, c2=0.4), "c2", "above c1 = 0.5"),
        (lambda: StrongWolfe(c1=2.0), "c1", "below 1"),
        (lambda: ConjugateGradients("Newton"), "variant", "one of Fletcher-Reeves"),
        (lambda: DampedNewton(definite=1), "definite", "True or False"),  # type: ignore[arg-type]
        (lambda: TrustRegion(radius=5.0, largest=1.0), "radius", "at most the largest"),
        (lambda: TrustRegion(eta=0.5), "eta", "below 0.25"),
        (lambda: StepDecay(decay=0.0), "decay", "above 0"),
        (lambda: StepDecay(every=0), "every", "at least 1"),
        (lambda: Cosine(period=0), "period", "at least 1"),
        (lambda: InverseTime(rate=math.inf), "rate", "above 0"),
        (lambda: make_method("adam", speed=1), "speed", "no parameter “speed”; it has beta1"),
        (
            lambda: make_method("gradient"),
            "method",
            "There is no method “gradient”. Did you mean gradient-descent? There are gradient-descent, heavy-ball",
        ),
        (lambda: StochasticGradientDescent(batch=0), "batch", "at least 1"),
    ],
)
def test_a_value_that_a_parameter_cannot_take_is_named(make: Any, parameter: str, words: str) -> None:
    with pytest.raises(ParameterError, match=re.escape(words)) as caught:
        make()
    assert caught.value.parameter == parameter


@pytest.mark.parametrize("name", VARIANTS)
def test_a_method_is_immutable_named_and_cited(name: str) -> None:
    method = VARIANTS[name]
    assert method.title
    assert re.search(r"\d{4}", method.source), "a source has a year"
    for parameter in method.parameters():
        assert parameter.meaning
        parameter.check(parameter.default)
        with pytest.raises(FrozenInstanceError):
            setattr(method, parameter.name, parameter.default)
    documented = {f.name for f in fields(method)} - {"schedule"}
    assert documented == {p.name for p in method.parameters()}


def test_every_public_name_is_there() -> None:
    assert {name for name in descent.__all__ if not hasattr(descent, name)} == set()
    with pytest.raises(AttributeError, match="no attribute 'Sgd'"):
        _ = descent.Sgd


def test_the_catalogue_presets_reach_the_methods() -> None:
    assert METHODS["trust-steihaug"].make() == TrustRegion(subproblem="steihaug")
    assert METHODS["mini-batch"].make(seed=3) == StochasticGradientDescent(batch=8, seed=3)
    assert {p.name: p.default for p in METHODS["mini-batch"].parameters()}["batch"] == 8
    assert METHODS["adam"].takes_schedule
    assert not METHODS["bfgs"].takes_schedule


FORMULAS: dict[str, Formula] = {
    **{name: method.formula().named("w", "L") for name, method in VARIANTS.items()},
    **{name: make().formula() for name, make in SCHEDULES.items()},
}


def test_every_formula_is_set_by_typst(tmp_path: Path) -> None:
    pages = [
        f"$ {formula.typst} $\n" + " ".join(f"${letter.typst}$" for letter in formula.letters)
        for formula in FORMULAS.values()
    ]
    source = tmp_path / "formulas.typ"
    source.write_text("#set page(width: auto, height: auto)\n" + "\n#pagebreak()\n".join(pages))
    assert len(typst.compile(str(source), format="svg")) == len(pages)


@pytest.mark.parametrize("name", FORMULAS)
def test_primes_and_relations_are_where_typst_reads_them(name: str) -> None:
    """After a subscript a prime would belong to it, and a relation must not be cut in two."""
    text = FORMULAS[name].typst
    assert not re.search(r"_\w'|_\([^()]*\)'", text)
    assert text.count("&") == len(FORMULAS[name].lines)
    assert "<&" not in text


@pytest.mark.parametrize("name", FORMULAS)
def test_every_formula_is_whole_in_latex(name: str) -> None:
    formula = FORMULAS[name]
    for text in (formula.latex, *(letter.latex for letter in formula.letters)):
        assert text.count("{") == text.count("}")
        assert text.count(r"\left") == text.count(r"\right")
        assert text.count(r"\begin") == text.count(r"\end")
        assert "@" not in text


@pytest.mark.parametrize("name", VARIANTS)
def test_every_parameter_in_a_formula_is_one_of_the_method(name: str) -> None:
    known = {p.name for p in VARIANTS[name].parameters()}
    formula = FORMULAS[name]
    assert {letter.parameter for letter in formula.letters if letter.parameter} <= known
    body = formula.latex
    for letter in formula.letters:
        stem = letter.latex.removesuffix("_k")
        assert stem in body, f"{letter.latex} is explained and not used"


def place_for(name: str) -> tuple[Any, Any]:
    stochastic = "sgd" in name or "mini" in name
    place = problems.logistic() if stochastic else problems.rosenbrock()
    method = VARIANTS[name]
    if any(f.name == "step_size" for f in fields(method)):
        method = replace(method, step_size=1e-3)
    return place, method


@pytest.mark.parametrize("name", VARIANTS)
def test_a_step_opened_is_the_step_recorded(name: str) -> None:
    place, method = place_for(name)
    run = descend(place, np.array([-1.2, 1.0]), method, Limits(steps=12, tolerance=0.0))
    assert run.steps >= 3
    for k in (1, 2, run.steps):
        step = open_step(place, run, k)
        assert (step.before.k, step.after.k) == (k - 1, k)
        np.testing.assert_array_equal(step.before.x, run.states[k - 1])
        np.testing.assert_array_equal(step.after.x, run.states[k])
        move = step.substeps[-1] if step.substeps[-1].kind is SubStepKind.MOVE else step.substeps[-2]
        assert move.kind is SubStepKind.MOVE
        np.testing.assert_allclose(move.numbers["iterate"], run.states[k], rtol=1e-12, atol=1e-15)
        np.testing.assert_allclose(move.start + move.numbers["step"], run.states[k], rtol=1e-12, atol=1e-15)
        trials = [s for s in step.substeps if s.kind is SubStepKind.TRIAL]
        if trials:  # only the last trial is taken
            assert [t.accepted for t in trials] == [False] * (len(trials) - 1) + [True]
        assert all(s.sentence.endswith(".") for s in step.substeps)


@pytest.mark.parametrize("name", VARIANTS)
def test_the_model_of_a_step_touches_the_function(name: str) -> None:
    place, method = place_for(name)
    run = descend(place, np.array([-1.2, 1.0]), method, Limits(steps=5, tolerance=0.0))
    step = open_step(place, run, 2)
    model = step.model
    assert model is not None
    if "rows" not in method.needs:
        assert float(model(step.before.x)) == pytest.approx(step.before.value)
        np.testing.assert_allclose(model.gradient, step.before.gradient)
    if model.matrix is not None:
        assert model.kind == "quadratic"
        assert model.matrix_name
        np.testing.assert_allclose(model.matrix, model.matrix.T, rtol=1e-8, atol=1e-8)
    if "Newton" in method.title or model.radius is not None:
        assert model.matrix is not None
    if model.radius is not None:
        assert np.linalg.norm(step.after.x - step.before.x) <= model.radius * (1 + 1e-9)


@pytest.mark.parametrize("name", VARIANTS)
def test_a_step_is_pure(name: str) -> None:
    place, method = place_for(name)
    oracle = Oracle(place)
    state = method.step(method.begin(oracle, np.array([-1.2, 1.0])), oracle)
    copied = (state.x.copy(), state.gradient.copy(), repr(state.memory))
    first, second = method.step(state, oracle), method.step(state, oracle)
    np.testing.assert_array_equal(first.x, second.x)
    np.testing.assert_array_equal(state.x, copied[0])
    np.testing.assert_array_equal(state.gradient, copied[1])
    assert repr(state.memory) == copied[2]


@pytest.mark.parametrize(
    ("schedule", "factors"),
    [
        (Fixed(), {0: 1.0, 1000: 1.0}),
        (StepDecay(decay=0.1, every=10), {0: 1.0, 9: 1.0, 10: 0.1, 25: 0.01}),
        (Cosine(period=100, floor=0.2), {0: 1.0, 50: 0.6, 100: 0.2, 500: 0.2}),
        (InverseTime(rate=0.5), {0: 1.0, 2: 0.5, 18: 0.1}),
    ],
)
def test_schedules(schedule: Any, factors: dict[int, float]) -> None:
    for k, factor in factors.items():
        assert schedule.factor(k) == pytest.approx(factor)
    run = descend(
        problems.rosenbrock(), np.array([0.0, 0.0]), GradientDescent(1e-4, schedule), Limits(steps=30, tolerance=0.0)
    )
    np.testing.assert_allclose(run.quantities["step size"], [1e-4 * schedule.factor(k) for k in range(30)])


def test_backtracking_meets_armijos_condition_at_every_step() -> None:
    place = problems.rosenbrock()
    run = descend(place, np.array([-1.2, 1.0]), make_method("armijo", c1=0.1), Limits(steps=50))
    decrease = run.values[1:] - run.values[:-1]
    promised = -0.1 * run.quantities["step length"] * run.norms[:-1] ** 2
    assert (decrease <= promised + 1e-12).all()


@pytest.mark.parametrize("id", ["wolfe", "bfgs", "cg-pr"])
def test_the_strong_wolfe_conditions_hold_at_every_step(id: str) -> None:
    place = problems.rosenbrock()
    method: Any = METHODS[id].make()
    run = descend(place, np.array([-1.2, 1.0]), method, Limits(steps=30))
    for k in range(min(run.steps, 20)):
        p = run.states[k + 1] - run.states[k]
        before, after = float(run.gradients[k] @ p), float(run.gradients[k + 1] @ p)
        assert run.values[k + 1] <= run.values[k] + method.c1 * before + 1e-12
        assert abs(after) <= method.c2 * abs(before) * (1 + 1e-9)


def test_a_method_that_lacks_something_says_so() -> None:
    run = descend(problems.rosenbrock(), np.array([0.0, 0.0]), make_method("sgd"))
    assert (run.reason, run.steps) == (StopReason.STALLED, 0)
    assert "needs a sum over rows of data" in run.sentence
    run = descend(problems.logistic(), np.array([0.0, 0.0]), make_method("gauss-newton"))
    assert "needs a sum of squares" in run.sentence
