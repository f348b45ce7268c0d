"""The algebraic decider: statements brought to a rational normal form over exponentials, roots and logarithms, signs read off factors."""

from symbolic.algebra.cases import EFFORT, Search, prove
from symbolic.algebra.facts import Effort
from symbolic.algebra.formula import read
from symbolic.algebra.goal import Gap, Proof
from symbolic.algebra.pieces import MadeCases
from symbolic.algebra.ring import OutOfReach
from symbolic.algebra.words import shorten, tree_text
from symbolic.answer import Answer, Candidate, Holds, Unknown
from symbolic.statement import Statement


def query(statement: Statement) -> Answer:
    """Whether the statement follows, its domain conditions (`symbolic.obligations`) being discharged elsewhere.

    ``Holds`` lists in its evidence the generators, the factors with their signs, the cases, and the domain conditions used.
    ``Candidate`` without points says that the two sides of an equation are proved to be different functions; it names no point at
    which they differ.  Everything else is ``Unknown``.
    """
    effort = Effort(EFFORT)
    try:
        outcome = prove(tuple(map(read, statement.given)), read(statement.holds), Search(effort, MadeCases(effort)))
    except OutOfReach as reason:
        return Unknown(str(reason))
    except RecursionError:
        return Unknown("the statement is nested too deeply")
    except OverflowError:
        return Unknown("an exponent is too large")
    match outcome:
        case Proof(lines, granted):
            conditions = [shorten(f"{tree_text(e)} {relation}") for e, relation in dict.fromkeys(granted)]
            return Holds("algebraic normal form", (*lines, f"given that {', '.join(conditions)}") if conditions else lines)
        case Gap(differs=True) as gap:
            return Candidate((), gap.reason)
        case Gap() as gap:
            return Unknown(gap.reason)
