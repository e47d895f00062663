// The button that turns dark into light and back, and is remembered.
const root = document.documentElement;
const system = matchMedia("(prefers-color-scheme: dark)");
const dark = () => (root.dataset.scheme ? root.dataset.scheme === "dark" : system.matches);

export function schemes() {
  const button = document.querySelector("[data-scheme]:not(html)");
  if (!button) return;
  const named = () => (button.textContent = dark() ? "Light" : "Dark");
  button.hidden = false;
  named();
  system.addEventListener("change", named);
  button.addEventListener("click", () => {
    root.dataset.scheme = dark() ? "light" : "dark";
    try {
      localStorage.setItem("sayso-scheme", root.dataset.scheme);
    } catch {
      // it holds for this page
    }
    named();
  });
}
