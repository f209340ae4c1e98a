"""Which constants of a loss are labels: −1 and 1 in the margin of a logistic or hinge loss, 0 and 1 in entropies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from gradviz.algebra import nodes as n
from gradviz.algebra.build import is_one_in_each_entry
from gradviz.algebra.nodes import Expr, Symbol
from gradviz.algebra.shapes import SCALAR
from gradviz.algebra.walk import depends_on, postorder, symbols

__all__ = ["BITS", "SIGNS", "label_kinds", "labels_for"]

SIGNS = "signs"
"""−1 and 1."""
BITS = "bits"
"""0 and 1."""
_CUSTOMARY = "y"
_STEEP = frozenset({"relu", "sigmoid", "softplus"})
"""What a margin may stand in, beside ``log(1 + exp(·))`` and ``max(0, ·)``."""
_LINEAR = (n.Transpose, n.Diag, n.Sum, n.Fill)
_PRODUCTS = (n.Mul, n.Hadamard, n.Inner)


def label_kinds(function: Expr, variables: Sequence[Symbol]) -> dict[Symbol, str]:
    """The constants that the form of a function calls labels, each `SIGNS` or `BITS`.

    Signs multiply a margin ``x'w`` and occur nowhere else: ``Σ log(1 + exp(−y_i x_i'w))``, ``Σ max(0, 1 − y_i x_i'w)``.
    Bits weigh the logarithms of a probability and of its complement, ``y log p + (1 − y) log(1 − p)``, or stand beside
    ``log(1 + exp(z))`` in ``−y z``.
    """
    found: dict[Symbol, str] = {}
    known, members = _Roles(function, variables), _members(function)
    for symbol in symbols(function):
        if symbol not in variables and (symbol in members or _is_column(symbol)):
            roles = known.of(symbol)
            if roles == {"margin"}:
                found[symbol] = SIGNS
            elif roles in ({"weight", "complement"}, {"linear"}):
                found[symbol] = BITS
    signs = [s for s, kind in found.items() if kind == SIGNS]
    if len(signs) > 1:  # of numbers a_i b_i t one only is a label
        for symbol in signs:
            if symbol.name.partition("_")[0] != _CUSTOMARY:
                del found[symbol]
    return found


def labels_for(kind: str, data: NDArray[np.float64], random: np.random.Generator) -> NDArray[np.float64]:
    """Labels (m, 1) of the rows of data (m, n), of which a plane parts most: one in the midst of its class is of the
    other, so that the loss has a minimum.
    """
    weights = np.resize([1.0, -0.5, 0.75], data.shape[1])
    signs = np.where(data @ weights + 0.4 * random.standard_normal(len(data)) >= 0, 1.0, -1.0)
    if len(data) > 2:
        along = (data @ weights) / (np.linalg.norm(data, axis=1) + 1e-300)
        amid = int(np.argmax(along * signs))
        signs[amid] = -signs[amid]
        if abs(signs.sum()) == len(signs):
            signs[(amid + 1) % len(signs)] *= -1
    return np.asarray(signs[:, None] if kind == SIGNS else (signs[:, None] + 1) / 2)


def _members(function: Expr) -> set[Expr]:
    """The numbers ``y_i`` of families under sums."""
    sums = [node for node in postorder(function) if isinstance(node, n.IndexedSum)]
    return {
        s
        for total in sums
        for s in postorder(total)
        if isinstance(s, Symbol) and s.shape == SCALAR and n.is_member(s, total.index)
    }


def _is_column(symbol: Symbol) -> bool:
    return bool(symbol.shape.is_column and symbol.shape != SCALAR)


@dataclass(frozen=True)
class _Place:
    """A label on its way up through the function: as it is, or inside of something."""

    node: Expr
    complement: bool = False
    """It is 1 − y."""
    margin: bool = False
    """It is multiplied by what depends on the variable."""


class _Roles:
    """What a label does wherever it stands: "weight" of a logarithm (or "complement", one less it), factor of a
    "margin" inside a loss, "linear" beside a logarithm, or "other".
    """

    def __init__(self, function: Expr, variables: Sequence[Symbol]) -> None:
        self._variables = variables
        self._parents: dict[Expr, list[Expr]] = {}
        for node in postorder(function):
            for child in set(node.children):
                self._parents.setdefault(child, []).append(node)

    def of(self, label: Symbol) -> set[str]:
        """The roles of a label; no more than one "other" is looked for."""
        found: set[str] = set()
        waiting, seen = [_Place(label)], set[_Place]()
        while waiting and "other" not in found:
            place = waiting.pop()
            above = self._parents.get(place.node, [])
            if place in seen or not above:
                found |= set() if place in seen else {"other"}
                continue
            seen.add(place)
            for parent in above:
                step = self._of_margin(place, parent) if place.margin else self._of_label(place, parent, label)
                if isinstance(step, str):
                    found.add(step)
                else:
                    waiting.append(step)
        return found

    def _of_label(self, place: _Place, parent: Expr, label: Symbol) -> str | _Place:
        others = [child for child in parent.children if child is not place.node]
        if isinstance(parent, _LINEAR):
            return replace(place, node=parent)
        if isinstance(parent, _PRODUCTS):
            varying = [child for child in others if depends_on(child, self._variables)]
            if not varying:
                return replace(place, node=parent)
            if any(_holds_log(child) for child in varying):
                return "complement" if place.complement else "weight"
            parts = (part for child in others for part in postorder(child))
            if place.complement or not any(self._is_data(part, label) for part in parts):
                return "other"
            return _Place(parent, margin=True)
        if isinstance(parent, n.Add) and not place.complement and len(others) == 1 and is_one_in_each_entry(others[0]):
            return _Place(parent, complement=True)
        return "other"

    def _of_margin(self, place: _Place, parent: Expr) -> str | _Place:
        others = [child for child in parent.children if child is not place.node]
        varying = [child for child in others if depends_on(child, self._variables)]
        if isinstance(parent, n.Apply):
            above = self._parents.get(parent, [])
            logistic = parent.function == "exp" and bool(above) and all(self._is_in_log(p) for p in above)
            return "margin" if parent.function in _STEEP or logistic else "other"
        if isinstance(parent, n.Larger):
            return "other" if varying else "margin"
        if isinstance(parent, n.Add) and any(_holds_log(child) for child in varying):
            return "linear"
        if varying or not isinstance(parent, (*_LINEAR, *_PRODUCTS, n.Add)):
            return "other"
        return replace(place, node=parent)

    def _is_in_log(self, node: Expr) -> bool:
        """Whether a sum is the ``1 + exp(·)`` of ``log(1 + exp(·))``."""
        above = self._parents.get(node, [])
        return (
            isinstance(node, n.Add)
            and len(node.children) == 2
            and any(is_one_in_each_entry(child) for child in node.children)
            and bool(above)
            and all(isinstance(p, n.Apply) and p.function == "log" for p in above)
        )

    def _is_data(self, part: Expr, label: Symbol) -> bool:
        """Another constant that a row of data is made of: a matrix, or a member of a family as the label is."""
        if not isinstance(part, Symbol) or part is label or part in self._variables:
            return False
        if _is_column(label):
            return bool(part.shape.is_matrix)
        return part.name.partition("_")[2] == label.name.partition("_")[2]


def _holds_log(node: Expr) -> bool:
    return any(isinstance(part, n.Apply) and part.function in ("log", "softplus") for part in postorder(node))
