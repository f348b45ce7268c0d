"""The project's own development: the audit of it beside other work, and what a verdict on it depends on."""

import json
from collections.abc import Collection, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from pathlib import Path

import proofs
from proofs.kernel import coq
from proofs.kernel.audit import Audited, Development, audit
from proofs.kernel.development import DevelopmentError, digest, sources
from proofs.kernel.pins import PinError, pinned_all
from proofs.kernel.printer import PrinterError
from proofs.kernel.table import PINS, TABLES, adaptor
from proofs.places import first_sources
from proofs.places import sources as digests
from symbolic.claim import Claim

DEVELOPMENT = Development(
    Path(proofs.__file__).parent / "rocq",
    {"ZInterval.v": "829f63fe8741a3bfe44ba6879b5c3d1307ea8df126374b1d9612e97d98e11f4d"},
)
"""coqchk does not get through the functor of the interval tactic in minutes; the eight lines that apply it are pinned instead."""


def edition(label: str) -> str:
    """The digest of what the kernel's word on a claim depends on besides its statement; empty where it has none.

    The content of each ``.v`` file, the pin, the tactics, this package, and coqc's version.
    """
    if label not in PINS or not (common := _common()):
        return ""
    pin = PINS[label]
    return digest(common.encode(), json.dumps([type(pin).__name__, *vars(pin).values()]).encode())


@cache
def _common() -> str:
    try:
        files, version = _files(), coq.version()
    except (DevelopmentError, coq.CoqError):
        return ""
    named = (part for name, content in files.items() for part in (name.encode(), content))
    return digest(*named, code().encode(), adaptor().encode(), version.encode())


@cache
def _files() -> Mapping[str, bytes]:
    """The development, read once: what is audited is what the editions are made of, whatever becomes of the files."""
    return sources(DEVELOPMENT.folder)


def code(*, now: bool = False) -> str:
    """The digest of this package, less its tables of pins: as it is ``now``, or as this process saw it first."""
    files = digests((_PACKAGE,)) if now else first_sources()
    ours = (name for name in sorted(files) if name.startswith(f"{_PACKAGE}/") and name.endswith(".py"))
    return digest(*(f"{name} {files[name]}".encode() for name in ours if Path(name).name not in _TABLES))


_PACKAGE = "proofs/kernel"
_TABLES = frozenset(("table.py", *(Path(str(table.__file__)).name for table in TABLES)))
"""The files that hold nothing but pins, each of which counts for its own claim."""


class Auditing:
    """An audit in a thread of its own: a single program at a time, until somebody waits for it."""

    def __init__(self, claims: Mapping[str, Claim], labels: Collection[str], jobs: int) -> None:
        self._session = coq.Session(1)
        self._jobs = jobs
        self._pool = ThreadPoolExecutor(1)
        self._done: Future[Audited] = self._pool.submit(audited, claims, labels, jobs, self._session)

    def wait(self) -> Audited:
        """The outcome, as soon as it is there; from now on the audit has all processes to itself."""
        self._session.widen(self._jobs - 1)
        return self._done.result()

    def stop(self) -> None:
        """End it, whether or not it is done."""
        self._session.stop()
        self._pool.shutdown(cancel_futures=True)


def audited(claims: Mapping[str, Claim], labels: Collection[str], jobs: int = 1, session: coq.Session | None = None) -> Audited:
    """The audit of the pins of ``labels``: of the whole development where these are all there are."""
    try:
        pins = pinned_all(claims, PINS)
    except (PrinterError, PinError) as error:
        return Audited(f"a pin cannot be stated: {error}")
    wanted = [pin for pin in pins if pin.label in labels]
    try:
        files = _files()
    except DevelopmentError as error:
        return Audited(str(error))
    return audit(DEVELOPMENT, wanted, adaptor(), jobs, session, whole=len(wanted) == len(pins), files=files)
