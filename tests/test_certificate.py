"""A certificate proves the statement that is written in it, and nothing that was changed after the proof."""

import copy
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
import sympy as sp
from flint import fmpq

from numeric_checks.falsification.falsify import falsify
from numeric_checks.outcome import Falsified
from numeric_checks.prover import Enclosed, prove
from numeric_checks.prover import certificate as writing
from numeric_checks.replay import FORMAT, replay
from numeric_checks.replay.judging import lean
from numeric_checks.replay.normal import Normal
from numeric_checks.replay.quotients import TooLargeError
from numeric_checks.replay.states import Range, State
from numeric_checks.replay.terms import RefusedError, Terms
from symbolic.language import parse_statement

Data = dict[str, Any]


def proved(text: str, *given: str) -> Data:
    """The certificate of a statement, as it is read back from a file."""
    found = prove(parse_statement(text, given), seconds=20)
    assert isinstance(found, Enclosed), found
    read: Data = json.loads(json.dumps(found.certificate))
    return read


STATEMENTS = {
    "tangent": ("exp(x) >= 1 + x",),
    "cover": ("exp(x)*y - x*y**2 > -1/2", "0 <= x <= 2", "1/10 <= y <= 1"),
    "pinsker": ("p*log(p/q) + (1-p)*log((1-p)/(1-q)) >= 2*(p-q)**2", "0 < p < 1", "0 < q < 1"),
    "ordered": ("log(x) - log(y) > 0", "0 < y < x"),
    "roots": ("sqrt(x*y) <= (x + y)/2", "x >= 0", "y >= 0"),
    "limit": ("log(1 + 1/x) > 1/(1 + x)", "x > 0"),
    "cubic": ("log(1+x) <= x - x**2/2 + x**3/3", "x > -1"),
    "identity": ("cosh(x)**2 - sinh(x)**2 == 1",),
    "or": ("x**2 > 1 implies x > 1 or x < -1",),
    "tower": ("exp(-exp(exp(x))) > 0",),
    "simplex": ("-a*log(a) - b*log(b) - c*log(c) <= log(3)", "a > 0, b > 0, c > 0", "a + b + c == 1"),
    "parabola": ("-p*log(p) - (1-p)*log(1-p) >= 4*p*(1-p)*log(2)", "0 < p < 1"),
    "lipschitz": ("abs(tanh(x) - tanh(y)) <= abs(x - y)",),
    "means": ("x - y >= sqrt(x*y)*log(x/y)", "0 < y < x"),
    "root": ("sqrt(x*log(x)) >= 0", "x > 1"),
}


@pytest.fixture(scope="module")
def certificates() -> dict[str, Data]:
    return {name: proved(*texts) for name, texts in STATEMENTS.items()}


@pytest.mark.parametrize("name", STATEMENTS)
def test_the_replay_accepts_what_the_search_proved_and_says_what_it_proves(name: str, certificates: dict[str, Data]) -> None:
    text, *given = STATEMENTS[name]
    shown = replay(certificates[name])
    again = parse_statement(shown.holds, shown.given)
    intended = parse_statement(text, given)
    assert prove(again, seconds=20) is not None
    assert {s.name for s in again.symbols} == {s.name for s in intended.symbols}
    assert len(again.given) == len(intended.given)


def test_a_file_is_replayed(tmp_path: Path, certificates: dict[str, Data]) -> None:
    path = tmp_path / "tangent.json"
    writing.write(path, certificates["tangent"])
    assert str(replay(path)) == "exp(x) >= 1 + x"
    assert writing.read(path) == certificates["tangent"]


def test_a_file_that_is_no_certificate_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "no.json"
    for text in ("", "[]", "{}", "null", '{"format": "' + FORMAT + '"}', "[" * 100_000):
        path.write_text(text)
        with pytest.raises(RefusedError):
            replay(path)
    for raw in (b"\xff\xfe", b"9" * 5000):
        path.write_bytes(raw)
        with pytest.raises(RefusedError, match="not a JSON file"):
            replay(path)


FORGED = sorted((Path(__file__).parent / "golden" / "forged").glob("*.json"))


@pytest.mark.parametrize("path", FORGED, ids=lambda p: p.stem)
def test_a_forgery_that_mixes_normal_forms_over_different_generators_is_refused(path: Path) -> None:
    with pytest.raises(RefusedError):
        replay(path)


def test_no_normal_form_is_made_that_would_change_the_generators_of_one_in_use() -> None:
    terms = Terms()
    x = terms.v("x")
    whole, half = terms.node("exp", x), terms.node("exp", terms.product((terms.q(fmpq(1, 2)), x)))
    n = Normal(terms)
    before = n.form(whole)
    with pytest.raises(TooLargeError):
        n.form(half)
    assert n.form(whole) == before
    one, other = Normal(terms).forms(whole, half)
    assert n.times(other, other) == one


def first(proof: Any, kind: str) -> Any:
    """The first step of that kind, depth first."""
    if isinstance(proof, list):
        if proof and proof[0] == kind:
            return proof
        for part in proof:
            if (found := first(part, kind)) is not None:
                return found
    return None


def number(data: Data, value: str) -> int:
    data["terms"].append(["q", value])
    return len(data["terms"]) - 1


def swap(data: Data, key: str, old: list[Any], new: list[Any]) -> None:
    data[key] = json.loads(json.dumps(data[key]).replace(json.dumps(old), json.dumps(new)))


def drop_a_leaf(data: Data) -> None:
    del first(data["proof"], "split")[4]


def leaf_for_a_subtree(data: Data) -> None:
    data["proof"] = ["enclosure"]


def move_an_end_point(data: Data) -> None:
    first(data["proof"], "split")[2] = "3/2" if first(data["proof"], "split")[1] == "x" else "99/100"


def move_an_end_point_outside(data: Data) -> None:
    first(data["proof"], "split")[2] = "7"


def widen_the_box(data: Data) -> None:
    # x ≤ 2 becomes x ≤ 200
    for f in data["given"]:
        if f[0] == "<=" and data["terms"][f[2]] == ["q", "2"]:
            f[2] = number(data, "200")


def drop_a_hypothesis(data: Data) -> None:
    data["given"] = [f for f in data["given"] if not (f[0] == "<=" and data["terms"][f[2]] == ["q", "2"])]


def sharpen_the_bound(data: Data) -> None:
    for node in data["terms"]:
        if node == ["q", "-1/2"]:
            node[1] = "-1/100"


def turn_the_relation(data: Data) -> None:
    data["holds"][0] = {">": "<", ">=": "<=", "<=": ">=", "=": "!="}[data["holds"][0]]


def make_it_strict(data: Data) -> None:
    data["holds"][0] = {">=": ">", "<=": "<"}[data["holds"][0]]


def another_statement(data: Data) -> None:
    data["holds"] = [">", data["holds"][1], number(data, "1000")]


def lower_the_precision(data: Data) -> None:
    data["precision"] = 2


def no_instance(data: Data) -> None:
    data["instance"] = {}


def an_instance_outside(data: Data) -> None:
    data["instance"] = dict.fromkeys(data["instance"], number(data, "1000"))


def contradictory_hypotheses(data: Data) -> None:
    zero = number(data, "0")
    data["given"].append(["<", zero, zero])


def a_dropped_condition(data: Data) -> None:
    data["conditions"] = data["conditions"][1:]


def a_cyclic_term(data: Data) -> None:
    data["terms"][0] = ["+", 0, 0]


def another_step(data: Data) -> None:
    data["proof"] = ["outside"]


def believe_me(data: Data) -> None:
    data["proof"] = ["trust"]


def order_too_high(data: Data) -> None:
    first(data["proof"], "taylor")[3] += 2


def other_contact(data: Data) -> None:
    first(data["proof"], "taylor")[2] = "1"


def other_section(data: Data) -> None:
    first(data["proof"], "section")[2] = number(data, "1/2")


def other_way(data: Data) -> None:
    step = first(data["proof"], "monotone")
    step[2] = {"up": "down", "down": "up"}[step[2]]


def another_constant(data: Data) -> None:
    first(data["proof"], "factor")[1] = "-1"


TAMPERED: list[tuple[str, Callable[[Data], None]]] = [
    ("cover", drop_a_leaf),
    ("cover", leaf_for_a_subtree),
    ("cover", move_an_end_point_outside),
    ("cover", widen_the_box),
    ("cover", drop_a_hypothesis),
    ("cover", sharpen_the_bound),
    ("cover", turn_the_relation),
    ("cover", another_statement),
    ("cover", no_instance),
    ("cover", an_instance_outside),
    ("cover", contradictory_hypotheses),
    ("cover", another_step),
    ("cover", believe_me),
    ("cover", a_cyclic_term),
    ("cover", lower_the_precision),
    ("tangent", make_it_strict),
    ("tangent", order_too_high),
    ("tangent", other_contact),
    ("pinsker", another_constant),
    ("tangent", turn_the_relation),
    ("pinsker", make_it_strict),
    ("pinsker", other_section),
    ("pinsker", a_dropped_condition),
    ("pinsker", an_instance_outside),
    ("roots", make_it_strict),
    ("roots", turn_the_relation),
    ("limit", turn_the_relation),
    ("limit", other_way),
    ("limit", another_statement),
    ("identity", turn_the_relation),
]


@pytest.mark.parametrize(("name", "tamper"), TAMPERED, ids=lambda x: x if isinstance(x, str) else x.__name__)
def test_a_tampered_certificate_is_refused(name: str, tamper: Callable[[Data], None], certificates: dict[str, Data]) -> None:
    data = copy.deepcopy(certificates[name])
    before = json.dumps(data)
    tamper(data)
    assert json.dumps(data) != before
    with pytest.raises(RefusedError):
        replay(data)


@pytest.mark.parametrize("name", STATEMENTS)
def test_whatever_number_is_changed_no_false_statement_is_accepted(name: str, certificates: dict[str, Data]) -> None:
    accepted = 0
    for k, node in enumerate(certificates[name]["terms"]):
        for factor in (-1, sp.Rational(99, 100), sp.Rational(101, 100), 0) if node[0] == "q" else ():
            data = copy.deepcopy(certificates[name])
            data["terms"][k][1] = str(factor * sp.Rational(node[1]))
            try:
                shown = replay(data)
            except RefusedError:
                continue
            accepted += 1
            assert not isinstance(falsify(parse_statement(shown.holds, shown.given), examples=200), Falsified), shown
    assert accepted < 4 * len(certificates[name]["terms"])


def test_hypotheses_that_hold_nowhere_cannot_be_met_by_a_point_without_a_value() -> None:
    terms = Terms()
    given, holds = writing.statement(parse_statement("x > 5", ["x**2 == -1"]), terms)
    imaginary = terms.power(terms.q(-1), fmpq(1, 2))
    data = writing.certificate(terms, given, holds, conditions=[], proof=["outside"], instance={"x": imaginary}, precision=128)
    with pytest.raises(RefusedError, match="no value"):
        replay(json.loads(json.dumps(data)))


def test_only_hypotheses_that_are_defined_and_true_on_the_whole_box_are_forgotten() -> None:
    terms = Terms()

    def kept(hypothesis: str, low: int | None, high: int | None) -> int:
        _, holds = writing.statement(parse_statement(hypothesis), terms)
        box = {"x": Range(None if low is None else fmpq(low), None if high is None else fmpq(high))}
        # `known` holds at the points of the hypotheses, and may not be used to forget them
        every = frozenset(range(len(terms.nodes)))
        return len(lean(State(terms, box, (holds,), known=every)).hypotheses)

    assert kept("x**2 - x**3 > 0", 0, 1) == 0
    assert kept("x**2 - x**3 > 0", 0, 2) == 1
    assert kept("x**2 - x**3 > 0", -1, 1) == 1
    assert kept("x - x == 0", None, None) == 0
    assert kept("log(x)/log(x) > 0", None, None) == 1
    assert kept("sqrt(x) == sqrt(x)", None, None) == 1


def test_an_end_point_moved_beyond_what_its_leaf_proves_is_refused(certificates: dict[str, Data]) -> None:
    # the leaves of a cover prove their boxes and little more: pushing every cut to one side leaves boxes too wide for theirs
    data = copy.deepcopy(certificates["cover"])

    def push(proof: Any) -> None:
        if isinstance(proof, list):
            if proof and proof[0] == "split":
                proof[2] = "1999/1000" if proof[1] == "x" else "999/1000"
            for part in proof:
                push(part)

    push(data["proof"])
    with pytest.raises(RefusedError):
        replay(data)


def test_a_cut_elsewhere_still_has_to_be_proved(certificates: dict[str, Data]) -> None:
    data = copy.deepcopy(certificates["tangent"])
    data["proof"] = ["split", "x", "0", ["monotone", "x", "down", ["enclosure"], ["enclosure"]],
                     ["monotone", "x", "up", ["enclosure"], ["enclosure"]]]  # fmt: skip
    assert replay(data).leaves == 4
    data["proof"][2] = "1/10"
    with pytest.raises(RefusedError):
        replay(data)


FALSE = {
    "wrong constant": ("exp(x) >= 1 + x + 3*x**2/5", "-1 <= x <= 1"),
    "wrong domain": ("log(x) <= x - 2", "x > 0"),
    "equal somewhere": ("x*exp(-x) < exp(-1)", "0 <= x <= 3"),
    "divides by zero": ("1/x >= -100", "-1 <= x <= 1"),
    "root of a negative": ("sqrt(x) >= -1", "-1 <= x <= 1"),
    "not an identity": ("sinh(x) == cosh(x)", "0 <= x <= 1"),
    "undefined root": ("sqrt(x) >= 0", "-1 <= x <= 1"),
    "whole power": ("x**3 >= 0", "-1 <= x <= 1"),
}
GUESSES: list[Any] = [
    ["enclosure"], ["identity"], ["root"], ["outside"], ["mean value"], ["hypothesis"],
    ["monotone", "x", "up", ["enclosure"], ["enclosure"]],
    ["monotone", "x", "down", ["enclosure"], ["enclosure"]],
    ["monotone", "x", "up", ["enclosure"], ["enclosure"], True],
    ["monotone", "x", "down", ["mean value"], ["enclosure"], True],
    ["taylor", "x", "0", 2, ["enclosure"]], ["taylor", "x", "1", 2, ["enclosure"]], ["taylor", "x", "0", 1, ["enclosure"]],
    ["factor", "1", []], ["factor", "0", []], ["sum", []],
    ["squeeze", ["enclosure"], ["enclosure"]], ["absurd", 0, ["enclosure"]], ["either"], ["all"],
    ["split", "x", "0", ["enclosure"], ["enclosure"]], ["split", "x", "1/2", ["enclosure"], ["outside"]],
    ["split", "x", "0", ["monotone", "x", "up", ["enclosure"], ["enclosure"]], ["enclosure"], True],
    ["at", 1024, ["enclosure"]],
]  # fmt: skip


@pytest.mark.parametrize("name", FALSE)
@pytest.mark.parametrize("proof", GUESSES, ids=str)
def test_no_guess_proves_what_is_false_or_undefined(name: str, proof: Any) -> None:
    text, *given = FALSE[name]
    terms = Terms()
    conditions, holds = writing.statement(parse_statement(text, given), terms)
    one = terms.q("1/2")
    for owed in (0, 1, 2):
        data = writing.certificate(
            terms, conditions, holds, conditions=[["enclosure"]] * owed, proof=proof, instance={"x": one}, precision=128
        )
        with pytest.raises(RefusedError):
            replay(json.loads(json.dumps(data)))


def test_whatever_part_of_a_proof_is_replaced_the_answer_is_a_proof_or_a_refusal(certificates: dict[str, Data]) -> None:
    random = Random(5)
    junk = [None, True, 0, -1, 10**30, 1.5, "", "x", "1/2", "1/0", [], {}, "up", ">", "any", ["v", "w"], *GUESSES]
    refused = 0
    for _ in range(150):
        data = copy.deepcopy(certificates[random.choice(("tangent", "pinsker", "limit", "simplex", "means"))])
        data["terms"].append(["v", "foreign"])
        *path, last = random.choice(list(places({key: data[key] for key in ("proof", "conditions")})))
        part: Any = data
        for key in path:
            part = part[key]
        number = isinstance(part[last], int) and random.random() < 0.7
        part[last] = random.randrange(-3, 0) % len(data["terms"]) if number else copy.deepcopy(random.choice(junk))
        try:
            replay(data)
        except RefusedError:
            refused += 1
    assert refused > 100


def places(data: Any) -> Iterator[tuple[Any, ...]]:
    """The path to each part of the data."""
    parts = enumerate(data) if isinstance(data, list) else data.items() if isinstance(data, dict) else ()
    for key, part in parts:
        yield (key,)
        yield from ((key, *rest) for rest in places(part))


def test_names_that_read_as_something_else_are_refused(certificates: dict[str, Data]) -> None:
    for name in ("pi", "E", "exp", "and", "x y", "x)", "х", "__class__", ""):
        data = copy.deepcopy(certificates["tangent"])
        data["terms"] = json.loads(json.dumps(data["terms"]).replace('["v", "x"]', json.dumps(["v", name])))
        with pytest.raises(RefusedError):
            replay(data)


def test_the_checker_imports_flint_and_nothing_of_the_search() -> None:
    import ast

    from numeric_checks import replay as package

    for file in Path(package.__path__[0]).glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            names = (
                [a.name for a in node.names] if isinstance(node, ast.Import) else [node.module] if isinstance(node, ast.ImportFrom) else []
            )
            for name in names:
                assert name is not None
                allowed = ("flint", "numeric_checks.replay", "collections", "dataclasses", "json", "math", "pathlib", "re", "typing")
                assert name.startswith(allowed), (file.name, name)
