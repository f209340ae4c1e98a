"""The words of the methods - titles, parameters, letters, quantities - each of which is translated by itself."""

from __future__ import annotations

from collections.abc import Iterator

from gradviz.sentences import Sentence

__all__ = ["CONTEXT", "vocabulary", "worded"]

CONTEXT = "Descent"
"""Their context in the translations."""
SUB_STEPS = (
    "ahead", "average", "bound", "damping", "decay", "direction", "divisor", "eigenvalues", "epoch", "error",
    "gradient", "hessian", "inverse", "iterate", "jacobian", "kept", "length", "matrix", "momentum", "norm", "pairs",
    "product", "promised", "radius", "ratio", "residuals", "rows", "scaled", "shrunk", "slope", "squares", "step",
    "sums", "value", "velocity", "last direction", "negative gradient", "next momentum", "step size", "weight decay",
    "whole gradient", "limit of |slope|",
)  # fmt: skip
"""What the numbers of sub-steps are called."""
MODELS = ("Hessian", "Hessian made definite", "BFGS approximation", "L-BFGS approximation")
"""What the matrices of the models are called; others are formulas."""


def worded(text: str) -> Sentence:
    """A word of the vocabulary as one that is told in another language; a sentence as it is."""
    return text if isinstance(text, Sentence) else Sentence(text, context=CONTEXT)


def vocabulary() -> Iterator[str]:
    """Every word, some more than once."""
    from gradviz.numeric.descent.catalogue import METHODS
    from gradviz.numeric.descent.parameters import parameters_of
    from gradviz.numeric.descent.schedule import SCHEDULES

    for entry in METHODS.values():
        yield from (entry.family, entry.title, entry.method.title, *entry.method.quantity_names)
        yield from (letter.meaning for letter in entry.make().formula().letters)
    yield from SUB_STEPS
    yield from MODELS
    for owner in (*(entry.method for entry in METHODS.values()), *SCHEDULES.values()):
        for parameter in parameters_of(owner):
            yield from (parameter.words, parameter.meaning)
            yield from parameter.choices if parameter.name != "variant" else ()  # those are names
    for name, schedule in SCHEDULES.items():
        yield from (name.replace("-", " "), schedule.title)
