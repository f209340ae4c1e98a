"""Where the surface is looked at from, and where its points then are on the screen. NumPy only."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from gradviz.numeric.binding import Array

__all__ = ["HOME", "Camera"]

FIELD_OF_VIEW = 32.0
"""Degrees, horizontally: little perspective, so that heights can be compared."""
REACH = 1.5
"""The radius around the origin that is seen at zoom 1: the box, its numbers and its names."""
STEEPEST = 89.0
ZOOMS = (0.25, 4.0)


@dataclass(frozen=True, slots=True)
class Camera:
    """A camera that looks at the origin.

    Attributes
    ----------
    azimuth, elevation : degrees; at azimuth -90 and elevation 0 the x axis points to the right.
    zoom : how many times larger than when all is seen.
    """

    azimuth: float = -120.0
    elevation: float = 32.0
    zoom: float = 1.0

    def turned(self, azimuth: float, elevation: float) -> Camera:
        """Turned by so many degrees; it does not go over the top."""
        return replace(
            self,
            azimuth=(self.azimuth + azimuth + 180.0) % 360.0 - 180.0,
            elevation=min(max(self.elevation + elevation, -STEEPEST), STEEPEST),
        )

    def zoomed(self, factor: float) -> Camera:
        return replace(self, zoom=min(max(self.zoom * factor, ZOOMS[0]), ZOOMS[1]))

    def distance(self, width: float, height: float) -> float:
        """From the origin, so that all of the box is seen whatever the widget's shape."""
        half = math.tan(math.radians(FIELD_OF_VIEW / 2))
        narrow = math.atan(half * min(1.0, height / max(width, 1.0)))
        return REACH / math.sin(narrow) / self.zoom

    def direction(self) -> Array:
        """The unit vector from the origin to the camera."""
        azimuth, elevation = math.radians(self.azimuth), math.radians(self.elevation)
        cos = math.cos(elevation)
        return np.array([cos * math.cos(azimuth), cos * math.sin(azimuth), math.sin(elevation)])

    def eye(self, width: float, height: float) -> Array:
        """Where the camera is, (3,)."""
        return self.direction() * self.distance(width, height)

    def project(self, points: Array, width: float, height: float) -> tuple[Array, Array]:
        """Pixels (n, 2), y downwards, and distances from the camera (n,) of points (n, 3)."""
        towards = self.direction()
        azimuth = math.radians(self.azimuth)
        right = np.array([-math.sin(azimuth), math.cos(azimuth), 0.0])
        up = np.cross(towards, right)
        depth = self.distance(width, height) - points @ towards
        focal = width / 2 / math.tan(math.radians(FIELD_OF_VIEW / 2))
        with np.errstate(all="ignore"):
            scale = focal / np.where(depth > 1e-3, depth, np.nan)
        x = width / 2 + scale * (points @ right)
        y = height / 2 - scale * (points @ up)
        return np.column_stack([x, y]), depth


HOME = Camera()
