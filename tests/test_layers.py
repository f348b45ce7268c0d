"""Imports point one way, and only the deciders make verdicts; read from the source, in subfolders too."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LAYERS = ("symbolic", "numeric_checks", "proofs")
SECTIONS = ("section_", "appendix_", "solver", "beyond")
VERDICTS = {"Proved", "Corroborated", "Refuted", "Undecided"}
DECIDERS = {"proofs.deciders", "proofs.checking", "proofs.run", "proofs.pool", "proofs.ledger", "symbolic.algebra", "symbolic.smt"}


def modules() -> list[str]:
    return sorted(str(f.relative_to(ROOT)) for layer in LAYERS for f in (ROOT / layer).rglob("*.py"))


def tree(file: str | Path) -> ast.Module:
    return ast.parse((ROOT / file).read_text(encoding="utf-8"))


def imports(module: ast.Module, package: str = "") -> Iterator[str]:
    """The full names of all that a module imports, inside functions too; ``from a import b`` gives ``a`` and ``a.b``."""
    for node in ast.walk(module):
        match node:
            case ast.Import(names=names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(module=source, names=names, level=level):
                above = package.split(".")[: len(package.split(".")) - level + 1] if level else []
                base = ".".join((*above, *([source] if source else [])))
                yield base
                yield from (f"{base}.{alias.name}" for alias in names)
            case ast.Call(
                func=ast.Name(id="import_module" | "__import__") | ast.Attribute(attr="import_module"),
                args=[ast.Constant(value=str(name)), *_],
            ):
                yield name


def imported(file: str) -> set[str]:
    return set(imports(tree(file), ".".join(Path(file).parent.parts)))


def is_claims(file: str) -> bool:
    parts = Path(file).parts
    return parts[0] == "proofs" and parts[1].startswith(SECTIONS)


@pytest.mark.parametrize(
    "source",
    [
        "import proofs.run",
        "from proofs import run",
        "from proofs.run import run",
        "def f():\n    import proofs",
        "import_module('proofs.run')",
    ],
)
def test_an_import_is_seen_however_it_is_written(source: str) -> None:
    assert any(name.split(".")[0] == "proofs" for name in imports(ast.parse(source)))


def test_a_relative_import_is_seen() -> None:
    assert "symbolic.verdict" in set(imports(ast.parse("from ..verdict import Proved"), "symbolic.smt"))


@pytest.mark.parametrize("file", modules())
def test_imports_stay_at_or_below_their_layer(file: str) -> None:
    forbidden = {*LAYERS[LAYERS.index(Path(file).parts[0]) + 1 :], "book", "tests"}
    assert not {name for name in imported(file) if name.split(".")[0] in forbidden}


@pytest.mark.parametrize("file", [m for m in modules() if m != "proofs/deciders.py"])
def test_only_the_deciders_make_verdicts(file: str) -> None:
    made = [node.lineno for node in ast.walk(tree(file)) if isinstance(node, ast.Call) and _called(node) in VERDICTS]
    if file == "symbolic/verdict.py":  # combine says that nobody spoke
        assert len(made) == 1
    else:
        assert not made, f"{file}:{made} makes a verdict"


def _called(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else call.func.attr if isinstance(call.func, ast.Attribute) else ""


@pytest.mark.parametrize("file", [m for m in modules() if is_claims(m)])
def test_claims_import_no_decider(file: str) -> None:
    loaded = {name for name in imported(file) if name.split(".")[0] in LAYERS}
    assert not loaded & DECIDERS
    assert not {name for name in loaded if name.startswith("numeric_checks")}


def test_nothing_that_decides_uses_the_dynamics_or_draws() -> None:
    """The ledger's key leaves them out."""
    free = ("numeric_checks/dynamics/", "proofs/figures/", "proofs/dynamics.py", "proofs/cli/", "proofs/pages/")
    rest = [m for m in modules() if not m.startswith(free)]
    apart = ("numeric_checks.dynamics", "proofs.figures", "proofs.dynamics")
    assert not [m for m in rest if any(name.startswith(apart) for name in imported(m))]


def test_only_checking_asks_the_deciders() -> None:
    asking = {"proofs.deciders.FAMILIES", "proofs.deciders.decide", "proofs.deciders"}
    assert {m for m in modules() if imported(m) & asking - {"proofs.deciders"}} == set()
    allowed = {"missing", "restored", "UNDISCHARGED"}
    for file in set(modules()) - {"proofs/checking.py", "proofs/deciders.py"}:
        used = {name.removeprefix("proofs.deciders.") for name in imported(file) if name.startswith("proofs.deciders.")}
        assert used <= allowed, file


def test_algebra_and_smt_share_no_code() -> None:
    shared = {"symbolic.statement", "symbolic.answer", "symbolic.obligations"}

    def closure(package: str) -> set[str]:
        """Every module of ``symbolic`` that the package loads, its own included."""
        todo = [m for m in modules() if m.startswith(f"symbolic/{package}/") or m == f"symbolic/{package}.py"]
        seen: set[str] = set()
        while todo:
            file = todo.pop()
            if file not in seen:
                seen.add(file)
                todo += [
                    m
                    for m in modules()
                    if m[:-3].replace("/", ".").removesuffix(".__init__") in imported(file) and m.startswith("symbolic/")
                ]
        return {m[:-3].replace("/", ".").removesuffix(".__init__") for m in seen}

    algebra, smt = closure("algebra"), closure("smt")
    assert "symbolic.algebra" in algebra
    assert "symbolic.smt" in smt
    assert algebra & smt <= shared | {"symbolic", "symbolic.declaration"}


@pytest.mark.parametrize("file", modules())
def test_nothing_decides_by_simplifying_or_by_unsound_intervals(file: str) -> None:
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Attribute):
            assert not (node.attr == "iv" and isinstance(node.value, ast.Name) and node.value.id in ("mpmath", "mp")), (
                "mpmath.iv is not rigorous"
            )
            assert node.attr not in ("simplify", "equals", "lambdify"), f"{file}:{node.lineno}"
        if isinstance(node, ast.Name):
            assert node.id not in ("simplify", "lambdify", "parse_expr"), f"{file}:{node.lineno}"
        if isinstance(node, ast.ImportFrom) and node.module == "mpmath":
            assert "iv" not in {a.name for a in node.names}, "mpmath.iv is not rigorous"


@pytest.mark.parametrize("file", modules())
def test_no_exception_is_swallowed_in_silence(file: str) -> None:
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.ExceptHandler) and (
            node.type is None or (isinstance(node.type, ast.Name) and node.type.id in ("Exception", "BaseException"))
        ):
            assert not all(isinstance(s, ast.Pass | ast.Continue) for s in node.body), f"{file}:{node.lineno}"


@pytest.mark.parametrize("file", [m for m in modules() if "__init__" not in m])
def test_every_module_says_what_it_does(file: str) -> None:
    assert ast.get_docstring(tree(file))


def test_the_command_line_starts_without_sympy_and_lists_without_solvers() -> None:
    def loaded(code: str) -> set[str]:
        script = f"import sys\nfrom proofs.cli.main import main\n{code}\nprint('\\n' + ' '.join(sys.modules))"
        out = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, check=True)
        return set(out.stdout.splitlines()[-1].split())

    assert not loaded("main(['--version'])") & {"sympy", "rich", "z3", "flint", "hypothesis"}
    assert not loaded("main(['list'])") & {"z3", "cvc5", "hypothesis", "pebble"}  # sympy itself loads flint
