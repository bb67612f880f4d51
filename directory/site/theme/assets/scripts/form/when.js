// One line for the time, as people write it. It only fills in the questions below; what it does not understand stays
// there in its own words. It is strict: "jeden 2. Dienstag" can mean two things, so it is not understood.

import { label } from "./fields.js";
import { adapt, grow, remove, rowsOf } from "./rows.js";
import { clock, line } from "./text.js";

const DAYS = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"];
const SHORT = ["mo", "di", "mi", "do", "fr", "sa", "so"];
const NTH = { "1.": "1", ersten: "1", "2.": "2", zweiten: "2", "3.": "3", dritten: "3", "4.": "4", vierten: "4", letzten: "letzter" };
const NAMES = "montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|mo|di|mi|do|fr|sa|so";
const DAY = new RegExp(`\\b(${NAMES})s?\\b\\.?`);
const BETWEEN = new RegExp(`${DAY.source}\\s*(?:-|–|bis)\\s*${DAY.source}`);
const HOURS = /(?:von |ab |um )?(\d{1,2}(?:[:.]\d{2})?)\s*(?:uhr)?(?:\s*(?:-|–|bis)\s*(\d{1,2}(?:[:.]\d{2})?))?\s*(?:uhr)?\s*$/;
const OTHERS = /\b(?:jede[nrs]?|am|und|von|immer|woche)\b|[,:+&]/g;
const NEXT = new RegExp(`(?<=\\d|uhr)\\s*[;,]\\s*(?=(?:(?:jeden?|am|und|\\d\\.|\\p{L}+ten) )*(?:${NAMES})\\b)`, "u");

const dayAt = (word) => SHORT.indexOf(word.replace("sonnabend", "samstag").slice(0, 2));
const span = (from, to) => DAYS.slice(from, to + 1);

// "2-4 Uhr" is rather in the afternoon, "18-16 Uhr" is a slip; a night has less than 14 hours.
function hours(text) {
  const [whole = "", start = "", end = ""] = HOURS.exec(text) ?? [];
  const [von, bis] = [clock(start), end && clock(end)];
  const isTime = [von, bis || von].every((time) => /^\d\d:[0-5]\d$/.test(time) && time < "24:01");
  const isSpan = !bis || bis > von || parseInt(bis) + 10 < parseInt(von);
  const isClear = isTime && isSpan && (von > "05:59" || bis > "11:59");
  return isClear ? { von, bis, rest: text.slice(0, text.length - whole.length) } : undefined;
}

function nth(text) {
  const found = /\b(1\.|2\.|3\.|4\.|ersten|zweiten|dritten|vierten|letzten)(?=\s)/g;
  const said = [...text.matchAll(found)].map(([word]) => NTH[word]);
  const isMonthly = /\bim monat\b/.test(text);
  // "1. Montag und 3. Mittwoch" are two rules.
  if (said.length > 0 !== isMonthly || found.test(text.slice(text.search(DAY)))) return undefined;
  return { im_monat: said, rest: text.replace(found, " ").replace(/\bim monat\b/, " ") };
}

function days(text) {
  const between = BETWEEN.exec(text);
  const tage = between ? span(dayAt(between[1]), dayAt(between[2])) : [];
  let rest = between ? text.replace(between[0], " ") : text;
  for (let found = DAY.exec(rest); found; found = DAY.exec(rest)) {
    tage.push(DAYS[dayAt(found[1])]);
    rest = rest.replace(found[0], " ");
  }
  return { tage: DAYS.filter((day) => tage.includes(day)), rest };
}

function rule(text) {
  const time = hours(text);
  const month = time && nth(time.rest);
  if (!month) return undefined;
  const { tage, rest } = days(month.rest);
  if (tage.length === 0 || rest.replace(OTHERS, " ").trim() !== "") return undefined;
  const { von, bis } = time;
  return { wie_oft: month.im_monat.length > 0 ? "monat" : "woche", tage, im_monat: month.im_monat, von, bis };
}

// The rules that a line means; one with its own words where it is not understood.
export function readLine(text) {
  const whole = line(text);
  if (!whole) return [];
  const parts = whole.toLowerCase().split(NEXT).map(rule);
  return parts.every(Boolean) ? parts : [{ wie_oft: "anders", hinweis: whole }];
}

const KEYS = new Set(["wie_oft", "tage", "im_monat", "von", "bis", "hinweis"]);

function put(row, said) {
  for (const control of row.querySelectorAll("[name]")) {
    const key = control.name.split(".").at(2);
    const value = said[key] ?? "";
    if (!KEYS.has(key)) continue;
    if (/radio|checkbox/.test(control.type)) control.checked = [value].flat().includes(control.value);
    else control.value = value;
  }
}

function answer(list, rules) {
  grow(list, rules.length);
  for (const [at, row] of rowsOf(list).entries()) {
    if (at > 0 && at >= rules.length) {
      if (!row.disabled && "byLine" in row.dataset) remove(list, row);
      continue;
    }
    row.hidden = row.disabled = false;
    row.dataset.byLine = "";
    put(row, rules[at] ?? {});
  }
  adapt(list);
}

const all = (items) => items.join(", ").replace(/, ([^,]*)$/, " und $1");
const oClock = (time) => label({ kind: "time" }, time);

function readBack({ wie_oft, tage, im_monat, von, bis, hinweis }) {
  if (wie_oft === "anders") return `So steht es dann auf der Seite: ${hinweis}`;
  const nth = im_monat.map((one) => (one === "letzter" ? "letzten" : `${one}.`));
  const often = nth.length > 0 ? `${all(nth)} ${all(tage)} im Monat` : all(tage);
  const hours = bis ? `${oClock(von)} bis ${oClock(bis)}` : `ab ${oClock(von)}`;
  return `Wir verstehen: jeden ${often}, ${hours}.`;
}

export function makeTimeLine(form) {
  /** @type {HTMLInputElement} */
  const field = form.querySelector("[data-times]");
  if (!field) return;
  const list = form.querySelector("[data-rows=zeiten]");
  field.addEventListener("change", () => {
    const rules = readLine(field.value);
    answer(list, rules);
    field.parentElement.querySelector(".found").textContent = rules.map(readBack).join(" ");
  });
}
