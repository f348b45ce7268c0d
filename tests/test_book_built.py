"""The built book: links and anchors resolve, nothing is loaded from outside, every label has its place, pages are light."""

import os
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest

from proofs.catalogue import load
from proofs.kernel.coq import absent
from proofs.kernel.development import sources
from proofs.kernel.project import DEVELOPMENT
from proofs.pages import rocq
from tests.checkout import ROOT

HTML = ROOT / "book" / "_build" / "html"
BUILT = sorted(f.relative_to(HTML).as_posix() for f in HTML.rglob("*.html") if "_static" not in f.parts) if HTML.is_dir() else []
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not BUILT and not os.environ.get("CI"), reason="not run: no built book here; make book"),
]
PAGES = [p for p in BUILT if p not in ("search.html", "genindex.html")] or ["index.html"]
MOST_BYTES = 1_500_000
"""On first load, uncompressed."""


class _Page(HTMLParser):
    """The ids, the links and the loads of one page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.words: list[str] = []
        self.classes: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.ids.update(given[name] for name in ("id", "name") if name in given)
        self.classes.update(given.get("class", "").split())
        if tag in ("a", "area") and "href" in given:
            self.links.append(given["href"])
        if tag == "link" and given.get("rel") in ("stylesheet", "preload", "icon", "prefetch"):
            self.loads.append(given["href"])
        if "src" in given:
            self.loads.append(given["src"])

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@cache
def page(name: str) -> _Page:
    return _Page((HTML / name).read_text(encoding="utf-8"))


def inside(name: str, target: str) -> Path:
    """The file that a link of a page leads to."""
    return (HTML / name).parent / unquote(urldefrag(target)[0].split("?")[0]) if urldefrag(target)[0] else HTML / name


@pytest.mark.parametrize("name", PAGES)
def test_every_link_within_the_book_leads_somewhere(name: str) -> None:
    for link in page(name).links:
        if link.startswith(("http:", "https:", "mailto:", "javascript:")):
            continue
        file = inside(name, link)
        assert file.is_file(), f"{name}: {link}"
        fragment = unquote(urldefrag(link)[1])
        if fragment and file.suffix == ".html":
            assert fragment in page(file.resolve().relative_to(HTML.resolve()).as_posix()).ids, f"{name}: {link}"


@pytest.mark.parametrize("name", PAGES)
def test_a_page_loads_nothing_from_outside_and_all_that_it_loads_is_there(name: str) -> None:
    for load_ in page(name).loads:
        assert not load_.startswith(("http:", "https:", "//")), f"{name} loads {load_}"
        assert not load_.startswith("/"), f"{name}: {load_} holds for one place of the site only"
        assert load_.startswith("data:") or inside(name, load_).is_file(), f"{name}: {load_}"


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_light_mathjax_apart(name: str) -> None:
    loads = {inside(name, x).resolve() for x in page(name).loads if "mathjax" not in x and not x.startswith("data:")}
    fonts = set((HTML / "_static").rglob("fa-solid-900.woff2"))  # the only one of the theme's fonts that a page asks for
    assert sum(x.stat().st_size for x in {HTML / name, *loads, *fonts}) <= MOST_BYTES


def test_the_proofs_of_the_kernel_are_shown_with_their_states_or_said_to_be_without() -> None:
    for file in sources(DEVELOPMENT.folder):
        name = f"statements/{rocq.name(Path(file).stem)}.html"
        without = absent() is not None or b"Proof" not in sources(DEVELOPMENT.folder)[file]
        assert without or "goals" in page(name).classes
        assert ("The proof states were not made" in "".join(page(name).words)) == (absent() is not None)


@pytest.mark.parametrize("label", list(load().claims))
def test_every_label_is_the_permanent_anchor_of_its_claim(label: str) -> None:
    assert f"at.{label}" in page("statements/index.html").ids
    assert any(label in page(name).ids for name in PAGES if name.startswith("statements/"))


def test_no_chapter_is_unwritten_and_none_shows_raw_markup() -> None:
    for name in PAGES:
        words = "".join(page(name).words)
        for raw in ("Soon.", "```", "{doc}", "{include}", "](#"):
            assert raw not in words or (name.endswith("add-a-lemma.html") and raw in ("```", "{include}")), f"{name}: {raw}"


def test_the_styles_and_scripts_of_the_book_ask_nothing_of_the_network() -> None:
    for file in (ROOT / "book" / "assets").rglob("*"):
        if file.suffix in (".css", ".js") and "vendor" not in file.parts:
            words = file.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
            assert "http:" not in words, file
            assert "https:" not in words, file


def test_what_is_vendored_carries_its_licence() -> None:
    vendor = ROOT / "book" / "assets" / "vendor"
    assert {f.parent.name for f in vendor.rglob("LICENSE*")} == {f.name for f in vendor.iterdir()}
