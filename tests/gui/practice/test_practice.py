"""Practice: graded problems, hidden steps, hints in three strengths, and the progress that is remembered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt

from gradviz.gui.derivation.panel import DerivationPanel
from gradviz.gui.gallery.dialog import GalleryDialog
from gradviz.gui.practice import progress
from gradviz.gui.worker.engine import Engine

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    progress.forget()
    yield
    progress.forget()


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine()


def _task(id_: str) -> progress.Task:
    return next(task for task in progress.tasks() if task.entry.id == id_)


def _request(task: progress.Task, **more: Any) -> dict[str, Any]:
    document = task.entry.document
    return {"text": document.text, "wrt": list(document.wrt), "method": document.method, **more}


@pytest.fixture
def panel(qtbot: Any, engine: Engine) -> DerivationPanel:
    """A quadratic form to practise on; what is typed is judged at once."""
    made = DerivationPanel()
    qtbot.addWidget(made)
    made.resize(560, 640)
    made.show()
    qtbot.waitExposed(made)
    task = _task("quadratic-form")

    def judge(answer: str, **more: Any) -> None:
        made.show_verdict(engine.handle(_request(task, kind="check", answer=answer, **more)))

    made.line_asked.connect(lambda line, above: judge(line, what="line", above=above))
    made.check_bar.asked.connect(lambda answer, which: judge(answer, which=which))
    made.set_practising(task)
    made.show_derivation(engine.handle(_request(task, kind="derive")))
    return made


def _visible(panel: DerivationPanel) -> int:
    return sum(widget.isVisible() for widget in panel.lines_view.lines)


def _type(qtbot: Any, panel: DerivationPanel, line: str) -> None:
    panel.check_bar.field.setText(line)
    qtbot.keyClick(panel.check_bar.field, Qt.Key.Key_Return)


def test_the_problems_have_three_grades() -> None:
    counts = [len(progress.tasks(grade)) for grade in progress.GRADES]
    assert all(count >= 8 for count in counts)
    assert len({task.entry.id for task in progress.tasks()}) == sum(counts)


def test_the_steps_are_hidden(panel: DerivationPanel) -> None:
    assert _visible(panel) == 1
    assert not panel.answer.isVisible()
    assert panel.check_bar.isVisible()
    assert panel.check_bar.for_line


def test_hints_have_three_strengths(qtbot: Any, panel: DerivationPanel) -> None:
    bar = panel.practice_bar
    panel.check_bar.field.setFocus()
    qtbot.mouseClick(bar.hint_button, Qt.MouseButton.LeftButton)
    assert bar.hint_text() == "Use: Take the differential"
    assert panel.check_bar.field.hasFocus()  # typing goes on
    qtbot.mouseClick(bar.hint_button, Qt.MouseButton.LeftButton)
    assert "f => d(f)" in bar.hint_text()
    assert _visible(panel) == 1
    qtbot.mouseClick(bar.hint_button, Qt.MouseButton.LeftButton)
    assert "d(x' A x)" in bar.hint_text()
    assert _visible(panel) == 2


def test_solved_line_by_line_it_is_remembered(qtbot: Any, panel: DerivationPanel) -> None:
    _type(qtbot, panel, "dx' A x + x' A dx")
    assert _visible(panel) == 5
    assert progress.help_used("quadratic-form") is None
    _type(qtbot, panel, "(A + A') x")
    assert progress.help_used("quadratic-form") == 0
    assert panel.answer.isVisible()
    with qtbot.waitSignal(panel.practice_bar.next_asked):
        qtbot.keyClick(panel.practice_bar.next_button, Qt.Key.Key_Return)


@pytest.mark.parametrize("answer", ["A x + A' x", "x' (A + A')"])
def test_the_derivative_written_otherwise_solves_it_too(qtbot: Any, panel: DerivationPanel, answer: str) -> None:
    _type(qtbot, panel, answer)
    assert progress.help_used("quadratic-form") == 0
    assert panel.answer.isVisible()


def test_the_strongest_hint_counts_and_less_help_replaces_it(qtbot: Any, panel: DerivationPanel) -> None:
    qtbot.mouseClick(panel.practice_bar.hint_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(panel.practice_bar.hint_button, Qt.MouseButton.LeftButton)
    panel.check_bar.choose_line(False)
    _type(qtbot, panel, "(A + A') x")
    assert progress.help_used("quadratic-form") == 2
    progress.mark_solved("quadratic-form", 3)
    assert progress.help_used("quadratic-form") == 2
    progress.mark_solved("quadratic-form", 0)
    assert progress.help_used("quadratic-form") == 0


def test_a_wrong_answer_solves_nothing(qtbot: Any, panel: DerivationPanel) -> None:
    _type(qtbot, panel, "2 A x")
    assert progress.help_used("quadratic-form") is None
    assert _visible(panel) == 1


def test_who_gives_up_sees_all_and_has_not_solved_it(qtbot: Any, panel: DerivationPanel) -> None:
    qtbot.mouseClick(panel.practice_bar.all_button, Qt.MouseButton.LeftButton)
    assert _visible(panel) == len(panel.lines_view.lines)
    assert progress.help_used("quadratic-form") is None


def test_typeset_anew_the_lines_stay_hidden(panel: DerivationPanel, qtbot: Any, engine: Engine) -> None:
    _type(qtbot, panel, "d(x' A x)")
    panel.show_derivation(engine.handle(_request(_task("quadratic-form"), kind="derive", shapes=True)))
    assert _visible(panel) == 2


def test_the_next_problem_is_the_next_unsolved_one() -> None:
    every = [task.entry.id for task in progress.tasks()]
    progress.mark_solved(every[1], 0)
    assert progress.next_task(every[0]).entry.id == every[2]  # type: ignore[union-attr]
    for id_ in every:
        progress.mark_solved(id_, 1)
    assert progress.next_task(every[0]) is None


def test_the_gallery_lists_them_with_what_was_solved(qtbot: Any) -> None:
    for task in progress.tasks(1):
        progress.mark_solved(task.entry.id, 0)
    dialog = GalleryDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.show_practice()
    assert dialog.grade == 2  # the first grade is done
    chosen: list[Any] = []
    dialog.practice_chosen.connect(chosen.append)
    qtbot.keyClick(dialog.cards, Qt.Key.Key_Return)
    assert chosen[0].entry.grade == 2
    dialog.topics.setCurrentRow(dialog.topics.currentRow() - 1)
    assert dialog._card.marks[progress.tasks(1)[0].entry.id] == "Solved without help"


@pytest.mark.parametrize(
    ("answer", "title", "told"),
    [
        ("(A + A') A", "✗ The shape is wrong", "n×n"),
        ("A x", "✗ A term is missing", "The rest is right."),
        ("(A + A')", "✗ A factor is missing", "A vector or a matrix"),
        ("A A x", "✗ Not correct", ""),
    ],
)
def test_who_practises_is_not_told_the_answer(
    qtbot: Any, panel: DerivationPanel, answer: str, title: str, told: str
) -> None:
    bar = panel.check_bar
    bar.choose_line(False)
    bar.field.setText(answer)
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.text().startswith(title)
    assert told in bar.text()
    assert "would be right" not in bar.text()
    assert "A' x" not in bar.text()
    assert bar._take.isHidden()


def test_a_card_to_practise_on_does_not_tell_how_it_is_solved(qtbot: Any) -> None:
    dialog = GalleryDialog()
    qtbot.addWidget(dialog)
    index = dialog.model.index(0, 0)
    about = dialog.model.shown[0].about
    assert str(about) in index.data(Qt.ItemDataRole.ToolTipRole)
    dialog.show_practice()
    for row, entry in enumerate(dialog.model.shown):
        assert str(entry.about) not in dialog.model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole)
    dialog.close()


def test_problems_are_taken_for_unsolved_again(qtbot: Any) -> None:
    first, second = progress.tasks(1)[0].entry.id, progress.tasks(2)[0].entry.id
    for id_ in (first, progress.tasks(1)[1].entry.id, second):
        progress.mark_solved(id_, 0)
    dialog = GalleryDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.show_practice()
    row = dialog.progress
    assert row.label.text().startswith("2 of ")
    assert row.menu_for(progress.tasks(1)[-1].entry.id) is None
    menu = row.menu_for(first)
    assert menu is not None
    menu.actions()[0].trigger()
    assert progress.help_used(first) is None
    assert first not in dialog._card.marks
    assert row.label.text().startswith("1 of ")
    names = [action.objectName() for action in row.menu.actions()]
    assert names == ["practice_forget_grade", "practice_forget_all"]
    row.menu.actions()[0].trigger()
    assert [task.entry.id for task in progress.tasks() if progress.help_used(task.entry.id) is not None] == [second]
    row.menu.actions()[-1].trigger()
    assert progress.help_used(second) is None
    assert row.button.isHidden()
    dialog.topics.setCurrentRow(0)
    assert row.isHidden()


def test_a_problem_that_was_solved_says_so_when_it_is_posed(panel: DerivationPanel) -> None:
    progress.mark_solved("trace", 2)
    panel.practice_bar.pose(_task("trace"))
    assert "solved before" in panel.practice_bar._grade.text()


def test_a_window_poses_a_problem_and_another_text_ends_it(make_window: Any) -> None:
    window = make_window("x' x")
    window.practise_on(_task("trace"))
    assert window.model.document.text == _task("trace").entry.document.text
    assert window.derivation.practising
    window.model.change("Type", text="x' B x")
    assert not window.derivation.practising
    assert not window.actions_by_id["check_answer"].isChecked()


def test_what_others_wrote_into_the_settings_does_no_harm() -> None:
    from PySide6.QtCore import QSettings

    QSettings().setValue("practice/solved/trace", "who knows")
    assert progress.help_used("trace") is None
