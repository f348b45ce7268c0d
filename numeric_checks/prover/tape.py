"""Compiles terms once into a list of steps, each subexpression named once, and runs it on many boxes or many points."""

from typing import Any

import numpy as np
from flint import arb, fmpq

from numeric_checks.prover import bounds as b
from numeric_checks.prover.bounds import Array, Bounds
from numeric_checks.replay.terms import Terms

_BOUNDS: dict[str, Any] = {
    "exp": b.exp, "log": b.log, "cosh": b.cosh, "sinh": b.sinh, "tanh": b.tanh, "abs": b.magnitude, "sign": b.sign,
}  # fmt: skip
_POINTS: dict[str, Any] = {
    "exp": np.exp, "log": np.log, "cosh": np.cosh, "sinh": np.sinh, "tanh": np.tanh, "abs": np.abs, "sign": np.sign,
}  # fmt: skip


def enclosing(value: fmpq | arb) -> tuple[float, float]:
    """The two doubles around an exact number or ball, equal if it is a double itself."""
    ball = arb(value)
    low, high = float(ball.lower()), float(ball.upper())
    if isinstance(value, fmpq) and value.p.bit_length() <= 53 and value.q.bit_length() <= 53 and fmpq(*low.as_integer_ratio()) == value:
        return low, low
    return float(np.nextafter(low, -np.inf)), float(np.nextafter(high, np.inf))


class Tape:
    """The steps that compute some terms of a table, over boxes (`bounds`) or points (`points`)."""

    def __init__(self, terms: Terms, wanted: list[int]) -> None:
        self.wanted = wanted
        order = sorted({j for i in wanted for j in terms.needed(i)})
        self.steps = [(j, terms.nodes[j], terms.parabolas.get(j)) for j in order]
        self.constants: dict[int, tuple[float, float]] = {}
        for j, node, _ in self.steps:
            if node[0] == "q":
                self.constants[j] = enclosing(node[1])
            elif node[0] in ("pi", "e"):
                self.constants[j] = enclosing(arb.pi() if node[0] == "pi" else arb(1).exp())

    def bounds(self, box: dict[str, Bounds]) -> list[Bounds]:
        """Bounds of the wanted terms on each box; unbounded where a term may be undefined."""
        value: dict[int, Bounds] = {}
        with np.errstate(all="ignore"):
            for j, node, parabola in self.steps:
                value[j] = self._bounds(j, node, parabola, value, box)
        return [value[i] for i in self.wanted]

    def _bounds(self, j: int, node: tuple[Any, ...], parabola: int | None, value: dict[int, Bounds], box: dict[str, Bounds]) -> Bounds:
        op = node[0]
        if op == "v":
            return box[node[1]]
        if j in self.constants:
            low, high = self.constants[j]
            return np.array([low]), np.array([high])
        if parabola is not None:
            return b.parabola(value[parabola])
        if op == "^":
            p, q = int(node[2].p), int(node[2].q)
            if q > 1:
                return b.root_power(value[node[1]], p, q)
            return b.power(value[node[1]], p) if p > 0 else b.inverse(b.power(value[node[1]], -p))
        if op == "**":
            return b.exp(b.mul(b.log(value[node[1]]), value[node[2]]))
        if op in _BOUNDS:
            return _BOUNDS[op](value[node[1]])  # type: ignore[no-any-return]
        fold = {"+": b.add, "*": b.mul, "min": b.minimum, "max": b.maximum}[op]
        result = value[node[1]]
        for a in node[2:]:
            result = fold(result, value[a])
        return result

    def points(self, at: dict[str, Array]) -> list[Array]:
        """Approximate values of the wanted terms at each point (no bounds)."""
        value: dict[int, Any] = {}
        with np.errstate(all="ignore"):
            for j, node, _ in self.steps:
                value[j] = self._point(j, node, value, at)
        size = np.broadcast_shapes(*(x.shape for x in at.values())) if at else (1,)
        return [np.broadcast_to(np.asarray(value[i], dtype=float), size) for i in self.wanted]

    def _point(self, j: int, node: tuple[Any, ...], value: dict[int, Any], at: dict[str, Array]) -> Any:
        op = node[0]
        if op == "v":
            return at[node[1]]
        if j in self.constants:
            return np.float64(self.constants[j][0])
        if op == "^":
            p, q = int(node[2].p), int(node[2].q)
            return value[node[1]] ** (float(p) if q == 1 else p / q)
        if op == "**":
            return value[node[1]] ** value[node[2]]
        if op in _POINTS:
            return _POINTS[op](value[node[1]])
        fold: Any = {"+": np.add, "*": np.multiply, "min": np.minimum, "max": np.maximum}[op]
        result = value[node[1]]
        for a in node[2:]:
            result = fold(result, value[a])
        return result
