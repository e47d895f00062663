// Forms whose empty fields don't go into the address, so that addresses stay short enough to be read.
export function lean() {
  for (const form of document.querySelectorAll("form[data-lean]")) {
    form.addEventListener("submit", () => {
      const empty = [...form.elements].filter((field) => field.name && field.value === "");
      for (const field of empty) field.disabled = true;
      setTimeout(() => empty.forEach((field) => (field.disabled = false)));
    });
    const details = form.querySelector("details[data-used]");
    if (details && matchMedia("(min-width: 60rem)").matches) details.open = false;
  }
}
