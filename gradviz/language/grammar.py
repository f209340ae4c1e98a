"""The grammar of expressions (LALR, lark) and the tree it builds.

Tokens come from `gradviz.language.scanner` and `gradviz.language.names`. Shift wins where a function without
brackets could end or go on: it takes the product that follows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from typing import Any, cast

from lark import Lark, Transformer, UnexpectedInput
from lark.exceptions import VisitError
from lark.lexer import Lexer

from gradviz.language.diagnostics import Diagnostic
from gradviz.language.dialects import LEFT_DIVISION
from gradviz.language.names import FUNCTION_NAMES
from gradviz.language.python_input import ENTRYWISE_SIGNS
from gradviz.language.syntax import MAX_DEPTH, NORMS, SPREAD, Syntax
from gradviz.language.tokens import Token
from gradviz.sentences import listed, say

__all__ = ["parse_expression"]

GRAMMAR = r"""
?start: sum

?sum: (PLUS | MINUS)? chain ((PLUS | MINUS) chain)*

?chain: item (item | (STAR | SLASH | FSTAR | FSLASH | OTIMES | DOTSTAR | DOTSLASH | COLON) operand)*
?operand: item | MINUS item                         -> negated
?item: applied{atom} | applied{invocation}
     | FUNC bare                                    -> bare_call
     | FUNC CARET NUMBER bare                       -> bare_power
     | INDEXSUM product                             -> indexed_sum
?product: item (item | (STAR | SLASH | FSTAR | FSLASH) operand)* -> chain
?bare: FUNC bare                                    -> bare_call
     | INDEXSUM product                             -> indexed_sum
     | (applied{atom} | applied{invocation}) (applied{atom} | (STAR | SLASH) applied{atom})* -> chain

?applied{base}: base
     | applied{base} PRIME                          -> transpose
     | applied{base} CARET exponent                 -> power
     | applied{base} DOTCARET exponent              -> entrywise_power
     | applied{base} METHOD                         -> method
     | applied{base} DOT LPAR sum RPAR              -> dotted
     | applied{base} INDEX sum (COMMA sum)? RSQB    -> index
?exponent: primary | MINUS exponent                 -> negated
     | primary CARET exponent                       -> power
?primary: atom | invocation

?atom: NUMBER                                       -> number
     | NAME                                         -> name
     | DIMENSION                                    -> dimension
     | BOUND                                        -> bound
     | HOLE                                         -> hole
     | INF                                          -> infinity
     | ONES                                         -> ones
     | LPAR sum RPAR                                -> bracket
     | LBRACE sum RBRACE                            -> bracket
     | NORMOPEN sum NORMCLOSE NORMSUB?              -> norm
     | BAROPEN sum BARCLOSE                         -> bars
     | LANGLE sum COMMA sum RANGLE                  -> angle
     | LSQB row (SEMICOLON row)* RSQB               -> matrix
?invocation: FUNCCALL LPAR sum (COMMA sum)* RPAR    -> call
     | FUNCCALL CARET NUMBER LPAR sum RPAR          -> call_power
     | UNSPECIFIED LPAR sum RPAR                    -> unspecified
     | APPLIED LPAR sum (COMMA sum)* RPAR           -> application
     | DENSITY LPAR sum SEMICOLON sum COMMA sum RPAR -> density
row: sum (COMMA sum)*

%declare PLUS MINUS DOTSTAR DOTSLASH OTIMES STAR SLASH CARET DOTCARET PRIME INDEX RSQB LSQB FSTAR FSLASH
%declare METHOD DOT DENSITY UNSPECIFIED APPLIED INDEXSUM BOUND INF HOLE
%declare LPAR RPAR LBRACE RBRACE NUMBER NAME DIMENSION ONES FUNC FUNCCALL NORMOPEN NORMCLOSE NORMSUB
%declare BAROPEN BARCLOSE LANGLE RANGLE COMMA SEMICOLON COLON EQUAL ARROW IN
"""


class _TokenLexer(Lexer):
    """Hands on tokens that were scanned before."""

    def __init__(self, conf: object) -> None:
        del conf

    def lex(self, data: Any) -> Iterator[Any]:  # type: ignore[override]
        return iter(data)


class _TooDeepError(Exception):
    def __init__(self, start: int, end: int) -> None:
        super().__init__("nested too deeply")
        self.start, self.end = start, end


def _span(item: Any) -> tuple[int, int]:
    if isinstance(item, Syntax):
        return item.start, item.end
    return item.start, item.end


def _node(kind: str, items: Sequence[Any], parts: Sequence[Syntax], **fields: Any) -> Syntax:
    start, end = _span(items[0])[0], _span(items[-1])[1]
    depth = 1 + max((p.depth for p in parts), default=0)
    if depth > MAX_DEPTH:
        raise _TooDeepError(start, end)
    return Syntax(kind, tuple(parts), start, end, depth=depth, **fields)


_BINDING = (("COLON",), ("DOTSTAR", "DOTSLASH"), ("OTIMES",), ("STAR", "FSTAR", "SLASH", "FSLASH"))
"""The operators of a chain, the loosest first; factors side by side bind like a star."""
_SIGNS = {"FSTAR": "*", "STAR": "*", "FSLASH": "/", "SLASH": "/", "DOTSTAR": ".*", "DOTSLASH": "./"}


def _grouped(items: Sequence[Any], level: int) -> Syntax:
    """The tree of a chain of operands and operators, whose operators bind at least as tightly as `level`."""
    if len(items) == 1:
        return cast(Syntax, items[0])
    while level < 3 and not any(isinstance(i, Token) and i.kind in _BINDING[level] for i in items):
        level += 1
    if level == 3:
        return _product(items)
    groups: list[list[Any]] = [[]]
    operators: list[Token] = []
    for item in items:
        if isinstance(item, Token) and item.kind in _BINDING[level]:
            operators.append(item)
            groups.append([])
        else:
            groups[-1].append(item)
    parts = [_grouped(group, level + 1) for group in groups]
    if level == 0:
        left = parts[0]
        for right in parts[1:]:
            left = _node("angle", [left, right], [left, right])
        return left
    if level == 1:
        return _node("entrywise", parts, parts, signs=(".*", *(_SIGNS[o.kind] for o in operators)))
    return _node("kron", parts, parts)


def _product(items: Sequence[Any]) -> Syntax:
    """Factors with the operator before each; "" where there is none."""
    for at in range(len(items) - 1, -1, -1):  # Python's operators act from the left, entry by entry
        if isinstance(items[at], Token) and items[at].text in ENTRYWISE_SIGNS:
            left, right = _grouped(items[:at], 3), items[at + 1]
            pair = _node("entrywise", [left, right], [left, right], signs=(".*", ENTRYWISE_SIGNS[items[at].text]))
            return pair if at + 2 == len(items) else _product([pair, *items[at + 2 :]])
    for at in range(len(items) - 1, -1, -1):
        if isinstance(items[at], Token) and items[at].text == LEFT_DIVISION:
            sides = [_grouped(items[:at], 3), items[at + 1]]
            return _product([_node("call", sides, sides, text="solve"), *items[at + 2 :]])
    parts: list[Syntax] = []
    signs: list[str] = []
    sign = ""
    for item in items:
        if isinstance(item, Syntax):
            parts.append(item)
            signs.append(sign)
            sign = ""
        else:
            sign = "·" if item.text in ("·", "⋅") else _SIGNS[item.kind]
    return _node("product", parts, parts, signs=tuple(signs))


def number_value(text: str) -> Fraction:
    """The exact value of a decimal number."""
    return Fraction(text)


_OF_EIGENVALUES = {"max": "lambda_max", "min": "lambda_min", "sum": "tr", "prod": "det"}
"""What a function of all eigenvalues is: ``max(eig(S))``."""


class _Build(Transformer[Any, Syntax]):
    """One method a grammar alternative."""

    def sum(self, items: list[Any]) -> Syntax:
        parts = [i for i in items if isinstance(i, Syntax)]
        signs = ["-" if i.kind == "MINUS" else "+" for i in items if isinstance(i, Token)]
        if len(signs) < len(parts):
            signs.insert(0, "+")
        if len(parts) == 1 and signs[0] == "+":
            return parts[0]
        spread = any(isinstance(i, Token) and i.text.startswith(".") for i in items)  # Julia's .+
        return _node("sum", items, parts, signs=tuple(signs), text=SPREAD if spread else "")

    def negated(self, items: list[Any]) -> Syntax:
        return _node("sum", items, [items[1]], signs=("-",))

    def chain(self, items: list[Any]) -> Syntax:
        return _grouped(items, 0)

    def bare_call(self, items: list[Any]) -> Syntax:
        return _node("call", items, [items[1]], text=items[0].text, signs=("bare",))

    def bare_power(self, items: list[Any]) -> Syntax:
        call = _node("call", [items[0], items[3]], [items[3]], text=items[0].text, signs=("bare",))
        return _node("power", items, [call, self.number([items[2]])])

    def call(self, items: list[Any]) -> Syntax:
        parts = [i for i in items if isinstance(i, Syntax)]
        if len(parts) == 1 and parts[0].text == "eig" and items[0].text in _OF_EIGENVALUES:
            return _node("call", items, parts[0].parts, text=_OF_EIGENVALUES[items[0].text])
        compared = [i.text for i in items if isinstance(i, Token) and i.kind == "COMMA" and i.text != ","]
        return _node("call", items, parts, text=items[0].text, signs=tuple(compared))

    def method(self, items: list[Any]) -> Syntax:
        name, _, axis = items[1].text.strip(".) \t").partition("(")
        if axis == ":":  # MATLAB's X(:)
            name, axis = "vec", ""
        place = items[1].told("NUMBER", "".join(c for c in axis if c in "-01"))
        parts = [items[0], self.number([place])] if axis.strip() else [items[0]]
        return _node("call", items, parts, text=FUNCTION_NAMES[name])

    def dotted(self, items: list[Any]) -> Syntax:
        first: Syntax = items[0]
        chain = first.parts if first.kind == "product" and set(first.signs[1:]) == {"·"} else (first,)
        return _node("product", items, [*chain, items[3]], signs=("", *["·"] * len(chain)), bracketed=True)

    def indexed_sum(self, items: list[Any]) -> Syntax:
        return _node("indexed sum", items, [items[1]], text=items[0].text)

    def unspecified(self, items: list[Any]) -> Syntax:
        return _node("unspecified", items, [items[2]], text=items[0].text)

    def application(self, items: list[Any]) -> Syntax:
        parts = [i for i in items if isinstance(i, Syntax)]
        return _node("application", items, parts, text=items[0].text)

    def density(self, items: list[Any]) -> Syntax:
        return _node("density", items, [items[2], items[4], items[6]])

    def call_power(self, items: list[Any]) -> Syntax:
        call = _node("call", items, [items[4]], text=items[0].text)
        return _node("power", items, [call, self.number([items[2]])])

    def transpose(self, items: list[Any]) -> Syntax:
        return _node("transpose", items, [items[0]])

    def power(self, items: list[Any]) -> Syntax:
        return _node("power", items, [items[0], items[2]])

    def entrywise_power(self, items: list[Any]) -> Syntax:
        return _node("entrywise power", items, [items[0], items[2]])

    def index(self, items: list[Any]) -> Syntax:
        return _node("index", items, [i for i in items if isinstance(i, Syntax)])

    def number(self, items: list[Any]) -> Syntax:
        return _node("number", items, [], number=number_value(items[0].text), text=items[0].text)

    def name(self, items: list[Any]) -> Syntax:
        return _node("name", items, [], text=items[0].text)

    def dimension(self, items: list[Any]) -> Syntax:
        return _node("dimension", items, [], text=items[0].text)

    def bound(self, items: list[Any]) -> Syntax:
        return _node("bound", items, [], text=items[0].text)

    def hole(self, items: list[Any]) -> Syntax:
        return _node("hole", items, [])

    def infinity(self, items: list[Any]) -> Syntax:
        return _node("infinity", items, [], text="inf")

    def ones(self, items: list[Any]) -> Syntax:
        return _node("ones", items, [], text=items[0].text[2:])

    def bracket(self, items: list[Any]) -> Syntax:
        inner: Syntax = items[1]
        start, end = _span(items[0])[0], _span(items[2])[1]
        return Syntax(
            inner.kind,
            inner.parts,
            start,
            end,
            inner.text,
            inner.signs,
            inner.number,
            bracketed=True,
            depth=inner.depth,
        )

    def norm(self, items: list[Any]) -> Syntax:
        kind = items[3].text.strip("_{}") if len(items) > 3 else ""
        if kind in NORMS:
            return _node("norm", items, [items[1]], text=kind)
        made = self.number if kind.isdigit() else self.name
        exponent = made([items[3].told("NUMBER" if kind.isdigit() else "NAME", kind)])
        return _node("norm", items, [items[1], exponent], text=kind)

    def bars(self, items: list[Any]) -> Syntax:
        return _node("bars", items, [items[1]])

    def angle(self, items: list[Any]) -> Syntax:
        return _node("angle", items, [items[1], items[3]])

    def row(self, items: list[Any]) -> list[Syntax]:
        return [i for i in items if isinstance(i, Syntax)]

    def matrix(self, items: list[Any]) -> Syntax:
        rows = [i for i in items if isinstance(i, list)]
        parts = [entry for row in rows for entry in row]
        return _node("matrix", [items[0], items[-1]], parts, signs=tuple(str(len(row)) for row in rows))


@cache
def _parser() -> Lark:
    return Lark(GRAMMAR, parser="lalr", lexer=_TokenLexer, start="start", transformer=_Build())


_WORDS = {
    "NUMBER": say("a number"), "NAME": say("a name"),
    "LPAR": "'('", "RPAR": "')'", "NORMOPEN": "'||'", "FUNC": say("a function"),
    "PLUS": "'+'", "MINUS": "'-'", "STAR": "'*'", "SLASH": "'/'", "CARET": "'^'", "PRIME": say("a transpose"),
    "COMMA": "','",
    "SEMICOLON": "';'", "EQUAL": "'='", "COLON": "':'", "RSQB": "']'", "NORMCLOSE": "'||'", "BARCLOSE": "'|'",
}  # fmt: skip
_OPERANDS = {"NAME", "NUMBER", "LPAR"}


def parse_expression(tokens: Sequence[Token], text: str) -> Syntax | Diagnostic:
    """The tree of an expression, or the one diagnostic that says where reading stopped and what was expected there."""
    try:
        result = _parser().parse(_fenced(tokens))
    except UnexpectedInput as error:
        return _explain(error, tokens, text)
    except VisitError as error:
        cause = error.orig_exc
        if isinstance(cause, _TooDeepError):
            return _too_deep(cause, text)
        raise
    except _TooDeepError as cause:
        return _too_deep(cause, text)
    return cast(Syntax, result)


def _too_deep(cause: _TooDeepError, text: str) -> Diagnostic:
    message = say("operations are nested more than {limit} deep", limit=MAX_DEPTH)
    return Diagnostic.at(text, cause.start, cause.end, message, say("name inner parts by definitions: u = ..."))


def _fenced(tokens: Sequence[Token]) -> Iterator[Token]:
    """Times and divided-by before a function end a function without brackets: ``sin x / cos x``."""
    for i, token in enumerate(tokens):
        ahead = tokens[i + 1].kind if i + 1 < len(tokens) else ""
        if token.kind in ("STAR", "SLASH") and ahead in ("FUNC", "FUNCCALL"):
            yield Token("F" + token.kind, token.text, token.start, token.end)
        else:
            yield token


def _explain(error: UnexpectedInput, tokens: Sequence[Token], text: str) -> Diagnostic:
    found = getattr(error, "token", None)
    expected = set(getattr(error, "expected", None) or getattr(error, "accepts", None) or ())
    wants_operand = _OPERANDS & expected
    if found is None or found.type == "$END":
        end = tokens[-1].end if tokens else len(text)
        last = tokens[-1] if tokens else None
        if last is None:
            return Diagnostic.at(text, 0, 0, say("there is no expression here"), say("type one, for example x' A x"))
        if wants_operand:
            message = say(
                "the expression ends after {last!r}, where a number, a name or a bracket was expected", last=last.text
            )
        else:
            message = say("the expression ends after {last!r}, where more was expected", last=last.text)
        return Diagnostic.at(text, last.start, end, message)
    start, end = found.start, found.end
    spelled = repr(text[start:end] or str(found))
    if wants_operand:
        message = say("found {spelled} where a number, a name or a bracket was expected", spelled=spelled)
    elif found.type == "EQUAL":
        message = say("found '=' inside an expression")
        return Diagnostic.at(text, start, end, message, say("a definition is a line of its own: u = y - X w"))
    else:
        wanted = sorted(_WORDS[e] for e in expected if e in _WORDS)[:4]
        what = listed(wanted, "or") if wanted else say("something else")
        message = say("found {spelled} where {what} was expected", spelled=spelled, what=what)
        if spelled == "','":
            hint = say("the entries of a vector stand in square brackets: [x^2 - y^2; 2 x y]")
            return Diagnostic.at(text, start, end, message, hint)
    return Diagnostic.at(text, start, end, message)
