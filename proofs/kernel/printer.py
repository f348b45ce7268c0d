"""Prints a statement as a Rocq proposition over the standard library's reals: the expression trees as they stand, fully bracketed.

Where Rocq's total functions and the statement's partial ones could differ at a point of the domain, the printer refuses.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

import sympy as sp

from symbolic.statement import RELATE, Statement
from symbolic.theorems import SumRelation
from symbolic.theorems.sums import i, n

_RELATION = {sp.Eq: "=", sp.Ne: "<>", sp.Lt: "<", sp.Le: "<=", sp.Gt: ">", sp.Ge: ">="}
_JOINED = {sp.And: "/\\", sp.Or: "\\/", sp.Implies: "->", sp.Equivalent: "<->"}
_FUNCTION = {sp.exp: "exp", sp.log: "ln", sp.cosh: "cosh", sp.sinh: "sinh", sp.tanh: "tanh", sp.Abs: "Rabs"}
_LATTICE = {sp.Min: "Rmin", sp.Max: "Rmax"}
_TERMS = ("R", "PI", "exp", "ln", "sqrt", "cosh", "sinh", "tanh", "Rabs", "Rmin", "Rmax", "Rpower", "derivable_pt_lim")
_KEYWORDS = ("as", "at", "by", "cofix", "else", "end", "exists", "exists2", "fix", "for", "forall", "fun", "if", "IF", "in", "let", "match")
_MORE = ("mod", "return", "then", "using", "where", "with", "Prop", "Set", "Type", "SProp")
_RESERVED = frozenset((*_TERMS, *_KEYWORDS, *_MORE))
_IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z0-9_']*")


class PrinterError(Exception):
    """The statement has no faithful Rocq form here; the message says why."""


def proposition(statement: Statement) -> str:
    """The statement as a closed proposition: all its variables bound, the hypotheses as implications, in their order.

    A derivative d/dx f in the conclusion is a number d for which ``derivable_pt_lim (fun x => f) x d`` is claimed too: that the derivative
    exists is part of what is to be proved.  For one of higher order the lower ones are functions, which are claimed to be the derivatives
    of f near x.

    Raises:
        PrinterError: for a derivative in a hypothesis, inside another or by several variables, a root whose base may be 0, or a name
            that Rocq reserves.
    """
    if any(formula.has(sp.Derivative) for formula in statement.given):
        raise PrinterError("a derivative in a hypothesis")
    return _closed(statement)


def negation(statement: Statement) -> str:
    """That the statement is false: not for all values of its variables.

    A derivative in a hypothesis is any number that is the derivative there: what refutes the statement is a point at which it exists.

    Raises:
        PrinterError: as `proposition`, but for a derivative in a hypothesis.
    """
    return f"~ ({_closed(statement)})"


def _closed(statement: Statement) -> str:
    names = [_name(s) for s in statement.symbols]
    if len(set(names)) < len(names):
        raise PrinterError("two variables have one name in Rocq")
    supposed = list(dict.fromkeys(d for formula in statement.given for d in _derivatives(formula)))
    claimed = [d for d in _derivatives(statement.holds) if d not in supposed]
    known = dict(zip((*supposed, *claimed), _fresh("d", len(supposed) + len(claimed), names), strict=True))
    taken = [*names, *known.values()]
    conclusion = " /\\ ".join((*(_limit(d, known[d], taken) for d in claimed), _formula(statement.holds, known)))
    if claimed:
        conclusion = f"(exists {' '.join(known[d] for d in claimed)} : R, {conclusion})"
    limits = [_limit(d, known[d], taken) for d in supposed]
    body = " -> ".join((*limits, *(_formula(g, known) for g in statement.given), conclusion))
    bound = [*names, *(known[d] for d in supposed)]
    return f"forall {' '.join(bound)} : R, {body}" if bound else body


def relation(said: SumRelation) -> str:
    """The relation between sums as a closed proposition, for any finite list of outcomes; what is supposed of a term, of each of them.

    Raises:
        PrinterError: for a name that means something here, and as `proposition`.
    """
    formulas = (*said.given, RELATE[said.relation](said.left, said.right))
    free = sorted(set().union(*(f.free_symbols for f in formulas)) - {i, n}, key=str)
    varying = list(dict.fromkeys(e.base.label for f in formulas for e in sorted(f.atoms(sp.Indexed), key=str)))
    fixed = [s for s in free if isinstance(s, sp.Symbol) and s not in varying]
    names, functions = [_name(s) for s in fixed], [_name(s) for s in varying]
    if len({*names, *functions, *_OF_SUMS}) < len(names) + len(functions) + len(_OF_SUMS):
        raise PrinterError("two things have one name in Rocq")
    bound = ("(Outcome : Type) (outcomes : list Outcome)", *(f"({f} : Outcome -> R)" for f in functions), *(f"({s} : R)" for s in names))
    printed = [f"(forall i : Outcome, In i outcomes -> {_formula(f, {})})" if i in f.free_symbols else _formula(f, {}) for f in formulas]
    return f"forall {' '.join(bound)}, {' -> '.join(printed)}"


_OF_SUMS = ("Outcome", "outcomes", "i", "rest", "In", "list", "fold_right")


def expression(e: sp.Expr) -> str:
    """The expression as a term of type R.

    Raises:
        PrinterError: as `proposition`.
    """
    return _expression(e, {})


def _formula(f: sp.Basic, known: dict[sp.Basic, str]) -> str:
    kind = type(f)
    if kind in _RELATION:
        return f"({_expression(f.lhs, known)} {_RELATION[kind]} {_expression(f.rhs, known)})"
    if kind is sp.Not:
        return f"(~ {_formula(f.args[0], known)})"
    if kind not in _JOINED:
        raise PrinterError(f"{kind.__name__} is no connective known here")
    if kind is sp.Equivalent and len(f.args) != 2:
        raise PrinterError("an equivalence of more than two parts")
    return "(" + f" {_JOINED[kind]} ".join(_formula(a, known) for a in f.args) + ")"


def _expression(e: sp.Basic, known: dict[sp.Basic, str]) -> str:
    if e in known:
        return known[e]
    match e:
        case sp.Symbol():
            return _name(e)
        case sp.Integer():
            return str(e) if e >= 0 else f"(- {-e})"
        case sp.Rational():
            return f"({e.p} / {e.q})" if e >= 0 else f"(- ({-e.p} / {e.q}))"
        case sp.core.numbers.Pi():
            return "PI"
        case sp.core.numbers.Exp1():
            return "(exp 1)"
        case sp.Add():
            first, *rest = e.args
            return f"({_expression(first, known)}{''.join(_added(a, known) for a in rest)})"
        case sp.Mul():
            if e.args[0] == -1:
                return f"(- {_product(e.args[1:], known)})"
            return _product(e.args, known)
        case sp.exp():  # before Pow, as which sympy may take it
            return f"(exp {_expression(e.args[0], known)})"
        case sp.Pow():
            return _power(e.base, e.exp, known)
        case sp.Indexed() if e.indices == (i,):
            return f"({_name(e.base.label)} i)"
        case sp.Sum() if e.limits == (sp.Tuple(i, 1, n),):
            return f"(fold_right (fun (i : Outcome) (rest : R) => {_expression(e.function, known)} + rest) 0 outcomes)"
        case sp.Derivative():
            raise PrinterError("a derivative inside another expression that binds its variable")
    if type(e) in _FUNCTION and len(e.args) == 1:
        return f"({_FUNCTION[type(e)]} {_expression(e.args[0], known)})"
    if type(e) in _LATTICE:
        *most, last = (_expression(a, known) for a in e.args)
        for a in reversed(most):
            last = f"({_LATTICE[type(e)]} {a} {last})"
        return last
    raise PrinterError(f"{type(e).__name__} has no Rocq form here")


def _added(e: sp.Basic, known: dict[sp.Basic, str]) -> str:
    """A further summand with its sign: a - b, which Rocq reads as a + (- b)."""
    printed = _expression(e, known)
    return f" - {printed[3:-1]}" if printed.startswith("(- ") else f" + {printed}"


def _product(factors: Sequence[sp.Basic], known: dict[sp.Basic, str]) -> str:
    """A product from the left; a / b, which Rocq reads as a * / b, for a further factor that is an inverse."""
    first, *rest = (_expression(a, known) for a in factors)
    if not rest:
        return first
    return f"({first}{''.join(f' / {a[3:-1]}' if a.startswith('(/ ') else f' * {a}' for a in rest)})"


def _power(base: sp.Expr, exponent: sp.Expr, known: dict[sp.Basic, str]) -> str:
    """A power by ``^``, ``sqrt`` and ``/``; by ``Rpower`` only where the base is positive in sight, for Rpower 0 y = 1."""
    b = _expression(base, known)
    if isinstance(exponent, sp.Integer):
        size = abs(int(exponent))
        power = "1" if size == 0 else b if size == 1 else f"({b} ^ {size})"
    elif isinstance(exponent, sp.Rational) and exponent.q == 2:
        size = abs(int(exponent.p))
        power = f"(sqrt {b})" if size == 1 else f"((sqrt {b}) ^ {size})"
    elif isinstance(base, (sp.exp, sp.core.numbers.Exp1, sp.core.numbers.Pi)) or (isinstance(base, sp.Rational) and base > 0):
        return f"(Rpower {b} {_expression(exponent, known)})"
    else:
        raise PrinterError(f"a root or power {exponent} of {base}, which may be 0")
    return f"(/ {power})" if exponent < 0 else power


def _derivatives(formula: sp.Basic) -> list[sp.Derivative]:
    found: list[sp.Derivative] = []
    for node in sp.preorder_traversal(formula):
        if isinstance(node, sp.Derivative) and node not in found:
            found.append(node)
    return found


def _limit(d: sp.Derivative, name: str, taken: list[str]) -> str:
    """That ``name`` is the derivative; the lower ones, and the radius of the interval on which they are such, get names of their own."""
    ((variable, order), *others) = d.variable_count
    if others:
        raise PrinterError("a derivative by several variables")
    if d.expr.has(sp.Derivative):
        raise PrinterError("a derivative of a derivative")
    x, f = _name(variable), f"(fun {_name(variable)} : R => {_expression(d.expr, {})})"
    if order == 1:
        return f"derivable_pt_lim {f} {x} {name}"
    lower, (radius, near) = _fresh("f", int(order) - 1, taken), (*_fresh("r", 1, taken), *_fresh("x", 1, taken))
    steps = " /\\ ".join(f"derivable_pt_lim {a} {near} ({b} {near})" for a, b in pairwise((f, *lower)))
    around = f"(forall {near} : R, Rabs ({near} - {x}) < {radius} -> {steps})"
    found = f"0 < {radius} /\\ {around} /\\ derivable_pt_lim {lower[-1]} {x} {name}"
    return f"(exists ({' '.join(lower)} : R -> R) ({radius} : R), {found})"


def _fresh(letter: str, count: int, names: list[str]) -> list[str]:
    free = (f"{letter}{i}" for i in range(1, count + len(names) + 1))
    return [name for name in free if name not in names][:count]


def _name(symbol: sp.Symbol) -> str:
    name = str(symbol.name).replace("^*", "_star")
    if not _IDENTIFIER.fullmatch(name) or name in _RESERVED:
        raise PrinterError(f"{name!r} cannot be a variable in Rocq")
    return name
