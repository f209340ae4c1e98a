"""What ``gradviz descend`` draws: an animation or a figure of one descent, or of several side by side."""

from __future__ import annotations

import argparse
import math
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gradviz.export.command_line import CannotError
from gradviz.numeric.descent import Run

if TYPE_CHECKING:
    from gradviz.export.race import Contender
    from gradviz.numeric.binding import Array
    from gradviz.numeric.landscape import View

__all__ = ["animated", "drawn", "seen", "view_of"]

AWAY = 2.0
"""Suggested views: a path that runs away is shown so far."""
FAR = 30.0
"""Of many variables, such a path is shown up to so many times the size of its start."""


def seen(landscape: Any, runs: Sequence[Run]) -> Any:
    """Of many variables: the landscape in the plane in which the runs moved most."""
    import numpy as np

    if landscape.dimension <= 2 or not any(run.steps for run in runs):
        return landscape
    from gradviz.numeric.descent.principal import principal_plane

    return landscape.with_plane(principal_plane(np.concatenate([_beginning(run) for run in runs])).plane())


def animated(
    options: argparse.Namespace, landscape: Any, found: Run | Sequence[Contender], title: str, name: str
) -> bytes:
    """The bytes of an animation, as the output's suffix says."""
    from gradviz.export.animation import write_animation
    from gradviz.export.errors import ExportError
    from gradviz.export.plot_look import LOOKS

    view, look = view_of(landscape, _runs(found)), LOOKS[options.theme].base
    with tempfile.TemporaryDirectory() as folder:  # a video is written by a program of its own, into a file
        path = Path(folder) / f"run{options.output.suffix.lower()}"
        try:
            write_animation(path, landscape, found, view=view, look=look, title=title, name=name)
        except ExportError as error:
            raise CannotError(str(error)) from error
        return path.read_bytes()


def drawn(
    options: argparse.Namespace, landscape: Any, found: Run | Sequence[Contender], title: str, name: str
) -> bytes:
    """The bytes of a figure, as the output's suffix says."""
    from gradviz.export.plot_curve import curve_figure
    from gradviz.export.plot_figure import LEFT, PlaneFigure
    from gradviz.export.plot_look import LOOKS
    from gradviz.export.plot_path import draw_legend
    from gradviz.export.race import ended
    from gradviz.numeric.descent.principal import percent_shown
    from gradviz.sentences import counted
    from gradviz.typeset.text import text
    from gradviz.typeset.typst import string, typst, typst_symbol

    runs, view, look = _runs(found), view_of(landscape, _runs(found)), LOOKS[options.theme]
    line, several = landscape.dimension == 1, [] if isinstance(found, Run) else list(found)
    function = (landscape.curve if line else landscape).function
    words = f"{title} on {text(function)}"
    share = percent_shown(landscape, *runs)
    part = f"; {share} % of {'the' if several else 'its'} motion" if share else ""
    if several:
        heading = f"{typst_symbol(name)} = {typst(function)}" + (string(part) if part else "")
    else:
        words += f": {runs[0].sentence}"
        heading = string(f"{title}, {counted('{n} step', '{n} steps', runs[0].steps)}{part}")
    path = None if several else landscape.project(runs[0].states)
    marked = [(landscape.project(c.run.states), c.mark) for c in several]
    if line:
        sheet = curve_figure(
            *(landscape.curve, view.x0, view.x1, None, look),
            title=heading,
            words=words,
            name=name,
            heights=(view.y0, view.y1),
            path=path,
            marked=marked,
        )
    else:
        end = tuple(landscape.project(runs[0].states[-1:])[0].tolist())
        figure = PlaneFigure(
            *(landscape, view, ("heat", "contours"), end, look, heading, words),
            name=name,
            path=path,
            marked=marked,
        )
        sheet = figure.sheet()
    draw_legend(sheet, [(c.title, ended(c.run, name), c.mark) for c in several], look.base, LEFT)
    suffix = options.output.suffix.lower()
    return sheet.svg() if suffix == ".svg" else sheet.pdf() if suffix == ".pdf" else sheet.png(options.ppi)


def view_of(landscape: Any, runs: Sequence[Run]) -> View:
    """The suggested view of a plane or a curve, widened to the paths; of those that run away, to their beginnings.

    Of many variables, what is seen of the function elsewhere says nothing of the minimum: the paths fill the view.
    """
    import numpy as np

    from gradviz.numeric.curve_views import suggested_range
    from gradviz.numeric.landscape import View
    from gradviz.numeric.views import suggested_view

    view = View(*suggested_range(landscape.curve)) if landscape.dimension == 1 else suggested_view(landscape)
    many = landscape.dimension > 2
    path = np.concatenate([_path(landscape, run, view, many=many) for run in runs])
    path = path[np.isfinite(path).all(axis=1)]
    x0, y0 = path.min(axis=0).tolist()
    x1, y1 = path.max(axis=0).tolist()
    if many and 0 < (longest := max(x1 - x0, y1 - y0)) < math.inf:
        wide, high = 0.7 * max(x1 - x0, longest / 2), 0.7 * max(y1 - y0, longest / 2)
        x, y = (x0 + x1) / 2, (y0 + y1) / 2
        return View(x - wide, x + wide, y - high, y + high)
    room_x, room_y = 0.08 * (x1 - x0), 0.08 * (y1 - y0)
    widened = View(
        min(view.x0, x0 - room_x), max(view.x1, x1 + room_x), min(view.y0, y0 - room_y), max(view.y1, y1 + room_y)
    )
    return widened if math.isfinite(widened.width * widened.height) else view


def _path(landscape: Any, run: Run, view: View, *, many: bool) -> Array:
    """A run's path; of one that runs away, what is not far from the view."""
    import numpy as np

    path = np.asarray(landscape.project(_beginning(run) if many else run.states))
    if not _runs_away(run) or many:
        return path
    middle, half = np.array([view.x0 + view.x1, view.y0 + view.y1]) / 2, np.array([view.width, view.height]) / 2
    with np.errstate(all="ignore"):
        away = np.flatnonzero(~(np.abs(path - middle) <= AWAY * half).all(axis=1))
    return path[: max(1, away[0])] if len(away) else path


def _runs(found: Run | Sequence[Contender]) -> list[Run]:
    return [found] if isinstance(found, Run) else [c.run for c in found]


def _beginning(found: Run) -> Array:
    """The iterates; of a run that runs away, those that are not far from its start yet."""
    import numpy as np

    states = found.states
    if not _runs_away(found):
        return states
    with np.errstate(all="ignore"):
        far = np.flatnonzero(~(np.abs(states - states[0]).max(axis=1) <= FAR * (1 + np.abs(states[0]).max())))
    return states[: max(2, far[0])] if len(far) else states


def _runs_away(found: Run) -> bool:
    from gradviz.numeric.descent import StopReason

    return found.reason in (StopReason.DIVERGED, StopReason.NONFINITE)
