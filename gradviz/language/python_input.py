"""Formulas as Python has them, ``np.sum((X @ w - y)**2) + x @ A @ x``.

There ``*``, ``/`` and ``**`` act on each entry, a vector has no orientation, and a word is one name.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from gradviz.language.names import CALLED, FUNCTION_NAMES, GREEK, canonical_name
from gradviz.language.tokens import CLOSING, OPENING, Token

__all__ = ["ENTRYWISE_SIGNS", "MODULE", "is_python", "python_names", "with_python_operators", "without_keywords"]

MODULE = (
    r"(?:(?:np|numpy|jnp|torch|jax|scipy|tf)\.(?:(?:linalg|special|nn|functional|numpy|math)\.)*"
    r"|F\.(?=(?:relu|leaky_relu|softmax|log_softmax|sigmoid|logsigmoid|tanh|softplus|silu|gelu|elu|mse_loss)\b))"
)
"""What stands before the names of functions in programs."""
_PYTHON = re.compile(rf"(?<![\w.]){MODULE}[a-z]|@|[\w\])]\.(?:[a-z]{{3,}}\(|m[mv]\(|shape\b)")
_COUNTS = frozenset("nmNMdkT")
_KEYWORD = re.compile(r"(?<=,)\s*ord\s*=")
_AXIS = re.compile(r",\s*(?:dim|axis)\s*=\s*(?P<axis>-?\d)\s*(?=\))")
_SOFTMAX = re.compile(r"softmax\s*$")
_FOLD = re.compile(r"(?<![a-z])(?:sum|mean|logsumexp)\s*$")
ENTRYWISE_SIGNS = {"⊙": ".*", "⊘": "/"}
"""What Python's star and slash are called as tokens, and what they mean between arrays."""


def is_python(text: str) -> bool:
    """Whether a text calls NumPy or a method, ``x.sum()``, or multiplies by ``@``."""
    return _PYTHON.search(text) is not None


def without_keywords(text: str) -> str:
    """The text with the names of arguments, ``ord=`` of ``norm(x, ord=2)``, blanked out.

    The last axis of a softmax is its own; the first one is left as a second argument.
    """

    def axis(found: re.Match[str]) -> str:
        called = text[: _opening(text, found.start())]
        if _FOLD.search(called):
            return f", {found['axis']}".ljust(len(found.group()))
        if not _SOFTMAX.search(called):
            return found.group()
        kept = ", 0" if found["axis"] == "0" else ""
        return kept.ljust(len(found.group())) if found["axis"] in ("0", "1", "-1") else found.group()

    return _AXIS.sub(axis, _KEYWORD.sub(lambda found: " " * len(found.group()), text))


def _opening(text: str, at: int) -> int:
    """Where the bracket opens that is open at a place; 0 where there is none."""
    depth = 0
    for i in range(at - 1, -1, -1):
        depth += (text[i] == ")") - (text[i] == "(")
        if depth < 0:
            return i
    return 0


def python_names(tokens: list[Token], known: Collection[str]) -> set[str]:
    """Words of several letters that are no functions: each is one name."""
    found = set()
    for token, after in zip(tokens, [*tokens[1:], None], strict=True):
        word = token.text.partition("_")[0].rstrip("0123456789")
        plain = token.kind == "WORD" and len(word) > 1 and word.isascii() and word not in GREEK
        function = canonical_name(token.text) in FUNCTION_NAMES.keys() - CALLED
        if plain and (after is None or after.kind != "LPAR") and not function:
            found.add(canonical_name(token.text))
    return found - set(known)


def with_python_operators(tokens: list[Token], columns: Collection[str]) -> list[Token]:
    """The tokens with Python's operators told apart from those of formulas; `columns` are names declared so."""
    found: list[Token] = []
    for i, token in enumerate(tokens):
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        number = _scales(tokens, i)
        if token.kind == "CARET" and token.text == "**":
            found.append(token.told("DOTCARET", ".^"))
        elif token.kind == "STAR" and token.text == "*" and not number:
            found.append(token.told("STAR", "⊙"))
        elif token.kind == "SLASH" and not (after is not None and _is_count(after, columns)):
            found.append(token.told("SLASH", "⊘"))
        elif token.kind == "STAR" and token.text == "@":
            found.append(token.told("STAR", "·"))
        else:
            found.append(token)
    return _without_index_of_slogdet(found)


def _scales(tokens: list[Token], i: int) -> bool:
    """Whether a star stands between a number and what it scales: behind one that begins its product, or before one.

    Not behind an exponent or a divisor: in ``A**2 * B`` and ``A / 2 * B`` it is entry by entry.
    """
    kinds = ["", "", "", *(t.kind for t in tokens), "", ""]
    at = i + 3
    if kinds[at + 1] == "NUMBER" and kinds[at + 2] not in ("CARET", "DOTCARET"):
        return True
    begins = kinds[at - 2] not in ("CARET", "DOTCARET", "STAR", "SLASH") and not (
        kinds[at - 2] in ("MINUS", "PLUS") and kinds[at - 3] in ("CARET", "DOTCARET", "STAR", "SLASH")
    )
    return kinds[at - 1] == "NUMBER" and begins


def _is_count(token: Token, columns: Collection[str]) -> bool:
    """Whether a divisor is a number: how many there are, ``/ n``, is one too."""
    return token.kind == "NUMBER" or (token.kind == "WORD" and token.text in _COUNTS and token.text not in columns)


def _without_index_of_slogdet(tokens: list[Token]) -> list[Token]:
    """``slogdet(X)[1]`` as ``logdet(X)``."""
    found: list[Token] = []
    opened: list[bool] = []
    closed = False
    skip = 0
    for i, token in enumerate(tokens):
        if skip:
            skip -= 1
            continue
        if closed and [t.text for t in tokens[i : i + 3]] == ["[", "1", "]"]:
            skip, closed = 2, False
            continue
        closed = False
        if token.kind == "WORD" and token.text == "slogdet":
            token = token.told("WORD", "logdet")
        if token.kind in OPENING:
            opened.append(bool(found) and tokens[i - 1].text == "slogdet")
        elif token.kind in CLOSING and opened:
            closed = opened.pop()
        found.append(token)
    return found
