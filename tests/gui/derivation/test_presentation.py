"""Line by line for a projector, arrangements, substeps in place, long lines, copies, the table of checks."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtSvg import QSvgRenderer

import gradviz
from gradviz.gui.derivation.checks import ChecksDialog, check_rows, sizes_text
from gradviz.gui.derivation.copy import FORMS, copy_menu, source_mime, stacked_svg
from gradviz.gui.derivation.panel import DerivationPanel
from gradviz.gui.window.menus import MENUS
from gradviz.gui.worker.engine import Engine
from gradviz.typeset.lines import lines
from tests.gui.fake_worker import derivation

# The offscreen platform says so of every window whose smallest size changes.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

LONG = "u = A x + b\n||u - y||^2 + lambda x'x + log(1 + exp(a' x)) + exp(-x' B x) + x' C x"


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine()


@pytest.fixture
def panel(qtbot: Any) -> DerivationPanel:
    made = DerivationPanel()
    qtbot.addWidget(made)
    made.resize(560, 640)
    made.show()
    qtbot.waitExposed(made)
    return made


def _shown(panel: DerivationPanel) -> int:
    return sum(widget.isVisible() for widget in panel.lines_view.lines)


def test_space_reveals_line_after_line_and_then_the_answer(qtbot: Any, panel: DerivationPanel) -> None:
    panel.show_derivation(derivation("x"))
    panel.set_presenting(True)
    assert _shown(panel) == 1
    assert not panel.answer.isVisible()
    assert panel.keys_note.isVisible()
    for count in range(2, 7):
        qtbot.keyClick(panel, Qt.Key.Key_Space)
        assert _shown(panel) == count
        assert not panel.keys_note.isVisible()
    assert not panel.answer.isVisible()
    qtbot.keyClick(panel, Qt.Key.Key_Space)
    assert panel.answer.isVisible()
    qtbot.keyClick(panel, Qt.Key.Key_Backspace)
    qtbot.keyClick(panel, Qt.Key.Key_Backspace)
    assert (_shown(panel), panel.answer.isVisible()) == (5, False)
    panel.set_presenting(False)
    assert (_shown(panel), panel.answer.isVisible()) == (6, True)


def test_names_of_rules_are_larger_on_a_projector_and_stand_out_where_the_line_is_set_off(
    panel: DerivationPanel,
) -> None:
    panel.show_derivation(derivation("x"))
    line = panel.lines_view.lines[1]
    small = line._chip_size()
    colour = line.grab().toImage().pixelColor(line.width() - 24, 12)
    line.open = True
    assert line.grab().toImage().pixelColor(line.width() - 24, 12) != colour
    panel.set_presenting(True)
    assert line._chip_size().height() > 1.3 * small.height()
    panel.set_presenting(False)
    assert line._chip_size() == small


def test_keys_on_a_line_belong_to_the_presentation(qtbot: Any, panel: DerivationPanel) -> None:
    panel.show_derivation(derivation("x"))
    panel.set_presenting(True)
    panel.lines_view.lines[0].setFocus()
    qtbot.keyClick(panel.lines_view.lines[0], Qt.Key.Key_Space)
    assert _shown(panel) == 2


def test_a_line_under_the_resting_mouse_is_not_set_off_for_an_audience(panel: DerivationPanel) -> None:
    panel.show_derivation(derivation("x"))
    line = panel.lines_view.lines[1]
    plain = line.grab().toImage()
    line.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    assert line.grab().toImage() != plain
    panel.set_presenting(True)
    panel.reveal_next()
    hovered = line.grab().toImage()
    line.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    assert line.grab().toImage() == hovered


def test_another_function_begins_anew_but_the_same_goes_on(panel: DerivationPanel) -> None:
    panel.show_derivation(derivation("x"))
    panel.set_presenting(True)
    panel.reveal_next()
    panel.show_derivation(derivation("x"))
    assert _shown(panel) == 2
    panel.show_derivation(derivation("y"))
    assert _shown(panel) == 1


def test_presenting_takes_the_screen_and_gives_it_back(qtbot: Any, make_window: Any) -> None:
    window = make_window("x' A x")
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: window.session.current, timeout=20_000)
    places = {name: dock.geometry() for name, dock in window.docks.panels.items()}
    window.actions_by_id["present"].trigger()
    assert window.isFullScreen()
    assert not window.editor_panel.isVisible()
    assert window.session.size > 20
    qtbot.keyClick(window.derivation, Qt.Key.Key_Escape)
    assert not window.isFullScreen()
    assert window.editor_panel.isVisible()
    assert window.session.size == 13.0
    qtbot.waitUntil(lambda: {name: dock.geometry() for name, dock in window.docks.panels.items()} == places)


# --- substeps in the place of their step


def test_right_opens_a_step_in_place_and_left_closes_it(qtbot: Any, panel: DerivationPanel, engine: Engine) -> None:
    asked = []
    panel.steps_asked.connect(lambda path, opened: asked.append((path, opened)))
    panel.show_derivation(engine.handle({"kind": "derive", "text": LONG}))
    at, line = next((i, w) for i, w in enumerate(panel.lines_view.lines) if w.opens)
    qtbot.keyClick(line, Qt.Key.Key_Right)
    path = tuple(line.line["path"])
    assert asked == [(path, True)]
    before = len(panel.lines_view.lines)
    panel.show_derivation(engine.handle({"kind": "derive", "text": LONG, "opened": [list(path)]}))
    first = panel.lines_view.lines[at]
    assert len(panel.lines_view.lines) > before
    assert first.closes
    qtbot.keyClick(first, Qt.Key.Key_Left)
    assert asked[1:] == [(path, False)]


def test_opened_steps_are_forgotten_with_their_text(qtbot: Any, make_window: Any) -> None:
    window = make_window("x' A x")
    qtbot.waitUntil(lambda: window.session.current, timeout=20_000)
    window.session.open_steps((1,), True)
    window.session.open_steps((1, 0), True)
    assert window.session.opened == {(1,), (1, 0)}
    window.session.open_steps((1,), False)
    assert window.session.opened == frozenset()
    window.session.open_steps((1,), True)
    window.model.edit_text("x' x")
    assert window.session.opened == frozenset()


# --- the number of a line


def test_an_open_line_tells_its_number_until_it_is_another(qtbot: Any, panel: DerivationPanel, engine: Engine) -> None:
    panel.show_derivation(engine.handle({"kind": "derive", "text": "x' x"}))
    line = panel.lines_view.lines[0]
    with qtbot.waitSignal(panel.lines_view.told):
        qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    assert panel.lines_view.open_numbers() == [0]
    height = line.height()
    panel.lines_view.show_values({"values": {"0": "12.5"}, "parts": {"0": ["X w = [1; 2]"]}})
    assert "At the point: 12.5\nIts parts: X w = [1; 2]" in line._detail
    assert line.height() > height
    panel.show_derivation(engine.handle({"kind": "derive", "text": "2 x' x"}))
    assert "12.5" not in panel.lines_view.lines[0]._detail


# --- long lines


@pytest.mark.parametrize("width", [420, 560, 900])
def test_long_lines_are_broken_to_the_width_and_nothing_scrolls_sideways(
    panel: DerivationPanel, engine: Engine, width: int
) -> None:
    panel.resize(width, 640)
    request = {"kind": "derive", "text": LONG, "level": "every rule", "indent": 20 / 1.2}
    panel.show_derivation(engine.handle(request))
    unbroken = sum(widget.formula.height for widget in panel.lines_view.lines)
    panel.show_derivation(engine.handle({**request, "width": panel.place}))
    assert panel.scroll.horizontalScrollBar().maximum() == 0
    assert all(widget.scale == 1.0 for widget in panel.lines_view.lines)
    assert panel.answer._scale() >= 1.0
    if width < 900:
        assert sum(widget.formula.height for widget in panel.lines_view.lines) > unbroken


def test_another_width_is_typeset_anew_once(qtbot: Any, panel: DerivationPanel, engine: Engine) -> None:
    panel.typeset_for(panel.place)
    panel.show_derivation(engine.handle({"kind": "derive", "text": LONG, "width": panel.place}))
    with qtbot.waitSignal(panel.place_changed):
        panel.resize(440, 640)
    panel.typeset_for(panel.place)
    with qtbot.assertNotEmitted(panel.place_changed, wait=300):
        panel.resize(441, 640)


# --- copies


@pytest.mark.parametrize("form", ["latex", "typst", "mathml", "text"])
def test_one_line_several_or_all_are_copied(engine: Engine, form: str) -> None:
    def copied(what: object) -> str:
        reply = engine.handle({"kind": "copy", "text": "x' A x", "form": form, "what": what})
        assert reply["status"] == "done"
        return str(reply["source"])

    one, two, everything = copied([1]), copied([1, 2]), copied("all")
    assert len(one) < len(two) < len(everything)
    left = {"latex": r"\mathrm{d} f", "typst": "upright(d) f", "mathml": ">d</mi><mi>f</mi>", "text": "df"}
    assert left[form] in one
    if form == "typst":
        from gradviz.export.typst_compile import svg_pages

        assert svg_pages(two)


def test_code_for_the_whole_is_copied(engine: Engine) -> None:
    source = engine.handle({"kind": "copy", "text": "x' A x", "form": "python", "what": "all"})["source"]
    compile(source, "copied", "exec")


@pytest.mark.parametrize("form", ["numpy", "torch", "jax"])
def test_lines_are_copied_as_code(engine: Engine, form: str) -> None:
    def asked(what: object) -> dict[str, Any]:
        return engine.handle({"kind": "copy", "text": "x' A x", "form": form, "what": what})

    module = asked("all")
    assert module["form"] == form
    assert "def gradient(x, A):" in module["source"]
    assert asked("answer")["source"] == module["source"]
    assert asked([0])["source"] == "x @ A @ x"
    last = len(lines(gradviz.derive("x' A x").core)) - 1
    assert asked([0, last])["source"] == "x @ A @ x\n(A + A.T) @ x"
    untaken = asked([1])  # df = d(x' A x)
    assert untaken["status"] == "failed"
    assert "worked out" in untaken["message"]


def test_mathml_is_offered_to_word_processors_under_its_names(engine: Engine) -> None:
    source = engine.handle({"kind": "copy", "text": "x' A x", "form": "mathml", "what": "all"})["source"]
    mime = source_mime("mathml", source)
    assert mime.text() == source
    assert bytes(mime.data("application/mathml+xml").data()).decode() == source
    assert source_mime("latex", "x").formats() == ["text/plain"]


def test_selected_lines_are_asked_for_by_their_numbers(qtbot: Any, panel: DerivationPanel, engine: Engine) -> None:
    panel.show_derivation(engine.handle({"kind": "derive", "text": "x' A x"}))
    lines = panel.lines_view.lines
    qtbot.mouseClick(lines[1], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(lines[3], Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier)
    assert [w.line["number"] for w in panel.lines_view.selected] == [1, 2, 3]
    qtbot.mouseClick(lines[2], Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(panel.copy_asked) as asked:
        panel.copy_lines("latex", "selection")
    assert asked.args == ["latex", [1, 3]]
    with qtbot.waitSignal(panel.copy_asked) as asked:
        panel.copy_lines("text", "all")
    assert asked.args == ["text", "all"]


def test_shift_and_arrows_select(qtbot: Any, panel: DerivationPanel) -> None:
    panel.show_derivation(derivation("x"))
    panel.activateWindow()
    lines = panel.lines_view.lines
    lines[1].setFocus()
    qtbot.keyClick(lines[1], Qt.Key.Key_Down)
    qtbot.keyClick(lines[2], Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(lines[3], Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert [w.selected for w in lines] == [False, False, True, True, True, False]
    qtbot.keyClick(lines[4], Qt.Key.Key_Up)
    assert not any(w.selected for w in lines)


def test_a_picture_is_copied_as_svg_and_pixels(qtbot: Any, panel: DerivationPanel, engine: Engine) -> None:
    panel.show_derivation(engine.handle({"kind": "derive", "text": "x' A x"}))
    with qtbot.waitSignal(panel.copied):
        panel.copy_lines("picture", "all")
    mime = QGuiApplication.clipboard().mimeData()
    assert QSvgRenderer(mime.data("image/svg+xml")).isValid()
    assert mime.hasImage()
    image = mime.imageData()
    assert image.height() > sum(float(w.formula.height) for w in panel.lines_view.lines)
    middle = range(0, image.width(), 2)
    rows = [y for y in range(image.height()) if any(image.pixelColor(x, y).lightness() < 128 for x in middle)]
    assert image.pixelColor(0, 0) == Qt.GlobalColor.white  # not transparent, which some programs show as black
    assert rows[0] < image.height() * 0.1
    assert rows[-1] > image.height() * 0.9


def test_pictures_stand_below_each_other(engine: Engine) -> None:
    reply = engine.handle({"kind": "derive", "text": "x' A x"})
    one, two = (stacked_svg([line["svg"] for line in reply["lines"][:count]]) for count in (1, 2))
    sizes = [QSvgRenderer(QByteArray(svg.encode())).defaultSize() for svg in (one, two)]
    assert sizes[1].height() > 1.8 * sizes[0].height()


def test_the_menu_offers_every_form(panel: DerivationPanel) -> None:
    asked = []
    menu = copy_menu(panel, 2, lambda form, what: asked.append((form, what)))
    for form, _ in FORMS:
        panel.findChild(object, f"copy_selection_{form}").trigger()
        panel.findChild(object, f"copy_all_{form}").trigger()
    assert asked == [(form, what) for form, _ in FORMS for what in ("selection", "all")]
    menu.deleteLater()


# --- the table of checks


def test_the_table_has_a_row_for_each_step_and_the_answer(qtbot: Any, panel: DerivationPanel, engine: Engine) -> None:
    reply = engine.handle({"kind": "derive", "text": "x' A x"})
    panel.show_derivation(reply)
    qtbot.mouseClick(panel.badge, Qt.MouseButton.LeftButton)
    dialog = panel.findChild(ChecksDialog)
    rows = check_rows(reply["verification"])
    assert dialog.table.rowCount() == len(rows) == len(reply["verification"]["steps"]) + 1
    assert dialog.table.item(len(rows) - 1, 0).text() == "The answer"
    assert all(dialog.table.item(row, 3).text() == "✓ holds" for row in range(len(rows)))
    assert "n = " in sizes_text(reply["verification"])
    header, cell = dialog.table.horizontalHeaderItem(1), dialog.table.item(0, 1)
    assert header.textAlignment() == cell.textAlignment() == Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    dialog.close()


def test_a_step_that_does_not_hold_says_so() -> None:
    check = {"title": "Product rule", "ok": False, "error": 0.5, "instances": 8, "reason": "shapes (2, 1) and (1, 2)"}
    assert check_rows({"steps": [check], "result": None}) == [
        ("1. Product rule", "shapes (2, 1) and (1, 2)", "8", False)
    ]


def test_the_edit_menu_offers_every_form() -> None:
    """Of lines or of the answer: "python" is the module for NumPy."""
    offered = {id_.removeprefix("copy_").removeprefix("lines_") for id_ in MENUS["&Edit"] if id_.startswith("copy_")}
    assert {form if form != "numpy" else "python" for form, _ in FORMS} <= offered
