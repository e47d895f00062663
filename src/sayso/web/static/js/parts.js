// Parts of a page that take longer are fetched after it: the element tells from where, and keeps a link for those without scripts.
export function parts(then) {
  for (const place of document.querySelectorAll("[data-part]")) fetchPart(place, place.dataset.part, then);
}

// What is closed is fetched when somebody opens it.
function later(place, then) {
  for (const one of place.querySelectorAll("details[data-later]")) {
    one.addEventListener("toggle", () => fetchLater(one, then), { once: true });
  }
}

async function fetchLater(one, then) {
  const body = document.createElement("div");
  one.querySelector("p")?.replaceWith(body);
  await fetchPart(body, one.dataset.later, then);
  for (const times of body.querySelectorAll(".times")) times.remove();
}

async function fetchPart(place, from, then) {
  place.setAttribute("aria-busy", "true");
  place.prepend(said("Counting …"));
  try {
    const answer = await fetch(from, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const found = page.querySelector("[data-fragment]");
    if (!answer.ok || !found) throw new Error(page.querySelector(".reasons")?.textContent ?? answer.statusText);
    place.replaceChildren(document.adoptNode(found));
    tell(found);
    collapse(place);
    later(place, then);
    then(place);
  } catch (error) {
    place.prepend(said(`Not counted: ${error.message}`));
  } finally {
    place.removeAttribute("aria-busy");
  }
}

function said(text) {
  const line = document.createElement("p");
  line.className = "quiet";
  line.setAttribute("role", "status");
  line.textContent = text;
  return line;
}

function tell(found) {
  for (const total of document.querySelectorAll("[data-total]")) total.textContent = found.dataset.totalIs ?? "";
}

// On a phone the counts stand above the list, so they begin closed.
function collapse(place) {
  const all = place.querySelector("details.rest");
  if (all && matchMedia("(max-width: 60rem)").matches) all.open = false;
}
