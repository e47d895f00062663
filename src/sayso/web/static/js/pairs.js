// A field and its words in the text light up together: pointing at one shows the other, a click goes there.
export function pairs() {
  for (const page of document.querySelectorAll("[data-pairs]")) {
    const marks = [...page.querySelectorAll("[data-fields]")];
    const fields = [...page.querySelectorAll("[data-field]")];
    const light = (names, on) => {
      for (const mark of marks) if (mark.dataset.fields.split(" ").some((name) => names.includes(name))) mark.classList.toggle("lit", on);
      for (const field of fields) if (names.includes(field.dataset.field)) field.classList.toggle("lit", on);
    };
    for (const one of [...marks, ...fields]) {
      const names = (one.dataset.fields ?? one.dataset.field).split(" ");
      for (const [begin, end] of [["pointerenter", "pointerleave"], ["focusin", "focusout"]]) {
        one.addEventListener(begin, () => light(names, true));
        one.addEventListener(end, () => light(names, false));
      }
    }
    for (const link of page.querySelectorAll("[data-to]")) {
      const mark = marks.find((one) => one.dataset.fields.split(" ").includes(link.dataset.to));
      if (!mark) continue;
      link.href = `#${mark.id}`;
      link.addEventListener("click", (event) => {
        event.preventDefault();
        mark.focus({ preventScroll: true });
        mark.scrollIntoView({ block: "center" });
      });
    }
    reveal(page.querySelector(".text"), page.querySelector(".mark.trigger[data-fields]"));
  }
}

// Where the text scrolls by itself, it begins at the evidence; the page stays where it is.
function reveal(text, trigger) {
  if (!text || !trigger || text.scrollHeight <= text.clientHeight) return;
  const below = trigger.getBoundingClientRect().bottom - Math.min(innerHeight, text.getBoundingClientRect().bottom);
  if (below > 0) text.scrollTop += below + text.clientHeight / 2;
}
