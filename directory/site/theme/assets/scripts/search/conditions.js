// Whether an offer meets a condition that somebody set or typed: a place, a time, money, access.

// A coming day is one character; see directory/search/results.py.
const DAYS = "0123456789abcdefghijklmnopqrstuvwxyz";
// How much an offer counts of which nobody knows.
const UNKNOWN = 0.3;
const YES = { known: "yes", factor: 1 };
const NO = { known: "no", factor: 0.05 };
const unknown = { known: "unknown", factor: UNKNOWN };
// Of conditions that nothing meets together, those in front stay: times are known of few.
const ORDER = ["gebiet", "ortsteil", "plz", "zugang", "merkmal", "kostenlos", "wochentag", "tag"];

export const isPlace = ({ type }) => type === "gebiet" || type === "ortsteil" || type === "plz";

// The conditions without repetition, in an order that does not depend on who said what first.
export function inOrder(filters) {
  const rank = ({ type }) => ORDER.indexOf(type);
  const sorted = [...filters].sort((one, other) => rank(one) - rank(other) || (one.value < other.value ? -1 : 1));
  return sorted.filter(({ type, value }, at) => sorted.findIndex((one) => one.type === type && one.value === value) === at);
}

// Returns what is known, "yes", "unknown" or "no", and by which factor the offer counts less. `cityWide`: it is not in
// that area, but for everyone. `number`: the offer's number in the shard.
export function meets(entry, number, { type, value }, shard, lexicon) {
  const has = (fits, nobodyKnows) => (fits ? YES : nobodyKnows ? unknown : NO);
  const age = () => Math.round((Date.parse(new Date().toDateString()) - Date.parse(`${shard.since}T00:00`)) / 864e5);
  const check = {
    gebiet: () => inArea(entry, value, lexicon) ?? NO,
    ortsteil: () => {
      if (entry.localities.includes(value)) return YES;
      const around = inArea(entry, lexicon.areaOf[value], lexicon);
      return around === YES ? { known: "yes", factor: 0.6 } : around ?? NO;
    },
    plz: () => {
      if (entry.codes.includes(value)) return YES;
      return lexicon.codes[value]?.includes(entry.areas[0]) ? { known: "yes", factor: 0.4 } : NO;
    },
    kostenlos: () => has(entry.free, !entry.costs),
    zugang: () => {
      if (entry.access.includes(`~${value}`)) return { known: "yes", factor: 0.8 };
      return has(entry.access.includes(value), !entry.access.includes(`-${value}`));
    },
    merkmal: () => has(shard.scores(value).some(([of]) => of === number), false),
    wochentag: () => has([...value].some((day) => entry.weekdays.includes(day)), !entry.weekdays),
    tag: () => has(entry.days.includes(DAYS[age() + Number(value)] ?? "-"), !entry.days && !entry.weekdays),
  }[type];
  return check ? check() : NO;
}

// When an offer is, for those who ask for a weekday: on others it may have other times.
export function whenOn({ when, onDays }, filters) {
  const asked = filters.find(({ type }) => type === "tag" || type === "wochentag");
  const day = asked?.type === "tag" ? (new Date().getDay() + 6 + Number(asked.value)) % 7 : asked?.value;
  return onDays[day] ?? when;
}

function inArea(entry, area, { cityWide }) {
  if (entry.areas.includes(area)) return YES;
  return entry.areas.some((id) => cityWide.includes(id)) ? { known: "yes", factor: 0.35, cityWide: true } : null;
}
