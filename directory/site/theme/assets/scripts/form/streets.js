// What is known of the street that somebody types: in which area it is, how it is written, or which one is near. It asks
// and never holds anybody up: a street can be new, or in another city.

import { CITY } from "./data.js";
import { address } from "./text.js";

// The same as in directory/checks/addresses.py.
const SAME_NAME = 0.88;

// The same as in directory/model/text.py.
function streetKey(street) {
  const plain = street.toLowerCase().replaceAll("ß", "ss").replace(/[\s\u00ad\u2010-\u2015\u2212-]+/g, "");
  return plain.replace(/str(?:asse|\.)?$/, "str");
}

// Letters that both have in this order, of all letters (normalized Indel similarity).
function likeness(one, other) {
  let above = new Array(other.length + 1).fill(0);
  for (const letter of one) {
    const row = [0];
    for (let at = 0; at < other.length; at++)
      row.push(letter === other[at] ? above[at] + 1 : Math.max(above[at + 1], row[at]));
    above = row;
  }
  return (2 * above[other.length]) / (one.length + other.length);
}

export class Streets {
  /** @param {{streets: Record<string, string[]>, areas: Record<string, string>, codes: string[]}} known */
  constructor({ streets, areas, codes }) {
    this.byKey = new Map(Object.keys(streets).map((name) => [streetKey(name), name]));
    this.streets = streets;
    this.areas = areas;
    this.codes = codes;
  }

  // The name of the street that is meant; empty where none is near.
  meant(written) {
    const key = streetKey(written);
    if (this.byKey.has(key)) return this.byKey.get(key);
    let [best, nearest] = [SAME_NAME, ""];
    for (const [other, name] of this.byKey) {
      const found = likeness(key, other);
      if (found > best || (found === best && !nearest)) [best, nearest] = [found, name];
    }
    return nearest;
  }

  // What somebody should know about a line of address, in sentences, and the street that may be meant instead.
  about(text) {
    const { strasse = "", plz = "", stadt = "" } = /** @type {Record<string, any>} */ (address(text, CITY));
    if (!strasse || stadt) return { said: "" };
    const said = [];
    if (plz && !this.codes.includes(plz))
      said.push(`Die Postleitzahl ${plz} gibt es in ${CITY} nicht. Hier gibt es: ${this.codes.join(", ")}.`);
    const name = this.meant(strasse);
    const isKnown = this.byKey.has(streetKey(strasse));
    if (!isKnown) said.unshift(`Diese Straße kennen wir in ${CITY} nicht.${name ? "" : " Stimmt der Name?"}`);
    const isOther = name && name.toLowerCase() !== strasse.toLowerCase() && !strasse.includes(".");
    if (isKnown && isOther) said.unshift("Diese Straße schreiben wir anders.");
    const areas = isKnown ? this.streets[name] : [];
    if (areas.length === 1) said.push(`Diese Straße liegt ${this.areas[areas[0]]}.`);
    return { said: said.join(" "), street: strasse, instead: isKnown && !isOther ? "" : name };
  }
}

function answer(field, { said, street = "", instead = "" }) {
  const status = field.nextElementSibling;
  status.replaceChildren(said);
  if (!instead) return;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = `Ich meine: ${instead}`;
  button.addEventListener("click", () => {
    field.value = field.value.replace(street, instead);
    field.focus();
    field.dispatchEvent(new Event("change", { bubbles: true }));
  });
  status.append(" ", button);
}

const watched = new WeakSet();
let loading;

async function load() {
  const found = await fetch("../strassen.json").catch(() => undefined);
  return found?.ok ? new Streets(await found.json()) : undefined;
}

/** @param {HTMLInputElement} field */
export function watch(field) {
  loading ??= load();
  if (watched.has(field)) return;
  watched.add(field);
  // A row that was added is a copy of the one before, with what is said there.
  if (field.nextElementSibling?.role === "status") field.nextElementSibling.remove();
  const status = document.createElement("p");
  status.className = "found";
  status.role = "status";
  field.after(status);
  field.addEventListener("change", async () => {
    const streets = await loading;
    if (streets) answer(field, streets.about(field.value));
  });
}
