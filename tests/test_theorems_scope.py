"""A schema keeps its own names apart from its user's, and asks that what it speaks of is defined and its hypotheses possible."""

from collections.abc import Callable

import pytest
import sympy as sp

from proofs import checking
from symbolic.claim import Claim, Kind, Source
from symbolic.declaration import DeclarationError
from symbolic.derivation import Argument, Chain, applied
from symbolic.statement import Statement, ge, gt, le, lt, real
from symbolic.theorems import limit_of_iterates, linearity, perturbed_contraction, squeeze, termwise, total, upper_limit
from symbolic.theorems.attraction import alternating_orbit
from symbolic.theorems.fixed_points import contraction
from symbolic.theorems.orbits import climbing, growing
from symbolic.verdict import Proved, Verdict

x, y, a, b, i, n = map(real, ("x", "y", "a", "b", "i", "n"))
half, zero, one = sp.Rational(1, 2), sp.Integer(0), sp.Integer(1)

CAPTURED: dict[str, Callable[[], object]] = {
    "a constant called as the index": lambda: growing(x + n, x, n, (gt(n, 0),)),
    "a bound called as the index": lambda: upper_limit(a, n, n, {}, (a,), (le(a, n),)),
    "a factor called as the outcome": lambda: linearity([(i, x)], [x]),
    "a constant called as the fixed point": lambda: contraction(x / 2 + real("x_*"), x, half),
    "a constant called as the fixed point of an orbit with errors": lambda: perturbed_contraction(x / 2 + real("x^*"), x, half, one, ()),
    "a constant called as the limit": lambda: limit_of_iterates(x / 2 + real("x_infty"), x, ()),
    "an end called as the start": lambda: climbing((x + 1) / 2, x, real("x_0"), one, (le(real("x_0"), 1),)),
    "a constant called as the limit of every other": lambda: alternating_orbit(
        1 - real("x_*") * x**2, x, zero, sp.Rational(1, 20), half, one, (ge(real("x_*"), sp.Rational(9, 10)),)
    ),
}


@pytest.mark.parametrize("misuse", CAPTURED)
def test_a_name_that_the_conclusion_needs_is_refused(misuse: str) -> None:
    with pytest.raises(DeclarationError, match=r"rename it|varies with the outcome"):
        CAPTURED[misuse]()


UNPROVED: dict[str, Chain | Argument] = {
    "a sum less than itself, under hypotheses that exclude one another": Chain(
        (), total(a, []), (applied(termwise(a, "<", b, (lt(a, b),), []), "r"), applied(termwise(b, "<", a, (lt(b, a),), []), "r"))
    ),
    "a sum of logarithms of what may be negative": Chain(
        (),
        total(sp.log(x) + 1 / y, [x, y]),
        (applied(linearity([(sp.Integer(1), sp.log(x)), (sp.Integer(1), 1 / y)], [x, y]), "r"),),
    ),
    "a limit that is not defined": Argument((squeeze(x + sp.log(y), x, zero, sp.log(y), sp.Abs(x), ()),), ("r",)),
    "iterates in an empty set": Argument((limit_of_iterates(x / 2, x, (le(x, -1), ge(x, 1))),), ("r",)),
    "iterates in a set that is not defined": Argument((limit_of_iterates(x / 2, x, (le(x, 1 / a), ge(a, 0))),), ("r",)),
}


def verdict(content: Chain | Argument) -> Verdict | None:
    mutant = Statement((), gt(x, x + 1))
    claim = Claim(
        label="tried", kind=Kind.STEP, title="", source=Source(""), content=content, mutants=(mutant,), families=("algebra", "smt")
    )
    return checking.results({"tried": claim}, {"tried": checking.decide(claim, {"tried": claim})})["tried"].verdict


@pytest.mark.parametrize("derivation", UNPROVED)
def test_what_is_undefined_or_vacuous_is_not_proved(derivation: str) -> None:
    assert not isinstance(verdict(UNPROVED[derivation]), Proved)


def test_a_sum_whose_terms_are_defined_is_proved() -> None:
    step = termwise(sp.log(x), "<=", x - 1, (gt(x, 0),), [x])
    assert isinstance(verdict(Chain((), total(sp.log(x), [x]), (applied(step, "log x ≤ x − 1"),))), Proved)
