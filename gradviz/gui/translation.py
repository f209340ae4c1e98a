"""The language of the window: which one, its translations, and the sentences of the rooms that do not know Qt.

A text of the window is translated where it is made (``self.tr``, ``QCoreApplication.translate``). What the engine says
comes as `gradviz.sentences.Sentence`; `told` puts it into the language of the window. ``make translations`` extracts
and compiles.
"""

from __future__ import annotations

import os
import re

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QSettings, QTranslator

from gradviz.gui.resources import folder
from gradviz.sentences import retold

__all__ = [
    "LANGUAGES",
    "PSEUDO",
    "SETTING",
    "VARIABLE",
    "PseudoTranslator",
    "chosen_language",
    "disguised",
    "install_language",
    "is_forced",
    "is_legible",
    "spoken_language",
    "told",
    "without_mnemonic",
]

LANGUAGES = {"en": "English", "ru": "Русский", "zh_CN": "简体中文"}
"""The languages there are, each called what its speakers call it."""
PSEUDO = "pseudo"
"""No language: English in disguise and a third longer, which shows what is not translated and what does not fit."""
SETTING = "preferences/language"
VARIABLE = "GRADVIZ_LANGUAGE"
"""An environment variable that overrules the setting."""
_OWNER = "translations"
_LETTERS = {
    "zh_CN": (
        "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Source Han Sans CN", "PingFang SC",
        "Microsoft YaHei", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "Droid Sans Fallback", "SimHei",
    ),
}  # fmt: skip
"""Fonts for the letters of a language, the best first."""
_QT_SETTINGS = frozenset({"QShortcut", "QGuiApplication", "QApplication"})
"""Contexts of Qt that hold settings and names of keys."""
_MARKED = str.maketrans("ABCDEGHIJKLNORSTUWYZabcdeghijklnorstuwyz", "ÅƁÇÐÉĞĤÎĴĶĻÑÖŘŠŢÛŴÝŽåƀçďéğĥîĵķļñöřšţûŵýž")
_MNEMONIC = re.compile(r"\s?\(&[A-Za-z]\)|&(?P<sign>&?)")
_KEPT = re.compile(r"(\{[^{}]*\}|%\d|%n|<[^<>]*>|&\w+;|&[^ ]|\n)")


def chosen_language() -> str:
    """The language of the environment variable, of the settings, or of the desktop; English where we have none."""
    for chosen in (os.environ.get(VARIABLE, ""), str(QSettings().value(SETTING, ""))):
        if _is_one(chosen):
            return chosen
    for name in QLocale.system().uiLanguages():
        found = _ours(name)
        if found:
            return found
    return "en"


def is_forced() -> bool:
    """Whether the environment variable decides on the language."""
    return _is_one(os.environ.get(VARIABLE, ""))


def is_legible(language: str) -> bool:
    """Whether there is a font with the characters of a language."""
    if language != "zh_CN":
        return True
    from PySide6.QtGui import QFontDatabase

    return QFontDatabase.WritingSystem.SimplifiedChinese in QFontDatabase.writingSystems()


def install_language(app: QCoreApplication, language: str) -> None:
    """Have the program speak a language from now on; texts that stand already stay as they are (see
    `gradviz.gui.window.windows.speak`)."""
    app.setProperty(_OWNER, language)
    _choose_letters(app, language)
    for old in app.findChildren(QTranslator, _OWNER):
        app.removeTranslator(old)
        old.deleteLater()
    if language == PSEUDO:
        _add(app, PseudoTranslator(app))
        return
    for name, where in (
        (f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        (f"gradviz_{language}", str(folder() / "translations")),
    ):
        translator = QTranslator(app)
        if translator.load(name, where):
            _add(app, translator)


def _choose_letters(app: QCoreApplication, language: str) -> None:
    """Have the letters that the program's font lacks come from an upright, plain font of the language.

    The first font that has them may be one for calligraphy.
    """
    from PySide6.QtGui import QFontDatabase, QFontInfo
    from PySide6.QtWidgets import QApplication

    if not isinstance(app, QApplication):
        return
    font, installed = app.font(), QFontDatabase.families()
    letters = [name for name in _LETTERS.get(language, ()) if name in installed]
    if letters:  # of a general name, such as "Sans", Qt would make nothing in a list
        font.setFamilies([QFontInfo(font).family(), *letters])
        app.setFont(font)
    elif len(font.families()) > 1:
        font.setFamilies(font.families()[:1])
        app.setFont(font)


def spoken_language(app: QCoreApplication) -> str:
    """The language that `install_language` chose last."""
    return str(app.property(_OWNER) or "en")


def told(text: str) -> str:
    """A sentence of the engine in the language of the window; any other text as it is."""
    return retold(text, lambda context, source, n: QCoreApplication.translate(context, source, None, n))


def without_mnemonic(text: str) -> str:
    """What a menu calls something, without the mark of its key: ``&File`` is ``File``, and so is ``File(&F)``."""
    return _MNEMONIC.sub(lambda found: found["sign"] or "", text)


class PseudoTranslator(QTranslator):
    """Turns ``Save {name}`` into ``⟦Šåvé {name}··⟧``: readable, marked, and a third longer."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        return None if not source or context in _QT_SETTINGS else disguised(source)

    def isEmpty(self) -> bool:
        return False


def disguised(text: str) -> str:
    """The text with marks on its letters, dots for the length of other languages, and brackets around it.

    Holes, mnemonics and tags stay.
    """
    body = "".join(piece if i % 2 else piece.translate(_MARKED) for i, piece in enumerate(_KEPT.split(text)))
    return f"⟦{body}{'·' * (len(text) * 3 // 10)}⟧"


def _is_one(language: str) -> bool:
    return language in LANGUAGES or language == PSEUDO


def _ours(name: str) -> str:
    """Our language for one of the desktop's: ``zh-Hans-CN`` is ``zh_CN``; "" where there is none."""
    locale = QLocale(name)
    if locale.language() == QLocale.Language.Chinese:
        return "zh_CN"
    return next((ours for ours in LANGUAGES if QLocale(ours).language() == locale.language()), "")


def _add(app: QCoreApplication, translator: QTranslator) -> None:
    translator.setObjectName(_OWNER)
    app.installTranslator(translator)
