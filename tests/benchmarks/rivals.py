"""The tools people would use instead, each given the same problems: what it proves within its time, and with how many boxes.

mpmath.iv and Arb run one branch and bound (natural enclosure, then mean value form, cut where the smear is largest); codac contracts
the negation (HC4) and bisects; coq-interval gets the goal as it stands.  None refutes but by a box on which the goal fails everywhere.
"""

import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from operator import attrgetter
from pathlib import Path
from typing import Any

from flint import arb, ctx, fmpq

from numeric_checks.prover import certificate
from numeric_checks.replay.terms import RefusedError, Terms
from symbolic.statement import Statement


@dataclass(frozen=True)
class Result:
    """``proved``, ``refuted`` or ``open``, and the number of boxes."""

    verdict: str
    boxes: int = 0


@dataclass(frozen=True)
class Goal:
    """A term that is to be > 0 or ≥ 0 on a box."""

    terms: Terms
    term: int
    strict: bool
    box: dict[str, tuple[fmpq, fmpq]]


def goal_of(statement: Statement) -> Goal | None:
    """The goal of a statement on a bounded box; None for others."""
    terms = Terms()
    given, (op, left, right) = certificate.statement(statement, terms)
    if op not in ("<", "<=", ">", ">="):
        return None
    low: dict[str, fmpq] = {}
    high: dict[str, fmpq] = {}
    for relation, a, b in given:
        value = terms.value(b)
        if terms.nodes[a][0] != "v" or value is None:
            return None
        (low if relation in (">", ">=") else high)[terms.nodes[a][1]] = value
    names = terms.free(left) | terms.free(right)
    if not names <= low.keys() & high.keys():
        return None
    t = terms.minus(left, right) if op in (">", ">=") else terms.minus(right, left)
    return Goal(terms, t, op in (">", "<"), {n: (low[n], high[n]) for n in sorted(names)})


@dataclass(frozen=True)
class Arithmetic:
    """Interval arithmetic as a table of operations; ``ends`` gives the bounds of a value."""

    make: Callable[[fmpq, fmpq], Any]
    power: Callable[[Any, fmpq], Any]
    unary: dict[str, Callable[[Any], Any]]
    ends: Callable[[Any], tuple[float, float]]


def mpmath_iv() -> Arithmetic:
    """mpmath's interval context."""
    from mpmath import iv

    def power(x: Any, e: fmpq) -> Any:
        if e.q == 1:
            return x ** int(e.p)
        return iv.exp(iv.log(x) * (iv.mpf(int(e.p)) / int(e.q))) if e != fmpq(1, 2) else iv.sqrt(x)

    def make(low: fmpq, high: fmpq) -> Any:
        a, b = (iv.mpf(int(c.p)) / int(c.q) for c in (low, high))
        return iv.mpf([a.a, b.b])

    unary = {"exp": iv.exp, "log": iv.log, "abs": abs}
    unary |= {"cosh": lambda x: (iv.exp(x) + iv.exp(-x)) / 2, "sinh": lambda x: (iv.exp(x) - iv.exp(-x)) / 2}
    unary["tanh"] = lambda x: 1 - 2 / (iv.exp(2 * x) + 1)
    return Arithmetic(make, power, unary, lambda x: (float(x.a), float(x.b)))


def arb_balls() -> Arithmetic:
    """Arb's balls at 64 bits."""
    ctx.prec = 64

    def power(x: Any, e: fmpq) -> Any:
        if e.q == 1:
            result = x
            for _ in range(abs(int(e.p)) - 1):
                result = result * x
            return result if e.p > 0 else 1 / result
        return x.sqrt() ** int(e.p) if e.q == 2 else x ** arb(e)

    unary: dict[str, Callable[[Any], Any]] = {n: attrgetter(n) for n in ("exp", "log", "cosh", "sinh", "tanh")}
    unary = {n: partial(_call, f) for n, f in unary.items()} | {"abs": abs}
    return Arithmetic(lambda low, high: arb(low).union(arb(high)), power, unary, lambda x: (float(x.lower()), float(x.upper())))


def _call(method: Callable[[Any], Any], x: Any) -> Any:
    return method(x)()


def branch_and_bound(goal: Goal, arithmetic: Arithmetic, seconds: float) -> Result:
    """The algorithm of the search on one box at a time, in another arithmetic."""
    deadline = time.process_time() + seconds
    terms, names = goal.terms, list(goal.box)
    try:
        slopes = [terms.derivative(goal.term, n) for n in names]
    except RefusedError:
        slopes = []
    stack, boxes = [goal.box], 0
    while stack:
        if time.process_time() > deadline:
            return Result("open", boxes)
        box = stack.pop()
        boxes += 1
        try:
            wide = {n: arithmetic.make(*r) for n, r in box.items()}
            low, high = arithmetic.ends(_value(terms, goal.term, wide, arithmetic))
            if low > 0 or (low >= 0 and not goal.strict):
                continue
            if high < 0:
                return Result("refuted", boxes)
            sizes = [arithmetic.ends(_value(terms, d, wide, arithmetic)) for d in slopes]
            middle = {n: ((a + b) / 2, (a + b) / 2) for n, (a, b) in box.items()}
            centre = arithmetic.ends(_value(terms, goal.term, {n: arithmetic.make(*r) for n, r in middle.items()}, arithmetic))[0]
            half = [float(arb(b - a)) / 2 for a, b in box.values()]
            smear = [max(abs(x), abs(y)) * w for (x, y), w in zip(sizes, half, strict=False)] or half
            if sizes and centre - sum(smear) * (1 + 1e-12) > 0:
                continue
        except (ValueError, ZeroDivisionError, OverflowError, NotImplementedError, AttributeError):
            smear = [float(arb(b - a)) for a, b in box.values()]
        name = names[max(range(len(names)), key=lambda k: smear[k] if smear[k] == smear[k] else float("inf"))]
        a, b = box[name]
        stack += [{**box, name: ((a + b) / 2, b)}, {**box, name: (a, (a + b) / 2)}]
    return Result("proved", boxes)


def _value(terms: Terms, t: int, box: dict[str, Any], arithmetic: Arithmetic) -> Any:
    values: dict[int, Any] = {}
    for j in terms.needed(t):
        node = terms.nodes[j]
        match node[0]:
            case "v":
                values[j] = box[node[1]]
            case "q":
                values[j] = arithmetic.make(node[1], node[1])
            case "+" | "*":
                result = values[node[1]]
                for a in node[2:]:
                    result = result + values[a] if node[0] == "+" else result * values[a]
                values[j] = result
            case "^":
                values[j] = arithmetic.power(values[node[1]], node[2])
            case "e":
                values[j] = arithmetic.unary["exp"](arithmetic.make(fmpq(1), fmpq(1)))
            case op if op in arithmetic.unary:
                values[j] = arithmetic.unary[op](values[node[1]])
            case op:
                raise NotImplementedError(op)
    return values[t]


def codac_hc4(goal: Goal, seconds: float) -> Result:
    """codac: contract the box with the negated goal; where something is left, bisect."""
    import codac  # type: ignore[import-untyped,import-not-found,unused-ignore]

    terms, names = goal.terms, list(goal.box)
    x = codac.VectorVar(len(names))
    built: dict[int, Any] = {}
    for j in terms.needed(goal.term):
        node = terms.nodes[j]
        if node[0] == "v":
            built[j] = x[names.index(node[1])]
        elif node[0] == "q":
            built[j] = codac.Interval(int(node[1].p)) / codac.Interval(int(node[1].q))
        elif node[0] in ("+", "*"):
            result = built[node[1]]
            for a in node[2:]:
                result = result + built[a] if node[0] == "+" else result * built[a]
            built[j] = result
        elif node[0] == "^":
            e = node[2]
            root = codac.sqrt(built[node[1]]) if e.q == 2 else built[node[1]]
            if e.q > 2:
                return Result("open")
            power = root if abs(e.p) == 1 else codac.sqr(root) if abs(e.p) == 2 else codac.pow(root, abs(int(e.p)))
            built[j] = power if e.p > 0 else codac.Interval(1) / power
        else:
            built[j] = getattr(codac, "exp" if node[0] == "e" else str(node[0]))(codac.Interval(1) if node[0] == "e" else built[node[1]])
    f = codac.AnalyticFunction([x], built[goal.term])
    negated = codac.CtcInverse(f, codac.Interval(-codac.oo, 0))
    root = codac.IntervalVector([[float(arb(low).lower()), float(arb(high).upper())] for low, high in goal.box.values()])
    deadline, stack, boxes = time.process_time() + seconds, [root], 0
    while stack:
        if time.process_time() > deadline:
            return Result("open", boxes)
        box = stack.pop()
        boxes += 1
        value = f.eval(box)
        if value.ub() < 0:
            return Result("refuted", boxes)
        if value.lb() > 0 or (value.lb() >= 0 and not goal.strict):
            continue
        left = negated.contract(box)
        left = box if left is None else left
        if left.is_empty():
            continue
        if max(left.diam()) < 1e-9:
            return Result("open", boxes)
        stack += left.bisect(left.max_diam_index())
    return Result("proved", boxes)


def coq_interval(goal: Goal, seconds: float) -> Result:
    """coq-interval: the tactic with bisection in each variable and Taylor models, compiled by coqc."""
    if shutil.which("coqc") is None:
        return Result("not run")
    terms, names = goal.terms, list(goal.box)
    shown: dict[int, str] = {}
    for j in terms.needed(goal.term):
        node = terms.nodes[j]
        arguments = [shown[a] for a in terms.args(j)]
        match node[0]:
            case "v":
                shown[j] = node[1]
            case "q":
                shown[j] = f"({int(node[1].p)}/{int(node[1].q)})"
            case "+" | "*":
                shown[j] = "(" + f" {node[0]} ".join(arguments) + ")"
            case "^" if node[2].q <= 2:
                root = f"(sqrt {arguments[0]})" if node[2].q == 2 else arguments[0]
                power = f"({root} ^ {abs(int(node[2].p))})"
                shown[j] = power if node[2].p > 0 else f"(/ {power})"
            case "exp":
                shown[j] = f"(exp {arguments[0]})"
            case "log":
                shown[j] = f"(ln {arguments[0]})"
            case "cosh":
                shown[j] = f"((exp {arguments[0]} + exp (- {arguments[0]})) / 2)"
            case "tanh":
                shown[j] = f"(1 - 2 / (exp (2 * {arguments[0]}) + 1))"
            case "abs":
                shown[j] = f"(Rabs {arguments[0]})"
            case _:
                return Result("open")
    box = " -> ".join(f"({a.p}/{a.q} <= {n} <= {b.p}/{b.q})" for n, (a, b) in goal.box.items())
    options = ", ".join([f"i_bisect {n}" for n in names] + [f"i_taylor {names[0]}"] * (len(names) == 1))
    script = (
        "From Coq Require Import Reals. From Interval Require Import Tactic. Open Scope R_scope.\n"
        f"Goal forall {' '.join(names)} : R, {box} -> 0 {'<' if goal.strict else '<='} {shown[goal.term]}.\n"
        f"Proof. intros. interval with ({options}, i_depth 12, i_prec 64). Qed.\n"
    )
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "goal.v"
        file.write_text(script)
        try:
            done = subprocess.run(["coqc", str(file)], capture_output=True, timeout=seconds + 20, check=False)
        except subprocess.TimeoutExpired:
            return Result("open")
    return Result("proved" if done.returncode == 0 else "open")
