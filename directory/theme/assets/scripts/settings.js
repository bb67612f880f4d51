// No module, so that it runs before anything is painted: whoever needs dark colours must not be dazzled first.
// controls.js calls what stands here.

function applySettings(chosen) {
  const root = document.documentElement;
  for (const name of ["size", "scheme", "spacing"]) {
    if (chosen[name]) root.dataset[name] = chosen[name];
    else delete root.dataset[name];
  }
  const dark = { hell: "not all", dunkel: "screen" }[chosen.scheme];
  document.querySelector("[data-dark]").media = dark ?? "(prefers-color-scheme: dark)";
}

function applySaved() {
  try {
    applySettings(JSON.parse(localStorage.getItem("ansicht")) ?? {});
  } catch {
    // Storage is forbidden, or holds nonsense.
  }
}

document.documentElement.classList.add("js");
applySaved();
// Whoever comes back to a page may have chosen anew on another one.
addEventListener("pageshow", ({ persisted }) => persisted && applySaved());
