"""Every template and shortcut is read by the language, with the meaning that its LaTeX has."""

from __future__ import annotations

import pytest

import gradviz
from gradviz.language.diagnostics import LanguageError
from gradviz.language.names import GREEK
from gradviz.language.parser import parse
from gradviz.language.templates import (
    GLYPHS,
    GROUPS,
    LATEX_FORMS,
    PLACEHOLDER,
    SHORTCUTS,
    TEMPLATES,
    Template,
    fill,
    with_selection,
)

DECLARED = ["A, B in R^(n,n)", "x, y in R^n", "s, t in R"]
BY_ID = {template.id: template for template in TEMPLATES}


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda t: t.id)
def test_a_filled_template_is_accepted(template: Template) -> None:
    assert template.text.count(PLACEHOLDER) == len(template.sample)
    filled = fill(template, *template.sample)
    assert PLACEHOLDER not in filled
    if template.line:
        problem = gradviz.check(f"{filled}\n" + ("u' u" if template.id == "definition" else "x' x"))
    else:
        problem = gradviz.check(filled, declare=DECLARED if template.group != "Greek" else ())
    assert problem.function is not None


@pytest.mark.parametrize("template", [t for t in TEMPLATES if t.sample], ids=lambda t: t.id)
def test_an_empty_place_is_never_taken_for_something(template: Template) -> None:
    tail = "\nx' x" if template.line else ""
    with pytest.raises(LanguageError):
        gradviz.check(template.text + tail)


def test_ids_are_unique_and_groups_are_known() -> None:
    assert len(BY_ID) == len(TEMPLATES)
    assert {t.group for t in TEMPLATES} == set(GROUPS)


LATEX = [
    ("A {} B", "A ⊗ B", "otimes"),
    ("A {} B", "A .* B", "odot"),
    ("x {} y", "x ./ y", "oslash"),
    ("x {} y", "x .* y", "circ"),
    ("s {} x", "s * x", "cdot"),
    ("s {} x", "s * x", "times"),
    ("{}_{{i=1}}^{{m}} s_i", "sum_{i=1}^{m} s_i", "sum"),
]


@pytest.mark.parametrize(("form", "spelled", "command"), LATEX, ids=lambda v: str(v))
def test_an_operator_means_what_its_latex_means(form: str, spelled: str, command: str) -> None:
    expected = parse(spelled, DECLARED).function
    assert parse(form.format(SHORTCUTS[command]), DECLARED).function is expected
    assert parse(form.format("\\" + command), DECLARED).function is expected


@pytest.mark.parametrize(
    ("typed", "latex"),
    [
        (f"x{SHORTCUTS['top']} y", r"x^{\top} y"),
        (f"x{SHORTCUTS['T']} y", r"x^\top y"),
        (f"A{SHORTCUTS['inv']} x", r"A^{-1} x"),
        (SHORTCUTS["norm"].replace("▢", "x"), r"\lVert x \rVert"),
        (f"{SHORTCUTS['Vert']}x{SHORTCUTS['Vert']}", r"\Vert x \Vert"),
        (f"{SHORTCUTS['lVert']}x{SHORTCUTS['rVert']}", r"\lVert x \rVert"),
        (f"{SHORTCUTS['langle']}x, y{SHORTCUTS['rangle']}", r"\langle x, y \rangle"),
        (SHORTCUTS["inner"].replace("▢", "x", 1).replace("▢", "y"), r"\langle x, y \rangle"),
        (SHORTCUTS["sqrt"].replace("▢", "s"), r"\sqrt{s}"),
        (f"C {SHORTCUTS['in']} {SHORTCUTS['R']}^(n,n)\nx' C x", "C \\in \\R^{n \\times n}\nx' C x"),
        (f"L: R^n {SHORTCUTS['to']} R\nL(x)", "L: R^n \\to R\nL(x)"),
        (f"L: R^n -> R\n{SHORTCUTS['nabla']}L(x)", "L: R^n -> R\nL'(x)"),
    ],
    ids=lambda v: v.split("\n")[-1],
)
def test_a_shortcut_in_use_means_what_its_latex_means(typed: str, latex: str) -> None:
    if "L'" in latex:  # there is no other way to write it
        assert parse(typed, DECLARED).function.shape.is_column
    else:
        assert parse(typed, DECLARED).function is parse(latex, DECLARED).function


def test_every_shortcut_is_tested_here() -> None:
    used = {command for *_, command in LATEX} | set(GLYPHS)
    used |= {"top", "T", "inv", "norm", "Vert", "lVert", "rVert", "langle", "rangle", "inner", "sqrt", "in", "R", "to"}
    assert set(SHORTCUTS) == used | {"nabla"}


@pytest.mark.parametrize("name", sorted(GLYPHS))
def test_a_greek_letter_is_its_name_and_its_latex(name: str) -> None:
    assert parse(f"{GLYPHS[name]}^2").function is parse(f"{name}^2").function
    if name not in ("omicron", "upsilon", "Upsilon", "pi", "Pi"):
        assert parse(f"{GLYPHS[name]}^2").function is parse(f"\\{name}^2").function


def test_no_letter_of_the_language_is_forgotten() -> None:
    assert set(GREEK) - set(GLYPHS) <= {"vartheta"}  # the scanner does not read ϑ


@pytest.mark.parametrize(
    ("command", "parts", "plain"),
    [("frac", ("s", "t"), "s/t"), ("begin", ("s", "t", "0", "1"), "[s, t; 0, 1]"), ("mathbf", ("x",), "x")],
)
def test_latex_that_stays_is_read(command: str, parts: tuple[str, ...], plain: str) -> None:
    text = LATEX_FORMS[command]
    for part in parts:
        text = text.replace(PLACEHOLDER, part, 1)
    assert parse(text, DECLARED).function is parse(plain, DECLARED).function


@pytest.mark.parametrize(
    ("id_", "selected", "expected"),
    [
        ("transpose", "x", "xᵀ"),
        ("transpose", "A x", "(A x)ᵀ"),
        ("transpose", "(A x)", "(A x)ᵀ"),
        ("transpose", "(A) (x)", "((A) (x))ᵀ"),
        ("norm", "y - X w", "‖y - X w‖"),
        ("inner", "A x", "⟨A x, ▢⟩"),
        ("fraction", "x' x", "(x' x)/(▢)"),
        ("hadamard", "x + y", "(x + y) ⊙ ▢"),
        ("power", " s ", "s^▢"),
        ("trace", "", "tr(▢)"),
        ("identity", "x", "I"),
    ],
)
def test_a_selection_goes_into_the_first_place(id_: str, selected: str, expected: str) -> None:
    assert with_selection(BY_ID[id_].text, selected) == expected
