"""One formula, three spellings: ASCII, LaTeX as people paste it, and Unicode mean the same expression."""

from __future__ import annotations

import json
import re
from pathlib import Path

import numpy as np
import pytest

from gradviz.algebra.functions import FUNCTIONS
from gradviz.algebra.nodes import Expr
from gradviz.algebra.walk import symbols
from gradviz.language.names import GREEK
from gradviz.language.parser import parse
from tests import oracle

TABLE = json.loads((Path(__file__).parents[1] / "data" / "spellings.json").read_text(encoding="utf-8"))
IDS = [row["ascii"].replace("\n", "; ") for row in TABLE]
LETTERS = dict(zip(GREEK[:24], "αβγδεζηθικλμνξοπρστυφχψω", strict=True)) | {"Sigma": "Σ"}
DIMS = {"n": 3, "m": 4, "p": 2, "q": 5, "l": 3, "k": 2}
RAISED = {"2": "²", "3": "³", "4": "⁴", "-1": "⁻¹"}


def value(expr: Expr, seed: int) -> np.ndarray:
    rng = np.random.default_rng(seed)
    drawn = {s: oracle.sample(s, DIMS, rng) for s in sorted(symbols(expr), key=lambda s: s.name)}
    with np.errstate(invalid="ignore"):
        return oracle.value(expr, drawn, DIMS)


@pytest.mark.parametrize("row", TABLE, ids=IDS)
def test_latex_means_what_ascii_means(row):
    ascii_, latex = (parse(row[spelling], row["declare"]).function for spelling in ("ascii", "latex"))
    if row["same"]:
        assert latex is ascii_
        return
    # Written with other signs (|X| for det X, 1'x for sum(x)): equal as functions.
    assert set(symbols(latex)) == set(symbols(ascii_))
    pairs = [(value(latex, seed), value(ascii_, seed)) for seed in range(8)]
    defined = [(a, b) for a, b in pairs if np.isfinite(a).all()]  # log(det(X)) needs a positive determinant
    assert defined
    for a, b in defined:
        np.testing.assert_allclose(a, b, rtol=1e-9)


def unicoded(text: str) -> str:
    """A text with every sign that has one as its Unicode character."""
    text = re.sub(r"(?<!\.)\^(-1|[234])(?![\d/.])", lambda m: RAISED[m.group(1)], text)
    text = re.sub(r"([A-Za-z)\]])'", r"\1ᵀ", text)
    text = text.replace(" .* ", " ⊙ ").replace(" - ", " − ").replace("||", "‖").replace("1/2", "½")
    text = re.sub(r"<([^<>]*),([^<>]*)>", r"⟨\1,\2⟩", text)
    text = re.sub(r"(?<![_{\w])([A-Za-z])_([0-9])(?![\w(])", lambda m: m.group(1) + "₀₁₂₃₄₅₆₇₈₉"[int(m.group(2))], text)
    return re.sub(r"[A-Za-z]+(?!\()", lambda m: LETTERS.get(m.group(), m.group()), text)


@pytest.mark.parametrize("row", TABLE, ids=IDS)
def test_unicode_means_what_ascii_means(row):
    plain = re.sub(r"\b([A-Za-z])_([0-9])\b", r"\1\2", row["ascii"])  # x₁ is spelt x1
    assert parse(unicoded(plain), row["declare"]).function is parse(plain, row["declare"]).function


def test_most_rows_of_the_table_have_something_to_change():
    assert sum(unicoded(row["ascii"]) != row["ascii"] for row in TABLE) > 90
    assert sum("\\" in row["latex"] for row in TABLE) > 110


SPELLINGS = [
    ("x_i + 1", "xᵢ + 1"),
    ("x' A x", "𝐱ᵀ𝐀𝐱"),
    ("||y - X beta||^2", "‖y − Xβ‖₂²"),
    ("max(abs(A x - b))", r"\|Ax-b\|_\infty"),
    ("max(abs(x))", "norm(x, inf) "),
    ("max(abs(x))", "‖x‖_∞"),
    ("1/2 x' A x", "½ xᵀAx"),
    ("A^-T x", "A⁻ᵀx"),
    ("sqrt(t) + sqrt(x' x)", "√t + √(xᵀx)"),
    ("sum_{i=1}^{n} log(1 + exp(-y_i <w, x_i>))", "∑ᵢ₌₁ⁿ log(1 + exp(−yᵢ⟨w, xᵢ⟩))"),
    ("t^n", "tⁿ"),
    ("A x .* b", "A·x ⊙ b"),
    ("kron(A, B)", "A ⊗ B"),
    # fonts, accents, layers, subscripts
    ("sum_{i=1}^{n} x_i' w", r"\sum_{i=1}^n \mathbf{x}_i^\top \mathbf{w}"),
    ("mu_k + 1", r"\boldsymbol{\mu}_k + 1"),
    ("W_1 x", "W^{(1)} x"),
    ("y_hat - y", r"\hat{y} - y"),
    ("x_bar + x_star", r"\bar{\mathbf{x}} + x^*"),
    ("y_true - y", r"y_{\text{true}} - y"),
    ("t^(1/3)", r"\sqrt[3]{t}"),
    ("[1, 2; 3, 4] x", r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix} x"),
    ("x' A x", "\\begin{align*}\n f(x) &= x^\\top A x\n\\end{align*}"),
    ("x' A x", r"\[ f(x) = x^{\mathsf{T}} A x \]"),
    ("1/2 ||A x - b||^2", r"f(x) = \frac{1}{2}\left\| A x - b\right\|_2^2 \\"),
]


@pytest.mark.parametrize(("plain", "pasted"), SPELLINGS, ids=[pasted for _, pasted in SPELLINGS])
def test_pasted_notation_means_the_plain_one(plain, pasted):
    assert parse(pasted).function is parse(plain).function


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a ≤ b", "constraints are not part"),
        (r"A^\dagger x", "the pseudo-inverse"),
        (r"\partial f", "a derivative is not typed"),
        (r"\int x", "an integral"),
        (r"\begin{tikzpicture} x", "this environment is not understood"),
        ("x⁻", "a raised sign needs"),
    ],
)
def test_notation_without_a_meaning_here_says_what_to_do(text, message):
    with pytest.raises(ValueError, match=message):
        parse(text)


SPELLINGS = {spelling for row in FUNCTIONS.values() for spelling in (row.name, *row.aliases)}


@pytest.mark.parametrize("name", sorted(s for s in SPELLINGS - {"abs", "sigma"} if s.isalpha()))
def test_every_function_is_a_command_of_latex_too(name):
    assert parse(f"\\{name}(x)").function is parse(f"\\{name}{{x}}").function is parse(f"{name}(x)").function
