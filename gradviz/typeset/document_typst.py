"""A derivation as Typst source: an A4 document, and one page per line for the panel.

All text goes in as string literals and all formulas come from the expression tree, so nothing that a user typed is
read as markup.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from gradviz.algebra.nodes import Expr, Symbol
from gradviz.algebra.walk import Path
from gradviz.calculus.derivation import Derivation, Kind, Subject
from gradviz.sentences import say
from gradviz.typeset.bindings import shown_bindings
from gradviz.typeset.conditions import condition_sentence, line_conditions
from gradviz.typeset.document_text import conditions_text, line_text
from gradviz.typeset.lines import Line, SubjectSpelling, all_symbols, lines
from gradviz.typeset.spoken import spoken_line
from gradviz.typeset.structure import has_star
from gradviz.typeset.telling import ENGLISH, Telling
from gradviz.typeset.text import text
from gradviz.typeset.typst import FRACTIONS, TypstNotation, string, typst, typst_symbol
from gradviz.typeset.words import (
    document_heading,
    explanation,
    note_words,
    step_explanation,
    stopped_words,
    symbol_words,
    verdict_words,
)

__all__ = [
    "CHINESE_FONTS",
    "Page",
    "PagedSource",
    "derivation_document",
    "derivation_pages",
    "formula_page",
    "subject_typst",
]


def _name(name: str) -> str:
    """A name that can take a superscript."""
    written = typst_symbol(name)
    return f"attach({written})" if has_star(name) else written


_SPELLING = SubjectSpelling(
    kinds={
        Kind.FUNCTION: "{f}",
        Kind.INCREMENT: "{f} ({x} + {u}) - {f} ({x})",
        Kind.DIFFERENTIAL: "upright(d) {f}",
        Kind.VEC_DIFFERENTIAL: 'op("vec") upright(d) {f}',
        Kind.GRADIENT_DIFFERENTIAL: "upright(d) nabla {f}",
        Kind.GRADIENT: "nabla_({x}) {f}",
        Kind.DERIVATIVE: "frac(∂ {f}, ∂ {x})",
        Kind.JACOBIAN: "J_({f}) ({x})",
        Kind.HESSIAN: "nabla_({x})^2 {f}",
        Kind.BLOCK: "nabla_({x} {y})^2 {f}",
        Kind.SLICE: "frac(∂ {f}, ∂ {x}_({k}))",
        Kind.STATIONARY: "{x}^(*)",
    },
    many={Kind.GRADIENT: "nabla {f}", Kind.JACOBIAN: "J_({f})", Kind.HESSIAN: "nabla^2 {f}"},
    stacked="frac(∂ {F}, ∂ {V}^top)",
    stack=('op("vec") {x}', '(op("vec") {x})'),
    scalar_hessian="frac(∂^2 {f}, ∂ {x}^2)",
    row_differential="upright(d) nabla_({x}) {f}",
    slope_differential="upright(d) frac(∂ {f}, ∂ {x})",
    vec_gradient_differential='op("vec") upright(d) nabla {f}',
    transposed="({body})^top",
    name=_name,
    expression=typst,
    straight="upright(d)",
)

CHINESE_FONTS = (
    "Noto Serif CJK SC",
    "Source Han Serif SC",
    "Songti SC",
    "SimSun",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "PingFang SC",
    "Microsoft YaHei",
    "Droid Sans Fallback",
)
"""Fonts with Chinese characters, of which one has to be installed for a Chinese document; the best first."""


def _fonts(language: str = "en") -> str:
    families = ("New Computer Modern", *(CHINESE_FONTS if language == "zh_CN" else ()))
    named = ", ".join(string(family) for family in families)
    code, _, region = language.partition("_")
    where = f", region: {string(region.lower())}" if region else ""
    return (
        f"#set text(font: ({named},), lang: {string(code)}{where})\n"
        '#show math.equation: set text(font: "New Computer Modern Math")\n' + FRACTIONS
    )


def subject_typst(subject: Subject, derivation: Derivation, name: str) -> str:
    """A left side, in math mode."""
    return _SPELLING.subject(subject, derivation, name)


# --- the panel --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Page:
    """What the panel knows of one line.

    Attributes
    ----------
    kind : see `gradviz.typeset.lines.Line`.
    path : which step and substep, or () for the function and the results.
    depth : how far below a lecturer's step.
    rule, title, explanation, formula, source : the rule's id, its words, its formula in plain text and where it is
        proved; "" without a step.
    conditions : what must hold, in plain text.
    bindings : the letters of the formula and what they stand for here, in plain text.
    text : the whole line in plain text.
    spoken : the whole line in words, in the language that was asked for.
    breakable : whether it may go on in a further line, should it be wider than its place.
    opens : whether the step has substeps that are not shown.
    """

    kind: str
    path: tuple[int, ...]
    depth: int
    rule: str
    title: str
    explanation: str
    formula: str
    source: str
    conditions: tuple[str, ...]
    bindings: tuple[tuple[str, str], ...]
    text: str
    spoken: str = ""
    breakable: bool = False
    opens: bool = False

    def to_data(self) -> dict[str, Any]:
        """Plain JSON data."""
        return {
            **asdict(self),
            "path": list(self.path),
            "conditions": list(self.conditions),
            "bindings": [*map(list, self.bindings)],
        }


@dataclass(frozen=True, slots=True)
class PagedSource:
    """Typst source with a page per line, and what belongs to each page."""

    source: str
    pages: tuple[Page, ...]


def derivation_pages(
    derivation: Derivation,
    *,
    name: str = "f",
    level: str = "lecturer",
    shapes: bool = False,
    colours: Mapping[str, str] | None = None,
    size: float = 13.0,
    width: float | None = None,
    indent: float = 0.0,
    opened: Collection[tuple[int, ...]] = (),
    traced: tuple[int, Mapping[Path, str]] | None = None,
    words: Telling = ENGLISH,
) -> PagedSource:
    """One page per line, as large as the line; the equals signs stand below each other when the pages do.

    Parameters
    ----------
    shapes : write ``n×m`` under the factors of products.
    colours : ``#rrggbb`` for "text", and for "changed" (or "accent") and "changed too": the parts that a step
        changed, the same on both sides of it; the steps take turns. Without it nothing is marked.
    size : of the letters, in points.
    width : of the place, in points: a longer line is broken at operators and goes on below. None for no limit.
    indent : how much of the place a line loses for each level that it lies below a lecturer's step, in points.
    opened : paths of steps in whose place their substeps stand.
    traced : the number of a line and colours of its parts: only its page is made, with these in place of the marks.
    words : the language in which lines are read aloud.
    """
    colours = colours or {}
    shown = lines(derivation, level, opened=opened)
    changed = colours.get("changed") or colours.get("accent")
    inks = (changed, colours.get("changed too") or changed)
    lefts: dict[str, int] = {}
    body, breakable = [], []
    for number, line in enumerate(shown):
        left = _SPELLING.left(line, derivation, name)
        index = lefts.setdefault(left, len(lefts))
        if traced is not None and number != traced[0]:
            continue
        marks = traced[1] if traced is not None else _marks(shown, number, inks)
        right = typst(line.expression, shapes=shapes, marks=marks)
        place = max((width or 0.0) - indent * line.depth, MIN_WIDTH * size)
        breakable.append(width is not None and len(left) / 2 + len(right) > place / (LETTER * size))
        if breakable[-1]:
            broken = typst(line.expression, shapes=shapes, marks=marks, breakable=True, room=f"room({place:.1f}pt)")
            body.append(f"long({index}, {place:.1f}pt, $display(= {right})$, $display(= {broken})$)")
        else:
            body.append(f"row({index}, $display(= {right})$)")
    measured = ", ".join(map(_left, lefts))
    source = (
        _page_setup(colours.get("text", "#000000"), size)
        + f"#let lefts = ({measured},)\n"
        + "#context {\n"
        + "  let wide = calc.max(..lefts.map(it => measure(it).width))\n"
        + "  let row(i, right) = { box(width: wide, align(end, lefts.at(i))); h(0.28em); right }\n"
        + _LONG_ROW
        + "  "
        + "\n  pagebreak()\n  ".join(body)
        + "\n}\n"
    )
    drawn = shown if traced is None else [shown[traced[0]]]
    pages = (_page(derivation, line, name, long, words) for line, long in zip(drawn, breakable, strict=True))
    return PagedSource(source, tuple(pages))


def _marks(shown: Sequence[Line], number: int, inks: tuple[str | None, str | None]) -> dict[Path, str]:
    """What a step changed, in one colour on both of its sides; neighbouring steps have different ones.

    A step that changes the whole line is not marked: everything would be.
    """
    found: dict[Path, str] = {}
    following = shown[number + 1] if number + 1 < len(shown) else None
    sides = []
    if following is not None and following.kind == "step" and following.step is not None:
        sides.append((following.step.changed_before, following.marks, inks[(number + 1) % 2]))
    sides.append((shown[number].marks, (), inks[number % 2]))
    for paths, others, ink in sides:
        if ink and () not in paths and () not in others:
            found |= dict.fromkeys(paths, ink)
    return found


LETTER = 0.45
"""Ems that a character of the source takes at most, about: it tells which lines may be too wide for their place. To try
both forms of a line takes time, and most lines are short."""
MIN_WIDTH = 12
"""The narrowest place, in ems: a narrower one would break every line at every sign."""
# Lines from ascender to descender, so that next to no leading is needed. Inside the formula there is none: Typst lets
# tall parts, as fractions, reach into it from both sides.
_LONG_ROW = """  let hang(place) = calc.min((wide + 2.2em).to-absolute(), 0.35 * place)
  let room(place) = place - hang(place) - 3em.to-absolute()
  let long(i, place, whole, breakable) = {
    let start = box(width: wide, align(end, lefts.at(i))) + h(0.28em)
    if measure(start + whole).width <= place { start + whole } else {
      set text(top-edge: "ascender", bottom-edge: "descender")
      set par(leading: 0.25em, hanging-indent: hang(place), justify: false, linebreaks: "simple")
      block(width: place, par(start + { set par(leading: 0pt); breakable }))
    }
  }
"""


def _page(derivation: Derivation, line: Line, name: str, breakable: bool, words: Telling) -> Page:
    rule = line.step.rule if line.step is not None else None
    formula = rule.formula if rule else ""
    return Page(
        kind=line.kind,
        path=line.path,
        depth=line.depth,
        rule=line.words,
        title=line.title,
        explanation=step_explanation(line.step) if line.step else explanation(line.words) if line.words else "",
        formula=formula,
        source=rule.source if rule else "",
        conditions=tuple(conditions_text(line)),
        bindings=tuple((letter, text(part)) for letter, part in shown_bindings(line.step)) if line.step else (),
        text=line_text(line, derivation, name),
        spoken=spoken_line(line, derivation, name, words),
        breakable=breakable,
        opens=line.step is not None and len(line.step.substeps) > 1,
    )


def _page_setup(colour: str, size: float) -> str:
    """Pages as large as what stands on them. Without leading, or tall lines would be cut off."""
    return (
        "#set page(width: auto, height: auto, margin: (x: 2pt, y: 4pt), fill: none)\n"
        f"{_fonts()}#set par(leading: 0pt)\n#set text(size: {size}pt, fill: rgb({string(colour)}))\n"
    )


def formula_page(source: str, colour: str = "#000000", size: float = 13.0) -> str:
    """A page as large as one formula (math-mode source made by this package)."""
    return _page_setup(colour, size) + f"$display({source})$\n"


# --- the document -----------------------------------------------------------------------------------------------------

# A formula that is wider than its place goes on in further lines, broken at any sign; without leading, lines of
# mathematics keep their full height.
_PAPER = '#set page(paper: "a4", margin: (x: 22mm, y: 24mm), numbering: "1")\n'
_SHEET = "#set page(width: 210mm, height: auto, margin: 12mm, fill: white)\n"
_DOCUMENT = """#set text(size: 10.5pt)
#let line(wide, left, whole, breakable) = layout(place => {
  let start = box(width: wide, align(end, left)) + h(0.28em)
  let short = measure(start + whole).width <= place.width
  // Lines from ascender to descender, so that next to no leading is needed and tall parts keep their distance.
  set text(top-edge: "ascender", bottom-edge: "descender")
  set par(leading: if short { 0pt } else { 0.25em }, hanging-indent: wide + 2.2em, justify: false, linebreaks: "simple")
  par(start + if short { whole } else { set par(leading: 0pt); breakable })
})
#let rule(it) = text(size: 8.5pt, fill: luma(35%), style: "italic", it)
"""


def derivation_document(
    derivation: Derivation,
    name: str = "f",
    level: str = "lecturer",
    *,
    one_page: bool = False,
    words: Telling = ENGLISH,
) -> str:
    """An A4 document: the function, its symbols, the steps with their rules, the result set apart, and the verdict.

    With `one_page` it is one page as long as it need be, for a picture; `words` is its language.
    """
    f = typst_symbol(name)
    by = '#text(", ")'.join(f"${typst_symbol(v.name)}$" for v in derivation.variables)
    heading = document_heading(derivation)
    symbols = '#text(", ")'.join(_symbol(s, words) for s in all_symbols(derivation))
    shown = lines(derivation, level, results=False)
    lefts = [_left(_SPELLING.left(line, derivation, name)) for line in shown]
    out = [
        _fonts(words.language) + (_SHEET if one_page else _PAPER) + _DOCUMENT,
        "= " + words.mixed(lambda hold: heading(hold(f"${f}$"), hold(by)), _words),
        f"#v(0.4em)\n#context pad(left: 2em, line(0pt, [], {_formula(derivation.function, f)}))",
        words.mixed(lambda hold: say("with {symbols}.", symbols=hold(symbols)), _words),
        f"== {_words(words.tell(say('Derivation')))}",
        "#v(0.4em)",
        f"#let lefts = ({', '.join(lefts)},)",
        "#context {\n  let wide = calc.max(..lefts.map(it => measure(it).width))",
        "  grid(columns: (1fr, 38mm), column-gutter: 1em, row-gutter: 0.45em, align: (left + horizon, left + horizon),",
    ]
    for i, line in enumerate(shown):
        remark = f"rule[{_remark(line, words)}]" if line.words else "[]"
        out.append(f"  line(wide, lefts.at({i}), {_formula(line.expression)}), {remark},")
    out.append("  )\n}")
    out += [f"#par(text({string(words.tell(note_words(note, name)))}))" for note in derivation.notes]
    if derivation.cannot is not None:
        out.append(f"#par[{_words(words.tell(stopped_words(derivation.cannot)))}]")
    if derivation.results:
        out.append(f"== {_words(words.tell(say('Result')))}")
    for result in derivation.results:
        left = subject_typst(result.subject, derivation, name)
        out.append(
            "#v(0.3em)\n#context block(width: 100%, inset: 10pt, radius: 4pt,\n"
            '  stroke: 0.8pt + rgb("#3366aa"), fill: rgb("#f3f7fc"),\n'
            f"  line(0pt, [], {_formula(result.short or result.expression, left)}))"
        )
    if derivation.verification is not None:
        out.append(f"#v(0.6em)\n#text(size: 8.5pt, fill: luma(35%), {string(words.tell(verdict_words(derivation)))})")
    return "\n".join(out) + "\n"


def _left(source: str) -> str:
    return f"$display({source})$" if source else "[]"


def _formula(expr: Expr, left: str = "") -> str:
    """``left = expr`` in one piece, and in a form that may be broken."""
    return f"$display({left} = {typst(expr)})$, $display({left} = {typst(expr, breakable=True)})$"


def _remark(line: Line, words: Telling) -> str:
    def condition(parts: Sequence[str | Expr]) -> str:
        return words.mixed(lambda hold: condition_sentence(parts, lambda e: hold(f"${typst(e)}$")), _words)

    return '#text("; ")'.join([_words(words.tell(line.title)), *map(condition, line_conditions(line))])


def _words(plain: str) -> str:
    return f"#text({string(plain)})"


def _symbol(symbol: Symbol, words: Telling) -> str:
    notation = TypstNotation()
    rows, cols = symbol.shape
    power = (
        ""
        if symbol.is_scalar
        else notation.dim(rows)
        if cols == 1
        else f"{notation.dim(rows)} times {notation.dim(cols)}"
    )
    where = "RR" + (f"^({power})" if power else "")
    said = words.tell(symbol_words(symbol))
    return f"${typst_symbol(symbol.name)} in {where}$" + (f" #text({string(f'({said})')})" if said else "")
