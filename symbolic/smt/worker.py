"""Asks one solver about SMT-LIB scripts: run as a process of its own that imports z3 or cvc5 and nothing else of this project or any other.

Arguments: z3 or cvc5, the folder that holds it, CPU seconds for each script, megabytes, the parent's process id, options as name=value.
Standard input: a JSON list of scripts, asked in order until one is unsatisfiable, each by a fresh solver without incremental mode.
Standard output: a line of JSON for each.
"""

import json
import os
import resource
import sys
from typing import Any

Answer = dict[str, Any]
TRIAL = 0.2
"""Seconds that z3 gets to do without a label."""


def confine(seconds: float, megabytes: int, parent: int) -> None:
    """Limit time and memory, and end with the parent process (by Linux's prctl; elsewhere by the time limit)."""
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 1, int(seconds) + 2))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(1, 9)  # PR_SET_PDEATHSIG, SIGKILL
    if os.getppid() != parent:
        sys.exit("the parent process has ended")


def z3(script: str, seconds: float, options: list[str]) -> Answer:
    """Whether the script is satisfiable; with the names in an unsatisfiable core, or rational numbers at or near a model's values.

    Names are made of a label and a number; labels that can be spared are left out of the core, the last ones first.
    """
    answer = _z3(script, seconds, options)
    if answer["answer"] == "unsat":
        for label in sorted(_labels(answer), key=lambda label: -script.index(f" :named |{label} ")):
            fewer = _z3(_only(script, _labels(answer) - {label}), min(seconds, TRIAL), options)
            answer = fewer if fewer["answer"] == "unsat" else answer
    return answer


def _labels(answer: Answer) -> set[str]:
    return {name.partition(" ")[0] for name in answer["core"]}


def _only(script: str, labels: set[str]) -> str:
    """The script with no other named assertions than those of these labels; each stands on a line of its own."""
    kept = [f" :named |{label} " for label in labels]
    return "\n".join(line for line in script.splitlines() if " :named |" not in line or any(k in line for k in kept))


def _z3(script: str, seconds: float, options: list[str]) -> Answer:
    import z3

    context = z3.Context()
    # The default solver turns incremental as soon as assertions have names; a tactic's solver does not.
    solver = z3.Tactic("qfnra", context).solver()
    solver.set("timeout", int(seconds * 1000))
    solver.set("unsat_core", True)
    for option in options:
        solver.set(*option.split("="))
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


def cvc5(script: str, seconds: float, options: list[str]) -> Answer:
    """Whether the script is satisfiable."""
    import cvc5

    solver = cvc5.Solver(cvc5.TermManager())
    solver.setOption("tlimit-per", str(int(seconds * 1000)))
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


def main(name: str, folder: str, seconds: str, megabytes: str, parent: str, *options: str) -> None:
    """Read scripts, write answers."""
    scripts = json.load(sys.stdin)
    confine(float(seconds) * len(scripts), int(megabytes), int(parent))
    sys.path.append(folder)
    ask = {"z3": z3, "cvc5": cvc5}[name]
    for script in scripts:
        answer = ask(script, float(seconds), list(options))
        print(json.dumps(answer), flush=True)
        if answer["answer"] == "unsat":
            return


if __name__ == "__main__":
    main(*sys.argv[1:])
