"""Chooses the instances of lemmas to try: identities first, then order, tangents and differences, each round with all before it."""

from collections.abc import Iterator
from itertools import combinations

import sympy as sp
from sympy.core.relational import Relational

from symbolic.smt.abstraction import Abstraction, Atom, normal
from symbolic.smt.exponents import coordinates, generators, products
from symbolic.smt.instances import Instance, instance
from symbolic.smt.script import Script
from symbolic.smt.signs import Signs

Pairs = list[tuple[sp.Expr, sp.Expr]]
HYPERBOLIC = ("cosh", "sinh", "tanh")
MAX_PAIRS = 15
"""So many pairs of exponentials, or of logarithms, are compared at most."""


def rounds(script: Script) -> Iterator[list[Instance]]:
    """The instances of each round; those of the first relate the atoms by identities."""
    abstraction, signs = script.abstraction, script.signs
    spoken = [a.arguments[0] for a in abstraction.atoms.values() if a.kind in ("exp", *HYPERBOLIC)]
    yield [*_identities(abstraction), *_products(abstraction), *_constants(abstraction)]
    basis = generators(_arguments(abstraction, "exp"))
    logs = [e for e in _arguments(abstraction, "log") if not _is(abstraction, e, "inverse")]
    if basis or logs:
        pairs = {"exp": _independent(spoken), "log": list(combinations(logs, 2))[:MAX_PAIRS]}
        yield list(_order(abstraction, signs, {"exp": basis, "log": logs}, pairs))
        yield list(_tangents(abstraction, {"exp": basis, "log": logs}, pairs))
    if sides := list(_logarithmic_sides(script)):
        yield list(_exponentials_of_sides(script, sides))


def _logarithmic_sides(script: Script) -> Iterator[tuple[sp.Expr, sp.Expr]]:
    """The relations of the conclusion in which logarithms are terms: they are compared through their exponentials."""
    for relation in script.holds.atoms(Relational):
        terms = {*normal(relation.lhs).as_coefficients_dict(), *normal(relation.rhs).as_coefficients_dict()}
        if any(_is(script.abstraction, t, "log") for t in terms):
            yield relation.lhs, relation.rhs


def _exponentials_of_sides(script: Script, sides: list[tuple[sp.Expr, sp.Expr]]) -> Iterator[Instance]:
    """a < b where exp(a) < exp(b); exponentials of logarithms, and equal exponentials written in different ways."""
    abstraction = script.abstraction
    for left, right in sides:
        yield instance(abstraction, "solver.exp-monotone", x=left, y=right)
        yield instance(abstraction, "solver.exp-monotone", x=right, y=left)
    yield from _identities(abstraction)
    basis = [g for g in generators(_arguments(abstraction, "exp")) if not _is(abstraction, g.as_coeff_Mul()[1], "log")]
    for left, right in list(combinations(basis, 2))[:MAX_PAIRS]:
        for other in (right, -right):
            yield instance(abstraction, "solver.exp-nondecreasing", x=left, y=other)
            yield instance(abstraction, "solver.exp-nondecreasing", x=other, y=left)
    yield from _products(abstraction)


def _products(abstraction: Abstraction) -> list[Instance]:
    """The exponentials met so far as products of powers of generators, which are positive."""
    exponents = _arguments(abstraction, "exp")
    if not exponents:
        return []
    basis, made = products(abstraction, exponents)
    return [*made, *(instance(abstraction, "solver.exp-positive", x=g) for g in basis)]


def _arguments(abstraction: Abstraction, kind: str) -> list[sp.Expr]:
    return [a.arguments[0] for a in abstraction.atoms.values() if a.kind == kind]


def _identities(abstraction: Abstraction) -> list[Instance]:
    """What defines cosh, sinh, tanh and powers by exp, logarithms of products, and the exponentials of logarithms in exponents."""
    found: list[Instance] = []
    seen: set[sp.Symbol] = set()
    while new := [a for s, a in abstraction.atoms.items() if s not in seen]:
        seen |= {a.symbol for a in new}
        for a in new:
            found += _identity(abstraction, a)
    return found


def _identity(abstraction: Abstraction, a: Atom) -> Iterator[Instance]:
    match a.kind:
        case "cosh" | "sinh" | "tanh":
            yield instance(abstraction, f"solver.{a.kind}-by-exp", x=a.arguments[0])
        case "power":
            base, exponent = a.arguments
            yield instance(abstraction, "solver.power-by-exp", x=base, y=exponent, z=exponent * abstraction.atom("log", base))
        case "exp":
            logs = [m for m in normal(a.arguments[0]).as_coefficients_dict() if _is(abstraction, m, "log")]
            for log in logs:
                yield instance(abstraction, "solver.exp-of-log", x=abstraction.atoms[log].arguments[0], y=log)
            if logs:
                rest = [t for t in sp.Add.make_args(normal(a.arguments[0])) if t.as_coeff_Mul()[1] not in logs]
                abstraction.atom("exp", sp.Add(*rest))
        case "log":
            yield from _logarithm(abstraction, a.arguments[0])


def _is(abstraction: Abstraction, e: sp.Expr, kind: str) -> bool:
    return e in abstraction.atoms and abstraction.atoms[e].kind == kind


def _logarithm(abstraction: Abstraction, argument: sp.Expr) -> Iterator[Instance]:
    inner = abstraction.atoms.get(argument)
    match inner:
        case Atom(kind="inverse"):
            yield instance(abstraction, "solver.log-of-reciprocal", x=inner.arguments[0])
        case Atom(kind="root", index=2):
            yield instance(abstraction, "solver.log-of-root", x=inner.arguments[0])
        case Atom(kind="exp"):
            yield instance(abstraction, "solver.log-of-exp", x=inner.arguments[0], y=inner.symbol)
        case _:
            factors = _factors(argument)
            if len(factors) > 1:
                yield instance(abstraction, "solver.log-of-product", x=factors[0], y=sp.Mul(*factors[1:]))


def _factors(e: sp.Expr) -> list[sp.Expr]:
    """The factors of a polynomial, repeated as often as they occur, none a negative number."""
    number, powers = sp.factor_list(e)
    factors = [base for base, times in powers for _ in range(int(times))]
    if number < 0:
        sums = [k for k, f in enumerate(factors) if f.is_Add]
        if not sums:
            return [e]
        factors[sums[0]], number = -factors[sums[0]], -number
    return factors if number == 1 else [number, *factors]


def _constants(abstraction: Abstraction) -> Iterator[Instance]:
    if any(a.kind == "pi" for a in abstraction.atoms.values()):
        yield instance(abstraction, "solver.pi-above")
        yield instance(abstraction, "solver.pi-below")
    if _constant(abstraction):
        yield instance(abstraction, "solver.e-at-least")
        yield instance(abstraction, "solver.e-at-most")


def _constant(abstraction: Abstraction) -> bool:
    """Whether a power of E occurs."""
    return any(a.kind == "exp" and a.arguments[0].is_Rational for a in abstraction.atoms.values())


def _independent(exponents: list[sp.Expr]) -> Pairs:
    """The pairs of which neither is a multiple of the other: the others are powers of one generator."""
    unequal = [(left, right) for left, right in combinations(exponents, 2) if coordinates(left, [right]) is None]
    return unequal[:MAX_PAIRS]


def _order(abstraction: Abstraction, signs: Signs, single: dict[str, list[sp.Expr]], pairs: dict[str, Pairs]) -> Iterator[Instance]:
    """exp and log increase: against exp(0) = 1 and log(1) = 0, and against each other."""
    for kind, neutral in (("exp", sp.Integer(0)), ("log", sp.Integer(1))):
        for left, right in [*((neutral, e) for e in single[kind]), *pairs[kind]]:
            possible = signs.of(normal(right - left))
            if 1 in possible:
                yield instance(abstraction, f"solver.{kind}-monotone", x=left, y=right)
            if -1 in possible:
                yield instance(abstraction, f"solver.{kind}-monotone", x=right, y=left)


def _tangents(abstraction: Abstraction, single: dict[str, list[sp.Expr]], pairs: dict[str, Pairs]) -> Iterator[Instance]:
    """Bounds by tangents, and equal values for arguments that are equal though written in different ways."""
    for e in single["exp"]:
        yield instance(abstraction, "solver.exp-at-least-one-plus", x=e)
        yield instance(abstraction, "solver.exp-at-least-one-plus", x=-e)
        if _constant(abstraction):
            yield instance(abstraction, "solver.y-exp-minus-y", y=-e)
    for e in single["log"]:
        yield instance(abstraction, "solver.log-at-most", x=e)
        yield instance(abstraction, "solver.log-at-least", x=e)
    for kind in ("exp", "log"):
        for left, right in pairs[kind]:
            yield instance(abstraction, f"solver.{kind}-nondecreasing", x=left, y=right)
            yield instance(abstraction, f"solver.{kind}-nondecreasing", x=right, y=left)
