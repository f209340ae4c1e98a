"""The window's look: light and dark, the arrangement of its parts, and what is remembered of it."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings, Qt
from PySide6.QtWidgets import QApplication

from gradviz.gui import theme
from gradviz.gui.derivation.heading import Heading
from gradviz.gui.preferences import preferred
from gradviz.gui.window import menus

__all__ = ["WindowLook"]

STATE_VERSION = 3
ROOMY = 760
"""Pixels of screen height from which the operators are shown until the user hides them."""
SHARE = 0.6
"""Of the screen, where it is much larger than the window need be."""
PROJECTED = 1.7
"""How much larger formulas are in a presentation."""


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
        from gradviz.gui.window.windows import main_windows

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

    def reset_arrangement(self) -> None:
        """Every panel in its place, as at the very first start."""
        self.present(False)
        self.docks.reset()

    def _arrange(self, name: str) -> None:
        self.present(False)
        self.docks.arrange(name)

    def show_function(self, shown: bool) -> None:
        self.docks.show_panel("function", shown)

    def show_derivation(self, shown: bool) -> None:
        self.docks.show_panel("derivation", shown)

    def show_picture(self, shown: bool) -> None:
        self.docks.show_panel("picture", shown)

    def show_details(self, shown: bool) -> None:
        self.docks.show_panel("details", shown)

    def float_panel(self) -> None:
        self.docks.float_focused()

    def lock_panels(self, locked: bool) -> None:
        self.actions_by_id["lock_panels"].setChecked(locked)
        self.docks.set_locked(locked)

    def _panel_toggled(self, name: str, shown: bool) -> None:
        self.actions_by_id[f"panel_{name}"].setChecked(shown)

    def _panel_titled(self, name: str, titled: bool) -> None:
        if name in ("function", "derivation"):
            self.findChild(Heading, f"{name}_heading").set_needless(titled)

    def present(self, presenting: bool) -> None:
        """Show the derivation line by line on the full screen, or go back to what there was before."""
        self.actions_by_id["present"].setChecked(presenting)
        if presenting == self.presenting:
            return
        if presenting:
            self._before_presenting = (self.isFullScreen(), self.docks.state())
            self.check_answer(False)
            self.docks.present()
        self.menuBar().setVisible(not presenting)
        self.statusBar().setVisible(not presenting)
        if presenting:
            self.full_screen(True)
        else:
            full, panels = self._before_presenting
            self.full_screen(full)
            self.docks.restore(panels)
        self.typeset_larger(presenting)
        self.derivation.set_presenting(presenting)

    def full_screen(self, full: bool) -> None:
        self.actions_by_id["full_screen"].setChecked(full)
        state = self.windowState()
        wanted = Qt.WindowState.WindowFullScreen
        if full != self.isFullScreen():
            self.docks.enter_full_screen() if full else self.docks.leave_full_screen()
        self.setWindowState(state | wanted if full else state & ~wanted)

    # --- what is remembered

    def _save_geometry(self) -> None:
        if not self._remember:
            return
        self.present(False)
        settings = QSettings()
        settings.setValue("window/version", STATE_VERSION)
        settings.setValue("window/geometry", self.saveGeometry())
        self.docks.save(settings)

    def _restore_geometry(self) -> None:
        settings = QSettings()
        available = self.screen().availableGeometry().size()
        self.setMinimumSize(self.minimumSize().boundedTo(available))
        self.resize(self.sizeHint().expandedTo(available * SHARE).boundedTo(available))
        roomy = available.height() >= ROOMY
        self.set_palette(bool(settings.value("palette/shown", roomy, type=bool)), remember=False)
        self.docks.low = not roomy
        if self._remember and settings.value("window/version", 0, type=int) == STATE_VERSION:
            if isinstance(geometry := settings.value("window/geometry"), QByteArray):
                self.restoreGeometry(geometry)
            self.docks.load(settings)
        self.lock_panels(self.docks.locked)
