"""Seconds as an option takes them: a number above 0 for which the system can wait."""

import math
from typing import Any

import click

MOST = 1e6
"""Eleven days; beyond twice that, waiting for a process overflows."""


class Seconds(click.FloatRange):
    """A number of seconds, above 0 and at most `MOST`."""

    def __init__(self) -> None:
        super().__init__(min=0, min_open=True, max=MOST)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """The number; what is not a number compares with no bound, and is refused here."""
        seconds = float(super().convert(value, param, ctx))
        if math.isnan(seconds):
            self.fail(f"{value!r} is not a number of seconds.", param, ctx)
        return seconds
