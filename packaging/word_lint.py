"""Looks for words that a user would see and nobody could translate."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

__all__ = ["TO_DO", "find", "find_all"]

SETTERS = frozenset({
    "setText", "setToolTip", "setStatusTip", "setWhatsThis", "setWindowTitle", "setTitle", "setPlaceholderText",
    "setAccessibleName", "setAccessibleDescription", "setInformativeText", "setLabelText", "setSuffix", "setPrefix",
    "setSpecialValueText", "setTabText", "setHorizontalHeaderLabels", "setHeaderLabels", "addAction", "addMenu",
    "addTab", "addItem", "addItems", "addRow", "addButton", "showMessage", "QLabel", "QPushButton", "QToolButton",
    "QCheckBox", "QRadioButton", "QGroupBox", "QAction", "QMenu", "QListWidgetItem", "QTableWidgetItem",
    "QTreeWidgetItem", "QUndoCommand", "getOpenFileName", "getSaveFileName", "getExistingDirectory", "information",
    "warning", "critical", "question", "about", "change",
})  # fmt: skip
"""What shows its text to a user."""
STYLES = frozenset({"size", "color"})
"""Keywords of them that say how, not what."""
FIRST = frozenset({"addItem", "change"})
"""Whose first argument alone is shown: the rest is an item's data, or what a change of the document makes of it."""
MARKS = frozenset({"tr", "translate", "say", "phrase", "counted", "QT_TRANSLATE_NOOP"})
"""What takes a text to be translated."""
ALLOWED = {
    "gradviz": "the name of the program",
    "\0[*] — gradviz": "the name of the program in a window's title",
}
"""Texts that are the same in every language -> why."""
TO_DO = ("demo.py",)
"""Parts of gradviz/gui whose texts are not translated: demo.py speaks to a terminal, in English."""
_WORD = re.compile(r"[^\W\d_₀-₉]{2,}")
_TAG = re.compile(r"<[^<>]*>|&\w+;")


def find_all(package: Path) -> list[str]:
    """A line for each finding in the package: ``path:line: what is wrong``."""
    found = []
    for path in sorted(package.rglob("*.py")):
        inside = path.relative_to(package).as_posix()
        in_gui = inside.startswith("gui/")
        done = not in_gui or not inside.removeprefix("gui/").startswith(TO_DO)
        for line, what in find(path.read_text(encoding="utf-8"), in_gui=in_gui, all_translated=done):
            found.append(f"{path}:{line}: {what}")
    return found


def find(source: str, *, in_gui: bool = True, all_translated: bool = True) -> Iterator[tuple[int, str]]:
    """(line, what is wrong) for each finding.

    Parameters
    ----------
    in_gui : the file may use Qt.
    all_translated : every text that is given to a widget must be translated.
    """
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = _called(node)
        if name in MARKS and (isinstance(node.func, ast.Name) or name in ("tr", "translate")):
            yield from _wrong_mark(node, name, in_gui=in_gui, strict=all_translated)
        elif in_gui and all_translated and name in SETTERS:
            named = [k.value for k in node.keywords if k.arg not in STYLES]
            for argument in node.args[:1] if name in FIRST else [*node.args, *named]:
                for text in _bare_texts(argument):
                    yield argument.lineno, f"{name}({text!r}) is not translated: self.tr(...)"


def _called(node: ast.Call) -> str:
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""


def _wrong_mark(node: ast.Call, name: str, *, in_gui: bool, strict: bool) -> Iterator[tuple[int, str]]:
    if name == "translate" and not _is_qt_translate(node):
        return  # str.translate
    if name == "tr" and in_gui and strict and not _is_self(node.func):
        yield node.lineno, "the receiver of tr() must be named self, or the text gets another context"
    texts = {"translate": node.args[1:2], "QT_TRANSLATE_NOOP": node.args[1:2], "counted": node.args[:2]}
    for text in texts.get(name, node.args[:1]):
        if isinstance(text, ast.JoinedStr | ast.BinOp) or (isinstance(text, ast.Call) and _called(text) == "format"):
            yield text.lineno, f"{name}() needs the text itself: fill its holes afterwards, or by say(..., name=value)"
        elif strict and name != "translate" and not (isinstance(text, ast.Constant) and isinstance(text.value, str)):
            yield text.lineno, f"{name}() needs a literal text, which can be extracted"


def _is_qt_translate(node: ast.Call) -> bool:
    owner = node.func.value if isinstance(node.func, ast.Attribute) else None
    return isinstance(owner, ast.Name) and owner.id in ("QCoreApplication", "QApplication", "QGuiApplication")


def _is_self(function: ast.expr) -> bool:
    return isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name) and function.value.id == "self"


def _bare_texts(node: ast.expr) -> Iterator[str]:
    """Literal words in an argument, which reach the user as they are."""
    match node:
        case ast.Constant(value=str(text)):
            if _WORD.search(_TAG.sub("", text)) and text not in ALLOWED:
                yield text
        case ast.JoinedStr(values=values):
            pieces = [p.value if isinstance(p, ast.Constant) and isinstance(p.value, str) else "\0" for p in values]
            yield from _bare_texts(ast.Constant("".join(pieces)))
            for part in values:
                if isinstance(part, ast.FormattedValue):
                    yield from _bare_texts(part.value)
        case ast.IfExp(body=body, orelse=orelse):
            yield from _bare_texts(body)
            yield from _bare_texts(orelse)
        case ast.BoolOp(values=values) | ast.List(elts=values) | ast.Tuple(elts=values):
            for part in values:
                yield from _bare_texts(part)
        case ast.BinOp(left=left, right=right):
            yield from _bare_texts(left)
            yield from _bare_texts(right)
