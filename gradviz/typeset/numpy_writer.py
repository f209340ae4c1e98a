"""Expressions as NumPy source, as short as one would write it by hand.

Column vectors and rows are ``(n,)`` arrays inside the source, matrices 2-D, scalars floats. A product of vectors and
matrices is split where its inner dimension is one: ``x (y' z)`` has the parts ``x`` and ``y@z``, and two open ends make
an outer product.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import Expr, Symbol
from gradviz.algebra.shapes import Dim, DimProduct
from gradviz.typeset.numpy_names import unspecified_parameter
from gradviz.typeset.structure import Level, Piece, Writer, broadcasts, signed_number, split_number

__all__ = ["NumpyWriter"]

_FUNCTIONS = {
    "arcsin": "np.arcsin({})", "arccos": "np.arccos({})", "arctan": "np.arctan({})", "sigmoid": "sigmoid({})",
    "softplus": "np.logaddexp(0, {})", "relu": "np.maximum({}, 0)", "step": "np.heaviside({}, 0.0)",
}  # fmt: skip


class NumpyWriter(Writer):
    """Writes NumPy source.

    Parameters
    ----------
    names : symbol name -> identifier.
    locals_ : expressions that have a local variable -> its name.
    dims : dimension name -> identifier; other dimensions keep their names.
    indices : the index letters of the sums in what is written: families are indexed by them.

    Attributes
    ----------
    used_dims : names of the dimensions that occur in what was written so far.
    """

    def __init__(
        self,
        names: Mapping[str, str],
        locals_: Mapping[Expr, str] | None = None,
        dims: Mapping[str, str] | None = None,
        indices: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__()
        self.names = names
        self.dims = dims or {}
        self.locals = dict(locals_ or {})
        self.used_dims: set[str] = set()
        self.indices = indices

    def bracket(self, source: str) -> str:
        return f"({source})"

    def visit(self, node: Expr, parts: list[Piece]) -> Piece:
        if node in self.locals:
            return Piece(self.locals[node], Level.ATOM)
        return super().visit(node, parts)

    def forget(self) -> None:
        """Write everything anew, because `locals` changed."""
        self.memo.clear()

    def result(self, expr: Expr) -> str:
        """The source of a whole result: rows get their first axis back."""
        if not expr.shape.is_row:
            return self.write(expr)
        if isinstance(expr, Symbol) and expr not in self.locals:
            return self.names[expr.name]
        return self.at(self.piece(expr), Level.POSTFIX) + "[None, :]"

    def _call(self, name: str, *arguments: str) -> Piece:
        return Piece(f"{name}({', '.join(arguments)})", Level.ATOM)

    def size(self, dim: Dim) -> str:
        """The source of a dimension; `used_dims` remembers which names it took."""
        self.used_dims |= {dim} if isinstance(dim, str) else set(dim.names) if isinstance(dim, DimProduct) else set()
        if isinstance(dim, DimProduct):
            factors = [str(dim.coefficient)] if dim.coefficient != 1 else []
            return "*".join(factors + [self.dims.get(d, d) for d in dim.names])
        return self.dims.get(dim, dim) if isinstance(dim, str) else str(dim)

    def _sizes(self, node: Expr) -> str:
        rows, cols = node.shape
        if node.shape.is_matrix:
            return f"({self.size(rows)}, {self.size(cols)})"
        return self.size(rows if cols == 1 else cols)

    # --- leaves ---

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

    def write_Number(self, node: n.Number, parts: list[Piece]) -> Piece:
        magnitude, negative = signed_number(node.value)
        piece = self.number(magnitude)
        return self.negated(piece) if negative else piece

    def write_Constant(self, node: n.Constant, parts: list[Piece]) -> Piece:
        return Piece(f"np.{node.name}", Level.ATOM)

    def write_DimNumber(self, node: n.DimNumber, parts: list[Piece]) -> Piece:
        return Piece(self.size(node.dim), Level.PRODUCT if isinstance(node.dim, DimProduct) else Level.ATOM)

    def write_Symbol(self, node: n.Symbol, parts: list[Piece]) -> Piece:
        # A family has its indices as leading axes; a row is passed in as (1, n).
        indices = "".join(f"[{c}]" for c in node.name.partition("_")[2] if c in self.indices)
        return Piece(self.names[node.name] + indices + ("[0]" if node.shape.is_row else ""), Level.ATOM)

    def write_Identity(self, node: n.Identity, parts: list[Piece]) -> Piece:
        return Piece("1", Level.ATOM) if node.is_scalar else self._call("np.eye", self.size(node.shape.rows))

    def write_Zero(self, node: n.Zero, parts: list[Piece]) -> Piece:
        return Piece("0", Level.ATOM) if node.is_scalar else self._call("np.zeros", self._sizes(node))

    def write_Ones(self, node: n.Ones, parts: list[Piece]) -> Piece:
        return Piece("1", Level.ATOM) if node.is_scalar else self._call("np.ones", self._sizes(node))

    def write_Unit(self, node: n.Unit, parts: list[Piece]) -> Piece:
        place = node.data[0] if isinstance(node.data[0], str) else node.data[0] - 1
        return Piece(f"np.eye({self.size(node.shape.rows)})[{place}]", Level.ATOM)

    def write_Commutation(self, node: n.Commutation, parts: list[Piece]) -> Piece:
        return self._call("commutation", self.size(node.data[0]), self.size(node.data[1]))

    # --- sums, entrywise ---

    def _broadcast(self, node: Expr, piece: Piece, siblings: Sequence[Expr]) -> Piece:
        if broadcasts(node, siblings) and piece.inner is not None and node not in self.locals:
            return piece.inner
        return piece

    def write_Add(self, node: n.Add, parts: list[Piece]) -> Piece:
        pieces = [self._broadcast(c, p, node.children) for c, p in zip(node.children, parts, strict=True)]
        if len(pieces) == 1:
            return pieces[0]
        # A minus in front costs an operation that a different order saves.
        if pieces[0].negative and any(not p.negative for p in pieces):
            i = next(i for i, p in enumerate(pieces) if not p.negative)
            pieces.insert(0, pieces.pop(i))
        out = self.whole(pieces[0])
        for piece in pieces[1:]:
            out += f" - {piece.source}" if piece.negative else f" + {self.at(piece, Level.ENTRYWISE)}"
        return Piece(out, Level.SUM)

    def write_Hadamard(self, node: n.Hadamard, parts: list[Piece]) -> Piece:
        pieces = [self._broadcast(c, p, node.children) for c, p in zip(node.children, parts, strict=True)]
        return self._scaled(pieces, None)

    def write_HadamardQuotient(self, node: n.HadamardQuotient, parts: list[Piece]) -> Piece:
        pieces = [self._broadcast(c, p, node.children) for c, p in zip(node.children, parts, strict=True)]
        return self._divided(*pieces)

    def write_Quotient(self, node: n.Quotient, parts: list[Piece]) -> Piece:
        return self._divided(*parts)

    def _divided(self, top: Piece, bottom: Piece) -> Piece:
        source = f"{self.at(top.positive(), Level.MATMUL)}/{self.at(bottom, Level.POWER)}"
        return Piece(source, min(max(top.level, Level.MATMUL), Level.PRODUCT), top.negative)

    def write_Fill(self, node: n.Fill, parts: list[Piece]) -> Piece:
        if node.children[0] is n.ONE:
            return Piece(f"np.ones({self._sizes(node)})", Level.ATOM, inner=parts[0])
        source = f"np.full({self._sizes(node)}, {self.whole(parts[0])})"
        return Piece(source, Level.ATOM, inner=parts[0])

    def write_Kronecker(self, node: n.Kronecker, parts: list[Piece]) -> Piece:
        (a, b), (left, right) = node.children, parts
        if a.is_scalar or b.is_scalar:
            return self._scaled([left, right], None)
        if a.shape.is_column and b.shape.is_row:
            return self._call("np.outer", self.whole(left), self.whole(right))
        if a.shape.is_row and b.shape.is_column:
            return self._call("np.outer", self.whole(right), self.whole(left))
        if not (a.shape.is_matrix or b.shape.is_matrix):
            return self._call("np.kron", self.whole(left), self.whole(right))
        return self._call("np.kron", self._two_axes(a, left), self._two_axes(b, right))

    def _two_axes(self, node: Expr, piece: Piece) -> str:
        if node.shape.is_matrix or node.is_scalar:
            return self.whole(piece)
        return self.at(piece, Level.POSTFIX) + ("[:, None]" if node.shape.is_column else "[None, :]")

    # --- products ---

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
        return scalars, self._call("np.outer", self.whole(self._matmul(left)), self.whole(self._matmul(right)))

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
            axis = ", axis=0" if last.shape.cols != 1 else ""
            return Piece(f"np.sum({self.whole(inner)}{axis})", Level.ATOM)
        if _is_ones(last) and last.shape.is_column:
            inner = self._matmul(parts[:-1])
            axis = ", axis=1" if first.shape.rows != 1 else ""
            return Piece(f"np.sum({self.whole(inner)}{axis})", Level.ATOM)
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

    # --- powers, transposes ---

    def write_Power(self, node: n.Power, parts: list[Piece]) -> Piece:
        base, exponent = node.children
        if isinstance(base, n.Constant) and base.name == "e":
            return self._call("np.exp", self.whole(parts[1]))
        two = isinstance(exponent, n.Number) and exponent.value == 2
        if isinstance(base, n.Norm) and base.kind == "2" and two and parts[0].inner is not None:
            inner = parts[0].inner
            if inner.level == Level.ATOM and not inner.negative and base not in self.locals:
                return Piece(f"{inner.source} @ {inner.source}", Level.MATMUL)
        return self._power(parts[0], exponent, parts[1])

    def write_HadamardPower(self, node: n.HadamardPower, parts: list[Piece]) -> Piece:
        return self._power(parts[0], node.children[1], parts[1])

    def _power(self, base: Piece, exponent: Expr, written: Piece) -> Piece:
        if isinstance(exponent, n.Number):
            if exponent.value == Fraction(1, 2):
                return self._call("np.sqrt", self.whole(base))
            if exponent.value == -1:
                return self._divided(Piece("1", Level.ATOM), base)
            decimal = self.number(abs(exponent.value))
            raised = self.at(decimal, Level.POSTFIX)
            raised = f"-{raised}" if exponent.value < 0 and decimal.level == Level.ATOM else raised
            if exponent.value < 0 and decimal.level != Level.ATOM:
                raised = f"(-{decimal.source})"
        else:
            raised = self.at(written, Level.ATOM)
        return Piece(f"{self.at(base, Level.POSTFIX)}**{raised}", Level.POWER)

    def write_MatrixPower(self, node: n.MatrixPower, parts: list[Piece]) -> Piece:
        if node.exponent == 2 and parts[0].level == Level.ATOM and "(" not in parts[0].source:
            return Piece(f"{parts[0].source} @ {parts[0].source}", Level.MATMUL)
        return self._call("np.linalg.matrix_power", self.whole(parts[0]), str(node.exponent))

    def write_LetterPower(self, node: n.LetterPower, parts: list[Piece]) -> Piece:
        return self._call("np.linalg.matrix_power", self.whole(parts[0]), self.whole(parts[1]))

    def write_MatrixExponential(self, node: n.MatrixExponential, parts: list[Piece]) -> Piece:
        return self._call("expm", self.whole(parts[0]))

    def write_Transpose(self, node: n.Transpose, parts: list[Piece]) -> Piece:
        if not node.shape.is_matrix:
            return parts[0]
        return Piece(self.at(parts[0].positive(), Level.ATOM) + ".T", Level.ATOM, parts[0].negative)

    def write_Inverse(self, node: n.Inverse, parts: list[Piece]) -> Piece:
        if node.is_scalar:
            return self._divided(Piece("1", Level.ATOM), parts[0])
        return self._call("np.linalg.inv", self.whole(parts[0]))

    def write_Entry(self, node: n.Entry, parts: list[Piece]) -> Piece:
        argument = node.children[0]
        row, col = node.data
        if argument.is_scalar:
            return parts[0]
        index = (
            f"{row - 1}, {col - 1}" if argument.shape.is_matrix else str((row if argument.shape.cols == 1 else col) - 1)
        )
        return Piece(f"{self.at(parts[0], Level.ATOM)}[{index}]", Level.ATOM)

    # --- functions ---

    def write_Inner(self, node: n.Inner, parts: list[Piece]) -> Piece:
        left = node.children[0]
        if left.is_scalar:
            return self._scaled(parts, None)
        if left.shape.is_matrix:
            return self._call("np.sum", self.whole(self._scaled(parts, None)))
        sources = [
            self.at(parts[0], Level.MATMUL if left.shape.is_row else Level.POWER),
            self.at(parts[1], Level.POWER),
        ]
        return Piece(" @ ".join(sources), Level.MATMUL)

    def write_Trace(self, node: n.Trace, parts: list[Piece]) -> Piece:
        return parts[0] if node.children[0].is_scalar else self._call("np.trace", self.whole(parts[0]))

    def write_Determinant(self, node: n.Determinant, parts: list[Piece]) -> Piece:
        return parts[0] if node.children[0].is_scalar else self._call("np.linalg.det", self.whole(parts[0]))

    def write_LogDet(self, node: n.LogDet, parts: list[Piece]) -> Piece:
        if node.children[0].is_scalar:
            return Piece(f"np.log(np.abs({self.whole(parts[0])}))", Level.ATOM)
        return Piece(f"np.linalg.slogdet({self.whole(parts[0])})[1]", Level.ATOM)

    def write_Norm(self, node: n.Norm, parts: list[Piece]) -> Piece:
        argument = node.children[0]
        if argument.is_scalar:
            return Piece(f"np.abs({self.whole(parts[0])})", Level.ATOM)
        if node.kind == "1":
            return Piece(f"np.sum(np.abs({self.whole(parts[0])}))", Level.ATOM)
        if node.kind == "2" and argument.shape.is_matrix:
            return Piece(f"np.linalg.norm({self.whole(parts[0])}, 2)", Level.ATOM)
        return Piece(f"np.linalg.norm({self.whole(parts[0])})", Level.ATOM, inner=parts[0])

    def write_Sum(self, node: n.Sum, parts: list[Piece]) -> Piece:
        return parts[0] if node.children[0].is_scalar else self._call("np.sum", self.whole(parts[0]))

    def write_LogSumExp(self, node: n.LogSumExp, parts: list[Piece]) -> Piece:
        shape = node.children[0].shape
        if shape.is_scalar:
            return parts[0]
        return self._call("np.logaddexp.reduce", self.whole(parts[0]), *(["axis=None"] if shape.is_matrix else []))

    def write_IndexedSum(self, node: n.IndexedSum, parts: list[Piece]) -> Piece:
        size = self.size(node.upper)
        return self._call("sum", f"{self.whole(parts[0])} for {node.index} in range({size})")

    def write_Unspecified(self, node: n.Unspecified, parts: list[Piece]) -> Piece:
        return self._call(unspecified_parameter(node), self.whole(parts[0]))

    def write_Extreme(self, node: n.Extreme, parts: list[Piece]) -> Piece:
        return parts[0] if node.children[0].is_scalar else self._call(f"np.{node.kind}", self.whole(parts[0]))

    def write_Larger(self, node: n.Larger, parts: list[Piece]) -> Piece:
        pieces = [self._broadcast(c, p, node.children) for c, p in zip(node.children, parts, strict=True)]
        return self._call(f"np.{node.kind}imum", *map(self.whole, pieces))

    def write_ExtremeUnit(self, node: n.ExtremeUnit, parts: list[Piece]) -> Piece:
        if node.is_scalar:
            return Piece("1", Level.ATOM)
        name = "largest_entry" if node.kind == "max" else "smallest_entry"
        return self._call(name, self.whole(parts[0]))

    def write_Softmax(self, node: n.Softmax, parts: list[Piece]) -> Piece:
        return Piece("1", Level.ATOM) if node.is_scalar else self._call("softmax", self.whole(parts[0]))

    def write_Apply(self, node: n.Apply, parts: list[Piece]) -> Piece:
        template = _FUNCTIONS.get(node.function, f"np.{node.function}({{}})")
        return Piece(template.format(self.whole(parts[0])), Level.ATOM)

    def write_Diag(self, node: n.Diag, parts: list[Piece]) -> Piece:
        return parts[0] if node.is_scalar else self._call("np.diag", self.whole(parts[0]))

    def write_DiagonalOf(self, node: n.DiagonalOf, parts: list[Piece]) -> Piece:
        return parts[0] if node.is_scalar else self._call("np.diag", self.whole(parts[0]))

    def write_Vec(self, node: n.Vec, parts: list[Piece]) -> Piece:
        if not node.children[0].shape.is_matrix:
            return parts[0]
        return Piece(f'{self.at(parts[0], Level.ATOM)}.ravel(order="F")', Level.ATOM)

    def write_Unvec(self, node: n.Unvec, parts: list[Piece]) -> Piece:
        if not node.shape.is_matrix:
            return parts[0]
        rows, cols = node.data
        shape = f"({self.size(rows)}, {self.size(cols)})"
        return Piece(f'{self.at(parts[0], Level.ATOM)}.reshape({shape}, order="F")', Level.ATOM)

    def write_Matrix(self, node: n.Matrix, parts: list[Piece]) -> Piece:
        rows, cols = node.data
        entries = [self.whole(p) for p in parts]
        if node.is_scalar:
            return parts[0]
        if rows == 1 or cols == 1:
            return self._call("np.array", f"[{', '.join(entries)}]")
        lines = [f"[{', '.join(entries[r * cols : (r + 1) * cols])}]" for r in range(rows)]
        return self._call("np.array", f"[{', '.join(lines)}]")

    def write_Differential(self, node: n.Differential, parts: list[Piece]) -> Piece:
        if not isinstance(node.argument, Symbol):
            raise ValueError("a differential that is not yet taken has no NumPy source")
        name = self.names.get("d" + node.argument.name, "d" + self.names[node.argument.name])
        return Piece(name + ("[0]" if node.shape.is_row else ""), Level.ATOM)


def _is_ones(node: Expr) -> bool:
    return isinstance(node.children[0] if isinstance(node, n.Transpose) else node, n.Ones)
