"""The method that is used: its update formula typeset, its letters, and its source."""

from __future__ import annotations

import html
from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gradviz.gui.descent.words import word
from gradviz.gui.plot.names import html_name
from gradviz.gui.plot.typeset import Formulas
from gradviz.gui.small_parts import rich_label
from gradviz.gui.theme import Theme
from gradviz.numeric.descent.method import Method
from gradviz.typeset.typst import typst_symbol

__all__ = ["MethodView"]


class MethodView(QWidget):
    """The update formula, line by line in the order in which it is worked out, below the fields for its letters and the
    scale of its step size."""

    def __init__(self, fields: QWidget, scale: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("descentMethodView")
        self.setAccessibleName(self.tr("The method"))
        self.formulas = Formulas("descentUpdate", self.tr("Update formula"), self)
        self.letters = rich_label(self, "descentLetters", self.tr("Letters of the formula, and its source"), "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.addWidget(fields)
        layout.addWidget(scale)
        layout.addWidget(self.formulas)
        layout.addWidget(self.letters)
        layout.addStretch(1)

    @property
    def busy(self) -> bool:
        return self.formulas.busy

    def shutdown(self) -> None:
        self.formulas.shutdown()

    def set_theme(self, theme: Theme) -> None:
        self.formulas.set_theme(theme)

    def show_method(self, method: Method, variables: Sequence[str], function: str) -> None:
        """Show a method's update for these names."""
        inner = ", ".join(typst_symbol(v) for v in variables[:3]) + (", ..." if len(variables) > 3 else "")
        variable = inner if len(variables) == 1 else f"({inner})"
        found = method.formula().named(variable, function, (variable, typst_symbol(function)))
        self.formulas.show_formulas([line.typst for line in found.lines], found.latex)
        parts = []
        for letter, general in zip(found.letters, method.formula().letters, strict=True):
            if _is_plain(letter.latex):
                meaning = word(general.meaning).replace("@f", function).replace("@x", variable)
                parts.append(f"{html_name(_bare(letter.latex))}: {html.escape(meaning)}")
        text = "; ".join(parts)
        self.letters.setText(
            (f"{text}.<br>" if text else "") + html.escape(self.tr("Source: {}").format(method.source))
        )


def _bare(latex: str) -> str:
    return latex.replace("\\var", "\\").replace("\\", "").replace("{", "").replace("}", "")


def _is_plain(latex: str) -> bool:
    """Whether a letter can be written without mathematics: a letter or a Greek name with an index."""
    return _bare(latex).replace("_", "").isalnum() and "bar" not in latex and "hat" not in latex
