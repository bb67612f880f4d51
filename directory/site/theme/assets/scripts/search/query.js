// What someone typed: words that say something, filters, phrases of the vocabulary, and whether they may be in danger.

import { recognise } from "../help.js";
import { secondReading, words } from "./language.js";
import { isSensitive } from "./sensitive.js";
import { edits } from "./spelling.js";

// Several words that mean something only together weigh more than one word.
const PHRASE = 1.5;
// Conditions that are spelt like a word without a meaning count among so many words.
const FEW = 4;
// So many words are read: a question has fewer.
const MOST = 30;

export function readQuery(text, lexicon, spelt = new Map()) {
  const readings = (word) => [...new Set([lexicon.stem(word), lexicon.stem(secondReading(word))])];
  const known = (word) => ({ ...word, forms: readings(word.joined), stems: [word.joined, ...word.parts].flatMap(readings), instead: (word.instead ?? []).map(known) });
  const asked = corrected(text.split(/\s+/).flatMap((raw) => words(raw).map((word) => ({ ...word, raw: raw.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "") })))
    .slice(0, MOST), spelt).map(known);
  const filters = readFilters(asked, readings, lexicon);
  const languages = readLanguages(asked, lexicon);
  const content = asked.filter((word) => !saysNothing(word, languages, lexicon));
  const idle = !content.some(({ joined, filter }) => !filter && !lexicon.isWeak(joined));
  const phrases = readPhrases(asked, content, idle, languages, lexicon);
  // A phrase of words that say nothing counts only where no other word does.
  const asides = idle ? [] : readPhrases(asked, content, true, languages, lexicon);
  const help = recognise(text);
  // Where danger is only likely, its numbers come before the results, and these stay as they are.
  const offers = help.level === "acute" && help.ruled ? help.dangers.flatMap((danger) => lexicon.offers[danger] ?? []) : [];
  const rescue = new Map(offers.map((id) => [id, { label: lexicon.labels.get(id), value: PHRASE }]));
  const titleWords = words(text).map(({ joined }) => joined);
  const query = { languages, text, title: [...titleWords].sort().join(" "), titleWords, asked, filters, phrases, asides, content, help, rescue };
  return { ...query, sensitive: isSensitive(query, lexicon) };
}

// The words as they were likely meant; see respell.js.
function corrected(asked, spelt) {
  const taken = new Set();
  const pairs = [...spelt].filter(([, { pair }]) => pair).sort(([one, { cost }], [other, { cost: more }]) => cost - more || (one < other ? -1 : 1));
  const made = [];
  for (const [, { pair, parts }] of pairs) {
    const own = pair.map(({ joined }) => asked.find((word) => word.joined === joined && !taken.has(word)));
    if (own.some((word) => !word) || own[0] === own[1]) continue;
    for (const word of own) taken.add(word);
    made.push({ joined: parts[0], parts, raw: own.map(({ raw }) => raw).join(" "), guess: parts[0], instead: own });
  }
  const single = ({ joined, ...word }) => {
    const found = spelt.get(joined);
    return found ? { ...word, joined: found.parts.join(""), parts: found.parts, guess: found.parts.join("") } : { joined, ...word };
  };
  return [...asked.filter((word) => !taken.has(word)).map(single), ...made];
}

// The conditions among the words, in whatever order their words stand; a condition of several words goes before one of
// them. Marks the words that are nothing but a condition.
function readFilters(asked, readings, lexicon) {
  const { facets, rules, streets, meanings, isStopWord, stem } = lexicon;
  const tokens = asked.flatMap((word) => word.parts.map((part) => ({ part, word, stems: readings(part), free: true })));
  const street = tokens.some(({ part }) => rules.streets.includes(part));
  const find = (key) => tokens.filter(({ stems, free }) => free && stems.includes(key));
  const found = [];
  const take = (facet, keys, given = keys.map(find)) => {
    const taken = given.flat();
    // Rollstuhl-Sport, Eltern-Kind-Zentrum: a part of a word is no condition.
    const inside = taken.some(({ word }) => taken.filter((token) => token.word === word).length < word.parts.length);
    if (given.some((of) => !of.length) || inside) return;
    if (keys.length === 1) for (const { word } of taken) for (const known of [word.forms, word.stems]) known.push(facet.phrase);
    for (const token of taken) token.free = false;
    found.push({ ...facet, word: [...new Set(taken.map(({ word }) => word))].sort((one, other) => asked.indexOf(one) - asked.indexOf(other)).map(({ raw }) => raw).join(" ") });
  };
  const said = new Set(tokens.flatMap(({ stems }) => stems));
  for (const [keys, facet] of lexicon.facetList) {
    if (!keys.every((key) => said.has(key)) || (street && streets.includes(facet.phrase))) continue;
    // "do" is Thursday in "Chor do", and "da" in "gibts do was zum schwätzen".
    if (asked.length > FEW && keys.every(isStopWord)) continue;
    take(facet, keys);
  }
  const near = [...facets.keys()].filter((key) => key.length > 4 && !/[\d ]/.test(key));
  for (const token of tokens) {
    const own = stem(token.part);
    if (!token.free || token.part.length < 6 || meanings.has(own) || isStopWord(token.part)) continue;
    const likely = near.find((key) => edits(own, key, 1) <= 1);
    if (likely) take({ ...facets.get(likely), near: likely }, [likely], [[token]]);
  }
  for (const word of asked) word.filter = word.parts.length > 0 && tokens.every((token) => token.word !== word || !token.free);
  return found;
}

// The languages besides German in which somebody asks. Marks what each word means in them.
function readLanguages(asked, { names, isStopWord, isWeak, meanings, intents }) {
  const spoken = asked.map(({ joined }) => joined);
  const german = new Set(asked.filter(({ joined, forms }) => isStopWord(joined) || isWeak(joined) || forms.some((form) => meanings.has(form))).map(({ joined }) => joined));
  const known = names.languagesOf(spoken, (word) => german.has(word));
  const languages = known.length || !intents ? known : intents.languagesOf(asked, german, names);
  for (const word of asked) Object.assign(word, { languages, foreign: languages.length > 0, single: asked.length === 1, named: names.named(word.joined, languages) });
  return languages;
}

// The file with what is known of the language in which somebody may be asking; "" for German.
export function foreignFile({ asked, languages }, { names, isStopWord, isWeak, meanings, intents }) {
  const isGerman = ({ joined, forms }) => isStopWord(joined) || isWeak(joined) || forms.some((form) => meanings.has(form));
  const unknown = asked.filter((word) => !isGerman(word) && !intents.has(word.forms));
  const other = languages.length > 0 || unknown.length > 1 || !asked.some(isGerman);
  return names.fileOf(asked.map(({ joined }) => joined)) || (other ? "lateinisch" : "");
}

function saysNothing({ joined, named }, languages, { names, isStopWord, dialect, meanings, stem }) {
  if (languages.length) return !named.meant.size && !named.words.length && (names.saysLittle(joined, languages) || isStopWord(joined));
  return isStopWord(joined) || (!meanings.has(stem(joined)) && dialect(joined).some(isStopWord));
}

// The phrases of the vocabulary of which all words are said, in any order. Those that share a word belong together.
function readPhrases(asked, content, idle, languages, lexicon) {
  const phrases = [];
  const counts = (word) => idle || content.includes(word) || lexicon.isNegation(word.joined);
  const said = new Set(asked.filter(counts).flatMap(({ stems }) => stems));
  for (const { id, label, stems } of lexicon.phrases.filter((one) => (idle || !one.idle) && one.stems.every((stem) => said.has(stem)))) {
    let group = phrases.find((other) => stems.some((stem) => other.stems.has(stem)));
    if (!group) phrases.push((group = { meant: new Map(), stems: new Set() }));
    group.meant.set(id, { label, value: PHRASE });
    for (const stem of stems) group.stems.add(stem);
  }
  for (const { id, label, word, said: own } of lexicon.names.phrases(asked.map(({ joined }) => joined), languages)) {
    const stems = asked.filter(({ joined }) => own.includes(joined)).flatMap((word) => word.stems);
    phrases.push({ meant: new Map([[id, { label, value: PHRASE }]]), stems: new Set(stems), word });
  }
  return phrases;
}

// Two words that are one in the directory, whatever their order: "Smart Phone", "Rollstuhl Basketball". Such words are no
// condition. Where each is known by itself, they stay apart.
export function joinedUp(query, { has }, { stem, isWeak }) {
  const alone = query.content.filter(({ parts }) => parts.length === 1);
  const known = (word) => !word.filter && !isWeak(word.joined) && word.forms.some(has);
  const pairs = alone.flatMap((one) => alone.filter((other) => other !== one).map((other) => [one, other]))
    .filter((pair) => !pair.every(({ filter }) => filter) && !pair.every(known) && has(stem(pair[0].joined + pair[1].joined)))
    .sort(([one, other], [third, fourth]) => (one.joined + other.joined < third.joined + fourth.joined ? -1 : 1));
  let { content, filters } = query;
  for (const pair of pairs) {
    if (!pair.every((word) => content.includes(word))) continue;
    const joined = pair.map((word) => word.joined).join("");
    filters = filters.filter(({ word }) => !pair.some(({ raw }) => raw === word));
    const stems = [...new Set([stem(joined), ...pair.flatMap((word) => word.stems)])];
    const made = { joined, raw: pair.map(({ raw }) => raw).join(" "), parts: pair.map((word) => word.joined), forms: [stem(joined)], stems, apart: true };
    content = [...content.filter((word) => !pair.includes(word)), made];
  }
  return { ...query, content, filters };
}
