"""The parts of the encoder: visible signs, cleared denominators, generators of exponents, written terms."""

from fractions import Fraction

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from symbolic.smt.abstraction import Abstraction, normal
from symbolic.smt.denominators import Denominators
from symbolic.smt.exponents import coordinates, generators, products
from symbolic.smt.script import Script
from symbolic.smt.signs import Signs
from symbolic.smt.text import formula, term
from symbolic.statement import Statement, conj, eq, ge, gt, le, lt, ne, neg, real

NAMES = ("x", "y", "z")
VARIABLES = [real(name) for name in NAMES]
PLAIN = [sp.Symbol(name) for name in NAMES]
NUMBERS = st.fractions(min_value=-3, max_value=3, max_denominator=4)
POINTS = st.tuples(NUMBERS, NUMBERS, NUMBERS)
EXACT = settings(derandomize=True, deadline=None, max_examples=100)


def rational_functions() -> st.SearchStrategy[sp.Expr]:
    leaves = st.one_of(st.sampled_from(VARIABLES), NUMBERS.map(lambda f: sp.Rational(f.numerator, f.denominator)))

    def grow(inner: st.SearchStrategy[sp.Expr]) -> st.SearchStrategy[sp.Expr]:
        return st.one_of(
            st.tuples(inner, inner).map(lambda ab: ab[0] + ab[1]),
            st.tuples(inner, inner).map(lambda ab: ab[0] * ab[1]),
            inner.map(lambda a: a**2),
            inner.map(lambda a: sp.Pow(a, -1, evaluate=False)),
        )

    return st.recursive(leaves, grow, max_leaves=6)


def defined(abstraction: Abstraction, point: tuple[Fraction, ...]) -> dict[sp.Symbol, sp.Expr] | None:
    """The value of each reciprocal; None where one is not defined."""
    values = {p: sp.Rational(f.numerator, f.denominator) for p, f in zip(PLAIN, point, strict=True)}
    for symbol, atom in abstraction.atoms.items():
        below = atom.arguments[0].xreplace(values)
        if below == 0:
            return None
        values[symbol] = 1 / below
    return values


@given(rational_functions(), st.lists(st.sampled_from([gt, ge, lt, le, ne, eq]), min_size=3, max_size=3), POINTS)
@EXACT
def test_the_sign_of_a_value_is_among_those_that_are_seen(e: sp.Expr, relations: list[object], point: tuple[Fraction, ...]) -> None:
    abstraction = Abstraction()
    hypotheses = [relation(v, 0) for relation, v in zip(relations, PLAIN, strict=True)]  # type: ignore[operator]
    seen = Signs(hypotheses, abstraction.atoms)
    polynomial = abstraction.term(e)
    values = defined(abstraction, point)
    if values is not None and all(type(h)(h.lhs.xreplace(values), h.rhs) for h in hypotheses):
        assert int(sp.sign(polynomial.xreplace(values))) in seen.of(polynomial)


@pytest.mark.parametrize(
    ("given_", "e", "signs"),
    [
        ((gt(PLAIN[0], 0), lt(PLAIN[0], 1)), PLAIN[0] * (1 - PLAIN[0]), {1}),
        ((ge(PLAIN[0], 0), le(PLAIN[0], 1), gt(PLAIN[1], 0)), PLAIN[0] * (1 - PLAIN[0]) + PLAIN[1], {1}),
        ((lt(PLAIN[0], 0),), PLAIN[0] ** 3, {-1}),
        ((ne(PLAIN[0], 0),), PLAIN[0] ** 2, {1}),
        ((ne(PLAIN[0], 0),), PLAIN[0], {-1, 1}),
        ((), PLAIN[0] ** 2 + 1, {1}),
        ((), PLAIN[0], {-1, 0, 1}),
        ((conj(gt(PLAIN[0], 0), gt(PLAIN[1], PLAIN[0])),), PLAIN[1] - PLAIN[0], {1}),
        ((neg(gt(PLAIN[0], 0)),), PLAIN[0], {-1, 0, 1}),
        ((gt(PLAIN[0], 0), gt(PLAIN[1], 0)), PLAIN[0] - PLAIN[1], {-1, 0, 1}),
    ],
)
def test_signs_are_read_off_hypotheses(given_: tuple[sp.Basic, ...], e: sp.Expr, signs: set[int]) -> None:
    assert Signs(given_, {}).of(e) == signs


@given(rational_functions(), rational_functions(), st.sampled_from([lt, le, gt, ge, eq, ne]), st.booleans(), POINTS)
@EXACT
def test_a_cleared_relation_says_the_same_where_the_hypotheses_hold(
    left: sp.Expr, right: sp.Expr, relation: object, positive: bool, point: tuple[Fraction, ...]
) -> None:
    abstraction = Abstraction()
    hypotheses = [(gt if positive else lt)(PLAIN[0], 0), ne(PLAIN[1], 0), gt(PLAIN[2], 0)]
    uncleared = abstraction.formula(relation(left, right))  # type: ignore[operator]
    cleared = Denominators(abstraction.atoms, Signs(hypotheses, abstraction.atoms)).cleared(uncleared)
    values = defined(abstraction, point)
    if values is not None and all(type(h)(h.lhs.xreplace(values), h.rhs) for h in hypotheses):
        assert _true(cleared, values) == _true(uncleared, values)


def _true(relation: sp.Basic, values: dict[sp.Symbol, sp.Expr]) -> bool:
    return bool(type(relation)(relation.lhs.xreplace(values), relation.rhs.xreplace(values)))


def test_no_reciprocal_is_left_where_every_sign_is_seen() -> None:
    abstraction = Abstraction()
    x, y, _ = VARIABLES
    f = abstraction.formula(le(1 / (1 + x / (1 + y)), x / y))
    hypotheses = [gt(PLAIN[0], 0), gt(PLAIN[1], 0)]
    cleared = Denominators(abstraction.atoms, Signs(hypotheses, abstraction.atoms)).cleared(f)
    assert not cleared.free_symbols & abstraction.atoms.keys()


@given(st.lists(st.tuples(NUMBERS, NUMBERS, NUMBERS), min_size=1, max_size=5))
@EXACT
def test_every_exponent_is_a_whole_combination_of_independent_generators(rows: list[tuple[Fraction, ...]]) -> None:
    exponents = [sum((sp.Rational(c.numerator, c.denominator) * p for c, p in zip(row, PLAIN, strict=True)), sp.S.Zero) for row in rows]
    exponents = [e for e in exponents if e != 0]
    basis = generators(exponents)
    assert sp.Matrix([[b.coeff(p) for p in PLAIN] for b in basis]).rank() == len(basis) if basis else not exponents
    for e in exponents:
        found = coordinates(e, basis)
        assert found is not None
        assert all(c.denominator == 1 for c in found)
        assert normal(sum((int(c) * b for c, b in zip(found, basis, strict=True)), sp.S.Zero) - e) == 0


def test_exponentials_of_multiples_are_powers_of_one_generator() -> None:
    z = PLAIN[2]
    abstraction = Abstraction()
    basis, instances = products(abstraction, [-z, z / 2, -z / 2])
    assert basis in ([z / 2], [-z / 2])
    assert {i.label for i in instances} == {"solver.exp-add"}


@pytest.mark.parametrize(
    ("e", "text"),
    [
        (sp.Rational(-1, 3), "(- (/ 1.0 3.0))"),
        (PLAIN[0] - PLAIN[1], "(- |x| |y|)"),
        (-PLAIN[0] - PLAIN[1], "(- (+ |x| |y|))"),
        (PLAIN[0] ** 3, "(* |x| |x| |x|)"),
        (-2 * PLAIN[0] * PLAIN[1], "(- (* 2.0 |x| |y|))"),
        (-PLAIN[0], "(- |x|)"),
        (PLAIN[0] * (1 - PLAIN[0]), "(* |x| (- 1.0 |x|))"),
    ],
)
def test_terms_are_written_as_people_write_them(e: sp.Expr, text: str) -> None:
    assert term(e) == text


def test_unequal_is_written_as_not_equal() -> None:
    assert formula(ne(PLAIN[0], 0)) == "(not (= |x| 0.0))"


@pytest.mark.parametrize(
    ("kind", "at", "is_"), [("exp", 0, 1), ("cosh", 0, 1), ("sinh", 0, 0), ("tanh", 0, 0), ("abs", 0, 0), ("log", 1, 0)]
)
def test_functions_at_their_plainest_arguments_are_numbers(kind: str, at: int, is_: int) -> None:
    x = PLAIN[0]
    assert Abstraction().atom(kind, x - x + at) == is_
    assert Abstraction().atom(kind, x * (1 + x) - x - x**2 + at) == is_


def test_roots_of_products_are_split_only_where_signs_are_seen() -> None:
    x, y, _ = VARIABLES
    seen = Script(Statement((gt(x, 0), gt(y, 0)), ge(sp.sqrt(x * y), 0)))
    unseen = Script(Statement((gt(x * y, 0),), ge(sp.sqrt(x * y), 0)))
    assert {a.kind for a in seen.abstraction.atoms.values()} == {"root"}
    assert len(seen.abstraction.atoms) == 2
    assert len(unseen.abstraction.atoms) == 1
