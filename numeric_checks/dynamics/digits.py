"""Decimal digits of a ball that are all certain."""

from decimal import ROUND_HALF_EVEN, Context, Decimal

from flint import arb


def certified(x: arb, digits: int) -> str | None:
    """The value rounded to ``digits`` significant digits, where every real number in the ball rounds to the same; else None.

    ``inf`` for the ball at infinity, ``0`` for an exact zero.
    """
    if x.is_zero():
        return "0"
    if x == arb.pos_inf():
        return "inf"
    if not x.is_finite():
        return None
    mid, rad, exponent = (int(v) for v in x.mid_rad_10exp(digits + 12))
    context = Context(prec=digits, rounding=ROUND_HALF_EVEN, Emax=10**17, Emin=-(10**17))
    low, high = (
        context.plus(Decimal(n).scaleb(exponent, context=Context(prec=digits + 40, Emax=10**17, Emin=-(10**17))))
        for n in (mid - rad, mid + rad)
    )
    return _write(low) if low == high else None


def _write(value: Decimal) -> str:
    """Plain decimals of ordinary size, else scientific notation."""
    exponent = value.adjusted()
    if -6 <= exponent < 15:
        return f"{value:f}"
    sign, figures, _ = value.as_tuple()
    body = "".join(map(str, figures))
    return f"{'-' if sign else ''}{body[0]}.{body[1:] or '0'}e{exponent}"
