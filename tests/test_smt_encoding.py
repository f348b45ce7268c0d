"""The script that solvers read, against rigorous arithmetic: at real points it is true, and its last line says that the statement fails."""

import random
from collections.abc import Iterator
from typing import Any

import pytest
import sympy as sp

from numeric_checks.balls.evaluation import truth
from symbolic.answer import Holds
from symbolic.lemmas import LEMMAS
from symbolic.smt import query
from symbolic.smt.abstraction import Atom, normal
from symbolic.smt.instances import instance
from symbolic.smt.rounds import rounds
from symbolic.smt.script import Script
from symbolic.statement import Statement, conj, disj, eq, ge, gt, iff, implies, le, lt, neg, real, substitute
from tests.test_smt import PAPER, REFUSED, TRAPS
from tests.test_smt_table import TABLE

STATEMENTS = {**PAPER, **REFUSED, **TRAPS, **{name: row[0] for name, row in TABLE.items()}}
MEANING = {"exp": sp.exp, "log": sp.log, "cosh": sp.cosh, "sinh": sp.sinh, "tanh": sp.tanh, "abs": sp.Abs, "min": sp.Min, "max": sp.Max}
RELATIONS = {"=": eq, "<": lt, "<=": le, ">": gt, ">=": ge}
CONNECTIVES = {"and": conj, "or": disj, "not": neg, "=>": implies, "=": iff}
VALUES = [sp.Rational(n, d) for n in (-7, -2, -1, 1, 2, 5, 9) for d in (1, 3, 10)] + [sp.S.Zero]
POINTS = 4


def full_script(statement: Statement) -> tuple[Script, str]:
    script = Script(statement)
    return script, script.text(list(dict.fromkeys(i for stage in rounds(script) for i in stage)))


def read(text: str) -> Any:
    """The first S-expression of ``text``, as nested lists."""
    tokens = iter(tokenized(text))

    def one(token: str) -> Any:
        if token != "(":
            return token
        items = []
        while (following := next(tokens)) != ")":
            items.append(one(following))
        return items

    return one(next(tokens))


def tokenized(text: str) -> Iterator[str]:
    for k, part in enumerate(text.split("|")):
        yield from [f"|{part}|"] if k % 2 else part.replace("(", " ( ").replace(")", " ) ").split()


def assertions(text: str) -> list[Any]:
    """What the script asserts, without the names."""
    found = [read(line.partition("  ;")[0])[1] for line in text.splitlines() if line.startswith("(assert")]
    return [f[1] if f[0] == "!" else f for f in found]


def expression(tree: Any, names: dict[str, sp.Expr]) -> sp.Expr:
    match tree:
        case str():
            return names[tree.strip("|")] if tree.startswith("|") else sp.Rational(tree)
        case ["+", *parts]:
            return sp.Add(*(expression(t, names) for t in parts))
        case ["*", *parts]:
            return sp.Mul(*(expression(t, names) for t in parts))
        case ["-", one]:
            return -expression(one, names)
        case ["-", first, *parts]:
            return expression(first, names) - sp.Add(*(expression(t, names) for t in parts))
        case ["/", over, under]:
            return expression(over, names) / expression(under, names)
    raise AssertionError(tree)


def formula(tree: Any, names: dict[str, sp.Expr]) -> Any:
    sign, *parts = tree
    if sign in CONNECTIVES and isinstance(parts[0], list) and parts[0][0] in {*RELATIONS, *CONNECTIVES}:
        return CONNECTIVES[sign](*(formula(t, names) for t in parts))
    return RELATIONS[sign](*(expression(t, names) for t in parts))


def meanings(script: Script) -> dict[str, sp.Expr]:
    """What each name of the text stands for, as an expression in the statement's variables."""
    known = {plain: s for s, plain in script.abstraction.variables.items()}
    for symbol, atom in script.abstraction.atoms.items():  # arguments come before what uses them
        known[symbol] = meaning(atom, [a.xreplace(known) for a in atom.arguments])
    return {s.name: e for s, e in known.items()}


def meaning(atom: Atom, arguments: list[sp.Expr]) -> sp.Expr:
    match atom.kind:
        case "inverse":
            return sp.Pow(arguments[0], -1, evaluate=False)
        case "root":
            return sp.Pow(arguments[0], sp.Rational(1, atom.index), evaluate=False)
        case "power":
            return sp.Pow(*arguments, evaluate=False)
        case "pi":
            return sp.pi
    return MEANING[atom.kind](*arguments, evaluate=False)


def points(statement: Statement) -> list[dict[sp.Symbol, sp.Rational]]:
    """Some points that certainly satisfy the hypotheses."""
    chance = random.Random(str(statement))
    tried = ({s: chance.choice(VALUES) for s in statement.symbols} for _ in range(400))
    return [t for t in tried if all(truth(g, t, 256) is True for g in statement.given)][:POINTS]


@pytest.mark.parametrize("name", STATEMENTS)
def test_at_real_points_the_script_says_what_is_true_and_last_that_the_statement_fails(name: str) -> None:
    statement = STATEMENTS[name]
    script, text = full_script(statement)
    names = meanings(script)
    *said, fails = [formula(tree, names) for tree in assertions(text)]
    for point in points(statement):
        for f in said:
            assert truth(f, point, 256) is not False, f"{f} at {point}"
        outcome = truth(statement.holds, point, 256)
        if outcome is not None:
            assert truth(fails, point, 256) in (not outcome, None), point


def test_most_statements_are_tested_at_a_point() -> None:
    assert sum(bool(points(s)) for s in STATEMENTS.values()) > 0.9 * len(STATEMENTS)


@pytest.mark.parametrize("label", LEMMAS)
def test_an_instance_is_the_lemma_with_terms_put_in(label: str) -> None:
    lemma, s = LEMMAS[label], real("s")
    script = Script(Statement((), gt(s, 0)))
    terms = [sp.Symbol("s") + script.abstraction.atom("exp", sp.Symbol("s")), 2 * sp.Symbol("s"), sp.Symbol("s") ** 2]
    made = instance(script.abstraction, label, **dict(zip((v.name for v in lemma.symbols), terms, strict=False)))
    put_in = dict(zip(lemma.symbols, (s + sp.exp(s), 2 * s, s**2), strict=False))
    literal = substitute(implies(conj(*lemma.given), lemma.holds) if lemma.given else lemma.holds, put_in)
    written = {sp.Symbol(name): e for name, e in meanings(script).items()}
    for at in VALUES:
        meant = truth(substitute(made.formula, written), {s: at}, 256), truth(literal, {s: at}, 256)
        assert None in meant or meant[0] == meant[1]


def test_a_lemma_cannot_be_used_with_a_variable_left_out() -> None:
    with pytest.raises(KeyError):
        instance(Script(Statement((), gt(real("s"), 0))).abstraction, "solver.exp-add", x=sp.Integer(1))


NAMES = [
    "pi",
    "exp",
    "sin",
    "let",
    "and",
    "true",
    "Real",
    "abs",
    "euler",
    "as",
    "bvadd",
    "x y",
    "π",
    "p'",
    "a|b",
    "",
    "inverse(x)",
    "variable1()",
]


@pytest.mark.parametrize("name", NAMES)
def test_any_name_of_a_variable_is_kept_apart_from_the_solvers_words(name: str) -> None:
    v, x = real(name), real("x")
    assert isinstance(query(Statement((gt(v, 0), gt(x, v)), gt(x, 0)), seconds=5), Holds)
    for claim in (gt(v, 3), lt(v, 4), ge(v, 0), eq(1 / (x**2 + 1), v)):
        assert not isinstance(query(Statement((), claim), seconds=5), Holds)


def test_arguments_that_are_one_polynomial_share_an_atom() -> None:
    x, y = real("x"), real("y")
    script = Script(Statement((), eq(sp.exp(x * (x + y)), sp.exp(x**2 + x * y))))
    assert len(script.abstraction.atoms) == 1
    assert normal(sp.Symbol("x") * (sp.Symbol("x") + 1)) == sp.Symbol("x") ** 2 + sp.Symbol("x")
