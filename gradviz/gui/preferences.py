"""What the user prefers, as one table: the dialog is built from it, and the program asks it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gradviz.gui.document import Document

__all__ = ["PREFERENCES", "Preference", "PreferencesDialog", "new_document", "prefer", "preferred"]


@dataclass(frozen=True, slots=True)
class Preference:
    """One choice.

    Attributes
    ----------
    id : its key in the settings.
    text : what the dialog calls it.
    choices : value -> its words; the first is the default.
    tip : a sentence.
    """

    id: str
    text: str
    choices: Mapping[str, str]
    tip: str

    @property
    def default(self) -> str:
        return next(iter(self.choices))


PREFERENCES: tuple[Preference, ...] = (
    Preference("theme", "Colours", {"": "As the desktop", "light": "Light", "dark": "Dark"}, "Light or dark"),
    Preference(
        "text_size",
        "Size of formulas",
        {"13": "Normal", "11": "Small", "15": "Large", "18": "Very large"},
        "How large the derivation is typeset",
    ),
    Preference(
        "start",
        "When the program starts",
        {"example": "Show an example", "gallery": "Show the gallery", "empty": "Show an empty document"},
        "What there is when no document is opened",
    ),
    Preference(
        "layout",
        "Layout of new documents",
        {"mixed": "Mixed", "numerator": "Numerator", "denominator": "Denominator"},
        "Mixed: a gradient has the shape of its variable, a Jacobian a row for each entry of the function",
    ),
    Preference(
        "level",
        "Steps of new documents",
        {"lecturer": "As a lecturer writes them", "every rule": "Every rule"},
        "How fine the steps are",
    ),
    Preference(
        "shapes",
        "Shapes in new documents",
        {"hidden": "Hidden", "shown": "Under the factors"},
        "Whether rows×columns stand under the factors",
    ),
)


def preferred(name: str) -> str:
    """The choice that was made, or the default."""
    row = next(row for row in PREFERENCES if row.id == name)
    chosen = str(QSettings().value(_key(name), row.default))
    return chosen if chosen in row.choices else row.default


def prefer(name: str, value: str) -> None:
    """Remember a choice."""
    QSettings().setValue(_key(name), value)


def new_document(text: str = "") -> Document:
    """A document with the preferred choices."""
    return Document(
        text=text,
        layout=preferred("layout"),
        level=preferred("level"),
        shapes=preferred("shapes") == "shown",
    )


def _key(name: str) -> str:
    return name if name == "theme" else f"preferences/{name}"


class PreferencesDialog(QDialog):
    """A choice for each row of the table; each takes effect at once.

    Signals
    -------
    chosen : the id of a preference, and its new value.
    shortcuts_asked : the keys are to be seen and changed.
    """

    chosen = Signal(str, str)
    shortcuts_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preferences")
        self.setWindowTitle("Preferences")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        self.combos: dict[str, QComboBox] = {}
        for row in PREFERENCES:
            combo = QComboBox(self)
            combo.setObjectName(f"preference_{row.id}")
            combo.setAccessibleName(row.text)
            combo.setToolTip(row.tip)
            for value, words in row.choices.items():
                combo.addItem(words, value)
            combo.setCurrentIndex(combo.findData(preferred(row.id)))
            combo.activated.connect(lambda i, r=row, c=combo: self._choose(r.id, str(c.itemData(i))))
            label = QLabel(row.text, self)
            label.setObjectName(f"preference_label_{row.id}")
            label.setBuddy(combo)
            form.addRow(label, combo)
            self.combos[row.id] = combo
        keys = QPushButton(self.tr("Keyboard shortcuts…"), self)
        keys.setObjectName("preferences_shortcuts")
        keys.setAccessibleName(self.tr("See and change the keyboard shortcuts"))
        keys.setAutoDefault(False)
        keys.clicked.connect(self._ask_for_shortcuts)
        form.addRow("", keys)
        buttons = QDialogButtonBox(self)
        buttons.setObjectName("preferences_buttons")
        defaults = buttons.addButton("Restore Defaults", QDialogButtonBox.ButtonRole.ResetRole)
        defaults.setObjectName("preferences_defaults")
        defaults.clicked.connect(self.restore)
        buttons.addButton(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(16)
        layout.addLayout(form)
        layout.addWidget(buttons)

    def _ask_for_shortcuts(self) -> None:
        self.close()
        self.shortcuts_asked.emit()

    def restore(self) -> None:
        """All as it was in the beginning."""
        for row in PREFERENCES:
            if preferred(row.id) != row.default:
                self._choose(row.id, row.default)
            self.combos[row.id].setCurrentIndex(0)

    def _choose(self, name: str, value: str) -> None:
        prefer(name, value)
        self.chosen.emit(name, value)
