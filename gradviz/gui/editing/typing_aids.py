r"""What helps while typing: completion, ``\`` shortcuts that turn into their sign, templates with places to fill.

The editor hands each key here before and after it takes it. Everything that is put into the text this way is one step
of the document's undo stack.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QKeyEvent

from gradviz.gui.editing.completion_list import CompletionList
from gradviz.gui.editing.places import Places
from gradviz.gui.editing.positions import characters, utf16
from gradviz.gui.theme import Theme
from gradviz.gui.translation import told
from gradviz.language.completion import Completion, completions, word_at
from gradviz.language.templates import GLYPHS, PLACEHOLDER, SHORTCUTS, Template, with_selection
from gradviz.sentences import counted, say

if TYPE_CHECKING:
    from gradviz.gui.editing.editor import SourceEditor

__all__ = ["TypingAids"]

_COMMAND = re.compile(r"\\([A-Za-z]*)")
_KEY = Qt.Key
_ENTER = (_KEY.Key_Return, _KEY.Key_Enter)
_OTHER_KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_TEXT_LIMIT = 20_000
"""Characters; the language reads no more, so nothing is offered."""


class TypingAids(QObject):
    """The keyboard's helper.

    Attributes
    ----------
    list : the completions.
    places : the places of the template that was inserted last.
    """

    def __init__(self, editor: SourceEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self.list = CompletionList(editor)
        self.list.picked.connect(self.accept)
        self.places = Places(editor)
        self._busy = False
        self._asked = False
        self._dismissed = -1
        self._command = -1
        """Where a command begins that is being typed: what is pasted never turns into something else."""

    # --- keys

    def before(self, event: QKeyEvent) -> bool:
        """Whether a key is dealt with, so that the editor must not take it."""
        key, other = event.key(), event.modifiers() & _OTHER_KEYS
        self._busy = True  # what moves the cursor now is typing
        if key == _KEY.Key_Space and other == Qt.KeyboardModifier.ControlModifier:
            self.offer(asked=True)
            return True
        if other:
            return False
        if self.list.isVisible() and self._list_key(key):
            return True
        if key in (_KEY.Key_Tab, *_ENTER) and self._convert():
            return key == _KEY.Key_Tab
        if self.places.active and self._places_key(key):
            return True
        if event.text() and event.text() in ")]" and self.places.closes_with(event.text()):
            cursor = self._editor.textCursor()
            cursor.movePosition(cursor.MoveOperation.NextCharacter)
            self._editor.setTextCursor(cursor)
            return True
        return False

    def after(self, event: QKeyEvent) -> None:
        """The editor has taken a key."""
        typed = event.text()
        if event.key() in _ENTER:
            self.places.end()
        if event.key() == _KEY.Key_Backspace:
            self._track_command()
            if not word_at(*self._state()):
                self._dismissed = -1
            if self.list.isVisible():
                self.offer(asked=self._asked)
        elif not typed or not typed.isprintable() or event.modifiers() & _OTHER_KEYS:
            if event.key() not in (_KEY.Key_Shift, _KEY.Key_Control, _KEY.Key_Alt, _KEY.Key_AltGr, _KEY.Key_Meta):
                self._command = -1
                self.hide()
        else:
            self._typed(typed)

    def done(self) -> None:
        """The key is dealt with."""
        self._busy = False
        self.places.follow()

    def cursor_moved(self) -> None:
        """By a click, by undo: typing goes on elsewhere."""
        if not self._busy:
            self.reset()
            self.places.follow()

    def reset(self) -> None:
        """Typing goes on elsewhere, or in another text."""
        self._command = self._dismissed = -1
        self.hide()

    def hide(self) -> None:
        self.list.hide()
        self._asked = False

    def set_theme(self, theme: Theme) -> None:
        self.list.set_theme(theme)

    # --- completion

    def offer(self, *, asked: bool = False) -> None:
        """Show what can be typed here, or nothing."""
        text, cursor = self._state()
        word = word_at(text, cursor)
        start = cursor - len(word)
        if len(text) > _TEXT_LIMIT or (start == self._dismissed and not asked):
            self.hide()
            return
        found = completions(text, cursor, asked=asked)
        if not found:
            self.hide()
            return
        self._asked, self._dismissed = asked, -1
        first = asked or word.startswith("\\") or not found[0].whole
        self.list.offer(found, utf16(text, found[0].start), choose_first=first)
        self._announce(
            told(counted("{n} completion, {first}", "{n} completions, {first}", len(found), first=found[0].label))
        )

    def accept(self, found: Completion) -> None:
        """Put a completion into the text."""
        self.hide()
        self._command = -1
        text, _ = self._state()
        places = found.text.count(PLACEHOLDER)
        # One place in brackets needs no mark: the cursor between the brackets says it.
        bare = places == 1 and f"({PLACEHOLDER})" in found.text and found.kind == "function"
        self.put(found.start, found.end, found.text, say("Complete {name}", name=found.label.split()[0]), bare=bare)
        if not places and found.kind == "function" and text.startswith("(", found.end):
            cursor = self._editor.textCursor()  # into the bracket that is there
            cursor.movePosition(cursor.MoveOperation.NextCharacter)
            self._editor.setTextCursor(cursor)

    def _list_key(self, key: int) -> bool:
        steps = {_KEY.Key_Up: -1, _KEY.Key_Down: 1, _KEY.Key_PageUp: -5, _KEY.Key_PageDown: 5}
        if key in steps:
            self.list.move_by(steps[_KEY(key)])
            if self.list.chosen:
                self._announce(f"{self.list.chosen.label}, {told(self.list.chosen.detail)}")
            return True
        if key == _KEY.Key_Escape:
            text, cursor = self._state()
            self._dismissed = cursor - len(word_at(text, cursor))
            self.hide()
            return True
        if key == _KEY.Key_Tab or (key in _ENTER and self.list.chosen is not None):
            self.accept(self.list.chosen or self.list.offered[0])
            return True
        return False

    def _typed(self, typed: str) -> None:
        if typed == "\\":
            self._convert(before=1)
            self._command = self._state()[1] - 1
            self.offer()
        elif typed.isalpha():
            self._track_command()
            self.offer(asked=self._asked and self.list.isVisible())
        else:
            self._convert(before=len(typed))
            self._track_command()
            if (typed.isdigit() or typed == "_") and self.list.isVisible():
                self.offer()
            else:
                self.hide()
                self._dismissed = -1

    # --- commands

    def _track_command(self) -> None:
        text, cursor = self._state()
        if self._command >= 0 and not _COMMAND.fullmatch(text[self._command : cursor]):
            self._command = -1

    def _convert(self, before: int = 0) -> bool:
        """Turn the command that was typed into its sign; `before` characters were typed behind it."""
        text, cursor = self._state()
        start, end = self._command, cursor - before
        match = _COMMAND.fullmatch(text[start:end]) if 0 <= start < end else None
        sign = SHORTCUTS.get(match.group(1)) if match else None
        if match is None or sign is None or not _may_convert(text, start, match.group(1), text[end:cursor]):
            return False
        self._command = -1
        self.hide()
        if match.group(1) in ("top", "T") and text[:start].endswith("^"):
            start -= 1  # x^\top is x' as well
        if PLACEHOLDER in sign:
            self.put(start, cursor, sign, say("Replace {name}", name=match.group()))
        else:
            self.put(start, cursor, sign + text[end:cursor], say("Replace {name}", name=match.group()))
        return True

    # --- templates

    def insert(self, template: Template) -> None:
        """Put a template at the cursor, the selection in its first place; a line of its own goes above."""
        self.reset()
        text, cursor = self._state()
        taken = self._editor.textCursor()
        start, end = (characters(text, p) for p in (taken.selectionStart(), taken.selectionEnd()))
        selected = text[start:end]
        label = say("Insert {name}", name=template.title)
        if PLACEHOLDER in selected:
            selected = ""  # an empty place is filled, not kept
        if template.line:
            start = text.rfind("\n", 0, start) + 1
            empty = not text[start : cursor if cursor > start else start].strip() and text[start:].split("\n")[0] == ""
            content = _line_with(template, selected)
            self.put(start, start, content + ("" if empty else "\n"), label)
            return
        content = with_selection(template.text, selected)
        left, right = text[start - 1 : start], text[end : end + 1]
        if not selected and content[:1] == PLACEHOLDER and content[1:2].strip() and (left.isalnum() or left in ")]'ᵀ"):
            if left:
                content = content[1:]  # it goes on the factor before
        elif left.isalnum() and (content[0].isalnum() or content[0] == PLACEHOLDER):
            content = f" {content}"
        if right.isalnum() and (content[-1].isalnum() or content[-1] == PLACEHOLDER):
            content += " "
        self.put(start, end, content, label)

    def put(self, start: int, end: int, content: str, label: str, *, bare: bool = False) -> None:
        """Replace characters of the text, and go to the first place of what was put there.

        With `bare` the place is empty: no sign stands for it.
        """
        at = [i for i, character in enumerate(content) if character == PLACEHOLDER]
        if bare:
            content = content.replace(PLACEHOLDER, "")
        self._busy = True
        self._editor.replace(start, end, content, label)
        text = self._editor.toPlainText()
        begin, stop = utf16(text, start), utf16(text, start + len(content))
        if at:
            size = 0 if bare else 1
            starts = [utf16(text, start + i) for i in at]
            self.places.begin((begin, stop), [(s, s + size) for s in starts])
        self._busy = False
        self._editor.mark()

    def _places_key(self, key: int) -> bool:
        if key == _KEY.Key_Tab:
            self.places.next()
        elif key == _KEY.Key_Backtab:
            self.places.previous()
        elif key == _KEY.Key_Escape:
            self.places.end()
        else:
            return False
        self.hide()
        self._editor.mark()
        return True

    def _state(self) -> tuple[str, int]:
        text = self._editor.toPlainText()
        return text, characters(text, self._editor.textCursor().position())

    def _announce(self, words: str) -> None:
        """Tell those who do not see the list; the focus stays in the text."""
        if QAccessible.isActive():
            from PySide6.QtGui import QAccessibleAnnouncementEvent

            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._editor, words))


def _may_convert(text: str, start: int, name: str, typed: str) -> bool:
    """Whether a command becomes its sign at this place, before this character."""
    if PLACEHOLDER in SHORTCUTS[name] and typed not in ("", " "):
        return False  # \\sqrt{ goes on as LaTeX
    if name not in GLYPHS and re.search(r"[\^_]\s*\{\s*\Z", text[:start]):
        return False  # x^{\\top}, x^{\\odot 2}
    return not (name == "sum" and typed == "\\")  # \\sum\\limits


def _line_with(template: Template, selected: str) -> str:
    """A line with what is selected where it belongs: a name first, a formula as what is defined."""
    if re.fullmatch(r"\\?[^\W\d_]\w*", selected):
        return template.text.replace(PLACEHOLDER, selected, 1)
    if template.id == "definition" and selected and "\n" not in selected:
        return f"{PLACEHOLDER} = {selected}"
    return template.text
