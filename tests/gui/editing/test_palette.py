"""The operator palette, alone and in the window."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction

from gradviz.gui.editing.palette import Palette
from gradviz.gui.theme import DARK
from gradviz.gui.worker.engine import Engine
from gradviz.language.templates import GROUPS, TEMPLATES

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def palette(qtbot: Any) -> Palette:
    QSettings().remove("palette")
    made = Palette()
    qtbot.addWidget(made)
    made.resize(480, 80)
    made.show()
    return made


@pytest.mark.parametrize("group", GROUPS)
def test_each_group_shows_its_templates_within_its_width(palette: Palette, qtbot: Any, group: str) -> None:
    palette.set_faces(Engine().handle({"kind": "faces", "colours": {"text": "#000000"}})["faces"])
    palette.show_group(group)
    assert [b.template for b in palette.buttons] == [t for t in TEMPLATES if t.group == group]
    qtbot.wait(20)  # the buttons take their new widths
    for button in palette.buttons:
        assert button.isVisible()
        assert button.accessibleName()
        assert palette.rect().contains(button.geometry().translated(button.parentWidget().pos()))


def test_every_template_has_a_picture() -> None:
    faces = Engine().handle({"kind": "faces", "colours": {"text": "#123456", "accent": "#abcdef"}})["faces"]
    assert set(faces) == {t.id for t in TEMPLATES}
    assert all((face.startswith("<svg") and "#123456" in face) or "#abcdef" in face for face in faces.values())


def test_a_click_tells_the_template_and_leaves_the_focus(palette: Palette, qtbot: Any) -> None:
    with qtbot.waitSignal(palette.chosen) as told:
        qtbot.mouseClick(palette.buttons[3], Qt.MouseButton.LeftButton)
    assert told.args[0].id == "transpose"
    assert not palette.buttons[3].hasFocus()


def test_the_keyboard_walks_and_inserts(palette: Palette, qtbot: Any) -> None:
    palette.activateWindow()
    palette.focus_first()
    qtbot.waitUntil(palette.buttons[0].hasFocus)
    for _ in range(3):
        qtbot.keyClick(palette.focusWidget(), Qt.Key.Key_Right)
    qtbot.keyClick(palette.focusWidget(), Qt.Key.Key_Left)
    with qtbot.waitSignal(palette.chosen) as told:
        qtbot.keyClick(palette.focusWidget(), Qt.Key.Key_Return)
    assert told.args[0].id == "square_root"
    qtbot.keyClick(palette.focusWidget(), Qt.Key.Key_End)
    assert palette.focusWidget() is palette.buttons[-1]
    with qtbot.waitSignal(palette.left):
        qtbot.keyClick(palette.focusWidget(), Qt.Key.Key_Escape)


def test_the_group_is_remembered(palette: Palette, qtbot: Any) -> None:
    qtbot.mouseClick(palette.findChild(object, "palette_group_greek"), Qt.MouseButton.LeftButton)
    again = Palette()
    qtbot.addWidget(again)
    assert again.group == "Greek"
    QSettings().remove("palette")


def test_another_theme_recolours_the_pictures(palette: Palette) -> None:
    palette.set_faces(Engine().handle({"kind": "faces", "colours": {"text": "#1a2130"}})["faces"])
    before = palette.grab().toImage()
    palette.set_theme(DARK)
    assert palette.grab().toImage() != before


# --- in the window


def test_a_button_inserts_into_the_text_around_the_selection(qtbot: Any, make_window: Any) -> None:
    window = make_window("A x")
    window.set_palette(True)
    window.editor.selectAll()
    button = window.findChild(object, "template_norm_squared")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.model.document.text == "‖A x‖^2"
    window.undo()
    assert window.model.document.text == "A x"


def test_the_palette_is_hidden_and_shown_and_that_is_remembered(qtbot: Any, make_window: Any) -> None:
    QSettings().remove("palette")
    window = make_window()
    action = window.actions_by_id["palette"]
    shown = window.editor_panel.palette_strip.isVisible()
    assert action.isChecked() == shown
    action.trigger()
    assert window.editor_panel.palette_strip.isVisible() is not shown
    again = make_window()
    assert again.editor_panel.palette_strip.isVisible() is not shown
    QSettings().remove("palette")


def test_a_shortcut_brings_the_keyboard_to_the_palette_and_escape_back(qtbot: Any, make_window: Any) -> None:
    window = make_window("")
    window.activateWindow()
    window.set_palette(False)
    window.actions_by_id["edit_palette"].trigger()
    strip = window.editor_panel.palette_strip
    qtbot.waitUntil(strip.buttons[0].hasFocus)
    qtbot.keyClick(strip.buttons[0], Qt.Key.Key_Return)
    assert window.model.document.text == "(▢)/(▢)"
    assert window.editor.hasFocus()
    window.focus_palette()
    qtbot.keyClick(strip.buttons[0], Qt.Key.Key_Escape)
    assert window.editor.hasFocus()


def test_the_insert_menu_has_every_template(qtbot: Any, make_window: Any) -> None:
    window = make_window("")
    for template in TEMPLATES:
        assert window.findChild(QAction, f"action_insert_{template.id}") is not None
    window.findChild(QAction, "action_insert_trace").trigger()
    assert window.model.document.text == "tr(▢)"


def test_the_pictures_come_from_the_worker(qtbot: Any, make_window: Any) -> None:
    window = make_window()
    qtbot.waitUntil(lambda: window.editor_panel.palette_strip.has_faces)
