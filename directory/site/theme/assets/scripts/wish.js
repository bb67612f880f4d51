// What people miss: from ticks and one sentence a text that they send themselves. Nothing is sent from here.

import { copy } from "./form/copy.js";

/** @type {HTMLFormElement} */
const form = document.querySelector("form.offer");
/** @type {HTMLElement} */
const box = document.querySelector(".result");
/** @type {HTMLElement} */
const shown = box.querySelector(".preview");
/** @type {HTMLElement} */
const title = box.querySelector(".result-title");
/** @type {HTMLButtonElement} */
const check = form.querySelector(".check");
const subject = document.querySelector("h1").textContent;
const line = (text) => text.replace(/\s+/gu, " ").trim();

function* answers() {
  for (const question of form.querySelectorAll(".question")) {
    /** @type {NodeListOf<HTMLInputElement>} */
    const fields = question.querySelectorAll("input:checked, input:not([type]), textarea");
    const given = [...fields].map(({ value }) => line(value)).filter(Boolean);
    const asked = line(question.querySelector("legend, label").textContent);
    if (given.length > 0) yield [asked, ...given.map((one) => `- ${one}`)].join("\n");
  }
}

function show(text) {
  shown.textContent = text;
  box.querySelector(".said").textContent = "";
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const mails = box.querySelectorAll("a.mail");
  for (const mail of mails) {
    const words = `subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`;
    mail.href = `mailto:${mail.dataset.mail}?${words}`;
  }
  form.hidden = true;
  box.hidden = false;
  title.focus();
}

check.addEventListener("click", () => {
  const text = [...answers()].join("\n\n");
  form.querySelector(".found").textContent = text ? "" : "Sie haben noch nichts gesagt.";
  if (text) show(text);
});
box.querySelector(".copy-text").addEventListener("click", () =>
  copy(box.querySelector(".said"), shown.textContent, shown),
);
box.querySelector(".back").addEventListener("click", () => {
  box.hidden = true;
  form.hidden = false;
  check.focus();
});
