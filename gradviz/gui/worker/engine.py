"""What the worker does with a request: derive, typeset, export. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from gradviz import api
from gradviz.algebra.nodes import Symbol, Unspecified
from gradviz.algebra.serialise import to_data
from gradviz.algebra.shapes import SCALAR, Dim, dim_text
from gradviz.algebra.walk import preorder
from gradviz.calculus.derivation import Check
from gradviz.export.errors import ExportError
from gradviz.export.typst_compile import svg_pages
from gradviz.gui.catalogue import telling
from gradviz.gui.documents.document import occurring
from gradviz.gui.plot.names import plain_name
from gradviz.gui.worker.ink import Page
from gradviz.gui.worker.preview import faces, facts, formulas, preview, understood
from gradviz.language.as_numbers import vectors_that_may_be_numbers
from gradviz.language.declarations import is_signature, read_signature
from gradviz.language.diagnostics import Diagnostic, LanguageError
from gradviz.language.problem import Problem
from gradviz.sentences import joined, say
from gradviz.typeset.document_typst import derivation_pages
from gradviz.typeset.text import text
from gradviz.typeset.words import title

__all__ = ["Engine"]

_DEFAULTS: Mapping[str, Any] = {
    "wrt": (),
    "declare": (),
    "order": 1,
    "method": "differential",
    "layout": "mixed",
    "structure": "projection",
}
KEPT = 16


class Engine:
    """Answers requests. The last derivations are kept: another level, other shapes or colours only typeset anew."""

    def __init__(self) -> None:
        self._kept: dict[tuple[Any, ...], api.Derivation] = {}

    def handle(self, request: Mapping[str, Any]) -> dict[str, Any]:
        """The reply, without the id.

        Its ``status`` is "done", "input" (with ``diagnostics``), "cannot" (with ``message``) or, from an export or
        a copy,
        "failed" (with ``message``).
        """
        handlers = {
            "derive": self._derive,
            "export": self._export,
            "copy": self._copy,
            "preview": self._preview,
            "faces": self._faces,
            "rename": self._rename,
            "check": self._check,
            "gallery": self._gallery,
            "values": self._values,
            "parts": self._parts,
            "rules": self._rules,
            "engine page": self._engine_page,
        }
        try:
            return handlers[request["kind"]](request)
        except LanguageError as error:
            return {"status": "input", "diagnostics": [asdict(d) for d in error.diagnostics], "message": str(error)}
        except ExportError as error:
            return {"status": "failed", "message": str(error)}

    def _derivation(self, request: Mapping[str, Any], **changes: Any) -> api.Derivation:
        options = {name: changes.get(name, request.get(name, default)) for name, default in _DEFAULTS.items()}
        options["wrt"], options["declare"] = tuple(options["wrt"]), tuple(options["declare"])
        key = (request["text"], *options.values())
        found = self._kept.pop(key, None) or self._derived(request["text"], options)
        self._kept[key] = found
        while len(self._kept) > KEPT:
            del self._kept[next(iter(self._kept))]
        return found

    @staticmethod
    def _derived(text_: str, options: Mapping[str, Any]) -> api.Derivation:
        """By the chosen variables, unless they were another text's."""
        found = api.derive(text_, **{**options, "wrt": options["wrt"] or None})
        known = (*found.problem.symbols, *found.problem.unused)
        names = [s.name for s in known] + [name for name, _ in found.problem.definitions]
        if options["wrt"] and found.problem.variables and not occurring(options["wrt"], names):
            return api.derive(text_, **{**options, "wrt": None})
        return found

    def _derive(self, request: Mapping[str, Any]) -> dict[str, Any]:
        found = self._derivation(request)
        paged = derivation_pages(
            found.core,
            name=found.problem.name,
            level=request.get("level", "lecturer"),
            shapes=bool(request.get("shapes")),
            colours=request.get("colours"),
            size=float(request.get("size", 13.0)),
            width=request.get("width"),
            indent=float(request.get("indent", 0.0)),
            opened={tuple(path) for path in request.get("opened", ())},
            words=telling(request.get("language", "")),
        )
        lines, answers = [], []
        inks = {ink for name, ink in (request.get("colours") or {}).items() if name.startswith(("changed", "accent"))}
        for number, (page, svg) in enumerate(zip(paged.pages, svg_pages(paged.source), strict=True)):
            drawn = Page(svg.decode())
            line = {**page.to_data(), "number": number, "svg": drawn.set_off(inks), **_check(found, page.path)}
            if page.breakable:
                line["last_row"] = drawn.last_row_end()
            (answers if page.kind == "result" else lines).append(line)
        return {
            "status": "done" if found.cannot is None else "cannot",
            "message": found.cannot or "",
            "lines": lines,
            "answers": answers,
            "problem": _problem(found.problem),
            "verification": _verification(found),
            "expressions": self._expressions(request, found),
        }

    def _expressions(self, request: Mapping[str, Any], found: api.Derivation) -> dict[str, Any]:
        """The function and its gradient: whatever derivative is shown, the plot draws these. A Hessian that is shown
        goes along; else the plot has its values from the gradient, as exact, and nobody waits for its derivation.
        """
        hessians: list[Any] = []
        if found.core.order != 1:
            if found.cannot is None and len(found.core.results) == 1:
                hessians = [r.expression for r in found.core.results]
            found = self._derivation(request, order=1)
        if found.cannot is not None and found.core.method != "differential":
            found = self._derivation(request, order=1, method="differential")
        variables = found.core.variables
        gradients = [r.expression for r in found.core.results] if found.problem.function.shape == SCALAR else []
        if not gradients:
            hessians = []
        symbols = dict.fromkeys([*found.problem.symbols, *variables])
        return {
            "data": to_data(found.core.function, *variables, *gradients, *hessians, *symbols),
            "variables": len(variables),
            "gradients": len(gradients),
            "hessians": len(hessians),
            "name": found.problem.name,
        }

    def _preview(self, request: Mapping[str, Any]) -> dict[str, Any]:
        """The text as mathematics, without a derivation."""
        return preview(api.check(request["text"]), request.get("colours") or {})

    def _faces(self, request: Mapping[str, Any]) -> dict[str, Any]:
        """How the palette's templates look."""
        return faces(request.get("colours") or {})

    def _gallery(self, request: Mapping[str, Any]) -> dict[str, Any]:
        """How the functions of many texts look."""
        return formulas(request["texts"], request.get("colours") or {})

    def _values(self, request: Mapping[str, Any]) -> dict[str, Any]:
        """The numbers that lines stand for."""
        from gradviz.gui.worker.values import values

        return values(self._derivation(request), request)

    def _parts(self, request: Mapping[str, Any]) -> dict[str, Any]:
        """Where the parts of a line stand."""
        from gradviz.gui.worker.parts import parts

        return parts(self._derivation(request), request)

    def _rules(self, request: Mapping[str, Any]) -> dict[str, Any]:
        """Every rule, for the help."""
        from gradviz.gui.worker.rules import rules

        return rules()

    def _engine_page(self, request: Mapping[str, Any]) -> dict[str, Any]:
        """What the code says of itself, for the help."""
        from gradviz.gui.worker.engine_page import engine_page

        return engine_page()

    def _check(self, request: Mapping[str, Any]) -> dict[str, Any]:
        """The verdict on an answer that the user gives."""
        from gradviz.gui.worker.answer import check

        return check(self._derivation(request), request)

    def _rename(self, request: Mapping[str, Any]) -> dict[str, Any]:
        """The text with another name for a symbol; "failed" says why not."""
        from gradviz.gui.editing.rename import RenameError, renamed

        try:
            return {"status": "done", "text": renamed(request["text"], request["old"], request["new"])}
        except RenameError as error:
            return {"status": "failed", "message": str(error)}

    def _export(self, request: Mapping[str, Any]) -> dict[str, Any]:
        found, path = self._derivation(request), Path(request["path"])
        if request["form"] == "pdf":
            from gradviz.export.pdf import write_pdf as write
        else:
            from gradviz.export.tex import write_tex as write
        words = telling(request.get("language", ""))
        write(path, found.core, name=found.problem.name, level=request.get("level", "lecturer"), words=words)
        return {"status": "done", "path": str(path)}

    def _copy(self, request: Mapping[str, Any]) -> dict[str, Any]:
        from gradviz.gui.worker.copy import copied

        return copied(self._derivation(request), request)


def _check(found: api.Derivation, path: tuple[int, ...]) -> dict[str, Any]:
    """The verdict on the lecturer's step to which a line belongs; None for a line that no step leads to."""
    checks = found.verification.steps if found.verification is not None else ()
    if not path or path[0] >= len(checks):
        return {"ok": None, "error": 0.0}
    check = checks[path[0]]
    return {"ok": check.ok, "error": check.error}


def _verification(found: api.Derivation) -> dict[str, Any] | None:
    verdict = found.verification
    if verdict is None:
        return None
    checks = [*verdict.steps, verdict.result]
    reasons = [check.reason for check in checks if not check.ok and check.reason]
    return {
        "ok": all(check.ok for check in (verdict.steps if found.cannot else checks)),
        "error": max((check.error for check in (verdict.steps if found.cannot else checks)), default=0.0),
        "instances": min((check.instances for check in checks if check.instances), default=0),
        "reason": reasons[0] if reasons else "",
        "steps": [
            {"title": title(step.rule.id), **_told(check)}
            for step, check in zip(found.steps, verdict.steps, strict=False)
        ],
        "result": None if found.cannot else _told(verdict.result),
        "dimensions": [dict(sizes) for sizes in verdict.dimensions],
    }


def _told(check: Check) -> dict[str, Any]:
    return {"ok": check.ok, "error": check.error, "instances": check.instances, "reason": check.reason}


def _problem(problem: Problem) -> dict[str, Any]:
    names = {s.name for s in (*problem.symbols, *problem.unused)}
    short = dict(understood(problem))  # by the names of the definitions before
    return {
        "name": problem.name,
        "symbols": [_symbol(problem, s) for s in problem.symbols],
        "unused": [_symbol(problem, s) for s in problem.unused],
        "definitions": [
            {
                "name": name,
                "text": text(short[name]),
                "rows": dim_text(expr.shape.rows),
                "cols": dim_text(expr.shape.cols),
                "reason": _reason(problem, name),
            }
            for name, expr in problem.definitions
            if name not in names
        ],
        "functions": _functions(problem),
        "suggested": [v.name for v in problem.variables],
        "summary": facts(problem),
        "numbers": list(vectors_that_may_be_numbers(problem)),
        "details": joined(
            [
                say(
                    "{name}: {statement}; {reason}.", name=plain_name(a.subject), statement=a.statement, reason=a.reason
                )
                for a in problem.assumptions
            ],
            "\n",
        ),
    }


def _symbol(problem: Problem, symbol: Symbol) -> dict[str, Any]:
    """A row of the symbol table."""
    return {
        "name": symbol.name,
        "rows": dim_text(symbol.shape.rows),
        "cols": dim_text(symbol.shape.cols),
        "properties": sorted(symbol.properties),
        "declared": symbol.name in problem.declared,
        "reason": _reason(problem, symbol.name),
    }


def _reason(problem: Problem, name: str) -> str:
    found = [
        say("{statement}: {reason}", statement=a.statement, reason=a.reason)
        for a in problem.assumptions
        if a.subject == name
    ]
    return joined(found, "; ")


def _source(rows: Dim, cols: Dim) -> str:
    """The sizes of an argument: ``n``, or ``(n,m)`` of a matrix."""
    return dim_text(rows) if cols == 1 else f"({dim_text(rows)},{dim_text(cols)})"


def _functions(problem: Problem) -> list[dict[str, Any]]:
    """The unspecified functions, declared or assumed: ``L: R^n -> R``."""
    declared = {}
    for line in problem.text.split("\n"):
        if is_signature(line):
            read = read_signature(line, 0, line)
            if not isinstance(read, Diagnostic):
                declared[read[0]] = (_source(read[1], read[3]), dim_text(read[2]))
    found = dict.fromkeys(declared, ("", ""))
    for node in preorder(problem.function):
        if isinstance(node, Unspecified):
            found.setdefault(node.name, (_source(*node.children[0].shape), dim_text(node.data[1])))
    return [
        {
            "name": name,
            "source": declared.get(name, sizes)[0],
            "target": declared.get(name, sizes)[1],
            "declared": name in declared,
            "reason": _reason(problem, name),
        }
        for name, sizes in found.items()
    ]
