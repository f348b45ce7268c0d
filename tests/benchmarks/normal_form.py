"""Times the algebraic decider against sympy's ``simplify`` on the paper's identities, side by side in one run.

CPU milliseconds, imports excluded, the best of several for the decider and one run for ``simplify``; both start from the same two
sides, ``simplify`` from an empty cache.  It counts as done where it returns 0, which is a hint and no decision; it is stopped
after some seconds.
"""

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import sympy as sp
from sympy.core.relational import Relational

from symbolic.algebra import query
from symbolic.answer import Holds
from symbolic.notation import (
    EPS,
    PARAMETERS,
    PROBABILITY,
    REFERENCE,
    B,
    T,
    a_of,
    eps,
    h,
    logit,
    p,
    p_ref,
    sigma,
    slope,
    smoothed,
    success,
    variance,
    z,
    z_of,
)
from symbolic.statement import Statement, eq, real

LIMIT = 20.0
ALL = (*PARAMETERS, *PROBABILITY)
y, e, u = real("y"), real("e"), real("u")
C = sp.cosh(y / 2)
IDENTITIES: dict[str, Statement] = {
    "Lemma 3 (1)": Statement((), eq(sigma(z) * (1 - sigma(z)), 1 / (4 * sp.cosh(z / 2) ** 2))),
    "Lemma 4": Statement(REFERENCE, eq(sp.cosh(a_of() / 2) ** 2, 1 / (4 * p_ref * (1 - p_ref)))),
    "advantage": Statement(PROBABILITY, eq((1 - p) / sp.sqrt(variance()), sp.sqrt((1 - p) / p))),
    "Theorem 2, h simplified": Statement(ALL, eq(success(), h())),
    "h in logistic form": Statement(ALL, eq(sigma(z_of()), h())),
    "h in logit form": Statement(ALL, eq(logit(h()), logit(p_ref) + B())),
    "h = σ(T)": Statement(PARAMETERS, eq(logit(h(sigma(y))), T(y))),
    "S in the logit coordinate": Statement(EPS, eq(1 / smoothed(sigma(y)), 2 * C / sp.sqrt(1 + 4 * eps * C**2))),
    "Proposition 1, h'": Statement(ALL, eq(sp.Derivative(h(), p), -h() * (1 - h()) * slope())),
    "Proposition 1, B'": Statement(ALL, eq(sp.Derivative(B(), p), -slope())),
    "tangency of B_max": Statement(
        (),
        eq(4 * (u + e) ** 3 - 27 * e * (1 + 4 * e) ** 2 * u**2 * (1 - 4 * u), ((1 + 12 * e) * u - 2 * e) ** 2 * (4 * (1 + 3 * e) * u + e)),
    ),
}


class _Late(Exception):  # noqa: N818
    pass


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Interrupt what runs inside after that many seconds."""

    def late(_signal: int, _frame: FrameType | None) -> None:
        raise _Late

    signal.signal(signal.SIGALRM, late)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def decider(statement: Statement, times: int = 7) -> float:
    """The best CPU time of the decider, in milliseconds.

    Raises:
        AssertionError: if it does not decide the identity.
    """
    best = float("inf")
    for _ in range(times):
        start = time.process_time()
        answer = query(statement)
        best = min(best, time.process_time() - start)
        assert isinstance(answer, Holds), answer
    return 1000 * best


def simplification(relation: Relational) -> tuple[float, str]:
    """The CPU time of ``simplify`` on the difference of the two sides, in milliseconds, and what came of it."""
    difference = relation.lhs - relation.rhs
    if difference.has(sp.Derivative):
        difference = difference.doit()
    start = time.process_time()
    try:
        with limited(LIMIT):
            outcome = "0" if sp.simplify(difference) == 0 else "not seen to be 0"
    except _Late:
        outcome = f"stopped after {LIMIT:g} s"
    return 1000 * (time.process_time() - start), outcome


def main() -> None:
    """Print the table."""
    print(f"{'identity':28}{'decider':>12}{'simplify':>12}{'ratio':>9}   simplify's result")
    for name, statement in IDENTITIES.items():
        sp.core.cache.clear_cache()
        slow, outcome = simplification(statement.holds)
        quick = decider(statement)
        print(f"{name:28}{quick:9.2f} ms{slow:9.1f} ms{slow / quick:9.0f}   {outcome}")


if __name__ == "__main__":
    main()
