"""What a text was understood to mean, as plain JSON data, for tools."""

from __future__ import annotations

from typing import Any

from gradviz.algebra.nodes import Expr, Symbol
from gradviz.algebra.shapes import Shape, dim_text
from gradviz.language.diagnostics import LanguageError
from gradviz.language.problem import Problem
from gradviz.typeset.latex import latex
from gradviz.typeset.text import text

__all__ = ["diagnostics_data", "problem_data"]

VERSION = 1


def problem_data(problem: Problem) -> dict[str, Any]:
    """The function, its symbols with kinds, shapes and properties, the definitions, and all that was assumed."""
    return {
        "version": VERSION,
        "ok": True,
        "name": problem.name,
        "function": {
            "text": text(problem.function),
            "latex": latex(problem.function),
            **_shaped(problem.function.shape),
        },
        "symbols": [_symbol(s, problem) for s in problem.symbols],
        "unused": [_symbol(s, problem) for s in problem.unused],
        "definitions": [{"name": name, **_expression(e)} for name, e in problem.definitions],
        "variables": [v.name for v in problem.variables],
        "assumptions": [
            {"subject": a.subject, "statement": a.statement, "reason": a.reason, "notation": a.notation}
            for a in problem.assumptions
        ],
        "diagnostics": [],
    }


def diagnostics_data(error: LanguageError) -> dict[str, Any]:
    """What is wrong with a text: each message with its place (offsets from nought, line and column from one)."""
    return {
        "version": VERSION,
        "ok": False,
        "diagnostics": [
            {
                "message": d.message,
                "suggestion": d.suggestion,
                "start": d.start,
                "end": d.end,
                "line": d.line,
                "column": d.column,
            }
            for d in error.diagnostics
        ],
    }


def _expression(e: Expr) -> dict[str, Any]:
    return {"text": text(e), "latex": latex(e), **_shaped(e.shape)}


def _symbol(symbol: Symbol, problem: Problem) -> dict[str, Any]:
    return {
        "name": symbol.name,
        **_shaped(symbol.shape),
        "properties": sorted(symbol.properties),
        "declared": symbol.name in problem.declared,
    }


def _shaped(shape: Shape) -> dict[str, Any]:
    kind = "scalar" if shape.is_scalar else "vector" if shape.is_column else "matrix"
    return {"kind": kind, "shape": [dim_text(d) for d in shape]}
