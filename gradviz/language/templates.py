"""What the palette, the Insert menu and the ``\\`` shortcuts put into the text: rows of data with placeholders.

A placeholder is one character that the language does not read, so that a text with an empty place is never taken for
a whole one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from gradviz.language.names import GREEK, canonical_name
from gradviz.sentences import say

__all__ = [
    "GLYPHS", "GROUPS", "LATEX_FORMS", "PLACEHOLDER", "SHORTCUTS", "TEMPLATES", "Template", "fill", "with_selection",
]  # fmt: skip

PLACEHOLDER = "▢"

GLYPHS: Mapping[str, str] = {
    name: letter
    for letter in map(chr, (*range(0x3B1, 0x3CA), *range(0x391, 0x3AA), 0x3F5, 0x3D5))
    if (name := canonical_name(letter)) in GREEK
}
"""Name -> Greek letter, for the letters that the language reads."""


@dataclass(frozen=True, slots=True)
class Template:
    """Something to insert.

    Attributes
    ----------
    id : its name in the program.
    title : what it is, as menus and tooltips say.
    text : what is inserted; each `PLACEHOLDER` is a place to fill.
    group : one of `GROUPS`.
    face : how it looks typeset (Typst's math mode), with □ for the places.
    sample : something to put into each place, so that the whole is accepted; it shows what belongs there.
    words : further words that completion finds it by.
    line : it is a line of its own, above the function.
    """

    id: str
    title: str
    text: str
    group: str
    face: str
    sample: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    line: bool = False


GROUPS = (say("Structure"), say("Matrices"), say("Functions"), say("Lines"), say("Greek"))

_STRUCTURE = (
    Template(
        "fraction", say("Fraction"), "(▢)/(▢)", "Structure", "□/□", ("x' A x", "x' x"), ("frac", "over", "divide")
    ),
    Template("power", say("Power of a scalar or square matrix"), "▢^▢", "Structure", "□^□", ("t", "3")),
    Template("square_root", say("Square root"), "√(▢)", "Structure", "sqrt(□)", ("x' x",), ("root",)),
    Template("transpose", say("Transpose"), "▢ᵀ", "Structure", "□^top", ("x",), ("transpose",)),
    Template("inverse", say("Inverse"), "▢⁻¹", "Structure", "□^(-1)", ("A",), ("inverse",)),
    Template("inverse_transpose", say("Inverse of the transpose"), "▢⁻ᵀ", "Structure", "□^(-top)", ("A",)),
    Template("norm", say("Norm"), "‖▢‖", "Structure", "norm(□)", ("x - y",), ("length",)),
    Template("norm_squared", say("Squared norm"), "‖▢‖^2", "Structure", "norm(□)^2", ("x - y",), ("square", "squared")),
    Template("norm_1", say("Sum of absolute values"), "‖▢‖_1", "Structure", "norm(□)_1", ("x",), ("lasso",)),
    Template(
        "inner", say("Inner product"), "⟨▢, ▢⟩", "Structure", "chevron.l □ comma □ chevron.r", ("x", "y"), ("dot",)
    ),
    Template(
        "quadratic", say("Quadratic form"), "▢ᵀ ▢ ▢", "Structure", "□^top thin □ thin □", ("x", "A", "x"), ("form",)
    ),
    Template(
        "hadamard", say("Entrywise (Hadamard) product"), "▢ ⊙ ▢", "Structure", "□ ⊙ □", ("x", "y"), ("entrywise",)
    ),
    Template("entrywise_quotient", say("Entrywise quotient"), "▢ ⊘ ▢", "Structure", "□ ⊘ □", ("x", "y")),
    Template("entrywise_power", say("Entrywise power"), "▢.^▢", "Structure", "□^(⊙□)", ("x", "2")),
    Template("kronecker", say("Kronecker product"), "▢ ⊗ ▢", "Structure", "□ ⊗ □", ("A", "B"), ("tensor",)),
    Template(
        "sum_over", say("Sum over an index"), "∑_{▢=1}^{▢} ▢", "Structure", "sum_□^□ □", ("i", "l", "s_i"), ("series",)
    ),
)
_MATRICES = (
    Template("trace", say("Trace"), "tr(▢)", "Matrices", 'op("tr") □', ("A",)),
    Template("determinant", say("Determinant"), "det(▢)", "Matrices", "det □", ("A",), ("determinant",)),
    Template("log_determinant", say("Logarithm of the determinant"), "logdet(▢)", "Matrices", "log det □", ("A",)),
    Template(
        "diagonal",
        say("Diagonal matrix of a vector, or diagonal of a matrix"),
        "diag(▢)",
        "Matrices",
        'op("diag") □',
        ("x",),
    ),
    Template("vec", say("Columns stacked into one"), "vec(▢)", "Matrices", 'op("vec") □', ("A",)),
    Template("entries_sum", say("Sum of all entries"), "sum(▢)", "Matrices", 'op("sum") □', ("x",)),
    Template("identity", say("Identity matrix"), "I", "Matrices", "I", (), ("eye",)),
    Template("ones_vector", say("Vector of ones"), "1_▢", "Matrices", "bold(1)_□", ("n",), ("ones",)),
    Template("entry", say("Entry of a vector"), "▢[▢]", "Matrices", "□_□", ("x", "1"), ("component",)),
    Template("matrix_entry", say("Entry of a matrix"), "▢[▢,▢]", "Matrices", "□_(□ □)", ("A", "1", "2")),
    Template(
        "vector_of", say("Column of entries"), "[▢; ▢]", "Matrices", 'vec(delim: "[", □, □)', ("s", "t"), ("vector",)
    ),
    Template(
        "matrix_of",
        say("Matrix of entries"),
        "[▢, ▢; ▢, ▢]",
        "Matrices",
        'mat(delim: "[", □, □; □, □)',
        ("s", "t", "0", "1"),
        ("matrix",),
    ),
)
_FUNCTIONS = (
    Template("exponential", say("Exponential function"), "exp(▢)", "Functions", "exp □", ("t",)),
    Template("logarithm", say("Natural logarithm"), "log(▢)", "Functions", "log □", ("t",)),
    Template("sine", say("Sine"), "sin(▢)", "Functions", "sin □", ("t",)),
    Template("cosine", say("Cosine"), "cos(▢)", "Functions", "cos □", ("t",)),
    Template("tanh", say("Hyperbolic tangent"), "tanh(▢)", "Functions", "tanh □", ("x",)),
    Template("logistic", say("Logistic function (sigmoid)"), "σ(▢)", "Functions", "sigma(□)", ("x",), ("logistic",)),
    Template("softplus", say("log(1 + exp), entry by entry"), "log(1 + exp(▢))", "Functions", "log(1 + e^□)", ("x",)),
    Template("relu", say("Positive part"), "max(0, ▢)", "Functions", "max(0 comma □)", ("x",), ("relu", "positive")),
    Template("absolute", say("Absolute value"), "|▢|", "Functions", "abs(□)", ("t",), ("modulus",)),
    Template(
        "log_sum_exp", say("Logarithm of a sum of exponentials"), "logsumexp(▢)", "Functions", "log sum e^□", ("x",)
    ),
    Template("softmax", say("Softmax"), "softmax(▢)", "Functions", 'op("softmax") □', ("x",)),
    Template(
        "density",
        say("Logarithm of a normal density"),
        "log N(▢; ▢, ▢)",
        "Functions",
        "log cal(N)(□; □ comma □)",
        ("x", "y", "A"),
        ("normal", "gaussian"),
    ),
)
_LINES = (
    Template("declare_scalar", say("Declare a scalar"), "▢ in R", "Lines", "□ in RR", ("t",), ("scalar",), line=True),
    Template("declare_positive", say("Declare a positive scalar"), "▢ in R positive", "Lines", "□ > 0", ("t",),
             line=True),
    Template("declare_vector", say("Declare a vector"), "▢ in R^▢", "Lines", "□ in RR^□", ("x", "n"), ("vector",),
             line=True),
    Template("declare_matrix", say("Declare a matrix"), "▢ in R^(▢,▢)", "Lines", "□ in RR^(□ times □)", ("A", "n", "n"),
             ("matrix",), line=True),
    Template("declare_symmetric", say("Declare a symmetric matrix"), "▢ in R^(n,n) symmetric", "Lines",
             "□ = □^top", ("A",), line=True),
    Template("declare_definite", say("Declare a positive definite matrix"), "▢ in R^(n,n) positive definite", "Lines",
             "□ succ 0", ("A",), line=True),
    Template("declare_function", say("Declare an unspecified function"), "▢: R^▢ -> R", "Lines", "□ : RR^□ -> RR",
             ("L", "n"), line=True),
    Template("definition", say("Name a part: a definition"), "▢ = ▢", "Lines", "□ = □", ("u", "A x"), ("let",),
             line=True),
)  # fmt: skip
_GREEK = tuple(
    Template(f"greek_{name}", name, GLYPHS[name], "Greek", GLYPHS[name])
    for name in (
        *(name for name in GREEK if name in GLYPHS and name[0].islower() and name not in ("omicron", "varphi")),
        "varphi", "Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi", "Sigma", "Phi", "Psi", "Omega",
    )
)  # fmt: skip

TEMPLATES: tuple[Template, ...] = (*_STRUCTURE, *_MATRICES, *_FUNCTIONS, *_LINES, *_GREEK)

SHORTCUTS: Mapping[str, str] = {
    **GLYPHS,
    "otimes": "⊗", "odot": "⊙", "oslash": "⊘", "circ": "∘", "cdot": "·", "times": "×",
    "in": "∈", "to": "→", "R": "ℝ", "nabla": "∇", "sum": "∑", "langle": "⟨", "rangle": "⟩",
    "Vert": "‖", "lVert": "‖", "rVert": "‖", "top": "ᵀ", "T": "ᵀ", "inv": "⁻¹",
    "norm": "‖▢‖", "inner": "⟨▢, ▢⟩", "sqrt": "√(▢)",
}  # fmt: skip
"""What is typed behind a backslash -> what it turns into. Each means the same as the LaTeX of that name, where there
is one."""

LATEX_FORMS: Mapping[str, str] = {
    "frac": r"\frac{▢}{▢}",
    "begin": r"\begin{bmatrix} ▢ & ▢ \\ ▢ & ▢ \end{bmatrix}",
    "mathbf": r"\mathbf{▢}",
    "operatorname": r"\operatorname{▢}",
}
"""LaTeX that stays LaTeX: completion offers its braces, typing it turns into nothing."""

_ATOM = re.compile(r"\\?[^\W\d_]\w*|\d+(?:\.\d+)?")
_OPENERS, _CLOSERS = "([{‖⟨|", ")]}‖⟩|"


def fill(template: Template, *parts: str) -> str:
    """The text with its first places filled."""
    text = template.text
    for part in parts:
        text = text.replace(PLACEHOLDER, part, 1)
    return text


def with_selection(text: str, selected: str) -> str:
    """A template's text with a selection in its first place, in brackets where it would fall apart without."""
    at = text.find(PLACEHOLDER)
    if at < 0 or not selected:
        return text
    selected = selected.strip()
    before, after = text[:at].rstrip(), text[at + 1 :].lstrip()
    fenced = bool(before) and before[-1] in _OPENERS and bool(after) and after[0] in (*_CLOSERS, ",", ";")
    alone = not before and not after
    if not (fenced or alone or _is_atom(selected)):
        selected = f"({selected})"
    return text[:at] + selected + text[at + 1 :]


def _is_atom(text: str) -> bool:
    """Whether a text stays together under any operator: a name, a number, or one pair of brackets."""
    if _ATOM.fullmatch(text):
        return True
    if not (text.startswith("(") and text.endswith(")")):
        return False
    depth = 0
    for i, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        if depth == 0 and i < len(text) - 1:
            return False
    return depth == 0
