"""What the words of one text are, before any line is parsed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from gradviz.language.kinds import conventional_kind
from gradviz.language.names import CUSTOMARY_FUNCTION_NAMES, Vocabulary, canonical_name, is_primed
from gradviz.language.reading import Reading
from gradviz.language.tokens import Token

__all__ = ["vocabulary_of"]


def vocabulary_of(reading: Reading, wanted: Sequence[str], entries: str) -> Vocabulary:
    """The words of the text."""
    declared = reading.declarations
    vocabulary = Vocabulary(
        names={*declared, *(s.name for s in reading.statements[:-1] if s.name)},
        dims={d for row in declared.values() for d in row.shape if isinstance(d, str)} - set(declared),
    )
    tokens = [t for s in reading.statements for t in s.tokens]
    words = vocabulary.words(tokens)
    vocabulary.arrays = {name for name in words - {"e", *declared} if conventional_kind(name) != "scalar"}
    sure = {name for name, d in declared.items() if not d.shape.is_scalar}
    sure |= {s.name for s in reading.statements[:-1] if s.name and conventional_kind(s.name) != "scalar"}
    vocabulary.arrays |= sure
    sums = [t.text.split(" ") for t in tokens if t.kind == "INDEXSUM"]
    if entries != "none":
        sure |= {canonical_name(name) for name in wanted}
        indices = {index for index, _ in sums}
        chosen = any(t.kind == "SUBSCRIPT" and not indices.isdisjoint(t.text) for t in tokens)  # softmax(z)_i
        vocabulary.notice_entries(words, indices, sure, words & vocabulary.arrays, _vectors(tokens), entries, chosen)
    vocabulary.arrays |= vocabulary.entries  # z_1 beside a sum over the entries z_j is one of them
    vocabulary.functions = set(reading.signatures) | _customary_functions(reading, vocabulary)
    vocabulary.dims |= {upper or "l" for _, upper in sums if not upper.isdigit()} - vocabulary.names
    vocabulary.dims |= _sizes(tokens) - vocabulary.names
    vocabulary.dims |= {d for sizes in reading.signatures.values() for d in sizes if isinstance(d, str)}
    for statement in reading.statements:
        vocabulary.notice_bare(statement.tokens)
    vocabulary.applied = _applied(reading)
    vocabulary.euler = any(t.text == "e" and after.kind == "CARET" for t, after in pairwise(tokens))
    return vocabulary


def _applied(reading: Reading) -> set[str]:
    """Definitions with arguments, ``h(t) = t^2``, that a later line applies: ``h(a' x)``."""
    found: set[str] = set()
    defined: set[str] = set()
    for statement in reading.statements:
        for token, after in pairwise(statement.tokens):
            name = canonical_name(token.text)
            if name in defined and token.kind == "WORD" and after.kind == "LPAR" and token.end == after.start:
                found.add(name)
        if statement.parameters:
            defined.add(statement.name)
    return found


def _vectors(tokens: list[Token]) -> set[str]:
    """Bases of the members that are transposed, ``u_i' v_j``: they are vectors of a family."""
    found = set()
    for token, after, then in zip(tokens, tokens[1:], [*tokens[2:], None], strict=False):
        transposed = after.kind == "PRIME" or (after.kind == "CARET" and then is not None and then.text[:1] == "T")
        if token.kind == "WORD" and transposed:
            found.add(canonical_name(token.text).rpartition("_")[0])
    return found


def _sizes(tokens: list[Token]) -> set[str]:
    """Names that are sizes wherever they stand: the n of ``1_n``, ``I_n`` and ``ones(n)``."""
    found = {t.text[2:] for t in tokens if t.kind == "ONES" and t.text[2:].isalpha()}
    found |= {t.text[2:] for t in tokens if t.kind == "WORD" and t.text[:2] == "I_" and t.text[2:].isalpha()}
    for i, token in enumerate(tokens):
        if token.text in ("ones", "zeros", "eye") and [t.kind for t in tokens[i + 1 : i + 3]] == ["LPAR", "WORD"]:
            last = i + 5 if [t.kind for t in tokens[i + 3 : i + 4]] == ["COMMA"] else i + 3
            called = [t.kind for t in tokens[i + 3 : i + 4]] == ["LPAR"]  # eye(size(X, 1))
            found |= {t.text for t in tokens[i + 2 : last : 2] if t.kind == "WORD" and not called}
    return found


_NEVER_VECTORS = frozenset({"f", "phi", "varphi", "psi"})


def _customary_functions(reading: Reading, vocabulary: Vocabulary) -> set[str]:
    """Customary names of functions that are unknown, written directly before a bracket and never used bare."""
    called: set[str] = set()
    bare: set[str] = set()
    for statement in reading.statements:
        for i, (token, after) in enumerate(zip(statement.tokens, [*statement.tokens[1:], None], strict=True)):
            if token.kind == "WORD":
                name = canonical_name(token.text)
                before_bracket = after is not None and after.kind == "LPAR" and token.end == after.start
                # f'(x) is a derivative; g'(x - y) may well be a transpose, unless g(x) stands elsewhere
                primed = is_primed(statement.tokens, i)
                before_bracket |= primed and name in _NEVER_VECTORS
                if before_bracket or not primed:
                    (called if before_bracket else bare).add(name)
    return {name for name in called - bare - vocabulary.names if name in CUSTOMARY_FUNCTION_NAMES}
