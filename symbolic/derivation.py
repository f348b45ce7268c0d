"""Derivations: calculational chains, and arguments made of cited theorems, whose conclusions the program composes."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from typing import TypeAlias

import sympy as sp
from sympy.logic.boolalg import Boolean

from symbolic.declaration import DeclarationError
from symbolic.obligations import of_expression
from symbolic.statement import RELATE, Statement, ge, real, substitute
from symbolic.theorems import Application, SumRelation, Theorem

_UP, _DOWN = ("=", "<=", "<"), ("=", ">=", ">")


@dataclass(frozen=True)
class Step:
    """One line of a chain: ``previous relation to``, because of ``reason``.

    Where the line is not a Statement (a sum over any number of outcomes) ``by`` is the theorem applied, and its conclusion
    must be exactly this line.
    """

    relation: str
    to: sp.Expr
    reason: str
    by: Application | None = None

    def __post_init__(self) -> None:
        if self.relation not in ("=", "<=", "<", ">=", ">"):
            raise DeclarationError(f"{self.relation!r} is not the relation of a step; write =, <=, <, >= or >")
        if not self.reason.strip():
            raise DeclarationError("a step wants a reason")


def applied(by: Application, reason: str) -> Step:
    """The step that ``by`` concludes, from its left side to its right.

    Raises:
        DeclarationError: where the conclusion is no relation between sums.
    """
    if not isinstance(by.conclusion, SumRelation):
        raise DeclarationError(f"{by.theorem.name} concludes no relation between sums here")
    return Step(by.conclusion.relation, by.conclusion.right, reason, by)


@dataclass(frozen=True)
class Part:
    """One thing to decide within a derivation: where it stands, why it should hold, and the statement."""

    where: str
    reason: str
    statement: Statement


@dataclass(frozen=True)
class Chain:
    """start = … ≤ … < end, each step decided on its own.

    Sums over any number of outcomes may stand in it (``theorems.total``).  A step that cites no theorem treats each such sum as a
    variable that may take any real value subject to ``given``: what holds then holds for the sum.
    Whether such hypotheses on sums can be satisfied by any outcomes is not checked.

    Raises:
        DeclarationError: without a step, where the relations point both ways, or where a step's theorem concludes something else.
    """

    given: tuple[Boolean, ...]
    start: sp.Expr
    steps: tuple[Step, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "given", tuple(self.given))
        object.__setattr__(self, "steps", tuple(self.steps))
        if not self.steps:
            raise DeclarationError("a chain wants at least one step")
        _ = self.relation
        for k, (before, step) in enumerate(self._lines(), 1):
            if step.by is not None and not _concludes(step.by, before, step, self.given):
                line = f"{before} {step.relation} {step.to}"
                raise DeclarationError(f"step {k}: {step.by.theorem.name} concludes {step.by.conclusion}, not {line}")
        _ = tuple(self.parts())

    def _lines(self) -> Iterator[tuple[sp.Expr, Step]]:
        before = sp.sympify(self.start)
        for step in self.steps:
            yield before, step
            before = sp.sympify(step.to)

    @property
    def relation(self) -> str:
        """The relation between start and end that the steps compose."""
        signs = {s.relation for s in self.steps}
        for order in (_UP, _DOWN):
            if signs <= set(order):
                return max(signs, key=order.index)
        raise DeclarationError("the steps point both ways (≤ and ≥): nothing follows")

    @property
    def end(self) -> sp.Expr:
        """The last line."""
        return sp.sympify(self.steps[-1].to)

    def but(self, end: sp.Expr | None = None, relation: str | None = None) -> "Chain":
        """The same chain with another last line, for no theorem's reason: how mutants are written."""
        last = self.steps[-1]
        other = Step(relation or last.relation, last.to if end is None else end, last.reason)
        return Chain(self.given, self.start, (*self.steps[:-1], other))

    @property
    def conclusion(self) -> Statement | SumRelation:
        """What the chain proves, composed from its steps."""
        if self._sums:
            pointwise = (s.by.conclusion.given for s in self.steps if s.by is not None and isinstance(s.by.conclusion, SumRelation))
            given = dict.fromkeys((*self.given, *(g for gs in pointwise for g in gs)))
            return SumRelation(sp.sympify(self.start), self.relation, self.end, tuple(given))
        return Statement(self.given, RELATE[self.relation](self.start, self.end))

    @property
    def theorems(self) -> tuple[Theorem, ...]:
        """The theorems that the steps cite."""
        return tuple(dict.fromkeys(s.by.theorem for s in self.steps if s.by is not None))

    @property
    def _formulas(self) -> tuple[sp.Basic, ...]:
        """Hypotheses and lines."""
        return (*self.given, sp.sympify(self.start), *(sp.sympify(s.to) for s in self.steps))

    @cached_property
    def _sums(self) -> dict[sp.Basic, sp.Symbol]:
        """A variable for each sum of the chain, in order of appearance."""
        found = dict.fromkeys(part for f in self._formulas for part in sp.preorder_traversal(f) if isinstance(part, sp.Sum))
        taken = {str(s) for f in self._formulas for s in f.atoms(sp.Symbol)}
        names = (name for k in count(1) if (name := f"sum{k}") not in taken)
        return {total: real(name) for total, name in zip(found, names, strict=False)}

    def parts(self) -> Iterator[Part]:
        """Each thing to decide, in order."""
        sums = self._sums
        given = tuple(substitute(g, sums) for g in self.given)
        for k, (before, step) in enumerate(self._lines(), 1):
            if step.by is None:
                relation = RELATE[step.relation](substitute(before, sums), substitute(sp.sympify(step.to), sums))
                yield Part(f"step {k}", step.reason, Statement(given, relation))
            else:
                for c in step.by.conditions:
                    yield Part(f"step {k}, condition of {step.by.theorem.name}", step.reason, c)
        yield from self.terms()

    def terms(self) -> Iterator[Part]:
        """The terms of each sum are defined under all the hypotheses that the steps make together, which can be satisfied together."""
        if not (sums := self._sums):
            return
        relations = [s.by.conclusion for s in self.steps if s.by is not None and isinstance(s.by.conclusion, SumRelation)]
        pointwise = dict.fromkeys(g for r in relations for g in r.given)
        indexed = _indexed(*sums, *pointwise)
        taken = {str(s) for f in (*self._formulas, *pointwise) for s in f.atoms(sp.Symbol)}
        at: dict[sp.Basic, sp.Basic] = {e: real(_apart(f"{e.base.name}_i", taken)) for e in indexed}
        given = (*(substitute(g, sums) for g in self.given), *(substitute(g, at) for g in pointwise))
        terms = [substitute(total.args[0], at) for total in sums]
        owed = dict.fromkeys(o.statement for t in terms for o in of_expression(t, given))
        if relations and not owed and given:
            some = min(set().union(*(g.free_symbols for g in given)), key=str)
            owed = {Statement(given, ge(some**2, 0)): None}
        for k, statement in enumerate(owed, 1):
            yield Part(f"terms ({k})", "each term is defined, under all the hypotheses together", statement)


def _apart(name: str, taken: set[str]) -> str:
    """The name, made longer until it is none of those taken."""
    return next(longer for k in count() if (longer := name + "i" * k) not in taken)


def _indexed(*formulas: sp.Basic) -> list[sp.Indexed]:
    """What varies with the outcome, in order of appearance."""
    return list(dict.fromkeys(part for f in formulas for part in sp.preorder_traversal(f) if isinstance(part, sp.Indexed)))


@dataclass(frozen=True)
class Argument:
    """Chains, statements and theorems applied, one after the other; the conclusion is the last one's.

    A condition that is word for word the conclusion of an earlier item rests on that item and is not decided again.
    ``reasons`` says, an entry an item, why it stands there.
    """

    items: tuple["Chain | Application | Statement", ...]
    reasons: tuple[str, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "items", tuple(self.items))
        object.__setattr__(self, "reasons", tuple(self.reasons))
        if not self.items or len(self.items) != len(self.reasons):
            raise DeclarationError("an argument wants at least one item, and a reason for each")

    @property
    def conclusion(self) -> Statement | SumRelation | str:
        """What the argument proves: the conclusion of its last item."""
        return _conclusion(self.items[-1])

    @property
    def theorems(self) -> tuple[Theorem, ...]:
        """The theorems that the items cite."""
        found: dict[Theorem, None] = {}
        for item in self.items:
            match item:
                case Application():
                    found[item.theorem] = None
                case Chain():
                    found.update(dict.fromkeys(item.theorems))
        return tuple(found)

    def parts(self) -> Iterator[Part]:
        """Each thing to decide, in order, less what an earlier item concluded."""
        known: set[Statement] = set()
        for k, (item, reason) in enumerate(zip(self.items, self.reasons, strict=True), 1):
            for part in _parts(item, reason):
                if part.statement not in known:
                    yield Part(f"item {k}, {part.where}" if part.where else f"item {k}", part.reason, part.statement)
            concluded = _conclusion(item)
            if isinstance(concluded, Statement):
                known.add(concluded)


Derivation: TypeAlias = Chain | Argument


def _conclusion(item: "Chain | Application | Statement") -> Statement | SumRelation | str:
    return item if isinstance(item, Statement) else item.conclusion


def _parts(item: "Chain | Application | Statement", reason: str) -> Iterator[Part]:
    match item:
        case Statement():
            yield Part("", reason, item)
        case Chain():
            yield from item.parts()
        case Application():
            for c in item.conditions:
                yield Part(f"condition of {item.theorem.name}", reason, c)
            if isinstance(said := item.conclusion, SumRelation):
                yield from Chain((), said.left, (Step(said.relation, said.right, reason, item),)).terms()


def _concludes(by: Application, before: sp.Expr, step: Step, given: tuple[Boolean, ...]) -> bool:
    to = sp.sympify(step.to)
    match by.conclusion:
        case SumRelation(left=left, relation=relation, right=right):
            return bool(relation == step.relation and left == before and right == to)
        case Statement() as s:
            return s == Statement(given, RELATE[step.relation](before, to))
        case _:
            return False
