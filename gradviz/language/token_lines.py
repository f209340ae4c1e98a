"""Tokens of a whole text, put in order: square brackets that group, lines that go on, clauses behind commas."""

from __future__ import annotations

from gradviz.language.tokens import CLOSING, OPENING, OPERAND_END, Token

__all__ = ["grouped", "split_clauses", "statements"]


def grouped(tokens: list[Token]) -> list[Token]:
    """Square brackets around one expression group it, as round ones do; only several entries make a matrix."""
    tokens = _with_commas(tokens)
    single: dict[int, bool] = {}
    open_: list[int] = []
    for i, token in enumerate(tokens):
        if token.kind in OPENING:
            open_.append(i)
            single[i] = token.kind == "LSQB"
        elif token.kind in ("COMMA", "SEMICOLON") and open_:
            single[open_[-1]] = False
        elif token.kind in CLOSING and open_:
            start = open_.pop()
            if single[start]:
                tokens[start], tokens[i] = tokens[start].told("LPAR", "("), token.told("RPAR", ")")
    return tokens


def _with_commas(tokens: list[Token]) -> list[Token]:
    """``[1 2; 3 4]``: in a matrix of numbers alone a blank separates entries; elsewhere it multiplies."""
    if not any(t.kind == "LSQB" and t.text == "[" and t.end - t.start == 1 for t in tokens):
        return tokens
    found: list[Token] = []
    matrices: list[bool] = []
    for i, token in enumerate(tokens):
        before = tokens[i - 1] if i else token
        if matrices and matrices[-1] and before.end < token.start and before.kind in OPERAND_END:
            signed = token.kind == "MINUS" and i + 1 < len(tokens) and tokens[i + 1].start == token.end
            if signed or token.kind == "NUMBER":
                found.append(Token("COMMA", ",", before.end, token.start))
        if token.kind in OPENING:
            matrices.append(token.kind == "LSQB" and token.end - token.start == 1 and _is_spaced(tokens, i))
        elif token.kind in CLOSING and matrices:
            matrices.pop()
        found.append(token)
    return found


def _is_spaced(tokens: list[Token], start: int) -> bool:
    """Whether the entries of the matrix that opens here are separated by blanks."""
    depth, kinds = 0, set()
    for token in tokens[start:]:
        depth += (token.kind in OPENING) - (token.kind in CLOSING)
        if depth == 0:
            break
        if depth == 1 and token.kind != "LSQB":
            kinds.add(token.kind)
    if "COMMA" in kinds:
        return False
    return kinds <= {"NUMBER", "MINUS", "SEMICOLON"}


def statements(tokens: list[Token]) -> list[list[Token]]:
    """The tokens line by line; empty lines are left out, and a line goes on where an operator waits for its operand."""
    lines: list[list[Token]] = [[]]
    for token in tokens:
        if token.kind == "NEWLINE":
            lines.append([])
        else:
            lines[-1].append(token)
    joined: list[list[Token]] = []
    for line in lines:
        if not line:
            continue
        last = joined[-1] if joined else []
        awaited = bool(last) and last[-1].kind == "EQUAL" and len(last) > 2 and last[1].kind == "LPAR"  # f(x) =
        goes_on = bool(last) and (awaited or last[-1].kind in _OPEN_END or line[0].kind in _OPEN_START)
        if goes_on and not any(t.kind == "IN" or t.text == "in" for t in joined[-1]):
            joined[-1] += line
        else:
            joined.append(line)
    return joined


_OPEN_START = frozenset({"PLUS", "STAR", "SLASH", "DOTSTAR", "DOTSLASH", "OTIMES"})
_OPEN_END = _OPEN_START | {"MINUS"}


def split_clauses(tokens: list[Token]) -> list[list[Token]]:
    """A function and what is said beside it after commas: ``tr(X^k), k = 3``; commas in brackets split nothing."""
    pieces: list[list[Token]] = [[]]
    depth = 0
    for token in tokens:
        depth += (token.kind in OPENING) - (token.kind in CLOSING)
        if token.kind == "COMMA" and depth == 0:
            pieces.append([])
        else:
            pieces[-1].append(token)
    clauses = pieces[1:]
    if all(len(c) > 1 and c[0].kind == "WORD" and c[1].kind in ("EQUAL", "WORD") for c in clauses) and pieces[0]:
        return pieces
    return [tokens]
