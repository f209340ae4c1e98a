"""The choices above the text: by which variables, of which order, by which method, in which layout."""

from __future__ import annotations

from typing import Any

from gradviz.gui.derivation.options_bar import OptionsBar
from gradviz.gui.documents.document import Document


def test_a_choice_of_variables_waits_for_a_text_that_has_them(qtbot: Any) -> None:
    bar, document = OptionsBar(), Document(wrt=("r", "t"))
    qtbot.addWidget(bar)
    for names, suggested, shown in (("rt", "t", "r, t"), ("xy", "xy", "x, y"), ("rt", "t", "r, t")):
        bar.set_problem({"symbols": [{"name": n} for n in names], "suggested": list(suggested)}, document)
        assert bar.wrt.currentText() == shown
