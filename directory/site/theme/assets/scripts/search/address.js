// No module: words that somebody searches for leave the address before anything else is loaded. A link to a search has
// them behind "#", an old one behind "?". From here on they live in the state of this tab: see question.js.

function takeWords() {
  const given = new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : location.search);
  if (![...given].length) return;
  const filters = [...given].filter(([type]) => type !== "q").map(([type, value]) => ({ type, value }));
  const question = { query: (given.get("q") ?? "").trim(), filters };
  history.replaceState({ question }, "", location.pathname);
}

takeWords();
addEventListener("hashchange", () => {
  if (!location.hash.includes("=")) return;
  takeWords();
  dispatchEvent(new PopStateEvent("popstate"));
});
