"""A derivation as plain text."""

from __future__ import annotations

from gradviz.algebra.nodes import Expr, Symbol
from gradviz.algebra.shapes import dim_text
from gradviz.calculus.derivation import Derivation, Kind, Step, Subject
from gradviz.typeset.lines import SubjectSpelling, all_symbols, left_side, lines
from gradviz.typeset.text import text
from gradviz.typeset.words import condition_parts, note_words, symbol_words, title, verdict_words

__all__ = ["condition_text", "derivation_text", "subject_text"]

_SPELLING = SubjectSpelling(
    kinds={
        Kind.FUNCTION: "{f}",
        Kind.INCREMENT: "{f}({x} + u) - {f}({x})",
        Kind.DIFFERENTIAL: "d{f}",
        Kind.VEC_DIFFERENTIAL: "vec(d{f})",
        Kind.GRADIENT_DIFFERENTIAL: "d(∇{f})",
        Kind.GRADIENT: "∇_{x} {f}",
        Kind.DERIVATIVE: "∂{f}/∂{x}",
        Kind.JACOBIAN: "J_{f}({x})",
        Kind.HESSIAN: "∇²_{x} {f}",
        Kind.STATIONARY: "{x}*",
    },
    many={Kind.GRADIENT: "∇{f}", Kind.JACOBIAN: "J_{f}", Kind.HESSIAN: "∇²{f}"},
    stacked="∂vec({f})/∂vec({x})'",
    scalar_hessian="∂²{f}/∂{x}²",
    transposed="({body})'",
)
WIDTH = 100
"""Columns after which a rule's name goes on a line of its own."""


def subject_text(subject: Subject, function: Expr, name: str) -> str:
    """The left side of a line."""
    return left_side(subject, function, name, [v.name for v in subject.variables], _SPELLING)


def condition_text(step: Step) -> list[str]:
    """What must hold at a step ("X' X invertible")."""
    return ["".join(p if isinstance(p, str) else text(p) for p in parts) for parts in condition_parts(step)]


def symbol_text(symbol: Symbol) -> str:
    """``A in R^(n,n), symmetric``."""
    rows, cols = symbol.shape
    if symbol.is_scalar:
        where = "R"
    elif cols == 1:
        where = f"R^{dim_text(rows)}"
    else:
        where = f"R^({dim_text(rows)},{dim_text(cols)})"
    words = symbol_words(symbol)
    return f"{symbol.name} in {where}" + (f", {words}" if words else "")


def derivation_text(derivation: Derivation, name: str = "f", level: str = "lecturer") -> str:
    """The steps, each with its rule; then the result and the verdict."""
    out = ["; ".join(symbol_text(s) for s in all_symbols(derivation)), ""]
    shown = lines(derivation, level)
    steps = [line for line in shown if line.kind != "result"]
    sides = [subject_text(line.subject, derivation.function, name) if line.shows_left else "" for line in steps]
    wide = max(map(len, sides))
    written = [f"{side:<{wide}} = {text(line.expression)}" for side, line in zip(sides, steps, strict=True)]
    column = min(WIDTH, max(map(len, written)))
    for line, body in zip(steps, written, strict=True):
        if line.step is None:
            out.append(body)
            continue
        remark = "; ".join([title(line.step.rule), *condition_text(line.step)])
        fits = len(body) <= column
        out.append(f"{body:<{column}}   [{remark}]" if fits else f"{body}\n{' ' * wide}   [{remark}]")
    out.append("")
    out += [note_words(note, name) for note in derivation.notes]
    if derivation.cannot is not None:
        out.append(f"Stopped: {derivation.cannot}.")
    out += [
        f"{subject_text(r.subject, derivation.function, name)} = {text(r.expression)}" for r in derivation.results
    ]
    if derivation.verification is not None:
        out += ["", verdict_words(derivation)]
    return "\n".join(out) + "\n"
