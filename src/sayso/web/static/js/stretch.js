// Choosing a stretch of time: by pointer, or with arrows (Shift extends, Enter shows it, Escape lets go).
import { between, svg } from "./svg.js";

export function stretch(drawing, { band, top, height, starts, ends, chosen, tell }) {
  const marker = svg("rect", { class: "chosen", y: top, height, width: 0, "aria-hidden": "true" });
  drawing.append(marker);
  let from = chosen?.[0] ?? null;
  let to = chosen?.[1] ?? null;
  let held = false;

  function show() {
    const [first, last] = [Math.min(from, to), Math.max(from, to)];
    const none = from === null;
    marker.setAttribute("x", none ? 0 : band.start(first));
    marker.setAttribute("width", none ? 0 : Math.max(2, band.start(last + 1) - band.start(first)));
    if (!none) tell(first, last);
  }
  function go() {
    if (from !== null && !("still" in document.documentElement.dataset)) location.assign(between(starts[Math.min(from, to)], ends[Math.max(from, to)]));
  }
  const x = (event) => event.clientX - drawing.getBoundingClientRect().left;
  drawing.addEventListener("pointerdown", (event) => {
    if (event.button || event.target.closest("a")) return;
    held = true;
    drawing.setPointerCapture(event.pointerId);
    from = to = band.at(x(event));
    show();
  });
  drawing.addEventListener("pointermove", (event) => {
    if (!held) return tell(band.at(x(event)), band.at(x(event)));
    to = band.at(x(event));
    show();
  });
  drawing.addEventListener("pointerup", () => {
    if (held) go();
    held = false;
  });
  drawing.addEventListener("pointercancel", () => (held = false));
  drawing.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity }[event.key];
    if (step) {
      to = Math.max(0, Math.min(starts.length - 1, (to ?? (step > 0 ? -1 : starts.length)) + step));
      if (!event.shiftKey || from === null) from = to;
      show();
    } else if (event.key === "Enter" && from !== null) go();
    else if (event.key === "Escape") {
      from = to = null;
      show();
    } else return;
    event.preventDefault();
  });
  show();
}
