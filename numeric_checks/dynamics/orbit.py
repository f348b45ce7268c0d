"""The limit of p_n from p_0 = p_ref, with its proof: an attracting cycle whose basin the orbit enters, or a monotone escape."""

from dataclasses import dataclass

from flint import arb, ctx

from numeric_checks.dynamics.cycles import Cycle, growth, verify
from numeric_checks.dynamics.fixed_points import CERTAIN, FixedPoint, above_threshold
from numeric_checks.dynamics.logit_map import LogitMap, Parameters
from numeric_checks.dynamics.newton import middle, wide

_STEPS = 4000
_LONGEST = 32
_CLOSE = 1e-9
_EARLY = 64


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
    """The limit of the orbit of p_0 = p_ref, decided by rigorous iteration and the theorems N4, N5, N8, N9 and N11.

    ``fixed`` are all the fixed points, from `fixed_points.fixed_points` (None if their count is undecided).
    """
    if q.p_ref == 1:
        return Limit(CERTAIN, "p_ref = 1: every policy on the support of the reference succeeds")
    t = LogitMap(q)
    if above_threshold(q) and fixed is not None:
        return Limit(
            fixed[0],
            "beta is at least the greatest slope of g: in logits h shrinks distances, and every orbit tends to the one fixed point",
        )
    for precision in (128, 512, 2048):
        with ctx.workprec(precision):
            found = _monotone(t, fixed) or _by_basin(t, bits) or _trapped(t, fixed)
        if found is not None:
            return found
    top = "h(1)" if q.eps else "1"
    searched = f"no attracting cycle of period up to {_LONGEST} was reached in {_STEPS} steps"
    return Limit(None, f"p_n stays between h(1/2) and {top}; {searched}")


def _monotone(t: LogitMap, fixed: tuple[FixedPoint, ...] | None) -> Limit | None:
    """T increases on [0, ∞): an orbit that goes up there rises to the next fixed point, one that goes down falls to the next there."""
    if fixed is None:
        return None
    x = t.reference
    for k in range(_EARLY):
        unclear = any(f.logit.is_finite() and not (f.logit > x or f.logit < x) for f in fixed)
        if x >= 0 and not unclear:
            above = [f for f in fixed if f.logit > x]
            below = [f for f in fixed if f.logit < x and f.logit >= 0]
            if t(x) > x and above:
                return Limit(above[0], f"p_n increases from n = {k} on, to the next fixed point")
            if t(x) < x and below:
                return Limit(below[-1], f"p_n decreases from n = {k} on, to the next fixed point")
        x = t(x)
        if not x.is_finite():
            return None
    return None


def _trapped(t: LogitMap, fixed: tuple[FixedPoint, ...] | None) -> Limit | None:
    """Below 1/2 for good, where T² is monotone: to the left fixed point if it does not repel (beyond.n9), however slowly."""
    x, lowest = t.reference, t.low
    if fixed is None or not (x < 0 and lowest < 0 and t(x) < -x and t(lowest) < 0):
        return None
    left, *others = fixed
    if left.logit < 0 and all(f.logit > -x for f in others) and abs(left.multiplier) < 1:
        return Limit(
            left, "trapped below 1/2, where p_n for even and for odd n is monotone in the end and no 2-cycle surrounds the fixed point"
        )
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
