"""What becomes of sequences that are known up to errors: induction, upper limits, contractions that are followed approximately."""

from collections.abc import Mapping, Sequence

import sympy as sp
from sympy.logic.boolalg import Boolean

from symbolic.declaration import DeclarationError
from symbolic.obligations import of_expression
from symbolic.statement import Statement, check_expression, eq, ge, le, lt, substitute
from symbolic.theorems.schema import Application, Theorem
from symbolic.theorems.scope import apart, reserved, under, unshared

INDUCTION = Theorem("induction", "What holds at n = 0, and at n whenever it holds at n − 1, holds for every n.")
UPPER_LIMIT = Theorem(
    "upper-limit", "If a_n ≤ b(c_n) for all large n, c_n tends to c and b is continuous at c, the upper limit of a_n is at most b(c)."
)
PERTURBED_CONTRACTION = Theorem(
    "perturbed-contraction",
    "If |f'| ≤ q < 1 on the real line, f has exactly one fixed point there; and if |x_n − f(x_{n−1})| ≤ η for all large n, the upper limit "
    "of the distance of x_n to it is at most η/(1 − q).",
)


def induction(
    holds: Boolean,
    steps: Mapping[sp.Symbol, sp.Symbol],
    start: Sequence[Boolean],
    recursion: Sequence[Boolean],
    given: Sequence[Boolean] = (),
) -> Application:
    """``holds`` for every member of a sequence that begins with ``start`` and whose consecutive members satisfy ``recursion``.

    ``steps`` pairs each variable that varies with n with the name of its next value, of which only ``recursion`` may speak.

    Raises:
        DeclarationError: if two variables have one next value, if ``given`` speaks of what varies, ``holds`` or ``start`` of a next
            value, or ``holds`` differentiates.
    """
    given, start, recursion = tuple(given), tuple(start), tuple(recursion)
    now, following = tuple(steps), tuple(steps.values())
    if len({*now, *following}) < 2 * len(now):
        raise DeclarationError("each variable wants a next value of its own")
    apart((*now, *following), *given)
    apart(following, holds, *start)
    reserved(("n", *(_at(v, index) for v in now for index in ("0", "n", "n-1"))), *now, holds, *start, *recursion, *given)
    _no_derivative(holds)
    after = substitute(holds, dict(steps))
    conditions = (Statement((*given, *start), holds), Statement((*given, holds, *recursion), after))
    members = ", ".join(f"${_at(v, 'n')}$" for v in now)
    begins = ", ".join(f"${sp.latex(substitute(s, {v: _member(v, '0') for v in now}))}$" for s in start)
    indexed = {v: _member(v, "n-1") for v in now} | {steps[v]: _member(v, "n") for v in now}
    goes_on = ", ".join(f"${sp.latex(substitute(s, indexed))}$" for s in recursion)
    always = f"${sp.latex(substitute(holds, {v: _member(v, 'n') for v in now}))}$"
    sequences = f"all real sequences {members} with {begins}, and {goes_on} for $n \\ge 1$, satisfy {always} for every $n$"
    return Application(INDUCTION, conditions, under(given, sequences))


def upper_limit(
    term: sp.Expr,
    bound: sp.Expr,
    value: sp.Expr,
    limits: Mapping[sp.Symbol, sp.Expr],
    varying: Sequence[sp.Symbol],
    given: Sequence[Boolean],
) -> Application:
    """The upper limit of ``term`` is at most ``value``, from term ≤ bound, whose variables tend to ``limits``, and bound = value there.

    ``varying`` are the sequences of which no limit is known; every other variable is a constant.  Hypotheses that speak of
    sequences hold for all large n, the others of the constants.

    Raises:
        DeclarationError: if ``bound``, a limit or ``value`` varies with n without a limit, or ``bound`` differentiates.
    """
    given, sequences = tuple(given), (*limits, *varying)
    if set(limits) & set(varying) or len(set(sequences)) < len(sequences):
        raise DeclarationError("a sequence has one limit, or none that is known")
    apart(varying, bound)
    apart(sequences, value, *limits.values())
    reserved(("n", *(_at(v, "n") for v in sequences)), *sequences, term, bound, value, *limits.values(), *given)
    _no_derivative(term)
    _no_derivative(bound)
    constants = tuple(g for g in given if not g.free_symbols & set(sequences))
    at = (*constants, *(eq(c, limit) for c, limit in limits.items()))
    defined = tuple(o.statement for limit in (value, *limits.values()) for o in of_expression(limit, constants))
    conditions = (
        *defined,
        Statement(given, le(term, bound)),
        *(o.statement for o in of_expression(bound, at)),
        Statement(constants, eq(substitute(bound, dict(limits)), value)),
    )
    nth: dict[sp.Basic, sp.Basic] = {c: _member(c, "n") for c in sequences}
    supposed = [f"${sp.latex(substitute(g, nth))}$" for g in given if g not in constants]
    tend = [f"${sp.latex(nth[c])} \\to {sp.latex(limit)}$" for c, limit in limits.items()]
    clauses = " and ".join(part for part in (", ".join(supposed) + " for all large $n$" if supposed else "", ", ".join(tend)) if part)
    upper = "\\limsup_n " if term.free_symbols & set(sequences) else ""  # a constant is its own upper limit
    concluded = f"${upper}{sp.latex(substitute(term, nth))} \\le {sp.latex(value)}$"
    return Application(UPPER_LIMIT, tuple(dict.fromkeys(conditions)), under(constants, f"if {clauses} then {concluded}"))


def perturbed_contraction(f: sp.Expr, x: sp.Symbol, q: sp.Expr, error: sp.Expr, given: Sequence[Boolean]) -> Application:
    """Where x_n follows f up to ``error``, its distance to the one fixed point of f is at most error/(1 − q) in the upper limit.

    From −q ≤ f'(x) ≤ q < 1 for every real x.

    Raises:
        DeclarationError: if ``given``, ``q`` or ``error`` speaks of x: the contraction must be that of the whole line, at one rate.
    """
    given = tuple(given)
    apart((x,), q, error, *given)
    unshared(x, f, q, error, *given)
    check_expression(error)
    slope = sp.Derivative(f, x)
    conditions = (
        *(o.statement for e in (error, f) for o in of_expression(e, given)),
        Statement(given, lt(q, 1)),
        Statement(given, le(slope, q)),
        Statement(given, ge(slope, -q)),
    )
    name = sp.latex(x)
    follows = f"$|{_at(x, 'n')} - f({_at(x, 'n-1')})| \\le {sp.latex(error)}$ for all large $n$"
    near = f"$\\limsup_n |{_at(x, 'n')} - {name}^*| \\le {sp.latex(error / (1 - q))}$"
    sentence = f"$f({name}) = {sp.latex(f)}$ has exactly one real fixed point ${name}^*$, and if {follows} then {near}"
    return Application(PERTURBED_CONTRACTION, tuple(dict.fromkeys(conditions)), under(given, sentence))


def _no_derivative(formula: sp.Basic) -> None:
    if formula.has(sp.Derivative):
        raise DeclarationError(f"{formula} differentiates by what varies with n, or may: state the derivative's formula first")


def _member(v: sp.Symbol, index: str) -> sp.Symbol:
    return sp.Symbol(_at(v, index), real=True)


def _at(v: sp.Symbol, index: str) -> str:
    """The LaTeX of the sequence's member of that index: the name as it stands, with the index after what subscript it has."""
    return f"{{{sp.latex(v)}}}_{{{index}}}"
