"""Whether one relation holds in one case, and the lines that show it."""

from dataclasses import dataclass, field, replace
from typing import TypeAlias

import sympy as sp
from flint import fmpz_mpoly

from symbolic.algebra import sign
from symbolic.algebra.case import Case
from symbolic.algebra.facts import SHALLOW
from symbolic.algebra.formula import Atom
from symbolic.algebra.independence import independent_generators
from symbolic.algebra.ring import Quotient
from symbolic.algebra.words import shorten

Granted: TypeAlias = tuple[tuple[sp.Expr, str], ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """It holds, and why, in lines; ``granted`` are the domain conditions that were taken for granted."""

    lines: tuple[str, ...]
    granted: Granted = ()


@dataclass(frozen=True, slots=True)
class Gap:
    """It was not shown, and why not.

    ``differs``: the two sides of an equation are proved to be different functions; ``unknown``: factors whose sign would decide;
    ``hopeless``: it seems to be false somewhere, so that no cases are worth trying.
    """

    reason: str
    differs: bool = False
    unknown: tuple[fmpz_mpoly, ...] = field(default=(), compare=False)
    hopeless: bool = False


def decide(case: Case, atom: Atom) -> Proof | Gap:
    """Decide the relation in the case.

    Raises:
        Contradictory: if the case turns out to be empty.
        OutOfReach, NeedsSign, NeedsRoots: as the translation does.
    """
    q = case.normal_form(atom)
    allowed = sign.ALLOWED[atom.relation]
    if q.is_zero():
        lines = [*_over(case), f"both sides of {shorten(str(atom))} have one normal form", *case.unread]
        return Proof(tuple(lines), tuple(case.translate.granted)) if allowed & sign.ZERO else Gap("the two sides are equal", unknown=())
    if atom.relation == "=":  # only hypotheses can force a form that is not 0 to vanish: a short look is enough
        mask = case.order.of_quotient(q, SHALLOW)
    else:
        mask = case.order.of_quotient(q, strict=allowed in sign.SINGLE or allowed == sign.NONZERO)
    if not mask & ~allowed or (atom.relation == "=" and _reduced(case, q)):
        return Proof((*_over(case, q), *_factored(case, q), *case.unread), tuple(case.translate.granted))
    seen = sign.times(case.order.samples.observed(q.num), case.order.of(q.den) & sign.NONZERO)
    return replace(_gap(case, atom, q), hopeless=bool(seen and seen in sign.SINGLE and not seen & allowed) or _both(seen, allowed))


def _both(seen: int, allowed: int) -> bool:
    """Whether both signs were seen where only one is allowed."""
    return seen & sign.NONZERO == sign.NONZERO and allowed & sign.NONZERO != sign.NONZERO


def _reduced(case: Case, q: Quotient) -> bool:
    """Whether the numerator is a multiple of something known to vanish."""
    ring = case.field.ring
    for zero in case.order.zeros():
        for k in ring.used(zero):
            if q.num.degrees()[k] < zero.degrees()[k]:
                continue
            lead = ring.coefficients(zero, k)[-1]
            if not case.order.of(lead) & sign.ZERO and _remainder(case, q.num, zero, k).is_zero():
                return True
    return False


def _remainder(case: Case, f: fmpz_mpoly, by: fmpz_mpoly, index: int) -> fmpz_mpoly:
    """The pseudo-remainder of ``f`` in one generator, a multiple of ``f`` by a power of the leading coefficient where ``by`` = 0."""
    ring = case.field.ring
    divisor = ring.coefficients(by, index)
    while not f.is_zero() and (gap := f.degrees()[index] - len(divisor) + 1) >= 0:
        top = ring.coefficients(f, index)[-1]
        f = ring.product(divisor[-1], f) - ring.product(ring.product(top, ring.variables[index] ** gap), by)
    return ring.reduce(f)


def _gap(case: Case, atom: Atom, q: Quotient) -> Gap:
    text = case.field.text
    if atom.relation == "=":
        different = independent_generators(case) and not case.rewritings
        return Gap(f"{_where(case, q)}the difference of the two sides is {shorten(text(q))}", different, _unknown(case, q))
    factors = _unknown(case, q)
    if factors:
        return Gap(
            f"{_where(case, q)}the hypotheses were not seen to give {', '.join(shorten(text(f)) for f in factors)} a sign", unknown=factors
        )
    lines = "; ".join(_factored(case, q))
    return Gap(f"{_where(case, q)}{lines}")


def _unknown(case: Case, q: Quotient) -> tuple[fmpz_mpoly, ...]:
    """The factors of the numerator that decide its sign and whose own sign is not known."""
    _, factors = case.field.ring.factor(q.num)
    return tuple(f for f, m in factors if m % 2 and not sign.weak(case.order.of(f, strict=False)))


def _where(case: Case, q: Quotient) -> str:
    over = _over(case, q)
    return f"{over[0]}: " if over else ""


def _over(case: Case, q: Quotient | None = None) -> list[str]:
    """The generators in play: all of them, or those in ``q`` and in their definitions."""
    chosen = set(case.field.generators)
    if q is not None:
        chosen, queue = set(), [*case.field.ring.used(q.num), *case.field.ring.used(q.den)]
        while queue:
            k = queue.pop()
            if k not in chosen:
                chosen.add(k)
                queue += case.field.inside(k)
    definitions = [d for k in case.field.generators if k in chosen and (d := case.field.definition(k))]
    return [f"over {', '.join(definitions)}"] if definitions else []


def _factored(case: Case, q: Quotient) -> list[str]:
    """Numerator and denominator in factors, and the sign of each."""
    lines = []
    for f, word in ((q.num, "left − right has numerator"), (q.den, "and denominator")):
        content, factors = case.field.ring.factor(f)
        if f.is_one():
            continue
        parts = [] if content == 1 and factors else [str(content)]
        parts += [f"({case.field.text(g)})" + (f"**{m}" if m > 1 else "") for g, m in factors]
        lines.append(f"{word} {shorten(' · '.join(parts))}")
        for g, m in factors:
            mask = case.order.of(g, strict=False)
            if m % 2 == 0 and not sign.weak(mask):
                lines.append(f"  {shorten(case.field.text(g))} stands to an even power")
                continue
            reason = case.order.reasons.get(str(g), "")
            why = f": by hypothesis, {shorten(str(reason))}" if isinstance(reason, Atom) else f": {shorten(reason)}" if reason else ""
            lines.append(f"  {shorten(case.field.text(g))} {sign.WORDS[mask]}{why}")
    return lines
