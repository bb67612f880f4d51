// The conditions beside the results: those that hold, and those that can be chosen.

import { element } from "./cards.js";

const GROUPS = { areas: "Wo?", days: "An welchem Tag?", facts: "Was ist wichtig?" };

function button(text, number, onclick) {
  // Name and number are one: in a row of its own each would be heard without the space between them.
  const label = element("span", text);
  if (number) label.append(" ", element("span", String(number), { class: "number" }));
  const made = element("button", "", { type: "button" });
  made.append(label);
  made.addEventListener("click", onclick);
  return made;
}

function item(...content) {
  const made = element("li");
  made.append(...content);
  return made;
}

// Buttons that take a condition away.
export function holding(filters, takeAway) {
  return filters.map((filter) => {
    const made = button(filter.label, 0, () => takeAway(filter));
    made.append(element("span", " weglassen"));
    return item(made);
  });
}

// Buttons that set a condition, with the number of results that are known to meet it; `all`: how many there are. One
// block that opens: on a phone the results come first.
export function choosable(offered, all, set) {
  const useful = (options) => options.filter(({ count }) => count > 0 && count < all);
  const parts = Object.entries(GROUPS).flatMap(([group, name]) => {
    const options = useful(offered[group]);
    if (!options.length) return [];
    const list = element("ul", "", { class: "filters" });
    list.append(...options.map((one) => item(button(one.label, one.count, () => set(one)))));
    return [element("h3", name), list];
  });
  const none = offered.facts.filter(({ count, type }) => count === 0 && type !== "merkmal").map(({ label }) => label);
  if (none.length && all > 1) parts.push(element("p", `Noch nicht bekannt: ${none.join(", ")}.`, { class: "where" }));
  if (!parts.length || all < 2) return [];
  const made = element("details", "", { class: "pick-list" });
  made.append(element("summary", "Liste kleiner machen"), ...parts);
  return [made];
}
