"""Expressions as source for arrays (NumPy, PyTorch, JAX), as short as one would write it by hand.

Column vectors and rows are ``(n,)`` arrays inside the source, matrices 2-D, scalars floats. A product of vectors and
matrices is split where its inner dimension is one: ``x (y' z)`` has the parts ``x`` and ``y@z``, and two open ends make
an outer product.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import Expr, Symbol
from gradviz.algebra.shapes import Dim, DimProduct
from gradviz.algebra.walk import postorder
from gradviz.typeset.array_names import unspecified_parameter
from gradviz.typeset.array_products import ProductWriter
from gradviz.typeset.dialects import NUMPY, Dialect
from gradviz.typeset.structure import Level, Piece, broadcasts, signed_number

__all__ = ["ArrayWriter", "UntakenError"]


class UntakenError(ValueError):
    """A differential of more than a symbol has no source."""


class ArrayWriter(ProductWriter):
    """Writes the source of one dialect.

    Parameters
    ----------
    names : symbol name -> identifier.
    locals_ : expressions that have a local variable -> its name.
    dims : dimension name -> identifier; other dimensions keep their names.
    indices : the index letters of the sums in what is written: families are indexed by them.
    dialect : how the array library calls its functions.

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
        dialect: Dialect = NUMPY,
    ) -> None:
        super().__init__()
        self.dialect = dialect
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

    def _array(self, node: Expr, piece: Piece) -> str:
        """The operand of a function that takes arrays only: a plain number is made one."""
        plain = node.is_scalar and not any(isinstance(e, Symbol) for e in postorder(node))
        return self.dialect.spell("number", self.whole(piece)) if plain else self.whole(piece)

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

    def write_Number(self, node: n.Number, parts: list[Piece]) -> Piece:
        magnitude, negative = signed_number(node.value)
        piece = self.number(magnitude)
        return self.negated(piece) if negative else piece

    def write_Constant(self, node: n.Constant, parts: list[Piece]) -> Piece:
        return self._spelled(node.name)

    def write_DimNumber(self, node: n.DimNumber, parts: list[Piece]) -> Piece:
        if node.dim in self.indices:
            return Piece(str(node.dim), Level.ATOM)
        return Piece(self.size(node.dim), Level.PRODUCT if isinstance(node.dim, DimProduct) else Level.ATOM)

    def write_Symbol(self, node: n.Symbol, parts: list[Piece]) -> Piece:
        # A family has its indices as leading axes; a row is passed in as (1, n).
        indices = "".join(f"[{c}]" for c in node.name.partition("_")[2] if c in self.indices)
        return Piece(self.names[node.name] + indices + ("[0]" if node.shape.is_row else ""), Level.ATOM)

    def write_Identity(self, node: n.Identity, parts: list[Piece]) -> Piece:
        return Piece("1", Level.ATOM) if node.is_scalar else self._spelled("eye", self.size(node.shape.rows))

    def write_Zero(self, node: n.Zero, parts: list[Piece]) -> Piece:
        return Piece("0", Level.ATOM) if node.is_scalar else self._spelled("zeros", self._sizes(node))

    def write_Ones(self, node: n.Ones, parts: list[Piece]) -> Piece:
        return Piece("1", Level.ATOM) if node.is_scalar else self._spelled("ones", self._sizes(node))

    def write_Unit(self, node: n.Unit, parts: list[Piece]) -> Piece:
        place = node.data[0] if isinstance(node.data[0], str) else node.data[0] - 1
        return Piece(self.dialect.spell("eye", self.size(node.shape.rows)) + f"[{place}]", Level.ATOM)

    def write_Commutation(self, node: n.Commutation, parts: list[Piece]) -> Piece:
        return self._spelled("commutation", self.size(node.data[0]), self.size(node.data[1]))

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

    def write_Fill(self, node: n.Fill, parts: list[Piece]) -> Piece:
        if node.children[0] is n.ONE:
            return replace(self._spelled("ones", self._sizes(node)), inner=parts[0])
        return replace(self._spelled("full", self._sizes(node), self.whole(parts[0])), inner=parts[0])

    def write_Kronecker(self, node: n.Kronecker, parts: list[Piece]) -> Piece:
        (a, b), (left, right) = node.children, parts
        if a.is_scalar or b.is_scalar:
            return self._scaled([left, right], None)
        if a.shape.is_column and b.shape.is_row:
            return self._spelled("outer", self.whole(left), self.whole(right))
        if a.shape.is_row and b.shape.is_column:
            return self._spelled("outer", self.whole(right), self.whole(left))
        if not (a.shape.is_matrix or b.shape.is_matrix):
            return self._spelled("kron", self.whole(left), self.whole(right))
        return self._spelled("kron", self._two_axes(a, left), self._two_axes(b, right))

    def _two_axes(self, node: Expr, piece: Piece) -> str:
        if node.shape.is_matrix or node.is_scalar:
            return self.whole(piece)
        return self.at(piece, Level.POSTFIX) + ("[:, None]" if node.shape.is_column else "[None, :]")

    # --- powers, transposes ---

    def write_Power(self, node: n.Power, parts: list[Piece]) -> Piece:
        base, exponent = node.children
        if isinstance(base, n.Constant) and base.name == "e":
            return self._spelled("exp", self._array(node.children[1], parts[1]))
        two = isinstance(exponent, n.Number) and exponent.value == 2
        if isinstance(base, n.Norm) and base.kind == "2" and two and parts[0].inner is not None:
            inner = parts[0].inner
            if inner.level == Level.ATOM and not inner.negative and base not in self.locals:
                return Piece(f"{inner.source} @ {inner.source}", Level.MATMUL)
        return self._power(node, parts[0], parts[1])

    def write_HadamardPower(self, node: n.HadamardPower, parts: list[Piece]) -> Piece:
        return self._power(node, parts[0], parts[1])

    def _power(self, node: Expr, base: Piece, written: Piece) -> Piece:
        exponent = node.children[1]
        if isinstance(exponent, n.Number):
            if exponent.value == Fraction(1, 2):
                return self._spelled("sqrt", self._array(node, base))
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
        return self._spelled("matrix_power", self.whole(parts[0]), str(node.exponent))

    def write_LetterPower(self, node: n.LetterPower, parts: list[Piece]) -> Piece:
        return self._spelled("matrix_power", self.whole(parts[0]), self.whole(parts[1]))

    def write_MatrixFunction(self, node: n.MatrixFunction, parts: list[Piece]) -> Piece:
        return self._spelled(node.function, self.whole(parts[0]))

    def write_Transpose(self, node: n.Transpose, parts: list[Piece]) -> Piece:
        if not node.shape.is_matrix:
            return parts[0]
        return Piece(self.at(parts[0].positive(), Level.ATOM) + ".T", Level.ATOM, parts[0].negative)

    def write_Inverse(self, node: n.Inverse, parts: list[Piece]) -> Piece:
        if node.is_scalar:
            return self._divided(Piece("1", Level.ATOM), parts[0])
        return self._spelled("inv", self.whole(parts[0]))

    def write_Entry(self, node: n.Entry, parts: list[Piece]) -> Piece:
        argument = node.children[0]
        row, col = node.data
        if argument.is_scalar:
            return parts[0]
        if isinstance(row, str) or isinstance(col, str):
            raise ValueError("an entry whose place is a letter has no NumPy source")
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
            return self._spelled("sum", self.whole(self._scaled(parts, None)))
        sources = [
            self.at(parts[0], Level.MATMUL if left.shape.is_row else Level.POWER),
            self.at(parts[1], Level.POWER),
        ]
        return Piece(" @ ".join(sources), Level.MATMUL)

    def write_Trace(self, node: n.Trace, parts: list[Piece]) -> Piece:
        return parts[0] if node.children[0].is_scalar else self._spelled("trace", self.whole(parts[0]))

    def write_Determinant(self, node: n.Determinant, parts: list[Piece]) -> Piece:
        return parts[0] if node.children[0].is_scalar else self._spelled("det", self.whole(parts[0]))

    def write_LogDet(self, node: n.LogDet, parts: list[Piece]) -> Piece:
        if node.children[0].is_scalar:
            return self._spelled("log", self.dialect.spell("abs", self._array(node, parts[0])))
        return self._spelled("slogdet", self.whole(parts[0]))

    def write_Norm(self, node: n.Norm, parts: list[Piece]) -> Piece:
        argument = node.children[0]
        if argument.is_scalar:
            return self._spelled("abs", self._array(node, parts[0]))
        if node.kind == "1":
            return self._spelled("sum", self.dialect.spell("abs", self.whole(parts[0])))
        if node.kind == "2" and argument.shape.is_matrix:
            return self._spelled("spectral_norm", self.whole(parts[0]))
        return replace(self._spelled("norm", self.whole(parts[0])), inner=parts[0])

    def write_Sum(self, node: n.Sum, parts: list[Piece]) -> Piece:
        return parts[0] if node.children[0].is_scalar else self._spelled("sum", self.whole(parts[0]))

    def write_LogSumExp(self, node: n.LogSumExp, parts: list[Piece]) -> Piece:
        shape = node.children[0].shape
        if shape.is_scalar:
            return parts[0]
        return self._spelled("logsumexp_matrix" if shape.is_matrix else "logsumexp", self.whole(parts[0]))

    def write_IndexedSum(self, node: n.IndexedSum, parts: list[Piece]) -> Piece:
        size = self.size(node.upper)
        if any(isinstance(e, n.DimNumber) and n.is_member(e, node.index) for e in postorder(node)):
            size = f"1, {size} + 1"  # the index is a number here, not a place in an array
        return self._call("sum", f"{self.whole(parts[0])} for {node.index} in range({size})")

    def write_Unspecified(self, node: n.Unspecified, parts: list[Piece]) -> Piece:
        return self._call(unspecified_parameter(node), self.whole(parts[0]))

    def write_Extreme(self, node: n.Extreme, parts: list[Piece]) -> Piece:
        return parts[0] if node.children[0].is_scalar else self._spelled(node.kind, self.whole(parts[0]))

    def write_Larger(self, node: n.Larger, parts: list[Piece]) -> Piece:
        pieces = [self._broadcast(c, p, node.children) for c, p in zip(node.children, parts, strict=True)]
        return self._spelled(f"{node.kind}imum", *map(self.whole, pieces))

    def write_ExtremeUnit(self, node: n.ExtremeUnit, parts: list[Piece]) -> Piece:
        if node.is_scalar:
            return Piece("1", Level.ATOM)
        name = "largest_entry" if node.kind == "max" else "smallest_entry"
        return self._spelled(name, self.whole(parts[0]))

    def write_FunctionChange(self, node: n.FunctionChange, parts: list[Piece]) -> Piece:
        function = f"lambda Z: {self.dialect.spell(node.function, 'Z')}"
        return self._spelled("change", function, *map(self.whole, parts))

    def write_Eigenvalue(self, node: n.Eigenvalue, parts: list[Piece]) -> Piece:
        name = "largest_eigenvalue" if node.kind == "max" else "smallest_eigenvalue"
        return self._spelled(name, self.whole(parts[0]))

    def write_Eigenvector(self, node: n.Eigenvector, parts: list[Piece]) -> Piece:
        name = "largest_eigenvector" if node.kind == "max" else "smallest_eigenvector"
        return self._spelled(name, self.whole(parts[0]))

    def write_Softmax(self, node: n.Softmax, parts: list[Piece]) -> Piece:
        return Piece("1", Level.ATOM) if node.is_scalar else self._spelled("softmax", self.whole(parts[0]))

    def write_RowSoftmax(self, node: n.RowSoftmax, parts: list[Piece]) -> Piece:
        return self._spelled("softmax" if node.shape.is_row else "softmax_rows", self.whole(parts[0]))

    def write_Apply(self, node: n.Apply, parts: list[Piece]) -> Piece:
        return self._spelled(node.function, self._array(node, parts[0]))

    def write_Diag(self, node: n.Diag, parts: list[Piece]) -> Piece:
        return parts[0] if node.is_scalar else self._spelled("diag", self.whole(parts[0]))

    def write_DiagonalOf(self, node: n.DiagonalOf, parts: list[Piece]) -> Piece:
        return parts[0] if node.is_scalar else self._spelled("diag", self.whole(parts[0]))

    def write_Vec(self, node: n.Vec, parts: list[Piece]) -> Piece:
        if not node.children[0].shape.is_matrix:
            return parts[0]
        return self._spelled("vec", self.at(parts[0], Level.ATOM))

    def write_Unvec(self, node: n.Unvec, parts: list[Piece]) -> Piece:
        if not node.shape.is_matrix:
            return parts[0]
        rows, cols = node.data
        return self._spelled("unvec", self.at(parts[0], Level.ATOM), self.size(rows), self.size(cols))

    def write_Matrix(self, node: n.Matrix, parts: list[Piece]) -> Piece:
        rows, cols = node.data
        entries = [self.whole(p) for p in parts]
        if node.is_scalar:
            return parts[0]
        if rows == 1 or cols == 1:
            return self._spelled("array", f"[{', '.join(entries)}]")
        lines = [f"[{', '.join(entries[r * cols : (r + 1) * cols])}]" for r in range(rows)]
        return self._spelled("array", f"[{', '.join(lines)}]")

    def write_Delta(self, node: n.Delta, parts: list[Piece]) -> Piece:
        raise ValueError("Kronecker's delta stands in steps only and has no NumPy source")

    def write_Partial(self, node: n.Partial, parts: list[Piece]) -> Piece:
        raise ValueError("a partial derivative that is not yet taken has no NumPy source")

    def write_NamedDerivative(self, node: n.NamedDerivative, parts: list[Piece]) -> Piece:
        raise ValueError("the name of a derivative stands in steps only and has no NumPy source")

    def write_Differential(self, node: n.Differential, parts: list[Piece]) -> Piece:
        if not isinstance(node.argument, Symbol):
            raise UntakenError("a differential that is not yet taken has no source")
        name = self.names.get("d" + node.argument.name, "d" + self.names[node.argument.name])
        return Piece(name + ("[0]" if node.shape.is_row else ""), Level.ATOM)
