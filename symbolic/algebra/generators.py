"""Generators: the functions that the normal form treats as variables, and what each of them is."""

from dataclasses import dataclass
from typing import TypeAlias

import sympy as sp
from flint import fmpz_mpoly

from symbolic.algebra.ring import Quotient


@dataclass(frozen=True, slots=True)
class Variable:
    """A real variable."""

    symbol: sp.Symbol


@dataclass(frozen=True, slots=True)
class CircleNumber:
    """The number π."""


@dataclass(frozen=True, slots=True)
class Exponential:
    """u = exp(exponent) > 0."""

    exponent: Quotient


@dataclass(frozen=True, slots=True)
class Root:
    """w ≥ 0 with w**order = radicand ≥ 0."""

    order: int
    radicand: fmpz_mpoly


@dataclass(frozen=True, slots=True)
class Logarithm:
    """L = log(argument), argument > 0."""

    argument: fmpz_mpoly


Kind: TypeAlias = Variable | CircleNumber | Exponential | Root | Logarithm


@dataclass(frozen=True, slots=True)
class Generator:
    """A generator: its index in the ring, the name that evidence gives it, and what it is."""

    index: int
    name: str
    kind: Kind
    constant: bool
    """Whether no variable stands in it."""


NAMES = {Exponential: "u", Root: "w", Logarithm: "L"}
