// The form: fill in, check, look once more, hand over. Nothing is sent.

import { answers } from "./answers.js";
import { isKept, keepDraft } from "./draft.js";
import * as errors from "./errors.js";
import { fillIn } from "./fill.js";
import { findOffer } from "./offer.js";
import * as result from "./result.js";
import { prepare } from "./rows.js";
import { faults } from "./rules.js";
import { makeSearchable } from "./topics.js";
import { makeTimeLine } from "./when.js";

/** @type {HTMLFormElement} */
const form = document.querySelector("form.offer");
/** @type {NodeListOf<HTMLButtonElement>} */
const checks = form.querySelectorAll(".check");
/** @type {HTMLElement} */
const box = document.querySelector(".result");
let unsaved = false;
let pressed = checks[0];

function howOften() {
  const chosen = [];
  /** @type {NodeListOf<HTMLInputElement>} */
  const ticked = form.querySelectorAll("[name$='.wie_oft']:checked");
  for (const one of ticked) chosen[one.name.split(".")[1]] = one.value;
  return chosen;
}

const isChange = "change" in form.dataset;
const offer = isChange ? await findOffer(form) : undefined;
prepare(form);
if (offer) fillIn(form, offer.values);
if (!isChange || offer) {
  keepDraft(form);
  makeSearchable(form);
  makeTimeLine(form);
}
form.addEventListener("input", () => {
  unsaved = true;
});
// What is known of streets is loaded only for those who write one.
form.addEventListener("focusin", async ({ target }) => {
  const field = /** @type {HTMLInputElement} */ (target);
  if (field.name?.endsWith(".strasse")) (await import("./streets.js")).watch(field);
});
for (const check of checks) check.addEventListener("click", () => {
  pressed = check;
  errors.clear(form);
  const answered = answers(form);
  const found = faults(answered, howOften(), !isChange);
  if (found.length > 0) errors.show(form, found);
  else result.show(box, form, answered);
});
box.querySelector(".back").addEventListener("click", () => {
  box.hidden = true;
  form.hidden = false;
  pressed.focus();
});
// Whoever has copied, saved or sent the text may leave.
box.addEventListener("click", ({ target }) => {
  if (/** @type {Element} */ (target).closest(".copy-text, .copy-file, .save-file, a")) unsaved = false;
});
addEventListener("beforeunload", (event) => {
  if (unsaved && !isKept(form)) event.preventDefault();
});
