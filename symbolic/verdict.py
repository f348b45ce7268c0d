"""What a decider may conclude about a statement.

Only deciders (the functions of ``proofs/deciders.py``) make verdicts; everything else reads them by ``match``.
A verdict has no truth value, so that ``if verdict:`` cannot take "undecided" for "proved".
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NoReturn, TypeAlias


class _Conclusion:
    __slots__ = ()

    def __bool__(self) -> NoReturn:
        raise TypeError("a verdict has no truth value; match on its type")


@dataclass(frozen=True, slots=True)
class Witness:
    """A point at which a statement fails, and what rigorous evaluation shows there.

    ``point`` pairs each variable's name with its exact value, written so that it can be read back (``1/3``);
    ``shows`` says in words what was found, for instance ``left side in [0.73, 0.74], right side 1/2``.
    """

    point: tuple[tuple[str, str], ...]
    shows: str

    def __str__(self) -> str:
        where = ", ".join(f"{name} = {value}" for name, value in self.point)
        return f"{where}: {self.shows}" if where else self.shows


@dataclass(frozen=True, slots=True)
class Proved(_Conclusion):
    """True for every instance, by an exact argument.

    ``by`` names the argument in a few words, ``evidence`` gives it in lines a person can read, ``assumptions`` lists
    what it rests on besides the decider's own code: labels of solver lemmas and of cited theorems.
    """

    by: str
    evidence: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Corroborated(_Conclusion):
    """True at every instance tried; no proof.  ``trials`` counts them and is at least 1."""

    trials: int
    detail: str = ""

    def __post_init__(self) -> None:
        if self.trials < 1:
            raise ValueError("no trial corroborates nothing: return Undecided")


@dataclass(frozen=True, slots=True)
class Refuted(_Conclusion):
    """False at the witness, by rigorous evaluation."""

    witness: Witness


@dataclass(frozen=True, slots=True)
class Undecided(_Conclusion):
    """The decider does not reach this statement, and says why."""

    reason: str


Verdict: TypeAlias = Proved | Corroborated | Refuted | Undecided


class ContradictionError(Exception):
    """One statement was both proved and refuted: some decider is unsound, and nothing may be believed."""


def combine(verdicts: Sequence[Verdict]) -> Verdict:
    """The verdict of a statement on which several deciders spoke.

    Refuted over proved over corroborated over undecided; the first of the strongest kind stands for all, with the reasons
    of all who were undecided where nobody was more.

    Raises:
        ContradictionError: if one verdict is ``Proved`` and another ``Refuted``.
    """
    refuted = [v for v in verdicts if isinstance(v, Refuted)]
    proved = [v for v in verdicts if isinstance(v, Proved)]
    if refuted and proved:
        raise ContradictionError(f"proved ({proved[0].by}) and refuted ({refuted[0].witness})")
    for found in (refuted, proved, [v for v in verdicts if isinstance(v, Corroborated)]):
        if found:
            return found[0]
    reasons = list(dict.fromkeys(v.reason for v in verdicts if isinstance(v, Undecided)))
    return Undecided("; ".join(reasons) or "no decider spoke")
