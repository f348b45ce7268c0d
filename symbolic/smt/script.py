"""A query as a script: the hypotheses, the definitions of the atoms that occur, instances of lemmas, and the negation of the conclusion."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count

import sympy as sp
from sympy.logic.boolalg import Boolean

from symbolic.smt.abstraction import Abstraction, Atom
from symbolic.smt.definitions import definition
from symbolic.smt.denominators import Denominators
from symbolic.smt.instances import Instance, instance
from symbolic.smt.signs import Signs
from symbolic.smt.text import formula
from symbolic.statement import Statement, neg

POSITIVE = {"exp": "solver.exp-positive", "cosh": "solver.cosh-at-least-one", "sinh": "solver.sinh-positive"}
"""The lemmas by which the signs of atoms are known."""


class Script:
    """What is asked of the solvers about one statement: is there a point at which it fails?"""

    def __init__(self, statement: Statement) -> None:
        self.statement = statement
        self.abstraction = Abstraction()
        first = [self.abstraction.formula(g) for g in statement.given]
        self.signs = Signs(first, self.abstraction.atoms)
        self.abstraction.not_negative = self.signs.not_negative
        self._denominators = Denominators(self.abstraction.atoms, self.signs)
        self._given = [self._denominators.cleared(self.abstraction.formula(g)) for g in statement.given]
        self.holds = self.abstraction.formula(statement.holds)
        self._fails = neg(self._denominators.cleared(self.holds))
        self._relied = set(self.signs.relied)
        self._definitions: dict[sp.Symbol, tuple[Boolean | None, set[sp.Symbol]]] = {}

    def variables(self) -> dict[str, sp.Symbol]:
        """The statement's variables by their names in the text."""
        return {plain.name: s for s, plain in self.abstraction.variables.items()}

    def text(self, instances: Sequence[Instance]) -> str:
        """The script with these instances, each asserted under its `names`."""
        return "\n".join(self._lines(instances)) + "\n"

    def _lines(self, instances: Sequence[Instance]) -> Iterator[str]:
        atoms = self._atoms(instances)
        resting = self.resting(instances)
        yield f"; Is there a point at which this fails:  {self.statement}"
        yield "(set-logic QF_NRA)"
        yield from (f"(declare-fun |{s.name}| () Real)" for s in self.abstraction.variables.values())
        for a in atoms:
            meaning = f"  ; {a.kind} of {', '.join(map(sp.sstr, a.arguments))}" if "#" in a.symbol.name else ""
            yield f"(declare-fun |{a.symbol.name}| () Real){meaning}"
        yield "; hypotheses"
        yield from (f"(assert {formula(g)})" for g in self._given)
        for a in atoms:
            means = self._definition(a)[0]
            if means is not None:
                yield f"(assert {formula(means)})  ; definition of {a.symbol.name}"
        yield from (f"(assert {formula(i.formula)})  ; {i}, on which definitions rest" for i in resting)
        for name, i in zip(names(instances), instances, strict=True):
            yield f"(assert (! {formula(i.formula)} :named |{name}|))  ; {i}"
        yield "; negation of the conclusion"
        yield f"(assert {formula(self._fails)})"
        yield "(check-sat)"

    def resting(self, instances: Iterable[Instance]) -> list[Instance]:
        """The instances, always asserted, by which conditions are left out of the definitions."""
        atoms = self._atoms(instances)
        relied = self._relied.union(*(self._definition(a)[1] for a in atoms))
        return [instance(self.abstraction, POSITIVE[a.kind], x=a.arguments[0]) for a in atoms if a.symbol in relied]

    def _definition(self, atom: Atom) -> tuple[Boolean | None, set[sp.Symbol]]:
        """The atom's definition, and the atoms on whose positivity it rests."""
        if atom.symbol not in self._definitions:
            self.signs.relied = set()
            means = definition(atom, self.signs)
            if means is not None and atom.kind != "inverse":
                means = self._denominators.cleared(means)
            self._definitions[atom.symbol] = means, self.signs.relied
        return self._definitions[atom.symbol]

    def _atoms(self, instances: Iterable[Instance]) -> list[Atom]:
        """The atoms that occur, in the order in which they were met; a definition may bring further ones."""
        known = self.abstraction.atoms
        todo: list[Boolean] = [*self._given, self._fails, *(i.formula for i in instances), *self._relied]
        found: set[sp.Symbol] = set()
        while todo:
            new = {s for s in todo.pop().free_symbols if s in known and s not in found}
            found |= new
            for s in new:
                means, relied = self._definition(known[s])
                todo += [*relied, *([] if means is None else [means])]
        return [a for s, a in known.items() if s in found]


def names(instances: Sequence[Instance]) -> list[str]:
    """A name for each instance: the lemma's label, numbered."""
    numbers: dict[str, Iterator[int]] = {}
    return [f"{i.label} {next(numbers.setdefault(i.label, count(1)))}" for i in instances]
