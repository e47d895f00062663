// Lines over time, each with its own dash and mark; below them what is cooperative and what is hostile, up and down.
import { stretch } from "./stretch.js";
import { band, marked } from "./periods.js";
import { dataOf, fitted, number, svg } from "./svg.js";
import { spoken } from "./strip.js";
import { ticks } from "../vendor/d3-array.js";

const LEFT = 44;
const RIGHT = 10;
const UPPER = 190;
const LOWER = 110;
const AXIS = 26;
const TOP = 22;
const MARKED = 80; // points up to which each has its mark

export function series(figure) {
  const data = dataOf(figure);
  const canvas = figure.querySelector(".canvas");
  const told = figure.querySelector(".told");
  if (!data.periods.length) return;
  const tell = (first, last) => (told.textContent = `${spoken(data, first, last)}: ${read(data, first, last)}`);
  fitted(canvas, (width) => {
    const scale = band(data.periods.length, LEFT, width - RIGHT);
    const height = TOP + UPPER + AXIS + (data.sides ? LOWER + 24 : 0);
    const drawn = svg("svg", {
      width, height, role: "application", tabindex: 0, class: "brush",
      "aria-label": `${data.label}. Arrow keys read one ${data.unit} after another, with Shift a stretch; Enter shows it alone. The table below has all numbers.`,
    });
    lines(drawn, data, scale, width);
    axis(drawn, data, scale, width);
    if (data.sides) sides(drawn, data, scale, width);
    canvas.replaceChildren(drawn);
    stretch(drawn, { band: scale, top: TOP, height: height - TOP, starts: data.starts, ends: data.ends, chosen: null, tell });
  });
}

function read(data, first, last) {
  const sum = (values) => number(values.slice(first, last + 1).reduce((all, value) => all + value, 0));
  const rows = [...data.lines, ...(data.sides ? [data.sides.up, data.sides.down] : [])];
  return rows.map((row) => `${row.name} ${sum(row.values)}`).join(", ");
}

function lines(drawn, data, scale, width) {
  const most = Math.max(1, ...data.lines.flatMap((line) => line.values));
  const steps = ticks(0, most, 4).filter(Number.isInteger);
  const top = Math.max(most, steps.at(-1));
  const y = (value) => TOP + UPPER - (value / top) * (UPPER - 8);
  grid(drawn, steps, y, width);
  drawn.append(svg("text", { class: "unit", x: 0, y: 12 }, `per ${data.unit}`));
  data.lines.forEach((line, kind) => {
    const points = line.values.map((value, n) => [scale.middle(n), y(value)]);
    drawn.append(svg("path", { class: `line line${kind}`, d: `M${points.map((point) => point.map((at) => at.toFixed(1)).join(",")).join("L")}` }));
    if (points.length <= MARKED) points.forEach(([px, py], n) => line.values[n] && drawn.append(mark(kind, px, py)));
  });
}

function grid(drawn, steps, y, width) {
  for (const step of steps) {
    drawn.append(svg("line", { class: step ? "grid" : "axis", x1: LEFT, x2: width - RIGHT, y1: y(step) + 0.5, y2: y(step) + 0.5 }));
    drawn.append(svg("text", { class: "tick value", x: LEFT - 6, y: y(step) + 4 }, number(Math.abs(step))));
  }
}

function mark(kind, x, y) {
  const at = { class: `mark line${kind}` };
  if (kind === 0) return svg("circle", { ...at, cx: x, cy: y, r: 3 });
  if (kind === 1) return svg("rect", { ...at, x: x - 3, y: y - 3, width: 6, height: 6 });
  return svg("path", { ...at, d: `M${x},${y - 4}L${x + 4},${y + 3}L${x - 4},${y + 3}Z` });
}

function axis(drawn, data, scale, width) {
  const y = TOP + UPPER;
  for (const { n, text } of marked(data.starts, data.freq, width - LEFT - RIGHT)) {
    drawn.append(svg("line", { class: "axis", x1: scale.middle(n), x2: scale.middle(n), y1: y, y2: y + 5 }));
    drawn.append(svg("text", { class: "tick", x: Math.min(scale.middle(n), width - 34), y: y + 18, "text-anchor": scale.middle(n) > width - 34 || n === 0 ? null : "middle" }, text));
  }
}

function sides(drawn, data, scale, width) {
  const { up, down } = data.sides;
  const above = Math.max(1, ...up.values);
  const below = Math.max(1, ...down.values);
  const middle = TOP + UPPER + AXIS + 14 + LOWER * (above / (above + below));
  const unit = LOWER / (above + below);
  const steps = ticks(-below, above, 4).filter(Number.isInteger);
  grid(drawn, steps, (value) => middle - value * unit, width);
  const wide = Math.min(60, Math.max(1, scale.step * 0.72));
  up.values.forEach((value, n) => value && drawn.append(svg("rect", { class: "up", x: scale.middle(n) - wide / 2, width: wide, y: middle - value * unit, height: value * unit })));
  down.values.forEach((value, n) => value && drawn.append(svg("rect", { class: "down", x: scale.middle(n) - wide / 2, width: wide, y: middle, height: value * unit })));
}
