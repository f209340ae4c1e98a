"""What the studio is about while it compares."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from gradviz.numeric.binding import Array
from gradviz.numeric.descent.method import Method
from gradviz.numeric.planes import View

__all__ = ["Context"]


@dataclass(frozen=True)
class Context:
    """What the studio is about.

    Attributes
    ----------
    landscape, start, function : the function, where the studio's descent begins, and the function's name.
    view : what is seen of the plane.
    title, method : the studio's method: what it is called, and it with its parameters.
    method_of : another method, by its id, with the parameters that were given to it.
    typed : the ids of the methods whose step size the user typed.
    steps : the studio's limit.
    capabilities : see `gradviz.numeric.descent.capabilities`.
    """

    landscape: Any
    start: Array | None
    function: str
    view: View | None
    title: str
    method: Method
    method_of: Callable[[str], Method]
    typed: frozenset[str]
    steps: int
    capabilities: frozenset[str]
