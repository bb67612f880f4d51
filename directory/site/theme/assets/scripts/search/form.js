// The search field. It is made here: a form in the page could send its words before any script prevents it.

import { handOver, waiting } from "./question.js";

/** @type {HTMLTemplateElement} */
const template = document.querySelector("template.search-form");
const { page } = template.dataset;
template.replaceWith(template.content);

/** @type {HTMLFormElement} */
export const form = document.querySelector("form.search");
export const field = form.querySelector("input");

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
