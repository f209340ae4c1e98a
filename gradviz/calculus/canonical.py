"""From an expression linear in the increments to the derivative: canonical form, collect, read off, simplify."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby

from gradviz.algebra import nodes as n
from gradviz.algebra.build import (
    identity,
    is_zero,
    plus,
    put_differentials,
    rebuilt,
    terms,
    times,
    trace,
    transposed,
    unvec,
    vec,
    zero,
)
from gradviz.algebra.nodes import ONE, Differential, Expr, Number, Symbol
from gradviz.algebra.rewriting import Rule, rewrite
from gradviz.algebra.shapes import Shape
from gradviz.algebra.simplify import COLLECT
from gradviz.algebra.simplify.collect import like_terms, size
from gradviz.algebra.walk import Path, fold, postorder, preorder
from gradviz.calculus.answer import simplify_line
from gradviz.calculus.derivation import Kind, Result, Subject
from gradviz.calculus.pairing import TRANSPOSE_SCALAR, Term
from gradviz.calculus.slices import read_slices
from gradviz.calculus.structured import is_structured, restrict
from gradviz.calculus.symmetry import needed_by, needed_to_transpose, needed_to_turn
from gradviz.calculus.together import MAX_SUBSTEPS, canonical_terms
from gradviz.calculus.trail import Bindings, Trail

__all__ = ["COLLECT_DIFFERENTIAL", "READ_OFF", "by_gradients", "gather_increments", "line_of", "read_off"]

MN = "Magnus & Neudecker, Matrix Differential Calculus, ch. 9"
COLLECT_DIFFERENTIAL = Rule("collect", "U' dx + V' dx = (U + V)' dx", MN)
READ_OFF = Rule("read-off", "d(f) = <G, dX> => G", MN)
READ_OFF_JACOBIAN = Rule("read-off.jacobian", "d(f) = J dx => J", MN)
READ_OFF_SLOPE = Rule("read-off.derivative", "d(f) = f' dt => f'", MN)
READ_OFF_ZERO = Rule("read-off.zero", "d(f) = 0 => G = 0", MN)
VECTORISE = Rule("canonical.vectorise", "dF => vec(dF)", MN)


@dataclass(frozen=True, slots=True)
class _Form:
    """What is being read off, and how it is to be shown."""

    layout: str
    structure: str
    scalar_function: bool
    stacked: bool
    second: bool
    shape: Shape
    """Of the function."""
    row: Symbol | None
    """In a Hessian by several variables, the variable whose gradient this is the derivative of."""

    def subject(self, kind: Kind, variable: Symbol, turned: bool, structure: str) -> Subject:
        """What is read off for a variable."""
        if self.row is not None:
            return Subject(Kind.BLOCK, (self.row, variable), turned, structure)
        return Subject(Kind.HESSIAN if self.second else kind, (variable,), turned, structure)


def read_off(
    trail: Trail,
    variables: Sequence[Symbol],
    layout: str,
    structure: str = "projection",
    *,
    second: bool = False,
    row: Symbol | None = None,
) -> list[Result]:
    """Bring the line to canonical form and read the derivatives off.

    `second` says that the line is the gradient's differential; `row`, that it is one gradient of several, by that
    variable.

    Raises
    ------
    CannotError
        Where a node has no identity that moves the increment to the end.
    """
    function_shape = trail.expression.shape
    if all(v.is_scalar for v in variables) and row is None:
        return _by_scalars(trail, variables, layout, second)
    scalar_function = function_shape.is_scalar
    if layout == "numerator" and function_shape.is_matrix and all(v.shape.is_column for v in variables):
        return read_slices(trail, variables)
    # A matrix or a row on the side of the function, or a matrix variable of a vector function, is stacked by vec.
    stacked = not scalar_function and (function_shape.cols != 1 or any(v.shape.cols != 1 for v in variables))
    if stacked and function_shape.cols != 1:
        trail.step(VECTORISE, n.Vec(trail.expression), replace(trail.subject, kind=Kind.VEC_DIFFERENTIAL))
    if scalar_function:
        _tidy_brackets(trail)
    terms_ = canonical_terms(trail, scalar_function, stacked)
    return _collected(
        trail, terms_, variables, _Form(layout, structure, scalar_function, stacked, second, function_shape, row)
    )


# --- scalar variables -------------------------------------------------------------------------------------------------


def _by_scalars(trail: Trail, variables: Sequence[Symbol], layout: str, second: bool) -> list[Result]:
    """``dF = F_s ds + F_t dt``: the coefficient of each increment; increments of scalars commute with everything."""
    linear = trail.expression
    shape = linear.shape
    coefficients = [_coefficient(linear, v, variables) for v in variables]
    compact = [_in_order(rewrite(c, COLLECT), variables) for c in coefficients]
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
    expression, turned = in_layout(expression, kind, layout)
    subject = Subject(Kind.HESSIAN if second else kind, tuple(variables), turned)
    rule: Rule = READ_OFF
    bindings: Bindings = ()
    if all(c is zero(shape) for c in compact):
        rule = READ_OFF_ZERO
    elif len(variables) == 1:
        rule, bindings = _reading(kind, compact[0], variables[0])
    trail.step(rule, expression, subject, bindings)
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


def _in_order(e: Expr, variables: Sequence[Symbol]) -> Expr:
    """``2 x_2 x_1`` as ``2 x_1 x_2``: names beside one another in the order of the variables, constants first.

    The arguments of functions stay as they were written.
    """
    places: dict[Expr, int] = {v: place for place, v in enumerate(variables)}
    written = set(preorder(*[c for node in preorder(e) if isinstance(node, n.Apply) for c in node.children]))

    def base(factor: Expr) -> Expr:
        return factor.children[0] if isinstance(factor, n.Power) and isinstance(factor.children[1], Number) else factor

    def visit(node: Expr, children: list[Expr]) -> Expr:
        ordered = children
        if isinstance(node, n.Mul) and node not in written:
            runs = groupby(children, lambda c: c.is_scalar and isinstance(base(c), Symbol))
            sorted_runs = (sorted(run, key=lambda c: places.get(base(c), -1)) if named else run for named, run in runs)
            ordered = list(chain.from_iterable(sorted_runs))
        return node if ordered == list(node.children) else node.with_children(ordered)

    return fold(e, visit)


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


def _tidy_brackets(trail: Trail) -> None:
    """``s (dx' x + x' dx) = 2 s x' dx``: in a bracket whose terms become alike, scalars are transposed and added
    before the bracket is opened.
    """
    turned: dict[Expr, Expr] = {}
    added: dict[Expr, Expr] = {}
    for node in postorder(trail.expression):
        if isinstance(node, n.Add) and node.is_scalar and node.has_differential and node is not trail.expression:
            bracket = n.Add(*[_increment_last(t) for t in node.children])
            whole = like_terms.apply(bracket)
            if whole is not None:
                turned[node], added[node] = bracket, whole
    if not turned:
        return
    before = trail.expression
    conditions = dict.fromkeys(
        c
        for node, bracket in turned.items()
        for old, new in zip(node.children, bracket.children, strict=True)
        if old is not new
        for c in needed_to_transpose(old)
    )
    trail.small(TRANSPOSE_SCALAR, put_differentials(before, turned), (), tuple(conditions))
    trail.small(like_terms, put_differentials(before, added))
    trail.close(TRANSPOSE_SCALAR)


def _increment_last(term: Expr) -> Expr:
    """A scalar product whose increment stands first, transposed so that it stands last."""
    chain = [c for c in term.children if not c.is_scalar] if isinstance(term, n.Mul) else []
    if len(chain) < 2 or not chain[0].has_differential or chain[-1].has_differential:
        return term
    scalars = [c for c in term.children if c.is_scalar]
    return times(*scalars, times(*[transposed(c) for c in reversed(chain)]))


def _collected(
    trail: Trail,
    found: Sequence[Term],
    variables: Sequence[Symbol],
    form: _Form,
) -> list[Result]:
    scalar_function, stacked = form.scalar_function, form.stacked
    shares = _shares(found, variables, scalar_function, stacked)
    function_size = n.Vec(trail.expression).shape.rows if stacked else trail.expression.shape.rows
    gradients = _collect(trail, {v: plus(*parts) for v, parts in shares.items() if parts}, scalar_function, stacked)
    for variable in variables:
        if variable not in gradients:
            size_ = variable.shape if scalar_function else Shape(function_size, n.Vec(variable).shape.rows)
            gradients[variable] = zero(size_) if scalar_function else n.Zero(*size_)
    results: list[Result] = []
    linear, subject = trail.expression, trail.subject
    for variable in variables:
        trail.expression, trail.subject = linear, subject
        gradient = gradients[variable]
        kind = Kind.DERIVATIVE if variable.is_scalar else Kind.GRADIENT if scalar_function else Kind.JACOBIAN
        if variable.is_scalar and stacked:
            gradient = unvec(gradient, form.shape)
        elif form.row is not None and scalar_function:
            gradient = transposed(vec(gradient))  # a block with one row
        shown, turned = in_layout(gradient, kind, form.layout)
        rule, bindings = _reading(kind, gradient, variable) if shares[variable] else (READ_OFF_ZERO, ())
        structured = is_structured(variable)
        unrestricted = "unrestricted" if structured else ""
        conditions = (
            needed_to_turn(_on_the_line(gradient), gradient) if kind is Kind.GRADIENT and form.row is None else ()
        )
        trail.step(rule, shown, form.subject(kind, variable, turned, unrestricted), bindings, conditions)
        simplify_line(trail)
        if structured:
            restrict(trail, variable, form.structure)
            simplify_line(trail)
        results.append(Result(trail.subject, trail.expression))
    return results


def _reading(kind: Kind, found: Expr, variable: Symbol) -> tuple[Rule, Bindings]:
    """The rule by which a derivative of a kind is read off, and what its letters are."""
    if kind is Kind.JACOBIAN:
        return READ_OFF_JACOBIAN, (("J", found), ("x", variable))
    if kind is Kind.DERIVATIVE:
        return READ_OFF_SLOPE, (("f'", found), ("t", variable))
    return READ_OFF, (("G", found), ("X", variable))


def _shares(
    found: Sequence[Term], variables: Sequence[Symbol], scalar_function: bool, stacked: bool
) -> dict[Symbol, list[Expr]]:
    """Variable -> what stands beside its increment in the terms."""
    shares: dict[Symbol, list[Expr]] = {v: [] for v in variables}
    for term in found:
        assert isinstance(term.inner, Differential)
        variable = term.inner.argument
        assert isinstance(variable, Symbol)
        shares[variable].append(_share(term, scalar_function, stacked))
    return shares


def _collect(trail: Trail, shares: Mapping[Symbol, Expr], scalar_function: bool, stacked: bool) -> dict[Symbol, Expr]:
    """Bring the line to ``<G, dx> + <H, dy>`` and collect like terms and common factors in each G; what stands beside
    each increment then.
    """
    current = dict(shares)

    def line() -> Expr:
        return line_of(current, trail.expression.shape, scalar_function)

    few = all(len(terms(g)) <= MAX_SUBSTEPS for g in shares.values())
    bindings = _collecting(shares, scalar_function)
    small: list[tuple[Rule, Expr, Bindings, tuple[str, ...]]] = []
    if few and shares:
        small.append((COLLECT_DIFFERENTIAL, line(), bindings, ()))
    for variable, share in shares.items():

        def record(rule: Rule, before: Expr, after: Expr, path: Path, variable: Symbol = variable) -> None:
            current[variable] = after
            small.append((rule, line(), (), needed_by(rule, before, after, path)))

        current[variable] = rewrite(share, COLLECT, record if few else None, normal=trail.collected)
    if small and small[0][1] is trail.expression:
        del small[0]
    if len(small) > 1:
        for rule, after, said, conditions in small:
            trail.small(rule, after, said, conditions)
        trail.close(COLLECT_DIFFERENTIAL)
    elif shares:
        trail.step(COLLECT_DIFFERENTIAL, line(), None, bindings)
    return current


def _collecting(shares: Mapping[Symbol, Expr], scalar_function: bool) -> Bindings:
    """The letters of ``U' dx + V' dx``: the first term and the rest, of the first variable that has several."""
    for variable, share in shares.items():
        found = terms(share)
        if len(found) > 1:
            letters = ("U", "V") if scalar_function else ("U'", "V'")
            return (letters[0], found[0]), (letters[1], plus(*found[1:])), ("x", variable)
    return ()


def gather_increments(trail: Trail, scalar_function: bool = True) -> dict[Symbol, Expr]:
    """Bring a differential to ``<G, du> + <H, dx>`` (``J du + K dx`` of a column), nothing read off yet; what stands
    beside each increment.
    """
    found = canonical_terms(trail, scalar_function, False)
    order = dict.fromkeys(t.inner.children[0] for t in found)  # as they stand on the line
    shares = _shares(found, [v for v in order if isinstance(v, Symbol)], scalar_function, False)
    return _collect(trail, {v: plus(*parts) for v, parts in shares.items() if parts}, scalar_function, False)


def line_of(shares: Mapping[Symbol, Expr], shape: Shape, scalar_function: bool = True) -> Expr:
    """The line in which these coefficients stand beside the increments."""
    return plus(zero(shape), *[_canonical_line(g, v, scalar_function) for v, g in shares.items()])


def _share(term: Term, scalar_function: bool, stacked: bool) -> Expr:
    if not scalar_function and term.left is None and term.weight is None:
        size_ = n.Vec(term.inner).shape.rows if stacked else term.inner.shape.rows
        term = replace(term, left=identity(size_))
    return term.coefficient()


def _canonical_line(g: Expr, variable: Symbol, scalar_function: bool) -> Expr:
    increment = Differential(variable)
    if not scalar_function:
        return times(g, n.Vec(increment) if variable.shape.cols != 1 else increment)
    if variable.is_scalar:
        return times(g, increment)
    if variable.shape.cols == 1:
        return times(_on_the_line(g), increment)
    if variable.shape.rows == 1:
        return times(increment, _on_the_line(g))
    return trace(times(_on_the_line(g), increment))


def _on_the_line(g: Expr) -> Expr:
    """``G'``, a sum term by term where that is no longer than the bracket, or where the terms stood so because a matrix
    is symmetric: ``2 x' A + b'``, but ``(A x - y)'``.
    """
    whole = transposed(g)
    if not isinstance(g, n.Add):
        return whole
    single = n.Add(*[transposed(t) for t in g.children])
    return single if size(single) <= size(whole) or needed_to_transpose(g) else whole


def by_gradients(results: Sequence[Result]) -> Expr | None:
    """``<G, dX> + <H, dY>`` of a scalar function: the differential in the form of the answer, where nothing overflows
    that does not in the answer; None where a layout or a structure has changed it.
    """
    parts = []
    for result in results:
        subject = result.subject
        if subject.transposed or subject.structure or len(subject.variables) != 1:
            return None
        parts.append(_canonical_line(result.expression, subject.variables[0], True))
    return plus(n.ZERO, *parts)


def in_layout(expression: Expr, kind: Kind, layout: str) -> tuple[Expr, bool]:
    """The answer as the layout shows it, and whether that is the transpose of the mixed layout's."""
    column = kind is Kind.DERIVATIVE and expression.shape.is_column  # of a vector by a scalar
    turn = (layout == "numerator" and kind is Kind.GRADIENT) or (
        layout == "denominator" and (kind is Kind.JACOBIAN or column)
    )
    if isinstance(expression, n.Matrix) and turn:
        rows, cols = expression.data
        entries = [expression.children[i * cols + j] for j in range(cols) for i in range(rows)]
        return n.Matrix(*entries, cols, rows), True
    return (_on_the_line(expression), True) if turn else (expression, False)
