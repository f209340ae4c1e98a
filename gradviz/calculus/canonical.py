"""From an expression linear in the increments to the derivative: canonical form, collect, read off, simplify."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from gradviz.algebra import nodes as n
from gradviz.algebra.build import identity, is_zero, plus, rebuilt, terms, times, trace, transposed, vec, zero
from gradviz.algebra.nodes import ONE, Differential, Expr, Symbol
from gradviz.algebra.rewriting import Rule, rewrite
from gradviz.algebra.simplify import COLLECT, COMPACT, RECOGNISE
from gradviz.algebra.walk import Path, fold
from gradviz.calculus.derivation import Kind, Result, Subject
from gradviz.calculus.pairing import Term, peel
from gradviz.calculus.structured import is_structured, restrict
from gradviz.calculus.trail import CannotError, LimitError, Trail

__all__ = ["COLLECT_DIFFERENTIAL", "READ_OFF", "read_off"]

MN = "Magnus & Neudecker, Matrix Differential Calculus, ch. 9"
COLLECT_DIFFERENTIAL = Rule("collect", "U' dx + V' dx = (U + V)' dx", MN)
READ_OFF = Rule("read-off", "d(f) = <G, dX> => G", MN)
READ_OFF_ZERO = Rule("read-off.zero", "d(f) = 0 => G = 0", MN)
VECTORISE = Rule("canonical.vectorise", "dF => vec(dF)", MN)
LIMIT_TERMS = 1_000
MAX_SUBSTEPS = 8
"""Up to so many terms that change alike in one step are changed one by one in its substeps; more are changed at once.
"""


@dataclass(frozen=True, slots=True)
class _Form:
    """What is being read off, and how it is to be shown."""

    layout: str
    structure: str
    scalar_function: bool
    stacked: bool
    second: bool


def read_off(
    trail: Trail, variables: Sequence[Symbol], layout: str, structure: str = "projection", *, second: bool = False
) -> list[Result]:
    """Bring the line to canonical form and read the derivatives off; `second` says that the line is the gradient's
    differential.

    Raises
    ------
    CannotError
        Where a node has no identity that moves the increment to the end.
    """
    function_shape = trail.expression.shape
    if all(v.is_scalar for v in variables):
        return _by_scalars(trail, variables, layout, second)
    scalar_function = function_shape.is_scalar
    # A matrix or a row on the side of the function, or a matrix variable of a vector function, is stacked by vec.
    stacked = not scalar_function and (function_shape.cols != 1 or any(v.shape.cols != 1 for v in variables))
    if scalar_function is False and any(v.is_scalar for v in variables):
        raise CannotError("a scalar variable beside a vector variable of a vector function is not read off yet")
    if stacked and function_shape.cols != 1:
        trail.step(VECTORISE, n.Vec(trail.expression), replace(trail.subject, kind=Kind.VEC_DIFFERENTIAL))
    terms_ = _canonical_terms(trail, scalar_function, stacked)
    return _collected(trail, terms_, variables, _Form(layout, structure, scalar_function, stacked, second))


# --- scalar variables -------------------------------------------------------------------------------------------------


def _by_scalars(trail: Trail, variables: Sequence[Symbol], layout: str, second: bool) -> list[Result]:
    """``dF = F_s ds + F_t dt``: the coefficient of each increment; increments of scalars commute with everything."""
    linear = trail.expression
    shape = linear.shape
    coefficients = [_coefficient(linear, v, variables) for v in variables]
    compact = [rewrite(c, COLLECT) for c in coefficients]
    line = plus(zero(shape), *[times(c, Differential(v)) for c, v in zip(compact, variables, strict=True)])
    if len(variables) > 1 and isinstance(linear, n.Matrix) and shape.is_column:
        increments = n.Matrix(*[Differential(v) for v in variables], len(variables), 1)
        line = n.Mul(_stacked_columns(compact), increments)
    trail.step(COLLECT_DIFFERENTIAL, line)
    if len(variables) == 1:
        expression = compact[0]
        kind = Kind.DERIVATIVE
    elif shape.is_scalar:
        expression = n.Matrix(*compact, len(compact), 1)
        kind = Kind.GRADIENT
    else:
        expression = _stacked_columns(compact)
        kind = Kind.JACOBIAN
    expression, turned = _in_layout(expression, kind, layout)
    subject = Subject(Kind.HESSIAN if second else kind, tuple(variables), turned)
    trail.step(READ_OFF_ZERO if all(c is zero(shape) for c in compact) else READ_OFF, expression, subject)
    simplify_line(trail)
    return [Result(trail.subject, trail.expression)]


def _stacked_columns(columns: Sequence[Expr]) -> Expr:
    """The columns ``vec(F_s), vec(F_t), ...`` side by side: entry by entry where all are explicit, else as a sum ``u
    e_1' + ...``.
    """
    width = len(columns)
    rows, cols = columns[0].shape
    if isinstance(rows, int) and isinstance(cols, int) and all(isinstance(c, n.Matrix) or is_zero(c) for c in columns):
        order = [(i, j) for j in range(cols) for i in range(rows)]
        entries = [c.children[i * cols + j] if isinstance(c, n.Matrix) else n.ZERO for i, j in order for c in columns]
        return n.Matrix(*entries, rows * cols, width)
    return plus(*[times(vec(c), transposed(n.Unit(k + 1, width))) for k, c in enumerate(columns)])


def _coefficient(linear: Expr, variable: Symbol, variables: Sequence[Symbol]) -> Expr:
    """What multiplies the increment of one scalar: put one for it and zero for the others."""
    values: dict[Expr, Expr] = {Differential(v): n.ZERO for v in variables}
    values[Differential(variable)] = ONE

    def visit(node: Expr, children: list[Expr]) -> Expr:
        if node in values:
            return values[node]
        return rebuilt(node, children) if node.has_differential else node

    return fold(linear, visit)


# --- vector and matrix variables --------------------------------------------------------------------------------------


def _canonical_terms(trail: Trail, scalar_function: bool, stacked: bool) -> list[Term]:
    """Peel every term; the terms of a line that change by the same identity change in the same step."""
    line = trail.expression.children[0] if isinstance(trail.expression, n.Vec) and stacked else trail.expression
    current = [Term(None, ONE if scalar_function else None, t, stacked) for t in terms(line) if not is_zero(t)]
    while not all(t.finished for t in current):
        ahead: list[tuple[Rule | None, list[Term]]] = [_next_visible(t) for t in current]
        used = list(dict.fromkeys(rule for rule, _ in ahead if rule is not None))
        for rule in used:
            places = [i for i in range(len(ahead)) if ahead[i][0] == rule]
            for i in places if len(places) <= MAX_SUBSTEPS else places[-1:]:
                shown = [t.shown() for t in _merged(current, ahead, i, rule, used)]
                trail.small(rule, plus(*shown))
            trail.close(rule)
        current = [t for _, after in ahead for t in after]
        if len(current) > LIMIT_TERMS:
            raise LimitError(f"the differential has more than {LIMIT_TERMS} terms")
    return current


def _merged(
    current: Sequence[Term],
    ahead: Sequence[tuple[Rule | None, list[Term]]],
    upto: int,
    rule: Rule,
    used: Sequence[Rule],
) -> list[Term]:
    """The terms once every earlier rule, and this one up to position `upto`, has been applied."""
    earlier = used[: used.index(rule)]
    result: list[Term] = []
    for i, (term, (its_rule, after)) in enumerate(zip(current, ahead, strict=True)):
        done = its_rule is None or its_rule in earlier or (its_rule == rule and i <= upto)
        result += after if done else [term]
    return result


def _next_visible(term: Term) -> tuple[Rule | None, list[Term]]:
    """Peel until the line looks different; None with the finished term where nothing more can be seen."""
    before = term.shown()
    while not term.finished:
        rule, after = peel(term)
        if len(after) > 1:
            return rule, after
        (term,) = after
        if term.shown() is not before:
            return rule, after
    return None, [term]


def _collected(
    trail: Trail,
    found: Sequence[Term],
    variables: Sequence[Symbol],
    form: _Form,
) -> list[Result]:
    scalar_function, stacked = form.scalar_function, form.stacked
    shares: dict[Symbol, list[Expr]] = {v: [] for v in variables}
    for term in found:
        assert isinstance(term.inner, Differential)
        variable = term.inner.argument
        assert isinstance(variable, Symbol)
        shares[variable].append(_share(term, scalar_function, stacked))
    function_size = (
        n.Vec(trail.expression).shape.rows
        if stacked and trail.expression.shape.cols != 1
        else trail.expression.shape.rows
    )
    gradients: dict[Symbol, Expr] = {}
    for variable, parts in shares.items():
        if parts:
            gradients[variable] = rewrite(plus(*parts), COLLECT)
        elif scalar_function:
            gradients[variable] = zero(variable.shape)
        else:
            gradients[variable] = n.Zero(function_size, n.Vec(variable).shape.rows)
    line = plus(
        zero(trail.expression.shape), *[_canonical_line(g, v, scalar_function, stacked) for v, g in gradients.items()]
    )
    if found:
        trail.step(COLLECT_DIFFERENTIAL, line)
    results: list[Result] = []
    linear, subject = trail.expression, trail.subject
    for variable in variables:
        trail.expression, trail.subject = linear, subject
        gradient = gradients[variable]
        kind = (
            Kind.GRADIENT
            if scalar_function and not variable.is_scalar
            else Kind.DERIVATIVE
            if scalar_function
            else Kind.JACOBIAN
        )
        shown, turned = _in_layout(gradient, kind, form.layout)
        rule = READ_OFF if shares[variable] else READ_OFF_ZERO
        structured = is_structured(variable)
        unrestricted = "unrestricted" if structured else ""
        trail.step(rule, shown, Subject(Kind.HESSIAN if form.second else kind, (variable,), turned, unrestricted))
        simplify_line(trail)
        if structured:
            restrict(trail, variable, form.structure)
            simplify_line(trail)
        results.append(Result(trail.subject, trail.expression))
    return results


def _share(term: Term, scalar_function: bool, stacked: bool) -> Expr:
    if not scalar_function and term.left is None and term.weight is None:
        size_ = n.Vec(term.inner).shape.rows if stacked else term.inner.shape.rows
        term = replace(term, left=identity(size_))
    return term.coefficient()


def _canonical_line(g: Expr, variable: Symbol, scalar_function: bool, stacked: bool) -> Expr:
    increment = Differential(variable)
    if not scalar_function:
        return times(g, n.Vec(increment) if variable.shape.cols != 1 else increment)
    if variable.is_scalar:
        return times(g, increment)
    if variable.shape.cols == 1:
        return times(transposed(g), increment)
    if variable.shape.rows == 1:
        return times(increment, transposed(g))
    return trace(times(transposed(g), increment))


def _in_layout(expression: Expr, kind: Kind, layout: str) -> tuple[Expr, bool]:
    """The answer as the layout shows it, and whether that is the transpose of the mixed layout's."""
    turn = (layout == "numerator" and kind is Kind.GRADIENT) or (layout == "denominator" and kind is Kind.JACOBIAN)
    if isinstance(expression, n.Matrix) and turn:
        rows, cols = expression.data
        entries = [expression.children[i * cols + j] for j in range(cols) for i in range(rows)]
        return n.Matrix(*entries, cols, rows), True
    return (transposed(expression), True) if turn else (expression, False)


# --- the answer -------------------------------------------------------------------------------------------------------


def simplify_line(trail: Trail) -> None:
    """Write the answer as a textbook prints it; rewrites by one rule in a row make one step."""
    last: list[Rule] = []

    def record(rule: Rule, before: Expr, after: Expr, path: Path) -> None:
        if last and last[0] != rule:
            trail.close(last[0])
            last.clear()
        last.append(rule)
        trail.small(rule, after)

    for rules in (COMPACT, (*COMPACT, *RECOGNISE)):  # fractions must be whole before functions are recognised in them
        rewrite(trail.expression, rules, record)
    trail.close(last[0] if last else None)
