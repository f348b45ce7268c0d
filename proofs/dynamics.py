"""The certified dynamics for given parameters, as a report: fixed points, cycles, the limit from p_ref, bifurcations, amplification."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from flint import arb, ctx

from numeric_checks.dynamics.bifurcations import in_beta, in_reference
from numeric_checks.dynamics.cycles import Cycle, all_cycles
from numeric_checks.dynamics.digits import bound, certified
from numeric_checks.dynamics.fixed_points import FixedPoint, fixed_points
from numeric_checks.dynamics.logit_map import LogitMap, ParameterError, Parameters, ball, failure, rational, success
from numeric_checks.dynamics.orbit import Limit, limit

MOST_DIGITS = 1000
LONGEST_PERIOD = 12


def dynamics(p_ref: str, beta: str, eps: str, digits: int = 20, periods: Sequence[int] = (2,)) -> dict[str, Any]:
    """Everything certified about p_n = h(p_{n−1}) at these parameters; numbers are strings of ``digits`` certain digits.

    ``periods`` are the minimal periods of the cycles asked for.

    A number that the working precision does not resolve to so many digits is null.

    Raises:
        ParameterError: if a parameter is no number, or outside its domain.
    """
    q = Parameters(rational(p_ref, "p_ref"), rational(beta, "beta"), rational(eps, "eps"))
    if not 1 <= digits <= MOST_DIGITS:
        raise ParameterError(f"digits: between 1 and {MOST_DIGITS}")
    if not all(2 <= period <= LONGEST_PERIOD for period in periods):
        raise ParameterError(f"period: between 2 and {LONGEST_PERIOD}; fixed points, of period 1, are always reported")
    bits = 64 + 4 * digits
    fixed = fixed_points(q, bits)
    return {
        "p_ref": str(q.p_ref),
        "beta": str(q.beta),
        "eps": str(q.eps),
        "fixed_points": None if fixed is None else [_fixed(f, bits, digits) for f in fixed],
        "cycles": _cycles(q, fixed, sorted(set(periods)), bits, digits),
        "limit": _limit(limit(q, fixed, bits), bits, digits),
        "bifurcations": _bifurcations(q, bits, digits),
        "amplification": _amplification(q, bits, digits),
    }


def _number(value: Callable[[], arb], bits: int, digits: int) -> str | None:
    with ctx.workprec(2 * bits):
        return certified(value(), digits)


def _bound(value: Callable[[], arb], bits: int, digits: int, *, below: bool) -> str | None:
    with ctx.workprec(2 * bits):
        return bound(value(), digits, below=below)


def _point(x: arb, bits: int, digits: int) -> dict[str, str | None]:
    """One point in three coordinates; q = 1 − p tells points near p = 1 apart."""
    return {
        "p": _number(lambda: success(x), bits, digits) if x.is_finite() else "1",
        "q": _number(lambda: failure(x), bits, digits) if x.is_finite() else "0",
        "logit": _number(lambda: x, bits, digits),
    }


def _fixed(f: FixedPoint, bits: int, digits: int) -> dict[str, Any]:
    return {**_point(f.logit, bits, digits), "multiplier": _number(lambda: f.multiplier, bits, digits), "stability": f.stability}


def _cycle(c: Cycle, bits: int, digits: int) -> dict[str, Any]:
    return {
        "period": c.period,
        "points": [_point(x, bits, digits) for x in c.logits],
        "multiplier": _number(lambda: c.multiplier, bits, digits),
        "stability": c.stability,
    }


def _cycles(
    q: Parameters, fixed: tuple[FixedPoint, ...] | None, periods: Sequence[int], bits: int, digits: int
) -> list[dict[str, Any]] | None:
    """All cycles of the periods asked for, or null where the search stays incomplete."""
    if q.p_ref == 1:
        return []
    found = [all_cycles(LogitMap(q), period, fixed, bits) for period in periods]
    return None if None in found else [_cycle(c, bits, digits) for some in found for c in some or ()]


def _limit(found: Limit, bits: int, digits: int) -> dict[str, Any]:
    match found.cycle:
        case None:
            where: dict[str, Any] = {}
        case FixedPoint() as f:
            where = _fixed(f, bits, digits)
        case Cycle() as c if c.period == 1:
            where = _fixed(FixedPoint(c.logits[0], c.multiplier), bits, digits)
        case Cycle() as c:
            where = _cycle(c, bits, digits)
    return {"kind": found.kind, "reason": found.reason, **where}


def _same(x: arb) -> arb:
    return x


def _bifurcations(q: Parameters, bits: int, digits: int) -> dict[str, Any]:
    """Where the number of fixed points, or the stability of the left one, changes: in p_ref at this β, and in β at this p_ref."""
    across, along = in_reference(q.beta, q.eps, bits), in_beta(q.p_ref, q.eps, bits)

    def places(logits: tuple[arb, ...] | None) -> list[dict[str, str | None]] | None:
        return None if logits is None else [_point(x, bits, digits) for x in logits]

    def numbers(betas: tuple[arb, ...] | None) -> list[str | None] | None:
        return None if betas is None else [_number(partial(_same, b), bits, digits) for b in betas]

    return {
        "p_ref": {"saddle_nodes": places(across.saddle_nodes), "period_doublings": places(across.period_doublings)},
        "beta": {"saddle_nodes": numbers(along.saddle_nodes), "period_doublings": numbers(along.period_doublings)},
    }


def _amplification(q: Parameters, bits: int, digits: int) -> dict[str, str | None]:
    """exp(2κ/β) ≤ odds(p*)/odds(p_ref) < exp(1/(β√ε)) at every fixed point p* < 1, and h(1/2), below every p_n with n ≥ 1 (beyond.n1).

    What is called ``…_at_least`` is rounded down, ``failure_at_most`` (1 − h(1/2)) and ``odds_below`` up.
    """
    if q.p_ref == 1:
        return {"odds_at_least": None, "odds_below": None, "success_at_least": "1", "failure_at_most": "0"}
    t = LogitMap(q)
    return {
        "odds_at_least": _bound(lambda: (t.gain(arb(0)) / t.beta).exp(), bits, digits, below=True),
        "odds_below": _bound(lambda: (1 / (t.beta * ball(q.eps).sqrt())).exp(), bits, digits, below=False) if q.eps else None,
        "success_at_least": _bound(lambda: success(t.low), bits, digits, below=True),
        "failure_at_most": _bound(lambda: failure(t.low), bits, digits, below=False),
    }
