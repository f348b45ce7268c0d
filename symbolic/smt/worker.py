"""Asks one solver about SMT-LIB scripts: a process of its own that imports z3 or cvc5 and nothing else of this project or any other.

It imports the solver once, and forks a process for each request: that one has limits of time and memory, meets its scripts
with a fresh solver without incremental mode, and ends.  Arguments: z3 or cvc5, and the folder that holds it.  A request is a line
of JSON on standard input: the scripts, asked in order until one is unsatisfiable, seconds of CPU and of wall time for all of
them, megabytes, options as name=value, and labels to spare.  The reply is a line of JSON on standard output, with a line for each script.
"""

import json
import os
import resource
import select
import signal
import sys
import time
from typing import Any

Answer = dict[str, Any]
TRIAL = 400_000
"""z3's effort (its rlimit, some 0.1 s) to do without a label: no clock, for the same core must come out on a busy machine."""
MAX_OUTPUT = 1 << 20


def z3(script: str, wall: float, _options: list[str], spare: list[str]) -> Answer:
    """Whether the script is satisfiable; with the names in an unsatisfiable core, or rational numbers at or near a model's values.

    Names are made of a label and a number.  Where the core holds several of the labels in ``spare``, those are left out, one after
    the other, without which the script is still unsatisfiable; one alone is needed, or an earlier script would have done.
    """
    answer = _z3(script, wall)
    if answer["answer"] == "unsat":
        for label in spare:
            if label in _labels(answer) and len(_labels(answer) & {*spare}) > 1:
                fewer = _z3(_only(script, _labels(answer) - {label}), wall, TRIAL)
                answer = fewer if fewer["answer"] == "unsat" else answer
    return answer


def _labels(answer: Answer) -> set[str]:
    return {name.partition(" ")[0] for name in answer["core"]}


def _only(script: str, labels: set[str]) -> str:
    """The script with no other named assertions than those of these labels; each stands on a line of its own."""
    kept = [f" :named |{label} " for label in labels]
    return "\n".join(line for line in script.splitlines() if " :named |" not in line or any(k in line for k in kept))


def _z3(script: str, wall: float, effort: int | None = None) -> Answer:
    import z3

    context = z3.Context()
    # The default solver turns incremental as soon as assertions have names; a tactic's solver does not.
    solver = z3.Tactic("qfnra", context).solver()
    solver.set("timeout", int(wall * 1000))
    solver.set("unsat_core", True)
    if effort is not None:
        solver.set("rlimit", effort)
    solver.from_string("(set-option :produce-unsat-cores true)\n" + script)
    answer = str(solver.check())
    if answer == "unsat":
        return {"answer": answer, "core": [str(name).strip("|") for name in solver.unsat_core()]}
    if answer == "sat":
        model = solver.model()
        values = {d.name(): model[d] for d in model.decls() if d.arity() == 0}  # division by 0 has an arity
        exact = {name: v if z3.is_rational_value(v) else v.approx(30) for name, v in values.items()}
        return {"answer": answer, "model": {name: str(v.as_fraction()) for name, v in exact.items()}}
    return {"answer": "unknown", "reason": solver.reason_unknown()}


def cvc5(script: str, wall: float, options: list[str], _spare: list[str]) -> Answer:
    """Whether the script is satisfiable."""
    import cvc5

    solver = cvc5.Solver(cvc5.TermManager())
    solver.setOption("tlimit-per", str(int(wall * 1000)))
    for option in options:
        solver.setOption(*option.split("="))
    parser = cvc5.InputParser(solver)
    parser.setStringInput(cvc5.InputLanguage.SMT_LIB_2_6, script, "query")
    symbols = parser.getSymbolManager()
    said = ""
    while not (command := parser.nextCommand()).isNull():
        said += command.invoke(solver, symbols)
    match said.strip():
        case "unsat":
            return {"answer": "unsat", "core": []}
        case "sat":
            return {"answer": "sat", "model": {}}
        case other:
            return {"answer": "unknown", "reason": other[:200]}


def confine(seconds: float, megabytes: int) -> None:
    """Limit CPU time and memory, and end with the parent process (by Linux's prctl; elsewhere by the time limit)."""
    signal.setitimer(signal.ITIMER_PROF, seconds)  # to the fraction of a second; its signal ends the process
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 1, int(seconds) + 2))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG


def answer(name: str, request: dict[str, Any], out: int) -> None:
    """Within limits, write a line of JSON for each script."""
    scripts = request["scripts"]
    confine(request["seconds"], request["megabytes"])
    ask = {"z3": z3, "cvc5": cvc5}[name]
    for script in scripts:
        try:
            found = ask(script, request["wall"] / len(scripts), request["options"], request["spare"])
        except Exception as error:  # noqa: BLE001 - whatever the solver raises, it has not answered
            found = {"answer": "unknown", "reason": f"{type(error).__name__}: {error}"[:200]}
        os.write(out, json.dumps(found).encode() + b"\n")
        if found["answer"] == "unsat":
            return


def serve(name: str, request: dict[str, Any]) -> Answer:
    """Let a forked process answer; what it wrote, how it ended, and the CPU seconds it took."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        try:
            answer(name, request, write)
            os._exit(0)
        finally:
            os._exit(1)  # whatever happens, the fork must not return into the loop that serves
    os.close(write)
    said, stopped = collect(read, request["wall"])
    os.close(read)
    if stopped:
        os.kill(child, signal.SIGKILL)
    _, status, usage = os.wait4(child, 0)
    ended = stopped or how_ended(os.waitstatus_to_exitcode(status))
    return {"said": said.decode(errors="replace"), "ended": ended, "cpu": usage.ru_utime + usage.ru_stime}


def how_ended(code: int) -> str:
    """The end of a process in words."""
    if code in (-signal.SIGPROF, -signal.SIGXCPU):
        return "ran out of time"
    return "ended without an answer" if code == 0 else f"was ended by signal {-code}" if code < 0 else f"crashed (exit {code})"


def collect(source: int, seconds: float) -> tuple[bytes, str]:
    """What comes from ``source`` until its end, and else why no more was read."""
    deadline = time.monotonic() + seconds
    said = b""
    while len(said) < MAX_OUTPUT:
        ready, _, _ = select.select([source, sys.stdin], [], [], max(0.0, deadline - time.monotonic()))
        if not ready:
            return said, f"was stopped after {seconds:.1f} s"
        if source not in ready:
            return said, "is no longer wanted"  # standard input has ended: whoever asked is gone
        chunk = os.read(source, 1 << 16)
        if not chunk:
            return said, ""
        said += chunk
    return said, "was stopped for writing too much"


def main(name: str, folder: str) -> None:
    """Serve requests until there are no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for whoever asked, and closes this process's standard input
    sys.path.append(folder)
    __import__(name)
    for line in iter(sys.stdin.readline, ""):
        print(json.dumps(serve(name, json.loads(line))), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
