"""A derivation as plain JSON data: every line as text, LaTeX and expression tree."""

from __future__ import annotations

from typing import Any

from gradviz.algebra.serialise import to_data
from gradviz.algebra.shapes import dim_text
from gradviz.calculus.derivation import Derivation, Step
from gradviz.language.problem import Problem
from gradviz.typeset.bindings import shown_bindings
from gradviz.typeset.document_latex import subject_latex
from gradviz.typeset.document_text import condition_text, subject_text
from gradviz.typeset.latex import latex
from gradviz.typeset.lines import solvable
from gradviz.typeset.text import text
from gradviz.typeset.words import step_explanation, step_title

__all__ = ["derivation_data"]

VERSION = 1


def derivation_data(derivation: Derivation, problem: Problem) -> dict[str, Any]:
    """The derivation as JSON data; the key "version" changes when the format does."""
    verification = derivation.verification
    name = problem.name
    return {
        "version": VERSION,
        "text": problem.text,
        "name": name,
        "function": _expression(derivation.function),
        "symbols": [
            {
                "name": s.name,
                "shape": [dim_text(d) for d in s.shape],
                "properties": sorted(s.properties),
                "declared": s.name in problem.declared,
            }
            for s in problem.symbols
        ],
        "assumptions": [
            {"subject": a.subject, "statement": a.statement, "reason": a.reason} for a in problem.assumptions
        ],
        "variables": [v.name for v in derivation.variables],
        "method": derivation.method,
        "layout": derivation.layout,
        "order": derivation.order,
        "structure": derivation.structure,
        "definitions": [{"name": symbol.name, **_expression(e)} for symbol, e in derivation.definitions],
        "signals": [{"name": symbol.name, **_expression(e)} for symbol, e in derivation.signals],
        "steps": [_step(s, derivation, name) for s in derivation.steps],
        "results": [
            {
                "kind": r.subject.kind.value,
                "variables": [v.name for v in r.subject.variables],
                "transposed": r.subject.transposed,
                "left": {
                    "text": subject_text(r.subject, derivation, name),
                    "latex": subject_latex(r.subject, derivation, name),
                },
                **_expression(r.expression),
                "short": None if r.short is None else _expression(r.short),
            }
            for r in derivation.results
        ],
        "stationary": _stationary(derivation),
        "cannot": derivation.cannot,
        "notes": list(derivation.notes),
        "verification": None
        if verification is None
        else {
            "ok": verification.ok,
            "error": _number(verification.error),
            "instances": verification.result.instances,
            "steps": [{"ok": c.ok, "error": _number(c.error), "reason": c.reason} for c in verification.steps],
            "reason": verification.result.reason,
        },
    }


def _stationary(derivation: Derivation) -> dict[str, Any] | None:
    """Where the gradient vanishes: ``hessian x = right_side``, and its solution where the Hessian is invertible."""
    point = derivation.stationary
    if point is None:
        return None
    return {
        "variable": point.variable.name,
        "kind": point.kind,
        "condition": "".join(p if isinstance(p, str) else text(p) for p in solvable(point.hessian)),
        "hessian": _expression(point.hessian),
        "right_side": _expression(point.right_side),
        "point": _expression(point.point),
    }


def _expression(expr: Any) -> dict[str, Any]:
    return {"text": text(expr), "latex": latex(expr), "tree": to_data(expr)}


def _number(value: float) -> float | None:
    """JSON has no infinity and no NaN."""
    return value if value == value and abs(value) != float("inf") else None


def _step(step: Step, derivation: Derivation, name: str) -> dict[str, Any]:
    return {
        "rule": step.rule.id,
        "title": step_title(step),
        "explanation": step_explanation(step),
        "formula": step.rule.formula,
        "source": step.rule.source,
        "left": {
            "text": subject_text(step.subject, derivation, name),
            "latex": subject_latex(step.subject, derivation, name),
        },
        "before": text(step.before),
        "after": _expression(step.after),
        "conditions": condition_text(step),
        "bindings": {letter: text(part) for letter, part in shown_bindings(step)},
        "changed": [list(path) for path in step.changed_after],
        "steps": [_step(s, derivation, name) for s in step.substeps],
    }
