"""The derivation panel: lines, verdicts, and what it says when there are none."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from gradviz.gui.derivation.formula_tips import printed
from gradviz.gui.derivation.lines import LinesView
from gradviz.gui.derivation.panel import DerivationPanel
from gradviz.gui.theme import DARK, LIGHT
from tests.gui.fake_worker import derivation, line, svg

# The offscreen platform says so of every window whose smallest size changes.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def panel(qtbot: Any) -> DerivationPanel:
    made = DerivationPanel()
    qtbot.addWidget(made)
    made.resize(480, 480)
    made.show()
    qtbot.waitExposed(made)
    return made


def _inked(widget: Any) -> int:
    """How many pixels differ from the widget's most common one."""
    image = widget.grab().toImage()
    pixels = [image.pixel(x, y) for x in range(image.width()) for y in range(image.height())]
    return len(pixels) - max(map(pixels.count, set(pixels[:50])))


def test_each_line_is_drawn_with_its_rule(panel: DerivationPanel) -> None:
    panel.show_derivation(derivation("x' A x"))
    lines = panel.lines_view.lines
    assert [w.line["title"] for w in lines][1] == "constant factor"
    assert all(w.isVisible() and _inked(w) > 50 for w in lines)
    assert lines[1].accessibleName() == "constant factor: d f = x' A x"
    tops = [w.y() for w in lines]
    assert tops == sorted(set(tops))


def test_the_answer_is_set_apart(panel: DerivationPanel) -> None:
    panel.show_derivation(derivation("x' A x"))
    assert panel.answer.isVisible()
    assert panel.answer.accessibleDescription() == "grad f = x' A x"
    assert panel.answer.y() >= panel.body.y() + panel.body.height()


def test_the_badge_tells_the_error(panel: DerivationPanel) -> None:
    panel.show_derivation(derivation("x"))
    assert panel.badge.text() == "✓ Verified · error 3e-13"
    panel.show_derivation(derivation("x") | {"verification": {"ok": True, "error": 0.0, "instances": 3}})
    assert panel.badge.text() == "✓ Verified · exact"
    panel.show_derivation(derivation("x") | {"verification": {"ok": False, "error": 0.5, "instances": 3}})
    assert panel.badge.text() == "✗ Not verified"
    panel.show_derivation(derivation("x") | {"verification": None})
    assert panel.badge.text() == "Not verified"


def test_the_badge_is_as_wide_as_its_words(panel: DerivationPanel) -> None:
    """Where the row has more room than the verdict alone needs, and less than it needs with its figure."""
    panel.show_derivation(derivation("x"))
    badge = panel.badge
    short, whole = badge.minimumSizeHint().width(), badge.sizeHint().width()
    badge.resize((short + whole) // 2, badge.height())
    assert badge.pill.width() < badge.width()
    image = badge.grab().toImage()
    assert image.pixelColor(image.width() - 2, image.height() // 2) != image.pixelColor(6, image.height() // 2)


def test_an_error_leaves_the_last_good_derivation_dimmed(panel: DerivationPanel) -> None:
    panel.show_derivation(derivation("x' A x"))
    before = panel.lines_view.lines[1].grab().toImage()
    panel.show_error()
    assert len(panel.lines_view.lines) == 6
    assert panel.lines_view.lines[1].grab().toImage() != before
    assert panel.badge.text() == "Last good derivation"
    panel.show_derivation(derivation("x' A x"))
    assert panel.lines_view.lines[1].grab().toImage() == before


def test_an_error_with_nothing_before_says_so(panel: DerivationPanel) -> None:
    panel.show_error()
    assert "nothing to derive" in panel.placeholder.text()
    assert panel.placeholder.isVisible()


def test_an_empty_text_is_invited(panel: DerivationPanel) -> None:
    panel.show_derivation(derivation("x"))
    panel.show_empty()
    assert panel.placeholder.isVisible()
    assert panel.placeholder.text().startswith("Type a function")
    assert not panel.answer.isVisible()
    assert panel.badge.text() == ""


def test_cannot_shows_the_steps_and_the_reason_and_no_answer(panel: DerivationPanel) -> None:
    panel.show_derivation(derivation("x") | {"status": "cannot", "message": "No rule is known."})
    assert "No rule is known." in panel.notice.text()
    assert panel.notice.isVisible()
    assert not panel.answer.isVisible()
    assert len(panel.lines_view.lines) == 6


@pytest.mark.parametrize("status", ["failed", "limit", "cancelled"])
def test_a_failure_offers_to_try_again(panel: DerivationPanel, qtbot: Any, status: str) -> None:
    panel.show_failure(status, "It broke.")
    assert panel.notice.isVisible()
    with qtbot.waitSignal(panel.retry_clicked):
        qtbot.mouseClick(panel.notice.button, Qt.MouseButton.LeftButton)


def test_stop_appears_only_when_it_takes_long(panel: DerivationPanel, qtbot: Any) -> None:
    panel.set_busy(True)
    assert not panel._stop.isVisible()
    qtbot.waitUntil(panel._stop.isVisible)
    with qtbot.waitSignal(panel.stop_clicked):
        qtbot.mouseClick(panel._stop, Qt.MouseButton.LeftButton)
    panel.set_busy(False)
    assert not panel._stop.isVisible()


def test_arrows_walk_the_lines_and_enter_opens_one(panel: DerivationPanel, qtbot: Any) -> None:
    panel.show_derivation(derivation("x"))
    lines = panel.lines_view.lines
    panel.activateWindow()
    lines[0].setFocus()
    qtbot.waitUntil(lines[0].hasFocus)
    qtbot.keyClick(lines[0], Qt.Key.Key_Down)
    assert lines[1].hasFocus()
    height = lines[1].height()
    qtbot.keyClick(lines[1], Qt.Key.Key_Return)
    assert lines[1].open
    assert lines[1].height() > height
    assert lines[2].y() >= lines[1].y() + lines[1].height()
    qtbot.keyClick(lines[1], Qt.Key.Key_End)
    assert lines[5].hasFocus()
    qtbot.keyClick(lines[5], Qt.Key.Key_Home)
    assert lines[0].hasFocus()


def test_the_line_that_is_walked_to_or_opened_is_seen(panel: DerivationPanel, qtbot: Any) -> None:
    panel.resize(480, 190)
    panel.show_derivation(derivation("x"))
    lines, viewport = panel.lines_view.lines, panel.scroll.viewport()

    def seen(line_: Any) -> bool:
        """The whole of it, or as much as there is room for."""
        place = line_.rect().translated(line_.mapTo(viewport, line_.rect().topLeft()))
        return place.intersected(viewport.rect()).height() == min(place.height(), viewport.height())

    qtbot.waitUntil(lambda: not seen(lines[5]))
    for key, at in ((Qt.Key.Key_End, 5), (Qt.Key.Key_Home, 0)):
        qtbot.keyClick(lines[5 - at], key)
        qtbot.waitUntil(lambda at=at: seen(lines[at]))
    lowest = next(line_ for line_ in lines if line_.y() + line_.height() > viewport.height() - 20)
    qtbot.keyClick(lowest, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: lowest.open and seen(lowest))


def test_a_click_opens_and_closes_a_line(panel: DerivationPanel, qtbot: Any) -> None:
    panel.show_derivation(derivation("x"))
    target = panel.lines_view.lines[2]
    qtbot.mouseClick(target, Qt.MouseButton.LeftButton)
    assert target.open
    qtbot.mouseClick(target, Qt.MouseButton.LeftButton)
    assert not target.open


def test_a_step_that_failed_its_check_says_so(panel: DerivationPanel) -> None:
    lines = [line("f = x"), line("d f = y", "product rule", ok=False, error=0.5, explanation="Why.")]
    panel.show_derivation(derivation("x") | {"lines": lines})
    assert "did not pass" in panel.lines_view.lines[1].toolTip()


def test_what_a_user_typed_is_no_markup(panel: DerivationPanel) -> None:
    lines = [line("f", "a < b", explanation="<img src=x>", ok=None)]
    panel.show_derivation(derivation("x") | {"lines": lines})
    assert "&lt;img" in panel.lines_view.lines[0].toolTip()


def test_long_lines_shrink_then_scroll(panel: DerivationPanel) -> None:
    lines = [line("f = " + "x" * 46), line("g = x", "product rule")]
    panel.show_derivation(derivation("x") | {"lines": lines})
    shown = panel.lines_view.lines
    assert 0.8 <= shown[0].scale < 1
    assert shown[0].scale == shown[1].scale
    panel.show_derivation(derivation("x") | {"lines": [line("f = " + "x" * 500)]})
    assert panel.scroll.horizontalScrollBar().maximum() > 0


def test_a_low_panel_gives_its_height_to_the_lines(panel: DerivationPanel, qtbot: Any) -> None:
    panel.show_derivation(derivation("x' A x"))

    def heights() -> tuple[int, int]:
        return panel.height() - panel.body.height(), panel.lines_view.lines[1].height()

    beside, of_a_line = heights()
    panel.resize(480, 260)
    qtbot.waitUntil(lambda: heights()[0] < beside - 15 and heights()[1] < of_a_line)
    panel.resize(480, 480)
    qtbot.waitUntil(lambda: heights() == (beside, of_a_line))


def test_a_rule_stands_behind_a_short_last_row(panel: DerivationPanel) -> None:
    """There it takes no height of its own; below a line that is too long in all its rows it does."""
    heights = []
    for last_row in (20.0, 10_000.0):
        reply = derivation("x' A x")
        wide = reply["lines"][1]
        wide["svg"] = svg(36 * "x")
        panel.show_derivation({**reply, "lines": [reply["lines"][0], {**wide, "last_row": last_row}]})
        heights.append(panel.lines_view.lines[1].height())
    assert heights[0] < heights[1]


def test_fewer_lines_leave_none_behind(panel: DerivationPanel) -> None:
    panel.show_derivation(derivation("x"))
    panel.show_derivation(derivation("x") | {"lines": [line("f")]})
    visible = [w for w in panel.lines_view.children() if getattr(w, "isVisible", bool)()]
    assert len(visible) == 1


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_text_has_contrast(theme: Any) -> None:
    """WCAG 2.1, 1.4.3: at least 4.5 to 1 for text."""
    for text, background in (
        (theme.text, theme.surface),
        (theme.muted, theme.surface),
        (theme.muted, theme.background),
        (theme.error, theme.error_soft),
        (theme.text, theme.error_soft),
        (theme.ok, theme.ok_soft),
        (theme.warning, theme.warning_soft),
        (theme.accent, theme.surface),
        (theme.accent, theme.accent_soft),
        (theme.on_accent, theme.accent),
        (theme.on_chip, theme.chip),
        (theme.text, theme.answer),
        (theme.text, theme.selection),
    ):
        assert _contrast(text, background) >= 4.5, (text, background)


def _contrast(a: str, b: str) -> float:
    high, low = sorted((_luminance(a), _luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    channels = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in QColor(colour).getRgbF()[:3]]
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), channels, strict=True))


def test_a_stale_derivation_takes_over_the_ink_of_another_theme(panel: DerivationPanel) -> None:
    from gradviz.gui.derivation.lines import Formula

    formula = Formula(f'<svg viewBox="0 0 9 9"><path fill="{LIGHT.text.lower()}"/><path fill="{LIGHT.accent}"/></svg>')
    formula.recolour(LIGHT, DARK)
    assert DARK.text in formula._svg
    assert LIGHT.text not in formula._svg
    formula.recolour(DARK, LIGHT)
    assert LIGHT.text in formula._svg


def test_a_computation_that_is_no_derivation_leaves_the_verdict(panel: DerivationPanel, qtbot: Any) -> None:
    panel.show_derivation(derivation("x' A x"))
    verdict = panel.badge.said
    panel.set_busy(True)
    qtbot.waitUntil(lambda: panel.badge.text() == "Computing…")
    panel.set_busy(False)
    assert panel.badge.said == verdict
    assert not any(w.dimmed for w in panel.lines_view.lines)


def test_what_is_shown_steps_back_while_the_next_answer_takes_its_time(panel: DerivationPanel, qtbot: Any) -> None:
    panel.show_derivation(derivation("x' A x"))
    panel.set_busy(True)
    qtbot.waitUntil(lambda: panel.badge.text() == "Computing…")
    assert all(w.dimmed for w in panel.lines_view.lines)
    panel.set_busy(False)
    panel.show_derivation(derivation("x' B x"))
    assert not any(w.dimmed for w in panel.lines_view.lines)
    assert "Verified" in panel.badge.text()


@pytest.mark.parametrize(
    ("formula", "rich"),
    [
        ("d(||U||^2) = 2 <U, d(U)>", "d(‖<i>U</i>‖<sup>2</sup>) = 2 ⟨<i>U</i>, d(<i>U</i>)⟩"),
        ("(U' V')^-1", "(<i>U</i><sup>⊤</sup> <i>V</i><sup>⊤</sup>)<sup>−1</sup>"),
        ("d(f(U)) = f'(U) .* d(U)", "d(<i>f</i>(<i>U</i>)) = <i>f</i>′(<i>U</i>) ⊙ d(<i>U</i>)"),
        ("u^j u^k = u^(j + k)", None),
        ("diag(x).^k", "diag(<i>x</i>)<sup>∘<i>k</i></sup>"),
        ("a < b & c", "<i>a</i> &lt; <i>b</i> &amp; <i>c</i>"),
        ("x_k e_k => A^-T", "<i>x</i><sub>k</sub> <i>e</i><sub>k</sub> ⇒ <i>A</i><sup>−⊤</sup>"),
    ],
)
def test_formulas_in_tool_tips_are_printed(formula: str, rich: str | None) -> None:
    found = printed(formula)
    assert f">{rich}</span>" in found if rich else found.count("<sup>") == 3


def test_the_tool_tip_of_a_line_holds_the_rule_its_formula_and_the_letters(panel: DerivationPanel) -> None:
    told = derivation("x' A x")
    told["lines"][1] |= {"formula": "d(||U||^2) = 2 <U, d(U)>", "bindings": [["U", "y - X w"]], "explanation": "a < b"}
    panel.show_derivation(told)
    tip = panel.lines_view.lines[1].toolTip()
    assert "‖<i>U</i>‖<sup>2</sup>" in tip
    assert "<i>U</i> = <i>y</i> − <i>X</i> <i>w</i>" in tip
    assert "a &lt; b" in tip


def test_an_open_line_prints_its_formulas(panel: DerivationPanel) -> None:
    told = derivation("x' A x")
    told["lines"][1] |= {"formula": "d(U') = d(U)'", "bindings": [["U", "x.^2"]], "explanation": "a < b"}
    panel.show_derivation(told)
    line_ = panel.lines_view.lines[1]
    line_._toggle()
    shown = line_._words.toPlainText()
    assert "d(U⊤) = d(U)⊤" in shown
    assert "U = x∘2" in shown
    assert "a < b" in shown


def test_lines_that_were_prepared_are_not_parsed_when_they_are_painted(qtbot):
    view = LinesView()
    qtbot.addWidget(view)
    lines = [line(f"line {n}") for n in range(3)]
    parsed = [part() for part in view.preparing(lines)]
    view.set_lines(lines)
    assert [line.formula.parse() for line in view.lines] == parsed
    assert view.preparing(lines) == []
