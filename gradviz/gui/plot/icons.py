"""The icons of the plot's tools, drawn in the theme's colours on a field of 20 by 20."""

from __future__ import annotations

from PySide6.QtGui import QIcon

from gradviz.gui.resources import add_drawing

__all__ = ["ICONS", "plot_icon"]

_LINE = 'fill="none" stroke="INK" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"'
ICONS = {
    "heat": '<rect x="3" y="3" width="14" height="14" rx="2" {l}/><path d="M3 12h6v5M9 12h8M12 3v9" {l}/>'
    '<rect x="3.6" y="12.4" width="5" height="4.2" fill="INK"/>',
    "contours": '<ellipse cx="10" cy="10" rx="7.4" ry="5.6" {l}/><ellipse cx="10.6" cy="10.4" rx="3.4" ry="2.2" {l}/>',
    "field": '<path d="M3 17L9 11M9 15v-4H5M11 9l6-6M17 7V3h-4" {l}/>',
    "stationary": '<path d="M3 5c2 11 5 11 7 5s5-6 7 5" {l}/><circle cx="6.2" cy="13" r="2" fill="INK"/>'
    '<circle cx="13.4" cy="6.4" r="2" fill="INK"/>',
    "hessian": '<ellipse cx="10" cy="10" rx="7.6" ry="3.8" transform="rotate(-30 10 10)" {l}/>'
    '<path d="M10 10l5.6-3.3M10 10l-1.7-2.9" {l}/>',
    "taylor": '<path d="M2.5 15C7 15 7 5 12 5c3 0 4 2 5.5 4" {l}/><path d="M4.5 3.5C6 12 12 14 17 3" {l} '
    'stroke-dasharray="2 2.6"/>',
    "regions": '<path d="M3 3h14v14H3zM3 12c5 0 5-4 8-4s3 5 6 5" {l}/><path d="M5.4 6h4M7.4 4v4M11 15.4h4" {l}/>',
    "error": '<path d="M2.5 16C7 15 9 4 17 3.5" {l}/><path d="M2.5 16L17 8" {l}/><path d="M14 5v4.4M11 8.6v2.6" {l}/>',
    "more": '<circle cx="4.5" cy="10" r="1.7" fill="INK"/><circle cx="10" cy="10" r="1.7" fill="INK"/>'
    '<circle cx="15.5" cy="10" r="1.7" fill="INK"/>',
    "reset": '<path d="M3 9l7-6 7 6M5 8v8.5h10V8" {l}/>',
    "aspect": '<rect x="3.5" y="3.5" width="13" height="13" {l}/>'
    '<path d="M7 7.5v5M13 7.5v5M10 8.4v.2M10 11.4v.2" {l}/>',
    "play": '<path d="M6 4l10 6-10 6z" fill="INK"/>',
    "pause": '<path d="M6 4.5v11M13.5 4.5v11" {l}/>',
}


def plot_icon(name: str, colour: str, chosen: str, disabled: str) -> QIcon:
    """One of `ICONS`; `chosen` is its colour where it is switched on."""
    icon = QIcon()
    for mode, state, ink in (
        (QIcon.Mode.Normal, QIcon.State.Off, colour),
        (QIcon.Mode.Normal, QIcon.State.On, chosen),
        (QIcon.Mode.Disabled, QIcon.State.Off, disabled),
        (QIcon.Mode.Disabled, QIcon.State.On, disabled),
    ):
        body = ICONS[name].replace("{l}", _LINE).replace("INK", ink)
        source = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20">{body}</svg>'
        add_drawing(icon, source, 18, mode, state)
    return icon
