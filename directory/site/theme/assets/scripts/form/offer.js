// Which offer a correction is about: its short name stands behind # in the address, so that no server is told.

import { offerExit } from "../exit.js";
import { OFFERS, WORDS } from "./data.js";

const slugOf = (hash) => /^#([a-z0-9-]+)$/.exec(hash)?.[1];

async function load(slug) {
  const answer = await fetch(`${slug}.json`);
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.json();
}

function ask(box, text) {
  const select = box.querySelector("select");
  select.append(...Object.entries(WORDS[OFFERS]).map(([slug, name]) => new Option(name, slug)));
  box.querySelector(".choose").addEventListener("click", () => {
    if (select.value) location.hash = select.value;
    else select.focus();
  });
  box.hidden = false;
  box.querySelector(".not-found").textContent = text;
}

// What a secret offer does not show is not asked for either.
function leaveOut(form, { hidden, values }) {
  for (const control of form.querySelectorAll("[name]"))
    if (hidden.includes(control.name.split(".")[0])) control.closest(".rows, .features, .question")?.remove();
  if (!values.zeiten) form.querySelector(".all-true").remove();
  for (const part of form.querySelectorAll(".part")) if (!part.querySelector(".question")) part.remove();
}

// One tap for whoever finds nothing wrong; `directory confirm` reads such a mail.
function linkConfirmation(slug, name) {
  /** @type {HTMLAnchorElement} */
  const link = document.querySelector("a.all-right");
  if (!link) return;
  const { subject, body } = link.dataset;
  const whole = `${subject}: ${name} (${slug})`;
  link.href += `?subject=${encodeURIComponent(whole)}&body=${encodeURIComponent(body)}`;
}

// The offer in the address, or nothing: then the page asks for it.
export async function findOffer(form) {
  const box = document.querySelector(".which");
  const slug = slugOf(location.hash);
  addEventListener("hashchange", () => slugOf(location.hash) && location.reload());
  try {
    const offer = slug && (await load(slug));
    if (!offer) return ask(box, "");
    offerExit(offer.sensitive);
    leaveOut(form, offer);
    form.dataset.present = JSON.stringify(offer.values);
    form.dataset.path = offer.path;
    if (offer.secret) form.dataset.secret = "";
    if (offer.secret || offer.sensitive) form.dataset.sensitive = "";
    /** @type {NodeListOf<HTMLElement>} */
    const names = document.querySelectorAll(".offer-name");
    for (const one of names) Object.assign(one, { textContent: offer.values.name, hidden: false });
    /** @type {HTMLAnchorElement} */
    const forge = document.querySelector("a.forge");
    if (offer.edit && forge) forge.href = offer.edit;
    else forge?.closest("details").remove();
    linkConfirmation(slug, offer.values.name);
    form.hidden = false;
    return offer;
  } catch {
    return ask(box, "Dieses Angebot finden wir nicht. Bitte wählen Sie.");
  }
}
