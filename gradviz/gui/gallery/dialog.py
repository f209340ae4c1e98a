"""The window with the gallery: topics, a search, and a card for each document."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTextBoundaryFinder,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QListWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from gradviz.gui.derivation.line import Formula
from gradviz.gui.gallery.entries import TOPICS, Entry, entries, found
from gradviz.gui.gallery.pictures import SIZE, picture
from gradviz.gui.practice.progress import GRADES, grade_name, help_used, tasks
from gradviz.gui.practice.progress_row import ProgressRow
from gradviz.gui.theme import Theme, current_theme
from gradviz.gui.translation import told

__all__ = ["ABOUT_LINES", "CARD", "TITLE_LINES", "GalleryDialog", "in_lines"]

CARD = QSize(248, 156)
"""The smallest size of a card; cards grow to fill the row."""
GAP = 8
TITLE_LINES, ABOUT_LINES = 2, 3
LEGIBLE = 0.7
"""The smallest scale at which a formula stands beside a picture; the tip has its text."""


class _Entries(QAbstractListModel):
    """The entries that are shown; what is told of a problem to practise on would give its solution away."""

    practising = False

    def __init__(self, parent: Any) -> None:
        super().__init__(parent)
        self.shown: list[Entry] = list(entries())

    def show(self, shown: list[Entry]) -> None:
        self.beginResetModel()
        self.shown = shown
        self.endResetModel()

    def rowCount(self, parent: Any = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.shown)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self.shown[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return told(entry.title)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return entry.document.text if self.practising else f"{told(entry.about)}\n\n{entry.document.text}"
        return None


class _Card(QStyledItemDelegate):
    """Draws an entry: its title, its formula, and what it is about."""

    def __init__(self, parent: Any) -> None:
        super().__init__(parent)
        self.formulas: dict[str, Formula] = {}
        self.theme = current_theme()
        self.size = CARD
        self.marks: dict[str, str] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return self.size + QSize(GAP, GAP)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry, theme = index.model().shown[index.row()], self.theme
        card = QRect(option.rect.topLeft(), self.size)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        current = bool(option.state & (QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_Selected))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.accent if current else theme.border_strong if over else theme.border), 1))
        painter.setBrush(QColor(theme.accent_soft if current else theme.surface))
        painter.drawRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), theme.radius, theme.radius)
        inner = card.adjusted(12, 10, -12, -10)
        font = QFont(option.font)
        font.setPixelSize(theme.size_body)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(theme.text))
        flags = Qt.AlignmentFlag
        heading = f"✓ {told(entry.title)}" if self.marks.get(entry.id) else told(entry.title)
        title = in_lines(heading, TITLE_LINES, painter.fontMetrics(), inner.width())
        painter.drawText(inner, flags.AlignTop | flags.AlignLeft, title)
        top = painter.fontMetrics().lineSpacing() * (1 + title.count("\n")) + 3
        font.setWeight(QFont.Weight.Normal)
        font.setPixelSize(theme.size_small)
        painter.setFont(font)
        painter.setPen(QColor(theme.muted))
        said = self.marks.get(entry.id) or ("" if index.model().practising else told(entry.about))
        about = in_lines(said, ABOUT_LINES, painter.fontMetrics(), inner.width())
        painter.drawText(inner, flags.AlignLeft | flags.AlignBottom, about)
        bottom = painter.fontMetrics().lineSpacing() * max(2, 1 + about.count("\n")) + 4
        middle = QRectF(inner.adjusted(0, top, 0, -bottom))
        self._illustrate(painter, middle.adjusted(0, 2, 0, -2), entry)
        painter.restore()

    def _illustrate(self, painter: QPainter, middle: QRectF, entry: Entry) -> None:
        """The formula; a landscape's beside its picture, where both have room."""
        seen, formula, left = picture(entry.id, self.theme), self.formulas.get(entry.id), QRectF(middle)
        place = QRectF(0, 0, middle.height() * SIZE[0] / SIZE[1], middle.height())
        place.moveTopRight(middle.topRight())
        if seen is not None:
            left.setRight(place.left() - 8)
        drawn = formula is not None and bool(formula.width and formula.height)
        scale = min(1.0, left.width() / formula.width, left.height() / formula.height) if drawn else 0.0
        if formula is not None and (scale >= LEGIBLE or (drawn and seen is None)):
            formula.paint(painter, left.left(), left.center().y() - formula.height * scale / 2, scale)
        else:
            place.moveCenter(middle.center())
        if seen is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, seen)


def in_lines(text: str, most: int, metrics: QFontMetrics, width: int) -> str:
    """The text in a few lines, broken where its language breaks; what does not fit into the last one is left out."""
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, text)
    begin = end = 0
    lines: list[str] = []
    while len(lines) < most - 1 and (place := finder.toNextBoundary()) >= 0:
        if end > begin and metrics.horizontalAdvance(text[begin:place].rstrip()) > width:
            lines.append(text[begin:end].strip())
            begin = end
        end = place
    lines.append(metrics.elidedText(text[begin:].strip(), Qt.TextElideMode.ElideRight, width))
    return "\n".join(line for line in lines if line)


class GalleryDialog(QDialog):
    """Documents to open.

    Signals
    -------
    chosen : an entry is to be opened.
    practice_chosen : a problem (a `Task`) is to be practised.
    pictures_wanted : the formulas of these texts, by id, are to be typeset.
    """

    chosen = Signal(object)
    practice_chosen = Signal(object)
    pictures_wanted = Signal(dict)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("gallery")
        self.setWindowTitle(self.tr("Gallery"))
        self.search = QLineEdit(self)
        self.search.setObjectName("gallery_search")
        self.search.setAccessibleName(self.tr("Search the gallery"))
        self.search.setPlaceholderText(self.tr("Search: least squares, determinant, saddle…"))
        self.search.setClearButtonEnabled(True)
        self.topics = QListWidget(self)
        self.topics.setObjectName("gallery_topics")
        self.topics.setAccessibleName(self.tr("Topics"))
        practice = self.tr("Practice: {grade}")
        grades = [practice.format(grade=grade_name(grade)) for grade in GRADES]
        self.topics.addItems([self.tr("Everything"), *map(told, TOPICS), *grades])
        self.topics.setCurrentRow(0)
        self.topics.setFixedWidth(max(264, self.topics.sizeHintForColumn(0) + 32))
        self.topics.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.topics.setFrameShape(QFrame.Shape.NoFrame)
        self.model = _Entries(self)
        self.cards = QListView(self)
        self.cards.setObjectName("gallery_cards")
        self.cards.setAccessibleName(self.tr("Documents of the gallery"))
        self.cards.setModel(self.model)
        self._card = _Card(self)
        self.cards.setItemDelegate(self._card)
        self.cards.setViewMode(QListView.ViewMode.IconMode)
        self.cards.setResizeMode(QListView.ResizeMode.Adjust)
        self.cards.setMovement(QListView.Movement.Static)
        self.cards.setUniformItemSizes(True)
        self.cards.setMouseTracking(True)
        self.cards.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.cards.setFrameShape(QFrame.Shape.NoFrame)
        self._none = QLabel(self.tr("Nothing in the gallery holds these words."), self)
        self._none.setObjectName("gallery_none")
        self._none.setProperty("class", "muted")
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._none.hide()
        self.progress = ProgressRow(self)
        self.progress.forgotten.connect(self._filter)
        self.cards.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.cards.customContextMenuRequested.connect(self._open_menu)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.search)
        right.addWidget(self.cards, 1)
        right.addWidget(self._none, 1)
        right.addWidget(self.progress)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(16)
        row.addWidget(self.topics)
        row.addLayout(right, 1)
        self.search.textChanged.connect(self._filter)
        self.topics.currentRowChanged.connect(self._filter)
        self.cards.clicked.connect(self._open)
        self.setTabOrder(self.search, self.cards)
        self.setTabOrder(self.cards, self.progress.button)
        self.setTabOrder(self.progress.button, self.topics)
        self.cards.viewport().installEventFilter(self)
        room = parent.size() - QSize(32, 32) if parent is not None else QSize(1120, 640)
        self.resize(QSize(1120, 640).boundedTo(room))
        self.set_theme(current_theme())

    def set_theme(self, theme: Theme) -> None:
        if self._card.theme is not theme:
            self._card.formulas = {}
        self._card.theme = theme
        self.setStyleSheet(
            f"#gallery_cards, #gallery_topics {{ background: transparent; }}"
            f"#gallery_topics::item {{ padding: 6px 8px; border-radius: {theme.radius_small}px; }}"
            f"#gallery_topics::item:selected {{ background: {theme.selection}; color: {theme.text}; }}"
        )

    def show_pictures(self, faces: dict[str, str]) -> None:
        """Typeset formulas, by id."""
        self._card.formulas = {name: Formula(svg) for name, svg in faces.items()}
        self.cards.viewport().update()

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        self.search.setFocus()
        self.search.selectAll()
        if not self._card.formulas:
            self.pictures_wanted.emit({entry.id: entry.document.text for entry in entries()})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        if event.key() in (keys.Key_Return, keys.Key_Enter):
            index = self.cards.currentIndex()
            self._open(index if index.isValid() else self.model.index(0, 0))
        elif event.key() == keys.Key_Down and self.search.hasFocus():
            self.cards.setFocus(Qt.FocusReason.TabFocusReason)
            self.cards.setCurrentIndex(self.model.index(0, 0))
        else:
            super().keyPressEvent(event)

    def show_practice(self) -> None:
        """Show the problems of the first grade that are not all solved."""
        open_grades = [g for g in GRADES if any(help_used(task.entry.id) is None for task in tasks(g))]
        self.search.clear()
        self.topics.setCurrentRow(len(TOPICS) + (open_grades or GRADES)[0])
        self._filter()
        self.cards.setFocus(Qt.FocusReason.OtherFocusReason)
        unsolved = (row for row, entry in enumerate(self.model.shown) if help_used(entry.id) is None)
        self.cards.setCurrentIndex(self.model.index(next(unsolved, 0), 0))

    @property
    def grade(self) -> int:
        """The grade of practice that is shown; 0 for a topic."""
        return max(0, self.topics.currentRow() - len(TOPICS))

    def eventFilter(self, watched: Any, event: Any) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """Let the cards fill their rows."""
        # The view keeps the width of the style's scroll bar free, even beside the one that is shown.
        room = self.cards.viewport().width() - self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent) - 2
        columns = max(1, room // (CARD.width() + GAP))
        size = QSize(max(CARD.width(), room // columns - GAP), CARD.height())
        if size != self._card.size:
            self._card.size = size
            self.cards.scheduleDelayedItemsLayout()

    def _progress(self) -> dict[str, str]:
        """What is said of the problems that are solved."""
        words = {0: self.tr("Solved without help"), 1: self.tr("Solved with a hint"), 2: self.tr("Solved with hints")}
        used = {entry.id: help_used(entry.id) for entry in entries() if entry.grade}
        return {id_: words[min(2, strength)] for id_, strength in used.items() if strength is not None}

    def _filter(self, *_: Any) -> None:
        row = self.topics.currentRow()
        topic = TOPICS[row - 1] if 0 < row <= len(TOPICS) else ""
        shown = found(self.search.text(), topic, told)
        self._card.marks = self._progress() if self.grade else {}
        if self.grade:
            shown = [entry for entry in shown if entry.grade == self.grade]
        self.model.practising = self.grade > 0
        self.model.show(shown)
        self.cards.setVisible(bool(shown))
        self._none.setVisible(not shown)
        self.progress.show_grade(self.grade)

    def _open_menu(self, at: QPoint) -> None:
        index = self.cards.indexAt(at)
        menu = self.progress.menu_for(self.model.shown[index.row()].id) if index.isValid() else None
        if menu is not None:
            menu.popup(self.cards.viewport().mapToGlobal(at))

    def _open(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        entry = self.model.shown[index.row()]
        if self.grade:
            self.practice_chosen.emit(next(task for task in tasks(self.grade) if task.entry is entry))
        else:
            self.chosen.emit(entry)
