"""Audits a development: compiles a clean copy, checks every pin against it, and reads what axioms the pins rest on.

The statements of the pins are compiled before, and apart from, anything of the development: no notation, coercion or scope of it can
change how they read.  One failure anywhere fails the audit as a whole.
"""

import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path

from proofs.kernel import axioms, coq
from proofs.kernel.coq import Session
from proofs.kernel.development import DevelopmentError, reached, refused, required, sources
from proofs.kernel.pins import Pinned
from proofs.kernel.schedule import Task, carry_out

_READER = "From Coq Require Import Reals List."
_PROVER = "From Coq Require Import Reals Lra Psatz List."
_ANALYST = "From Coquelicot Require Import Coquelicot."
_ROOTS = (("development", "GRPO"), ("pins", "Pins"))
_PINS_A_FILE = 24
"""Proofs of pins that go into one file: few enough that files are compiled side by side, enough that loading libraries is not the most."""
_STATEMENTS = ("Generated.v", "Written.v")
_SLOW = 25.0
"""Seconds that coqchk needs for a module that rests on one it passes over, roughly: what is slow is begun first."""


@dataclass(frozen=True)
class Development:
    """A folder of ``.v`` files, and the digests of those that coqchk passes over, by name."""

    folder: Path
    unchecked: Mapping[str, str]


@dataclass(frozen=True)
class Audited:
    """The outcome: ``failure`` is empty where everything was accepted; ``axioms`` are those all pins together rest on.

    ``proved`` holds, for each pin, its label, its theorem, its proposition, and the files below it that coqchk passed over.
    """

    failure: str
    axioms: tuple[str, ...] = ()
    proved: tuple[tuple[str, str, str, tuple[str, ...]], ...] = ()
    seconds: float = 0.0

    def pin(self, label: str) -> tuple[str, str, tuple[str, ...]] | None:
        """The theorem and the proposition pinned to that label, and what below them coqchk passed over, if the audit accepted them."""
        found = [(theorem, said, over) for known, theorem, said, over in self.proved if known == label and not self.failure]
        return found[0] if found else None


def audit(
    development: Development,
    pins: Sequence[Pinned],
    adaptor: str = "",
    jobs: int = 1,
    session: Session | None = None,
    *,
    whole: bool = True,
    files: Mapping[str, bytes] | None = None,
) -> Audited:
    """Compile and check everything, or unless ``whole`` what the pins rest on; whatever goes wrong is the outcome's ``failure``.

    ``files`` are those of the development where somebody has read them; else they are read now, once.
    """
    start = time.perf_counter()
    try:
        files = sources(development.folder) if files is None else files
        if wrong := refused(files):
            raise DevelopmentError(wrong)
        found = accepted(development, pins, adaptor, jobs, session, whole=whole, files=files)
    except (DevelopmentError, coq.CoqError) as error:
        return Audited(str(error), seconds=time.perf_counter() - start)

    def passed_over(pin: Pinned) -> tuple[str, ...]:
        below = reached(files, {f"{module}.v" for module in pin.modules} & files.keys())
        return tuple(name for name in below if name in development.unchecked)

    proved = tuple((p.label, p.theorem, p.proposition, passed_over(p)) for p in pins)
    return Audited("", found, proved, time.perf_counter() - start)


def accepted(
    development: Development,
    pins: Sequence[Pinned],
    adaptor: str = "",
    jobs: int = 1,
    session: Session | None = None,
    *,
    whole: bool = True,
    files: Mapping[str, bytes] | None = None,
) -> tuple[str, ...]:
    """The axioms that all pins rest on, once coqc, coqchk and the comparison of axioms have accepted everything.

    Raises:
        DevelopmentError, CoqError: where one does not.
    """
    files = sources(development.folder) if files is None else files
    if not pins:
        raise DevelopmentError("there are no pins: nothing to audit")
    for name, pinned in development.unchecked.items():
        if sha256(files.get(name, b"")).hexdigest() != pinned:
            raise DevelopmentError(f"{name}, which coqchk passes over, is not the file that was read")
    written = _pin_files(pins, adaptor)
    named = {name: required(content, files) for name, content in written.items()}
    needs = reached(files, files if whole else set().union(*named.values()))
    with tempfile.TemporaryDirectory() as place:
        home = Path(place)
        for folder, contents in (("development", {name: files[name] for name in needs}), ("pins", written)):
            (home / folder).mkdir()
            for name, content in contents.items():
                (home / folder / name).write_bytes(content)
        session = session or Session(jobs)
        tasks = {**_development_tasks(session, home, needs, development.unchecked), **_pin_tasks(session, home, named)}
        output = carry_out(tasks, jobs, session.stop)["pins/Axioms.v"]
    found = axioms.used(output or "")
    if isinstance(found, str):
        raise DevelopmentError(found)
    return found


def _development_tasks(session: Session, home: Path, needs: Mapping[str, set[str]], unchecked: Mapping[str, str]) -> dict[str, Task]:
    """Compile each file after those it requires; check apart what rests on a module passed over, which is slow, all others at once."""
    folder, roots = home / "development", ((".", "GRPO"),)
    tasks = {f"development/{name}": Task(_compiled(session, folder, name, roots), _names(before)) for name, before in needs.items()}
    slow = [name for name, before in needs.items() if before & unchecked.keys() and name not in unchecked]
    groups = [[name] for name in slow] + [[name for name in needs if name not in slow and name not in unchecked]]
    for group in filter(None, groups):
        modules = [f"GRPO.{name.removesuffix('.v')}" for name in group]
        weight = _SLOW if group[0] in slow else 1.0
        tasks[f"check {group[0]}"] = Task(_checked(session, home, modules), _names(group), weight)
    return tasks


def _pin_tasks(session: Session, home: Path, named: Mapping[str, set[str]]) -> dict[str, Task]:
    """Compile the statements on their own, the proofs after the files named in them, then the question for axioms; check them all."""
    tasks: dict[str, Task] = {}
    for name in _STATEMENTS:
        tasks[f"pins/{name}"] = Task(_compiled(session, home / "pins", name, ((".", "Pins"),)))
    proofs = [name for name in named if name.startswith("Proofs")]
    for name in ("Adaptor.v", *proofs):
        before = ("Adaptor.v", *_STATEMENTS) if name in proofs else ()
        after = (*_names(named[name]), *(f"pins/{n}" for n in before))
        tasks[f"pins/{name}"] = Task(_compiled(session, home, f"pins/{name}", _ROOTS), after, 4.0)
    tasks["pins/Axioms.v"] = Task(_compiled(session, home, "pins/Axioms.v", _ROOTS), tuple(f"pins/{name}" for name in proofs))
    modules = [f"Pins.{name.removesuffix('.v')}" for name in named]
    tasks["check pins"] = Task(_checked(session, home, modules), ("pins/Axioms.v",))
    return tasks


def _compiled(session: Session, folder: Path, name: str, roots: Sequence[tuple[str, str]]) -> Callable[[], str]:
    return partial(session.compile, folder, name, roots)


def _checked(session: Session, home: Path, modules: Sequence[str]) -> Callable[[], None]:
    return partial(session.check, home, modules, _ROOTS)


def _names(files: Sequence[str] | set[str]) -> tuple[str, ...]:
    return tuple(f"development/{name}" for name in files)


def _pin_files(pins: Sequence[Pinned], adaptor: str) -> dict[str, bytes]:
    """The statements, by the printer and by hand; their proofs; and the one question what these rest on."""
    home = {p.label: "Written" if p.written else "Generated" for p in pins}
    names = {p.label: f"Pins.{home[p.label]}.pin{k}" for k, p in enumerate(pins)}
    stated = {"Generated": [_READER], "Written": [_READER, *([_ANALYST] if any(p.written for p in pins) else [])]}
    for k, p in enumerate(pins):
        stated[home[p.label]].append(f"(* {p.label} *)\nDefinition pin{k} : Prop := ({p.proposition})%R.")
    proofs: dict[str, list[str]] = {}
    last: list[str] = []
    for first in range(0, len(pins), _PINS_A_FILE):
        group = pins[first : first + _PINS_A_FILE]
        file = f"Proofs{first // _PINS_A_FILE}"
        modules = dict.fromkeys(("Pins.Generated", "Pins.Written", *(f"GRPO.{m}" for p in group for m in p.modules)))
        proofs[file] = [_PROVER, *(f"Require {module}." for module in modules), "Require Import Pins.Adaptor.", "Open Scope R_scope."]
        for k, p in enumerate(group, first):
            script = f"Theorem proof{k} : {names[p.label]}.\nProof. unfold {names[p.label]}; {p.proof} Qed."
            proofs[file].append(f"(* {p.label} *)\n{script}")
            last.append(f"Definition proof{k} : {names[p.label]} := Pins.{file}.proof{k}.")
    asked = f"Definition all := ({', '.join(f'proof{k}' for k in range(len(pins)))}).\nPrint Assumptions all."
    required = f"Require Pins.Generated Pins.Written {' '.join(f'Pins.{file}' for file in proofs)}."
    files = {**stated, "Adaptor": [_PROVER, "Open Scope R_scope.", adaptor], **proofs, "Axioms": [required, *last, asked]}
    return {f"{name}.v": ("\n".join(lines) + "\n").encode() for name, lines in files.items()}
