"""The window's end and its second beginning: another language needs every text anew, and the document stays."""

from __future__ import annotations

from typing import Any

from gradviz.gui.picture.sight import LookAgain, sight_of

__all__ = ["WindowRenewal"]

_PAGES = {
    "_gallery": "show_gallery",
    "_rules": "show_rules",
    "_language": "show_language",
    "_engine": "show_engine_page",
}
"""The windows beside this one, and what opens them."""


class WindowRenewal:
    """The part of `MainWindow` that ends what runs, and that hands document and place over to a window in its stead."""

    def renewed(self) -> Any:
        """A window in the place of this one, with its document, its undo stack and its worker; this one is gone.

        Its texts are in the language that is spoken now.
        """
        self.present(False)
        cursor, full = self.editor.textCursor(), self.isFullScreen()
        pages = [
            (name, page.geometry()) for name in _PAGES if (page := getattr(self, name)) is not None and page.isVisible()
        ]
        tab, active = self.picture.tabs.currentWidget(), self.isActiveWindow()
        name = tab.objectName() if tab is not None else ""
        sight = sight_of(self.picture)
        self._let_go()
        window = type(self)(model=self.model, client=self.client, remember=self._remember)
        window.path = window.autosave.path = self.path
        window.autosave.write()
        self.model.retell()
        window._show_history()
        window._update_title()
        window.session.opened = self.session.opened
        window.restoreGeometry(self.saveGeometry())
        window.docks.restore(self.docks.state())
        window.lock_panels(self.docks.locked)
        window.picture.ready.connect(lambda: window.picture.tabs.choose(name))
        if sight is not None:
            LookAgain(window.picture, sight)
        window.show()
        if full:
            window.full_screen(True)
        at = window.editor.textCursor()
        at.setPosition(cursor.anchor())
        at.setPosition(cursor.position(), at.MoveMode.KeepAnchor)
        window.editor.setTextCursor(at)
        window.editor.verticalScrollBar().setValue(self.editor.verticalScrollBar().value())
        window.focus_editor()
        if active:
            window.activateWindow()
        for page, place in pages:
            getattr(window, _PAGES[page])()
            getattr(window, page).setGeometry(place)
        self.docks.put_away()
        self.hide()
        self.deleteLater()
        return window

    def _end_work(self) -> None:
        """End what this window computes and writes, but for its worker."""
        self._picture_timer.stop()
        self.picture.shut_down()
        self.finish_plot()
        self.finish_descent()

    def _let_go(self) -> None:
        """Hear no more of the document and the worker, which are another window's from here on."""
        self._end_work()
        self._values_timer.stop()
        self.autosave.close()
        stack = self.model.undo_stack
        for signal in (
            self.model.changed,
            stack.cleanChanged,
            stack.canUndoChanged,
            stack.canRedoChanged,
            stack.undoTextChanged,
            stack.redoTextChanged,
            self.client.answered,
            self.client.busy_changed,
        ):
            signal.disconnect()

    def _show_history(self) -> None:
        """What can be undone and done again."""
        stack = self.model.undo_stack
        self.actions_by_id["undo"].setEnabled(stack.canUndo())
        self.actions_by_id["redo"].setEnabled(stack.canRedo())
        self._name_undo(stack.undoText())
        self._name_redo(stack.redoText())
