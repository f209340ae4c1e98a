"""The page "How the engine works", written from the docstrings of the code that runs. No Qt here."""

from __future__ import annotations

import inspect
import re
from importlib import import_module
from types import ModuleType
from typing import Any

from gradviz.calculus.catalogue import every_rule

__all__ = ["CHAPTERS", "engine_page"]

CHAPTERS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("What an expression is", ("algebra.nodes", "algebra.shapes", "algebra.properties", "algebra.build")),
    (
        "From text to expression",
        ("language.scanner", "language.names", "language.grammar", "language.elaborate", "language.parser"),
    ),
    ("Rules and steps", ("algebra.rewriting", "calculus.trail", "calculus.derivation")),
    (
        "The method of differentials",
        ("calculus.engine", "calculus.expansion", "calculus.pairing", "calculus.canonical", "calculus.naming"),
    ),
    ("Other methods and variables with structure", ("calculus.definition", "calculus.structured", "calculus.slices")),
    ("The form of the answer", ("calculus.answer", "algebra.simplify", "calculus.stationary")),
    ("Why an answer can be trusted", ("calculus.verify", "calculus.sampling", "numeric.evaluate")),
    ("Judging your answers", ("calculus.answers", "calculus.next_lines", "calculus.alike")),
    ("From derivation to picture", ("numeric.landscape", "typeset.lines")),
)
"""The chapters and the modules whose docstrings they are made of."""

LONGEST = 900
"""Characters of a docstring that are repeated; then its first paragraph stands for it."""


def engine_page() -> dict[str, Any]:
    """The reply to a request for the page: Markdown."""
    parts = [
        "# How the engine works",
        "Every word below is written in the code itself, beside what it is about: the page cannot be out of date."
        " The rules themselves are on the page “Rules”.",
    ]
    for title, names in CHAPTERS:
        parts.append(f"## {title}")
        for name in names:
            parts += _module(import_module(f"gradviz.{name}"), name)
    families = sorted({rule.family for rule in every_rule()})
    parts.append("## In numbers")
    parts.append(f"{len(every_rule())} rules in {len(families)} families: {', '.join(families)}.")
    return {"status": "done", "page": "\n\n".join(parts)}


def _module(module: ModuleType, name: str) -> list[str]:
    parts = [f"### `{name}`", *_paragraphs(module.__doc__)]
    members = []
    for public in getattr(module, "__all__", ()):
        member = getattr(module, public)
        if (inspect.isfunction(member) or inspect.isclass(member)) and member.__module__ == module.__name__:
            summary = (_paragraphs(member.__doc__) or [""])[0]
            if summary:
                members.append(f"- `{public}`: {summary}")
    return [*parts, "\n".join(members)] if members else parts


def _paragraphs(docstring: str | None) -> list[str]:
    """The paragraphs above the first heading of a docstring, with code marked as Markdown has it."""
    text = re.split(r"\n[^\n]+\n-{4,}\n", inspect.cleandoc(docstring or ""))[0].replace("``", "`").strip()
    paragraphs = [" ".join(p.split()) for p in re.split(r"\n\s*\n", text) if p.strip()]
    return paragraphs if sum(map(len, paragraphs)) <= LONGEST else paragraphs[:1]
