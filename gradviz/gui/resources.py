"""Where the shipped files are, and icons drawn in the theme's colours."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import gradviz

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

__all__ = ["add_drawing", "fixed_font", "folder", "icon", "icon_path"]


@cache
def folder() -> Path:
    """The resources folder: inside the package when installed from a wheel, beside it in the repository."""
    package = Path(gradviz.__file__).parent
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"


def icon_path(name: str) -> str:
    """The path of an icon's file, with forward slashes as style sheets want them."""
    return (folder() / "icons" / f"{name}.svg").as_posix()


def icon(name: str, colour: str, disabled: str | None = None) -> QIcon:
    """A QIcon from ``resources/icons``, whose strokes (``currentColor`` in the file) take the given colour."""
    from PySide6.QtGui import QIcon

    source = Path(icon_path(name)).read_text(encoding="utf-8")
    made = QIcon()
    for mode, stroke in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, disabled or colour)):
        add_drawing(made, source.replace("currentColor", stroke), 20, mode, QIcon.State.Off)
    return made


def add_drawing(icon: QIcon, svg: str, size: int, mode: QIcon.Mode, state: QIcon.State) -> None:
    """Give an icon the look that it has in a mode and a state, so many pixels wide and high at 100 % and at 200 %."""
    from PySide6.QtCore import QByteArray, Qt
    from PySide6.QtGui import QPainter, QPixmap
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(QByteArray(svg.encode()))
    for scale in (1, 2):
        pixmap = QPixmap(size * scale, size * scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter)
        painter.end()
        pixmap.setDevicePixelRatio(scale)
        icon.addPixmap(pixmap, mode, state)


def fixed_font(size: int):
    """The desktop's fixed-pitch font, in pixels."""
    from PySide6.QtGui import QFontDatabase, QFontInfo, QGuiApplication

    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    letters = QGuiApplication.font().families()[1:]  # of the language, as in the program's own font
    if letters:
        font.setFamilies([QFontInfo(font).family(), *letters])
    font.setPixelSize(size)
    return font
