// Review by keyboard: every key presses a button that is there, so that what can be done is seen and said.
const page = document.querySelector("[data-case]");
const help = document.querySelector("dialog.help");
const edit = document.querySelector("[data-edit]");
const opener = document.querySelector("[data-act=edit]");
const leave = document.querySelector("[data-act=close]");
const picks = document.querySelector("[data-picks]");
let group = 0;

function pressed(selector) {
  const found = document.querySelector(selector);
  if (!found || found.disabled) return false;
  found.click();
  return true;
}

function opened(open) {
  if (!edit) return false;
  edit.hidden = !open;
  page.classList.toggle("editing", open);
  opener.setAttribute("aria-expanded", String(open));
  if (open) edit.querySelector("select, input:not([type=hidden])").focus();
  else page.focus({ preventScroll: true });
  return true;
}

function grouped(next) {
  const buttons = [...picks.querySelectorAll("[data-group]")];
  const groups = Math.max(...buttons.map((one) => Number(one.dataset.group))) + 1;
  group = next % groups;
  for (const one of buttons) one.hidden = Number(one.dataset.group) !== group;
  picks.querySelector("[data-more]").hidden = groups < 2;
  return true;
}

function modes() {
  const type = edit.querySelector("#f-type");
  const list = edit.querySelector("#modes");
  const known = (type.selectedOptions[0]?.dataset.modes ?? "").split(" ").filter(Boolean);
  list.replaceChildren(...known.map((name) => Object.assign(document.createElement("option"), { value: name })));
}

const ACTS = {
  a: () => pressed("[data-act=accept]"),
  x: () => pressed("[data-act=reject]"),
  e: () => opened(true),
  j: () => pressed("[data-act=next]"),
  m: () => pressed("[data-act=missed]"),
  u: () => pressed("form[data-act=undo] button"),
  Backspace: () => pressed("form[data-act=undo] button"),
  0: () => Boolean(picks) && grouped(group + 1),
};

function typed(event) {
  const writing = event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
  if (event.key === "Escape" && edit && !edit.hidden) return opened(false);
  const off = help?.open || !help?.querySelector("[data-keys]")?.checked;
  if (writing || off || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return false;
  if (/^[1-9]$/.test(event.key)) return pressed(`[data-pick="${event.key}"][data-group="${group}"]`);
  return ACTS[event.key]?.() ?? false;
}

if (edit) {
  const problem = document.querySelector(".problem");
  opener.hidden = leave.hidden = false;
  opener.addEventListener("click", () => opened(edit.hidden));
  leave.addEventListener("click", () => opened(false));
  edit.querySelector("#f-type").addEventListener("change", modes);
  modes();
  grouped(0);
  edit.hidden = !problem;
  page.classList.toggle("editing", !edit.hidden);
  page.focus({ preventScroll: true });
}
document.addEventListener("keydown", (event) => {
  if (typed(event)) event.preventDefault();
});
for (const form of document.querySelectorAll("form[method=post]"))
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault(); // a second press says nothing new
    form.dataset.sent = "1";
  });
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});
