// What somebody asks for: words and filters. They live in the state of this tab, so that going back works, and nowhere
// else: browsers keep every address and every title, and servers write addresses down.

const FILTERS = ["gebiet", "ortsteil", "wochentag", "tag", "kostenlos", "zugang", "merkmal", "plz"];
// Between two pages: the state belongs to one page only.
const HANDED = "suche";

export function asked() {
  const { query = "", filters = [] } = history.state?.question ?? {};
  return { query, filters: filters.filter(({ type }) => FILTERS.includes(type)) };
}

let last = null;

// A link to a place in the page is a step without a state: the question comes along. Returns whether that was so.
export function carry() {
  if (history.state || !location.hash) return false;
  history.replaceState(last, "");
  return true;
}

// Whether the question was only typed: it has no step of its own on the way back.
export function typed() {
  return Boolean(history.state?.typed);
}

export function ask(query, filters, { replace = false, typing = false } = {}) {
  const state = { question: { query, filters }, typed: typing };
  last = state;
  if (replace || typing) history.replaceState(state, "");
  else history.pushState(state, "");
}

export function handOver(query) {
  try {
    sessionStorage.setItem(HANDED, query);
  } catch {
    // Storage is forbidden: the page of the search opens without words.
  }
}

// Whether somebody has asked already, here or on another page.
export function waiting() {
  const { query, filters } = asked();
  try {
    return Boolean(query || filters.length || sessionStorage.getItem(HANDED));
  } catch {
    return false; // Storage is forbidden.
  }
}

// Returns whether somebody has asked on another page, and comes from there.
export function takeOver() {
  try {
    const query = sessionStorage.getItem(HANDED);
    sessionStorage.removeItem(HANDED);
    if (query) ask(query, [], { replace: true });
    return Boolean(query);
  } catch {
    return false; // Storage is forbidden.
  }
}

// For those who want to send a search to someone. What stands behind "#" is never sent to a server.
export function linkTo({ query, filters }) {
  const parameters = new URLSearchParams(query && { q: query });
  for (const { type, value } of filters) parameters.append(type, value);
  return new URL(`#${parameters}`, location.href).href;
}
