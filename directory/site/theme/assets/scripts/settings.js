// No module: it runs before anything is painted, so that nobody is dazzled first. controls.js calls it, too.

function applySettings(chosen) {
  const root = document.documentElement;
  for (const name of ["size", "scheme", "spacing"]) {
    if (chosen[name]) root.dataset[name] = chosen[name];
    else delete root.dataset[name];
  }
  /** @type {HTMLLinkElement} */
  const sheet = document.querySelector("[data-dark]");
  // A sheet that the device did not ask for would come after the first paint.
  sheet.setAttribute("blocking", "render");
  sheet.media = { hell: "not all", dunkel: "screen" }[chosen.scheme] ?? "screen and (prefers-color-scheme: dark)";
}

function applySaved() {
  try {
    applySettings(JSON.parse(localStorage.getItem("ansicht")) ?? {});
  } catch {
    // Storage is forbidden, or holds nonsense.
  }
}

document.documentElement.classList.add("js");
// Where the device cannot share, the address is copied; both need a safe connection.
if ("share" in navigator || "clipboard" in navigator) document.documentElement.classList.add("share");
applySaved();
// Whoever comes back to a page may have chosen anew on another one.
addEventListener("pageshow", ({ persisted }) => persisted && applySaved());
