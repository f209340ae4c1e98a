"""Characters to tokens: words, numbers, operators and brackets, each with its place in the text.

ASCII and the common Unicode signs yield the same tokens. Words are classified (name, function, Greek letter, product
of single letters) by `gradviz.language.names`, which must first see the whole text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from gradviz.language.diagnostics import Diagnostic

__all__ = ["MAX_LENGTH", "MAX_NESTING", "Token", "scan", "statements"]

MAX_LENGTH = 20_000
"""Characters; a longer text is refused."""
MAX_NESTING = 100
"""Open brackets; deeper nesting is refused."""


@dataclass(frozen=True, slots=True)
class Token:
    """A token: its `kind` (a terminal of the grammar), its `text` in normal spelling, and its characters in the
    source.
    """

    kind: str
    text: str
    start: int
    end: int


_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
_SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
_LETTER = r"[A-Za-zΑ-Ωα-ωϕϵ]"
_PATTERN = re.compile(
    rf"""
    (?P<SKIP>[ \t\r\u00a0]+|\#[^\n]*)
  | (?P<NEWLINE>\n)
  | (?P<ONES>1_(?:[A-Za-z]\w*|\d+))
  | (?P<NUMBER>(?:\d+(?:\.(?![*/^'])\d*)?|\.\d+)(?:[eE][+-]?\d+(?![A-Za-z_]))?)
  | (?P<WORD>ℝ|{_LETTER}+(?:[0-9]+|[₀-₉]+)?(?:_(?:[A-Za-z0-9]+|\{{[A-Za-z0-9,]+\}}))?)
  | (?P<NORMSUB>(?<=[|‖])_\{{?(?:[12F]|\\infty|inf)\}}?)
  | (?P<ARROW>->|→)
  | (?P<DOTCARET>\.\^)
  | (?P<DOTSTAR>\.\*|⊙|∘)
  | (?P<DOTSLASH>\./|⊘)
  | (?P<CARET>\^|\*\*)
  | (?P<SUPER>[⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺]+)
  | (?P<PRIME>['’′]|ᵀ|⊤)
  | (?P<OTIMES>⊗)
  | (?P<STAR>[*·×])
  | (?P<SLASH>/)
  | (?P<PLUS>\+)
  | (?P<MINUS>[-−–])
  | (?P<NORM>\|\||‖)
  | (?P<BAR>\|)
  | (?P<LPAR>\() | (?P<RPAR>\)) | (?P<LSQB>\[) | (?P<RSQB>\]) | (?P<LBRACE>\{{) | (?P<RBRACE>\}})
  | (?P<LANGLE>[<⟨]) | (?P<RANGLE>[>⟩])
  | (?P<COMMA>,) | (?P<SEMICOLON>;) | (?P<COLON>:) | (?P<EQUAL>=) | (?P<IN>∈)
    """,
    re.VERBOSE,
)
_CLOSERS = {"RPAR": "LPAR", "RSQB": "LSQB", "RBRACE": "LBRACE", "RANGLE": "LANGLE"}
_SPELLING = {"LPAR": "(", "LSQB": "[", "LBRACE": "{", "LANGLE": "<", "NORMOPEN": "||", "BAROPEN": "|"}
_OPERAND_END = frozenset(
    {"NUMBER", "WORD", "ONES", "PRIME", "RPAR", "RSQB", "RBRACE", "RANGLE", "NORMCLOSE", "NORMSUB", "BARCLOSE"}
)


def scan(text: str) -> tuple[list[Token], list[Diagnostic]]:
    """All tokens of a text, and what was wrong with its characters and brackets.

    ``||`` and ``|`` are told apart as opening or closing: inside an open one, after an operand, they close it.
    """
    if len(text) > MAX_LENGTH:
        message = f"the text has {len(text):,} characters; the most that is read is {MAX_LENGTH:,}"
        return [], [
            Diagnostic.at(text, MAX_LENGTH, MAX_LENGTH + 1, message, "shorten it, or split it into definitions")
        ]
    tokens: list[Token] = []
    errors: list[Diagnostic] = []
    open_: list[Token] = []
    position = 0
    while position < len(text):
        match = _PATTERN.match(text, position)
        if match is None:
            end = position + 1
            errors.append(Diagnostic.at(text, position, end, f"the character {text[position]!r} is not understood"))
            position = end
            continue
        kind, start, position = match.lastgroup or "", match.start(), match.end()
        if kind == "SKIP" or (kind == "NEWLINE" and open_):
            continue
        token = Token(kind, match.group(), start, position)
        if kind == "NUMBER" and not _is_moderate(token.text):
            message = "this number is too large or too long to work with"
            errors.append(
                Diagnostic.at(text, start, position, message, "use at most 40 digits and exponents up to 300")
            )
            continue
        if kind == "SUPER" and not token.text.strip("⁺⁻"):
            errors.append(Diagnostic.at(text, start, position, "a raised sign needs a number", "for example x⁻¹"))
            continue
        operand = bool(tokens) and tokens[-1].kind in _OPERAND_END
        if kind in ("NORM", "BAR"):
            closes = bool(open_) and open_[-1].kind == kind + "OPEN" and operand
            token = replace(token, kind=kind + ("CLOSE" if closes else "OPEN"))
            if closes:
                open_.pop()
            else:
                open_.append(token)
        elif kind in ("LPAR", "LSQB", "LBRACE", "LANGLE"):
            if kind == "LSQB" and operand and tokens[-1].end == start and tokens[-1].kind != "PRIME":
                token = replace(token, kind="INDEX")
            open_.append(replace(token, kind=kind))
        elif kind in _CLOSERS:
            if open_ and open_[-1].kind == _CLOSERS[kind]:
                open_.pop()
            elif kind == "RANGLE" or not any(o.kind == _CLOSERS[kind] for o in open_):
                errors.append(Diagnostic.at(text, start, position, f"{token.text!r} closes nothing", "remove it"))
                continue
            else:
                while open_[-1].kind != _CLOSERS[kind]:
                    errors.append(_unclosed(text, open_.pop()))
                open_.pop()
        tokens += _split(token)
        if len(open_) > MAX_NESTING:
            message = f"brackets are nested more than {MAX_NESTING} deep"
            return [], [Diagnostic.at(text, start, position, message, "name inner parts by definitions: u = ...")]
    errors += [_unclosed(text, o) for o in open_]
    return tokens, sorted(errors, key=lambda d: d.start)[:20]


def _is_moderate(number: str) -> bool:
    """Whether a literal has at most 40 digits and an exponent of at most 300."""
    mantissa, _, exponent = number.lower().partition("e")
    return len(mantissa) <= 41 and (not exponent or (len(exponent) < 6 and abs(int(exponent)) <= 300))


def _unclosed(text: str, token: Token) -> Diagnostic:
    mate = {"LPAR": ")", "LSQB": "]", "LBRACE": "}", "LANGLE": ">", "NORMOPEN": "||", "BAROPEN": "|"}[token.kind]
    found = _SPELLING[token.kind]
    return Diagnostic.at(text, token.start, token.end, f"{found!r} is never closed", f"add {mate!r}")


def _split(token: Token) -> Iterator[Token]:
    """A Unicode superscript is a caret and its number; subscript digits become ASCII."""
    if token.kind == "SUPER":
        text = token.text.translate(_SUPERSCRIPTS)
        yield Token("CARET", "^", token.start, token.start)
        if text[0] in "+-":
            yield Token("MINUS" if text[0] == "-" else "PLUS", text[0], token.start, token.start + 1)
            text = text[1:]
        yield Token("NUMBER", text, token.start, token.end)
    elif token.kind == "WORD":
        yield replace(token, text=token.text.translate(_SUBSCRIPTS))
    else:
        yield token


def statements(tokens: list[Token]) -> list[list[Token]]:
    """The tokens line by line; empty lines are left out."""
    lines: list[list[Token]] = [[]]
    for token in tokens:
        if token.kind == "NEWLINE":
            lines.append([])
        else:
            lines[-1].append(token)
    return [line for line in lines if line]
