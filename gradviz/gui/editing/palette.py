"""The operator palette: a strip of typeset buttons that put templates with places to fill into the text."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, QRect, QSettings, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QSizePolicy,
    QStyle,
    QStyleOptionToolButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gradviz.gui.derivation.lines import Formula
from gradviz.gui.theme import Theme, current_theme
from gradviz.gui.translation import told
from gradviz.language.templates import GROUPS, TEMPLATES, Template

__all__ = ["Palette", "TemplateButton"]

HEIGHT = 30
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -1000, Qt.Key.Key_End: 1000}
_SETTING = "palette/group"


class TemplateButton(QToolButton):
    """One template, typeset once its picture is there."""

    def __init__(self, template: Template, parent: QWidget) -> None:
        super().__init__(parent)
        self.template = template
        self.setObjectName(f"template_{template.id}")
        self.setAccessibleName(told(template.title))
        self.setAccessibleDescription(self.tr("Inserts {text}").format(text=template.text))
        self.setToolTip(f"{told(template.title)}:  {template.text}")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("class", "template")
        self._formula: Formula | None = None
        self.theme = current_theme()

    def set_face(self, formula: Formula) -> None:
        self._formula = formula
        self.updateGeometry()
        self.update()

    def recolour(self, before: Theme, after: Theme) -> None:
        if self._formula is not None:
            self._formula.recolour(before, after)
        self.theme = after
        self.update()

    def sizeHint(self) -> QSize:
        if self._formula is not None:
            width = self._formula.width * self._scale()
        else:
            width = self.fontMetrics().horizontalAdvance(self.template.text)
        return QSize(max(HEIGHT, int(width) + 14), HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()  # the strip walks its buttons

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.text = ""
        self.style().drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option, painter, self)
        if self._formula is None:
            font = QFont(self.font())
            painter.setFont(font)
            painter.setPen(QColor(self.theme.text))
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.template.text)
        else:
            scale = self._scale()
            width, height = self._formula.width * scale, self._formula.height * scale
            self._formula.paint(painter, (self.width() - width) / 2, (self.height() - height) / 2, scale)
        painter.end()

    def _scale(self) -> float:
        """All of a kind, but what is tall fits its button."""
        assert self._formula is not None
        return min(1.0, (HEIGHT - 6) / max(1.0, self._formula.height - 9))


class Palette(QFrame):
    """Groups of templates; one group's buttons are shown. Left and Right walk them, Enter inserts.

    Signals
    -------
    chosen : the template that was clicked.
    left : Escape: back to the text.
    """

    chosen = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("operator_palette")
        self.setAccessibleName(self.tr("Operators"))
        self.setAccessibleDescription(
            self.tr("Templates to insert; Left and Right walk them, Enter inserts, Escape goes back")
        )
        self._faces: dict[str, str] = {}
        self._pages: dict[str, QWidget] = {}
        self._theme = current_theme()
        self._tabs = QButtonGroup(self)
        self._tabs.setExclusive(True)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for name in GROUPS:
            tab = QToolButton(self)
            tab.setObjectName(f"palette_group_{name.lower()}")
            tab.setText(told(name))
            tab.setProperty("group", name)
            tab.setAccessibleName(self.tr("{group}: templates").format(group=tab.text()))
            tab.setCheckable(True)
            tab.setProperty("class", "tab")
            tab.clicked.connect(lambda _=False, n=name: self.show_group(n))
            self._tabs.addButton(tab)
            row.addWidget(tab)
        row.addStretch(1)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(10, 0, 8, 4)
        self._layout.setSpacing(2)
        self._layout.addLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        kept = str(QSettings().value(_SETTING, GROUPS[0]))
        self.group = ""
        self.show_group(kept if kept in GROUPS else GROUPS[0])

    @property
    def buttons(self) -> list[TemplateButton]:
        """The buttons of the group that is shown."""
        return self._pages[self.group].findChildren(TemplateButton)

    def show_group(self, name: str) -> None:
        """Show a group's buttons."""
        if name == self.group:
            return
        if self.group:
            self._pages[self.group].hide()
            QSettings().setValue(_SETTING, name)
        if name not in self._pages:
            self._pages[name] = self._page(name)
            self._layout.addWidget(self._pages[name])
        self.group = name
        self._pages[name].show()
        next(tab for tab in self._tabs.buttons() if tab.property("group") == name).setChecked(True)
        self._fit()

    def set_faces(self, faces: dict[str, str]) -> None:
        """The pictures of the templates, by their ids, in the ink of the present theme."""
        self._faces = faces
        for page in self._pages.values():
            for button in page.findChildren(TemplateButton):
                if button.template.id in faces:
                    button.set_face(Formula(faces[button.template.id]))
        self._fit()

    @property
    def has_faces(self) -> bool:
        return bool(self._faces)

    def focus_first(self) -> None:
        """Take the keyboard."""
        self.buttons[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_theme(self, theme: Theme) -> None:
        before, self._theme = self._theme, theme
        for page in self._pages.values():
            for button in page.findChildren(TemplateButton):
                button.recolour(before, theme)
        if before is not theme:
            self._faces = {}  # a group that is opened later waits for pictures in the new ink
        template, tab = 'QToolButton[class="template"]', 'QToolButton[class="tab"]'
        rules = {
            "#operator_palette": "border: none;",
            template: f"border: 1px solid transparent; border-radius: 4px; padding: 0; background: {theme.sunken};",
            f"{template}:hover": f"background: {theme.hover}; border-color: {theme.border_strong};",
            f"{template}:pressed": f"background: {theme.selection};",
            f"{template}:focus": f"border-color: {theme.accent};",
            tab: f"color: {theme.muted}; font-size: {theme.size_small}px; padding: 2px 6px; border: none;"
            " border-radius: 4px;",
            f"{tab}:hover": f"color: {theme.text}; background: {theme.hover};",
            f"{tab}:checked": f"color: {theme.accent}; background: {theme.accent_soft};",
            f"{tab}:focus": f"color: {theme.accent}; text-decoration: underline;",
        }
        self.setStyleSheet("\n".join(f"{who} {{ {what} }}" for who, what in rules.items()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in _STEPS and focused in self.buttons:
            at = self.buttons.index(focused) + _STEPS[Qt.Key(event.key())]
            self.buttons[max(0, min(len(self.buttons) - 1, at))].setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, TemplateButton):
            self.chosen.emit(focused.template)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As many rows as the buttons need: what is above or below must not squeeze them."""
        tabs = self._tabs.buttons()[0].sizeHint().height()
        rows = self._pages[self.group].layout().heightForWidth(max(200, self.width() - 18))
        self.setFixedHeight(tabs + 2 + rows + 4)

    def _page(self, name: str) -> QWidget:
        page = QWidget(self)
        page.setObjectName(f"palette_page_{name.lower()}")
        flow = _Flow(page)
        for template in TEMPLATES:
            if template.group == name:
                button = TemplateButton(template, page)
                button.clicked.connect(lambda _=False, t=template: self.chosen.emit(t))
                if template.id in self._faces:
                    button.set_face(Formula(self._faces[template.id]))
                flow.addWidget(button)
        first = page.findChildren(TemplateButton)[0]
        first.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return page


class _Flow(QLayout):
    """Buttons in rows, as many in each as there is room for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)
        self._items: list[QLayoutItem] = []

    def addItem(self, item: Any) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> Any:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> Any:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), moving=False)

    def minimumSize(self) -> QSize:
        return QSize(200, HEIGHT)

    def sizeHint(self) -> QSize:
        return QSize(400, HEIGHT)

    def setGeometry(self, box: QRect) -> None:
        super().setGeometry(box)
        self._arrange(box, moving=True)

    def _arrange(self, box: QRect, *, moving: bool) -> int:
        x, y = box.x(), box.y()
        for item in self._items:
            size = item.sizeHint()
            if x > box.x() and x + size.width() > box.right() + 1:
                x, y = box.x(), y + HEIGHT + 2
            if moving:
                item.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + 2
        return y + HEIGHT - box.y()
