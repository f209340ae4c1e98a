"""The derivative by the chain rule: intermediate variables, local derivatives, and reverse accumulation.

From the function backwards, the derivative of the function by each intermediate variable is found once, from those by
the variables that use it (Griewank & Walther, Evaluating Derivatives, ch. 3). Between vectors and scalars the local
derivatives are Jacobians and are multiplied; through a matrix the derivative is that of ``<∇_w f, w>`` with ``∇_w f``
held constant, which needs no Jacobian.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from gradviz.algebra import nodes as n
from gradviz.algebra.build import plus, rebuilt, times, transposed, zero
from gradviz.algebra.nodes import Expr, NamedDerivative, Symbol
from gradviz.algebra.rewriting import Rule
from gradviz.algebra.shapes import Shape
from gradviz.algebra.walk import contains, fold, preorder
from gradviz.calculus.answer import simplify_line
from gradviz.calculus.canonical import in_layout
from gradviz.calculus.chain.opened import local_step, opened
from gradviz.calculus.derivation import Derivation, Kind, Result, Step, Subject
from gradviz.calculus.naming import Names, put_back
from gradviz.calculus.stacking import stacked
from gradviz.calculus.structured import is_structured, restrict
from gradviz.calculus.trail import CannotError, LimitError, Trail
from gradviz.sentences import say

__all__ = ["CHAIN_RULES", "by_chain"]

SOURCE = "Griewank & Walther, Evaluating Derivatives, ch. 3"
NAME = Rule("chain.name", "f = h(g(x)) => f = h(u), u = g(x)", SOURCE)
LOCAL = Rule("chain.local", "u = g(x) => ∂u/∂x = J_g(x)", SOURCE)
CHAIN = Rule("chain.multiply", "∇_x f = (∂u/∂x)' ∇_u f", "Magnus & Neudecker, ch. 5, th. 2 (the chain rule)")
PAIR = Rule("chain.matrix", "y = W x => ∇_W f = ∇_W <∇_y f, W x> = ∇_y f x'", SOURCE)
PUT_IN = Rule("chain.put-in", "∇_u f = g => (∂u/∂x)' ∇_u f = (∂u/∂x)' g", SOURCE)
DIRECT = Rule("chain.direct", "f => ∇_x f", SOURCE)
CHAIN_RULES = (NAME, LOCAL, CHAIN, PAIR, PUT_IN, DIRECT)
MAX_NAMES = 60

Local = Callable[[Expr, Symbol], Derivation]
"""Differentiates a part by one symbol, all others held constant."""


@dataclass
class _Sweep:
    """One pass backwards.

    Attributes
    ----------
    trail : where the lines go.
    name : of the function.
    function : written with the names.
    names : the intermediate variables that vary, the innermost first, and what they stand for.
    variables : by which the function is to be differentiated.
    local : the method of differentials.
    abbreviate : writes by its name what has one, so that values of the way forward are used again.
    values : what the named derivatives are equal to, in terms of the intermediate variables alone.
    derived : the derivations of parts by a symbol.
    """

    trail: Trail
    name: str
    function: Expr
    names: Mapping[Symbol, Expr]
    variables: Sequence[Symbol]
    local: Local
    abbreviate: Callable[[Expr], Expr]
    values: dict[Expr, Expr] = field(default_factory=dict)
    derived: dict[tuple[Expr, Symbol], Derivation] = field(default_factory=dict)

    # --- names of derivatives ---

    def derivative_name(self, of: str, of_expression: Expr, by: Symbol) -> NamedDerivative:
        """``∇_u f`` of a scalar, ``∂u/∂x`` between vectors and scalars."""
        if of_expression.is_scalar and not by.is_scalar:
            return NamedDerivative(of, by.name, *by.shape, True)
        return NamedDerivative(of, by.name, of_expression.shape.rows, by.shape.rows, False)

    def of_function(self, by: Symbol) -> NamedDerivative:
        return self.derivative_name(self.name, self.function, by)

    # --- lines ---

    def differentiate(self, e: Expr, by: Symbol) -> Expr:
        found = self.local(e, by)
        if found.cannot is not None or found.result is None:
            raise CannotError(found.cannot or "a local derivative is not known")
        self.derived[e, by] = found
        return found.result

    def local_line(self, name: NamedDerivative, e: Expr, by: Symbol) -> None:
        """``∂u/∂x = -W`` on a line of its own, once."""
        if name in self.values:
            return
        self.values[name] = self.abbreviate(self.differentiate(e, by))
        line = Trail(Subject(Kind.PART, part=name), name)
        self.local_step(line, name, self.values[name], e, by)
        self.trail.aside(line)

    def local_step(self, line: Trail, name: NamedDerivative, after: Expr, e: Expr, by: Symbol) -> None:
        """A local derivative, which opens into the steps that lead to it."""
        if any(contains(e, s) for s in (*self.names, *self.variables) if s is not by):
            line.step(LOCAL, after)  # with another symbol held constant ``dw`` would be no differential
            return
        step = Step(LOCAL, name, after, line.subject, line.subject)
        local_step(line, step, self.derived[e, by], str(name.data[0]), by)

    def multiplies(self, user: Symbol, by: Symbol) -> bool:
        """Whether the link is a Jacobian that one multiplies by."""
        columns = user.shape.cols == 1 and by.shape.cols == 1
        return columns or (user.is_scalar and self.function.is_scalar)

    def through(self, user: Symbol, by: Symbol) -> Expr:
        """What a variable contributes through one that uses it, in terms of the names of derivatives."""
        outer = self.of_function(user)
        if self.multiplies(user, by):
            inner = self.derivative_name(user.name, user, by)
            self.local_line(inner, self.names[user], by)
            if not self.function.is_scalar:
                return times(outer, transposed(inner) if inner.data[-1] else inner)
            if user.is_scalar or by.is_scalar:
                return times(outer, inner) if user.is_scalar else times(transposed(inner), outer)
            return times(transposed(inner), outer)
        if not self.function.is_scalar:
            raise CannotError(
                say("by way of a matrix the derivative of a vector is no product of Jacobians; use differentials")
            )
        return self.differentiate(n.Inner(outer, self.names[user]), by)

    def expand(self, by: Symbol) -> tuple[Expr, Rule]:
        """The derivative by a variable in terms of those by the variables that use it, and the rule that says so."""
        places = {e: k for k, e in enumerate(preorder(self.function))}
        parts: list[Expr] = []
        rule = DIRECT
        users = [user for user in self.names if contains(self.names[user], by)]
        for user in sorted([*users, *([by] if by in places else [])], key=lambda s: places.get(s, len(places))):
            if user is by:
                parts.append(self.differentiate(self.function, by))
                continue
            rule = CHAIN if rule is CHAIN or self.multiplies(user, by) else PAIR
            parts.append(self.through(user, by))
        if not parts:
            columns = n.Vec(by).shape.rows
            return zero(by.shape if self.function.is_scalar else Shape(self.function.shape.rows, columns)), DIRECT
        return plus(parts[0], *parts[1:]), rule

    def accumulate(self, by: Symbol) -> None:
        """The line of an intermediate variable: ``∇_u f = (∂v/∂u)' ∇_v f``, with the local derivatives put in."""
        name = self.of_function(by)
        expanded, rule = self.expand(by)
        line = Trail(Subject(Kind.PART, part=name), name)
        if (self.function, by) in self.derived and rule is DIRECT:
            self.local_step(line, name, expanded, self.function, by)
        else:
            line.step(LOCAL if rule is DIRECT else rule, expanded)
        locals_ = {k: v for k, v in self.values.items() if k.data[0] != self.name}
        line.step(PUT_IN, _put(line.expression, locals_))
        simplify_line(line)
        self.trail.aside(line)
        self.values[name] = _put(line.expression, self.values)


def _put(e: Expr, values: Mapping[Expr, Expr]) -> Expr:
    """What named derivatives stand for in their place, products written out."""

    def visit(node: Expr, children: list[Expr]) -> Expr:
        if node in values:
            return values[node]
        if all(a is b for a, b in zip(children, node.children, strict=True)):
            return node
        return rebuilt(node, children)

    return fold(e, visit)


def by_chain(
    trail: Trail,
    variables: Sequence[Symbol],
    written: Expr,
    names: Names,
    layout: str,
    structure: str,
    name: str,
    local: Local,
) -> list[Result]:
    """Take the trail from ``f`` to its derivatives backwards through the intermediate variables.

    Parameters
    ----------
    written : the function with the names of the intermediate variables.
    name : of the function.
    local : differentiates a part by one symbol, all others held constant.

    Raises
    ------
    CannotError
        For a matrix function, a link that is no product of Jacobians, or a local derivative that is not known.
    """
    f = trail.expression
    if f.shape.cols != 1:
        raise CannotError(
            say("by the chain rule scalars and vectors are derived; for a matrix use the method of differentials")
        )
    varying = names.varying(variables)
    if len(varying) > MAX_NAMES:
        raise LimitError(
            say("there are more than {count} intermediate variables; use the method of differentials", count=MAX_NAMES)
        )
    if written is not f:
        trail.step(NAME, written, bindings=tuple((s.name, e) for s, e in names.definitions.items()))
    layers = Names({v: names.definitions[v] for v in varying if not v.is_scalar})
    sweep = _Sweep(
        trail, name, written, {v: names.definitions[v] for v in varying}, variables, local, layers.abbreviated
    )
    for by in reversed(varying):
        sweep.accumulate(by)
    results: list[Result] = []
    for variable in variables:
        results.append(_answer(sweep, variable, variables, names, layout, structure))
    return stacked(trail, results, variables, layout)


def _answer(sweep: _Sweep, x: Symbol, variables: Sequence[Symbol], names: Names, layout: str, structure: str) -> Result:
    """The derivative by one of the variables: the chain rule, what is known put in, and the names put back."""
    trail = sweep.trail
    expanded, rule = sweep.expand(x)
    trail.close()
    trail.expression, trail.subject = sweep.function, Subject(Kind.FUNCTION)
    kind = Kind.DERIVATIVE if x.is_scalar else Kind.GRADIENT if sweep.function.is_scalar else Kind.JACOBIAN
    shown, turned = in_layout(expanded, kind, layout)
    structured = is_structured(x)
    trail.step(rule, shown, Subject(kind, (x,), turned, "unrestricted" if structured else ""))
    if rule is DIRECT and (sweep.function, x) in sweep.derived and len(variables) == 1:
        trail.steps[-1] = replace(trail.steps[-1], substeps=opened(sweep.derived[sweep.function, x], x, shown))
    trail.step(PUT_IN, _put(trail.expression, sweep.values))
    simplify_line(trail)
    (result,) = put_back(trail, [Result(trail.subject, trail.expression)], names)
    if structured:
        trail.expression, trail.subject = result.expression, result.subject
        restrict(trail, x, structure)
        simplify_line(trail)
        return Result(trail.subject, trail.expression)
    return result
