"""The menus and the toolbar: in which order the actions stand in them, and how they are made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu, QToolButton, QWidget

from gradviz.gui.actions import ACTIONS
from gradviz.gui.resources import icon
from gradviz.gui.shortcuts.keys import apply_keys
from gradviz.gui.theme import Theme
from gradviz.gui.translation import told
from gradviz.language.templates import GROUPS, TEMPLATES
from gradviz.sentences import say

__all__ = ["MENUS", "TOOLBAR", "build", "fill_insert_menu", "fill_menu_bar", "repaint_icons", "toolbar_buttons"]

MENUS: Mapping[str, tuple[str, ...]] = {
    say("&File"): (
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
        "close_window",
        "quit",
    ),
    say("&Edit"): (
        "undo",
        "redo",
        "",
        "copy_latex",
        "copy_python",
        "copy_torch",
        "copy_jax",
        "copy_plot",
        "",
        "copy_lines_latex",
        "copy_lines_typst",
        "copy_lines_mathml",
        "copy_lines_text",
        "copy_lines_picture",
        "",
        "complete",
        "edit_text",
        "edit_palette",
        "symbols",
    ),
    say("&Insert"): (),
    say("&View"): (
        "command_palette",
        "palette",
        "",
        "shapes",
        "every_rule",
        "",
        "arrange_derive",
        "arrange_explore",
        "reset_arrangement",
        "present",
        "full_screen",
        "",
        "theme_system",
        "theme_light",
        "theme_dark",
    ),
    say("P&anels"): (
        "panel_function",
        "panel_derivation",
        "panel_picture",
        "panel_details",
        "",
        "float_panel",
        "lock_panels",
    ),
    say("E&xamples"): (),
    say("&Derive"): (
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
    say("&Help"): ("tour", "", "language", "rules", "engine_page", "", "about"),
}
"""Menu titles and what they list; "" is a separator."""

INSIDE: Mapping[str, tuple[str, str]] = {"P&anels": ("View", "arrange_derive")}
"""Menus of `MENUS` that are in another one: in which, and above which action."""

TOOLBAR: tuple[str, ...] = ("gallery", "new", "open", "save", "", "undo", "redo", "", "export_tex", "export_pdf")


def build(window: QMainWindow) -> dict[str, QAction]:
    """A QAction for each row of the table, owned by the window and calling its methods."""
    made: dict[str, QAction] = {}
    groups: dict[str, QActionGroup] = {}
    for row in ACTIONS:
        action = QAction(told(row.text), window)
        action.setObjectName(f"action_{row.id}")
        action.setStatusTip(told(row.tip))
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
    """The menus of `MENUS`; returns them by their English titles without mnemonics."""
    menus = {}
    for title, ids in MENUS.items():
        name = title.replace("&", "")
        menu = QMenu(told(title), window.menuBar())
        if title in INSIDE:
            inside, above = INSIDE[title]
            menus[inside].insertMenu(actions[above], menu)
        else:
            window.menuBar().addMenu(menu)
        menu.setObjectName(f"menu_{name.lower()}")
        for id_ in ids:
            menu.addAction(actions[id_]) if id_ else menu.addSeparator()
        menus[name] = menu
    return menus


def fill_insert_menu(menu: QMenu, insert: Callable[[Any], None]) -> None:
    """A submenu for each group of templates; `insert` is called with the one that was chosen."""
    letters: set[str] = set()
    for group in GROUPS:
        submenu = menu.addMenu(_lettered(told(group), letters))
        submenu.setObjectName(f"menu_insert_{group.lower()}")
        for template in TEMPLATES:
            if template.group == group:
                greek = template.group == "Greek"
                title = told(template.title)
                action = submenu.addAction(f"{template.text}  {title}" if greek else title)
                action.setObjectName(f"action_insert_{template.id}")
                action.setStatusTip(told(say("Insert {text}", text=template.text)))
                action.triggered.connect(lambda _=False, t=template: insert(t))


def _lettered(title: str, taken: set[str]) -> str:
    """A title with a mnemonic of its own, where it has a letter for one."""
    for at, letter in enumerate(title):
        if letter.lower() != letter.upper() and letter.lower() not in taken:
            taken.add(letter.lower())
            return f"{title[:at]}&{title[at:]}"
    return title


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
