// What the list of results shows of one offer.

const ACCESS = { rollstuhl: "Mit Rollstuhl", "~rollstuhl": "Mit Rollstuhl zum Teil" };
const UNKNOWN = {
  kostenlos: "Die Kosten kennen wir nicht.", zugang: "Mit dem Rollstuhl? Das wissen wir nicht.",
  wochentag: "Die Tage kennen wir nicht.", tag: "Die Tage kennen wir nicht.",
};

export function element(name, text = "", attributes = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

// A long name breaks at its seams, as on other pages.
function linked(parts, url, root) {
  const title = element("h3");
  const link = element("a", "", { href: new URL(url, root).href });
  link.append(...parts.split("|").flatMap((part, at) => (at ? [element("span", "", { class: "seam" }), part] : [part])));
  title.append(link);
  return title;
}

// Why a hit answers other words than those that were asked for; nothing where it has the very words.
function because({ label = "", word, how }) {
  if (label === word) return label; // what the whole search means
  if (!label || label.toLowerCase().includes(word.toLowerCase())) return "";
  return how === "begriff" ? `${label} (Sie suchten: ${word})` : `vielleicht ${label} (Sie suchten: ${word})`;
}

export function card({ entry, when, why, cityWide, unsure, unmet }, root) {
  const item = element("li", "", { class: "card", "data-area": entry.areaId, "data-entry": entry.slug });
  item.append(linked(entry.parts || entry.name, entry.url, root), element("p", entry.teaser), element("p", `${entry.kind} · ${entry.where}`, { class: "where" }));
  if (when) item.append(element("p", when, { class: "when" }));
  item.append(element("p", entry.ask, { class: "ask" }));
  const facts = [
    ...(entry.free ? ["Kostenlos"] : []),
    ...entry.access.filter((name) => ACCESS[name]).map((name) => ACCESS[name]),
    ...(cityWide ? ["Für die ganze Stadt"] : []),
  ];
  if (facts.length) item.append(element("p", facts.join(" · "), { class: "facts" }));
  const doubts = [...unsure.map(({ type }) => UNKNOWN[type]), ...unmet.map(({ label }) => `Passt nicht: ${label}.`)];
  if (doubts.length) item.append(element("p", [...new Set(doubts)].join(" "), { class: "doubt" }));
  const reasons = [...new Set(why.map(because))].filter(Boolean);
  if (reasons.length) item.append(element("p", `Gefunden, weil: ${reasons.join(", ")}`, { class: "where" }));
  return item;
}

export function namedCard({ url, name, note }, root) {
  const item = element("li", "", { class: "card named" });
  item.append(linked(name, url, root), element("p", note, { class: "state" }));
  return item;
}
