"""The gallery: every document of it is derived, verified and drawn, and found by its words."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QImage

from gradviz.gui.catalogue import telling
from gradviz.gui.documents.document import Document
from gradviz.gui.gallery.dialog import ABOUT_LINES, CARD, TITLE_LINES, in_lines
from gradviz.gui.gallery.entries import TOPICS, Entry, entries, found
from gradviz.gui.gallery.pictures import picture, shades_of
from gradviz.gui.picture import scene
from gradviz.gui.resources import folder
from gradviz.gui.theme import DARK, LIGHT, current_theme
from gradviz.gui.worker.engine import Engine

# The offscreen platform says so of every window whose smallest size changes.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

ENTRIES = entries()


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine()


def _request(document: Document) -> dict[str, Any]:
    names = ("text", "wrt", "order", "method", "layout", "structure", "level", "shapes")
    return {"kind": "derive", **{name: getattr(document, name) for name in names}}


@pytest.mark.parametrize("entry", ENTRIES, ids=[entry.id for entry in ENTRIES])
def test_every_document_is_derived_verified_and_drawn(engine: Engine, entry: Entry) -> None:
    reply = engine.handle(_request(entry.document))
    assert reply["status"] == "done"
    assert reply["verification"]["ok"]
    assert reply["verification"]["error"] < 1e-8
    assert reply["answers"]
    drawn = scene.build(reply["expressions"], entry.document)
    if entry.topic == "Landscapes":
        assert drawn.landscape is not None
        _shipped(entry, drawn.landscape)
    assert drawn.kind or drawn.reason


def _shipped(entry: Entry, landscape: Any) -> None:
    """After a change of a landscape: python packaging/gallery_pictures.py."""
    image = QImage(str(folder() / "gallery" / f"{entry.id}.png")).convertToFormat(QImage.Format.Format_Grayscale8)
    shades = shades_of(landscape)
    assert (image.height(), image.width()) == shades.shape
    kept = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())[:, : image.width()]
    assert (kept != shades).mean() < 0.02


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_pictures_take_the_colours_of_the_theme(qapp: Any, theme: Any) -> None:
    image = picture("saddle", theme)
    assert image is not None
    seen = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert {theme.heat[0], theme.plot_contour} <= seen
    assert picture("trace", theme) is None


def test_every_function_has_a_picture(engine: Engine) -> None:
    texts = {entry.id: entry.document.text for entry in ENTRIES}
    faces = engine.handle({"kind": "gallery", "texts": {**texts, "wrong": "x' ("}, "colours": {}})["faces"]
    assert set(faces) == set(texts)
    assert all(svg.startswith("<svg") for svg in faces.values())


def test_topics_are_known_and_none_is_empty() -> None:
    assert {entry.topic for entry in ENTRIES} == set(TOPICS)
    assert len(ENTRIES) > 60


def test_files_hold_nothing_but_a_document_and_what_is_said_of_it() -> None:
    names = {"format", "version", "gallery", *Document.__slots__}
    for path in (folder() / "gallery").iterdir():
        if path.suffix == ".png":
            assert path.with_suffix(".gradviz").is_file()
            continue
        assert path.suffix == ".gradviz"
        assert set(json.loads(path.read_text(encoding="utf-8"))) <= names


@pytest.mark.parametrize(
    ("words", "topic", "wanted"),
    [
        ("himmelblau", "", {"himmelblau"}),
        ("LEAST squares hessian", "", {"hessian-squares"}),
        ("saddle", "Landscapes", {"saddle", "monkey-saddle", "double-well", "two-layers"}),
        ("no such words", "", set()),
    ],
)
def test_search(words: str, topic: str, wanted: set[str]) -> None:
    assert {entry.id for entry in found(words, topic)} == wanted


@pytest.fixture
def gallery(qtbot: Any, make_window: Any) -> Any:
    window = make_window("y' y")
    qtbot.waitUntil(lambda: window.session.current, timeout=20_000)
    window.actions_by_id["gallery"].trigger()
    return window


def test_a_card_opens_its_document(qtbot: Any, gallery: Any) -> None:
    dialog = gallery._gallery
    dialog.search.setText("rosenbrock")
    assert [entry.id for entry in dialog.model.shown] == ["rosenbrock"]
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert gallery.model.document.text == "(1 - x)^2 + 100 (y - x^2)^2"
    assert not gallery.isWindowModified()


def test_unsaved_changes_are_left_alone(qtbot: Any, gallery: Any) -> None:
    from gradviz.gui.window.windows import main_windows

    gallery.model.edit_text("y' y + 1")
    gallery._open_entry(found("rosenbrock")[0])
    assert gallery.model.document.text == "y' y + 1"
    (other,) = [window for window in main_windows() if window is not gallery]
    assert other.model.document.text.startswith("(1 - x)^2")
    other.close()


def test_topics_and_search_narrow_the_cards(gallery: Any) -> None:
    dialog = gallery._gallery
    dialog.topics.setCurrentRow(1 + TOPICS.index("Landscapes"))
    assert {entry.topic for entry in dialog.model.shown} == {"Landscapes"}
    dialog.search.setText("no such words")
    assert dialog._none.isVisible()
    assert not dialog.cards.isVisible()


@pytest.mark.parametrize(
    "id",
    [
        *("condition-number", "rosenbrock", "himmelblau", "beale", "rastrigin", "saddle", "monkey-saddle", "plateau"),
        *("ravine", "log-sum-exp-landscape", "logistic-landscape", "line-landscape", "two-layers", "network-weights"),
    ],
)
def test_every_landscape_has_a_start_in_its_view_from_which_a_descent_goes_down(engine: Engine, id: str) -> None:
    from gradviz.numeric.descent import Limits, descend, make_method, suggested_step_size
    from gradviz.numeric.views import suggested_view

    entry = next(e for e in ENTRIES if e.id == id)
    landscape = scene.build(engine.handle(_request(entry.document))["expressions"], entry.document).landscape
    view, choice = suggested_view(landscape), entry.document.descent
    x, y = choice.start
    assert view.x0 <= x <= view.x1
    assert view.y0 <= y <= view.y1
    start, given = landscape.state(x, y), dict(choice.parameters)
    if choice.method == "gradient-descent":
        given["step_size"] = choice.step_size or suggested_step_size(landscape, start)
    run = descend(landscape, start, make_method(choice.method, **given), Limits(choice.steps or 1000))
    assert run.values[run.best] < run.values[0] - 1e-3 * abs(run.values[0])
    assert run.steps >= 5


@pytest.mark.parametrize("language", ["en", "ru", "zh_CN"])
def test_titles_and_what_is_told_of_documents_fit_on_their_cards(qapp: Any, language: str) -> None:
    """On the narrowest card, also with the mark of a problem that is solved."""
    tell = telling(language).tell
    font = QFont(qapp.font())
    font.setPixelSize(current_theme().size_body)
    font.setWeight(QFont.Weight.DemiBold)
    small = QFont(qapp.font())
    small.setPixelSize(current_theme().size_small)
    cut = [
        text
        for entry in entries()
        for text, most, letters in (
            (f"✓ {tell(entry.title)}", TITLE_LINES, font),
            (tell(entry.about), ABOUT_LINES, small),
        )
        if "…" in in_lines(text, most, QFontMetrics(letters), CARD.width() - 24)
    ]
    assert cut == []
