"""What a claim states is what the paper prints: each printed formula is read, and compared with the statement."""

import dataclasses
import json
from pathlib import Path

import pytest
import sympy as sp

from proofs.catalogue import catalogue
from proofs.printed import Agreement, reading
from symbolic.claim import Claim
from symbolic.latex import Line, PrintError, needs_a_reader, read
from symbolic.notation import beta, eps, h, omega_plus, p, p_ref, sigma, success, z
from symbolic.statement import real

CLAIMS = catalogue()
BY_HAND = Path(__file__).parent / "golden" / "by_hand.json"
READ = [c for c in CLAIMS.values() if reading(c).agreement in (Agreement.SAME, Agreement.EQUAL)]


def by_hand() -> dict[str, str]:
    """The labels of the claims whose formula a person read, and why."""
    return {label: found.detail for label, c in CLAIMS.items() if (found := reading(c)).agreement is Agreement.BY_HAND}


@pytest.mark.parametrize("claim", CLAIMS.values(), ids=lambda c: c.label)
def test_a_claim_states_what_is_printed(claim: Claim) -> None:
    found = reading(claim)
    assert found.agreement is not Agreement.DIFFERENT, found.detail


def test_the_formulas_read_by_hand_are_listed() -> None:
    assert by_hand() == json.loads(BY_HAND.read_text()), "write the list anew: python -m tests.test_printed"


CHANGES = (
    ("1-", "1+"),
    ("1 - ", "1 + "),
    (r"\cosh", r"\sinh"),
    (" = ", " < "),
    (r"\le ", r"\ge "),
    ("> 0", "< 0"),
    (r"\beta", r"2\beta"),
    ("2}", "3}"),
    (r"1 + \epsilon", r"2 + \epsilon"),
)


@pytest.mark.parametrize("claim", READ, ids=lambda c: c.label)
def test_a_formula_with_one_sign_changed_is_no_longer_what_is_stated(claim: Claim) -> None:
    """At least one of the changes that apply must be seen; a line may be long, and a fragment of it be stated still."""
    seen = []
    for old, new in CHANGES:
        if old in claim.source.printed:
            other = dataclasses.replace(claim.source, printed=claim.source.printed.replace(old, new))
            try:
                seen.append(reading(dataclasses.replace(claim, source=other)).agreement)
            except PrintError:
                seen.append(Agreement.DIFFERENT)
    assert not seen or Agreement.DIFFERENT in seen


@pytest.mark.parametrize(
    ("printed", "expression"),
    [
        (r"\sigma(z)(1 - \sigma(z))", sigma(z) * (1 - sigma(z))),
        (r"\exp \frac{1}{\beta} \left(\frac{-p}{2} - p\right)", sp.exp((-p / 2 - p) / beta)),
        (r"\exp\left(\frac{1}{\beta}\right) (1-p)", sp.exp(1 / beta) * (1 - p)),
        (r"h_{\varepsilon, p_{\text{ref}}}(p_{n-1}(q))", h()),
        (r"\omega_{\varepsilon}^{+}(p)", omega_plus()),
        (r"p_n(q)", success()),
        (r"e^{-4x}", sp.exp(-4 * real("x"))),
        (r"\cosh^2(z/2)", sp.cosh(z / 2) ** 2),
        (r"\left[p(1-p)+\varepsilon\right]^{3/2}", (p * (1 - p) + eps) ** sp.Rational(3, 2)),
        (r"|2p^*-1|", sp.Abs(2 * p - 1)),
        (r"p_{\mathrm{ref}}^{2} 0.5", p_ref**2 / 2),
    ],
)
def test_the_paper_s_notation_is_read(printed: str, expression: sp.Expr) -> None:
    assert read(printed) == (Line((), (expression,)),)


def test_a_chain_of_relations_is_read_in_order() -> None:
    (line,) = read(r"p < z \le \frac{1}{2} = \beta")
    assert (line.relations, line.goes_on) == (("<", "<=", "="), False)


def test_a_line_that_goes_on_begins_with_its_relation() -> None:
    (line,) = read(r"\ge \cosh(z)")
    assert line.goes_on


@pytest.mark.parametrize("printed", [r"\frac{1}{", r"p ++", r"\unknown{p}", r"p \heartsuit 1"])
def test_what_is_no_formula_is_refused(printed: str) -> None:
    with pytest.raises(PrintError, match="not read from"):
        read(printed)


@pytest.mark.parametrize("printed", [r"\mathbb{E}_{o} r", r"\lim_{n} p_n", r"\pi_n(o|q)", r"\int d\pi", r"\sum_{i=1}^n \delta_i"])
def test_what_is_not_first_order_wants_a_reader(printed: str) -> None:
    assert needs_a_reader(printed)


if __name__ == "__main__":
    BY_HAND.write_text(json.dumps(by_hand(), indent=1, ensure_ascii=False) + "\n")
