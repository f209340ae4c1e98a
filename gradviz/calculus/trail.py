"""The trail of a derivation in the making: the current line, and the steps that led to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gradviz.algebra.difference import difference
from gradviz.algebra.nodes import Expr
from gradviz.algebra.rewriting import Rule
from gradviz.algebra.walk import Path
from gradviz.calculus.derivation import Step, Subject

__all__ = ["Bindings", "CannotError", "LimitError", "Trail"]

Bindings = tuple[tuple[str, Expr], ...]


class CannotError(Exception):
    """The derivation cannot go on; the message says why, and what was reached stands."""


class LimitError(CannotError):
    """The derivation would grow beyond what can be shown or waited for."""


class Trail:
    """Collects steps.

    Attributes
    ----------
    subject : the left side of the current line.
    expression : its right side.
    steps : what has been recorded.
    collected : parts in which nothing is left to collect; filled as the lines go by.
    """

    def __init__(self, subject: Subject, expression: Expr) -> None:
        self.subject = subject
        self.expression = expression
        self.steps: list[Step] = []
        self._open: list[Step] = []
        self.collected: set[Expr] = set()

    def small(self, rule: Rule, after: Expr, bindings: Bindings = (), conditions: Sequence[str] = ()) -> None:
        """Note a small step; `close` gathers the small steps since the last into one."""
        if after is self.expression:
            return
        self._open.append(self._step(rule, after, self.subject, bindings, conditions))
        self.expression = after

    def close(self, rule: Rule | None = None) -> None:
        """Make one lecturer's step of the small steps noted, named after `rule` (by default the first of them)."""
        small, self._open = self._open, []
        if not small:
            return
        if len(small) == 1:
            self.steps.append(small[0])
            return
        lead = next((s for s in small if rule is None or s.rule == rule), small[0])
        before, after = small[0].before, small[-1].after
        if before is after:
            return
        gone, new = difference(before, after)
        conditions = tuple(dict.fromkeys(c for s in small for c in s.conditions))
        self.steps.append(
            Step(
                rule or lead.rule,
                before,
                after,
                self.subject,
                self.subject,
                gone,
                new,
                lead.bindings,
                tuple(small),
                conditions,
            )
        )

    def step(
        self,
        rule: Rule,
        after: Expr,
        subject: Subject | None = None,
        bindings: Bindings = (),
        conditions: Sequence[str] = (),
    ) -> None:
        """Note a lecturer's step of its own, which may change the subject."""
        self.close()
        subject = subject or self.subject
        if after is self.expression and subject == self.subject:
            return
        self.steps.append(self._step(rule, after, subject, bindings, conditions))
        self.expression, self.subject = after, subject

    def mark(self) -> tuple[int, Subject, Expr]:
        """Where the trail is, for `back_to`."""
        self.close()
        return len(self.steps), self.subject, self.expression

    def back_to(self, mark: tuple[int, Subject, Expr]) -> None:
        """Take back every step since the mark."""
        self.close()
        count, self.subject, self.expression = mark
        del self.steps[count:]

    def gather(self, rule: Rule, after: Expr, substeps: Sequence[Step]) -> None:
        """Note a lecturer's step with substeps that were recorded elsewhere."""
        self.close()
        if after is self.expression:
            return
        whole = self._step(rule, after, self.subject, (), [c for s in substeps for c in s.conditions])
        self.steps.append(replace(whole, substeps=tuple(substeps)))
        self.expression = after

    def aside(self, other: Trail) -> None:
        """Note the steps of another trail, about a part, between those of this one."""
        self.close()
        other.close()
        self.steps += other.steps

    def _step(self, rule: Rule, after: Expr, subject: Subject, bindings: Bindings, conditions: Sequence[str]) -> Step:
        gone: tuple[Path, ...] = ()
        new: tuple[Path, ...] = ()
        if subject == self.subject:
            gone, new = difference(self.expression, after)
        said = tuple(dict.fromkeys(c for c in (rule.condition, *conditions) if c))
        return Step(rule, self.expression, after, subject, self.subject, gone, new, bindings, (), said)
