"""What the letters of a rule's formula stand for at a step, read off the line where the engine does not say."""

from __future__ import annotations

from gradviz.algebra import nodes as n
from gradviz.algebra.build import times, transposed
from gradviz.algebra.nodes import Differential, Expr
from gradviz.algebra.walk import preorder
from gradviz.calculus.derivation import Kind, Step

__all__ = ["shown_bindings"]

Bindings = tuple[tuple[str, Expr], ...]


def shown_bindings(step: Step) -> Bindings:
    """The letters and what they stand for; none where that cannot be told from the lines before and after."""
    if step.bindings:
        return step.bindings
    if step.substeps:
        first = next((s for s in step.substeps if s.rule.id == step.rule.id), None)
        return shown_bindings(first) if first is not None else ()
    if step.rule.id == "read-off":
        return _read_off(step)
    if step.rule.family == "product":
        return _product(step)
    if step.rule.id == "canonical.cyclic-trace":
        return _cyclic(step)
    return ()


def _read_off(step: Step) -> Bindings:
    """``d(f) = <G, dX> => G``: of a gradient G is the answer, before a layout turns it."""
    if step.subject.kind is not Kind.GRADIENT or len(step.subject.variables) != 1:
        return ()
    g = transposed(step.after) if step.subject.transposed else step.after
    return ("G", g), ("X", step.subject.variables[0])


def _product(step: Step) -> Bindings:
    """``d(U V)`` of two factors; of three the formula is used more than once."""
    found = [e.argument for e in _only_in(step.before, step.after) if isinstance(e, Differential)]
    first = next((e for e in found if isinstance(e, n.Mul | n.Hadamard | n.Kronecker | n.Inner)), None)
    if first is None or len(first.children) != 2:
        return ()
    return ("U", first.children[0]), ("V", first.children[1])


def _cyclic(step: Step) -> Bindings:
    """``tr(A B) = tr(B A)``: where the factors of a trace were parted."""
    before = [e.children[0] for e in _only_in(step.before, step.after) if isinstance(e, n.Trace)]
    after = [e.children[0] for e in _only_in(step.after, step.before) if isinstance(e, n.Trace)]
    for old in before:
        for new in after:
            if not (isinstance(old, n.Mul) and isinstance(new, n.Mul)):
                continue
            for k in range(1, len(old.children)):
                head, tail = old.children[:k], old.children[k:]
                if new.children == (*tail, *head):
                    return ("A", times(*head)), ("B", times(*tail))
    return ()


def _only_in(whole: Expr, other: Expr) -> list[Expr]:
    """The parts of a line that the other line lacks."""
    kept = set(preorder(other))
    return [e for e in preorder(whole) if e not in kept]
