"""How long the explorers take to answer a slider, drawing included, against a frame of 16 ms: in a real browser.

python tests/benchmarks/explorers.py
"""

import statistics
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parents[2]))
from tests.test_explorers import BROWSER, write

FRAME = 16.0
MOVES = """(name) => {
  const slider = document.querySelector(`[data-explorer="${name}"] input[type="range"]`);
  const [low, high] = [Number(slider.min), Number(slider.max)];
  return Array.from({ length: 200 }, (_, k) => {
    slider.value = low + ((high - low) * k) / 200;
    const start = performance.now();
    slider.dispatchEvent(new Event("input"));
    return performance.now() - start;
  });
}"""


def main() -> int:
    """Print the median and the worst time of each explorer, and their ratio to a frame."""
    if BROWSER is None:
        print("not run: no Chromium here (Debian and Ubuntu: apt install chromium)")
        return 2
    with tempfile.TemporaryDirectory() as home, sync_playwright() as playwright:
        write(Path(home))
        browser = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(f"file://{home}/index.html")
        for name in ("map", "weights", "guarantees"):
            times = page.evaluate(MOVES, name)
            median = statistics.median(times)
            print(f"{name:12} median {median:6.2f} ms ({median / FRAME:.2f} frames), worst {max(times):6.2f} ms")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
