"""What a word is: a declared name, a function, a Greek letter, or a product of single letters."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from gradviz.algebra.functions import FUNCTIONS
from gradviz.language.tokens import Token

__all__ = [
    "CALLED",
    "CLAUSE_WORDS",
    "COMMUTATION",
    "CUSTOMARY_FUNCTION_NAMES",
    "FUNCTION_NAMES",
    "GREEK",
    "LAMBDA",
    "TASK_WORDS",
    "Vocabulary",
    "canonical_name",
    "is_primed",
    "with_lambda",
]

GREEK = (
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu", "xi",
    "omicron", "pi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega",
    "Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi", "Sigma", "Upsilon", "Phi", "Psi", "Omega",
    "varepsilon", "vartheta", "varphi",
)  # fmt: skip
_LETTERS = dict(
    zip(
        "αβγδεζηθικλμνξοπρστυφχψωΓΔΘΛΞΠΣΥΦΨΩϵϕϑ",
        [*GREEK[:24], *GREEK[24:35], "varepsilon", "varphi", "vartheta"],
        strict=True,
    )
)

MATRIX_FUNCTIONS = {
    "tr": "tr", "trace": "tr", "Tr": "tr", "det": "det", "logdet": "logdet", "inv": "inv", "inverse": "inv",
    "transpose": "transpose", "norm": "norm", "sum": "sum", "logsumexp": "logsumexp", "lse": "logsumexp",
    "softmax": "softmax",
    "dot": "dot", "inner": "dot", "vdot": "dot", "outer": "outer", "multiply": "multiply", "solve": "solve",
    "matrix_power": "matrix_power", "maximum": "max", "minimum": "min", "absolute": "abs",
    "diag": "diag", "vec": "vec", "unvec": "unvec", "kron": "kron", "ones": "ones", "zeros": "zeros", "eye": "eye",
    **{name: name for name in ("log1p", "expm1", "square", "erfc", "gelu", "silu", "elu", "huber", "logit")},
    "swish": "silu", "sec": "sec", "csc": "csc", "cot": "cot", "ctg": "cot", "mean": "mean", "var": "var", "std": "std",
    "expm": "expm", "sinm": "sinm", "cosm": "cosm", "sqrtm": "sqrtm", "logm": "logm", "pinv": "pinv", "prod": "prod",
    "max": "max", "min": "min", "eig": "eig", "eigvals": "eig", "eigvalsh": "eig",
    "where": "where", "ifelse": "where", "clip": "clip", "clamp": "clip",
    **{name: name for name in ("logaddexp", "leaky_relu", "mse_loss", "numel", "nrow", "ncol", "size")},
    "log_softmax": "log_softmax", "logsoftmax": "log_softmax", "log_sigmoid": "log_sigmoid",
    "logsigmoid": "log_sigmoid", "abs2": "square", "length": "numel", "len": "nrow", "crossprod": "crossprod",
    "tcrossprod": "tcrossprod", "rowsums": "rowsums", "colsums": "colsums", "rowSums": "rowsums",
    "colSums": "colsums", "kronecker": "kron",
}  # fmt: skip
SPECTRAL = {
    "lambda_max": "lambda_max", "eigmax": "lambda_max", "lambda_min": "lambda_min", "eigmin": "lambda_min",
    "v_max": "v_max", "v_min": "v_min", "sigma_max": "sigma_max", "opnorm": "sigma_max", "sigma_min": "sigma_min",
    "cond": "cond",
}  # fmt: skip
"""Eigenvalues, their eigenvectors, and singular values: functions where they stand before a bracket."""
CALLED = frozenset(SPECTRAL) | {
    "where", "ifelse", "clip", "clamp", "numel", "nrow", "ncol", "size", "length", "len", "crossprod", "tcrossprod",
    "rowsums", "colsums", "rowSums", "colSums", "kronecker", "abs2",
}  # fmt: skip
"""Words that are functions where they stand before a bracket, and names elsewhere."""
CLAUSE_WORDS = frozenset({
    "where", "with", "when", "whenever", "for", "assuming", "given", "such", "subject", "suppose", "provided", "and",
    "are", "all", "every", "let", "then", "over", "while", "since", "holds", "denotes",
})  # fmt: skip
"""Words of sentences beside a formula."""
TASK_WORDS = frozenset({"hessian", "gradient", "derivative", "jacobian", "differential", "integral", "function"})
"""Words that say what to do with a formula."""
FUNCTION_NAMES: dict[str, str] = {
    **MATRIX_FUNCTIONS,
    **SPECTRAL,
    **{spelling: row.name for row in FUNCTIONS.values() for spelling in (row.name, *row.aliases)},
}
"""Every spelling that users type -> the function's own name."""

GREEK_FUNCTIONS = {"sigma": "sigmoid", "Phi": "normcdf", "Gamma": "gamma"}
"""Greek letters that are functions where they stand before a bracket and never alone."""

CUSTOMARY_FUNCTION_NAMES = frozenset({"f", "g", "h", "F", "G", "L", "J", "Loss", "phi", "psi", "varphi"})
"""Names that, unknown and written directly before a bracket, are taken for an unspecified function."""

COMMUTATION = re.compile(r"K_([a-z])([a-z])")
"""The commutation matrix of two dimensions, where both are known and the name is not declared."""

_NUMBERED = re.compile(r"([^\W\d_]+)_?(\d+)")
_ENTRY = re.compile(r"([^\W\d_]+)_([1-9]{1,2})")
_WORD = re.compile(r"([^\W\d_]+)(\d*)(?:_(\w+|\{[^}]*\}))?$")


LAMBDA = frozenset({"lam", "lamb", "lambd", "lamda", "lmbda", "lambda_"})
"""How programs spell the letter, whose name is a word of Python."""
_SHORTENED = {**dict.fromkeys(LAMBDA, "lambda"), "eps": "epsilon", "ell": "l"}


def with_lambda(tokens: list[Token], known: Collection[str]) -> list[Token]:
    """The tokens with ``lam`` and ``lambda_`` as the letter λ, ``eps`` as ε and ``ell`` as l, where they are not
    `known`, declared or defined; with a number below, too.
    """
    found = []
    for token in tokens:
        letter, line, below = token.text.partition("_") if token.text not in _SHORTENED else (token.text, "", "")
        said = token.kind == "WORD" and token.text not in known and (not line or below.strip("{}").isdigit())
        found.append(token.told("WORD", _SHORTENED[letter] + line + below) if said and letter in _SHORTENED else token)
    return found


def canonical_name(word: str) -> str:
    """One spelling of a name: Greek letters by name, subscripts without braces; otherwise as it was typed."""
    word = "lambda" if word == "lambda_" else word
    match = _WORD.match(word)
    if match is None:
        return word
    letters, digits, subscript = match.groups()
    tail = "_" + subscript.strip("{}").replace(",", "") if subscript else ""
    return _LETTERS.get(letters, letters) + digits + tail


def is_primed(tokens: Sequence[Token], i: int) -> bool:
    """Whether a prime and an opening bracket stand directly behind a word, as in ``f'(x)``."""
    pieces = tokens[i : i + 3]
    return (
        [t.kind for t in pieces[1:]] == ["PRIME", "LPAR"]
        and pieces[0].end == pieces[1].start
        and pieces[1].end == pieces[2].start
        and pieces[1].end - pieces[1].start == 1
    )


def _has_semicolon(tokens: list[Token]) -> bool:
    """Whether the bracket at the start of the tokens holds a semicolon, as a density ``N(x; mu, S)`` does."""
    depth = 0
    for token in tokens:
        depth += (token.kind in ("LPAR", "LSQB", "LBRACE")) - (token.kind in ("RPAR", "RSQB", "RBRACE"))
        if depth == 1 and token.kind == "SEMICOLON":
            return True
        if depth == 0:
            return False
    return False


def _entry_tokens(token: Token, name: str, indices: str) -> list[Token]:
    """``x_1`` as ``x[1]``, ``A_12`` as ``A[12]``, ``A_ij`` under a sum as ``A[i,j]``; every token has the place of the
    whole.
    """
    return [token.told("NAME", name), *_index_tokens(token, indices)]


def _index_tokens(token: Token, indices: str) -> list[Token]:
    """Of ``12``, which may be row and column, one index is made: what it is settles with the shape."""
    found = [token.told("INDEX", "[")]
    pieces = indices.split(",") if "," in indices else [indices] if indices.isdigit() else list(indices)
    for i, index in enumerate(pieces):
        found += [token.told("COMMA", ",")] if i else []
        found.append(token.told("NUMBER" if index.isdigit() else "BOUND", index))
    return [*found, token.told("RSQB", "]")]


def _is_ones(tokens: list[Token], i: int) -> bool:
    """Whether the number one is all-ones: transposed (``1' x``), or behind a factor (``A 1``), where a number is no
    use.
    """
    if tokens[i].kind != "NUMBER":
        return False
    before = [t.kind for t in tokens[max(i - 2, 0) : i]]
    if before[-1:] == ["CARET"] or before == ["CARET", "MINUS"]:
        return False
    if tokens[i].text == "1" and [t.text for t in tokens[i + 1 : i + 2]] == ["1"] and _is_ones(tokens, i + 1):
        return True  # 1 1': a matrix of ones
    kinds = [t.kind for t in tokens[i + 1 : i + 3]]
    transposed = _is_transposed(tokens, i)
    ends = not kinds or kinds[0] in ("PLUS", "MINUS", "RPAR", "RSQB", "NORMCLOSE", "BARCLOSE", "COMMA", "SEMICOLON")
    behind = before[-1:] in (["PRIME"], ["RPAR"]) or (before[-1:] == ["WORD"] and tokens[i - 1].text[:1].isupper())
    return transposed or (ends and behind and tokens[i - 1].end <= tokens[i].start)


def _is_transposed(tokens: list[Token], i: int) -> bool:
    """Whether a transpose follows directly."""
    after = tokens[i + 1 : i + 3]
    if not after:
        return False
    return after[0].kind == "PRIME" or (after[0].kind == "CARET" and len(after) > 1 and after[1].text[:1] == "T")


@dataclass(slots=True)
class Vocabulary:
    """The words of one text.

    Attributes
    ----------
    names : declared and defined names, canonical.
    dims : names of dimensions in declarations.
    arrays : vectors and matrices that are declared, or occur without a subscript: ``x_1`` is an entry of x.
    entries : arrays of which ``x_i`` under a sum is an entry; of others it is one of a family.
    functions : unspecified functions, declared or customary: ``L`` of ``L(y)``.
    applied : definitions with arguments that are applied to others: ``h`` of ``h(t) = t^2``.
    bare : Greek letters that occur without a bracket behind them, so that they are symbols everywhere.
    """

    names: set[str] = field(default_factory=set)
    dims: set[str] = field(default_factory=set)
    bare: set[str] = field(default_factory=set)
    arrays: set[str] = field(default_factory=set)
    functions: set[str] = field(default_factory=set)
    entries: set[str] = field(default_factory=set)
    euler: bool = False
    """``e`` is raised to a power somewhere, so it is Euler's number."""
    split: dict[str, str] = field(default_factory=dict)
    """Words that were taken for products of letters -> the letters, set apart."""
    applied: set[str] = field(default_factory=set)
    _bound: set[str] = field(default_factory=set)
    """Indices that a sum to the left binds, in the statement that is being read."""
    _spellings: dict[str, str] = field(default_factory=dict)

    def words(self, tokens: Iterable[Token]) -> set[str]:
        """Every name in the tokens, products of single letters taken apart."""
        found: set[str] = set()
        for token in tokens:
            if token.kind != "WORD":
                continue
            name = canonical_name(token.text)
            match = _WORD.match(token.text)
            letters = match.group(1) if match else ""
            split = len(letters) > 1 and _LETTERS.get(letters, letters) not in GREEK and name not in self.names
            if split and name not in FUNCTION_NAMES:
                found |= {*letters[:-1], canonical_name(token.text[len(letters) - 1 :])}
            else:
                found.add(name)
        return found

    def spelled(self, word: str) -> str:
        """The name of a word: ``x1`` and ``x_1`` are one symbol, spelt as it was declared or first read."""
        name = canonical_name(word)
        match = _NUMBERED.fullmatch(name)
        if match is None:
            return name
        key = match.group(1) + match.group(2)
        if not self._spellings:
            self._spellings = {n.replace("_", ""): n for n in self.names if _NUMBERED.fullmatch(n)}
        if key not in self._spellings and "_" in name and match.group(1) in self.arrays:
            return name  # an entry
        return self._spellings.setdefault(key, name)

    def notice_bare(self, tokens: Iterable[Token]) -> None:
        """Look for a bare ``sigma``, ``Phi`` or ``Gamma``; a capital letter is a matrix where a blank follows."""
        listed = [*tokens]
        for i, (token, after) in enumerate(zip(listed, [*listed[1:], None], strict=True)):
            name = canonical_name(token.text) if token.kind == "WORD" else ""
            if name not in GREEK_FUNCTIONS or is_primed(listed, i):
                continue
            if after is None or after.kind != "LPAR" or (name != "sigma" and after.start != token.end):
                self.bare.add(name)

    def notice_entries(
        self,
        words: Iterable[str],
        indices: set[str],
        sure: set[str],
        whole: set[str],
        vectors: set[str],
        reading: str,
        chosen: bool,
    ) -> None:
        """Find the arrays whose entries stand under sums.

        Parameters
        ----------
        words : canonical names in the text.
        indices : those that sums bind.
        sure : arrays that are declared or wanted.
        whole : names that occur without a subscript.
        vectors : bases of members that are transposed, so that they are vectors of a family: ``u_i' v_j``.
        reading : how far to go: "all", "known" (only what is declared, wanted, used whole or ``A_ij``), "declared" (of
            these not what is used whole too, ``sum_i ||x - x_i||``) or "none".
        chosen : whether an index chooses an entry of something in brackets, as in ``softmax(z)_i``.
        """
        under: dict[str, str] = {}
        for word in words:
            base, _, subscript = word.rpartition("_")
            indexed = len(subscript) <= 2 and any(c in indices for c in subscript)
            if base and word not in self.names and indexed and all(c in indices or c.isdigit() for c in subscript):
                under[base] = subscript
        double = {base for base, i in under.items() if len(i) == 2 and i.isalpha() and base.isupper()}
        known = (sure | whole | double) & set(under) - vectors
        if reading == "all" and (known or chosen):  # the text is written by entries, and so the others are arrays too
            self.entries = set(under) - vectors
        elif reading in ("all", "known"):
            self.entries = known
        elif reading == "declared":
            self.entries = known - (whole - double)

    def is_commutation(self, name: str) -> bool:
        """Whether a name is the commutation matrix ``K_mn``."""
        match = COMMUTATION.fullmatch(name)
        return match is not None and name not in self.names and set(match.groups()) <= self.dims

    def is_function(self, name: str, *, called: bool) -> bool:
        if name in self.names:
            return False
        if name in GREEK_FUNCTIONS:
            return called and name not in self.bare
        return name in FUNCTION_NAMES and (called or name not in CALLED)

    def read(self, tokens: list[Token]) -> list[Token]:
        """Classify the words of one statement: NAME, FUNC, FUNCCALL (a bracket follows) or DIMENSION."""
        result: list[Token] = []
        held: list[Token] = []
        self._bound = set()
        skipped = False
        for i, token in enumerate(tokens):
            if skipped:
                skipped = False
                continue
            if token.kind == "NABLA" and i + 1 < len(tokens):
                function = self._unspecified(tokens, i + 1)
                if function is not None:
                    marks = "''" if "²" in token.text else "'"
                    held.append(function._replace(text=function.text + marks, start=token.start))
                    continue
            if held:
                result.append(held.pop())
                continue
            if token.kind == "INDEXSUM":
                self._bound.add(token.text[0])
            if token.text == "11" and _is_transposed(tokens, i):  # 11': a matrix of ones
                middle = token.start + 1
                result += [Token("ONES", "1_", token.start, middle), Token("ONES", "1_", middle, token.end)]
                continue
            if token.text == "1" and _is_ones(tokens, i):
                result.append(token.told("ONES", "1_"))
                continue
            if token.kind == "SUBSCRIPT":
                result += _index_tokens(token, token.text)
                continue
            if token.kind != "WORD":
                result.append(token)
                continue
            called = i + 1 < len(tokens) and tokens[i + 1].kind == "LPAR"
            if called and canonical_name(token.text) in self.applied and tokens[i + 1].start == token.end:
                result.append(token.told("APPLIED", canonical_name(token.text)))
                continue
            found = self._unspecified(tokens, i)
            if found is not None:
                result.append(found)
                skipped = found.end > token.end  # the prime of f'(x)
                continue
            if called and token.text == "N" and "N" not in self.names and _has_semicolon(tokens[i + 1 :]):
                result.append(token.told("DENSITY"))
                continue
            after_caret = bool(result) and result[-1].kind == "CARET"
            if after_caret and token.text[0] == "T" and "T" not in self.names:
                # x^T, and x^TAx: the first letter transposes, the rest is the next factor.
                caret = result.pop()
                result.append(Token("PRIME", "'", caret.start, token.start + 1))
                if len(token.text) > 1:
                    rest = token._replace(text=token.text[1:], start=token.start + 1)
                    result += self._word(rest, called=called)
                continue
            if (
                i
                and tokens[i - 1].kind == "MINUS"
                and len(result) > 1
                and result[-2].kind == "CARET"
                and token.text == "T"
            ):
                minus = result.pop()  # A^-T
                result.append(minus)
                result.append(Token("NUMBER", "1", token.start, token.end))
                result.append(Token("PRIME", "'", token.start, token.end))
                continue
            result += self._word(token, called=called)
        return result

    def _unspecified(self, tokens: list[Token], i: int) -> Token | None:
        """``L(``, ``∇L(``, ``f'(``, ``J_f(`` or ``H_L(``; the text of the token is the name with a mark for each
        derivative.
        """
        token = tokens[i]
        if is_primed(tokens, i) and canonical_name(token.text) in self.functions:
            return Token("UNSPECIFIED", canonical_name(token.text) + "'", token.start, tokens[i + 1].end)
        if i + 1 >= len(tokens) or tokens[i + 1].kind != "LPAR":
            return None
        name = canonical_name(token.text)
        if name in self.functions:
            return token.told("UNSPECIFIED", name)
        if name[:2] in ("J_", "H_") and name[2:] in self.functions:
            return token.told("UNSPECIFIED", name[2:] + ("'" if name[0] == "J" else "''"))
        return None

    def _word(self, token: Token, *, called: bool) -> list[Token]:
        name = self.spelled(token.text)
        if name in self.names:
            return [token.told("NAME", name)]
        if name in self.dims:
            return [token.told("DIMENSION", name)]
        entry = _ENTRY.fullmatch(name)
        if entry is not None and entry.group(1) in self.arrays:
            return _entry_tokens(token, entry.group(1), entry.group(2))
        if self._bound and name not in self.dims:
            if name in self._bound:
                return [token.told("BOUND", name)]
            base, _, indices = name.rpartition("_")
            if base in self.entries and all(c in self._bound or c.isdigit() for c in indices):
                return _entry_tokens(token, base, indices)
        lowered = name.lower()
        if called and len(name) > 1 and name[0].isupper() and name not in FUNCTION_NAMES and lowered in FUNCTION_NAMES:
            return [token.told("FUNCCALL", FUNCTION_NAMES[lowered])]  # Log(x), DET(A)
        if self.is_function(name, called=called):
            found = GREEK_FUNCTIONS.get(name) or FUNCTION_NAMES[name]
            return [token.told("FUNCCALL" if called else "FUNC", found)]
        match = _WORD.match(token.text)
        letters = match.group(1) if match else token.text
        base = _LETTERS.get(letters, letters)
        if len(letters) == 1 or base in GREEK:
            return [token.told("NAME", name)]
        if called and letters in CUSTOMARY_FUNCTION_NAMES:
            return [token.told("NAME", name)]
        return self._letters(token, letters)

    def _letters(self, token: Token, letters: str) -> list[Token]:
        """A product of single letters; digits and subscripts belong to the last one."""
        if len(letters) > 2:
            self.split[token.text] = " ".join(letters)
        found = []
        for offset, letter in enumerate(letters):
            last = offset == len(letters) - 1
            start = token.start + offset
            end = token.end if last else start + 1
            found += self._word(Token("WORD", token.text[offset:] if last else letter, start, end), called=False)
        return found
