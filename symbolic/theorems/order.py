"""The order of the reals, and what follows from a statement by putting values in, rearranging, or telling cases apart."""

from collections.abc import Sequence

import sympy as sp
from sympy.logic.boolalg import Boolean

from symbolic.declaration import DeclarationError
from symbolic.obligations import obligations, of_expression
from symbolic.statement import Statement, eq, ge, gt, le, substitute
from symbolic.theorems.schema import Application, Theorem

ORDER = Theorem("ordered-field", "The order of two reals is the sign of their difference, is kept by factors > 0, and is total.")
INSTANTIATION = Theorem("instance", "What holds for all values of its variables holds for those that are substituted.")


def instance(statement: Statement, values: dict[sp.Symbol, sp.Expr], given: Sequence[Boolean]) -> Application:
    """``statement`` with ``values`` for its variables, under ``given``.

    Conditions are the statement itself, that the values are defined (x² ≥ 0 at √y says y ≥ 0), and the hypotheses at these values, but
    for those with which ``given`` begins word for word.

    Raises:
        DeclarationError: if a variable by which the statement differentiates is replaced, or stands in a value.
    """
    given = tuple(given)
    touched = set(values).union(*(sp.sympify(value).free_symbols for value in values.values()))
    for formula in (*statement.given, statement.holds):
        for d in formula.atoms(sp.Derivative):
            if taken := {v for v, _ in d.variable_count} & touched:
                raise DeclarationError(f"{taken.pop()} is a variable of differentiation: state the derivative's formula first")
    defined = (o.statement for value in values.values() for o in of_expression(value, given))
    wanted = tuple(substitute(g, values) for g in statement.given)
    shared = next((k for k, (g, h) in enumerate(zip(wanted, given, strict=False)) if g != h), min(len(wanted), len(given)))
    # One condition at least speaks of what else is given, so that its domain conditions are seen to.
    first = min(shared, len(wanted) - (len(given) > shared))
    conditions = (statement, *dict.fromkeys(defined), *(Statement(given, g) for g in wanted[max(first, 0) :]))
    return Application(INSTANTIATION, conditions, Statement(given, substitute(statement.holds, values)))


def rearranged(statement: Statement, holds: Boolean, *, factor: sp.Expr = sp.S.One) -> Application:
    """``holds`` under the hypotheses of ``statement``, its difference of sides being that of ``statement`` times ``factor``.

    a < b says b − a > 0, and so c > d if c − d = factor·(b − a) and factor > 0; < may be weakened to ≤, = to ≤, but nothing sharpened.

    Raises:
        DeclarationError: if the relation of ``holds`` does not follow from that of ``statement``.
    """
    given, old = statement.given, statement.holds
    follows = {sp.Eq: (sp.Eq, sp.Le, sp.Ge), sp.Le: (sp.Le, sp.Ge), sp.Lt: (sp.Lt, sp.Gt, sp.Le, sp.Ge)}
    follows |= {sp.Ge: follows[sp.Le], sp.Gt: follows[sp.Lt]}
    if type(holds) not in follows.get(type(old), ()):
        raise DeclarationError(f"{holds} does not follow from {old} by rearranging")
    sign = gt if isinstance(holds, (sp.Lt, sp.Gt)) else ge
    conditions = (
        statement,
        *(o.statement for o in (*obligations(Statement(given, holds)), *of_expression(factor, given))),
        *(() if factor == 1 or isinstance(old, sp.Eq) else (Statement(given, sign(factor, 0)),)),
        Statement(given, eq(factor * _excess(old), _excess(holds))),
    )
    return Application(ORDER, tuple(dict.fromkeys(conditions)), Statement(given, holds))


def _excess(relation: Boolean) -> sp.Expr:
    """What the relation says is > 0, ≥ 0 or 0."""
    return relation.rhs - relation.lhs if isinstance(relation, (sp.Lt, sp.Le)) else relation.lhs - relation.rhs


def either(statement: Statement, e: sp.Expr) -> Application:
    """``statement``, from itself where e ≤ 0 and where e ≥ 0."""
    given, holds = statement.given, statement.holds
    defined = tuple(o.statement for o in of_expression(e, given))
    return Application(ORDER, (*defined, Statement((*given, le(e, 0)), holds), Statement((*given, ge(e, 0)), holds)), statement)
