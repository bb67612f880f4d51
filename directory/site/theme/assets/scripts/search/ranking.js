// Which entries a query finds, in which order, and why.

import { plain, SPOKEN } from "./data.js";
import { secondReading, sound } from "./language.js";
import { nearest } from "./spelling.js";

// A coming day is one character; see directory/search/titles.py.
const DAYS = "0123456789abcdefghijklmnopqrstuvwxyz";
// What controlled words weigh: topics, kinds, audiences, access, groups, languages, other facts.
const WEIGHTS = { t: 1, k: 0.7, z: 0.7, b: 0.7, g: 0.2, l: 1, m: 1 };
const PREFIX = 0.6;
const PART = 0.6;
const TYPO = 0.6;
const RESCUE = 100;
// Results that are so much worse than the best are none.
const TAIL = 0.06;

export function rank(query, chosen, shard, lexicon) {
  // Times are known of few: of two filters that do not go together, those of the place stay.
  const byTime = ({ type }) => (type === "wochentag" || type === "tag" ? 1 : 0);
  const filters = [...chosen, ...query.filters].sort((one, other) => byTime(one) - byTime(other));
  const inPhrase = ({ stems }) => query.phrases.some((phrase) => stems.some((stem) => phrase.stems.has(stem)));
  const spoken = query.asked.filter((word) => inPhrase(word)).map(({ raw }) => raw).join(" ");
  const meant = query.phrases.map((phrase) => {
    const own = query.content.filter(({ stems }) => stems.some((stem) => phrase.stems.has(stem)));
    const scores = merge(concepts(phrase.meant, shard), written(own, shard), 1, 1);
    return { word: { joined: spoken, raw: spoken }, scores };
  });
  const found = query.content.map((word) => ({ word, less: inPhrase(word) ? 0.1 : 0.3, ...weigh(word, query.content.length > 1, shard, lexicon) }));
  const strong = [...meant, ...found.filter(({ word }) => !word.filter && !lexicon.isWeak(word.joined) && !inPhrase(word))];
  const sought = strong.length || filters.length ? strong : found;
  const usual = ({ scores }) => scores.size > shard.entries.length / 2;
  const rescue = concepts(query.rescue, shard);
  let needed = sought.filter(({ scores }) => scores.size);
  // One word is nowhere, and another only begins like one that is known: better nothing than this.
  const doubtful = sought.length > needed.length || needed.some(({ vague }) => vague);
  if (sought.length > 1 && doubtful && needed.every(({ vague, guess }) => vague || (guess && needed.length > 1))) needed = [];
  if (!needed.every(usual)) needed = needed.filter((one) => !usual(one));
  const extra = found.filter((one) => !needed.includes(one));
  const title = plain(query.text);

  let results = [];
  shard.entries.forEach((entry, number) => {
    const has = ({ scores }) => scores.has(number);
    const hits = needed.filter(has);
    const first = rescue.get(number);
    if (!first && !hits.length && (needed.length || !filters.length)) return;
    const more = extra.filter(has);
    const sum = hits.reduce((total, { scores }) => total + scores.get(number).score, 0) * (hits.length / needed.length || 1) ** 2;
    const all = more.reduce((total, { scores, less }) => total + scores.get(number).score * less, sum);
    const exact = entry.titles.indexOf(title);
    const inTitle = title.includes(" ") && entry.titles.some((name) => ` ${name} `.includes(` ${title} `));
    const why = first
      ? [{ ...first.why, word: first.why.label }]
      : [...hits, ...more].map(({ word, scores }) => ({ ...scores.get(number).why, word: word.raw }));
    results.push({
      entry, exact: exact >= 0, cityWide: false, unsure: false,
      score: (first ? RESCUE + first.score : all / (needed.length || 1)) + (exact === 0 ? 1000 : exact > 0 ? 500 : inTitle ? 20 : 0),
      why: why.filter(({ label }, at) => !label || why.findIndex((other) => other.label === label) === at),
      named: more.filter(({ word, scores }) => word.filter && scores.get(number).named).flatMap(({ word }) => word.stems),
    });
  });
  const relaxed = [];
  for (const filter of filters) {
    const passing = results.map((result) => passes(result, filter, lexicon, needed.length)).filter(Boolean);
    if (passing.length) results = passing;
    else if (results.length) relaxed.push(filter);
  }
  if (!needed.length && relaxed.length === filters.length) results = results.filter(({ score }) => score > 0);
  results.sort((one, other) => other.score - one.score || (one.entry.name < other.entry.name ? -1 : 1));
  const least = needed.length ? (results.find(({ exact }) => !exact)?.score ?? 0) * TAIL : 0;
  const guesses = new Map(found.filter(({ word, guess }) => guess && !word.filter).map(({ word, guess }) => [word.joined, guess]));
  return {
    results: results.filter(({ score }) => score >= least),
    filters: query.filters,
    relaxed,
    suggestion: guesses.size ? query.asked.map(({ joined, raw }) => guesses.get(joined) ?? raw).join(" ") : "",
    unknown: sought.filter(({ scores }) => !scores.size).map(({ word }) => word.raw),
    sensitive: query.sensitive,
    help: query.help,
    foreign: filters.some(({ near }) => near) || found.some(({ word }) => !word.filter && !word.forms.some(shard.has)),
  };
}

// The result if the filter lets it through: what has the word in its name, or is about it, passes too.
function passes(result, { type, value, phrase = "" }, lexicon, words) {
  const { entry, score, named } = result;
  const kept = phrase.split(" ").every((stem) => named.includes(stem)) ? result : null;
  const away = (factor, more) => ({ ...result, ...more, score: (score + 0.01) * factor });
  if (type === "gebiet" || type === "ortsteil") {
    if (entry.areas.includes(lexicon.areaOf[value] ?? value)) return away(type === "gebiet" || entry.localities.includes(value) ? 1 : 0.6);
    return kept ?? (entry.areas.some((id) => lexicon.cityWide.includes(id)) ? away(0.35, { cityWide: true }) : null);
  }
  if (type === "plz" && lexicon.codes[value]?.includes(entry.areas[0]) && !entry.codes.includes(value)) return away(0.4);
  if (type === "kostenlos" && words && !entry.free && !entry.costs) return kept ?? away(0.3, { unsure: true });
  const age = Math.round((Date.parse(new Date().toDateString()) - Date.parse(`${lexicon.built}T00:00`)) / 864e5);
  const fits = {
    plz: () => entry.codes.includes(value),
    wochentag: () => [...value].some((day) => entry.weekdays.includes(day)),
    tag: () => entry.days.includes(DAYS[age + Number(value)] ?? "-"),
    kostenlos: () => entry.free,
    zugang: () => entry.access.includes(value) || entry.access.includes(`~${value}`),
  }[type];
  return fits?.() ? result : kept;
}

// Add scores to others, by the number of the entry: the better one counts, and so much of the other.
function merge(scores, found, weight, share) {
  for (const [number, { score: own, named, why }] of found) {
    const score = own * weight;
    const before = scores.get(number);
    const better = !before || score > before.best;
    scores.set(number, {
      score: before ? Math.max(before.score, score) + Math.min(before.score, score) * share : score,
      best: better ? score : before.best,
      named: named || before?.named,
      why: better ? why : before.why,
      parts: (before?.parts ?? 0) + 1,
    });
  }
  return scores;
}

// Which entries have what words of the vocabulary mean.
function concepts(meant, shard) {
  const scores = new Map();
  for (const [id, { label, value }] of meant) {
    const one = { named: value >= SPOKEN && !"bg".includes(id[0]), why: { label, how: "begriff" } };
    merge(scores, shard.scores(id).map(([number, score]) => [number, { ...one, score }]), value * WEIGHTS[id[0]], 0.3);
  }
  return scores;
}

// Which entries have all these words in what is written about them.
function written(asked, shard) {
  const each = asked.map(({ forms }) => new Map(shard.scores(forms.find(shard.has)).map(([number, score]) => [number, score])));
  const numbers = [...(each[0]?.keys() ?? [])].filter((number) => each.every((scores) => scores.has(number)));
  return new Map(numbers.map((number) => [number, {
    score: each.reduce((sum, scores) => sum + scores.get(number), 0), named: false, why: { label: "", how: "wort" },
  }]));
}

// Which entries one word of the query finds, how well, and why: as it is, its parts and its beginning; only where there
// is nothing of the kind its end, and spellings that are near.
function weigh(word, more, shard, lexicon) {
  const { stem, split, surfaces } = lexicon;
  const { joined, forms } = word;
  const spelt = [...new Set([joined, secondReading(joined)])];
  const surface = (term) => surfaces.get(term) ?? term;
  const scores = new Map();
  const evidence = (term, how = "wort") => {
    const why = { label: how === "wort" ? "" : surface(term), how };
    const found = new Map(shard.scores(term).map(([number, score, named]) => [number, { score, best: score, named, why }]));
    const meant = new Map();
    for (const { id, label, weight } of lexicon.meanings.get(term) ?? []) {
      if (weight > (meant.get(id)?.value ?? 0)) meant.set(id, { label, value: weight });
    }
    if ([...meant.keys()].some((id) => id[0] === "t")) for (const id of meant.keys()) if (id[0] === "g") meant.delete(id);
    return merge(found, concepts(meant, shard), 1, 1);
  };
  const use = (terms, weight, how) => terms.forEach((term) => merge(scores, evidence(term, how), weight, 0.2));
  const among = (fits) => shard.vocabulary.filter((term) => term !== form && fits(term)).slice(0, 40);

  // A compound that nobody wrote finds what has all its parts, or its last part, which says what it is, in a name or as
  // a topic: a cruise is no cross, and not each ride. A last part that says little needs another one.
  const compound = (parts, how) => {
    const head = parts.at(-1);
    const general = lexicon.isHead(head) || shard.scores(head).length > shard.entries.length / 12;
    const together = new Map();
    const enough = new Set();
    for (const part of parts) {
      const found = evidence(part, how);
      for (const [number, { named }] of found) if (general ? part !== head : part === head && named && !how) enough.add(number);
      merge(together, found, 1, 1);
    }
    for (const [number, one] of together) {
      // The word itself is known: half of it means little.
      if (one.parts < parts.length && !word.apart && (form || !enough.has(number))) together.delete(number);
      one.score *= one.parts / parts.length ** 2;
    }
    return together;
  };

  const form = forms.find(shard.has);
  use([`'${joined}`], 2);
  if (form) use([form], 1);
  if (word.filter || (more && lexicon.isWeak(joined))) return { scores };
  const inside = word.parts.length > 1
    ? word.parts.map((part) => [stem(part), stem(secondReading(part))].find(shard.has)).filter(Boolean)
    : spelt.map((text) => split(text, shard.has)).find((parts) => parts.length) ?? [];
  merge(scores, compound(inside), form ? PART : 1, 0.2);
  const begins = form ? spelt : [...spelt, ...forms].filter((one) => one.length > 2);
  if (joined.length > (form ? 3 : 2)) use(among((term) => begins.some((one) => term.startsWith(one))), form ? PREFIX / 2 : PREFIX);
  if (form || scores.size || joined.length < 4) return { scores, vague: !form && joined.length < 5 };

  use(among((term) => forms.some((one) => one.length > 4 && term.endsWith(one))), PREFIX);
  if (scores.size || /\d/.test(joined)) return { scores };
  const near = nearest(forms, forms[0].length < 8 ? 1 : 2, shard.vocabulary)
    .filter((term) => joined.length > 4 || term.length > forms[0].length || sound(term) === sound(joined));
  use(near, TYPO, "aehnlich");
  if (scores.size) return { scores, guess: surface(near[0]) };
  if (joined.length < 5) return { scores };
  // A compound with a first part that is misspelt, or with a last part that is nowhere.
  for (let cut = 5; cut < joined.length - 3; cut += 1) {
    const last = stem(joined.slice(cut));
    const [first] = shard.has(last) ? nearest([stem(joined.slice(0, cut))], 1, shard.vocabulary) : [];
    if (first && merge(scores, compound([first, last], "aehnlich"), PART, 0.2).size) {
      return { scores, guess: surface(first) + joined.slice(cut) };
    }
  }
  use(among((term) => term.length > 5 && !lexicon.isWeak(term) && joined.startsWith(term)), PART);
  return { scores, vague: true };
}
