// Single keys as shortcuts. They can be switched off (WCAG 2.1.4) and are never taken from somebody who is writing.
const STORED = "sayso-keys";

export function keys() {
  const help = document.querySelector("dialog.help");
  const opener = document.querySelector("[data-help]");
  if (!help) return;
  const box = help.querySelector("[data-keys]");
  box.checked = stored() !== "off";
  box.addEventListener("change", () => store(box.checked ? "on" : "off"));
  if (opener) {
    opener.hidden = false;
    opener.addEventListener("click", () => help.showModal());
  }
  document.addEventListener("keydown", (event) => {
    if (!box.checked || event.ctrlKey || event.metaKey || event.altKey || writing(event.target) || help.open) return;
    const act = ACTS[event.key];
    if (act?.(help)) event.preventDefault();
  });
}

const ACTS = {
  "/": () => focused(document.querySelector("[data-search]")),
  "?": (help) => (help.showModal(), true),
  j: () => step(1),
  k: () => step(-1),
  n: () => followed("a[rel=next]"),
  p: () => (history.back(), true),
};

// A page's own keys: `document.dispatchEvent(new CustomEvent("sayso-item", {detail: item}))` tells which item is at hand.
function step(by) {
  const items = [...document.querySelectorAll("[data-list] [data-item], ol.sentences > [data-item]")].filter((one) => one.offsetParent !== null);
  if (!items.length) return false;
  const at = items.findIndex((one) => one.classList.contains("at"));
  const next = items[at < 0 ? (by > 0 ? 0 : items.length - 1) : Math.max(0, Math.min(items.length - 1, at + by))];
  items[at]?.classList.remove("at");
  next.classList.add("at");
  const link = next.querySelector("a.open");
  if (link) link.focus({ preventScroll: true });
  else {
    next.tabIndex = -1;
    next.focus({ preventScroll: true });
  }
  next.scrollIntoView({ block: "nearest" });
  document.dispatchEvent(new CustomEvent("sayso-item", { detail: next }));
  return true;
}

function focused(field) {
  field?.focus();
  field?.select?.();
  return Boolean(field);
}

function followed(selector) {
  const link = document.querySelector(selector);
  if (link) location.href = link.href;
  return Boolean(link);
}

function writing(target) {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

function stored() {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null;
  }
}

function store(value) {
  try {
    localStorage.setItem(STORED, value);
  } catch {
    // it holds for this page
  }
}
