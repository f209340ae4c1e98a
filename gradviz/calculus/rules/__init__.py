"""The rules of the differential, one file a family; each docstring is its formula."""

from __future__ import annotations

from functools import cache

from gradviz.calculus.rules import exponential, functions, linear, products, spectral, structure
from gradviz.calculus.rules.registry import Registry

__all__ = ["differential_rules"]


@cache
def differential_rules() -> Registry:
    """All rules, in the order in which they are tried: the special before the general."""
    registry = Registry()
    for family in (exponential, spectral, structure, linear, products, functions):
        family.register(registry)
    return registry
