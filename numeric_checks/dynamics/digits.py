"""Decimal digits of a ball that are all certain."""

from flint import arb


def certified(x: arb, digits: int) -> str | None:
    """The value rounded to ``digits`` significant digits, where every real number in the ball rounds to the same; else None.

    ``inf`` for the ball at infinity, ``0`` for an exact zero.  The exponent may have any size.
    """
    if x.is_zero():
        return "0"
    if x == arb.pos_inf():
        return "inf"
    if not x.is_finite():
        return None
    mid, rad, exponent = (int(v) for v in x.mid_rad_10exp(digits + 12))
    low, high = _round(mid - rad, digits), _round(mid + rad, digits)
    return _write(*low, exponent) if low == high and low[0] else None


def bound(x: arb, digits: int, *, below: bool) -> str | None:
    """A decimal of ``digits`` significant digits at most (``below``), or at least, every number in the ball; None where there is none.

    Not only is each digit certain: the decimal itself is a true bound.
    """
    if x.is_zero():
        return "0"
    if not x.is_finite() or not x > 0:
        return None
    mid, rad, exponent = (int(v) for v in x.mid_rad_10exp(digits + 12))
    n = mid - rad if below else mid + rad
    if n <= 0 or (mid - rad) * 10**digits < (mid + rad) * (10**digits - 10):
        return None
    k = max(len(str(n)) - digits, 0)
    m = n // 10**k if below else -(-n // 10**k)
    return _write(m // 10, k + 1, exponent) if len(str(m)) > digits else _write(m, k, exponent)


def _round(n: int, digits: int) -> tuple[int, int]:
    """n as m·10^k with ``digits`` digits in m; rounding is monotone, so that equal ends speak for all between them."""
    k = max(len(str(abs(n))) - digits, 0)
    m = (2 * n + 10**k) // (2 * 10**k)
    return (m // 10, k + 1) if len(str(abs(m))) > digits else (m, k)


def _write(m: int, k: int, exponent: int) -> str:
    """m·10^(k + exponent): plain decimals of ordinary size, else scientific notation; no zero is written in place of an unknown digit."""
    sign, figures = "-" if m < 0 else "", str(abs(m))
    point = len(figures) + k + exponent  # the decimal point stands after so many figures
    if not -6 < point <= min(15, len(figures)):
        return f"{sign}{figures[0]}" + (f".{figures[1:]}" if figures[1:] else "") + f"e{point - 1}"
    if point <= 0:
        return f"{sign}0.{'0' * -point}{figures}"
    return f"{sign}{figures[:point]}" + (f".{figures[point:]}" if figures[point:] else "")
