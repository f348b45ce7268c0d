"""A query as a script: the hypotheses, the definitions of the atoms that occur, instances of lemmas, and the negation of the conclusion."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count

import sympy as sp
from sympy.logic.boolalg import Boolean

from symbolic.smt.abstraction import Abstraction, Atom
from symbolic.smt.definitions import definition
from symbolic.smt.instances import Instance
from symbolic.smt.signs import Signs
from symbolic.smt.text import formula
from symbolic.statement import Statement, neg


class Script:
    """What is asked of the solvers about one statement: is there a point at which it fails?"""

    def __init__(self, statement: Statement) -> None:
        self.statement = statement
        self.abstraction = Abstraction()
        self._given = [self.abstraction.formula(g) for g in statement.given]
        self.holds = self.abstraction.formula(statement.holds)
        self.signs = Signs(self._given, self.abstraction.atoms)

    def variables(self) -> dict[str, sp.Symbol]:
        """The statement's variables by their names in the text."""
        return {plain.name: s for s, plain in self.abstraction.variables.items()}

    def text(self, instances: Sequence[Instance]) -> str:
        """The script with these instances, each asserted under its `names`."""
        return "\n".join(self._lines(instances)) + "\n"

    def _lines(self, instances: Sequence[Instance]) -> Iterator[str]:
        atoms = self._atoms(instances)
        yield f"; Is there a point at which this fails:  {self.statement}"
        yield "(set-logic QF_NRA)"
        yield from (f"(declare-fun |{s.name}| () Real)" for s in self.abstraction.variables.values())
        for a in atoms:
            meaning = f"  ; {a.kind} of {', '.join(map(sp.sstr, a.arguments))}" if "#" in a.symbol.name else ""
            yield f"(declare-fun |{a.symbol.name}| () Real){meaning}"
        yield "; hypotheses"
        yield from (f"(assert {formula(g)})" for g in self._given)
        for a in atoms:
            means = definition(a, self.signs)
            if means is not None:
                yield f"(assert {formula(means)})  ; definition of {a.symbol.name}"
        for name, i in zip(names(instances), instances, strict=True):
            at = ", ".join(f"{v} = {sp.sstr(value)}" for v, value in i.values)
            yield f"; {i.label}" + (f" at {at}" if at else "")
            yield f"(assert (! {formula(i.formula)} :named |{name}|))"
        yield "; negation of the conclusion"
        yield f"(assert {formula(neg(self.holds))})"
        yield "(check-sat)"

    def _atoms(self, instances: Iterable[Instance]) -> list[Atom]:
        """The atoms that occur, in the order in which they were met; a definition may bring further ones."""
        known = self.abstraction.atoms
        todo: list[Boolean] = [*self._given, self.holds, *(i.formula for i in instances)]
        found: set[sp.Symbol] = set()
        while todo:
            new = {s for s in todo.pop().free_symbols if s in known and s not in found}
            found |= new
            todo += [d for d in (definition(known[s], self.signs) for s in new) if d is not None]
        return [a for s, a in known.items() if s in found]


def names(instances: Sequence[Instance]) -> list[str]:
    """A name for each instance: the lemma's label, numbered."""
    numbers: dict[str, Iterator[int]] = {}
    return [f"{i.label} {next(numbers.setdefault(i.label, count(1)))}" for i in instances]
