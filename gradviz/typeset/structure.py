"""What the targets share: how tightly a written part binds, where its sign went, and the walk that writes a DAG.

A part is written as a `Piece`: its source without a leading minus, its binding strength, and the sign. Parents decide
from these alone whether a bracket is needed and whether ``a + (-1) b`` is ``a - b``.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from fractions import Fraction

from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import Expr
from gradviz.algebra.shapes import Shape
from gradviz.algebra.walk import Path, fold, free_indices

__all__ = [
    "ACCENTS", "Level", "Piece", "Writer", "broadcasts", "decimal_text", "factor_level", "has_star", "is_plain",
    "is_scalar_group", "scientific", "signed_number", "split_accent", "split_name", "split_number", "sums_to_close",
]  # fmt: skip


class Level(IntEnum):
    """How tightly a piece binds, loosest first."""

    SUM = 1
    ENTRYWISE = 2
    KRONECKER = 3
    MATMUL = 4
    """A product with ``@`` (NumPy only)."""
    PRODUCT = 5
    POWER = 6
    """``a**b``, tighter than a product; what is appended (``.T``, ``[:, None]``) would fall to its exponent (NumPy
    only).
    """
    POSTFIX = 7
    """Something with a superscript, a fraction bar or an index."""
    ATOM = 8


@dataclass(frozen=True, slots=True)
class Piece:
    """A written part.

    Attributes
    ----------
    source : the text, without its leading minus.
    level : how tightly `source` binds; never `Level.SUM` where `negative` is set.
    negative : whether a minus belongs in front.
    ends : of a sum, or a product that ends in one: the source before the sum, and its own.
    inner : the piece of the only child, for parents that write both in one (``A^{-T}``, the number of a `Fill`).
    """

    source: str
    level: Level
    negative: bool = False
    inner: Piece | None = None
    ends: tuple[str, str] | None = None

    def positive(self) -> Piece:
        """The same without its minus."""
        return replace(self, negative=False) if self.negative else self


class Writer(ABC):
    """Writes expressions bottom-up: one method ``write_<Node>(node, pieces of the children)`` per class of node.

    Shared parts are written once, whatever the number of their occurrences.
    """

    minus = "-"

    def __init__(self) -> None:
        self.memo: dict[Expr, Piece] = {}

    @abstractmethod
    def bracket(self, source: str) -> str:
        """The source in round brackets."""

    def write(self, expr: Expr) -> str:
        """The source of an expression."""
        return self.whole(self.piece(expr))

    def piece(self, expr: Expr) -> Piece:
        return fold(expr, self.visit, self.memo)

    def visit(self, node: Expr, parts: list[Piece]) -> Piece:
        method = getattr(self, "write_" + type(node).__name__)
        piece: Piece = method(node, parts)
        return piece

    def whole(self, piece: Piece) -> str:
        """The source with its sign."""
        return self.minus + piece.source if piece.negative else piece.source

    def at(self, piece: Piece, level: Level) -> str:
        """The source where only what binds at least as tightly as `level` goes without brackets."""
        if level > Level.SUM and (piece.negative or piece.level < level):
            return self.bracket(self.whole(piece))
        return self.whole(piece)

    def negated(self, piece: Piece) -> Piece:
        """A minus in front of a piece."""
        if piece.negative or piece.level == Level.SUM:
            return Piece(self.at(piece, Level.ATOM), Level.ATOM, negative=True)
        return replace(piece, negative=True)

    def marked(self, expr: Expr, marks: Mapping[Path, str]) -> Piece:
        """The piece of an expression with some of its parts marked by `mark`.

        A mark belongs to one occurrence and not to all occurrences of a shared node, so the spines of the marked paths
        are written again, deepest first, beside the shared pieces.
        """
        spine = {path[:k] for path in marks for k in range(len(path) + 1)}
        nodes: dict[Path, Expr] = {(): expr}
        for path in sorted(spine, key=len):
            if path:
                nodes[path] = nodes[path[:-1]].children[path[-1]]
        self.piece(expr)
        written: dict[Path, Piece] = {}
        for path in sorted(spine, key=len, reverse=True):
            node = nodes[path]
            parts = [written.get((*path, i)) or self.memo[c] for i, c in enumerate(node.children)]
            piece = self.visit(node, parts)
            written[path] = self.mark(piece, marks[path]) if path in marks else piece
        return written.get((), self.memo[expr])

    def mark(self, piece: Piece, how: str) -> Piece:
        """A piece that stands out; targets without colours return it as it is."""
        return piece


def signed_number(value: Fraction) -> tuple[Fraction, bool]:
    """The magnitude and whether a minus belongs in front."""
    return abs(value), value < 0


def decimal_text(value: Fraction) -> str | None:
    """A whole number or a short decimal; None where a fraction is the better form (1/2, 1/3)."""
    if value.denominator == 1:
        return str(value.numerator)
    if value.denominator <= 12:
        return None
    digits = _decimals(value)
    return None if digits is None else f"{float(value):.{digits}f}"


def scientific(value: Fraction) -> tuple[str, int]:
    """The mantissa and the power of ten of a very large or very small decimal; the power is 0 for other numbers."""
    if value == 0 or _decimals(value, limit=400) is None:
        return "", 0
    ten = 0
    while value.denominator == 1 and value.numerator % 10 == 0:
        value, ten = value / 10, ten + 1
    while value.denominator != 1:
        value, ten = value * 10, ten - 1
    digits = str(value.numerator)
    if len(digits) > 12 or (-7 < ten < 6):
        return "", 0
    return digits[0] + ("." + digits[1:] if digits[1:] else ""), ten + len(digits) - 1


def _decimals(value: Fraction, limit: int = 6) -> int | None:
    """How many decimals write the value exactly; None if more than `limit`."""
    rest, twos, fives = value.denominator, 0, 0
    while rest % 2 == 0 and twos <= limit:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0 and fives <= limit:
        rest, fives = rest // 5, fives + 1
    return max(twos, fives) if rest == 1 and max(twos, fives) <= limit else None


def split_number(node: n.Mul) -> tuple[Fraction, int]:
    """The number in front of a product and how many factors it takes up (none, or the first)."""
    first = node.children[0]
    if isinstance(first, n.Number) and len(node.children) > 1:
        return first.value, 1
    return Fraction(1), 0


def is_scalar_group(node: Expr) -> bool:
    """Whether a node is a 1x1 product of vectors or matrices, such as ``x' A x``."""
    return isinstance(node, n.Mul) and node.is_scalar and any(not c.is_scalar for c in node.children)


def broadcasts(node: Expr, siblings: Iterable[Expr]) -> bool:
    """Whether a `Fill` can be written as its number, because something beside it shows the shape."""
    return isinstance(node, n.Fill) and any(not isinstance(s, n.Fill) for s in siblings)


def is_plain(factors: Iterable[Expr]) -> bool:
    """Whether these are numbers, names of numbers, and their powers and products: nothing long, and nothing tall."""
    return all(
        isinstance(node, n.Number | n.DimNumber | n.Constant)
        or (isinstance(node, n.Symbol) and node.is_scalar)
        or (isinstance(node, n.Mul | n.Power) and node.is_scalar and is_plain(node.children))
        for node in factors
    )


def factor_level(children: Sequence[Expr], i: int, *, first: bool) -> Level:
    """How tightly the i-th factor of a product must bind to go without brackets."""
    child = children[i]
    if is_scalar_group(child):
        alone = all(c.is_scalar and not is_scalar_group(c) for c in children[:i])
        following = children[i + 1] if i + 1 < len(children) else None
        last = i + 2 >= len(children)  # x' x I is clear, and (x' A x) B x for those who look at shapes only
        return Level.PRODUCT if alone and last and takes_group_bare(following) else Level.POSTFIX
    grouped = isinstance(child, n.Mul) and not child.is_scalar and not any(c.is_scalar for c in child.children)
    return Level.PRODUCT if first and not grouped else Level.POSTFIX  # (A B) x keeps the author's brackets


def takes_group_bare(following: Expr | None) -> bool:
    """Whether ``x' x`` may stand before this without brackets: ``x' x I`` is clear, ``x' x x`` is not."""
    return following is None or (isinstance(following, n.Identity) or _is_matrix(following.shape))


def _is_matrix(shape: Shape) -> bool:
    return shape.rows != 1 and shape.cols != 1


def split_name(name: str) -> tuple[str, str]:
    """A symbol's name and its subscript: ``w_max`` is (w, max), ``x1`` is (x, 1)."""
    head, _, tail = name.partition("_")
    letters = head.rstrip("0123456789")
    digits = head[len(letters) :]
    if not letters:
        return name, ""
    return letters, ",".join(part for part in (digits, tail) if part)


ACCENTS = ("hat", "bar", "tilde", "dot", "ddot", "check", "breve")
"""Subscripts that are written over a letter: ``y_hat``."""


def split_accent(index: str) -> tuple[str, bool, str]:
    """The accent ("" for none) in a name's subscript, whether it has a star, and the rest: ``hat_i`` is (hat, i)."""
    parts = [part for piece in index.split(",") for part in piece.split("_")]
    accents = [part for part in parts if part in ACCENTS]
    if len(accents) > 1 or parts.count("star") > 1 or not (accents or "star" in parts):
        return "", False, index
    rest = [part for part in parts if part not in ACCENTS and part != "star"]
    return "".join(accents), "star" in parts, ",".join(rest)


def has_star(name: str) -> bool:
    """Whether a name is written with a star above right, so that a further superscript needs brackets."""
    return split_accent(split_name(name)[1])[1]


def sums_to_close(terms: Sequence[Expr]) -> list[int]:
    """The terms that end in a sum over an index that a later term uses too: without brackets it would reach that."""
    last = [t.children[-1] if isinstance(t, n.Mul) else t for t in terms]
    return [
        i
        for i, t in enumerate(last[:-1])
        if isinstance(t, n.IndexedSum) and any(t.index in free_indices(later) for later in terms[i + 1 :])
    ]
