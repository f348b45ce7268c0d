"""Chooses the instances of lemmas to try: identities first, then order, then tangents; each round comes with all before it."""

from collections.abc import Iterator, Sequence
from itertools import combinations

import sympy as sp
from sympy.core.relational import Relational

from symbolic.smt.abstraction import Abstraction, normal
from symbolic.smt.exponents import coordinates, generators
from symbolic.smt.identities import arguments, identities, is_atom, without_logarithms
from symbolic.smt.instances import Instance, instance
from symbolic.smt.script import Script

MAX_PAIRS = 15
"""So many pairs of exponentials, or of logarithms, are compared at most."""
MAX_DIFFERENT = 4
"""With more exponentials and logarithms than these, tangents at differences are left out."""
SPARE = (
    *("solver.y-exp-minus-y", "solver.log-above", "solver.log-below", "solver.exp-above-one-plus"),
    *("solver.log-nondecreasing", "solver.exp-nondecreasing", "solver.log-at-least", "solver.log-at-most", "solver.exp-at-least-one-plus"),
    *("solver.log-monotone", "solver.exp-monotone"),
)
"""The lemmas of all rounds but the first; a proof that does without one of them is better, the sooner it stands here."""

Pairs = Sequence[tuple[sp.Expr, sp.Expr]]


def rounds(script: Script) -> Iterator[list[Instance]]:
    """The instances of each round."""
    abstraction = script.abstraction
    yield [*_constants(abstraction), *identities(abstraction)]
    exponents = generators(arguments(abstraction, "exp"))
    logs = [e for e in arguments(abstraction, "log") if not is_atom(abstraction, e, "inverse")]
    if not exponents and not logs:
        return
    spoken = [arguments(abstraction, kind) for kind in ("exp", "cosh", "sinh", "tanh")]
    exponential_pairs = _independent([without_logarithms(abstraction, e) for es in spoken for e in es])
    logarithmic_pairs = list(combinations(logs, 2))[:MAX_PAIRS]
    yield [
        *_increasing(script, "exp", [*((sp.S.Zero, e) for e in exponents), *exponential_pairs]),
        *_increasing(script, "log", [*((sp.S.One, e) for e in logs), *logarithmic_pairs]),
    ]
    tangents = [*_exponential_tangents(abstraction, exponents), *_logarithmic_tangents(abstraction, logs)]
    equal = [*_nondecreasing(abstraction, "exp", exponential_pairs), *_nondecreasing(abstraction, "log", logarithmic_pairs)]
    yield [*tangents, *equal, *identities(abstraction)]
    if 1 < len(exponents) + len(logs) <= MAX_DIFFERENT:
        yield list(_tangents_at_differences(abstraction, [*exponents, *(abstraction.atom("log", e) for e in logs)]))
    if sides := list(_logarithmic_sides(script)):
        yield list(_exponentials_of_sides(abstraction, sides))


def _constants(abstraction: Abstraction) -> Iterator[Instance]:
    if any(a.kind == "pi" for a in abstraction.atoms.values()):
        yield instance(abstraction, "solver.pi-above")
        yield instance(abstraction, "solver.pi-below")
    if _power_of_e(abstraction):
        yield instance(abstraction, "solver.e-at-least")
        yield instance(abstraction, "solver.e-at-most")


def _power_of_e(abstraction: Abstraction) -> bool:
    return any(e.is_Rational for e in arguments(abstraction, "exp"))


def _independent(exponents: Sequence[sp.Expr]) -> Pairs:
    """The pairs of which neither is a multiple of the other: multiples are powers of one generator."""
    different = [(left, right) for left, right in combinations(dict.fromkeys(exponents), 2) if coordinates(left, [right]) is None]
    return [pair for pair in different if 0 not in pair][:MAX_PAIRS]


def _increasing(script: Script, kind: str, pairs: Pairs) -> Iterator[Instance]:
    """exp and log increase; where the hypotheses show which argument is the smaller, the other direction is left out."""
    for left, right in pairs:
        possible = script.signs.of(normal(right - left))
        if 1 in possible:
            yield instance(script.abstraction, f"solver.{kind}-monotone", x=left, y=right)
        if -1 in possible:
            yield instance(script.abstraction, f"solver.{kind}-monotone", x=right, y=left)


def _nondecreasing(abstraction: Abstraction, kind: str, pairs: Pairs) -> Iterator[Instance]:
    """Both directions together say that equal arguments have equal values, though they be written in different ways."""
    for left, right in pairs:
        yield instance(abstraction, f"solver.{kind}-nondecreasing", x=left, y=right)
        yield instance(abstraction, f"solver.{kind}-nondecreasing", x=right, y=left)


def _exponential_tangents(abstraction: Abstraction, exponents: Sequence[sp.Expr]) -> Iterator[Instance]:
    powers_of_e = _power_of_e(abstraction)
    for e in exponents:
        for at in (e, -e):
            yield instance(abstraction, "solver.exp-at-least-one-plus", x=at)
            yield instance(abstraction, "solver.exp-above-one-plus", x=at)
        if powers_of_e:
            yield instance(abstraction, "solver.y-exp-minus-y", y=-e)


def _tangents_at_differences(abstraction: Abstraction, exponents: Sequence[sp.Expr]) -> Iterator[Instance]:
    """exp(a − b) ≥ 1 + a − b; with exp(b) times it this is the tangent of exp at b."""
    for left, right in _independent(exponents):
        yield from _exponential_tangents(abstraction, [left - right])
    yield from identities(abstraction)


def _logarithmic_tangents(abstraction: Abstraction, logs: Sequence[sp.Expr]) -> Iterator[Instance]:
    for e in logs:
        for bound in ("at-most", "at-least", "below", "above"):
            yield instance(abstraction, f"solver.log-{bound}", x=e)


def _logarithmic_sides(script: Script) -> Iterator[tuple[sp.Expr, sp.Expr]]:
    """The relations of the conclusion in which logarithms are terms: they are compared through their exponentials."""
    for relation in script.holds.atoms(Relational):
        terms = {*normal(relation.lhs).as_coefficients_dict(), *normal(relation.rhs).as_coefficients_dict()}
        if any(is_atom(script.abstraction, t, "log") for t in terms):
            yield relation.lhs, relation.rhs


def _exponentials_of_sides(abstraction: Abstraction, sides: Pairs) -> Iterator[Instance]:
    """a < b where exp(a) < exp(b), with equal exponentials that are written in different ways."""
    for left, right in sides:
        yield instance(abstraction, "solver.exp-monotone", x=left, y=right)
        yield instance(abstraction, "solver.exp-monotone", x=right, y=left)
    yield from identities(abstraction)
    basis = [g for g in generators(arguments(abstraction, "exp")) if without_logarithms(abstraction, g) != 0]
    for left, right in list(combinations(basis, 2))[:MAX_PAIRS]:
        yield from _nondecreasing(abstraction, "exp", [(left, right), (left, -right)])
    yield from identities(abstraction)
