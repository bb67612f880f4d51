// The search field. It is made here: a form in the page could send its words before any script prevents it.

// It asks for no other module: the first paint waits for it.

/** @type {HTMLTemplateElement} */
const template = document.querySelector("template.search-form");
const { page } = template.dataset;
template.replaceWith(template.content);

/** @type {HTMLFormElement} */
export const form = document.querySelector("form.search");
export const field = form.querySelector("input");

// Between two pages: the state of a page, where the question lives, belongs to it alone.
const HANDED = "suche";

function handOver(query) {
  try {
    sessionStorage.setItem(HANDED, query);
  } catch {
    // Storage is forbidden: the page of the search opens without words.
  }
}

// Returns the words from another page. They are gone then, unless they are only looked at.
export function handedOver({ look = false } = {}) {
  try {
    const query = sessionStorage.getItem(HANDED) ?? "";
    if (!look) sessionStorage.removeItem(HANDED);
    return query;
  } catch {
    return ""; // Storage is forbidden.
  }
}

// Whether somebody has asked already, here or on another page.
function waiting() {
  const { query, filters } = history.state?.question ?? {};
  return Boolean(query || filters?.length || handedOver({ look: true }));
}

// What stands below the results is there only with them: nothing jumps away when they come.
let taken = false;
export function searching(on) {
  taken = true;
  document.documentElement.classList.toggle("searching", on);
}

// The page of the search answers by itself.
if (!page && waiting()) {
  searching(true);
  taken = false;
  // Where the rest of the search has not come, the page leads on without it.
  addEventListener("load", () => taken || searching(false));
}
if (page) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    handOver(field.value.trim());
    // Who comes back to this page finds no words.
    form.reset();
    location.assign(page);
  });
  // Some browsers fill in again what stood there.
  addEventListener("pageshow", () => form.reset());
}
