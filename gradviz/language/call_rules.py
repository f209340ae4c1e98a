"""Which shape the value of each function has: one small function a name, looked up in a table."""

from __future__ import annotations

from collections.abc import Callable

from gradviz.algebra.functions import FUNCTIONS
from gradviz.language.shorthands import ENTRYWISE
from gradviz.language.syntax import NORMS, PRODUCT, Syntax
from gradviz.language.typing import MAX_SIZE, Type, Typing
from gradviz.sentences import phrase, say

__all__ = ["call_type", "is_size", "power_norm", "square"]

Rule = Callable[[Typing, Syntax, list[Type]], "Type | None"]


def call_type(typing: Typing, syntax: Syntax, parts: list[Type]) -> Type | None:
    """The type of ``name(arguments)``, or None after a clash."""
    name = syntax.text
    fewest, most = _ARGUMENTS.get(name, (1, 1))
    if not fewest <= len(parts) <= most:
        message = _ONLY_ONE[fewest] if len(parts) == 1 else _COUNTED.get((fewest, most), _ONE_OR_TWO)
        typing.clash(syntax, message, values={"name": name, "found": len(parts)})
        return None
    if name == "leaky_relu" and len(parts) == 2 and not typing.is_scalar(parts[1]):
        typing.clash(syntax.parts[1], phrase("the slope of leaky_relu is a scalar, but this is {shape0}"), parts[1])
        return None
    if name in FUNCTIONS or name in ENTRYWISE:
        return Type(parts[0].rows, parts[0].cols, parts[0].number)
    rule = _RULES.get(name)
    if rule is not None:
        return rule(typing, syntax, parts)
    message = phrase("{name} is known, but cannot be differentiated yet")
    hint = say("rewrite it with other functions")
    if name == "eig":
        hint = say("of a symmetric matrix the largest and the smallest are known: lambda_max(S), lambda_min(S)")
    typing.clash(syntax, message, values={"name": name}, suggestion=hint, final=True)
    return None


def square(typing: Typing, syntax: Syntax, t: Type, what: str) -> Type | None:
    """A scalar, after the argument was made square."""
    if not typing.same(t.rows, t.cols):
        typing.clash(syntax, phrase("{what} needs a square matrix, but this is {shape0}"), t, values={"what": what})
        return None
    return typing.scalar()


def _scalar_of_square(typing: Typing, syntax: Syntax, parts: list[Type]) -> Type | None:
    return square(typing, syntax, parts[0], syntax.text)


def _column_of_square(typing: Typing, syntax: Syntax, parts: list[Type]) -> Type | None:
    return None if square(typing, syntax, parts[0], syntax.text) is None else Type(parts[0].rows, typing.one)


def _square_of_square(typing: Typing, syntax: Syntax, parts: list[Type]) -> Type | None:
    return None if square(typing, syntax, parts[0], syntax.text) is None else Type(parts[0].rows, parts[0].cols)


def _dot(typing: Typing, syntax: Syntax, parts: list[Type]) -> Type | None:
    if len(parts) == 3:  # Julia's dot(x, A, y)
        a, between, b = parts
        fits = typing.is_one(a.cols) and typing.is_one(b.cols)
        if fits and typing.same(a.rows, between.rows) and typing.same(between.cols, b.rows):
            return typing.scalar()
        message = phrase("dot(x, A, y) is x' A y, but here `{part0}` is {size0} and `{part1}` is {size1}")
        typing.clash(syntax, message, a, between, parts=syntax.parts)
        return None
    a, b = parts
    if not typing.is_one(a.cols) and typing.is_one(b.cols) and not typing.is_scalar(b):  # np.dot(A, x)
        return _joined(typing, syntax, a, b, a.cols, b.rows)
    if not (typing.same(a.rows, b.rows) and typing.same(a.cols, b.cols)):
        message = phrase("dot needs equal shapes, but `{part0}` is {size0} and `{part1}` is {size1}")
        typing.clash(syntax, message, a, b, parts=syntax.parts)
        return None
    return typing.scalar()


def _joined(typing: Typing, syntax: Syntax, a: Type, b: Type, inner: int, outer: int) -> Type | None:
    """The type of a product whose inner sizes must agree."""
    if typing.same(inner, outer):
        return Type(a.rows, b.cols)
    message = phrase("{name} needs sizes that fit, but `{part0}` is {size0} and `{part1}` is {size1}")
    typing.clash(syntax, message, a, b, parts=syntax.parts, values={"name": syntax.text})
    return None


def _outer(typing: Typing, syntax: Syntax, parts: list[Type]) -> Type | None:
    a, b = parts
    if typing.is_one(a.cols) and typing.is_one(b.cols):
        return Type(a.rows, b.rows)
    typing.clash(syntax, phrase("outer needs two columns, but this is {shape0}"), a if not typing.is_one(a.cols) else b)
    return None


def _multiply(typing: Typing, syntax: Syntax, parts: list[Type]) -> Type | None:
    a, b = parts
    if typing.is_scalar(a) or typing.is_scalar(b):
        return b if typing.is_scalar(a) else a
    if typing.same(a.rows, b.rows) and typing.same(a.cols, b.cols):
        return a
    message = phrase("{name} needs equal shapes, but `{part0}` is {size0} and `{part1}` is {size1}")
    typing.clash(syntax, message, a, b, parts=syntax.parts, values={"name": syntax.text})
    return None


def _solve(typing: Typing, syntax: Syntax, parts: list[Type]) -> Type | None:
    whole = square(typing, syntax, parts[0], "solve")
    if whole is None or len(parts) == 1:  # R's solve(A) is the inverse
        return None if whole is None else parts[0]
    a, b = parts
    return _joined(typing, syntax, a, b, a.cols, b.rows)


def _matrix_power(typing: Typing, syntax: Syntax, parts: list[Type]) -> Type | None:
    base, exponent = parts
    if not typing.is_scalar(exponent):
        typing.clash(syntax.parts[1], phrase("an exponent is a scalar, but this is {shape0}"), exponent)
        return None
    return None if square(typing, syntax, base, "matrix_power") is None else base


def _transpose(typing: Typing, syntax: Syntax, parts: list[Type]) -> Type:
    return Type(parts[0].cols, parts[0].rows)


def _scalar(typing: Typing, syntax: Syntax, parts: list[Type]) -> Type:
    return typing.scalar()


def _count(typing: Typing, syntax: Syntax, parts: list[Type]) -> Type | None:
    """A size, which is a number."""
    if len(parts) == 2 and syntax.parts[1].text not in ("1", "2"):
        typing.clash(syntax.parts[1], phrase("size(X, 1) is the number of rows, size(X, 2) that of columns"))
        return None
    return typing.scalar(number=True)


def _summed(typing: Typing, syntax: Syntax, parts: list[Type]) -> Type | None:
    """All entries, or with a second argument those of each column (1) or of each row (2)."""
    if len(parts) == 1:
        return typing.scalar()
    way = syntax.parts[1].number if syntax.parts[1].kind == "number" else 0
    if way not in (1, 2):
        message = phrase("the second argument of {name} is 1, for each column, or 2, for each row")
        typing.clash(syntax.parts[1], message, values={"name": syntax.text})
        return None
    return Type(typing.one, parts[0].cols) if way == 1 else Type(parts[0].rows, typing.one)


def _sums_of_rows(typing: Typing, syntax: Syntax, parts: list[Type]) -> Type:
    return Type(parts[0].rows if syntax.text == "rowsums" else parts[0].cols, typing.one)


def _crossed(typing: Typing, syntax: Syntax, parts: list[Type]) -> Type | None:
    """``X' Y`` and ``X Y'``."""
    a, b = parts[0], parts[-1]
    if syntax.text == "crossprod":
        return _joined(typing, syntax, Type(a.cols, a.rows), b, a.rows, b.rows)
    return _joined(typing, syntax, a, Type(b.cols, b.rows), a.cols, b.cols)


def _where(typing: Typing, syntax: Syntax, parts: list[Type]) -> Type | None:
    """Of ``where(a > b, c, d)`` all that is no scalar has one shape."""
    if not syntax.signs or syntax.signs[0] not in "<>≤≥<=>=":
        hint = say("write where(x > 0, a, b)")
        typing.clash(syntax, phrase("the condition of where is one comparison by < or >"), suggestion=hint)
        return None
    return _of_one_shape(typing, syntax, parts)


def _of_one_shape(typing: Typing, syntax: Syntax, parts: list[Type]) -> Type | None:
    """The shape of the arguments that are no scalars, which is one."""
    shaped = [(s, t) for s, t in zip(syntax.parts, parts, strict=True) if not typing.is_scalar(t)]
    if not shaped:
        return typing.scalar(number=all(t.number for t in parts))
    first, whole = shaped[0]
    for part, t in shaped[1:]:
        if not (typing.same(t.rows, whole.rows) and typing.same(t.cols, whole.cols)):
            message = phrase("{name} needs equal shapes, but `{part0}` is {size0} and `{part1}` is {size1}")
            typing.clash(syntax, message, whole, t, parts=(first, part), values={"name": syntax.text})
            return None
    return Type(whole.rows, whole.cols)


def _loss(typing: Typing, syntax: Syntax, parts: list[Type]) -> Type | None:
    return None if _of_one_shape(typing, syntax, parts) is None else typing.scalar()


def _index_product(typing: Typing, syntax: Syntax, parts: list[Type]) -> Type | None:
    if typing.is_scalar(parts[0]):
        return typing.scalar()
    typing.clash(syntax, phrase("a product over an index is of numbers, but this is {shape0}"), parts[0])
    return None


def _norm(typing: Typing, syntax: Syntax, parts: list[Type]) -> Type | None:
    if len(syntax.parts) == 2 and syntax.parts[1].text not in NORMS:
        return power_norm(typing, syntax, parts)
    kind = syntax.parts[1].text if len(syntax.parts) == 2 else ""
    matrix = not typing.is_one(parts[0].cols) and not typing.is_one(parts[0].rows)
    if matrix and kind == "1":  # NumPy and MATLAB mean the norm of the operator
        message = phrase("norm(X, 1) of a matrix is its largest column sum, which is not known")
        hint = say("the sum of the absolute values of all entries is sum(abs(X))")
        typing.clash(syntax, message, parts[0], suggestion=hint, final=True)
        return None
    return typing.norm_of(syntax, parts[0], kind)


def power_norm(typing: Typing, syntax: Syntax, parts: list[Type]) -> Type | None:
    """The p-norm of a vector; of a matrix it would be read as its entries' by some and as an operator's by others."""
    argument, exponent = parts
    if not typing.is_scalar(exponent):
        typing.clash(syntax.parts[1], phrase("an exponent is a scalar, but this is {shape0}"), exponent)
        return None
    if not typing.is_one(argument.cols) and not typing.is_one(argument.rows):
        message = phrase("a p-norm is of a vector here, but this is {shape0}")
        hint = say("of its entries: sum(abs(X).^p)^(1/p)")
        typing.clash(syntax, message, argument, suggestion=hint)
        return None
    return typing.scalar()


def _softmax(typing: Typing, syntax: Syntax, parts: list[Type]) -> Type | None:
    argument = parts[0]
    if len(parts) == 2 and syntax.parts[1].text != "0" and syntax.parts[1].number != 0:
        typing.clash(syntax.parts[1], phrase("softmax takes one argument, and 0 for the columns of a matrix"))
        return None
    if typing.is_scalar(argument):
        message = phrase("softmax needs a column vector, but this is {shape0}")
        typing.clash(syntax, message, argument)
        return None
    return Type(argument.rows, argument.cols)


def _vec(typing: Typing, syntax: Syntax, parts: list[Type]) -> Type:
    return Type(typing.product_of_dims(parts[0].rows, parts[0].cols), typing.one)


def _diag(typing: Typing, syntax: Syntax, parts: list[Type]) -> Type | None:
    (argument,) = parts
    if is_size(syntax.parts[0]):  # R's identity of a size
        size = _size(typing, syntax.parts[0])
        return None if size is None else Type(size, size)
    if typing.is_one(argument.cols):
        return Type(argument.rows, argument.rows)
    return None if square(typing, syntax, argument, "diag") is None else Type(argument.rows, typing.one)


def is_size(syntax: Syntax) -> bool:
    """Whether a part is a number or counts something, as in ``diag(ncol(X))``."""
    return syntax.kind in ("dimension", "number") or (
        syntax.kind == "call" and syntax.text in ("numel", "nrow", "ncol", "size")
    )


def _kron(typing: Typing, syntax: Syntax, parts: list[Type]) -> Type:
    return typing.kronecker(parts)


def _maximum(typing: Typing, syntax: Syntax, parts: list[Type]) -> Type | None:
    """The largest entry of one argument; of two, the larger one, entry by entry (a number goes with any shape)."""
    if len(parts) == 1:
        return typing.scalar()
    first, second = parts
    if first.number or second.number:
        whole = second if first.number else first
    elif typing.same(first.rows, second.rows) and typing.same(first.cols, second.cols):
        whole = first
    else:
        message = phrase("{name} needs equal shapes, but `{part0}` is {size0} and `{part1}` is {size1}")
        typing.clash(syntax, message, first, second, parts=syntax.parts, values={"name": syntax.text})
        return None
    return Type(whole.rows, whole.cols)


def _sized(typing: Typing, syntax: Syntax, parts: list[Type]) -> Type | None:
    """``ones(n)``, ``zeros(m, n)``, ``eye(3)``: the arguments are sizes."""
    sizes = [_size(typing, part) for part in syntax.parts]
    rows, cols = sizes[0], sizes[-1] if len(sizes) > 1 or syntax.text == "eye" else typing.one
    return None if rows is None or cols is None else Type(rows, cols)


def _unvec(typing: Typing, syntax: Syntax, parts: list[Type]) -> Type | None:
    """``unvec(v, m, n)``: the m×n matrix whose columns, one under the other, are v."""
    rows, cols = (_size(typing, part) for part in syntax.parts[1:])
    if rows is None or cols is None:
        return None
    stacked = typing.pair_of(parts[0].rows)
    if stacked is not None:  # unvec(vec(X), m, n) settles the sizes of X
        typing.same(stacked[0], rows)
        typing.same(stacked[1], cols)
    if not (typing.is_one(parts[0].cols) and typing.same(parts[0].rows, typing.product_of_dims(rows, cols))):
        typing.clash(syntax, phrase("unvec(v, m, n) needs a column with m times n rows, but v is {shape0}"), parts[0])
        return None
    return Type(rows, cols)


def _size(typing: Typing, part: Syntax) -> int | None:
    """An argument that is a size, or None after a clash."""
    if part.kind == "number" and part.number.denominator == 1 and part.number >= 1:
        if part.number > MAX_SIZE:
            message = phrase("a size above {limit} is not needed to derive")
            typing.clash(part, message, values={"limit": MAX_SIZE}, suggestion=say("use a name, as in ones(n)"))
            return None
        return typing.dim(int(part.number))
    if part.kind in ("dimension", "name"):
        return typing.dim(part.text)
    if part.kind == "call" and part.text in ("nrow", "ncol", "size", "numel") and part.parts[0] in typing.types:
        rows, cols = typing.types[part.parts[0]].rows, typing.types[part.parts[0]].cols
        if part.text == "numel":
            return rows if typing.is_one(cols) else cols if typing.is_one(rows) else typing.product_of_dims(rows, cols)
        return cols if part.text == "ncol" or (part.text == "size" and part.parts[1].number == 2) else rows
    typing.clash(part, phrase("a size is a whole number or the name of a dimension"))
    return None


_RULES: dict[str, Rule] = {
    "tr": _scalar_of_square,
    "det": _scalar_of_square,
    "logdet": _scalar_of_square,
    "inv": _square_of_square,
    **dict.fromkeys(("lambda_max", "lambda_min"), _scalar_of_square),
    **dict.fromkeys(("v_max", "v_min"), _column_of_square),
    **dict.fromkeys(("sigma_max", "sigma_min", "cond"), _scalar),
    "expm": _square_of_square,
    "sinm": _square_of_square,
    "cosm": _square_of_square,
    "sqrtm": _square_of_square,
    "logm": _square_of_square,
    "pinv": _transpose,
    "prod": _scalar,
    PRODUCT: _index_product,
    "dot": _dot,
    "outer": _outer,
    "multiply": _multiply,
    "solve": _solve,
    "matrix_power": _matrix_power,
    "transpose": _transpose,
    "sum": _summed,
    "logsumexp": _summed,
    "mean": _summed,
    "rowsums": _sums_of_rows,
    "colsums": _sums_of_rows,
    "crossprod": _crossed,
    "tcrossprod": _crossed,
    "numel": _count,
    "nrow": _count,
    "ncol": _count,
    "size": _count,
    "where": _where,
    "clip": _of_one_shape,
    "logaddexp": _of_one_shape,
    "mse_loss": _loss,
    "log_softmax": _softmax,
    "var": _scalar,
    "std": _scalar,
    "norm": _norm,
    "softmax": _softmax,
    "vec": _vec,
    "diag": _diag,
    "kron": _kron,
    "max": _maximum,
    "min": _maximum,
    "ones": _sized,
    "zeros": _sized,
    "eye": _sized,
    "unvec": _unvec,
}
_COUNTED = {
    (1, 1): phrase("{name} takes one argument, but here are {found}"),
    (2, 2): phrase("{name} takes two arguments, but here are {found}"),
    (2, 3): phrase("{name} takes two arguments, but here are {found}"),
    (3, 3): phrase("{name} takes three arguments, but here are {found}"),
    (4, 4): phrase("{name} takes a condition and two values: {name}(x > 0, a, b)"),
}
_ONLY_ONE = {
    2: phrase("{name} takes two arguments, but here is 1"),
    3: phrase("{name} takes three arguments, but here is 1"),
    4: _COUNTED[(4, 4)],
}
_ONE_OR_TWO = phrase("{name} takes one or two arguments, but here are {found}")
_ARGUMENTS = {
    "norm": (1, 2),
    **dict.fromkeys(("softmax", "log_softmax", "sum", "mean", "logsumexp", "leaky_relu", "crossprod"), (1, 2)),
    "tcrossprod": (1, 2),
    "where": (4, 4),
    "size": (2, 2),
    "clip": (3, 3),
    "logaddexp": (2, 2),
    "mse_loss": (2, 2),
    "ones": (1, 2),
    "zeros": (1, 2),
    "kron": (2, 2),
    "dot": (2, 3),
    "outer": (2, 2),
    "multiply": (2, 2),
    "solve": (1, 2),
    "matrix_power": (2, 2),
    "unvec": (3, 3),
    "max": (1, 2),
    "min": (1, 2),
}
"""How many arguments, at least and at most; one, where nothing is said."""
