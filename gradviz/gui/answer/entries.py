"""An answer that is given by an entry, ``sum_j (A_ij + A_ji) x_j``, as a vector or matrix. No Qt here.

Multiplied by the entries of an unknown Q and added up it is a function of Q, whose gradient is the answer meant: the
language reads the sum, and the engine finds the gradient.
"""

from __future__ import annotations

from itertools import chain, count

from gradviz import api
from gradviz.algebra.nodes import Expr
from gradviz.algebra.shapes import space_text
from gradviz.gui.answer.names import NAME, declarations_of, error_at, known_symbols, settled
from gradviz.language.diagnostics import Diagnostic, LanguageError
from gradviz.language.names import canonical_name
from gradviz.language.scanner import scan
from gradviz.sentences import say

__all__ = ["from_entry"]


def from_entry(derivation: api.Derivation, text: str, which: int) -> Expr | None:
    """What an answer with free indices is an entry of; None for an answer that has none.

    Raises
    ------
    LanguageError
        Where such an answer is not understood.
    """
    free = _free_indices(derivation, text)
    results = derivation.core.results
    if not free or "\n" in text or not results:
        return None
    shape = results[which].expression.shape
    sizes = [dim for dim in shape if len(free) > 1 or dim != 1]
    if len(sizes) != len(free):
        return None
    known = known_symbols(derivation)
    unknown = next(name for name in chain("QZVKJHGP", map("Q{}".format, count(1))) if name not in known)
    start = f"sum_{free}(("
    probe = f"{start}{text}) * {unknown}_{free})"
    declarations = [*declarations_of(derivation), f"{unknown} in {space_text(*sizes)}"]
    try:
        found = api.derive(probe, wrt=unknown, declare=declarations)
    except LanguageError as error:
        if any(finding.message.startswith(f"{unknown} ") for finding in error.diagnostics):
            message = say("an entry of this is no entry of the derivative, which is {shape}", shape=str(shape))
            raise error_at(text, 0, len(text), message, say("look at what each index runs over")) from error
        raise LanguageError([_shifted(d, text, len(start)) for d in error.diagnostics], text) from error
    if not found.core.results:
        hint = say("write the answer with vectors and matrices")
        raise error_at(text, 0, len(text), say("this answer by an entry is not understood"), hint)
    return settled(derivation, found.core.results[0].expression)[1]


def _free_indices(derivation: api.Derivation, text: str) -> str:
    """The letters that stand for a row or a column and that no sum binds, in the order of the alphabet."""
    known = known_symbols(derivation)
    tokens = scan(text)[0]
    bound = {token.text.split(" ")[0] for token in tokens if token.kind == "INDEXSUM"}
    found: set[str] = set()
    for token in tokens:
        name = canonical_name(token.text) if token.kind == "WORD" else ""
        base, _, indices = name.rpartition("_")
        array = known.get(base)
        if array is None or array.is_scalar or name in known or not NAME.fullmatch(base):
            continue
        needed = 1 if 1 in array.shape else 2
        if len(indices) == needed and indices.isalpha() and indices.islower():
            found |= set(indices) - bound
    return "".join(sorted(found)) if len(found) <= 2 else ""


def _shifted(finding: Diagnostic, text: str, by: int) -> Diagnostic:
    start, end = (max(0, min(place - by, len(text))) for place in (finding.start, finding.end))
    return Diagnostic.at(text, start, max(end, start), finding.message, finding.suggestion)
