"""Audits a development: compiles a clean copy, checks every pin against it, and reads what axioms the pins rest on.

The statements of the pins are compiled before, and apart from, anything of the development: no notation, coercion or scope of it can
change how they read.  One failure anywhere fails the audit as a whole.
"""

import re
import tempfile
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from hashlib import sha256
from pathlib import Path

from proofs.kernel import axioms, coq
from proofs.kernel.development import DevelopmentError, digest, refused, sources, without_comments
from proofs.kernel.pins import Pinned

_READER = "From Coq Require Import Reals List."
_PROVER = "From Coq Require Import Reals Lra Psatz List.\nFrom Coquelicot Require Coquelicot."
_ROOTS = (("development", "GRPO"), ("pins", "Pins"))
_REQUIRED = re.compile(r"\s*(?:From\s+GRPO\s+)?Require\s+(?:Import\s+|Export\s+)?([\w.\s]+)")


@dataclass(frozen=True)
class Development:
    """A folder of ``.v`` files, and the digests of those that coqchk passes over, by name."""

    folder: Path
    unchecked: Mapping[str, str]


@dataclass(frozen=True)
class Audited:
    """The outcome: ``failure`` is empty where everything was accepted; ``axioms`` are those all pins together rest on.

    ``proved`` pairs each pin's label with its theorem and its proposition.
    """

    key: str
    failure: str
    axioms: tuple[str, ...] = ()
    proved: tuple[tuple[str, str, str], ...] = ()
    unchecked: tuple[str, ...] = ()
    seconds: float = 0.0

    def pin(self, label: str) -> tuple[str, str] | None:
        """The theorem and the proposition pinned to that label, if the audit accepted them."""
        return next(((theorem, said) for known, theorem, said in self.proved if known == label and not self.failure), None)


def key(development: Development, pins: Sequence[Pinned], adaptor: str) -> str:
    """The digest of everything an audit depends on: the content of each file, the pins, this package, and coqc's version.

    Raises:
        DevelopmentError: if the development cannot be read.
        CoqError: if there is no coqc.
    """
    files = sources(development.folder)
    code = [file.read_bytes() for file in sorted(Path(__file__).parent.glob("*.py"))]
    texts = [coq.version(), adaptor, *(t for p in pins for t in (p.label, p.theorem, p.proposition, p.proof))]
    return digest(*(part for name, content in files.items() for part in (name.encode(), content)), *code, *(t.encode() for t in texts))


def audit(development: Development, pins: Sequence[Pinned], adaptor: str = "", jobs: int = 1) -> Audited:
    """Compile and check everything; whatever goes wrong is the outcome's ``failure``."""
    start = time.perf_counter()
    name = ""
    try:
        name = key(development, pins, adaptor)
        if wrong := refused(sources(development.folder)):
            raise DevelopmentError(wrong)
        found = accepted(development, pins, adaptor, jobs)
    except (DevelopmentError, coq.CoqError) as error:
        return Audited(name, str(error), seconds=time.perf_counter() - start)
    return Audited(name, "", found, said(pins), tuple(development.unchecked), time.perf_counter() - start)


def said(pins: Sequence[Pinned]) -> tuple[tuple[str, str, str], ...]:
    """What the pins say, as `Audited.proved` holds it."""
    return tuple((p.label, p.theorem, p.proposition) for p in pins)


def accepted(development: Development, pins: Sequence[Pinned], adaptor: str = "", jobs: int = 1) -> tuple[str, ...]:
    """The axioms that all pins rest on, once coqc, coqchk and the comparison of axioms have accepted everything.

    Raises:
        DevelopmentError, CoqError: where one does not.
    """
    files = sources(development.folder)
    if not pins:
        raise DevelopmentError("there are no pins: nothing to audit")
    for name, pinned in development.unchecked.items():
        if sha256(files.get(name, b"")).hexdigest() != pinned:
            raise DevelopmentError(f"{name}, which coqchk passes over, is not the file that was read")
    with tempfile.TemporaryDirectory() as place:
        home = Path(place)
        for folder, contents in (("development", files), ("pins", _pin_files(pins, adaptor))):
            (home / folder).mkdir()
            for name, content in contents.items():
                (home / folder / name).write_bytes(content)
        for name in ("Generated.v", "Written.v"):
            coq.compile(home / "pins", name, ((".", "Pins"),))
        _compile(home / "development", files, jobs)
        coq.compile(home, "pins/Proofs.v", _ROOTS)
        output = coq.compile(home, "pins/Axioms.v", _ROOTS)
        checked = [f"GRPO.{name.removesuffix('.v')}" for name in files if name not in development.unchecked]
        coq.check(home, [*checked, "Pins.Generated", "Pins.Written", "Pins.Proofs", "Pins.Axioms"], _ROOTS)
    found = axioms.used(output)
    if isinstance(found, str):
        raise DevelopmentError(found)
    return found


def _pin_files(pins: Sequence[Pinned], adaptor: str) -> dict[str, bytes]:
    """The statements, by the printer and by hand; their proofs; and the one question what these rest on."""
    home = {p.label: "Written" if p.written else "Generated" for p in pins}
    names = {p.label: f"Pins.{home[p.label]}.pin{k}" for k, p in enumerate(pins)}
    stated = {"Generated": [_READER], "Written": [_READER, "From Coquelicot Require Import Coquelicot."]}
    modules = dict.fromkeys(("Pins.Generated", "Pins.Written", *(p.module for p in pins)))
    proofs = [_PROVER, *(f"Require {module}." for module in modules), "Open Scope R_scope.", adaptor]
    last = ["Require Pins.Generated Pins.Written Pins.Proofs."]
    for k, p in enumerate(pins):
        stated[home[p.label]].append(f"(* {p.label} *)\nDefinition pin{k} : Prop := ({p.proposition})%R.")
        proofs.append(f"(* {p.label} *)\nTheorem proof{k} : {names[p.label]}.\nProof. unfold {names[p.label]}; {p.proof} Qed.")
        last.append(f"Definition proof{k} : {names[p.label]} := Pins.Proofs.proof{k}.")
    last += [f"Definition all := ({', '.join(f'proof{k}' for k in range(len(pins)))}).", "Print Assumptions all."]
    files = {**stated, "Proofs": proofs, "Axioms": last}
    return {f"{name}.v": ("\n".join(lines) + "\n").encode() for name, lines in files.items()}


def _compile(folder: Path, files: Mapping[str, bytes], jobs: int) -> None:
    """Compile all files, each after those it requires; nothing they print is read."""
    order = TopologicalSorter({name: _requires(content, files) - {name} for name, content in files.items()})
    try:
        order.prepare()
    except CycleError as error:
        raise DevelopmentError(f"files require each other: {' → '.join(error.args[1])}") from error
    with ThreadPoolExecutor(jobs) as pool:
        running: dict[Future[str], str] = {}
        while order.is_active():
            running |= {pool.submit(coq.compile, folder, name, ((".", "GRPO"),)): name for name in order.get_ready()}
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                name = running.pop(future)
                try:
                    future.result()
                except BaseException:
                    pool.shutdown(cancel_futures=True)
                    raise
                order.done(name)


def _requires(content: bytes, files: Mapping[str, bytes]) -> set[str]:
    sentences = re.split(r"\.(?:\s|$)", without_comments(content.decode("utf-8")))
    named = {f"{word.rpartition('.')[2]}.v" for s in sentences if (found := _REQUIRED.fullmatch(s)) for word in found[1].split()}
    return named & files.keys()
