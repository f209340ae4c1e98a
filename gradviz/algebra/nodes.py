"""What an expression is: immutable typed nodes.

Nodes are hash-consed: building the same tree twice gives the same object, so equality is identity, a shared part is
stored once and a deep network is a DAG that costs what a DAG costs. Constructors check shapes and do nothing else;
nothing is reordered or flattened behind the author's back. Smart constructors that tidy as they build live in
`gradviz.algebra.build`.
"""

from __future__ import annotations

from fractions import Fraction
from typing import ClassVar, Self

from gradviz.algebra.expression import Expr as Expr  # re-exported: nodes and their base are one vocabulary
from gradviz.algebra.expression import require_same, require_square
from gradviz.algebra.function_nodes import Apply as Apply
from gradviz.algebra.function_nodes import Determinant as Determinant
from gradviz.algebra.function_nodes import Diag as Diag
from gradviz.algebra.function_nodes import DiagonalOf as DiagonalOf
from gradviz.algebra.function_nodes import Eigenvalue as Eigenvalue
from gradviz.algebra.function_nodes import Eigenvector as Eigenvector
from gradviz.algebra.function_nodes import Extreme as Extreme
from gradviz.algebra.function_nodes import ExtremeUnit as ExtremeUnit
from gradviz.algebra.function_nodes import FunctionChange as FunctionChange
from gradviz.algebra.function_nodes import LogDet as LogDet
from gradviz.algebra.function_nodes import LogSumExp as LogSumExp
from gradviz.algebra.function_nodes import Norm as Norm
from gradviz.algebra.function_nodes import RowSoftmax as RowSoftmax
from gradviz.algebra.function_nodes import Softmax as Softmax
from gradviz.algebra.function_nodes import Sum as Sum
from gradviz.algebra.function_nodes import Trace as Trace
from gradviz.algebra.function_nodes import Unvec as Unvec
from gradviz.algebra.function_nodes import Vec as Vec
from gradviz.algebra.indexed_nodes import Delta as Delta
from gradviz.algebra.indexed_nodes import Entry as Entry
from gradviz.algebra.indexed_nodes import Index as Index
from gradviz.algebra.indexed_nodes import IndexedSum as IndexedSum
from gradviz.algebra.indexed_nodes import Larger as Larger
from gradviz.algebra.indexed_nodes import LetterPower as LetterPower
from gradviz.algebra.indexed_nodes import Matrix as Matrix
from gradviz.algebra.indexed_nodes import NamedDerivative as NamedDerivative
from gradviz.algebra.indexed_nodes import Partial as Partial
from gradviz.algebra.indexed_nodes import Unspecified as Unspecified
from gradviz.algebra.shapes import SCALAR, Dim, Shape, ShapeError, dim_product

# --- leaves -----------------------------------------------------------------------------------------------------------


class Number(Expr):
    """An exact rational number."""

    __slots__ = ()

    def __new__(cls, value: Fraction | int) -> Self:
        return cls._make((), (value if type(value) is Fraction else Fraction(value),), SCALAR)

    @property
    def value(self) -> Fraction:
        return self.data[0]  # type: ignore[no-any-return]

    def _shown(self, depth: int) -> str:
        return str(self.value)


class Constant(Expr):
    """A named real number: ``pi`` or ``e``."""

    __slots__ = ()
    NAMES: ClassVar[frozenset[str]] = frozenset({"pi", "e"})

    def __new__(cls, name: str) -> Self:
        if name not in cls.NAMES:
            raise ValueError(f"unknown constant {name!r}")
        return cls._make((), (name,), SCALAR)

    @property
    def name(self) -> str:
        return self.data[0]  # type: ignore[no-any-return]


class DimNumber(Expr):
    """A dimension used as a number: the ``n`` of ``1/n sum(x)``; so is the index of a sum that binds it."""

    __slots__ = ()

    def __new__(cls, dim: Dim) -> Self:
        return cls._make((), (dim,), SCALAR)

    @property
    def dim(self) -> Dim:
        return self.data[0]  # type: ignore[no-any-return]


class Symbol(Expr):
    """A named scalar, vector or matrix with its declared properties."""

    __slots__ = ()

    def __new__(cls, name: str, shape: Shape | tuple[Dim, Dim], properties: frozenset[str] = frozenset()) -> Self:
        return cls._make((), (name, Shape(*shape), frozenset(properties)), Shape(*shape))

    @property
    def name(self) -> str:
        return self.data[0]  # type: ignore[no-any-return]

    @property
    def properties(self) -> frozenset[str]:
        return self.data[2]  # type: ignore[no-any-return]

    def _shown(self, depth: int) -> str:
        return self.name


class Identity(Expr):
    """``I_n``."""

    __slots__ = ()

    def __new__(cls, n: Dim) -> Self:
        return cls._make((), (n,), Shape(n, n))


class Zero(Expr):
    """The zero matrix, vector or number of a shape."""

    __slots__ = ()

    def __new__(cls, rows: Dim, cols: Dim) -> Self:
        return cls._make((), (rows, cols), Shape(rows, cols))


class Ones(Expr):
    """The all-ones vector or matrix ``1_n``."""

    __slots__ = ()

    def __new__(cls, rows: Dim, cols: Dim) -> Self:
        return cls._make((), (rows, cols), Shape(rows, cols))


class Unit(Expr):
    """The unit vector ``e_i`` of length n; `index` counts from one, or is a letter that stands for any of them."""

    __slots__ = ()

    def __new__(cls, index: int | str, n: Dim) -> Self:
        if isinstance(index, int) and (index < 1 or (isinstance(n, int) and index > n)):
            raise ShapeError(f"e_{index} does not exist in R^{n}")
        return cls._make((), (index, n), Shape(n, 1))


class Commutation(Expr):
    """The commutation matrix ``K_mn`` with ``K_mn vec X = vec X'`` for X of shape m x n (Magnus & Neudecker, ch. 3,
    sec. 7).
    """

    __slots__ = ()

    def __new__(cls, m: Dim, n: Dim) -> Self:
        size = dim_product(m, n)
        return cls._make((), (m, n), Shape(size, size))


# --- sums and products ------------------------------------------------------------------------------------------------


class Add(Expr):
    """A sum of terms of one shape."""

    __slots__ = ()

    def __new__(cls, *terms: Expr) -> Self:
        if not terms:
            raise ValueError("a sum needs a term")
        for term in terms[1:]:
            if term.shape != terms[0].shape:
                raise ShapeError(f"cannot add {terms[0].shape} and {term.shape}")
        return cls._make(terms, (), terms[0].shape)


class Mul(Expr):
    """A product. Factors of shape 1x1 scale; the others multiply as matrices in the order written and must chain."""

    __slots__ = ()

    def __new__(cls, *factors: Expr) -> Self:
        if not factors:
            raise ValueError("a product needs a factor")
        shape = SCALAR
        chained = False
        for factor in factors:
            if factor.shape == SCALAR:
                continue
            if not chained:
                shape, chained = factor.shape, True
            elif shape.cols != factor.shape.rows:
                raise ShapeError(f"cannot multiply {shape} by {factor.shape}")
            else:
                shape = Shape(shape.rows, factor.shape.cols)
        return cls._make(factors, (), shape)


class Quotient(Expr):
    """Anything divided by a scalar, written as a fraction."""

    __slots__ = ()

    def __new__(cls, numerator: Expr, denominator: Expr) -> Self:
        if not denominator.is_scalar:
            raise ShapeError(f"cannot divide by {denominator.shape}; only by a scalar")
        return cls._make((numerator, denominator), (), numerator.shape)


class Power(Expr):
    """A scalar to a scalar power."""

    __slots__ = ()

    def __new__(cls, base: Expr, exponent: Expr) -> Self:
        if not (base.is_scalar and exponent.is_scalar):
            raise ShapeError(f"a scalar power needs scalars, not {base.shape} to the {exponent.shape}")
        return cls._make((base, exponent), (), SCALAR)


class MatrixPower(Expr):
    """A square matrix to an integer power of at least two."""

    __slots__ = ()

    def __new__(cls, base: Expr, exponent: int) -> Self:
        require_square(base, "a matrix power")
        if exponent < 2:
            raise ValueError("a matrix power is at least two; the rest has its own node")
        return cls._make((base,), (exponent,), base.shape)

    @property
    def exponent(self) -> int:
        return self.data[0]  # type: ignore[no-any-return]


class MatrixFunction(Expr):
    """A power series of a square matrix: ``expm(A) = I + A + A^2/2! + ...``, the matrix sine and the matrix cosine; and
    the principal root ``sqrtm(A) = A^(1/2)`` and logarithm ``logm(A)``, of matrices without eigenvalues from zero down.
    """

    __slots__ = ()
    NAMES: ClassVar[frozenset[str]] = frozenset({"expm", "sinm", "cosm", "sqrtm", "logm"})

    def __new__(cls, argument: Expr, function: str) -> Self:
        if function not in cls.NAMES:
            raise ValueError(f"unknown matrix function {function!r}")
        require_square(argument, "a matrix function")
        return cls._make((argument,), (function,), argument.shape)

    @property
    def function(self) -> str:
        return self.data[0]  # type: ignore[no-any-return]


class Transpose(Expr):
    """``A'``."""

    __slots__ = ()

    def __new__(cls, argument: Expr) -> Self:
        return cls._make((argument,), (), argument.shape.transposed)


class Inverse(Expr):
    """``A^-1`` of a square matrix."""

    __slots__ = ()

    def __new__(cls, argument: Expr) -> Self:
        require_square(argument, "an inverse")
        return cls._make((argument,), (), argument.shape)


class Inner(Expr):
    """``<a, b>``: ``a' b`` of vectors, ``tr(A' B)`` of matrices."""

    __slots__ = ()

    def __new__(cls, left: Expr, right: Expr) -> Self:
        require_same(left, right, "an inner product")
        return cls._make((left, right), (), SCALAR)


class Hadamard(Expr):
    """The entrywise product ``A .* B .* ...``."""

    __slots__ = ()

    def __new__(cls, *factors: Expr) -> Self:
        for factor in factors[1:]:
            require_same(factors[0], factor, "an entrywise product")
        return cls._make(factors, (), factors[0].shape)


class HadamardQuotient(Expr):
    """The entrywise quotient ``A ./ B``."""

    __slots__ = ()

    def __new__(cls, numerator: Expr, denominator: Expr) -> Self:
        require_same(numerator, denominator, "an entrywise quotient")
        return cls._make((numerator, denominator), (), numerator.shape)


class HadamardPower(Expr):
    """Every entry to a scalar power, ``A .^ p``."""

    __slots__ = ()

    def __new__(cls, base: Expr, exponent: Expr) -> Self:
        if not exponent.is_scalar:
            raise ShapeError(f"an entrywise power needs a scalar exponent, not {exponent.shape}")
        return cls._make((base, exponent), (), base.shape)


class Kronecker(Expr):
    """``A (x) B``."""

    __slots__ = ()

    def __new__(cls, left: Expr, right: Expr) -> Self:
        (m, n), (p, q) = left.shape, right.shape
        return cls._make((left, right), (), Shape(dim_product(m, p), dim_product(n, q)))


class Fill(Expr):
    """A scalar in every entry of a shape: the ``1`` of ``1 + exp(x)`` for a vector x."""

    __slots__ = ()

    def __new__(cls, value: Expr, rows: Dim, cols: Dim) -> Self:
        if not value.is_scalar:
            raise ShapeError(f"only a scalar fills a matrix, not {value.shape}")
        return cls._make((value,), (rows, cols), Shape(rows, cols))


def is_member(symbol: Expr, index: str) -> bool:
    """Whether a symbol is the member of a family under an index, ``x_i`` or ``w_ij`` under i, or the index itself as a
    number, the r of ``X^(r - 1)`` under a sum over r.
    """
    if isinstance(symbol, DimNumber):
        return symbol.dim == index
    if not isinstance(symbol, Symbol):
        return False
    name, _, subscript = symbol.name.partition("_")
    return bool(name) and index in subscript and len(subscript) <= 3


def member_at(member: Symbol, index: str, place: str) -> Symbol:
    """The member of the same family at a place: ``x_k`` for ``x_i`` under i, at k."""
    name, _, subscript = member.name.partition("_")
    return Symbol(f"{name}_{subscript.replace(index, place)}", member.shape, member.properties)


class Differential(Expr):
    """``d(...)``: of a variable it is the increment ``dX`` itself, of anything else a differential yet to be taken."""

    __slots__ = ()
    IS_DIFFERENTIAL = True

    def __new__(cls, argument: Expr) -> Self:
        return cls._make((argument,), (), argument.shape)

    @property
    def argument(self) -> Expr:
        return self.children[0]


ZERO = Number(0)
ONE = Number(1)
MINUS_ONE = Number(-1)
