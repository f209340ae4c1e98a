"""Panels that are shown, hidden, floated, tabbed and moved; arrangements; and what is remembered of all that."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QByteArray, QPoint, QRect, QSettings, Qt
from PySide6.QtWidgets import QAbstractButton, QDialog, QDockWidget, QLineEdit, QMainWindow, QPushButton, QTabBar

from gradviz.gui.derivation.heading import Heading
from gradviz.gui.window.dock_area import PANELS
from gradviz.gui.window.dock_floats import Borrowed, on_screen

# The offscreen platform says so of every window whose smallest size changes, and of every one that is raised.
pytestmark = pytest.mark.qt_log_ignore("does not support (propagateSizeHints|raise)")


SIZE = 1280, 800


@pytest.fixture
def window(qtbot: Any, make_window: Any) -> Any:
    made = make_window()
    made.resize(*SIZE)
    qtbot.waitUntil(lambda: made.session.current, timeout=20_000)
    qtbot.wait(20)
    return made


def _places(window: Any) -> dict[str, Any]:
    """Where each panel is: its place, whether it floats, whether it is hidden, which others share its place."""
    return {
        name: (
            None if dock.visibleRegion().isEmpty() else dock.geometry().getRect(),
            dock.isFloating(),
            {other.objectName() for other in window.docks.tabifiedDockWidgets(dock)},
        )
        for name, dock in window.docks.panels.items()
    }


def _places_at_rest(qtbot: Any, window: Any) -> dict[str, Any]:
    """The same when nothing moves them any longer: the text's panel grows some turns after the text is shown."""
    _settled(qtbot, window)
    places = None
    while places != (places := _places(window)):
        qtbot.wait(150)
    return places


def _kept(qtbot: Any, window: Any, places: dict[str, Any]) -> None:
    def same() -> None:
        assert _places(window) == places

    qtbot.waitUntil(same)


def _settled(qtbot: Any, window: Any) -> None:
    """An arrangement is made anew while what is in the panels still comes to need room."""
    qtbot.waitUntil(lambda: window.docks._again is None)


def _again(window: Any, make_window: Any) -> Any:
    """The window closed, and another one opened."""
    window.model.undo_stack.setClean()
    window.close()
    return _opened(make_window)


def _opened(make_window: Any) -> Any:
    """A window that is as large as the one before: the offscreen platform's screen is small."""
    again = make_window()
    again.resize(*SIZE)
    return again


def _columns(window: Any) -> tuple[int, int]:
    return window.docks.panels["function"].width(), window.docks.panels["picture"].width()


# --- one panel


def test_each_panel_is_hidden_and_shown_from_the_menu(qtbot: Any, window: Any) -> None:
    places = _places_at_rest(qtbot, window)
    for name in PANELS:
        action, dock = window.actions_by_id[f"panel_{name}"], window.docks.panels[name]
        others = [d for d in window.docks.panels.values() if d is not dock]
        assert action in window.findChild(object, "menu_panels").actions()
        assert action.isChecked()
        action.trigger()
        assert (dock.isVisible(), action.isChecked()) == (False, False)
        assert all(other.isVisible() for other in others)
        action.trigger()
        assert (dock.isVisible(), action.isChecked()) == (True, True)
        _kept(qtbot, window, places)


def test_closing_a_panel_by_its_title_unchecks_it(window: Any) -> None:
    window.lock_panels(False)
    window.docks.panels["details"].findChild(QAbstractButton, "qt_dockwidget_closebutton").click()
    assert not window.actions_by_id["panel_details"].isChecked()


def test_locked_panels_have_no_titles_and_unlocked_ones_can_be_moved(qtbot: Any, window: Any) -> None:
    heading, dock = window.findChild(object, "function_heading"), window.docks.panels["function"]
    top = window.editor_panel.mapTo(dock, window.editor_panel.rect().topLeft()).y()
    movable = dock.DockWidgetFeature.DockWidgetMovable
    assert window.actions_by_id["lock_panels"].isChecked()
    assert top == 0
    assert heading.isVisible()
    assert not dock.features() & movable
    window.actions_by_id["lock_panels"].trigger()
    qtbot.waitUntil(lambda: 16 <= window.editor_panel.mapTo(dock, window.editor_panel.rect().topLeft()).y() <= 32)
    assert dock.features() & movable
    assert not heading.isVisible()  # the title bar says it
    window.actions_by_id["lock_panels"].trigger()
    qtbot.waitUntil(lambda: window.editor_panel.mapTo(dock, window.editor_panel.rect().topLeft()).y() == 0)
    assert heading.isVisible()


def test_a_panel_floats_and_is_docked_again_by_the_keyboard(qtbot: Any, window: Any) -> None:
    places, dock = _places(window), window.docks.panels["function"]
    window.focus_editor()
    window.actions_by_id["float_panel"].trigger()
    assert dock.isFloating()
    assert dock.isVisible()
    # It can be moved and put back although the panels are locked.
    qtbot.waitUntil(lambda: dock.titleBarWidget() is None)
    assert dock.features() & dock.DockWidgetFeature.DockWidgetMovable
    assert not window.docks.panels["derivation"].features() & dock.DockWidgetFeature.DockWidgetMovable
    window.focus_editor()
    window.actions_by_id["float_panel"].trigger()
    assert not dock.isFloating()
    _kept(qtbot, window, places)


def test_a_floating_panel_lies_beside_its_old_place_and_where_it_was_last(qtbot: Any, window: Any) -> None:
    dock, screen = window.docks.panels["function"], window.screen().availableGeometry()
    old = dock.mapToGlobal(QPoint(0, 0))
    window.focus_editor()
    window.docks.float_focused()
    place = dock.geometry()
    assert screen.contains(place)
    assert place.left() >= old.x() + 30
    assert place.top() >= old.y() + 30
    assert place.width() >= 420
    dock.move(90, 120)
    qtbot.waitUntil(lambda: window.docks.floats.places["function"].topLeft() == dock.geometry().topLeft())
    moved = dock.geometry().topLeft()
    dock.setFloating(False)
    dock.setFloating(True)
    assert dock.geometry().topLeft() == moved
    window.docks.save(QSettings())
    window.docks.floats.places.clear()
    window.docks.floats.load(QSettings())
    assert window.docks.floats.places["function"].topLeft() == moved


@pytest.mark.parametrize(
    ("wanted", "placed"),
    [
        (QRect(100, 100, 500, 400), QRect(100, 100, 500, 400)),
        (QRect(1200, 700, 500, 400), QRect(940, 500, 500, 400)),
        (QRect(-300, -50, 5000, 5000), QRect(0, 32, 1224, 765)),
    ],
)
def test_a_floating_panel_is_wholly_on_the_screen(wanted: QRect, placed: QRect) -> None:
    assert on_screen(wanted, QRect(0, 0, 1440, 900)) == placed


def test_panels_share_a_place_as_tabs(qtbot: Any, window: Any) -> None:
    picture, details = window.docks.panels["picture"], window.docks.panels["details"]
    window.docks.tabifyDockWidget(picture, details)
    qtbot.waitUntil(lambda: window.docks.findChild(QTabBar, "panel_tabs") is not None)
    bar = window.docks.findChild(QTabBar, "panel_tabs")
    assert bar.accessibleName() == "Panels"
    assert [bar.tabText(i) for i in range(bar.count())] == ["Picture", "Details"]
    assert window.actions_by_id["panel_picture"].isChecked()
    window.docks.show_panel("picture")
    qtbot.waitUntil(lambda: not picture.visibleRegion().isEmpty() and details.visibleRegion().isEmpty())
    window.show_symbols()
    qtbot.waitUntil(lambda: not details.visibleRegion().isEmpty())


def test_what_a_command_works_on_comes_into_sight(window: Any) -> None:
    for name in PANELS:
        window.docks.show_panel(name, False)
    assert window.findChild(object, "no_panels").isVisible()
    window.actions_by_id["edit_text"].trigger()
    assert window.docks.panels["function"].isVisible()
    assert window.editor.hasFocus()
    assert not window.findChild(object, "no_panels").isVisible()
    window.actions_by_id["check_answer"].trigger()
    assert window.docks.panels["derivation"].isVisible()
    window.actions_by_id["symbols"].trigger()
    assert window.docks.panels["details"].isVisible()
    assert not window.docks.panels["picture"].isVisible()


def test_without_panels_a_button_brings_them_back(qtbot: Any, window: Any) -> None:
    places = _places_at_rest(qtbot, window)
    for name in PANELS:
        window.docks.show_panel(name, False)
    qtbot.mouseClick(window.findChild(QPushButton, "show_all_panels"), Qt.MouseButton.LeftButton)
    _kept(qtbot, window, places)


# --- arrangements


def test_arrangements_share_the_window_otherwise(qtbot: Any, window: Any) -> None:
    window.arrange_derive()
    qtbot.waitUntil(lambda: _columns(window)[0] > 1.4 * _columns(window)[1])
    window.arrange_explore()
    qtbot.waitUntil(lambda: _columns(window)[1] > 1.4 * _columns(window)[0])


@pytest.mark.parametrize("arrange", ["arrange_derive", "reset_arrangement"])
def test_an_arrangement_brings_every_panel_to_its_place(qtbot: Any, window: Any, arrange: str) -> None:
    window.actions_by_id[arrange].trigger()
    places = _places_at_rest(qtbot, window)
    _muddle(window)
    assert _places(window) != places
    window.actions_by_id[arrange].trigger()
    _kept(qtbot, window, places)
    assert all(window.actions_by_id[f"panel_{name}"].isChecked() for name in PANELS)


def _muddle(window: Any) -> None:
    docks = window.docks.panels
    window.docks.tabifyDockWidget(docks["derivation"], docks["picture"])
    docks["details"].setFloating(True)
    docks["details"].setGeometry(120, 80, 360, 300)  # inside the offscreen platform's small screen
    window.docks.show_panel("function", False)


def test_the_whole_area_is_used_whatever_is_hidden(qtbot: Any, window: Any) -> None:
    window.docks.show_panel("picture", False)
    window.docks.show_panel("details", False)
    qtbot.waitUntil(lambda: window.docks.panels["derivation"].width() == window.docks.width())
    window.docks.show_panel("function", False)
    qtbot.waitUntil(lambda: window.docks.panels["derivation"].size() == window.docks.size())


# --- the full screen


@pytest.mark.parametrize("muddled", [False, True])
def test_presenting_shows_the_derivation_and_brings_everything_back(qtbot: Any, window: Any, muddled: bool) -> None:
    window.arrange_explore()
    if muddled:
        _muddle(window)
        window.docks.show_panel("picture")
    places = _places_at_rest(qtbot, window)
    window.present(True)
    docks = window.docks.panels
    qtbot.waitUntil(lambda: not docks["derivation"].visibleRegion().isEmpty() and not docks["function"].isVisible())
    qtbot.waitUntil(lambda: docks["derivation"].width() > 1.4 * docks["picture"].width())
    assert not any(dock.isFloating() for dock in docks.values())
    window.present(False)
    _kept(qtbot, window, places)


def test_what_is_hidden_stays_so_while_presenting(qtbot: Any, window: Any) -> None:
    window.docks.show_panel("details", False)
    window.docks.show_panel("picture", False)
    window.present(True)
    qtbot.waitUntil(lambda: window.docks.panels["derivation"].size() == window.docks.size())
    window.present(False)
    assert [name for name, dock in window.docks.panels.items() if dock.isVisible()] == ["function", "derivation"]


def test_the_full_screen_gives_the_sizes_back(qtbot: Any, window: Any) -> None:
    docks = window.docks.panels
    window.docks.settle()
    window.docks.resizeDocks([docks["function"], docks["picture"]], [523, 733], Qt.Orientation.Horizontal)
    window.docks.resizeDocks([docks["picture"], docks["details"]], [411, 302], Qt.Orientation.Vertical)
    qtbot.waitUntil(lambda: docks["function"].width() == 523)
    places, size = _places_at_rest(qtbot, window), window.size()
    window.full_screen(True)
    qtbot.waitUntil(lambda: window.size() != size)
    window.full_screen(False)
    _kept(qtbot, window, places)


def test_what_is_arranged_on_the_full_screen_stays(qtbot: Any, window: Any) -> None:
    window.full_screen(True)
    qtbot.wait(50)
    docks = window.docks.panels
    window.docks.show_panel("function", False)
    docks["details"].setFloating(True)
    window.docks.tabifyDockWidget(docks["picture"], docks["details"])
    docks["details"].setFloating(False)
    window.docks.show_panel("function")
    window.full_screen(False)
    qtbot.wait(50)
    assert window.docks.tabifiedDockWidgets(docks["picture"]) == [docks["details"]]


# --- what is remembered


def test_the_panels_come_back_as_they_were(qtbot: Any, window: Any, make_window: Any) -> None:
    docks = window.docks.panels
    window.lock_panels(False)
    window.docks.settle()
    window.docks.splitDockWidget(docks["picture"], docks["function"], Qt.Orientation.Horizontal)
    window.docks.tabifyDockWidget(docks["derivation"], docks["details"])
    places = _places_at_rest(qtbot, window)
    again = _again(window, make_window)
    _kept(qtbot, again, places)
    assert not again.actions_by_id["lock_panels"].isChecked()
    assert again.docks.panels["picture"].features() & docks["picture"].DockWidgetFeature.DockWidgetMovable


def test_what_floats_or_is_hidden_comes_back_so(qtbot: Any, window: Any, make_window: Any) -> None:
    _muddle(window)
    qtbot.wait(50)
    floating = window.docks.panels["details"].geometry()
    again = _again(window, make_window)
    assert not window.docks.panels["details"].isVisible()  # it went with its window
    assert again.docks.panels["details"].isFloating()
    assert again.docks.panels["details"].isVisible()
    assert again.docks.panels["details"].geometry().size() == floating.size()
    assert not again.docks.panels["function"].isVisible()
    assert not again.actions_by_id["panel_function"].isChecked()


def test_a_window_closed_while_presenting_opens_as_before(qtbot: Any, window: Any, make_window: Any) -> None:
    window.arrange_explore()
    places = _places_at_rest(qtbot, window)
    window.present(True)
    qtbot.wait(50)
    again = _again(window, make_window)
    assert not again.presenting
    _kept(qtbot, again, places)


def _cut(state: QByteArray) -> Any:
    return state[: state.size() // 2]


def _flipped(state: QByteArray) -> Any:
    data = bytearray(state.data())
    for at in range(20, len(data), 7):
        data[at] ^= 0x5A
    return QByteArray(bytes(data))


@pytest.mark.parametrize("summed", [False, True], ids=["", "with its sum"])
def test_a_damaged_state_gives_the_first_arrangement(qtbot: Any, window: Any, make_window: Any, summed: bool) -> None:
    from zlib import crc32

    window.docks.reset()
    places = _places_at_rest(qtbot, window)
    window.arrange_explore()
    window.model.undo_stack.setClean()
    window.close()
    settings = QSettings()
    state, kept = settings.value("panels/state"), settings.value("panels/sum")
    for damaged in (_cut(state), _flipped(state), QByteArray(), "no state", 7):
        by_another_hand = summed and isinstance(damaged, QByteArray)
        settings.setValue("panels/state", damaged)
        settings.setValue("panels/sum", crc32(damaged.data()) if by_another_hand else kept)
        again = _opened(make_window)
        _kept(qtbot, again, places)
        assert all(dock.isVisible() for dock in again.docks.panels.values())
        again.model.undo_stack.setClean()
        again.close()


def test_a_state_of_another_version_gives_the_first_arrangement(qtbot: Any, window: Any) -> None:
    places = _places_at_rest(qtbot, window)
    window.docks.show_panel("picture", False)
    of_another = window.docks.saveState(99)
    assert not window.docks.restore(of_another)
    _kept(qtbot, window, places)


@pytest.mark.parametrize("locked", [True, False])
def test_tabbed_panels_show_their_names_once(qtbot: Any, window: Any, locked: bool) -> None:
    docks = window.docks.panels
    window.lock_panels(locked)
    window.docks.tabifyDockWidget(docks["function"], docks["derivation"])
    headings = [window.findChild(Heading, f"{name}_heading") for name in ("function", "derivation")]
    pair = [docks["function"], docks["derivation"]]

    def named_by_the_tabs_alone() -> None:
        assert all(dock.titleBarWidget() is not None for dock in pair)
        assert all(heading.isHidden() for heading in headings)

    qtbot.waitUntil(named_by_the_tabs_alone)
    docks["derivation"].setFloating(True)
    qtbot.waitUntil(lambda: docks["derivation"].titleBarWidget() is None)
    assert headings[1].isHidden()
    qtbot.waitUntil(lambda: headings[0].isHidden() != locked)  # no tab any more: its title bar, or its heading
    assert (docks["function"].titleBarWidget() is not None) == locked


@pytest.mark.parametrize(
    "act",
    [
        lambda window: (window.full_screen(True), window.full_screen(False)),
        lambda window: window.arrange_explore(),
        lambda window: window.reset_arrangement(),
        lambda window: window.lock_panels(False),
    ],
    ids=["full screen and back", "arrange", "reset", "unlock"],
)
def test_arranging_leaves_the_keyboard_where_it_is(qtbot: Any, window: Any, act: Any) -> None:
    window.activateWindow()
    window.focus_editor()
    qtbot.waitUntil(window.editor.hasFocus)
    act(window)
    qtbot.wait(20)
    assert window.editor.hasFocus()


def test_the_text_takes_room_from_the_derivation_until_the_user_sets_the_heights(qtbot: Any, window: Any) -> None:
    function, derivation = (window.docks.panels[name] for name in ("function", "derivation"))
    before, together = function.height(), function.height() + derivation.height()
    qtbot.mousePress(window.docks, Qt.MouseButton.LeftButton)
    window.docks.grow("function", "derivation", together)
    assert function.height() == before
    window.docks.reset()
    qtbot.waitSignal(window.docks.arranged).wait()
    window.docks.grow("function", "derivation", before - 50)
    assert function.height() == before < together // 2 - 10
    window.editor.setPlainText("\n".join(f"u_{i} = {i}" for i in range(40)))
    qtbot.waitUntil(lambda: abs(function.height() - together // 2) <= 2)


def test_a_closed_dialog_gives_the_keyboard_back_to_the_panel_that_floats(qtbot: Any) -> None:
    window, dock, dialog = QMainWindow(), QDockWidget(), QDialog()
    for widget in (window, dialog):
        qtbot.addWidget(widget)
    badge, editor, search = QLineEdit(window), QLineEdit(dock), QLineEdit(dialog)
    dock.setWidget(editor)
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
    window.show()
    dock.setFloating(True)
    borrowed, returned = Borrowed({"function": dock}, window), []
    borrowed.returned.connect(returned.append)
    dialog.show()
    for now in (editor, search, None, badge):  # the user goes on in the window; the dialog stays
        borrowed._moved(None, now)
    assert returned == []
    for now in (editor, search):
        borrowed._moved(None, now)
    dialog.close()
    borrowed._moved(None, badge)
    assert returned == [editor]
    borrowed._moved(None, badge)
    assert returned == [editor]
