"""The tools for the words of the program, and the translations that are shipped."""

from __future__ import annotations

import re
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "packaging"))
import word_lint  # noqa: E402
import words  # noqa: E402

FILES = sorted(words.TRANSLATIONS.glob("*.ts"))


@pytest.mark.parametrize(
    ("source", "finding"),
    [
        ('label.setText("Stop")', "not translated"),
        ('label.setText(f"{n} steps")', "not translated"),
        ('QLabel("Stop" if busy else "", self)', "not translated"),
        ('button.setToolTip("Saves " + name)', "not translated"),
        ('table.setHorizontalHeaderLabels(["Name", self.tr("Kind")])', "not translated"),
        ('self.tr(f"{n} steps")', "needs the text itself"),
        ('self.tr("a {b}".format(b=1))', "needs the text itself"),
        ('QCoreApplication.translate("C", "a" + b)', "needs the text itself"),
        ('say(f"{n} steps")', "needs the text itself"),
        ("say(text)", "needs a literal text"),
        ('counted("{n} step", f"{n} steps", n)', "needs the text itself"),
        ('window.tr("Stop")', "named self"),
    ],
)
def test_lint_finds_words_that_cannot_be_translated(source, finding):
    ((line, what),) = word_lint.find(source)
    assert line == 1
    assert finding in what


@pytest.mark.parametrize(
    "source",
    [
        'label.setText(self.tr("Stop {name}").format(name=name))',
        'label.setText(told(say("Stop {name}", name=name)))',
        'label.setText(f"{a} = {b}")',
        'label.setText("×")',
        'combo.addItem(self.tr("Light"), "light")',
        'label.setText("<b></b>")',
        'path.translate({1: "ab"})',
        'panel.say("any", text)',
    ],
)
def test_lint_lets_pass_what_can(source):
    assert list(word_lint.find(source)) == []


def test_every_word_of_the_program_can_be_translated():
    assert word_lint.find_all(ROOT / "gradviz") == []


def test_what_is_still_to_do_is_there():
    files = [path.relative_to(ROOT / "gradviz" / "gui").as_posix() for path in (ROOT / "gradviz" / "gui").rglob("*.py")]
    assert [part for part in word_lint.TO_DO if not any(name.startswith(part) for name in files)] == []


def test_extraction_finds_the_words_of_all_rooms(tmp_path):
    words.update(tmp_path)
    found = words.texts_of(tmp_path / "gradviz_ru.ts")
    for wanted in (
        ("RuleName", "Product rule", False),
        ("Condition", "{part1} invertible", False),
        ("Engine", "write \\frac{a}{b}", False),
        ("Engine", "`{part0}` is {size0} but `{part1}` has {rows1} rows: `{whole}` is no product", False),
        ("Engine", "{n} random instances", True),
        ("MessageArea", "Why?", False),
    ):
        assert wanted in found
    engine = {text for context, text, _ in found if context == words.CONTEXT}
    assert {text for text, _ in words.sentences(ROOT / "gradviz")} == engine


def _translated(path: Path) -> Iterator[tuple[str, list[str]]]:
    for message in ET.parse(path).getroot().iter("message"):
        translation = message.find("translation")
        assert translation is not None
        forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
        if any(forms):
            yield message.findtext("source", ""), forms


def _holes(text: str) -> set[str]:
    return {re.sub(r"[!:].*", "", hole) for hole in re.findall(r"\{(\w[^{}]*)\}", text)} | set(re.findall(r"%n", text))


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_translations_keep_holes_and_mnemonics(path):
    for source, forms in _translated(path):
        assert all(forms), f"a form of {source!r} is missing"
        for form in forms:
            assert _holes(form) == _holes(source), (source, form)
            assert ("&" in source.replace("&lt;", "").replace("&gt;", "")) == (
                "&" in form.replace("&lt;", "").replace("&gt;", "")
            ), (source, form)


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_compiled_translations_are_those_of_the_sources(path, tmp_path):
    fresh = tmp_path / "fresh.qm"
    words._run("lrelease", str(path), "-qm", str(fresh))
    assert fresh.read_bytes() == path.with_suffix(".qm").read_bytes(), "make translations"
