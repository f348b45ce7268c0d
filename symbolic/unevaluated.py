"""Arithmetic that builds expressions without evaluating them: only literal numbers are computed, exactly and within limits.

``x/x``, ``0*log(x)`` and ``sqrt(x)**2`` keep the operations whose domain conditions they carry.
"""

import sympy as sp

MAX_DIGITS, MAX_BITS, MAX_EXPONENT = 1_000, 3_320, 1_000
"""What people write stays far below these; beyond them input is refused before it costs time or memory."""


class LanguageError(ValueError):
    """The text is no statement; the message says in one line where, and how to mend it."""


def literal(digits: str) -> sp.Rational:
    """The exact rational that a decimal such as ``0.1`` or ``1e-5`` spells.

    Raises:
        LanguageError: beyond MAX_DIGITS digits.
    """
    mantissa, _, exponent = digits.lower().partition("e")
    whole, _, fraction = mantissa.partition(".")
    if len(digits) > MAX_DIGITS or len(exponent) > 6 or abs(int(exponent or 0)) > MAX_DIGITS:
        raise LanguageError(f"the number {digits[:20]}{'…' if len(digits) > 20 else ''} has more than {MAX_DIGITS} digits")
    scale = int(exponent or 0) - len(fraction)
    return sp.Rational(int(whole + fraction) * 10 ** max(scale, 0), 10 ** max(-scale, 0))


def plus(terms: list[sp.Expr]) -> sp.Expr:
    """The sum of ``terms`` in their order, neighbouring numbers added."""
    kept: list[sp.Expr] = []
    for term in terms:
        if kept and isinstance(term, sp.Rational) and isinstance(kept[-1], sp.Rational):
            kept[-1] = _small(kept[-1] + term)
        else:
            kept.append(term)
    return kept[0] if len(kept) == 1 else sp.Add(*kept, evaluate=False)


def times(factors: list[sp.Expr], sign: int = 1) -> sp.Expr:
    """The product of ``sign`` and ``factors`` in their order: signs in front, neighbouring numbers multiplied, factors 1 left out."""
    unsigned: list[sp.Expr] = []
    for factor in factors[0].args if len(factors) == 1 and isinstance(factors[0], sp.Mul) else factors:
        sign, factor = (-sign, negated) if (negated := _negated(factor)) is not None else (sign, factor)
        unsigned.append(factor)
    kept: list[sp.Expr] = []
    for factor in [sp.Integer(sign), *unsigned]:
        if kept and isinstance(factor, sp.Rational) and isinstance(kept[-1], sp.Rational):
            kept[-1] = _small(kept[-1] * factor)
        else:
            kept.append(factor)
    kept = [k for k in kept if k != 1] or [sp.Integer(1)]
    return kept[0] if len(kept) == 1 else sp.Mul(*kept, evaluate=False)


def reciprocal(e: sp.Expr) -> sp.Expr:
    """1/e; that of −u is −(1/u), that of a power with a positive exponent q is the power −q: they have the same domain.

    Raises:
        LanguageError: for the literal 0.
    """
    if isinstance(e, sp.Rational):
        if e == 0:
            raise LanguageError("division by 0")
        return 1 / e
    if e == sp.E:
        return sp.exp(-1, evaluate=False)
    if isinstance(e, sp.Pow) and isinstance(e.exp, sp.Rational) and e.exp > 0:
        return sp.Pow(e.base, -e.exp, evaluate=False)
    if (negated := _negated(e)) is not None:
        return times([reciprocal(negated)], -1)
    return sp.Pow(e, -1, evaluate=False)


def power(base: sp.Expr, exponent: sp.Expr) -> sp.Expr:
    """base**exponent; E**x is exp(x).  A power of a number is computed if it has at most MAX_BITS bits, else it stays a power.

    Raises:
        LanguageError: for 0**0, 0**(−1), and beyond MAX_EXPONENT.
    """
    if base == sp.E:
        return sp.exp(exponent, evaluate=False)
    if not isinstance(exponent, sp.Rational):
        return sp.Pow(base, exponent, evaluate=False)
    if max(abs(exponent.p), exponent.q) > MAX_EXPONENT:
        raise LanguageError(f"the exponent {_short(exponent)} is beyond the largest that is read, {MAX_EXPONENT}")
    if base == 0 and exponent <= 0:
        raise LanguageError(f"0**({exponent}) is not defined")
    if abs(exponent) == 1:
        return base if exponent == 1 else reciprocal(base)
    if isinstance(base, sp.Rational) and isinstance(exponent, sp.Integer) and abs(int(exponent)) * _bits(base) <= MAX_BITS:
        return base**exponent
    return sp.Pow(base, exponent, evaluate=False)


def degree(e: sp.Basic) -> int:
    """The largest product of nested whole exponents."""
    inner = max((degree(a) for a in e.args), default=1)
    return inner * abs(int(e.exp)) if isinstance(e, sp.Pow) and isinstance(e.exp, sp.Integer) and e.exp != 0 else inner


def _negated(e: sp.Expr) -> sp.Expr | None:
    """u where ``e`` is −u."""
    if isinstance(e, sp.Rational):
        return -e if e < 0 else None
    return e.args[1] if isinstance(e, sp.Mul) and len(e.args) == 2 and e.args[0] == -1 else None


def _small(number: sp.Rational) -> sp.Rational:
    if _bits(number) > MAX_BITS:
        raise LanguageError("a number computed from the literals has too many digits")
    return number


def _bits(number: sp.Rational) -> int:
    return max(abs(int(number.p)), int(number.q)).bit_length()


def _short(number: sp.Rational) -> str:
    return f"{str(number.p)[:20]}…" if abs(number.p) >= 10**20 else str(number)
