"""Labels are known by the form of the loss, and drawn as labels."""

from __future__ import annotations

import numpy as np
import pytest

from gradviz.algebra.walk import symbols
from gradviz.language.parser import parse
from gradviz.numeric.binding import default_binding
from gradviz.numeric.labels import BITS, SIGNS, label_kinds


def kinds(text: str) -> dict[str, str]:
    function = parse(text).function
    variables = [s for s in symbols(function) if s.name in ("w", "t", "b")]
    return {symbol.name: kind for symbol, kind in label_kinds(function, variables).items()}


@pytest.mark.parametrize(
    "text",
    [
        "sum_i log(1 + exp(-y_i <w, x_i>))",
        "sum(log(1 + exp(-y .* (X w))))",
        "1/m sum_i log(1 + exp(-y_i (w' x_i + b)))",
        "sum(log(1 + exp(-diag(y) X w)))",
        "-sum_i log sigma(y_i x_i' w)",
        "sum_i softplus(-y_i x_i' w)",
        "1/m sum_i max(0, 1 - y_i <w, x_i>) + lambda/2 ||w||^2",
        "sum(relu(1 - y .* (X w)))",
        "sum_i [1 - y_i x_i' w]_+^2",
        "sum_i log(1 + exp(-y_i x_i t))",
    ],
)
def test_factors_of_the_margin_in_a_loss_are_signs(text: str) -> None:
    (kind,) = kinds(text).values()
    assert kind == SIGNS


@pytest.mark.parametrize(
    "text",
    [
        "-sum_i y_i log(sigma(x_i' w)) + (1 - y_i) log(1 - sigma(x_i' w))",
        "-(y' log(sigma(X w)) + (1 - y)' log(1 - sigma(X w)))",
        "p = sigma(X w)\n-sum(y .* log(p) + (1 - y) .* log(1 - p))",
        "-<y, log(sigma(X w))> - <1 - y, log(1 - sigma(X w))>",
        "sum_i log(1 + exp(x_i' w)) - y_i x_i' w",
        "1' log(1 + exp(X w)) - y' X w",
    ],
)
def test_weights_of_logarithms_and_their_complements_are_bits(text: str) -> None:
    (kind,) = kinds(text).values()
    assert kind == BITS


@pytest.mark.parametrize(
    "text",
    [
        "||y - X w||^2",
        "sum_i (1 - y_i x_i' w)^2",
        "sum_i exp(x_i' w) - y_i x_i' w",  # counts, of a Poisson regression
        "sum_i y_i log(1 + exp(x_i' w))",
        "-sum(y .* log(sigma(X w)))",
        "sum(log(1 + exp(c .* w)))",
        "log(1 + exp(lambda t))",
        "sum_i max(0, y_i - x_i' w)",
        "sum_i log(1 + exp(-y_i x_i' w)) + y_i^2",
    ],
)
def test_other_numbers_are_no_labels(text: str) -> None:
    assert not kinds(text)


@pytest.mark.parametrize(("kind", "labels"), [(SIGNS, {-1.0, 1.0}), (BITS, {0.0, 1.0})])
def test_labels_are_drawn_as_such_and_no_plane_parts_them(kind: str, labels: set[float]) -> None:
    w, X, y = (next(s for s in symbols(parse("||y - X w||^2").function) if s.name == name) for name in "wXy")
    for seed in range(30):
        binding = default_binding([w, X, y], seed, variables=[w], labels={"y": kind})
        values, data = np.asarray(binding.values["y"]), np.asarray(binding.values["X"])
        assert set(values.tolist()) == labels
        signed = data * np.where(values > 0, 1, -1)[:, None]
        angles = np.linspace(0, 2 * np.pi, 3_600)
        assert not (signed @ np.stack([np.cos(angles), np.sin(angles)]) > 0).all(axis=0).any()
        assert binding.with_value("X", data).labels == {"y": kind}
