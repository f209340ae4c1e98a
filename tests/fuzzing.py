"""Bad input by the million: mutated formulas, word salads and broken Unicode, each from a seed."""

from __future__ import annotations

import json
import random
from pathlib import Path

__all__ = ["make"]

WORDS = [
    *"xyzwabcABCXWSt", "alpha", "beta", "lambda", "sigma", "x_1", "A_12", "x_i", "A_ij", "pi", "e", "e_1", "I", "1_n",
    "1", "2", "0", "0.5", "1/2", "+", "-", "*", "/", "^", "^2", "^-1", "^T", "'", ".*", "./", ".^", "(", ")", "[", "]",
    "[1,2]", "[x; y]", "||", "|", "<", ">", ",", ";", "=", ":", "\n", " ", " ", "sin", "log", "det", "tr", "inv(",
    "diag(", "vec(", "unvec(", "kron(", "sum(", "sum_{i=1}^{n}", "sum_ij", "softmax(", "norm(", "ones(", "exp(", "in",
    "R", "R^n", "R^(n,n)", "symmetric", "positive definite", "#", "⊙", "⊗", "ᵀ", "²", "⁻¹", "∈", "√", "∑ᵢ", "½", "‖", "𝐱",
    "∇", "\\frac", "\\sqrt[3]", "\\begin{bmatrix}", "\\end{bmatrix}", "\\\\", "\\hat", "\\mathbf", "{", "}", "\\top",
    "\\|", "&", "_", "max(", "expm(", "f(", "L(", "->", "N(", "where",
]  # fmt: skip
"""What a salad is made of."""


def _formulas() -> list[str]:
    rows = json.loads((Path(__file__).parent / "data" / "spellings.json").read_text(encoding="utf-8"))
    texts = [text for row in rows for text in (row["ascii"], row["latex"])]
    declared = ["\n".join([*row["declare"], row["ascii"]]) for row in rows if row["declare"]]
    return texts + declared


FORMULAS = _formulas()


def make(seed: int) -> str:
    """Input number `seed`."""
    source = random.Random(seed)
    kind = seed % 8
    if kind == 0:
        return "".join(source.choice(WORDS) for _ in range(source.randint(1, 25)))
    if kind == 1:  # any characters at all
        alphabet = [source.randint(0, 0x2FF), source.randint(0x2000, 0x22FF), source.randint(0x1D400, 0x1D7FF), 10, 32]
        return "".join(chr(source.choice(alphabet)) for _ in range(source.randint(0, 40)))
    text = source.choice(FORMULAS)
    if kind == 2:  # two formulas spliced
        other = source.choice(FORMULAS)
        return text[: source.randint(0, len(text))] + other[source.randint(0, len(other)) :]
    if kind == 3:  # one formula inside another
        at = source.randint(0, len(text))
        return text[:at] + source.choice(["(", " ", "'", "^", "_", "\n", "{"]) + source.choice(FORMULAS) + text[at:]
    for _ in range(source.randint(1, 2)):
        at = source.randint(0, len(text))
        match source.randint(0, 4):
            case 0:
                text = text[:at] + text[at + source.randint(1, 3) :]
            case 1:
                text = text[:at] + source.choice(WORDS) + text[at:]
            case 2:
                text = text[:at] + text[at : at + 6] * source.randint(2, 4) + text[at:]
            case 3 if len(text) > 1:
                a, b = sorted(source.sample(range(len(text)), 2))
                text = text[:a] + text[b] + text[a + 1 : b] + text[a] + text[b + 1 :]
            case _:
                text = text[:at] + source.choice("()[]{}|<>'^_.,;=+-*/\\ \n2xA") + text[at + 1 :]
    return text
