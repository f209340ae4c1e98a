"""Which names are scalars, vectors and matrices: the conventions, and what the text makes of them.

Among the assignments that fit, a scalar-valued function is preferred, then the conventions (upper-case Latin a
matrix, lower-case Latin a vector, Greek and ``t`` a scalar). If nothing but scalars fits, they are scalars.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from gradviz.algebra.shapes import Dim, Shape
from gradviz.language.names import GREEK
from gradviz.language.shape_rules import ShapeRules
from gradviz.language.typing import ClashError, Typing

__all__ = ["Inference", "conventional_kind", "infer_kinds"]

MAX_DEVIATIONS = 3
MAX_ATTEMPTS = 400
MAX_WORK = 1_500
"""Attempts times names: each attempt reads the whole text."""


@dataclass(frozen=True, slots=True)
class Inference:
    """What `infer_kinds` found.

    Attributes
    ----------
    typing : the best typing, with its clashes (those of the conventional kinds, where nothing fits).
    kinds : the kind of every undeclared name.
    evident : those that the notation gives away.
    conventional : the typing by the conventions alone; its first clash says why they were left.
    """

    typing: Typing
    kinds: dict[str, str]
    conventional: Typing
    evident: Mapping[str, str]


def conventional_kind(name: str) -> str:
    """The kind that a name has by convention."""
    letters = name.split("_")[0].rstrip("0123456789")
    if letters in GREEK or letters == "t":
        return "scalar"
    return "matrix" if letters[:1].isupper() else "vector"


def infer_kinds(
    names: Sequence[str],
    shapes: Mapping[str, Shape],
    run: Callable[[ShapeRules], bool | None],
    evident: Mapping[str, str] | None = None,
    company: Sequence[frozenset[str]] = (),
    members: frozenset[str] = frozenset(),
    signatures: Mapping[str, tuple[Dim, Dim, Dim]] | None = None,
) -> Inference:
    """The best typing.

    Parameters
    ----------
    names : the undeclared names.
    shapes : the declared and defined ones.
    signatures : sizes of the argument and the value of declared unspecified functions.
    evident : names that the notation shows to be vectors or matrices (transposed, indexed, inverted), so that nobody
        means a scalar by them.
    company : names that stand together in a bracket that is transposed or in a norm, so that nobody means scalars by
        all of them, unless convention does.
    members : names that stand under the index of a sum, ``x_i``; where all are numbers the sum is one too.
    run : types the whole text; True for a scalar-valued function, False for another, None where it does not fit.
    """
    usual = {name: conventional_kind(name) for name in names}

    evident = evident or {}
    for name, kind in evident.items():
        if usual[name] == "scalar" or kind == "matrix":
            usual[name] = kind

    def attempt(kinds: dict[str, str], *, patient: bool = False) -> tuple[ShapeRules, bool | None]:
        typing = ShapeRules(shapes, kinds, signatures, patient=patient)
        try:
            return typing, run(typing)
        except ClashError:
            return typing, None

    def unlikely(kinds: dict[str, str]) -> bool:
        """Whether a bracket that is transposed or in a norm would hold nothing but scalars, against convention."""
        return any(
            all(kinds[name] == "scalar" for name in names) and not all(usual[name] == "scalar" for name in names)
            for names in company
        )

    def refused(kinds: dict[str, str]) -> Inference:
        """Every clash of a reading."""
        return Inference(attempt(kinds, patient=True)[0], kinds, conventional, evident)

    conventional, fits = attempt(usual)
    if fits:
        return Inference(conventional, usual, conventional, evident)
    if not names or any(c.final for c in conventional.clashes):
        return refused(usual) if fits is None else Inference(conventional, usual, conventional, evident)
    fallback: tuple[Typing, dict[str, str]] | None = None
    final: dict[str, str] | None = None
    attempts = 0
    for changed in _deviations(names, usual):
        kinds = usual | changed
        degenerate = (
            all(k == "scalar" for k in kinds.values())
            and not any(not s.is_scalar for s in shapes.values())
            and not members.issuperset(name for name in names if usual[name] != "scalar")
        )
        if degenerate or any(changed.get(name) == "scalar" for name in evident) or unlikely(kinds):
            continue
        if fits is False and any(usual[name] != "vector" or kind != "scalar" for name, kind in changed.items()):
            continue  # the conventions fit: only a vector read as a scalar may make the function scalar-valued
        typing, result = attempt(kinds)
        if result:
            return Inference(typing, kinds, conventional, evident)
        if fits is None and final is None and any(c.final for c in typing.clashes):
            final = kinds  # another deviation may fit: the d of softmax(K q/sqrt(d)) is a number
        if result is False and fallback is None:
            fallback = typing, kinds
        attempts += 1
        if attempts >= min(MAX_ATTEMPTS, max(4, MAX_WORK // len(names))):
            break
    if fits is False:
        return Inference(conventional, usual, conventional, evident)
    if final is not None and fallback is None:
        return refused(final)
    scalars = dict.fromkeys(names, "scalar")
    typing, result = (conventional, None) if evident or unlikely(scalars) else attempt(scalars)
    if result is not None and (fallback is None or (result and not any(k == "matrix" for k in usual.values()))):
        return Inference(typing, scalars, conventional, evident)
    if fallback is not None:
        return Inference(*fallback, conventional, evident)
    if result is not None:
        return Inference(typing, scalars, conventional, evident)
    return refused(usual)


def _deviations(names: Sequence[str], usual: Mapping[str, str]) -> list[dict[str, str]]:
    """Changes of the conventional kinds, the fewest and the likeliest first: a vector to a scalar, a scalar to a
    vector, ...
    """
    found: list[tuple[int, dict[str, str]]] = []
    for count in range(1, min(MAX_DEVIATIONS, len(names)) + 1):
        for chosen in combinations(names, count):
            for kinds in product(*(_likely(name, usual[name]) for name in chosen)):
                change = dict(zip(chosen, kinds, strict=True))
                cost = sum(_cost(usual[name], kind) for name, kind in change.items())
                found.append((cost, change))
                if len(found) > 4 * MAX_ATTEMPTS:
                    return [change for _, change in sorted(found, key=lambda row: row[0])]
    found.sort(key=lambda row: row[0])
    return [change for _, change in found]


def _likely(name: str, usual: str) -> tuple[str, ...]:
    """The kinds that a name may have instead of the usual one; a capital Greek letter may be a matrix."""
    if usual == "scalar":
        return ("matrix", "vector") if name[0].isupper() else ("vector",)
    return ("scalar",)


def _cost(usual: str, kind: str) -> int:
    return {("vector", "scalar"): 10, ("scalar", "vector"): 15, ("scalar", "matrix"): 15, ("matrix", "scalar"): 25}.get(
        (usual, kind), 35
    )
