"""The limit of p_n from p_0 = p_ref, with its proof: an attracting cycle whose basin the orbit enters, or a monotone escape."""

from dataclasses import dataclass

from flint import arb, ctx

from numeric_checks.dynamics.cycles import Cycle, growth, verify
from numeric_checks.dynamics.fixed_points import CERTAIN, FixedPoint
from numeric_checks.dynamics.logit_map import LogitMap, Parameters
from numeric_checks.dynamics.newton import middle, wide

_STEPS = 4000
_LONGEST = 32
_CLOSE = 1e-9


@dataclass(frozen=True)
class Limit:
    """Where p_n tends: a cycle (of period 1: a fixed point), p = 1, or undecided; ``reason`` tells the proof."""

    cycle: Cycle | FixedPoint | None
    reason: str

    @property
    def kind(self) -> str:
        """fixed-point, cycle or undecided."""
        match self.cycle:
            case None:
                return "undecided"
            case Cycle() if self.cycle.period > 1:
                return "cycle"
            case _:
                return "fixed-point"


def limit(q: Parameters, fixed: tuple[FixedPoint, ...] | None, bits: int = 128) -> Limit:
    """The limit of the orbit of p_0 = p_ref, decided by rigorous iteration.

    ``fixed`` are the fixed points from `fixed_points.fixed_points` (None if their count is undecided).
    """
    if q.p_ref == 1:
        return Limit(CERTAIN, "p_ref = 1: every policy on the support of the reference succeeds")
    t = LogitMap(q)
    for precision in (128, 512, 2048):
        with ctx.workprec(precision):
            found = _monotone(t, fixed) or _by_basin(t, bits)
        if found is not None:
            return found
    return Limit(
        None, f"bounded, in [T(0), T(logit p_ref)] or beyond; no attracting cycle of period up to {_LONGEST} was reached in {_STEPS} steps"
    )


def _monotone(t: LogitMap, fixed: tuple[FixedPoint, ...] | None) -> Limit | None:
    """T increases on [0, ∞): an orbit that starts there and goes up rises to the next fixed point (beyond.n5, n8, n11)."""
    if fixed is None:
        return None
    x = t.reference
    for k in range(3):
        if x >= 0 and t(x) > x:
            above = [f for f in fixed if f.logit > x]
            unclear = [f for f in fixed if f.logit.is_finite() and not (f.logit > x or f.logit < x)]
            if above and not unclear:
                return Limit(above[0], f"p_n increases from n = {k} on, to the next fixed point")
            return None
        x = t(x)
    return None


def _by_basin(t: LogitMap, bits: int) -> Limit | None:
    """An interval that T^k maps into itself and contracts, entered by the orbit."""
    x = t.reference
    orbit = [x]
    for n in range(1, _STEPS):
        x = t(x)
        if not x.is_finite() or x.rad() > 1:
            return None
        orbit.append(x)
        if n & (n - 1) == 0 or n == _STEPS - 1:
            found = _near_cycle(t, orbit, bits)
            if found is not None:
                return found
    return None


def _near_cycle(t: LogitMap, orbit: list[arb], bits: int) -> Limit | None:
    last = middle(orbit[-1])
    scale = _CLOSE * (1 + abs(float(last)))
    for period in range(1, min(_LONGEST, len(orbit) - 1) + 1):
        if abs(float(last) - float(orbit[-1 - period])) > scale:
            continue
        cycle = verify(t, last, period, bits)
        if cycle is None or not abs(cycle.multiplier) < 1:
            continue
        basin = _basin(t, min(cycle.logits, key=lambda y: abs(float(y - last))), period)
        if basin is not None and basin.contains(orbit[-1]):
            at = f"an interval of radius {float(basin.rad()):.1e} that T^{period} maps into itself and contracts"
            return Limit(cycle, f"p_n enters {at} at n = {len(orbit) - 1}")
    return None


def _basin(t: LogitMap, point: arb, period: int) -> arb | None:
    """A ball around ``point`` that T^period maps into its interior, contracting it: every orbit from there tends to ``point``."""
    for k in range(3, 40):
        basin = wide(point, arb(2) ** (-k))
        rate = growth(t, basin, period)
        if not (abs(rate) < 1 and basin.contains(point)):
            continue
        center = middle(basin)
        image = t.orbit(center, period + 1)[-1] + rate * (basin - center)  # the mean-value form of T^period(basin)
        if image.is_finite() and basin.contains_interior(image):
            return basin
    return None
