"""What the rows of the symbol table say and what is typed into them means. No Qt here."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from gradviz.gui.plot.names import plain_name, plain_number
from gradviz.sentences import counted, say

__all__ = ["KINDS", "PROPERTIES", "SQUARE_ONLY", "Row", "kind", "reason", "rows_of", "shape", "signature_of", "sizes",
           "sizes_for", "sizes_of", "summary"]  # fmt: skip

KINDS = {
    "scalar": say("scalar"),
    "vector": say("vector"),
    "row vector": say("row vector"),
    "matrix": say("matrix"),
    "square matrix": say("square matrix"),
}
"""The kinds to choose from, and what they are called."""
PROPERTIES = (
    "symmetric", "diagonal", "orthogonal", "invertible", "positive definite", "positive semidefinite", "full rank",
    "positive",
)  # fmt: skip
"""As ``gradviz.algebra.properties.DECLARABLE``, which is not imported before the window is painted."""
SQUARE_ONLY = frozenset(PROPERTIES) - {"full rank", "positive"}
_SIZE = re.compile(r"[A-Za-z]\w*|[1-9]\d{0,5}")

_CUSTOMARY = say("A customary name of a function, unknown and written before a bracket.")

Row = dict[str, Any]


def rows_of(problem: Mapping[str, Any]) -> list[Row]:
    """A row for each symbol, each unspecified function and each definition that the worker describes."""
    rows = [{**s, "type": "symbol", "used": True} for s in problem.get("symbols", ()) if "rows" in s]
    rows += [{**f, "type": "function", "used": True, "properties": []} for f in problem.get("functions", ())]
    rows += [
        {**d, "type": "definition", "used": True, "properties": [], "declared": False}
        for d in problem.get("definitions", ())
    ]
    return rows + [{**s, "type": "symbol", "used": False} for s in problem.get("unused", ())]


def kind(row: Row) -> str:
    if row["type"] == "function":
        return "function"
    rows, cols = row["rows"], row["cols"]
    if cols == "1":
        return "scalar" if rows == "1" else "vector"
    return "row vector" if rows == "1" else "square matrix" if rows == cols else "matrix"


def shape(row: Row) -> str:
    if row["type"] == "function":
        return f"{_space(row['source'])} → {_space(row['target'])}"
    return "1" if (row["rows"], row["cols"]) == ("1", "1") else f"{row['rows']}×{row['cols']}"


def _space(size: str) -> str:
    return "R" if size == "1" else f"R^{size}"


def sizes(row: Row) -> list[str]:
    """As a declaration wants them: none for a scalar, one for a column."""
    if row["cols"] != "1":
        return [row["rows"], row["cols"]]
    return [] if row["rows"] == "1" else [row["rows"]]


def sizes_of(typed: str) -> list[str] | None:
    """The sizes of a shape that was typed: ``n``, ``3×2``, ``R^(n,m)``, ``scalar``; None where it is no shape."""
    words = [word for word in re.split(r"[\s,×x*()^]+", typed.replace("R", " ").replace("ℝ", " ")) if word]
    if typed.strip() in ("", "scalar", "R", "ℝ"):
        words = ["1"]
    if len(words) > 2 or not all(_SIZE.fullmatch(word) for word in words):
        return None
    if words in (["1"], ["1", "1"]):
        return []
    return words[:1] if words[1:] == ["1"] else words


def signature_of(typed: str) -> tuple[str, str] | None:
    """The sizes of ``R^n → R``, ``n -> 1``; None where it is none."""
    ends = re.split(r"->|→", typed)
    found = [sizes_of(end) for end in ends] if len(ends) == 2 and all(end.strip() for end in ends) else [None]
    if any(end is None or len(end) > 1 for end in found):
        return None
    source, target = ((end or ["1"])[0] for end in found)
    return source, target


def sizes_for(row: Row, chosen: str, others: Sequence[Row]) -> list[str]:
    """The sizes for another kind, which keep what they can of the present ones."""
    rows = row["rows"] if row["rows"] != "1" else _free_size(row, others)
    cols = row["cols"] if row["cols"] not in ("1", rows) else _free_size(row, others, rows)
    return {
        "scalar": [],
        "vector": [rows],
        "row vector": ["1", row["cols"] if row["cols"] != "1" else rows],
        "matrix": [rows, cols],
        "square matrix": [rows, rows],
    }[chosen]


def _free_size(row: Row, others: Sequence[Row], *taken: str) -> str:
    """A customary name for a size that nothing else has."""
    used = {other.get(key) for other in others if other is not row for key in ("rows", "cols", "source", "target")}
    used |= {other["name"] for other in others} | set(taken)
    return next(size for size in ("n", "m", "p", "q", "r", "s", "n1", "m1") if size not in used)


def reason(row: Row) -> str:
    """Why a name is what it is taken for."""
    if row["type"] == "definition":
        return f"{plain_name(row['name'])} = {row['text']}" + (f"; {row['reason']}" if row["reason"] else "")
    if row["declared"]:
        return say("The text declares it.")
    if row["type"] == "function":
        return row["reason"] or _CUSTOMARY
    return str(row["reason"])


def summary(value: Any) -> str:
    """A number; a short vector in full; the sizes of anything longer."""
    if value is None:
        return "–"
    if not isinstance(value, list):
        return plain_number(float(value))
    if value and isinstance(value[0], list):
        return say("{rows}×{columns} numbers", rows=len(value), columns=len(value[0]))
    if len(value) <= 3:
        return "(" + ", ".join(plain_number(float(v), 3) for v in value) + ")"
    return counted("{n} number", "{n} numbers", len(value))
