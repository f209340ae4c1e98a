"""The typeset text below the editor, alone, from the engine, and in the window."""

from __future__ import annotations

from typing import Any

import pytest

from gradviz.gui.editing import preview as preview_module
from gradviz.gui.editing.preview import HEIGHTS, Preview
from gradviz.gui.worker.engine import Engine
from gradviz.gui.worker.preview import understood
from gradviz.language.parser import parse
from gradviz.typeset.text import text

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def _reply(text: str) -> dict[str, Any]:
    return Engine().handle({"kind": "preview", "text": text, "colours": {"text": "#1a2130"}})


def _texts(text: str) -> list[str]:
    return [line["text"] for line in _reply(text)["lines"]]


@pytest.fixture
def preview(qtbot: Any) -> Preview:
    made = Preview()
    qtbot.addWidget(made)
    made.resize(420, 60)
    made.show()
    return made


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("x' A x", ["f = x' A x"]),
        ("g = t^2", ["g = t^2"]),
        ("X in R^(10,2)\nu = y - X w\n||u||^2", ["u = y - X w", "f = ||u||^2"]),
        ("W in R^(p,n)\nu = W x\nu' u", ["u = W x", "f = u' u"]),
        ("z = A x\nu = z + b\nu' u + z' z", ["z = A x", "u = z + b", "f = u' u + z' z"]),
        ("u = x\nu' u", ["u = x", "f = x' x"]),
        ("beta' beta + alpha", ["f = beta' beta + alpha"]),
    ],
)
def test_the_engine_shows_the_text_as_it_was_written(text: str, lines: list[str]) -> None:
    assert _texts(text) == lines


def test_the_facts_name_greek_letters_as_letters() -> None:
    assert _reply("lambda x' x")["facts"] == "λ: scalar · x: n"


def test_a_wrong_text_is_no_answer_but_its_errors() -> None:
    reply = _reply("x' (A")
    assert reply["status"] == "input"
    assert reply["diagnostics"]


def test_a_text_that_stops_being_understood_leaves_the_last_one_dimmed(preview: Preview) -> None:
    preview.show_understood(_reply("x' A x"))
    assert preview.state == "current"
    good = preview.grab().toImage()
    assert preview.accessibleDescription() == "f = x' A x; x: n · A: n×n"
    preview.show_understood(_reply("x' (A x"))
    assert preview.state == "stale"
    assert preview.grab().toImage() != good
    assert "not understood" in preview.accessibleDescription()
    assert "f = x' A x" in preview.accessibleDescription()
    preview.show_understood(_reply("x' A x"))
    assert preview.grab().toImage() == good


def test_nothing_was_understood_yet(preview: Preview) -> None:
    preview.show_understood(_reply("x' (A x"))
    assert preview.state == "empty"
    preview.show_understood(_reply("x' A x"))
    preview.show_empty()
    assert preview.lines == []


def test_the_height_is_one_of_a_few_and_shrinks_only_at_rest(
    preview: Preview, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    heights = set()
    text = "u = A x - b\nv = B u\n||v||^2 / (1 + x' x)"
    lines = text.split("\n")
    preview._shrink.setInterval(50)
    monkeypatch.setattr(preview_module, "ROOMY", 0)
    for shown in ("t", lines[2], f"{lines[0]}\nu", text, "t"):
        preview.show_understood(_reply(shown))
        heights.add(preview.height())
        assert preview.height() in HEIGHTS
        assert preview.canvas.height() < preview.height() or preview.height() == HEIGHTS[-1]
    tall = preview.height()
    assert tall > HEIGHTS[0]  # not at once
    qtbot.waitUntil(lambda: preview.height() == HEIGHTS[0])
    assert len(heights) > 1


def test_a_wide_formula_shrinks_and_then_scrolls(preview: Preview) -> None:
    preview.show_understood(_reply("x' A x"))
    assert preview.scroll.horizontalScrollBar().maximum() == 0
    preview.show_understood(_reply(" + ".join(f"x_{i}' A_{i} x_{i}" for i in range(1, 7))))
    assert preview.canvas._scale < 1
    assert preview.scroll.horizontalScrollBar().maximum() == 0
    preview.show_understood(_reply(" + ".join(f"x_{i}' A_{i} x_{i}" for i in range(1, 12))))
    assert preview.scroll.horizontalScrollBar().maximum() > 0


def test_typing_updates_it_before_a_slow_derivation(qtbot: Any, make_window: Any) -> None:
    window = make_window("x")
    preview = window.editor_panel.preview
    qtbot.waitUntil(lambda: window.session.current and len(window.client.process_ids()) == 2, timeout=20_000)
    qtbot.waitUntil(window.client._has_spare, timeout=20_000)
    window.editor.selectAll()
    qtbot.keyClicks(window.editor, "hang")
    qtbot.waitUntil(lambda: preview.accessibleDescription().startswith("f = hang"))
    assert not window.session.current
    window.client.cancel()


def test_an_error_dims_it_and_mending_brings_it_back(qtbot: Any, make_window: Any) -> None:
    window = make_window("x")
    preview = window.editor_panel.preview
    qtbot.waitUntil(lambda: preview.state == "current", timeout=20_000)
    window.editor.selectAll()
    qtbot.keyClicks(window.editor, "(x")
    qtbot.waitUntil(lambda: preview.state == "stale")
    qtbot.keyClicks(window.editor, ")")
    qtbot.waitUntil(lambda: preview.state == "current")
    assert preview.lines[-1]["text"] == "f = (x)"


def test_an_empty_text_invites(qtbot: Any, make_window: Any) -> None:
    window = make_window("x")
    preview = window.editor_panel.preview
    qtbot.waitUntil(lambda: preview.state == "current", timeout=20_000)
    window.model.change("Test", text="")
    qtbot.waitUntil(lambda: preview.state == "empty")
    assert "appears here" in preview.accessibleDescription()


def test_another_order_asks_for_no_new_preview(qtbot: Any, make_window: Any) -> None:
    window = make_window("x")
    qtbot.waitUntil(lambda: window.editor_panel.preview.state == "current", timeout=20_000)
    asked = []
    window.session.understood.connect(lambda reply: asked.append(reply))
    window.model.change("Test", order=2)
    qtbot.waitUntil(lambda: window.session.current)
    qtbot.wait(100)
    assert asked == []


def test_another_theme_asks_for_a_preview_in_its_ink(qtbot: Any, make_window: Any) -> None:
    window = make_window("x")
    qtbot.waitUntil(lambda: window.editor_panel.preview.state == "current", timeout=20_000)
    with qtbot.waitSignal(window.session.understood):
        window.use_dark()


def test_each_definition_is_written_by_the_names_of_those_before() -> None:
    layers = 60
    source = "a0 = x\n" + "".join(f"z{i} = W{i} a{i - 1}\na{i} = tanh(z{i})\n" for i in range(1, layers + 1))
    problem = parse(source + f"||y - a{layers}||^2 + a{layers}' (W{layers} a{layers - 1})")
    written = {name: text(expr) for name, expr in understood(problem)}
    assert written[f"z{layers}"] == f"W{layers} a{layers - 1}"
    assert written["f"] == f"||y - a{layers}||^2 + a{layers}' z{layers}"
    assert max(map(len, written.values())) < 40


def test_a_name_that_comes_later_is_used_in_what_follows() -> None:
    written = understood(parse("a = tanh(A x)\nu = A x\nsum(a) + sum(sigma(A x)) + u' u"))
    assert [text(expr) for _, expr in written] == ["tanh(A x)", "A x", "sum(a) + sum(sigmoid(u)) + u' u"]
