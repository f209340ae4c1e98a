"""The window's export of the descent, or of those that are compared: an animation, with progress and cancel, a table,
or the plot with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QProgressDialog

from gradviz.gui.translation import told
from gradviz.sentences import say

__all__ = ["DESCENT_FORMS", "WindowDescent"]

DESCENT_FORMS = {".gif": say("GIF animations"), ".mp4": say("MP4 videos"), ".csv": say("CSV tables")}


class _Progress(QObject):
    told = Signal(int, int)


class WindowDescent:
    """The part of `MainWindow` that exports the descent; it uses the window's `picture` and `path`."""

    def export_descent(self) -> None:
        """Ask for a file and write what is shown to it; its suffix says as what."""
        if self._descent_to_export() is None:
            return
        kind = "comparison" if self.picture.descent_panel.comparing else "descent"
        stem = f"{self.path.stem}-{kind}" if self.path else kind
        from gradviz.gui.plot.plot_files import FORMS

        figures = {form: kind for form, kind in FORMS.items() if form not in DESCENT_FORMS}
        filters = {f"{told(kind)} (*{form})": form for form, kind in {**DESCENT_FORMS, **figures}.items()}
        first = next(iter(filters))
        start = str(Path(self._folder()) / f"{stem}{filters[first]}")
        name, used = QFileDialog.getSaveFileName(self, self.tr("Export the Descent"), start, ";;".join(filters), first)
        if name:
            path = Path(name)
            if path.suffix.lower() not in filters.values():
                path = path.with_name(path.name + filters.get(used, filters[first]))
            if path.suffix.lower() in DESCENT_FORMS:
                self.write_descent(path)
            elif (drawing := self._seen_plot()) is not None:
                self.write_plot(drawing, path)  # the plot, with the descent as far as it is shown

    def write_descent(self, path: Path) -> None:
        """Write what is shown in the background; a dialog shows how far it is, and cancels."""
        from gradviz.gui.plot.background import Background

        shown = self._descent_to_export()
        if shown is None:
            return
        landscape = self.picture.descent_panel.landscape
        if path.suffix.lower() == ".csv":
            from gradviz.export.race import runs_csv

            names = landscape.coordinates()
            table = runs_csv(shown, names) if isinstance(shown, list) else shown.to_csv(names)
            self._write_plot(path, table.encode("utf-8"))
            return
        if not hasattr(self, "_descent_writer"):
            self._descent_writer = Background(self)
            self._descent_progress = _Progress(self)
            self._descent_progress.told.connect(self._tell_descent)
        self._descent_stop = False
        self._descent_dialog = dialog = QProgressDialog(
            self.tr("Drawing {name}…").format(name=path.name), self.tr("Cancel"), 0, 100, self
        )
        dialog.setObjectName("descent_export_progress")
        dialog.setWindowTitle(self.tr("Export the Descent"))
        dialog.setWindowModality(Qt.WindowModality.NonModal)
        dialog.setMinimumDuration(300)
        dialog.setAutoClose(False)
        dialog.setAutoReset(False)
        dialog.canceled.connect(self._stop_descent)
        self._descent_writer.run(
            "animation",
            self._animation_work(path, landscape, shown),
            lambda _: self._descent_done(path),
            self._descent_failed,
        )

    def finish_descent(self) -> None:
        """Give up what is being written."""
        if hasattr(self, "_descent_writer"):
            self._descent_stop = True
            self._descent_writer.shutdown()

    def _animation_work(self, path: Path, landscape: Any, shown: Any) -> Callable[[Callable[[], bool]], None]:
        from gradviz.export.race import heading
        from gradviz.gui.theme import current_theme
        from gradviz.numeric.descent import METHODS

        panel = self.picture.descent_panel
        theme, view, name = current_theme().name, panel.view_of(), panel.function
        progress, title = self._descent_progress, METHODS[panel.form.method_id].title
        if isinstance(shown, list) and panel.compared.choices.kind == "methods":
            title = heading(landscape, name)

        def work(dropped: Callable[[], bool]) -> None:
            from gradviz.export.animation import write_animation
            from gradviz.export.plot_look import LOOKS

            write_animation(
                *(path, landscape, shown),
                view=view,
                look=LOOKS[theme].base,
                title=title,
                name=name,
                progress=progress.told.emit,
                cancelled=lambda: self._descent_stop or dropped(),
            )

        return work

    def _descent_to_export(self) -> Any:
        """The run, or a list of the descents that are compared and not hidden; None, and a message, where there is
        nothing."""
        panel = self.picture.descent_panel
        if panel is not None and panel.comparing:
            return self._compared_to_export(panel)
        run = panel.run if panel is not None else None
        if run is None or run.steps == 0:
            self.statusBar().showMessage(
                self.tr("There is no descent to export yet: click on the plot to start one."), 4000
            )
            return None
        return run

    def _compared_to_export(self, panel: Any) -> list[Any] | None:
        from gradviz.export.plot_look import LOOKS
        from gradviz.export.race import contenders, named
        from gradviz.gui.theme import current_theme
        from gradviz.numeric.descent import METHODS

        part = panel.compared.page.part
        found = part.found
        if found.basins is not None:
            words = self.tr("A map of basins does not move: export the plot, as PNG, SVG or PDF.")
            self.statusBar().showMessage(words, 6000)
            return None
        pairs = zip(found.ids, found.titles, found.runs, strict=True)
        titles = [named(METHODS[id].title, run.method) if id else title for id, title, run in pairs]
        field = contenders(titles, found.runs, LOOKS[current_theme().name].base)
        field = [contender for i, contender in enumerate(field) if i not in part.hidden]
        if not any(contender.run.steps for contender in field):
            words = self.tr(
                "Nothing is compared yet: click on the plot to choose a start, and tick what is to be shown."
            )
            self.statusBar().showMessage(words, 6000)
            return None
        return field

    def _stop_descent(self) -> None:
        self._descent_stop = True

    def _tell_descent(self, done: int, count: int) -> None:
        if self._descent_dialog is not None:
            self._descent_dialog.setMaximum(count)
            self._descent_dialog.setValue(done)

    def _close_descent_dialog(self) -> None:
        if self._descent_dialog is not None:
            self._descent_dialog.blockSignals(True)  # closing it would be a cancel
            self._descent_dialog.close()
            self._descent_dialog.deleteLater()
            self._descent_dialog = None

    def _descent_done(self, path: Path) -> None:
        self._close_descent_dialog()
        self.statusBar().showMessage(self.tr("Wrote {name}.").format(name=path.name), 8000)

    def _descent_failed(self, error: str) -> None:
        self._close_descent_dialog()
        if self._descent_stop:
            self.statusBar().showMessage(self.tr("The export was cancelled; nothing was written."), 6000)
        else:
            self._complain(self.tr("The descent was not exported."), f"{error.rstrip('.')}.")

    _descent_dialog: QProgressDialog | None = None
    _descent_stop = False
