"""A symbol's new name, everywhere and nowhere else."""

from __future__ import annotations

import pytest

from gradviz.gui.editing.rename import RenameError, renamed
from gradviz.language.parser import parse


@pytest.mark.parametrize(
    ("text", "old", "new", "expected"),
    [
        ("x' A x", "x", "z", "z' A z"),
        ("x'Ax", "x", "z", "z'Az"),
        ("A in R^(n,n) symmetric\nx' A x", "A", "B", "B in R^(n,n) symmetric\nx' B x"),
        ("A, B in R^(n,n)\nx' A B x", "A", "C", "C, B in R^(n,n)\nx' C B x"),
        ("u = y - X w\n||u||^2  # of u", "u", "r", "r = y - X w\n||r||^2  # of u"),
        ("||y - Xw||^2", "w", "v", "||y - Xv||^2"),
        ("beta' beta", "beta", "gamma", "gamma' gamma"),
        ("β' β", "beta", "gamma", "γ' γ"),
        ("||y - X β||^2", "beta", "w", "||y - X w||^2"),
        (r"\frac{1}{2} \|y - X \beta\|^2", "beta", "theta", r"\frac{1}{2} \|y - X theta\|^2"),
        ("x1' x1 + x_1' b", "x1", "z", "z' z + z' b"),
        ("x_max' b", "x_max", "x_top", "x_top' b"),
        ("L: R^n -> R\nL(A x)", "L", "J", "J: R^n -> R\nJ(A x)"),
        ("x' x + x_1", "x", "z", "z' z + z_1"),
        ("sum_{i=1}^{m} log(1 + exp(-y_i <w, x_i>))", "w", "v", "sum_{i=1}^{m} log(1 + exp(-y_i <v, x_i>))"),
        ("e^(x' x) + exp(x' x)", "x", "z", "e^(z' z) + exp(z' z)"),
        ("x^T A x", "x", "z", "z^T A z"),
    ],
)
def test_every_place_has_the_new_name(text: str, old: str, new: str, expected: str) -> None:
    assert renamed(text, old, new).split() == expected.split()


@pytest.mark.parametrize(("new", "declared"), [("b", "b in R^(n,n)\n"), ("lambda", "lambda in R^(n,n)\n")])
def test_a_letter_that_would_tell_another_kind_is_declared(new: str, declared: str) -> None:
    found = renamed("x' A x", "A", new)
    assert found == f"{declared}x' {new} x"
    assert str(parse(found).symbol(new).shape) == "n×n"


def test_a_word_is_declared_so_that_it_is_one() -> None:
    assert renamed("x' A x", "x", "weights") == "weights in R^n\nweights' A weights"


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("x' A x", "x", "A"),
        ("x' A x", "x", "x y"),
        ("x' A x", "x", ""),
        ("x' A x", "x", "det"),
        ("x' A x", "x", "I"),
        ("u = A x\nu' u", "u", "A"),
        ("X in R^(n,m)\nu = X w\nu' u", "w", "n"),
        ("x' (A x", "x", "z"),
        ("L(x) + x' x", "x", "L"),
    ],
)
def test_what_cannot_be_is_refused_with_a_reason(text: str, old: str, new: str) -> None:
    with pytest.raises(RenameError, match=r"\w"):
        renamed(text, old, new)


def test_the_same_name_changes_nothing() -> None:
    assert renamed("x' A x", "x", "x") == "x' A x"
