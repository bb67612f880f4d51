// What the form says, laid over what the directory says already: what the form does not ask for stays as it is.

import { CITY } from "./data.js";
import { compact, fieldAt, get, put } from "./fields.js";
import { decision } from "./rows.js";
import { address, clock, date, line, lines, name as nameOf, sentences, today, url, words } from "./text.js";

const READ = {
  date: (text) => date(line(text)),
  "special-day": (text) => date(line(text)),
  time: (text) => clock(line(text)),
};
const LISTS = {
  sentence: sentences,
  date: (text) => lines(text.replace(/[,;]/g, "\n")).map(date),
  mail: words,
  url: (text) => words(text).map(url),
};
const NAMES = new Set(["name", "weitere_namen"]);
const STREET = /^orte\.\d+\.strasse$/;
// What is no field of the file.
const APART = new Set(["ordner", "wer", "geprueft"]);
// What is said of such a group holds from the day on which it was said; a change also says by whom.
const DATED = ["kosten", "orte.0.zugang"];
const CHANGED = [...DATED, "mitmachen"];
const PROVIDER = "Angabe vom Träger";
const KNOWS = "ein Mensch, der das Angebot kennt";

function typed(control, field, before) {
  if (NAMES.has(field.key)) return field.many ? lines(control.value, nameOf) : nameOf(control.value);
  if (field.many) return (LISTS[field.kind] ?? ((text) => lines(text)))(control.value, before);
  const text = (READ[field.kind] ?? line)(control.value);
  return field.key === "betrag" ? text.replace(/\s*(?:€|Euro)$/i, "") : text;
}

function ticked(controls, before = []) {
  const chosen = controls.filter((one) => one.checked).map((one) => one.value);
  return [...before.filter((one) => chosen.includes(one)), ...chosen.filter((one) => !before.includes(one))];
}

// Of a list of kinds or providers the form asks for the first one.
const first = (value, before = []) => [value, ...before.slice(1).filter((one) => one !== value)].filter(Boolean);

function answer(controls, name, before) {
  const [control] = controls;
  const field = fieldAt(name);
  if (control.type === "checkbox") return ticked(controls, before);
  if (control.type !== "radio" && control.type !== "select-one") return typed(control, field, before);
  const value = control.type === "radio" ? (controls.find((one) => one.checked)?.value ?? "") : control.value;
  if (value === field.preset && before === undefined) return undefined;
  return field.many ? first(value, before) : value;
}

function named(form) {
  const found = new Map();
  for (const control of form.elements) {
    if (!control.name || APART.has(control.name)) continue;
    found.set(control.name, [...(found.get(control.name) ?? []), control]);
  }
  return found;
}

const isChanged = (controls) => controls.some((one) => one.checked !== one.defaultChecked);

// Street and number are one line; what nobody has touched stays as it is, and what has a question of its own, too.
function street(values, name, control) {
  if (control.value === control.defaultValue) return;
  const { strasse, hausnummer, plz, ...more } = address(control.value, CITY);
  put(values, name, strasse || undefined);
  put(values, name.replace("strasse", "hausnummer"), hausnummer);
  if (plz) put(values, name.replace("strasse", "plz"), plz);
  for (const [key, value] of Object.entries(more)) {
    const path = name.replace("strasse", key);
    if (get(values, path) === undefined) put(values, path, value);
  }
}

// Two answers to "how often" are fields of their own.
function howOften(values, name, controls) {
  const row = name.replace(/\.wie_oft$/, "");
  const chosen = controls.find((one) => one.checked)?.value;
  if (!isChanged(controls)) return;
  put(values, `${row}.nach_vereinbarung`, chosen === "termin" ? "ja" : undefined);
  put(values, `${row}.immer`, chosen === "immer" ? "ja" : undefined);
}

const undated = (group = {}) => JSON.stringify({ ...group, stand: undefined });

const isSaidAnew = (values, present, name) => {
  const now = undated(compact(get(values, name)));
  return now !== "{}" && now !== undated(get(present, name));
};

// Everything else keeps its age.
function age(values, present, isChecked, speaker) {
  const numbered = (key) => Object.keys(values[key] ?? {}).map((at) => `${key}.${at}`);
  const times = numbered("zeiten").filter((name) => isSaidAnew(values, isChecked ? {} : present, name));
  const days = numbered("ausnahmen").filter((name) => get(values, name)?.uhrzeit && isSaidAnew(values, present, name));
  const groups = (speaker ? CHANGED : DATED).filter((name) => isSaidAnew(values, present, name));
  for (const name of [...times, ...days, ...groups]) put(values, `${name}.stand`, today());
  if (!speaker) return;
  for (const name of [...times, ...groups]) {
    put(values, `${name}.laut`, speaker);
    put(values, `${name}.quelle`, undefined);
  }
}

// `values` keep the places of rows; `file` is what belongs in the file.
export function answers(form) {
  const present = JSON.parse(form.dataset.present ?? "{}");
  const values = structuredClone(present);
  const addresses = [];
  for (const [name, controls] of named(form)) {
    const question = controls[0].closest(".question");
    const before = get(present, name);
    if (controls[0].closest(".row")?.disabled) put(values, name.split(".", nested(controls[0])).join("."), undefined);
    else if (name.endsWith(".wie_oft")) howOften(values, name, controls);
    else if (STREET.test(name) && !question.hidden) addresses.push([name, controls[0]]);
    else if (!question.hidden) put(values, name, emptyAsNothing(answer(controls, name, before)));
    else if (isChanged(decision(question))) put(values, name, undefined);
  }
  for (const [name, control] of addresses) street(values, name, control);
  // The form does not show the point on the map, but it would give a secret place away.
  for (const place of values.orte ?? []) if (place?.art === "geheim") delete place.position;
  const said = (name) => form.querySelector(`[name=${name}]:checked`)?.value ?? "";
  const checked = said("geprueft") !== "";
  const [folder, who] = [said("ordner"), said("wer")];
  const isChange = "present" in form.dataset;
  age(values, present, checked, isChange && who && (who === PROVIDER ? "das Team vom Angebot" : KNOWS));
  if (who && !isChange) {
    values.quelle = [{ angabe: who, stand: today() }];
    if (compact(values.orte?.[0]?.zugang) && who !== PROVIDER) values.orte[0].zugang.laut = KNOWS;
  }
  return { present, values, file: compact(values) ?? {}, folder, who, checked };
}

// How many parts the name of a row has: kontakt.telefon.0 has three.
const nested = (control) => control.closest("[data-rows]").dataset.rows.split(".").length + 1;

function emptyAsNothing(value) {
  return value === "" || (Array.isArray(value) && value.length === 0) ? undefined : value;
}
