"""The derivative by components: entries, sums, partial derivatives, Kronecker deltas, and back to matrices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gradviz.algebra import nodes as n
from gradviz.algebra.build import factors, is_zero, plus, quotient, terms, times, transposed, zero
from gradviz.algebra.nodes import Expr, Index, Number, Partial, Symbol
from gradviz.algebra.rewriting import Rule
from gradviz.algebra.shapes import Dim, dim_product
from gradviz.algebra.walk import preorder
from gradviz.calculus.answer import simplify_line
from gradviz.calculus.canonical import in_layout
from gradviz.calculus.components.collecting import collect_entries
from gradviz.calculus.components.deltas import collapse_deltas
from gradviz.calculus.components.letters import Letters
from gradviz.calculus.components.matrices import as_matrix
from gradviz.calculus.components.partials import expand_partials
from gradviz.calculus.components.stacks import as_stack
from gradviz.calculus.components.writing import EntryWriter
from gradviz.calculus.derivation import Kind, Result, Subject
from gradviz.calculus.members import Variation
from gradviz.calculus.stacking import stacked
from gradviz.calculus.structured import is_structured, restrict
from gradviz.calculus.trail import CannotError, Trail
from gradviz.sentences import say

__all__ = ["COMPONENT_RULES", "by_components"]

WRITE = Rule("components.write", "(A B)_ij = sum_k A_ik B_kj", "Magnus & Neudecker, ch. 1, sec. 2")
TAKE = Rule("components.take", "f => ∂f/∂x_i", "Magnus & Neudecker, ch. 5, sec. 4")
MATRICES = Rule("components.matrices", "sum_k A_ik B_kj = (A B)_ij", "Magnus & Neudecker, ch. 1, sec. 2")
READ = Rule("components.read-off", "∂f/∂x_i = g_i => ∇f = g", "Magnus & Neudecker, ch. 9")
COMPONENT_RULES = (WRITE, TAKE, MATRICES, READ)


@dataclass(frozen=True, slots=True)
class _Place:
    """The entry of a function or a variable: its row and column, and the letters among them with their sizes."""

    row: Index
    col: Index
    sizes: dict[str, Dim]

    @property
    def letters(self) -> tuple[str, ...]:
        return tuple(self.sizes)

    @property
    def shown(self) -> tuple[Index, ...]:
        return (self.row, self.col) if self.sizes else ()


def by_components(trail: Trail, variables: Sequence[Symbol], layout: str, structure: str, order: int) -> list[Result]:
    """Take the trail from ``f`` to its derivative through the entries.

    Raises
    ------
    CannotError
        Where an entry, or the way back to matrices, has no form that a person writes.
    """
    f = trail.expression
    if order == 2 and (len(variables) > 1 or not f.is_scalar or variables[0].shape.is_matrix):
        raise CannotError(say("by components the second derivative is of a scalar by one vector; use differentials"))
    letters = Letters(f, variables)
    explicit = isinstance(f, n.Matrix)
    if explicit and not f.shape.is_column and not all(v.is_scalar for v in variables):
        raise CannotError(
            say("an explicit matrix has no entries at a letter; differentiate one entry, or use differentials")
        )
    if explicit and any(v.shape.is_matrix for v in variables):
        raise CannotError(say("an explicit vector by a matrix is derived by the method of differentials"))
    count = 0 if explicit else (f.shape.rows != 1) + (f.shape.cols != 1)
    of = _place(f, letters.entry(count))
    writer = EntryWriter(letters, Variation(variables))
    writer.check(f)
    line = f
    if all(e.is_scalar for e in preorder(f)):
        line = f  # there is nothing to be written in entries
    elif explicit:
        line = f.with_children([writer.scalar(c) for c in f.children])
    else:
        line = writer.entry(f, of.row, of.col, frozenset(letters.entry(4)))
    about = Subject(Kind.ENTRY, entries=(of.shown,)) if of.sizes else trail.subject
    trail.step(WRITE, line, about)
    results = []
    for variable in variables:
        trail.close()
        trail.expression, trail.subject = line, about
        results.append(_by_variable(trail, variable, of, writer, layout, structure, order))
    return stacked(trail, results, variables, layout)


def _place(e: Expr, letters: Sequence[str]) -> _Place:
    """An entry of an expression at the letters; a row or column has one."""
    rest = list(letters)
    rows, cols = e.shape
    sizes: dict[str, Dim] = {}
    places: list[Index] = []
    for size in (rows, cols):
        if size == 1 or not rest:
            places.append(1)
        else:
            places.append(rest.pop(0))
            sizes[str(places[-1])] = size
    return _Place(places[0], places[1], sizes)


def _by_variable(
    trail: Trail, x: Symbol, of: _Place, writer: EntryWriter, layout: str, structure: str, order: int
) -> Result:
    taken: list[str] = list(of.letters)
    varies = Variation((x,))
    places: list[_Place] = []
    for _ in range(order):
        place = _place(x, writer.letters.entry((x.shape.rows != 1) + (x.shape.cols != 1), taken))
        taken += place.letters
        places.append(place)
        by = n.Entry(x, place.row, place.col) if place.sizes else x
        about = Subject(Kind.PARTIAL, (x,) * len(places), entries=(of.shown, *[p.shown for p in places]))
        trail.step(TAKE, Partial(trail.expression, by), about)
        expand_partials(trail, varies, writer)
        collapse_deltas(trail)
        collect_entries(trail)
    indices = (*of.letters, *[i for p in places for i in p.letters])
    sizes = dict(of.sizes)
    for place in places:
        sizes.update(place.sizes)
    if len(indices) > 2:
        return _stacked(trail, x, of, places[0], sizes, writer, layout, structure)
    by_entry = bool(places[0].sizes)
    if isinstance(trail.expression, n.Matrix) and by_entry:
        return _row_by_row(trail, x, trail.expression, places[0], writer, layout)
    row = (of.row == 1 and bool(of.sizes) and not by_entry) or (
        not of.sizes and len(places) == 1 and by_entry and places[0].row == 1
    )
    parts = _converted(trail.expression, indices, sizes, writer)
    if indices:
        trail.step(MATRICES, plus(n.ZERO, *[_entry_of(p, indices) for p in parts]))
    value = plus(parts[0], *parts[1:]) if parts else _zero(indices, sizes, trail.expression)
    if row:
        value = transposed(value)
    kind = Kind.DERIVATIVE if not by_entry else Kind.JACOBIAN if of.sizes else Kind.GRADIENT
    return _read(trail, x, value, Kind.HESSIAN if order == 2 else kind, layout, structure)


def _row_by_row(trail: Trail, x: Symbol, line: n.Matrix, by: _Place, writer: EntryWriter, layout: str) -> Result:
    """The Jacobian of an explicit column: the gradient of each entry is a row of it."""
    count = len(line.children)
    rows = [as_matrix(c, by.letters, by.sizes, writer.origins) for c in line.children]
    parts = [times(n.Unit(k + 1, count), transposed(row)) for k, row in enumerate(rows) if not is_zero(row)]
    value = plus(*parts) if parts else n.Zero(count, *by.sizes.values())
    return _read(trail, x, value, Kind.JACOBIAN, layout, "")


def _stacked(
    trail: Trail,
    x: Symbol,
    of: _Place,
    by: _Place,
    sizes: dict[str, Dim],
    writer: EntryWriter,
    layout: str,
    structure: str,
) -> Result:
    """Three or four indices: the entries of the function in one column, those of the variable in one row."""
    if layout == "numerator" and x.shape.is_column:
        raise CannotError(say("the stack of slices of the numerator layout is derived by the method of differentials"))
    if is_zero(trail.expression):
        value: Expr = n.Zero(*[_product([sizes[i] for i in place.letters]) for place in (of, by)])
    else:
        value = as_stack(trail.expression, (of.row, of.col), (by.row, by.col), sizes, writer.origins)
    return _read(trail, x, value, Kind.JACOBIAN, layout, structure)


def _product(sizes: Sequence[Dim]) -> Dim:
    return sizes[0] if len(sizes) == 1 else dim_product(*sizes)


def _zero(indices: Sequence[str], sizes: dict[str, Dim], line: Expr) -> Expr:
    if not indices:
        return zero(line.shape)
    return n.Zero(sizes[indices[0]], sizes[indices[1]] if len(indices) > 1 else 1)


def _converted(line: Expr, indices: Sequence[str], sizes: dict[str, Dim], writer: EntryWriter) -> list[Expr]:
    """The terms of the line as scalars, columns or matrices; of an explicit vector or matrix its entries."""
    if isinstance(line, n.Matrix):
        return [line.with_children([as_matrix(c, (), {}, writer.origins) for c in line.children])]
    found = [as_matrix(t, indices, sizes, writer.origins) for t in terms(line)]
    return [t for t in found if not is_zero(t)]


def _entry_of(term: Expr, indices: Sequence[str]) -> Expr:
    """The entry of a term of the answer, numbers and scalars in front: ``2 (A x)_i``."""
    if isinstance(term, n.Quotient):
        return quotient(_entry_of(term.children[0], indices), term.children[1])
    split = factors(term)
    chain = times(*split.chain)
    places: tuple[Index, Index] = (indices[0], indices[1] if len(indices) > 1 else 1)
    whole: Expr
    if isinstance(chain, n.Ones):
        whole = n.ONE
    elif isinstance(chain, n.Fill):
        whole = chain.children[0]
    elif isinstance(chain, n.Identity):
        whole = n.Delta(*places)
    else:
        whole = n.Entry(chain, *places)
    return times(Number(split.number), *split.scalars, whole)


def _read(trail: Trail, x: Symbol, value: Expr, kind: Kind, layout: str, structure: str) -> Result:
    """All entries at once: the gradient, the Jacobian, the derivative or the Hessian."""
    shown, turned = in_layout(value, kind, "mixed" if kind is Kind.HESSIAN else layout)
    structured = is_structured(x)
    trail.step(READ, shown, Subject(kind, (x,), turned, "unrestricted" if structured else ""))
    simplify_line(trail)
    if structured:
        restrict(trail, x, structure)
        simplify_line(trail)
    return Result(trail.subject, trail.expression)
