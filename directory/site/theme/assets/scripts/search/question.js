// What somebody asks for: words and filters. They live in the state of this tab, so that going back works, and nowhere
// else: browsers keep every address and every title, and servers write addresses down.

const FILTERS = ["gebiet", "ortsteil", "wochentag", "tag", "kostenlos", "zugang", "merkmal", "plz"];

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

// Returns whether words came from another page: they are what is asked here.
export function takeOver(query) {
  if (query) ask(query, [], { replace: true });
  return Boolean(query);
}

// For those who want to send a search to someone. What stands behind "#" is never sent to a server.
export function linkTo({ query, filters }) {
  const parameters = new URLSearchParams(query && { q: query });
  for (const { type, value } of filters) parameters.append(type, value);
  return new URL(`#${parameters}`, location.href).href;
}
