"""Signs of polynomials in the generators, under the hypotheses of one case."""

from collections.abc import Iterable
from dataclasses import dataclass

from flint import fmpz_mpoly

from symbolic.algebra import sign
from symbolic.algebra.bounds import Bound
from symbolic.algebra.consequences import consequences
from symbolic.algebra.facts import DEEPEST, SHALLOW, Contradictory, Effort, Product, Reason
from symbolic.algebra.field import Field
from symbolic.algebra.ring import OutOfReach, Quotient
from symbolic.algebra.rules import RULES
from symbolic.algebra.samples import Samples

LARGEST_SEARCHED = 120
"""Polynomials of more terms, met on the way to the sign of another, are only tried by the cheap rules."""


@dataclass(frozen=True, slots=True)
class _Known:
    mask: int
    depth: int
    strict: bool


class Order:
    """What the hypotheses assumed so far say about signs."""

    def __init__(self, field: Field, effort: Effort) -> None:
        self.field, self.effort = field, effort
        self.facts: dict[str, tuple[fmpz_mpoly, int]] = {}
        self.products: list[Product] = []
        self.reasons: dict[str, Reason] = {}
        self.samples = Samples(field, self.facts, self.products)
        self._memory: dict[str, _Known] = {}
        self._active: set[str] = set()
        self.cuts = 0
        self.bounded: dict[int, list[Bound]] = {}
        self.bounding: set[int] = set()
        field.signs = self

    # Asking

    def of(self, f: fmpz_mpoly, depth: int = 0, *, strict: bool = True) -> int:
        """The signs that ``f`` may have; with ``strict`` unset, the search ends once ≤ 0 or ≥ 0 is known.

        Raises:
            Contradictory: if no sign is left.
        """
        if depth and self.effort.left <= 0:
            return sign.ANY
        self.effort.left -= len(f) // 4
        content, factors = self.field.ring.factor(f)
        mask = sign.of_number(content)
        for g, m in factors:
            mask = sign.times(mask, sign.power(self.irreducible(g, depth, strict=strict), m))
        return self._by_products(content, factors, mask) if self.products and mask not in sign.SINGLE else mask

    def of_quotient(self, q: Quotient, depth: int = 0, *, strict: bool = True) -> int:
        """The signs that ``q`` may have where it is defined."""
        below = self.of(q.den, depth) & sign.NONZERO
        if not below:
            raise Contradictory(f"{self.field.text(q.den)} is 0 and stands in a denominator")
        return sign.times(self.of(q.num, depth, strict=strict), below)

    def irreducible(self, f: fmpz_mpoly, depth: int = 0, *, strict: bool = True) -> int:
        """`of` for an irreducible polynomial whose leading coefficient is positive."""
        key = str(f)
        mask = self.facts[key][1] if key in self.facts else sign.ANY
        self.effort.left -= 1 + len(f) // 8
        known = self._memory.get(key)
        if known is not None:
            mask &= known.mask
            if known.depth <= depth and (known.strict or not strict):
                return mask
        if _settled(mask, strict=strict):
            return mask
        if key in self._active or depth > DEEPEST or self.effort.left <= 0:
            self.cuts += 1
            return mask
        self._active.add(key)
        cuts = self.cuts
        try:
            mask = self._search(f, key, mask, depth, strict=strict)
        finally:
            self._active.remove(key)
        if self.cuts == cuts or depth == 0 or mask in sign.SINGLE:
            self._memory[key] = _Known(mask, depth, strict)
        return mask

    def _search(self, f: fmpz_mpoly, key: str, mask: int, depth: int, *, strict: bool) -> int:
        for rule in RULES:
            if self.effort.left <= 0:
                self.cuts += 1
                break
            if not rule.cheap and ((depth and len(f) > LARGEST_SEARCHED) or self.samples.undecided(f)):
                return mask
            try:
                found, reason = rule.apply(self, f, depth, strict)
            except OutOfReach:
                continue
            if found & mask != mask:
                mask &= found
                self.reasons[key] = reason
                if not mask:
                    raise Contradictory(f"no sign is left for {self.field.text(f)}")
                if _settled(mask, strict=strict):
                    break
        return mask

    def generator(self, index: int, depth: int = 0, *, strict: bool = True) -> int:
        """The signs that a generator may have."""
        return self.irreducible(self.field.ring.variables[index], depth, strict=strict)

    def _by_products(self, content: int, factors: list[tuple[fmpz_mpoly, int]], mask: int) -> int:
        """The sign of a product some of whose factors make up a product of known sign."""
        multiplicities = {str(g): m for g, m in factors}
        for known in self.products:
            if all(m == 1 and str(g) in multiplicities for g, m in known.factors):
                inside = {str(g) for g, _ in known.factors}
                found = sign.times(sign.of_number(content), known.mask)
                for g, m in factors:
                    s = self.irreducible(g, SHALLOW, strict=False)
                    found = sign.times(found, sign.power(s, m - 1 if str(g) in inside else m))
                mask &= found
        if not mask:
            raise Contradictory("a product of factors has no sign left")
        return mask

    # Assuming

    def assume(self, q: Quotient, mask: int, reason: Reason) -> None:
        """Take as known that the sign of ``q`` is in ``mask``, at points where ``q`` is defined.

        Raises:
            Contradictory: if that cannot be.
        """
        content, above = self.field.ring.factor(q.num)
        _, below = self.field.ring.factor(q.den)
        self._assume_product(sign.of_number(content), (*above, *((f, -m) for f, m in below)), mask, reason)

    def _assume_product(self, outer: int, factors: Iterable[tuple[fmpz_mpoly, int]], mask: int, reason: Reason) -> None:
        """Take as known that a number of sign ``outer`` times the product of the f**m has its sign in ``mask``."""
        rest = list[tuple[fmpz_mpoly, int, int, int]]()
        for f, m in factors:
            before = self.irreducible(f, SHALLOW)
            after = before if m > 0 and mask & sign.ZERO else before & sign.NONZERO
            if after in sign.SINGLE or (m % 2 == 0 and not after & sign.ZERO):
                outer = sign.times(outer, sign.power(after, abs(m)))
                self._know(f, after, before, reason)
            else:
                rest.append((f, m, after, before))
        wanted = sign.times(mask, outer)
        if outer == sign.ZERO or not rest:
            if not (mask & sign.ZERO if outer == sign.ZERO else wanted & sign.POS):
                raise Contradictory(reason)
            return
        if len(rest) == 1:
            f, m, after, before = rest[0]
            self._know(f, after & wanted if m % 2 else after if wanted & sign.POS else after & sign.ZERO, before, reason)
            return
        possible = sign.POS
        for f, m, after, before in rest:
            self._know(f, after, before, reason)
            possible = sign.times(possible, sign.power(after, abs(m)))
        if not possible & wanted:
            raise Contradictory(reason)
        if possible & wanted != possible:
            self.products.append(Product(tuple((f, m) for f, m, _, _ in rest), possible & wanted, reason))
            self.samples.forget()

    def revisit(self) -> None:
        """Look at the products again: more may be known of their factors by now."""
        for _ in range(3):
            products, self.products[:] = tuple(self.products), []
            for known in products:
                self._assume_product(sign.POS, known.factors, known.mask, known.reason)
            if tuple(self.products) == products:
                return

    def _know(self, f: fmpz_mpoly, after: int, before: int, reason: Reason) -> None:
        """Take ``after`` for the signs of ``f``, which were known to be in ``before``."""
        if not after:
            raise Contradictory(reason)
        if after == before:
            return
        key = str(f)
        self.facts[key] = (f, after)
        self.reasons[key] = reason
        self._memory = {k: known for k, known in self._memory.items() if known.mask in sign.SINGLE}
        self.bounded.clear()
        self.samples.forget()
        for q, s in consequences(self, f, after):
            self.assume(q, s, reason)

    def zeros(self) -> list[fmpz_mpoly]:
        """The polynomials known to vanish."""
        return [f for f, mask in self.facts.values() if mask == sign.ZERO]


def _settled(mask: int, *, strict: bool) -> bool:
    return mask in sign.SINGLE or (not strict and sign.weak(mask))
