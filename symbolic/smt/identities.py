"""The instances of lemmas that relate atoms by identities: hyperbolic functions and powers by exp, products within log and of exp."""

from collections.abc import Iterator

import sympy as sp

from symbolic.smt.abstraction import Abstraction, Atom, normal
from symbolic.smt.exponents import products
from symbolic.smt.instances import Instance, instance


def identities(abstraction: Abstraction) -> Iterator[Instance]:
    """The identities for all atoms met so far, and for those that these bring."""
    seen: set[sp.Symbol] = set()
    while new := [a for s, a in abstraction.atoms.items() if s not in seen]:
        seen |= {a.symbol for a in new}
        for a in new:
            yield from _identity(abstraction, a)
    if exponents := arguments(abstraction, "exp"):
        basis, made = products(abstraction, exponents)
        yield from made
        yield from (instance(abstraction, "solver.exp-positive", x=g) for g in basis)


def arguments(abstraction: Abstraction, kind: str) -> list[sp.Expr]:
    """The arguments of the atoms of one kind."""
    return [a.arguments[0] for a in abstraction.atoms.values() if a.kind == kind]


def is_atom(abstraction: Abstraction, e: sp.Expr, kind: str) -> bool:
    """Whether ``e`` is an atom of that kind."""
    return e in abstraction.atoms and abstraction.atoms[e].kind == kind


def without_logarithms(abstraction: Abstraction, exponent: sp.Expr) -> sp.Expr:
    """The exponent less its terms that are multiples of logarithms: their exponentials are powers of the logarithms' arguments."""
    return sp.Add(*(t for t in sp.Add.make_args(normal(exponent)) if not is_atom(abstraction, t.as_coeff_Mul()[1], "log")))


def _identity(abstraction: Abstraction, a: Atom) -> Iterator[Instance]:
    match a.kind:
        case "cosh" | "sinh" | "tanh":
            yield instance(abstraction, f"solver.{a.kind}-by-exp", x=a.arguments[0])
        case "power":
            base, exponent = a.arguments
            yield instance(abstraction, "solver.power-by-exp", x=base, y=exponent, z=exponent * abstraction.atom("log", base))
        case "exp":
            logs = [m for m in normal(a.arguments[0]).as_coefficients_dict() if is_atom(abstraction, m, "log")]
            for log in logs:
                yield instance(abstraction, "solver.exp-of-log", x=abstraction.atoms[log].arguments[0], y=log)
            if logs:
                abstraction.atom("exp", without_logarithms(abstraction, a.arguments[0]))
        case "log":
            yield from _logarithm(abstraction, a.arguments[0])


def _logarithm(abstraction: Abstraction, argument: sp.Expr) -> Iterator[Instance]:
    match abstraction.atoms.get(argument):
        case Atom(kind="inverse", arguments=(inner,)):
            yield instance(abstraction, "solver.log-of-reciprocal", x=inner)
        case Atom(kind="root", index=2, arguments=(inner,)):
            yield instance(abstraction, "solver.log-of-root", x=inner)
        case Atom(kind="exp", symbol=value, arguments=(inner,)):
            yield instance(abstraction, "solver.log-of-exp", x=inner, y=value)
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
