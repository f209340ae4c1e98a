"""Names in sources for arrays: identifiers for symbols, and parameters for unspecified functions."""

from __future__ import annotations

import keyword
from collections.abc import Iterable

from gradviz.algebra import nodes as n
from gradviz.typeset.array_helpers import JAX, NUMPY, TORCH
from gradviz.typeset.greek import LETTERS

__all__ = ["RESERVED", "identifiers", "unspecified_parameter"]

RESERVED = {"np", "torch", "jax", "jnp", "like", *NUMPY, *JAX, *TORCH}
"""Names that a source has for itself."""


def identifiers(names: Iterable[str], taken: Iterable[str] = ()) -> dict[str, str]:
    """A readable Python identifier for each name: ``lambda`` becomes ``lambda_``, ``β`` becomes ``beta``."""
    used = {*RESERVED, *taken}
    result: dict[str, str] = {}
    names = list(dict.fromkeys(names))
    # A name that can stay as it is does so before another is changed into it.
    for name in sorted(names, key=lambda name: not _is_free(name, used)):
        spelled = "".join(LETTERS.get(c, c) for c in name)
        spelled = "".join(c if c.isascii() and (c.isalnum() or c == "_") else "_" for c in spelled)
        if not spelled or spelled[0].isdigit():
            spelled = "v" + spelled
        while not _is_free(spelled, used):
            spelled += "_"
        used.add(spelled)
        result[name] = spelled
    return result


def _is_free(name: str, used: set[str]) -> bool:
    return name.isascii() and name.isidentifier() and not keyword.iskeyword(name) and name not in used


def unspecified_parameter(node: n.Unspecified) -> str:
    """The parameter that passes an unspecified function or a derivative of it: ``L``, ``L_gradient``,
    ``f_jacobian``, ...
    """
    suffix = ("", "_jacobian" if node.data[1] != 1 else "_gradient", "_hessian")[node.order]
    return identifiers([node.name])[node.name] + suffix
