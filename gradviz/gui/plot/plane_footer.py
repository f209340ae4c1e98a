"""Below the plane: what the colours of the regions mean, the values at the point, and those at the cursor."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from gradviz.gui.plot.extras import Surface
from gradviz.gui.plot.inks import REGION_SIGNS, region_colours
from gradviz.gui.plot.plane_words import KEYS, regions_html
from gradviz.gui.plot.value_line import ValueLine
from gradviz.gui.small_parts import Holder, rich_label
from gradviz.gui.theme import Theme
from gradviz.gui.translation import told

__all__ = ["PlaneFooter"]


class PlaneFooter(QWidget):
    """Lines of text.

    Attributes
    ----------
    readout : the values at the point.
    legend : the regions of definiteness in view.
    cursor, hint : the values at the cursor, and in their place, while it is elsewhere, what can be done.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("planeFooter")
        self.setAccessibleName(self.tr("Values"))
        self.readout = ValueLine(self, "planeReadout", self.tr("Values at the point"))
        self.legend = rich_label(self, "planeLegend", self.tr("Regions of definiteness"), "muted")
        self.legend.hide()
        self.cursor = rich_label(self, "planeCursor", self.tr("Values at the cursor"), "muted", wrap=False)
        self.hint = rich_label(self, "planeHint", self.tr("What can be done"), "muted", wrap=False)
        for label in (self.hint, self.readout):
            label.setToolTip(told(KEYS))
        self._last_line = QStackedLayout()
        self._last_line.addWidget(self.hint)
        self._last_line.addWidget(self.cursor)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 0, 12, 0)
        layout.setSpacing(2)
        layout.addWidget(self.legend)
        layout.addWidget(_Line(self.readout, self))
        layout.addLayout(self._last_line)

    def show_cursor(self, text: str) -> None:
        """Show the values at the cursor; "" when it has left."""
        self.cursor.setText(text)
        self._last_line.setCurrentWidget(self.cursor if text else self.hint)

    def show_regions(self, surface: Surface | None, theme: Theme) -> None:
        """The legend of regions; None when they are not drawn."""
        self.legend.setVisible(surface is not None)
        if surface is None:
            return
        self.legend.setText(regions_html(surface.kinds, region_colours(theme), REGION_SIGNS, theme.border_strong))
        words = ", ".join(
            self.tr("{kind} on {percent} %").format(kind=told(kind.words), percent=max(round(100 * share), 1))
            for kind, share in surface.kinds
        )
        self.legend.setAccessibleDescription(words)


class _Line(Holder):
    """Holds a text that changes with every frame of a drag, as wide as there is room and as high as the text."""

    def __init__(self, label: QLabel, parent: QWidget) -> None:
        super().__init__(label, f"{label.objectName()}Line", parent)
        self.setBackgroundRole(QPalette.ColorRole.Base)  # that of the card
        self.setAutoFillBackground(True)  # or all that lies below it would be painted with each text

    def needed(self) -> QSize:
        return QSize(0, self._content.sizeHint().height())

    def sizeHint(self) -> QSize:
        return self.needed()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._content.minimumSizeHint().height())
