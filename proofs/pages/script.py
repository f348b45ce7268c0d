"""One file of the Rocq development as a page shows it: comments as prose, statements as they stand, each proof a fold of its sentences."""

import re
from collections.abc import Iterator, Mapping, Sequence

from proofs.pages.goals import goals
from proofs.pages.myst import code, heading, html, text
from proofs.pages.states import Sentence

_SAYS = re.compile(r"\(\*\*?(.*?)\*\)", re.DOTALL)
_NAMED = re.compile(
    r"(?:(?:Local|Global)\s+)?(Theorem|Lemma|Corollary|Proposition|Fact|Remark|Definition|Fixpoint|Inductive|Record)\s+([\w']+)"
)
_BULLET = re.compile(r"[-+*]+")

Pinned = Mapping[tuple[str, str], Sequence[str]]
"""(file's name without .v, theorem's name) → for each claim that rests on it, a link."""


def anchor(stem: str, theorem: str) -> str:
    """The permanent place of a theorem or definition."""
    return f"rocq.{stem}.{theorem}"


def raw(words: str) -> str:
    """HTML as it stands."""
    return f"```{{raw}} html\n{words}\n```\n"


def opening(content: str) -> str:
    """The comment with which a file begins; empty where there is none."""
    match = _SAYS.match(content)
    return _prose(match[1]) if match else ""


def plain(stem: str, content: str) -> str:
    """The file without states, its theorems and definitions marked."""
    marked = _NAMED.sub(lambda m: f'<b id="{anchor(stem, m[2])}">{m[0]}</b>', html(content))
    return raw(f'<pre class="rocq" tabindex="0">{marked}</pre>')


def body(stem: str, content: bytes, sentences: Sequence[Sentence], pinned: Pinned) -> Iterator[str]:
    """The file in its order: comments as prose, sentences outside of proofs as they stand, each proof in a fold of its own."""
    told: list[str] = []
    steps: list[str] = []
    at, opened, before, bullet = 0, "", "", ""
    for sentence in sentences:
        gap, words = content[at : sentence.start].decode(), content[sentence.start : sentence.end].decode()
        at = sentence.end
        if opened:
            steps += [f'<li class="said">{html(" ".join(said.split()))}</li>' for said in _SAYS.findall(gap)]
            bullet = bullet or _indent(content, sentence)
            if _BULLET.fullmatch(words):  # it belongs to the sentence after it
                bullet += f"{words} "
                continue
            after = sentence.goals or (before if words.startswith("Proof") else "")
            steps.append(_step(f"{bullet}{words}", after, before))
            before, bullet = after or before, ""
            if not sentence.proof:
                told.append(_folded(opened, steps))
                opened, steps = "", []
            continue
        if _SAYS.search(gap):
            yield from _flushed(told)
            yield from _comments(gap)
        told.append(_stated(stem, words, "\n\n" in gap, pinned))
        opened, before = sentence.proof, sentence.goals
    yield from _flushed(told)


def _indent(content: bytes, sentence: Sentence) -> str:
    """How far the line on which a sentence begins is set in."""
    line = content[: sentence.start].rpartition(b"\n")[2]
    return " " * (len(line) - len(line.lstrip()))


def _flushed(told: list[str]) -> Iterator[str]:
    if told:
        yield raw("".join(told))
        told.clear()


def _comments(gap: str) -> Iterator[str]:
    for said in _SAYS.findall(gap):
        if said.strip().startswith("* "):
            yield f"## {heading(said.strip().removeprefix('* '))}\n"
        else:
            yield _prose(said) + "\n"


def _stated(stem: str, words: str, apart: bool, pinned: Pinned) -> str:
    """A sentence outside of proofs; a theorem has its anchor, and the claims that rest on it."""
    match = _NAMED.match(words)
    if match is None:
        return f'<pre class="rocq{" apart" if apart else ""}">{html(words)}</pre>'
    claims = pinned.get((stem, match[2]), ())
    rests = f'<p class="told">Claims that rest on it: {", ".join(claims)}</p>' if claims else ""
    head = f"<b>{html(match[0])}</b>{html(words[match.end() :])}"
    return f'<pre class="rocq apart anchor" id="{anchor(stem, match[2])}">{head}</pre>{rests}'


def _folded(theorem: str, steps: Sequence[str]) -> str:
    count = sum("<details" in step for step in steps)
    many = f"{count} proof states" if count != 1 else "one proof state"
    head = f"<summary>Proof of <code>{html(theorem)}</code>, {many}</summary>"
    return f'<details class="fold proof">{head}<ol class="states">{"".join(steps)}</ol></details>'


def _step(words: str, after: str, before: str) -> str:
    shown = f"<code>{html(words)}</code>"
    if not after:
        return f"<li>{shown}</li>"
    return f'<li><details><summary>{shown}</summary><pre class="goals">{goals(after, before)}</pre></details></li>'


def _prose(comment: str) -> str:
    """A comment's words; what stands in square brackets is code, if it is no interval."""
    words = re.split(r"\[([^\[\],]*)\]", " ".join(comment.split()))
    return "".join(code(piece) if k % 2 and piece else text(piece.replace("$", r"\$")) for k, piece in enumerate(words))
