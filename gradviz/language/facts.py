"""Lines that say something about a symbol without its shape: ``A symmetric``, ``let A be symmetric``, ``A = A'``,
``t > 0``, ``S ≻ 0``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from gradviz.algebra.properties import DECLARABLE
from gradviz.language.declarations import property_words
from gradviz.language.names import GREEK, canonical_name

__all__ = ["Fact", "without_facts"]

_NAME = r"\\?[^\W\d_]+\d*(?:_\w+|_\{\w+\})?"
_REMARK = r"\s*\.?\s*(?:\#.*)?"
_SAID = re.compile(
    rf"\s*(?:let\s+)?(?P<names>{_NAME}(?:\s*(?:,|and)\s+{_NAME})*)(?:\s+(?:is|are|be)\s+(?:an?\s+)?|\s*:\s*|\s+)"
    rf"(?P<said>[a-z][a-z ,-]+?)(?:\s+matri(?:x|ces))?{_REMARK}"
)
_NAMED_LAST = re.compile(
    rf"\s*(?:let\s+)?(?:an?\s+)?(?P<said>[a-z][a-z -]+?)\s+(?:matri(?:x|ces)\s+)?"
    rf"(?P<names>{_NAME}(?:\s*(?:,|and)\s+{_NAME})*){_REMARK}"
)
_ORDER = re.compile(rf"\s*(?P<names>{_NAME})\s*(?P<sign>>=?|≥|≻|⪰|\\(?:succeq|succ|geq?|gt))\s*0{_REMARK}")
_OWN_TRANSPOSE = re.compile(rf"\s*(?P<names>{_NAME})\s*=\s*(?P=names)\s*(?:'|\^T|ᵀ|\^⊤|\^\\top|\^\{{\\top\}}){_REMARK}")
_ORTHOGONAL = re.compile(
    rf"\s*(?P<names>{_NAME})\s*(?:'|\^T|ᵀ|\^⊤|\^\\top|\^\{{\\top\}})\s*(?P=names)\s*=\s*I(?:_\w)?{_REMARK}"
)
_PROPERTY = "|".join(sorted(DECLARABLE, key=len, reverse=True))
_BEHIND = re.compile(
    r"(?<=[\s,;])(?:where|with|for|if|when|given|assuming|provided)\s(?:that\s)?(?:let\s)?"
    r"|,(?=\s*\\?\w+\s*(?:'|\^|>|≥|≻|⪰|=|\\(?:succ|succeq|gt|geq?)(?![a-z])))"
    rf"|,(?=\s*(?:\\[A-Za-z]+|[^\W\d_]\d*(?:_\w+)?)\s+(?:is\s+|are\s+)?(?:{_PROPERTY})\b)"
)
"""What stands between a function and a fact about one of its symbols: ``x' A x where A is symmetric``."""
LONGEST = 200
"""Characters of one fact; more would be long to look through."""
_SEPARATOR = re.compile(r"\s*[,;]\s*(?:and\s+)?|\s+and\s+")
_SIGNS = {
    ">": "positive", ">=": "positive", "≥": "positive", "\\gt": "positive", "\\ge": "positive", "\\geq": "positive",
    "≻": "positive definite", "\\succ": "positive definite", "⪰": "positive semidefinite",
    "\\succeq": "positive semidefinite",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fact:
    """A property that a line gives to a name, and where the line stands."""

    name: str
    property: str
    start: int
    end: int


def without_facts(text: str) -> tuple[str, list[Fact]]:
    """The text with the lines that are facts blanked out, so that every other place stays, and the facts."""
    facts: list[Fact] = []
    lines = text.split("\n")
    start = 0
    for i, line in enumerate(lines):
        known: dict[int, list[Fact]] = {}
        found = _facts(line, 0, start, known) if len(line) < LONGEST else []
        if found:
            facts += found
            lines[i] = " " * len(line)
        elif len(line) < 2_000:
            for behind in _BEHIND.finditer(line):
                found = _facts(line, behind.end(), start, known)
                if found:
                    facts += found
                    lines[i] = line[: behind.start()].rstrip(" \t,;").ljust(len(line))
                    break
        start += len(line) + 1
    return ("\n".join(lines), facts) if facts else (text, [])


def _facts(line: str, at: int, start: int, known: dict[int, list[Fact]]) -> list[Fact]:
    """What a line says from a place to its end, one thing or several: ``A symmetric, t > 0 and B positive definite``.

    `known` holds what was found from other places of the line, of which many end in the same words.
    """
    if at not in known:
        end = len(line.rstrip())
        known[at] = _fact(line[at:end], start + at) if end - at < LONGEST else []
        for cut in () if known[at] else _SEPARATOR.finditer(line, at, min(end, at + LONGEST)):
            first = _fact(line[at : cut.start()], start + at)
            rest = _facts(line, cut.end(), start, known) if first else []
            if rest:
                known[at] = first + rest
                break
    return known[at]


def _fact(line: str, start: int) -> list[Fact]:
    for pattern in (_OWN_TRANSPOSE, _ORTHOGONAL, _ORDER, _SAID, _NAMED_LAST):
        match = pattern.fullmatch(line)
        if match is None:
            continue
        if pattern in (_SAID, _NAMED_LAST):
            said = [word for word, _ in property_words(match.group("said"))]
            if not said or any(word not in DECLARABLE for word in said):
                continue
        else:
            fixed = {_OWN_TRANSPOSE: "symmetric", _ORTHOGONAL: "orthogonal"}.get(pattern)
            said = [fixed or _SIGNS[match.group("sign")]]
        names = [canonical_name(name.lstrip("\\")) for name in re.split(r"\s*,\s*|\s+and\s+", match.group("names"))]
        if any(name in DECLARABLE for name in names):
            continue
        if pattern is _NAMED_LAST and any(len(name) > 1 and name not in GREEK for name in names):
            continue  # "positive definite" names nothing
        return [Fact(name, word, start, start + len(line)) for name in names for word in said]
    return []
