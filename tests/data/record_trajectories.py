"""Record trajectories of PyTorch's optimisers into trajectories.json, so that the tests need no PyTorch.

    python -m venv /tmp/torch && /tmp/torch/bin/pip install torch
    /tmp/torch/bin/python tests/data/record_trajectories.py [--time]

Everything is in double precision on the CPU. The functions are written here again, in PyTorch's own operations: the
gradients are those of its automatic differentiation. With --time the ten optimisers of benchmarks/descent.py are timed
on Rosenbrock's function as well.
"""

from __future__ import annotations

import json
import math
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch

STEPS = 60
HERE = Path(__file__).parent
Tensor = Any


def rosenbrock(x: Tensor) -> Tensor:
    return (1 - x[0]) ** 2 + 100 * (x[1] - x[0] ** 2) ** 2


def bowl(x: Tensor) -> Tensor:
    scales = torch.tensor([1.0, 4.0, 9.0, 16.0, 25.0, 36.0, 49.0], dtype=torch.float64)
    return (scales * x**2).sum() / 2 + torch.log(torch.exp(x).sum())


def himmelblau(x: Tensor) -> Tensor:
    return (x[0] ** 2 + x[1] - 11) ** 2 + (x[0] + x[1] ** 2 - 7) ** 2


FUNCTIONS: dict[str, tuple[Callable[[Tensor], Tensor], list[float]]] = {
    "rosenbrock": (rosenbrock, [-1.2, 1.0]),
    "himmelblau": (himmelblau, [0.5, -1.0]),
    "bowl": (bowl, [1.0, -2.0, 0.5, 1.5, -1.0, 0.25, -0.75]),
}
SGD, Adam, AdamW = torch.optim.SGD, torch.optim.Adam, torch.optim.AdamW
step_lr, cosine = torch.optim.lr_scheduler.StepLR, torch.optim.lr_scheduler.CosineAnnealingLR
Case = tuple[str, dict[str, Any], Callable[..., Any], dict[str, Any], Callable[[Any], Any] | None]
CASES: list[Case] = [
    ("gradient-descent", {"step_size": 5e-4}, SGD, {"lr": 5e-4}, None),
    (
        "gradient-descent",
        {"step_size": 5e-4, "schedule": {"id": "step-decay", "decay": 0.5, "every": 20}},
        SGD,
        {"lr": 5e-4},
        lambda o: step_lr(o, step_size=20, gamma=0.5),
    ),
    (
        "gradient-descent",
        {"step_size": 5e-4, "schedule": {"id": "cosine", "period": 60, "floor": 0.1}},
        SGD,
        {"lr": 5e-4},
        lambda o: cosine(o, T_max=60, eta_min=5e-5),
    ),
    (
        "gradient-descent",
        {"step_size": 5e-4, "schedule": {"id": "inverse-time", "rate": 0.05}},
        SGD,
        {"lr": 5e-4},
        lambda o: torch.optim.lr_scheduler.LambdaLR(o, lambda k: 1 / (1 + 0.05 * k)),
    ),
    ("heavy-ball", {"step_size": 3e-4, "momentum": 0.9}, SGD, {"lr": 3e-4, "momentum": 0.9}, None),
    ("nesterov", {"step_size": 3e-4, "momentum": 0.9}, SGD, {"lr": 3e-4, "momentum": 0.9, "nesterov": True}, None),
    ("adagrad", {"step_size": 0.3}, torch.optim.Adagrad, {"lr": 0.3, "eps": 1e-10}, None),
    (
        "rmsprop",
        {"step_size": 0.02, "decay": 0.95},
        torch.optim.RMSprop,
        {"lr": 0.02, "alpha": 0.95, "eps": 1e-8},
        None,
    ),
    ("adam", {"step_size": 0.05}, Adam, {"lr": 0.05}, None),
    ("adam", {"step_size": 0.05, "beta1": 0.8, "beta2": 0.95}, Adam, {"lr": 0.05, "betas": (0.8, 0.95)}, None),
    ("adamw", {"step_size": 0.05, "weight_decay": 0.1}, AdamW, {"lr": 0.05, "weight_decay": 0.1}, None),
    ("nadam", {"step_size": 0.05}, torch.optim.NAdam, {"lr": 0.05, "momentum_decay": 0.004}, None),
    ("amsgrad", {"step_size": 0.05}, Adam, {"lr": 0.05, "amsgrad": True}, None),
]


def trajectory(
    function: Callable[[Tensor], Tensor],
    start: list[float],
    make: Callable[..., Any],
    options: dict[str, Any],
    schedule: Callable[[Any], Any] | None,
    steps: int,
) -> list[list[float]]:
    x = torch.tensor(start, dtype=torch.float64, requires_grad=True)
    optimiser = make([x], **options)
    scheduler = schedule(optimiser) if schedule else None
    states = [x.detach().tolist()]
    for _ in range(steps):
        optimiser.zero_grad()
        function(x).backward()
        optimiser.step()
        if scheduler:
            scheduler.step()
        states.append(x.detach().tolist())
    return states


def record() -> None:
    torch.set_default_dtype(torch.float64)  # NAdam keeps the product of its momenta in the default precision
    cases = []
    for name, (function, start) in FUNCTIONS.items():
        for method, parameters, make, options, schedule in CASES:
            states = trajectory(function, start, make, options, schedule, STEPS)
            # Every third state and the last: a mistake in any step shows in all that follow.
            kept = sorted({0, 1, 2, *range(3, STEPS, 3), STEPS})
            cases.append(
                {
                    "function": name,
                    "method": method,
                    "parameters": parameters,
                    "steps": kept,
                    "states": [states[k] for k in kept],
                }
            )
    data = {"source": f"PyTorch {torch.__version__}", "cases": cases}
    (HERE / "trajectories.json").write_text(json.dumps(data, separators=(",", ":")) + "\n")
    print(f"{len(cases)} trajectories by PyTorch {torch.__version__}")


TIMED: dict[str, tuple[Callable[..., Any], dict[str, Any]]] = {
    "gradient-descent": (SGD, {"lr": 1e-4}),
    "gradient-descent, cosine": (SGD, {"lr": 1e-4}),
    "heavy-ball": (SGD, {"lr": 1e-4, "momentum": 0.9}),
    "nesterov": (SGD, {"lr": 1e-4, "momentum": 0.9, "nesterov": True}),
    "adagrad": (torch.optim.Adagrad, {"lr": 0.1, "eps": 1e-10}),
    "rmsprop": (torch.optim.RMSprop, {"lr": 1e-3}),
    "adam": (Adam, {"lr": 1e-3}),
    "adamw": (AdamW, {"lr": 1e-3, "weight_decay": 1e-4}),
    "nadam": (torch.optim.NAdam, {"lr": 1e-3}),
    "amsgrad": (Adam, {"lr": 1e-3, "amsgrad": True}),
}


def timed(steps: int) -> dict[str, float]:
    """Seconds that each optimiser takes for so many steps on Rosenbrock's function, recording each
    state, as the usual training loop is written.
    """
    torch.set_num_threads(1)
    found = {}
    for name, (make, options) in TIMED.items():
        x = torch.tensor([-1.2, 1.0], dtype=torch.float64, requires_grad=True)
        optimiser = make([x], **options)
        scheduler = cosine(optimiser, T_max=steps) if "cosine" in name else None
        begun = time.perf_counter()
        states = []
        for _ in range(steps):
            optimiser.zero_grad()
            rosenbrock(x).backward()
            optimiser.step()
            if scheduler:
                scheduler.step()
            states.append(x.detach().tolist())
        found[name] = time.perf_counter() - begun
        assert all(math.isfinite(v) for v in states[-1])
    return found


if __name__ == "__main__":
    if "--time" in sys.argv:
        steps = 1_000
        seconds = timed(steps)
        each = {name: value / steps for name, value in seconds.items()}
        print(json.dumps({"version": torch.__version__, "seconds a step": each}, indent=1))
    else:
        record()
