"""Every rule that a derivation may name, in the order of the page "Rules"."""

from __future__ import annotations

from functools import cache

from gradviz.algebra.rewriting import Rule
from gradviz.algebra.simplify import COMPACT, RECOGNISE
from gradviz.calculus import (
    canonical,
    definition,
    engine,
    expansion,
    layers,
    naming,
    pairing,
    slices,
    structured,
    together,
)
from gradviz.calculus.chain.method import CHAIN_RULES
from gradviz.calculus.components import deltas
from gradviz.calculus.components.method import COMPONENT_RULES
from gradviz.calculus.components.partials import PARTIAL_RULES
from gradviz.calculus.rules import differential_rules
from gradviz.calculus.rules.find import CONSTANT
from gradviz.calculus.signals import SIGNAL
from gradviz.calculus.stacking import STACK

__all__ = ["every_rule"]


@cache
def every_rule() -> tuple[Rule, ...]:
    """The rules of the differential, canonical forms, reading off, structure, names, the answer's form."""
    start = (expansion.START, engine.SECOND, CONSTANT, expansion.LINEARITY)
    differential = [row.rule for row in differential_rules().all()]
    names = (naming.PUT_IN, naming.NAMED, SIGNAL, naming.PUT_BACK, layers.LAYERS, together.LAYERS)
    ending = (
        canonical.VECTORISE,
        canonical.COLLECT_DIFFERENTIAL,
        canonical.READ_OFF,
        canonical.READ_OFF_JACOBIAN,
        canonical.READ_OFF_SLOPE,
        canonical.READ_OFF_ZERO,
        slices.SLICE,
    )
    by_structure = [structured.UNCHANGED, structured.PROJECT_SYMMETRIC, structured.FREE_SYMMETRIC, structured.DIAGONAL]
    by_structure += [structured.PROJECT_COLUMNS, structured.FREE_COLUMNS, structured.DIAGONAL_COLUMNS]
    by_definition = (
        definition.INCREMENT,
        definition.NORM,
        definition.EXPAND,
        definition.CANCEL,
        definition.LINEAR_PART,
    )
    by_components = (*COMPONENT_RULES, deltas.SPLIT, deltas.COLLAPSE, *PARTIAL_RULES)
    found = [*start, *differential, *names, *pairing.ADJOINTS, *ending, STACK, *by_structure, *by_definition]
    found += [*by_components, *CHAIN_RULES]
    return tuple({rule.id: rule for rule in [*found, *COMPACT, *RECOGNISE]}.values())
