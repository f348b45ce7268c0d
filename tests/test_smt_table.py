"""One table of statements on which z3 and cvc5 are tested through the encoder: is it valid, and is it satisfiable?"""

import pytest
import sympy as sp

from symbolic.answer import Holds
from symbolic.smt import query
from symbolic.smt.query import CVC5, Z3
from symbolic.smt.rounds import rounds
from symbolic.smt.script import Script
from symbolic.smt.solver import Solver, ask
from symbolic.statement import Statement, conj, disj, eq, ge, gt, iff, implies, le, lt, ne, neg, real

x, y, z = real("x"), real("y"), real("z")
Q = sp.Rational

TABLE: dict[str, tuple[Statement, bool, bool]] = {
    "square": (Statement((), ge(x**2, 0)), True, True),
    "square, strictly": (Statement((), gt(x**2, 0)), False, True),
    "negative square": (Statement((), lt(x**2, 0)), False, False),
    "decimal": (Statement((), eq(Q("0.1") + Q("0.2"), Q("0.3"))), True, True),
    "third": (Statement((), eq(3 * Q(1, 3) * x, x)), True, True),
    "large numbers": (Statement((), gt(Q(10) ** 60 + Q(1, 10**60), Q(10) ** 60)), True, True),
    "cube": (Statement((lt(x, y),), lt(x**3, y**3)), True, True),
    "two squares": (Statement((), ge(x**2 + y**2, 2 * x * y)), True, True),
    "two squares, strictly": (Statement((ne(x, y),), gt(x**2 + y**2, 2 * x * y)), True, True),
    "quotient": (Statement((gt(x, 0), lt(x, y)), gt(1 / x, 1 / y)), True, True),
    "quotient of any sign": (Statement((ne(x, 0), ne(y, 0), lt(x, y)), gt(1 / x, 1 / y)), False, True),
    "negative denominator": (Statement((lt(x, 0),), iff(gt(1 / x, y), lt(1, x * y))), True, True),
    "nested quotient": (Statement((gt(x, 0),), eq(1 / (1 + 1 / x), x / (x + 1))), True, True),
    "root": (Statement((ge(x, 0),), eq(sp.Pow(sp.sqrt(x), 2, evaluate=False), x)), True, True),
    "root of a product": (Statement((gt(x, 0), gt(y, 0)), eq(sp.sqrt(x * y), sp.Mul(sp.sqrt(x), sp.sqrt(y)))), True, True),
    "cube root": (Statement((ge(x, 0), lt(x, 8)), lt(sp.cbrt(x), 2)), True, True),
    "three halves": (Statement((gt(x, 1),), gt(x ** Q(3, 2), x)), True, True),
    "negative power": (Statement((gt(x, 0),), eq(x ** Q(-1, 2), sp.sqrt(x) / x)), True, True),
    "root below": (Statement((gt(x, 0),), lt(sp.sqrt(x), x)), False, True),
    "absolute value": (Statement((), le(sp.Abs(x + y), sp.Abs(x) + sp.Abs(y))), True, True),
    "minimum and maximum": (Statement((), eq(sp.Min(x, y) + sp.Max(x, y), x + y)), True, True),
    "minimum of three": (Statement((), le(sp.Min(x, y, z), (x + y + z) / 3)), True, True),
    "maximum as minimum": (Statement((), eq(sp.Max(x, y), sp.Min(x, y))), False, True),
    "implication": (Statement((), implies(gt(x, 1), gt(x**2, x))), True, True),
    "implication the wrong way": (Statement((), implies(gt(x**2, x), gt(x, 1))), False, True),
    "disjunction": (Statement((), disj(ge(x, 0), lt(x, 0))), True, True),
    "conjunction": (Statement((), conj(ge(x, 0), lt(x, 0))), False, False),
    "negation": (Statement((), neg(conj(gt(x, 0), lt(x, 0)))), True, True),
    "equivalence": (Statement((), iff(gt(x, 0), gt(x**3, 0))), True, True),
    "inequality": (Statement((), ne(x**2 + 1, 0)), True, True),
    "equation among the hypotheses": (Statement((eq(x**2, y), gt(y, 4)), gt(sp.Abs(x), 2)), True, True),
    "exponential": (Statement((), gt(sp.exp(x), 0)), True, True),
    "exponential of a sum": (Statement((), eq(sp.exp(x + y), sp.Mul(sp.exp(x), sp.exp(y), evaluate=False))), True, True),
    "exponential of a third": (Statement((), eq(sp.exp(x / 3) ** 6 * sp.exp(-x), sp.exp(x))), True, True),
    "exponential of 0": (Statement((eq(x, y),), eq(sp.exp(x - y), 1)), True, True),
    "negative exponential": (Statement((), le(sp.exp(x), 0)), False, False),
    "exponentials compared": (Statement((lt(x, y),), lt(sp.exp(x), sp.exp(y))), True, True),
    "logarithm of a quotient": (Statement((gt(x, 0), gt(y, 0)), eq(sp.log(x / y), sp.log(x) - sp.log(y))), True, True),
    "logarithm of a root": (Statement((gt(x, 0),), eq(2 * sp.log(sp.sqrt(x)), sp.log(x))), True, True),
    "logarithm of an exponential": (Statement((), eq(sp.log(sp.exp(x), evaluate=False), x)), True, True),
    "exponential of a logarithm": (Statement((gt(x, 0),), eq(sp.exp(2 * sp.log(x), evaluate=False), x**2)), True, True),
    "logarithm above": (Statement((gt(x, 0),), gt(sp.log(x), x)), False, False),
    "hyperbolic Pythagoras": (Statement((), eq(sp.cosh(x) ** 2 - sp.sinh(x) ** 2, 1)), True, True),
    "hyperbolic tangent": (Statement((), eq(sp.tanh(x), sp.sinh(x) / sp.cosh(x))), True, True),
    "power with a variable exponent": (Statement((gt(x, 0),), eq(x ** (y + 1), x * x**y)), True, True),
    "a power of two": (Statement((gt(x, 0),), gt(2**x, 1)), True, True),
    "derivative": (Statement((gt(x, 0),), eq(sp.Derivative(x * sp.log(x), x), 1 + sp.log(x))), True, True),
    "constants": (Statement((), lt(sp.E, sp.pi)), True, True),
}
CASES = [pytest.param(*row, id=name) for name, row in TABLE.items()]


def says_unsat(solver: Solver, statement: Statement) -> bool:
    """Whether the solver finds no point at which the statement fails, with the lemmas of some round."""
    script = Script(statement)
    stages = list(rounds(script))
    texts = [script.text(list(dict.fromkeys(i for stage in stages[: k + 1] for i in stage))) for k in range(len(stages))]
    return any(ask(solver, [text], seconds=2, memory_mb=1024)[0].answer == "unsat" for text in texts)


@pytest.mark.parametrize("solver", [Z3, CVC5], ids=["z3", "cvc5"])
@pytest.mark.parametrize(("statement", "valid", "_satisfiable"), CASES)
def test_each_solver_finds_no_counterexample_to_what_is_valid_alone(
    solver: Solver, statement: Statement, valid: bool, _satisfiable: bool
) -> None:
    assert says_unsat(solver, statement) is valid


@pytest.mark.parametrize(("statement", "_valid", "satisfiable"), CASES)
def test_the_negation_holds_only_of_what_is_unsatisfiable(statement: Statement, _valid: bool, satisfiable: bool) -> None:
    assert isinstance(query(statement.but(neg(statement.holds)), seconds=5), Holds) is not satisfiable
