"""Formulas of rules in tool tips: what is typed as text, with the signs, indices and exponents of print. No Qt here."""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape

__all__ = ["printed"]

FACES = "'STIX Two Text', 'Cambria', 'DejaVu Serif', serif"
"""Faces of formulas in running text: of letters as large as those of the text."""

_SIGNS = (
    (re.compile(r"=&gt;"), "⇒"),
    (re.compile(r"&lt;(.*?), (.*?)&gt;"), r"⟨\1, \2⟩"),
    (re.compile(r"\|\|"), "‖"),
    (re.compile(r" \.\* "), " ⊙ "),
    (re.compile(r" \./ "), " ⊘ "),
    (re.compile(r"\.\^"), "^∘"),
    (re.compile(r"(?<=[\w)\]])'(?!\()"), "^T"),
    (re.compile(r"'"), "′"),
    (re.compile(r"-"), "−"),
)
_RAISED = re.compile(r"\^(∘?)(?:\(([^()]*)\)|(−?\w+))")
_LOWERED = re.compile(r"_(?:\{([^{}]*)\}|(\w+))")
_LETTER = re.compile(r"(?<![\w&])(?!d\()([A-Za-z])(?![A-Za-z0-9;])")


@lru_cache(maxsize=512)  # the same rules are told at every key
def printed(formula: str) -> str:
    """A formula in the language's plain text as rich text: ``U^-1`` with a raised -1, ``<U, V>`` in angle brackets,
    single letters in italics.
    """
    text = escape(formula, quote=False)
    for pattern, sign in _SIGNS:
        text = pattern.sub(sign, text)
    text = _LETTER.sub(r"<i>\1</i>", text)
    text = re.sub(r"\^(∘?)(−?)<i>T</i>|\^(∘?)(−?)T\b", lambda m: f"<sup>{m[2] or m[4] or ''}⊤</sup>", text)
    text = re.sub(r"\^(∘?)<i>(\w)</i>", r"<sup>\1<i>\2</i></sup>", text)
    text = _RAISED.sub(lambda m: f"<sup>{m[1]}{m[2] or m[3]}</sup>", text)
    text = _LOWERED.sub(lambda m: f"<sub>{m[1] or m[2]}</sub>", text)
    return f'<span style="font-family: {FACES}">{text}</span>'
