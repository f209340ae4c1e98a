"""``gradviz descend`` with several methods: they all begin at the same start, and are told and drawn side by side."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from gradviz.export.descend_input import Asked, descended
from gradviz.export.descend_pictures import animated, drawn, seen
from gradviz.export.plot_look import LOOKS
from gradviz.export.race import Contender, contenders, ended, heading, named, runs_csv
from gradviz.numeric.descent import Run, has_step_size, searched_step_size

__all__ = ["compared"]


def compared(options: argparse.Namespace, asked: Asked, suffix: str) -> tuple[str, bytes | None]:
    """What is printed, and the bytes of the file if there is to be one."""
    runs: list[Run] = []
    for entry, given in zip(asked.entries, asked.parameters, strict=True):
        method: Any = entry.make(**given)
        if has_step_size(method) and "step_size" not in given:
            found = searched_step_size(asked.landscape, asked.start, method, asked.limits.steps)
            method = method if found is None else replace(method, step_size=found.size)
        runs.append(descended(asked, method))
    titles = [named(entry.title, run.method) for entry, run in zip(asked.entries, runs, strict=True)]
    look = LOOKS[options.theme].base
    field = contenders(titles, runs, look)
    content = _content(options, asked, field, suffix)
    wide = max(map(len, titles))
    lines = [f"{title:<{wide}}  {ended(run)}" for title, run in zip(titles, runs, strict=True)]
    return "\n".join(lines if content is None else [*lines, f"wrote {options.output}"]), content


def _content(options: argparse.Namespace, asked: Asked, field: Sequence[Contender], suffix: str) -> bytes | None:
    if not suffix:
        return None
    if suffix == ".csv":
        return runs_csv(field, asked.coordinates).encode("utf-8")
    landscape = seen(asked.landscape, [c.run for c in field])
    if suffix in (".gif", ".mp4"):
        return animated(options, landscape, field, heading(landscape, asked.name), asked.name)
    return drawn(options, landscape, field, f"{len(field)} methods", asked.name)
