"""Statements: universally quantified formulas over the reals, kept exactly as their author wrote them.

The relations are built without evaluation: sympy would turn ``exp(x) > 0`` into ``true`` and leave nothing to decide.
Sums and products inside them are sympy's own, which cancel ``x/x`` as they are built: what is checked is what ``show`` prints.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import sympy as sp
from sympy.core.relational import Relational
from sympy.logic.boolalg import Boolean, BooleanAtom, BooleanFunction

from symbolic.declaration import DeclarationError

FUNCTIONS = (sp.exp, sp.log, sp.cosh, sp.sinh, sp.tanh, sp.Abs, sp.Min, sp.Max)
RELATIONS = (sp.Eq, sp.Ne, sp.Lt, sp.Le, sp.Gt, sp.Ge)
CONNECTIVES = (sp.And, sp.Or, sp.Not, sp.Implies, sp.Equivalent)


def real(name: str) -> sp.Symbol:
    """The real variable of that name; nothing else is assumed of it, so that every domain condition is visible in ``given``."""
    return sp.Symbol(name, real=True)


def eq(left: sp.Expr, right: sp.Expr) -> Boolean:
    """``left = right``, unevaluated."""
    return sp.Eq(sp.sympify(left), sp.sympify(right), evaluate=False)


def ne(left: sp.Expr, right: sp.Expr) -> Boolean:
    """``left ≠ right``, unevaluated."""
    return sp.Ne(sp.sympify(left), sp.sympify(right), evaluate=False)


def lt(left: sp.Expr, right: sp.Expr) -> Boolean:
    """``left < right``, unevaluated."""
    return sp.Lt(sp.sympify(left), sp.sympify(right), evaluate=False)


def le(left: sp.Expr, right: sp.Expr) -> Boolean:
    """``left ≤ right``, unevaluated."""
    return sp.Le(sp.sympify(left), sp.sympify(right), evaluate=False)


def gt(left: sp.Expr, right: sp.Expr) -> Boolean:
    """``left > right``, unevaluated."""
    return sp.Gt(sp.sympify(left), sp.sympify(right), evaluate=False)


def ge(left: sp.Expr, right: sp.Expr) -> Boolean:
    """``left ≥ right``, unevaluated."""
    return sp.Ge(sp.sympify(left), sp.sympify(right), evaluate=False)


def connect(kind: type[BooleanFunction], parts: tuple[Boolean, ...]) -> Boolean:
    """The connective of exactly these parts in this order.

    sympy's own constructors ignore ``evaluate=False`` for And, Or and Equivalent: ``x < 0 or x >= 0`` became true, and a part
    that looked like another was dropped together with its domain conditions.
    """
    whole = sp.Basic.__new__(kind, *parts)
    whole._argset = parts
    return whole


def conj(*parts: Boolean) -> Boolean:
    """All of ``parts``, unevaluated; no part helps another's domain conditions."""
    return parts[0] if len(parts) == 1 else connect(sp.And, parts)


def disj(*parts: Boolean) -> Boolean:
    """Some of ``parts``, unevaluated."""
    return parts[0] if len(parts) == 1 else connect(sp.Or, parts)


def neg(part: Boolean) -> Boolean:
    """Not ``part``, unevaluated."""
    return connect(sp.Not, (part,))


def implies(hypothesis: Boolean, conclusion: Boolean) -> Boolean:
    """``hypothesis ⇒ conclusion``, unevaluated; the conclusion's domain conditions may use the hypothesis."""
    return connect(sp.Implies, (hypothesis, conclusion))


def iff(left: Boolean, right: Boolean) -> Boolean:
    """``left ⇔ right``, unevaluated."""
    return connect(sp.Equivalent, (left, right))


def between(low: sp.Expr, middle: sp.Expr, high: sp.Expr) -> tuple[Boolean, Boolean]:
    """The two hypotheses ``low < middle`` and ``middle < high``."""
    return lt(low, middle), lt(middle, high)


RELATE = {"=": eq, "!=": ne, "<": lt, "<=": le, ">": gt, ">=": ge}
"""The relation that each sign builds."""


@dataclass(frozen=True)
class Statement:
    """For all real values of the free variables that satisfy ``given``, ``holds``.

    ``given`` is read from left to right: a hypothesis may use what stands before it for its own domain conditions.
    That a denominator is not zero, an argument of log positive, a radicand not negative is never assumed:
    `symbolic.obligations` lists these conditions and the checker discharges them from ``given``.

    Raises:
        DeclarationError: if a formula holds anything but real variables, exact numbers and the known functions, if two
            variables share a name, or if sympy had already evaluated a formula to true or false.
    """

    given: tuple[Boolean, ...]
    holds: Boolean

    def __post_init__(self) -> None:
        object.__setattr__(self, "given", tuple(self.given))
        for formula in (*self.given, self.holds):
            _check_formula(formula)
        _check_names(self.symbols)

    @property
    def symbols(self) -> tuple[sp.Symbol, ...]:
        """The free variables, by name."""
        free: set[sp.Symbol] = set().union(*(f.free_symbols for f in (*self.given, self.holds)))
        return tuple(sorted(free, key=lambda s: str(s.name)))

    def but(self, holds: Boolean | None = None, given: Iterable[Boolean] | None = None) -> "Statement":
        """The same statement with another conclusion or other hypotheses: how mutants are written."""
        return Statement(self.given if given is None else tuple(given), self.holds if holds is None else holds)

    def __str__(self) -> str:
        hypotheses = ", ".join(text(g) for g in self.given)
        return f"{hypotheses} ⊢ {text(self.holds)}" if hypotheses else text(self.holds)


def _check_names(symbols: Iterable[sp.Symbol]) -> None:
    seen: dict[str, sp.Symbol] = {}
    for s in symbols:
        if s.is_real is not True or s != real(s.name):
            raise DeclarationError(f"the variable {s.name} must be made by real({s.name!r}), with no other assumption")
        if seen.setdefault(s.name, s) != s:
            raise DeclarationError(f"two variables are called {s.name}")


def _check_formula(formula: object) -> None:
    if isinstance(formula, (bool, BooleanAtom)):
        raise DeclarationError(f"a formula was evaluated to {formula} as it was built; build relations with eq, lt, le, gt, ge")
    if isinstance(formula, BooleanFunction) and isinstance(formula, CONNECTIVES):
        for part in formula.args:
            _check_formula(part)
    elif isinstance(formula, Relational) and isinstance(formula, RELATIONS):
        check_expression(formula.lhs)
        check_expression(formula.rhs)
    else:
        raise DeclarationError(f"{formula} is not a relation or a combination of relations")


def check_expression(e: object) -> None:
    """Refuse an expression outside the vocabulary of statements.

    Raises:
        DeclarationError: naming the part that does not belong.
    """
    match e:
        case sp.Symbol() | sp.Rational() | sp.core.numbers.Pi() | sp.core.numbers.Exp1():
            return
        case sp.Float():
            raise DeclarationError(f"{e} is a floating-point number; write sp.Rational, for instance Rational('0.001')")
        case sp.Derivative():
            for variable, order in e.variable_count:
                if not (isinstance(variable, sp.Symbol) and isinstance(order, sp.Integer) and order >= 1):
                    raise DeclarationError(f"{e}: derivatives are taken a whole number of times, by a variable")
            check_expression(e.expr)
        case sp.Add() | sp.Mul() | sp.Pow():
            if type(e) is sp.Pow and e.args[0] == sp.E:  # sympy takes it for an instance of exp, but its arguments are others
                raise DeclarationError(f"{e} is written exp({e.args[1]})")
            for a in e.args:
                check_expression(a)
        case sp.Function() if isinstance(e, FUNCTIONS):
            for a in e.args:
                check_expression(a)
        case sp.Min() | sp.Max():
            for a in e.args:
                check_expression(a)
        case _:
            raise DeclarationError(f"{e} ({type(e).__name__}) does not belong to the language of statements")


def subexpressions(e: sp.Basic) -> Iterator[sp.Basic]:
    """Every node of ``e``, parents first."""
    return iter(sp.preorder_traversal(e))


def substitute(formula: sp.Basic, values: Mapping[sp.Basic, sp.Basic]) -> sp.Basic:
    """The formula or expression with ``values`` put in at once.

    Relations and connectives stay unevaluated, and so do min, max and exp, which sympy would absorb in one another or cancel
    against a logarithm.

    Raises:
        DeclarationError: if a derivative's variable would be anything but renamed, or be captured: d(ax)/dx at x = a is not d(a²)/da.
    """
    if not values:
        return formula
    if formula in values:
        return values[formula]
    if isinstance(formula, sp.Derivative):
        _not_captured(formula, values)
    args = tuple(substitute(a, values) for a in formula.args)
    if all(new is old for new, old in zip(args, formula.args, strict=True)):
        return formula
    if isinstance(formula, BooleanFunction):
        return connect(type(formula), args)
    if isinstance(formula, (Relational, sp.Min, sp.Max, sp.exp)):
        return type(formula)(*args, evaluate=False)
    return formula.func(*args)


def _not_captured(d: sp.Derivative, values: Mapping[sp.Basic, sp.Basic]) -> None:
    inside = {old: sp.sympify(new) for old, new in values.items() if d.expr.has(old)}
    for variable, _ in d.variable_count:
        name = inside.pop(variable, variable)
        others = (d.expr.free_symbols - {variable} - inside.keys()).union(*(new.free_symbols for new in inside.values()))
        if not name.is_Symbol or name in others:
            raise DeclarationError(f"{variable} is the variable of differentiation in {d}: state the derivative's formula first")
        inside |= {variable: values[variable]} if variable in values else {}


_SIGNS = {sp.Eq: "=", sp.Ne: "≠", sp.Lt: "<", sp.Le: "≤", sp.Gt: ">", sp.Ge: "≥"}
_WORDS = {sp.And: " and ", sp.Or: " or ", sp.Equivalent: " ⇔ "}


def text(formula: Boolean) -> str:
    """The formula on one line, for people."""
    kind = type(formula)
    if kind in _SIGNS:
        return f"{sp.sstr(formula.lhs)} {_SIGNS[kind]} {sp.sstr(formula.rhs)}"
    if kind is sp.Not:
        return f"not ({text(formula.args[0])})"
    if kind is sp.Implies:
        return f"({text(formula.args[0])}) ⇒ ({text(formula.args[1])})"
    return _WORDS[kind].join(f"({text(a)})" for a in formula.args)
