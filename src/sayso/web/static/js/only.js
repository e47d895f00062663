// Shows only the sentences in which something was coded.
export function only() {
  const button = document.querySelector("[data-only]");
  if (!button) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    const on = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(on));
    document.querySelector("ol.sentences")?.classList.toggle("only", on);
  });
}
