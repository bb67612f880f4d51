// A long list to choose from: it shows what fits the word that somebody types, and what is chosen.

import { plain } from "./text.js";

const SHORTEST = 2;
const joined = (text) => plain(text).replaceAll("-", "");

export function makeSearchable(form) {
  /** @type {HTMLInputElement} */
  const field = form.querySelector("[data-finds]");
  const question = field.closest(".question");
  const status = question.querySelector(".found");
  /** @type {NodeListOf<HTMLElement>} */
  const labels = question.querySelectorAll(".choices label");
  let spoken = {};
  let isOpen = false;

  const fits = (text, wanted) => `-${plain(text)}`.includes(`-${plain(wanted)}`) || joined(text).startsWith(joined(wanted));

  function show() {
    const wanted = field.value.trim();
    const asked = joined(wanted).length >= SHORTEST;
    const found = { named: [], meant: [], others: [] };
    for (const label of labels) {
      const { value, checked } = label.querySelector("input");
      const isNamed = asked && fits(label.textContent, wanted);
      const isMeant = asked && spoken[value]?.some((text) => fits(text, wanted));
      found[isNamed ? "named" : isMeant ? "meant" : "others"].push(label);
      label.hidden = !(isNamed || isMeant || checked || (isOpen && !asked));
    }
    labels[0].parentElement.append(...found.named, ...found.meant, ...found.others);
    const count = found.named.length + found.meant.length;
    const said = { 0: "Kein Thema passt. Versuchen Sie ein anderes Wort.", 1: "1 Thema passt." };
    status.textContent = asked ? (said[count] ?? `${count} Themen passen.`) : "";
  }

  // What people say for a topic is loaded only for those who look for one.
  async function load() {
    const answer = await fetch("../themen.json").catch(() => undefined);
    if (answer?.ok) spoken = await answer.json();
    show();
  }

  field.addEventListener("focus", load, { once: true });
  field.addEventListener("input", show);
  question.querySelector(".show-all").addEventListener("click", () => {
    isOpen = true;
    field.value = "";
    show();
  });
  show();
}
