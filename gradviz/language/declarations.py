"""Declarations: ``A in R^(n,m) symmetric, positive definite``, ``x in R^n``, ``t in R positive``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gradviz.algebra.properties import DECLARABLE
from gradviz.algebra.shapes import Dim, Shape
from gradviz.language.diagnostics import Diagnostic
from gradviz.language.names import canonical_name
from gradviz.language.unicode_input import RAISED, RAISED_AS_ASCII
from gradviz.sentences import say

__all__ = [
    "SQUARE_ONLY",
    "Declaration",
    "is_declaration",
    "is_signature",
    "property_words",
    "read_declaration",
    "read_signature",
    "split_declarations",
]

_NAME = r"(?:\\(?:mathbf|boldsymbol|bm)\s*\{)?\\?[^\W\d_]+\d*(?:_\w+|_\{[^}]*\}|(?<=lambda)_)?\}?"
_HEAD = re.compile(rf"\s*(?P<names>{_NAME}(?:\s*,\s*{_NAME})*)\s*(?:\bin\b|∈|\\in(?![A-Za-z]))\s*")
_SPACE = re.compile(
    rf"(?:(?P<symmetric>[S𝕊]|\\mathbb\s*\{{\s*S\s*\}})|(?P<whole>[NZℕℤ]|\\mathbb\s*(?:\{{\s*[NZ]\s*\}}|[NZ]))|R|ℝ"
    rf"|\\R|\\mathbb\s*(?:\{{\s*R\s*\}}|R))(?![A-Za-z0-9_({{])\s*"
    rf"(?:\^\s*(?:\(\s*(?P<dims>[^()]*)\)|\{{\s*(?P<braced>[^{{}}]*)\}}|(?P<one>[A-Za-z0-9]+))|(?P<raised>[{RAISED}×]+))?\s*"
    r"(?P<cone>_\{?\+{1,2}\}?|₊{1,2})?\s*"
)
"""``R^n``, ``ℝ^{m×n}``, ``ℝⁿ``, ``R^n_+`` (positive); ``S^n``, ``S^n_+``, ``S^n_{++}`` (symmetric, semidefinite,
definite); ``N`` and ``Z`` for a number, which only needs to be whole where a matrix is raised to it.
"""
_CONES = {"": "symmetric", "+": "positive semidefinite", "₊": "positive semidefinite"}
_DIM = re.compile(r"[A-Za-z]\w*|[1-9]\d{0,5}")
SQUARE_ONLY = frozenset(DECLARABLE) - {"full rank", "positive"}


_CLAUSE = re.compile(
    rf"(?P<before>^|[,;]|,?\s*\b(?:where|with|for)\b)\s*(?P<head>{_NAME}(?:\s*,\s*{_NAME})*)\s*(?:\bin\b|∈|\\in(?![A-Za-z]))"
)
"""Where a declaration begins: at the start of a line, or behind the function after a comma or ``where``."""


@dataclass(frozen=True, slots=True)
class Declaration:
    """One declared name."""

    name: str
    shape: Shape
    properties: frozenset[str]
    whole: bool = False
    """Whether it was declared as a whole number, ``k in N``."""


def _plain(name: str) -> str:
    """A name without the commands that dress it."""
    return re.sub(r"\\(?:mathbf|boldsymbol|bm)\s*\{|[\\}]", "", name).strip()


def split_declarations(line: str) -> tuple[int, list[tuple[int, str]]]:
    """A line as a function and declarations: ``x' A x, A in R^(n,n) symmetric``.

    Returns
    -------
    Where the function ends (0 where there is none), and each declaration with its place in the line.
    """
    found: list[tuple[int, int]] = []
    for match in _CLAUSE.finditer(line):
        start = match.start("head")
        while (word := _LEADING_PROPERTY.match(line, start, match.end())) is not None:
            start = word.end()  # ``symmetric, B in ...``: the property belongs to what came before
        found.append((match.start() if start == match.start("head") else start, start))
    if not found:
        return len(line), []
    ends = [*(cut for cut, _ in found[1:]), len(line)]
    pieces = [(start, line[start:end].rstrip(" ,;")) for (_, start), end in zip(found, ends, strict=True)]
    return found[0][0], pieces


_LEADING_PROPERTY = re.compile(rf"(?:{'|'.join(w for w in DECLARABLE if ' ' not in w)})\s*,\s*")


def is_declaration(line: str) -> bool:
    return _HEAD.match(line) is not None


def read_declaration(text: str, line_start: int, line: str) -> tuple[list[Declaration], list[Diagnostic]]:
    """The declarations of one line of `text`, which begins at `line_start`; or what is wrong with it."""
    head = _HEAD.match(line)
    assert head is not None

    def wrong(start: int, end: int, message: str, suggestion: str = "") -> tuple[list[Declaration], list[Diagnostic]]:
        return [], [Diagnostic.at(text, line_start + start, line_start + end, message, suggestion)]

    space = _SPACE.match(line, head.end())
    if space is None:
        return wrong(
            head.end(), len(line), say("expected R, R^n or R^(n,m) after 'in'"), say("for example A in R^(n,m)")
        )
    if line[space.end() : space.end() + 1] in ("^", "("):
        message = say("the sizes are not closed, or missing")
        return wrong(space.end(), len(line), message, say("write R^n or R^(n,m)"))
    found = next((g for g in ("dims", "braced", "one", "raised") if space.group(g) is not None), None)
    dims: list[Dim] = []
    if found is not None:
        for word in _sizes(space.group(found), found):
            if not _DIM.fullmatch(word):
                start, end = space.span(found)
                return wrong(
                    start,
                    end,
                    say("{word!r} is not a size", word=word) if word else say("nothing is not a size"),
                    say("a size is a whole number or a name: R^(n,3)"),
                )
            dims.append(int(word) if word.isdigit() else word)
        if len(dims) > 2:
            return wrong(*space.span(found), say("a matrix has two sizes"), say("for example R^(n,m)"))
    if dims and space.group("whole"):
        message = say("arrays of whole numbers are not known")
        return wrong(*space.span(), message, say("for example A in R^(n,m)"))
    properties: set[str] = set()
    if space.group("symmetric"):
        if len(dims) != 1:
            return wrong(*space.span(), say("the symmetric matrices S^n have one size"), say("for example S in S^n"))
        dims = dims * 2
        cone = (space.group("cone") or "").strip("_{}")
        properties.add(
            {"": "symmetric", "+": "positive semidefinite", "₊": "positive semidefinite"}.get(cone, "positive definite")
        )
    elif space.group("cone"):
        properties.add("positive")
    shape = Shape(dims[0] if dims else 1, dims[1] if len(dims) == 2 else 1)
    rest = re.sub(r"#.*", "", line)[space.end() :]
    offset = space.end()
    for word, start in property_words(rest):
        if word not in DECLARABLE:
            hint = say("known are {properties}", properties=", ".join(DECLARABLE))
            return wrong(
                offset + start, offset + start + len(word), say("the property {word!r} is not known", word=word), hint
            )
        if word in SQUARE_ONLY and shape.rows != shape.cols:
            return wrong(
                offset + start,
                offset + start + len(word),
                say("only a square matrix is {word}, and this is {shape}", word=word, shape=shape),
            )
        properties.add(word)
    names = [canonical_name(_plain(name)) for name in head.group("names").split(",")]
    whole = space.group("whole") is not None
    return [Declaration(name, shape, frozenset(properties), whole) for name in names], []


def _sizes(text: str, group: str) -> list[str]:
    """The sizes as they were written: ``n,m``, ``n×m``, ``n \\times m``, ``nxm``, ``ⁿ``."""
    if group == "raised":
        return text.translate(RAISED_AS_ASCII).replace("x", "×").split("×")
    if group == "one":
        pair = re.fullmatch(r"([a-z]|\d+)x([a-z]|\d+)", text)
        return [*pair.groups()] if pair is not None else [text]
    return [piece.strip() for piece in re.split(r"[,×x*]|\\times", text)]


_SIGNATURE = re.compile(
    r"\s*(?P<name>[^\W\d_]\w*)\s*:\s*(?P<source>.+?)\s*(?:->|→|\\to\b|\\rightarrow\b)\s*(?P<target>[^#]+?)\s*(?:#.*)?$"
)


def is_signature(line: str) -> bool:
    """Whether a line declares an unspecified function, ``L: R^n -> R``."""
    return _SIGNATURE.match(line) is not None


def read_signature(text: str, line_start: int, line: str) -> tuple[str, Dim, Dim, Dim] | Diagnostic:
    """The name, the rows of the argument and the value, and the columns of the argument, or what is wrong."""
    match = _SIGNATURE.match(line)
    assert match is not None
    sizes: list[list[Dim]] = []
    for group in ("source", "target"):
        space = _SPACE.fullmatch(match.group(group))
        written = next((space.group(g) for g in ("dims", "braced", "one") if space.group(g)), "1") if space else ""
        words = [word.strip() for word in re.split(r"[,×]|\\times\b", written)]
        most = 2 if group == "source" else 1
        if len(words) > most or not all(_DIM.fullmatch(word) for word in words):
            start, end = match.span(group)
            message = say("an unspecified function goes from R, R^n or R^(n,m) to R or R^m")
            return Diagnostic.at(text, line_start + start, line_start + end, message, say("for example L: R^n -> R"))
        sizes.append([int(word) if word.isdigit() else word for word in words])
    (rows, *cols), (target,) = sizes
    if cols and cols[0] != 1 and target != 1:
        start, end = match.span("target")
        message = say("an unspecified function of a matrix has a number for its value")
        return Diagnostic.at(text, line_start + start, line_start + end, message, say("for example L: R^(n,m) -> R"))
    return canonical_name(match.group("name")), rows, target, cols[0] if cols else 1


def property_words(rest: str) -> list[tuple[str, int]]:
    """The properties, separated by commas, "and" or spaces, two-word ones whole."""
    found = []
    pattern = re.compile(r"positive[\s-]+(?:semi-?\s*)?definite|full\s+(?:column\s+)?rank|non-?singular|[^\s,]+")
    synonyms = {
        "spd": "positive definite",
        "pd": "positive definite",
        "psd": "positive semidefinite",
        "nonsingular": "invertible",
        "non-singular": "invertible",
        "full column rank": "full rank",
    }
    for match in pattern.finditer(rest):
        word = (
            re.sub(r"[\s-]+(?=definite|semi|rank)|(?<=full)[\s-]+", " ", re.sub(r"\s+", " ", match.group()))
            .replace("semi-definite", "semidefinite")
            .replace("semi definite", "semidefinite")
        )
        if word != "and":
            found.append((synonyms.get(word, word), match.start()))
    return found
