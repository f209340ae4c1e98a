"""The colours of plots that are drawn without a window, light and dark."""

from __future__ import annotations

from dataclasses import dataclass, field

from gradviz.export.picture import Look

__all__ = ["LOOKS", "PlotLook"]


@dataclass(frozen=True, slots=True)
class PlotLook:
    """Colours, ``#rrggbb``.

    Attributes
    ----------
    base : paper, ink, heat map, trajectory.
    field : the gradient field.
    gradient : the gradient at the point.
    model : contours of the Taylor model, and a tangent.
    kinds : stationary points by kind.
    regions : of the Hessian's definiteness, by its number.
    """

    base: Look = field(default_factory=Look)
    field: str = "#3b4a63"
    gradient: str = "#c2410c"
    model: str = "#b3156e"
    kinds: tuple[tuple[str, str], ...] = (
        ("minimum", "#0b5cad"),
        ("maximum", "#b3261e"),
        ("saddle", "#6d3fb5"),
        ("degenerate", "#1a2130"),
    )
    regions: tuple[str, ...] = ("#f1efe6", "#9cc4e4", "#f0a58f", "#d9d3ee", "#c9e0f2", "#f8d3c8")


_DARK = Look(
    paper="#1c2028",
    ink="#e8ebf1",
    muted="#a5aebd",
    frame="#4a5364",
    contour="#93a5c4",
    undefined="#2e3440",
    trajectory="#ff8ccb",
    ahead="#8d4d73",
    trajectories=("#ff8ccb", "#4fd1c1", "#ffa15c", "#b9a3ff", "#7cc4ff", "#e2c35a"),
    start="#ffffff",
    curve="#8ea8ff",
    heat=("#0c1730", "#14294f", "#1d3f70", "#2b5a90", "#4679ab", "#6f9bc0", "#a3c0d6"),
)

LOOKS = {
    "light": PlotLook(),
    "dark": PlotLook(
        base=_DARK,
        field="#c9d3e6",
        gradient="#ffa15c",
        model="#ff8ccb",
        kinds=(("minimum", "#7cc4ff"), ("maximum", "#ff9289"), ("saddle", "#cdb4ff"), ("degenerate", "#ffffff")),
        regions=("#2b2f38", "#1f5687", "#8a3d31", "#4a4272", "#19374f", "#553029"),
    ),
}
