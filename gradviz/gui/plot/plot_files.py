"""What a plot shows as a picture or as numbers: PNG, SVG, PDF, the clipboard, CSV."""

from __future__ import annotations

import contextlib
import math
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPoint, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QGraphicsItem, QWidget

from gradviz.export.plot_convert import png_of_pdf, svg_of_pdf
from gradviz.export.plot_data import curve_csv, lines_csv, map_csv, plane_csv
from gradviz.gui.plot.axes import Plot
from gradviz.gui.plot.legend import Entry, legend_height, paint_legend
from gradviz.gui.plot.paper import height_of, legend_of, paint_words, title_of
from gradviz.gui.theme import current_theme
from gradviz.numeric.planes import View
from gradviz.sentences import say

__all__ = ["FORMS", "csv_work", "drawing_at", "drawings", "image_of", "whole", "written"]

FORMS = {
    ".png": say("PNG pictures"),
    ".svg": say("SVG drawings"),
    ".pdf": say("PDF documents"),
    ".csv": say("CSV tables"),
}
"""Suffixes of what a plot is written as, and what such files are called."""
PPI = 288.0
"""Pixels per inch of a PNG, three for each of the screen's: enough for print."""
POINTS = 0.75
"""Points a pixel, 96 of which are an inch."""


def drawings(root: QWidget) -> list[QWidget]:
    """The plots that are seen in a widget, the largest first."""
    found = [w for w in [root, *root.findChildren(QWidget)] if _is_drawing(w) and w.isVisibleTo(root) and w.isVisible()]
    return sorted(found, key=lambda w: -w.width() * w.height())


def drawing_at(widget: QWidget | None) -> QWidget | None:
    """The plot that a widget belongs to, or None."""
    while widget is not None and not _is_drawing(widget):
        widget = widget.parentWidget()
    return widget


def image_of(drawing: QWidget, ppi: float = 192.0) -> QImage:
    """The plot as an image; 96 pixels an inch are those of the screen."""
    return QImage.fromData(_png(drawing, ppi), "PNG")


def written(drawing: QWidget, suffix: str, title: str) -> bytes:
    """The bytes of a file: ``.png``, ``.svg`` or ``.pdf``.

    Raises
    ------
    ExportError
        When the picture cannot be converted.
    """
    if suffix == ".png":
        return _png(drawing, PPI)
    document = _pdf(drawing, title)
    return document if suffix == ".pdf" else svg_of_pdf(document, *_points(drawing), title, description_of(drawing))


def csv_work(drawing: QWidget, name: str) -> Callable[[], str]:
    """A function that makes the CSV text of what is shown; it may run in another thread."""
    owner: Any = drawing
    while owner is not None and not _has_function(owner):
        owner = owner.parentWidget()
    if owner is not None and getattr(owner, "curve", None) is not None:
        return _curve_work(owner, name)
    if owner is not None and getattr(owner, "map", None) is not None:
        return _map_work(owner, name)
    if owner is None:
        title, x_name, y_name, lines = _lines(drawing)
        return lambda: lines_csv(title, x_name, y_name, lines)
    from gradviz.typeset.text import text

    landscape, run, point = owner.landscape, _run_of(owner), owner.point()
    view = owner.visible_view() if hasattr(owner, "visible_view") else owner.surface.frame.view
    choices = getattr(owner, "choices", None)
    choices = choices() if callable(choices) else choices
    wanted = bool(getattr(choices, "stationary", False))
    path = None if run is None else (run.states, run.values)

    def work() -> str:
        from gradviz.numeric.stationary import stationary_points

        found = stationary_points(landscape, view) if wanted else None
        contours = getattr(choices, "contours", "automatic") != "none"
        formula = text(landscape.function)
        return plane_csv(
            *(landscape, view),
            name=name,
            formula=formula,
            contours=contours,
            path=path,
            stationary=found,
            point=point,
        )

    return work


def _has_function(widget: Any) -> bool:
    """Whether a widget is the view of a function over a plane, of a curve or of a map."""
    plane = getattr(widget, "landscape", None) is not None and hasattr(widget, "set_run")
    curve = getattr(widget, "curve", None) is not None and hasattr(widget, "set_curve")
    return plane or curve or (getattr(widget, "map", None) is not None and hasattr(widget, "set_map"))


def _curve_work(owner: Any, name: str) -> Callable[[], str]:
    from gradviz.typeset.text import text

    curve, found, (start, end, *_) = owner.curve, owner.found, owner.canvas.view()
    point = float(owner.point()[0])

    def work() -> str:
        turns = found.points if found is not None else ()
        return curve_csv(*(curve, start, end), name=name, formula=text(curve.function), point=point, stationary=turns)

    return work


def _map_work(owner: Any, name: str) -> Callable[[], str]:
    from gradviz.typeset.text import text

    (x0, x1), (y0, y1) = owner.domain.box.viewRange()
    map_, point = owner.map, owner.point()
    view = View(float(x0), float(x1), float(y0), float(y1))
    return lambda: map_csv(map_, view, name=name, formula=text(map_.function), point=point)


def _run_of(owner: Any) -> Any:
    run = getattr(owner, "run", None)
    return run() if callable(run) else run


def _is_drawing(widget: QWidget) -> bool:
    return isinstance(widget, pg.GraphicsView) or hasattr(widget, "paint_to")


def whole(found: Sequence[QWidget]) -> QWidget:
    """The plot to export where several are seen: all of them, as the widget that holds them."""
    holder: QWidget = found[0]
    while not all(holder is w or holder.isAncestorOf(w) for w in found):
        holder = holder.parentWidget()
    return holder


def _parts(plot: QWidget) -> list[tuple[QWidget, QRect]]:
    """The drawings that a plot is made of, and where they stand in it."""
    if _is_drawing(plot):
        return [(plot, plot.rect())]
    places = [(w, QRect(w.mapTo(plot, QPoint(0, 0)), w.size())) for w in drawings(plot)]
    around = QRect()
    for _, place in places:
        around = around.united(place)
    return [(w, place.translated(-around.topLeft())) for w, place in places]


def _size(plot: QWidget) -> QSize:
    """Of the plot with its title and its legend."""
    size = _plot_size(plot)
    around = sum(height_of(words, size.width()) for words in (title_of(plot), legend_of(plot)))
    return QSize(size.width(), size.height() + math.ceil(around + legend_height(_legend(plot), size.width())))


def _plot_size(plot: QWidget) -> QSize:
    around = QRect()
    for _, place in _parts(plot):
        around = around.united(place)
    return around.size()


def _legend(plot: QWidget) -> Sequence[Entry]:
    """The entries of a plot, or of the view that it belongs to; on the screen they stand in a table below."""
    owner: QWidget | None = plot
    while owner is not None and not hasattr(owner, "legend_entries"):
        owner = owner.parentWidget()
    found: Sequence[Entry] = getattr(owner, "legend_entries", ())
    return found


def _paint(plot: QWidget, painter: QPainter) -> None:
    """Paint a plot at its own size, nothing of it as pixels that need not be."""
    size = _size(plot)
    # The page is whole points wide and high, up to a pixel more than the plot.
    theme = current_theme()
    painter.fillRect(QRect(0, 0, size.width() + 1, size.height() + 1), QColor(theme.plot_background))
    painter.save()
    paint_words(painter, title_of(plot), size.width(), theme)
    painter.translate(0, height_of(title_of(plot), size.width()))
    for drawing, place in _parts(plot):
        painter.save()
        painter.translate(place.topLeft())
        if hasattr(drawing, "paint_to"):
            drawing.paint_to(painter, place.width(), place.height())
        else:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            named = drawing.on_paper() if isinstance(drawing, Plot) else contextlib.nullcontext()
            with named, _uncached(drawing.scene().items()):
                drawing.render(painter, QRectF(0, 0, place.width(), place.height()), drawing.viewport().rect())
        painter.restore()
    painter.translate(0, _plot_size(plot).height())
    paint_words(painter, legend_of(plot), size.width(), theme)
    painter.translate(0, height_of(legend_of(plot), size.width()))
    paint_legend(painter, _legend(plot), size.width(), theme)
    painter.restore()


@contextlib.contextmanager
def _uncached(items: list[QGraphicsItem]) -> Iterator[None]:
    """Items and symbols that are kept as pixels for the screen would be pixels in a vector file too."""
    cached = [(item, item.cacheMode()) for item in items if item.cacheMode() != QGraphicsItem.CacheMode.NoCache]
    symbols = [item for item in items if isinstance(item, pg.ScatterPlotItem) and item.opts["useCache"]]
    effects = [effect for item in items if (effect := item.graphicsEffect()) is not None]
    for item, _ in cached:
        item.setCacheMode(QGraphicsItem.CacheMode.NoCache)
    for item in symbols:
        item.opts["useCache"] = False
    for effect in effects:
        effect.setEnabled(False)
    try:
        yield
    finally:
        for effect in effects:
            effect.setEnabled(True)
        for item in symbols:
            item.opts["useCache"] = True
        for item, mode in cached:
            item.setCacheMode(mode)


def _points(drawing: QWidget) -> tuple[float, float]:
    """The size of the page: whole points, so that nothing is lost when it is converted."""
    size = _size(drawing)
    return float(round(size.width() * POINTS)), float(round(size.height() * POINTS))


def _pdf(drawing: QWidget, title: str) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator("gradviz")
    exact = QPageSize.SizeMatchPolicy.ExactMatch
    page = QPageSize(QSizeF(*_points(drawing)), QPageSize.Unit.Point, "plot", exact)
    writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    writer.setResolution(96)  # a unit of the painter is a pixel of the screen
    painter = QPainter(writer)
    _paint(drawing, painter)
    painter.end()
    content = bytes(buffer.data())
    buffer.close()
    return content


def _png(drawing: QWidget, ppi: float) -> bytes:
    return png_of_pdf(_pdf(drawing, ""), *_points(drawing), ppi)


def description_of(drawing: QWidget) -> str:
    """What a screen reader is told about a plot, or about what it is a part of."""
    widget: QWidget | None = drawing
    while widget is not None and not widget.accessibleDescription():
        widget = widget.parentWidget()
    return widget.accessibleDescription() if widget is not None else ""


def _lines(drawing: QWidget) -> tuple[str, str, str, list[tuple[str, Any, Any]]]:
    """The curves and points of any other plot, by name, as they were given: also where an axis shows logarithms."""
    found = []
    parts = [part for part, _ in _parts(drawing) if hasattr(part, "scene")]
    items = [item for part in parts for item in part.scene().items(Qt.SortOrder.AscendingOrder)]
    labels: dict[str, str] = {}
    for item in items:
        if isinstance(item, pg.AxisItem) and item.labelText and item.orientation not in labels:
            labels[item.orientation] = re.sub(r"<[^>]*>", "", str(item.labelText)).replace("&nbsp;", " ")
        if not isinstance(item, _CURVES) or not item.isVisible() or isinstance(item.parentItem(), pg.PlotDataItem):
            continue
        x, y = item.getOriginalDataset() if isinstance(item, pg.PlotDataItem) else _as_given(item)
        if x is not None and len(x):
            given = item.opts.get("name") or ("points" if isinstance(item, pg.ScatterPlotItem) else "curve")
            found.append((str(given), x, y))
    return description_of(drawing), labels.get("bottom", "x"), labels.get("left", "y"), found


_CURVES = (pg.PlotDataItem, pg.PlotCurveItem, pg.ScatterPlotItem)


def _as_given(item: Any) -> tuple[Any, Any]:
    """The numbers of an item that is placed by its logarithms where its axes are logarithmic."""
    x, y = item.getData()
    box = item.getViewBox()
    plot = box.parentItem() if box is not None else None
    if not isinstance(plot, pg.PlotItem) or x is None:
        return x, y
    axes = plot.getAxis("bottom"), plot.getAxis("left")
    return tuple(10.0**a if axis.logMode else a for a, axis in zip((x, y), axes, strict=True))
