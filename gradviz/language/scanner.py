"""Characters to tokens: words, numbers, operators and brackets, each with its place in the text.

ASCII and the common Unicode signs yield the same tokens. Words are classified (name, function, Greek letter, product
of single letters) by `gradviz.language.names`, which must first see the whole text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from gradviz.language.diagnostics import Diagnostic
from gradviz.language.dialects import LEFT_DIVISION, has_left_division
from gradviz.language.instructions import without_layout
from gradviz.language.latex_input import read_command
from gradviz.language.names import FUNCTION_NAMES
from gradviz.language.python_input import MODULE
from gradviz.language.refused import REFUSED, is_moderate, refusal
from gradviz.language.token_lines import grouped
from gradviz.language.tokens import CLOSING, OPENING, OPERAND_END, Token
from gradviz.language.unicode_input import (
    FRACTIONS,
    INDEX_SUM,
    LOWERED,
    RAISED,
    index_sum,
    lowered,
    normalised,
    raised,
    root,
)
from gradviz.sentences import say

__all__ = ["MAX_LENGTH", "MAX_NESTING", "scan"]

MAX_LENGTH = 20_000
"""Characters; a longer text is refused."""
MAX_NESTING = 100
"""Open brackets; deeper nesting is refused."""


_DIGITS = str.maketrans("₁₂", "12")
_LETTER = r"[A-Za-zΑ-Ωα-ωϕϵϑ]"
_UPRIGHT = r"\\(?:(?:text|mathrm|textrm|operatorname|rm)\s*\{\s*[A-Za-z]+\s*\}|max|min)"
_TIGHT = (
    r"(?:[i-n]{1,2}(?=[A-Za-z]_)"
    r"|[i-n](?=e\s*\^|[A-Za-z]\s*\^\s*\{?\s*\\(?:top|intercal|mathrm|mathsf|rm)(?![a-z])))"
)
"""The index in ``y_kz_k``, ``y_kw^\\top x`` and ``a_ke^{x}``, where the next name stands directly behind it."""
_SUBSCRIPT = rf"(?:_(?:[0-9]+|{_TIGHT}|[A-Za-z]+[0-9]*|\{{\s*{_UPRIGHT}\s*\}}|\{{[A-Za-z0-9,\ ]+\}})|[{LOWERED}]+)"
_STAR = r"\^\s*(?:\{\s*)?(?:\*(?!\*)|\\star(?![a-z])|\\ast(?![a-z]))(?:\s*\})?"
_SIGMA = r"(?:sum|∑|Σ(?=_\{?[a-z]\s*=|_(?P<sigma_index>[a-z])\b(?=[^\n]*_\{?\w?(?P=sigma_index))))"
"""The sign of a sum; a capital sigma is one where its index stands under something behind it."""
_INDICES = r"(?:\{\s*[a-z](?:\s*,?\s*[a-z])*\s*(?:=\s*1\s*)?\}|[a-z](?![\w])|[i-n]{2,4}(?![\w]))"
_LIMIT = r"(?:\s*\^\s*(?:\{\s*[A-Za-z0-9]+\s*\}|[A-Za-z0-9]))"
_TOP = r"(?:\\top|\\intercal|\\prime|⊤|\\(?:mathsf|mathrm|textsf|text|mathtt|rm)\s*(?:\{\s*T\s*\}|T))"
_NORM_KIND = r"(?:[12F∞*]|\\infty|inf|\\ast|nuc)"
_STACKED = re.compile(r"\(\s*:\s*\)")
"""MATLAB's ``X(:)``, which stacks the columns."""
_PATTERN = re.compile(
    rf"""
    (?P<SKIP>[ \t\r\u00a0~$]+|\#[^\n]*|(?m:^)(?:%|//)[^\n]*)
  | (?P<STOP>[.;,](?=[ \t]*(?:\#[^\n]*)?(?:\n|\Z)))
  | (?P<MODULE>{MODULE}(?=[A-Za-z])|(?<=\w)\.(?=\())
  | (?P<NEWLINE>\n)
  | (?P<ONES>1_(?:[A-Za-z]\w*|\d+))
  | (?P<NUMBER>(?:\d+(?:\.(?![*/^'])\d*)?|\.\d+)(?:[eE][+-]?\d+(?![A-Za-z_]))?)
  | (?P<INDEXSUM>{INDEX_SUM} | (?:{_SIGMA}|\\sum(?:\\limits)?)\s*_\s*{_INDICES}{_LIMIT}?)
  | (?P<INDEXPROD>(?:prod|∏|\\prod(?:\\limits)?)\s*_\s*{_INDICES}{_LIMIT}?)
  | (?P<NABLA>∇²?)
  | (?P<FRACTION>[{"".join(FRACTIONS)}])
  | (?P<ROOT>√\s*(?:\d+(?:\.\d+)?|{_LETTER}[{LOWERED}]*(?!{_LETTER}|[\w(]))?)
  | (?P<INFINITY>∞|\\infty(?![A-Za-z])|inf(?=\s*\)))
  | (?P<WORD>(?:log1p|lambda_)(?!\w)|{_LETTER}+[\u0302\u0304\u0303\u0307]?[0-9]*
      (?:_(?:hat|bar|tilde|star|dot|check)(?=_))?{_SUBSCRIPT}?(?:\^\s*\{{\s*\(\s*[A-Za-z0-9]\s*\)\s*\}}|{_STAR})?)
  | (?P<TRANSPOSED>\^\s*(?:\{{\s*(?:{_TOP}|T)\s*\}}|{_TOP}))
  | (?P<INVERSE_TRANSPOSED>\^\s*\{{\s*(?:[-−]\s*(?:{_TOP}|T)|[-−]?\s*[0-9]+\s*{_TOP})\s*\}})
  | (?P<ENTRYWISE_POWER>\^\s*\{{\s*\\(?:odot|circ)\s*(?:\d+|[a-z])\s*\}})
  | (?P<NORMSUB>(?<=[|‖∥t])_(?:\{{{_NORM_KIND}\}}|{_NORM_KIND})|(?<=[|‖∥])[₁₂]
      |(?<=[|‖∥t])_(?:[pq3-9](?!\w)|\{{[pq3-9]\}}))
  | (?P<POSITIVE>(?:(?<=[)\]])|(?<=\\\}}))_(?:\+|\{{\+\}}))
  | (?P<SUBSCRIPT>(?<=[)\]])(?:_(?:[0-9]+|[A-Za-z]|\{{\s*[A-Za-z0-9](?:\s*,?\s*[A-Za-z0-9])*\s*\}})|[{LOWERED}]+))
  | (?P<LATE_SUBSCRIPT>_(?:[0-9]+|[A-Za-z]|\{{\s*[A-Za-z0-9]+\s*\}}))
  | (?P<BAD_SUM>(?:sum|∑|\\sum(?:\\limits)?)(?:\s*_\s*\{{[^{{}}\n]*\}})?)
  | (?P<BAD_PRODUCT>(?:∏|\\prod(?![A-Za-z])(?:\\limits)?)(?:\s*_\s*\{{[^{{}}\n]*\}})?
      (?:\s*\^\s*(?:\{{[^{{}}\n]*\}}|\w))?)
  | (?P<BAD_SUBSCRIPT>_(?:\{{[^{{}}\n]*(?:\{{[^{{}}\n]*\}}[^{{}}\n]*)*\}}|\S))
  | (?P<ARROW>->|→)
  | (?P<DOTCARET>\.\^)
  | (?P<DOTSTAR>\.\*|⊙|∘)
  | (?P<DOTSLASH>\./|⊘)
  | (?P<CARET>\^|\*\*)
  | (?P<QUOTED>(?<=[,\s])(?:'fro'|"fro"|'nuc'|"nuc"))
  | (?P<METHOD>\.(?:sum|mean|var|std|trace|max|min|exp|log|abs|sqrt|square|tanh|sigmoid|relu|det|logdet|inverse)\(\s*\)
      |\.(?:sum|mean|logsumexp)\(\s*(?:(?:axis|dim)\s*=\s*)?-?[01]\s*\)|{_STACKED.pattern})
  | (?P<POWER_METHOD>\.pow\(\s*\d+\s*\))
  | (?P<DOT>\.(?:dot|matmul|mm|mv)(?=\())
  | (?P<PRIME>\.?['’′ᵀ⊤]|\.T(?![A-Za-z0-9_])|\.(?:t|transpose)\(\s*\))
  | (?P<SUPER>[{RAISED}]+)
  | (?P<OTIMES>⊗)
  | (?P<STAR>%\*%|[*·×@⋅∗])
  | (?P<SLASH>[/⁄])
  | (?P<PLUS>\.?\+)
  | (?P<MINUS>\.?[-−–])
  | (?P<NORM>\|\||[‖∥])
  | (?P<BAR>\|)
  | (?P<LPAR>\() | (?P<RPAR>\)) | (?P<LSQB>\[) | (?P<RSQB>\]) | (?P<LBRACE>\{{) | (?P<RBRACE>\}})
  | (?P<RELATION>[≤≥≠≈]|[<>]=)
  | (?P<LANGLE>[<⟨]) | (?P<RANGLE>[>⟩])
  | (?P<COMMA>[,&]) | (?P<SEMICOLON>;) | (?P<EQUAL>:?=) | (?P<COLON>:) | (?P<IN>∈)
    """,
    re.VERBOSE,
)
_CLOSERS = {"RPAR": "LPAR", "RSQB": "LSQB", "RBRACE": "LBRACE", "RANGLE": "LANGLE"}
_SPELLING = {"LPAR": "(", "LSQB": "[", "LBRACE": "{", "LANGLE": "<", "NORMOPEN": "||", "BAROPEN": "|"}


def scan(text: str) -> tuple[list[Token], list[Diagnostic]]:
    """All tokens of a text, and what was wrong with its characters and brackets.

    ``||`` and ``|`` are told apart as opening or closing: inside an open one, after an operand, they close it.
    """
    if len(text) > MAX_LENGTH:
        message = say(
            "the text has {length:,} characters; the most that is read is {limit:,}", length=len(text), limit=MAX_LENGTH
        )
        hint = say("shorten it, or split it into definitions")
        return [], [Diagnostic.at(text, MAX_LENGTH, MAX_LENGTH + 1, message, hint)]
    plain = without_layout(normalised(text))
    return _Scanner(plain, divided=has_left_division(plain)).run()


@dataclass(slots=True)
class _Scanner:
    """The state of one scan.

    Attributes
    ----------
    open : brackets that wait to be closed, each with the role of its braces.
    group : what braces mean that open next: "fraction", "denominator", "argument", "plain" (a font) or "".
    """

    text: str
    tokens: list[Token] = field(default_factory=list)
    errors: list[Diagnostic] = field(default_factory=list)
    open: list[tuple[Token, str]] = field(default_factory=list)
    group: str = ""
    divided: bool = False
    """Whether a backslash divides, as in MATLAB."""

    def run(self) -> tuple[list[Token], list[Diagnostic]]:
        position = 0
        while position < len(self.text):
            character = self.text[position]
            if character == " ":
                position += 1
                continue
            if character == LEFT_DIVISION and self._divides(position):
                self._place(Token("STAR", LEFT_DIVISION, position, position + 1))
                position += 1
                continue
            kind = _COMMON.get(character)
            if kind is not None and not self.group and not (kind == "LPAR" and _STACKED.match(self.text, position)):
                self._place(Token(kind, character, position, position + 1))
                position += 1
            else:
                position = self._command(position) if self._at_command(position) else self._plain(position)
            if len(self.open) > MAX_NESTING:
                message = say("brackets are nested more than {limit} deep", limit=MAX_NESTING)
                hint = say("name inner parts by definitions: u = ...")
                return [], [Diagnostic.at(self.text, position - 1, position, message, hint)]
        self.errors += [_unclosed(self.text, token) for token, _ in self.open]
        return grouped(self.tokens), sorted(self.errors, key=lambda d: d.start)[:20]

    def _wrong(self, start: int, end: int, message: str, suggestion: str = "") -> None:
        self.errors.append(Diagnostic.at(self.text, start, end, message, suggestion))

    def _at_command(self, position: int) -> bool:
        return self.text[position] == "\\" and not self.text.startswith(("\\sum", "\\infty", "\\prod"), position)

    def _divides(self, position: int) -> bool:
        """Whether a backslash stands behind an operand, and divides it into what follows; ``A\\ x`` is a space."""
        operand = bool(self.tokens) and self.tokens[-1].kind in OPERAND_END and not self.group
        spaced = self.text[position + 1 : position + 2] == " " and self.text[position - 1] != " "
        return self.divided and operand and not spaced

    def _command(self, start: int) -> int:
        """Read a LaTeX command."""
        command = read_command(self.text, start)
        if command.error:
            self._wrong(start, command.end, command.error)
        if self.group in ("fraction", "denominator") and [t.kind for t in command.tokens] == ["WORD"]:
            self._single(command.tokens[0])
            return command.end
        for token in command.tokens:
            if token.kind == "ROW":  # between the rows of a matrix; outside, it ends the line
                token = token.told("SEMICOLON" if self.open else "NEWLINE")
            self._place(token)
        self.group = command.group
        return command.end

    def _plain(self, start: int) -> int:
        """Read whatever is no command."""
        match = _PATTERN.match(self.text, start)
        if match is None:
            self._wrong(
                start, start + 1, say("the character {character!r} is not understood", character=self.text[start])
            )
            return start + 1
        kind, end = match.lastgroup or "", match.end()
        if (
            kind in ("SKIP", "MODULE")
            or (kind == "STOP" and not self.open)
            or (kind == "NEWLINE" and self.open)
            or (match.group() == "&" and not self.open)
        ):
            return end
        if kind == "STOP":
            kind = {".": "STOP", ",": "COMMA", ";": "SEMICOLON"}[match.group()]
        token = Token(kind, match.group(), start, end)
        if kind in ("LANGLE", "RANGLE", "RELATION") and self._compares():
            token, kind = token.told("COMMA"), "COMMA"
        if kind == "POSITIVE":
            self._positive_part(token)
            return end
        if kind == "LATE_SUBSCRIPT" and self._late_subscript(token):
            return end
        if kind == "WORD" and token.text.startswith("T_") and self.tokens and self.tokens[-1].kind == "CARET":
            self._place(Token("WORD", "T", start, start + 1))  # x^T_1
            self._late_subscript(Token("LATE_SUBSCRIPT", token.text[1:], start + 1, end))
            return end
        if kind in REFUSED:
            self._wrong(start, end, *refusal(token))
        elif kind == "NUMBER" and not is_moderate(token.text):
            message = say("this number is too large or too long to work with")
            self._wrong(start, end, message, say("use at most 40 digits and exponents up to 300"))
        elif kind == "NUMBER" and self.text[end : end + 1] == "." and self.text[end + 1 : end + 2].isdigit():
            self._wrong(
                end, end + 1, say("a second decimal point in one number"), say("remove it, or write a product with *")
            )
        elif kind == "SUPER" and raised(token) is None:
            self._wrong(start, end, say("a raised sign needs one number, letter or T"), say("for example x⁻¹ or Aᵀ"))
        elif kind == "RELATION":
            message = say(
                "a function has no {text!r}: constraints are not part of what is differentiated", text=token.text
            )
            self._wrong(start, end, message, say("leave the constraint out, or declare a property such as positive"))
        elif self.group in ("fraction", "denominator") and kind in ("NUMBER", "WORD") and token.text[0].isalnum():
            self._single(Token(kind, self.text[start], start, start + 1))
            return start + 1
        elif self.group in ("fraction", "denominator") and kind != "LBRACE":
            self._wrong(start, end, say("\\frac needs two groups in braces"), say("write \\frac{a}{b}"))
            self.group = ""
        else:
            self._place(token)
            if kind not in ("LBRACE", "RBRACE"):
                self.group = ""
        return end

    def _compares(self) -> bool:
        """Whether a sign of order stands in the condition of ``where(x > 0, a, b)``, which has no comma yet."""
        if not self.open or self.open[-1][0].kind != "LPAR":
            return False
        start = self.open[-1][0].start
        at = next(i for i in range(len(self.tokens) - 1, -1, -1) if self.tokens[i].start == start)
        called = at > 0 and self.tokens[at - 1].text in CONDITIONALS
        return called and not any(t.kind == "COMMA" for t in _outermost(self.tokens[at + 1 :]))

    def _positive_part(self, token: Token) -> None:
        """``[...]_+`` is the positive part of what the bracket holds: relu of it."""
        depth = 0
        for at in range(len(self.tokens) - 1, -1, -1):
            depth += (self.tokens[at].kind in CLOSING) - (self.tokens[at].kind in OPENING)
            if depth == 0:
                self.tokens.insert(at, Token("WORD", "relu", self.tokens[at].start, self.tokens[at].start))
                return

    def _single(self, token: Token) -> None:
        r"""A part of a fraction without braces, which is one character or command: ``\frac{x}2``, ``\frac\lambda2``."""
        opening, closing = token.told("LPAR", "("), token.told("RPAR", ")")
        if self.group == "fraction":
            self.tokens += [opening, opening, token, closing, token.told("SLASH", "/")]
            self.group = "denominator"
        else:
            self.tokens += [opening, token, closing, closing]
            self.group = ""

    def _late_subscript(self, token: Token) -> bool:
        """Put a subscript that stands behind a transpose or power where it belongs: ``x^T_1``, ``‖x‖^2_2``."""
        subscript = "".join(c for c in token.text if c.isalnum())
        at = len(self.tokens) - 1
        while at > 0 and (
            self.tokens[at].kind in ("PRIME", "CARET", "NUMBER", "MINUS")
            or (self.tokens[at].text == "T" and self.tokens[at - 1].kind == "CARET")
        ):
            at -= 1
        raised = at < len(self.tokens) - 1
        before = self.tokens[at] if self.tokens else token
        if before.kind == "WORD" and (before.text.endswith("_star") or (raised and "_" not in before.text)):
            self.tokens[at] = before.told("WORD", f"{before.text}_{subscript}")
        elif raised and before.kind == "NORMCLOSE" and subscript in ("1", "2", "F"):
            self.tokens.insert(at + 1, before.told("NORMSUB", f"_{subscript}"))
        elif raised and before.kind in ("RPAR", "RSQB"):
            self.tokens.insert(at + 1, before.told("SUBSCRIPT", subscript))
        elif not raised and before.kind == "RANGLE" and subscript == "F":
            pass  # <A, B> of matrices is Frobenius' inner product already
        elif before.text in ("min", "max"):
            message = say("'{word}' with a variable below says what to do with a function", word=before.text)
            self._wrong(before.start, token.end, message, say("type the function itself, without it"))
        else:
            self._wrong(token.start, token.end, *REFUSED["BAD_SUBSCRIPT"])
        return True

    def _place(self, token: Token) -> None:
        """Add a token, keeping account of brackets."""
        operand = bool(self.tokens) and self.tokens[-1].kind in OPERAND_END
        kind = token.kind
        if kind == "NORM" and operand and self.open and self.open[-1][0].kind == "BAROPEN" and token.text == "||":
            self._place(Token("BAR", "|", token.start, token.start + 1))  # |A||B|
            self._place(Token("BAR", "|", token.start + 1, token.end))
            return
        if kind == "BAR" and operand and self._is_given():
            token, kind = token.told("SEMICOLON", ";"), "SEMICOLON"
        if kind in ("NORM", "BAR"):
            closes = bool(self.open) and self.open[-1][0].kind == kind + "OPEN" and operand
            token = token.told(kind + ("CLOSE" if closes else "OPEN"))
            if closes:
                self.open.pop()
            else:
                self.open.append((token, ""))
        elif kind == "LBRACE" and self.group:
            self.open.append((token, self.group))
            doubled = 2 if self.group == "fraction" else 0 if self.group == "plain" else 1
            self.tokens += [token.told("LPAR", "(")] * doubled
            self.group = ""
            return
        elif kind in ("LPAR", "LSQB", "LBRACE", "LANGLE"):
            self.open.append((token, ""))
            if kind == "LSQB" and operand and self._chooses_an_entry(token):
                token = token.told("INDEX")
        elif kind in _CLOSERS:
            role = self._close(token)
            if role is None:
                return
            if role:
                self._close_group(token, role)
                return
        self.tokens += _split(token)

    def _is_given(self) -> bool:
        """Whether a bar here divides a density from what is given, as in ``N(x | mu, S)``."""
        if not self.open or self.open[-1][0].kind != "LPAR":
            return False
        start = self.open[-1][0].start
        at = next(i for i in range(len(self.tokens) - 1, -1, -1) if self.tokens[i].start == start)
        return at > 0 and self.tokens[at - 1].text == "N"

    def _chooses_an_entry(self, bracket: Token) -> bool:
        """Whether a square bracket behind an operand is ``x[1]`` and not ``A [1, 2; 3, 4]`` or ``log[...]``."""
        before = self.tokens[-1]
        return before.end == bracket.start and before.kind != "PRIME" and before.text not in FUNCTION_NAMES

    def _close(self, token: Token) -> str | None:
        """Close the matching bracket; its role, or None where there is none to close."""
        mate = _CLOSERS[token.kind]
        if self.open and self.open[-1][0].kind == mate:
            return self.open.pop()[1]
        if token.kind == "RANGLE" or not any(o.kind == mate for o, _ in self.open):
            self._wrong(token.start, token.end, say("{text!r} closes nothing", text=token.text), say("remove it"))
            return None
        while self.open[-1][0].kind != mate:
            self.errors.append(_unclosed(self.text, self.open.pop()[0]))
        return self.open.pop()[1]

    def _close_group(self, token: Token, role: str) -> None:
        closing = token.told("RPAR", ")")
        if role == "fraction":
            self.tokens += [closing, token.told("SLASH", "/")]
            self.group = "denominator"
        elif role == "denominator":
            self.tokens += [closing, closing]
        elif role.startswith("root"):
            power = [("CARET", "^"), ("NUMBER", "1/" + role.split()[1])]
            self.tokens += [closing, *(token.told(kind, text) for kind, text in power)]
        elif role == "argument":
            self.tokens.append(closing)


CONDITIONALS = frozenset({"where", "ifelse"})


def _outermost(tokens: list[Token]) -> Iterator[Token]:
    """The tokens outside brackets."""
    depth = 0
    for token in tokens:
        depth -= token.kind in CLOSING
        if depth == 0:
            yield token
        depth += token.kind in OPENING


_COMMON = {"+": "PLUS", "(": "LPAR", ")": "RPAR"}
"""Characters that are a token whatever stands around them; most of a text is these, blanks and words."""


def _unclosed(text: str, token: Token) -> Diagnostic:
    mate = {"LPAR": ")", "LSQB": "]", "LBRACE": "}", "LANGLE": ">", "NORMOPEN": "||", "BAROPEN": "|"}[token.kind]
    found = _SPELLING[token.kind]
    return Diagnostic.at(
        text, token.start, token.end, say("{found!r} is never closed", found=found), say("add {mate!r}", mate=mate)
    )


def _split(token: Token) -> Iterator[Token]:
    """A Unicode superscript is a caret and its number; subscript digits become ASCII."""
    if token.kind == "PRIME":
        yield token.told("PRIME", "'")
    elif token.kind == "SUPER":
        yield from raised(token) or ()
    elif token.kind == "FRACTION":
        yield token.told("NUMBER", FRACTIONS[token.text])
    elif token.kind == "POWER_METHOD":
        yield token.told("DOTCARET", ".^")
        yield token.told("NUMBER", "".join(c for c in token.text if c.isdigit()))
    elif token.kind == "ROOT":
        yield from root(token)
    elif token.kind == "NORMSUB":
        kind = token.text.strip("_{}").translate(_DIGITS)
        told = {"∞": "inf", "\\infty": "inf", "\\ast": "nuc", "*": "nuc"}
        yield token._replace(text="_" + told.get(kind, kind))
    elif token.kind == "INFINITY":  # only a norm has a use for it
        yield token.told("INF", "inf")
    elif token.kind == "QUOTED":
        yield token.told("WORD", "nuc" if "nuc" in token.text else "F")
    elif token.kind == "TRANSPOSED":
        yield token.told("PRIME", "'")
    elif token.kind == "INVERSE_TRANSPOSED":
        power = "".join(c for c in token.text if c.isdigit()) or "1"  # X^{-2\\top} too
        yield token.told("CARET", "^")
        if "-" in token.text or "−" in token.text:
            yield token.told("MINUS", "-")
        yield token.told("NUMBER", power)
        yield token.told("PRIME", "'")
    elif token.kind == "ENTRYWISE_POWER":
        power = token.text.rstrip(" }").split("odot")[-1].split("circ")[-1].strip()
        yield token.told("DOTCARET", ".^")
        yield token.told("NUMBER" if power.isdigit() else "WORD", power)
    elif token.kind in ("INDEXSUM", "INDEXPROD"):
        indices, upper = _index_sum(token.text)
        for index in indices:
            yield token._replace(text=f"{index} {upper}")
    elif token.kind == "SUBSCRIPT":
        yield token._replace(text="".join(c for c in lowered("a" + token.text)[1:] if c.isalnum() or c == ","))
    elif token.kind == "WORD" and (places := _PLACES.fullmatch(token.text)):  # A_{11,2}, which A_112 would not tell
        row, column = places.group(2), places.group(3)
        yield token._replace(text=places.group(1))
        for kind, text in (("INDEX", "["), ("NUMBER", row), ("COMMA", ","), ("NUMBER", column), ("RSQB", "]")):
            yield token.told(kind, text)
    elif token.kind == "WORD":
        yield token._replace(text=_named(token.text))
    else:
        yield token


_PLACES = re.compile(r"([^\W\d_]+)_\{\s*(?=\d*\s*,\s*\d\d|\d\d)(\d+)\s*,\s*(\d+)\s*\}")


def _index_sum(text: str) -> tuple[str, str]:
    """The indices and the upper limit, "" where there is none."""
    if "_" not in text:
        return index_sum(text)
    lower, _, upper = text.partition("_")[2].partition("^")
    return "".join(c for c in lower.partition("=")[0] if c.isalpha()), upper.strip(" {}")


def _named(word: str) -> str:
    """A word with its subscript in normal spelling: ``xᵢ`` as ``x_i``, ``x_{\\text{max}}`` as ``x_max``, ``W^{(1)}`` as
    ``W_1``.
    """
    if word.isascii() and word.isalnum():
        return word
    head, caret, layer = word.partition("^")
    name = lowered(re.sub(r"\s+", "", _DRESS.sub(r"{\1}", head)))
    layer = layer.strip("{( )}")
    if not caret or layer.isalnum():
        return f"{name}_{layer}" if caret else name
    base, _, subscript = name.partition("_")
    return f"{base}_star" + (f"_{subscript.strip('{}')}" if subscript else "")


_DRESS = re.compile(r"\{\s*\\(?:[a-z]+\s*\{\s*)?([A-Za-z]+)\s*\}?\s*\}")
