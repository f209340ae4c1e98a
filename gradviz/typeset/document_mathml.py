"""A derivation as presentation MathML: one table whose rows are the steps, for word processors and web pages."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from gradviz.algebra.nodes import Expr
from gradviz.calculus.derivation import Derivation, Kind, Subject
from gradviz.typeset.document_text import conditions_text
from gradviz.typeset.lines import Line, SubjectSpelling, lines
from gradviz.typeset.mathml import MathmlNotation, mathml_symbol

__all__ = ["derivation_mathml", "lines_mathml", "subject_mathml"]

_D = '<mi mathvariant="normal">d</mi>'
_VEC = "<mi>vec</mi><mo>\u2061</mo>"
_NABLA_X = "<msub><mo>∇</mo>{x}</msub>"
_SQUARED = "<msup><mo>∇</mo><mn>2</mn></msup>"


def _partial(above: str, below: str) -> str:
    """A fraction of partial derivatives."""
    return f"<mfrac><mrow><mo>∂</mo>{above}</mrow><mrow><mo>∂</mo>{below}</mrow></mfrac>"


def _source(expression: Expr) -> str:
    return MathmlNotation().write(expression)


_SPELLING = SubjectSpelling(
    kinds={
        Kind.FUNCTION: "{f}",
        Kind.INCREMENT: "{f}<mo>(</mo>{x}<mo>+</mo>{u}<mo>)</mo><mo>−</mo>{f}<mo>(</mo>{x}<mo>)</mo>",
        Kind.DIFFERENTIAL: f"{_D}{{f}}",
        Kind.VEC_DIFFERENTIAL: f"{_VEC}{_D}{{f}}",
        Kind.GRADIENT_DIFFERENTIAL: f"{_D}<mo>∇</mo>{{f}}",
        Kind.GRADIENT: f"{_NABLA_X}{{f}}",
        Kind.DERIVATIVE: _partial("{f}", "{x}"),
        Kind.JACOBIAN: "<msub><mi>J</mi>{f}</msub><mo>(</mo>{x}<mo>)</mo>",
        Kind.HESSIAN: "<msubsup><mo>∇</mo>{x}<mn>2</mn></msubsup>{f}",
        Kind.BLOCK: "<msubsup><mo>∇</mo><mrow>{x}{y}</mrow><mn>2</mn></msubsup>{f}",
        Kind.SLICE: _partial("{f}", "<msub>{x}<mi>{k}</mi></msub>"),
        Kind.STATIONARY: "<msup>{x}<mo>*</mo></msup>",
    },
    many={
        Kind.GRADIENT: "<mo>∇</mo>{f}",
        Kind.JACOBIAN: "<msub><mi>J</mi>{f}</msub>",
        Kind.HESSIAN: f"{_SQUARED}{{f}}",
    },
    stacked=_partial("{F}", "<msup><mrow>{V}</mrow><mo>⊤</mo></msup>"),
    stack=(f"{_VEC}{{x}}", f"<mrow><mo>(</mo>{_VEC}{{x}}<mo>)</mo></mrow>"),
    scalar_hessian=(
        "<mfrac><mrow><msup><mo>∂</mo><mn>2</mn></msup>{f}</mrow>"
        "<mrow><mo>∂</mo><msup>{x}<mn>2</mn></msup></mrow></mfrac>"
    ),
    row_differential=f"{_D}{_NABLA_X}{{f}}",
    slope_differential=_D + _partial("{f}", "{x}"),
    vec_gradient_differential=f"{_VEC}{_D}<mo>∇</mo>{{f}}",
    transposed="<msup><mrow><mo>(</mo>{body}<mo>)</mo></mrow><mo>⊤</mo></msup>",
    name=mathml_symbol,
    expression=_source,
    curly="<mo>∂</mo>",
    straight=_D,
)


def subject_mathml(subject: Subject, derivation: Derivation, name: str) -> str:
    """A left side, as one or more elements."""
    return _SPELLING.subject(subject, derivation, name)


def derivation_mathml(derivation: Derivation, name: str = "f", level: str = "lecturer") -> str:
    """The steps with their rules, then the answer, as one ``math`` element."""
    return lines_mathml(lines(derivation, level), derivation, name)


def lines_mathml(shown: Sequence[Line], derivation: Derivation, name: str = "f") -> str:
    """Lines as a ``math`` element; several are a table aligned at the equals signs, with the rules' names."""
    if len(shown) == 1:
        (line,) = shown
        left = _SPELLING.left(line, derivation, name) or subject_mathml(line.subject, derivation, name)
        inside = f"<mrow>{left}<mo>=</mo>{_source(line.expression)}</mrow>"
    else:
        rows = "\n".join(_row(line, derivation, name) for line in shown)
        inside = f'<mtable columnalign="right center left left" displaystyle="true">\n{rows}\n</mtable>'
    return f'<math xmlns="http://www.w3.org/1998/Math/MathML" display="block">{inside}</math>\n'


def _row(line: Line, derivation: Derivation, name: str) -> str:
    remark = "; ".join(([line.title] if line.title else []) + conditions_text(line))
    cells = [
        f"<mrow>{_SPELLING.left(line, derivation, name)}</mrow>",
        "<mo>=</mo>",
        f"<mrow>{_source(line.expression)}</mrow>",
        f"<mtext>{escape(remark)}</mtext>",
    ]
    return "<mtr>" + "".join(f"<mtd>{cell}</mtd>" for cell in cells) + "</mtr>"
