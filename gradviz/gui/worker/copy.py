"""The lines of a derivation as source: LaTeX, Typst, MathML, plain text, or code for NumPy, PyTorch and JAX. No Qt
here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from gradviz import api
from gradviz.algebra.nodes import Expr
from gradviz.calculus.derivation import Derivation
from gradviz.gui.catalogue import telling
from gradviz.sentences import say
from gradviz.typeset.array_source import array_source
from gradviz.typeset.array_writer import UntakenError
from gradviz.typeset.dialects import DIALECTS
from gradviz.typeset.document_latex import derivation_latex_fragment, subject_latex
from gradviz.typeset.document_mathml import lines_mathml
from gradviz.typeset.document_text import derivation_text, line_text
from gradviz.typeset.document_typst import subject_typst
from gradviz.typeset.latex import latex
from gradviz.typeset.lines import Line, lines
from gradviz.typeset.mathml import mathml
from gradviz.typeset.typst import typst

__all__ = ["copied"]


def copied(found: api.Derivation, request: Mapping[str, Any]) -> dict[str, Any]:
    """The source that was asked for.

    The request's ``form`` is "latex", "typst", "mathml", "text", or "numpy" (also called "python"), "torch" or "jax";
    its ``what`` is "answer" (the default), "all", or a list of the numbers of lines as they are shown. Code for the
    answer or for all is a module; for lines it is one expression each.
    """
    form, what = request["form"], request.get("what", "answer")
    form = "numpy" if form == "python" else form
    if what == "answer" or (form in DIALECTS and what == "all"):
        if found.result is None:
            return {"status": "failed", "message": say("There is no answer to copy: {reason}.", reason=found.cannot)}
        if form in DIALECTS:
            return {"status": "done", "form": form, "source": found.to_code(form)}
    if what == "answer":
        spell = {"latex": latex, "typst": typst, "mathml": mathml}.get(form)
        chosen = [line for line in lines(found.core) if line.kind == "result"]
        source = "\n".join(spell(line.expression) if spell else _written(found, [line], form) for line in chosen)
        return {"status": "done", "form": form, "source": source}
    level, words = request.get("level", "lecturer"), telling(request.get("language", ""))
    if what == "all" and form == "latex":
        source = derivation_latex_fragment(found.core, found.problem.name, level, words=words)
        return {"status": "done", "form": form, "source": source.replace("{aligned}", "{align*}")}
    if what == "all" and form == "text":
        source = derivation_text(found.core, found.problem.name, level, words=words)
        return {"status": "done", "form": form, "source": source}
    shown = lines(found.core, level, opened={tuple(path) for path in request.get("opened", ())})
    if what != "all":
        shown = [shown[number] for number in what if 0 <= number < len(shown)]
    try:
        return {"status": "done", "form": form, "source": _written(found, shown, form)}
    except UntakenError:
        message = say(
            "A line with d(...) of a whole expression has no code; choose one in which it has been worked out."
        )
        return {"status": "failed", "message": message}


def _written(found: api.Derivation, shown: Sequence[Line], form: str) -> str:
    """Each line whole, its left side included; several in LaTeX are aligned at their equals signs."""
    core, name = found.core, found.problem.name
    if form in DIALECTS:
        return "\n".join(array_source(line.expression, DIALECTS[form]) for line in shown)
    if form == "mathml":
        return lines_mathml(shown, core, name)
    if form == "text":
        return "\n".join(line_text(line, core, name) for line in shown)
    if form == "typst":
        rows = [f"{_left(line, core, name, subject_typst, typst)} &= {typst(line.expression)}" for line in shown]
        return "$ " + " \\\n  ".join(rows) + " $"
    rows = [f"{_left(line, core, name, subject_latex, latex)} &= {latex(line.expression)}" for line in shown]
    if len(rows) == 1:
        return rows[0].replace(" &= ", " = ", 1)
    return "\\begin{align*}\n" + " \\\\\n".join(rows) + "\n\\end{align*}"  # it stands in a paper as it is


def _left(
    line: Line,
    core: Derivation,
    name: str,
    subject: Callable[..., str],
    spell: Callable[[Expr], str],
) -> str:
    return spell(line.left) if line.left is not None else subject(line.subject, core, name)
