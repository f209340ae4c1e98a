"""From a function and its variables to a derivation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import Differential, Expr, Symbol
from gradviz.algebra.rewriting import Rule
from gradviz.algebra.walk import preorder, substitute
from gradviz.calculus.canonical import by_gradients, read_off
from gradviz.calculus.chain.intermediate import choose_names
from gradviz.calculus.chain.method import by_chain
from gradviz.calculus.components.method import by_components
from gradviz.calculus.definition import take_linear_part
from gradviz.calculus.derivation import Derivation, Kind, Result, Subject
from gradviz.calculus.expansion import START, expand
from gradviz.calculus.members import Variation, place_of
from gradviz.calculus.naming import NO_NAMES, Names, named, put_back
from gradviz.calculus.structured import is_structured, refuse_unsupported
from gradviz.calculus.trail import CannotError, LimitError, Trail
from gradviz.sentences import say

__all__ = ["LAYOUTS", "METHODS", "STRUCTURES", "derive"]

METHODS = ("differential", "components", "definition", "chain")
LAYOUTS = ("mixed", "numerator", "denominator")
STRUCTURES = ("projection", "free")

SECOND = Rule("differential.second", "g => d(g)", "Magnus & Neudecker, Matrix Differential Calculus, ch. 6")


def derive(
    function: Expr,
    variables: Sequence[Symbol],
    *,
    order: int = 1,
    method: str = "differential",
    layout: str = "mixed",
    structure: str = "projection",
    definitions: Sequence[tuple[str, Expr]] = (),
    name: str = "f",
) -> Derivation:
    """Derive, without verifying (`gradviz.calculus.verify` does that).

    Parameters
    ----------
    function : scalar, vector or matrix.
    variables : one or more symbols; one that does not occur gives a zero and a note.
    order : 1, or 2 for the Hessian of a scalar function; of several variables that are not all scalars, its blocks.
    definitions : names of parts of the function (name, part); the method of differentials keeps them in its steps, and
        for the chain rule they are the intermediate variables.
    name : the function's own, for lines that name its derivatives.

    Returns
    -------
    A derivation; where it could not be finished its `cannot` says why and its steps hold what was reached.
    """
    variables = tuple(variables)
    notes = tuple(f"independent:{v.name}" for v in variables if not Variation((v,))(function))
    base = Derivation(function, variables, method, layout, order, structure, notes=notes)
    written, inner, names = function, function, NO_NAMES
    if method == "differential":
        written, names = named(function, definitions)
    elif method == "chain":
        written, inner, names = choose_names(function, variables, definitions, name)
    base = base.with_(definitions=tuple(names.definitions.items()))
    trail = Trail(Subject(Kind.FUNCTION), written)
    differential: Expr | None = None
    results: list[Result] = []
    try:
        for variable in variables:
            refuse_unsupported(variable)
            _refuse_member(variable, function, method)
        if method == "components":
            results = by_components(trail, variables, layout, structure, order)
        if method == "chain":
            results = by_chain(
                trail, variables, inner, names, "mixed" if order == 2 else layout, structure, name, _locally
            )
            trail.close()
            if order == 2:  # the gradient, which the chain rule gave, is differentiated once more
                results = _second(trail, variables, results, NO_NAMES, structure)
        if method in ("components", "chain"):
            trail.close()
            differential = by_gradients(results) if order == 1 and function.is_scalar else None
            return base.with_(steps=tuple(trail.steps), results=tuple(results), differential=differential)
        if method == "definition":
            take_linear_part(trail, variables)
        else:
            trail.step(START, Differential(written), Subject(Kind.DIFFERENTIAL, variables))
            expand(trail, variables, names, signals=order == 1)
        differential = names.written_out(trail.expression)
        results = read_off(trail, variables, "mixed" if order == 2 else layout, structure)
        if order == 2:
            results = _second(trail, variables, results, names, structure)
        results = put_back(trail, results, names)
        if order == 1 and function.is_scalar:
            differential = by_gradients(results) or differential
    except CannotError as reason:
        trail.close()
        if isinstance(reason, LimitError):
            base = base.with_(notes=(*notes, "limit"))
        base = base.with_(signals=tuple(names.signals.items()))
        return base.with_(steps=tuple(trail.steps), differential=differential, cannot=str(reason))
    base = base.with_(signals=tuple(names.signals.items()))
    return base.with_(steps=tuple(trail.steps), results=tuple(results), differential=differential)


def _locally(e: Expr, by: Symbol) -> Derivation:
    """A part differentiated by the independent entries of one symbol: the structure of the whole comes at the end."""
    free = Symbol(by.name, by.shape, by.properties - {"orthogonal"})
    found = derive(substitute(e, {by: free}), (free,))
    unrestricted = [s.after for s in found.steps if s.subject.structure == "unrestricted"]
    answers = unrestricted[-1:] if is_structured(free) else [r.expression for r in found.results]
    names = Names(dict(found.definitions), dict(found.signals))
    plain = [substitute(names.written_out(answer), {free: by}) for answer in answers]
    results = [replace(r, expression=answer) for r, answer in zip(found.results, plain, strict=False)]
    return found.with_(results=tuple(results))


def _refuse_member(variable: Symbol, function: Expr, method: str) -> None:
    """Under the sum that binds its index a member of a family stands for many values; one of them, ``x_k`` or ``x_1``
    of ``x_i``, is for the method of differentials.
    """
    for node in preorder(function):
        place = place_of(variable, node) if isinstance(node, n.IndexedSum) else None
        if place is not None and (method != "differential" or place == node.data[0]):
            raise CannotError(
                say(
                    "{name} is one of a family under a sum; by a member of it the method of differentials derives",
                    name=variable.name,
                )
            )


def _second(
    trail: Trail, variables: Sequence[Symbol], first: Sequence[Result], names: Names, structure: str
) -> list[Result]:
    """The Hessian: the Jacobian of the gradient; of several variables, block by block."""
    if any(r.subject.kind not in (Kind.GRADIENT, Kind.DERIVATIVE) for r in first):
        raise CannotError(say("second derivatives are derived for scalar functions only"))
    found: list[Result] = []
    for result in first:
        trail.expression, trail.subject = result.expression, result.subject
        row = result.subject.variables[0] if len(first) > 1 else None
        about = Subject(Kind.GRADIENT_DIFFERENTIAL, tuple(variables) if row is None else (row,))
        trail.step(SECOND, Differential(result.expression), about)
        expand(trail, variables, names)
        found += read_off(trail, variables, "mixed", structure, second=True, row=row)
    return found
