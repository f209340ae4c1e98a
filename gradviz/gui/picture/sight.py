"""What of a picture is seen, zoomed and turned, for a window in another one's stead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject

__all__ = ["LookAgain", "Sight", "sight_of"]


@dataclass(frozen=True, slots=True)
class Sight:
    """Where one looks.

    Attributes
    ----------
    key : of the scene that is drawn.
    plane : the part of the plane.
    curve : the part of the plane in which a curve lies, or None.
    camera : where the surface is seen from; None where the plane is in front.
    """

    key: object
    plane: Any
    curve: Any
    camera: Any


def sight_of(picture: Any) -> Sight | None:
    """Where one looks in a `PictureArea`; None where nothing is drawn."""
    scene = picture.scene
    if scene is None or picture.plane_view is None:
        return None
    curve = picture.panels.curve_view.canvas.view() if scene.curve is not None else None
    host = picture.panels.host
    camera = host.surface.canvas.camera if host.pages.currentWidget() is host.surface else None
    return Sight(scene.key, picture.plane_view.visible_view(), curve, camera)


class LookAgain(QObject):
    """Looks where one looked, once a `PictureArea` has drawn the same scene; at another scene it looks as usual."""

    def __init__(self, picture: Any, sight: Sight) -> None:
        super().__init__(picture)
        self.setObjectName("look_again")
        self._picture, self._sight, self._done = picture, sight, False
        picture.ready.connect(self._wait)

    def _wait(self) -> None:
        # Before the document's point is shown: it is put only where it is in view.
        self._picture.plane_view.landscapeShown.connect(self._look_at_plane)
        self._picture.valued.connect(self._look)
        self._look_at_plane()  # its landscape may be shown already

    def _look_at_plane(self) -> None:
        if not self._done and self._is_there() and self._picture.scene.landscape is not None:
            self._picture.plane_view.canvas.set_view(self._sight.plane)

    def _look(self) -> None:
        if self._done or self._picture.scene is None:
            return
        self._done = True
        if not self._is_there():
            return
        panels = self._picture.panels
        if self._sight.curve is not None:
            panels.curve_view.canvas.set_view(*self._sight.curve)
        if self._sight.camera is not None:
            panels.host.show_surface()
            panels.host.surface.canvas.set_camera(self._sight.camera)

    def _is_there(self) -> bool:
        return self._picture.scene is not None and self._picture.scene.key == self._sight.key
