// Sentences about how a search was understood.

import { element } from "./cards.js";

const quoted = (words) => words.map((word) => `„${word}“`);
const joined = (words) => (words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} und ${words.at(-1)}`);
const isTime = ({ type }) => type === "tag" || type === "wochentag";

// Returns paragraphs; `city`: what the directory is about.
export function told({ unknown, outside, relaxed, unproved, filters, guessed, suggestion, results }, city, root) {
  const lines = [];
  const say = (text) => lines.push(element("p", text));
  if (outside.length) say(`Hier stehen nur Angebote in ${city}. Zu ${joined(quoted(outside))} haben wir nichts.`);
  if (unknown.length) say(`${unknown.length === 1 ? "Dieses Wort kennen" : "Diese Wörter kennen"} wir nicht: ${joined(quoted(unknown))}.`);
  if (guessed && !suggestion && results.length) say("Wir sind nicht sicher. Vielleicht meinen Sie das:");
  if (relaxed.length) say(`${joined(relaxed.map(({ label }) => label))}: Dazu kennen wir kein Angebot. Darum zeigen wir auch andere.`);
  if (unproved.length) say(`${joined(unproved.map(({ label }) => label))}: Das wissen wir von keinem dieser Angebote.`);
  if ([...filters, ...relaxed, ...unproved].some(isTime)) {
    const line = element("p", "Viele Termine kennen wir noch nicht. Was wir kennen, steht hier: ");
    line.append(element("a", "Diese Woche", { href: new URL("diese-woche/", root).href }));
    lines.push(line);
  }
  return lines;
}
