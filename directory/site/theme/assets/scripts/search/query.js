// What someone typed: words that say something, filters, phrases of the vocabulary, and whether they may be in danger.

import { recognise } from "../help.js";
import { secondReading, words } from "./language.js";
import { isSensitive } from "./sensitive.js";
import { edits } from "./spelling.js";

// Several words that mean something only together weigh more than one word.
const PHRASE = 1.5;

export function readQuery(text, lexicon) {
  const readings = (word) => [...new Set([lexicon.stem(word), lexicon.stem(secondReading(word))])];
  const asked = text.split(/\s+/).flatMap((raw) => words(raw).map((word) => ({ ...word, raw: raw.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "") }))).map((word) => ({ ...word, forms: readings(word.joined), stems: [word.joined, ...word.parts].flatMap(readings) }));
  const flat = asked.flatMap((word) => word.parts.map((part) => ({ part, word, stem: lexicon.stem(part) })));
  const filters = [];
  for (let from = 0; from < flat.length; from += 1) {
    for (let to = Math.min(flat.length, from + 4); to > from; to -= 1) {
      const tokens = flat.slice(from, to);
      const facet = facetOf(tokens, lexicon);
      if (!facet || lexicon.rules.streets.includes(flat[to]?.part)) continue;
      const inside = tokens.some(({ word }) => tokens.filter((token) => token.word === word).length < word.parts.length);
      if (inside) continue; // Rollstuhl-Sport, Eltern-Kind-Zentrum
      if (tokens.length === 1) for (const known of [tokens[0].word.forms, tokens[0].word.stems]) known.push(facet.phrase);
      filters.push({ ...facet, word: [...new Set(tokens.map(({ word }) => word.raw))].join(" ") });
      for (const token of tokens) token.word.filtered = (token.word.filtered ?? 0) + 1;
      from = to - 1;
      break;
    }
  }
  for (const word of asked) word.filter = word.filtered === word.parts.length;
  // Phrases that share a word belong together.
  const phrases = [];
  const content = asked.filter(({ joined }) => !lexicon.isStopWord(joined));
  const idle = !content.some(({ joined, filter }) => !filter && !lexicon.isWeak(joined));
  const counts = (word) => idle || content.includes(word) || lexicon.isNegation(word.joined);
  const said = new Set(asked.filter(counts).flatMap(({ stems }) => stems));
  for (const { id, label, stems } of lexicon.phrases.filter((one) => (idle || !one.idle) && one.stems.every((stem) => said.has(stem)))) {
    let group = phrases.find((other) => stems.some((stem) => other.stems.has(stem)));
    if (!group) phrases.push((group = { meant: new Map(), stems: new Set() }));
    group.meant.set(id, { label, value: PHRASE });
    for (const stem of stems) group.stems.add(stem);
  }
  const help = recognise(text);
  const offers = help.level === "acute" ? help.dangers.flatMap((danger) => lexicon.offers[danger] ?? []) : [];
  const rescue = new Map(offers.map((id) => [id, { label: lexicon.labels.get(id), value: PHRASE }]));
  const query = { text, asked, filters, phrases, content, help, rescue };
  return { ...query, sensitive: isSensitive(query, lexicon) };
}

function facetOf(tokens, { facets, stem, meanings, isStopWord }) {
  const [{ part, stem: own }] = tokens;
  const found = facets.get(tokens.map((token) => token.stem).join(" "))
    ?? facets.get(tokens.map((token) => stem(secondReading(token.part))).join(" "));
  if (found || tokens.length > 1 || part.length < 6 || meanings.has(own) || isStopWord(part)) return found;
  const near = [...facets.keys()].find((key) => key.length > 4 && !/\d/.test(key) && edits(own, key, 1) <= 1);
  return near && { ...facets.get(near), near };
}

// Two words that are one in the directory: "Smart Phone", "Rollstuhl Basketball". Such words are no filter.
export function joinedUp(query, { has }, { stem }) {
  const content = [...query.content];
  let { filters } = query;
  for (let at = 0; at < content.length - 1; at += 1) {
    const pair = content.slice(at, at + 2);
    const joined = pair.map((word) => word.joined).join("");
    const neighbours = query.asked.indexOf(pair[1]) === query.asked.indexOf(pair[0]) + 1;
    if (!neighbours || pair.every(({ filter }) => filter) || pair.some(({ parts }) => parts.length > 1) || !has(stem(joined))) continue;
    const raw = pair.map((word) => word.raw).join(" ");
    filters = filters.filter(({ word }) => !pair.some((one) => one.raw === word));
    const stems = [...new Set([stem(joined), ...pair.flatMap((word) => word.stems)])];
    content.splice(at, 2, { joined, raw, parts: pair.map((word) => word.joined), forms: [stem(joined)], stems, apart: true });
  }
  return { ...query, content, filters };
}
