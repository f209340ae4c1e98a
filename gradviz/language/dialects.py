"""Formulas as R, Julia and MATLAB have them: ``t(x) %*% A %*% x``, ``sum(abs2, A*x - b)``, ``c'*(A\\b)``.

In R ``*``, ``/`` and ``^`` act on each entry, and bind looser than the product ``%*%``. Python is in
`gradviz.language.python_input`.
"""

from __future__ import annotations

import re

from gradviz.language.names import FUNCTION_NAMES
from gradviz.language.tokens import CLOSING, OPENING, Token

__all__ = ["LEFT_DIVISION", "has_left_division", "is_r", "with_mapped_sums", "with_r_operators"]

LEFT_DIVISION = "\\"
"""The text of a star that divides from the left: ``A\\b`` is ``A^-1 b``."""
R_PRODUCT = "%*%"
_R = re.compile(r"%\*%|(?<![\w.])t?crossprod\s*\(")
_LATEX = re.compile(r"\\(?:[A-Za-z]{2}|[\\)\[\],;:!{}|])")
_FOLDS = frozenset({"sum", "maximum", "minimum", "prod", "mean"})
_R_SIGNS = {"*": ("DOTSTAR", ".*"), "/": ("DOTSLASH", "./"), "^": ("DOTCARET", ".^"), R_PRODUCT: ("STAR", "*")}


def is_r(text: str) -> bool:
    """Whether a text multiplies by ``%*%`` or calls ``crossprod``."""
    return _R.search(text) is not None


def has_left_division(text: str) -> bool:
    """Whether a backslash divides: in a text without commands of LaTeX, where it is that of MATLAB and Julia."""
    return "\\" in text and _LATEX.search(text) is None


def with_r_operators(tokens: list[Token]) -> list[Token]:
    """The tokens with R's operators as those of formulas, and its ``t(x)`` as the transpose."""
    found: list[Token] = []
    for i, token in enumerate(tokens):
        after = tokens[i + 1].kind if i + 1 < len(tokens) else ""
        if token.kind == "WORD" and token.text == "t" and after == "LPAR":
            found.append(token.told("WORD", "transpose"))
        elif token.kind in ("STAR", "SLASH", "CARET") and token.text in _R_SIGNS:
            found.append(token.told(*_R_SIGNS[token.text]))
        else:
            found.append(token)
    return found


def with_mapped_sums(tokens: list[Token]) -> list[Token]:
    """Julia's ``sum(abs2, x)`` as ``sum(abs2(x))``: the first argument is a function without a bracket."""
    if not any(t.text in _FOLDS for t in tokens):
        return tokens
    found = [*tokens]
    i = 0
    while i + 3 < len(found):
        word, bracket, function, comma = found[i : i + 4]
        kinds = [word.kind, bracket.kind, function.kind, comma.kind]
        if (
            kinds == ["WORD", "LPAR", "WORD", "COMMA"]
            and word.text in _FOLDS
            and FUNCTION_NAMES.get(function.text, "") not in ("", "transpose")
        ):
            close = _closing(found, i + 1)
            if close is not None:
                found.insert(close, found[close])
                found[i + 3] = comma.told("LPAR", "(")
        i += 1
    return found


def _closing(tokens: list[Token], at: int) -> int | None:
    """Where the bracket that opens at a place is closed."""
    depth = 0
    for i in range(at, len(tokens)):
        depth += (tokens[i].kind in OPENING) - (tokens[i].kind in CLOSING)
        if depth == 0:
            return i
    return None
