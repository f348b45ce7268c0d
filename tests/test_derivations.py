"""Each derivation concludes what the claim it serves says, and its conclusion holds for outcomes written out."""

from dataclasses import dataclass

import pytest
import sympy as sp

from proofs.catalogue import catalogue
from symbolic.declaration import DeclarationError
from symbolic.derivation import Argument, Chain, applied
from symbolic.derivations import gibbs, lemma_2, lemma_3, lemma_4, logit_form, monotonicity, removable, reward, success
from symbolic.derivations.importance import WHOLE
from symbolic.notation import BETA, CLOSED, PARAMETERS, POSSIBLE, h, p
from symbolic.statement import Statement, eq, ge, gt, le, lt, ne, real
from symbolic.theorems import Application, SumRelation, i, limit_of_iterates, n, outcome, total, vanishing

SERVED = {
    "lemma-2": lemma_2.POSITIVE,
    "lemma-3.1": lemma_3.LOGISTIC,
    "lemma-3.2": lemma_3.PRODUCT,
    "lemma-4.identity": lemma_4.IDENTITY,
    "equation-8": success.SIMPLIFICATION,
    "beyond.logit-form": logit_form.LOGIT,
}
t, s = real("t"), real("s")


@pytest.mark.parametrize("label", SERVED)
def test_the_conclusion_is_the_claim(label: str) -> None:
    assert SERVED[label].conclusion == catalogue()[label].content


def test_the_slope_by_way_of_log_a_is_that_of_lemma_1_for_p_ref_below_1() -> None:
    claim, by_log = catalogue()["lemma-1.1"].content, monotonicity.SLOPE.conclusion
    assert isinstance(claim, Statement)
    assert isinstance(by_log, Statement)
    assert by_log == claim.but(given=(*PARAMETERS, *CLOSED))
    assert set(POSSIBLE) <= set(claim.given)


@pytest.mark.parametrize(
    ("argument", "holds"),
    [(monotonicity.FALLS, gt), (monotonicity.RISES, lt)],
    ids=["falls", "rises"],
)
def test_monotonicity_concludes_for_two_points(argument: Argument, holds: object) -> None:
    other = real("p'")
    conclusion = argument.conclusion
    assert isinstance(conclusion, Statement)
    assert conclusion.holds == holds(h(), h(other))  # type: ignore[operator]
    assert lt(p, other) in conclusion.given
    assert set(PARAMETERS) <= set(conclusion.given)


@pytest.mark.parametrize("label", [label for label, claim in catalogue().items() if isinstance(claim.content, Chain | Argument)])
def test_every_derivation_has_something_to_decide(label: str) -> None:
    content = catalogue()[label].content
    assert isinstance(content, Chain | Argument)
    assert list(content.parts())


def test_what_arguments_want_is_what_chains_conclude() -> None:
    """Word for word, so that the condition of a cited theorem rests on the derivation."""
    assert gibbs.POSITIVE_GAP.conclusion in gibbs.UNIQUE.conditions
    for argument in (removable.AT_ZERO, removable.AT_ONE):
        assert removable.NEAR_ONE.conclusion in [part.statement for part in argument.parts()]


@dataclass
class Outcomes:
    """Three outcomes with numbers, under which sums of a derivation are written out."""

    values: dict[str, list[sp.Rational]]
    shared: dict[str, sp.Expr]

    def write(self, e: sp.Expr) -> sp.Expr:
        numbers = {outcome(real(name)).subs(i, k): v for name, vs in self.values.items() for k, v in enumerate(vs, 1)}
        named = {real(name): number for name, number in self.shared.items()}
        return sp.sympify(e).subs(n, 3).doit().subs(numbers).subs(named)

    def agrees(self, relation: SumRelation) -> bool:
        gap = (self.write(relation.left) - self.write(relation.right)).evalf(40)
        return bool({"=": abs(gap) < sp.Rational(1, 10**30), "<=": gap <= 0, ">=": gap >= 0}[relation.relation])


def _thirds(*numbers: str) -> list[sp.Rational]:
    return [sp.Rational(x) for x in numbers]


def _policies() -> Outcomes:
    reference, values, beta = _thirds("1/6", "1/3", "1/2"), _thirds("2", "-1/3", "5/7"), sp.Rational(3, 10)
    normaliser = sp.Add(*(r * sp.exp(v / beta) for r, v in zip(reference, values, strict=True)))
    return Outcomes({"rho_o": reference, "v": values, "pi_o": _thirds("1/2", "1/5", "3/10")}, {"beta": beta, "Z": normaliser})


@pytest.mark.parametrize("name", ["IDENTITY", "GAP", "GIBBS", "MAXIMUM", "ATTAINED", "NORMALISED"])
def test_theorem_1_holds_for_three_outcomes_written_out(name: str) -> None:
    conclusion = getattr(gibbs, name).conclusion
    assert isinstance(conclusion, SumRelation)
    assert _policies().agrees(conclusion)


def _answers() -> Outcomes:
    shared = {"p": sp.Rational(1, 4), "epsilon": sp.Rational(1, 10), "beta": sp.Rational(2), "p_ref": sp.Rational(2, 3)}
    normaliser = success.NORMALISER.end.subs({real(k): v for k, v in shared.items()})
    old, policy = _thirds("1/4", "1/4", "1/2"), _thirds("1/3", "1/3", "1/3")
    ratio = [new / before for new, before in zip(policy, old, strict=True)]
    values = {
        "rho_o": _thirds("1/6", "1/3", "1/2"),
        "w": old,
        "pi_o": policy,
        "x": ratio,
        "r": _thirds("1", "0", "1"),
        "s": _thirds("1", "0", "1"),
    }
    return Outcomes(values, shared | {"Z": normaliser, "mu": sp.Rational(3, 4)})


@pytest.mark.parametrize(
    "chain",
    [
        success.Z_SPLIT,
        success.Z_SUCCESSES,
        success.Z_FAILURES,
        success.NORMALISER,
        success.PROBABILITY,
        reward.MEAN,
        reward.VARIANCE,
        WHOLE,
    ],
)
def test_binary_rewards_hold_for_three_outcomes_written_out(chain: Chain) -> None:
    assert isinstance(chain.conclusion, SumRelation)
    assert _answers().agrees(chain.conclusion)


def test_a_chain_with_another_last_line_concludes_that_line() -> None:
    wrong = reward.VARIANCE.but(end=sp.Integer(0))
    assert wrong.end == 0
    assert not _answers().agrees(wrong.conclusion)  # type: ignore[arg-type]


def test_a_sum_of_gaps_vanishes_where_each_gap_does() -> None:
    by = vanishing((t - s) ** 2, t, s, (gt(t, 0),), (t, s))
    assert by.conditions == (
        Statement((gt(t, 0),), ge((t - s) ** 2, 0)),
        Statement((gt(t, 0), ne(t, s)), gt((t - s) ** 2, 0)),
    )
    assert "for every $i$" in str(by.conclusion)


def test_a_limit_of_iterates_wants_a_closed_set() -> None:
    by = limit_of_iterates(h(), p, (*PARAMETERS, *CLOSED))
    assert all(set(c.given) == {*PARAMETERS, *CLOSED} for c in by.conditions)
    with pytest.raises(DeclarationError, match="closed set"):
        limit_of_iterates(h(), p, (*POSSIBLE, *BETA, gt(p, 0), le(p, 1)))


def test_only_relations_between_sums_are_steps() -> None:
    by = limit_of_iterates(h(), p, (*PARAMETERS, *CLOSED))
    assert isinstance(by, Application)
    with pytest.raises(DeclarationError, match="no relation between sums"):
        applied(by, "why")


def test_a_coefficient_that_varies_is_no_part_of_a_sum_over_outcomes() -> None:
    assert total(t, (t,)) != total(t, ())
    assert eq(t, s) != eq(s, t)
