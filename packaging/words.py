"""The words of the program, to be translated: extract them, compile the translations, look for what was forgotten.

    packaging/words.py update      extract into resources/translations/*.ts, and compile
    packaging/words.py compile     compile *.ts to *.qm
    packaging/words.py lint        words in the code that cannot be translated; exit status 1 if there are any
    packaging/words.py check       lint, and that the *.ts and *.qm are up to date

The texts of the window are found by pyside6-lupdate. Those of the rooms without Qt (``say``, ``phrase``,
``counted`` and the tables below) are written for it to a file of a temporary folder, as if they stood there.
"""

from __future__ import annotations

import argparse
import ast
import json
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from word_lint import find_all  # noqa: E402

from gradviz.sentences import CONTEXT  # noqa: E402

TRANSLATIONS = ROOT / "resources" / "translations"
LANGUAGES = ("ru", "zh_CN")
GALLERY = "Gallery"
"""The context of what is said of the gallery's entries."""
PLURALS = "en"
"""English has translations of the counted texts alone: ``%n steps`` for one of them."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("what", choices=("update", "compile", "lint", "check"))
    what = parser.parse_args().what
    if what == "update":
        update(TRANSLATIONS)
    if what in ("update", "compile"):
        compile_all(TRANSLATIONS)
        return 0
    findings = find_all(ROOT / "gradviz")
    if what == "check":
        findings += out_of_date()
    print("\n".join(findings) or "every word can be translated")
    return 1 if findings else 0


# --- the words of the rooms without Qt --------------------------------------------------------------------------------


def tables() -> Iterator[tuple[str, str]]:
    """(context, text) of the tables whose texts become sentences where they are asked for."""
    from gradviz.numeric.descent.vocabulary import CONTEXT as DESCENT
    from gradviz.numeric.descent.vocabulary import vocabulary
    from gradviz.typeset import words
    from gradviz.typeset.conditions import CONDITIONS
    from gradviz.typeset.conditions import CONTEXT as CONDITION
    from gradviz.typeset.document_rules import FAMILIES, FAMILY, rules_document
    from gradviz.typeset.rule_words import RULE_WORDS

    for name, sentence in RULE_WORDS.values():
        yield words.NAMES, name
        yield words.SENTENCES, sentence
    for family in FAMILIES.values():
        yield FAMILY, family
    for condition in CONDITIONS:
        yield CONDITION, condition
    for entry in rules_document():
        if entry.condition:
            yield CONDITION, entry.condition
    for word in vocabulary():
        if re.search(r"[^\W\d_]{2}", word):
            yield DESCENT, word
    for path in sorted((ROOT / "resources" / "gallery").glob("*.gradviz")):
        said = json.loads(path.read_text(encoding="utf-8"))["gallery"]
        for text in (said["topic"], said["title"], said["about"]):
            yield GALLERY, text


def sentences(package: Path) -> Iterator[tuple[str, bool]]:
    """The texts of ``say``, ``phrase`` and ``counted`` in the code, and whether they are counted."""
    for path in sorted(package.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            place = {"say": 0, "phrase": 0, "counted": 1}.get(node.func.id)
            if place is None or len(node.args) <= place:
                continue
            text = node.args[place]
            if isinstance(text, ast.Constant) and isinstance(text.value, str):
                yield text.value, node.func.id == "counted"


def stand_in(package: Path) -> str:
    """Source in which pyside6-lupdate finds the words of the rooms without Qt."""
    lines = [
        "from PySide6.QtCore import QCoreApplication, QObject",
        f"class {CONTEXT}(QObject):",
        "    def all(self, n):",
    ]
    plain = dict.fromkeys(tables())
    for text, is_counted in dict.fromkeys(sentences(package)):
        if is_counted:
            lines.append(f'        self.tr({_quoted(text)}, "", n)')
        else:
            plain[CONTEXT, text] = None
    lines += [f"QCoreApplication.translate({_quoted(context)}, {_quoted(text)})" for context, text in plain]
    return "\n".join([*lines, ""])


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


# --- extracting and compiling -----------------------------------------------------------------------------------------


def update(folder: Path) -> None:
    """Bring the sources in ``folder/*.ts`` up to date; translations are kept, and those of texts that are gone go."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        engine = Path(scratch) / "engine.py"
        engine.write_text(stand_in(ROOT / "gradviz"), encoding="utf-8")
        sources = [str(path) for path in sorted((ROOT / "gradviz" / "gui").rglob("*.py"))]
        for language in (*LANGUAGES, PLURALS):
            options = ["-no-obsolete", "-locations", "none", "-source-language", "en", "-target-language", language]
            options += ["-pluralonly"] if language == PLURALS else []
            target = folder / f"gradviz_{language}.ts"
            _run("lupdate", *sources, str(engine), "-ts", str(target), *options)


def compile_all(folder: Path) -> None:
    """Compile every ``*.ts`` beside itself. Texts without a translation stay English."""
    for path in sorted(folder.glob("*.ts")):
        _run("lrelease", str(path), "-qm", str(path.with_suffix(".qm")))


def out_of_date() -> list[str]:
    """What ``update`` would change."""
    with tempfile.TemporaryDirectory() as scratch:
        fresh = Path(scratch) / "translations"
        shutil.copytree(TRANSLATIONS, fresh)
        update(fresh)
        stale = [p.name for p in sorted(fresh.glob("*.ts")) if texts_of(p) != texts_of(TRANSLATIONS / p.name)]
        compile_all(fresh)
        stale += [p.name for p in sorted(fresh.glob("*.qm")) if not _same(p, TRANSLATIONS / p.name)]
    return [f"resources/translations/{name} is out of date: make translations" for name in stale]


def texts_of(path: Path) -> set[tuple[str, str, bool]]:
    """(context, source, counted) of a ``.ts`` file."""
    return {
        (context.findtext("name", ""), message.findtext("source", ""), message.get("numerus") == "yes")
        for context in ET.parse(path).getroot().iter("context")
        for message in context.iter("message")
    }


def _same(one: Path, other: Path) -> bool:
    return other.exists() and one.read_bytes() == other.read_bytes()


def _run(tool: str, *arguments: str) -> Any:
    """One of Qt's tools, which come with PySide6."""
    import PySide6

    program = Path(PySide6.__file__).parent / tool
    done = subprocess.run([str(program), *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{tool} failed: {done.stdout}{done.stderr}")
    return done


if __name__ == "__main__":
    sys.exit(main())
