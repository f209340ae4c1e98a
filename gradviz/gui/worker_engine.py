"""What the worker does with a request: derive, typeset, export. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gradviz.language.diagnostics import LanguageError

__all__ = ["Engine"]

_KEY = ("text", "wrt", "declare", "order", "method", "layout", "structure")
_DEFAULTS: Mapping[str, Any] = {
    "wrt": (),
    "declare": (),
    "order": 1,
    "method": "differential",
    "layout": "mixed",
    "structure": "projection",
}
KEPT = 8


class Engine:
    """Answers requests. The last derivations are kept, so that another level, shapes or colours only typeset anew."""

    def __init__(self) -> None:
        self._kept: dict[tuple[Any, ...], Any] = {}

    def handle(self, request: Mapping[str, Any]) -> dict[str, Any]:
        """The reply, without the id.

        Its ``status`` is "done", "input" (with ``diagnostics``), "cannot" (with ``message``) or, from an export, "failed".
        """
        handlers = {
            "derive": self._derive,
            "export": self._export,
            "copy": self._copy,
            "ping": lambda _: {"status": "done"},
        }
        try:
            return handlers[request["kind"]](request)
        except LanguageError as error:
            return {
                "status": "input",
                "diagnostics": [_diagnostic(d) for d in error.diagnostics],
                "message": str(error),
            }
