"""What the letters of a rule's formula stand for at a step, read off the line where the engine does not say."""

from __future__ import annotations

from gradviz.algebra import nodes as n
from gradviz.algebra.build import times
from gradviz.algebra.nodes import Differential, Expr
from gradviz.algebra.walk import preorder
from gradviz.calculus.derivation import Step

__all__ = ["shown_bindings"]

Bindings = tuple[tuple[str, Expr], ...]


def shown_bindings(step: Step) -> Bindings:
    """The letters and what they stand for; none where that cannot be told from the lines before and after."""
    if step.bindings:
        return step.bindings
    if step.substeps:
        first = next((s for s in step.substeps if s.rule.id == step.rule.id), None)
        return shown_bindings(first) if first is not None else ()
    if step.rule.family == "product":
        return _product(step)
    if step.rule.id == "canonical.cyclic-trace":
        return _cyclic(step)
    return ()


def _product(step: Step) -> Bindings:
    """``d(U V)``; of three factors or more U is the first and V the rest, to which the formula is applied again."""
    found = [e.argument for e in _only_in(step.before, step.after) if isinstance(e, Differential)]
    first = next((e for e in found if isinstance(e, n.Mul | n.Hadamard | n.Kronecker | n.Inner)), None)
    if first is None:
        return ()
    head, *rest = first.children
    return ("U", head), ("V", rest[0] if len(rest) == 1 else type(first)(*rest))


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
