// Words selected in a report's text, as offsets in code points: browsers count UTF-16 code units.
const text = document.querySelector("[data-selectable]");
const trigger = document.querySelector("#f-trigger");
const [start, end] = [document.querySelector("[data-start-field]"), document.querySelector("[data-end-field]")];
const chosen = document.querySelector("[data-chosen]");
const takes = [...document.querySelectorAll(".take")];
let selected = null;

const points = (string) => [...string].length;

// Where a place of the page is in the text; what nobody sees counts as the one character that it is.
function offset(node, at) {
  const span = (node instanceof Element ? node : node.parentElement)?.closest("[data-start]");
  if (!span) return null;
  const from = Number(span.dataset.start);
  if ("unseen" in span.dataset) return from + (at > 0 ? 1 : 0);
  const range = document.createRange();
  range.setStart(span, 0);
  range.setEnd(node, at);
  return from + points(range.toString());
}

// The selection, made whole: begun or ended between two runs it is taken from the next one.
function read() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return null;
  const runs = [...text.querySelectorAll("[data-start]")].filter((run) => selection.containsNode(run, true));
  const first = offset(range.startContainer, range.startOffset) ?? (runs[0] && Number(runs[0].dataset.start));
  const last = runs.at(-1);
  const size = last && ("unseen" in last.dataset ? 1 : points(last.textContent));
  const until = offset(range.endContainer, range.endOffset) ?? (last && Number(last.dataset.start) + size);
  return first < until ? { start: first, end: until, words: selection.toString() } : null;
}

function take() {
  selected = read() ?? selected; // a browser tells of a selection a moment after it was made
  if (!selected) return false;
  start.value = selected.start;
  end.value = selected.end;
  start.disabled = end.disabled = false;
  trigger.value = selected.words;
  chosen.textContent = `Characters ${selected.start} to ${selected.end}.`;
  return true;
}

function append(field) {
  selected = read() ?? selected;
  if (!selected) return;
  const words = selected.words.trim().replace(/\s+/g, " ");
  field.value = field.value.trim() ? `${field.value.trim()}; @${words}` : `@${words}`;
  field.focus();
}

document.addEventListener("selectionchange", () => {
  const now = read();
  if (!now) return;
  selected = now;
  for (const one of takes) one.hidden = false;
});
trigger.addEventListener("input", () => {
  start.disabled = end.disabled = true; // what is written counts, not what was selected before
  chosen.textContent = "";
});
for (const one of takes)
  one.addEventListener("click", () => ("takeTrigger" in one.dataset ? take() : append(document.getElementById(one.dataset.take))));
document.addEventListener("keydown", (event) => {
  const writing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName ?? "");
  const off = !document.querySelector("dialog.help [data-keys]")?.checked;
  if (event.key === "t" && !writing && !off && !event.ctrlKey && !event.metaKey && !event.altKey && take()) {
    event.preventDefault();
    document.querySelector("#f-type").focus();
  }
});
const type = document.querySelector("#f-type");
const modes = () => {
  const known = (type.selectedOptions[0]?.dataset.modes ?? "").split(" ").filter(Boolean);
  document.querySelector("#modes").replaceChildren(...known.map((name) => Object.assign(document.createElement("option"), { value: name })));
};
type.addEventListener("change", modes);
modes();
