"""A schema keeps its own names apart from its user's, and asks that what it speaks of is defined and its hypotheses possible."""

from collections.abc import Callable

import pytest
import sympy as sp

from proofs import checking
from symbolic.claim import Claim, Kind, Source
from symbolic.declaration import DeclarationError
from symbolic.derivation import Argument, Chain, Step, applied
from symbolic.statement import Statement, eq, ge, gt, le, lt, real
from symbolic.theorems import (
    induction,
    limit_of_iterates,
    linearity,
    perturbed_contraction,
    squeeze,
    termwise,
    total,
    triangle,
    upper_limit,
    vanishing,
)
from symbolic.theorems.attraction import alternating_orbit, attracting_cycle
from symbolic.theorems.contraction import geometric, lipschitz, local_contraction, near
from symbolic.theorems.fixed_points import contraction, rise_fall_rise, shrinking
from symbolic.theorems.orbits import climbing, growing
from symbolic.verdict import Proved, Verdict

x, y, a, b, i, n = map(real, ("x", "y", "a", "b", "i", "n"))
half, zero, one = sp.Rational(1, 2), sp.Integer(0), sp.Integer(1)
unit = ((zero, one),)
following = real("x'")

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
    "a constant printed as the fixed point": lambda: contraction(x / 2 + real("x_{*}"), x, half),
    "a constant printed as the fixed point to which orbits shrink": lambda: shrinking(x / 2 + real(r"x_\ast"), x, zero, one),
    "a constant printed as the fixed point of an orbit with errors": lambda: perturbed_contraction(x / 2 + real("x^{*}"), x, half, one, ()),
    "a constant printed as the limit": lambda: limit_of_iterates(x / 2 + real(r"x_{\infty}"), x, ()),
    "a constant printed as the start": lambda: limit_of_iterates(x / 2 + real("x0"), x, ()),
    "a constant printed as the map": lambda: limit_of_iterates(x / 2 + real("{f}"), x, ()),
    "a constant printed as the variable": lambda: contraction(x / 2 + real("{x}"), x, half),
    "two constants that are printed alike": lambda: contraction(x / 2 + real("a1") - real("a_1"), x, half),
    "a constant called as a member of an orbit round a cycle": lambda: attracting_cycle(
        x / 2 + real("x_n"), x, unit, half, (ge(real("x_n"), 0), le(real("x_n"), half))
    ),
    "a constant called as a member of another letter's orbit": lambda: attracting_cycle(y / 2 + real("x_{n}"), y, unit, half),
    "a constant printed as every other iterate": lambda: alternating_orbit(1 - real("x_2n") * x**2, x, zero, half / 10, half, one),
    "a constant printed as the index of a cycle": lambda: attracting_cycle(x / 2 + real("{n}"), x, unit, half),
    "a constant called as the neighbourhood": lambda: local_contraction(x / 2 + real("I"), x, 2 * real("I")),
    "a constant printed as the radius": lambda: local_contraction(x / 2 + real("{r}"), x, 2 * real("{r}")),
    "a constant called as a member of the orbit nearby": lambda: local_contraction(x / 2 + real("x_0"), x, 2 * real("x_0")),
    "a value nearby called as the map": lambda: near(real("g"), y, one, gt(real("g"), 0)),
    "a bound nearby called as the radius": lambda: near(a, y, real("r"), gt(a, real("r"))),
    "a value called as the point nearby": lambda: near(y, a, one, gt(y, a)),
    "a bound of the slope called as the map": lambda: lipschitz(a, real("{f}")),
    "a bound of the slope printed as the other point": lambda: lipschitz(a, real("xprime")),
    "a factor called as a member of the sequence": lambda: geometric(sp.Abs(x), x, y, real("x_{n+1}"), ()),
    "a level called as the map": lambda: rise_fall_rise(x, x, zero, one, real("{f}"), one),
    "a constant called as a member by induction": lambda: induction(
        ge(x, real("x_n")), {x: following}, (eq(x, real("x_n")),), (eq(following, x),)
    ),
    "a bound called as a member": lambda: upper_limit(x, y + real("y_n"), a + real("y_n"), {y: a}, (x,), (le(x, y + real("y_n")),)),
    "a constant printed as the value at an outcome": lambda: vanishing((x - y) ** 2 + real("x_i") ** 2, x, y, (), (x, y)),
}


@pytest.mark.parametrize("misuse", CAPTURED)
def test_a_name_that_the_conclusion_needs_is_refused(misuse: str) -> None:
    with pytest.raises(DeclarationError, match=r"rename it|keeps for itself|varies with the outcome"):
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
    "a sum of logarithms less than a greater one, for no theorem's reason": Chain(
        (), total(sp.log(x), [x]), (Step("<=", total(sp.log(x), [x]) + 1, "r"),)
    ),
    "a sum of what need not be defined, by linearity alone": Argument((linearity([(1 / a, sp.log(x))], [x]),), ("r",)),
    "a sum of what need not be defined, by the triangle inequality alone": Argument((triangle([(1 / a, sp.log(x))], [x]),), ("r",)),
    "a sum of logarithms, where a constant is called as their argument at an outcome": Chain(
        (gt(real("x_i"), 0),), total(2 * sp.log(x), [x]), (applied(linearity([(sp.Integer(2), sp.log(x))], [x]), "r"),)
    ),
    "a contraction that is defined nowhere": Argument((contraction(sp.log(-1 - x**2) / 2, x, sp.Rational(1, 2)),), ("r",)),
    "a contraction with a part that is not defined": Argument((contraction(sp.log(y) + x / 2, x, sp.Rational(1, 2)),), ("r",)),
    "a contraction that is followed, but not defined": Argument(
        (perturbed_contraction(sp.log(y) + x / 2, x, sp.Rational(1, 2), sp.Integer(1), ()),), ("r",)
    ),
    "a limit that is not defined": Argument((squeeze(x + sp.log(y), x, zero, sp.log(y), sp.Abs(x), ()),), ("r",)),
    "iterates in an empty set": Argument((limit_of_iterates(x / 2, x, (le(x, -1), ge(x, 1))),), ("r",)),
    "iterates that leave the set on which the map is continuous": Argument(
        (limit_of_iterates(x * sp.exp(-1 / x), x, (ge(x, 1), le(x, 2))),), ("r",)
    ),
    "iterates of a map with a pole outside the set, into which they fall": Argument(
        (limit_of_iterates(1 / (1 + x) - 1, x, (ge(x, 0), le(x, 1))),), ("r",)
    ),
    "iterates in a set that is not defined": Argument((limit_of_iterates(x / 2, x, (le(x, 1 / a), ge(a, 0))),), ("r",)),
}


def verdict(content: Chain | Argument) -> Verdict | None:
    mutant = Statement((), gt(x, x + 1))
    claim = Claim(
        label="tried",
        kind=Kind.STEP,
        title="",
        source=Source(""),
        content=content,
        mutants=(mutant,),
        families=("algebra", "smt", "enclosure"),
    )
    return checking.results({"tried": claim}, {"tried": checking.decide(claim, {"tried": claim})})["tried"].verdict


@pytest.mark.parametrize("derivation", UNPROVED)
def test_what_is_undefined_or_vacuous_is_not_proved(derivation: str) -> None:
    assert not isinstance(verdict(UNPROVED[derivation]), Proved)


def test_a_sum_whose_terms_are_defined_is_proved() -> None:
    step = termwise(sp.log(x), "<=", x - 1, (gt(x, 0),), [x])
    assert isinstance(verdict(Chain((), total(sp.log(x), [x]), (applied(step, "log x ≤ x − 1"),))), Proved)


def test_a_limit_of_iterates_says_where_they_start_and_what_the_map_is() -> None:
    staying = limit_of_iterates(x / 2, x, (gt(a, 0), ge(x, 0), le(x, a)))
    assert Statement((gt(a, 0), ge(x, 0), le(x, a)), le(x / 2, a)) in staying.conditions
    assert str(staying.conclusion) == (
        r"if $a > 0$, then if $x_{0} \geq 0$, $x_{0} \leq a$, and $x_n = f(x_{n-1})$, with $f(x) = \frac{x}{2}$, converges to "
        r"$x_{\infty}$, then $\frac{x_{\infty}}{2} = x_{\infty}$"
    )


def test_iterates_that_stay_in_a_closed_set_are_proved() -> None:
    assert isinstance(verdict(Argument((limit_of_iterates(x / 2, x, (ge(x, 0), le(x, 1))),), ("r",))), Proved)
