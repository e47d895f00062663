// Draws the figures of a page. Each has a table beside it that says the same.
import { map } from "./map.js";
import { network } from "./network.js";
import { series } from "./series.js";
import { strip } from "./strip.js";

const DRAWINGS = { map, network, series, strip };

export function draw() {
  for (const figure of document.querySelectorAll("[data-drawing]")) {
    DRAWINGS[figure.dataset.drawing](figure);
    figure.classList.add("drawn");
  }
}
