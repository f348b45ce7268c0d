"""The prover: decides inequalities between real expressions by enclosures, with certificates; `prove` is all that others need."""

from numeric_checks.prover.proving import prove
from numeric_checks.prover.result import Enclosed, Exact, Found, Open, Witnessed

__all__ = ["Enclosed", "Exact", "Found", "Open", "Witnessed", "prove"]
