"""Declarations in the text, found and rewritten: what is chosen by clicking becomes a line that could have been typed.
No Qt here."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from gradviz.algebra.properties import DECLARABLE
from gradviz.algebra.shapes import space_text
from gradviz.language.declarations import (
    Declaration,
    is_declaration,
    is_signature,
    read_declaration,
)
from gradviz.language.names import canonical_name

__all__ = [
    "Line", "declaration_lines", "declaration_text", "line_of", "with_declaration", "with_signature",
    "without_declaration",
]  # fmt: skip

_HEAD = re.compile(r"\s*(?:\bin\b|∈|\\in\b)")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a text that declares something.

    Attributes
    ----------
    start, end : its characters, without the line break.
    names : what it declares.
    declarations : how; empty when the line has an error.
    """

    start: int
    end: int
    names: tuple[str, ...]
    declarations: tuple[Declaration, ...]


def declaration_lines(text: str) -> list[Line]:
    """Every declaration line of a text, in order."""
    found, start = [], 0
    for line in text.split("\n"):
        if is_declaration(line) and not line.lstrip().startswith("#"):
            names = tuple(_canonical(piece) for piece in _HEAD.split(line, 1)[0].split(","))
            found.append(Line(start, start + len(line), names, tuple(read_declaration(text, start, line)[0])))
        start += len(line) + 1
    return found


def declaration_text(name: str, sizes: Iterable[str], properties: Iterable[str] = ()) -> str:
    """``A in R^(n,n) symmetric``; no size is a scalar, one a column vector, two a matrix."""
    space = space_text(*(size.strip() for size in sizes))
    chosen = set(properties)
    words = ", ".join(p for p in DECLARABLE if p in chosen)
    return f"{name} in {space}" + (f" {words}" if words else "")


def with_declaration(text: str, name: str, sizes: Iterable[str], properties: Iterable[str] = ()) -> str:
    """The text in which a name is declared so.

    The name's own line is rewritten and keeps its comment; where a line declares several names, this one gets a line
    of its own below; where nothing declares it, a line is added below the declarations at the top.
    """
    lines = declaration_lines(text)
    found = _line_of(lines, name)
    written = declaration_text(_spelling(text, name), sizes, properties)
    if found is None:
        return _added(text, lines, written)
    before, line, after = text[: found.start], text[found.start : found.end], text[found.end :]
    if len(found.names) > 1:
        return f"{before}{_without_name(line, name)}\n{written}{after}"
    indent = line[: len(line) - len(line.lstrip())]
    comment = re.search(r"\s*#.*", line)
    return f"{before}{indent}{written}{comment.group() if comment else ''}{after}"


def with_signature(text: str, name: str, source: str, target: str) -> str:
    """The text in which an unspecified function is declared so: ``L: R^n -> R``; "1" is a scalar."""
    spaces = " -> ".join("R" if size == "1" else f"R^{size}" for size in (source, target))
    written = f"{name}: {spaces}"
    found = _signature_line(text, name)
    if found is None:
        return _added(text, declaration_lines(text), written)
    comment = re.search(r"\s*#.*", text[found[0] : found[1]])
    return f"{text[: found[0]]}{written}{comment.group() if comment else ''}{text[found[1] :]}"


def line_of(text: str, name: str) -> tuple[int, int] | None:
    """The characters of the line that declares or defines a name."""
    found = _line_of(declaration_lines(text), name)
    if found is not None:
        return found.start, found.end
    return _signature_line(text, name) or _first_line(
        text, name, re.compile(r"\s*([^\W\d_]\w*)\s*(?:\([^()=]*\))?\s*=")
    )


def without_declaration(text: str, name: str) -> str:
    """The text in which a name is no longer declared, so that its kind and shape are inferred."""
    found = _line_of(declaration_lines(text), name)
    if found is None:
        signature = _signature_line(text, name)
        if signature is None:
            return text
        found = Line(*signature, (name,), ())
    line = text[found.start : found.end]
    if len(found.names) > 1:
        return text[: found.start] + _without_name(line, name) + text[found.end :]
    if comment := re.search(r"#.*", line):  # what the user wrote beside it stays
        return text[: found.start] + comment.group() + text[found.end :]
    return text[: found.start] + text[found.end + 1 :] if found.end < len(text) else text[: max(0, found.start - 1)]


def _signature_line(text: str, name: str) -> tuple[int, int] | None:
    found = _first_line(text, name, re.compile(r"\s*([^\W\d_]\w*)\s*:"))
    return found if found is not None and is_signature(text[found[0] : found[1]]) else None


def _first_line(text: str, name: str, head: re.Pattern[str]) -> tuple[int, int] | None:
    """The first line that begins so with the name."""
    start = 0
    for line in text.split("\n"):
        match = head.match(line)
        if match is not None and canonical_name(match.group(1)) == name:
            return start, start + len(line)
        start += len(line) + 1
    return None


def _line_of(lines: list[Line], name: str) -> Line | None:
    return next((line for line in lines if name in line.names), None)


def _added(text: str, lines: list[Line], written: str) -> str:
    """Below the declarations at the top of the text, and above everything else."""
    at = 0
    for line in lines:
        if text[at : line.start].strip():
            break
        at = line.end + 1
    if at > len(text):  # the declarations end the text
        return f"{text}\n{written}"
    return f"{text[:at]}{written}\n{text[at:]}"


def _without_name(line: str, name: str) -> str:
    """A line that declares several names, without one of them."""
    head = _HEAD.search(line)
    names, rest = (line[: head.start()], line[head.start() :]) if head else (line, "")
    kept = [piece.strip() for piece in names.split(",") if _canonical(piece) != name]
    indent = names[: len(names) - len(names.lstrip())]
    return indent + ", ".join(kept) + rest


def _canonical(piece: str) -> str:
    return canonical_name(re.sub(r"\\(?:mathbf|boldsymbol|bm)\s*\{|[\\}]", "", piece).strip())


def _spelling(text: str, name: str) -> str:
    """The name as the text spells it: a Greek letter stays a letter."""
    return next((word for word in re.findall(r"[^\W\d_]\w*", text) if canonical_name(word) == name), name)
