"""Every method by an id that documents and command lines write."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Any

from gradviz.numeric.descent.adaptive import AdaGrad, Adam, AdamW, AMSGrad, NAdam, RMSProp
from gradviz.numeric.descent.conjugate import ConjugateGradients
from gradviz.numeric.descent.first_order import GradientDescent, HeavyBall, Nesterov
from gradviz.numeric.descent.least_squares import GaussNewton, LevenbergMarquardt
from gradviz.numeric.descent.method import Method
from gradviz.numeric.descent.newton import DampedNewton, Newton
from gradviz.numeric.descent.parameters import Parameter, ParameterError, parameters_of
from gradviz.numeric.descent.quasi_newton import BFGS, LBFGS
from gradviz.numeric.descent.searching import Armijo, ExactLineSearch, StrongWolfe
from gradviz.numeric.descent.stochastic import StochasticGradientDescent
from gradviz.numeric.descent.trust_region import TrustRegion
from gradviz.numeric.descent.vocabulary import worded
from gradviz.sentences import listed, say

__all__ = ["METHODS", "MethodEntry", "make_method", "method_entry"]


@dataclass(frozen=True, slots=True)
class MethodEntry:
    """A method that can be chosen.

    Attributes
    ----------
    id : as documents and command lines write it.
    title : as people read it.
    family : "first order", "adaptive", "line search", "second order", "least squares" or "stochastic".
    method : its class.
    preset : parameters that differ from the class's own.
    """

    id: str
    title: str
    family: str
    method: type[Method]
    preset: Mapping[str, Any]

    @property
    def needs(self) -> frozenset[str]:
        """What the function must offer beyond its gradient; see `capabilities`."""
        return self.method.needs

    @property
    def takes_schedule(self) -> bool:
        """Whether it has a `schedule`."""
        return any(name == "schedule" for name in self.method.__dataclass_fields__)

    def parameters(self) -> tuple[Parameter, ...]:
        """What is known of its parameters, the preset as their default."""
        return tuple(replace(p, default=self.preset.get(p.name, p.default)) for p in parameters_of(self.method))

    def make(self, **parameters: Any) -> Method:
        """The method with some parameters given; ParameterError for a value, or a name, that it does not take."""
        known = {*(p.name for p in parameters_of(self.method)), *({"schedule"} if self.takes_schedule else ())}
        for name in parameters:
            if name not in known:
                raise ParameterError(name, self._unknown(name, sorted(known)))
        make: Callable[..., Method] = self.method
        return make(**{**self.preset, **parameters})

    def _unknown(self, name: str, known: list[str]) -> str:
        title = worded(self.title)
        if not known:
            return say("{method} has no parameter “{name}”; it has none.", method=title, name=name)
        listed = ", ".join(known)
        return say("{method} has no parameter “{name}”; it has {known}.", method=title, name=name, known=listed)


def _entry(id: str, family: str, method: type[Method], title: str = "", **preset: Any) -> MethodEntry:
    return MethodEntry(id, title or method.title, family, method, preset)


METHODS: dict[str, MethodEntry] = {
    entry.id: entry
    for entry in (
        _entry("gradient-descent", "first order", GradientDescent),
        _entry("heavy-ball", "first order", HeavyBall, step_size=0.01),
        _entry("nesterov", "first order", Nesterov, step_size=0.01),
        _entry("adagrad", "adaptive", AdaGrad),
        _entry("rmsprop", "adaptive", RMSProp),
        _entry("adam", "adaptive", Adam),
        _entry("adamw", "adaptive", AdamW),
        _entry("nadam", "adaptive", NAdam),
        _entry("amsgrad", "adaptive", AMSGrad),
        _entry("exact", "line search", ExactLineSearch),
        _entry("armijo", "line search", Armijo),
        _entry("wolfe", "line search", StrongWolfe),
        _entry("cg-fr", "line search", ConjugateGradients, "CG (Fletcher–Reeves)", variant="Fletcher-Reeves"),
        _entry("cg-pr", "line search", ConjugateGradients, "CG (Polak–Ribière+)", variant="Polak-Ribiere+"),
        _entry("cg-hs", "line search", ConjugateGradients, "CG (Hestenes–Stiefel)", variant="Hestenes-Stiefel"),
        _entry("cg-dy", "line search", ConjugateGradients, "CG (Dai–Yuan)", variant="Dai-Yuan"),
        _entry("newton", "second order", Newton),
        _entry("damped-newton", "second order", DampedNewton),
        _entry("bfgs", "second order", BFGS),
        _entry("lbfgs", "second order", LBFGS),
        _entry("trust-region", "second order", TrustRegion, "Trust region (dogleg)"),
        _entry("trust-steihaug", "second order", TrustRegion, "Trust region (Steihaug)", subproblem="steihaug"),
        _entry("gauss-newton", "least squares", GaussNewton),
        _entry("levenberg-marquardt", "least squares", LevenbergMarquardt),
        _entry("sgd", "stochastic", StochasticGradientDescent),
        _entry("mini-batch", "stochastic", StochasticGradientDescent, "Mini-batch gradient descent", batch=8),
    )
}
"""Every method by its id, in the order in which a list shows them."""


def method_entry(id: str) -> MethodEntry:
    """The method with an id; ParameterError with the ids there are for another, and what is spelt or called like it."""
    if id in METHODS:
        return METHODS[id]
    known, word = ", ".join(METHODS), id.lower()
    near = [i for i in METHODS if len(word) > 2 and word in i]
    near = near or [i for i, entry in METHODS.items() if len(word) > 2 and word in entry.title.lower()]
    near = near or get_close_matches(word, METHODS, n=2)
    if near:
        wrong = say(
            "There is no method “{id}”. Did you mean {near}? There are {known}.",
            id=id,
            near=listed(near[:4], "or"),
            known=known,
        )
        raise ParameterError("method", wrong)
    raise ParameterError("method", say("There is no method “{id}”; there are {known}.", id=id, known=known))


def make_method(id: str, **parameters: Any) -> Method:
    """A method from its id and parameters; ParameterError for an unknown id, name or value."""
    return method_entry(id).make(**parameters)
