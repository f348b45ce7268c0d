"""States: the box, with rational end points, and the hypotheses under which a goal is to be shown."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from flint import ctx, fmpq

from numeric_checks.replay import interval as iv
from numeric_checks.replay.formulas import Formula, condition, truth
from numeric_checks.replay.interval import Interval, UndefinedError
from numeric_checks.replay.terms import Box, Terms


class Range(NamedTuple):
    """The range of one variable: rational end points, None where it is unbounded."""

    low: fmpq | None = None
    high: fmpq | None = None
    low_open: bool = True
    high_open: bool = True

    def interval(self) -> Interval:
        """Its enclosure in the present precision."""
        low = -iv.INF if self.low is None else iv.exact(self.low)[0]
        high = iv.INF if self.high is None else iv.exact(self.high)[1]
        return low, high, self.low_open, self.high_open

    def empty(self) -> bool:
        """Whether no number lies in it."""
        if self.low is None or self.high is None:
            return False
        return bool(self.low > self.high) or (self.low == self.high and (self.low_open or self.high_open))

    def __str__(self) -> str:
        left, right = "(["[not self.low_open], ")]"[not self.high_open]
        return f"{left}{'-oo' if self.low is None else self.low}, {'oo' if self.high is None else self.high}{right}"


@dataclass(frozen=True, eq=False)
class State:
    """``ranges`` of the variables, ``hypotheses`` beside them, ``known``: nodes whose domain condition was shown at all these points,
    ``limits``: variables that stand at ±∞, where only limits are taken."""

    terms: Terms
    ranges: dict[str, Range]
    hypotheses: tuple[Formula, ...] = ()
    known: frozenset[int] = frozenset()
    limits: dict[str, int] = field(default_factory=dict)
    values: dict[int, Interval] = field(default_factory=dict)
    bits: int = 128

    def box(self) -> Box:
        """The enclosures of the ranges, in the precision of the state."""
        ctx.prec = self.bits
        box = {name: r.interval() for name, r in self.ranges.items()}
        for name, s in self.limits.items():
            box[name] = (iv.INF, iv.INF, False, False) if s > 0 else (-iv.INF, -iv.INF, False, False)
        return box

    def enclose(self, i: int) -> Interval:
        """The enclosure of a term on the box.

        Raises:
            UndefinedError: unless it is certainly defined there.
        """
        ctx.prec = self.bits
        return self.terms.enclose(i, self.box(), self.values)

    def truth(self, f: Formula) -> bool | None:
        """Whether a formula is true (False: nowhere true) on the box, where that is certain."""
        try:
            ctx.prec = self.bits
            return truth(f, self.terms, self.box(), self.values)
        except UndefinedError:
            return None

    def constants(self) -> dict[str, fmpq]:
        """The variables that have one value."""
        return {n: r.low for n, r in self.ranges.items() if r.low is not None and r.low == r.high and n not in self.limits}

    def at(self, bits: int) -> "State":
        """The same in another precision."""
        return replace(self, bits=bits, values={})

    def within(self, name: str, r: Range) -> "State":
        """The part where the variable lies in that part of its range."""
        return replace(self, ranges=_without_ends({**self.ranges, name: r}, self.hypotheses, self.terms), values={})

    def suppose(self, *hypotheses: Formula) -> "State":
        """The part where these hold too: bounds of one variable by a number narrow its range, the others are kept as they are."""
        ranges, kept = dict(self.ranges), list[Formula]()
        pending = list(hypotheses)
        while pending:
            f = pending.pop(0)
            if f[0] == "and":
                pending[:0] = f[1:]
            elif not _narrow(f, self.terms, ranges):
                kept.append(f)
        hypotheses = (*self.hypotheses, *kept)
        return replace(self, ranges=_without_ends(ranges, hypotheses, self.terms), hypotheses=hypotheses, values={})

    def inside(self, name: str) -> "State":
        """The part where the variable lies inside its range, not at an end."""
        return self.within(name, self.ranges[name]._replace(low_open=True, high_open=True))

    def along(self, name: str) -> "State":
        """Whole lines in the direction of the variable: hypotheses that mention it are forgotten, and what was known because of them."""
        kept = tuple(h for h in self.hypotheses if name not in _names(h, self.terms))
        return replace(self, hypotheses=kept, known=self.known if len(kept) == len(self.hypotheses) else frozenset(), values={})

    def defined(self, i: int) -> bool:
        """Whether the term is certainly defined at every point of the state."""
        for j in self.terms.needed(i):
            if j not in self.values and j not in self.known:
                for c in condition(j, self.terms):
                    if self.truth(c) is not True and not any(_implies(h, c) for h in self.hypotheses):
                        return False
        return True


def _without_ends(ranges: dict[str, Range], hypotheses: Iterable[Formula], terms: Terms) -> dict[str, Range]:
    """The ranges without an end point that a hypothesis ``variable ≠ number`` excludes."""
    for h in hypotheses:
        if h[0] == "!=":
            for left, right in ((h[1], h[2]), (h[2], h[1])):
                node, value = terms.nodes[left], terms.value(right)
                if node[0] == "v" and value is not None and node[1] in ranges:
                    r = ranges[node[1]]
                    r = r._replace(low_open=r.low_open or r.low == value, high_open=r.high_open or r.high == value)
                    ranges = {**ranges, node[1]: r}
    return ranges


def _implies(h: Formula, c: Formula) -> bool:
    stronger = {">": (">",), ">=": (">", ">=", "="), "!=": ("!=", "<", ">")}
    return h[0] in stronger[c[0]] and h[1:] == c[1:]


def _names(f: Formula, terms: Terms) -> frozenset[str]:
    if isinstance(f[1], int):
        return terms.free(f[1]) | terms.free(f[2])
    return frozenset().union(*(_names(part, terms) for part in f[1:]))


def _narrow(f: Formula, terms: Terms, ranges: dict[str, Range]) -> bool:
    """Narrow the range that a linear formula in one variable bounds; False if it does anything else, or the bound is not rational."""
    op, left, right = f if len(f) == 3 else ("", 0, 0)
    if op not in ("<", "<=", ">", ">=", "="):
        return False
    if (line := _line(terms, terms.minus(left, right))) is not None:
        name, slope, constant = line
        op = op if slope > 0 else _TURNED.get(op, op)
        _bound(ranges, name, op, -constant / slope, -constant / slope)
        return True
    if terms.nodes[left][0] != "v":
        op, left, right = _TURNED.get(op, op), right, left
    if terms.nodes[left][0] != "v" or terms.free(right):
        return False
    try:
        low, high, _, _ = terms.enclose(right, {})
    except UndefinedError:
        return False
    if low.is_finite() and high.is_finite():
        _bound(ranges, terms.nodes[left][1], op, low.fmpq(), high.fmpq())
    return False


_TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}


def _bound(ranges: dict[str, Range], name: str, op: str, low: fmpq, high: fmpq) -> None:
    """Narrow a range to what is related so to a number between low and high."""
    r = ranges[name]
    if op in (">", ">=", "=") and (r.low is None or low > r.low or (low == r.low and op == ">")):
        r = r._replace(low=low, low_open=op == ">")
    if op in ("<", "<=", "=") and (r.high is None or high < r.high or (high == r.high and op == "<")):
        r = r._replace(high=high, high_open=op == "<")
    ranges[name] = r


def _line(terms: Terms, i: int) -> tuple[str, fmpq, fmpq] | None:
    """Variable, slope and constant of a term slope·variable + constant."""
    node = terms.nodes[i]
    if node[0] == "v":
        return node[1], fmpq(1), fmpq(0)
    if node[0] == "*" and len(node) == 3 and (c := terms.value(node[1])) is not None and c != 0:
        line = _line(terms, node[2])
        return None if line is None else (line[0], c * line[1], c * line[2])
    if node[0] == "+" and len(node) == 3:
        for a, b in (node[1:], node[:0:-1]):
            if (c := terms.value(a)) is not None and (line := _line(terms, b)) is not None:
                return line[0], line[1], line[2] + c
    return None


def whole(names: Iterable[str]) -> dict[str, Range]:
    """All of the real line for each variable."""
    return {name: Range() for name in names}
