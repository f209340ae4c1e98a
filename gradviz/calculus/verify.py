"""The numeric verdict: every step, substep and answer evaluated at random instances.

A step that keeps its subject must have equal sides. A step that reads a derivative off must give back, for random
increments, what the line said. The answer is compared with a complex-step derivative of the function itself, which
knows no rule. Random tests of this kind miss a wrong identity with probability zero for analytic functions, up to
rounding (Schwartz 1980, Zippel 1979).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import Differential, Expr, Symbol
from gradviz.algebra.properties import facts
from gradviz.algebra.walk import postorder, preorder, symbols
from gradviz.calculus.comparison import BLURRED, NOT_FINITE, TOLERANCE, all_of, compare, over_instances
from gradviz.calculus.derivation import Check, Derivation, Kind, Result, StationaryPoint, Step, Subject, Verification
from gradviz.calculus.entry_checks import by_entries, entry_sides, gradient_change
from gradviz.calculus.members import links
from gradviz.calculus.name_checks import is_local, local_sides, named_values
from gradviz.calculus.naming import Names
from gradviz.calculus.sampling import dimension_choices, draw, style_choices, with_properties
from gradviz.numeric.evaluate import Array, EvaluationError, Evaluator
from gradviz.numeric.rounding import Instance
from gradviz.sentences import say

__all__ = ["TOLERANCE", "agree", "random_worlds", "value_in", "verify", "verify_stationary", "written_out"]

BATCH = 4
"""Instances for each choice of sizes."""
WORST_CONDITION = 1e6
"""Instances with a nearly singular matrix under an inverse or determinant are left out: rounding, not algebra,
decides there.
"""
SEED = 20240229


def verify(derivation: Derivation) -> Derivation:
    """The same derivation with its verdict."""
    shown, derivation = derivation, written_out(derivation)

    def drawn(*, every_line: bool = False, around: str = "plain") -> list[Instance]:
        return [_with_names(shown, w) for w in _instances(derivation, every_line=every_line, around=around)]

    instances = drawn()
    steps, results = _checks(derivation, instances)
    if any(c.reason == NOT_FINITE for c in (*steps, *results)):
        # A line overflowed where the function did not; instances on which every line is finite decide.
        instances = drawn(every_line=True)
        steps, results = _checks(derivation, instances)
    if instances and _all_nought(derivation, instances):
        # Every unit of a network of relus may be dead, or a slope below the smallest number: other values, alive.
        instances += drawn(around="calm positive")
        steps, results = _checks(derivation, instances)
    if any(_drowned(c, instances) for c in (*steps, *results)):
        # Through many layers these values multiply rounding errors, or overflow; calm ones do not.
        instances = drawn(around="calm") or instances
        steps, results = _checks(derivation, instances)
    if derivation.cannot is not None:
        result = Check(0.0, 0, False, say("not derived: {reason}", reason=derivation.cannot))
    elif not instances:
        result = Check(float("inf"), 0, False, say("no random instance lies where the function is defined"))
    else:
        result = over_instances(results)
    dimensions = tuple(dict(w.dims) for w in instances)
    return shown.with_(verification=Verification(steps, result, dimensions))


def _with_names(derivation: Derivation, world: Instance) -> Instance:
    """The world in which intermediate variables, and derivatives that are written by their names, have values."""
    if derivation.method != "chain":
        return world

    def completed(there: Evaluator) -> Evaluator:
        values, derivatives = named_values(derivation, there)
        return there.like(values={**there.values, **values}, derivatives=derivatives)

    found = completed(world)
    named = Instance(world.dims, found.values, world.directions, world.members, found.derivatives)
    named.completed = completed
    return named


def written_out(derivation: Derivation) -> Derivation:
    """The derivation with what the names of its definitions stand for in their place."""
    if not derivation.definitions:
        return derivation
    names = Names(dict(derivation.definitions), dict(derivation.signals))
    memo: dict[Expr, Expr] = {}

    def plain(step: Step) -> Step:
        if is_local(step):  # what a name stands for is held constant there
            return step
        before, after = (names.written_out(e, memo) for e in (step.before, step.after))
        return replace(step, before=before, after=after, substeps=tuple(plain(s) for s in step.substeps))

    return derivation.with_(steps=tuple(plain(s) for s in derivation.steps))


def _drowned(check: Check, instances: Sequence[Instance]) -> bool:
    """Whether instances had to be left out of a check, or it met what is no number."""
    few = check.ok and check.instances < sum(world.batch for world in instances)
    return few or check.reason in (BLURRED, NOT_FINITE)


def _all_nought(derivation: Derivation, instances: Sequence[Instance]) -> bool:
    """Whether an answer vanishes at every instance though its variable occurs, so that most mistakes would, too."""
    known = set(symbols(derivation.function))
    answers = [r.expression for r in derivation.results if all(v in known for v in _by(r.subject))]
    values = ((value_in(world, e) for world in instances) for e in answers)
    return any(all(v is not None and not v.any() for v in found) for found in values)


def _checks(derivation: Derivation, instances: Sequence[Instance]) -> tuple[tuple[Check, ...], list[Check]]:
    steps = tuple(
        over_instances([_check_step(step, world, derivation) for world in instances]) for step in derivation.steps
    )
    return steps, [over_instances([_check_result(r, w, derivation) for w in instances]) for r in derivation.results]


# --- instances --------------------------------------------------------------------------------------------------------


def _lines(derivation: Derivation) -> list[Expr]:
    """Every distinct expression on any line."""
    found: dict[Expr, None] = {derivation.function: None}
    stack = list(derivation.steps)
    while stack:
        step = stack.pop()
        found.update({step.before: None, step.after: None})
        stack.extend(s for s in step.substeps if not is_local(s))
    found.update({r.expression: None for r in derivation.results})
    return list(found)


def _instances(derivation: Derivation, *, every_line: bool = False, around: str = "plain") -> Iterator[Instance]:
    lines = _lines(derivation)
    finite = [e for e in lines if not _is_unfinished(e)] if every_line else [derivation.function]
    names: dict[Symbol, None] = {}
    names.update(dict.fromkeys(symbols(*lines, *derivation.variables)))
    delicate = {e.children[0] for e in postorder(*lines) if isinstance(e, n.Inverse | n.LogDet)}
    choices = dimension_choices([*lines, *derivation.variables])
    batch = BATCH if len(choices) > 1 else 2 * BATCH
    rng = np.random.default_rng(SEED)
    numbers = [float(e.value) for e in postorder(derivation.function) if isinstance(e, n.Number)]
    for styles in style_choices(list(names), rng, around, numbers):
        found = [world for dims in choices if (world := _world(derivation, styles, dims, batch, rng, delicate, finite))]
        if found:
            yield from found
            return


def _is_unfinished(e: Expr) -> bool:
    """Whether a line has no value by itself: a differential, or the name of a derivative, stands in it."""
    return e.has_differential or any(isinstance(part, n.NamedDerivative) for part in preorder(e))


def _world(
    derivation: Derivation,
    styles: Mapping[Symbol, str],
    dims: dict[str, int],
    batch: int,
    rng: np.random.Generator,
    delicate: set[Expr],
    finite: Sequence[Expr],
) -> Instance | None:
    """Instances of one choice of sizes, those left out where the function is undefined or ill-conditioned; None if
    none is left.
    """
    sizes = Evaluator(dims, {})
    values = {
        s: draw(s, (sizes.size(s.shape.rows), sizes.size(s.shape.cols)), 4 * batch, style, rng)
        for s, style in styles.items()
    }
    trial = Evaluator(dims, values)
    trial.links = links(derivation.function, derivation.variables)
    try:
        defined = np.ones(trial.batch, dtype=bool)
        for line in finite:
            defined &= np.isfinite(trial(line)).reshape(trial.batch, -1).all(axis=1)
        for matrix in delicate:
            if matrix.has_differential:
                continue
            value = trial(matrix)
            fine = np.isfinite(value).reshape(len(value), -1).all(axis=1)
            condition = np.full(len(value), np.inf)
            condition[fine] = np.linalg.cond(value[fine])
            defined &= condition < WORST_CONDITION
    except (EvaluationError, np.linalg.LinAlgError, ValueError):
        return None
    keep = np.flatnonzero(np.broadcast_to(defined, (4 * batch,)))[:batch]
    if not len(keep):
        return None
    kept = {s: v[keep] for s, v in values.items()}
    if any(isinstance(e, n.IndexedSum) for e in postorder(*finite)):
        # The members of a family are other instances of the batch, and the batch has changed.
        again = Evaluator(dims, kept)
        again.links = trial.links
        if not all(np.isfinite(again(line)).all() for line in finite):
            return None
    directions = {
        v: with_properties(rng.normal(size=kept[v].shape), facts(v) & {"symmetric", "diagonal"})
        for v in derivation.variables
    }
    found = Instance(dims, kept, directions)
    found.links = trial.links
    return found


# --- checks -----------------------------------------------------------------------------------------------------------


def agree(sides: Callable[[Evaluator], tuple[Array, Array]], world: Instance) -> Check:
    """Whether two sides agree in a world."""

    def spread() -> Array:
        moved = [
            np.abs(other - exact).reshape(len(exact), -1).max(axis=1, initial=0.0)
            for pair in map(sides, world.others)
            for other, exact in zip(pair, (left, right), strict=True)
        ]
        return np.asarray(np.nan_to_num(np.max(moved, axis=0), nan=np.inf))

    try:
        left, right = sides(world)
        return compare(left, right, spread)
    except (EvaluationError, np.linalg.LinAlgError, ValueError) as error:
        return Check(float("inf"), 0, False, str(error))


def _check_step(step: Step, world: Instance, derivation: Derivation) -> Check:
    checks = [_check_step(s, world, derivation) for s in step.substeps]
    checks.append(agree(lambda there: _sides(step, there, derivation), world))
    return all_of(checks)


def _sides(step: Step, world: Evaluator, derivation: Derivation) -> tuple[Array, Array]:
    """Two arrays that must agree if the step is right."""
    if is_local(step):
        return local_sides(step, world)
    if by_entries(step):
        return entry_sides(step, world, derivation)
    if step.keeps_subject and step.subject.kind is Kind.SLICE:
        (x,) = step.subject.variables
        return _every_slice(step.before, x, world), _every_slice(step.after, x, world)
    if step.keeps_subject:
        return world(step.before), world(step.after)
    before, after = step.before_subject.kind, step.subject.kind
    if before is Kind.FUNCTION and after in (Kind.GRADIENT, Kind.DERIVATIVE, Kind.JACOBIAN):  # by the chain rule
        alone = world.like(directions={v: world.directions[v] for v in step.subject.variables})
        return alone(Differential(derivation.function)), apply_derivative(step.after, step.subject, alone)
    if before is Kind.DERIVATIVE and after in (Kind.GRADIENT, Kind.JACOBIAN):  # derivatives by scalars, put together
        return world(n.Vec(Differential(derivation.function))), apply_derivative(step.after, step.subject, world)
    if step.before_subject.structure == "unrestricted":  # G => the structured G
        said = apply_derivative(step.before, step.before_subject, world)
        return said, apply_derivative(step.after, step.subject, world)
    if after is Kind.INCREMENT:  # f => f(x + u) - f(x)
        return _increment(step, world), world(step.after)
    if before is Kind.INCREMENT:  # the linear part of the increment is the differential
        return world(Differential(derivation.function)), world(step.after)
    if after in (Kind.DIFFERENTIAL, Kind.GRADIENT_DIFFERENTIAL):  # f => d f
        return world(Differential(step.before)), world(step.after)
    if after is Kind.VEC_DIFFERENTIAL:
        return world(n.Vec(step.before)), world(step.after)
    if before in (Kind.DIFFERENTIAL, Kind.VEC_DIFFERENTIAL, Kind.GRADIENT_DIFFERENTIAL):
        by = _by(step.subject)
        unstacked = before is Kind.VEC_DIFFERENTIAL and after in (Kind.DERIVATIVE, Kind.BLOCK) and by[0].is_scalar
        by_scalar = len(by) == 1 and by[0].is_scalar
        stacked = not by_scalar and (
            before is not Kind.VEC_DIFFERENTIAL
            and step.subject.kind in (Kind.JACOBIAN, Kind.HESSIAN, Kind.BLOCK)
            and step.before.shape.cols != 1
        )
        said = world(n.Vec(step.before)) if stacked else world(step.before)
        others = [v for v in derivation.variables if v not in by]
        if unstacked:
            applied = apply_derivative(step.after, step.subject, world).swapaxes(1, 2).reshape(world.batch, -1, 1)
            return _without(step.before, others, world, False), applied
        applied = apply_derivative(step.after, step.subject, world)
        return (_without(step.before, others, world, stacked) if others else said), applied
    raise EvaluationError(f"no check for {before} to {after}")


def _increment(step: Step, world: Evaluator) -> Array:
    """``f(x + u) - f(x)`` from two values of f."""
    (x,) = step.subject.variables
    if x not in symbols(step.before):
        return np.zeros_like(world(step.before))
    (u,) = (s for s in symbols(step.after) if s not in symbols(step.before))
    moved = world.like(values={**world.values, x: world.values[x] + world.values[u]}, directions={}, members={})
    return np.asarray(moved(step.before) - world(step.before))


def _every_slice(expression: Expr, x: Symbol, world: Evaluator) -> Array:
    """The slices for all entries of x, side by side."""
    letters = {e.data[0] for e in postorder(expression) if isinstance(e, n.Unit) and isinstance(e.data[0], str)}
    values = []
    for k in range(world.size(x.shape.rows)):
        one = world.like(members=dict.fromkeys(letters, k))
        values.append(one(expression))
    return np.concatenate(values, axis=2)


def _by(subject: Subject) -> tuple[Symbol, ...]:
    """The variables by whose increments a derivative is multiplied."""
    return subject.variables[1:] if subject.kind is Kind.BLOCK else subject.variables


def _without(line: Expr, others: Sequence[Symbol], world: Evaluator, stacked: bool) -> Array:
    """The line with the increments of the other variables at zero."""
    kept = {v: d for v, d in world.directions.items() if v not in others}
    narrowed = world.like(directions=kept)
    return narrowed(n.Vec(line) if stacked else line)


def apply_derivative(expression: Expr, subject: Subject, world: Evaluator) -> Array:
    """What a derivative says of the increments in `world`: ``<G, dX>``, ``J vec dX`` or ``F' dt``."""
    if subject.kind is Kind.SLICE:
        (x,) = subject.variables
        slices = _every_slice(expression, x, world)
        batch, rows, _ = slices.shape
        stack = slices.reshape(batch, rows, world.size(x.shape.rows), -1)
        return np.asarray(np.einsum("brkc,bk->brc", stack, world.directions[x][:, :, 0]))
    value = world(expression)
    if subject.transposed:
        value = value.swapaxes(1, 2)
    increments = [world.directions[v] for v in _by(subject)]
    if len(increments) > 1:
        increment = np.concatenate([d.reshape(len(d), -1, 1) for d in increments], axis=1)
    else:
        increment = increments[0]
    match subject.kind:
        case Kind.GRADIENT:
            if subject.structure == "free":  # one entry for each pair (i, j) and (j, i)
                increment = np.triu(increment)
            return np.asarray((value * increment).sum(axis=(1, 2), keepdims=True))
        case Kind.DERIVATIVE:
            return np.asarray(value * increment)
        case Kind.HESSIAN | Kind.BLOCK if increment.shape[1:] == (1, 1):
            return np.asarray(value * increment)
        case Kind.JACOBIAN | Kind.HESSIAN | Kind.BLOCK:
            if subject.structure == "free":
                increment = np.triu(increment)
            return np.asarray(value @ increment.swapaxes(1, 2).reshape(len(increment), -1, 1))
    raise EvaluationError(f"{subject.kind} is no derivative")


def _check_result(result: Result, world: Instance, derivation: Derivation) -> Check:
    """The answer against a complex step of the function (of its gradient, for a second derivative)."""
    return agree(lambda there: _answer_sides(result, there, derivation), world)


def _answer_sides(result: Result, world: Evaluator, derivation: Derivation) -> tuple[Array, Array]:
    """What the function does for random increments, and what the answer says of them."""
    kept = {v: world.directions[v] for v in _by(result.subject)}
    alone = world.like(directions=kept)
    if result.subject.kind not in (Kind.HESSIAN, Kind.BLOCK):
        expected = alone(Differential(derivation.function))
    elif derivation.method == "components":
        expected = gradient_change(derivation, alone)
    else:
        expected = alone(Differential(_gradient_of(derivation, result.subject)))
    by_scalars = len(kept) == 1 and all(v.is_scalar for v in kept)
    if result.subject.kind in (Kind.JACOBIAN, Kind.HESSIAN, Kind.BLOCK) and expected.shape[2] != 1 and not by_scalars:
        expected = expected.swapaxes(1, 2).reshape(len(expected), -1, 1)
    return expected, apply_derivative(result.expression, result.subject, alone)


def verify_stationary(derivation: Derivation, found: StationaryPoint) -> bool:
    """Whether the gradient vanishes at the point, at every instance."""
    (x,) = derivation.variables
    gradient = derivation.results[0].expression
    worlds = list(
        _instances(derivation.with_(results=(*derivation.results, Result(Subject(Kind.STATIONARY), found.point))))
    )
    return bool(worlds) and all(agree(lambda w: _slope_at(gradient, x, found.point, w), world).ok for world in worlds)


def _slope_at(gradient: Expr, x: Symbol, point: Expr, world: Evaluator) -> tuple[Array, Array]:
    """The gradient at the point, and nought."""
    there = world.like(values={**world.values, x: np.broadcast_to(world(point), world.values[x].shape)})
    return there(gradient), np.zeros(world.values[x].shape)


def random_worlds(derivation: Derivation, *further: Expr) -> list[Instance]:
    """Instances on which the function is defined, in several sizes; the further expressions can be evaluated there."""
    more = tuple(Result(Subject(Kind.PART), expression) for expression in further)
    return list(_instances(derivation.with_(results=(*derivation.results, *more))))


def value_in(world: Evaluator, expression: Expr) -> Array | None:
    """The value, of shape (batch, rows, cols); None where it cannot be evaluated."""
    try:
        return np.asarray(world(expression))
    except (EvaluationError, np.linalg.LinAlgError, ValueError, KeyError):
        return None


def _gradient_of(derivation: Derivation, subject: Subject) -> Expr:
    """The gradient that a second derivative was taken of; its own steps have been checked against the function."""
    about = subject.variables[:1] if subject.kind is Kind.BLOCK else subject.variables
    steps = [s for s in derivation.steps if s.subject == Subject(Kind.GRADIENT_DIFFERENTIAL, about)]
    return steps[0].before
