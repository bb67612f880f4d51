// The page of the search. What is typed stays in this tab: see question.js.

import { offerExit } from "../exit.js";
import { offerNumbers, showHelp } from "../help-region.js";
import { card, element, namedCard } from "./cards.js";
import { field, form, handedOver, searching } from "./form.js";
import { choosable, holding } from "./panel.js";
import { ask, asked, carry, linkTo, takeOver, typed } from "./question.js";
import { told } from "./told.js";

const root = new URL("../", location.href.replace(/[?#].*/, ""));
const find = (selector) => document.querySelector(selector);
const found = find(".found");
// Loaded apart: help in danger must come although a file of the search fails.
const engine = import("./engine.js").then(({ createEngine }) =>
  createEngine(new URL("suche/daten/", root), { byArea: "byArea" in found.dataset }));
engine.catch(() => {});
const status = find(".status");
const failed = find(".failed");
const heading = find("#ergebnisse");
const hits = find(".hits");
const further = find(".further");
const link = find(".search-link");

const SHOWN = 12;
const TYPING = 400;

let latest = 0;
let timer = 0;
// Until the opposite is known.
let sensitive = true;

const count = (number) => (number === 1 ? "1 Angebot" : `${number || "Kein"} Angebot${number ? "e" : ""}`);

// A step of its own on the way back, unless that would lead to words that others should not see.
function submit(query, filters) {
  clearTimeout(timer); // what was typed before is searched for now, not once more later
  const before = asked();
  const first = !before.query && !before.filters.length;
  ask(query, filters, { replace: typed() || (sensitive && !first) });
  show({ focus: true });
}

// A list of cards that begins with some, and a button for all others.
function cards(results, shown, before = []) {
  const list = element("ul", "", { class: "cards" });
  list.append(...before, ...results.slice(0, shown).map((one) => card(one, root)));
  if (results.length <= shown) return [list];
  const more = element("button", "Mehr Angebote zeigen", { type: "button", class: "more" });
  const showAll = () => {
    list.append(...results.slice(shown).map((one) => card(one, root)));
    more.remove();
  };
  more.addEventListener("click", () => {
    showAll();
    list.children[before.length + shown].querySelector("a").focus();
  });
  more.addEventListener("print", showAll);
  return [list, more];
}

// Two needs are two lists.
function lists({ results, pages, groups }) {
  const named = pages.map((one) => namedCard(one, root));
  if (groups.length < 2) return cards(results, SHOWN, named);
  const parts = groups.flatMap((name, at) => [element("h3", name), ...cards(results.filter(({ group }) => group === at), SHOWN / 2)]);
  return [...(named.length ? cards([], 0, named) : []), ...parts];
}

function showFurther(results) {
  further.hidden = results.length === 0;
  further.open = false;
  further.querySelector("summary").textContent = `${count(results.length)}, die nur zum Teil passen`;
  const room = further.querySelector("div");
  room.replaceChildren();
  further.ontoggle = () => further.open && !room.children.length && room.append(...cards(results, SHOWN));
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
    searching(false);
    return;
  }
  searching(true);
  const acute = showHelp(query, { focus: focus || handed });
  if (acute) offerExit(true); // before the search knows anything, and also where it never will
  let answer;
  try {
    answer = await (await engine).search(query, filters);
  } catch {
    offerExit(true);
    searching(false);
    failed.hidden = false;
    status.textContent = failed.textContent;
    return;
  }
  if (mine !== latest) return;
  const { results } = answer;
  const total = count(results.length);
  heading.textContent = query ? `${total} für „${query}“` : total;
  sensitive = answer.sensitive;
  offerExit(sensitive);
  if (sensitive && !acute) offerNumbers();
  link.hidden = sensitive || results.length === 0;
  find(".nothing").hidden = results.length + answer.pages.length > 0;
  const suggestion = find(".suggestion");
  suggestion.hidden = !answer.suggestion;
  const likely = element("button", answer.suggestion, { type: "button" });
  likely.addEventListener("click", () => submit(answer.suggestion, filters));
  suggestion.replaceChildren("Meinten Sie: ", likely, "?");
  find(".told").replaceChildren(...told(answer, found.dataset.city, root));
  const used = answer.holding;
  find(".holding").replaceChildren(...holding(used, ({ type, value, word }) => submit(
    query.split(/\s+/).filter((one) => !word || !word.split(" ").some((part) => one.includes(part))).join(" "),
    filters.filter((one) => one.type !== type || one.value !== value),
  )));
  find(".holding").hidden = used.length === 0;
  find(".choices").replaceChildren(...choosable(answer.choices, results.length, ({ type, value }) => submit(query, [...filters, { type, value }])));
  hits.replaceChildren(...lists(answer));
  showFurther(answer.further);
  found.hidden = false;
  searching(false);
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
// Paper has no button.
addEventListener("beforeprint", () => hits.querySelectorAll(".more").forEach((more) => more.dispatchEvent(new Event("print"))));
addEventListener("popstate", () => carry() || show());
show({ handed: takeOver(handedOver()) });
