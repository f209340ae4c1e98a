"""Named rules and their application, traced one rewrite at a time.

A rule is a pure function from a node to its replacement, or None where it does not apply; its docstring is its
formula. Tracing costs the rules nothing: `rewrite` passes each application to a `record` hook.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, MutableSet, Sequence
from dataclasses import dataclass, field

from gradviz.algebra.build import rebuilt
from gradviz.algebra.nodes import Expr, Number, Symbol
from gradviz.algebra.walk import Path, fold, part_at

__all__ = ["Record", "Rule", "rewrite", "rule"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A named identity.

    Attributes
    ----------
    id : dotted name, family first; also the key of its one-line explanation in the views.
    formula : the identity in the language users type, ``before = after``.
    source : where it is proved or tabulated.
    condition : what must hold for it ("X invertible"), or "".
    apply : node -> replacement, or None.
    """

    id: str
    formula: str
    source: str = ""
    condition: str = ""
    apply: Callable[..., Expr | None] = field(default=lambda *_: None, compare=False, repr=False)

    def __reduce__(self) -> tuple[type[Rule], tuple[str, str, str, str]]:
        """Pickled, a rule is what it says; what it does stays behind."""
        return Rule, (self.id, self.formula, self.source, self.condition)

    @property
    def family(self) -> str:
        return self.id.partition(".")[0]


def rule(id: str, source: str = "", condition: str = "") -> Callable[[Callable[..., Expr | None]], Rule]:
    """Make a `Rule` of a function whose docstring is its formula."""

    def make(function: Callable[..., Expr | None]) -> Rule:
        return Rule(id, (function.__doc__ or "").strip(), source, condition, function)

    return make


Record = Callable[[Rule, Expr, Expr, Path], None]
"""Called with the rule, the whole expression before and after, and the path of the rewritten part."""


def rewrite(
    root: Expr,
    rules: Sequence[Rule],
    record: Record | None = None,
    limit: int = 10_000,
    normal: MutableSet[Expr] | None = None,
    later: tuple[Collection[Expr], Sequence[Rule]] = ((), ()),
) -> Expr:
    """Apply rules innermost first until none applies.

    Parts that are found to be in normal form are remembered, so that each rewrite costs a walk along its own path only;
    a set `normal` that is passed in is filled and reused, so that expressions with common parts share the work. `later`
    names parts that are known to need only some of the rules, and these rules. Symbols and numbers are left alone.

    Raises
    ------
    RuntimeError
        After `limit` rewrites: two rules undo each other, which is a defect and must not hang.
    """
    normal = set() if normal is None else normal
    for _ in range(limit):
        found = _first(root, rules, normal, later)
        if found is None:
            return root
        used, path, part = found
        after = _put(root, part_at(root, path), part)
        if record is not None:
            record(used, root, after, path)
        root = after
    raise RuntimeError(f"no normal form after {limit} rewrites")


def _put(root: Expr, old: Expr, new: Expr) -> Expr:
    """Replace a part wherever it stands, and tidy what lies above it. A shared part must be rewritten once, not once
    a path.
    """

    def visit(node: Expr, children: list[Expr]) -> Expr:
        if node is old:
            return new
        if all(a is b for a, b in zip(children, node.children, strict=True)):
            return node
        return rebuilt(node, children)

    return fold(root, visit)


_ATOMS = (Symbol, Number)
"""What no rule rewrites."""


def _first(
    root: Expr, rules: Sequence[Rule], normal: MutableSet[Expr], later: tuple[Collection[Expr], Sequence[Rule]]
) -> tuple[Rule, Path, Expr] | None:
    """The first part, innermost and leftmost, to which a rule applies."""
    stack: list[tuple[Expr, Path, int]] = [(root, (), 0)]
    while stack:
        node, path, child = stack.pop()
        if isinstance(node, _ATOMS) or node in normal:
            continue
        if child < len(node.children):
            stack.append((node, path, child + 1))
            stack.append((node.children[child], (*path, child), 0))
            continue
        for candidate in later[1] if node in later[0] else rules:
            part = candidate.apply(node)
            if part is not None and part is not node:
                return candidate, path, part
        normal.add(node)
    return None
