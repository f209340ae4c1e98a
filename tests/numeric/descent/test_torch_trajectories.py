"""Iterates beside those of PyTorch's optimisers, step by step; tests/data/record_trajectories.py recorded them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from gradviz.numeric.descent import METHODS, SCHEDULES, Limits, Method, Oracle, descend, make_method
from tests.numeric.descent import problems

RECORDED = json.loads((Path(__file__).parents[2] / "data" / "trajectories.json").read_text())


def method_of(case: dict[str, Any]) -> Method:
    parameters = dict(case["parameters"])
    if "schedule" in parameters:
        schedule = dict(parameters["schedule"])
        parameters["schedule"] = SCHEDULES[schedule.pop("id")](**schedule)
    return make_method(case["method"], **parameters)


def name_of(case: dict[str, Any]) -> str:
    schedule = case["parameters"].get("schedule", {}).get("id", "")
    return f"{case['function']} {case['method']} {schedule}{case['parameters'].get('beta1', '')}"


@pytest.mark.parametrize("case", RECORDED["cases"], ids=name_of)
def test_iterates_are_those_of_pytorch(case: dict[str, Any]) -> None:
    place = problems.LANDSCAPES[case["function"]]()
    start = np.array(problems.STARTS[case["function"]])
    run = descend(place, start, method_of(case), Limits(steps=case["steps"][-1], tolerance=0.0))
    np.testing.assert_allclose(run.states[case["steps"]], case["states"], rtol=1e-9, atol=1e-11)
    assert np.ptp(run.states[:, 0]) > 1e-3  # it moved


@pytest.mark.parametrize("case", RECORDED["cases"], ids=name_of)
def test_the_pure_step_is_what_the_fast_loop_does(case: dict[str, Any]) -> None:
    place = problems.LANDSCAPES[case["function"]]()
    method, oracle = method_of(case), Oracle(place)
    state = method.begin(oracle, np.array(problems.STARTS[case["function"]]))
    run = descend(place, state.x, method, Limits(steps=20, tolerance=0.0))
    for k in range(1, 21):
        state = method.step(state, oracle)
        np.testing.assert_allclose(run.states[k], state.x, rtol=1e-12, atol=1e-14)
        assert run.quantities["step size"][k - 1] == state.quantities[0]


def test_every_method_that_pytorch_has_is_recorded() -> None:
    entrywise = {id for id, entry in METHODS.items() if entry.family in ("first order", "adaptive")}
    assert {case["method"] for case in RECORDED["cases"]} == entrywise
    assert RECORDED["source"].startswith("PyTorch 2.")
