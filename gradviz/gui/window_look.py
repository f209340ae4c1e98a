"""The window's look: light and dark, the arrangement of its parts, and what is remembered of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication

from gradviz.gui import menus, theme
from gradviz.gui.preferences import preferred

__all__ = ["WindowLook"]

STATE_VERSION = 2
ROOMY = 760
"""Pixels of screen height from which the operators are shown until the user hides them."""
SHARE = 0.6
"""Of the screen, where it is much larger than the window need be."""
PROJECTED = 1.7
"""How much larger formulas are in a presentation."""

ARRANGEMENTS = {
    "derive": ((62, 38), (34, 66), (60, 40)),
    "explore": ((36, 64), (46, 54), (72, 28)),
}
"""Shares of the window: left and right; text and derivation; plot and what is below it."""


class WindowLook:
    """The part of `MainWindow` that arranges and colours it."""

    # --- light and dark

    def follow_desktop(self) -> None:
        self._choose_theme("")

    def use_light(self) -> None:
        self._choose_theme("light")

    def use_dark(self) -> None:
        self._choose_theme("dark")

    def _choose_theme(self, name: str) -> None:
        from gradviz.gui.windows import main_windows

        theme.set_override(name)
        QSettings().setValue("theme", name)
        for window in {self, *main_windows()}:
            window._scheme_changed()

    def _scheme_changed(self) -> None:
        self.apply_theme()
        if self._was_painted:
            self.session.forget_preview()
            self.session.derive()  # the formulas' colours are in their pictures
            self.session.ask_for_faces()

    def apply_theme(self) -> None:
        """Paint everything in the current colours."""
        chosen = theme.current_theme()
        app = QApplication.instance()
        sheet = theme.stylesheet(chosen)
        if app.styleSheet() != sheet:  # once for all windows: Qt gives widgets their earlier palettes back
            app.setPalette(theme.palette(chosen))
            app.setStyleSheet(sheet)
        pages = (self._gallery, self._rules, self._language, self._engine, self._tour)
        for part in (self.editor_panel, self.derivation, self.picture, self.symbols, *pages):
            if part is not None:
                part.set_theme(chosen)
        menus.repaint_icons(self.actions_by_id, chosen)
        names = {"": "theme_system", "light": "theme_light", "dark": "theme_dark"}
        self.actions_by_id[names[theme.override()]].setChecked(True)

    def typeset_larger(self, projected: bool) -> None:
        """Typeset the formulas in the preferred size, or for a projector."""
        size = float(preferred("text_size")) * (PROJECTED if projected else 1.0)
        if size != self.session.size:
            self.session.size = size
            if self._was_painted:
                self.session.derive()

    # --- the arrangement

    @property
    def presenting(self) -> bool:
        """Whether the derivation is shown line by line for a projector."""
        return self.derivation.presenting

    def arrange_derive(self) -> None:
        self._arrange("derive")

    def arrange_explore(self) -> None:
        self._arrange("explore")

    def _arrange(self, name: str) -> None:
        self.present(False)
        splitters = (self.main_splitter, self.left_splitter, self.picture.splitter)
        for splitter, shares in zip(splitters, ARRANGEMENTS[name], strict=True):
            total = sum(splitter.sizes()) or 1000
            splitter.setSizes([total * share // 100 for share in shares])

    def present(self, presenting: bool) -> None:
        """Show the derivation line by line on the full screen, or go back to what there was before."""
        self.actions_by_id["present"].setChecked(presenting)
        if presenting == self.presenting:
            return
        if presenting:
            self._before_presenting = (self.isFullScreen(), self.main_splitter.saveState())
            self.check_answer(False)
        self.editor_panel.setVisible(not presenting)
        self.menuBar().setVisible(not presenting)
        self.statusBar().setVisible(not presenting)
        if presenting:
            total = sum(self.main_splitter.sizes()) or 1000
            self.main_splitter.setSizes([total * 64 // 100, total * 36 // 100])
            self.full_screen(True)
        else:
            full, sizes = self._before_presenting
            self.main_splitter.restoreState(sizes)
            self.full_screen(full)
        self.typeset_larger(presenting)
        self.derivation.set_presenting(presenting)

    def full_screen(self, full: bool) -> None:
        self.actions_by_id["full_screen"].setChecked(full)
        state = self.windowState()
        wanted = Qt.WindowState.WindowFullScreen
        self.setWindowState(state | wanted if full else state & ~wanted)

    # --- what is remembered

    def _save_geometry(self) -> None:
        if not self._remember:
            return
        self.present(False)
        settings = QSettings()
        settings.setValue("window/version", STATE_VERSION)
        settings.setValue("window/geometry", self.saveGeometry())
        settings.setValue("window/main", self.main_splitter.saveState())
        settings.setValue("window/left", self.left_splitter.saveState())
        settings.setValue("window/right", self.picture.splitter.saveState())

    def _restore_geometry(self) -> None:
        settings = QSettings()
        available = self.screen().availableGeometry().size()
        self.setMinimumSize(self.minimumSize().boundedTo(available))
        self.resize(self.sizeHint().expandedTo(available * SHARE).boundedTo(available))
        roomy = available.height() >= ROOMY
        self.set_palette(bool(settings.value("palette/shown", roomy, type=bool)), remember=False)
        if not roomy:
            self.left_splitter.setSizes([230, 400])
        if not self._remember or settings.value("window/version", 0, type=int) != STATE_VERSION:
            return
        restores: tuple[tuple[str, Callable[[Any], bool]], ...] = (
            ("geometry", self.restoreGeometry),
            ("main", self.main_splitter.restoreState),
            ("left", self.left_splitter.restoreState),
            ("right", self.picture.splitter.restoreState),
        )
        for name, restore in restores:
            if (state := settings.value(f"window/{name}")) is not None:
                restore(state)
