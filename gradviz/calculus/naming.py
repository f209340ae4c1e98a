"""Definitions as intermediate variables: ``u = y - W x`` keeps its name through the steps, as a lecturer keeps it.

The function is written with the names; the differential of a name is taken on lines of its own and put in; the answer
is read off with the names, and at the end what they stand for is put back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import Expr, Symbol
from gradviz.algebra.properties import DECLARABLE, facts
from gradviz.algebra.rewriting import Rule
from gradviz.algebra.simplify.collect import size
from gradviz.algebra.walk import depends_on, fold, symbols
from gradviz.calculus.answer import simplify_line
from gradviz.calculus.derivation import Result
from gradviz.calculus.trail import Trail

__all__ = ["NAMED", "NO_NAMES", "PUT_BACK", "PUT_IN", "Names", "named"]

SOURCE = "Magnus & Neudecker, Matrix Differential Calculus, ch. 5, th. 2 (the chain rule)"
PUT_IN = Rule("names.differential", "u = E, d(u) = d(E)", SOURCE)
NAMED = Rule("names.use", "E = u")
PUT_BACK = Rule("names.put-back", "u = E")
LONGEST = 400
"""An answer with more operations than that stays in the names."""


@dataclass(frozen=True, slots=True)
class Names:
    """The names in use.

    Attributes
    ----------
    definitions : symbol -> what it stands for, in terms of earlier symbols; in the order of the text.
    signals : the same for the names that the derivation itself gives; filled on the way.
    """

    definitions: dict[Symbol, Expr]
    signals: dict[Symbol, Expr] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.definitions)

    def varying(self, variables: Sequence[Symbol]) -> tuple[Symbol, ...]:
        """The names that depend on any of the variables, in order."""
        known, found = set[Expr](variables), []
        for name, meaning in self.definitions.items():
            if depends_on(meaning, known):
                known.add(name)
                found.append(name)
        return tuple(found)

    def abbreviated(self, e: Expr) -> Expr:
        """The expression with every part that has a name replaced by it, the largest parts first."""
        return _with_names(e, {meaning: name for name, meaning in self.definitions.items()})

    def written_out(self, e: Expr, memo: dict[Expr, Expr] | None = None) -> Expr:
        """The expression without names; a `memo` that is passed in is filled and reused."""
        memo = {} if memo is None else memo
        latest = next(reversed(self.signals or self.definitions), None)
        if latest not in memo:
            for name, meaning in (*self.definitions.items(), *self.signals.items()):
                if name not in memo:
                    memo[name] = _replaced(meaning, memo)
        return _replaced(e, memo)


NO_NAMES = Names({})


def _replaced(e: Expr, memo: Mapping[Expr, Expr]) -> Expr:
    """Parts of the expression exchanged; a `memo` that is a dict is filled."""
    done: dict[Expr, Expr] = memo if isinstance(memo, dict) else dict(memo)

    def visit(node: Expr, children: list[Expr]) -> Expr:
        return node.with_children(_spliced(node, children))

    return fold(e, visit, done)


def _spliced(node: Expr, children: list[Expr]) -> list[Expr]:
    """The children, where a product put in for a name in a product becomes part of it, as nobody put it in brackets."""
    if not isinstance(node, n.Mul | n.Hadamard):
        return children
    found: list[Expr] = []
    for before, after in zip(node.children, children, strict=True):
        runs_on = isinstance(before, Symbol) and type(after) is type(node) and not after.is_scalar
        found += after.children if runs_on and not any(c.is_scalar for c in after.children) else [after]
    return found


def _with_names(e: Expr, meanings: Mapping[Expr, Expr]) -> Expr:
    """The expression with names for their meanings, also where a product or sum has been written into a longer one."""
    runs = [(meaning, name) for meaning, name in meanings.items() if isinstance(meaning, n.Mul | n.Add)]

    def visit(node: Expr, children: list[Expr]) -> Expr:
        node = node.with_children(children)
        for meaning, name in runs:
            if type(meaning) is type(node):
                node = _run_named(node, meaning, name)
        return meanings.get(node, node)

    return fold(e, visit, dict(meanings))


def _run_named(node: Expr, meaning: Expr, name: Expr) -> Expr:
    """A product or sum in which neighbours that make up the meaning are written by the name."""
    width, parts = len(meaning.children), list(node.children)
    i = 0
    while i + width <= len(parts) and len(parts) > width:
        if tuple(parts[i : i + width]) == meaning.children:
            parts[i : i + width] = [name]
        i += 1
    return node.with_children(parts)


def named(function: Expr, definitions: Sequence[tuple[str, Expr]]) -> tuple[Expr, Names]:
    """The function written with the names of its definitions, and the names that it needs.

    Definitions that are bare symbols, numbers or explicit arrays, and those that the function does not use, stay put
    in.
    """
    meanings: dict[Expr, Expr] = {}
    found: dict[Symbol, Expr] = {}
    taken = {s.name for s in symbols(function)}
    for name, meaning in definitions:
        if not meaning.children or isinstance(meaning, n.Matrix) or name in taken or meaning in meanings:
            continue
        symbol = Symbol(name, meaning.shape, facts(meaning) & frozenset(DECLARABLE))
        found[symbol] = _with_names(meaning, meanings)
        meanings[meaning] = symbol
    written = _with_names(function, meanings)
    used = _used(written, found)
    if isinstance(written, Symbol) and written in found:  # ``u = ...`` and then ``u``: that is the function itself
        written = found[written]
        used = _used(written, found)
    return written, Names({s: e for s, e in found.items() if s in used})


def _used(e: Expr, found: Mapping[Symbol, Expr]) -> set[Symbol]:
    used: set[Symbol] = set()
    stack = [e]
    while stack:
        for symbol in symbols(stack.pop()):
            if symbol in found and symbol not in used:
                used.add(symbol)
                stack.append(found[symbol])
    return used


def put_back(trail: Trail, results: Sequence[Result], names: Names) -> list[Result]:
    """The last steps: what the names stand for in place of them, and the answer tidied."""
    if not names:
        return list(results)
    full = []
    memo: dict[Expr, Expr] = {}
    for result in results:
        whole = names.written_out(result.expression, memo)
        if whole is result.expression:
            full.append(result)
            continue
        trail.close()
        trail.expression, trail.subject = result.expression, result.subject
        if size(whole) > LONGEST:
            full.append(replace(result, expression=whole, short=result.expression))
            continue
        inside = set(symbols(result.expression))
        meanings = (*names.definitions.items(), *names.signals.items())
        bindings = tuple((s.name, e) for s, e in meanings if s in inside)
        trail.step(PUT_BACK, whole, bindings=bindings)
        simplify_line(trail)
        much_longer = size(trail.expression) > 2 * size(result.expression) + 8
        short = result.expression if much_longer else None
        full.append(replace(result, expression=trail.expression, short=short))
    return full
