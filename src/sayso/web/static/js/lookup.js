// Fields for parties: while a name is typed, those who could be meant are listed; the one that is picked is written as the form takes it.
const WAIT = 150; // milliseconds after the last key
const text = document.querySelector(".report-text")?.textContent ?? "";

for (const field of document.querySelectorAll("input[data-lookup]")) begin(field);

function begin(field) {
  const list = Object.assign(document.createElement("ul"), { className: "lookup", id: `${field.id}-found`, hidden: true });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Who could be meant");
  field.after(list);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-expanded": "false", "aria-controls": list.id, "aria-autocomplete": "list" })) field.setAttribute(name, value);
  let waiting = null;
  let at = -1;

  const close = () => {
    list.hidden = true;
    at = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };
  const mark = (next) => {
    at = (next + list.children.length) % list.children.length;
    [...list.children].forEach((one, n) => one.setAttribute("aria-selected", String(n === at)));
    field.setAttribute("aria-activedescendant", list.children[at].id);
  };
  const pick = (one) => {
    const { before, typed, after } = segment(field);
    const words = typed.includes("@") ? typed.slice(typed.indexOf("@") + 1) : text.includes(typed.trim()) ? typed.trim() : "";
    const written = `${before}${one.write}@${words}`;
    field.value = written + after;
    field.setSelectionRange(written.length, written.length);
    close();
  };
  const show = async () => {
    const name = segment(field).typed.split("@")[0].trim();
    if (name.length < 2 || /^[A-Z]{3}(:|$)/.test(name)) return close();
    const day = field.dataset.day ? `&day=${field.dataset.day}` : "";
    const answer = await fetch(`/api/v1/entities?q=${encodeURIComponent(name)}${day}`);
    if (!answer.ok || document.activeElement !== field) return;
    const found = (await answer.json()).entities;
    list.replaceChildren(...found.map((one, n) => option(`${list.id}-${n}`, one, () => pick(one))));
    list.hidden = !found.length;
    field.setAttribute("aria-expanded", String(found.length > 0));
    at = -1;
  };
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, WAIT);
  });
  field.addEventListener("blur", () => setTimeout(close, WAIT));
  field.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "ArrowDown") mark(at + 1);
    else if (event.key === "ArrowUp") mark(at < 0 ? -1 : at - 1);
    else if (event.key === "Enter" && at >= 0) list.children[at].click();
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
}

// The party that is being written, of several that are parted by semicolons.
function segment(field) {
  const start = field.value.lastIndexOf(";", field.selectionStart - 1) + 1;
  const next = field.value.indexOf(";", field.selectionStart);
  const end = next < 0 ? field.value.length : next;
  const typed = field.value.slice(start, end);
  const blank = typed.length - typed.trimStart().length;
  return { before: field.value.slice(0, start + blank), typed: typed.trimStart(), after: field.value.slice(end) };
}

function option(id, one, picked) {
  const made = Object.assign(document.createElement("li"), { id });
  made.setAttribute("role", "option");
  made.setAttribute("aria-selected", "false");
  const name = Object.assign(document.createElement("bdi"), { textContent: one.name });
  const code = Object.assign(document.createElement("span"), { className: "code", textContent: [one.country, ...one.sectors].filter(Boolean).join(" ") + (one.known ? "" : " · in this database") });
  made.append(name, " ", code);
  made.addEventListener("pointerdown", (event) => event.preventDefault());
  made.addEventListener("click", picked);
  return made;
}
