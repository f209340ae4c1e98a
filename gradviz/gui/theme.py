"""Colours, distances and type sizes: one light and one dark set, and the style sheet that is made of them.

Every widget takes its colours from here, so that both schemes stay whole: `current_theme` follows the desktop
(``QStyleHints.colorScheme``) unless `set_override` chose one.
"""

from __future__ import annotations

from dataclasses import dataclass
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from gradviz.gui.resources import icon_path

__all__ = ["DARK", "LIGHT", "Theme", "current_theme", "override", "palette", "set_override", "stylesheet"]

_OVERRIDE = "gradvizTheme"
"""The dynamic property of the application that holds the chosen scheme: "light", "dark", or nothing to follow the
desktop."""


@dataclass(frozen=True, slots=True)
class Theme:
    """One colour scheme. Colours are ``#rrggbb`` strings; distances are in device-independent pixels.

    Attributes
    ----------
    name : "light" or "dark".
    background, surface, raised, sunken : the window, what lies on it (cards, panels), what floats (menus), what is
        let in (fields).
    border, border_strong : hairlines; outlines of controls.
    text, muted, faint : what is read; what accompanies it; placeholders and what is dimmed.
    accent, accent_soft, on_accent : the one accent, its tint for backgrounds, and text on it.
    error, error_soft, ok, ok_soft, warning, warning_soft : verdicts, with tints for their backgrounds.
    selection, hover : backgrounds of what is selected or under the mouse.
    chip, on_chip : a rule's name.
    syntax_function, syntax_number : functions and numbers in the text.
    answer, answer_border : the answer set apart.
    plot_background, plot_axis, plot_grid : the plot's surface, its axes and labels, its grid.
    plot_field, plot_contour : the gradient field and contour lines, over the heat map.
    plot_point, plot_point_border : the draggable point.
    plot_gradient : the gradient arrow at the point.
    plot_start : the point where a descent starts.
    trajectory, trajectory_faded : a descent's path up to the shown step, and the rest of it.
    trajectories : colours to tell several descents apart.
    heat : the heat map's stops from low to high.
    unit, half : the grid of distances, 8 and 4 px; `radius` rounds cards, `radius_small` controls.
    size_small, size_body, size_large : type sizes in px.
    """

    name: str
    background: str
    surface: str
    raised: str
    sunken: str
    border: str
    border_strong: str
    text: str
    muted: str
    faint: str
    accent: str
    accent_soft: str
    on_accent: str
    error: str
    error_soft: str
    ok: str
    ok_soft: str
    warning: str
    warning_soft: str
    selection: str
    hover: str
    chip: str
    on_chip: str
    syntax_function: str
    syntax_number: str
    answer: str
    answer_border: str
    plot_background: str
    plot_axis: str
    plot_grid: str
    plot_field: str
    plot_contour: str
    plot_point: str
    plot_point_border: str
    plot_gradient: str
    plot_start: str
    trajectory: str
    trajectory_faded: str
    trajectories: tuple[str, ...]
    heat: tuple[str, ...]
    unit: int = 8
    half: int = 4
    radius: int = 8
    radius_small: int = 6
    size_small: int = 12
    size_body: int = 13
    size_large: int = 15

    @property
    def is_dark(self) -> bool:
        return self.name == "dark"


LIGHT = Theme(
    name="light",
    background="#f3f4f7",
    surface="#ffffff",
    raised="#ffffff",
    sunken="#f7f8fa",
    border="#e1e4ea",
    border_strong="#838c9b",
    text="#1a2130",
    muted="#566072",
    faint="#808a9a",
    accent="#3456c9",
    accent_soft="#e9eefc",
    on_accent="#ffffff",
    error="#b3261e",
    error_soft="#fdeceb",
    ok="#17734a",
    ok_soft="#e5f4ec",
    warning="#8a5a00",
    warning_soft="#fdf3dc",
    selection="#dbe4fd",
    hover="#edf0f5",
    chip="#eef1f6",
    on_chip="#46526a",
    syntax_function="#7a3ea8",
    syntax_number="#0f6b62",
    answer="#f2f5fe",
    answer_border="#c3d0f5",
    plot_background="#ffffff",
    plot_axis="#566072",
    plot_grid="#e1e4ea",
    plot_field="#3b4a63",
    plot_contour="#5f6f8c",
    plot_point="#ffffff",
    plot_point_border="#1a2130",
    plot_gradient="#c2410c",
    plot_start="#1a2130",
    trajectory="#b3156e",
    trajectory_faded="#d98fb8",
    trajectories=("#b3156e", "#0f766e", "#c2410c", "#5b3fc4", "#1d6fb8", "#7a5c00"),
    heat=("#24508f", "#3f78b5", "#6ea3cf", "#a5c8e0", "#d6e6ef", "#f6f3e9", "#fbe3b8"),
)

DARK = Theme(
    name="dark",
    background="#14171d",
    surface="#1c2028",
    raised="#262b35",
    sunken="#171a21",
    border="#2e3440",
    border_strong="#6d7789",
    text="#e8ebf1",
    muted="#a5aebd",
    faint="#788292",
    accent="#8ea8ff",
    accent_soft="#252f4d",
    on_accent="#10162a",
    error="#ff9289",
    error_soft="#3a2022",
    ok="#67d6a0",
    ok_soft="#18332a",
    warning="#e9bd5b",
    warning_soft="#352b17",
    selection="#2d3b66",
    hover="#272c37",
    chip="#2a303c",
    on_chip="#bcc6d8",
    syntax_function="#d0a8ff",
    syntax_number="#6fd3c3",
    answer="#202842",
    answer_border="#3d4d80",
    plot_background="#1c2028",
    plot_axis="#a5aebd",
    plot_grid="#2e3440",
    plot_field="#c9d3e6",
    plot_contour="#93a5c4",
    plot_point="#1c2028",
    plot_point_border="#ffffff",
    plot_gradient="#ffa15c",
    plot_start="#ffffff",
    trajectory="#ff8ccb",
    trajectory_faded="#8d4d73",
    trajectories=("#ff8ccb", "#4fd1c1", "#ffa15c", "#b9a3ff", "#7cc4ff", "#e2c35a"),
    heat=("#0c1730", "#14294f", "#1d3f70", "#2b5a90", "#4679ab", "#6f9bc0", "#a3c0d6"),
)


def override() -> str:
    """The scheme that was chosen: "light", "dark", or "" when the desktop's is followed."""
    app = QGuiApplication.instance()
    return str((app.property(_OVERRIDE) if app else None) or "")


def set_override(name: str) -> None:
    """Choose "light" or "dark" for the application, or "" to follow the desktop."""
    if name not in ("", "light", "dark"):
        raise ValueError(f"not a colour scheme: {name!r}")
    app = QGuiApplication.instance()
    if app is not None:
        app.setProperty(_OVERRIDE, name)


def current_theme() -> Theme:
    """The chosen scheme, or else the desktop's; light where the desktop does not say."""
    chosen = override()
    if chosen:
        return DARK if chosen == "dark" else LIGHT
    hints = QGuiApplication.styleHints()
    return DARK if hints is not None and hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT


def palette(theme: Theme) -> QPalette:
    """What Qt itself paints with: text, selections, placeholders, tooltips."""
    roles = QPalette.ColorRole
    made = QPalette()
    for role, colour in (
        (roles.Window, theme.background),
        (roles.WindowText, theme.text),
        (roles.Base, theme.surface),
        (roles.AlternateBase, theme.sunken),
        (roles.Text, theme.text),
        (roles.Button, theme.surface),
        (roles.ButtonText, theme.text),
        (roles.BrightText, theme.error),
        (roles.Highlight, theme.selection),
        (roles.HighlightedText, theme.text),
        (roles.ToolTipBase, theme.raised),
        (roles.ToolTipText, theme.text),
        (roles.PlaceholderText, theme.muted),
        (roles.Link, theme.accent),
        (roles.Light, theme.raised),
        (roles.Mid, theme.border),
        (roles.Dark, theme.border_strong),
        (roles.Shadow, theme.border_strong),
    ):
        made.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.faint))
    return made


def stylesheet(theme: Theme) -> str:
    """The application's style sheet.

    Widgets opt in by object name or by a dynamic property: ``class="card"`` (a surface with a hairline), "heading",
    "muted", "error", "chip", "badge", and ``class="primary"`` or "quiet" for buttons.
    """
    fields = {name: getattr(theme, name) for name in Theme.__slots__ if name not in ("trajectories", "heat")}
    icons = {"arrow_down": "chevron-down", "close": "panel-close", "float": "panel-float", "check": "check"}
    return _SHEET.substitute(fields, **{k: icon_path(f"{name}-{theme.name}") for k, name in icons.items()})


_SHEET = Template(
    """
QWidget { font-size: ${size_body}px; color: $text; }
QMainWindow, QDialog { background: $background; }
QToolTip { background: $raised; color: $text; border: 1px solid $border_strong; padding: 6px 8px; }

QMenuBar { background: $background; padding: 4px 8px; }
QMenuBar::item { padding: 6px 8px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $raised; border: 1px solid $border_strong; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: $selection; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }
QMenu::indicator { width: 12px; height: 12px; left: 6px; }

QToolBar { background: $background; border: none; }
QToolButton {
    border: 1px solid transparent; border-radius: ${radius_small}px; padding: 4px 8px;
    background: transparent;
}
QToolButton[class="toggle"] { border-color: $border; color: $muted; font-size: ${size_small}px; padding: 3px 8px; }
QToolButton:hover { background: $hover; }
QToolButton:pressed { background: $selection; }
QToolButton[class="icon"] { padding: 4px 6px; }
QToolButton[popupMode="2"] { padding-right: 18px; }
QToolButton::menu-indicator { subcontrol-origin: padding; subcontrol-position: center right; right: 4px; }
QToolButton:checked, QToolButton[class="toggle"]:checked {
    background: $accent_soft; color: $accent; border-color: $answer_border;
}
QToolButton:focus, QToolButton[class="toggle"]:focus { border: 2px solid $accent; padding: 3px 7px; }
QToolButton[class="toggle"]:focus { padding: 2px 7px; }
QToolButton[class="icon"]:focus { padding: 3px 5px; }
QToolButton:disabled { color: $faint; }

QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QPushButton {
    background: $surface; border: 1px solid $border_strong; border-radius: ${radius_small}px;
    padding: 4px 12px; min-height: 20px;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $selection; }
QPushButton:focus { border: 2px solid $accent; padding: 3px 11px; }
QPushButton:disabled { color: $faint; border-color: $border; }
QPushButton:checked { background: $accent_soft; color: $accent; border-color: $answer_border; }
QPushButton:checked:focus { border-color: $accent; }
QPushButton[class="primary"] { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[class="primary"]:focus { background: $accent_soft; color: $accent; }
QPushButton[class="primary"]:disabled { background: $surface; color: $faint; border-color: $border; }
QPushButton[class="quiet"] { background: transparent; border-color: transparent; color: $accent; padding: 2px 8px; }
QPushButton[class="quiet"]:hover { background: $accent_soft; }
QPushButton[class="quiet"]:focus { border-color: $accent; padding: 1px 7px; }
QPushButton[class="quiet"]:disabled { color: $faint; }

QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox {
    background: $surface; border: 1px solid $border_strong; border-radius: ${radius_small}px; padding: 3px 8px;
    min-height: 20px;
    selection-background-color: $selection; selection-color: $text;
}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: none; subcontrol-origin: border; }
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus {
    border: 2px solid $accent; padding: 2px 7px;
}
QLineEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled, QComboBox:disabled {
    color: $faint; border-color: $border;
}
QLineEdit[invalid="true"], QDoubleSpinBox[invalid="true"] { border-color: $error; background: $error_soft; }
/* 3px above and below, always: Qt takes the room for the list's frame from the box's padding, or cuts the last item. */
QComboBox:focus { padding: 3px 7px; min-height: 18px; }
QComboBox[class="compact"] { font-size: ${size_small}px; padding: 3px 6px; min-height: 16px; }
QComboBox[class="compact"]:focus { padding: 3px 5px; min-height: 14px; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { image: url("$arrow_down"); width: 10px; height: 10px; }
QComboBox QAbstractItemView {
    background: $raised; border: 1px solid $border_strong; selection-background-color: $selection;
    selection-color: $text; outline: none; padding: 4px;
}

QSlider::groove:horizontal { height: 4px; background: $border; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::handle:horizontal { width: 14px; height: 14px; margin: -5px 0; border-radius: 7px; background: $accent; }
QSlider::handle:horizontal:focus { border: 3px solid $accent; width: 8px; height: 8px; background: $surface; }
QSlider::sub-page:horizontal:disabled, QSlider::handle:horizontal:disabled { background: $border_strong; }

QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 2px; }
QScrollBar::handle { background: $border_strong; border-radius: 3px; min-height: 24px; min-width: 24px; }
QScrollBar::handle:hover { background: $faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QTableView {
    background: $surface; border: 1px solid $border; gridline-color: $border;
    selection-background-color: $selection; selection-color: $text;
}
QHeaderView::section {
    background: $sunken; color: $muted; border: none; border-bottom: 1px solid $border; padding: 4px 8px;
}

QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: $accent_soft; }
QMainWindow::separator { width: 8px; height: 8px; background: transparent; }
QMainWindow::separator:hover { background: $accent_soft; }
QDockWidget {
    color: $muted; font-size: ${size_small}px; font-weight: 600;
    titlebar-close-icon: url("$close"); titlebar-normal-icon: url("$float");
}
QDockWidget::title { background: transparent; padding: 4px 8px; text-align: left; }
QDockWidget::close-button, QDockWidget::float-button {
    border: none; border-radius: 4px; background: transparent; width: 18px; height: 18px; icon-size: 16px;
}
QDockWidget::close-button:hover, QDockWidget::float-button:hover { background: $hover; }

QStatusBar { background: $background; color: $muted; border-top: 1px solid $border; }
QStatusBar::item { border: none; }

QTabWidget::pane { border: none; }
QTabBar { background: transparent; }
QTabBar::tab { padding: 6px 12px; color: $muted; border-bottom: 2px solid transparent; background: transparent; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected:focus { background: $accent; color: $on_accent; }

QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollArea { background: transparent; border: none; }
QFrame[class="card"] { background: $surface; border: 1px solid $border; border-radius: ${radius}px; }
QWidget[class="plain"] { background: transparent; }
QLabel { background: transparent; }
QLabel[class="heading"] { font-size: ${size_small}px; font-weight: 600; color: $muted; }
QLabel[class="title"] { font-size: ${size_large}px; font-weight: 600; color: $text; }
QLabel[class="muted"] { color: $muted; font-size: ${size_small}px; }
QLabel[class="error"] { color: $error; font-size: ${size_small}px; }
QLabel[class="ok"] { color: $ok; font-size: ${size_small}px; }
QCheckBox { spacing: 8px; }
QCheckBox, QRadioButton { border: 2px solid transparent; border-radius: 4px; padding: 0 2px; }
QCheckBox::indicator {
    width: 12px; height: 12px; border: 1px solid $border_strong; border-radius: 3px; background: $surface;
}
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$check"); }
QCheckBox::indicator:disabled { border-color: $border; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
"""
)
