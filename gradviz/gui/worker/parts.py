"""Where the parts of a line stand in its picture: the line drawn with each part in a colour of its own. No Qt here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from gradviz import api
from gradviz.algebra.nodes import Expr
from gradviz.algebra.shapes import dim_text
from gradviz.algebra.walk import Path, part_at
from gradviz.export.typst_compile import svg_pages
from gradviz.typeset.document_typst import derivation_pages
from gradviz.typeset.lines import lines
from gradviz.typeset.text import text

__all__ = ["MAX_PARTS", "colour_of", "parts"]

MAX_PARTS = 500
"""Parts that are told apart: each has three digits of base eight as its red, green and blue."""


def colour_of(number: int) -> str:
    """The colour of the part with this number, in the middle of its eighths, so that rounding does no harm."""
    return "#" + "".join(f"{(number // 8**place % 8) * 32 + 16:02x}" for place in (2, 1, 0))


def parts(found: api.Derivation, request: Mapping[str, Any]) -> dict[str, Any]:
    """The reply to a request with the number of a ``line``, typeset as for a derivation.

    Its ``svg`` is the picture in these colours, the rest of it in white; its ``parts``, in the order of their colours,
    have a ``path`` in the line, a ``text`` and their sizes, ``rows`` and ``cols``.
    """
    opened = {tuple(path) for path in request.get("opened", ())}
    level, number = request.get("level", "lecturer"), int(request["line"])
    shown = lines(found.core, level, opened=opened)
    if not 0 <= number < len(shown):
        return {"status": "failed", "line": number}
    whole = shown[number].expression
    paths = list(_paths(whole))
    paged = derivation_pages(
        found.core,
        name=found.problem.name,
        level=level,
        shapes=bool(request.get("shapes")),
        colours={"text": "#ffffff"},
        size=float(request.get("size", 13.0)),
        width=request.get("width"),
        indent=float(request.get("indent", 0.0)),
        opened=opened,
        traced=(number, {path: colour_of(place) for place, path in enumerate(paths)}),
    )
    told = []
    for path in paths:
        part = part_at(whole, path)
        rows, cols = map(dim_text, part.shape)
        told.append({"path": list(path), "text": text(part), "rows": rows, "cols": cols})
    return {"status": "done", "line": number, "svg": svg_pages(paged.source)[0].decode(), "parts": told}


def _paths(whole: Expr) -> Iterator[Path]:
    """The paths of the parts, the larger ones before those inside them, as many as can be told apart."""
    level: list[tuple[Path, Expr]] = [((), whole)]
    count = 0
    while level:
        for path, _ in level:
            if count == MAX_PARTS:
                return
            count += 1
            yield path
        level = [((*path, i), child) for path, part in level for i, child in enumerate(part.children)]
