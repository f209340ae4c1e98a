"""Everything the user can call, as one table; menus, the toolbar and shortcuts are built from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu, QToolButton, QWidget

from gradviz.gui.resources import icon
from gradviz.gui.shortcuts.keys import apply_keys
from gradviz.gui.theme import Theme
from gradviz.language.templates import GROUPS, TEMPLATES

__all__ = [
    "ACTIONS",
    "MENUS",
    "TOOLBAR",
    "Action",
    "build",
    "fill_insert_menu",
    "fill_menu_bar",
    "repaint_icons",
    "toolbar_buttons",
]

_Key = QKeySequence.StandardKey


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to call.

    Attributes
    ----------
    id : its name in the program; the QAction's objectName is ``action_`` and this.
    text : what menus show, with its mnemonic.
    call : the name of the window's method; a checkable action passes its state.
    shortcut : a standard key, or keys as text.
    icon : a file in ``resources/icons``.
    tip : what the status bar and the toolbar's tooltip say.
    checkable : has a state.
    group : only one action of a group is checked.
    also : further keys, as text.
    """

    id: str
    text: str
    call: str
    shortcut: QKeySequence.StandardKey | str = ""
    icon: str = ""
    tip: str = ""
    checkable: bool = False
    group: str = ""
    also: tuple[str, ...] = ()


ACTIONS: tuple[Action, ...] = (
    Action("new", "&New", "new_document", _Key.New, "new", "Start with an empty text"),
    Action("new_window", "New &Window", "new_window", "Ctrl+Shift+N", "", "Open another window with an empty text"),
    Action("gallery", "&Gallery…", "show_gallery", "Ctrl+G", "gallery", "Problems and landscapes to open, by topic"),
    Action(
        "preferences",
        "P&references…",
        "show_preferences",
        _Key.Preferences,
        "",
        "Colours, sizes, and what is new",
        also=("Ctrl+,",),
    ),
    Action("shortcuts", "&Keyboard Shortcuts…", "show_shortcuts", "", "", "See and change the keys of every command"),
    Action("open", "&Open…", "open_document", _Key.Open, "open", "Open a .gradviz document"),
    Action("save", "&Save", "save_document", _Key.Save, "save", "Save the document"),
    Action("save_as", "Save &As…", "save_document_as", "Ctrl+Shift+S", "", "Save the document under another name"),
    Action(
        "export_tex",
        "Export LaTe&X…",
        "export_tex",
        "Ctrl+Shift+L",
        "export-tex",
        "Write the derivation as a LaTeX document",
    ),
    Action(
        "export_pdf",
        "Export &PDF…",
        "export_pdf",
        "Ctrl+Shift+E",
        "export-pdf",
        "Write the derivation as a PDF, without TeX",
    ),
    Action(
        "export_plot",
        "Export P&lot…",
        "export_plot",
        "Ctrl+Alt+E",
        "",
        "Write the plot as PNG, SVG or PDF, or its numbers as CSV",
    ),
    Action(
        "export_descent",
        "Export &Descent…",
        "export_descent",
        "Ctrl+Alt+D",
        "",
        "Write the descent as a GIF or MP4 animation, or its steps as CSV",
    ),
    Action("quit", "&Quit", "close", "Ctrl+Q", "", "Close the window"),
    Action("undo", "&Undo", "undo", _Key.Undo, "undo", "Undo the last edit"),
    Action("redo", "&Redo", "redo", "Ctrl+Shift+Z", "redo", "Redo what was undone", also=("Ctrl+Y",)),
    Action("edit_text", "&Go to the Text", "focus_editor", "Ctrl+L", "", "Put the cursor into the text"),
    Action("complete", "&Complete", "complete", "Ctrl+Space", "", "Show what can be typed at the cursor"),
    Action(
        "edit_palette", "Go to the &Operators", "focus_palette", "Ctrl+Shift+I", "", "Choose a template by the keyboard"
    ),
    Action("symbols", "S&ymbols", "show_symbols", "Ctrl+Shift+Y", "", "Show what every name was taken for"),
    Action(
        "copy_latex",
        "Copy the Answer as &LaTeX",
        "copy_latex",
        "Ctrl+Alt+L",
        "",
        "Copy the answer as LaTeX source",
    ),
    Action(
        "copy_python",
        "Copy the Code as &Python",
        "copy_python",
        "Ctrl+Alt+P",
        "",
        "Copy NumPy code for f and its derivative",
    ),
    Action("copy_plot", "Copy the Plo&t", "copy_plot", "Ctrl+Alt+I", "", "Copy the plot as an image"),
    Action(
        "copy_lines_latex",
        "Copy Lines as L&aTeX",
        "copy_lines_latex",
        "",
        "",
        "Copy the selected lines of the derivation, or all of them, as LaTeX",
    ),
    Action(
        "copy_lines_typst",
        "Copy Lines a&s Typst",
        "copy_lines_typst",
        "",
        "",
        "Copy the selected lines of the derivation, or all of them, as Typst",
    ),
    Action(
        "copy_lines_text",
        "Copy Lines as Plain Te&xt",
        "copy_lines_text",
        "",
        "",
        "Copy the selected lines of the derivation, or all of them, as plain text",
    ),
    Action(
        "copy_lines_picture",
        "Copy Lines as P&icture",
        "copy_lines_picture",
        "",
        "",
        "Copy the selected lines of the derivation, or all of them, as a picture (SVG and PNG)",
    ),
    Action(
        "command_palette",
        "&Command Palette…",
        "show_command_palette",
        "Ctrl+Shift+P",
        "",
        "Find a command by a few letters of its name",
    ),
    Action("arrange_derive", "A&rrange to Derive", "arrange_derive", "", "", "Give most room to the derivation"),
    Action("arrange_explore", "Arrange to E&xplore", "arrange_explore", "", "", "Give most room to the picture"),
    Action(
        "present",
        "Prese&nt",
        "present",
        "F5",
        "",
        "Show the derivation line by line, large, on the full screen: Space goes on, Esc ends it",
        True,
    ),
    Action("full_screen", "&Full Screen", "full_screen", _Key.FullScreen, "", "Use the whole screen", True),
    Action(
        "verification",
        "&Verification…",
        "show_checks",
        "",
        "",
        "How each step fared at random instances",
    ),
    Action("tour", "Guided &Tour", "show_tour", "", "", "Show the parts of the window one after another"),
    Action("rules", "&Rules", "show_rules", "", "", "Every rule that a derivation may name, with examples"),
    Action(
        "engine_page",
        "How the &Engine Works",
        "show_engine_page",
        "",
        "",
        "What the code says of itself, in the order in which a derivation is made",
    ),
    Action("language", "The &Language", "show_language", _Key.HelpContents, "", "What can be typed"),
    Action(
        "palette",
        "&Operators",
        "set_palette",
        "Ctrl+Shift+O",
        "",
        "Show the operators above the text, or hide them",
        True,
    ),
    Action(
        "shapes",
        "Sha&pes under the Factors",
        "set_shapes",
        "Ctrl+D",
        "shapes",
        "Show rows×columns under every factor",
        True,
    ),
    Action(
        "every_rule",
        "&Every Rule",
        "set_every_rule",
        "Ctrl+R",
        "steps",
        "Show each rule as a line of its own, or the lecturer's steps",
        True,
    ),
    Action(
        "check_answer",
        "Check &My Answer",
        "check_answer",
        "Ctrl+K",
        "",
        "Type your own answer and have it judged",
        True,
    ),
    Action(
        "check_line",
        "Check My &Next Line",
        "check_line",
        "Ctrl+Shift+K",
        "",
        "Type the next line of the derivation yourself and have it judged",
    ),
    Action("practise", "&Practice…", "practise", "Ctrl+Alt+K", "", "Problems to solve line by line, with hints"),
    Action("practise_next", "Next P&roblem", "practise_next", "", "", "Practise on the next unsolved problem"),
    Action("cancel", "&Stop Computing", "cancel", "Ctrl+.", "stop", "Stop the computation that is running"),
    Action(
        "theme_system",
        "As the &Desktop",
        "follow_desktop",
        "",
        "",
        "Light or dark as the desktop is",
        True,
        "theme",
    ),
    Action("theme_light", "&Light", "use_light", "", "", "Light colours", True, "theme"),
    Action("theme_dark", "Dar&k", "use_dark", "", "", "Dark colours", True, "theme"),
    Action(
        "by_differentials",
        "By &Differentials",
        "derive_by_differentials",
        "",
        "",
        "Take the differential, move it inward rule by rule, and read the derivative off",
        True,
        "method",
    ),
    Action(
        "by_components",
        "By &Components",
        "derive_by_components",
        "",
        "",
        "Write entries and sums, differentiate by one entry, let Kronecker deltas collapse the sums",
        True,
        "method",
    ),
    Action(
        "by_chain_rule",
        "By the C&hain Rule",
        "derive_by_chain_rule",
        "",
        "",
        "Name the inner functions, differentiate each by its argument, and multiply from the last to the first",
        True,
        "method",
    ),
    Action(
        "by_definition",
        "By De&finition",
        "derive_by_definition",
        "",
        "",
        "The part of f(x + u) - f(x) that is linear in u",
        True,
        "method",
    ),
    Action("about", "&About gradviz", "about", "", "", "What this program is"),
)

MENUS: Mapping[str, tuple[str, ...]] = {
    "&File": (
        "new",
        "new_window",
        "gallery",
        "open",
        "save",
        "save_as",
        "",
        "export_tex",
        "export_pdf",
        "export_plot",
        "export_descent",
        "",
        "preferences",
        "shortcuts",
        "",
        "quit",
    ),
    "&Edit": (
        "undo",
        "redo",
        "",
        "copy_latex",
        "copy_python",
        "copy_plot",
        "",
        "copy_lines_latex",
        "copy_lines_typst",
        "copy_lines_text",
        "copy_lines_picture",
        "",
        "complete",
        "edit_text",
        "edit_palette",
        "symbols",
    ),
    "&Insert": (),
    "&View": (
        "command_palette",
        "palette",
        "",
        "shapes",
        "every_rule",
        "",
        "arrange_derive",
        "arrange_explore",
        "present",
        "full_screen",
        "",
        "theme_system",
        "theme_light",
        "theme_dark",
    ),
    "E&xamples": (),
    "&Derive": (
        "by_differentials",
        "by_components",
        "by_chain_rule",
        "by_definition",
        "",
        "check_answer",
        "check_line",
        "",
        "practise",
        "practise_next",
        "",
        "verification",
        "",
        "cancel",
    ),
    "&Help": ("tour", "", "language", "rules", "engine_page", "", "about"),
}
"""Menu titles and what they list; "" is a separator."""

TOOLBAR: tuple[str, ...] = ("gallery", "new", "open", "save", "", "undo", "redo", "", "export_tex", "export_pdf")


def build(window: QMainWindow) -> dict[str, QAction]:
    """A QAction for each row of the table, owned by the window and calling its methods."""
    made: dict[str, QAction] = {}
    groups: dict[str, QActionGroup] = {}
    for row in ACTIONS:
        action = QAction(row.text, window)
        action.setObjectName(f"action_{row.id}")
        action.setStatusTip(row.tip)
        action.setCheckable(row.checkable)
        if row.group:
            if row.group not in groups:
                groups[row.group] = QActionGroup(window)
            groups[row.group].addAction(action)
        method = getattr(window, row.call)
        if row.checkable and not row.group:
            action.triggered.connect(method)
        else:
            action.triggered.connect(lambda _checked=False, call=method: call())
        window.addAction(action)
        made[row.id] = action
    apply_keys(made)
    return made


def fill_menu_bar(window: QMainWindow, actions: Mapping[str, QAction]) -> dict[str, QMenu]:
    """The menus of `MENUS`; returns them by title without mnemonic."""
    menus = {}
    for title, ids in MENUS.items():
        name = title.replace("&", "")
        menu = window.menuBar().addMenu(title)
        menu.setObjectName(f"menu_{name.lower()}")
        for id_ in ids:
            menu.addAction(actions[id_]) if id_ else menu.addSeparator()
        menus[name] = menu
    return menus


def fill_insert_menu(menu: QMenu, insert: Callable[[Any], None]) -> None:
    """A submenu for each group of templates; `insert` is called with the one that was chosen."""
    for group in GROUPS:
        submenu = menu.addMenu(f"&{group}")
        submenu.setObjectName(f"menu_insert_{group.lower()}")
        for template in TEMPLATES:
            if template.group == group:
                greek = template.group == "Greek"
                action = submenu.addAction(f"{template.text}  {template.title}" if greek else template.title)
                action.setObjectName(f"action_insert_{template.id}")
                action.setStatusTip(f"Insert {template.text}")
                action.triggered.connect(lambda _=False, t=template: insert(t))


def toolbar_buttons(parent: QWidget, actions: Mapping[str, QAction]) -> QWidget:
    """The buttons of `TOOLBAR` in a row, each with an object name and an accessible name."""
    row = QWidget(parent)
    row.setObjectName("main_toolbar")
    layout = QHBoxLayout(row)
    layout.setContentsMargins(8, 2, 8, 2)
    layout.setSpacing(2)
    for id_ in TOOLBAR:
        if not id_:
            layout.addSpacing(12)
            continue
        button = QToolButton(row)
        button.setObjectName(f"button_{id_}")
        button.setDefaultAction(actions[id_])
        button.setAccessibleName(actions[id_].statusTip())
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setIconSize(QSize(18, 18))
        button.setProperty("class", "icon")
        layout.addWidget(button)
    return row


def repaint_icons(actions: Mapping[str, QAction], theme: Theme) -> None:
    """Icons in the theme's colours."""
    for row in ACTIONS:
        if row.icon:
            actions[row.id].setIcon(icon(row.icon, theme.muted, theme.border_strong))
