"""What this machine decides with: the versions of Python and the solvers, and which families of deciders can run; imports nothing heavy."""

import platform
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec

from proofs.kernel import coq

SOLVERS = ("sympy", "mpmath", "hypothesis", "z3-solver", "cvc5", "python-flint", "numpy")
NEEDS: dict[str, tuple[str, ...]] = {
    "algebra": ("flint",),
    "smt": ("z3", "cvc5"),
    "enclosure": ("flint", "numpy"),
    "kernel": (),
    "sampling": ("hypothesis", "mpmath", "flint"),
}
"""The families of deciders, and the modules without which each cannot run at all."""


@cache
def environment() -> dict[str, str]:
    """The versions of Python and of whatever decides."""
    return {"python": platform.python_version(), **{name.removesuffix("-solver"): _version(name) for name in SOLVERS}}


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "absent"


def missing(family: str) -> str | None:
    """Why no decider of ``family`` can run here; None where it can."""
    if family not in NEEDS:
        return f"this version has no decider of the family {family}"
    absent = [module for module in NEEDS[family] if find_spec(module) is None]
    if absent:
        return f"{absent[0]} is not installed"
    return coq.absent() if family == "kernel" else None
