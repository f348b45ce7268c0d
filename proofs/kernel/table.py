"""All pins, by the label of their claim, and the tactics their proofs share."""

from pathlib import Path

from proofs.kernel import lemmas, section_2, section_3, written
from proofs.kernel.pins import Pin

PINS: dict[str, Pin] = {**section_2.PINS, **section_3.PINS, **lemmas.PINS, **written.PINS}
"""Label → pin; a claim takes part if it names the family ``kernel``."""


def adaptor() -> str:
    """The tactics, as Rocq source."""
    return (Path(__file__).parent / "adaptor.v").read_text(encoding="utf-8")
