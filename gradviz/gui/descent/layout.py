"""The studio's parts and where they stand; what they do together is the panel's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from gradviz.gui.descent.compare.host import CompareHost
from gradviz.gui.descent.convergence_view import ConvergenceView
from gradviz.gui.descent.fit_page import FitPage
from gradviz.gui.descent.keys import TransportKeys, reached_by_tab
from gradviz.gui.descent.method_view import MethodView
from gradviz.gui.descent.pages import Pages
from gradviz.gui.descent.parameters_form import ParametersForm
from gradviz.gui.descent.plane_note import PlaneNote
from gradviz.gui.descent.run_controls import ExportButton, Note, ProgressRow, ResetButton, StepLimit
from gradviz.gui.descent.start_field import StartField
from gradviz.gui.descent.step_size_slider import StepSizeSlider
from gradviz.gui.descent.step_view import StepView
from gradviz.gui.descent.transport import Transport
from gradviz.gui.flow import grouped
from gradviz.gui.picture.frames import scrolled

__all__ = ["StudioLayout"]

LEAST = 48
"""Pixels of a page that are always seen; the transport and the method stay where they are while it scrolls."""


class StudioLayout(QWidget):
    """The transport above, the tabs in one row with the method, and below them the page that is seen; it alone scrolls.

    Attributes
    ----------
    transport, form, pages : the three rows.
    step_view, method_view, convergence, compare, fit_page : the pages; the last two are made when they are seen.
    slider, step_size_note, plane_note, progress, limit_field, reset_button, export_button : what stands between.
    """

    def build(self, context: Callable[[], Any]) -> None:
        """Make the parts; `context` tells the comparison what the studio is about."""
        self.transport = Transport(self)
        self.scrubber, self.counter, self.speed = self.transport.scrubber, self.transport.counter, self.transport.speed
        self.step_forwards, self.step_back = self.transport.step_forwards, self.transport.step_back
        self.go_to_start, self.go_to_end = self.transport.go_to_start, self.transport.go_to_end
        self.toggle_play, self.pause = self.transport.toggle_play, self.transport.pause
        self.is_playing = self.transport.is_playing
        self.form = ParametersForm(self)
        self.step_size_field, self.step_size_message = self.form.step_size_field, self.form.message
        self.suggest_button = self.form.suggest_button
        self.limit_field, self.reset_button = StepLimit(self), ResetButton(self)
        self.form.others_flow.addWidget(grouped(QLabel(self.tr("Steps")), self.limit_field))
        self.start_field = StartField(self)
        self.form.others_flow.addWidget(grouped(QLabel(self.tr("Start")), self.start_field))
        self.limit_field.refused.connect(lambda why: self.form.say("steps", self.limit_field, why))
        self.start_field.refused.connect(lambda why: self.form.say("start", self.start_field, why))
        self.export_button = ExportButton(self)
        for button in (self.export_button, self.reset_button):
            self.transport.layout().addWidget(button)
        self.step_size_note = Note("descentStepSizeNote", self.tr("The step size was suggested"), self)
        self.plane_note = PlaneNote(self)
        self.slider = StepSizeSlider(self)
        name, cancel = self.tr("Steps computed so far"), self.tr("Stop computing the descent")
        self.progress = ProgressRow("descentProgress", name, cancel, self)
        self.progress_bar, self.cancel_button = self.progress.bar, self.progress.cancel
        self.keys = TransportKeys(self, self.transport)
        self._build_pages(context)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 6)
        layout.setSpacing(4)
        for part in (self.transport, self.progress, self.form, self.step_size_note, self.plane_note):
            layout.addWidget(part)
        self.room = scrolled(self.pages)
        self.room.setMinimumHeight(LEAST)
        layout.addWidget(self.room, 1)
        reached_by_tab(self)

    def play_from(self, plot: QWidget) -> None:
        """Give the transport its keys in a plot too, while a descent is shown; with Ctrl they stay the plot's."""
        TransportKeys(plot, self.transport, lambda: self.isVisible() and self.transport.last > 0)

    def _build_pages(self, context: Callable[[], Any]) -> None:
        """The tabs stand in one row with the method where there is room: a low window has none to spare."""
        self.pages = Pages(self)
        self.tabs = self.pages.tabs
        self.step_view, self.method_view = StepView(self), MethodView(self.form.others, self.slider, self)
        self.formula, self.values, self.reason = self.step_view.formula, self.step_view.values, self.step_view.reason
        self.convergence = ConvergenceView(self)
        self.compared = CompareHost(self.form, self.transport, context, self._on_compare_made)
        self.compare, self.fit_page = self.compared.page, FitPage()
        for page, title in (
            (self.step_view, self.tr("Step")),
            (self.method_view, self.tr("Method")),
            (self.convergence, self.tr("Convergence")),
            (self.compare, self.tr("Compare")),
            (self.fit_page, self.tr("Fit")),
        ):
            self.pages.add_page(page, title)
        self.pages.set_page_visible(self.fit_page, False)
        self.form.flow.insert_widget(0, self.tabs)
        self.form.flow.addWidget(self.step_view.opener)
        self.step_view.openerChanged.connect(self.form.renew)
        self.pages.turned.connect(lambda _: self.step_view.place_opener())

    def _on_compare_made(self, made: Any) -> None:
        kind, *others = made.setup.fields
        for place, part in enumerate((made.tabs, kind)):
            self.form.flow.insert_widget(1 + place, part)
        for part in others:
            self.form.flow.addWidget(part)
        made.setup.fieldsChanged.connect(self.form.renew)
        made.setup.set_shown(self.pages.currentWidget() is self.compare)
        reached_by_tab(self)
