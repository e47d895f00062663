// Actors as circles, what one does to the other as arrows; the same data always give the same picture.
import { counted, dataOf, fitted, number, roving, seen, svg } from "./svg.js";
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from "../vendor/d3-force.js";

const TICKS = 320;
const MUCH = 6; // events from which the heaviest tie is drawn at its full width
const NARROW = 600; // pixels
const LETTER = 6.6; // pixels that a letter of a name takes
const HOSTILE = 0.6; // share of a tie's events from which it counts as hostile, and as cooperative

export function network(figure) {
  const data = dataOf(figure);
  const canvas = figure.querySelector(".canvas");
  const told = figure.querySelector(".told");
  if (!data.nodes.length) return;
  const most = Math.max(...data.nodes.map(({ acted, received }) => acted + received));
  const heaviest = Math.max(1, ...data.ties.map((tie) => tie[data.weight]));
  const full = Math.min(1, heaviest / MUCH);
  const radius = (node) => 5 + 17 * Math.sqrt((node.acted + node.received) / most);
  fitted(canvas, (width) => {
    const height = Math.round(Math.max(width < NARROW ? 520 : 380, Math.min(680, width * 0.62)));
    const places = laid(data, radius, heaviest, width, height);
    const drawn = svg("svg", { width, height, role: "group", "aria-label": `${counted(data.nodes.length, "actor")} and ${counted(data.ties.length, "tie")}; arrow keys go from actor to actor, Enter opens one. The tables below say the same.` }, heads());
    for (const node of data.nodes) places.get(node.key).r = radius(node);
    const edges = data.ties.filter((tie) => tie.actor !== tie.recipient).map((tie) => edge(tie, places, tie[data.weight] / heaviest, full, data.weight));
    const names = named(data, places, width);
    const nodes = data.nodes.map((node) => mark(node, places.get(node.key), names.get(node.key), data));
    drawn.append(svg("g", { class: "ties", "aria-hidden": "true" }, ...edges.map(({ path }) => path)), svg("g", {}, ...nodes));
    canvas.replaceChildren(drawn);
    roving(drawn, nodes);
    nodes.forEach((node, n) => {
      const lit = () => light(data, edges, nodes, n, told);
      node.addEventListener("pointerenter", lit);
      node.addEventListener("focus", lit);
      node.addEventListener("pointerleave", () => dark(edges, nodes));
      node.addEventListener("blur", () => dark(edges, nodes));
    });
  });
}

// Where actors stand: forces without chance, counted to the end before anything is drawn, then stretched to the room there is.
function laid(data, radius, heaviest, width, height) {
  const nodes = data.nodes.map((node) => ({ key: node.key, r: radius(node) }));
  const links = data.ties.filter((tie) => tie.actor !== tie.recipient).map((tie) => ({ source: tie.actor, target: tie.recipient, weight: tie[data.weight] / heaviest }));
  const simulation = forceSimulation(nodes)
    .force("ties", forceLink(links).id((node) => node.key).distance(90).strength((link) => 0.05 + 0.3 * link.weight))
    .force("apart", forceManyBody().strength(-320))
    .force("room", forceCollide((node) => node.r + 14))
    .force("x", forceX().strength(0.05))
    .force("y", forceY().strength(0.09))
    .stop();
  for (let tick = 0; tick < TICKS; tick++) simulation.tick();
  const [xs, ys] = [nodes.map((node) => node.x), nodes.map((node) => node.y)];
  const within = (values, value, low, high) => {
    const [least, most] = [Math.min(...values), Math.max(...values)];
    return most === least ? (low + high) / 2 : low + ((value - least) / (most - least)) * (high - low);
  };
  return new Map(nodes.map((node) => [node.key, { x: within(xs, node.x, 40, width - Math.min(110, width * 0.25)), y: within(ys, node.y, 34, height - 34) }]));
}

function heads() {
  const head = (kind) => svg("marker", { id: `head-${kind}`, class: kind, viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 8, markerHeight: 8, markerUnits: "userSpaceOnUse", orient: "auto" }, svg("path", { d: "M0,0L8,4L0,8Z" }));
  return svg("defs", {}, head("friendly"), head("hostile"), head("mixed"));
}

function edge(tie, places, share, full, weight) {
  const [from, to] = [places.get(tie.actor), places.get(tie.recipient)];
  const kind = tie.conflict >= HOSTILE * tie.events ? "hostile" : tie.cooperation >= HOSTILE * tie.events ? "friendly" : "mixed";
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const far = Math.hypot(dx, dy) || 1;
  const bend = { x: (from.x + to.x) / 2 - dy * 0.14, y: (from.y + to.y) / 2 + dx * 0.14 };
  const short = (point, other, by) => {
    const long = Math.hypot(other.x - point.x, other.y - point.y) || 1;
    return `${(point.x + ((other.x - point.x) * by) / long).toFixed(1)},${(point.y + ((other.y - point.y) * by) / long).toFixed(1)}`;
  };
  const [near, end] = [Math.min(far / 3, from.r), Math.min(far / 2, to.r + 3)];
  const d = `M${short(from, bend, near)}Q${bend.x.toFixed(1)},${bend.y.toFixed(1)} ${short(to, bend, end)}`;
  const path = svg("path", { class: `tie ${kind}`, d, "stroke-width": (0.8 + 5 * Math.sqrt(share) * full).toFixed(1), "marker-end": `url(#head-${kind})` });
  path.append(svg("title", {}, `${seen(tie.actor_name)} \u2192 ${seen(tie.recipient_name)}: ${number(tie[weight])} ${weight}, of ${counted(tie.events, "event")} ${number(tie.cooperation)} cooperative and ${number(tie.conflict)} hostile`));
  return { path, tie };
}

// Where names stand: by their circle, on the side that is free, else over other circles but not over names; those of the busiest first.
// A name that finds no room is tucked away until its circle is pointed at.
function named(data, places, width) {
  const busy = (node) => (node.key === data.ego ? Infinity : node.acted + node.received);
  const circles = [...places].map(([key, { x, y, r }]) => ({ key, left: x - r, right: x + r, top: y - r, bottom: y + r }));
  const taken = [];
  const names = new Map();
  for (const node of [...data.nodes].sort((a, b) => busy(b) - busy(a))) {
    const name = seen(node.name, width < NARROW ? 14 : 26);
    const sides = beside(places.get(node.key), name.length * LETTER, width);
    const clear = (of) => (box) => !of.some((other) => other.key !== node.key && meet(box, other));
    const box = sides.find(clear([...taken, ...circles])) ?? sides.find(clear(taken));
    if (box) taken.push(box);
    names.set(node.key, { name, tucked: !box, ...(box ?? sides[0]) });
  }
  return names;
}

// To the right of a circle, to the left, below and above: those sides that the canvas has room for.
function beside({ x, y, r }, long, width) {
  const at = (left, middle, across, anchor) => ({ x: across, y: middle, anchor, left, right: left + long, top: middle - 6, bottom: middle + 6 });
  const sides = [
    at(x + r + 4, y, x + r + 4, "start"),
    at(x - r - 4 - long, y, x - r - 4, "end"),
    at(x - long / 2, y + r + 9, x, "middle"),
    at(x - long / 2, y - r - 9, x, "middle"),
  ];
  const within = sides.filter(({ left, right }) => left >= 0 && right <= width);
  return within.length ? within : sides.slice(0, 1);
}

const meet = (one, other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

function mark(node, place, label, data) {
  const { r } = place;
  const link = svg("a", { href: data.actor && data.actor + encodeURIComponent(node.key), role: data.actor ? null : "img", class: node.key === data.ego ? "node ego" : "node", "aria-label": `${seen(node.name)}: acts in ${counted(node.acted, "event")}, is acted on in ${number(node.received)}` });
  link.append(svg("circle", { cx: place.x, cy: place.y, r }));
  if (node.key === data.ego) link.append(svg("circle", { class: "ring", cx: place.x, cy: place.y, r: r + 4 }));
  link.append(svg("text", { x: label.x, y: label.y + 4, "text-anchor": label.anchor, class: label.tucked ? "tucked" : null }, label.name));
  return link;
}

function light(data, edges, nodes, at, told) {
  const { key, name, acted, received } = data.nodes[at];
  const near = new Set([key]);
  for (const { path, tie } of edges) {
    const mine = tie.actor === key || tie.recipient === key;
    path.classList.toggle("faint", !mine);
    if (mine) near.add(tie.actor).add(tie.recipient);
  }
  nodes.forEach((node, n) => node.classList.toggle("faint", !near.has(data.nodes[n].key)));
  told.textContent = `${seen(name)}: acts in ${counted(acted, "event")}, is acted on in ${number(received)}; ties with ${near.size - 1} of the actors shown`;
}

function dark(edges, nodes) {
  for (const { path } of edges) path.classList.remove("faint");
  for (const node of nodes) node.classList.remove("faint");
}
