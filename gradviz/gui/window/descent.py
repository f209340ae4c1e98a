"""The window's export of the descent: an animation, with progress and cancel, or the run as a table."""

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
        """Ask for a file and write the run to it; its suffix says as what."""
        if self._run_to_export() is None:
            return
        stem = f"{self.path.stem}-descent" if self.path else "descent"
        filters = {f"{told(kind)} (*{form})": form for form, kind in DESCENT_FORMS.items()}
        first = next(iter(filters))
        start = str(Path(self._folder()) / f"{stem}{filters[first]}")
        name, used = QFileDialog.getSaveFileName(self, self.tr("Export the Descent"), start, ";;".join(filters), first)
        if name:
            path = Path(name)
            if path.suffix.lower() not in DESCENT_FORMS:
                path = path.with_name(path.name + filters.get(used, filters[first]))
            self.write_descent(path)

    def write_descent(self, path: Path) -> None:
        """Write the run in the background; a dialog shows how far it is, and cancels."""
        from gradviz.gui.plot.background import Background

        run = self._run_to_export()
        if run is None:
            return
        landscape = self.picture.descent_panel.landscape
        if path.suffix.lower() == ".csv":
            self._write_plot(path, run.to_csv(landscape.coordinates()).encode("utf-8"))
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
            self._animation_work(path, landscape, run),
            lambda _: self._descent_done(path),
            self._descent_failed,
        )

    def finish_descent(self) -> None:
        """Give up what is being written."""
        if hasattr(self, "_descent_writer"):
            self._descent_stop = True
            self._descent_writer.shutdown()

    def _animation_work(self, path: Path, landscape: Any, run: Any) -> Callable[[Callable[[], bool]], None]:
        from gradviz.gui.theme import current_theme
        from gradviz.numeric.descent import METHODS

        panel = self.picture.descent_panel
        theme, view, name = current_theme().name, panel.view_of(), panel.function
        progress, title = self._descent_progress, METHODS[panel.form.method_id].title

        def work(dropped: Callable[[], bool]) -> None:
            from gradviz.export.animation import write_animation
            from gradviz.export.plot_look import LOOKS

            write_animation(
                *(path, landscape, run),
                view=view,
                look=LOOKS[theme].base,
                title=title,
                name=name,
                progress=progress.told.emit,
                cancelled=lambda: self._descent_stop or dropped(),
            )

        return work

    def _run_to_export(self) -> Any:
        panel = self.picture.descent_panel
        run = panel.run if panel is not None else None
        if run is None or run.steps == 0:
            self.statusBar().showMessage(
                self.tr("There is no descent to export yet: click on the plot to start one."), 4000
            )
            return None
        return run

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
