"""A fit to data as the notes have it: the update in their letters, the minimum, and the fitted line or boundary."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gradviz.gui.plot.axes import Plot
from gradviz.gui.plot.names import html_name, html_number
from gradviz.gui.plot.typeset import Formulas
from gradviz.gui.small_parts import rich_label
from gradviz.gui.theme import Theme, current_theme
from gradviz.numeric.binding import Array
from gradviz.numeric.descent.fit import LOGISTIC, Fit
from gradviz.typeset.typst import typst_symbol

__all__ = ["FitView", "update_formula"]


def update_formula(fit: Fit) -> tuple[str, str]:
    """The update of gradient descent as lecture notes print it, in Typst and in LaTeX:
    ``w_t = w_{t-1} + γ·2X'(y − X w_{t-1})``; what a penalty adds is subtracted in brackets."""
    rows = _is_family(fit.matrix)  # one x_i for each row of the data: the notes sum over them
    names = (fit.variable, *(n.partition("_")[0] if _is_family(n) else n for n in (fit.matrix, fit.labels)))
    w, x, y = (typst_symbol(name) for name in names)
    lw, lx, ly = (_latex(name) for name in names)
    before, latex_before = f"{w}_(t-1)", f"{lw}_{{t-1}}"
    m = len(fit.y)
    factor, latex = _factor((2 if fit.linear else 1) * fit.factor, m, 2 if fit.linear else 1)
    if rows and fit.kind != LOGISTIC:
        inner = f"{x}'_i {before}" if fit.linear else f"sigma({x}'_i {before})"
        latex_inner = f"{lx}_i' {latex_before}" if fit.linear else rf"\sigma({lx}_i' {latex_before})"
        typst = f"{factor} sum_i ({y}_i - {inner}) {x}_i"
        latex += rf" \sum_i ({ly}_i - {latex_inner}) {lx}_i"
    elif fit.linear:
        typst = f"{factor} {x}' ({y} - {x} {before})"
        latex += rf" {lx}' ({ly} - {lx} {latex_before})"
    elif fit.kind == LOGISTIC:
        typst = f"{factor} sum_i sigma(-{y}_i {w}'_(t-1) x_i) {y}_i x_i"
        latex += rf" \sum_i \sigma(-{ly}_i {lw}_{{t-1}}' x_i) {ly}_i x_i"
    else:
        typst = f"{factor} {x}' ({y} - sigma({x} {before}))"
        latex += rf" {lx}' ({ly} - \sigma({lx} {latex_before}))"
    if fit.ridge:
        number, _ = _factor(2 * fit.ridge, 0, 0)
        typst, latex = f"{typst} - {number} {before}", f"{latex} - {number} {latex_before}"
    if fit.lasso:
        number, _ = _factor(fit.lasso, 0, 0)
        typst += f' - {number} op("sign")({before})'
        latex += rf" - {number} \operatorname{{sign}}({latex_before})"
    if fit.ridge or fit.lasso:
        typst, latex = f"({typst})", f"({latex})"
    return f"{w}_t = {before} + gamma dot {typst}", rf"{lw}_t = {latex_before} + \gamma \cdot {latex}"


def _is_family(name: str) -> bool:
    """Whether a name is that of a member, such as ``x_i``."""
    index = name.partition("_")[2]
    return len(index) == 1 and index.isalpha()


def _product(fit: Fit) -> str:
    """What is fitted, ``Xw``, or for a row ``x_i'w``."""
    return f"{html_name(fit.matrix)}{'′' if _is_family(fit.matrix) else ''}{html_name(fit.variable)}"


def _latex(name: str) -> str:
    greek = len(name.partition("_")[0]) > 1
    return f"\\{name}" if greek else name


def _factor(value: float, rows: int, whole: int) -> tuple[str, str]:
    """A factor in Typst and LaTeX: nothing for 1, ``2/m`` where it is a share of the rows."""
    if abs(value - 1) < 1e-12:
        return "", ""
    if abs(value * rows - whole) < 1e-9 and rows > 1:
        return f"{whole}/{rows}", rf"\tfrac{{{whole}}}{{{rows}}}"
    return f"{value:.6g}", f"{value:.6g}"


class FitView(QWidget):
    """The data with what the iterate makes of them, beside the update."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("descentFit")
        self.setAccessibleName(self.tr("The fit to the data"))
        self.fit: Fit | None = None
        self._w: Array | None = None
        self._theme = current_theme()
        self.plot = Plot("descentFitPlot", self.tr("The data, and the fit of this step"), self)
        self.plot.setMinimumSize(200, 130)
        self.plot.getPlotItem().setMouseEnabled(False, False)
        self.first = pg.ScatterPlotItem(symbol="o", size=8, pxMode=True, antialias=True)
        self.second = pg.ScatterPlotItem(symbol="x", size=9, pxMode=True, antialias=True)
        self.best = pg.PlotCurveItem(antialias=True, name="minimum")
        self.line = pg.PlotCurveItem(antialias=True, name="this step")
        for z, item in enumerate((self.best, self.line, self.first, self.second)):
            item.setZValue(z)
            self.plot.addItem(item, ignoreBounds=item in (self.best, self.line))
        self.formulas = Formulas("descentFitUpdate", self.tr("The update as notes print it"), self)
        self.words = self.plot.legend = rich_label(self, "descentFitWords", self.tr("The minimum and this step"))
        beside = QVBoxLayout()
        beside.addWidget(self.formulas)
        beside.addWidget(self.words)
        beside.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.addWidget(self.plot, 1)
        layout.addLayout(beside, 1)

    @property
    def busy(self) -> bool:
        return self.formulas.busy

    def shutdown(self) -> None:
        self.formulas.shutdown()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.plot.set_theme(theme)
        self.formulas.set_theme(theme)
        self.line.setPen(pg.mkPen(theme.trajectory, width=2.4))
        self.first.setPen(pg.mkPen(theme.plot_point, width=0.8))
        self.first.setBrush(pg.mkBrush(theme.accent))
        self.second.setPen(pg.mkPen(theme.plot_point, width=0.8))
        self._show()

    def set_fit(self, fit: Fit | None) -> None:
        """Show the data of another fit."""
        self.fit, self._w = fit, None
        if fit is not None:
            typst, latex = update_formula(fit)
            self.formulas.show_formulas([typst], latex)
        self._show()

    def show_state(self, w: Array | None) -> None:
        """Show what weights w make of the data; None for none."""
        if self.fit is not None:
            self._w = w
            self._show()

    # --- what is drawn

    _missed = False
    """Whether the boundary of the step lies beside what is seen."""

    def _show(self) -> None:
        fit = self.fit
        if fit is None:
            return
        self._missed = False
        theme, several = self._theme, self._compares(fit)
        self.second.setBrush(pg.mkBrush(theme.ok if several else theme.warning))
        self.best.setPen(pg.mkPen(theme.muted if several else theme.ok, width=2, style=Qt.PenStyle.DashLine))
        names = ("fitted at this step", "fitted at the minimum") if several else ("data", "data of the other class")
        for item, name in zip((self.first, self.second), names, strict=True):
            item.opts["name"] = name  # in a file
        if fit.linear:
            self._show_line(fit)
        else:
            self._show_classes(fit)
        self._say(fit)

    @staticmethod
    def _compares(fit: Fit) -> bool:
        """Whether what is fitted is drawn over what is given: of several columns there is no line to draw."""
        return fit.linear and fit.X.shape[1] - (fit.constant_column is not None) != 1

    def _show_line(self, fit: Fit) -> None:
        """Over the one column that is not constant; where there are several, what is fitted over what is given."""
        constant = fit.constant_column
        others = [i for i in range(fit.X.shape[1]) if i != constant]
        self.second.setData([], [])
        y = html_name(fit.labels)
        if len(others) == 1:
            x = fit.X[:, others[0]]
            self.first.setData(x, fit.y)
            ends = np.array([x.min(), x.max()])
            rows = np.repeat(fit.X[:1], 2, axis=0)
            rows[:, others[0]] = ends
            for item, w in ((self.line, self._w), (self.best, fit.minimum)):
                item.setData(ends if w is not None else [], rows @ w if w is not None else [])
            self.plot.set_labels(bottom=f"{html_name(fit.matrix)}<sub>{others[0] + 1}</sub>", left=y)
        else:
            ends = np.array([fit.y.min(), fit.y.max()])
            for item, w in ((self.first, self._w), (self.second, fit.minimum)):
                item.setData(fit.y if w is not None else [], fit.predicted(w) if w is not None else [])
            self.line.setData([], [])
            self.best.setData(ends, ends)
            self.plot.set_labels(bottom=y, left=_product(fit))

    def _show_classes(self, fit: Fit) -> None:
        """In the plane of the two columns that are not constant, with the boundary where ``X w = 0``; else the
        probabilities of the rows."""
        constant = fit.constant_column
        others = [i for i in range(fit.X.shape[1]) if i != constant]
        positive = fit.y > 0.5
        if len(others) != 2:
            w = self._w if self._w is not None else np.zeros(fit.X.shape[1])
            p, at = fit.predicted(w), np.arange(len(fit.y))
            self.first.setData(at[positive], p[positive])
            self.second.setData(at[~positive], p[~positive])
            self.line.setData([0, len(at)], [0.5, 0.5])
            self.best.setData([], [])
            sigma = f"<i>σ</i>({_product(fit)})"
            self.plot.set_labels(bottom=self.tr("row"), left=sigma)
            return
        points = fit.X[:, others]
        self.first.setData(*points[positive].T)
        self.second.setData(*points[~positive].T)
        offset = 0.0 if constant is None else float(fit.X[0, constant])
        middle, reach = points.mean(axis=0), 4 * float(np.ptp(points, axis=0).max())
        for item, w in ((self.line, self._w), (self.best, fit.minimum)):
            normal = None if w is None else w[others]
            size = 0.0 if normal is None else float(normal @ normal)
            if normal is None or w is None or not (0 < size < np.inf):
                item.setData([], [])
                continue
            level = float(normal @ middle) + (0.0 if constant is None else offset * float(w[constant]))
            foot = middle - level / size * normal
            along = np.array([-normal[1], normal[0]]) / np.sqrt(size)
            ends = np.array([foot - reach * along, foot + reach * along])
            item.setData(ends[:, 0], ends[:, 1])
        name = html_name(fit.matrix)
        low, high = points.min(axis=0), points.max(axis=0)
        pad = 0.08 * (high - low) + 1e-9
        (x0, y0), (x1, y1) = low - pad, high + pad
        self.plot.box.setRange(xRange=(x0, x1), yRange=(y0, y1), padding=0)
        if self._w is not None and np.isfinite(self._w).all():
            corners = np.array([[x0, y0], [x0, y1], [x1, y0], [x1, y1]]) @ self._w[others]
            sides = corners + (0.0 if constant is None else offset * float(self._w[constant]))
            self._missed = bool((sides > 0).all() or (sides < 0).all())
        self.plot.set_labels(bottom=f"{name}<sub>{others[0] + 1}</sub>", left=f"{name}<sub>{others[1] + 1}</sub>")

    def _say(self, fit: Fit) -> None:
        theme, w = self._theme, html_name(fit.variable)
        parts = []
        if fit.minimum is None and not (fit.ridge or fit.lasso):
            reason = (
                self.tr("There is no single minimum: the columns of {} depend on one another.")
                if fit.linear
                else self.tr("There is no minimum: a plane separates the classes, and {} grows without end.")
            )
            parts.append(reason.format(html_name(fit.matrix) if fit.linear else w))
        elif fit.minimum is not None:
            values = ", ".join(html_number(float(v)) for v in fit.minimum[:4]) + (", …" if len(fit.minimum) > 4 else "")
            x, y = html_name(fit.matrix), html_name(fit.labels)
            penalty = f" + {html_number(fit.ridge / fit.factor)} <i>I</i>" if fit.ridge else ""
            found = f"({x}′{x}{penalty})<sup>−1</sup>{x}′{y} = ({values})"
            if _is_family(fit.matrix):
                found = f"(Σ {x}{x}′{penalty})<sup>−1</sup> Σ {y}{x} = ({values})"
            if fit.linear and fit.lasso:
                found = self.tr("{values}, coordinate by coordinate: there is no closed form").format(
                    values=f"({values})"
                )
            elif not fit.closed_form:
                found = self.tr("{values}, by Newton's method: there is no closed form").format(values=f"({values})")
            parts.append(f"<span style='color:{theme.ok}'>{'×' if self._compares(fit) else '┅'} {w}* = {found}</span>")
        if self._w is not None:
            colour, mark = (theme.accent, "●") if self._compares(fit) else (theme.trajectory, "━")
            parts.append(f"<span style='color:{colour}'>{mark} {self.tr('this step')}</span>")
        if self._compares(fit):
            line = self.tr("every row fitted exactly: {formula}").format(
                formula=f"{_product(fit)} = {html_name(fit.labels)}"
            )
            parts.append(f"<span style='color:{theme.muted}'>┅ {line}</span>")
        if self._w is not None and not fit.linear:
            right = int(((fit.predicted(self._w) > 0.5) == (fit.y > 0.5)).sum())
            parts.append(self.tr("{} of {} rows are on their side.").format(right, len(fit.y)))
        if self._missed:
            missed = self.tr("The boundary of this step lies beyond the data.")
            if fit.constant_column is None:
                missed = self.tr(
                    "The boundary lies beyond the data: it goes through 0. A column of ones in {} frees it."
                )
            parts.append(f"<span style='color:{theme.warning}'>{missed.format(html_name(fit.matrix))}</span>")
        if not fit.linear:
            labels, ones = html_name(fit.labels), f"<span style='color:{theme.accent}'>●</span>"
            others = f"<span style='color:{theme.warning}'>×</span>"
            less = html_number(float(fit.y.min()))
            parts.append(f"{ones} {labels} = 1, &nbsp;{others} {labels} = {less}")
        self.words.setText("<br>".join(parts))
