"""The rules, the language and the preferences."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt

from gradviz import api
from gradviz.gui import theme
from gradviz.gui.help.engine import EngineDialog
from gradviz.gui.help.language import LanguageDialog, language_page
from gradviz.gui.help.pages import example_of, live_text, page_html
from gradviz.gui.help.rules import RulesDialog
from gradviz.gui.preferences import PREFERENCES, PreferencesDialog, new_document, prefer, preferred
from gradviz.gui.resources import folder
from gradviz.gui.translation import LANGUAGES, install_language
from gradviz.gui.worker.engine import Engine
from gradviz.gui.worker.engine_page import CHAPTERS

# The offscreen platform says so of every window whose smallest size changes.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture(scope="module")
def reply() -> dict[str, Any]:
    return Engine().handle({"kind": "rules"})


def test_every_rule_of_the_catalogue_is_there(reply: dict[str, Any]) -> None:
    from gradviz.calculus.catalogue import every_rule

    assert {rule["id"] for rule in reply["rules"]} == {rule.id for rule in every_rule()}


def test_examples_are_documents_whose_derivation_uses_the_rule(reply: dict[str, Any]) -> None:
    for rule in reply["rules"][::7]:
        found = api.derive(rule["text"], wrt=rule["wrt"], **rule["options"])
        used, steps = set(), list(found.steps)
        while steps:
            step = steps.pop()
            used.add(step.rule.id)
            steps += step.substeps
        assert rule["id"] in used


def test_only_the_letters_that_occur_are_declared(reply: dict[str, Any]) -> None:
    by_id = {rule["id"]: rule for rule in reply["rules"]}
    assert by_id["linear.trace"]["text"] == "A, X in R^(n,n)\ntr(A X)"


@pytest.fixture
def rules(qtbot: Any, reply: dict[str, Any]) -> RulesDialog:
    made = RulesDialog()
    qtbot.addWidget(made)
    made.set_rules(reply)
    made.show()
    return made


def test_rules_are_searched_by_words_and_formulas(rules: RulesDialog, reply: dict[str, Any]) -> None:
    assert len(rules.shown()) == len(reply["rules"])
    rules.search.setText("kronecker TRACE")
    assert rules.shown()
    assert all("ronecker" in str(rule) for rule in rules.shown())
    assert len(rules.shown()) < 20
    rules.search.setText("no such rule")
    assert rules.shown() == []
    assert "No rule" in rules.page.toPlainText()
    assert not rules.open_button.isEnabled()


def test_the_chosen_rule_is_told_and_its_example_opens(qtbot: Any, rules: RulesDialog) -> None:
    rules.search.setText("linear.trace")
    assert "d(tr(U))" in rules.page.toPlainText()
    with qtbot.waitSignal(rules.opened) as opened:
        qtbot.mouseClick(rules.open_button, Qt.MouseButton.LeftButton)
    assert opened.args[0]["id"] == "linear.trace"


def test_an_example_opens_as_a_document_with_every_rule(make_window: Any, reply: dict[str, Any]) -> None:
    window = make_window("y' y")
    window.actions_by_id["rules"].trigger()
    window._open_rule(next(rule for rule in reply["rules"] if rule["id"] == "differential.second"))
    document = window.model.document
    assert (document.wrt, document.order, document.level) == (("x",), 2, "every rule")
    assert not window.isWindowModified()


def test_the_language_ships_with_the_package() -> None:
    """After a change of docs/language.md: cp docs/language.md resources/help/."""
    docs = Path(__file__).parents[3] / "docs" / "language.md"
    assert (folder() / "help" / "language.md").read_text(encoding="utf-8") == docs.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "en"])
def test_the_page_of_the_language_is_the_same_in_each_language(language: str) -> None:
    """After a change of docs/language.md its translations in resources/help follow: the same parts, the same code in
    the same places, the same live examples.
    """
    english, other = language_page("en"), language_page(language)
    assert other != english
    assert _skeleton(other) == _skeleton(english)
    assert _examples(page_html(other, theme.LIGHT, live=True)) == EXAMPLES
    words = [w for w in re.sub(r"`[^`]*`", "", english).split("|") if re.search(r"[a-z]{3}", w)]
    assert [w for w in words if len(w) > 12 and w in other] == []


def _skeleton(page: str) -> list[tuple[str, ...]]:
    """Of each line of a table its cells' code, of every other block its level and its code."""
    found: list[tuple[str, ...]] = []
    for block in re.split(r"\n\s*\n", page.strip()):
        rows = block.split("\n") if block.startswith("|") else [block]
        found += [(row[:2], *re.findall(r"`[^`]+`", row)) if row[:1] in "|#" else _codes(row) for row in rows]
    return found


def _codes(block: str) -> tuple[str, ...]:
    """The code of a paragraph; its order is the language's."""
    return tuple(sorted(re.findall(r"`[^`]+`", block)))


@pytest.mark.parametrize("language", ["ru", "zh_CN"])
def test_the_window_shows_the_page_of_its_language(qtbot: Any, language: str) -> None:
    app = QCoreApplication.instance()
    install_language(app, language)
    try:
        dialog = LanguageDialog()
        qtbot.addWidget(dialog)
        assert {"ru": "Суммы по индексу", "zh_CN": "对指标求和"}[language] in dialog.page.toPlainText()
    finally:
        install_language(app, "en")


def test_the_language_is_searched(qtbot: Any) -> None:
    dialog = LanguageDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    assert "Kronecker" in dialog.page.toPlainText()
    qtbot.keyClicks(dialog.search, "kron")
    assert dialog.page.textCursor().selectedText().lower() == "kron"
    first = dialog.page.textCursor().position()
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    assert dialog.page.textCursor().position() != first
    dialog.search.setText("no such words")
    assert dialog._missing.isVisible()


def test_preferences_have_defaults_and_refuse_what_is_none(qapp: Any) -> None:
    for row in PREFERENCES:
        assert preferred(row.id) == row.default
        prefer(row.id, "nonsense")
        assert preferred(row.id) == row.default


def test_new_documents_follow_the_preferences(qapp: Any) -> None:
    for name, value in (("layout", "numerator"), ("level", "every rule"), ("shapes", "shown")):
        prefer(name, value)
    made = new_document("x")
    assert (made.layout, made.level, made.shapes) == ("numerator", "every rule", True)


def test_a_choice_takes_effect_at_once_and_can_be_taken_back(qtbot: Any, make_window: Any) -> None:
    window = make_window("x' x")
    window.actions_by_id["preferences"].trigger()
    dialog = window.findChild(PreferencesDialog)
    for name, index in (("theme", 2), ("text_size", 2)):
        dialog.combos[name].setCurrentIndex(index)
        dialog.combos[name].activated.emit(index)
    assert theme.current_theme() is theme.DARK
    assert window.session.size == 15.0
    dialog.restore()
    assert theme.override() == ""
    assert window.session.size == 13.0
    dialog.close()


def _examples(page: str) -> list[str]:
    return [example_of(url) for url in re.findall(r"href='([^']+)'", page)]


EXAMPLES = _examples(page_html((folder() / "help" / "language.md").read_text(encoding="utf-8"), theme.LIGHT, live=True))


def test_the_page_of_the_language_has_live_examples() -> None:
    assert len(EXAMPLES) > 70
    assert {"x'", "||x||_1", "A x .* b"} <= set(EXAMPLES)


@pytest.mark.parametrize("example", EXAMPLES)
def test_a_live_example_is_a_document_that_is_understood(example: str) -> None:
    found = api.check(live_text(example))
    assert found.function.shape


def test_a_live_example_opens_in_the_window_and_the_next_one_too(qtbot: Any, make_window: Any) -> None:
    window = make_window("y' y")
    window.actions_by_id["language"].trigger()
    dialog = window._language
    dialog.page.setFocus()
    qtbot.keyClick(dialog.page, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: "Opens:" in dialog._about.text())
    qtbot.keyClick(dialog.page, Qt.Key.Key_Return)
    assert window.model.document.text == live_text(EXAMPLES[0])
    dialog.opened.emit("x' x")
    assert window.model.document.text == "x' x"
    dialog.close()


def test_the_page_on_the_engine_is_made_of_docstrings(qtbot: Any) -> None:
    from gradviz.calculus import verify

    reply = Engine().handle({"kind": "engine page"})
    dialog = EngineDialog()
    qtbot.addWidget(dialog)
    dialog.set_page(reply)
    text = dialog.page.toPlainText()
    assert " ".join(verify.__doc__.split("\n\n")[0].split()) in text
    for title, names in CHAPTERS:
        assert title in text
        assert all(name in text for name in names)
    assert "``" not in text


def test_open_pages_follow_the_theme(make_window: Any, reply: dict[str, Any]) -> None:
    window = make_window()
    window.show_rules()
    window._rules.set_rules(reply)
    window.show_language()
    window.show_engine_page()
    for chosen, colours in (("dark", theme.DARK), ("light", theme.LIGHT)):
        window._choose_theme(chosen)
        assert colours.muted in window._rules.page.toHtml()
        assert colours.accent in window._language.page.toHtml()
    for page in (window._rules, window._language, window._engine):
        page.close()
