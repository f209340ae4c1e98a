"""Lines of a derivation for the clipboard: the menu, and pictures of several lines in one."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QByteArray, QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QMenu, QWidget

from gradviz.gui.translation import told
from gradviz.sentences import counted, say

__all__ = ["FORMS", "Copying", "copy_menu", "picture_mime", "source_mime", "stacked_svg"]

FORMS: tuple[tuple[str, str], ...] = (
    ("latex", "LaTeX"),
    ("typst", "Typst"),
    ("mathml", "MathML"),
    ("text", say("Plain Text")),
    ("picture", say("Picture")),
    ("numpy", say("NumPy Code")),
    ("torch", say("PyTorch Code")),
    ("jax", say("JAX Code")),
)
"""What lines can be copied as: its name in requests, and in menus."""
FIRST_OF_GROUPS = ("picture", "numpy")
"""Before these a menu has a line."""

PIXELS_PER_POINT = 4
"""Of a picture without vectors: 288 dots per inch."""
GAP = 4.0
_ROOT = re.compile(r"<svg\b[^>]*>", re.DOTALL)
_VIEW_BOX = re.compile(r'viewBox="[-\d.]+ [-\d.]+ ([\d.]+) ([\d.]+)"')


def copy_menu(parent: QWidget, count: int, copy: Callable[[str, str], None]) -> QMenu:
    """A menu for `count` selected lines; `copy` is called with the form and with "selection" or "all"."""
    menu = QMenu(parent)
    menu.setObjectName("lines_menu")
    titles = {
        "selection": told(counted("Copy Line as", "Copy {n} Lines as", count)),
        "all": told(say("Copy the Whole Derivation as")),
    }
    for what, title in titles.items():
        if what == "selection" and not count:
            continue
        submenu = menu.addMenu(title)
        submenu.setObjectName(f"lines_menu_{what}")
        for form, name in FORMS:
            if form in FIRST_OF_GROUPS:
                submenu.addSeparator()
            action = submenu.addAction(told(name))
            action.setObjectName(f"copy_{what}_{form}")
            action.triggered.connect(lambda _=False, f=form, w=what: copy(f, w))
    return menu


def source_mime(form: str, source: str) -> QMimeData:
    """Source as text; MathML also under the names by which word processors look for it."""
    mime = QMimeData()
    mime.setText(source)
    if form == "mathml":
        for kind in ("application/mathml+xml", "application/mathml-presentation+xml", "MathML"):
            mime.setData(kind, source.encode())
    return mime


def stacked_svg(pictures: Sequence[str]) -> str:
    """Pictures below each other in one, their left sides aligned."""
    sizes = [(float(box[1]), float(box[2])) for svg in pictures if (box := _VIEW_BOX.search(svg))]
    if not sizes or len(sizes) != len(pictures):
        return ""
    wide = max(width for width, _ in sizes)
    tall = sum(height for _, height in sizes) + GAP * (len(sizes) - 1)
    parts, top = [], 0.0
    for svg, (_, height) in zip(pictures, sizes, strict=True):
        # A group: simple readers of SVG, Qt's among them, leave out a picture in a picture.
        inner = _ROOT.sub("", svg[svg.index("<svg") : svg.rindex("</svg>")], count=1)
        parts.append(f'<g transform="translate(0 {top:g})">{inner}</g>')
        top += height + GAP
    head = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
        f' width="{wide:g}pt" height="{tall:g}pt" viewBox="0 0 {wide:g} {tall:g}">'
    )
    return head + "".join(parts) + "</svg>"


def picture_mime(pictures: Sequence[str]) -> QMimeData | None:
    """The lines as a picture: SVG for programs that take it, pixels for the others."""
    svg = stacked_svg(pictures)
    box = _VIEW_BOX.search(svg)
    if box is None:
        return None
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    size = (float(box[1]) * PIXELS_PER_POINT, float(box[2]) * PIXELS_PER_POINT)
    image = QImage(max(1, round(size[0])), max(1, round(size[1])), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)  # who takes pixels may drop what is transparent: dark ink on black
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    mime = QMimeData()
    mime.setData("image/svg+xml", svg.encode())
    mime.setImageData(image)
    return mime


class Copying:
    """The part of `DerivationPanel` that copies; it uses the panel's `lines_view`, `answer`, `copied` and
    `copy_asked`."""

    def _open_menu(self, point: QPoint) -> None:
        menu = copy_menu(self, len(self.lines_view.selected), self.copy_lines)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(point)

    def _open_answer_menu(self, point: QPoint) -> None:
        menu = copy_menu(self, len(self.answer.lines), self._copy_answer)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(point)

    def copy_lines(self, form: str, what: str) -> None:
        """Copy the selected lines ("selection"), or all of them ("all"), as a form of `derivation_copy.FORMS`."""
        lines = [w.line for w in (self.lines_view.selected if what == "selection" else self.lines_view.lines)]
        self._copy(form, lines if what == "selection" else [*lines, *self.answer.lines], what)

    def _copy_answer(self, form: str, what: str) -> None:
        if what == "all":
            self.copy_lines(form, what)
        else:
            self._copy(form, self.answer.lines, what)

    def _copy(self, form: str, lines: list[dict[str, Any]], what: str) -> None:
        if form == "picture":
            mime = picture_mime([line["svg"] for line in lines])
            if mime is not None:
                QGuiApplication.clipboard().setMimeData(mime)
                self.copied.emit()
        elif lines:
            self.copy_asked.emit(form, "all" if what == "all" else [line["number"] for line in lines])
