"""Edits and undo."""

from __future__ import annotations

from typing import Any

import pytest

from gradviz.gui.documents import commands
from gradviz.gui.documents.commands import DocumentModel
from gradviz.gui.documents.document import Document


@pytest.fixture
def model(qapp: Any) -> DocumentModel:
    return DocumentModel(Document(text=""))


def _type(model: DocumentModel, word: str) -> None:
    for character in word:
        model.edit_text(model.document.text + character)


def test_a_typed_word_is_one_step(model: DocumentModel) -> None:
    _type(model, "x' A x")
    assert model.undo_stack.count() == 1
    model.undo_stack.undo()
    assert model.document.text == ""
    model.undo_stack.redo()
    assert model.document.text == "x' A x"


def test_a_paste_is_a_step_of_its_own(model: DocumentModel) -> None:
    _type(model, "ab")
    model.edit_text("ab + log det X")
    _type(model, "!")
    assert model.undo_stack.count() == 3


def test_deleting_begins_another_step(model: DocumentModel) -> None:
    _type(model, "abc")
    model.edit_text("ab")
    model.edit_text("a")
    assert model.undo_stack.count() == 2


def test_typing_after_a_pause_begins_another_step(model: DocumentModel, monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    monkeypatch.setattr(commands.time, "monotonic", lambda: now)
    _type(model, "a")
    now += 60
    _type(model, "b")
    assert model.undo_stack.count() == 2


def test_a_drag_is_one_step(model: DocumentModel) -> None:
    for i in range(20):
        model.change("Move the Point", point=(float(i), 0.0))
    assert model.undo_stack.count() == 1
    model.undo_stack.undo()
    assert model.document.point is None


def test_a_drag_and_an_option_are_two_steps(model: DocumentModel) -> None:
    model.change("Move the Point", point=(1.0, 0.0))
    model.change("Options", order=2)
    model.change("Options", order=1)
    assert model.undo_stack.count() == 3


def test_nothing_happens_where_nothing_differs(model: DocumentModel, qtbot: Any) -> None:
    with qtbot.assertNotEmitted(model.changed):
        model.change("Options", order=1)
        model.edit_text("")
    assert model.undo_stack.count() == 0


def test_changed_names_what_changed(model: DocumentModel, qtbot: Any) -> None:
    with qtbot.waitSignal(model.changed) as emitted:
        model.change("Example", text="x", order=2)
    assert emitted.args == [frozenset({"text", "order"})]


def test_a_loaded_document_cannot_be_undone(model: DocumentModel) -> None:
    _type(model, "abc")
    model.load(Document(text="x"))
    assert not model.undo_stack.canUndo()
    assert model.undo_stack.isClean()
