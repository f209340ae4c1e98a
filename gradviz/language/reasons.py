"""Why the text was read as it was: the listing of everything that was decided rather than said.

The size of a matrix is explained by what it meets ("n×n because x is n×1 in x' A x"): every pair of dimensions that the
text makes equal is a tie (`gradviz.language.typing.Tie`), and the explanation is the shortest chain of ties that leads
from the name to one that is known already.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence

from gradviz.algebra.functions import FUNCTIONS
from gradviz.algebra.nodes import Symbol
from gradviz.algebra.shapes import Shape, dim_text
from gradviz.language.entry_sums import has_entries
from gradviz.language.kinds import conventional_kind
from gradviz.language.problem import Assumption
from gradviz.language.shorthands import WRITTEN
from gradviz.language.syntax import PRODUCT, Syntax
from gradviz.language.typing import Tie, Typing, snippet
from gradviz.sentences import say

__all__ = ["notation_assumptions", "symbol_assumptions"]

_CUSTOM = {
    "matrix": say("an upper-case letter is a matrix by convention"),
    "vector": say("a lower-case letter is a column vector by convention"),
    "scalar": say("a Greek letter or t is a scalar by convention"),
}
_EVIDENT = {
    "matrix": say(
        "it has entries with two indices, is inverted, multiplies a vector, or stands in a determinant or trace"
    ),
    "vector": say("it is transposed, stands in a norm, or has entries"),
}
_KINDS = {"matrix": say("matrix"), "vector": say("vector"), "scalar": say("scalar")}
Spans = tuple[tuple[int, int], ...]
_ORDER = {"scalar": 0, "vector": 1, "matrix": 2}


def symbol_assumptions(
    text: str,
    found: Sequence[Symbol],
    typing: Typing,
    kinds: Mapping[str, str],
    evident: Mapping[str, str],
    misfit: tuple[str, frozenset[str]],
) -> Iterator[Assumption]:
    """What was decided about each undeclared name.

    Parameters
    ----------
    found : the symbols of the function.
    typing : solved.
    kinds : the kind of every undeclared name.
    evident : the kinds that the notation gives away.
    misfit : what does not fit if all names have their conventional kinds, or "", and the names it is about.
    """
    names = [s.name for s in found]
    order = {name: i for i, name in enumerate(sorted(names, key=lambda s: _ORDER.get(kinds.get(s, ""), -1)))}
    explained = _Sizes(text, typing, order)
    for symbol in found:
        if symbol.name not in kinds:
            continue
        kind, usual = kinds[symbol.name], conventional_kind(symbol.name)
        if kind == usual:
            reason = _CUSTOM[usual]
        elif evident.get(symbol.name) == kind:
            reason = _EVIDENT[kind]
        elif symbol.name in misfit[1]:
            reason = say("a {kind} does not fit: {reason}", kind=_KINDS[usual], reason=misfit[0])
        elif misfit[0]:
            reason = say("a {kind} does not fit beside the rest", kind=_KINDS[usual])
        else:
            reason = say("a {kind} would fit, but the function would not be a scalar", kind=_KINDS[usual])
        size = explained.of(symbol.name, symbol.shape)
        if size:
            reason = say("{reason}; {size}", reason=reason, size=size)
        yield Assumption(symbol.name, kind_words(symbol.shape), reason)


def kind_words(shape: Shape) -> str:
    """``scalar``, ``n×1 column vector`` or ``m×n matrix``."""
    if shape.is_scalar:
        return say("scalar")
    if shape.is_column:
        return say("{size} column vector", size=str(shape))
    return say("{size} matrix", size=str(shape))


class _Sizes:
    """Explains the sizes of names by the ties of a typing."""

    def __init__(self, text: str, typing: Typing, order: Mapping[str, int]) -> None:
        self.text = text
        self.typing = typing
        self.order = order
        self.ties: dict[int, list[Tie]] = {}
        for tie in typing.ties:
            self.ties.setdefault(tie.a, []).append(tie)
            self.ties.setdefault(tie.b, []).append(tie)
        self.owners: dict[int, list[str]] = {}
        for name in order:
            t = typing.name_type(name)
            for variable in {t.rows, t.cols}:
                self.owners.setdefault(variable, []).append(name)

    def of(self, name: str, shape: Shape) -> str:
        """Why the name has its size, or "" where it names its size itself."""
        t = self.typing.name_type(name)
        if name in self.typing.squared:
            return say("square because nothing else settles its size")
        found: dict[str, list[tuple[str, Spans]]] = {}
        for what, variable in (("rows", t.rows), ("columns", t.cols)):
            if not self.typing.is_one(variable):
                reached = self._known(name, variable)
                if reached is not None:
                    found.setdefault(reached[0], []).append((what, reached[1]))
        if not found:
            return ""
        pieces = []
        for other, rows in found.items():
            spans = _joined([span for _, spans in rows for span in spans])
            where = _all_of(list(dict.fromkeys(snippet(self.text, start, end) for start, end in spans)))
            size = str(self.typing.shape(self.typing.name_type(other)))
            pieces.append(say("{name} is {size} in {place}", name=other, size=size, place=where))
        complete = sum(len(rows) for rows in found.values()) == (not shape.is_column) + (not shape.is_row)
        (first, *_), *_ = found.values()
        settled: str = str(shape)
        if not complete and first[0] == "rows":
            settled = say("{n} rows", n=dim_text(shape.rows))
        elif not complete:
            settled = say("{n} columns", n=dim_text(shape.cols))
        return say("{size} because {reason}", size=settled, reason=_all_of(pieces))

    def _known(self, name: str, variable: int) -> tuple[str, Spans] | None:
        """The nearest name that is known before this one and has this dimension, and the places that lead to it."""
        queue: deque[tuple[int, Spans]] = deque([(variable, ())])
        seen = {variable}
        while queue:
            at, spans = queue.popleft()
            for owner in self.owners.get(at, ()):
                if self.order[owner] < self.order[name] and spans:
                    return owner, spans
            for tie in self.ties.get(at, ()):
                beyond = tie.b if tie.a == at else tie.a
                if beyond not in seen:
                    seen.add(beyond)
                    queue.append((beyond, (*spans, (tie.start, tie.end))))
        return None


def _all_of(parts: Sequence[str]) -> str:
    """``a and b and c``."""
    whole = parts[0]
    for part in parts[1:]:
        whole = say("{first} and {second}", first=whole, second=part)
    return whole


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches of text in reading order, those that touch or overlap made one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def notation_assumptions(text: str, trees: Sequence[Syntax], typing: Typing) -> Iterator[Assumption]:
    """What ambiguous notation was taken to mean, in reading order, each reading once."""
    told: set[tuple[str, str]] = set()
    for tree in trees:
        for part in _preorder(tree):
            for note in _read(part, typing, text):
                if (note.subject, note.statement) not in told:
                    told.add((note.subject, note.statement))
                    yield note


def _preorder(tree: Syntax) -> Iterator[Syntax]:
    waiting = [tree]
    while waiting:
        part = waiting.pop()
        yield part
        waiting += reversed(part.parts)


def _read(part: Syntax, typing: Typing, text: str) -> Iterator[Assumption]:
    here = snippet(text, part.start, part.end)
    parts = part.parts
    if part.kind == "name" and part.text in typing.kinds and _is_unit_vector(part.text, typing):
        yield Assumption(
            here, say("unit vector number {n}", n=part.text.strip("e_")), say("e with a number, not declared"), True
        )
    elif part.kind == "indexed sum" and has_entries(part):
        yield Assumption(here, say("a product of whole vectors and matrices"), say("a sum over their entries"), True)
    elif part.kind == "indexed sum" and parts[0].bracketed and text[parts[0].start] not in "([{\\":
        yield Assumption(here, say("a sum of all these terms"), say("the later ones use its index too"), True)
    elif part.kind == "product" and "·" in part.signs and part in typing.dots:
        yield Assumption(here, say("an inner product"), say("a dot between two columns"), True)
    elif part.kind == "product":
        groups = typing.groups.get(part, [])
        for group in groups if len(groups) > 1 else []:
            first, last = parts[group[0]], parts[group[-1]]
            if len(group) > 1 and typing.is_one(typing.types[first].rows) and typing.is_one(typing.types[last].cols):
                scalar = snippet(text, first.start, last.end)
                reason = say("it multiplies the rest of {here}", here=here)
                yield Assumption(scalar, say("a 1×1 product, acts as a scalar"), reason, True)
    elif part.kind == "norm":
        argument = typing.types[parts[0]]
        if not part.text and not typing.is_one(argument.cols) and not typing.is_one(argument.rows):
            yield Assumption(
                here, say("the Frobenius norm"), say("the norm of a matrix, where no other is named"), True
            )
        elif part.text == "2" and not typing.is_one(argument.cols) and not typing.is_one(argument.rows):
            yield Assumption(here, say("the largest singular value"), say("the 2-norm of a matrix"), True)
        elif part.text == "nuc":
            yield Assumption(
                here, say("the nuclear norm"), say("of a matrix of full column rank: tr((X' X)^(1/2))"), True
            )
    elif part.kind == "bars" and not typing.is_scalar(typing.types[parts[0]]):
        yield Assumption(here, say("a determinant"), say("single bars around a square matrix"), True)
    elif part.kind == "call":
        yield from _read_call(part, here, typing, text)
    elif part.kind == "sum" and not typing.is_scalar(typing.types[part]):
        for term in parts:
            if typing.is_scalar(typing.types[term]):
                number = snippet(text, term.start, term.end)
                reason = say("it is added to a matrix or vector in {here}", here=here)
                yield Assumption(number, say("this number in every entry"), reason, True)
    elif part.kind == "name" and part.text == "e" and "e" not in typing.kinds and "e" not in typing.shapes:
        yield Assumption("e", say("Euler's number"), say("it is raised to a power somewhere in the text"), True)


def _is_unit_vector(name: str, typing: Typing) -> bool:
    t = typing.name_type(name)
    return name.startswith("e") and name.strip("e_").isdigit() and typing.is_one(t.cols) and not typing.is_one(t.rows)


def _read_call(part: Syntax, here: str, typing: Typing, text: str) -> Iterator[Assumption]:
    name, argument = part.text, part.parts[0]
    if name == PRODUCT:
        reason = say("factors that are no entries of a vector are taken to be positive")
        read = say("det(diag(x)) of a vector's entries, else the exponential of the sum of logarithms")
        yield Assumption(here, read, reason, True)
    if "bare" in part.signs and argument.parts and not argument.bracketed:
        taken = snippet(text, argument.start, argument.end)
        reason = say("a function without brackets takes the product that follows")
        yield Assumption(here, f"{name}({taken})", reason, True)
    if name == "logdet":
        yield Assumption(here, say("log |det| of the matrix"), say("the absolute value lets the logarithm exist"), True)
    if name == "softmax" and not typing.is_one(typing.types[argument].cols):
        read = say("the softmax of each row") if len(part.parts) == 1 else say("the softmax of each column")
        yield Assumption(here, read, say("its argument is a matrix"), True)
    if name == "norm" and len(part.parts) == 2 and part.parts[1].text == "2":
        whole = typing.types[argument]
        if not typing.is_one(whole.cols) and not typing.is_one(whole.rows):
            yield Assumption(here, say("the largest singular value"), say("the 2-norm of a matrix"), True)
    if name == "sigmoid" and "sig" not in here[:3] + here[1:4]:
        yield Assumption(here, say("the logistic function"), say("sigma stands before a bracket and never alone"), True)
    if name in ("normcdf", "gamma") and here[:1] in "\\ΦΓPG":
        read = say("the normal distribution function") if name == "normcdf" else say("the gamma function")
        reason = say("the Greek letter stands directly before a bracket and never alone; declare it to multiply")
        yield Assumption(here, read, reason, True)
    elif name in WRITTEN:
        yield Assumption(here, WRITTEN[name], say("{name}(x) is short for it", name=name), True)
    if name in FUNCTIONS and not typing.is_scalar(typing.types[argument]):
        yield Assumption(
            here, say("{name} of every entry", name=name), say("a function of one variable acts on each entry"), True
        )
