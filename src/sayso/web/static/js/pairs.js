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

const LEAST = 300; // pixels of a text that are worth their own window

// Where the text scrolls by itself, it ends where the window ends, and begins at the evidence; the page stays where it is.
function reveal(text, trigger) {
  if (!text || !trigger || getComputedStyle(text).overflowY === "visible") return;
  const room = innerHeight - text.getBoundingClientRect().top;
  if (room > LEAST && text.getBoundingClientRect().bottom > innerHeight) text.style.maxHeight = `${room}px`;
  const [mark, box] = [trigger, text].map((one) => one.getBoundingClientRect());
  if (mark.bottom > Math.min(innerHeight, box.bottom)) text.scrollTop += mark.top - box.top - text.clientHeight / 3;
}
