// Runs before the page is drawn, so that it doesn't flash in the other scheme.
try {
  const chosen = localStorage.getItem("sayso-scheme");
  if (chosen) document.documentElement.dataset.scheme = chosen;
} catch {
  // no storage: the system's scheme holds
}
