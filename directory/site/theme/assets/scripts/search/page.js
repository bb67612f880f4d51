// The page of the search. What is typed stays in this tab: see question.js.

import { offerExit } from "../exit.js";
import { showHelp } from "../help-region.js";
import { field, form } from "./form.js";
import { ask, asked, carry, linkTo, takeOver, typed } from "./question.js";

const root = new URL("../", location.href.replace(/[?#].*/, ""));
const find = (selector) => document.querySelector(selector);
const found = find(".found");
// Loaded apart: help in danger must come although a file of the search fails.
const engine = import("./engine.js").then(({ createEngine }) =>
  createEngine(new URL("suche/daten/", root), { byArea: "byArea" in found.dataset }));
engine.catch(() => {});
const status = find(".status");
const heading = find("#ergebnisse");
const list = find(".found .cards");
const more = find(".more");
const link = find(".search-link");

const SHOWN = 12;
const TYPING = 400;
const ACCESS = { rollstuhl: "Mit Rollstuhl", "~rollstuhl": "Mit Rollstuhl zum Teil" };

let latest = 0;
let timer = 0;
// Until the opposite is known.
let sensitive = true;

const count = (number) => (number === 1 ? "1 Angebot" : `${number || "Kein"} Angebot${number ? "e" : ""}`);

function element(name, text = "", attributes = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

// A step of its own on the way back, unless that would lead to words that others should not see.
function submit(query, filters) {
  clearTimeout(timer); // what was typed before is searched for now, not once more later
  const before = asked();
  const first = !before.query && !before.filters.length;
  ask(query, filters, { replace: typed() || (sensitive && !first) });
  show({ focus: true });
}

function why({ label, word }) {
  if (!label) return word;
  return label.toLowerCase() === word.toLowerCase() ? label : `${label} (Sie suchten: ${word})`;
}

function card({ entry, why: reasons, cityWide, unsure }) {
  const item = element("li", "", { class: "card", "data-area": entry.areaId, "data-entry": entry.slug });
  const title = element("h3");
  title.append(element("a", entry.name, { href: new URL(entry.url, root).href }));
  item.append(title, element("p", entry.teaser), element("p", `${entry.kind} · ${entry.where}`, { class: "where" }));
  if (entry.when) item.append(element("p", entry.when, { class: "when" }));
  item.append(element("p", entry.ask, { class: "ask" }));
  const facts = entry.access.filter((name) => ACCESS[name]).map((name) => ACCESS[name]);
  if (entry.free) facts.unshift("Kostenlos");
  if (unsure) facts.unshift("Die Kosten sind nicht bekannt");
  if (cityWide) facts.push("Für die ganze Stadt");
  if (facts.length) item.append(element("p", facts.join(" · "), { class: "facts" }));
  const because = [...new Set(reasons.map(why))];
  if (because.length) item.append(element("p", `Gefunden, weil: ${because.join(", ")}`, { class: "where" }));
  return item;
}

function namedCard({ url, name, note }) {
  const item = element("li", "", { class: "card named" });
  const title = element("h3");
  title.append(element("a", name, { href: new URL(url, root).href }));
  item.append(title, element("p", note, { class: "state" }));
  return item;
}

function filterButton(filter, query, own) {
  const item = element("li");
  const button = element("button", filter.label ?? nameOf(filter), { type: "button" });
  button.append(element("span", " weglassen"));
  button.addEventListener("click", () => {
    const shorter = filter.word ? query.replace(filter.word, " ").replace(/\s+/g, " ").trim() : query;
    const left = own.filter(({ type, value }) => type !== filter.type || value !== filter.value);
    submit(shorter, left);
  });
  item.append(button);
  return item;
}

function nameOf({ type, value }) {
  if (type === "gebiet") return find(`section [data-area="${CSS.escape(value)}"] a`)?.textContent ?? value;
  return type === "kostenlos" ? "Kostenlos" : value;
}

// Silent where the focus moves to the heading, which says the same; at once where there is nothing to wait for.
function say(text, { focus }) {
  clearTimeout(timer);
  if (focus) {
    status.textContent = "";
    heading.focus();
  } else {
    timer = setTimeout(() => (status.textContent = text), text.startsWith("Kein") ? 0 : TYPING);
  }
}

async function show({ focus = false, keep = false, handed = false } = {}) {
  const { query, filters } = asked();
  if (!keep) field.value = query;
  const mine = ++latest;
  sensitive = true;
  link.hidden = true;
  if (!query && !filters.length) {
    found.hidden = true;
    showHelp("");
    offerExit(false);
    status.textContent = "";
    return;
  }
  const acute = showHelp(query, { focus: focus || handed });
  let answer;
  try {
    answer = await (await engine).search(query, filters);
  } catch {
    offerExit(true);
    status.textContent = "Die Suche geht gerade nicht. Hier unten finden Sie alles ohne Suche.";
    return;
  }
  if (mine !== latest) return;
  const { results, relaxed } = answer;
  const total = count(results.length);
  heading.textContent = query ? `${total} für „${query}“` : total;
  sensitive = answer.sensitive;
  offerExit(sensitive);
  link.hidden = sensitive || results.length === 0;
  find(".nothing").hidden = results.length + answer.pages.length > 0;
  const suggestion = find(".suggestion");
  suggestion.hidden = !answer.suggestion;
  const likely = element("button", answer.suggestion, { type: "button" });
  likely.addEventListener("click", () => submit(answer.suggestion, filters));
  suggestion.replaceChildren("Meinten Sie: ", likely, "?");
  const unmet = relaxed.map((filter) => `„${filter.word ?? nameOf(filter)}“`).join(" und ");
  find(".relaxed").hidden = !unmet;
  find(".relaxed").textContent = `Zu ${unmet} kennen wir kein passendes Angebot. Darum zeigen wir auch andere.`;
  const understood = find(".filters");
  const used = [...answer.filters, ...filters].filter(
    (filter) => !relaxed.some(({ type, value }) => type === filter.type && value === filter.value),
  );
  understood.replaceChildren(...used.map((filter) => filterButton(filter, query, filters)));
  understood.hidden = used.length === 0;
  list.replaceChildren(...answer.pages.map(namedCard), ...results.slice(0, SHOWN).map(card));
  more.hidden = results.length <= SHOWN;
  more.onclick = () => {
    list.append(...results.slice(SHOWN).map(card));
    more.hidden = true;
    list.children[answer.pages.length + SHOWN].querySelector("a").focus();
  };
  found.hidden = false;
  say(`${total} gefunden.`, { focus: focus && !acute });
}

async function copyLink() {
  const told = link.querySelector("[aria-live]");
  const address = linkTo(asked());
  try {
    await navigator.clipboard.writeText(address);
    told.textContent = "Kopiert.";
  } catch {
    told.textContent = address;
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  submit(field.value.trim(), asked().filters);
});

field.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(() => {
    ask(field.value.trim(), asked().filters, { typing: true });
    show({ keep: true });
  }, TYPING);
});

field.addEventListener("focus", () => engine.then((ready) => ready.load()).catch(() => {}), { once: true });
link.querySelector("button").addEventListener("click", copyLink);
addEventListener("popstate", () => carry() || show());
show({ handed: takeOver() });
