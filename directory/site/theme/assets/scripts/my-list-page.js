// The page of the reader's list: its address has the list, so that it can be sent to someone. What follows # is never
// sent to the server, and this page loads every offer, whichever are on the list.

import { offerExit } from "./exit.js";
import { keep, keeps, listed, show, slugs } from "./my-list.js";

const page = document.querySelector(".my-list");
/** @returns {any} what this part is: a button, a text, a group */
const part = (name) => page.querySelector(`.${name}`);
const status = document.querySelector(".my-list-status");
const made = new Map();
let [offers, former, list] = [{}, {}, []];
// Who goes to the content before the offers are here takes its place in the address.
const first = location.hash.slice(1);

/** @returns {HTMLElement} the sheet of an offer, made when it is first shown */
function sheet(slug) {
  if (!made.has(slug)) {
    const found = new DOMParser().parseFromString(offers[slug], "text/html").querySelector("section");
    const name = found.querySelector("h2").textContent;
    const button = found.querySelector(".remove");
    button.setAttribute("aria-label", `${button.textContent}: ${name}`);
    button.addEventListener("click", () => remove(slug, name));
    made.set(slug, found);
  }
  return made.get(slug);
}

const current = (name) => (Object.hasOwn(former, name) ? former[name] : name);
const exists = (name) => Object.hasOwn(offers, current(name));

function known(names) {
  return [...new Set(names.filter(exists).map(current))];
}

function render() {
  part("empty").hidden = list.length > 0;
  part("full").hidden = list.length === 0;
  part("count").textContent = list.length === 1 ? "1 Angebot" : `${list.length} Angebote`;
  part("sheets").replaceChildren(...list.map(sheet));
  offerExit(Boolean(part("sheets").querySelector("[data-leave]")));
  part("link").hidden = true;
  part("shared").textContent = "";
  show(list);
}

// `own` marks the address as one that this page wrote: when somebody comes back to it, the tab knows better.
function change(changed) {
  list = changed;
  keep(list);
  history.replaceState({ own: true }, "", list.length > 0 ? `#${list}` : location.pathname);
  render();
}

function read(address = location.hash.slice(1)) {
  const asked = slugs(address);
  const found = known(asked);
  part("gone").hidden = asked.every((slug) => exists(slug) || document.getElementById(slug));
  if (found.length > 0 && !(keeps && history.state?.own)) change(found);
  else change(keeps ? known(listed()) : list);
}

function remove(slug, name) {
  const place = list.indexOf(slug);
  change(list.filter((one) => one !== slug));
  status.textContent = `Nicht mehr auf Ihrer Liste: ${name}.`;
  const next = list[Math.min(place, list.length - 1)];
  (next ? sheet(next).querySelector("h2 a") : part("empty h2")).focus();
}

async function share() {
  try {
    await navigator.clipboard.writeText(location.href);
    part("shared").textContent = "Kopiert.";
  } catch {
    part("link").hidden = false;
    const field = part("link").querySelector("input");
    field.value = location.href;
    field.focus();
    field.select();
  }
}

part("share").addEventListener("click", share);
part("yes").addEventListener("click", () => {
  change([]);
  part("clear").open = false;
  part("empty h2").focus();
});
part("no").addEventListener("click", () => {
  part("clear").open = false;
  part("clear").querySelector("summary").focus();
});
async function load() {
  try {
    ({ sheets: offers, former } = await (await fetch("angebote.json")).json());
  } catch {
    part("failed").hidden = false;
    return;
  }
  // Another list in the address, or the way to the content, which must not take the place of the list.
  addEventListener("hashchange", () => read());
  addEventListener("pageshow", ({ persisted }) => persisted && read());
  read(document.getElementById(location.hash.slice(1)) ? first : undefined);
}

load();
