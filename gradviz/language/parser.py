"""The whole text: declarations, definitions and one function, to a typed `Problem`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from gradviz.algebra.nodes import Constant, Expr, Symbol
from gradviz.algebra.properties import DECLARABLE
from gradviz.algebra.shapes import Dim, Shape, ShapeError
from gradviz.algebra.walk import symbols
from gradviz.language.declarations import (
    SQUARE_ONLY,
    Declaration,
    is_declaration,
    is_signature,
    read_declaration,
    read_signature,
)
from gradviz.language.diagnostics import Diagnostic, LanguageError
from gradviz.language.elaborate import MeaningError, elaborate
from gradviz.language.grammar import parse_expression
from gradviz.language.kinds import conventional_kind, infer_kinds
from gradviz.language.names import CUSTOMARY_FUNCTION_NAMES, GREEK, Vocabulary, canonical_name
from gradviz.language.problem import Assumption, Problem
from gradviz.language.scanner import scan, split_clauses, statements
from gradviz.language.shape_rules import ShapeRules
from gradviz.language.suggest import nearest_function
from gradviz.language.syntax import Syntax
from gradviz.language.tokens import Token
from gradviz.language.typing import MAX_SIZE, Clash, Typing
from gradviz.language.variables import customary_variables

__all__ = ["parse"]

MAX_ERRORS = 20


@dataclass(slots=True)
class _Statement:
    """A line with an expression: its defined name ("" for the bare function) and its tree."""

    name: str
    tokens: list[Token]
    head: Token
    """Its first token: the name, where it has one."""
    tree: Syntax | None = None


@dataclass(slots=True)
class _Reading:
    """What has been gathered from the text so far."""

    text: str
    declarations: dict[str, Declaration] = field(default_factory=dict)
    statements: list[_Statement] = field(default_factory=list)
    errors: list[Diagnostic] = field(default_factory=list)
    signatures: dict[str, tuple[Dim, Dim]] = field(default_factory=dict)
    properties: dict[str, set[str]] = field(default_factory=dict)
    """Properties said beside the function: ``tr(A X), X symmetric``."""

    def wrong(self, where: Syntax | Token, message: str, suggestion: str = "", until: Syntax | None = None) -> None:
        end = until.end if until is not None else where.end
        self.errors.append(Diagnostic.at(self.text, where.start, end, message, suggestion))

    def finish(self) -> None:
        """Raise if anything is wrong."""
        if self.errors:
            raise LanguageError(sorted(self.errors, key=lambda d: d.start)[:MAX_ERRORS], self.text)


def parse(text: str, declare: Sequence[str] = ()) -> Problem:
    """Understand a text.

    Parameters
    ----------
    text : declarations, definitions and one function, a line each.
    declare : further declarations, as if they stood above the text.

    Raises
    ------
    LanguageError
        With every error found, each with its place. An error in `declare` carries that declaration as its text.
    """
    reading = _Reading(text)
    _read_extra_declarations(declare, reading)
    tokens, errors = scan(text)
    reading.errors += errors
    reading.finish()
    _read_statements(statements(tokens), reading)
    if not reading.statements:
        where = Diagnostic.at(text, 0, 0, "there is no function here", "type one, for example ||y - X w||^2")
        reading.errors.append(where)
    reading.finish()
    vocabulary = Vocabulary(
        names={*reading.declarations, *(s.name for s in reading.statements[:-1] if s.name)},
        dims={d for row in reading.declarations.values() for d in row.shape if isinstance(d, str)}
        - set(reading.declarations),
    )
    bare = {canonical_name(t.text) for s in reading.statements for t in s.tokens if t.kind == "WORD"}
    vocabulary.arrays = {
        name for name in bare if name not in reading.declarations and conventional_kind(name) != "scalar"
    }
    vocabulary.arrays |= {name for name, d in reading.declarations.items() if not d.shape.is_scalar}
    vocabulary.functions = set(reading.signatures) | _customary_functions(reading, vocabulary)
    vocabulary.dims |= {
        t.text.partition(" ")[2] or "l"
        for s in reading.statements
        for t in s.tokens
        if t.kind == "INDEXSUM" and not t.text[2:].isdigit()
    } - vocabulary.names
    vocabulary.dims |= {d for sizes in reading.signatures.values() for d in sizes if isinstance(d, str)}
    for statement in reading.statements:
        vocabulary.notice_sigma(statement.tokens)
    for statement in reading.statements:
        _parse_statement(statement, vocabulary, reading)
    reading.finish()
    return _solve(reading, vocabulary)


def _read_extra_declarations(declare: Sequence[str], reading: _Reading) -> None:
    for line in declare:
        if is_signature(line):
            signature = read_signature(line, 0, line)
            if isinstance(signature, Diagnostic):
                raise LanguageError([signature], line)
            reading.signatures[signature[0]] = signature[1:]
            continue
        if not is_declaration(line):
            message = "this is not a declaration"
            raise LanguageError(
                [Diagnostic.at(line, 0, len(line), message, "write, for example, A in R^(n,n) symmetric")], line
            )
        found, errors = read_declaration(line, 0, line)
        if errors:
            raise LanguageError(errors, line)
        reading.declarations.update({d.name: d for d in found})


def _read_statements(lines: list[list[Token]], reading: _Reading) -> None:
    text = reading.text
    for tokens in lines:
        start, end = tokens[0].start, tokens[-1].end
        line = text[start:end]
        if is_declaration(line):
            found, errors = read_declaration(text, start, line)
            reading.errors += errors
            for twice in [d for d in found if d.name in reading.declarations]:
                reading.wrong(tokens[0], f"{twice.name} is declared twice", "keep one of the two declarations")
            reading.declarations.update({d.name: d for d in found})
        elif is_signature(line):
            signature = read_signature(text, start, line)
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
        message = "this line is a function, but the function is the last line"
        reading.wrong(extra.tokens[0], message, "give it a name (u = ...), or remove it")
    taken: dict[str, _Statement] = {}
    for statement in reading.statements:
        if statement.name and (statement.name in taken or statement.name in reading.declarations):
            reading.wrong(statement.head, f"{statement.name} already has a meaning", "choose another name")
        taken[statement.name] = statement


def _read_clause(tokens: list[Token], reading: _Reading) -> None:
    """What follows the function after a comma: ``k = 3``, ``X = X'`` or ``X symmetric``."""
    name = canonical_name(tokens[0].text)
    words = " ".join(t.text for t in tokens[1:])
    if words in DECLARABLE:
        reading.properties.setdefault(name, set()).add(words)
    elif [t.kind for t in tokens[1:]] == ["EQUAL", "WORD", "PRIME"] and tokens[2].text == tokens[0].text:
        reading.properties.setdefault(name, set()).add("symmetric")
    else:
        reading.statements.append(_split_definition(tokens, reading))


def _split_definition(tokens: list[Token], reading: _Reading) -> _Statement:
    """``u = ...`` or ``f(x) = ...``; anything else is a bare expression."""
    at = next((i for i, t in enumerate(tokens) if t.kind == "EQUAL"), None)
    if at is None:
        return _Statement("", tokens, tokens[0])
    head, body = tokens[:at], tokens[at + 1 :]
    name = canonical_name(head[0].text) if head and head[0].kind == "WORD" else ""
    simple = len(head) == 1 or (
        len(head) >= 4
        and head[1].kind == "LPAR"
        and head[-1].kind == "RPAR"
        and all(t.kind in ("WORD", "COMMA") for t in head[2:-1])
    )
    if not name or not simple:
        where = head[0] if head else tokens[at]
        reading.wrong(where, "only a name can stand before '='", "write u = ... or f(x) = ...")
    elif not body:
        reading.wrong(tokens[at], f"nothing follows '{name} ='")
    return _Statement(name, body, tokens[0])


def _customary_functions(reading: _Reading, vocabulary: Vocabulary) -> set[str]:
    """Customary names of functions that are unknown, written directly before a bracket and never used bare."""
    called: set[str] = set()
    bare: set[str] = set()
    for statement in reading.statements:
        for token, after in zip(statement.tokens, [*statement.tokens[1:], None], strict=True):
            if token.kind == "WORD":
                before_bracket = after is not None and after.kind == "LPAR" and token.end == after.start
                (called if before_bracket else bare).add(canonical_name(token.text))
    return {name for name in called - bare - vocabulary.names if name in CUSTOMARY_FUNCTION_NAMES}


def _parse_statement(statement: _Statement, vocabulary: Vocabulary, reading: _Reading) -> None:
    if not statement.tokens:
        return
    read = vocabulary.read(statement.tokens)
    suspects = _unknown_words(statement.tokens, vocabulary, reading)
    tree = parse_expression(read, reading.text)
    if isinstance(tree, Diagnostic):
        reading.errors.append(tree)
    elif not suspects:
        statement.tree = tree


def _unknown_words(tokens: list[Token], vocabulary: Vocabulary, reading: _Reading) -> bool:
    """Words before a bracket that look like a misspelt or unspecified function."""
    wrong = False
    single = {t.text for t in tokens if t.kind == "WORD" and len(t.text) == 1}
    for token, after in pairwise(tokens):
        if token.kind != "WORD" or after.kind != "LPAR":
            continue
        name = canonical_name(token.text)
        letters = name.split("_")[0].rstrip("0123456789")
        if (
            name in vocabulary.names
            or name in vocabulary.dims
            or vocabulary.is_function(name, called=True)
            or letters in GREEK
        ):
            continue
        near = nearest_function(name) if len(letters) > 2 else None
        if near is not None:
            reading.wrong(token, f"{token.text!r} is not a known function", f"did you mean {near}?")
            wrong = True
        elif len(letters) > 2 and letters.islower() and token.end == after.start and not set(letters) <= single:
            hint = f"if it is a product, write the letters apart: {' '.join(letters)} (...)"
            reading.wrong(token, f"{token.text!r} is not a known function", hint)
            wrong = True
    return wrong


def _free_names(tree: Syntax, found: dict[str, Syntax]) -> None:
    """Names in reading order; sizes (``ones(n)``) are not names, and ``e`` under an exponent is Euler's number."""
    if tree.kind == "name":
        found.setdefault(tree.text, tree)
    if tree.kind == "call" and tree.text in ("ones", "zeros", "eye"):
        return
    for i, part in enumerate(tree.parts):
        if not (tree.kind == "power" and i == 0 and part.kind == "name" and part.text == "e"):
            _free_names(part, found)


def _transposed_names(tree: Syntax) -> set[str]:
    """Names that stand directly under a transpose or in a norm, so that nobody means a scalar."""
    here = {tree.parts[0].text} if tree.kind in ("transpose", "norm") and tree.parts[0].kind == "name" else set()
    return here.union(*(_transposed_names(p) for p in tree.parts)) if tree.parts else here


def _is_symbol(name: str, vocabulary: Vocabulary) -> bool:
    return name in vocabulary.names or not (name in Constant.NAMES or name == "I" or name.startswith("I_"))


def _solve(reading: _Reading, vocabulary: Vocabulary) -> Problem:
    """Kinds, shapes, expressions."""
    defined = {s.name for s in reading.statements[:-1]}
    occurring: dict[str, Syntax] = {}
    for statement in reading.statements:
        assert statement.tree is not None
        _free_names(statement.tree, occurring)
    declared = {name: d.shape for name, d in reading.declarations.items()}
    unknown = [n for n in occurring if n not in declared and n not in defined and _is_symbol(n, vocabulary)]
    *definitions, function = reading.statements

    def run(typing: ShapeRules) -> bool | None:
        for statement in definitions:
            found = typing.type_of(statement.tree) if statement.tree is not None else None
            if found is None:
                return None
            typing.define(statement.name, found)
        for name, said in reading.properties.items():
            if said & SQUARE_ONLY and (name in typing.kinds or name in typing.shapes):
                found = typing.name_type(name)
                typing.same(found.rows, found.cols)
        assert function.tree is not None
        found = typing.type_of(function.tree)
        return None if found is None else typing.is_scalar(found)

    transposed = {name for s in reading.statements if s.tree is not None for name in _transposed_names(s.tree)}
    typing, kinds = infer_kinds(unknown, declared, run, frozenset(transposed.intersection(unknown)), reading.signatures)
    taken = {*occurring, *vocabulary.dims, *vocabulary.names}
    variables_first = sorted(
        unknown, key=lambda name: kinds[name] != "vector" or name not in ("x", "w", "b", "beta", "theta")
    )
    if not typing.clashes:
        typing.square_up([name for name in unknown if kinds[name] == "matrix"])
    typing.name_free_dimensions(variables_first, taken)
    for clash in typing.clashes:
        _report(clash, typing, reading)
    reading.finish()
    return _problem(reading, typing, kinds, [n for n in occurring if _is_symbol(n, vocabulary)], defined)


def _report(clash: Clash, typing: Typing, reading: _Reading) -> None:
    words = [typing.shape_words(t) for t in clash.types]
    reading.wrong(clash.syntax, clash.message.format(*words), clash.suggestion, clash.until)


def _problem(
    reading: _Reading, typing: Typing, kinds: dict[str, str], occurring: list[str], defined: set[str]
) -> Problem:
    meanings: dict[str, Expr] = {}
    for name in occurring:
        if name not in defined:
            declaration = reading.declarations.get(name)
            shape = declaration.shape if declaration else typing.shape(typing.name_type(name))
            said = frozenset(reading.properties.get(name, ()))
            meanings[name] = Symbol(name, shape, said | (declaration.properties if declaration else frozenset()))
    definitions: list[tuple[str, Expr]] = []
    *before, last = reading.statements
    if any(isinstance(d, int) and d > MAX_SIZE for s in meanings.values() for d in s.shape):
        message = f"a size above {MAX_SIZE} is not needed to derive"
        reading.wrong(last.tokens[0], message, "declare it by a name, as in R^n", last.tree)
        reading.finish()
    try:
        for statement in before:
            assert statement.tree is not None
            meanings[statement.name] = elaborate(statement.tree, typing, meanings)
            definitions.append((statement.name, meanings[statement.name]))
        assert last.tree is not None
        function = elaborate(last.tree, typing, meanings)
    except MeaningError as error:
        reading.wrong(error.syntax, error.message, error.suggestion)
        reading.finish()
        raise AssertionError from error  # finish() has raised
    except ShapeError as error:  # sizes that only products of dimensions could settle
        reading.wrong(last.tokens[0], str(error), "declare the shapes, as in X in R^(m,n)", last.tree)
        reading.finish()
        raise AssertionError from error
    found = tuple(symbols(function))
    return Problem(
        text=reading.text,
        name=last.name or "f",
        function=function,
        symbols=found,
        declared=frozenset(reading.declarations),
        definitions=tuple(definitions),
        variables=customary_variables(found),
        assumptions=tuple(_assumptions(found, kinds)),
        unused=tuple(
            Symbol(d.name, d.shape, d.properties)
            for d in reading.declarations.values()
            if all(s.name != d.name for s in found)
        ),
    )


def _assumptions(found: Sequence[Symbol], kinds: dict[str, str]) -> list[Assumption]:
    rows = []
    for symbol in found:
        if symbol.name in kinds:
            kind, usual = kinds[symbol.name], conventional_kind(symbol.name)
            reason = f"{_CUSTOM[usual]}" if kind == usual else f"a {usual} does not fit the text"
            rows.append(Assumption(symbol.name, _kind_words(symbol.shape), reason))
    return rows


_CUSTOM = {
    "matrix": "an upper-case letter is a matrix by convention",
    "vector": "a lower-case letter is a column vector by convention",
    "scalar": "a Greek letter or t is a scalar by convention",
}


def _kind_words(shape: Shape) -> str:
    if shape.is_scalar:
        return "scalar"
    return f"{shape} column vector" if shape.is_column else f"{shape} matrix"
