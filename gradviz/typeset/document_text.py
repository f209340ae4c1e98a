"""A derivation as plain text."""

from __future__ import annotations

from gradviz.algebra.nodes import Symbol
from gradviz.calculus.derivation import Derivation, Kind, Step, Subject
from gradviz.typeset.conditions import condition_parts, condition_sentence, line_conditions
from gradviz.typeset.lines import Line, SubjectSpelling, all_symbols, lines
from gradviz.typeset.telling import ENGLISH, Telling
from gradviz.typeset.text import text
from gradviz.typeset.words import note_words, stopped_words, symbol_words, verdict_words

__all__ = ["condition_text", "conditions_text", "derivation_text", "line_text", "subject_text", "symbol_text"]

_SPELLING = SubjectSpelling(
    kinds={
        Kind.FUNCTION: "{f}",
        Kind.INCREMENT: "{f}({x} + {u}) - {f}({x})",
        Kind.DIFFERENTIAL: "d{f}",
        Kind.VEC_DIFFERENTIAL: "vec(d{f})",
        Kind.GRADIENT_DIFFERENTIAL: "d(∇{f})",
        Kind.GRADIENT: "∇_{x} {f}",
        Kind.DERIVATIVE: "∂{f}/∂{x}",
        Kind.JACOBIAN: "J_{f}({x})",
        Kind.HESSIAN: "∇²_{x} {f}",
        Kind.BLOCK: "∂²{f}/∂{x}∂{y}'",
        Kind.SLICE: "∂{f}/∂{x}_{k}",
        Kind.STATIONARY: "{x}*",
    },
    many={Kind.GRADIENT: "∇{f}", Kind.JACOBIAN: "J_{f}", Kind.HESSIAN: "∇²{f}"},
    stacked="∂{F}/∂{V}'",
    stack=("vec({x})", "vec({x})"),
    scalar_hessian="∂²{f}/∂{x}²",
    row_differential="d(∇_{x} {f})",
    slope_differential="d(∂{f}/∂{x})",
    vec_gradient_differential="vec(d(∇{f}))",
    transposed="({body})'",
    name=str,
    expression=text,
)
WIDTH = 100
"""Columns after which a rule's name goes on a line of its own."""


def subject_text(subject: Subject, derivation: Derivation, name: str) -> str:
    """A left side."""
    return _SPELLING.subject(subject, derivation, name)


def line_text(line: Line, derivation: Derivation, name: str) -> str:
    """A whole line, its left side included."""
    left = text(line.left) if line.left is not None else subject_text(line.subject, derivation, name)
    return f"{left} = {text(line.expression)}"


def condition_text(step: Step) -> list[str]:
    """What must hold at a step ("X' X invertible")."""
    return [condition_sentence(parts, text) for parts in condition_parts(step)]


def conditions_text(line: Line) -> list[str]:
    """What must hold at a line ("X of full column rank")."""
    return [condition_sentence(parts, text) for parts in line_conditions(line)]


def symbol_text(symbol: Symbol) -> str:
    """``A in R^(n,n), symmetric``."""
    words = symbol_words(symbol)
    return f"{symbol.name} in {symbol.shape.space}" + (f", {words}" if words else "")


def derivation_text(
    derivation: Derivation, name: str = "f", level: str = "lecturer", *, words: Telling = ENGLISH
) -> str:
    """The steps, each with its rule; then the result and the verdict; `words` is the language."""
    out = ["; ".join(symbol_text(s) for s in all_symbols(derivation)), ""]
    shown = lines(derivation, level, results=False)
    sides = [_SPELLING.left(line, derivation, name) for line in shown]
    wide = max(map(len, sides))
    written = [f"{side:<{wide}} = {text(line.expression)}" for side, line in zip(sides, shown, strict=True)]
    column = min(WIDTH, max(map(len, written)))
    for line, body in zip(shown, written, strict=True):
        remarks = [line.title] if line.title else []
        remark = "; ".join(map(words.tell, remarks + conditions_text(line)))
        if not remark:
            out.append(body)
        elif len(body) <= column:
            out.append(f"{body:<{column}}   [{remark}]")
        else:
            out.append(f"{body}\n{' ' * wide}   [{remark}]")
    out.append("")
    out += [words.tell(note_words(note, name)) for note in derivation.notes]
    if derivation.cannot is not None:
        out.append(words.tell(stopped_words(derivation.cannot)))
    out += [
        f"{subject_text(r.subject, derivation, name)} = {text(r.short or r.expression)}" for r in derivation.results
    ]
    if derivation.verification is not None:
        out += ["", words.tell(verdict_words(derivation))]
    return "\n".join(out) + "\n"
