"""Whether two expressions read alike: the same up to the order of terms and of scalar factors, and to brackets."""

from __future__ import annotations

from fractions import Fraction

from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import Expr
from gradviz.algebra.walk import fold

__all__ = ["LARGEST", "alike"]

LARGEST = 20_000
"""Characters from which expressions are not compared: shared parts would be written out again and again."""

_Form = tuple[str, tuple[str, ...]]
"""What an expression is ("+", "*", ...), and its parts in an order that is always the same."""


class _TooLongError(Exception):
    """The expression is too large to be written out."""


def alike(a: Expr, b: Expr) -> bool:
    """Whether a reader takes the two for one expression; no rule but the order of terms and scalars is used."""
    if a is b:
        return True
    if a.shape != b.shape:
        return False
    try:
        return fold(a, _form) == fold(b, _form)
    except _TooLongError:
        return False


def _form(node: Expr, below: list[_Form]) -> _Form:
    if isinstance(node, n.Add):
        found = ("+", tuple(sorted(part for form in below for part in _parts(form, "+"))))
    elif isinstance(node, n.Mul):
        found = _product(node, below)
    elif isinstance(node, n.Hadamard):
        found = (".*", tuple(sorted(part for form in below for part in _parts(form, ".*"))))
    elif isinstance(node, n.Number):
        found = ("*", (str(node.value),))
    elif isinstance(node, n.Symbol):
        found = ("symbol", (node.name,))  # what is known of it beside its name is not seen
    elif isinstance(node, n.Quotient):
        found = _quotient(node, below)
    elif isinstance(node, n.HadamardQuotient):
        found = _entrywise_quotient(node, below)
    elif isinstance(node, n.Fill) and node.children[0] is not n.ONE:
        ones = n.Ones(*node.shape)  # t ones(n), whether it is one node or a product
        found = _product(n.Mul(node.children[0], ones), [*below, _form(ones, [])])
    elif isinstance(node, n.Transpose) and isinstance(node.children[0], n.Ones):
        found = _form(n.Ones(*node.shape), [])  # the row of ones, in two spellings that read alike
    else:
        found = (f"{type(node).__name__} {node.data}", tuple(map(_text, below)))
    if sum(map(len, found[1])) > LARGEST:
        raise _TooLongError
    return found


def _product(node: Expr, below: list[_Form]) -> _Form:
    """The number, then the scalars ("s:...") in the order of their spelling, then the matrices ("m:...")."""
    number, scalars, chain = Fraction(1), [], []
    starts, row = True, False
    for child, form in zip(node.children, below, strict=True):
        first, *rest = form[1] if form[0] == "*" else ("1", _tagged(child, form))
        number *= Fraction(first)
        scalars += [part for part in rest if part.startswith("s:")]
        if not child.is_scalar:
            row = child.shape.rows == 1 if starts else row
            starts = False
        chain += [part for part in rest if part.startswith("m:")]
        if chain and row and child.shape.cols == 1 and not child.is_scalar:
            # A row times a column is one scalar, wherever it stands.
            scalars, chain, starts = [*scalars, f"s:{''.join(chain)}"], [], True
    return "*", (str(number), *sorted(scalars), *chain)


def _quotient(node: Expr, below: list[_Form]) -> _Form:
    """As a product: a minus or a number of the numerator may stand before the fraction, a factor behind it."""
    above, under = (
        form if form[0] == "*" else ("*", ("1", _tagged(child, form)))
        for child, form in zip(node.children, below, strict=True)
    )
    number = Fraction(above[1][0]) / Fraction(under[1][0]) if Fraction(under[1][0]) else Fraction(0)
    scalars = [part for part in above[1][1:] if part.startswith("s:")]
    chain = [part for part in above[1][1:] if part.startswith("m:")]
    scalars += [f"s:/{part[2:]}" for part in under[1][1:]]
    return "*", (str(number), *sorted(scalars), *chain)


def _entrywise_quotient(node: Expr, below: list[_Form]) -> _Form:
    """A minus, a number or a scalar of the numerator may stand before the whole."""
    above, under = below
    number, *factors = above[1] if above[0] == "*" else ("1", _tagged(node.children[0], above))
    scalars = [part for part in factors if part.startswith("s:")]
    chain = [part for part in factors if part.startswith("m:")]
    return "*", (number, *scalars, f"m:./({_text(('*', ('1', *chain)))},{_text(under)})")


def _tagged(node: Expr, form: _Form) -> str:
    """A factor with what it is: "s:" before scalars, "m:" before matrices."""
    return f"{'s:' if node.is_scalar else 'm:'}{_text(form)}"


def _parts(form: _Form, tag: str) -> tuple[str, ...]:
    return form[1] if form[0] == tag else (_text(form),)


def _text(form: _Form) -> str:
    if form[0] == "*" and len(form[1]) == 2 and form[1][0] == "1":
        return form[1][1][2:]  # a product of one factor is that factor
    return f"{form[0]}({','.join(form[1])})"
