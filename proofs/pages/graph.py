"""The graph of who uses whom, laid out here as one drawing, with the same facts in a table beside it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from proofs.pages.groups import Group
from proofs.pages.myst import html, in_print
from proofs.pages.reported import Account
from proofs.pages.words import BADGES, standing
from symbolic.claim import Kind

WIDTH, CHIP, GAP, ROW, HEAD = 672, 22, 6, 32, 30
"""Of the drawing, in pixels: its width, a chip's height, between chips, between rows, a group's head."""

_FILTERS = {
    "paper": "the paper",
    "errata": "errata and corrections",
    "beyond": "beyond the paper",
    "solver": "solver lemmas",
}


@dataclass(frozen=True)
class Chip:
    """A claim's place in the drawing, its left upper corner and width."""

    label: str
    words: str
    x: float
    y: float
    width: float


def page(found: Sequence[Group], account: Account) -> str:
    """The page."""
    head = (
        "(graph)=\n\n# Who uses whom\n\nEvery claim, by the statement it belongs to. A line joins a claim to one that it uses. "
        "Point at a claim, or go to it by the tab key, to see all that it rests on and all that rests on it; a click opens it. "
        "The sign says the verdict, the letters after it who proved it: "
        "**a** exact algebra, **s** SMT solvers, **e** enclosures, **k** the kernel of Rocq, **t** only with a cited theorem.\n"
    )
    where = {label: group for group in found for label in group.labels}
    body = [
        _controls(),
        _legend(),
        f'<div class="graph" tabindex="0" role="group" aria-label="Drawing of all claims">{_drawing(found, account, where)}</div>',
    ]
    script = '<script src="../_static/graph.js" defer></script>'
    print_only = in_print("The drawing and its table are on the site alone.")
    return f"{head}\n{print_only}\n{_raw(''.join(body))}\n## The same as a table\n\n{_raw(_table(account, where) + script)}"


def _raw(words: str) -> str:
    return f"```{{raw}} html\n{words}\n```\n"


def _controls() -> str:
    boxes = "".join(f'<label><input type="checkbox" data-filter="{key}" checked> {words}</label>' for key, words in _FILTERS.items())
    options = "".join(f'<option value="{value}">{value}</option>' for value in ("verdict", "evidence"))
    colour = f'<label>colour by <select id="graph-colour">{options}</select></label>'
    sizes = (("1.25", "Larger", "+"), ("0.8", "Smaller", "−"))
    zoom = "".join(f'<button type="button" data-zoom="{by}" aria-label="{name}">{sign}</button>' for by, name, sign in sizes)
    return f'<div class="graph-controls" role="group" aria-label="What the drawing shows">{boxes}{colour}{zoom}</div>'


def _legend() -> str:
    verdicts = {"proved": "proved", "refuted": "refuted: an erratum", "remark": "remark"}
    standings = {
        "whole": "whole outline: proved with all it uses",
        "cited": "dashed: with cited theorems",
        "partly": "dotted: something it uses is open",
    }
    items = [f'<span class="key v-{key}">{words}</span>' for key, words in verdicts.items()]
    return f'<p class="graph-legend">{"".join(items)}{"".join(f"<span class=key-s-{k}>{w}</span>" for k, w in standings.items())}</p>'


def kind(label: str, account: Account) -> str:
    """Which filter a claim belongs to."""
    claim = account.results[label].claim
    corrects = any(r.claim.correction == label for r in account.results.values())
    if claim.erratum is not None or corrects:
        return "errata"
    return "solver" if label.startswith("solver.") else "beyond" if label.startswith("beyond.") or claim.kind is Kind.EXTENSION else "paper"


def letters(label: str, account: Account) -> str:
    """Who proved the claim, a letter each."""
    r = account.results[label]
    if r.verdict != "proved":
        return ""
    cited = any(not a.startswith("solver.") for a in r.assumptions)
    by = "".join(letter for family, letter in (("algebra", "a"), ("smt", "s"), ("enclosure", "e"), ("kernel", "k")) if family in r.families)
    return by + ("t" if cited else "")


def _places(found: Sequence[Group], account: Account) -> tuple[dict[str, Chip], list[tuple[Group, float]], float]:
    chips: dict[str, Chip] = {}
    heads: list[tuple[Group, float]] = []
    y = 0.0
    for group in found:
        y += HEAD
        heads.append((group, y - 9))
        x = 0.0
        for label in group.labels:
            words = f"{BADGES[account.results[label].verdict][0]} {label} {letters(label, account)}".strip()
            width = 7.1 * len(words) + 12
            if x and x + width > WIDTH:
                x, y = 0.0, y + ROW
            chips[label] = Chip(label, words, x, y, width)
            x += width + GAP
        y += ROW
    return chips, heads, y


def _drawing(found: Sequence[Group], account: Account, where: dict[str, Group]) -> str:
    chips, heads, height = _places(found, account)
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-2 0 {WIDTH + 4} {height:.0f}" width="{WIDTH}" class="by-verdict">']
    parts += [f'<text class="head" x="0" y="{y:.0f}">{html(group.short)}</text>' for group, y in heads]
    for label, chip in chips.items():
        for used in account.results[label].uses:
            parts.append(f'<path class="edge" data-from="{label}" data-to="{used}" d="{_curve(chip, chips[used])}"/>')
    for label, chip in chips.items():
        r = account.results[label]
        status, words = standing(label, account)
        evidence = letters(label, account).replace("t", "") or "none"
        classes = f"node v-{r.verdict or 'remark'} s-{status} e-{evidence}"
        parts.append(
            f'<a href="{where[label].page}.html#{label}" class="{classes}" data-label="{label}" data-kind="{kind(label, account)}" '
            f'aria-label="{html(f"{label}: {BADGES[r.verdict][1]}; {words}")}">'
            f"<title>{html(f'{r.claim.title}: {words}')}</title>"
            f'<rect x="{chip.x:.0f}" y="{chip.y:.0f}" width="{chip.width:.0f}" height="{CHIP}" rx="5"/>'
            f'<text x="{chip.x + 6:.0f}" y="{chip.y + 15:.0f}">{html(chip.words)}</text></a>'
        )
    return "".join((*parts, "</svg>"))


def _curve(user: Chip, used: Chip) -> str:
    """From the user's middle to the used one's, bent so that lines of one row do not run along it."""
    x1, y1 = user.x + user.width / 2, user.y + (CHIP if used.y > user.y else 0)
    x2, y2 = used.x + used.width / 2, used.y + (0 if used.y > user.y else CHIP)
    bend = 24 if used.y > user.y else -24
    return f"M{x1:.0f} {y1:.0f}C{x1:.0f} {y1 + bend:.0f} {x2:.0f} {y2 - bend:.0f} {x2:.0f} {y2:.0f}"


def _table(account: Account, where: dict[str, Group]) -> str:
    def at(label: str) -> str:
        return f'<a href="{where[label].page}.html#{label}">{html(label)}</a>'

    head = "".join(f'<th scope="col">{words}</th>' for words in ("Claim", "Verdict", "By", "With all it uses", "Uses", "Used by"))
    body = "".join(_rows(account, at))
    table = f'<table class="table sortable graph-table"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
    return f'<div class="scroll" tabindex="0" role="group" aria-label="Table of all claims">{table}</div>'


def _rows(account: Account, at: Callable[[str], str]) -> Iterator[str]:
    for label, r in account.results.items():
        cells = (
            f"{at(label)}<br>{html(r.claim.title)}",
            f'<span class="badge badge-{r.verdict or "remark"}">{" ".join(BADGES[r.verdict])}</span>',
            html(", ".join(f for f in r.families if f != "sampling") or "—") if r.verdict == "proved" else "—",
            html(standing(label, account)[1]),
            ", ".join(map(at, r.uses)) or "—",
            str(len(account.used_by[label])),
        )
        yield f'<tr data-kind="{kind(label, account)}">{"".join(f"<td>{cell}</td>" for cell in cells)}</tr>'
