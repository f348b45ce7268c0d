"""The paper's figures, drawn from certified numbers, as files of the book; drawn once and kept."""

import io
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

from proofs.places import cache, digest, read, write

FIGURES = {"figure-1": "weights", "figure-2": "fixed_points", "figure-3": "condition", "figure-4": "bound", "figure-5": "orbits"}
"""Each figure, and the module of ``proofs.figures`` that draws it."""


def pages() -> Iterator[tuple[str, bytes]]:
    """Name and content of each figure: SVG for the site, PDF for print.

    Raises:
        ModuleNotFoundError: without matplotlib.
    """
    code = digest(("numeric_checks", "proofs/figures"))
    for name, module in FIGURES.items():
        kept = cache() / "figures" / f"{name}.json"
        match read(kept):
            case {"code": known, "svg": str(svg), "pdf": str(pdf)} if known == code:
                pass
            case _:
                svg, pdf = _drawn(getattr(import_module(f"proofs.figures.{module}"), name.replace("-", "_")))
                write(kept, {"code": code, "svg": svg, "pdf": pdf})
        yield f"figures/{name}.svg", svg.encode()
        yield f"figures/{name}.pdf", b64decode(pdf)


def _drawn(make: Callable[[], Any]) -> tuple[str, str]:
    """The figure as SVG and, in base 64, as PDF, the same at every run."""
    import matplotlib as mpl

    with mpl.rc_context({"svg.hashsalt": "book"}):
        figure = make()
        drawn, printed = io.BytesIO(), io.BytesIO()
        figure.savefig(drawn, format="svg", metadata={"Date": None})
        figure.savefig(printed, format="pdf", metadata={"CreationDate": None})
    return drawn.getvalue().decode(), b64encode(printed.getvalue()).decode()
