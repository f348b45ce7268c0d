"""The phase diagram over (β, p_ref): what happens from p_0 = p_ref, certified on whole cells, from the theorems N4–N9.

Each cell is a box of parameters, and its answer holds at every point of it; where a boundary passes through, the cell is undecided.
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise

from flint import arb, ctx

from numeric_checks.dynamics.fixed_points import above_threshold, turning_points
from numeric_checks.dynamics.logit_map import LogitMap, Parameters, ball

_BITS = 80


class Regime(StrEnum):
    """What p_n does from p_0 = p_ref."""

    CONTRACTING = "contracting"
    """β ≥ B_max: to the one fixed point, from every start (N4)."""
    MONOTONE = "monotone"
    """h(1/2) ≥ 1/2: monotone from n = 1 on (N5)."""
    ESCAPING = "escaping"
    """β < β_esc: p_n increases, past 1 − p_ref (N8)."""
    DESCENDING = "descending"
    """p_n, n ≥ 1, decreases to the largest fixed point in [1/2, 1 − p_ref] (N9)."""
    SETTLING = "settling"
    """Trapped below 1/2, to the left fixed point (N9)."""
    CYCLING = "cycling"
    """Trapped below 1/2, to a 2-cycle: the left fixed point repels, and is the limit only if some p_n hits it exactly (N9, N6)."""
    TRAPPED = "trapped"
    """β ≥ β_esc: h(1/2) ≤ p_n ≤ p_1 ≤ 1 − p_ref for n ≥ 1 (N8), and no more is decided; chaos is in here."""
    UNDECIDED = "undecided"


@dataclass(frozen=True)
class Cell:
    """The answer on one cell: the number of fixed points in (0, 1) (None: undecided) and the regime."""

    fixed_points: int | None
    regime: Regime


@dataclass(frozen=True)
class Grid:
    """Cell boundaries: β > 0 and p_ref in (0, 1), each increasing, and ε > 0."""

    betas: tuple[Fraction, ...]
    p_refs: tuple[Fraction, ...]
    eps: Fraction

    def __post_init__(self) -> None:
        if any(list(values) != sorted(set(values)) or len(values) < 2 for values in (self.betas, self.p_refs)):
            raise ValueError("the boundaries of a grid increase, and there are at least two")
        for p_ref, beta in ((self.p_refs[0], self.betas[0]), (self.p_refs[-1], self.betas[-1])):
            Parameters(p_ref, beta, self.eps)
        if self.p_refs[-1] >= 1 or self.eps == 0:
            raise ValueError("a phase diagram wants p_ref < 1 and ε > 0")


@dataclass(frozen=True)
class _Edge:
    """What depends on β alone, at one boundary: the turns x₁ < x₂ of ψ and ψ there; None for β ≥ B_max or where unresolved."""

    beta: arb
    contracting: bool
    turns: tuple[arb, arb] | None

    def level(self, x: arb, t: LogitMap) -> arb:
        """x − g(x)/β, which equals logit p_ref where x is a fixed point."""
        return x - t.gain(x) / self.beta


def logarithmic(low: Fraction, high: Fraction, cells: int) -> tuple[Fraction, ...]:
    """cells + 1 boundaries from low to high, evenly spaced in the logarithm up to rounding to short rationals."""
    ratio = float(high / low) ** (1 / cells)
    inner = (Fraction(float(low) * ratio**k).limit_denominator(10**9) for k in range(1, cells))
    return (low, *inner, high)


def column(grid: Grid, k: int) -> tuple[Cell, ...]:
    """The cells with β between boundaries k and k + 1, by p_ref."""
    with ctx.workprec(_BITS):
        left, right = (_edge(grid, grid.betas[j]) for j in (k, k + 1))
        t = LogitMap(Parameters(grid.p_refs[0], grid.betas[k], grid.eps))
        logits = [ball(r / (1 - r)).log() for r in grid.p_refs]
        return tuple(_cell(t, left, right, low, high) for low, high in pairwise(logits))


def _edge(grid: Grid, beta: Fraction) -> _Edge:
    q = Parameters(grid.p_refs[0], beta, grid.eps)
    turns = turning_points(q)
    return _Edge(ball(beta), above_threshold(q), (turns[0], turns[1]) if turns else None)


def _cell(t: LogitMap, left: _Edge, right: _Edge, low: arb, high: arb) -> Cell:
    """``low`` < ``high``: logit p_ref at the cell's boundaries."""
    count = _count(t, left, right, low, high)
    for regime, holds in (
        (Regime.CONTRACTING, lambda: left.contracting),
        (Regime.MONOTONE, lambda: low + t.gain(arb(0)) / right.beta >= 0),
        (Regime.ESCAPING, lambda: high < 0 and 2 * low + t.gain(high) / right.beta > 0),
    ):
        if holds():
            return Cell(count, regime)
    return Cell(count, _below(t, left, right, low, high))


def _count(t: LogitMap, left: _Edge, right: _Edge, low: arb, high: arb) -> int | None:
    """N6.  ψ(x₁) and ψ(x₂) increase with β (their derivative is g/β², for ψ' = 0 there), so the boundaries of β decide."""
    if left.contracting:
        return 1
    if right.turns and low > right.level(right.turns[0], t):
        return 1
    if left.turns and high < left.level(left.turns[1], t):
        return 1
    if left.turns and right.turns and high < left.level(left.turns[0], t) and low > right.level(right.turns[1], t):
        return 3
    return None


def _below(t: LogitMap, left: _Edge, right: _Edge, low: arb, high: arb) -> Regime:
    """The regimes of N8 and N9: β ≥ β_esc, and h(1/2) < 1/2 but for the first two."""
    bottom, top = low + t.gain(arb(0)) / right.beta, high + t.gain(arb(0)) / left.beta
    if not (high < 0 and 2 * high + t.gain(low) / left.beta < 0):
        return Regime.UNDECIDED
    if not left.turns:
        return Regime.TRAPPED
    _, x2 = left.turns
    if x2 < -high and right.turns and low > right.level(right.turns[1], t):
        return Regime.DESCENDING
    if not top < 0:
        return Regime.TRAPPED
    nearest = right.turns[1] if right.turns else None
    free = (nearest is not None and nearest > -low) or high < left.level(x2, t)
    if not (free and high + t.gain(bottom) / left.beta < 0):
        return Regime.TRAPPED
    return _inside(t, left, right, low, high)


def _inside(t: LogitMap, left: _Edge, right: _Edge, low: arb, high: arb) -> Regime:
    """The left fixed point repels iff ψ(−x₂) < logit p_ref < ψ(−x₁)."""
    if not (left.turns and right.turns):
        return Regime.TRAPPED
    (a1, a2), (b1, b2) = left.turns, right.turns
    outer = -b2 - t.gain(b2) / right.beta  # ψ(−x₂) increases with β: its greatest value on the cell
    inner = -b1 - t.gain(b1) / left.beta  # at most every ψ(−x₁), for x₁ increases with β
    if low > outer and high < inner:
        return Regime.CYCLING
    if low > -a1 - t.gain(a1) / right.beta or high < -a2 - t.gain(a2) / left.beta:
        return Regime.SETTLING
    return Regime.TRAPPED
