"""The look that all figures share."""

from fractions import Fraction

from matplotlib.axes import Axes
from matplotlib.figure import Figure

BLUE, ORANGE, GREEN, VERMILION, PURPLE, SKY, YELLOW = "#0072B2", "#E69F00", "#009E73", "#D55E00", "#AA4499", "#56B4E9", "#F0E442"
"""Colours that colour-blind readers tell apart (Okabe and Ito)."""
P_REF = r"$p_{\mathrm{ref}}$"
GREY, LIGHT, DARK = "#999999", "#E8E8E8", "#333333"


def sheet(width: float, height: float, title: str, note: str = "") -> Figure:
    """An empty figure with its title, and under it a small note: which parameters are the paper's and which our choice."""
    figure = Figure(figsize=(width, height), layout="constrained")
    figure.suptitle(title, fontsize=12)
    if note:
        figure.supxlabel(note, fontsize=8, color=DARK)
    return figure


def tidy(axes: Axes, across: str, up: str) -> None:
    """Name the axes and lighten the frame."""
    axes.set_xlabel(across)
    axes.set_ylabel(up)
    axes.spines[["top", "right"]].set_visible(False)
    axes.grid(color=LIGHT, linewidth=0.6)
    axes.set_axisbelow(True)


def spelled(value: Fraction) -> str:
    """A parameter as a reader writes it: 0.001, 5, 10⁻⁵."""
    size = 0
    while size < 30 and value < Fraction(1, 10**size):
        size += 1
    return f"$10^{{-{size}}}$" if size >= 4 and value * 10**size == 1 else f"{float(value):g}"
