"""The window: the text and its derivation on the left, the picture on the right."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QMessageBox,
    QToolBar,
    QWidget,
)

from gradviz.gui.derivation.heading import Heading
from gradviz.gui.derivation.options_bar import OptionsBar
from gradviz.gui.derivation.panel import DerivationPanel
from gradviz.gui.documents.commands import DocumentModel
from gradviz.gui.documents.document import Document
from gradviz.gui.documents.recovery import Autosave
from gradviz.gui.editing.editor_panel import EditorPanel
from gradviz.gui.editing.symbol_table import SymbolTable
from gradviz.gui.pacing import Pacing
from gradviz.gui.picture.area import PictureArea
from gradviz.gui.preferences import preferred
from gradviz.gui.translation import told
from gradviz.gui.window import menus
from gradviz.gui.window.descent import WindowDescent
from gradviz.gui.window.dock_area import GAP, PANELS, DockArea
from gradviz.gui.window.files import WindowFiles
from gradviz.gui.window.focus_order import order_focus
from gradviz.gui.window.help import WindowHelp
from gradviz.gui.window.learning import WindowLearning
from gradviz.gui.window.look import WindowLook
from gradviz.gui.window.plot import WindowPlot
from gradviz.gui.window.renewal import WindowRenewal
from gradviz.gui.window.session import Session
from gradviz.gui.window.text import WindowText
from gradviz.gui.window.values import WindowValues
from gradviz.gui.worker.client import WorkerClient
from gradviz.sentences import say

__all__ = ["MainWindow"]

PICTURE_AT_LATEST = 1500
"""Milliseconds after the first paint when the plot is loaded, whether or not there is a derivation."""


class MainWindow(
    WindowFiles,
    WindowPlot,
    WindowDescent,
    WindowText,
    WindowValues,
    WindowLook,
    WindowHelp,
    WindowLearning,
    WindowRenewal,
    QMainWindow,
):
    """One document.

    Attributes
    ----------
    model : the document and its undo stack.
    session : the derivation of the document.
    picture : the plot, the values and the descent.
    path : the document's file, or None.

    Signals
    -------
    painted : the window was painted for the first time.
    """

    painted = Signal()

    def __init__(
        self,
        document: Document | None = None,
        *,
        client: WorkerClient | None = None,
        model: DocumentModel | None = None,
        remember: bool = True,
    ) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.path: Path | None = None
        self.pacing = Pacing(self)
        self._was_painted = False
        self._picture_timer = QTimer(self)
        self._picture_timer.setSingleShot(True)
        self._remember = remember
        self.model = model or DocumentModel(document)
        self.model.setParent(self)
        self.client = client or WorkerClient(self)
        self.client.setParent(self)
        self.session = Session(self.model, self.client, self)
        self.session.size = float(preferred("text_size"))
        self.autosave = Autosave(self.model, self)
        self._gallery = self._rules = self._language = self._engine = self._tour = self._shows_examples = None
        self.editor_panel = EditorPanel(self)
        self.editor = self.editor_panel.editor
        self.options = OptionsBar(self)
        self.derivation = DerivationPanel(self)
        self.picture = PictureArea(self.model, self)
        self.symbols = SymbolTable(self)
        self.picture.tabs.addTab(self.symbols, self.tr("Symbols"))
        self.actions_by_id = menus.build(self)
        self._build_layout()
        self._build_menus()
        self._connect()
        self.apply_theme()
        self._show_document(self.model.document, frozenset(Document.__slots__))
        self._restore_geometry()
        self._update_title()

    # --- construction

    def _build_layout(self) -> None:
        heading = Heading("function_heading", self.tr("Function"), self)
        self.editor_panel.header.addWidget(heading)
        self.editor_panel.header.addStretch(1)
        self.editor_panel.header.addWidget(self.options)
        heading.give_way_in(self.editor_panel.header)
        contents = (self.editor_panel, self.derivation, self.picture.plot_card, self.picture.tabs_card)
        self.docks = DockArea(dict(zip(PANELS, contents, strict=True)), self)
        body = QWidget(self)
        body.setObjectName("body")
        row = QHBoxLayout(body)
        row.setContentsMargins(GAP, GAP, GAP, GAP)
        row.addWidget(self.docks)
        self.setCentralWidget(body)
        self.statusBar().setObjectName("status_bar")
        self.statusBar().setSizeGripEnabled(False)
        self.setMinimumSize(QSize(800, 520))

    def _build_menus(self) -> None:
        self.menuBar().setObjectName("menu_bar")
        by_title = menus.fill_menu_bar(self, self.actions_by_id)
        self.examples_menu = by_title["Examples"]
        self.examples_menu.aboutToShow.connect(self.fill_examples)
        self.recent_menu = QMenu(self.tr("Open Re&cent"), self)
        self.recent_menu.setObjectName("menu_recent")
        self.recent_menu.aboutToShow.connect(self.fill_recent)
        by_title["File"].insertMenu(self.actions_by_id["save"], self.recent_menu)
        by_title["File"].insertSeparator(self.actions_by_id["save"])
        menus.fill_insert_menu(by_title["Insert"], self.insert)
        buttons = menus.toolbar_buttons(self, self.actions_by_id)
        if self.menuBar().isNativeMenuBar():
            toolbar = QToolBar(self.tr("Main toolbar"), self)
            toolbar.setObjectName("toolbar")
            toolbar.setMovable(False)
            toolbar.addWidget(buttons)
            self.addToolBar(toolbar)
        else:  # beside the menus: height is scarce
            self.menuBar().setCornerWidget(buttons, Qt.Corner.TopRightCorner)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAcceptDrops(True)
        self.editor.viewport().installEventFilter(self)  # it would write a dropped file's name into the text

    def _connect(self) -> None:
        self.editor.edited.connect(self.model.edit_text)
        self.editor.replaced.connect(lambda label, text: self.model.change(label, text=text))
        self.editor.settled.connect(lambda _: self.session.derive())
        self.options.chosen.connect(self._choose_option)
        self.model.changed.connect(lambda changed: self._show_document(self.model.document, changed))
        stack = self.model.undo_stack
        # A bound method: Qt lets go of it when the window dies, as it would not of a lambda.
        stack.cleanChanged.connect(self._follow_clean)
        stack.canUndoChanged.connect(self.actions_by_id["undo"].setEnabled)
        stack.canRedoChanged.connect(self.actions_by_id["redo"].setEnabled)
        stack.undoTextChanged.connect(self._name_undo)
        stack.redoTextChanged.connect(self._name_redo)
        self._show_history()
        self._picture_timer.timeout.connect(self.picture.prepare)
        self.docks.toggled.connect(self._panel_toggled)
        self.docks.titled.connect(self._panel_titled)
        for name, dock in self.docks.panels.items():
            self._panel_toggled(name, not dock.isHidden())
        self.picture.ready.connect(lambda: setattr(self.picture.values_editor, "folder", self._folder))
        self.picture.exportAsked.connect(self.export_descent)
        self.picture.stack.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.picture.stack.customContextMenuRequested.connect(self.show_plot_menu)
        self.picture.tabs.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.picture.tabs.customContextMenuRequested.connect(self.show_panel_menu)
        self.editor_panel.room_wanted.connect(lambda height: self.docks.grow("function", "derivation", height))
        self.docks.arranged.connect(self.editor_panel.ask_for_room)
        self._connect_symbols()
        self._connect_values()
        self.editor_panel.palette_strip.left.connect(self.focus_editor)
        self.session.understood.connect(self.editor_panel.preview.show_understood)
        self.session.faced.connect(lambda reply: self.editor_panel.palette_strip.set_faces(reply["faces"]))
        self.session.derived.connect(self._show_derivation)
        self.session.refused.connect(self._show_refusal)
        self.session.broke.connect(self._show_breakage)
        self.session.empty.connect(self._show_empty)
        self.session.exported.connect(self._show_export)
        self.derivation.copied.connect(self._say_copied)
        self.client.busy_changed.connect(self.derivation.set_busy)
        self.client.busy_changed.connect(self.actions_by_id["cancel"].setEnabled)
        self.actions_by_id["cancel"].setEnabled(False)
        self.derivation.shapes_toggled.connect(self.set_shapes)
        self.derivation.every_rule_toggled.connect(self.set_every_rule)
        self.derivation.check_toggled.connect(self.check_answer)
        self.derivation.check_bar.asked.connect(self.session.check_answer)
        self.derivation.line_asked.connect(self.session.check_line)
        self.session.judged.connect(self.derivation.show_verdict)
        self._connect_practice()
        self.session.place = self._place
        self.session.preparing = self.derivation.preparing
        self.derivation.place_changed.connect(self.session.derive)
        self.derivation.steps_asked.connect(self.session.open_steps)
        self.derivation.copy_asked.connect(self.session.copy)
        self.derivation.stop_clicked.connect(self.cancel)
        self.derivation.retry_clicked.connect(self.session.derive)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._scheme_changed)

    # --- what is shown

    def show_example(self, document: Document) -> None:
        """Put an example in the place of this document; it can be undone."""
        kept = {"level": self.model.document.level, "shapes": self.model.document.shapes}
        changes = {name: getattr(document, name) for name in Document.__slots__}
        self.model.change(say("Example"), **{**changes, **kept})

    def _choose_option(self, name: str, value: object) -> None:
        self.model.change(say("Change the Options"), **{name: value})

    def _place(self) -> float:
        """The room for a line of the derivation that is asked for now."""
        place = self.derivation.place
        self.derivation.typeset_for(place)
        return place

    def _show_document(self, document: Document, changed: frozenset[str]) -> None:
        typed = document.text == self.editor.toPlainText()
        if "text" in changed and not typed:
            self.editor.set_text(document.text)
            self.editor.set_diagnostics(())
        if changed & {"wrt", "order", "method", "layout"}:
            self.options.set_document(document)
        if "method" in changed:
            self.actions_by_id["by_differentials"].setChecked(document.method == "differential")
            self.actions_by_id["by_components"].setChecked(document.method == "components")
            self.actions_by_id["by_chain_rule"].setChecked(document.method == "chain")
            self.actions_by_id["by_definition"].setChecked(document.method == "definition")
        if changed & {"shapes", "level"}:
            every_rule = document.level == "every rule"
            self.derivation.set_choices(shapes=document.shapes, every_rule=every_rule)
            self.actions_by_id["shapes"].setChecked(document.shapes)
            self.actions_by_id["every_rule"].setChecked(every_rule)
        self.picture.document_changed(changed)
        # Typing asks for its derivation itself, once it pauses.
        if self._was_painted and self.session.depends_on(changed) and not (changed == {"text"} and typed):
            self.session.derive()

    def _show_derivation(self, reply: dict[str, Any]) -> None:
        self.editor.set_diagnostics(())
        problem = reply.get("problem", {})
        self.editor_panel.message.show_note(
            problem.get("summary", ""), problem.get("details", ""), problem.get("numbers", ())
        )
        self.options.set_problem(problem, self.model.document)
        self.symbols.set_problem(problem)
        self.derivation.show_derivation(reply)
        self.picture.show_expressions(reply.get("expressions"))

    def _show_refusal(self, reply: dict[str, Any]) -> None:
        diagnostics = reply.get("diagnostics") or []
        self.editor.set_diagnostics(diagnostics)
        if diagnostics:
            self.editor_panel.message.show_error(self.model.document.text, diagnostics)
            self.symbols.show_errors(self.model.document.text, diagnostics)
        else:
            self.editor_panel.message.show_failure(reply.get("message", ""))
        self.derivation.show_error()
        self.picture.show_stale()

    def _show_breakage(self, reply: dict[str, Any]) -> None:
        self.editor_panel.message.show_note("")
        self.derivation.show_failure(reply["status"], reply.get("message", ""))
        self.picture.show_stale()

    def _show_empty(self) -> None:
        self.editor.set_diagnostics(())
        self.editor_panel.message.show_note("")
        self.derivation.show_empty()
        self.symbols.set_problem({})
        self.editor_panel.preview.show_empty()
        self.picture.show_expressions(None)

    def _follow_clean(self, _clean: bool) -> None:
        self._update_title()

    def _name_undo(self, what: str) -> None:
        self.actions_by_id["undo"].setText(self.tr("&Undo {what}").format(what=what).rstrip())

    def _name_redo(self, what: str) -> None:
        self.actions_by_id["redo"].setText(self.tr("&Redo {what}").format(what=what).rstrip())

    def _update_title(self) -> None:
        name = self.path.name if self.path else self.tr("Untitled")
        self.setWindowTitle(f"{name}[*] — gradviz")
        self.setWindowModified(not self.model.undo_stack.isClean())

    # --- actions

    def undo(self) -> None:
        self.model.undo_stack.undo()

    def redo(self) -> None:
        self.model.undo_stack.redo()

    def focus_editor(self) -> None:
        if self._was_painted:  # a window that opens stays as it was left
            self.docks.reveal(self.editor)
        self.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def copy_latex(self) -> None:
        self.session.copy("latex")

    def copy_python(self) -> None:
        self.session.copy("python")

    def copy_torch(self) -> None:
        self.session.copy("torch")

    def copy_jax(self) -> None:
        self.session.copy("jax")

    def copy_lines_latex(self) -> None:
        self._copy_lines("latex")

    def copy_lines_typst(self) -> None:
        self._copy_lines("typst")

    def copy_lines_mathml(self) -> None:
        self._copy_lines("mathml")

    def copy_lines_text(self) -> None:
        self._copy_lines("text")

    def copy_lines_picture(self) -> None:
        self._copy_lines("picture")

    def _copy_lines(self, form: str) -> None:
        self.derivation.copy_lines(form, "selection" if self.derivation.lines_view.selected else "all")

    def show_checks(self) -> None:
        self.derivation.show_checks()

    def set_shapes(self, shown: bool) -> None:
        self.model.change(say("Show Shapes") if shown else say("Hide Shapes"), shapes=shown)

    def set_every_rule(self, shown: bool) -> None:
        self.model.change(say("Level of Detail"), level="every rule" if shown else "lecturer")

    def derive_by_differentials(self) -> None:
        self.model.change(say("Method"), method="differential")

    def derive_by_components(self) -> None:
        self.model.change(say("Method"), method="components")

    def derive_by_chain_rule(self) -> None:
        self.model.change(say("Method"), method="chain")

    def derive_by_definition(self) -> None:
        self.model.change(say("Method"), method="definition")

    def cancel(self) -> None:
        self.client.cancel()

    def about(self) -> None:
        QMessageBox.about(self, self.tr("About gradviz"), told(_ABOUT))

    # --- the window itself

    def sizeHint(self) -> QSize:
        return QSize(1280, 800)

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.Paint and not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self._after_first_paint)
        return handled

    def focusNextPrevChild(self, forwards: bool) -> bool:
        options, panels = self.options, self.docks.panels
        choices = (options.wrt, options.order, options.method, options.layout_choice)
        order_focus(self, (*choices, self.editor_panel.palette_strip, *(panels[name] for name in PANELS)))
        return super().focusNextPrevChild(forwards)

    def eventFilter(self, watched: Any, event: QEvent) -> bool:
        kinds = QEvent.Type
        if event.type() in (kinds.DragEnter, kinds.DragMove, kinds.Drop):
            return self.take_drop(event, dropped=event.type() == kinds.Drop)
        return super().eventFilter(watched, event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.take_drop(event, dropped=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.take_drop(event, dropped=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.presenting:
            self.present(False)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_discard():
            event.ignore()
            return
        self._save_geometry()
        self.docks.put_away()
        self._end_work()
        self.client.close()
        super().closeEvent(event)

    def _after_first_paint(self) -> None:
        self.painted.emit()
        self.client.start()
        self.session.derive()
        self.session.ask_for_faces()
        # The first derivation comes first: importing the plot beside it would double the time that it takes.
        self.client.answered.connect(self.picture.prepare)
        self._picture_timer.start(PICTURE_AT_LATEST)


_ABOUT = say(
    "<p><b>gradviz</b></p><p>Matrix calculus step by step: derivations with every rule named and every step checked"
    " with numbers, pictures of functions, and gradient descent.</p>"
)
