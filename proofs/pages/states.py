"""The proof states of the Rocq development, sentence by sentence, as coqtop prints them; made once for the files as they stand, and kept.

The whole development goes through one session, each file as a module, so that libraries are loaded once.  Nothing rests on it: a verdict
of the kernel comes from the audit alone.
"""

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

from proofs.kernel.coq import SECONDS, CoqError, absent, found, version
from proofs.kernel.development import digest, sources, without_comments
from proofs.places import read, write

_REQUIRE = re.compile(rb"^(?:From\s+\S+\s+)?Require\s[^.]*(?:\.\w[^.]*)*\.(?=\s)", re.MULTILINE)
_OWN = re.compile(rb"From\s+GRPO\s+Require(\s+Import|\s+Export)?\s+([\w\s]+)\.")
_PROMPT = re.compile(rb"<prompt>(.*?) < \d+ \|(.*?)\| \d+ < </prompt>", re.DOTALL)
_PLACE = re.compile(rb"^Chars (\d+) - (\d+) \[.*$", re.MULTILINE)
_GOALS = re.compile(rb"^(?:\d+ (?:focused )?goals?|No more goals|This subproof is complete)", re.MULTILINE)
_NUMBER = re.compile(r" \(ID \d+\)")


@dataclass(frozen=True)
class Sentence:
    """One sentence of a file, from byte to byte; the proof it leaves open (empty: none), and the goals printed after it."""

    start: int
    end: int
    proof: str
    goals: str


States = Mapping[str, tuple[Sentence, ...]]
"""The sentences of each file, by its name."""


def states(folder: Path, kept: Path) -> States:
    """The states of every file of the development in ``folder``: those that the file ``kept`` holds, where files and coqtop are the same.

    Raises:
        CoqError: if there is no coqtop of the version meant, or it refuses a sentence.
        DevelopmentError: if the files cannot be read.
    """
    files = sources(folder)
    if lacking := absent() or (None if found("coqtop") else "coqtop not found"):
        raise CoqError(lacking)
    named = (part for name, content in files.items() for part in (name.encode(), content))
    key = digest(version().encode(), Path(__file__).read_bytes(), *named)
    match read(kept):
        case {"key": known, "files": dict(known_files)} if known == key:
            return {name: tuple(Sentence(*row) for row in rows) for name, rows in known_files.items()}
    made = asked(files)
    write(kept, {"key": key, "files": {name: [astuple(s) for s in sentences] for name, sentences in made.items()}})
    return made


def asked(files: Mapping[str, bytes]) -> States:
    """What coqtop says of the files, which stand in the order of their dependence.

    Raises:
        CoqError: if it refuses a sentence, or leaves part of a file unread.
    """
    session, begins = b"", {}
    for name, content in files.items():
        head, body = _module(Path(name).stem, content)
        begins[name] = len(session) + len(head)
        session += head + body + f"\nEnd {Path(name).stem}.\n".encode()
    spoken = _spoken(session)
    made = {name: _within(spoken, begin, content) for (name, content), begin in zip(files.items(), begins.values(), strict=True)}
    for name, content in files.items():
        _covered(name, _module(Path(name).stem, content)[1], made[name])
    return made


def _module(name: str, content: bytes) -> tuple[bytes, bytes]:
    """What opens the file as a module, with all that it requires, and the file with blanks for what it requires: its offsets stay."""
    head = [b"Module %s." % name.encode()]

    def taken(match: re.Match[bytes]) -> bytes:
        own = _OWN.fullmatch(match[0])
        if own is None:
            head.append(match[0])
        elif own[1]:  # loaded in this session: a qualified name finds it, only the import is left to do
            head.append(own[1].strip() + b" " + b" ".join(b"GRPO." + word for word in own[2].split()) + b".")
        return re.sub(rb"\S", b" ", match[0])

    body = _REQUIRE.sub(taken, content)
    return b"\n".join((*head, b"")), body


def _spoken(session: bytes) -> list[Sentence]:
    """Each sentence of the session, in its order.

    Raises:
        CoqError: where coqtop refuses one, ends early or takes too long.
    """
    lower = [nice, "-n", "10"] if (nice := shutil.which("nice")) else []
    environment = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR", "LANG") if name in os.environ}  # no COQPATH
    command = [*lower, found("coqtop") or "coqtop", "-q", "-emacs", "-time", "-w", "none", "-top", "GRPO"]
    try:
        with tempfile.TemporaryDirectory() as place:  # some tactics leave a file of their own where they run
            done = subprocess.run(
                command,
                input=session,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                cwd=place,
                env=environment,
                timeout=SECONDS,
                check=False,
            )
    except subprocess.TimeoutExpired as error:
        raise CoqError(f"coqtop took more than {SECONDS:g} s for the proof states") from error
    except OSError as error:
        raise CoqError(f"coqtop does not run: {error}") from error
    pieces = _PROMPT.split(done.stdout)  # what is said before the first prompt, then prompt, open proofs, what is said, …
    if done.returncode != 0 or len(pieces) < 4:
        raise CoqError(f"coqtop ends with {done.returncode}: {done.stdout[-300:].decode(errors='replace')}")
    return [_sentence(said, opened, session) for said, opened in zip(pieces[3:-3:3], pieces[5::3], strict=True)]


def _sentence(said: bytes, opened: bytes, session: bytes) -> Sentence:
    """What was said of one sentence, and the proofs open after it, the innermost first."""
    place = list(_PLACE.finditer(said))
    if len(place) != 1 or re.search(rb"^Error:", said, re.MULTILINE):
        line = session.count(b"\n", 0, int(place[0][1])) + 1 if place else 0
        why = b" ".join(said.split())[-300:].decode(errors="replace")
        raise CoqError(f"coqtop refuses line {line} of the files as one session: {why}")
    after = said[place[0].end() :]
    goals = after[match.start() :].decode() if (match := _GOALS.search(after)) else ""
    return Sentence(int(place[0][1]), int(place[0][2]), opened.decode().partition("|")[0], _NUMBER.sub("", goals).rstrip())


def _within(spoken: Sequence[Sentence], begin: int, content: bytes) -> tuple[Sentence, ...]:
    """The sentences of one file, counted from its own beginning."""
    end = begin + len(content)
    return tuple(Sentence(s.start - begin, s.end - begin, s.proof, s.goals) for s in spoken if begin <= s.start and s.end <= end)


def _covered(name: str, body: bytes, sentences: Sequence[Sentence]) -> None:
    """Nothing of the file but comments stands outside its sentences."""
    at = 0
    for s in (*sentences, Sentence(len(body), len(body), "", "")):
        if s.start < at or without_comments(body[at : s.start].decode()).strip():
            raise CoqError(f"coqtop leaves part of {name} unread, near byte {at}")
        at = s.end
