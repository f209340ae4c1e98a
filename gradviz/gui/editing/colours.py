"""Syntax colours, by the language's own scanner, and the brackets that belong together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat

from gradviz.gui.theme import Theme
from gradviz.language.declarations import is_declaration
from gradviz.language.names import FUNCTION_NAMES, GREEK
from gradviz.language.scanner import scan

__all__ = ["LINE_LIMIT", "TEXT_LIMIT", "Highlighter", "bracket_pairs", "spans"]

LINE_LIMIT = 600
"""Characters in a line beyond which it is not coloured: it is scanned at every key."""
TEXT_LIMIT = 1_500
"""Characters in a text beyond which brackets are not matched."""

_OPENING = frozenset({"LPAR", "LSQB", "LBRACE", "LANGLE", "NORMOPEN", "BAROPEN", "INDEX"})
_CLOSING = frozenset({"RPAR", "RSQB", "RBRACE", "RANGLE", "NORMCLOSE", "BARCLOSE"})
_OPERATORS = frozenset(
    {"PLUS", "MINUS", "STAR", "SLASH", "CARET", "DOTCARET", "DOTSTAR", "DOTSLASH", "OTIMES", "PRIME", "EQUAL", "ARROW"}
)
_GREEK = frozenset(GREEK)
_COMMAND = re.compile(r"\\([A-Za-z]+)")


def spans(line: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and class of the parts of a line that have a colour: "comment", "declared", "function", "number",
    "operator" or "command"."""
    code, comment, _ = line.partition("#")
    if comment:
        yield len(code), len(line), "comment"
    for command in _COMMAND.finditer(code):  # some leave no token of their own
        if command.group(1) not in _GREEK and command.group(1) not in FUNCTION_NAMES:
            yield *command.span(), "command"
    declaration = is_declaration(code)
    seen, past_in = -1, False
    for token in scan(code)[0]:
        if token.start <= seen or token.end == token.start:
            continue  # one command may be several tokens
        seen = token.start
        source = code[token.start : token.end]
        if declaration and past_in and token.kind == "WORD" and source[0] not in "Rℝ" and len(source) > 1:
            kind = "declared"
        elif token.kind == "IN" or (declaration and source in ("in", "\\in")):
            kind, past_in = "declared", True
        elif token.kind == "INDEXSUM" or (token.kind == "WORD" and source.lstrip("\\") in FUNCTION_NAMES):
            kind = "function"
        elif token.kind in ("NUMBER", "ONES"):
            kind = "number"
        elif token.kind in _OPERATORS:
            kind = "operator"
        else:
            continue
        yield token.start, token.end, kind


def bracket_pairs(text: str) -> dict[int, tuple[tuple[int, int], tuple[int, int]]]:
    """Where each bracket starts -> the characters of the opening and of the closing one."""
    pairs: dict[int, tuple[tuple[int, int], tuple[int, int]]] = {}
    waiting: list[tuple[int, int]] = []
    seen = -1
    for token in scan(text)[0]:
        if token.start <= seen:  # the braces of a fraction stand for several tokens
            continue
        seen = token.start
        if token.kind in _OPENING:
            waiting.append((token.start, token.end))
        elif token.kind in _CLOSING and waiting:
            both = (waiting.pop(), (token.start, token.end))
            pairs[both[0][0]] = pairs[both[1][0]] = both
    return pairs


class Highlighter(QSyntaxHighlighter):
    """Comments step back; declarations, functions and numbers stand out a little."""

    def set_theme(self, theme: Theme) -> None:
        self._formats = {}
        for kind, colour in (
            ("comment", theme.muted),
            ("declared", theme.accent),
            ("function", theme.syntax_function),
            ("number", theme.syntax_number),
            ("operator", theme.muted),
            ("command", theme.syntax_function),
        ):
            self._formats[kind] = QTextCharFormat()
            self._formats[kind].setForeground(QColor(colour))
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        if len(text) > LINE_LIMIT:
            return
        wide = not text.isascii() and any(ord(c) > 0xFFFF for c in text)
        for start, end, kind in spans(text):
            if wide:  # Qt counts those characters twice
                start += sum(ord(c) > 0xFFFF for c in text[:start])
                end += sum(ord(c) > 0xFFFF for c in text[:end])
            self.setFormat(start, end - start, self._formats[kind])
