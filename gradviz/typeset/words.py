"""English words for what the engine names: rules, properties, notes and verdicts. The engine itself holds no words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gradviz.algebra.nodes import Expr, Symbol
from gradviz.calculus.derivation import Derivation, Step, Verification

__all__ = ["condition_parts", "explanation", "has_words", "note_words", "symbol_words", "title", "verdict_words"]

_RULES: dict[str, tuple[str, str]] = {
    "differential.take": ("Take the differential", "Write d in front of the function; the rules then move it inward."),
    "differential.second": (
        "Differentiate the gradient",
        "The Hessian is the Jacobian of the gradient, so take its differential.",
    ),
    "linear": (
        "Linearity",
        "The differential is linear: sums term by term, constant factors in front, constants vanish.",
    ),
    "linear.sum": ("Sum rule", "The differential of a sum is the sum of the differentials."),
    "linear.constant": ("Constants", "What does not depend on the variable has the differential zero."),
    "linear.constant-factor": ("Constant factors", "Constant factors stay where they are; only the varying one moves."),
    "linear.constant-denominator": ("Constant denominator", "A constant denominator stays."),
    "linear.constant-entrywise-denominator": ("Constant denominator", "A constant entrywise denominator stays."),
    "linear.transpose": ("Transpose rule", "The differential of a transpose is the transpose of the differential."),
    "linear.trace": ("Trace rule", "The trace is linear, so d moves inside it."),
    "linear.sum-of-entries": ("Sum of entries", "The sum of all entries is linear, so d moves inside it."),
    "linear.rearranged": ("Rearranged entries", "Moving entries to other places is linear, so d moves inside."),
    "linear.entries": ("Entry by entry", "The differential of an explicit vector or matrix is taken entry by entry."),
    "trace.kronecker": (
        "Trace of a Kronecker product",
        "The trace of a Kronecker product is the product of the traces.",
    ),
    "product": ("Product rule", "Differentiate one factor at a time and keep the order of the factors."),
    "product.entrywise": ("Entrywise product rule", "Differentiate one entrywise factor at a time."),
    "product.kronecker": ("Kronecker product rule", "Differentiate one factor of the Kronecker product at a time."),
    "product.inner": ("Inner product rule", "Differentiate one side of the inner product at a time."),
    "quotient": ("Quotient rule", "Differentiate the numerator and the denominator in turn."),
    "quotient.reciprocal": ("Reciprocal rule", "Only the denominator varies: d(1/v) = -d(v)/v^2."),
    "quotient.entrywise": ("Entrywise quotient rule", "The quotient rule in every entry."),
    "power": ("Power rule", "Bring the exponent down and lower it by one."),
    "power.norm-squared": (
        "Squared norm",
        "||U||^2 = <U, U>, so its differential is twice the inner product of U and dU.",
    ),
    "power.of-norm": ("Power of a norm", "The chain rule for a power of the norm."),
    "power.exponential": ("Exponential rule", "The differential of a^u is a^u log(a) du."),
    "power.general": ("General power rule", "Base and exponent both vary."),
    "power.entrywise": ("Entrywise power rule", "The power rule in every entry."),
    "power.matrix": ("Matrix power rule", "Differentiate one factor of the power at a time; the order matters."),
    "power.matrix-product": ("Write as a power", "A repeated factor is a matrix power."),
    "inverse": ("Differential of the inverse", "From U U^-1 = I: the differential is -U^-1 dU U^-1."),
    "determinant": ("Jacobi's formula", "The differential of a determinant is det(U) tr(U^-1 dU)."),
    "determinant.log": ("Log-determinant", "The differential of log |det U| is tr(U^-1 dU)."),
    "determinant.log-of": ("Logarithm of a determinant", "The differential of log det(U) is tr(U^-1 dU)."),
    "norm": ("Norm rule", "The differential of a norm is the inner product with the normalised argument."),
    "norm.one": ("Sum of absolute values", "Each entry contributes its sign."),
    "logsumexp": ("Log-sum-exp", "Its gradient is the softmax."),
    "softmax": ("Softmax", "Its Jacobian is diag(p) - p p' with p the softmax itself."),
    "function": ("Chain rule", "The derivative of the outer function times the differential of its argument."),
    "function.log": ("Logarithm", "The differential of log(u) is du/u."),
    "function.entrywise": (
        "Entrywise chain rule",
        "In every entry: the derivative of the function times the differential.",
    ),
    "canonical.rearrange": ("Rearrange the factors", "Scalars may move to any place in a product."),
    "canonical.distribute": ("Expand the brackets", "The product with a sum is the sum of the products."),
    "canonical.transpose-scalar": ("A scalar equals its transpose", "Transposing a 1x1 product changes nothing."),
    "canonical.trace-of-scalar": ("A scalar is its own trace", "Wrap the scalar in a trace, to rotate its factors."),
    "canonical.cyclic-trace": (
        "Cyclic trace",
        "Factors inside a trace may be rotated: bring the increment to the end.",
    ),
    "canonical.transpose-trace": ("Trace of a transpose", "A matrix and its transpose have the same trace."),
    "canonical.entrywise": (
        "Entrywise product in a trace",
        "An entrywise factor moves to the other side of the inner product.",
    ),
    "canonical.entrywise-vector": (
        "Entrywise product in an inner product",
        "An entrywise factor moves to the other side of the inner product.",
    ),
    "canonical.entrywise-quotient": (
        "Entrywise quotient in an inner product",
        "An entrywise denominator moves to the other side of the inner product.",
    ),
    "canonical.entrywise-as-diag": (
        "Entrywise product as diag",
        "Multiplying entry by entry is multiplying by a diagonal matrix.",
    ),
    "canonical.sum-of-entries": (
        "Sum as a product with ones",
        "The sum of all entries is the product with a vector of ones.",
    ),
    "canonical.diag": ("Trace with diag", "Only the diagonal meets a diagonal matrix."),
    "canonical.diagonal-of": (
        "Diagonal as a trace",
        "The inner product with a diagonal is a trace with a diagonal matrix.",
    ),
    "canonical.entry": ("Entry by unit vector", "An entry is the product with a unit vector."),
    "canonical.fill": ("One number in every entry", "The inner product with equal entries is the sum times the entry."),
    "canonical.divide": ("Divide", "Dividing by a scalar is multiplying by its reciprocal."),
    "canonical.scalar-behind": ("Move the scalar increment last", "A scalar may move to the end of a product."),
    "canonical.scalar-in-front": ("Move the scalar in front", "A scalar may move to the front of a product."),
    "canonical.vectorise": (
        "Stack the columns",
        "vec writes a matrix as one column, so that a Jacobian can be read off.",
    ),
    "canonical.vec-product": ("vec of a product", "vec(A X B) = (B' (x) A) vec(X)."),
    "canonical.vec-transpose": ("vec of a transpose", "The commutation matrix reorders the stacked entries."),
    "canonical.vec-entrywise": ("vec of an entrywise product", "Stacked, an entrywise factor is a diagonal matrix."),
    "collect": ("Collect", "Gather the terms of each increment."),
    "collect.like-terms": ("Collect like terms", "Equal terms are added."),
    "collect.common-right": ("Factor out on the right", "A common last factor is taken out."),
    "collect.common-left": ("Factor out on the left", "A common first factor is taken out."),
    "collect.common-scalar": ("Factor out the scalar", "A common scalar is taken out."),
    "read-off": ("Read off the derivative", "What stands beside the increment is the derivative."),
    "read-off.zero": ("Read off the derivative", "No increment is left: the derivative is zero."),
    "scalars.in-front": ("Scalars in front", "A 1x1 product is a scalar and may move."),
    "scalars.one-fraction": ("One fraction", "Products of fractions are written as one."),
    "inner.as-product": ("Inner product as a product", "<a, b> is a' b."),
    "entrywise.plain": ("Entrywise product with ones", "Ones change nothing."),
    "entrywise.diagonal": ("Diagonal matrix times vector", "It multiplies entry by entry."),
    "entrywise.one-quotient": ("One entrywise quotient", "A product with a quotient is one quotient."),
    "entrywise.cancel": ("Cancel", "A factor and its divisor cancel entry by entry."),
    "transpose.product": ("Transpose of a product", "The factors are transposed in reverse order."),
    "inverse.product": ("Inverse of a product", "The factors are inverted in reverse order."),
    "inverse.orthogonal": ("Inverse of an orthogonal matrix", "It is the transpose."),
    "inverse.cancel": ("Cancel the inverse", "A matrix times its inverse is the identity."),
    "definition.increment": ("The increment", "Move the variable by u and subtract the value at the start."),
    "definition.norm": ("Norm as an inner product", "The squared norm is the inner product with itself."),
    "definition.expand": ("Expand", "Multiply out, so that the powers of u stand apart."),
    "definition.cancel": ("Cancel the value at the start", "What does not contain u is f itself and cancels."),
    "definition.linear-part": (
        "Take the linear part",
        "The part that is linear in u is the differential; the rest vanishes faster.",
    ),
    "structure.symmetric-projection": (
        "Project on the symmetric matrices",
        "Within the symmetric matrices the gradient is the symmetric part (G + G')/2.",
    ),
    "structure.symmetric-free": (
        "Derivative by the free entries",
        "An entry off the diagonal occurs twice, so G + G' with the diagonal counted once.",
    ),
    "structure.diagonal": ("Keep the diagonal", "Only the diagonal entries vary."),
    "stationary.equations": ("Set the gradient to zero", "The gradient is affine, so its zero solves a linear system."),
    "stationary.minimum": (
        "Solve: a minimum",
        "The Hessian is positive definite, so the stationary point is the minimum.",
    ),
    "stationary.maximum": (
        "Solve: a maximum",
        "The Hessian is negative definite, so the stationary point is the maximum.",
    ),
    "stationary.stationary-point": ("Solve", "The Hessian does not tell what kind of point it is."),
    "recognise.sigmoid": ("Recognise the logistic function", "e^z/(1 + e^z) is the logistic function."),
    "recognise.entrywise-sigmoid": (
        "Recognise the logistic function",
        "e^z/(1 + e^z) in every entry is the logistic function.",
    ),
    "recognise.softmax": ("Recognise the softmax", "exp(x) divided by its sum is the softmax."),
}


def title(id: str) -> str:
    """A rule's name for people, from its id."""
    known = _RULES.get(id)
    if known is not None:
        return known[0]
    words = id.rpartition(".")[2] or id
    return words.replace("-", " ").capitalize()


def explanation(id: str, formula: str = "") -> str:
    """One sentence on a rule; its formula where there is no better one."""
    known = _RULES.get(id)
    return known[1] if known is not None else formula


def has_words(id: str) -> bool:
    """Whether the rule has a name and a sentence of its own here."""
    return id in _RULES


_LETTER = re.compile(r"(?<!\w)([A-Za-z])(?!\w)")


def condition_parts(step: Step) -> list[list[str | Expr]]:
    """What must hold at a step, in words and expressions: the letters of the rule stand for parts of this line."""
    found: dict[str, list[str | Expr]] = {}
    stack = [step]
    while stack:
        part = stack.pop(0)
        if part.substeps:
            stack = [*part.substeps, *stack]
            continue
        for condition in part.conditions:
            pieces = list(_bound(condition, dict(part.bindings)))
            found.setdefault(repr([p if isinstance(p, str) else id(p) for p in pieces]), pieces)
    remainder = dict(step.bindings).get("r") if step.rule.id == "definition.linear-part" else None
    if remainder is not None:
        found["remainder"] = ["remainder ", remainder]
    return list(found.values())


def _bound(condition: str, bindings: dict[str, Expr]) -> Iterator[str | Expr]:
    for i, piece in enumerate(_LETTER.split(condition)):
        if i % 2 and piece in bindings:
            yield bindings[piece]
        elif piece:
            yield piece


def note_words(note: str, name: str) -> str:
    """A note of the engine as a sentence."""
    kind, _, argument = note.partition(":")
    if kind == "independent":
        return f"{name} does not depend on {argument}, so the derivative by it is zero."
    return f"{kind.replace('-', ' ').capitalize()}{': ' + argument if argument else ''}."


def verdict_words(derivation: Derivation) -> str:
    """The numeric verdict as a sentence."""
    found: Verification | None = derivation.verification
    if found is None:
        return "Not verified numerically."
    if derivation.cannot is not None:
        if not all(check.ok for check in found.steps):
            return "Numeric verification failed: a step does not hold."
        return "Every step shown was verified numerically." if found.steps else "There was no step to verify."
    if not found.ok:
        return f"Numeric verification failed: {found.result.reason or 'a step does not hold'}."
    count = found.result.instances
    error = "no error at all" if found.error == 0 else f"a largest relative error of {found.error:.0e}"
    return f"Every step and the result were verified numerically at {count} random instances, with {error}."


def symbol_words(symbol: Symbol) -> str:
    """The declared properties of a symbol, in a fixed order, leaving out what others imply."""
    properties = sorted(symbol.properties)
    return ", ".join(properties)
