"""The outline of a derivation, in reading order, for whoever writes it out: a terminal or a page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import sympy as sp
from sympy.logic.boolalg import Boolean

from proofs.checking import parts, rests
from symbolic.claim import Claim
from symbolic.derivation import Argument, Chain
from symbolic.statement import Statement
from symbolic.theorems import Application, SumRelation, Theorem


@dataclass(frozen=True)
class Item:
    """The beginning of an item of an argument, and why it stands there."""

    number: int
    reason: str


@dataclass(frozen=True)
class Given:
    """The hypotheses of a chain."""

    hypotheses: tuple[Boolean, ...]


@dataclass(frozen=True)
class Start:
    """The first line of a chain."""

    expression: sp.Expr


@dataclass(frozen=True)
class Line:
    """A further line of a chain, its relation to the line before, and why it holds."""

    number: int
    relation: str
    expression: sp.Expr
    reason: str


@dataclass(frozen=True)
class Stated:
    """A statement that stands as an item."""

    statement: Statement


@dataclass(frozen=True)
class Cited:
    """A theorem is applied; its conditions follow where there are any."""

    theorem: Theorem
    conditions: bool


@dataclass(frozen=True)
class Shown:
    """One thing to decide: the statement, told apart by ``where``; or the claim that already says it; ``condition`` of a theorem or not."""

    where: str
    statement: Statement
    claim: str | None
    condition: bool


@dataclass(frozen=True)
class Earlier:
    """Nothing to decide: an earlier item has shown it."""


@dataclass(frozen=True)
class Terms:
    """What is shown next is that the terms of the chain's sums are defined, and its hypotheses possible together."""


@dataclass(frozen=True)
class Concluded:
    """What an applied theorem gives."""

    conclusion: Statement | SumRelation | str


Entry: TypeAlias = Item | Given | Start | Line | Stated | Cited | Shown | Earlier | Terms | Concluded


def outline(claim: Claim, claims: Mapping[str, Claim]) -> Iterator[Entry]:
    """The entries of the claim's derivation; none where it is no derivation."""
    return _Outline(claim, claims).entries(claim.content)


class _Outline:
    def __init__(self, claim: Claim, claims: Mapping[str, Claim]) -> None:
        self.parts = {part.where: part.statement for part in parts(claim)}
        self.resting = rests(claim, claims)

    def entries(self, content: object) -> Iterator[Entry]:
        match content:
            case Chain() as chain:
                yield from self._chain(chain, "")
            case Argument() as argument:
                for k, (item, reason) in enumerate(zip(argument.items, argument.reasons, strict=True), 1):
                    yield Item(k, reason)
                    yield from self._item(item, f"item {k}")

    def _item(self, item: Chain | Statement | Application, where: str) -> Iterator[Entry]:
        match item:
            case Chain():
                yield from self._chain(item, f"{where}, ")
            case Statement():
                yield Stated(item)
                yield from self._shown(where)
            case Application():
                yield from self._application(item, where)
                yield Concluded(item.conclusion)

    def _chain(self, chain: Chain, prefix: str) -> Iterator[Entry]:
        if chain.given:
            yield Given(chain.given)
        yield Start(sp.sympify(chain.start))
        for k, step in enumerate(chain.steps, 1):
            yield Line(k, step.relation, sp.sympify(step.to), step.reason)
            if step.by is None:
                yield from self._shown(f"{prefix}step {k}")
            else:
                yield from self._application(step.by, f"{prefix}step {k}")
        if any(place.startswith(f"{prefix}terms (") for place in self.parts):
            yield Terms()
            yield from self._shown(f"{prefix}terms", condition=True)

    def _application(self, application: Application, where: str) -> Iterator[Entry]:
        yield Cited(application.theorem, bool(application.conditions))
        if application.conditions:
            yield from self._shown(f"{where}, condition of {application.theorem.name}", condition=True)

    def _shown(self, where: str, *, condition: bool = False) -> Iterator[Entry]:
        here = [place for place in self.parts if place == where or place.startswith(f"{where} (")]
        if not here:
            yield Earlier()
        for place in here:
            yield Shown(place, self.parts[place], self.resting.get(place), condition)
