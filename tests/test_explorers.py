"""The explorers of the book, in a real browser: they agree with the certified values, and obey the keyboard."""

import shutil
from collections.abc import Iterator
from fractions import Fraction
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from flint import arb

from numeric_checks.dynamics.fixed_points import above_threshold, fixed_points
from numeric_checks.dynamics.logit_map import Parameters

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(BROWSER is None, reason="not run: no Chromium here (Debian and Ubuntu: apt install chromium)"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]
ASSETS = Path(__file__).parent.parent / "book" / "assets" / "explorers"
SCRIPTS = ("core.js", "draw.js", "map.js", "weights.js", "guarantees.js", "phase.js")
PHASE = """{"eps": "1e-5", "betas": [1, 2, 4], "p_refs": [0.1, 0.2, 0.3], "regimes": [
  {"name": "monotone", "says": "converges", "colour": "#123456"}, {"name": "undecided", "says": "no answer", "colour": "#777777"}],
  "cells": ["aa", "ab"], "counts": ["13", "1?"]}"""
GRID = list(product(("1/100", "1/1000", "3/10", "1/2", "9/10"), ("1/10", "1", "5", "30", "200"), ("1/100000", "1/100", "1/4")))


def write(home: Path) -> None:
    """A page with every explorer, and what it loads."""
    for file in ASSETS.iterdir():
        shutil.copy(file, home)
    places = "".join(f'<div data-explorer="{name}"></div>' for name in ("map", "weights", "guarantees", "phase"))
    scripts = "".join(f'<script src="{name}"></script>' for name in SCRIPTS)
    style = '<link rel="stylesheet" href="explorers.css">'
    head = f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>explorers</title>{style}</head>'
    data = f'<script type="application/json" id="phase-data">{PHASE}</script>'
    (home / "index.html").write_text(f"{head}<body>{places}{data}{scripts}</body></html>", encoding="utf-8")


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A page with every explorer; an error in it fails the test that asks for it."""
    from playwright.sync_api import sync_playwright

    home = tmp_path_factory.mktemp("explorers")
    write(home)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        opened = browser.new_page(viewport={"width": 800, "height": 900})
        errors: list[str] = []
        opened.on("pageerror", lambda error: errors.append(str(error)))
        opened.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        opened.goto(f"file://{home}/index.html")
        yield opened
        browser.close()
        assert not errors


def near(value: float, certified: arb) -> bool:
    """Whether a double agrees with the certified value to nine digits."""
    return bool(abs(arb(value) - certified) <= arb("1e-9") * (1 + abs(certified)))


@pytest.mark.parametrize(("p_ref", "beta", "eps"), GRID)
def test_the_fixed_points_drawn_are_the_certified_ones(page: Any, p_ref: str, beta: str, eps: str) -> None:
    certified = fixed_points(Parameters(Fraction(p_ref), Fraction(beta), Fraction(eps)))
    assert certified is not None
    drawn = page.evaluate(
        "([pRef, beta, eps]) => GRPO.fixedPoints(GRPO.successMap({pRef, beta, eps})).map((f) => [f.x, f.multiplier])",
        [float(Fraction(v)) for v in (p_ref, beta, eps)],
    )
    assert len(drawn) == len(certified)
    for (x, multiplier), point in zip(drawn, certified, strict=True):
        assert near(x, point.logit)
        assert near(multiplier, point.multiplier)


@pytest.mark.parametrize(("p_ref", "beta", "eps"), GRID)
def test_what_the_theorems_guarantee_is_said_as_certified(page: Any, p_ref: str, beta: str, eps: str) -> None:
    q = Parameters(Fraction(p_ref), Fraction(beta), Fraction(eps))
    said = page.evaluate("([pRef, beta, eps]) => GRPO.guarantees({pRef, beta, eps})", [float(Fraction(v)) for v in (p_ref, beta, eps)])
    assert said["contracts"] == above_threshold(q)
    certified = fixed_points(q)
    assert certified is not None
    assert said["count"] == len(certified)
    assert all(arb(said["floor"]) <= 1 / (1 + (-point.logit).exp()) + arb("1e-12") for point in certified)


def test_the_keyboard_moves_a_slider_and_the_fixed_points_with_it(page: Any) -> None:
    place = page.locator('[data-explorer="map"]')
    place.get_by_role("button", name="Figure 5").click()
    assert place.get_attribute("data-fixed-points") == "3"
    beta = place.locator('[data-parameter="beta"] input[type="range"]')
    beta.focus()
    page.keyboard.press("End")
    assert place.get_attribute("data-fixed-points") == "1"
    shown = float(place.locator("tbody tr").first.get_attribute("data-logit"))
    certified = fixed_points(Parameters(Fraction(1, 1000), Fraction(1000), Fraction(1, 100000)))
    assert certified is not None
    assert near(shown, certified[0].logit)


def test_figure_5_is_shown_as_a_cycle_of_period_2_and_not_as_certified(page: Any) -> None:
    place = page.locator('[data-explorer="map"]')
    place.get_by_role("button", name="Figure 5").click()
    said = place.get_by_role("status").inner_text()
    assert "cycle of period 2" in said
    assert "0.05872" in said
    assert "not certified" in said


def test_a_field_takes_an_exact_number_and_marks_a_wrong_one(page: Any) -> None:
    place = page.locator('[data-explorer="map"]')
    field = place.locator('[data-parameter="p-ref"] input[type="text"]')
    field.fill("1.5")
    field.press("Enter")
    assert field.get_attribute("aria-invalid") == "true"
    field.fill("0.25")
    field.press("Enter")
    assert field.get_attribute("aria-invalid") is None


def test_the_weights_are_those_of_equation_4(page: Any) -> None:
    success, failure = page.evaluate("() => { const w = GRPO.weights(0.2, 0.09); return [w.success, w.failure]; }")
    assert near(success, arb("0.8") / arb("0.25").sqrt())
    assert near(failure, arb("0.2") / arb("0.25").sqrt())


def test_the_phase_diagram_is_read_by_the_keyboard(page: Any) -> None:
    place = page.locator('[data-explorer="phase"]')
    canvas = place.locator("canvas")
    canvas.focus()
    for key in ("ArrowUp", "ArrowRight"):
        page.keyboard.press(key)
    said = place.get_by_role("status")
    assert said.get_attribute("data-regime") == "undecided"
    assert "undecided" in said.inner_text()
    page.keyboard.press("ArrowLeft")
    assert said.get_attribute("data-regime") == "monotone"
    assert "β from 1 to 2" in said.inner_text()
