"""Which keys call an action: the table's, or those that the user chose, kept among the settings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSettings, Qt
from PySide6.QtGui import QAction, QKeySequence

if TYPE_CHECKING:
    from gradviz.gui.actions import Action

__all__ = [
    "apply_keys",
    "conflict",
    "default_keys",
    "is_changed",
    "keys_of",
    "refusal",
    "reset",
    "reset_all",
    "set_key",
    "shown_key",
    "take",
]

_GROUP = "shortcuts"
_NONE = "none"
_PORTABLE = QKeySequence.SequenceFormat.PortableText
_NATIVE = QKeySequence.SequenceFormat.NativeText

_EDITING = (
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.SelectAll,
    QKeySequence.StandardKey.MoveToNextWord,
    QKeySequence.StandardKey.MoveToPreviousWord,
    QKeySequence.StandardKey.DeleteStartOfWord,
    QKeySequence.StandardKey.DeleteEndOfWord,
    QKeySequence.StandardKey.MoveToStartOfDocument,
    QKeySequence.StandardKey.MoveToEndOfDocument,
)
"""Keys that edit the text; an action on them would take them away from it."""


def default_keys(row: Action) -> list[QKeySequence]:
    """The table's keys: the platform's standard ones first."""
    if not row.shortcut:
        return []
    found = [QKeySequence(row.shortcut), *map(QKeySequence, row.also)]
    return list({k.toString(): k for k in found if not k.isEmpty()}.values())  # a platform may have no standard key


def keys_of(row: Action) -> list[QKeySequence]:
    """The keys that call an action now."""
    chosen = QSettings().value(f"{_GROUP}/{row.id}", None)
    if chosen is None:
        return default_keys(row)
    if chosen == _NONE:
        return []
    found = QKeySequence(str(chosen), _PORTABLE)
    return [] if found.isEmpty() or refusal(found) else [found]


def shown_key(id_: str) -> str:
    """The first key of an action as it is written on this platform; "" where it has none."""
    from gradviz.gui.actions import ACTIONS

    keys = next(keys_of(row) for row in ACTIONS if row.id == id_)
    return keys[0].toString(_NATIVE) if keys else ""


def is_changed(row: Action) -> bool:
    """Whether the user has chosen other keys than the table has."""
    return QSettings().contains(f"{_GROUP}/{row.id}")


def set_key(row: Action, key: QKeySequence) -> None:
    """Choose the key of an action; an empty one takes it away."""
    if [key] == default_keys(row)[:1]:
        reset(row)
    else:
        QSettings().setValue(f"{_GROUP}/{row.id}", key.toString(_PORTABLE) or _NONE)


def reset(row: Action) -> None:
    """The table's keys again."""
    QSettings().remove(f"{_GROUP}/{row.id}")


def reset_all() -> None:
    """The table's keys for every action."""
    QSettings().remove(_GROUP)


def take(row: Action, key: QKeySequence) -> None:
    """Take a key from every other action that has it."""
    from gradviz.gui.actions import ACTIONS

    for _ in ACTIONS:
        other = conflict(row, key)
        if other is None:
            return
        set_key(other, QKeySequence())


def refusal(key: QKeySequence) -> str:
    """Why a key cannot be a shortcut; "" if it can."""
    if key.isEmpty():
        return ""
    first = key[0]
    function_key = Qt.Key.Key_F1 <= first.key() <= Qt.Key.Key_F35
    strong = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
    if not function_key and not first.keyboardModifiers() & strong:
        return QCoreApplication.translate(
            "Shortcuts", "{key} is needed for typing; hold Ctrl or Alt with it, or take a function key."
        ).format(key=key.toString(_NATIVE))
    if any(key in QKeySequence.keyBindings(standard) for standard in _EDITING):
        return QCoreApplication.translate("Shortcuts", "{key} edits the text.").format(key=key.toString(_NATIVE))
    return ""


def conflict(row: Action, key: QKeySequence) -> Action | None:
    """Another action that has the key, or one that begins with it."""
    from gradviz.gui.actions import ACTIONS

    if key.isEmpty():
        return None
    apart = QKeySequence.SequenceMatch.NoMatch
    for other in ACTIONS:
        if other.id != row.id and any(k.matches(key) != apart or key.matches(k) != apart for k in keys_of(other)):
            return other
    return None


def apply_keys(actions: Mapping[str, QAction]) -> None:
    """Give every action its keys, and name them in its tooltip."""
    from gradviz.gui.actions import ACTIONS

    for row in ACTIONS:
        action, keys = actions[row.id], keys_of(row)
        action.setShortcuts(keys)
        shown = keys[0].toString(_NATIVE) if keys else ""
        action.setToolTip(f"{action.statusTip()} ({shown})" if shown else action.statusTip())
