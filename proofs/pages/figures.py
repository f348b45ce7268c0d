"""The paper's figures, drawn from certified numbers, as files of the book; drawn once and kept."""

import io
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

from proofs.places import cache, digest, read, write

FIGURES = {"figure-1": "weights", "figure-2": "fixed_points", "figure-3": "condition", "figure-4": "bound", "figure-5": "orbits"}
"""Each figure, and the module of ``proofs.figures`` that draws it."""


def pages() -> Iterator[tuple[str, str]]:
    """Name and SVG of each figure.

    Raises:
        ModuleNotFoundError: without matplotlib.
    """
    code = digest(("numeric_checks", "proofs/figures"))
    for name, module in FIGURES.items():
        kept = cache() / "figures" / f"{name}.json"
        match read(kept):
            case {"code": known, "svg": str(svg)} if known == code:
                pass
            case _:
                svg = _drawn(getattr(import_module(f"proofs.figures.{module}"), name.replace("-", "_")))
                write(kept, {"code": code, "svg": svg})
        yield f"figures/{name}.svg", svg


def _drawn(make: Callable[[], Any]) -> str:
    """The figure as SVG, the same at every run."""
    import matplotlib as mpl

    with mpl.rc_context({"svg.hashsalt": "book"}):
        target = io.StringIO()
        make().savefig(target, format="svg", metadata={"Date": None})
    return target.getvalue()
