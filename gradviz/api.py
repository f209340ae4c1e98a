"""The public functions: text in, verified derivation out."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from gradviz.algebra.nodes import Symbol, Unspecified
from gradviz.algebra.shapes import Dim
from gradviz.algebra.walk import preorder
from gradviz.calculus.derivation import Derivation as CoreDerivation
from gradviz.calculus.derivation import Step, Verification
from gradviz.calculus.engine import LAYOUTS, METHODS, STRUCTURES
from gradviz.calculus.engine import derive as derive_expression
from gradviz.calculus.stationary import stationary_point
from gradviz.calculus.verify import verify, verify_stationary
from gradviz.language.diagnostics import Diagnostic, LanguageError
from gradviz.language.family_members import member, with_free_index
from gradviz.language.kinds import conventional_kind
from gradviz.language.names import LAMBDA, canonical_name
from gradviz.language.parser import parse
from gradviz.language.problem import Problem
from gradviz.sentences import say

__all__ = ["Derivation", "check", "derive"]


@dataclass(frozen=True, slots=True)
class Derivation:
    """What `derive` returns.

    Attributes
    ----------
    problem : what the text was understood to mean.
    core : the derivation itself.
    """

    problem: Problem
    core: CoreDerivation

    @property
    def steps(self) -> tuple[Step, ...]:
        """The lecturer's steps; each may open into substeps."""
        return self.core.steps

    @property
    def result(self) -> Any:
        """The answer as an expression, or None where `cannot` says why there is none."""
        return self.core.result

    @property
    def verification(self) -> Verification | None:
        """The numeric verdict; true when every step and the answer hold."""
        return self.core.verification

    @property
    def cannot(self) -> str | None:
        """Why the derivation stops short, or None."""
        return self.core.cannot

    def to_text(self, level: str = "lecturer") -> str:
        """The steps as plain text, one a line with its rule."""
        from gradviz.typeset.document_text import derivation_text

        return derivation_text(self.core, self.problem.name, level=level)

    def to_latex(self) -> str:
        """The steps as an `aligned` LaTeX fragment."""
        from gradviz.typeset.document_latex import derivation_latex_fragment

        return derivation_latex_fragment(self.core, name=self.problem.name)

    def to_typst(self) -> str:
        """A Typst document."""
        from gradviz.typeset.document_typst import derivation_document

        return derivation_document(self.core, name=self.problem.name)

    def to_mathml(self, level: str = "lecturer") -> str:
        """The steps as presentation MathML, for word processors and web pages."""
        from gradviz.typeset.document_mathml import derivation_mathml

        return derivation_mathml(self.core, self.problem.name, level)

    def to_numpy(self) -> str:
        """A Python module with ``f``, its derivative and its differential; it needs NumPy alone.

        Raises
        ------
        ValueError
            When there is no answer, or it did not pass verification.
        """
        return self.to_code("numpy")

    def to_torch(self) -> str:
        """The same module for PyTorch: formulas, no autograd; new tensors take the kind of the arguments."""
        return self.to_code("torch")

    def to_jax(self) -> str:
        """The same module for JAX: formulas in ``jax.numpy``, no ``grad``."""
        return self.to_code("jax")

    def to_code(self, dialect: str) -> str:
        """The module for "numpy", "torch" or "jax".

        Raises
        ------
        ValueError
            When there is no answer, or it did not pass verification.
        """
        from gradviz.typeset.array_source import array_module
        from gradviz.typeset.dialects import DIALECTS

        if self.result is None:
            raise ValueError(f"there is no result: {self.cannot}")
        if not self.verification:
            raise ValueError("the result did not pass verification")
        return array_module(self.core, self.problem.name, DIALECTS[dialect])

    def to_json(self) -> str:
        """The whole derivation as JSON: text, LaTeX and expression tree of every line."""
        from gradviz.typeset.document_json import derivation_data

        return json.dumps(derivation_data(self.core, self.problem), indent=1, ensure_ascii=False)

    def __str__(self) -> str:
        return self.to_text()

    def _repr_latex_(self) -> str:
        return f"$${self.to_latex()}$$"


def check(text: str, declare: str | Sequence[str] = ()) -> Problem:
    """Understand a text without deriving anything.

    Raises
    ------
    LanguageError
        With every error found.
    """
    return parse(text, [declare] if isinstance(declare, str) else declare)


def derive(
    text: str,
    wrt: str | Sequence[str] | None = None,
    declare: str | Sequence[str] = (),
    order: int = 1,
    method: str = "differential",
    layout: str = "mixed",
    structure: str = "projection",
) -> Derivation:
    """Derive and verify.

    Parameters
    ----------
    text : declarations, definitions and one function, a line each.
    wrt : the variable or variables; by default the customary one of the text.
    declare : further declarations, such as ``"A in R^(n,n) symmetric"``.
    order : 1, or 2 for a Hessian.
    method, layout, structure : see `gradviz.calculus.engine`.

    Returns
    -------
    A derivation. One that could not be finished has `cannot` set and no result; a result whose numeric check failed
    is withheld.

    Raises
    ------
    LanguageError
        Where the text is not understood, or a variable cannot be one.
    ValueError
        For an option that does not exist.
    """
    for value, known, what in (
        (method, METHODS, "method"),
        (layout, LAYOUTS, "layout"),
        (structure, STRUCTURES, "structure"),
    ):
        if value not in known:
            raise ValueError(f"unknown {what} {value!r}; known are {', '.join(known)}")
    if order not in (1, 2):
        raise ValueError(f"the order is 1 or 2, not {order!r}")
    names = [wrt] if isinstance(wrt, str) else list(wrt or ())
    problem = parse(text, [declare] if isinstance(declare, str) else declare, wanted=names)
    for name in names or [v.name for v in problem.variables]:  # of families alone: by one of the members
        problem = with_free_index(problem, canonical_name(name.strip()))
    variables = list(dict.fromkeys(_variable(problem, name) for name in names)) or list(problem.variables)
    if not variables:
        where = Diagnostic.at(text, 0, len(text), say("there is nothing to differentiate by: the function is constant"))
        raise LanguageError([where], text)
    found = verify(
        derive_expression(
            problem.function,
            variables,
            order=order,
            method=method,
            layout=layout,
            structure=structure,
            definitions=problem.definitions,
            name=problem.name,
        )
    )
    assert found.verification is not None
    if found.cannot is None and not found.verification.ok:
        reason = found.verification.result.reason or say("a step did not agree with the numbers")
        found = found.with_(
            results=(), cannot=say("the numeric check failed ({reason}), so the answer is withheld", reason=reason)
        )
    point = stationary_point(found) if found.results else None
    if point is not None and verify_stationary(found, point):
        found = found.with_(stationary=point)
    return Derivation(problem, found)


def _variable(problem: Problem, name: str) -> Symbol:
    """The symbol of a name. One that occurs nowhere gets the kind of the conventions; the derivative by it is zero."""
    spelled = canonical_name(name.strip())
    symbol = problem.symbol(spelled) or problem.declared_symbol(spelled)
    if problem.symbol(spelled) is None:
        one = member(problem, spelled)
        if one is not None:
            return one
        _refuse_relatives(name, spelled, problem)
    if symbol is not None:
        return symbol
    for known in problem.symbols:
        if known.name.replace("_", "") == spelled.replace("_", ""):  # x1 and x_1 are one symbol
            return known
    if spelled in LAMBDA and problem.symbol("lambda") is not None:
        return _variable(problem, "lambda")
    if spelled in dict(problem.definitions):
        hint = say("differentiate by a symbol in it, or leave the definition out")
        raise _wrong_variable(name, say("{name} is a definition", name=name), hint)
    if not re.fullmatch(r"[^\W\d_]+\d*(_\w+)?", spelled):
        raise _wrong_variable(
            name, say("{name!r} is not the name of a variable", name=name), say("a name is a letter, or a Greek name")
        )
    taken = {d for s in problem.symbols for d in s.shape}
    rows, cols, *_ = (d for d in ("p", "q", "r", "k", "l", "n", "m", "a", "b") if d not in taken)
    shapes: dict[str, tuple[Dim, Dim]] = {"scalar": (1, 1), "vector": (rows, 1), "matrix": (rows, cols)}
    return Symbol(spelled, shapes[conventional_kind(spelled)])


def _wrong_variable(name: str, message: str, suggestion: str) -> LanguageError:
    return LanguageError([Diagnostic.at(name, 0, len(name), message, suggestion)], name)


def _refuse_relatives(name: str, spelled: str, problem: Problem) -> None:
    """Refuse what does not occur itself but is part or whole of what does: the zero would be no answer.

    Entries (``x_1`` of x), members (``x_2`` of the family ``x_i``), the whole of either, and unspecified functions.
    """
    base = _letters(spelled)
    for symbol in problem.symbols:
        if symbol.name.replace("_", "") == spelled.replace("_", ""):
            return  # x1 and x_1 are one symbol
        if _letters(symbol.name) == base:
            hint = say("there is {name}", name=symbol.name)
            if symbol.name == base:
                hint = say("differentiate by {base}; the entry is one of its gradient", base=base)
            elif spelled == base:
                hint = say("write the function with {base} itself, as a vector or matrix", base=base)
            raise _wrong_variable(
                name, say("{name} does not occur, but {other} does", name=name, other=symbol.name), hint
            )
    if any(isinstance(node, Unspecified) and node.name == spelled for node in preorder(problem.function)):
        raise _wrong_variable(
            name, say("{name} is a function here", name=name), say("differentiate by what it is a function of")
        )


def _letters(name: str) -> str:
    """A name without digits and subscript."""
    return name.partition("_")[0].rstrip("0123456789")
