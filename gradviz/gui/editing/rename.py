"""Another name for a symbol, everywhere in the text. No Qt here.

The places are found by the language's own scanner, and the renamed text is read again: it must mean the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from gradviz.algebra.nodes import Constant, Expr, Symbol, Unspecified
from gradviz.algebra.shapes import Dim, Shape
from gradviz.algebra.walk import fold, preorder
from gradviz.gui.editing.declare import declaration_lines, with_declaration
from gradviz.language.diagnostics import LanguageError
from gradviz.language.names import FUNCTION_NAMES, GREEK, canonical_name
from gradviz.language.parser import parse
from gradviz.language.problem import Problem
from gradviz.language.scanner import scan
from gradviz.language.templates import GLYPHS
from gradviz.language.tokens import Token
from gradviz.sentences import say

__all__ = ["RenameError", "renamed"]

_NAME = re.compile(r"[^\W\d_]+\d*(_\w+)?")
_RESERVED = frozenset({"e", "pi", "I", "R", "T", "in"})


class RenameError(ValueError):
    """A name cannot be changed so; the message says why."""


def renamed(text: str, old: str, new: str) -> str:
    """The text with `new` for the symbol, the definition or the unspecified function `old`.

    Raises
    ------
    RenameError
        When `new` is no name or is taken, or the text would mean something else.
    """
    new = new.strip()
    name = canonical_name(new)
    if name == old:
        return text
    if not _NAME.fullmatch(new):
        raise RenameError(
            say("“{name}” is no name: a name is a letter or a word, with digits or a subscript", name=new)
        )
    try:
        before = parse(text)
    except LanguageError as error:
        raise RenameError(say("the text has an error; mend that first")) from error
    _refuse_taken(before, name, new)
    spelled = GLYPHS[name] if name in GLYPHS and any(c in text for c in GLYPHS.values()) else new
    found = _replaced(text, old, spelled)
    symbol = before.symbol(old) or before.declared_symbol(old)
    if symbol is not None and old not in before.declared and not _means_the_same(before, found, old, name):
        # Its letter told what it is; under the new name a declaration has to.
        sizes = [] if symbol.is_scalar else [str(d) for d in symbol.shape][: 1 if symbol.shape.is_column else 2]
        found = with_declaration(found, name, sizes, sorted(symbol.properties))
    if not _means_the_same(before, found, old, name):
        raise RenameError(say("with {new} for {old} the text would mean something else", new=new, old=old))
    return found


def _refuse_taken(problem: Problem, name: str, new: str) -> None:
    taken = {s.name for s in (*problem.symbols, *problem.unused)} | {n for n, _ in problem.definitions}
    taken |= {node.name for node in preorder(problem.function) if isinstance(node, Unspecified)}
    taken |= {problem.name} if problem.name != "f" else set()
    if name.replace("_", "") in {other.replace("_", "") for other in taken}:
        raise RenameError(say("{name} is already the name of something else", name=new))
    if {d for s in (*problem.symbols, *problem.unused) for d in s.shape if isinstance(d, str)} & {name}:
        raise RenameError(say("{name} is already the name of a size", name=new))
    if name in FUNCTION_NAMES and name != "sigma":
        raise RenameError(say("{name} is a function", name=new))
    if name in _RESERVED:
        raise RenameError(say("{name} has a meaning of its own", name=new))


def _replaced(text: str, old: str, new: str) -> str:
    known = {name for line in declaration_lines(text) for name in line.names}
    pieces, at = [], 0
    for start, end in _places(text, old, known):
        before, after = text[start - 1 : start], text[end : end + 1]
        piece = new
        if len(new) > 1:  # a word among letters would be read with them
            piece = f"{' ' * before.isalnum()}{piece}{' ' * after.isalnum()}"
        pieces += [text[at:start], piece]
        at = end
    return "".join([*pieces, text[at:]])


def _places(text: str, old: str, known: set[str]) -> Iterator[tuple[int, int]]:
    """Where the name stands, also as a letter in a product of letters such as ``Xw``."""
    seen = -1
    for token in _words(text):
        if token.start <= seen:
            continue
        seen = token.start
        source = text[token.start : token.end]
        bare = token.start + (1 if source.startswith("\\") else 0)
        name = canonical_name(token.text)
        if name == old or (name.replace("_", "") == old.replace("_", "") and name not in known):
            yield token.start, token.end
            continue
        letters = re.match(r"[^\W\d_]+", token.text)
        word = letters.group() if letters else ""
        whole = name in known or name in FUNCTION_NAMES or word in GREEK or canonical_name(word) in GREEK
        if len(word) == 1 and word == old and "_" in token.text and source == token.text:
            yield bare, bare + 1  # an entry: x_1 of x
        elif len(word) > 1 and not whole and len(source) == len(token.text):
            for offset, letter in enumerate(word):
                last = offset == len(word) - 1
                rest = canonical_name(token.text[offset:]) if last else letter
                if rest == old:
                    yield bare + offset, token.end if last else bare + offset + 1


def _words(text: str) -> Iterator[Token]:
    """The words that can be names: not the space and the properties of a declaration."""
    lines = {line.start: line for line in declaration_lines(text)}
    for token in scan(text)[0]:
        line_start = text.rfind("\n", 0, token.start) + 1
        line = lines.get(line_start)
        if line is not None:
            head = re.search(r"\s(?:in\b)|∈|\\in\b", text[line.start : line.end])
            if head is not None and token.start >= line.start + head.start():
                continue
        if token.kind == "WORD":
            yield token


def _means_the_same(before: Problem, text: str, old: str, new: str) -> bool:
    """Whether a text is the problem with another name: equal expressions once the name is put back."""
    try:
        after = parse(text)
    except LanguageError:
        return False
    names = [(new if name == old else name) for name, _ in before.definitions]
    if names != [name for name, _ in after.definitions]:
        return False
    return _alike(_with_name(before.function, old, new), after.function)


def _alike(a: Expr, b: Expr) -> bool:
    """Whether two expressions are equal but for the names of their sizes, which a text need not tell."""
    sizes: dict[Dim, Dim] = {}
    back: dict[Dim, Dim] = {}

    def same(one: object, other: object, *, size: bool) -> bool:
        if not (size and isinstance(one, str) and isinstance(other, str)):
            return one == other or (size and not isinstance(one, int) and type(one) is type(other))
        return sizes.setdefault(one, other) == other and back.setdefault(other, one) == one

    for left, right in zip_longest(preorder(a), preorder(b)):
        if type(left) is not type(right) or len(left.data) != len(right.data):
            return False
        named = isinstance(left, Symbol | Unspecified | Constant)
        pairs = [(*e.shape, *(d for d in e.data if not isinstance(d, Shape))) for e in (left, right)]
        for place, (one, other) in enumerate(zip(*pairs, strict=True)):
            if not same(one, other, size=place < 2 or not named):
                return False
    return True


def _with_name(expr: Expr, old: str, new: str) -> Expr:
    def visit(node: Expr, children: list[Expr]) -> Expr:
        if isinstance(node, Symbol):
            base, _, index = node.name.partition("_")
            if node.name == old:
                return Symbol(new, node.shape, node.properties)
            return Symbol(f"{new}_{index}", node.shape, node.properties) if index and base == old else node
        if isinstance(node, Unspecified) and node.name == old:
            return Unspecified(children[0], new, node.data[1], node.order)
        return node.with_children(children)

    return fold(expr, visit)
