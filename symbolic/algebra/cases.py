"""Proof by cases: alternatives among the hypotheses, signs of absolute values, branches of equations."""

from collections.abc import Sequence
from dataclasses import dataclass

import sympy as sp

from symbolic.algebra.case import Branches, Solved, make_case
from symbolic.algebra.facts import Contradictory, Effort
from symbolic.algebra.field import NeedsSign
from symbolic.algebra.formula import All, Atom, Formula, Some, Under, flatten, negation, trees
from symbolic.algebra.further import further_cases
from symbolic.algebra.goal import Gap, Proof, decide
from symbolic.algebra.pieces import MadeCases, innermost_pieces, known_values, meanings
from symbolic.algebra.ring import OutOfReach
from symbolic.algebra.trees import differentiating, replacing, written
from symbolic.algebra.words import shorten, tree_text

MOST_CASES = 96
DEEPEST = 8
"""Bound on cases inside each other; a split that is only a guess counts twice."""
EFFORT = 3000
ZERO = sp.Integer(0)


@dataclass(slots=True)
class Search:
    """What is left to spend on one query, and what may be used again."""

    effort: Effort
    made: MadeCases
    cases: int = MOST_CASES


def prove(hypotheses: tuple[Formula, ...], goal: Formula, search: Search, depth: int = 0) -> Proof | Gap:
    """Show the goal from the hypotheses, or say where that stopped."""
    match goal:
        case Atom():
            return _relation(hypotheses, goal, search, depth)
        case Under(hypothesis, conclusion):
            return prove((*hypotheses, hypothesis), conclusion, search, depth)
        case All(parts):
            return _together([(f"{_short(part)}:", prove(hypotheses, part, search, depth)) for part in parts])
        case Some(parts):
            return _some(hypotheses, parts, search, depth)


def _together(outcomes: Sequence[tuple[str, Proof | Gap]]) -> Proof | Gap:
    """One proof of all, or the first gap."""
    lines: list[str] = []
    granted: list[tuple[sp.Expr, str]] = []
    for head, outcome in outcomes:
        if isinstance(outcome, Gap):
            return Gap(f"{head} {outcome.reason}", outcome.differs, outcome.unknown, outcome.hopeless)
        lines += [head, *(f"  {line}" for line in outcome.lines)]
        granted += outcome.granted
    return Proof(tuple(lines), tuple(granted))


def _some(hypotheses: tuple[Formula, ...], parts: tuple[Formula, ...], search: Search, depth: int) -> Proof | Gap:
    """One part on its own, or one part where the others fail."""
    reasons = []
    for k, part in enumerate(parts):
        others = tuple(negation(other) for other in (*parts[:k], *parts[k + 1 :]))
        for given, word in (((), ""), (others, " where the others fail")):
            outcome = prove((*hypotheses, *given), part, search, depth)
            if isinstance(outcome, Proof):
                return _together([(f"{_short(part)} holds{word}:", outcome)])
            reasons.append(f"{_short(part)}{word}: {outcome.reason}")
    return Gap("; ".join(reasons))


def _cases(rest: Sequence[Formula], alternatives: Sequence[Formula], goal: Atom, search: Search, depth: int) -> Proof | Gap:
    """The goal in each of the alternatives, of which one holds."""
    if depth > DEEPEST:
        return Gap("too many cases inside each other")
    outcomes: list[tuple[str, Proof | Gap]] = []
    for a in alternatives:
        outcomes.append((f"case {_short(a)}:", prove((*rest, a), goal, search, depth)))
        if isinstance(outcomes[-1][1], Gap):
            break
    return _together(outcomes)


def _relation(hypotheses: Sequence[Formula], goal: Atom, search: Search, depth: int) -> Proof | Gap:
    atoms, alternatives = flatten(tuple(hypotheses))
    search.cases -= 1
    if search.cases < 0:
        return Gap(f"more than {MOST_CASES} cases")
    if alternatives and any(isinstance(part, Atom) and part.relation == "=" for part in alternatives[0].parts):
        return _cases((*atoms, *alternatives[1:]), alternatives[0].parts, goal, search, depth + 1)
    try:
        outcome = _smooth(atoms, goal, search, depth)
    except Contradictory as reason:
        return Proof((f"the hypotheses of this case exclude each other: {reason}",))
    except OutOfReach as reason:
        outcome = Gap(str(reason))
    if isinstance(outcome, Gap) and alternatives:
        return _cases((*atoms, *alternatives[1:]), alternatives[0].parts, goal, search, depth + 1)
    return outcome


def _smooth(atoms: list[Atom], goal: Atom, search: Search, depth: int) -> Proof | Gap:
    """Take out Abs, Min, Max and derivatives and put in the values of variables, one at a time."""
    everything = [*trees(atoms), goal.left, goal.right]
    derivatives = set().union(*(t.atoms(sp.Derivative) for t in everything))
    for atom in atoms:
        value = _explicit(atom)
        if value is not None and not any(value[0] in d.atoms(sp.Symbol) for d in derivatives):
            return _substituted(atoms, goal, Solved(atom, *value), search, depth)
    if pieces := innermost_pieces(everything):
        return _pieces(pieces, atoms, goal, search, depth)
    if derivatives:
        take = differentiating()
        return _relation([a.map(take) for a in atoms], goal.map(take), search, depth)
    return _attempt(atoms, goal, search, depth)


def _pieces(pieces: list[sp.Expr], atoms: list[Atom], goal: Atom, search: Search, depth: int) -> Proof | Gap:
    """Replace Abs, Min and Max by what they are: at once where the hypotheses tell, else one of them by cases."""
    known = known_values(pieces, atoms, search.made)
    if known:
        change = replacing(known)
        head = ", ".join(f"{shorten(tree_text(piece))} is {shorten(tree_text(value))}" for piece, value in known.items())
        return _together([(head, _relation([a.map(change) for a in atoms], goal.map(change), search, depth))])
    if depth >= DEEPEST:
        return Gap("too many cases inside each other")
    outcomes = []
    for meaning in meanings(pieces[0]):
        change = replacing({pieces[0]: meaning.value})
        conditions = " and ".join(map(_short, meaning.conditions))
        head = f"case {conditions}: {shorten(tree_text(pieces[0]))} is {shorten(tree_text(meaning.value))}"
        outcomes.append((head, _relation([*(a.map(change) for a in atoms), *meaning.conditions], goal.map(change), search, depth + 1)))
        if isinstance(outcomes[-1][1], Gap):
            break
    return _together(outcomes)


def _attempt(atoms: list[Atom], goal: Atom, search: Search, depth: int) -> Proof | Gap:
    try:
        case = make_case(atoms, [goal.left, goal.right], search.effort)
        for equation in (Atom(written(case.field, f), "=", ZERO) for f in case.order.zeros()):
            if equation not in atoms:
                return _relation((*atoms, equation), goal, search, depth)
        outcome = decide(case, goal)
    except NeedsSign as wanted:
        tree = written(wanted.field, wanted.factor)
        return _cases(atoms, [Atom(tree, ">=", ZERO), Atom(tree, "<=", ZERO)], goal, search, depth + 1)
    except Solved as solved:
        return _substituted(atoms, goal, solved, search, depth)
    except Branches as branches:
        rest = [a for a in atoms if a is not branches.equation]
        return _cases(rest, [All(parts) for parts in branches.alternatives], goal, search, depth + 1)
    if isinstance(outcome, Proof) or outcome.hopeless or (outcome.differs and not case.order.products):
        return outcome
    for alternatives in further_cases(case, outcome.unknown):
        if depth + 2 > DEEPEST or search.cases <= 0:
            break
        shown = _cases(atoms, alternatives, goal, search, depth + 2)
        if isinstance(shown, Proof):
            return shown
    return outcome


def _substituted(atoms: list[Atom], goal: Atom, solved: Solved, search: Search, depth: int) -> Proof | Gap:
    change = replacing({solved.symbol: solved.value})
    rest = [a.map(change) for a in atoms if a is not solved.equation]
    outcome = _relation(rest, goal.map(change), search, depth)
    if isinstance(outcome, Gap):
        return outcome
    head = f"put {solved.symbol} = {shorten(tree_text(solved.value))}, from {_short(solved.equation)}:"
    return Proof((head, *outcome.lines), outcome.granted)


def _explicit(atom: Atom) -> tuple[sp.Symbol, sp.Expr] | None:
    """The variable that an equation gives outright, and its value."""
    if atom.relation == "=":
        for side, other in ((atom.left, atom.right), (atom.right, atom.left)):
            if isinstance(side, sp.Symbol) and side not in other.free_symbols:
                return side, other
    return None


def _short(formula: Formula) -> str:
    match formula:
        case Atom():
            return shorten(str(formula))
        case All(parts):
            return " and ".join(_short(part) for part in parts)
        case Some(parts):
            return " or ".join(_short(part) for part in parts)
        case Under(hypothesis, conclusion):
            return f"{_short(conclusion)} where {_short(hypothesis)}"
