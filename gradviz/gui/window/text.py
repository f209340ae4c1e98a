"""The window's dealings with the text beyond typing: templates, the symbol table's changes, renaming."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSettings, Qt

from gradviz.gui.plot.names import plain_name
from gradviz.sentences import listed, say

__all__ = ["WindowText"]


class WindowText:
    """The part of `MainWindow` that writes into the text; it uses the window's `model`, `editor` and `symbols`."""

    # --- templates and completion

    def insert(self, template: Any) -> None:
        """Put a template at the cursor; one step to undo."""
        self.editor.insert(template)
        self.focus_editor()

    def complete(self) -> None:
        """Show what can be typed at the cursor."""
        self.focus_editor()
        self.editor.complete()

    def set_palette(self, shown: bool, *, remember: bool = True) -> None:
        """Show the operators above the text, or hide them."""
        self.editor_panel.palette_strip.setVisible(shown)
        self.actions_by_id["palette"].setChecked(shown)
        if remember and self._remember:
            QSettings().setValue("palette/shown", shown)

    def focus_palette(self) -> None:
        """Walk the operators by the keyboard."""
        self.set_palette(True)
        self.docks.reveal(self.editor_panel)
        self.editor_panel.palette_strip.focus_first()

    # --- the symbol table

    def show_symbols(self) -> None:
        """Bring the symbol table to the front."""
        self.docks.reveal(self.picture.tabs)
        self.picture.tabs.setCurrentWidget(self.symbols)
        self.symbols.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def declare(self, name: str, sizes: Sequence[str], properties: Sequence[str]) -> None:
        """Write a declaration into the text; one step to undo."""
        from gradviz.gui.editing.declare import with_declaration  # not before the first paint

        text = with_declaration(self.model.document.text, name, sizes, properties)
        self.model.change(say("Declare {name}", name=plain_name(name)), text=text)

    def declare_numbers(self, names: Sequence[str]) -> None:
        """Write into the text that names are numbers; one step to undo."""
        from gradviz.gui.editing.declare import with_declaration

        text = self.model.document.text
        for name in reversed(names):  # each goes above the last
            text = with_declaration(text, name, ())
        self.model.change(say("Declare {name}", name=listed([plain_name(name) for name in names])), text=text)

    def declare_function(self, name: str, source: str, target: str) -> None:
        """Write the signature of an unspecified function into the text; one step to undo."""
        from gradviz.gui.editing.declare import with_signature

        text = with_signature(self.model.document.text, name, source, target)
        self.model.change(say("Declare {name}", name=plain_name(name)), text=text)

    def take_back_declaration(self, name: str) -> None:
        """Remove a declaration from the text; one step to undo."""
        from gradviz.gui.editing.declare import without_declaration

        text = without_declaration(self.model.document.text, name)
        self.model.change(say("Take back {name}", name=plain_name(name)), text=text)

    def rename(self, old: str, new: str) -> None:
        """Give a symbol another name everywhere; the worker sees to it that the meaning stays."""
        self._renaming = (old, new)
        self.session.rename(old, new)

    def set_number(self, name: str, typed: str) -> None:
        """Change a scalar's number; one step to undo."""
        from gradviz.gui.plot.values import BadValueError, parse_number

        try:
            number = parse_number(typed)
        except BadValueError as error:
            self.symbols.show_row_error(name, str(error))
            return
        values = {**self.model.document.values, name: number}
        self.model.change(say("Change {name}", name=plain_name(name)), values=values)

    def show_line(self, name: str) -> None:
        """Select the line of the text that declares or defines a name."""
        from gradviz.gui.editing.declare import line_of

        found = line_of(self.model.document.text, name)
        if found is not None:
            self.editor.select(*found)
            self.focus_editor()

    def show_values(self, name: str) -> None:
        """Bring the numbers to the front, and those of a symbol under the cursor."""
        values = self.picture.values_editor
        if values is not None:
            tabs = self.picture.tabs
            for index in range(tabs.count()):
                if tabs.widget(index) is values or tabs.widget(index).isAncestorOf(values):
                    tabs.setCurrentIndex(index)
            if not values.focus_symbol(name):
                values.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect_symbols(self) -> None:
        table = self.symbols
        table.declared.connect(self.declare)
        self.editor_panel.message.numbers_asked.connect(self.declare_numbers)
        table.released.connect(self.take_back_declaration)
        table.function_declared.connect(self.declare_function)
        table.rename_asked.connect(self.rename)
        table.value_typed.connect(self.set_number)
        table.values_asked.connect(self.show_values)
        table.place_asked.connect(self.show_line)
        self.session.renamed.connect(self._show_renamed)

    def _show_renamed(self, reply: dict[str, Any]) -> None:
        old, new = self._renaming
        if reply["status"] != "done":
            self.symbols.show_row_error(old, reply.get("message", ""))
            return
        from gradviz.language.names import canonical_name

        name, document = canonical_name(new), self.model.document
        self.model.change(
            say("Rename {name}", name=plain_name(old)),
            text=reply["text"],
            wrt=tuple(name if n == old else n for n in document.wrt),
            values={(name if n == old else n): v for n, v in document.values.items()},
        )
