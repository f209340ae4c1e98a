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
    QVBoxLayout,
    QWidget,
)

from gradviz.gui.documents.document import Document
from gradviz.gui.small_parts import push_button
from gradviz.gui.translation import LANGUAGES, VARIABLE, chosen_language, is_forced, is_legible, told
from gradviz.sentences import say

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
    Preference(
        "theme",
        say("Colours"),
        {"": say("As the desktop"), "light": say("Light"), "dark": say("Dark")},
        say("Light or dark"),
    ),
    Preference(
        "language",
        say("Language"),
        {"": say("As the desktop"), **LANGUAGES},
        say("The language of the windows and of what they export"),
    ),
    Preference(
        "text_size",
        say("Size of formulas"),
        {"13": say("Normal"), "11": say("Small"), "15": say("Large"), "18": say("Very large")},
        say("How large the derivation is typeset"),
    ),
    Preference(
        "start",
        say("When the program starts"),
        {"example": say("Show an example"), "gallery": say("Show the gallery"), "empty": say("Show an empty document")},
        say("What there is when no document is opened"),
    ),
    Preference(
        "layout",
        say("Layout of new documents"),
        {"mixed": say("Mixed"), "numerator": say("Numerator"), "denominator": say("Denominator")},
        say("Mixed: a gradient has the shape of its variable, a Jacobian a row for each entry of the function"),
    ),
    Preference(
        "level",
        say("Steps of new documents"),
        {"lecturer": say("As a lecturer writes them"), "every rule": say("Every rule")},
        say("How fine the steps are"),
    ),
    Preference(
        "shapes",
        say("Shapes in new documents"),
        {"hidden": say("Hidden"), "shown": say("Under the factors")},
        say("Whether rows×columns stand under the factors"),
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
        self.setWindowTitle(self.tr("Preferences"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        self.combos: dict[str, QComboBox] = {}
        for row in PREFERENCES:
            combo = QComboBox(self)
            combo.setObjectName(f"preference_{row.id}")
            combo.setAccessibleName(told(row.text))
            combo.setToolTip(told(row.tip))
            for value, words in row.choices.items():
                combo.addItem(told(words), value)
            combo.setCurrentIndex(combo.findData(preferred(row.id)))
            combo.activated.connect(lambda i, r=row, c=combo: self._choose(r.id, str(c.itemData(i))))
            label = QLabel(told(row.text), self)
            label.setObjectName(f"preference_label_{row.id}")
            label.setBuddy(combo)
            form.addRow(label, combo)
            self.combos[row.id] = combo
        words = self.tr("See and change the keyboard shortcuts")
        keys = push_button(self, "preferences_shortcuts", self.tr("Keyboard shortcuts…"), accessible=words)
        keys.clicked.connect(self._ask_for_shortcuts)
        form.addRow("", keys)
        self.note = QLabel("", self)
        self.note.setObjectName("preferences_note")
        self.note.setWordWrap(True)
        self.note.hide()
        buttons = QDialogButtonBox(self)
        buttons.setObjectName("preferences_buttons")
        defaults = buttons.addButton(self.tr("Restore Defaults"), QDialogButtonBox.ButtonRole.ResetRole)
        defaults.setObjectName("preferences_defaults")
        defaults.clicked.connect(self.restore)
        buttons.addButton(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(16)
        layout.addLayout(form)
        layout.addWidget(self.note)
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
        before = preferred(name)
        prefer(name, value)
        why_not = self._why_not_spoken() if name == "language" else ""
        self.note.setText(why_not)
        self.note.setVisible(bool(why_not))
        if why_not and not is_forced():
            prefer(name, before)
            self.combos[name].setCurrentIndex(self.combos[name].findData(before))
            return
        self.chosen.emit(name, value)

    def _why_not_spoken(self) -> str:
        """Why the language that was chosen cannot be spoken now; "" where it can."""
        if is_forced():
            return self.tr("The environment variable {variable} decides on the language.").format(variable=VARIABLE)
        if not is_legible(chosen_language()):
            return self.tr(
                "This language needs a font with its characters, for instance Noto Sans CJK. Install one, start gradviz"
                " again and choose it then."
            )
        return ""
