"""The prover: decides inequalities between real expressions by enclosures, with certificates; `prove` is all that others need."""

from numeric_checks.prover.proving import prove
from numeric_checks.prover.result import Enclosed, Found, Open, Witnessed

__all__ = ["Enclosed", "Found", "Open", "Witnessed", "prove"]
