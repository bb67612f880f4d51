// The fields of the model by the names of controls: YAML keys and places in lists, such as orte.0.strasse.

import { FIELDS, WORDS } from "./data.js";
import { isDay, said } from "./text.js";

const isPlace = (key) => /^\d+$/.test(key);

// An access feature has no field of its own: it is a choice like all others.
export function fieldAt(name) {
  let inside = FIELDS;
  let field;
  for (const key of name.split(".").filter((part) => !isPlace(part))) {
    field = inside.find((one) => one.key === key) ?? featureIn(inside, key);
    inside = field.fields ?? [];
  }
  return field;
}

export function featureIn(fields, key) {
  const features = fields.find((one) => one.kind === "features");
  return { ...features, kind: "choice", key, title: WORDS.zugang[key] ?? key };
}

export function get(values, name) {
  return name.split(".").reduce((found, key) => found?.[key], values);
}

export function put(values, name, value) {
  const keys = name.split(".");
  const last = keys.pop();
  let inside = values;
  for (const [at, key] of keys.entries()) {
    if (inside[key] === undefined && value === undefined) return;
    inside[key] ??= isPlace(keys[at + 1] ?? last) ? [] : {};
    inside = inside[key];
  }
  if (value !== undefined) inside[last] = value;
  else if (Array.isArray(inside)) inside[last] = undefined;
  else delete inside[last];
}

// Without what is empty, and without the gaps that rows leave.
export function compact(value) {
  if (Array.isArray(value)) return value.map(compact).filter((item) => item !== undefined);
  if (value === undefined || value === "") return undefined;
  if (typeof value !== "object") return value;
  const kept = Object.entries(value).map(([key, item]) => [key, compact(item)]);
  const filled = kept.filter(
    ([, item]) => item !== undefined && !(typeof item === "object" && Object.keys(item).length === 0),
  );
  return filled.length > 0 ? Object.fromEntries(filled) : undefined;
}

// What a value is called on the site.
export function label(field, value) {
  if (field.kind === "date" || (field.kind === "special-day" && isDay(value))) return said(value);
  if (field.kind === "time") return `${value.replace(/^0|:00$/g, "")} Uhr`;
  return field.choices?.[value] ?? WORDS[field.words]?.[value] ?? value;
}
