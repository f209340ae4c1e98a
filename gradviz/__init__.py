"""gradviz: matrix calculus, derived step by step, verified, and drawn.

>>> import gradviz
>>> gradviz.derive("x' A x", wrt="x").result
Mul(Add(A, Transpose(A)), x)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gradviz.api import Derivation, check, derive

__all__ = ["Derivation", "__version__", "check", "derive"]
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    """Import the engine when it is first asked for, so that the window opens before it."""
    if name in ("Derivation", "check", "derive"):
        from gradviz import api

        return getattr(api, name)
    raise AttributeError(f"module 'gradviz' has no attribute {name!r}")
