"""What can stand at the cursor: functions, Greek letters, properties, operators and the document's own names.

Pure functions of a text and a position. What there is comes from the tables of the language (`FUNCTION_NAMES`,
`GREEK`, `DECLARABLE`, `TEMPLATES`), so that whatever is added there is completed here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gradviz.algebra.functions import FUNCTIONS
from gradviz.algebra.properties import DECLARABLE
from gradviz.language.declarations import (
    SQUARE_ONLY,
    is_declaration,
    is_signature,
    read_declaration,
    read_signature,
)
from gradviz.language.diagnostics import Diagnostic
from gradviz.language.names import FUNCTION_NAMES, GREEK, canonical_name
from gradviz.language.shorthands import SHORTHANDS
from gradviz.language.templates import GLYPHS, LATEX_FORMS, PLACEHOLDER, SHORTCUTS, TEMPLATES
from gradviz.sentences import joined, say

__all__ = ["MEANINGS", "Completion", "DocumentName", "completions", "document_names", "word_at"]

LIMIT = 60
TEXT_LIMIT = 4_000
"""Characters beyond which only declarations and definitions are looked through for names."""


@dataclass(frozen=True, slots=True)
class Completion:
    """Something that can be put in the place of what was typed.

    Attributes
    ----------
    label : what the list shows.
    kind : "function", "Greek letter", "property", "operator", "symbol", "definition", "dimension" or "LaTeX".
    detail : its meaning in a few words.
    start, end : the characters that it replaces, as offsets into the text.
    text : what it puts there; the cursor goes to the first `PLACEHOLDER`, or behind it all.
    whole : what was typed is already a whole word of the language, so that Enter need not mean this.
    """

    label: str
    kind: str
    detail: str
    start: int
    end: int
    text: str
    whole: bool = False


@dataclass(frozen=True, slots=True)
class DocumentName:
    """A name of the document: its spelling, what it is, and its shape or what it stands for."""

    name: str
    kind: str
    detail: str


MEANINGS = {
    "tr": ("trace(A)", say("sum of the diagonal")),
    "det": ("det(A)", say("determinant")),
    "logdet": ("logdet(A)", say("log |det A|")),
    "inv": ("inv(A)", say("inverse")),
    "transpose": ("transpose(A)", say("the same as A'")),
    "norm": ("norm(x)", say("2-norm; Frobenius norm of a matrix; norm(x, 1)")),
    "sum": ("sum(x)", say("sum of all entries")),
    "logsumexp": ("logsumexp(x)", say("log of the sum of exp of the entries")),
    "softmax": ("softmax(x)", say("exp of the entries over their sum")),
    "diag": ("diag(x)", say("diagonal matrix; the diagonal of a matrix")),
    "vec": ("vec(A)", say("columns stacked into one")),
    "unvec": ("unvec(x)", say("the matrix whose columns x stacks")),
    "dot": ("dot(x, y)", say("inner product")),
    "kron": ("kron(A, B)", say("Kronecker product")),
    "ones": ("ones(n)", say("vector of ones")),
    "zeros": ("zeros(n)", say("vector of zeros")),
    "eye": ("eye(n)", say("identity matrix")),
    "expm": ("expm(A)", say("matrix exponential")),
    "sinm": ("sinm(A)", say("matrix sine")),
    "cosm": ("cosm(A)", say("matrix cosine")),
    "sqrtm": ("sqrtm(A)", say("square root of a matrix")),
    "logm": ("logm(A)", say("matrix logarithm")),
    "pinv": ("pinv(A)", say("pseudo-inverse of a matrix of full column rank")),
    "prod": ("prod(x)", say("product of the entries")),
    "eig": ("eig(A)", say("eigenvalues")),
    "lambda_max": ("lambda_max(S)", say("largest eigenvalue of a symmetric matrix")),
    "lambda_min": ("lambda_min(S)", say("smallest eigenvalue of a symmetric matrix")),
    "v_max": ("v_max(S)", say("eigenvector of the largest eigenvalue, of length one")),
    "v_min": ("v_min(S)", say("eigenvector of the smallest eigenvalue, of length one")),
    "sigma_max": ("sigma_max(X)", say("largest singular value, the spectral norm")),
    "sigma_min": ("sigma_min(X)", say("smallest singular value")),
    "cond": ("cond(X)", say("condition number")),
    "max": ("max(0, x)", say("positive part; the largest entry")),
    "min": ("min(x)", say("the smallest entry")),
    "exp": ("exp(x)", say("exponential function")),
    "log": ("log(x)", say("natural logarithm")),
    "sqrt": ("sqrt(x)", say("square root")),
    "sigmoid": ("sigmoid(x)", say("logistic function 1/(1 + e^-x)")),
    "softplus": ("softplus(x)", say("log(1 + e^x)")),
    "relu": ("relu(x)", say("positive part")),
    "step": ("step(x)", say("1 where x > 0, else 0")),
    "abs": ("abs(x)", say("absolute value")),
    "sign": ("sign(x)", say("sign")),
    "sin": ("sin(x)", say("sine")),
    "cos": ("cos(x)", say("cosine")),
    "tan": ("tan(x)", say("tangent")),
    "sinh": ("sinh(x)", say("hyperbolic sine")),
    "cosh": ("cosh(x)", say("hyperbolic cosine")),
    "tanh": ("tanh(x)", say("hyperbolic tangent")),
    "arcsin": ("arcsin(x)", say("inverse sine")),
    "arccos": ("arccos(x)", say("inverse cosine")),
    "arctan": ("arctan(x)", say("inverse tangent")),
    "arcsinh": ("arcsinh(x)", say("inverse hyperbolic sine")),
    "arctanh": ("arctanh(x)", say("inverse hyperbolic tangent")),
    "log2": ("log2(x)", say("logarithm to base 2")),
    "log10": ("log10(x)", say("logarithm to base 10")),
    "log1p": ("log1p(x)", say("log(1 + x)")),
    "expm1": ("expm1(x)", say("e^x - 1")),
    "square": ("square(x)", say("every entry squared")),
    "erf": ("erf(x)", say("error function")),
    "erfc": ("erfc(x)", say("1 - erf(x)")),
    "normcdf": ("normcdf(x)", say("distribution function of the standard normal distribution")),
    "normpdf": ("normpdf(x)", say("density of the standard normal distribution")),
    "lgamma": ("lgamma(x)", say("logarithm of the gamma function")),
    "digamma": ("digamma(x)", say("derivative of lgamma")),
    "trigamma": ("trigamma(x)", say("derivative of digamma")),
    "gelu": ("gelu(x)", say("x .* normcdf(x)")),
    "silu": ("silu(x)", say("x .* sigma(x)")),
    "elu": ("elu(x)", say("x where x > 0, else e^x - 1")),
    "leaky_relu": ("leaky_relu(x, a)", say("x where x > 0, else a x; a is 0.01 unless it is said")),
    "log_sigmoid": ("log_sigmoid(x)", say("logarithm of the logistic function")),
    "log_softmax": ("log_softmax(x)", say("logarithm of the softmax")),
    "logaddexp": ("logaddexp(x, y)", say("log(e^x + e^y)")),
    "where": ("where(x > 0, a, b)", say("a where the condition holds, else b")),
    "clip": ("clip(x, a, b)", say("x, but at least a and at most b")),
    "mse_loss": ("mse_loss(x, y)", say("mean of the squared differences")),
    "numel": ("numel(x)", say("number of entries")),
    "nrow": ("nrow(X)", say("number of rows")),
    "ncol": ("ncol(X)", say("number of columns")),
    "size": ("size(X, 1)", say("number of rows; of columns size(X, 2)")),
    "rowsums": ("rowsums(X)", say("sum of each row")),
    "colsums": ("colsums(X)", say("sum of each column")),
    "crossprod": ("crossprod(X, Y)", say("X' Y; of one matrix X' X")),
    "tcrossprod": ("tcrossprod(X, Y)", say("X Y'; of one matrix X X'")),
    "huber": ("huber(x)", say("x^2/2 where |x| < 1, else |x| - 1/2")),
    "logit": ("logit(x)", say("log of x/(1 - x)")),
    "sec": ("sec(x)", say("1/cos(x)")),
    "csc": ("csc(x)", say("1/sin(x)")),
    "cot": ("cot(x)", say("cotangent")),
    "mean": ("mean(x)", say("sum of the entries over their number")),
    "var": ("var(x)", say("mean of the squared distances from the mean")),
    "std": ("std(x)", say("root of the variance")),
}
"""Signature and meaning of functions; one that is not listed is completed all the same, from the language's tables."""
_PREFERRED = {"tr": "trace"}
"""The spelling to offer where another than the function's own name reads better."""
_TWO_PLACES = frozenset({"kron"})

_WORD = re.compile(r"(?:\\[A-Za-z]*|[^\W\d_]\w*)\Z")
_DEFINITION = re.compile(r"\s*([^\W\d_]\w*)\s*(?:\([^()=]*\)\s*)?=(.*)", re.DOTALL)
_SYMBOL = re.compile(r"[^\W\d_]\w*")
_SPACE_BEGUN = re.compile(
    r"(?:\bin\b|∈|\\in\b)\s*(?:R|ℝ|\\R|\\mathbb\s*\{?R\}?)(?:\^(?:\([^()]*\)|\{[^{}]*\}|\w+))?\s+"
)
_IN_SIZES = re.compile(r"(?:\bin\b|∈|\\in\b|[:>→]).*[\^]\s*[({]?[^(){}]*\Z")


def word_at(text: str, cursor: int) -> str:
    """The word, or the command, that ends at the cursor; "" inside a word and where none ends."""
    if cursor < len(text) and (text[cursor].isalnum() or text[cursor] == "_"):
        return ""
    line = text[text.rfind("\n", 0, cursor) + 1 : cursor]
    found = _WORD.search(line)
    # "x1" begins with a letter: of "2abc" the word is "abc", of "x_max" all.
    return found.group() if found else ""


def completions(text: str, cursor: int, *, asked: bool = False) -> list[Completion]:
    """What can be typed at the cursor, the likeliest first.

    Parameters
    ----------
    cursor : an offset into the text.
    asked : the user asks for it: a short word, or none, will do.
    """
    line_start = text.rfind("\n", 0, cursor) + 1
    before = text[line_start:cursor]
    if "#" in before:
        return []
    word = word_at(text, cursor)
    if word.startswith("\\"):
        return _commands(text, cursor, word)
    if not asked and len(word) < 2:
        return [] if not _SPACE_BEGUN.search(before) else _properties(before, line_start, cursor, asked=asked)
    if is_declaration(before) and _SPACE_BEGUN.search(before):
        return _properties(before, line_start, cursor, asked=asked)
    if cursor < len(text) and not word and (text[cursor].isalnum()):
        return []
    names = document_names(text, cursor)
    start = cursor - len(word)
    if _IN_SIZES.search(before) and (is_declaration(before) or ":" in before):
        return [_own(n, start, cursor) for n in names if n.kind == "dimension" and n.name.startswith(word)]
    if re.search(r"(?:\bin|∈)\s+\w?\Z", before):
        return []
    own = [_own(n, start, cursor) for n in names if n.name.startswith(word) and n.name != word]
    functions = sorted(_functions(text, cursor, word), key=lambda c: _rank(c.label) if word else (False, 0))
    longer = [c for c in functions if "_" in c.label]  # such as lambda_max, of which λ is far more often meant
    usual = [c for c in functions if c not in longer]
    found = [*own, *usual, *_greek(cursor, word), *longer, *_operators(cursor, word)]
    taken: set[str] = {n.name for n in names}
    found = [c for i, c in enumerate(found) if i < len(own) or c.label not in taken]
    if _is_whole(word, names):
        found = [_as_whole(c) for c in found]
    return found[:LIMIT]


def document_names(text: str, cursor: int = -1) -> list[DocumentName]:
    """The names of a text: what it declares and defines, its dimensions, and the other symbols that it spells out.

    The word that ends at the cursor is left out, unless it occurs elsewhere too.
    """
    found: dict[str, DocumentName] = {}
    dims: dict[str, None] = {}
    at = 0
    loose: list[str] = []
    for line in text.split("\n"):
        code = line.partition("#")[0]
        definition = _DEFINITION.fullmatch(code)
        if is_declaration(code):
            for row in read_declaration(text, at, line)[0]:
                words = ", ".join([str(row.shape) if not row.shape.is_scalar else "scalar", *sorted(row.properties)])
                found[_spelling(code, row.name)] = DocumentName(_spelling(code, row.name), "symbol", words)
                dims |= dict.fromkeys(str(d) for d in row.shape if isinstance(d, str))
        elif is_signature(code):
            signature = read_signature(text, at, line)
            if not isinstance(signature, Diagnostic):
                name, rows, target, cols = signature
                source = rows if cols == 1 else f"({rows},{cols})"
                spaces = " -> ".join("R" if size == 1 else f"R^{size}" for size in (source, target))
                found[name] = DocumentName(name, "function", spaces)
                dims |= dict.fromkeys(size for size in (rows, cols, target) if isinstance(size, str))
        elif definition is not None:
            name = definition.group(1)
            found[name] = DocumentName(name, "definition", "= " + " ".join(definition.group(2).split())[:40])
            loose += _loose_words(definition.group(2), at + definition.start(2), cursor)
        else:
            loose += _loose_words(code, at, cursor)
        at += len(line) + 1
    if len(text) <= TEXT_LIMIT:
        known = {canonical_name(name) for name in found}
        for word in loose:
            if canonical_name(word) not in known:
                found.setdefault(word, DocumentName(word, "symbol", say("of this text")))
                known.add(canonical_name(word))
    for name in dims:
        found.setdefault(name, DocumentName(name, "dimension", say("a size")))
    return list(found.values())


def _loose_words(code: str, offset: int, cursor: int) -> Iterator[str]:
    """Words of an expression that are one symbol each: a letter or a Greek name, with digits or a subscript."""
    for match in _SYMBOL.finditer(code):
        word = match.group()
        if offset + match.end() == cursor or (match.start() and code[match.start() - 1] == "\\"):
            continue
        name = canonical_name(word)
        letters = name.partition("_")[0].rstrip("0123456789")
        if (len(letters) == 1 or letters in GREEK) and word not in FUNCTION_NAMES and name != "sigma":
            yield word


def _spelling(code: str, name: str) -> str:
    return next((w for w in _SYMBOL.findall(code) if canonical_name(w) == name), name)


def _own(found: DocumentName, start: int, end: int) -> Completion:
    return Completion(found.name, found.kind, found.detail, start, end, found.name)


def _rank(label: str) -> tuple[bool, int]:
    """The shortest first; what is short for others, and variants with a number such as log10, behind the rest."""
    return label in SHORTHANDS or any(c.isdigit() for c in label), len(label)


def _functions(text: str, cursor: int, word: str) -> Iterator[Completion]:
    """One entry a function: under its usual spelling where that begins so, else under the first that does."""
    spellings: dict[str, list[str]] = {}
    for spelling, name in FUNCTION_NAMES.items():
        spellings.setdefault(name, []).append(spelling)
    bracket = text[cursor : cursor + 1] == "("
    for name, known in spellings.items():
        usual = _PREFERRED.get(name, name)
        fitting = [s for s in (usual, *known) if s.startswith(word)]
        if not fitting:
            continue
        label = fitting[0]
        signature, meaning = MEANINGS.get(name, (f"{name}(x)", ""))
        if not meaning and name in FUNCTIONS:
            meaning = say("acts on each entry")
        arguments = signature[signature.index("(") :]
        places = f"({PLACEHOLDER}, {PLACEHOLDER})" if name in _TWO_PLACES else f"({PLACEHOLDER})"
        detail = joined([f"{label}{arguments}", meaning], "  ") if meaning else f"{label}{arguments}"
        yield Completion(label, "function", detail, cursor - len(word), cursor, label + ("" if bracket else places))


def _greek(cursor: int, word: str) -> Iterator[Completion]:
    for name in GREEK:
        if name.startswith(word) and word and name in GLYPHS:
            glyph = GLYPHS[name]
            yield Completion(f"{glyph}  {name}", "Greek letter", f"\\{name}", cursor - len(word), cursor, glyph)


def _operators(cursor: int, word: str) -> Iterator[Completion]:
    """Templates by their id or their words; a line of its own is no operator."""
    if not word:
        return
    for template in TEMPLATES:
        if template.line or template.group in ("Greek", "Functions"):
            continue
        names = (template.id, *template.words)
        called = template.text.partition("(")[0] in FUNCTION_NAMES or any(name in FUNCTION_NAMES for name in names)
        if any(name.startswith(word) for name in names) and not called:
            label = next(name for name in names if name.startswith(word)).replace("_", " ")
            detail = joined([template.text, template.title], "  ")
            yield Completion(label, "operator", detail, cursor - len(word), cursor, template.text)


def _commands(text: str, cursor: int, word: str) -> list[Completion]:
    """What a backslash offers: the letters and signs that it turns into, and LaTeX to fill."""
    typed, start = word[1:], cursor - len(word)
    found = []
    for name, glyph in SHORTCUTS.items():
        if name.startswith(typed):
            begin = start
            if name in ("top", "T") and text[:start].endswith("^"):
                begin -= 1  # x^\top is x' as well
            kind = "Greek letter" if name in GLYPHS else "operator"
            found.append(Completion(f"\\{name}", kind, glyph, begin, cursor, glyph))
    if not text.startswith("{", cursor):
        found += [
            Completion(f"\\{name}", "LaTeX", form, start, cursor, form)
            for name, form in LATEX_FORMS.items()
            if name.startswith(typed)
        ]
    if "frac".startswith(typed) and typed:
        found.append(Completion("fraction", "operator", "(▢)/(▢)", start, cursor, "(▢)/(▢)"))
    return sorted(found, key=lambda c: (c.label != word, len(c.label) if typed else 0))[:LIMIT]


def _properties(before: str, line_start: int, cursor: int, *, asked: bool) -> list[Completion]:
    """Properties that can follow the space of a declaration and are not there yet."""
    space = _SPACE_BEGUN.search(before)
    assert space is not None
    rest = before[space.end() :]
    said, begun = "", rest
    for match in re.finditer(r"(?:\A|[\s,]+)(?=\S|\Z)", rest):
        tail = rest[match.end() :]
        if any(p.startswith(tail) and p != tail for p in DECLARABLE):
            said, begun = rest[: match.end()], tail
            break
    else:
        return []
    if not asked and len(begun) < 2:
        return []
    read = read_declaration(before, 0, before[: space.end()])[0]
    square = bool(read) and read[0].shape.rows == read[0].shape.cols and not read[0].shape.is_scalar
    found = []
    for word in DECLARABLE:
        allowed = word not in SQUARE_ONLY or square
        if word.startswith(begun) and allowed and not re.search(rf"\b{word}\b(?!\s+\w*definite)", said):
            start = line_start + space.end() + len(said)
            found.append(Completion(word, "property", _PROPERTY_MEANINGS.get(word, ""), start, cursor, word))
    return found


_PROPERTY_MEANINGS = {
    "symmetric": say("A' = A"),
    "diagonal": say("zero off the diagonal"),
    "orthogonal": say("A' A = I"),
    "invertible": say("A⁻¹ exists"),
    "positive definite": say("symmetric, x' A x > 0"),
    "positive semidefinite": say("symmetric, x' A x ≥ 0"),
    "full rank": say("independent columns"),
    "positive": say("every entry > 0"),
}


def _is_whole(word: str, names: list[DocumentName]) -> bool:
    """Whether a word needs nothing more: a name of the language or the text, or a product of the text's letters."""
    if word in FUNCTION_NAMES or canonical_name(word) in GREEK or any(n.name == word for n in names):
        return True
    letters = {n.name for n in names if n.kind != "dimension"}
    return bool(word) and all(letter in letters for letter in word)


def _as_whole(found: Completion) -> Completion:
    return Completion(found.label, found.kind, found.detail, found.start, found.end, found.text, True)
