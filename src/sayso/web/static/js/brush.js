// Dragging over the bars of a time line asks for the time between; each bar is a link by itself, for those who don't drag.
export function brush(place = document) {
  for (const line of place.querySelectorAll("[data-brush]")) if (!line.dataset.brushed) begin(line);
}

function begin(line) {
  line.dataset.brushed = "yes";
  const bars = [...line.querySelectorAll("a[data-start]")];
  let from = null;
  let to = null;
  const show = () => {
    const [a, b] = [from, to].sort((x, y) => x - y);
    bars.forEach((bar, i) => bar.classList.toggle("brushed", from !== null && i >= a && i <= b));
  };
  const at = (event) => bars.findIndex((bar) => event.clientX < bar.getBoundingClientRect().right);
  line.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    from = to = at(event);
    if (event.pointerType !== "touch") event.preventDefault();
  });
  document.addEventListener("pointercancel", () => {
    from = null; // the finger scrolls the page
    show();
  });
  document.addEventListener("pointermove", (event) => {
    if (from === null) return;
    const found = at(event);
    to = found < 0 ? bars.length - 1 : found;
    show();
  });
  document.addEventListener("pointerup", () => {
    if (from === null || from < 0) return;
    const [a, b] = [from, to].sort((x, y) => x - y);
    from = null;
    const address = new URL(bars[a].href);
    if (a === b) return; // a click: the link itself
    address.searchParams.set("since", bars[a].dataset.start);
    address.searchParams.set("until", bars[b].dataset.start);
    location.href = address;
  });
  line.addEventListener("dragstart", (event) => event.preventDefault());
}
