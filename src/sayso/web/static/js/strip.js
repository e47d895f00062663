// All of time as a strip of bars, on which a stretch can be chosen.
import { stretch } from "./stretch.js";
import { band, marked, named } from "./periods.js";
import { counted, dataOf, fitted, svg } from "./svg.js";

const HEIGHT = 72;
const AXIS = 18;
const TOP = 14;
const WIDEST = 60; // a bar that fills the page looks like none

export function strip(figure) {
  const data = dataOf(figure);
  const canvas = figure.querySelector(".canvas");
  const told = figure.querySelector(".told");
  if (!data.periods.length) return;
  const chosen = asked(data);
  const tell = (first, last) => {
    const events = data.events.slice(first, last + 1).reduce((sum, count) => sum + count, 0);
    told.textContent = `${spoken(data, first, last)}: ${counted(events, "event")}`;
  };
  fitted(canvas, (width) => {
    const scale = band(data.periods.length, 0, width);
    const most = Math.max(...data.events);
    const high = (count) => (count ? Math.max(2, (count / most) * (HEIGHT - AXIS - TOP)) : 0);
    const drawn = svg("svg", {
      width, height: HEIGHT, role: "application", tabindex: 0, class: "brush",
      "aria-label": `Events by ${data.unit}. Arrow keys choose a ${data.unit}, with Shift a stretch; Enter shows it.`,
    });
    data.events.forEach((count, n) => {
      const inside = !chosen || (n >= chosen[0] && n <= chosen[1]);
      const gap = scale.step > 4 ? 1 : 0;
      const wide = Math.min(WIDEST, Math.max(1, scale.step - gap));
      drawn.append(svg("rect", { class: inside ? "bar" : "bar out", x: scale.start(n) + Math.max(0, scale.step - gap - wide) / 2, width: wide, y: HEIGHT - AXIS - high(count), height: high(count) }));
    });
    drawn.append(svg("line", { class: "axis", x1: 0, x2: width, y1: HEIGHT - AXIS + 0.5, y2: HEIGHT - AXIS + 0.5 }));
    drawn.append(svg("text", { class: "most", x: 2, y: 10 }, `at most ${counted(most, "event")} a ${data.unit}`));
    for (const { n, text } of marked(data.starts, data.freq, width)) {
      const x = Math.min(scale.start(n), width - 30);
      drawn.append(svg("line", { class: "axis", x1: scale.start(n) + 0.5, x2: scale.start(n) + 0.5, y1: HEIGHT - AXIS, y2: HEIGHT - AXIS + 4 }));
      drawn.append(svg("text", { class: "tick", x, y: HEIGHT - 3 }, text));
    }
    canvas.replaceChildren(drawn);
    stretch(drawn, { band: scale, top: TOP, height: HEIGHT - AXIS - TOP, starts: data.starts, ends: data.ends, chosen, tell });
  });
}

export function spoken(data, first, last) {
  return first === last ? named(data.periods[first]) : `${named(data.periods[first])} \u2013 ${named(data.periods[last])}`;
}

// The periods that the address asks for.
function asked({ starts, ends, since, until }) {
  if (!since && !until) return null;
  const first = ends.findIndex((end) => !since || end >= since);
  const last = starts.findLastIndex((start) => !until || start.slice(0, until.length) <= until);
  return first < 0 || last < first ? null : [first, last];
}
