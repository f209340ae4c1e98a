"""Names, sentences and examples of the rules of two methods: by components, and by the chain rule."""

from __future__ import annotations

from typing import Any

__all__ = ["METHOD_EXAMPLES", "METHOD_WORDS"]

METHOD_WORDS: dict[str, tuple[str, str]] = {
    "components.write": (
        "Write in entries",
        "A product of matrices is a sum over the index that neighbours share; a trace sums the diagonal.",
    ),
    "components.take": (
        "Take the partial derivative",
        "Differentiate by one entry of the variable; all other entries are held constant.",
    ),
    "components.split": ("Split the sum", "The sum of a sum is the sum of the sums, so that each delta stands alone."),
    "components.collapse": (
        "Deltas collapse the sums",
        "Of all terms only the one where the indices of the delta are equal is left.",
    ),
    "components.matrices": (
        "Back to matrices",
        "A sum over an index that two neighbours share is an entry of their product.",
    ),
    "components.read-off": (
        "Read off all entries",
        "What holds for every entry holds for the whole vector or matrix.",
    ),
    "read-off.stack": ("Put the derivatives together", "The derivatives by several numbers make one column or matrix."),
    "partial.constant": ("Constants", "What does not depend on the entry has the partial derivative zero."),
    "partial.sum": ("Sum rule", "The partial derivative of a sum is taken term by term; constant factors stay."),
    "partial.into-sum": ("Into the sum", "The partial derivative of a sum is taken term by term."),
    "partial.entries": ("Entry by entry", "An explicit vector or matrix is differentiated entry by entry."),
    "partial.constant-factor": ("Constant factor", "A constant factor stays in front."),
    "partial.constant-denominator": ("Constant denominator", "A constant denominator stays."),
    "partial.product": ("Product rule", "Differentiate one factor at a time."),
    "partial.quotient": ("Quotient rule", "Differentiate above and below, over the square of what is below."),
    "partial.power": ("Power rule", "The exponent comes in front, and the power is one less."),
    "partial.general-power": ("General power rule", "Base and exponent are differentiated one at a time."),
    "partial.function": ("Chain rule", "The derivative of the outer function, times that of the inner one."),
    "partial.unspecified": ("Chain rule", "One term for each entry of the argument."),
    "partial.unspecified-entry": (
        "Chain rule",
        "One term for each entry of the argument, with the entries of the Jacobian.",
    ),
    "partial.softmax": ("Softmax", "An entry of softmax grows with its own argument and shrinks with all of them."),
    "partial.determinant": (
        "Determinant by cofactors",
        "By Laplace's expansion the derivative by an entry is its cofactor, det(U) times an entry of the inverse.",
    ),
    "partial.log-determinant": (
        "Log-determinant by cofactors",
        "The cofactor over the determinant is an entry of the inverse.",
    ),
    "partial.inverse": ("Entry of an inverse", "From U^-1 U = I, entry by entry."),
    "partial.entry": (
        "Kronecker delta",
        "An entry changes with itself alone: its derivative is 1 where the indices are equal, and 0 elsewhere.",
    ),
    "chain.name": ("Name the inner functions", "Each inner function becomes an intermediate variable."),
    "chain.local": ("Local derivative", "One function by its own argument, all else held constant."),
    "chain.multiply": (
        "Chain rule",
        "Each way from the variable to the function gives a product of local derivatives; the ways are added.",
    ),
    "chain.matrix": (
        "Chain rule through a matrix",
        "With the gradient of what follows held constant, only a product that is linear in the matrix is left.",
    ),
    "chain.put-in": ("Put in what is known", "Derivatives that were found before are used again."),
    "chain.direct": ("No inner function", "The variable is not inside another function, so one derivative is enough."),
}
"""Rule id -> (name, one sentence)."""

_COMPONENTS = {"method": "components"}
_CHAIN = {"method": "chain"}

METHOD_EXAMPLES: dict[str, tuple[str, str, dict[str, Any]]] = {
    "components.write": ("x' A x", "x", _COMPONENTS),
    "components.take": ("x' A x", "x", _COMPONENTS),
    "components.split": ("x' A x", "x", _COMPONENTS),
    "components.collapse": ("tr(A X)", "X", _COMPONENTS),
    "components.matrices": ("tr(A X)", "X", _COMPONENTS),
    "components.read-off": ("a' x", "x", _COMPONENTS),
    "read-off.stack": ("s t^2", "s, t", _COMPONENTS),
    "partial.constant": ("a' x + s", "x", _COMPONENTS),
    "partial.sum": ("a' x + x' b", "x", _COMPONENTS),
    "partial.into-sum": ("a' x", "x", _COMPONENTS),
    "partial.entries": ("[t; t^2]", "t", _COMPONENTS),
    "partial.constant-factor": ("a' x", "x", _COMPONENTS),
    "partial.constant-denominator": ("(a' x)/s", "x", _COMPONENTS),
    "partial.product": ("x' A x", "x", _COMPONENTS),
    "partial.quotient": ("(a' x)/(b' x)", "x", _COMPONENTS),
    "partial.power": ("x' x", "x", _COMPONENTS),
    "partial.general-power": ("p^(a' x)", "x", _COMPONENTS),
    "partial.function": ("exp(x' x)", "x", _COMPONENTS),
    "partial.unspecified": ("L(A x)", "x", _COMPONENTS),
    "partial.unspecified-entry": ("x' h(A x)", "x", _COMPONENTS),
    "partial.softmax": ("softmax(A x)", "x", _COMPONENTS),
    "partial.determinant": ("det(G)", "G", _COMPONENTS),
    "partial.log-determinant": ("logdet(A G)", "G", _COMPONENTS),
    "partial.inverse": ("a' G^-1 b", "G", _COMPONENTS),
    "partial.entry": ("A x", "x", _COMPONENTS),
    "chain.name": ("||y - A x||^2", "x", _CHAIN),
    "chain.local": ("||y - A x||^2", "x", _CHAIN),
    "chain.multiply": ("||y - A x||^2", "x", _CHAIN),
    "chain.matrix": ("||V x - W y||^2", "V", _CHAIN),
    "chain.put-in": ("exp(x' x)", "x", _CHAIN),
    "chain.direct": ("a' x", "x", _CHAIN),
}
"""Rule id -> (text, variable, options of `gradviz.derive`)."""
