"""A derivation as a LaTeX document (amsmath and the fonts of its language), and as a fragment for notebooks."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from gradviz.algebra.nodes import Expr, Symbol
from gradviz.calculus.derivation import Derivation, Kind, Subject
from gradviz.sentences import say
from gradviz.typeset.conditions import condition_sentence, line_conditions
from gradviz.typeset.latex import LatexNotation, escape, latex, latex_symbol
from gradviz.typeset.lines import Line, SubjectSpelling, all_symbols, lines
from gradviz.typeset.structure import has_star
from gradviz.typeset.telling import ENGLISH, Telling
from gradviz.typeset.words import document_heading, note_words, stopped_words, symbol_words, verdict_words

__all__ = ["derivation_latex", "derivation_latex_fragment", "subject_latex"]


def _name(name: str) -> str:
    """A name that can take a superscript."""
    written = latex_symbol(name)
    return f"{{{written}}}" if has_star(name) else written


_SPELLING = SubjectSpelling(
    kinds={
        Kind.FUNCTION: "{f}",
        Kind.INCREMENT: "{f}({x} + {u}) - {f}({x})",
        Kind.DIFFERENTIAL: r"\mathrm{d} {f}",
        Kind.VEC_DIFFERENTIAL: r"\operatorname{vec} \mathrm{d} {f}",
        Kind.GRADIENT_DIFFERENTIAL: r"\mathrm{d} \nabla {f}",
        Kind.GRADIENT: r"\nabla_{{x}} {f}",
        Kind.DERIVATIVE: r"\frac{\partial {f}}{\partial {x}}",
        Kind.JACOBIAN: "J_{{f}}({x})",
        Kind.HESSIAN: r"\nabla^2_{{x}} {f}",
        Kind.BLOCK: r"\nabla^2_{{x} {y}} {f}",
        Kind.SLICE: r"\frac{\partial {f}}{\partial {x}_{k}}",
        Kind.STATIONARY: "{x}^{*}",
    },
    many={Kind.GRADIENT: r"\nabla {f}", Kind.JACOBIAN: "J_{{f}}", Kind.HESSIAN: r"\nabla^2 {f}"},
    stacked=r"\frac{\partial {F}}{\partial {V}^\top}",
    stack=(r"\operatorname{vec} {x}", r"(\operatorname{vec} {x})"),
    scalar_hessian=r"\frac{\partial^2 {f}}{\partial {x}^2}",
    row_differential=r"\mathrm{d} \nabla_{{x}} {f}",
    slope_differential=r"\mathrm{d} \frac{\partial {f}}{\partial {x}}",
    vec_gradient_differential=r"\operatorname{vec} \mathrm{d} \nabla {f}",
    transposed=r"\left({body}\right)^\top",
    name=_name,
    expression=latex,
    curly=r"\partial",
    straight=r"\mathrm{d}",
)
WIDE = 56
"""Characters of a formula, as they are seen, that fit on a line beside its left side."""

NARROW = 42
"""The same, where a rule's name stands on the right."""

_PREAMBLE = r"""\documentclass[11pt]{article}
%LANGUAGE%\usepackage[a4paper,margin=25mm]{geometry}
\usepackage{amsmath}
\allowdisplaybreaks
\setlength{\parindent}{0pt}
\setlength{\parskip}{6pt}
% A formula that is too wide for one line.
\newcommand{\wide}[1]{\parbox[t]{0.8\linewidth}{\raggedright\hangindent=2em $\displaystyle #1$}}
\newcommand{\rulename}[1]{\text{\footnotesize\itshape #1}}
"""

_LANGUAGES = {
    "ru": r"""\usepackage{iftex}
\ifPDFTeX
  \usepackage[T2A]{fontenc}
  \usepackage[utf8]{inputenc}
\else % XeLaTeX and LuaLaTeX: the first font with Cyrillic letters that is there
  \usepackage[no-math]{fontspec}
  \IfFontExistsTF{cmunrm.otf}%
    {\setmainfont{cmun}[Extension=.otf, UprightFont=*rm, BoldFont=*bx, ItalicFont=*ti, BoldItalicFont=*bi]}%
    {\IfFontExistsTF{CMU Serif}{\setmainfont{CMU Serif}}%
      {\IfFontExistsTF{Times New Roman}{\setmainfont{Times New Roman}}{\setmainfont{DejaVu Serif}}}}
\fi
\usepackage[russian]{babel}
""",
    "zh_CN": "\\usepackage[UTF8, scheme=plain]{ctex} % compile with XeLaTeX or LuaLaTeX\n",
}
"""What a document in another language loads."""

_ENGINES = {"zh_CN": "% !TEX program = xelatex\n"}
"""What editors take the TeX engine from, where pdfLaTeX is not enough."""


def subject_latex(subject: Subject, derivation: Derivation, name: str) -> str:
    """A left side."""
    return _SPELLING.subject(subject, derivation, name)


def derivation_latex_fragment(
    derivation: Derivation, name: str = "f", level: str = "lecturer", *, words: Telling = ENGLISH
) -> str:
    """The steps in an ``aligned`` environment, to be put between dollars or in an equation."""
    rows = []
    for line in lines(derivation, level, results=False):
        left = _SPELLING.left(line, derivation, name)
        remark = rf" && \text{{{_remark(line, words)}}}" if line.title else ""
        rows.append(f"{left} &= {latex(line.expression)}{remark}")
    return "\\begin{aligned}\n" + " \\\\\n".join(rows) + "\n\\end{aligned}"


def derivation_latex(
    derivation: Derivation, name: str = "f", level: str = "lecturer", *, words: Telling = ENGLISH
) -> str:
    """A complete article; `words` is its language.

    In English and Russian it compiles with pdfLaTeX, XeLaTeX and LuaLaTeX, in Chinese with the latter two.
    """
    f = latex_symbol(name)
    by = ", ".join(f"${latex_symbol(v.name)}$" for v in derivation.variables)
    heading, plain = document_heading(derivation), _plain(words)
    symbols = ", ".join(_symbol(s, words) for s in all_symbols(derivation))
    out = [
        _ENGINES.get(words.language, "") + _PREAMBLE.replace("%LANGUAGE%", _LANGUAGES.get(words.language, "")),
        r"\begin{document}",
        rf"\section*{{{words.mixed(lambda hold: heading(hold(f'${f}$'), hold(by)), plain)}}}",
        rf"\[ {f} = {_formula(derivation.function)} \]",
        words.mixed(lambda hold: say("with {symbols}.", symbols=hold(symbols)), plain),
        "",
        rf"\subsection*{{{plain(words.tell(say('Derivation')))}}}",
        r"\begin{align*}",
        " \\\\\n".join(_rows(derivation, name, level, words)),
        r"\end{align*}",
    ]
    out += [plain(words.tell(note_words(note, name))) + "\n" for note in derivation.notes]
    if derivation.cannot is not None:
        out += [plain(words.tell(stopped_words(derivation.cannot))), ""]
    if derivation.results:
        out.append(rf"\subsection*{{{plain(words.tell(say('Result')))}}}")
        for r in derivation.results:
            left = subject_latex(r.subject, derivation, name)
            out.append(rf"\[ \boxed{{{left} = {_formula(r.short or r.expression)}}} \]")
    if derivation.verification is not None:
        out += ["", rf"{{\footnotesize {plain(words.tell(verdict_words(derivation)))}}}"]
    out.append(r"\end{document}")
    return "\n".join(out) + "\n"


def _rows(derivation: Derivation, name: str, level: str, words: Telling) -> list[str]:
    """The rows of the display; rules stand on the right where all lines leave room for them, else below."""
    shown = lines(derivation, level, results=False)
    beside = all(_seen(latex(line.expression)) <= NARROW for line in shown)
    rows: list[str] = []
    for line in shown:
        left = _SPELLING.left(line, derivation, name)
        rows.append(f"{left} &= {_formula(line.expression)}")
        if line.words:
            remark = rf"\rulename{{{_remark(line, words)}}}"
            rows[-1] += f" && {remark}" if beside else rf" \\[-3pt] &\quad {remark}"
    return rows


def _remark(line: Line, words: Telling) -> str:
    plain = _plain(words)

    def condition(parts: Sequence[str | Expr]) -> str:
        return words.mixed(lambda hold: condition_sentence(parts, lambda e: hold(f"${latex(e)}$")), plain)

    return "; ".join([plain(words.tell(line.title)), *map(condition, line_conditions(line))])


def _plain(words: Telling) -> Callable[[str], str]:
    """The source of plain words in a language."""
    return lambda text: escape(text, words.language)


def _formula(expr: Expr) -> str:
    """The formula; a long one in a box whose lines break at its signs."""
    source = latex(expr)
    return source if _seen(source) <= WIDE else rf"\wide{{{source}}}"


_MATRIX = re.compile(r"\\begin\{pmatrix\}((?:(?!\\begin\{pmatrix\}).)*?)\\end\{pmatrix\}", re.DOTALL)
_UNSEEN = re.compile(r"\\(?:left|right|mathrm|mathbf|operatorname|,)|[{}^_ &]")
_COMMAND = re.compile(r"\\[A-Za-z]+|\\.")


def _seen(source: str) -> int:
    """About how many characters wide a formula is: a command counts as one, a matrix as its widest row."""
    found = 1
    while found:
        source, found = _MATRIX.subn(lambda m: "((" + max(m.group(1).split(r"\\"), key=len), source)
    return len(_UNSEEN.sub("", _COMMAND.sub(lambda m: "" if _UNSEEN.fullmatch(m.group()) else "x", source)))


def _symbol(symbol: Symbol, words: Telling) -> str:
    notation = LatexNotation()
    rows, cols = symbol.shape
    power = (
        ""
        if symbol.is_scalar
        else notation.dim(rows)
        if cols == 1
        else rf"{notation.dim(rows)} \times {notation.dim(cols)}"
    )
    where = r"\mathbf{R}" + (f"^{{{power}}}" if power else "")
    said = words.tell(symbol_words(symbol))
    return rf"${latex_symbol(symbol.name)} \in {where}$" + (f" ({_plain(words)(said)})" if said else "")
