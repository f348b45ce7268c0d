"""Terms: a table of nodes that names each subexpression once; printing, differentiating, substituting, enclosing."""

from collections.abc import Iterable
from typing import Any, TypeAlias

from flint import arb, fmpq

from numeric_checks.replay import interval as iv
from numeric_checks.replay.interval import Interval, UndefinedError

Node: TypeAlias = tuple[Any, ...]
Box: TypeAlias = dict[str, Interval]

UNARY = ("exp", "log", "cosh", "sinh", "tanh", "abs", "sign")
NARY = ("+", "*", "min", "max")


class RefusedError(Exception):
    """The certificate does not prove what it says: the reason."""


class Terms:
    """The table.

    A node is its operation and its arguments, numbers of earlier nodes: ``v`` name, ``q`` value, ``pi``, ``e``, ``+`` …, ``*`` …,
    ``^`` base p/q, ``**`` base exponent, ``min`` …, ``max`` …, ``exp``, ``log``, ``cosh``, ``sinh``, ``tanh``, ``abs``, ``sign`` argument.
    """

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self.numbers: dict[Node, int] = {}
        self.parabolas: dict[int, int] = {}
        self._derivatives: dict[tuple[int, str], int] = {}
        self._needed: dict[int, tuple[int, ...]] = {}
        self._free: dict[int, frozenset[str]] = {}

    def node(self, *node: Any) -> int:
        """The number of a node, which is entered if it is new."""
        key = (node[0], str(node[1])) if node[0] == "q" else (node[0], node[1], str(node[2])) if node[0] == "^" else node
        number = self.numbers.get(key)
        if number is None:
            number = self.numbers[key] = len(self.nodes)
            self.nodes.append(node)
            if node[0] == "*" and len(node) == 3:
                for a, b in (node[1:], node[:0:-1]):
                    if self.nodes[b] == ("+", self.q(1), self.scaled(a)):
                        self.parabolas[number] = a
        return number

    def scaled(self, a: int) -> int:
        """−a, as it is written inside 1 − a."""
        return self.node("*", self.q(-1), a)

    def q(self, value: object) -> int:
        """A rational number."""
        return self.node("q", value if isinstance(value, fmpq) else fmpq(value) if isinstance(value, int) else rational(value))

    def v(self, name: str) -> int:
        """A variable."""
        return self.node("v", name)

    def value(self, i: int) -> fmpq | None:
        """The rational number that the node spells, if it is one."""
        return self.nodes[i][1] if self.nodes[i][0] == "q" else None

    def sum(self, parts: Iterable[int]) -> int:
        """A sum, constants gathered and zeros left out."""
        constant, kept = fmpq(0), []
        for i in parts:
            if (value := self.value(i)) is None:
                kept.append(i)
            else:
                constant += value
        kept = kept if constant == 0 and kept else [self.q(constant), *kept]
        return kept[0] if len(kept) == 1 else self.node("+", *kept)

    def product(self, parts: Iterable[int]) -> int:
        """A product, ones left out and constants gathered; 0 if a factor is 0."""
        constant, kept = fmpq(1), []
        for i in parts:
            if (value := self.value(i)) is None:
                kept.append(i)
            else:
                constant *= value
        if constant == 0 or not kept:
            return self.q(constant)
        kept = kept if constant == 1 else [self.q(constant), *kept]
        return kept[0] if len(kept) == 1 else self.node("*", *kept)

    def power(self, base: int, exponent: fmpq) -> int:
        """A rational power."""
        return self.q(1) if exponent == 0 else base if exponent == 1 else self.node("^", base, exponent)

    def minus(self, a: int, b: int) -> int:
        """a − b."""
        return a if self.value(b) == 0 else self.sum((a, self.product((self.q(-1), b))))

    def args(self, i: int) -> tuple[int, ...]:
        """The numbers of the parts of a node."""
        node = self.nodes[i]
        return () if node[0] in ("v", "q", "pi", "e") else node[1:2] if node[0] == "^" else node[1:]

    def needed(self, i: int) -> tuple[int, ...]:
        """The nodes a node is made of, itself last, parts first."""
        if i not in self._needed:
            seen, stack = {i}, [i]
            while stack:
                for a in self.args(stack.pop()):
                    if a not in seen:
                        seen.add(a)
                        stack.append(a)
            self._needed[i] = tuple(sorted(seen))
        return self._needed[i]

    def free(self, i: int) -> frozenset[str]:
        """The names of the variables in a node."""
        if i not in self._free:
            self._free[i] = frozenset(self.nodes[j][1] for j in self.needed(i) if self.nodes[j][0] == "v")
        return self._free[i]

    def derivative(self, i: int, name: str) -> int:
        """The derivative by the variable; sign(u) stands for the derivative of |u|."""
        for j in self.needed(i):
            if (j, name) not in self._derivatives:
                self._derivatives[j, name] = self._derive(j, name) if name in self.free(j) else self.q(0)
        return self._derivatives[i, name]

    def _derive(self, i: int, name: str) -> int:
        node = self.nodes[i]
        args = self.args(i)
        d = [self._derivatives[a, name] for a in args]
        minus_one = self.q(-1)
        match node[0]:
            case "v":
                return self.q(1)
            case "+":
                return self.sum(d)
            case "*" if i in self.parabolas:
                a = self.parabolas[i]
                return self.product((self._derivatives[a, name], self.node("+", self.q(1), self.product((self.q(-2), a)))))
            case "*":
                return self.sum(self.product((*args[:k], d[k], *args[k + 1 :])) for k in range(len(args)) if self.value(d[k]) != 0)
            case "^":
                return self.product((self.q(node[2]), self.power(args[0], node[2] - 1), d[0]))
            case "**":
                base, exponent = args
                inner = self.sum((self.product((d[1], self.node("log", base))), self.product((exponent, d[0], self.power(base, fmpq(-1))))))
                return self.product((i, inner))
            case "exp":
                return self.product((i, d[0]))
            case "log":
                return self.product((self.power(args[0], fmpq(-1)), d[0]))
            case "cosh":
                return self.product((self.node("sinh", *args), d[0]))
            case "sinh":
                return self.product((self.node("cosh", *args), d[0]))
            case "tanh":
                return self.product((self.power(self.node("cosh", *args), fmpq(-2)), d[0]))
            case "abs":
                return self.product((self.node("sign", *args), d[0]))
            case "min" | "max" if len(args) == 2:
                s = self.node("sign", self.minus(*args) if node[0] == "max" else self.minus(args[1], args[0]))
                half = self.q(fmpq(1, 2))
                return self.sum(
                    (self.product((half, self.sum(d))), self.product((half, s, self.sum((d[0], self.product((minus_one, d[1])))))))
                )
        raise RefusedError(f"no derivative of {node[0]} by {name}")

    def substitute(self, i: int, replace: dict[str, int]) -> int:
        """The node with variables replaced by nodes."""
        new: dict[int, int] = {}
        for j in self.needed(i):
            node = self.nodes[j]
            if node[0] == "v":
                new[j] = replace.get(node[1], j)
            elif node[0] in ("q", "pi", "e"):
                new[j] = j
            elif node[0] == "^":
                new[j] = self.node("^", new[node[1]], node[2])
            else:
                new[j] = self.node(node[0], *(new[a] for a in node[1:]))
        return new[i]

    def text(self, i: int) -> str:
        """The node in the notation of statements."""
        shown: dict[int, tuple[str, int]] = {}

        def at(j: int, level: int) -> str:
            return shown[j][0] if shown[j][1] >= level else f"({shown[j][0]})"

        for j in self.needed(i):
            node = self.nodes[j]
            match node[0]:
                case "v":
                    shown[j] = node[1], 4
                case "q":
                    shown[j] = str(node[1]), 4 if node[1] >= 0 and node[1].q == 1 else 1
                case "pi" | "e":
                    shown[j] = ("pi" if node[0] == "pi" else "E"), 4
                case "+":
                    shown[j] = " + ".join(at(a, 1) for a in node[1:]).replace("+ -", "- "), 1
                case "*":
                    minus = self.value(node[1]) == -1 and len(node) > 2
                    shown[j] = ("-" if minus else "") + "*".join(at(a, 2) for a in node[1 + minus :]), 1 if minus else 2
                case "^":
                    e = str(node[2])
                    shown[j] = f"{at(node[1], 4)}**{e if e.isdigit() else f'({e})'}", 3
                case "**":
                    shown[j] = f"{at(node[1], 4)}**{at(node[2], 4)}", 3
                case op:
                    shown[j] = f"{op}({', '.join(shown[a][0] for a in node[1:])})", 4
            if len(shown[j][0]) > 100_000:
                raise RefusedError("an expression too long to print")
        return shown[i][0]

    def enclose(self, i: int, box: Box, known: dict[int, Interval] | None = None) -> Interval:
        """An interval that contains the value wherever the variables lie in the box.

        Raises:
            UndefinedError: unless every part is certainly defined on the whole box.
        """
        values = {} if known is None else known
        for j in self.needed(i):
            if j not in values:
                values[j] = self._enclose(j, values, box)
        return values[i]

    def _enclose(self, j: int, values: dict[int, Interval], box: Box) -> Interval:
        node = self.nodes[j]
        op = node[0]
        if op == "v":
            return box[node[1]]
        if op == "q":
            return iv.exact(node[1])
        if op == "+" or op == "*":
            if j in self.parabolas:
                return iv.parabola(values[self.parabolas[j]])
            result = values[node[1]]
            for a in node[2:]:
                result = iv.add(result, values[a]) if op == "+" else iv.mul(result, values[a])
            return result
        if op == "^":
            return _rational_power(values[node[1]], node[2])
        if op == "**":
            return iv.exp(iv.mul(iv.log(values[node[1]]), values[node[2]]))
        if op in UNARY:
            return _UNARY[op](values[node[1]])  # type: ignore[no-any-return]
        if op in ("min", "max"):
            result = values[node[1]]
            for a in node[2:]:
                result = iv.minimum(result, values[a]) if op == "min" else iv.maximum(result, values[a])
            return result
        return iv.point(arb.pi() if op == "pi" else arb(1).exp())


_UNARY: dict[str, Any] = {
    "exp": iv.exp, "log": iv.log, "cosh": iv.cosh, "sinh": iv.sinh, "tanh": iv.tanh, "abs": iv.magnitude, "sign": iv.sign,
}  # fmt: skip


def _rational_power(a: Interval, exponent: fmpq) -> Interval:
    p, q = int(exponent.p), int(exponent.q)
    if max(abs(p), q) > 10**6:
        raise UndefinedError("an exponent beyond a million")
    if q > 1:
        return iv.root_power(a, p, q)
    return iv.power(a, p) if p > 0 else iv.inverse(iv.power(a, -p)) if p < 0 else iv.exact(fmpq(1))


def rational(text: object) -> fmpq:
    """The rational number written ``-3/7``.

    Raises:
        RefusedError: if it is written in any other way.
    """
    if not isinstance(text, str) or len(text) > 4_000:
        raise RefusedError("a number is written as a string such as -3/7")
    p, _, q = text.partition("/")
    if not (p.removeprefix("-").isascii() and p.removeprefix("-").isdigit() and (not q or (q.isascii() and q.isdigit() and q.strip("0")))):
        raise RefusedError(f"{text[:40]!r} is not a rational number")
    return fmpq(int(p), int(q or 1))
