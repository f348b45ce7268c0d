"""Decides whether a statement follows for solvers: z3 finds that no counterexample exists, and cvc5 replays the same script."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import sympy as sp

from symbolic.answer import Answer, Candidate, Holds, Unknown
from symbolic.smt.instances import Instance
from symbolic.smt.rounds import SPARE, rounds
from symbolic.smt.script import Script, names
from symbolic.smt.solver import Reply, Solver, ask
from symbolic.smt.unsupported import UnsupportedError
from symbolic.statement import Statement

Z3 = Solver("z3", "z3-solver")
CVC5 = Solver("cvc5", "cvc5", ("nl-cov=true", "nl-ext=none"))
"""Coverings alone: on the paper's statements ten times as fast as cvc5's default, incremental linearisation first."""
CVC5_OTHERWISE = Solver("cvc5", "cvc5")
"""cvc5's default, which decides some of those on which coverings alone run out of time."""
FIRST, SHARE = 0.15, 0.5
"""Of the time that is left, what the first replay gets, and what others get after which more may come."""


@dataclass(frozen=True)
class Solvers:
    """Who finds, and who replays: each of these in turn until one answers."""

    finder: Solver = Z3
    replayers: tuple[Solver, ...] = (CVC5, CVC5_OTHERWISE)


def query(statement: Statement, *, seconds: float = 5.0, memory_mb: int = 1024, solvers: Solvers | None = None) -> Answer:
    """Whether ``statement`` holds, given that its domain conditions do.

    ``Holds`` only if both solvers call one and the same script unsatisfiable; its assumptions are the labels of the lemmas of which
    instances stand in that script.  ``Candidate`` if a solver finds values at which the statement may fail.  Everything else,
    two solvers that disagree included, is ``Unknown`` with the reason.  ``seconds`` bounds the solvers' CPU time, ``memory_mb`` each
    one's memory.
    """
    try:
        return _Query(statement, seconds, memory_mb, solvers or Solvers()).answer()
    except UnsupportedError as error:
        return Unknown(str(error))
    except RecursionError:
        return Unknown("the statement is nested too deeply")


def smtlib(statement: Statement) -> str:
    """The script in SMT-LIB 2 that asks for a counterexample, with every instance of a lemma that may be used.

    Raises:
        UnsupportedError: if the statement goes beyond what can be written for a solver.
    """
    script = Script(statement)
    return script.text([i for stage in rounds(script) for i in stage])


class _Query:
    def __init__(self, statement: Statement, seconds: float, memory_mb: int, solvers: Solvers) -> None:
        self._left = seconds
        self._memory_mb = memory_mb
        self._solvers = solvers
        self._script = Script(statement)
        self._stages = list(_cumulative(rounds(self._script)))

    def answer(self) -> Answer:
        texts = [self._script.text(stage) for stage in self._stages]
        replies = self._ask(self._solvers.finder, texts)
        if replies[-1].answer == "unsat":
            return self._replayed(self._stages[len(replies) - 1], texts[len(replies) - 1], replies[-1])
        points = [self._point(r) for r in replies if r.answer == "sat"]
        if points:
            named = self._solvers.finder.name
            return Candidate(tuple(points), f"{named} finds values that the lemmas it was given do not exclude")
        return Unknown(replies[-1].reason)

    def _replayed(self, stage: list[Instance], text: str, reply: Reply) -> Answer:
        """The finder's script to the replayers: with the instances of its core, then with as few labels as it can do with."""
        instances, text = self._reduced(stage, text, reply)
        first, *others = self._solvers.replayers
        said = self._ask(first, [text], FIRST)[0]
        if said.answer == "unknown":
            labels = list(dict.fromkeys(i.label for i in reversed(instances)))
            fewer, shorter = self._reduced(instances, text, self._ask(self._solvers.finder, [text], SHARE, labels)[0])
            others = others if shorter == text else [first, *others]
            instances, text = fewer, shorter
        for k, other in enumerate(others, 1):
            if said.answer == "unknown":
                first, said = other, self._ask(other, [text], SHARE if k < len(others) else 1.0)[0]
        match said.answer:
            case "unsat":
                return self._holds(instances, first)
            case "sat":
                return Unknown(f"{self._solvers.finder.name} says unsat and {first.name} says sat of one script: one of them is wrong")
        return Unknown(f"{self._solvers.finder.name} finds no counterexample, but {said.reason}")

    def _reduced(self, instances: list[Instance], text: str, reply: Reply) -> tuple[list[Instance], str]:
        """The instances of the core and their script, if the finder calls that unsatisfiable too; else as they were."""
        needed = [i for name, i in zip(names(instances), instances, strict=True) if name in reply.core]
        shorter = self._script.text(needed)
        if reply.answer == "unsat" and shorter != text and self._ask(self._solvers.finder, [shorter], SHARE)[0].answer == "unsat":
            return needed, shorter
        return instances, text

    def _holds(self, instances: list[Instance], replayer: Solver) -> Holds:
        counted = Counter(i.label for i in (*instances, *self._script.resting(instances)))
        used = [f"{label} at {n} {'place' if n == 1 else 'places'}" for label, n in sorted(counted.items())]
        return Holds(
            f"{self._solvers.finder.name}, replayed by {replayer.name}",
            (f"hypotheses, definitions and the negated conclusion are unsatisfiable with {', '.join(used) or 'no lemma'}",),
            tuple(sorted(counted)),
        )

    def _point(self, reply: Reply) -> dict[sp.Symbol, sp.Rational]:
        """The values of the statement's variables; 0 for one on which the model does not depend."""
        model = reply.model
        return {
            s: sp.Rational(*model[name].as_integer_ratio()) if name in model else sp.S.Zero for name, s in self._script.variables().items()
        }

    def _ask(self, solver: Solver, texts: list[str], share: float = 1.0, spare: Sequence[str] = SPARE) -> list[Reply]:
        if self._left <= 0:
            return [Reply("unknown", reason="out of time")]
        replies = ask(solver, texts, seconds=share * self._left, memory_mb=self._memory_mb, spare=spare)
        self._left -= replies[-1].cpu
        return replies


def _cumulative(stages: Iterator[list[Instance]]) -> Iterator[list[Instance]]:
    """Each round with all before it; a round that adds nothing is left out."""
    so_far: dict[Instance, None] = {}
    for k, stage in enumerate(stages):
        new = [i for i in stage if i not in so_far]
        so_far.update(dict.fromkeys(new))
        if new or k == 0:
            yield list(so_far)
