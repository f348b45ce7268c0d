"""One proof state as HTML: hypotheses, the goal, what is left besides; what the last sentence changed is in bold."""

import re

from proofs.pages.myst import html

_RULE = re.compile(r"^ *={10,} *$", re.MULTILINE)
_OTHER = re.compile(r"^goal (\d+) is:$", re.MULTILINE)


def goals(after: str, before: str) -> str:
    """The state ``after`` a sentence, both as coqtop prints them; what stood in the state ``before`` is not in bold."""
    known_hypotheses, known_goal = _read(before)
    hypotheses, goal = _read(after)
    if goal is None:
        return html(_left(after))
    lines = [html(h) if h in known_hypotheses else f"<b>{html(h)}</b>" for h in hypotheses]
    first, *rest = _OTHER.split(goal)
    said = "⊢ " + first.strip()
    lines.append(html(said) if known_goal is not None and _OTHER.split(known_goal)[0].strip() == first.strip() else f"<b>{html(said)}</b>")
    lines += [f"\n<i>{html(f'then ⊢ {other.strip()}')}</i>" for other in rest[1::2]]
    return "\n".join(lines)


def _read(state: str) -> tuple[list[str], str | None]:
    """The hypotheses and the goals of a state; no goal where none is in focus."""
    head, *tail = _RULE.split(state, maxsplit=1)
    if not tail:
        return [], None
    hypotheses: list[str] = []
    for line in head.splitlines()[1:]:
        if line.startswith("  ") and line.strip():
            if line.startswith("   ") and hypotheses:
                hypotheses[-1] += f"\n{line[2:]}"
            else:
                hypotheses.append(line[2:])
    return hypotheses, tail[0]


def _left(state: str) -> str:
    """What is said where no goal is in focus: that all is proved, or what remains elsewhere."""
    _, *rest = _OTHER.split(state)
    others = [f"⊢ {other.strip()}" for other in rest[1::2]]
    return "This part is proved; then\n" + "\n".join(others) if others else "No goal is left."
