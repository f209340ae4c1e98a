"""Draw the small pictures of the gallery's landscapes into resources/gallery."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtGui import QImage

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from gradviz.gui.gallery.entries import TOPICS, entries
from gradviz.gui.gallery.pictures import shades_of
from gradviz.gui.picture import scene
from gradviz.gui.resources import folder
from gradviz.gui.worker.engine import Engine


def main() -> None:
    engine = Engine()
    for entry in entries():
        if entry.topic != TOPICS[-1]:
            continue
        reply = engine.handle({"kind": "derive", "text": entry.document.text, "wrt": entry.document.wrt})
        landscape = scene.build(reply["expressions"], entry.document).landscape
        if landscape is not None:
            shades = shades_of(landscape).copy()
            height, width = shades.shape
            image = QImage(shades.data, width, height, width, QImage.Format.Format_Grayscale8)
            image.save(str(folder() / "gallery" / f"{entry.id}.png"))


if __name__ == "__main__":
    main()
