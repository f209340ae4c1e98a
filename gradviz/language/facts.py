"""Lines that say something about a symbol without its shape: ``A symmetric``, ``let A be symmetric``, ``A = A'``,
``t > 0``, ``S ≻ 0``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from gradviz.algebra.properties import DECLARABLE
from gradviz.language.declarations import property_words
from gradviz.language.names import canonical_name

__all__ = ["Fact", "without_facts"]

_NAME = r"\\?[^\W\d_]+\d*(?:_\w+|_\{\w+\})?"
_REMARK = r"\s*\.?\s*(?:\#.*)?"
_SAID = re.compile(
    rf"\s*(?:let\s+)?(?P<names>{_NAME}(?:\s*(?:,|and)\s+{_NAME})*)(?:\s+(?:is|are|be)\s+|\s*:\s*|\s+)"
    rf"(?P<said>[a-z][a-z ,-]+?){_REMARK}"
)
_ORDER = re.compile(rf"\s*(?P<names>{_NAME})\s*(?P<sign>>=?|≥|≻|⪰|\\(?:succeq|succ|geq?|gt))\s*0{_REMARK}")
_OWN_TRANSPOSE = re.compile(rf"\s*(?P<names>{_NAME})\s*=\s*(?P=names)\s*(?:'|\^T|ᵀ|\^⊤|\^\\top|\^\{{\\top\}}){_REMARK}")
_ORTHOGONAL = re.compile(
    rf"\s*(?P<names>{_NAME})\s*(?:'|\^T|ᵀ|\^⊤|\^\\top|\^\{{\\top\}})\s*(?P=names)\s*=\s*I(?:_\w)?{_REMARK}"
)
_BEHIND = re.compile(
    r"(?<=[\s,;])(?:where|with|for|if)\s(?:let\s)?|,(?=\s*\\?\w+\s*(?:'|\^|>|≥|≻|⪰|=|\\(?:succ|succeq|gt|geq?)(?![a-z])))"
)
"""What stands between a function and a fact about one of its symbols: ``x' A x where A is symmetric``."""
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
        found = _facts(line, start) if len(line) < 200 else []
        if found:
            facts += found
            lines[i] = " " * len(line)
        elif len(line) < 2_000:
            while behind := [*_BEHIND.finditer(lines[i])]:
                found = _facts(lines[i][behind[-1].end() :].rstrip(), start + behind[-1].end())
                if not found:
                    break
                facts += found
                lines[i] = lines[i][: behind[-1].start()].rstrip(" \t,;").ljust(len(line))
        start += len(line) + 1
    return ("\n".join(lines), facts) if facts else (text, [])


def _facts(line: str, start: int) -> list[Fact]:
    for pattern in (_OWN_TRANSPOSE, _ORTHOGONAL, _ORDER, _SAID):
        match = pattern.fullmatch(line)
        if match is None:
            continue
        if pattern is _SAID:
            said = [word for word, _ in property_words(match.group("said"))]
            if not said or any(word not in DECLARABLE for word in said):
                continue
        else:
            fixed = {_OWN_TRANSPOSE: "symmetric", _ORTHOGONAL: "orthogonal"}.get(pattern)
            said = [fixed or _SIGNS[match.group("sign")]]
        names = [canonical_name(name.lstrip("\\")) for name in re.split(r"\s*,\s*|\s+and\s+", match.group("names"))]
        if any(name in DECLARABLE for name in names):
            continue
        return [Fact(name, word, start, start + len(line)) for name in names for word in said]
    return []
