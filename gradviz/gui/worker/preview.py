"""What the worker says of a text at once, before anything is derived: the text as mathematics. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from gradviz.algebra.nodes import Add, Expr, Mul, Number, Symbol
from gradviz.algebra.walk import fold
from gradviz.export.typst_compile import svg_pages
from gradviz.gui.plot.names import plain_name
from gradviz.language.diagnostics import LanguageError
from gradviz.language.parser import parse
from gradviz.language.problem import Problem
from gradviz.language.templates import TEMPLATES
from gradviz.sentences import joined, say
from gradviz.typeset.document_typst import formula_page
from gradviz.typeset.text import text
from gradviz.typeset.typst import string, typst, typst_symbol

__all__ = ["faces", "facts", "formulas", "preview", "understood"]

MAX_LINES = 12
FACE_SIZE = 11.5


def understood(problem: Problem) -> list[tuple[str, Expr]]:
    """The definitions and the function, each with its name; what is defined stands in them by its name."""
    names: dict[Expr, Symbol] = {}
    heads: dict[tuple[type[Expr], Expr], list[Expr]] = {}
    written: dict[Expr, Expr] = {}  # shared by all, so that a chain of definitions costs what its last one costs
    meant: dict[Expr, Expr] = {}
    found = []
    taken = {symbol.name for symbol in problem.symbols}

    def visit(node: Expr, children: list[Expr]) -> Expr:
        rebuilt = node.with_children(children)
        return names.get(rebuilt) or _run_named(rebuilt, names, heads)

    for name, expr in (*problem.definitions, (problem.name, problem.function)):
        met = expr in written
        short = fold(expr, visit, written)
        found.append((name, short))
        if not isinstance(short, Symbol | Number) and name not in taken:
            symbol = names[short] = Symbol(name, expr.shape)
            if isinstance(short, Mul | Add):
                heads.setdefault((type(short), short.children[0]), []).append(short)
            meant[expr] = symbol
            if met:
                written.clear()  # it stands in what was written before it had its name
            written.update(meant if met else {expr: symbol})
    return found


def _run_named(
    node: Expr, names: Mapping[Expr, Symbol], heads: Mapping[tuple[type[Expr], Expr], Sequence[Expr]]
) -> Expr:
    """A product or sum that holds a defined one: ``u' u`` is kept as ``u' A x`` where u is ``A x``."""
    if not isinstance(node, Mul | Add):
        return node
    parts = list(node.children)
    candidates = {whole for part in parts for whole in heads.get((type(node), part), ())}
    for whole in sorted(candidates, key=list(names).index) if len(candidates) > 1 else candidates:
        size = len(whole.children)
        if size >= len(parts):
            continue
        at = 0
        while at + size <= len(parts):
            if all(a is b for a, b in zip(parts[at : at + size], whole.children, strict=True)):
                parts[at : at + size] = [names[whole]]
            at += 1
    return node if len(parts) == len(node.children) else type(node)(*parts)


def facts(problem: Problem) -> str:
    """What each name was taken for, in a line."""
    described = []
    for symbol in problem.symbols:
        size = say("scalar") if symbol.is_scalar else str(symbol.shape).removesuffix("×1")
        properties = "".join(f", {property}" for property in sorted(symbol.properties))
        values = {"name": plain_name(symbol.name), "size": size, "properties": properties}
        described.append(say("{name}: {size}{properties}", **values))
    return joined(described, " · ")


def preview(problem: Problem, colours: Mapping[str, str]) -> dict[str, Any]:
    """A picture for each definition and for the function, and the same as plain text."""
    shown = understood(problem)
    left_out = max(0, len(shown) - MAX_LINES)
    shown = shown[left_out:]
    sources = [f"{typst_symbol(name)} = {typst(expr)}" for name, expr in shown]
    pictures = _pictures(sources, colours.get("text", "#000000"), 13.0)
    lines = [
        {"svg": svg, "text": f"{plain_name(name)} = {text(expr)}"}
        for svg, (name, expr) in zip(pictures, shown, strict=True)
    ]
    return {"status": "done", "lines": lines, "facts": facts(problem)}


def faces(colours: Mapping[str, str]) -> dict[str, Any]:
    """A picture for each template of the palette, by the template's id."""
    place = f"#let hollow = text(fill: rgb({string(colours.get('accent', '#3456c9'))}), $square.stroked$)\n"
    sources = [template.face.replace("□", "hollow") for template in TEMPLATES]
    pictures = _pictures(sources, colours.get("text", "#000000"), FACE_SIZE, place)
    return {"status": "done", "faces": {t.id: svg for t, svg in zip(TEMPLATES, pictures, strict=True)}}


def formulas(texts: Mapping[str, str], colours: Mapping[str, str]) -> dict[str, Any]:
    """A picture of the function of each text, by its id; texts that are not understood have none."""
    sources = {}
    for name, source in texts.items():
        try:
            problem = parse(source)
        except LanguageError:
            continue
        left, expr = understood(problem)[-1]
        sources[name] = f"{typst_symbol(left)} = {typst(expr)}"
    pictures = _pictures(list(sources.values()), colours.get("text", "#000000"), 13.0) if sources else []
    return {"status": "done", "faces": dict(zip(sources, pictures, strict=True))}


def _pictures(sources: Sequence[str], colour: str, size: float, before: str = "") -> list[str]:
    first, *others = sources
    rest = "".join(f"#pagebreak()\n$display({source})$\n" for source in others)
    return [svg.decode() for svg in svg_pages(before + formula_page(first, colour, size) + rest)]
