"""Products in sources for arrays: where brackets save work, what becomes an outer product, a sum, a scaling.

A product of vectors and matrices is split where its inner dimension is one: ``x (y' z)`` has the parts ``x`` and
``y@z``, and two open ends make an outer product.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import Expr
from gradviz.typeset.dialects import Dialect
from gradviz.typeset.structure import Level, Piece, Writer, signed_number, split_number

__all__ = ["ProductWriter"]


class ProductWriter(Writer):
    """Writes products and quotients.

    Attributes
    ----------
    dialect : how the array library calls its functions.
    locals : expressions that have a local variable -> its name.
    """

    dialect: Dialect
    locals: dict[Expr, str]

    def _spelled(self, what: str, *arguments: str) -> Piece:
        """A call as the dialect spells it."""
        return Piece(self.dialect.spell(what, *arguments), Level.ATOM)

    def number(self, value: Fraction) -> Piece:
        """A number that is not negative."""
        if value.denominator == 1:
            return Piece(str(value.numerator), Level.ATOM)
        try:
            decimal = repr(float(value))
            if len(decimal) <= 12 and Fraction(decimal) == value:
                return Piece(decimal, Level.ATOM)
        except OverflowError:
            pass
        return Piece(f"{value.numerator}/{value.denominator}", Level.PRODUCT)

    def _divided(self, top: Piece, bottom: Piece) -> Piece:
        source = f"{self.at(top.positive(), Level.MATMUL)}/{self.at(bottom, Level.POWER)}"
        return Piece(source, min(max(top.level, Level.MATMUL), Level.PRODUCT), top.negative)

    def write_Mul(self, node: n.Mul, parts: list[Piece]) -> Piece:
        number, taken = split_number(node)
        magnitude, negative = signed_number(number)
        scalars: list[Piece] = []
        chain: list[tuple[Expr, Piece]] = []
        for child, piece in zip(node.children[taken:], parts[taken:], strict=True):
            if piece.negative:
                negative, piece = not negative, piece.positive()
            if child.is_scalar:
                scalars.append(piece)
            else:
                chain.append((child, piece))
        matrix = None
        if chain:
            more, matrix = self._chain(chain)
            scalars += more
        divisor = None
        if magnitude.denominator != 1 and self.number(magnitude).level == Level.PRODUCT:
            divisor, magnitude = Piece(str(magnitude.denominator), Level.ATOM), Fraction(magnitude.numerator)
        front = [self.number(magnitude)] if magnitude != 1 else []
        piece = self._scaled([*front, *scalars], matrix)
        if divisor is not None:
            piece = self._divided(piece, divisor)
        if piece.negative:
            negative, piece = not negative, piece.positive()
        return self.negated(piece) if negative else piece

    def _scaled(self, factors: Sequence[Piece], last: Piece | None) -> Piece:
        """Scalars, or arrays entry by entry, times a last factor that may hold ``@``."""
        negative = sum(p.negative for p in [*factors, *([last] if last else [])]) % 2 == 1
        pieces = [p.positive() for p in [*factors, *([last] if last else [])]]
        if not pieces:
            return Piece("1", Level.ATOM)
        if len(pieces) == 1:
            piece = pieces[0]
            return self.negated(piece) if negative else piece
        # b*x@y would be (b*x)@y: a product with @ gets brackets, but for the last one, which is a product of matrices
        # with a scalar in front, and scaling commutes with @.
        level = Level.PRODUCT
        rest = pieces[:-1] if last else pieces
        sources = [self.at(p, Level.PRODUCT) for p in rest]
        if last:
            level = min(level, max(pieces[-1].level, Level.MATMUL))
            sources.append(self.at(pieces[-1], Level.MATMUL))
        return Piece("*".join(sources), level, negative)

    def _chain(self, chain: Sequence[tuple[Expr, Piece]]) -> tuple[list[Piece], Piece | None]:
        """A product of vectors and matrices: scalar parts, and what is left (None where all of it is scalar)."""
        kept = [c for c in chain if not isinstance(c[0], n.Identity)] or [chain[0]]
        segments: list[list[tuple[Expr, Piece]]] = [[kept[0]]]
        for part in kept[1:]:
            if part[0].shape.rows == 1:
                segments.append([part])
            else:
                segments[-1].append(part)
        left, middle, right = segments[0], segments[1:-1], segments[-1]
        scalars = [self._matmul(s) for s in middle]
        rows, cols = left[0][0].shape.rows, right[-1][0].shape.cols
        if len(segments) == 1:
            piece = self._matmul(left)
            return ([piece], None) if rows == 1 and cols == 1 else ([], piece)
        if rows == 1:
            scalars.insert(0, self._matmul(left))
        if cols == 1:
            scalars.append(self._matmul(right))
        if rows == 1 and cols == 1:
            return scalars, None
        if rows == 1:
            return scalars, self._matmul(right)
        if cols == 1:
            return scalars, self._matmul(left)
        return scalars, self._spelled("outer", self.whole(self._matmul(left)), self.whole(self._matmul(right)))

    def _matmul(self, segment: Sequence[tuple[Expr, Piece]]) -> Piece:
        """A product without inner dimensions of one, with ``@``, or shorter where ones or diagonals take part."""
        parts = [*segment]
        if len(parts) > 1:
            for shorten in (self._times_ones, self._times_diagonal):
                found = shorten(parts)
                if found is not None:
                    return found
        if len(parts) == 1:
            return parts[0][1]
        pieces = [p for _, p in parts]
        if len(parts) > 2 and parts[-1][0].shape.is_column and parts[0][0].shape.is_matrix:
            # A (B x) costs a matrix-vector product less dimension than (A B) x.
            source = self.at(pieces[-1], Level.POWER)
            for k, piece in enumerate(reversed(pieces[:-1])):
                inner = source if k == 0 else self.bracket(source)
                source = f"{self.at(piece, Level.POWER)} @ {inner}"
            return Piece(source, Level.MATMUL)
        sources = [self.at(pieces[0], Level.MATMUL), *(self.at(p, Level.POWER) for p in pieces[1:])]
        return Piece(" @ ".join(sources), Level.MATMUL)

    def _times_ones(self, parts: list[tuple[Expr, Piece]]) -> Piece | None:
        """``1' A`` and ``A 1`` are sums along an axis."""
        first, last = parts[0][0], parts[-1][0]
        if _is_ones(first) and first.shape.is_row:
            inner = self._matmul(parts[1:])
            return self._spelled("sum_of_rows" if last.shape.cols != 1 else "sum", self.whole(inner))
        if _is_ones(last) and last.shape.is_column:
            inner = self._matmul(parts[:-1])
            return self._spelled("sum_of_columns" if first.shape.rows != 1 else "sum", self.whole(inner))
        return None

    def _times_diagonal(self, parts: list[tuple[Expr, Piece]]) -> Piece | None:
        """``diag(v) A`` scales the rows of A, ``A diag(v)`` its columns."""
        for i, (node, _) in enumerate(parts):
            if not isinstance(node, n.Diag) or node in self.locals:
                continue
            inner = self.memo[node.children[0]]
            before, after = parts[:i], parts[i + 1 :]
            if after and not before:
                rest = self._matmul(after)
                if after[-1][0].shape.cols == 1:
                    return self._scaled([inner, rest], None)
                column = Piece(self.at(inner, Level.POSTFIX) + "[:, None]", Level.POSTFIX)
                return self._scaled([column, rest], None)
            if before and not after:
                return self._scaled([self._matmul(before), inner], None)
            left = self._scaled([self._matmul(before), inner], None)
            joined = n.Mul(*[e for e, _ in parts[: i + 1]])
            return self._matmul([(joined, left), *after])
        return None


def _is_ones(node: Expr) -> bool:
    return isinstance(node.children[0] if isinstance(node, n.Transpose) else node, n.Ones)
