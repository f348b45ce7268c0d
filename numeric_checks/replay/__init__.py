"""Replays a certificate: decides whether the proof written there proves the statement written there, by Arb alone.

Nothing of the search is used, and no digest is trusted: the box is read off the statement's own hypotheses, the parts of a split cover
it by construction, derivatives and domain conditions are worked out here.  ``docs`` of the format: the keys of a certificate are

- ``terms``: a table of expressions, each entry referring to earlier ones only; ``given``, ``holds``: formulas over it;
- ``conditions``: a proof of each domain condition, in the order of `formulas.conditions`; ``proof``: of the statement;
- ``instance``: a point that satisfies the hypotheses; ``precision`` in bits.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flint import ctx

from numeric_checks.replay import formulas
from numeric_checks.replay.formulas import RELATIONS, Formula, into
from numeric_checks.replay.interval import UndefinedError
from numeric_checks.replay.judging import Rules
from numeric_checks.replay.normal import Normal
from numeric_checks.replay.rules import checker
from numeric_checks.replay.states import State, whole
from numeric_checks.replay.terms import RefusedError, Terms

FORMAT = "grpo-companion certificate 1"


@dataclass(frozen=True)
class Replayed:
    """What a certificate proves: ``holds`` for all real values of the variables that satisfy ``given``; the number of leaves enclosed."""

    given: tuple[str, ...]
    holds: str
    conditions: int
    leaves: int
    precision: int

    def __str__(self) -> str:
        return f"{', '.join(self.given)} ⊢ {self.holds}" if self.given else self.holds


def replay(certificate: object) -> Replayed:
    """Check a certificate, given as the data of its JSON text or as its path.

    Raises:
        RefusedError: where it does not prove the statement it contains.
        OSError: if the file cannot be read.
    """
    before = ctx.prec
    try:
        return _replay(_read(certificate) if isinstance(certificate, Path) else certificate)
    except RecursionError as error:
        raise RefusedError("a proof or formula that is nested too deeply") from error
    finally:
        ctx.prec = before


def _read(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:  # no JSON, no UTF-8, or a number of absurd length
        raise RefusedError(f"not a JSON file: {error}") from error


def _replay(data: Any) -> Replayed:
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise RefusedError(f"not a certificate: its format is not {FORMAT!r}")
    bits = data.get("precision")
    if not isinstance(bits, int) or not 32 <= bits <= 65536:
        raise RefusedError("a precision that is not between 32 and 65536 bits")
    ctx.prec = bits
    terms, numbers = formulas.read_terms(data.get("terms"))
    if not isinstance(data.get("given"), list):
        raise RefusedError("the hypotheses are not a list")
    given = tuple(formulas.read_formula(f, numbers) for f in data["given"])
    holds = formulas.read_formula(data.get("holds"), numbers)
    names = _names((*given, holds), terms)
    rules = checker(numbers)
    _inhabited(rules, data.get("instance"), given, terms, names, bits)
    established = _conditions(rules, data.get("conditions"), given, holds, terms, names, bits)
    known = frozenset(j for hypotheses, j in established if hypotheses <= set(given))
    state = State(terms, whole(names), known=known, bits=bits).suppose(*map(formulas.normal, given))
    rules.prove(state, formulas.normal(holds), data.get("proof"))
    shown = tuple(formulas.text(f, terms) for f in given)
    return Replayed(shown, formulas.text(holds, terms), len(established), rules.leaves, bits)


def obligations(given: tuple[Formula, ...], holds: Formula, terms: Terms) -> list[tuple[tuple[Formula, ...], Formula, int]]:
    """The domain conditions of a statement, each once, with the hypotheses before it and the node it belongs to."""
    found = [c for i, g in enumerate(given) for c in formulas.conditions(g, terms, given[:i])]
    found += formulas.conditions(holds, terms, given)
    return list(dict.fromkeys(found))


def _conditions(
    rules: Rules, proofs: object, given: tuple[Formula, ...], holds: Formula, terms: Terms, names: list[str], bits: int
) -> list[tuple[set[Formula], int]]:
    owed = obligations(given, holds, terms)
    if not isinstance(proofs, list) or len(proofs) != len(owed):
        raise RefusedError(f"the statement has {len(owed)} domain conditions, each of which needs a proof")
    established: list[tuple[set[Formula], int]] = []
    for (hypotheses, condition, j), proof in zip(owed, proofs, strict=True):
        known = frozenset(k for before, k in established if before <= set(hypotheses))
        state = State(terms, whole(names), known=known, bits=bits).suppose(*map(formulas.normal, hypotheses))
        rules.prove(state, condition, proof)
        established.append((set(hypotheses), j))
    return established


def _names(found: tuple[Formula, ...], terms: Terms) -> list[str]:
    names: set[str] = set()
    pending = list(found)
    while pending:
        f = pending.pop()
        if f[0] in RELATIONS:
            names |= terms.free(f[1]) | terms.free(f[2])
        else:
            pending += f[1:]
    return sorted(names)


def _inhabited(rules: Rules, instance: object, given: tuple[Formula, ...], terms: Terms, names: list[str], bits: int) -> None:
    """Refuse unless the instance satisfies all hypotheses: a statement about nothing proves nothing.  Coordinates are constant terms."""
    if not given:
        return
    if not isinstance(instance, dict) or set(names) != set(instance):
        raise RefusedError("no instance of the hypotheses: they may contradict each other")
    point = {name: rules.term(number) for name, number in instance.items()}
    if any(terms.free(c) for c in point.values()):
        raise RefusedError("the coordinates of the instance are not constants")
    state = State(terms, {}, bits=max(bits, 256))
    for c in point.values():
        try:
            state.enclose(c)
        except UndefinedError as error:
            raise RefusedError(f"a coordinate of the instance has no value: {error}") from error
    for f in given:
        here = into(formulas.normal(f), terms, point)
        if state.truth(here) is not True and not (f[0] in ("=", ">=", "<=") and Normal(terms).is_zero(terms.minus(here[1], here[2]))):
            raise RefusedError(f"the instance does not certainly satisfy {formulas.text(f, terms)}")
