"""The built book in a real browser: pages load without a fault, formulas render, nothing scrolls sideways, controls answer."""

import os
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from tests.checkout import ROOT
from tests.test_book_built import BUILT, HTML, PAGES
from tests.test_explorers import BROWSER

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(BROWSER is None, reason="not run: no Chromium here (Debian and Ubuntu: apt install chromium)"),
    pytest.mark.skipif(not BUILT and not os.environ.get("CI"), reason="not run: no built book here; make book"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]
BASE = "/under/some/path"
"""The book is served below a path of its own, as project sites are."""
AUDITED = ["index.html", "chapters/amplification.html", "chapters/explore-map.html", "chapters/figures.html", "statements/errata.html"]
AUDITED += ["statements/graph.html", "statements/notation.html", "statements/section-3-theorem-2.html", "statements/rocq-Theorem3.html"]
SHOTS = ROOT / ".cache" / "screenshots"


class _Quiet(SimpleHTTPRequestHandler):
    """A plain file server that keeps no log."""

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the book."""
    home = tmp_path_factory.mktemp("site")
    (home / "under/some").mkdir(parents=True)
    (home / BASE[1:]).symlink_to(HTML, target_is_directory=True)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(home))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{BASE}/"
        server.shutdown()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        yield opened
        opened.close()


class Visit:
    """A page opened at a given size, and what went wrong with it."""

    def __init__(self, browser: Any, address: str, width: int = 1280, height: int = 900) -> None:
        self.page = browser.new_page(viewport={"width": width, "height": height})
        self.wrong: list[str] = []
        origin = "/".join(address.split("/")[:3])
        self.page.on("pageerror", lambda error: self.wrong.append(f"error: {error}"))
        self.page.on("console", lambda said: self.wrong.append(f"console: {said.text}") if said.type == "error" else None)
        self.page.on("requestfailed", lambda request: self.wrong.append(f"failed: {request.url}"))
        self.page.on(
            "response", lambda response: self.wrong.append(f"{response.status}: {response.url}") if response.status >= 400 else None
        )
        self.page.on(
            "request", lambda r: self.wrong.append(f"outside: {r.url}") if not r.url.startswith((origin, "data:", "blob:")) else None
        )
        self.page.goto(address, wait_until="load")

    def typeset(self) -> Any:
        """Wait until MathJax, where the page has it, is done."""
        self.page.evaluate("""async () => {
          if (!document.querySelector(".math")) return;
          while (!window.MathJax?.startup?.promise) await new Promise((done) => setTimeout(done, 50));
          await window.MathJax.startup.promise;
        }""")
        return self.page

    def close(self) -> None:
        self.page.close()


@pytest.fixture
def visit(browser: Any, site: str) -> Iterator[Any]:
    opened: list[Visit] = []

    def at(name: str, width: int = 1280, height: int = 900) -> Visit:
        opened.append(Visit(browser, site + name, width, height))
        return opened[-1]

    yield at
    for each in opened:
        each.close()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_loads_without_a_fault_and_every_formula_renders(name: str, visit: Any) -> None:
    opened = visit(name)
    page = opened.typeset()
    assert not opened.wrong
    assert page.locator("mjx-merror, mjx-mtext[data-mjx-error]").count() == 0
    raw = page.evaluate("""() => [...document.querySelectorAll(".math")]
      .filter((e) => !e.querySelector("mjx-container") && /\\\\[a-zA-Z(\\[]/.test(e.textContent)).map((e) => e.textContent.slice(0, 80))""")
    assert not raw


@pytest.mark.parametrize("name", AUDITED)
def test_a_page_has_no_serious_fault_of_accessibility(name: str, visit: Any) -> None:
    from axe_playwright_python.sync_playwright import Axe

    opened = visit(name)
    found = Axe().run(opened.typeset(), context={"include": [["article"]]}).response["violations"]
    grave = [f"{v['id']}: {v['nodes'][0]['html'][:200]}" for v in found if v["impact"] in ("serious", "critical")]
    assert not grave


@pytest.mark.parametrize("name", AUDITED)
def test_a_page_does_not_scroll_sideways_on_the_narrowest_phone(name: str, visit: Any) -> None:
    page = visit(name, 320, 640).typeset()
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("name", AUDITED)
@pytest.mark.parametrize("width", [375, 1280])
def test_a_picture_of_a_page_is_written_for_a_person_to_look_at(name: str, width: int, visit: Any) -> None:
    page = visit(name, width, 900).typeset()
    SHOTS.mkdir(parents=True, exist_ok=True)
    file = SHOTS / f"{Path(name).stem}-{width}.png"
    page.screenshot(path=file)
    assert file.stat().st_size > 5_000


@pytest.mark.parametrize("words", ["Lemma 3", "2-cycle"])
def test_search_finds(words: str, visit: Any) -> None:
    page = visit(f"search.html?q={words.replace(' ', '+')}").page
    page.wait_for_selector("#search-results ul.search li", timeout=30_000)
    assert page.locator("#search-results ul.search li").count() > 0


def test_the_dark_mode_is_a_button_away(visit: Any) -> None:
    page = visit("index.html").page
    before = page.locator("html").get_attribute("data-theme")
    seen = {before}
    for _ in range(3):
        page.locator("button.theme-switch-button").first.click()
        seen.add(page.locator("html").get_attribute("data-theme"))
    assert {"light", "dark"} <= seen


def test_the_evidence_of_a_claim_unfolds(visit: Any) -> None:
    page = visit("statements/section-3-theorem-2.html").typeset()
    fold = page.locator("article details").first
    assert fold.get_attribute("open") is None
    fold.locator("summary").first.click()
    assert fold.get_attribute("open") is not None


def test_a_proof_and_its_states_unfold_by_the_keyboard(visit: Any) -> None:
    page = visit("statements/rocq-Theorem3.html").page
    proof = page.locator("article details.proof").first
    proof.locator("summary").first.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    state = proof.locator("pre.goals").first
    assert state.is_visible()
    assert "⊢ fixed r b e p -> r < p < 1" in state.inner_text()


def test_a_link_into_a_proof_leads_to_its_theorem(visit: Any) -> None:
    page = visit("statements/appendix-b-theorem-3-proof-2-minimum.html").page
    link = page.locator('article a[href^="rocq-"]').first
    theorem = link.get_attribute("href").partition("#")[2]
    page.evaluate("(a) => location.assign(a)", page.evaluate("(a) => new URL(a, location.href).href", link.get_attribute("href")))
    page.wait_for_function("(id) => document.getElementById(id) !== null", arg=theorem)


def test_a_node_of_the_graph_leads_to_its_claim(visit: Any) -> None:
    opened = visit("statements/graph.html")
    link = opened.page.locator("article svg a").first
    target = link.evaluate("a => a.href.baseVal ?? a.href")
    opened.page.goto(opened.page.evaluate("(t) => new URL(t, location.href).href", target))
    anchor = target.partition("#")[2]
    assert anchor
    assert opened.page.evaluate("(id) => document.getElementById(id) !== null", anchor)
    assert not opened.wrong


def test_an_explorer_in_the_book_answers_the_keyboard(visit: Any) -> None:
    page = visit("chapters/explore-map.html").typeset()
    place = page.locator('[data-explorer="map"]')
    place.get_by_role("button", name="Figure 5").click()
    assert place.get_attribute("data-fixed-points") == "3"
    place.locator('[data-parameter="beta"] input[type="range"]').focus()
    page.keyboard.press("End")
    assert place.get_attribute("data-fixed-points") == "1"


def test_the_phase_diagram_of_the_book_shows_certified_cells(visit: Any) -> None:
    page = visit("chapters/explore-phases.html").typeset()
    place = page.locator('[data-explorer="phase"]')
    place.locator("canvas").focus()
    page.keyboard.press("ArrowRight")
    assert "β from" in place.get_by_role("status").inner_text()
    assert place.locator(".explorer-legend li").count() >= 4
