// Places as exactly as they are known: sites and cities as marks, regions as rings, countries as areas. What would overlap is one mark.
import { counted, dataOf, fitted, number, roving, seen, svg } from "./svg.js";
import { geoEqualEarth, geoPath } from "../vendor/d3-geo.js";
import { feature, mesh } from "../vendor/topojson-client.js";

const NEAR = 28; // pixels within which marks become one
const SHADES = 4;
const CLOSEST = 40;
const NEIGHBOURHOOD = 7; // shows the countries around a single place
const KINDS = { site: "site", city: "city", region: "region" };

export async function map(figure) {
  const data = dataOf(figure);
  const canvas = figure.querySelector(".canvas");
  const shapes = await countries(figure);
  const lands = new Map(data.lands.map((land) => [land.country, land]));
  const state = { zoom: 1, x: 0, y: 0 };
  fitted(canvas, (width) => draw(figure, canvas, data, shapes, lands, state, width));
}

async function countries(figure) {
  const block = document.getElementById("countries");
  const found = block ? JSON.parse(block.textContent) : await (await fetch(figure.dataset.countries)).json();
  return { areas: feature(found, found.objects.countries).features, borders: mesh(found, found.objects.countries, (a, b) => a !== b) };
}

function draw(figure, canvas, data, shapes, lands, state, width) {
  const height = Math.round(Math.max(260, Math.min(640, width * 0.5)));
  const projection = geoEqualEarth().rotate([-11, 0]).fitExtent([[4, 4], [width - 4, height - 4]], { type: "Sphere" });
  const path = geoPath(projection).digits(1);
  const most = Math.max(0, ...data.lands.map((land) => land.only_country));
  const ground = svg("g", {}, svg("path", { class: "sea", d: path({ type: "Sphere" }) }));
  const small = new Map();
  for (const area of shapes.areas) {
    const land = lands.get(area.id);
    const shade = land?.only_country ? Math.ceil((Math.log1p(land.only_country) / Math.log1p(most)) * SHADES) : 0;
    const shape = svg("path", { class: `land shade${shade}`, d: path(area) });
    if (land) shape.append(svg("title", {}, spokenLand(land)));
    ground.append(shape);
    const [[x0, y0], [x1, y1]] = path.bounds(area);
    if (!shade) continue;
    if (x1 - x0 > 7 || y1 - y0 > 7) small.set(area.id, null);
    else if (!small.has(area.id)) small.set(area.id, { x: (x0 + x1) / 2, y: (y0 + y1) / 2, land, shade });
  }
  ground.append(svg("path", { class: "borders", d: path(shapes.borders) }));
  const marks = svg("g", {});
  const drawn = svg("svg", { width, height, role: "group", class: "ground", "aria-label": "Map of the places below; arrow keys go from mark to mark, Enter opens one. The tables below say the same." }, ground, marks);
  canvas.replaceChildren(drawn);
  const spots = data.spots.map((spot) => ({ ...spot, at: projection([spot.lon, spot.lat]) }));
  const biggest = Math.max(1, ...spots.map((spot) => spot.events));
  const put = () => {
    ground.setAttribute("transform", `translate(${state.x},${state.y}) scale(${state.zoom})`);
    const placed = gathered(spots, state, width, height).map((group) => group.spots.length > 1 ? cluster(group, () => zoomTo(state.zoom * 2.5, group.x, group.y)) : mark(group.spots[0], group, biggest, data));
    const frames = [...small.values()].filter(Boolean).map((one) => frame(one, state));
    marks.replaceChildren(...frames, ...placed);
    roving(drawn, placed);
  };
  const bounded = () => {
    state.x = Math.min(0, Math.max(width * (1 - state.zoom), state.x));
    state.y = Math.min(0, Math.max(height * (1 - state.zoom), state.y));
  };
  function zoomTo(zoom, x = width / 2, y = height / 2) {
    const next = Math.max(1, Math.min(CLOSEST, zoom));
    state.x = x - ((x - state.x) * next) / state.zoom;
    state.y = y - ((y - state.y) * next) / state.zoom;
    state.zoom = next;
    bounded();
    put();
  }
  function fit(closest = CLOSEST / 2) {
    if (!spots.length) return;
    const [xs, ys] = [spots.map(({ at }) => at[0]), spots.map(({ at }) => at[1])];
    const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    state.zoom = Math.max(1, Math.min(closest, 0.8 * Math.min(width / (x1 - x0 || 1), height / (y1 - y0 || 1))));
    state.x = width / 2 - ((x0 + x1) / 2) * state.zoom;
    state.y = height / 2 - ((y0 + y1) / 2) * state.zoom;
    bounded();
    put();
  }
  dragged(drawn, state, () => (bounded(), put()), zoomTo);
  const acts = { nearer: () => zoomTo(state.zoom * 1.6), farther: () => zoomTo(state.zoom / 1.6), all: () => zoomTo(1), fit: () => fit() };
  for (const button of figure.querySelectorAll("button[data-act]")) button.onclick = acts[button.dataset.act];
  bounded();
  put();
  if (data.close && !state.placed) fit(NEIGHBOURHOOD);
  state.placed = true;
}

function dragged(drawn, state, moved, zoomTo) {
  let from = null;
  drawn.onpointerdown = (event) => {
    if (event.button || event.target.closest("a, [role=button]")) return;
    from = { x: event.clientX - state.x, y: event.clientY - state.y };
    drawn.setPointerCapture(event.pointerId);
  };
  drawn.onpointermove = (event) => {
    if (!from) return;
    state.x = event.clientX - from.x;
    state.y = event.clientY - from.y;
    moved();
  };
  drawn.onpointerup = drawn.onpointercancel = () => (from = null);
  drawn.ondblclick = (event) => {
    const box = drawn.getBoundingClientRect();
    zoomTo(state.zoom * 1.8, event.clientX - box.left, event.clientY - box.top);
  };
}

// Marks that would lie on one another, as one; the busiest place draws the others to it.
function gathered(spots, state, width, height) {
  const groups = [];
  for (const spot of spots) {
    const [x, y] = [spot.at[0] * state.zoom + state.x, spot.at[1] * state.zoom + state.y];
    if (x < -30 || y < -30 || x > width + 30 || y > height + 30) continue;
    const near = groups.find((group) => Math.hypot(group.x - x, group.y - y) < NEAR);
    if (near) near.spots.push(spot);
    else groups.push({ x, y, spots: [spot] });
  }
  return groups;
}

function mark(spot, { x, y }, biggest, data) {
  const r = size(spot.events, biggest);
  const kind = KINDS[spot.precision] ?? "city";
  const link = svg("a", { href: data.events && data.events + encodeURIComponent(spot.place), role: data.events ? null : "img", class: `spot ${kind}`, "aria-label": `${seen(spot.place)}, ${kind}: ${counted(spot.events, "event")}` });
  link.append(svg("title", {}, `${seen(spot.place)} (${kind}${spot.country ? `, ${seen(spot.country)}` : ""}): ${counted(spot.events, "event")} in ${counted(spot.reports, "report")}`), shaped(kind, x, y, r));
  return link;
}

function shaped(kind, x, y, r) {
  if (kind === "site") return svg("path", { d: `M${x},${y - r - 2}L${x + r + 2},${y}L${x},${y + r + 2}L${x - r - 2},${y}Z` });
  return svg("circle", { cx: x, cy: y, r: kind === "region" ? r + 8 : r });
}

function cluster({ x, y, spots }, nearer) {
  const events = spots.reduce((sum, spot) => sum + spot.events, 0);
  const label = short(events);
  const r = 7 + 3 * label.length;
  const group = svg("g", { class: "cluster", role: "button", "aria-label": `${counted(spots.length, "place")} around ${seen(spots[0].place)}: ${counted(events, "event")}; zooms in` });
  group.append(svg("title", {}, spots.slice(0, 8).map((spot) => `${seen(spot.place)}: ${number(spot.events)}`).join("\n") + (spots.length > 8 ? `\n\u2026 and ${spots.length - 8} more` : "")));
  group.append(svg("circle", { class: "halo", cx: x, cy: y, r: r + 3 }), svg("circle", { cx: x, cy: y, r }), svg("text", { x, y: y + 4 }, label));
  group.addEventListener("click", nearer);
  group.addEventListener("keydown", (event) => (event.key === "Enter" || event.key === " ") && (event.preventDefault(), nearer()));
  return group;
}

// A country that is too small to be seen has a frame around it: an area all the same, and no dot.
function frame({ x, y, land, shade }, state) {
  const [px, py] = [x * state.zoom + state.x, y * state.zoom + state.y];
  return svg("rect", { class: `frame shade${shade}`, x: px - 6, y: py - 6, width: 12, height: 12 }, svg("title", {}, spokenLand(land)));
}

function spokenLand(land) {
  return `${seen(land.name)}: ${counted(land.events, "event")}, ${number(land.only_country)} of them known only to be in the country`;
}

const short = new Intl.NumberFormat("en", { notation: "compact", maximumSignificantDigits: 2 }).format;

function size(events, biggest) {
  return 3.5 + 12 * Math.sqrt(events / biggest);
}
