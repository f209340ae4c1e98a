"""LaTeX as people paste it, piece by piece: what a command means as tokens.

`read_command` is called by the scanner at a backslash. Groups in braces are told apart by what stands before them:
the parts of a fraction, the argument of a function, a change of font (which means nothing here) or plain brackets.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from gradviz.algebra.functions import FUNCTIONS
from gradviz.language.names import CUSTOMARY_FUNCTION_NAMES, FUNCTION_NAMES, GREEK_FUNCTIONS
from gradviz.language.tokens import Token
from gradviz.sentences import say

__all__ = ["Command", "read_command"]

_GREEK = (
    "alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi rho sigma tau "
    "upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega"
)
_FUNCTIONS = {
    spelling
    for row in FUNCTIONS.values()
    for spelling in (row.name, *row.aliases)
    if spelling.isalpha() and spelling not in ("abs", "sigma")  # \abs is a length, too; \sigma a letter
} | {
    "det", "max", "min", "tr", "Tr", "trace", "diag", "vec", "inv", "softmax", "logdet", "logsumexp", "norm", "erfc",
    "sec", "csc", "cot", "ctg", "mean",
}  # fmt: skip
_WORDS = frozenset(_GREEK.split()) | _FUNCTIONS
_OPERATORS = {
    "cdot": ("STAR", "·"), "times": ("STAR", "*"), "ast": ("STAR", "*"), "odot": ("DOTSTAR", ".*"),
    "circ": ("DOTSTAR", ".*"), "oslash": ("DOTSLASH", "./"), "otimes": ("OTIMES", "⊗"), "in": ("IN", "∈"),
    "to": ("ARROW", "->"), "rightarrow": ("ARROW", "->"), "colon": ("COLON", ":"), "langle": ("LANGLE", "<"),
    "rangle": ("RANGLE", ">"), "lbrack": ("LSQB", "["), "rbrack": ("RSQB", "]"), "lVert": ("NORM", "‖"),
    "rVert": ("NORM", "‖"), "Vert": ("NORM", "‖"), "|": ("NORM", "‖"), "lvert": ("BAR", "|"), "rvert": ("BAR", "|"),
    "vert": ("BAR", "|"), "mid": ("SEMICOLON", ";"), "{": ("LPAR", "("), "}": ("RPAR", ")"), "R": ("WORD", "R"),
    "\\": ("ROW", ";"), "leq": ("RELATION", "≤"), "le": ("RELATION", "≤"), "geq": ("RELATION", "≥"),
    "ge": ("RELATION", "≥"), "neq": ("RELATION", "≠"), "ne": ("RELATION", "≠"), "approx": ("RELATION", "≈"),
}  # fmt: skip
_SKIPPED = frozenset(",;!:>()[] ") | frozenset(
    [
        "left",
        "middle",
        "right",
        "big",
        "Big",
        "bigg",
        "Bigg",
        "bigl",
        "bigr",
        "Bigl",
        "Bigr",
        "biggl",
        "biggr",
        "quad",
        "qquad",
        "displaystyle",
        "textstyle",
        "limits",
        "nolimits",
    ]
)
_FONTS = frozenset(
    ["mathbf", "boldsymbol", "bm", "mathit", "mathcal", "vec", "mathnormal", "mathrm", "mathsf", "bf", "rm"]
)
_ACCENTS = {
    "hat": "hat", "widehat": "hat", "bar": "bar", "overline": "bar", "tilde": "tilde", "widetilde": "tilde",
    "dot": "dot", "check": "check",
}  # fmt: skip
"""An accent becomes the subscript of one name: ``\\hat{y}`` is ``y_hat``."""
_DRESSED = re.compile(rf"\\(?P<dress>{'|'.join([*sorted(_FONTS), *_ACCENTS])})(?![A-Za-z])\s*(?P<brace>\{{?)\s*")
_LETTER = re.compile(rf"\\(?P<greek>{_GREEK.replace(' ', '|')}|ell)(?![A-Za-z])|(?P<letter>[A-Za-z])(?![A-Za-z])")
_ROOT = re.compile(r"\\sqrt\s*\[\s*(\d{1,3})\s*\](?=\s*\{)")
_NABLA = re.compile(r"\\nabla(?![A-Za-z])(\s*\^\s*(?:2|\{\s*2\s*\}))?")
_OTHER_COMMAND = re.compile(r"\\[A-Za-z,;]")
"""Beside other commands a backslash between blanks is LaTeX's space; alone it is meant as in MATLAB."""
_SIZED_BRACKET = re.compile(r"\\(?:left|[bB]igg?l?)(?=\()")
_NAME = re.compile(r"\\([A-Za-z]+\*?|.)", re.DOTALL)
_ONES = re.compile(r"\\(?:mathbf|mathbb|boldsymbol|bm|bf)\s*(?:\{\s*1\s*\}|1(?!\d))(?:_(?:\{(\w+)\}|(\w)))?")
_ONES_OF_A_MATRIX = re.compile(_ONES.pattern.partition("(?:_")[0] + r"_\{\s*(\w+)\s*\\times\s*(\w+)\s*\}")
_UPRIGHT = re.compile(
    r"\\(?:operatorname\*?|text|mathrm|textrm|mathop|mathsf|textsf|mathtt|texttt)\s*\{\s*([A-Za-z]+)\s*\}"
)
_DOUBLE_BAR = re.compile(
    r"\\(left|right|[bB]igg?[lr]?)\s*(?:\||\\[lr]?vert(?![A-Za-z]))\s*\\\1\s*(?:\||\\[lr]?vert(?![A-Za-z]))"
    r"|\\([lr])vert\s*\\\2vert(?![A-Za-z])"
)
_BLACKBOARD = re.compile(r"\\mathbb\s*(?:\{\s*R\s*\}|R)")
_DISPLAY = re.compile(
    r"\\(?:begin|end)\s*\{\s*(?:equation|align|aligned|alignat|gather|gathered|split|multline|displaymath|math)\*?\s*\}"
)
_ENVIRONMENT = re.compile(r"\\(begin|end)\s*\{\s*(?:[bpB]?matrix|smallmatrix|array)\s*\}(?:\s*\{[lcr|]*\})?")
_SUBSCRIPT = re.compile(r"\s*(?:_\{\s*([A-Za-z0-9, ]+)\s*\}|_([A-Za-z0-9])|\^\s*\{\s*\(\s*([A-Za-z0-9])\s*\)\s*\})")
_EMPTY_SUBSCRIPT = re.compile(r"_(?:\{\s*\\(?:odot|circ)\s*\}|\\odot|\\circ)")
_WORD_SUBSCRIPT = re.compile(
    r"\s*_\{\s*\\(?:(max|min)|(?:text|mathrm|textrm|operatorname|rm)\s*\{\s*([A-Za-z]+)\s*\})\s*\}"
    r"|\s*\^\s*(?:\{\s*)?(\*|\\star|\\ast)(?![a-z])(?:\s*\})?"
)


@dataclass(frozen=True, slots=True)
class Command:
    """What a command comes to.

    Attributes
    ----------
    tokens : what it yields at once.
    end : where reading goes on.
    group : the role of the braces that follow: "fraction", "argument", "plain", "root 3" or "" where none are
        expected.
    error : what is wrong, or "".
    """

    tokens: tuple[Token, ...]
    end: int
    group: str = ""
    error: str = ""


def read_command(text: str, start: int) -> Command:
    """The meaning of the command that begins at a backslash."""
    match = _ONES_OF_A_MATRIX.match(text, start)
    if match is not None:
        kinds = ("WORD", "LPAR", "WORD", "COMMA", "WORD", "RPAR")
        words = ("ones", "(", match[1], ",", match[2], ")")
        return Command(tuple(Token(*pair, start, match.end()) for pair in zip(kinds, words, strict=True)), match.end())
    match = _ONES.match(text, start)
    if match is not None:
        size = match.group(1) or match.group(2) or ""
        return Command((Token("ONES", "1_" + size, start, match.end()),), match.end())
    match = _DOUBLE_BAR.match(text, start)
    if match is not None:
        return Command((Token("NORM", "‖", start, match.end()),), match.end())
    match = _BLACKBOARD.match(text, start)
    if match is not None:
        return Command((Token("WORD", "R", start, match.end()),), match.end())
    match = _UPRIGHT.match(text, start)
    if match is not None:
        return _upright(text, match.group(1), start, match.end())
    match = _ENVIRONMENT.match(text, start)
    if match is not None:
        bracket = ("LSQB", "[") if match.group(1) == "begin" else ("RSQB", "]")
        return Command((Token(*bracket, start, match.end()),), match.end())
    match = _DISPLAY.match(text, start)
    if match is not None:
        return Command((), match.end())
    dressed = _dressed(text, start)
    if dressed is not None:
        return _word(text, dressed[0], start, dressed[1])
    match = _NABLA.match(text, start)
    if match is not None:
        return Command((Token("NABLA", "∇²" if match.group(1) else "∇", start, match.end()),), match.end())
    match = _ROOT.match(text, start)
    if match is not None:
        return Command((), match.end(), f"root {match.group(1)}")
    match = _NAME.match(text, start)
    if match is None:
        return Command((), start + 1, error=say("a backslash at the end of the text means nothing"))
    name, end = match.group(1), match.end()
    if name == " " and text[start - 1 : start] == " " and not _OTHER_COMMAND.search(text):
        message = say("a backslash means nothing here; to divide by a matrix from the left, write inv(A) b")
        return Command((), end, error=message)
    if name in _SKIPPED:
        dot = re.match(r"\s*\.", text[end:]) if name in ("left", "right") else None
        return Command((), end + (dot.end() if dot else 0))
    if name in _OPERATORS:
        kind, spelled = _OPERATORS[name]
        return Command((Token(kind, spelled, start, end),), end)
    if name in ("frac", "dfrac", "tfrac", "cfrac", "nicefrac", "sfrac"):
        return _fraction(text, start, end)
    if name == "sqrt":
        return Command((Token("WORD", "sqrt", start, end),), end, "argument")
    if name in _FONTS:
        return Command((), end, "plain")
    sized = _SIZED_BRACKET.match(text, end) if name in GREEK_FUNCTIONS else None
    if sized is not None:  # the bracket stands directly behind the letter
        return Command((Token("WORD", name, start, sized.end()),), sized.end())
    if name in _WORDS:
        return _word(text, name, start, end)
    if name == "ell":
        return _word(text, "ell", start, end)  # a declared name, or the letter l
    hint = _MEANT.get(name, say("the command \\{name} is not understood", name=name))
    return Command((), end, error=hint)


_MEANT = {
    "partial": say("a derivative is not typed: type the function, and choose what to differentiate it by"),
    "dagger": say("the pseudo-inverse A^\\dagger is not known; for full column rank write inv(A' A) A'"),
    "int": say("an integral cannot be differentiated here"),
    "arg": say("type the function itself, without \\arg\\min"),
    "mathbb": say("only \\mathbb{R} is known, in a declaration such as x \\in \\mathbb{R}^n"),
    "begin": say(
        "this environment is not understood; known are equation, align, bmatrix, pmatrix, array and their like"
    ),
    "end": say("this environment is not understood; known are equation, align, bmatrix, pmatrix, array and their like"),
}
"""Commands that people paste and that have no meaning here: what to do instead."""


def _dressed(text: str, start: int) -> tuple[str, int] | None:
    r"""One letter in fonts and accents, ``\hat{\mathbf{x}}``: its name and where it ends; None for anything else."""
    accent = ""
    closing = 0
    position = start
    while True:
        match = _DRESSED.match(text, position)
        if match is None:
            break
        accent = _ACCENTS.get(match.group("dress"), accent)
        closing += bool(match.group("brace"))
        position = match.end()
    letter = _LETTER.match(text, position)
    if position == start or letter is None:
        return None
    position = letter.end()
    for _ in range(closing):
        brace = _CLOSING.match(text, position)
        if brace is None:
            return None
        position = brace.end()
    name = letter.group("letter") or ("l" if letter.group("greek") is None else letter.group("greek"))
    return (f"{name}_{accent}" if accent else name), position


_CLOSING = re.compile(r"\s*\}")


def _upright(text: str, word: str, start: int, end: int) -> Command:
    """An upright word: a function in any case; an unknown one before a bracket has no meaning."""
    if len(word) > 1 and word not in FUNCTION_NAMES and word.lower() in FUNCTION_NAMES:
        word = word.lower()
    called = re.match(r"\s*(?:\\left\s*)?[(\[]", text[end : end + 12])
    if called and len(word) > 1 and word not in FUNCTION_NAMES and word not in CUSTOMARY_FUNCTION_NAMES:
        return Command((), end, error=say("{word!r} is not a known function", word=word))
    return _word(text, word, start, end)


def _word(text: str, word: str, start: int, end: int) -> Command:
    """A word with its subscript; braces behind a function hold its argument."""
    empty = _EMPTY_SUBSCRIPT.match(text, end)
    base = _BASE.match(text, end) if word == "log" else None
    if base is not None:
        word, end = f"log{base.group(1) or 2}", base.end()
        return Command((Token("WORD", word, start, end),), end, "argument")
    worded = _WORD_SUBSCRIPT.match(text, end)
    if worded is not None and word not in ("log", "max", "min", "exp"):
        name = worded.group(1) or worded.group(2) or "star"
        return Command((Token("WORD", f"{word}_{name}", start, worded.end()),), worded.end())
    subscript = _SUBSCRIPT.match(text, end)
    if empty is not None:
        end = empty.end()
    elif subscript is not None and word not in _FUNCTIONS:
        found = next(g for g in subscript.groups() if g)
        word, end = f"{word}_{''.join(found.split())}", subscript.end()
    return Command((Token("WORD", word, start, end),), end, "argument" if word in _FUNCTIONS else "")


_BASE = re.compile(r"\s*_\s*(?:\{\s*(10|2)\s*\}|2)")
"""The base of a logarithm that has a function of its own."""
_SINGLE = re.compile(r"\s*([0-9A-Za-z])\s*([0-9A-Za-z])")


def _fraction(text: str, start: int, end: int) -> Command:
    r"""``\frac12`` and ``\frac1n`` at once; ``\frac{...}{...}`` through its groups."""
    single = _SINGLE.match(text, end)
    if single is None:
        return Command((), end, "fraction")
    found = [Token("LPAR", "(", start, end)]
    for i in (1, 2):
        digit = single.group(i)
        found.append(Token("NUMBER" if digit.isdigit() else "WORD", digit, single.start(i), single.end(i)))
        found.append(Token("SLASH", "/", end, end) if i == 1 else Token("RPAR", ")", single.end(2), single.end(2)))
    return Command(tuple(found), single.end())
