// The files of the search, as the engine uses them: the lexicon, and a shard, which is an index with its entries.

import { fold, german, words } from "./language.js";

const SMALL = "0123456789abcdefghijklmnopqrstuv";
const MARKS = "!#%&*+-.=";
// What people call something weighs less than its own name, which weighs 1.
export const SPOKEN = 0.6;
// What open lexical data say: nobody has looked at it.
const GUESSED = 0.3;

// From where on a word is so frequent that it says little, unless it means a topic, a kind or an audience.
const [COMMON, TERMS] = [4.75, "tkz"];

// The words of a name, in no order: a query has none either.
const wordsOfName = (text) => {
  const all = words(text).map(({ joined }) => joined).sort();
  return { sorted: all.join(" "), all: new Set(all) };
};
const list = (text, between = " ") => text.split(between).filter(Boolean);

// Without the file of rarer words there are no names in other languages.
const NO_NAMES = { fileOf: () => "", languagesOf: () => [], saysLittle: () => false, named: () => ({ meant: new Map(), words: [] }), phrases: () => [] };

// Before anybody asks in another language.
export const NOTHING_FOREIGN = { translations: {}, terms: "", weights: "" };

// `more`: what rarer_words.py has, also of a `foreign` language, with `readNames` and `readIntents` to read it, or nothing.
export function readLexicon(data, more, intents, foreign, { readNames = null, readIntents = null } = {}) {
  const language = german(data.rules);
  const { stem, isStopWord, isWeak, isNegation } = language;
  const meanings = new Map();
  const surfaces = new Map();
  // As they are written, with capital letters and umlauts.
  const spellings = new Map();
  const phrases = [];
  const says = (word) => !isStopWord(word) && !isWeak(word);
  for (const [number, [id, label, spoken]] of data.concepts.entries()) {
    for (const [at, text] of [label, ...`${spoken}|${more.spoken?.[number] ?? ""}`.split("|")].entries()) {
      for (const raw of text.split(/[^\p{L}\p{N}]+/u)) if (fold(raw) !== raw) spellings.set(fold(raw), raw);
      const all = words(text).flatMap(({ joined, parts }) => (parts.length > 1 ? [joined] : parts));
      const strong = all.filter(says);
      const needed = (word) => says(word) || isNegation(word) || (strong.length === 1 && !isStopWord(word));
      const kept = strong.length ? all.filter(needed) : all;
      const stems = [...new Set(kept.map(stem))];
      const meant = { id, label, stems, weight: at ? SPOKEN : 1, idle: !strong.length };
      // A phrase means something only as a whole, a term also with each of its words.
      if (stems.length > 1) phrases.push(meant);
      for (const word of kept) {
        meanings.set(stem(word), [...(meanings.get(stem(word)) ?? []), ...(at && stems.length > 1 ? [] : [meant])]);
        if (says(word) && !surfaces.has(stem(word))) surfaces.set(stem(word), word);
      }
    }
  }
  const facets = new Map(data.facets.map(([key, type, value, label]) => [key, { type, value, label, phrase: key }]));
  // Those of several words first: "heute Abend" before "heute".
  const facetList = [...facets].map(([key, facet]) => [key.split(" "), facet])
    .sort(([one], [other]) => other.length - one.length || (one.join(" ") < other.join(" ") ? -1 : 1));
  const outside = new Set([...data.outside, ...(more.outside ?? [])]);
  const labels = new Map(data.concepts);
  const guesses = new Map();
  for (const [number, texts] of Object.entries(more.guesses ?? {})) {
    const [id, label] = data.concepts[number];
    for (const word of texts.split("|")) guesses.set(stem(word), new Map([...(guesses.get(stem(word)) ?? []), [id, { label, value: GUESSED, how: "vermutung" }]]));
  }
  const names = readNames?.({ ...more, translations: foreign.translations }, data.concepts) ?? NO_NAMES;
  // How frequent a German word is, on Zipf's scale; 0 for what is rare or nowhere in the directory.
  const frequent = new Map(Object.entries(data.frequent).flatMap(([zipf, stems]) => stems.split(" ").map((one) => [one, Number(zipf)])));
  const frequency = (word) => frequent.get(stem(word)) ?? 0;
  const means = (word) => (meanings.get(stem(word)) ?? []).some(({ id }) => TERMS.includes(id[0]));
  return { ...data, ...language, meanings, phrases, surfaces, facets, facetList, labels, guesses, names, frequency, intents: readIntents?.(intents, foreign),
    isWeak: (word) => isWeak(word) || (frequency(word) >= COMMON && !means(word)),
    isOutside: (word) => outside.has(word), spelt: (word) => spellings.get(word) ?? "" };
}

export function readShard(packed, { since, columns, rows, pages }, lexicon) {
  const entries = rows.map((row) => {
    const entry = Object.fromEntries(columns.map((column, number) => [column, row[number]]));
    for (const column of ["areas", "localities", "access", "codes"]) entry[column] = list(entry[column]);
    return {
      ...entry, areaId: entry.areas[0], onDays: Object.fromEntries(list(entry.onDays, "|").map((said) => [said[0], said.slice(1)])), free: entry.free === "1", costs: entry.free === "0", url: `angebote/${entry.slug}/`, kind: lexicon.kinds[entry.kindId], area: lexicon.areas[entry.areas[0]],
      titles: [entry.name, ...list(entry.others, "|")].map(wordsOfName),
    };
  });
  const terms = unpack(packed);
  // What one word of the index finds: number of the entry, score, and whether it stands in a name.
  const scores = (term) => terms.get(term)?.() ?? [];
  const named = pages.map(([url, name, others, note]) => ({ url, name, note, titles: [name, ...list(others, "|")].map(wordsOfName) }));
  // What is worked out once, whatever the language: see respell.js.
  return { since, entries, scores, terms, pages: named, kept: {} };
}

// Numbers and words as directory/search/index.py packs them.
export const number = (text) =>
  [...text].reduce((sum, sign) => (/[A-Z]/.test(sign) ? sum * 26 + sign.charCodeAt() - 64 : sum * 32 + SMALL.indexOf(sign)), 0);
// Numbers as gaps, each with a weight.
export function weighted(line) {
  const signs = line.match(/[A-Z]*[0-9a-v]/g) ?? [];
  let at = 0;
  return Array.from({ length: signs.length / 2 }, (_, place) => [(at += number(signs[2 * place])), number(signs[2 * place + 1])]);
}
export function unfolded(terms) {
  let term = "";
  return list(terms).map((coded) => (term = term.slice(0, SMALL.indexOf(coded[0])) + coded.slice(1)));
}

// An index with the words that the vocabulary has besides; `answers`: which entries answer which intent, see answers.py.
export function withWords(shard, { surfaces, meanings }, { answers = "", steps = 1 } = {}) {
  const vocabulary = [...new Set([...shard.terms.keys(), ...surfaces.keys()])].filter((term) => !/^(.=|')/.test(term));
  const answering = answers.split(",").map((line) => new Map(weighted(line).map(([entry, weight]) => [entry, weight / steps])));
  return { ...shard, answers: answering, vocabulary, weighed: new Map(), has: (stem) => shard.terms.has(stem) || meanings.has(stem) };
}

// The words of the index, each with what returns its hits, best first; see directory/search/index.py. A hit's score is
// lunr's: the sum over the fields of how rare the word is, times the boost of the field, less the longer the field.
export function unpack({ documents, length: b, fields, lengths, terms, postings }) {
  const norms = fields.map(([, boost, average], at) =>
    (lengths[at].match(/[A-Z]*[0-9a-v]/g) ?? []).map((own) => (boost * 2.2) / (1.2 * (1 - b + (b * number(own)) / average) + 1)));
  const names = fields.map(([name]) => name === "name" || name === "others");
  const read = (line) => {
    const found = new Map();
    let [field, document, total, places] = [0, 0, 0, 0];
    for (const sign of line.match(/[!#%&*+.=-]|[A-Z]*[0-9a-v]/g)) {
      if (MARKS.includes(sign)) [field, document] = [MARKS.indexOf(sign), 0];
      else if (field === fields.length) total = number(sign);
      else {
        document += number(sign);
        places += 1;
        const [weight, named] = found.get(document) ?? [0, false];
        found.set(document, [weight + norms[field][document], named || names[field]]);
      }
    }
    total ||= places;
    const rarity = Math.log(1 + Math.abs((documents - total + 0.5) / (total + 0.5)));
    return [...found].map(([of, [weight, named]]) => [of, weight * rarity, named]).sort((one, other) => other[1] - one[1]);
  };
  const lines = postings.split(" ");
  return new Map(unfolded(terms).map((term, place) => {
    let hits = null;
    return [term, () => (hits ??= read(lines[place]))];
  }));
}
