"""The parts of the algebraic decider: sets of signs, linear relations between exponents, cases that leave out nothing, words."""

from fractions import Fraction
from itertools import product

import pytest
import sympy as sp

from symbolic.algebra import sign
from symbolic.algebra.case import make_case
from symbolic.algebra.facts import Effort
from symbolic.algebra.formula import Atom
from symbolic.algebra.further import further_cases
from symbolic.algebra.independence import independent_generators
from symbolic.algebra.linear import choose_basis, combination
from symbolic.algebra.pieces import meanings
from symbolic.algebra.trees import differentiating, replacing
from symbolic.algebra.words import tree_text
from symbolic.statement import real

R = sp.Rational
x, y, z = real("x"), real("y"), real("z")
ZERO = sp.Integer(0)
SIGNS = (-1, 0, 1)
MASKS = range(1, 8)
RELATE = {"=": lambda s: s == 0, "<": lambda s: s < 0, "<=": lambda s: s <= 0, ">": lambda s: s > 0, ">=": lambda s: s >= 0}


def members(mask: int) -> set[int]:
    return {s for s in SIGNS if sign.of_number(s) & mask}


def masked(signs: set[int]) -> int:
    return sum({sign.of_number(s) for s in signs})


@pytest.mark.parametrize(("a", "b"), list(product(MASKS, MASKS)))
def test_signs_of_sums_and_products_are_all_that_can_be(a: int, b: int) -> None:
    values = [(s * m, t * n) for s in members(a) for t in members(b) for m in (1, 2) for n in (1, 2)]
    assert sign.times(a, b) == masked({sp.sign(v * w) for v, w in values})
    assert sign.plus(a, b) == masked({sp.sign(v + w) for v, w in values})
    assert sign.minus(a) == masked({-s for s in members(a)})
    assert [sign.power(a, n) for n in (1, 2, 3)] == [masked({s**n for s in members(a)}) for n in (1, 2, 3)]


def test_exponents_come_down_to_a_basis_of_which_they_are_whole_combinations() -> None:
    case = make_case([], [x, y], Effort(100))
    ring, a, b = case.field.ring, case.translate(x), case.translate(y)
    half, third = ring.number(Fraction(1, 2)), ring.number(Fraction(1, 3))
    exponents = [a, a * half + b, b * third]
    basis = choose_basis(ring, exponents, [])
    assert len(basis) == 2
    for q in exponents:
        found = combination(ring, q, basis)
        assert found is not None
        assert all(c.denominator == 1 for c in found.values())
    assert combination(ring, a * b, basis) is None


@pytest.mark.parametrize(
    ("trees", "independent"),
    [
        ([sp.exp(x), sp.exp(x * y), sp.sqrt(x + 1), sp.log(1 + sp.exp(y))], True),
        ([sp.exp(x), sp.exp(2 * x + y), sp.E], True),
        ([sp.exp(sp.exp(x)), sp.exp(x)], True),
        ([sp.E, sp.pi], False),
        ([sp.log(2), sp.log(3)], False),
        ([sp.exp(sp.sqrt(2) * x), sp.exp(x)], False),
        ([sp.sqrt(x + sp.sqrt(y))], False),
        ([sp.sqrt(x), sp.sqrt(x * y)], False),
    ],
    ids=str,
)
def test_independence_is_claimed_only_where_a_theorem_gives_it(trees: list[sp.Expr], independent: bool) -> None:
    assert independent_generators(make_case([], trees, Effort(1000))) is independent


@pytest.mark.parametrize("relation", [">", ">=", "<", "<="])
def test_the_cases_of_a_product_leave_out_nothing(relation: str) -> None:
    atom = Atom(sp.Mul(x, y, z), relation, ZERO)
    case = make_case([atom], [], Effort(1000))
    alternatives = next(iter(further_cases(case, ())))
    for signs in product(SIGNS, repeat=3):
        values = dict(zip((x, y, z), signs, strict=True))
        satisfied = RELATE[relation](signs[0] * signs[1] * signs[2])
        covered = any(all(RELATE[a.relation](values[a.left]) for a in parts.parts) for parts in alternatives)  # type: ignore[union-attr]
        assert covered or not satisfied


@pytest.mark.parametrize("piece", [sp.Abs(x), sp.Min(x, y, z, evaluate=False), sp.Max(x, y, z, evaluate=False)], ids=str)
def test_the_meanings_of_a_piece_leave_out_nothing(piece: sp.Expr) -> None:
    for point in product((-2, 0, 1), repeat=3):
        values = dict(zip((x, y, z), point, strict=True))
        true = [m for m in meanings(piece) if all(RELATE[c.relation]((c.left - c.right).subs(values)) for c in m.conditions)]
        assert true
        assert all(m.value.subs(values) == piece.subs(values) for m in true)


def test_trees_are_rebuilt_without_evaluation() -> None:
    tree = sp.Mul(x, sp.Pow(y, -1, evaluate=False), evaluate=False)
    assert replacing({y: x})(tree) == sp.Mul(x, sp.Pow(x, -1, evaluate=False), evaluate=False)


def test_derivatives_are_formal() -> None:
    tree = sp.Derivative(sp.Pow(sp.exp(x * y), x, evaluate=False), (x, 2))
    taken = differentiating()(tree)
    assert sp.simplify(taken - sp.diff(sp.exp(x**2 * y), x, 2)) == 0


@pytest.mark.parametrize(
    ("tree", "words"),
    [
        ((1 - x) / (y * sp.sqrt(x)), "(1 - x)/(sqrt(x)*y)"),
        (-(x**2) + y, "y - x**2"),
        (sp.Mul(-1, x + y, evaluate=False), "-(x + y)"),
        (R(-3, 2) * x, "-3*x/2"),
        ((x + y) ** R(-3, 2), "1/(x + y)**(3/2)"),
        (sp.exp(-x / y) ** 2, "exp(-2*x/y)"),
        ((-x) ** y, "(-x)**y"),
        (sp.Derivative(x * y, (x, 2)), "derivative(x*y by x 2 times)"),
        (sp.Max(x, 1 - y), "max(x, 1 - y)"),
    ],
    ids=str,
)
def test_words_read_as_they_bind(tree: sp.Expr, words: str) -> None:
    assert tree_text(tree) == words
