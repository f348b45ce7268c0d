// The drawing of all claims: what a claim rests on and what rests on it, filters, colours, size.
(() => {
  "use strict";
  const box = document.querySelector(".graph");
  const drawing = box.querySelector("svg");
  const nodes = new Map([...drawing.querySelectorAll("a.node")].map((node) => [node.dataset.label, node]));
  const edges = [...drawing.querySelectorAll("path.edge")];

  function reach(start, from, to) {
    const seen = new Set([start]);
    const todo = [start];
    while (todo.length) {
      const at = todo.pop();
      for (const edge of edges) {
        if (edge.dataset[from] === at && !seen.has(edge.dataset[to])) {
          seen.add(edge.dataset[to]);
          todo.push(edge.dataset[to]);
        }
      }
    }
    return seen;
  }

  function light(label) {
    const below = reach(label, "from", "to");
    const above = reach(label, "to", "from");
    drawing.classList.add("lit");
    for (const [other, node] of nodes) {
      node.classList.toggle("below", below.has(other));
      node.classList.toggle("above", above.has(other));
    }
    for (const edge of edges) {
      edge.classList.toggle("below", below.has(edge.dataset.from) && below.has(edge.dataset.to));
      edge.classList.toggle("above", above.has(edge.dataset.from) && above.has(edge.dataset.to));
    }
  }

  const dim = () => drawing.classList.remove("lit");
  for (const [label, node] of nodes) {
    node.addEventListener("pointerenter", () => light(label));
    node.addEventListener("focus", () => light(label));
    node.addEventListener("pointerleave", dim);
    node.addEventListener("blur", dim);
  }

  const shown = () => new Set([...document.querySelectorAll("[data-filter]")].filter((c) => c.checked).map((c) => c.dataset.filter));
  function filter() {
    const kinds = shown();
    for (const node of nodes.values()) node.classList.toggle("hidden", !kinds.has(node.dataset.kind));
    for (const edge of edges) {
      const ends = [edge.dataset.from, edge.dataset.to].map((label) => nodes.get(label));
      edge.classList.toggle("hidden", ends.some((node) => !node || node.classList.contains("hidden")));
    }
    document.querySelectorAll(".graph-table tbody tr").forEach((row) => { row.hidden = !kinds.has(row.dataset.kind); });
  }
  document.querySelectorAll("[data-filter]").forEach((check) => check.addEventListener("change", filter));

  document.getElementById("graph-colour").addEventListener("change", (event) => {
    drawing.classList.toggle("by-verdict", event.target.value === "verdict");
    drawing.classList.toggle("by-evidence", event.target.value === "evidence");
  });

  let width = drawing.width.baseVal.value;
  document.querySelectorAll("[data-zoom]").forEach((button) => button.addEventListener("click", () => {
    width = Math.min(4000, Math.max(320, width * Number(button.dataset.zoom)));
    drawing.style.width = `${width}px`;
  }));
})();
