// Elements of drawings, and what all drawings need: their data, their width, texts that show what nobody would see.
const NS = "http://www.w3.org/2000/svg";
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

export function svg(name, attributes = {}, ...children) {
  const made = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(attributes)) if (value != null) made.setAttribute(key, value);
  made.append(...children.filter((child) => child != null));
  return made;
}

// A text out of a report, on one line: characters that have no shape, or turn others around, become a mark.
export function seen(text, longest = 60) {
  const shown = String(text).replace(UNSEEN, "\u2423");
  return [...shown].length > longest ? [...shown].slice(0, longest - 1).join("") + "\u2026" : shown;
}

export function dataOf(figure) {
  return JSON.parse(figure.querySelector('script[type="application/json"]').textContent);
}

export const number = new Intl.NumberFormat("en").format;

export function counted(count, one, many = `${one}s`) {
  return `${number(count)} ${count === 1 ? one : many}`;
}

// Draws again whenever the width changes.
export function fitted(canvas, draw) {
  let width = 0;
  new ResizeObserver(() => {
    const now = Math.floor(canvas.clientWidth);
    if (now && now !== width) draw((width = now));
  }).observe(canvas);
}

// One stop of the Tab key for many marks: arrows go from one to the next.
export function roving(holder, marks) {
  let at = Math.max(0, marks.indexOf(holder.contains(document.activeElement) ? document.activeElement : null));
  marks.forEach((mark, n) => mark.setAttribute("tabindex", n === at ? 0 : -1));
  const goTo = (n) => {
    marks[at].setAttribute("tabindex", -1);
    at = (n + marks.length) % marks.length;
    marks[at].setAttribute("tabindex", 0);
    marks[at].focus();
  };
  const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  holder.onkeydown = (event) => {
    if (!marks.length || event.ctrlKey || event.metaKey || event.altKey || !marks.includes(event.target)) return;
    at = marks.indexOf(event.target);
    if (event.key in steps) goTo(at + steps[event.key]);
    else if (event.key === "Home") goTo(0);
    else if (event.key === "End") goTo(marks.length - 1);
    else return;
    event.preventDefault();
  };
}

// The address of this page with other days; a place to begin paging from doesn't hold any longer.
export function between(since, until) {
  const address = new URL(location.href);
  for (const [name, day] of [["since", since], ["until", until]]) {
    address.searchParams.delete(name);
    if (day) address.searchParams.set(name, day);
  }
  address.searchParams.delete("after");
  return address;
}
