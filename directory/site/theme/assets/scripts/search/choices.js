// What can make a list of results smaller, and how many results would stay.

import { isPlace } from "./conditions.js";

const DAYS = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"];
const FACTS = [
  { type: "kostenlos", value: "1", label: "Kostenlos" },
  { type: "zugang", value: "rollstuhl", label: "Mit dem Rollstuhl" },
  { type: "merkmal", value: "m=aufsuchend", label: "Kommt zu mir" },
];

// What a condition is called that came without a name.
export function labelled({ type, value, label }, { areas, labels }) {
  if (label) return label;
  if (type === "gebiet") return areas[value] ?? value;
  if (type === "wochentag") return DAYS[Number(value)] ?? value;
  return FACTS.find((one) => one.type === type && one.value === value)?.label ?? labels.get(value) ?? value;
}

// Returns areas, days and facts, each [{ type, value, label, count }]: how many of the results are known to meet it. Areas
// and days that none meets are left out; facts are not, for somebody may wait for an answer. What is set is no choice.
export function choices(results, set, { areas }, meets) {
  const kind = ({ type }) => (isPlace({ type }) ? "place" : type === "tag" ? "wochentag" : type);
  const free = (one) => !set.some((other) => kind(other) === kind(one));
  const counted = (options) =>
    options.filter(free).map((one) => ({ ...one, count: results.filter((result) => meets(result, one)).length }));
  const some = ({ count }) => count > 0;
  return {
    areas: counted(Object.entries(areas).map(([value, label]) => ({ type: "gebiet", value, label }))).filter(some),
    days: counted(DAYS.map((label, day) => ({ type: "wochentag", value: String(day), label }))).filter(some),
    facts: counted(FACTS),
  };
}
