"""The page of the rules: a search, the list, and the rule that is chosen, with an example to open."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from gradviz.gui.small_parts import push_button
from gradviz.gui.theme import Theme, current_theme
from gradviz.gui.translation import told
from gradviz.sentences import say

__all__ = ["RulesDialog"]

_FIELDS = ("title", "family", "sentence", "formula", "condition", "source", "example", "id")


_NOTATION = say(
    "In formulas d(U) is the differential of U, ' the transpose, .* the entrywise product, <U, V> the inner product;"
    " => leads from one statement to the next."
)


_OPTIONS: Mapping[tuple[str, object], str] = {
    ("order", 2): say("second order"),
    ("method", "definition"): say("by definition"),
    ("method", "components"): say("by components"),
    ("method", "chain"): say("by the chain rule"),
    ("structure", "free"): say("with independent entries"),
    ("layout", "numerator"): say("numerator layout"),
}
"""How examples are derived that need more than a variable."""


class RulesDialog(QDialog):
    """Every rule that a derivation may name.

    Signals
    -------
    opened : a rule whose example is to be opened as a document.
    """

    opened = Signal(dict)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rules_page")
        self.setWindowTitle(self.tr("Rules"))
        self._rules: list[dict[str, Any]] = []
        self.search = QLineEdit(self)
        self.search.setObjectName("rules_search")
        self.search.setAccessibleName(self.tr("Search the rules"))
        self.search.setPlaceholderText(self.tr("Search: product, trace, tr(A B), Matrix Cookbook…"))
        self.search.setClearButtonEnabled(True)
        self.list = QListWidget(self)
        self.list.setObjectName("rules_list")
        self.list.setAccessibleName(self.tr("Rules"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFixedWidth(288)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._count = QLabel("", self)
        self._count.setObjectName("rules_count")
        self._count.setProperty("class", "muted")
        self.page = QTextBrowser(self)
        self.page.setObjectName("rules_text")
        self.page.setAccessibleName(self.tr("The rule"))
        self.page.setFrameShape(QFrame.Shape.NoFrame)
        self.open_button = push_button(
            self, "rules_open", self.tr("Open the example"), "primary", self.tr("Open the example as a document")
        )
        self.open_button.setEnabled(False)
        left = QVBoxLayout()
        left.setSpacing(8)
        for widget in (self.search, self.list, self._count):
            left.addWidget(widget)
        right = QVBoxLayout()
        right.addWidget(self.page, 1)
        right.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(16)
        row.addLayout(left)
        row.addLayout(right, 1)
        self.search.textChanged.connect(self._fill)
        self.list.currentItemChanged.connect(self._show)
        self.open_button.clicked.connect(self._open)
        self.list.itemActivated.connect(lambda _: self._open())
        room = parent.size() - QSize(32, 32) if parent is not None else QSize(880, 560)
        self.resize(QSize(880, 560).boundedTo(room))
        self._say(self.tr("Reading the rules…"))

    def set_rules(self, reply: dict[str, Any]) -> None:
        """The reply with the rules, or why there are none."""
        if reply["status"] != "done":
            self._say(reply.get("message") or self.tr("The rules cannot be shown."))
            return
        self._rules = reply["rules"]
        self._fill()

    def shown(self) -> list[dict[str, Any]]:
        """The rules that fit the search, in order."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return [rule for item in items if (rule := item.data(Qt.ItemDataRole.UserRole))]

    def _fill(self, *_: Any) -> None:
        words = self.search.text().casefold().split()
        chosen = self._current()
        self.list.clear()
        family, count = "", 0
        for rule in self._rules:
            text = " ".join(str(rule[name]) for name in _FIELDS).casefold()
            if not all(word in text for word in words):
                continue
            if rule["family"] != family:
                family = rule["family"]
                heading = QListWidgetItem(family)
                heading.setFlags(Qt.ItemFlag.NoItemFlags)
                self.list.addItem(heading)
            item = QListWidgetItem(f"  {rule['title']}")
            item.setData(Qt.ItemDataRole.UserRole, rule)
            item.setToolTip(rule["title"])
            self.list.addItem(item)
            count += 1
            if self.list.currentItem() is None or (chosen and rule["id"] == chosen["id"]):
                self.list.setCurrentItem(item)
        self._count.setText(self.tr("{count} of {all} rules").format(count=count, all=len(self._rules)))
        if not count:
            self._say(self.tr("No rule holds these words."))

    def _current(self) -> dict[str, Any] | None:
        item = self.list.currentItem()
        return item.data(Qt.ItemDataRole.UserRole) if item is not None else None

    def _show(self, *_: Any) -> None:
        rule = self._current()
        self.open_button.setEnabled(rule is not None)
        if rule is None:
            return
        theme = current_theme()
        parts = [f"<h3>{escape(rule['title'])}</h3>", f"<p style='color:{theme.muted}'>{escape(rule['family'])}</p>"]
        parts.append(f"<p style='font-family:monospace; font-size:15px'>{escape(rule['formula'])}</p>")
        parts.append(f"<p>{escape(rule['sentence'])}</p>")
        if rule["condition"]:
            parts.append(f"<p>{escape(self.tr('Where {condition}.').format(condition=rule['condition']))}</p>")
        if rule["source"]:
            source = self.tr("Source: {source}").format(source=rule["source"])
            parts.append(f"<p style='color:{theme.muted}'>{escape(source)}</p>")
        options = [told(_OPTIONS.get(option, f"{option[0]} {option[1]}")) for option in rule["options"].items()]
        by = ", ".join([self.tr("Example, by {variable}").format(variable=rule["wrt"][0]), *options])
        example = escape(rule["text"] if len(rule["text"]) < 600 else f"{rule['text'][:600]} …").replace("\n", "<br>")
        parts.append(f"<p>{escape(by)}:</p>")
        parts.append(f"<p style='font-family:monospace'>{example}</p>")
        parts.append(f"<p style='color:{theme.muted}'>{escape(told(_NOTATION))}</p>")
        self.page.setHtml("".join(parts))

    def set_theme(self, theme: Theme) -> None:
        """The rule that is shown, in other colours."""
        self._show()

    def _say(self, sentence: str) -> None:
        self.page.setPlainText(sentence)
        self.open_button.setEnabled(False)

    def _open(self) -> None:
        rule = self._current()
        if rule is not None:
            self.opened.emit(rule)
