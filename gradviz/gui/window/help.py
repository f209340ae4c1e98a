"""The window's dealings with what helps: the command palette, the gallery, the rules, the language, preferences."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from gradviz.gui.preferences import preferred
from gradviz.gui.translation import told

__all__ = ["WindowHelp"]


class WindowHelp:
    """The part of `MainWindow` that opens these; each is made when it is first wanted."""

    # --- the command palette

    def show_command_palette(self) -> None:
        """Everything that can be called, by a few letters of its name."""
        from gradviz.gui.window.command_palette import CommandPalette, commands_of

        CommandPalette(commands_of(self), self).open_over(self)

    # --- the gallery

    def show_gallery(self) -> None:
        """Documents to open, by topic."""
        if self._gallery is None:
            from gradviz.gui.gallery.dialog import GalleryDialog

            self._gallery = GalleryDialog(self)
            self._gallery.chosen.connect(self._open_entry)
            self._gallery.practice_chosen.connect(self._practise_entry)
            self._gallery.pictures_wanted.connect(self.session.ask_for_pictures)
            self.session.pictured.connect(lambda reply: self._gallery.show_pictures(reply["faces"]))
        self._gallery.show()
        self._gallery.activateWindow()

    def _open_entry(self, entry: Any) -> None:
        self._gallery.close()
        self.show_document(entry.document)

    def _practise_entry(self, task: Any) -> None:
        self._gallery.close()
        self.practise_on(task)

    def fill_examples(self) -> None:
        """The menu of the examples: what the gallery recommends."""
        menu = self.examples_menu
        if not menu.isEmpty():
            return
        from gradviz.gui.gallery.entries import entries

        featured = [entry for entry in entries() if entry.featured]
        for number, entry in enumerate(featured):
            action = QAction(told(entry.title), self)
            action.setObjectName(f"action_example_{number}")
            action.setStatusTip(told(entry.about))
            action.triggered.connect(lambda _=False, e=entry: self.show_example(e.document))
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction(self.actions_by_id["gallery"])

    # --- rules and language

    def show_rules(self) -> None:
        """Every rule that a derivation may name."""
        if self._rules is None:
            from gradviz.gui.help.rules import RulesDialog

            self._rules = RulesDialog(self)
            self._rules.opened.connect(self._open_rule)
            self.session.ruled.connect(self._rules.set_rules)
            self.session.ask_for_rules()
        self._rules.show()
        self._rules.activateWindow()

    def _open_rule(self, rule: dict[str, Any]) -> None:
        from gradviz.gui.preferences import new_document

        self.show_document(new_document(rule["text"]).with_(wrt=tuple(rule["wrt"]), **rule["options"]))
        self.set_every_rule(True)
        self.model.undo_stack.clear()

    def show_language(self) -> None:
        """What can be typed."""
        if self._language is None:
            from gradviz.gui.help.language import LanguageDialog

            self._language = LanguageDialog(self)
            self._language.opened.connect(self._open_live)
        self._language.show()
        self._language.activateWindow()

    def _open_live(self, text: str) -> None:
        """Open an example of the language; one after another in the same window, as long as it is not changed."""
        from gradviz.gui.preferences import new_document
        from gradviz.gui.window.windows import main_windows

        there = self._shows_examples
        window = there if there in main_windows() and there.model.undo_stack.isClean() else self
        self._shows_examples = window.show_document(new_document(text))

    def show_engine_page(self) -> None:
        """How the engine works, in the words of its code."""
        if self._engine is None:
            from gradviz.gui.help.engine import EngineDialog

            self._engine = EngineDialog(self)
            self.session.explained.connect(self._engine.set_page)
            self.session.ask_for_engine_page()
        self._engine.show()
        self._engine.activateWindow()

    # --- preferences

    def show_preferences(self) -> None:
        """What the user prefers."""
        from gradviz.gui.preferences import PreferencesDialog

        dialog = PreferencesDialog(self)
        dialog.chosen.connect(self._preferred)
        dialog.shortcuts_asked.connect(self.show_shortcuts)
        dialog.open()

    def show_shortcuts(self) -> None:
        """The keys of every command."""
        from gradviz.gui.shortcuts.dialog import ShortcutsDialog

        dialog = ShortcutsDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.changed.connect(self._keys_changed)
        dialog.open()

    def _keys_changed(self) -> None:
        from gradviz.gui.shortcuts.keys import apply_keys
        from gradviz.gui.window.windows import main_windows

        for window in {self, *main_windows()}:
            apply_keys(window.actions_by_id)

    def _preferred(self, name: str, value: str) -> None:
        if name == "language":
            # The dialog that says so belongs to a window that ends: not before it is done with that.
            QTimer.singleShot(0, QApplication.instance(), self._speak)
        elif name == "theme":
            self._choose_theme(value)
        elif name == "text_size":
            from gradviz.gui.window.windows import main_windows

            for window in main_windows():
                window.typeset_larger(window.presenting)

    def _speak(self) -> None:
        from gradviz.gui.window.windows import main_windows, speak

        if speak():
            window = next(window for window in main_windows() if window.model is self.model)
            window.show_preferences()
            window.findChild(QWidget, "preference_language").setFocus()

    def show_start(self) -> None:
        """What a start without a document shows, beside the example."""
        if preferred("start") == "gallery":
            self.show_gallery()
