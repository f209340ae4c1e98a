"""Functions of matrices and vectors as nodes: traces, determinants, norms, sums, entrywise functions, vec and diag."""

from __future__ import annotations

from typing import ClassVar, Self

from gradviz.algebra.expression import Expr, require_square
from gradviz.algebra.shapes import SCALAR, Dim, Shape, ShapeError, dim_product


class Trace(Expr):
    """``tr(A)``."""

    __slots__ = ()

    def __new__(cls, argument: Expr) -> Self:
        require_square(argument, "a trace")
        return cls._make((argument,), (), SCALAR)


class Determinant(Expr):
    """``det(A)``."""

    __slots__ = ()

    def __new__(cls, argument: Expr) -> Self:
        require_square(argument, "a determinant")
        return cls._make((argument,), (), SCALAR)


class LogDet(Expr):
    """``log |det A|``."""

    __slots__ = ()

    def __new__(cls, argument: Expr) -> Self:
        require_square(argument, "a log-determinant")
        return cls._make((argument,), (), SCALAR)


class Norm(Expr):
    """A norm: kind ``"2"`` of a vector, ``"F"`` (Frobenius) of a matrix, ``"1"`` the sum of absolute values."""

    __slots__ = ()
    KINDS: ClassVar[frozenset[str]] = frozenset({"1", "2", "F"})

    def __new__(cls, argument: Expr, kind: str) -> Self:
        if kind not in cls.KINDS:
            raise ValueError(f"unknown norm {kind!r}")
        return cls._make((argument,), (kind,), SCALAR)

    @property
    def kind(self) -> str:
        return self.data[0]  # type: ignore[no-any-return]


class Sum(Expr):
    """The sum of all entries, ``1' A 1``."""

    __slots__ = ()

    def __new__(cls, argument: Expr) -> Self:
        return cls._make((argument,), (), SCALAR)


class LogSumExp(Expr):
    """``log sum exp`` of all entries."""

    __slots__ = ()

    def __new__(cls, argument: Expr) -> Self:
        return cls._make((argument,), (), SCALAR)


class Extreme(Expr):
    """The largest (kind ``"max"``) or smallest (``"min"``) of all entries."""

    __slots__ = ()
    KINDS: ClassVar[frozenset[str]] = frozenset({"max", "min"})

    def __new__(cls, argument: Expr, kind: str) -> Self:
        if kind not in cls.KINDS:
            raise ValueError(f"unknown extreme {kind!r}")
        return cls._make((argument,), (kind,), SCALAR)

    @property
    def kind(self) -> str:
        return self.data[0]  # type: ignore[no-any-return]


class ExtremeUnit(Expr):
    """One where the largest (smallest) entry stands and nought elsewhere: ``e_k`` with ``k = argmax_i x_i``."""

    __slots__ = ()

    def __new__(cls, argument: Expr, kind: str) -> Self:
        if kind not in Extreme.KINDS:
            raise ValueError(f"unknown extreme {kind!r}")
        return cls._make((argument,), (kind,), argument.shape)

    @property
    def kind(self) -> str:
        return self.data[0]  # type: ignore[no-any-return]


class Eigenvalue(Expr):
    """The largest (kind ``"max"``) or smallest (``"min"``) eigenvalue of a symmetric matrix."""

    __slots__ = ()

    def __new__(cls, argument: Expr, kind: str) -> Self:
        if kind not in Extreme.KINDS:
            raise ValueError(f"unknown extreme {kind!r}")
        require_square(argument, "an eigenvalue")
        return cls._make((argument,), (kind,), SCALAR)

    @property
    def kind(self) -> str:
        return self.data[0]  # type: ignore[no-any-return]


class Eigenvector(Expr):
    """The eigenvector of length one of the largest (smallest) eigenvalue of a symmetric matrix.

    Its sign is such that its entry of largest absolute value is positive; what is made of it here does not depend on
    that.
    """

    __slots__ = ()

    def __new__(cls, argument: Expr, kind: str) -> Self:
        if kind not in Extreme.KINDS:
            raise ValueError(f"unknown extreme {kind!r}")
        require_square(argument, "an eigenvector")
        return cls._make((argument,), (kind,), Shape(argument.shape.rows, 1))

    @property
    def kind(self) -> str:
        return self.data[0]  # type: ignore[no-any-return]


class FunctionChange(Expr):
    """``L_f(A, E)``, the derivative of a matrix function f at A in the direction E: linear in E, and for a power series
    the block above the diagonal of ``f([A, E; 0, A])`` (Higham, Functions of Matrices, eq. 3.16).
    """

    __slots__ = ()
    NAMES: ClassVar[frozenset[str]] = frozenset({"expm", "sinm", "cosm"})

    def __new__(cls, argument: Expr, direction: Expr, function: str) -> Self:
        if function not in cls.NAMES:
            raise ValueError(f"unknown matrix function {function!r}")
        require_square(argument, "a matrix function")
        if direction.shape != argument.shape:
            raise ShapeError(f"a direction of {argument.shape} cannot be {direction.shape}")
        return cls._make((argument, direction), (function,), argument.shape)

    @property
    def function(self) -> str:
        return self.data[0]  # type: ignore[no-any-return]


class Softmax(Expr):
    """``exp(x) / sum(exp(x))`` of a column vector."""

    __slots__ = ()

    def __new__(cls, argument: Expr) -> Self:
        if argument.shape.cols != 1:
            raise ShapeError(f"softmax needs a column vector, not {argument.shape}")
        return cls._make((argument,), (), argument.shape)


class RowSoftmax(Expr):
    """The softmax of each row of a matrix, as the weights of attention are."""

    __slots__ = ()

    def __new__(cls, argument: Expr) -> Self:
        if argument.shape.cols == 1:
            raise ShapeError(f"a softmax of rows needs rows, not {argument.shape}")
        return cls._make((argument,), (), argument.shape)


class Apply(Expr):
    """A named function of one real variable, applied to each entry; see `gradviz.algebra.functions` for the names."""

    __slots__ = ()

    def __new__(cls, argument: Expr, function: str) -> Self:
        return cls._make((argument,), (function,), argument.shape)

    @property
    def function(self) -> str:
        return self.data[0]  # type: ignore[no-any-return]


class Diag(Expr):
    """The diagonal matrix with a column vector on its diagonal."""

    __slots__ = ()

    def __new__(cls, argument: Expr) -> Self:
        if argument.shape.cols != 1:
            raise ShapeError(f"diag of a vector needs a column, not {argument.shape}")
        return cls._make((argument,), (), Shape(argument.shape.rows, argument.shape.rows))


class DiagonalOf(Expr):
    """The diagonal of a square matrix as a column vector."""

    __slots__ = ()

    def __new__(cls, argument: Expr) -> Self:
        require_square(argument, "a diagonal")
        return cls._make((argument,), (), Shape(argument.shape.rows, 1))


class Vec(Expr):
    """The columns of a matrix, one under the other."""

    __slots__ = ()

    def __new__(cls, argument: Expr) -> Self:
        return cls._make((argument,), (), Shape(dim_product(*argument.shape), 1))


class Unvec(Expr):
    """The matrix of a shape whose columns, one under the other, are a column vector: the inverse of ``vec``."""

    __slots__ = ()

    def __new__(cls, argument: Expr, rows: Dim, cols: Dim) -> Self:
        if argument.shape != Shape(dim_product(rows, cols), 1):
            raise ShapeError(f"{argument.shape} does not fill {Shape(rows, cols)}")
        return cls._make((argument,), (rows, cols), Shape(rows, cols))
