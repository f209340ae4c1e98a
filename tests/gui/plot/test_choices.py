"""What the plot shows is part of the document: it is saved, read back, and refused when it cannot be."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from gradviz.gui.documents.document import Document, DocumentError
from gradviz.gui.plot.choices import PlaneChoice, PlotChoices

PLANE = PlaneChoice(("along ∇f", "at a right angle to ∇f"), ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0)), (1.0, 2.0, 3.0))


@pytest.mark.parametrize(
    "choices",
    [
        PlotChoices(),
        PlotChoices("definiteness", "logarithmic", "streamlines", True, True, 2, False, 20),
        PlotChoices(plane=PlaneChoice(("w_1", "w_3"))),
        PlotChoices(plane=PLANE),
        PlotChoices(plane=replace(PLANE, through=((0.0, 0.0), (2.0, 0.0), (1.0, 3.0)))),
    ],
)
def test_choices_survive_a_file(choices: PlotChoices) -> None:
    assert Document.from_json(Document(plot=choices).to_json()).plot == choices


def test_a_document_without_choices_gets_the_usual_ones() -> None:
    body = json.loads(Document().to_json())
    del body["plot"]
    assert Document.from_json(json.dumps(body)).plot == PlotChoices()


@pytest.mark.parametrize(
    ("part", "where"),
    [
        (3, "plot"),
        ({"colour": "pink"}, "plot.colour"),
        ({"taylor": 3}, "plot.taylor"),
        ({"taylor": True}, "plot.taylor"),
        ({"stationary": 1}, "plot.stationary"),
        ({"order": 21}, "plot.order"),
        ({"plane": []}, "plot.plane"),
        ({"plane": {"names": ["x"]}}, "plot.plane.names"),
        ({"plane": {"names": ["s", "t"], "vectors": [[1, 0], [0]], "anchor": [0, 0]}}, "plot.plane.vectors"),
        ({"plane": {"names": ["s", "t"], "vectors": [[1, "a"], [0, 1]], "anchor": [0, 0]}}, "plot.plane.vectors"),
        ({"plane": {"names": ["s", "t"], "vectors": [[1, 0], [0, 1]], "anchor": [0, 1e999]}}, "plot.plane.anchor"),
        ({"plane": {"names": ["s", "t"], "through": [[0, 0, 1]]}}, "plot.plane.through"),
        ({"plane": {"names": ["s", "t"], "through": 3}}, "plot.plane.through"),
        ({"plane": {"names": ["s", "t"], "through": [[0, "a"]]}}, "plot.plane.through"),
    ],
)
def test_choices_that_cannot_be_are_refused_by_name(part: Any, where: str) -> None:
    body = json.loads(Document().to_json()) | {"plot": part}
    with pytest.raises(DocumentError, match=f"“{where}”"):
        Document.from_json(json.dumps(body))
