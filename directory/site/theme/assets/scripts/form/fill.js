// Puts what a file says into the controls of the form: the answers that it starts with.

import { fieldAt, get } from "./fields.js";
import { adapt, grow } from "./rows.js";
import { isDay, said } from "./text.js";

const WHEN = new Set(["date", "special-day"]);

// The question how often has several fields behind it.
function howOften(times = {}) {
  const found = {
    immer: times.immer === "ja",
    termin: times.nach_vereinbarung === "ja",
    monat: "im_monat" in times,
    wochen: "alle_wochen" in times,
    tage: "termine" in times,
    woche: "tage" in times,
    anders: Object.keys(times).length > 0,
  };
  return Object.keys(found).find((answer) => found[answer]) ?? "";
}

function valueOf(values, name) {
  const often = name.replace(/\.wie_oft$/, "");
  return often === name ? get(values, name) : howOften(get(values, often));
}

function text(field, value) {
  const items = [value ?? []].flat().map((item) => (WHEN.has(field.kind) && isDay(item) ? said(item) : item));
  return (one) => items.join(one.matches("textarea") ? "\n" : " ");
}

function start(control, value, house) {
  if (control.type === "checkbox") control.defaultChecked = control.checked = (value ?? []).includes(control.value);
  else if (control.type === "radio") {
    const preset = control.closest("[data-preset]")?.dataset.preset ?? "";
    // Of a list of kinds the first is the main one; the others stay as they are.
    control.defaultChecked = control.checked = control.value === ([value].flat()[0] ?? preset);
  } else if (control.type === "select-one") {
    const [chosen = ""] = [value ?? []].flat();
    if (![...control.options].some((option) => option.value === chosen)) control.add(new Option(chosen, chosen));
    control.value = control.dataset.start = chosen;
  } else if (/^orte\.\d+\.strasse$/.test(control.name)) {
    control.defaultValue = control.value = [value, house].filter(Boolean).join(" ");
  } else control.defaultValue = control.value = text(fieldAt(control.name), value)(control);
}

// What has an answer is not folded away inside of its part.
export function unfold(control) {
  const filled = control.matches(":is([type=radio], [type=checkbox])") ? control.checked : control.value;
  const preset = control.closest("[data-preset]")?.dataset.preset ?? "";
  const details = control.closest("details.more");
  if (details && filled && control.value && control.value !== preset) details.open = true;
}

export function fillIn(form, values) {
  for (const list of form.querySelectorAll("[data-rows]")) grow(list, get(values, list.dataset.rows)?.length ?? 0);
  for (const control of form.querySelectorAll("[name]:not([name=ordner], [name=wer], [name=geprueft])")) {
    start(control, valueOf(values, control.name), get(values, control.name.replace("strasse", "hausnummer")));
    unfold(control);
  }
  adapt(form);
}
