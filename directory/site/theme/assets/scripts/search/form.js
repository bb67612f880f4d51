// The search field. It is made here: a form in the page could send its words before any script prevents it.

import { handOver } from "./question.js";

/** @type {HTMLTemplateElement} */
const template = document.querySelector("template.search-form");
const { page } = template.dataset;
template.replaceWith(template.content);

/** @type {HTMLFormElement} */
export const form = document.querySelector("form.search");
export const field = form.querySelector("input");

// The page of the search answers by itself.
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
