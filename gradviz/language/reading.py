"""The lines of a text, sorted: what is declared, what is defined, and the function."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from gradviz.algebra.properties import DECLARABLE
from gradviz.algebra.shapes import Dim
from gradviz.language.declarations import (
    SQUARE_ONLY,
    Declaration,
    is_signature,
    read_declaration,
    read_signature,
    split_declarations,
)
from gradviz.language.diagnostics import Diagnostic, LanguageError
from gradviz.language.facts import Fact, without_facts
from gradviz.language.instructions import Instructions
from gradviz.language.names import LAMBDA, canonical_name
from gradviz.language.syntax import Syntax
from gradviz.language.token_lines import split_clauses
from gradviz.language.tokens import Token
from gradviz.sentences import say

__all__ = [
    "Reading",
    "Statement",
    "read_declarations",
    "read_extra_declarations",
    "read_facts",
    "read_lines",
    "without_declarations",
]

MAX_ERRORS = 20


@dataclass(slots=True)
class Statement:
    """A line with an expression: its defined name ("" for the bare function) and its tree."""

    name: str
    tokens: list[Token]
    head: Token
    """Its first token: the name, where it has one."""
    tree: Syntax | None = None
    parameters: tuple[str, ...] = ()
    """The arguments that the definition names: x of ``f(x) = ...``."""


@dataclass(slots=True)
class Reading:
    """What has been gathered from the text so far."""

    text: str
    declarations: dict[str, Declaration] = field(default_factory=dict)
    statements: list[Statement] = field(default_factory=list)
    errors: list[Diagnostic] = field(default_factory=list)
    signatures: dict[str, tuple[Dim, Dim, Dim]] = field(default_factory=dict)
    split: dict[str, str] = field(default_factory=dict)
    """Words that were read as products of letters -> the letters."""
    properties: dict[str, set[str]] = field(default_factory=dict)
    """Properties said beside the function: ``tr(A X), X symmetric``."""
    instructions: Instructions = field(default_factory=Instructions)
    left_out: list[str] = field(default_factory=list)
    """Constants that are only hinted at, as they are typed."""

    def wrong(self, where: Syntax | Token, message: str, suggestion: str = "", until: Syntax | None = None) -> None:
        end = until.end if until is not None else where.end
        self.errors.append(Diagnostic.at(self.text, where.start, end, message, suggestion))

    @contextmanager
    def section(self) -> Iterator[None]:
        """Raise at the end of a part of the work that found something wrong."""
        before = len(self.errors)
        yield
        if len(self.errors) > before:
            self.finish()

    def finish(self) -> None:
        """Raise if anything is wrong."""
        if self.errors:
            raise LanguageError(sorted(self.errors, key=lambda d: d.start)[:MAX_ERRORS], self.text)


def read_extra_declarations(declare: Sequence[str], reading: Reading) -> None:
    """Read what was declared beside the text: declarations, facts and signatures, each line by itself.

    Raises
    ------
    LanguageError
        With the line as its text.
    """
    for line in declare:
        beside = Reading(line)
        plain, facts = without_facts(line)
        plain, pieces = without_declarations(plain)
        read_declarations(pieces, beside)
        read_facts(facts, beside)
        if is_signature(plain):
            signature = read_signature(plain, 0, plain)
            if isinstance(signature, Diagnostic):
                beside.errors.append(signature)
            else:
                reading.signatures[signature[0]] = signature[1:]
        elif plain.strip():
            hint = say("write, for example, A in R^(n,n) symmetric")
            beside.errors.append(Diagnostic.at(line, 0, len(line), say("this is not a declaration"), hint))
        beside.finish()
        reading.declarations.update(beside.declarations)
        for name, said in beside.properties.items():
            reading.properties.setdefault(name, set()).update(said)


def without_declarations(text: str) -> tuple[str, list[tuple[int, str]]]:
    """The text with its declarations blanked out, so that every other place stays, and each with its place."""
    found: list[tuple[int, str]] = []
    lines = text.split("\n")
    start = 0
    for i, line in enumerate(lines):
        if " in" in line or "∈" in line or "\\in" in line:
            function, pieces = split_declarations(line.partition("#")[0])
            found += [(start + offset, piece) for offset, piece in pieces]
            lines[i] = line[:function] + " " * (len(line) - function) if pieces else line
        start += len(line) + 1
    return ("\n".join(lines), found) if found else (text, [])


def read_declarations(pieces: Sequence[tuple[int, str]], reading: Reading) -> None:
    """Read what `without_declarations` found."""
    for start, piece in pieces:
        found, errors = read_declaration(reading.text, start, piece)
        reading.errors += errors
        for twice in [d for d in found if d.name in reading.declarations]:
            message = say("{name} is declared twice", name=twice.name)
            hint = say("keep one of the two declarations")
            reading.errors.append(Diagnostic.at(reading.text, start, start + len(piece), message, hint))
        reading.declarations.update({d.name: d for d in found})


def read_lines(lines: list[list[Token]], reading: Reading) -> None:
    """Sort the tokens, line by line, into definitions, signatures and the function."""
    text = reading.text
    for tokens in lines:
        line = text[tokens[0].start : tokens[-1].end]
        if is_signature(line):
            signature = read_signature(text, tokens[0].start, line)
            if isinstance(signature, Diagnostic):
                reading.errors.append(signature)
            else:
                reading.signatures[signature[0]] = signature[1:]
        else:
            first, *clauses = split_clauses(tokens)
            for clause in clauses:
                _read_clause(clause, reading)
            reading.statements.append(_split_definition(first, reading))
    for extra in [s for s in reading.statements[:-1] if not s.name]:
        message = say("this line is a function, but the function is the last line")
        reading.wrong(extra.head, message, say("give it a name (u = ...), or remove it"))
    taken: dict[str, Statement] = {}
    for statement in reading.statements:
        if statement.name and (statement.name in taken or statement.name in reading.declarations):
            reading.wrong(
                statement.head, say("{name} already has a meaning", name=statement.name), say("choose another name")
            )
        taken[statement.name] = statement


def read_facts(facts: Sequence[Fact], reading: Reading) -> None:
    """Give every name the properties that the lines beside the function say."""
    for fact in facts:
        declared = reading.declarations.get(fact.name)
        if declared is not None and fact.property in SQUARE_ONLY and declared.shape.rows != declared.shape.cols:
            message = say(
                "only a square matrix is {property}, and {name} is {shape}",
                property=fact.property,
                name=fact.name,
                shape=declared.shape,
            )
            reading.errors.append(Diagnostic.at(reading.text, fact.start, fact.end, message))
        name = "lambda" if declared is None and fact.name in LAMBDA else fact.name
        reading.properties.setdefault(name, set()).add(fact.property)


def _read_clause(tokens: list[Token], reading: Reading) -> None:
    """What follows the function after a comma: ``k = 3``, ``X = X'`` or ``X symmetric``."""
    name = canonical_name(tokens[0].text)
    words = " ".join(t.text for t in tokens[1:])
    if words in DECLARABLE:
        reading.properties.setdefault(name, set()).add(words)
    elif [t.kind for t in tokens[1:]] == ["EQUAL", "WORD", "PRIME"] and tokens[2].text == tokens[0].text:
        reading.properties.setdefault(name, set()).add("symmetric")
    else:
        reading.statements.append(_split_definition(tokens, reading))


def _split_definition(tokens: list[Token], reading: Reading) -> Statement:
    """``u = ...`` or ``f(x) = ...``; anything else is a bare expression."""
    at = next((i for i, t in enumerate(tokens) if t.kind == "EQUAL"), None)
    if at is None:
        return Statement("", tokens, tokens[0])
    head, body = tokens[:at], tokens[at + 1 :]
    name = canonical_name(head[0].text) if head and head[0].kind == "WORD" else ""
    simple = len(head) == 1 or (
        len(head) >= 4
        and head[1].kind == "LPAR"
        and head[-1].kind == "RPAR"
        and all(t.kind in ("WORD", "COMMA", "SEMICOLON") for t in head[2:-1])
    )
    if not head and reading.statements:
        message = say("this line says the function once more")
        reading.wrong(tokens[at], message, say("keep one of the two lines"))
    elif not name or not simple:
        where = head[0] if head else tokens[at]
        reading.wrong(where, say("only a name can stand before '='"), say("write u = ... or f(x) = ..."))
    elif not body:
        reading.wrong(tokens[at], say("nothing follows '{name} ='", name=name))
    parameters = tuple(canonical_name(t.text) for t in head[2:-1] if t.kind == "WORD")
    return Statement(name, body, tokens[0], parameters=parameters)
