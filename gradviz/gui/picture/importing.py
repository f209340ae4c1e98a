"""The import of what the picture needs, in a thread: NumPy and pyqtgraph take longer than the window."""

from __future__ import annotations

from PySide6.QtCore import QThread

__all__ = ["Importer"]


class Importer(QThread):
    """Imports what the plot needs (NumPy, pyqtgraph) while the user can type."""

    error = ""

    def run(self) -> None:
        try:
            import gradviz.gui.descent.panel
            import gradviz.gui.picture.scene
            import gradviz.gui.plot.panels  # noqa: F401
        except ImportError as error:  # a broken installation; the derivation works without
            self.error = str(error)
