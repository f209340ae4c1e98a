"""Names in NumPy sources: identifiers for symbols, parameters for unspecified functions, and the helpers that may be
called.
"""

from __future__ import annotations

import keyword
from collections.abc import Iterable

from gradviz.algebra import nodes as n
from gradviz.typeset.greek import LETTERS

__all__ = ["HELPERS", "identifiers", "unspecified_parameter"]

HELPERS = {
    "sigmoid": "def sigmoid(z):\n    return 0.5 * (1 + np.tanh(0.5 * z))\n",
    "softmax": "def softmax(z):\n    p = np.exp(z - np.max(z))\n    return p / np.sum(p)\n",
    "largest_entry": (
        "def largest_entry(z):\n"
        '    """One where the largest entry of z stands, nought elsewhere."""\n'
        "    return np.eye(np.size(z))[np.argmax(z)].reshape(np.shape(z))\n"
    ),
    "smallest_entry": (
        "def smallest_entry(z):\n"
        '    """One where the smallest entry of z stands, nought elsewhere."""\n'
        "    return np.eye(np.size(z))[np.argmin(z)].reshape(np.shape(z))\n"
    ),
    "expm": (
        "def expm(A):\n"
        '    """The matrix exponential, by scaling and squaring."""\n'
        "    k = max(0, int(np.ceil(np.log2(max(np.abs(A).sum(axis=0).max(), 1e-300)))) + 4)\n"
        "    B = A / 2.0**k\n"
        "    term = result = np.eye(len(A))\n"
        "    for i in range(1, 15):\n"
        "        term = term @ B / i\n"
        "        result = result + term\n"
        "    for _ in range(k):\n"
        "        result = result @ result\n"
        "    return result\n"
    ),
    "commutation": (
        "def commutation(m, n):\n"
        '    """K with K vec(X) = vec(X.T) for X of shape (m, n)."""\n'
        '    return np.eye(m * n)[np.arange(m * n).reshape((m, n), order="F").ravel()]\n'
    ),
}
"""Functions that a source may call and NumPy lacks."""


def identifiers(names: Iterable[str], taken: Iterable[str] = ()) -> dict[str, str]:
    """A readable Python identifier for each name: ``lambda`` becomes ``lambda_``, ``β`` becomes ``beta``."""
    used = {"np", *HELPERS, *taken}
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
