"""Irreducible factors of integer polynomials."""

from typing import TypeAlias

from flint import fmpz_mpoly

LARGEST_FACTORED = 400
"""Polynomials of more terms are treated as if they were irreducible: weaker, never wrong."""
Factors: TypeAlias = tuple[int, list[tuple[fmpz_mpoly, int]]]
"""The content with its sign, and the factors with their multiplicities."""
Factored: TypeAlias = dict[str, Factors]
"""What was already factored, by what it looks like; rings of one size can share it."""


def factor(f: fmpz_mpoly) -> Factors:
    """Content and irreducible factors, whose leading coefficients are positive."""
    if f.is_constant():
        return (int(f.leading_coefficient()) if len(f) else 0), []
    if len(f) <= LARGEST_FACTORED:
        try:
            content, factors = f.factor()
            return int(content), [(g, int(m)) for g, m in factors]
        except OverflowError:
            pass  # flint's wrapper sorts the factors by a key that can overflow
    content, rest = f.primitive()
    sign = -1 if rest.leading_coefficient() < 0 else 1
    return sign * int(content), [(rest * sign, 1)]
