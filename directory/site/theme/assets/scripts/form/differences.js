// Answers as lines for people: all of them under the headings of the form, or what has changed.

import { FIELDS, ITEMS, PARTS } from "./data.js";
import { featureIn, fieldAt, label } from "./fields.js";

const field = (fields, key) => fields.find((one) => one.key === key) ?? featureIn(fields, key);

function* said(fields, values, path, above) {
  for (const [key, value] of Object.entries(values ?? {})) {
    const one = field(fields, key);
    const name = [...path, key].join(".");
    if (one.silent || value === undefined) continue;
    if (!one.fields)
      yield {
        name,
        title: above + one.title,
        text: [value]
          .flat()
          .map((item) => label(one, item))
          .join("\n"),
      };
    else if (!one.many) yield* said(one.fields, value, [...path, key], above);
    else {
      for (const [at, row] of value.entries()) {
        const item = value.length > 1 ? `${ITEMS[name]} ${at + 1}: ` : "";
        yield* said(one.fields, row, [...path, key, String(at)], item);
      }
    }
  }
}

const lines = (values) => [...said(FIELDS, values, [], "")];
const partOf = (name) => {
  const path = name.replace(/\.\d+/g, "");
  const fits = (one) => path === one || path.startsWith(`${one}.`);
  const longest = (part) => Math.max(0, ...part.paths.filter(fits).map((one) => one.length));
  return PARTS.reduce((best, part) => (longest(part) > longest(best) ? part : best), PARTS[0]);
};

export function underHeadings(values) {
  const all = lines(values);
  return PARTS.map((part) => ({ title: part.title, lines: all.filter(({ name }) => partOf(name) === part) })).filter(
    (part) => part.lines.length > 0,
  );
}

// What holds where a file says nothing.
function nothingSaid(name) {
  const one = fieldAt(name);
  return one.preset ? label(one, one.preset) : "keine Angabe";
}

export function changes(present, values) {
  const before = new Map(lines(present).map((one) => [one.name, one]));
  const after = new Map(lines(values).map((one) => [one.name, one]));
  const names = [...new Set([...before.keys(), ...after.keys()])].filter(
    (name) => before.get(name)?.text !== after.get(name)?.text,
  );
  return names.map((name) => ({
    title: (after.get(name) ?? before.get(name)).title,
    before: before.get(name)?.text ?? nothingSaid(name),
    after: after.get(name)?.text ?? nothingSaid(name),
  }));
}

export const asText = (found) =>
  found.map(({ title, before, after }) => `${title}\n  Bisher: ${before}\n  Neu: ${after}\n`).join("\n");
