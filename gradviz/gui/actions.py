"""Everything the user can call, as one table; menus, toolbar (`window/menus.py`) and shortcuts are built from it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QKeySequence

from gradviz.sentences import say

__all__ = ["ACTIONS", "Action"]

_Key = QKeySequence.StandardKey


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to call.

    Attributes
    ----------
    id : its name in the program; the QAction's objectName is ``action_`` and this.
    text : what menus show, with its mnemonic; a sentence, like the tip.
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
    Action("new", say("&New"), "new_document", _Key.New, "new", say("Start with an empty text")),
    Action(
        "new_window",
        say("New &Window"),
        "new_window",
        "Ctrl+Shift+N",
        "",
        say("Open another window with an empty text"),
    ),
    Action(
        "gallery",
        say("&Gallery…"),
        "show_gallery",
        "Ctrl+G",
        "gallery",
        say("Problems and landscapes to open, by topic"),
    ),
    Action(
        "preferences",
        say("P&references…"),
        "show_preferences",
        _Key.Preferences,
        "",
        say("Colours, sizes, and what is new"),
        also=("Ctrl+,",),
    ),
    Action(
        "shortcuts",
        say("&Keyboard Shortcuts…"),
        "show_shortcuts",
        "",
        "",
        say("See and change the keys of every command"),
    ),
    Action("open", say("&Open…"), "open_document", _Key.Open, "open", say("Open a .gradviz document")),
    Action("save", say("&Save"), "save_document", _Key.Save, "save", say("Save the document")),
    Action(
        "save_as", say("Save &As…"), "save_document_as", "Ctrl+Shift+S", "", say("Save the document under another name")
    ),
    Action(
        "export_tex",
        say("Export LaTe&X…"),
        "export_tex",
        "Ctrl+Shift+L",
        "export-tex",
        say("Write the derivation as a LaTeX document"),
    ),
    Action(
        "export_pdf",
        say("Export &PDF…"),
        "export_pdf",
        "Ctrl+Shift+E",
        "export-pdf",
        say("Write the derivation as a PDF, without TeX"),
    ),
    Action(
        "export_plot",
        say("Export P&lot…"),
        "export_plot",
        "Ctrl+Alt+E",
        "",
        say("Write the plot as PNG, SVG or PDF, or its numbers as CSV"),
    ),
    Action(
        "export_descent",
        say("Export &Descent…"),
        "export_descent",
        "Ctrl+Alt+D",
        "",
        say("Write the descent as a GIF or MP4 animation, or its steps as CSV"),
    ),
    Action("close_window", say("Clos&e Window"), "close", "Ctrl+W", "", say("Close this window")),
    Action("quit", say("&Quit"), "quit", "Ctrl+Q", "", say("Close all windows")),
    Action("undo", say("&Undo"), "undo", _Key.Undo, "undo", say("Undo the last edit")),
    Action("redo", say("&Redo"), "redo", "Ctrl+Shift+Z", "redo", say("Redo what was undone"), also=("Ctrl+Y",)),
    Action("edit_text", say("&Go to the Text"), "focus_editor", "Ctrl+L", "", say("Put the cursor into the text")),
    Action("complete", say("&Complete"), "complete", "Ctrl+Space", "", say("Show what can be typed at the cursor")),
    Action(
        "edit_palette",
        say("Go to the &Operators"),
        "focus_palette",
        "Ctrl+Shift+I",
        "",
        say("Choose a template by the keyboard"),
    ),
    Action("symbols", say("S&ymbols"), "show_symbols", "Ctrl+Shift+Y", "", say("Show what every name was taken for")),
    Action(
        "copy_latex",
        say("Copy the Answer as &LaTeX"),
        "copy_latex",
        "Ctrl+Alt+L",
        "",
        say("Copy the answer as LaTeX source"),
    ),
    Action(
        "copy_python",
        say("Copy the Code as &Python"),
        "copy_python",
        "Ctrl+Alt+P",
        "",
        say("Copy NumPy code for f and its derivative"),
    ),
    Action(
        "copy_torch",
        say("Copy the Code as PyTorc&h"),
        "copy_torch",
        "",
        "",
        say("Copy PyTorch code for f and its derivative"),
    ),
    Action(
        "copy_jax",
        say("Copy the Code as &JAX"),
        "copy_jax",
        "",
        "",
        say("Copy JAX code for f and its derivative"),
    ),
    Action("copy_plot", say("Copy the Plo&t"), "copy_plot", "Ctrl+Alt+I", "", say("Copy the plot as an image")),
    Action(
        "copy_lines_latex",
        say("Copy Lines as L&aTeX"),
        "copy_lines_latex",
        "",
        "",
        say("Copy the selected lines of the derivation, or all of them, as LaTeX"),
    ),
    Action(
        "copy_lines_typst",
        say("Copy Lines a&s Typst"),
        "copy_lines_typst",
        "",
        "",
        say("Copy the selected lines of the derivation, or all of them, as Typst"),
    ),
    Action(
        "copy_lines_mathml",
        say("Copy Lines as &MathML"),
        "copy_lines_mathml",
        "",
        "",
        say("Copy the selected lines of the derivation, or all of them, as MathML, for word processors and web pages"),
    ),
    Action(
        "copy_lines_text",
        say("Copy Lines as Plain Te&xt"),
        "copy_lines_text",
        "",
        "",
        say("Copy the selected lines of the derivation, or all of them, as plain text"),
    ),
    Action(
        "copy_lines_picture",
        say("Copy Lines as P&icture"),
        "copy_lines_picture",
        "",
        "",
        say("Copy the selected lines of the derivation, or all of them, as a picture (SVG and PNG)"),
    ),
    Action(
        "command_palette",
        say("&Command Palette…"),
        "show_command_palette",
        "Ctrl+Shift+P",
        "",
        say("Find a command by a few letters of its name"),
    ),
    Action(
        "arrange_derive", say("A&rrange to Derive"), "arrange_derive", "", "", say("Give most room to the derivation")
    ),
    Action(
        "arrange_explore", say("Arrange to E&xplore"), "arrange_explore", "", "", say("Give most room to the picture")
    ),
    Action(
        "reset_arrangement",
        say("Reset the Arran&gement"),
        "reset_arrangement",
        "",
        "",
        say("Every panel in its first place"),
    ),
    Action("panel_function", say("&Function"), "show_function", "", "", say("Show or hide the text"), True),
    Action("panel_derivation", say("&Derivation"), "show_derivation", "", "", say("Show or hide the steps"), True),
    Action("panel_picture", say("&Picture"), "show_picture", "", "", say("Show or hide the plot"), True),
    Action(
        "panel_details",
        say("D&etails"),
        "show_details",
        "",
        "",
        say("Show or hide descent, point, values and symbols"),
        True,
    ),
    Action(
        "float_panel",
        say("F&loat or Dock This Panel"),
        "float_panel",
        "",
        "",
        say("Have the panel with the keyboard float, or dock it again"),
    ),
    Action(
        "lock_panels",
        say("Loc&k Panels"),
        "lock_panels",
        "",
        "",
        say("Keep the panels in place; unlocked, they are moved by their titles"),
        True,
    ),
    Action(
        "present",
        say("Prese&nt"),
        "present",
        "F5",
        "",
        say("Show the derivation line by line, large, on the full screen: Space goes on, Esc ends it"),
        True,
    ),
    Action(
        "full_screen",
        say("&Full Screen"),
        "full_screen",
        _Key.FullScreen,
        "",
        say("Use the whole screen"),
        True,
        "",
        ("F11",),
    ),
    Action(
        "verification",
        say("&Verification…"),
        "show_checks",
        "",
        "",
        say("How each step fared at random instances"),
    ),
    Action("tour", say("Guided &Tour"), "show_tour", "", "", say("Show the parts of the window one after another")),
    Action("rules", say("&Rules"), "show_rules", "", "", say("Every rule that a derivation may name, with examples")),
    Action(
        "engine_page",
        say("How the &Engine Works"),
        "show_engine_page",
        "",
        "",
        say("What the code says of itself, in the order in which a derivation is made"),
    ),
    Action("language", say("The &Language"), "show_language", _Key.HelpContents, "", say("What can be typed")),
    Action(
        "palette",
        say("&Operators"),
        "set_palette",
        "Ctrl+Shift+O",
        "",
        say("Show the operators above the text, or hide them"),
        True,
    ),
    Action(
        "shapes",
        say("Sha&pes under the Factors"),
        "set_shapes",
        "Ctrl+D",
        "shapes",
        say("Show rows×columns under every factor"),
        True,
    ),
    Action(
        "every_rule",
        say("&Every Rule"),
        "set_every_rule",
        "Ctrl+R",
        "steps",
        say("Show each rule as a line of its own, or the lecturer's steps"),
        True,
    ),
    Action(
        "check_answer",
        say("Check &My Answer"),
        "check_answer",
        "Ctrl+K",
        "",
        say("Type your own answer and have it judged"),
        True,
    ),
    Action(
        "check_line",
        say("Check My &Next Line"),
        "check_line",
        "Ctrl+Shift+K",
        "",
        say("Type the next line of the derivation yourself and have it judged"),
    ),
    Action(
        "practise", say("&Practice…"), "practise", "Ctrl+Alt+K", "", say("Problems to solve line by line, with hints")
    ),
    Action(
        "practise_next", say("Next P&roblem"), "practise_next", "", "", say("Practise on the next unsolved problem")
    ),
    Action("cancel", say("&Stop Computing"), "cancel", "Ctrl+.", "stop", say("Stop the computation that is running")),
    Action(
        "theme_system",
        say("As the &Desktop"),
        "follow_desktop",
        "",
        "",
        say("Light or dark as the desktop is"),
        True,
        "theme",
    ),
    Action("theme_light", say("&Light"), "use_light", "", "", say("Light colours"), True, "theme"),
    Action("theme_dark", say("Dar&k"), "use_dark", "", "", say("Dark colours"), True, "theme"),
    Action(
        "by_differentials",
        say("By &Differentials"),
        "derive_by_differentials",
        "",
        "",
        say("Take the differential, move it inward rule by rule, and read the derivative off"),
        True,
        "method",
    ),
    Action(
        "by_components",
        say("By &Components"),
        "derive_by_components",
        "",
        "",
        say("Write entries and sums, differentiate by one entry, let Kronecker deltas collapse the sums"),
        True,
        "method",
    ),
    Action(
        "by_chain_rule",
        say("By the C&hain Rule"),
        "derive_by_chain_rule",
        "",
        "",
        say("Name the inner functions, differentiate each by its argument, and multiply from the last to the first"),
        True,
        "method",
    ),
    Action(
        "by_definition",
        say("By De&finition"),
        "derive_by_definition",
        "",
        "",
        say("The part of f(x + u) - f(x) that is linear in u"),
        True,
        "method",
    ),
    Action("about", say("&About gradviz"), "about", "", "", say("What this program is")),
)
