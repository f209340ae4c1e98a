"""What the notation of a tree gives away about its names, before shapes are looked at."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise

from gradviz.language.kinds import conventional_kind
from gradviz.language.names import GREEK
from gradviz.language.syntax import Syntax, row_and_column

__all__ = ["evident_kinds", "free_names", "in_company", "oblong_names"]


def free_names(tree: Syntax, found: dict[str, Syntax], known: Collection[str] = ()) -> None:
    """Names in reading order; sizes (``ones(n)``) are not names, and ``e`` under an exponent is Euler's number, unless
    it is one of the `known`.
    """
    if tree.kind == "name":
        found.setdefault(tree.text, tree)
    if tree.kind == "call" and tree.text in ("ones", "zeros", "eye"):
        for part in tree.parts:
            if part.kind == "call":  # ones(length(x))
                free_names(part, found, known)
        return
    parts = tree.parts[:1] if tree.kind == "call" and tree.text == "unvec" else tree.parts
    for i, part in enumerate(parts):
        euler = tree.kind == "power" and i == 0 and part.kind == "name" and part.text == "e" and "e" not in known
        if not euler:
            free_names(part, found, known)


def evident_kinds(tree: Syntax, found: dict[str, str]) -> None:
    """Kinds that the notation gives away: what is transposed or in a norm is no scalar, ``A_ij`` is of a matrix, and a
    capital Greek letter that is inverted or in a determinant or trace is a matrix.
    """
    inner = tree.parts[0] if tree.parts else tree
    if tree.kind == "power" and inner.bracketed and _is_residual(inner):
        product = next(p for p in inner.parts if p.kind == "product")
        found.setdefault(product.parts[1].text, "vector")  # beta of (y - X beta)^2
    if tree.kind == "bars" and inner.kind == "product" and len(inner.parts) == 2:
        first, last = (p.text if p.kind == "name" else "" for p in inner.parts)
        if first and last and (conventional_kind(first), conventional_kind(last)) == ("matrix", "vector"):
            found.setdefault(last, "vector")  # |A x|
    if tree.kind == "norm":
        for product in [p for p in (inner, *inner.parts) if p.kind == "product" and len(p.parts) == 2]:
            first, last = (p.text if p.kind == "name" else "" for p in product.parts)
            if first and last and (conventional_kind(first), conventional_kind(last)) == ("matrix", "vector"):
                found.setdefault(last, "vector")  # ||A x - b||: a number would stand before the matrix
    if tree.parts and inner.kind == "name":
        capital = _is_capital_greek(inner)
        if tree.kind == "index" and len(tree.parts) == 2 and row_and_column(tree.parts[1]):
            pass  # x_12 or A_12
        elif tree.kind == "index":
            found[inner.text] = "matrix" if len(tree.parts) == 3 else "vector"
        elif tree.kind in ("transpose", "norm"):
            found.setdefault(inner.text, "matrix" if capital else "vector")
        elif capital and (
            tree.kind == "bars"
            or (tree.kind == "call" and tree.text in ("tr", "det", "logdet", "inv"))
            or (tree.kind == "power" and tree.parts[1].kind == "sum" and tree.parts[1].signs == ("-",))
        ):
            found[inner.text] = "matrix"
    if tree.kind == "product" and len(tree.parts) == 2 and inner.kind == "transpose" and not any(tree.signs):
        # v' x by itself is an inner product: a scalar x would make it a row
        second = tree.parts[1]
        pair = (inner.parts[0], second)
        if all(p.kind == "name" and conventional_kind(p.text) == "vector" for p in pair):
            found.setdefault(second.text, "vector")
    if tree.kind == "product" and tree.signs == ("", "/"):
        names = [p.text if p.kind == "name" else "" for p in tree.parts]
        if all(name and conventional_kind(name) == "matrix" for name in names) and names[1] not in "CDKLMNT":
            found.setdefault(names[1], "matrix")  # A/B divides by a matrix; A/N by a count
    if tree.kind == "product":
        for left, right in pairwise(tree.parts):
            if _is_capital_greek(left) and right.kind == "name" and right.text[:1].islower():
                found[left.text] = "matrix"  # Φ w, Λ x
    if tree.kind == "call" and tree.text in ("tr", "det", "logdet", "inv") and inner.kind == "product":
        found.update({part.text: "matrix" for part in inner.parts if _is_capital_greek(part)})
    for part in tree.parts:
        evident_kinds(part, found)


def in_company(tree: Syntax, found: list[frozenset[str]]) -> None:
    """The names of each bracket that is transposed, in a norm, summed up, a residual ``X w - y`` or in ``outer``:
    nobody means scalars by all of them.
    """
    summed = tree.kind == "call" and tree.text in ("sum", "logsumexp", "softmax", "log_softmax")
    squared = tree.kind == "power" and tree.parts[0].bracketed and _is_residual(tree.parts[0])
    if (tree.kind in ("transpose", "norm") or summed or squared) and tree.parts[0].kind != "name":
        names: dict[str, Syntax] = {}
        free_names(tree.parts[0], names)
        found.append(frozenset(names))
    if tree.kind == "call" and tree.text == "outer":
        for part in tree.parts:
            columns: dict[str, Syntax] = {}
            free_names(part, columns)
            found.append(frozenset(columns))
    for part in tree.parts:
        in_company(part, found)


def oblong_names(tree: Syntax, found: set[str], inverted: bool = False) -> None:
    """Matrices that are multiplied by their own transposes under an inverse, ``(X' X)^-1``: of square ones nobody would
    write the inverse so. A pseudo-inverse and a nuclear norm hide such a product.
    """
    if (tree.kind == "call" and tree.text == "pinv") or (tree.kind == "norm" and tree.text == "nuc"):
        found.update(part.text for part in tree.parts if part.kind == "name")
    inverted = inverted or (tree.kind == "call" and tree.text == "inv")
    inverted = inverted or (tree.kind == "power" and _is_negative(tree.parts[1]))
    if inverted and tree.kind == "product":
        turned = {p.parts[0].text for p in tree.parts if p.kind == "transpose" and p.parts[0].kind == "name"}
        found |= turned & {p.text for p in tree.parts if p.kind == "name"}
    for part in tree.parts:
        oblong_names(part, found, inverted)


def _is_negative(exponent: Syntax) -> bool:
    """Whether an exponent begins with a minus, ``-1`` or ``-1/2``."""
    first = exponent.parts[0] if exponent.kind == "product" else exponent
    return first.kind == "sum" and first.signs[0] == "-"


def _is_residual(tree: Syntax) -> bool:
    """``X w - y``: a capital letter before a small one, and small letters for the other terms."""
    products = [p for p in tree.parts if p.kind == "product"]
    small = [p for p in tree.parts if p.kind == "name" and p.text[:1].islower()]
    return (
        tree.kind == "sum"
        and len(products) == 1
        and len(products) + len(small) == len(tree.parts) == 2
        and len(products[0].parts) == 2
        and all(p.kind == "name" for p in products[0].parts)
        and conventional_kind(products[0].parts[0].text) == "matrix"
        and products[0].parts[1].text[:1].islower()
    )


def _is_capital_greek(tree: Syntax) -> bool:
    return tree.kind == "name" and tree.text[:1].isupper() and tree.text.partition("_")[0] in GREEK
