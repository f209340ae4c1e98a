"""Every class of node is written in every target."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import Expr
from gradviz.typeset.array_source import array_source
from gradviz.typeset.array_writer import ArrayWriter
from gradviz.typeset.latex import LatexNotation, latex
from gradviz.typeset.mathml import MathmlNotation, mathml
from gradviz.typeset.structure import Writer
from gradviz.typeset.text import TextNotation, text
from gradviz.typeset.typst import TypstNotation, typst
from tests.typeset import samples

IN_STEPS_ONLY = {n.Delta, n.Partial, n.NamedDerivative}
WRITERS: list[type[Writer]] = [TextNotation, LatexNotation, TypstNotation, MathmlNotation, ArrayWriter]


def test_the_samples_hold_every_class_of_node() -> None:
    assert set(samples.every_node_class()) == set(samples.ONE_OF_EACH)


@pytest.mark.parametrize("writer", WRITERS, ids=lambda w: w.__name__)
def test_every_class_of_node_has_a_method(writer: type[Writer]) -> None:
    missing = [c.__name__ for c in samples.every_node_class() if not hasattr(writer, f"write_{c.__name__}")]
    assert missing == []


@pytest.mark.parametrize(
    "write", [text, latex, typst, mathml, array_source], ids=["text", "latex", "typst", "mathml", "numpy"]
)
@pytest.mark.parametrize("cls", samples.every_node_class(), ids=lambda c: c.__name__)
def test_every_class_of_node_is_written(write: Callable[[Expr], str], cls: type[Expr]) -> None:
    if write is array_source and cls in IN_STEPS_ONLY:
        with pytest.raises(ValueError, match="no NumPy source"):
            write(samples.ONE_OF_EACH[cls])
        return
    assert write(samples.ONE_OF_EACH[cls]).strip()


@pytest.mark.parametrize("write", [text, latex, typst], ids=["text", "latex", "typst"])
def test_nesting_ten_thousand_deep_is_written(write: Callable[[Expr], str]) -> None:
    from gradviz.algebra.nodes import Apply

    e: Expr = samples.t
    for _ in range(10_000):
        e = Apply(e, "sin")
    assert write(e).count("sin") == 10_000


def test_a_shared_part_is_written_once_however_often_it_occurs() -> None:
    """A tower of sums ``e + e`` has 2^60 terms as a tree; each level of it must be visited once."""
    visits = 0

    class Counting(TextNotation):
        def visit(self, node: Expr, parts: list) -> object:  # type: ignore[override, type-arg]
            nonlocal visits
            visits += 1
            # The strings themselves would double: keep them short.
            return super().visit(node, [type(p)("x", p.level) for p in parts])

    from gradviz.algebra.nodes import Add

    e: Expr = samples.x
    for _ in range(60):
        e = Add(e, e)
    Counting().write(e)
    assert visits == 61
