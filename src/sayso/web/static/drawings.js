// Draws the figures of a page. Each has a table beside it that says the same.
import { map } from "./js/map.js";
import { network } from "./js/network.js";
import { series } from "./js/series.js";
import { strip } from "./js/strip.js";

const DRAWINGS = { map, network, series, strip };

for (const figure of document.querySelectorAll("[data-drawing]")) {
  DRAWINGS[figure.dataset.drawing](figure);
  figure.classList.add("drawn");
}
