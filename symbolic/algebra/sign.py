"""Sets of possible signs, as bit masks, and what sums, products and powers do to them."""

NEG, ZERO, POS = 1, 2, 4
NONPOS, NONNEG, NONZERO, ANY = NEG | ZERO, POS | ZERO, NEG | POS, NEG | ZERO | POS
SINGLE = (NEG, ZERO, POS)

ALLOWED = {"=": ZERO, "!=": NONZERO, "<": NEG, "<=": NONPOS, ">": POS, ">=": NONNEG}
"""The signs that ``left - right`` may have where ``left relation right`` holds."""

WORDS = {NEG: "< 0", ZERO: "= 0", POS: "> 0", NONPOS: "≤ 0", NONNEG: "≥ 0", NONZERO: "≠ 0", ANY: "of any sign"}


def of_number(n: int) -> int:
    """The sign of an exact number."""
    return POS if n > 0 else NEG if n < 0 else ZERO


def minus(a: int) -> int:
    """The signs of −x, for x of sign in ``a``."""
    return (a & ZERO) | ((a & NEG) << 2) | ((a & POS) >> 2)


def _times(a: int, b: int) -> int:
    result = ZERO if (a | b) & ZERO else 0
    if a & POS:
        result |= b & NONZERO
    if a & NEG:
        result |= minus(b & NONZERO)
    return result


def _plus(a: int, b: int) -> int:
    if a == ZERO:
        return b
    if b == ZERO:
        return a
    if not ((a | b) & NEG):
        return POS if POS in (a, b) else NONNEG
    if not ((a | b) & POS):
        return NEG if NEG in (a, b) else NONPOS
    return ANY


_TIMES = [[_times(a, b) for b in range(8)] for a in range(8)]
_PLUS = [[_plus(a, b) for b in range(8)] for a in range(8)]


def times(a: int, b: int) -> int:
    """The signs of xy, for x of sign in ``a`` and y of sign in ``b``."""
    return _TIMES[a][b]


def plus(a: int, b: int) -> int:
    """The signs of x + y, for x of sign in ``a`` and y of sign in ``b``."""
    return _PLUS[a][b]


def power(a: int, n: int) -> int:
    """The signs of x**n, n ≥ 0, for x of sign in ``a``."""
    if n == 0:
        return POS
    return a if n % 2 else (a & ZERO) | (POS if a & NONZERO else 0)


def weak(a: int) -> bool:
    """Whether ``a`` says ≤ 0 or ≥ 0 at least."""
    return a & NONZERO != NONZERO
