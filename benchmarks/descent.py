"""Ten methods of descent, 10,000 steps each on Rosenbrock's function: beside loops written by hand on floats, and
beside torch.optim, in one run.

    python benchmarks/descent.py [--steps 10000] [--rounds 15] [--torch PYTHON] [--json FILE]

The hand-written loops record what a run records (iterate, f and gradient at every step) and look at whether to stop,
with the formulas written out for two coordinates. PyTorch is timed in its own interpreter (--torch, or the environment
variable GRADVIZ_TORCH) when one is given; else the times in tests/data/torch_times.json stand beside ours, with the
version that they were measured with. Opening steps of a run of 100,000 is timed too. Exit status 1 when a result
differs from the hand's, all together take more than twice the hand's time or more than a fifth of PyTorch's, or one
step in twenty takes longer to open than a frame.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

import gradviz
from gradviz.numeric.binding import Binding
from gradviz.numeric.descent import Cosine, Limits, Method, descend, make_method, open_step
from gradviz.numeric.landscape import Landscape, by_variable, default_plane

DATA = Path(__file__).parent.parent / "tests" / "data"
START = (-1.2, 1.0)
FRAME = 1 / 60
HAND_LIMIT = 2.0
TORCH_LIMIT = 5.0
Row = tuple[float, float, float, float, float]


def rosenbrock(x: float, y: float) -> tuple[float, float, float]:
    s, r = 1 - x, y - x * x
    return s * s + 100 * (r * r), -2 * s - 400 * x * r, 200 * r


def going_on(value: float, gx: float, gy: float, x: float, y: float) -> bool:
    """What a run asks after every step."""
    return 1e-24 < gx * gx + gy * gy < 1e300 and x * x + y * y < 1e12 and -1e300 < value < 1e300


def gd(steps: int, decay: bool = False) -> list[Row]:
    x, y = START
    f, gx, gy = rosenbrock(x, y)
    rows = [(x, y, f, gx, gy)]
    gamma = 1e-4
    for k in range(steps):
        if decay:
            gamma = 1e-4 * (1 + math.cos(math.pi * k / steps)) / 2
        x -= gamma * gx
        y -= gamma * gy
        f, gx, gy = rosenbrock(x, y)
        rows.append((x, y, f, gx, gy))
        if not going_on(f, gx, gy, x, y):
            break
    return rows


def momentum(steps: int, nesterov: bool = False) -> list[Row]:
    x, y = START
    f, gx, gy = rosenbrock(x, y)
    rows = [(x, y, f, gx, gy)]
    bx = by = 0.0
    for _ in range(steps):
        bx = 0.9 * bx + gx
        by = 0.9 * by + gy
        if nesterov:
            x -= 1e-4 * (gx + 0.9 * bx)
            y -= 1e-4 * (gy + 0.9 * by)
        else:
            x -= 1e-4 * bx
            y -= 1e-4 * by
        f, gx, gy = rosenbrock(x, y)
        rows.append((x, y, f, gx, gy))
        if not going_on(f, gx, gy, x, y):
            break
    return rows


def adagrad(steps: int, rmsprop: bool = False) -> list[Row]:
    sqrt = math.sqrt
    x, y = START
    f, gx, gy = rosenbrock(x, y)
    rows = [(x, y, f, gx, gy)]
    sx = sy = 0.0
    for _ in range(steps):
        if rmsprop:
            sx = 0.99 * sx + 0.01 * gx * gx
            sy = 0.99 * sy + 0.01 * gy * gy
            x -= 1e-3 * gx / (sqrt(sx) + 1e-8)
            y -= 1e-3 * gy / (sqrt(sy) + 1e-8)
        else:
            sx += gx * gx
            sy += gy * gy
            x -= 0.1 * gx / (sqrt(sx) + 1e-10)
            y -= 0.1 * gy / (sqrt(sy) + 1e-10)
        f, gx, gy = rosenbrock(x, y)
        rows.append((x, y, f, gx, gy))
        if not going_on(f, gx, gy, x, y):
            break
    return rows


def adam(steps: int, kind: str = "adam") -> list[Row]:
    sqrt, epsilon, gamma = math.sqrt, 1e-8, 1e-3
    x, y = START
    f, gx, gy = rosenbrock(x, y)
    rows = [(x, y, f, gx, gy)]
    mx = my = vx = vy = tx = ty = 0.0
    product = 1.0
    for k in range(steps):
        mx = 0.9 * mx + 0.1 * gx
        my = 0.9 * my + 0.1 * gy
        vx = 0.999 * vx + 0.001 * gx * gx
        vy = 0.999 * vy + 0.001 * gy * gy
        root = sqrt(1 - 0.999 ** (k + 1))
        if kind == "nadam":
            here, ahead = 0.9 * (1 - 0.5 * 0.96 ** ((k + 1) * 0.004)), 0.9 * (1 - 0.5 * 0.96 ** ((k + 2) * 0.004))
            product *= here
            now, later = (1 - here) / (1 - product), ahead / (1 - product * ahead)
            x -= gamma * (now * gx + later * mx) / (sqrt(vx) / root + epsilon)
            y -= gamma * (now * gy + later * my) / (sqrt(vy) / root + epsilon)
        else:
            scale = gamma / (1 - 0.9 ** (k + 1))
            tx, ty = vx, vy
            if kind == "adamw":
                x *= 1 - gamma * 1e-4
                y *= 1 - gamma * 1e-4
            x -= scale * mx / (sqrt(tx) / root + epsilon)
            y -= scale * my / (sqrt(ty) / root + epsilon)
        f, gx, gy = rosenbrock(x, y)
        rows.append((x, y, f, gx, gy))
        if not going_on(f, gx, gy, x, y):
            break
    return rows


def amsgrad(steps: int) -> list[Row]:
    sqrt = math.sqrt
    x, y = START
    f, gx, gy = rosenbrock(x, y)
    rows = [(x, y, f, gx, gy)]
    mx = my = vx = vy = tx = ty = 0.0
    for k in range(steps):
        mx = 0.9 * mx + 0.1 * gx
        my = 0.9 * my + 0.1 * gy
        vx = 0.999 * vx + 0.001 * gx * gx
        vy = 0.999 * vy + 0.001 * gy * gy
        tx, ty = max(tx, vx), max(ty, vy)
        root, scale = sqrt(1 - 0.999 ** (k + 1)), 1e-3 / (1 - 0.9 ** (k + 1))
        x -= scale * mx / (sqrt(tx) / root + 1e-8)
        y -= scale * my / (sqrt(ty) / root + 1e-8)
        f, gx, gy = rosenbrock(x, y)
        rows.append((x, y, f, gx, gy))
        if not going_on(f, gx, gy, x, y):
            break
    return rows


def contenders(steps: int) -> dict[str, tuple[Method, Callable[[], list[Row]]]]:
    """Name -> the method, and the same by hand."""
    make = make_method
    return {
        "gradient-descent": (make("gradient-descent", step_size=1e-4), lambda: gd(steps)),
        "gradient-descent, cosine": (
            make("gradient-descent", step_size=1e-4, schedule=Cosine(period=steps)),
            lambda: gd(steps, decay=True),
        ),
        "heavy-ball": (make("heavy-ball", step_size=1e-4), lambda: momentum(steps)),
        "nesterov": (make("nesterov", step_size=1e-4), lambda: momentum(steps, nesterov=True)),
        "adagrad": (make("adagrad", step_size=0.1), lambda: adagrad(steps)),
        "rmsprop": (make("rmsprop", step_size=1e-3), lambda: adagrad(steps, rmsprop=True)),
        "adam": (make("adam", step_size=1e-3), lambda: adam(steps)),
        "adamw": (make("adamw", step_size=1e-3, weight_decay=1e-4), lambda: adam(steps, "adamw")),
        "nadam": (make("nadam", step_size=1e-3), lambda: adam(steps, "nadam")),
        "amsgrad": (make("amsgrad", step_size=1e-3), lambda: amsgrad(steps)),
    }


def landscape() -> Landscape:
    """Rosenbrock's function with the gradient that the engine derives."""
    core = gradviz.derive("(1-x)^2+100(y-x^2)^2", wrt=("x", "y"), declare=("x in R", "y in R")).core
    results, variables = [r.expression for r in core.results], core.variables
    gradients = by_variable(results[0], variables) if len(results) == 1 else dict(zip(variables, results, strict=True))
    binding = Binding({}, {"x": START[0], "y": START[1]})
    plane = default_plane(list(variables), binding)
    assert plane is not None
    return Landscape(core.function, gradients, None, binding, plane)


def best(runs: tuple[Callable[[], object], ...], rounds: int) -> list[float]:
    """Seconds of the processor in each one's fastest round; they take turns, so that a busy machine is busy for all."""
    seconds = [math.inf] * len(runs)
    for _ in range(rounds):
        for i, run in enumerate(runs):
            begun = time.process_time()
            run()
            seconds[i] = min(seconds[i], time.process_time() - begun)
    return seconds


def by_torch(python: str) -> tuple[str, dict[str, float], str]:
    """PyTorch's version, its seconds a step, and where they are from."""
    if python:
        command = [python, str(DATA / "record_trajectories.py"), "--time"]
        found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        return found["version"], found["seconds a step"], "measured in this run"
    found = json.loads((DATA / "torch_times.json").read_text())
    return found["version"], found["seconds a step"], "recorded before, on 2 cores"


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--steps", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--torch", default=os.environ.get("GRADVIZ_TORCH", ""))
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    place, limits = landscape(), Limits(steps=options.steps, tolerance=1e-12)
    version, torch_seconds, source = by_torch(options.torch)
    print(f"{options.steps:,} steps on Rosenbrock's function; microseconds a step; PyTorch {version}, {source}")
    print(f"{'':26}{'ours':>8}{'by hand':>10}{'ratio':>8}{'torch':>9}{'faster':>8}")
    failed = False
    totals = [0.0, 0.0, 0.0]
    result = {}
    for name, (method, hand) in contenders(options.steps).items():
        run = descend(place, np.array(START), method, limits)
        rows = hand()
        steps = len(rows) - 1
        if run.steps != steps or not np.allclose(run.states[-1], rows[-1][:2], rtol=1e-6):
            print(f"{name}: {run.states[-1]} after {run.steps}, by hand {rows[-1][:2]} after {steps}")
            failed = True
        whole = best((lambda m=method: descend(place, np.array(START), m, limits), hand), options.rounds)
        ours, theirs = (seconds / steps for seconds in whole)
        times = (ours, theirs, torch_seconds[name])
        totals = [t + s for t, s in zip(totals, times, strict=True)]
        result[name] = times
        print(_line(name, *times))
    print(_line("all", *totals))
    result["all"] = tuple(totals)
    if totals[0] > HAND_LIMIT * totals[1]:
        print(f"more than {HAND_LIMIT} times the hand-written loops")
        failed = True
    if totals[0] * TORCH_LIMIT > totals[2]:
        print(f"less than {TORCH_LIMIT} times faster than PyTorch")
        failed = True
    failed |= open_slowly(place, result)
    if options.json:
        options.json.write_text(json.dumps(result, indent=1) + "\n")
    return int(failed)


def open_slowly(place: Landscape, result: dict[str, tuple[float, ...]]) -> bool:
    """Whether one step in twenty of 100,000 takes longer to open than a frame."""
    slow = False
    for name in ("gradient-descent", "adam"):
        method = make_method(name, step_size=1e-5)
        begun = time.perf_counter()
        run = descend(place, np.array(START), method, Limits(steps=100_000, tolerance=0.0))
        whole = time.perf_counter() - begun
        seconds = []
        for k in np.random.default_rng(0).integers(1, run.steps, 40).tolist():
            begun = time.perf_counter()
            open_step(place, run, k)
            seconds.append(time.perf_counter() - begun)
        middle, late = np.percentile(seconds, [50, 95]).tolist()
        print(
            f"{name}: {run.steps:,} steps in {whole * 1e3:.0f} ms; opening one takes {middle * 1e3:.1f} ms "
            f"(95 of 100 at most {late * 1e3:.1f})"
        )
        result[f"{name}, 100,000 steps, opening one"] = (whole, middle, late)
        slow |= late > FRAME
    return slow


def _line(name: str, ours: float, hand: float, torch: float) -> str:
    us = 1e6
    return f"{name:26}{ours * us:8.2f}{hand * us:10.2f}{ours / hand:8.2f}{torch * us:9.0f}{torch / ours:8.0f}"


if __name__ == "__main__":
    sys.exit(main())
