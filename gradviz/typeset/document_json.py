"""A derivation as plain data, for tools: text, LaTeX and tree of every line."""

from __future__ import annotations

from typing import Any

from gradviz.algebra.nodes import Expr
from gradviz.algebra.serialise import to_data
from gradviz.calculus.derivation import Derivation, Step, Subject, Verification
from gradviz.language.problem import Problem
from gradviz.typeset.latex import latex
from gradviz.typeset.text import text

__all__ = ["derivation_data", "problem_data"]


def problem_data(problem: Problem) -> dict[str, Any]:
    """What a text was understood to mean."""
    return {
        "text": problem.text,
        "name": problem.name,
        "function": _expression(problem.function),
        "symbols": [
            {
                "name": s.name,
                "rows": str(s.shape.rows),
                "cols": str(s.shape.cols),
                "properties": sorted(s.properties),
                "declared": s.name in problem.declared,
            }
            for s in problem.symbols
        ],
        "variables": [v.name for v in problem.variables],
        "assumptions": [
            {"subject": a.subject, "statement": a.statement, "reason": a.reason} for a in problem.assumptions
        ],
    }


def derivation_data(derivation: Derivation, problem: Problem | None = None) -> dict[str, Any]:
    """The derivation, its steps in full depth, and the verdict. Expression trees are in `gradviz.algebra.serialise`
    form.
    """
    return {
        "version": 1,
        "problem": problem_data(problem) if problem is not None else None,
        "method": derivation.method,
        "layout": derivation.layout,
        "order": derivation.order,
        "structure": derivation.structure,
        "variables": [v.name for v in derivation.variables],
        "function": _expression(derivation.function),
        "differential": _expression(derivation.differential) if derivation.differential is not None else None,
        "steps": [_step(s) for s in derivation.steps],
        "results": [{**_subject(r.subject), "expression": _expression(r.expression)} for r in derivation.results],
        "cannot": derivation.cannot,
        "notes": list(derivation.notes),
        "verification": _verification(derivation.verification),
    }


def _expression(e: Expr) -> dict[str, Any]:
    return {"text": text(e), "latex": latex(e), "shape": str(e.shape), "tree": to_data(e)}


def _subject(subject: Subject) -> dict[str, Any]:
    return {
        "kind": str(subject.kind),
        "variables": [v.name for v in subject.variables],
        "transposed": subject.transposed,
        "structure": subject.structure,
    }


def _step(step: Step) -> dict[str, Any]:
    return {
        "rule": step.rule.id,
        "formula": step.rule.formula,
        "source": step.rule.source,
        "conditions": list(step.conditions),
        "before": {**_subject(step.before_subject), "text": text(step.before), "latex": latex(step.before)},
        "after": {**_subject(step.subject), "text": text(step.after), "latex": latex(step.after)},
        "changed": {"before": [list(p) for p in step.changed_before], "after": [list(p) for p in step.changed_after]},
        "bindings": {letter: text(e) for letter, e in step.bindings},
        "substeps": [_step(s) for s in step.substeps],
    }


def _verification(verdict: Verification | None) -> dict[str, Any] | None:
    if verdict is None:
        return None
    return {
        "ok": verdict.ok,
        "error": verdict.error,
        "steps": [{"error": c.error, "instances": c.instances, "ok": c.ok} for c in verdict.steps],
        "result": {"error": verdict.result.error, "instances": verdict.result.instances, "ok": verdict.result.ok},
        "dimensions": list(verdict.dimensions),
    }
