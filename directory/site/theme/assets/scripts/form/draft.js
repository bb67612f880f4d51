// Answers stay in this tab as long as it is open: a reload loses nothing, and the next visitor finds nothing.

import { unfold } from "./fill.js";
import { adapt, grow, remove, rowsOf } from "./rows.js";

const KEY = `entwurf ${location.pathname}${location.hash}`;
const isTicked = (control) => /radio|checkbox/.test(control.type);
const isChanged = (control) =>
  isTicked(control) ? control.checked !== control.defaultChecked : control.value !== (control.dataset.start ?? control.defaultValue ?? "");

// Some browsers forbid to store anything.
function stored(use) {
  try {
    return use(sessionStorage);
  } catch {
    return undefined;
  }
}

const isSecret = (form) => "sensitive" in form.dataset || form.querySelector("[value=geheim]:checked") !== null;
const goneRows = (form) =>
  [...form.querySelectorAll("[data-rows]")].flatMap((list) =>
    rowsOf(list).flatMap((row, at) => (row.disabled ? [[list.dataset.rows, at]] : [])),
  );

function keep(form) {
  const changed = [...form.elements].filter((one) => one.name && isChanged(one) && !one.closest(".row")?.disabled);
  const answers = changed.map(({ name, value, checked }) => ({ name, value, checked }));
  const draft = JSON.stringify({ answers, gone: goneRows(form) });
  stored((storage) => (isSecret(form) ? storage.removeItem(KEY) : storage.setItem(KEY, draft)));
}

function restore(form, { answers, gone }) {
  for (const list of form.querySelectorAll("[data-rows]")) {
    const places = answers.filter(({ name }) => name.startsWith(`${list.dataset.rows}.`)).map(({ name }) =>
      Number(name.slice(list.dataset.rows.length + 1).split(".")[0]),
    );
    grow(list, Math.max(0, ...places.map((place) => place + 1), rowsOf(list).length));
  }
  for (const { name, value, checked } of answers) {
    for (const control of form.querySelectorAll(`[name="${name}"]`)) {
      if (!isTicked(control)) control.value = value;
      else if (control.value === value) control.checked = checked;
    }
  }
  for (const [name, at] of gone) {
    const list = form.querySelector(`[data-rows="${name}"]`);
    if (rowsOf(list)[at]) remove(list, rowsOf(list)[at]);
  }
  for (const control of form.querySelectorAll("[name]")) unfold(control);
  adapt(form);
}

// Whether what is typed would be lost with the page.
export const isKept = (form) => !isSecret(form) && stored((storage) => storage.getItem(KEY)) !== undefined;

export function keepDraft(form) {
  const draft = stored((storage) => storage.getItem(KEY));
  const notice = form.querySelector(".kept");
  if (draft && !isSecret(form)) {
    restore(form, JSON.parse(draft));
    notice.hidden = false;
  }
  form.querySelector(".discard").addEventListener("click", (event) => {
    event.stopPropagation();
    stored((storage) => storage.removeItem(KEY));
    location.reload();
  });
  for (const event of ["input", "change", "click"]) form.addEventListener(event, () => keep(form));
}
