// The certified phase diagram over (β, p_ref): what a cell says holds at every point of it; undecided cells are shown as such.
// The data stand in the page, in <script type="application/json" id="phase-data">: boundaries, regimes, and a character a cell.
(function () {
  "use strict";
  const { element, shown, register } = GRPODraw;

  register("phase", (place) => {
    const source = document.getElementById("phase-data");
    if (!source) {
      place.append(element("p", {}, "The certified data of this page are missing."));
      return;
    }
    const data = JSON.parse(source.textContent);
    const [columns, lines] = [data.betas.length - 1, data.p_refs.length - 1];
    const canvas = element("canvas", { width: columns, height: lines, class: "explorer-cells", tabindex: 0, role: "application",
      "aria-label": "Phase diagram; β grows to the right, p_ref upwards; move with the arrow keys" });
    const said = element("p", { role: "status", class: "explorer-said" });
    const cursor = element("div", { class: "explorer-cursor", "aria-hidden": "true" });
    const regime = (i, j) => data.regimes[data.cells[j].charCodeAt(i) - 97];
    const count = (i, j) => data.counts[j][i];
    const brush = canvas.getContext("2d");
    for (let j = 0; j < lines; j++) for (let i = 0; i < columns; i++) {
      brush.fillStyle = regime(i, j).colour;
      brush.fillRect(i, lines - 1 - j, 1, 1);
    }
    const at = { i: 0, j: 0 };
    const select = (i, j) => {
      at.i = Math.max(0, Math.min(columns - 1, i));
      at.j = Math.max(0, Math.min(lines - 1, j));
      const r = regime(at.i, at.j);
      const number = count(at.i, at.j);
      const points = number === "?" ? "number of fixed points undecided" : `${number} fixed point${number === "1" ? "" : "s"}`;
      said.textContent = `β from ${shown(data.betas[at.i])} to ${shown(data.betas[at.i + 1])}, p_ref from ${shown(data.p_refs[at.j])} to ${shown(data.p_refs[at.j + 1])}: ${points}; ${r.name}: ${r.says}`;
      said.setAttribute("data-regime", r.name);
      cursor.style.left = `${(100 * (at.i + 0.5)) / columns}%`;
      cursor.style.bottom = `${(100 * (at.j + 0.5)) / lines}%`;
    };
    const pointed = (event) => {
      const box = canvas.getBoundingClientRect();
      select(Math.floor(((event.clientX - box.left) / box.width) * columns), lines - 1 - Math.floor(((event.clientY - box.top) / box.height) * lines));
    };
    canvas.addEventListener("pointermove", pointed);
    canvas.addEventListener("pointerdown", pointed);
    canvas.addEventListener("keydown", (event) => {
      const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key];
      if (!step) return;
      event.preventDefault();
      const far = event.shiftKey ? 10 : 1;
      select(at.i + far * step[0], at.j + far * step[1]);
    });
    const legend = element("ul", { class: "explorer-legend" }, ...data.regimes.map((r) => element("li", {},
      element("span", { class: "explorer-swatch", style: `background:${r.colour}`, "aria-hidden": "true" }), `${r.name}: ${r.says}`)));
    place.append(element("div", { class: "explorer-cells-frame" }, canvas, cursor),
      element("p", { class: "explorer-axis" }, `β from ${shown(data.betas[0])} (left) to ${shown(data.betas[columns])}; p_ref from ${shown(data.p_refs[0])} (bottom) to ${shown(data.p_refs[lines])}; ε = ${data.eps}`),
      said, legend);
    select(Math.floor(columns / 2), Math.floor(lines / 2));
  });
})();
