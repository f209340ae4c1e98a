"""The window in another language: what it says, that nothing stays English, and that all of it fits."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QLocale, QSettings, QSize
from PySide6.QtGui import QFontDatabase, QFontInfo, QTextCursor
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu, QWidget

from gradviz.gui import resources, theme, translation
from gradviz.gui.documents import recovery
from gradviz.gui.documents.document import Document
from gradviz.gui.preferences import PREFERENCES, PreferencesDialog
from gradviz.gui.translation import disguised, told
from gradviz.gui.window.windows import main_windows
from gradviz.gui.worker.client import WorkerClient
from gradviz.sentences import Sentence, counted, joined, say
from tests.gui.shown_words import clipped, english_left, look

# The offscreen platform says so of every window whose smallest size changes.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def speak(qapp: QApplication) -> Iterator[Any]:
    """Change the language for one test."""
    yield lambda language: translation.install_language(qapp, language)
    translation.install_language(qapp, "en")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Save {name} as", "⟦Šåvé {name} åš····⟧"),
        ("&File", "⟦&Fîļé·⟧"),
        ("<b>bold</b> %n", "⟦<b>ƀöļď</b> %n····⟧"),
    ],
)
def test_disguise_keeps_holes_tags_and_mnemonics(text, wanted):
    assert disguised(text) == wanted


@pytest.mark.parametrize(
    ("variable", "setting", "desktop", "language"),
    [
        ("", "", "de-DE", "en"),
        ("", "", "ru-RU", "ru"),
        ("", "", "zh-Hant-TW", "zh_CN"),
        ("", "zh_CN", "ru-RU", "zh_CN"),
        ("pseudo", "ru", "ru-RU", "pseudo"),
        ("nonsense", "nonsense", "en-GB", "en"),
    ],
)
def test_language_is_that_of_variable_settings_or_desktop(monkeypatch, variable, setting, desktop, language):
    monkeypatch.setenv("GRADVIZ_LANGUAGE", variable)
    monkeypatch.setattr(QLocale, "uiLanguages", lambda self: [desktop])
    QSettings().setValue(translation.SETTING, setting)
    assert translation.chosen_language() == language


def test_sentences_of_the_engine_are_told_with_all_their_parts(speak):
    speak("pseudo")
    inner = say("a number")
    assert told(say("found {spelled} where {what} was expected", spelled="'x'", what=inner)) == disguised(
        "found {spelled} where {what} was expected"
    ).format(spelled="'x'", what=disguised("a number"))
    assert told(joined([inner, "x"], "; ")) == f"{disguised('a number')}; x"
    assert told("x' A x") == "x' A x"


@pytest.mark.parametrize(
    ("language", "n", "text"),
    [("en", 1, "1 random instance"), ("en", 2, "2 random instances"), ("ru", 1, "1 случайном примере"),
     ("ru", 3, "3 случайных примерах"), ("ru", 21, "21 случайном примере"), ("zh_CN", 5, "5 个随机实例")],
)  # fmt: skip
def test_counted_sentences_have_the_forms_of_the_language(speak, language, n, text):
    speak(language)
    assert told(counted("{n} random instance", "{n} random instances", n)) == text


@pytest.mark.parametrize(
    ("language", "name"), [("ru", "Правило произведения"), ("zh_CN", "乘积法则"), ("en", "Product rule")]
)
def test_rules_have_their_names_in_each_language(speak, language, name):
    speak(language)
    assert told(Sentence("Product rule", context="RuleName")) == name


def test_what_is_not_translated_stays_english(speak):
    speak("ru")
    assert told(say("no such text: {x}", x=1)) == "no such text: 1"
    assert QCoreApplication.translate("Nowhere", "nothing") == "nothing"


@pytest.fixture
def disguised_window(qtbot: Any, speak: Any, monkeypatch: Any) -> Iterator[Any]:
    """A window with a worker of its own, in the pseudo-language."""
    from gradviz.gui.app import make_application
    from gradviz.gui.picture.area import PictureArea
    from gradviz.gui.window.main_window import MainWindow

    monkeypatch.setenv("GRADVIZ_LANGUAGE", "pseudo")
    monkeypatch.setattr(PictureArea, "prepare", lambda self, *_: None)
    make_application()
    window = MainWindow(Document(text="||y - X w||^2 + λ sum(abs(w))"))
    window.resize(1024, 640)
    window.show()
    qtbot.waitExposed(window)
    qtbot.waitUntil(lambda: window.session.current, timeout=30_000)
    yield window
    window.model.undo_stack.setClean()
    window.close()
    window.deleteLater()
    theme.set_override("")


def test_nothing_in_the_window_stays_english_or_is_clipped(qtbot, disguised_window):
    window = disguised_window
    message = window.editor_panel.message
    look(qtbot, window)
    window.picture.tabs.setCurrentWidget(window.symbols)
    look(qtbot, window)
    for text in ("A x + y", "foo(x) +", "(▢)/(x' x)", "A in R^(n,m)\n2 A x", ""):
        said = message.text()
        window.editor.setPlainText(text)
        qtbot.waitUntil(lambda said=said: message.text() != said, timeout=20_000)
        look(qtbot, window)


DIALOGS = {
    "gallery": lambda window: window.show_gallery() or window._gallery,
    "practice": lambda window: window.practise() or window._gallery,
    "command palette": lambda window: _opened(window, window.show_command_palette, "command_palette"),
    "shortcuts": lambda window: _opened(window, window.show_shortcuts, "shortcuts"),
    "language": lambda window: window.show_language() or window._language,
    "engine": lambda window: window.show_engine_page() or window._engine,
    "verification": lambda window: _opened(window, window.show_checks, "checks_dialog"),
    "data": lambda window: _data_dialog(window),
    "tour": lambda window: window.show_tour() or window,
    "check my answer": lambda window: window.check_answer(True) or window,
    "check my line": lambda window: window.check_line() or window,
}


def _opened(window: Any, open_it: Any, name: str) -> Any:
    open_it()
    return next(w for w in window.findChildren(QDialog) if w.objectName() == name)


def _data_dialog(window: Any) -> Any:
    from gradviz.gui.plot.data_dialog import DataDialog
    from gradviz.language.parser import parse
    from gradviz.numeric.binding import default_binding

    problem = parse(window.model.document.text)
    w = next(s for s in problem.symbols if s.name == "w")
    dialog = DataDialog(problem.symbols, [w], default_binding(problem.symbols, variables=[w]), parent=window)
    dialog.show()
    return dialog


def test_nothing_in_the_dialogs_stays_english_or_is_clipped(qtbot, disguised_window):
    window = disguised_window
    for name, make in DIALOGS.items():
        shown = make(window)
        qtbot.wait(20)
        assert shown.isVisible(), name
        look(qtbot, shown)
        if name == "tour":
            for number in range(5):
                window._tour.show_stop(number)
                look(qtbot, window)
            window._tour.go_on()
        elif shown is not window:
            shown.close()
    window.show_rules()
    qtbot.waitUntil(lambda: bool(window._rules.shown()), timeout=20_000)
    look(qtbot, window._rules)
    window._rules.search.setText("zzzz")
    look(qtbot, window._rules)


def test_nothing_in_the_menus_stays_english(qtbot, disguised_window):
    window = disguised_window
    window.fill_examples()
    window.fill_recent()
    for change in (
        lambda: window.set_shapes(True),
        lambda: window.set_every_rule(True),
        lambda: window.derive_by_definition(),
        lambda: window.declare("lambda", (), ("positive",)),
    ):
        change()
        assert not english_left(window.actions_by_id["undo"].text())
    menus = window.menuBar().findChildren(QMenu)
    assert len(menus) > 10
    look(qtbot, *menus)


def test_verdicts_practice_and_hints_are_told_in_the_language(qtbot, disguised_window):
    window = disguised_window
    bar = window.derivation.check_bar
    window.check_answer(True)
    for answer in ("2 X'(X w - y) + λ sign(w)", "2 X'(X w - y)", "x", "X w + (", "y"):
        bar.field.setText(answer)
        said = bar.text()
        bar.button.click()
        qtbot.waitUntil(lambda said=said: bar.text() not in ("", said), timeout=20_000)
        look(qtbot, window)
    window.practise_next()
    practice = window.derivation.practice_bar
    qtbot.waitUntil(lambda: window.session.current and bar.for_line, timeout=20_000)
    for _ in range(3):
        look(qtbot, window)
        practice.hint_button.click()
        qtbot.wait(20)
    look(qtbot, window)
    practice.all_button.click()
    qtbot.wait(20)
    look(qtbot, window)


def test_nothing_in_the_preferences_stays_english_or_is_clipped(qtbot, speak):
    speak("pseudo")
    dialog = PreferencesDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    assert len(dialog.combos) == len(PREFERENCES)
    look(qtbot, dialog)


@pytest.fixture
def choose_language(qtbot, speak, monkeypatch):
    """Choose a language in a dialog of its own; returns the dialog and what it told."""
    monkeypatch.setattr(QLocale, "uiLanguages", lambda self: ["en-GB"])
    monkeypatch.delenv("GRADVIZ_LANGUAGE", raising=False)
    speak("en")

    def choose(language):
        dialog = PreferencesDialog()
        qtbot.addWidget(dialog)
        dialog.show()
        told_of = []
        dialog.chosen.connect(lambda *what: told_of.append(what))
        combo = dialog.combos["language"]
        combo.setCurrentIndex(combo.findData(language))
        combo.activated.emit(combo.currentIndex())
        return dialog, told_of

    return choose


def test_another_language_is_kept(choose_language):
    dialog, told_of = choose_language("ru")
    assert told_of == [("language", "ru")]
    assert not dialog.note.isVisible()
    assert translation.chosen_language() == "ru"


def test_a_language_without_a_font_is_not_taken(choose_language, monkeypatch):
    monkeypatch.setattr(QFontDatabase, "writingSystems", lambda *_: [QFontDatabase.WritingSystem.Latin])
    dialog, told_of = choose_language("zh_CN")
    assert told_of == []
    assert "Noto Sans CJK" in dialog.note.text()
    assert dialog.combos["language"].currentData() == ""
    assert translation.chosen_language() == "en"


def test_the_environment_decides_on_the_language(choose_language, monkeypatch):
    monkeypatch.setenv("GRADVIZ_LANGUAGE", "en")
    dialog, _ = choose_language("ru")
    assert "GRADVIZ_LANGUAGE" in dialog.note.text()
    assert translation.chosen_language() == "en"


def test_the_language_changes_at_once_and_the_document_stays(qtbot, make_window, speak, monkeypatch):
    monkeypatch.delenv("GRADVIZ_LANGUAGE", raising=False)
    monkeypatch.setattr(QLocale, "uiLanguages", lambda self: ["en-GB"])
    old = make_window("x' A x")
    path, client = Path("/somewhere/mine.gradviz"), old.client
    old.path = path
    old.editor.setPlainText("x' A x + b' x")
    old.editor.moveCursor(QTextCursor.MoveOperation.End)
    old.autosave.write()
    qtbot.waitUntil(lambda: old.session.current)
    assert old.model.undo_stack.undoText() == "Typing"
    old.resize(800, 700)
    old.docks.show_panel("details", False)
    old.show_rules()
    old.show_preferences()
    dialog = old.findChild(PreferencesDialog)
    combo = dialog.combos["language"]
    combo.setCurrentIndex(combo.findData("ru"))
    combo.activated.emit(combo.currentIndex())
    qtbot.waitUntil(lambda: old not in main_windows() and len(main_windows()) == 1)
    (window,) = main_windows()
    try:
        assert window.menuBar().actions()[0].text() == "&Файл"
        assert (window.path, window.client, window.size()) == (path, client, QSize(800, 700))
        assert window.isWindowModified()
        assert window.editor.toPlainText() == "x' A x + b' x"
        assert window.editor.textCursor().atEnd()
        assert window.docks.panels["details"].isHidden()
        assert window._rules.isVisible()
        assert len(list(recovery.folder().glob("*.recovery"))) == 1
        assert window.findChild(PreferencesDialog).combos["language"].hasFocus() or not window.isActiveWindow()
        qtbot.waitUntil(lambda: window.session.current)
        qtbot.waitUntil(lambda: not shiboken6.isValid(old))
        assert window.model.undo_stack.undoText() == "Набор текста"
        assert window.actions_by_id["undo"].text().endswith("Набор текста")
        window.undo()
        assert window.editor.toPlainText() == "x' A x"
        assert not window.actions_by_id["undo"].isEnabled()
        qtbot.waitUntil(lambda: window.session.current)
        assert client.process_ids()
    finally:
        for left in main_windows():
            left.model.undo_stack.setClean()
            left.findChild(PreferencesDialog).close()
            left.close()


def test_the_look_finds_what_is_left_and_what_is_clipped(qtbot):
    label = QLabel("Plain words")
    outer = QWidget()
    label.setParent(outer)
    qtbot.addWidget(outer)
    label.resize(10, 10)
    outer.show()
    assert english_left(label.text()) == "Plain words"
    assert english_left("⟦Çöļû⟦x⟧mñ⟧ A x") == ""
    assert [found[0] for found in clipped(outer)] == ["QLabel"]


def test_worker_client_tells_in_the_language(qtbot, speak):
    speak("pseudo")
    client = WorkerClient(spare_delay=10_000_000)
    replies = []
    client.answered.connect(replies.append)
    client.request({"kind": "derive", "text": "x' A x", "wrt": ["x"]})
    qtbot.waitUntil(lambda: bool(replies), timeout=30_000)
    titles = [line["title"] for line in replies[0]["lines"] if line["title"]]
    client.close()
    client.deleteLater()
    assert titles
    assert all(title.startswith("⟦") and title.endswith("⟧") for title in titles), titles


def test_chinese_letters_are_plain_ones_where_there_are_such(qapp, speak):
    """The first installed font with Chinese letters may be one of calligraphy."""
    plain = "Noto Sans CJK SC"
    if plain not in QFontDatabase.families():
        pytest.skip(f"{plain} is not installed")
    latin, typed = QFontInfo(qapp.font()).family(), QFontInfo(resources.fixed_font(15)).family()
    speak("zh_CN")
    assert qapp.font().families()[1] == plain
    assert QFontInfo(qapp.font()).family() == latin
    fixed = resources.fixed_font(15)
    assert fixed.families()[1] == plain
    assert QFontInfo(fixed).family() == typed
    speak("en")
    assert len(qapp.font().families()) == 1
    assert QFontInfo(qapp.font()).family() == latin
