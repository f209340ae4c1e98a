"""Whether this computer can draw with OpenGL."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass

from gradviz.sentences import say

__all__ = ["Support", "prepare", "support"]

_OFFSCREEN = ("offscreen", "minimal", "vnc", "linuxfb")
"""Platforms of Qt where an OpenGL widget stays blank, or ends the program."""
_SOFTWARE = ("llvmpipe", "softpipe", "swiftshader", "software")
LEAST = (2, 1)


def prepare() -> None:
    """Choose EGL on Linux, for Qt and for PyOpenGL alike; before the application is made."""
    if sys.platform.startswith("linux"):
        os.environ.setdefault("QT_XCB_GL_INTEGRATION", "xcb_egl")
        os.environ.setdefault("PYOPENGL_PLATFORM", "egl")


@dataclass(frozen=True, slots=True)
class Support:
    """What there is of OpenGL.

    Attributes
    ----------
    reason : why there is none, as the end of a sentence; "" when there is.
    software : the processor does it, so that smooth edges would cost as much again as all the rest.
    """

    reason: str = ""
    software: bool = False


def support() -> Support:
    """Ask the driver; this takes a fifth of a second."""
    from PySide6.QtGui import QGuiApplication, QOffscreenSurface, QOpenGLContext

    if os.environ.get("GRADVIZ_NO_OPENGL"):
        return Support(say("it is switched off by {variable}", variable="GRADVIZ_NO_OPENGL"))
    platform = QGuiApplication.platformName()
    if platform in _OFFSCREEN:
        return Support(say("there is no display, the platform is “{platform}”", platform=platform))
    prepare()
    surface = QOffscreenSurface()
    surface.create()
    context = QOpenGLContext()
    if not surface.isValid() or not context.create() or not context.makeCurrent(surface):
        return Support(say("the graphics driver offers none"))
    try:
        version = context.format().version()
        if not context.isOpenGLES() and version < LEAST:
            return Support(
                say(
                    "the graphics driver offers version {version}, and {needed} is needed",
                    version=f"{version[0]}.{version[1]}",
                    needed="2.1",
                )
            )
        from OpenGL import GL, contextdata

        contextdata.getContext()  # PyOpenGL found the same context, by the same platform
        renderer = (GL.glGetString(GL.GL_RENDERER) or b"").decode(errors="replace").lower()
        return Support(software=any(name in renderer for name in _SOFTWARE))
    except Exception as error:  # whatever the driver or the binding says, the rest of the app works
        return Support(str(error).splitlines()[0] if str(error) else type(error).__name__)
    finally:
        context.doneCurrent()
        surface.destroy()
