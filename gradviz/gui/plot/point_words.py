"""What stationary points and curves are called, in the language of the window."""

from __future__ import annotations

from collections.abc import Iterable

from gradviz.gui.translation import told
from gradviz.sentences import Sentence, counted, say

__all__ = ["counted_kinds", "kind_word"]

_KINDS = {
    "minimum": say("minimum"),
    "maximum": say("maximum"),
    "saddle": say("saddle"),
    "degenerate": say("degenerate"),
    "shoulder": say("shoulder"),
    "inflection": say("inflection"),
    "undecided": say("undecided"),
}


def kind_word(kind: str) -> str:
    """A kind of stationary point: of a `Kind`, a `Behaviour`, a `Turn`."""
    return told(_KINDS[str(kind)])


def counted_kinds(kinds: Iterable[str]) -> str:
    """``2 minima, 1 saddle``: in the order of their first appearance."""
    names = [str(kind) for kind in kinds]
    return ", ".join(told(_counted(kind, names.count(kind))) for kind in dict.fromkeys(names))


def _counted(kind: str, n: int) -> Sentence:
    match kind:
        case "minimum":
            return counted("{n} minimum", "{n} minima", n)
        case "maximum":
            return counted("{n} maximum", "{n} maxima", n)
        case "saddle":
            return counted("{n} saddle", "{n} saddles", n)
        case "inflection":
            return counted("{n} inflection", "{n} inflections", n)
        case "valley":
            return counted("{n} valley", "{n} valleys", n)
        case "ridge":
            return counted("{n} ridge", "{n} ridges", n)
        case "terrace":
            return counted("{n} terrace", "{n} terraces", n)
    return counted("{n} degenerate", "{n} degenerate", n)
