"""Rational linear relations between quotients: how many exponents come down to few."""

from collections.abc import Sequence
from fractions import Fraction
from math import lcm

from symbolic.algebra.ring import Quotient, Ring

Vector = dict[tuple[int, ...], Fraction]


def vectors(ring: Ring, quotients: Sequence[Quotient]) -> list[Vector]:
    """The quotients over their common denominator, as vectors indexed by monomials."""
    common = ring.one
    for q in quotients:
        common = ring.product(common, q.den // common.gcd(q.den))
    result = []
    for q in quotients:
        numerator = ring.reduce(ring.product(q.num, common // q.den))
        result.append({m: Fraction(int(c)) for m, c in numerator.terms()})
    return result


class Echelon:
    """Vectors in echelon form, each with the combination of the vectors added that it is."""

    def __init__(self) -> None:
        self.rows: list[tuple[tuple[int, ...], Vector, dict[int, Fraction]]] = []
        self.size = 0

    def express(self, vector: Vector) -> tuple[Vector, dict[int, Fraction]]:
        """What remains of the vector, and the coefficients of the vectors added whose combination was taken off."""
        rest, used = dict(vector), dict[int, Fraction]()
        for pivot, row, combination in self.rows:
            if factor := rest.get(pivot):
                _subtract(rest, row, factor)
                for k, c in combination.items():
                    used[k] = used.get(k, Fraction(0)) + factor * c
        return rest, {k: c for k, c in used.items() if c}

    def add(self, vector: Vector) -> bool:
        """Add the vector; False if it depends on those before it, and then it is left out."""
        rest, used = self.express(vector)
        if not rest:
            return False
        pivot = min(rest)
        scale = 1 / rest[pivot]
        combination = {k: -c * scale for k, c in used.items()}
        combination[self.size] = combination.get(self.size, Fraction(0)) + scale
        self.rows.append((pivot, {m: c * scale for m, c in rest.items()}, combination))
        self.size += 1
        return True


def _subtract(vector: Vector, row: Vector, factor: Fraction) -> None:
    for m, c in row.items():
        value = vector.get(m, Fraction(0)) - factor * c
        if value:
            vector[m] = value
        else:
            vector.pop(m, None)


def combination(ring: Ring, target: Quotient, basis: Sequence[Quotient]) -> dict[int, Fraction] | None:
    """Rational numbers q with ``target`` = Σ q_k basis_k, or None if there are none."""
    *rows, goal = vectors(ring, [*basis, target])
    echelon = Echelon()
    for row in rows:
        if not echelon.add(row):
            raise AssertionError("the basis depends on itself")
    rest, used = echelon.express(goal)
    return None if rest else used


def independent(ring: Ring, quotients: Sequence[Quotient]) -> bool:
    """Whether no rational combination of the quotients vanishes but the trivial one."""
    echelon = Echelon()
    return all(echelon.add(v) for v in vectors(ring, quotients))


def choose_basis(ring: Ring, quotients: Sequence[Quotient], known: Sequence[Quotient]) -> list[Quotient]:
    """Simple quotients of which, together with ``known``, all the others are integer combinations."""
    candidates = sorted(quotients, key=_simplicity)
    rows = vectors(ring, [*known, *candidates])
    echelon = Echelon()
    for row in rows[: len(known)]:
        if not echelon.add(row):
            raise AssertionError("the known exponents depend on each other")
    chosen = [q for q, row in zip(candidates, rows[len(known) :], strict=True) if echelon.add(row)]
    scales = [1] * len(chosen)
    for row in rows[len(known) :]:
        _, used = echelon.express(row)
        for k, c in used.items():
            if k >= len(known):
                scales[k - len(known)] = lcm(scales[k - len(known)], c.denominator)
    return [q * ring.number(Fraction(1 if q.num.leading_coefficient() > 0 else -1, s)) for q, s in zip(chosen, scales, strict=True)]


def _simplicity(q: Quotient) -> tuple[int, int, str]:
    return len(q.num) + len(q.den), int(q.num.total_degree() + q.den.total_degree()), q.key
