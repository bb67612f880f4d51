// Rows to add and to take away, questions that depend on an answer, and the lists that all forms share.

import { HOUSES, OFFERS, WORDS } from "./data.js";
import { unmark } from "./errors.js";

const ATTRIBUTES = ["id", "for", "name", "aria-describedby"];

export const rowsOf = (list) => [...list.querySelectorAll(":scope > .row")];
const nameOf = (list, row) => `${list.dataset.rows}.${rowsOf(list).indexOf(row)}`;

// The question that decides in a row which others make sense.
export function decision(question) {
  const list = question.closest("[data-rows]");
  const row = question.closest(".row");
  const name = nameOf(list, row);
  return [...row.querySelectorAll("[type=radio]")].filter((one) =>
    [`${name}.wie_oft`, `${name}.art`].includes(one.name),
  );
}

export function adapt(root) {
  for (const question of root.querySelectorAll("[data-only-for]")) {
    const chosen = decision(question).find((one) => one.checked)?.value;
    question.hidden = !question.dataset.onlyFor.split(" ").includes(chosen);
  }
}

function emptied(row) {
  for (const one of row.querySelectorAll("input:not([type=radio], [type=checkbox]), textarea")) {
    one.value = "";
    one.defaultValue = "";
  }
  for (const one of row.querySelectorAll("select")) one.value = "";
  for (const one of row.querySelectorAll("[type=radio], [type=checkbox]")) {
    const preset = one.closest("[data-preset]")?.dataset.preset ?? "";
    one.checked = one.type === "radio" && one.value === preset;
    one.defaultChecked = one.checked;
  }
  unmark(row);
  return row;
}

function numbered(list, row, number) {
  const before = `${list.dataset.rows}.`;
  const renamed = (text) =>
    text
      .split(" ")
      .map((one) => one.replace(new RegExp(`^${before}\\d+`), before + number))
      .join(" ");
  for (const one of [row, ...row.querySelectorAll("*")]) {
    for (const attribute of ATTRIBUTES) {
      const value = one.getAttribute(attribute);
      if (value?.startsWith(before)) one.setAttribute(attribute, renamed(value));
    }
  }
  const called = `${list.dataset.item} ${number + 1}`;
  row.querySelector("legend").textContent = called;
  row.querySelector(".remove").textContent = `${called} löschen`;
  return row;
}

function add(list) {
  const rows = rowsOf(list);
  const copy = rows.at(-1).cloneNode(true);
  // Radio buttons of one name would let go of the answer in the row that was copied.
  const row = emptied(numbered(list, copy, rows.length));
  row.hidden = false;
  row.disabled = false;
  for (const details of row.querySelectorAll("details")) details.open = false;
  rows.at(-1).after(row);
  adapt(row);
  return row;
}

// So many rows as there are answers, and one to write in where there are none.
export function grow(list, wanted) {
  while (rowsOf(list).length < wanted) add(list);
  if (wanted > 0) list.classList.remove("fresh");
}

// A row that goes keeps its number, so that the others keep theirs: it only counts no more.
export function remove(list, row) {
  row.hidden = true;
  row.disabled = true;
  if (rowsOf(list).every((one) => one.hidden)) add(list);
}

function fill(form) {
  for (const select of form.querySelectorAll("select[data-words]")) {
    const { words } = select.dataset;
    const known = new Set([...select.options].map((option) => option.value));
    const wanted = words === OFFERS && select.name.endsWith(".bei") ? HOUSES : Object.keys(WORDS[words]);
    const others = wanted.filter((key) => !known.has(key) && !form.dataset.path?.endsWith(`/${key}.yaml`));
    select.append(...others.map((key) => new Option(WORDS[words][key], key)));
  }
}

export function prepare(form) {
  fill(form);
  adapt(form);
  form.addEventListener("change", () => adapt(form));
  form.addEventListener("click", ({ target }) => {
    const list = target.closest("[data-rows]");
    if (target.matches(".remove")) {
      remove(list, target.closest(".row"));
      list.querySelector(":scope > .add").focus();
    }
    if (target.matches(".add")) add(list).querySelector("input, select, textarea").focus();
  });
}
