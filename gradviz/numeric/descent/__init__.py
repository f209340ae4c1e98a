"""Descent as data: a method is a frozen dataclass with a pure step, a run the record of its iterates.

A name's module is imported when the name is first asked for: a window that draws a run need not wait for the methods.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gradviz.numeric.descent.adaptive import AdaGrad, Adam, AdamW, AMSGrad, NAdam, RMSProp
    from gradviz.numeric.descent.catalogue import METHODS, MethodEntry, make_method, method_entry
    from gradviz.numeric.descent.conjugate import ConjugateGradients
    from gradviz.numeric.descent.counts import Counts
    from gradviz.numeric.descent.engine import descend, extend, open_step
    from gradviz.numeric.descent.first_order import GradientDescent, HeavyBall, Nesterov
    from gradviz.numeric.descent.formula import Formula, Letter, Line
    from gradviz.numeric.descent.least_squares import GaussNewton, LevenbergMarquardt
    from gradviz.numeric.descent.method import Method
    from gradviz.numeric.descent.newton import DampedNewton, Newton
    from gradviz.numeric.descent.oracle import Descendable, Oracle, capabilities
    from gradviz.numeric.descent.parameters import (
        Parameter,
        ParameterError,
        StepSizeError,
        checked_step_size,
        parse_step_size,
    )
    from gradviz.numeric.descent.quasi_newton import BFGS, LBFGS
    from gradviz.numeric.descent.run import MOST_STEPS, Limits, Run, StartError, StopReason, checked_start
    from gradviz.numeric.descent.schedule import SCHEDULES, Cosine, Fixed, InverseTime, Schedule, StepDecay
    from gradviz.numeric.descent.searching import Armijo, ExactLineSearch, StrongWolfe
    from gradviz.numeric.descent.state import LocalModel, NoStepError, State, Step, SubStep, SubStepKind
    from gradviz.numeric.descent.stochastic import StochasticGradientDescent
    from gradviz.numeric.descent.suggest import StepSearch, has_step_size, searched_step_size, suggested_step_size
    from gradviz.numeric.descent.trust_region import TrustRegion

__all__ = [
    "BFGS",
    "LBFGS",
    "METHODS",
    "MOST_STEPS",
    "SCHEDULES",
    "AMSGrad",
    "AdaGrad",
    "Adam",
    "AdamW",
    "Armijo",
    "ConjugateGradients",
    "Cosine",
    "Counts",
    "DampedNewton",
    "Descendable",
    "ExactLineSearch",
    "Fixed",
    "Formula",
    "GaussNewton",
    "GradientDescent",
    "HeavyBall",
    "InverseTime",
    "Letter",
    "LevenbergMarquardt",
    "Limits",
    "Line",
    "LocalModel",
    "Method",
    "MethodEntry",
    "NAdam",
    "Nesterov",
    "Newton",
    "NoStepError",
    "Oracle",
    "Parameter",
    "ParameterError",
    "RMSProp",
    "Run",
    "Schedule",
    "StartError",
    "State",
    "Step",
    "StepDecay",
    "StepSearch",
    "StepSizeError",
    "StochasticGradientDescent",
    "StopReason",
    "StrongWolfe",
    "SubStep",
    "SubStepKind",
    "TrustRegion",
    "capabilities",
    "check_batch",
    "checked_start",
    "checked_step_size",
    "descend",
    "extend",
    "has_step_size",
    "make_method",
    "method_entry",
    "open_step",
    "parse_step_size",
    "row_count",
    "searched_step_size",
    "suggested_step_size",
]

_NAMES = {
    "adaptive": "AMSGrad AdaGrad Adam AdamW NAdam RMSProp",
    "catalogue": "METHODS MethodEntry make_method method_entry",
    "conjugate": "ConjugateGradients",
    "engine": "descend extend open_step",
    "first_order": "GradientDescent HeavyBall Nesterov",
    "formula": "Formula Letter Line",
    "least_squares": "GaussNewton LevenbergMarquardt",
    "method": "Method",
    "newton": "DampedNewton Newton",
    "counts": "Counts",
    "oracle": "Descendable Oracle capabilities row_count",
    "parameters": "Parameter ParameterError StepSizeError checked_step_size parse_step_size",
    "quasi_newton": "BFGS LBFGS",
    "run": "Limits MOST_STEPS Run StartError StopReason checked_start",
    "schedule": "Cosine Fixed InverseTime SCHEDULES Schedule StepDecay",
    "searching": "Armijo ExactLineSearch StrongWolfe",
    "state": "LocalModel NoStepError State Step SubStep SubStepKind",
    "stochastic": "StochasticGradientDescent check_batch",
    "suggest": "StepSearch has_step_size searched_step_size suggested_step_size",
    "trust_region": "TrustRegion",
}
"""Module -> what it gives."""


def __getattr__(name: str) -> Any:
    """A public name, from its module."""
    for module, names in _NAMES.items():
        if name in names.split():
            found = getattr(import_module(f"{__name__}.{module}"), name)
            globals()[name] = found
            return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
