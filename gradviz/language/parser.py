"""The whole text: declarations, definitions and one function, to a typed `Problem`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import Constant, Expr, Symbol
from gradviz.algebra.shapes import Shape, ShapeError
from gradviz.algebra.walk import preorder, symbols
from gradviz.language.application import apply_definitions
from gradviz.language.declarations import SQUARE_ONLY
from gradviz.language.diagnostics import Diagnostic, LanguageError, MeaningError
from gradviz.language.dialects import is_r, with_mapped_sums, with_r_operators
from gradviz.language.elaborate import elaborate
from gradviz.language.evidence import evident_kinds, free_names, in_company, oblong_names
from gradviz.language.facts import without_facts
from gradviz.language.family_members import is_relative
from gradviz.language.index_products import with_sums_of_logarithms
from gradviz.language.instructions import without_constants, without_instructions, without_layout
from gradviz.language.kinds import Inference, infer_kinds
from gradviz.language.names import CLAUSE_WORDS, TASK_WORDS, Vocabulary, with_lambda
from gradviz.language.problem import Assumption, Problem
from gradviz.language.python_arrays import Axes, shape_of_axes, with_sizes
from gradviz.language.python_input import is_python, python_names, with_python_operators, without_keywords
from gradviz.language.reading import (
    Reading,
    Statement,
    read_declarations,
    read_extra_declarations,
    read_facts,
    read_lines,
    without_declarations,
)
from gradviz.language.reasons import notation_assumptions, symbol_assumptions
from gradviz.language.scanner import scan
from gradviz.language.scopes import with_scopes
from gradviz.language.shape_rules import ShapeRules
from gradviz.language.suspects import without_suspects
from gradviz.language.syntax import Syntax
from gradviz.language.token_lines import statements
from gradviz.language.transposes import with_transposes
from gradviz.language.typing import MAX_SIZE, Clash, Typing, snippet
from gradviz.language.unicode_input import normalised
from gradviz.language.variables import customary_variables
from gradviz.language.wordlist import vocabulary_of
from gradviz.sentences import say

__all__ = ["parse"]


def parse(text: str, declare: Sequence[str] = (), wanted: Sequence[str] = ()) -> Problem:
    """Understand a text.

    Parameters
    ----------
    text : declarations, definitions and one function, a line each.
    declare : further declarations, as if they stood above the text.
    wanted : names that the function is to be differentiated by: where only ``x_i`` under a sum occurs and x is
        wanted, ``x_i`` is an entry of x.

    Raises
    ------
    LanguageError
        With every error found, each with its place. An error in `declare` carries that declaration as its text.
    """
    try:
        return _parse(text, declare, wanted, "all")
    except LanguageError:
        if not any(sign in text for sign in ("sum", "∑", "Σ")):
            raise  # the readings differ under sums alone
        for reading in ("known", "declared", "none"):
            try:
                problem = _parse(text, declare, wanted, reading)
            except LanguageError:
                continue
            if _one_reading(problem) and (reading != "none" or _has_family(problem)):
                return problem
        raise


def _one_reading(problem: Problem) -> bool:
    """Whether no name is an array and a family of numbers at once, as ``w`` and ``w_j`` would be."""
    shapes = {s.name: s.shape for s in (*problem.symbols, *problem.unused)}
    for sum_ in preorder(problem.function):
        if not isinstance(sum_, n.IndexedSum):
            continue
        for symbol in symbols(sum_):
            whole = shapes.get(symbol.name.rpartition("_")[0])
            if n.is_member(symbol, sum_.index) and symbol.is_scalar and whole is not None and not whole.is_scalar:
                return symbol.name in problem.declared or whole.rows == sum_.upper
    return True


_DERIVATIVE = re.compile(r"(?<![A-Za-z_\\])d\s*/\s*d[A-Za-z](?![A-Za-z])|\\d?frac\s*\{\s*d\s*\}\s*\{\s*d")


def _outside_sums(function: Expr, found: tuple[Symbol, ...]) -> tuple[Symbol, ...]:
    """The symbols without the members of families, by which no sum over them can be differentiated; all if no other
    is left."""
    sums = [node for node in preorder(function) if isinstance(node, n.IndexedSum)]
    return tuple(s for s in found if not any(n.is_member(s, sum_.index) for sum_ in sums)) or found


def _has_family(problem: Problem) -> bool:
    """Whether a sum runs over vectors or matrices ``x_i``, which no declared array could hold as its entries."""
    return any(
        n.is_member(symbol, sum_.index)
        and not symbol.is_scalar
        and (symbol.name in problem.declared or symbol.name.partition("_")[0] not in problem.declared)
        for sum_ in preorder(problem.function)
        if isinstance(sum_, n.IndexedSum)
        for symbol in symbols(sum_)
    )


def _refuse_clauses(reading: Reading) -> None:
    """A word of a sentence is no product of its letters, whatever follows it."""
    for token in (t for s in reading.statements for t in s.tokens if t.kind == "WORD" and t.text in reading.split):
        word = token.text.lower()
        hint = ""
        if word in CLAUSE_WORDS:
            hint = say("say a property of a symbol, as in: where A is symmetric, t > 0")
        elif word in TASK_WORDS:
            hint = say("type the function itself; the order of the derivative is chosen beside it")
        if hint:
            message = say("what '{word}' says here is not understood", word=token.text)
            reading.errors.append(Diagnostic.at(reading.text, token.start, token.end, message, hint))


def _refuse_sums_without_index(reading: Reading) -> None:
    """``sum (y_i - x_i' w)^2`` is over i, and not the sum of the entries of one member."""
    known = {*reading.declarations, *(s.name for s in reading.statements)}
    for statement in reading.statements:
        tokens = statement.tokens
        if any(t.kind == "INDEXSUM" for t in tokens):
            continue
        for i, token in enumerate(tokens):
            if token.kind != "WORD" or token.text != "sum":
                continue
            member = next((t for t in tokens[i + 1 :] if t.text not in known and _MEMBER.fullmatch(t.text)), None)
            if member is not None:
                index = member.text.strip("{}")[-1]
                message = say(
                    "this sum has no index, and {member} has the index {index}", member=member.text, index=index
                )
                hint = say("write sum_{index} for the sum over {index}", index=index)
                reading.errors.append(Diagnostic.at(reading.text, token.start, token.end, message, hint))
                return


_MEMBER = re.compile(r"[A-Za-z]+_\{?[ijkt]\}?")
"""A member of a family, or an entry."""


def _parse(text: str, declare: Sequence[str], wanted: Sequence[str], entries: str) -> Problem:
    """`parse` with one reading of ``x_i`` under a sum.

    `entries` tells of which arrays it may be an entry; see `Vocabulary.notice_entries`.
    """
    plain, constants = without_constants(without_layout(normalised(text)))
    reading = Reading(plain, left_out=constants)
    read_extra_declarations(declare, reading)
    plain, facts = without_facts(plain)
    plain, reading.instructions = without_instructions(plain)
    wanted = (*wanted, *reading.instructions.by)
    plain, declarations = without_declarations(plain)
    read_declarations(declarations, reading)
    plain, others = without_facts(plain)  # ``where A symmetric, x in R^n``
    facts = [*facts, *others]
    python, r = is_python(plain), is_r(plain)
    if python:
        plain = with_sizes(without_keywords(plain), {name: d.shape for name, d in reading.declarations.items()})
    tokens, errors = scan(plain)
    reading.errors += errors
    for match in _DERIVATIVE.finditer(plain):
        message = say("a derivative is not typed: type the function, and choose what to differentiate it by")
        reading.errors.append(Diagnostic.at(plain, match.start(), match.end(), message))
    reading.finish()
    read_lines(statements(tokens), reading)
    read_facts(facts, reading)
    if not reading.statements:
        where = Diagnostic.at(text, 0, 0, say("there is no function here"), say("type one, for example ||y - X w||^2"))
        reading.errors.append(where)
    reading.finish()
    known = {*reading.declarations, *(s.name for s in reading.statements)}
    for statement in reading.statements:
        tokens = with_lambda(with_sums_of_logarithms(with_mapped_sums(statement.tokens), reading), known)
        statement.tokens = with_r_operators(tokens) if r else with_transposes(tokens, known)
    if python:
        _read_as_python(reading)
    vocabulary = vocabulary_of(reading, wanted, entries)
    if python or r:
        vocabulary.names |= {name for s in reading.statements for name in python_names(s.tokens, vocabulary.dims)}
    for statement in reading.statements:
        _parse_statement(statement, vocabulary, reading)
    reading.split = vocabulary.split
    _refuse_clauses(reading)
    if not python:
        _refuse_sums_without_index(reading)
    if any(statement.tree is None for statement in reading.statements):
        reading.finish()
    if python:
        _read_arrays_as_python(reading, vocabulary)
    with reading.section():
        apply_definitions(reading, vocabulary.applied)
    return _solve(reading, vocabulary)


def _read_as_python(reading: Reading) -> None:
    columns = {name for name, d in reading.declarations.items() if d.shape.is_column}
    for statement in reading.statements:
        statement.tokens = with_python_operators(statement.tokens, columns)


def _read_arrays_as_python(reading: Reading, vocabulary: Vocabulary) -> None:
    known = {name: shape_of_axes(d.shape) for name, d in reading.declarations.items()}
    axes = Axes(known, vocabulary.dims)
    for statement in reading.statements:
        assert statement.tree is not None
        statement.tree = axes.read(statement.tree)
        known[statement.name] = axes.of(statement.tree)


def _parse_statement(statement: Statement, vocabulary: Vocabulary, reading: Reading) -> None:
    if not statement.tokens:
        return
    tokens = with_scopes(without_suspects(statement.tokens, vocabulary, reading))
    from gradviz.language.grammar import parse_expression  # lark is imported when there is something to read

    tree = parse_expression(vocabulary.read(tokens), reading.text)
    if isinstance(tree, Diagnostic):
        reading.errors.append(tree)
    else:
        statement.tree = tree


def _members(reading: Reading, names: Sequence[str]) -> frozenset[str]:
    """The names whose subscript holds an index that a sum binds, and others of their families."""
    indices = _bound_indices(reading)
    own = {name for name in names if indices.intersection(name.partition("_")[2])}
    return frozenset(own | {name for name in names if any(is_relative(name, other, indices) for other in own)})


def _bound_indices(reading: Reading) -> set[str]:
    return {t.text[0] for s in reading.statements for t in s.tokens if t.kind == "INDEXSUM"}


def _families(reading: Reading, names: Collection[str]) -> list[tuple[str, str]]:
    """Pairs of names that are members of one family, ``x_i`` under its sum and ``x_j`` beside it: of one shape."""
    indices = _bound_indices(reading)
    own = [name for name in names if indices.intersection(name.partition("_")[2])]
    return [(name, other) for other in own for name in names if is_relative(name, other, indices)]


def _is_symbol(name: str, vocabulary: Vocabulary) -> bool:
    if name in vocabulary.names:
        return True
    if name == "e":
        return not vocabulary.euler
    return not (name in Constant.NAMES or name == "I" or name.startswith("I_") or vocabulary.is_commutation(name))


def _check_order(definitions: Sequence[Statement], reading: Reading) -> None:
    """A definition stands on what is above it."""
    for i, statement in enumerate(definitions):
        used: dict[str, Syntax] = {}
        assert statement.tree is not None
        free_names(statement.tree, used)
        for later in definitions[i:]:
            if later.name in used and later is statement:
                hint = say("choose another name for one of the two, or declare {name}", name=later.name)
                reading.wrong(used[later.name], say("{name} is defined by itself", name=later.name), hint)
            elif later.name in used:
                hint = say("move the line {name} = ... above this one", name=later.name)
                reading.wrong(used[later.name], say("{name} is defined further down", name=later.name), hint)


def _solve(reading: Reading, vocabulary: Vocabulary) -> Problem:
    """Kinds, shapes, expressions."""
    defined = {s.name for s in reading.statements[:-1]}
    occurring: dict[str, Syntax] = {}
    for statement in reading.statements:
        assert statement.tree is not None
        free_names(statement.tree, occurring, vocabulary.names)
    declared = {name: d.shape for name, d in reading.declarations.items()}
    unknown = [
        name for name in occurring if name not in declared and name not in defined and _is_symbol(name, vocabulary)
    ]
    *definitions, function = reading.statements
    with reading.section():
        _check_order(definitions, reading)

    families = _families(reading, [name for name in occurring if name in unknown or name in declared])

    def run(typing: ShapeRules) -> bool | None:
        for pair in families:
            first, second = map(typing.name_type, pair)
            typing.same(first.rows, second.rows)
            typing.same(first.cols, second.cols)
        for statement in definitions:
            whole = typing.type_of(statement.tree) if statement.tree is not None else None
            if whole is None:
                return None
            typing.define(statement.name, whole)
        for name, said in reading.properties.items():
            if said & SQUARE_ONLY and (name in typing.kinds or name in typing.shapes):
                whole = typing.name_type(name)
                typing.same(whole.rows, whole.cols)
        assert function.tree is not None
        whole = typing.type_of(function.tree)
        return None if whole is None else typing.is_scalar(whole)

    evident: dict[str, str] = {}
    company: list[frozenset[str]] = []
    oblong: set[str] = set()
    for statement in reading.statements:
        if statement.tree is not None:
            oblong_names(statement.tree, oblong)
            evident_kinds(statement.tree, evident)
            in_company(statement.tree, company)
    evident = {name: kind for name, kind in evident.items() if name in unknown}
    company = [names for names in company if names.issubset(unknown)]
    found = infer_kinds(unknown, declared, run, evident, company, _members(reading, unknown), reading.signatures)
    typing, kinds = found.typing, found.kinds
    taken = {*occurring, *vocabulary.dims, *vocabulary.names}
    variables_first = sorted(
        unknown, key=lambda name: kinds[name] != "vector" or name not in ("x", "w", "b", "beta", "theta")
    )
    if not typing.clashes:
        typing.square_up([name for name in unknown if kinds[name] == "matrix" and name not in oblong])
    typing.name_free_dimensions(variables_first, taken)
    for clash in typing.clashes:
        if not any(_has_hole(part) for part in (clash.syntax, *clash.parts)):
            _report(clash, typing, reading)
    reading.finish()
    return _problem(reading, found, [name for name in occurring if _is_symbol(name, vocabulary)], defined)


def _has_hole(tree: Syntax) -> bool:
    """Whether a part holds something that was reported already, so that nothing more can be said of it."""
    return tree.kind == "hole" or any(_has_hole(part) for part in tree.parts)


def _report(clash: Clash, typing: Typing, reading: Reading) -> None:
    reading.wrong(clash.syntax, typing.message(clash, reading.text), clash.suggestion, clash.until)


def _problem(reading: Reading, inference: Inference, occurring: list[str], defined: set[str]) -> Problem:
    *before, last = reading.statements
    definitions: list[tuple[str, Expr]] = []
    try:
        meanings = _meanings(reading, inference.typing, [name for name in occurring if name not in defined])
        for statement in before:
            assert statement.tree is not None
            meanings[statement.name] = elaborate(statement.tree, inference.typing, meanings)
            definitions.append((statement.name, meanings[statement.name]))
        assert last.tree is not None
        function = elaborate(last.tree, inference.typing, meanings)
    except MeaningError as error:
        reading.wrong(error.syntax, error.message, error.suggestion)
        reading.finish()
        raise AssertionError from error  # finish() has raised
    except ShapeError as error:  # sizes that only products of dimensions could settle
        reading.wrong(last.head, str(error), say("declare the shapes, as in X in R^(m,n)"), last.tree)
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
        variables=_named_variables(reading, found)
        or customary_variables(_outside_sums(function, found), function.shape),
        assumptions=(*_assumptions(reading, found, inference),),
        unused=tuple(
            Symbol(d.name, d.shape, d.properties)
            for d in reading.declarations.values()
            if all(s.name != d.name for s in found)
        ),
    )


def _named_variables(reading: Reading, found: Sequence[Symbol]) -> tuple[Symbol, ...]:
    r"""The variables that the text itself names: w of ``\min_w`` or ``\nabla_w``; none where one does not occur."""
    by_name = {s.name: s for s in found}
    names = reading.instructions.by
    return tuple(by_name[name] for name in names) if by_name.keys() >= set(names) else ()


def _meanings(reading: Reading, typing: Typing, names: Sequence[str]) -> dict[str, Expr]:
    """What every name stands for: a symbol, or a unit vector."""
    found: dict[str, Expr] = {}
    counts = _whole_exponents(reading, typing)
    for name in names:
        if name in counts:
            found[name] = n.DimNumber(name)
            continue
        declaration = reading.declarations.get(name)
        shape = declaration.shape if declaration else typing.shape(typing.name_type(name))
        if any(isinstance(d, int) and d > MAX_SIZE for d in shape):
            message = say("a size above {limit} is not needed to derive", limit=MAX_SIZE)
            *_, last = reading.statements
            reading.wrong(last.tokens[0], message, say("declare it by a name, as in R^n"), last.tree)
            reading.finish()
        unit = _UNIT_VECTOR.fullmatch(name) if declaration is None and shape.is_column else None
        if unit is not None and not shape.is_scalar:
            found[name] = _unit_vector(int(unit.group(1)), shape, name, reading)
        else:
            said = frozenset(reading.properties.get(name, ()))
            found[name] = Symbol(name, shape, said | (declaration.properties if declaration else frozenset()))
    return found


def _whole_exponents(reading: Reading, typing: Typing) -> set[str]:
    """The letters to which a matrix is raised: ``X^k`` is there for whole k only, like those of sizes.

    Of the declared ones those that are customary for whole numbers, i to n, and those declared so: ``k in N``.
    """
    found: set[str] = set()
    stack = [s.tree for s in reading.statements if s.tree is not None]
    while stack:
        tree = stack.pop()
        if tree.kind == "power" and not typing.shape(typing.types[tree.parts[0]]).is_scalar:
            used: dict[str, Syntax] = {}
            free_names(tree.parts[1], used)
            found |= used.keys()
        stack += tree.parts
    declared = reading.declarations
    return {
        name
        for name in found
        if name not in declared or (declared[name].shape.is_scalar and (declared[name].whole or name in "ijklmn"))
    }


_UNIT_VECTOR = re.compile(r"e_?([1-9]\d{0,2})")


def _unit_vector(index: int, shape: Shape, name: str, reading: Reading) -> Expr:
    """``e_2``, undeclared and a column: the second unit vector."""
    if isinstance(shape.rows, int) and index > shape.rows:
        message = say("{name} is a unit vector, and there are only {n} in R^{n}", name=name, n=shape.rows)
        *_, last = reading.statements
        reading.wrong(last.tokens[0], message, say("declare {name} if it is something else", name=name), last.tree)
        reading.finish()
    return n.Unit(index, shape.rows)


def _assumptions(reading: Reading, found: Sequence[Symbol], inference: Inference) -> Iterator[Assumption]:
    misfit = ""
    about: dict[str, Syntax] = {}
    if inference.conventional.clashes:
        clash = inference.conventional.clashes[0]
        inference.conventional.name_free_dimensions([], set())
        misfit = inference.conventional.message(clash, reading.text)
        for part in (clash.syntax, *clash.parts, *([clash.until] if clash.until is not None else [])):
            free_names(part, about)
    yield from symbol_assumptions(
        reading.text, found, inference.typing, inference.kinds, inference.evident, (misfit, frozenset(about))
    )
    for word, letters in reading.split.items():
        yield Assumption(
            word, say("the product {letters}", letters=letters), say("the word is no function, and not declared"), True
        )
    for start, end in reading.instructions.spans:
        reason = say("the function itself is what is typed here")
        yield Assumption(snippet(reading.text, start, end), say("to be done with the function"), reason, True)
    for constant in reading.left_out:
        yield Assumption(constant, say("nothing"), say("a constant changes no derivative"), True)
    trees = [s.tree for s in reading.statements if s.tree is not None]
    yield from notation_assumptions(reading.text, trees, inference.typing)
