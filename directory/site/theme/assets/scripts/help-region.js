// The part of the search page for people in danger: numbers that fit, before all hits. It needs help.js and nothing else.

import { recognise } from "./help.js";

/** @type {HTMLElement} */
const region = document.querySelector("[data-help]");
/** @type {HTMLElement} */
const topic = document.querySelector("[data-help-topic]");
const status = document.querySelector("[data-help-status]");
const heading = region.querySelector("h2");
const list = region.querySelector("ul");
/** @type {HTMLElement[]} */
const all = [...region.querySelectorAll("li")];

// 0: somebody answers now, 1: not known, 2: closed. By the clock of this device.
function closed({ dataset: { hours } }, now = new Date()) {
  if (hours === "immer") return 0;
  if (!hours) return 1;
  const time = now.toTimeString().slice(0, 5);
  const open = hours.split(";").some((rule) => {
    const [days, from, to] = rule.split(/[ -]/);
    return days.split(",").includes(String((now.getDay() + 6) % 7)) && from <= time && time < to;
  });
  return open ? 0 : 2;
}

// What helps in the gravest danger comes first, and of that what is there for this danger: it stands among the first three
// of `bei` in sofort_hilfe.yaml. Closed lines come after all others.
const FIRST = 3;

function fitting(dangers) {
  const place = (item) => {
    const own = item.dataset.dangers.split(" ");
    const danger = dangers.findIndex((id) => own.includes(id));
    return { item, closed: closed(item), danger, later: Number(own.indexOf(dangers[danger]) >= FIRST) };
  };
  return all.map(place).filter(({ danger }) => danger >= 0).sort((one, other) =>
    Number(one.closed > 1) - Number(other.closed > 1) || one.danger - other.danger || one.later - other.later);
}

// Show what fits the words. Returns whether someone may be in danger; with `focus` they are led there.
export function showHelp(query, { focus = false } = {}) {
  const { level, dangers } = recognise(query);
  const acute = level === "acute";
  topic.hidden = level !== "topic";
  if (acute) {
    const items = fitting(dangers);
    for (const { item, closed } of items) /** @type {HTMLElement} */ (item.querySelector(".closed")).hidden = closed < 2;
    list.replaceChildren(...items.map(({ item }) => item));
  }
  const first = list.querySelector("a");
  if (first) {
    // Who hears the page hears the first number at once, with the heading that the focus goes to.
    first.id ||= `nummer-${all.indexOf(first.closest("li"))}`;
    heading.setAttribute("aria-describedby", first.id);
  }
  const spoken = acute ? `${heading.textContent}. ${first?.textContent ?? ""}` : "";
  region.hidden = !acute;
  if (acute && focus) {
    status.textContent = "";
    region.scrollIntoView({ block: "start" });
    heading.focus({ preventScroll: true });
  } else if (status.textContent !== spoken) status.textContent = spoken;
  return acute;
}

// One line to the numbers, where the search knows what the words are about.
export function offerNumbers() {
  topic.hidden = false;
}

// Although the page of the search may have failed to load.
document.addEventListener("submit", (event) => {
  /** @type {HTMLInputElement} */
  const field = /** @type {HTMLFormElement} */ (event.target).querySelector("input[type=search]");
  if (field && showHelp(field.value, { focus: true })) event.preventDefault();
}, true);
