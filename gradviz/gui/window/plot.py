"""The window's dealings with the plot as a picture: copying it, and writing it to files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from gradviz.gui.translation import told
from gradviz.sentences import joined

__all__ = ["WindowPlot"]


class WindowPlot:
    """The part of `MainWindow` that copies and exports plots; it uses the window's `picture`, `path` and `model`."""

    def copy_plot(self, drawing: QWidget | None = None) -> None:
        """Put the plot onto the clipboard as an image."""
        drawing = drawing or self._plot()
        if drawing is not None:
            from gradviz.gui.plot.plot_files import image_of

            QGuiApplication.clipboard().setImage(image_of(drawing))
            self.statusBar().showMessage(self.tr("Copied the plot."), 4000)

    def export_plot(self, drawing: QWidget | None = None, suffix: str = "") -> None:
        """Ask for a file and write the plot to it; its suffix says as what."""
        drawing = drawing or self._plot()
        if drawing is None:
            return
        from gradviz.gui.plot.plot_files import FORMS

        stem = self.path.stem if self.path else "plot"
        filters = {f"{told(kind)} (*{form})": form for form, kind in FORMS.items()}
        chosen = next((words for words, form in filters.items() if form == suffix), next(iter(filters)))
        shown = chosen if suffix else ";;".join(filters)
        start = str(Path(self._folder()) / f"{stem}{filters[chosen]}")
        name, used = QFileDialog.getSaveFileName(self, self.tr("Export the Plot"), start, shown, chosen)
        if name:
            path = Path(name)
            if path.suffix.lower() not in FORMS:
                path = path.with_name(path.name + filters.get(used, filters[chosen]))
            self.write_plot(drawing, path)

    def write_plot(self, drawing: QWidget, path: Path) -> None:
        """Write the plot; a message says why when that fails."""
        from gradviz.gui.plot.background import Background
        from gradviz.gui.plot.plot_files import csv_work, written

        name = getattr(self.picture, "function_name", "") or "f"
        if path.suffix.lower() == ".csv":
            work = csv_work(drawing, name)
            if not hasattr(self, "_plot_writer"):
                self._plot_writer = Background(self)
            self.statusBar().showMessage(self.tr("Writing {file}…").format(file=path.name))
            self._plot_writer.run(
                "csv",
                lambda _: work().encode("utf-8"),
                lambda content: self._write_plot(path, content),
                lambda error: self._complain(self.tr("The plot was not exported."), error),
            )
        else:
            self._write_plot(path, written(drawing, path.suffix.lower(), self._plot_title()))

    def finish_plot(self) -> None:
        """Wait for a table that is being made."""
        if hasattr(self, "_plot_writer"):
            self._plot_writer.shutdown()

    def show_plot_menu(self, at: QPoint) -> None:
        """The menu of the plot under the mouse."""
        from gradviz.gui.plot.plot_files import drawing_at

        stack = self.picture.stack
        self._plot_menu(drawing_at(stack.childAt(at)) or self._plot(), stack.mapToGlobal(at))

    def show_panel_menu(self, at: QPoint) -> None:
        """The menu of a panel's own plot, where there is one under the mouse; from the keyboard, of the panel's."""
        from gradviz.gui.plot.plot_files import drawing_at

        tabs = self.picture.tabs
        self._plot_menu(drawing_at(tabs.childAt(at)) or self._panel_plot(), tabs.mapToGlobal(at))

    def _plot_menu(self, drawing: QWidget | None, at: QPoint) -> None:
        from gradviz.gui.plot.plot_files import FORMS

        if drawing is None:
            return
        menu = QMenu(self)
        menu.setObjectName("plot_menu")
        menu.addAction(self.tr("Copy as an &Image"), lambda: self.copy_plot(drawing)).setObjectName("plot_menu_copy")
        menu.addSeparator()
        for form in FORMS:
            entry = menu.addAction(self.tr("Export as {form}…").format(form=form[1:].upper()))
            entry.setObjectName(f"plot_menu_{form[1:]}")
            entry.triggered.connect(lambda _=False, s=form: self.export_plot(drawing, s))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _plot(self) -> QWidget | None:
        """The plot of the panel that has the keyboard, else the one that is seen, in all its parts; without one the
        status bar says so.
        """
        own = self._panel_plot()
        return own if own is not None else self._seen_plot()

    def _seen_plot(self) -> QWidget | None:
        """The plot above the panels, in all its parts; without one the status bar says so."""
        if getattr(self.picture, "scene", None) is not None:
            from gradviz.gui.plot.plot_files import drawings, whole

            found = drawings(self.picture.stack)
            if found:
                return whole(found)
        self.statusBar().showMessage(self.tr("There is no plot to export yet."), 4000)
        return None

    def _panel_plot(self) -> QWidget | None:
        """The plot of the panel below that has the keyboard, if it has one."""
        page, focus = self.picture.tabs.currentWidget(), self.focusWidget()
        if page is None or focus is None or not (page is focus or page.isAncestorOf(focus)):
            return None
        from gradviz.gui.plot.plot_files import drawings, whole

        found = drawings(page)
        return whole(found) if found else None

    def _plot_title(self) -> str:
        lines = [line.strip() for line in self.model.document.text.splitlines() if line.strip()]
        return lines[-1] if lines else "plot"

    def _write_plot(self, path: Path, content: Any) -> None:
        from gradviz.export.errors import ExportError
        from gradviz.export.files import write_atomically

        try:
            write_atomically(path, content)
        except ExportError as error:
            self.statusBar().clearMessage()
            self._complain(self.tr("The plot was not exported."), told(joined([str(error), "."], "")))
            return
        self.statusBar().showMessage(self.tr("Wrote {file}.").format(file=path.name), 8000)
