"""Who reaches a plot with the keyboard sees that the keys go there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFocusEvent
from PySide6.QtWidgets import QApplication

from gradviz.gui.plot.curve_view import CurveView
from gradviz.gui.plot.focus_ring import FocusRing
from gradviz.gui.plot.map_view import MapView
from gradviz.gui.plot.plane_view import PlaneView
from gradviz.gui.theme import current_theme

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")
REASON = Qt.FocusReason


def focus(view, reason, kind=QEvent.Type.FocusIn):
    QApplication.sendEvent(view, QFocusEvent(kind, reason))


@pytest.mark.parametrize("make", [PlaneView, CurveView, MapView])
def test_the_frame_is_there_for_the_keyboard_and_not_for_the_mouse(qtbot, make):
    view = make()
    qtbot.addWidget(view)
    view.resize(600, 500)
    view.show()
    ring = view.findChild(FocusRing)
    assert ring.isHidden()
    focus(view, REASON.TabFocusReason)
    assert not ring.isHidden()
    assert ring.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert ring.size() == ring.parentWidget().size()
    drawn = ring.grab().toImage()
    assert drawn.pixelColor(drawn.width() // 2, 1) == QColor(current_theme().accent)
    focus(view, REASON.PopupFocusReason, QEvent.Type.FocusOut)
    assert ring.isHidden()
    focus(view, REASON.PopupFocusReason)
    assert not ring.isHidden()
    focus(view, REASON.TabFocusReason, QEvent.Type.FocusOut)
    focus(view, REASON.MouseFocusReason)
    assert ring.isHidden()
