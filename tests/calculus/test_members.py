"""Derivatives by one member of a family, beside differences of the function of all members."""

from __future__ import annotations

import numpy as np
import pytest

import gradviz
from gradviz.typeset.text import text

DECLARE = ["w in R^d", "c in R^d"]

ANSWERS = [
    ("sum_{i=1}^n log(1 + exp(-y_i x_i' w))", "x_k", "-y_k sigmoid(-y_k x_k' w) w"),
    ("sum_{i=1}^n ||x_i - c||^2", "x_3", "2 (x_3 - c)"),
    ("log(sum_{i=1}^n exp(x_i' w))", "x_k", "exp(x_k' w) w/(sum_{i=1}^{n} exp(x_i' w))"),
    ("sum_{i=1}^n y_i log(p_i)", "p_i", "y_i/p_i"),
    ("1/n sum_{i=1}^n (x_i' w - y_i)^2", "x_k", "2 (x_k' w - y_k) w/n"),
    ("sum_{i=1}^n (x_i' w - y_i)^2 + w' w", "x_k", "2 (x_k' w - y_k) w"),
    ("||sum_{i=1}^n x_i - c||^2", "x_k", "2 (sum_{i=1}^{n} x_i - c)"),
    ("sum_{i=1}^n y_i^2 + sum_{i=1}^n y_i", "y_k", "2 y_k + 1"),
]


@pytest.mark.parametrize(("source", "by", "answer"), ANSWERS)
def test_only_one_term_counts(source, by, answer):
    found = gradviz.derive(source, by, declare=DECLARE)
    assert found.cannot is None
    assert found.verification
    assert text(found.result) == answer


def test_the_hessian_by_a_member():
    found = gradviz.derive("log(sum_{i=1}^n exp(x_i' w))", "x_k", declare=DECLARE, order=2)
    assert found.verification
    rng = np.random.default_rng(1)
    xs, w = rng.normal(size=(4, 3)), rng.normal(size=3)
    module: dict[str, object] = {}
    exec(found.to_numpy(), module)  # our own output
    p = np.exp(xs @ w)[1] / np.exp(xs @ w).sum()
    np.testing.assert_allclose(module["hessian"](x_i=xs, x_k=xs[1], w=w), p * (1 - p) * np.outer(w, w), rtol=1e-10)


def test_a_softmax_beside_differences():
    source = "exp(w' x_j)/sum_{i=1}^n exp(w' x_i)"
    found = gradviz.derive(source, "x_j", declare=DECLARE)
    module: dict[str, object] = {}
    exec(found.to_numpy(), module)  # our own output
    rng = np.random.default_rng(2)
    xs, w, h = rng.normal(size=(4, 3)), rng.normal(size=3), 1e-6

    def softmax(at):
        powers = np.exp(np.vstack([xs[:2], at, xs[3:]]) @ w)
        return powers[2] / powers.sum()

    expected = [(softmax(xs[2] + h * e) - softmax(xs[2] - h * e)) / (2 * h) for e in np.eye(3)]
    np.testing.assert_allclose(module["gradient"](w=w, x_i=xs, x_j=xs[2]), expected, atol=1e-8)


@pytest.mark.parametrize(
    ("source", "by", "options", "reason"),
    [
        ("sum_i sum_j exp(-||x_i - x_j||^2)", "x_k", {}, "stands in its terms elsewhere too"),
        ("sum_i ||x_i - x_k||^2", "x_k", {}, "stands in its terms elsewhere too"),
        ("sum_i ||x_i - c||^2", "x_k", {"method": "components"}, "one of a family"),
        ("sum_i ||x_i - c||^2", "x_k", {"method": "chain"}, "one of a family"),
    ],
)
def test_what_is_not_derived_says_why(source, by, options, reason):
    found = gradviz.derive(source, by, declare=DECLARE, **options)
    assert found.result is None
    assert reason in (found.cannot or "")


def test_a_mistake_in_the_other_terms_is_noticed_by_the_check():
    """The check moves the one member only: an answer with all terms would not agree."""
    from gradviz.calculus.verify import verify

    found = gradviz.derive("log(sum_{i=1}^n exp(x_i' w))", "x_k", declare=DECLARE)
    wrong = gradviz.derive("log(sum_{i=1}^n exp(x_i' w))", "w", declare=DECLARE).result
    from dataclasses import replace

    forged = found.core.with_(results=(replace(found.core.results[0], expression=wrong),))
    assert not verify(forged).verification.result.ok
