// The search without its page.
//
//   const engine = createEngine(new URL("suche/daten/", root), { byArea: false }); // loads nothing yet
//   engine.load(); // optional: begin while someone types
//   const found = await engine.search("gruppe dienstag lobeda", filters);
//
// filters: what readers have set, [{ type, value }]: gebiet (id of an area), ortsteil (id), wochentag ("1", or "56" for
//   one of two; Monday is 0), tag ("0" is today), kostenlos ("1"), zugang (id of a feature), plz.
// found.results: best first, each { entry, score, why, cityWide, unsure }. entry: name, slug, url (below the root),
//   teaser, where, when, kind and area (names), kindId, areaId, areas, localities, weekdays, free, access ("~" for in part) …
//   why: [{ label, word, how }]: they typed `word`; how: "wort" (it stands in the offer; label is ""), "begriff" (it
//   means the label) or "aehnlich" (spelt like the label). cityWide: not in that area, but for everyone.
//   unsure: whether it is free is not known.
// found.filters: those in the query, [{ type, value, label, word }]; search without `word` to take one away.
// found.relaxed: filters that nothing fits; the results are without them, so say it.
// found.unknown: words that are nowhere. found.suggestion: the query in likely spelling, or "".
// found.crisis: someone may be in danger: show help first.

import { german, secondReading, sound, words } from "./language.js";

const SMALL = "0123456789abcdefghijklmnopqrstuv";
const DAYS = `${SMALL}wxyz`;
const MARKS = "!#%&*+-.=";
// What controlled words weigh: topics, kinds, audiences, access, groups, languages, other facts.
const WEIGHTS = { t: 1, k: 0.7, z: 0.7, b: 0.7, g: 0.2, l: 1, m: 1 };
const SPOKEN = 0.6; // what people call them
const PHRASE = 1.5; // several words of that
const PREFIX = 0.6;
const PART = 0.6;
const TYPO = 0.6;
const RESCUE = 100;
// Results that are so much worse than the best are none.
const TAIL = 0.06;

const plain = (text) => words(text).map(({ joined }) => joined).join(" ");
const list = (text) => text.split(" ").filter(Boolean);

// `byArea`: there is an index for each area, and one for all.
export function createEngine(base, { byArea = false } = {}) {
  const loaded = {};
  const once = (name, make) => (loaded[name] ??= make());
  const get = (name) => once(name, async () => (await fetch(new URL(name, base))).json());
  // Most words of the vocabulary stand in some offer. Those that stand in none are loaded when someone types one.
  const lexicon = (every) =>
    once(`lexicon ${every}`, async () => readLexicon(...(await Promise.all([get("sprache.json"), every ? get("worte.json") : []]))));
  const shard = (area) =>
    once(`shard ${area}`, async () => {
      const files = [import(new URL("lunr.js", base)), get(`index${area}.json`), get(`titel${area}.json`), lexicon(false)];
      const [{ default: lunr }, ...data] = await Promise.all(files);
      return readShard(lunr, ...data);
    });
  async function answer(text, filters, every) {
    if (!byArea) shard("");
    const words = await lexicon(every);
    const query = readQuery(text, words);
    const view = (area) => once(`view ${area} ${every}`, async () => withWords(await shard(area), words));
    const place = [...filters, ...query.filters].find(({ type }) => type === "gebiet" || type === "ortsteil");
    const area = byArea && place ? `-${words.areaOf[place.value] ?? place.value}` : "";
    const found = run(query, filters, await view(area), words);
    return area && found.relaxed.length ? run(query, filters, await view(""), words) : found;
  }
  return {
    load: () => shard(""),
    async search(text, filters = []) {
      const found = await answer(text, filters, false);
      return found.foreign ? answer(text, filters, true) : found;
    },
  };
}

function readLexicon(data, more) {
  const language = german(data.rules);
  const { stem, isStopWord, isWeak, isNegation } = language;
  const meanings = new Map();
  const surfaces = new Map();
  const phrases = [];
  const says = (word) => !isStopWord(word) && !isWeak(word);
  for (const [number, [id, label, spoken]] of data.concepts.entries()) {
    for (const [at, text] of [label, ...`${spoken}|${more[number] ?? ""}`.split("|")].entries()) {
      const all = words(text).flatMap(({ joined, parts }) => (parts.length > 1 ? [joined] : parts));
      const kept = all.some(says) ? all.filter((word) => says(word) || isNegation(word)) : all;
      const meant = { id, label, stems: [...new Set(kept.map(stem))], weight: at ? SPOKEN : 1, idle: !all.some(says) };
      if (meant.stems.length > 1) phrases.push(meant);
      for (const word of kept) {
        meanings.set(stem(word), [...(meanings.get(stem(word)) ?? []), meant]);
        if (says(word) && !surfaces.has(stem(word))) surfaces.set(stem(word), word);
      }
    }
  }
  const facets = new Map(data.facets.map(([key, type, value, label]) => [key, { type, value, label, phrase: key }]));
  const labels = new Map(data.concepts);
  const crisis = data.crisis.map(([topics, patterns]) => ({ topics, patterns: patterns.map(list) }));
  return { ...data, ...language, meanings, phrases, surfaces, facets, labels, crisis };
}

function readShard(lunr, packed, { columns, rows }, lexicon) {
  const entries = rows.map((row) => {
    const entry = Object.fromEntries(columns.map((column, number) => [column, row[number]]));
    for (const column of ["areas", "localities", "access", "codes"]) entry[column] = list(entry[column]);
    return {
      ...entry, areaId: entry.areas[0], free: entry.free === "1", costs: entry.free === "0", url: `angebote/${entry.slug}/`, kind: lexicon.kinds[entry.kindId], area: lexicon.areas[entry.areas[0]],
      titles: [entry.name, ...entry.others.split("|")].map(plain),
    };
  });
  const data = unpack(packed, lunr.version);
  const index = lunr.Index.load(data);
  const terms = new Map(data.invertedIndex.map(([term]) => [term, null]));
  // What one word of the index finds: score, and whether it stands in a name, by the number of the entry.
  const scores = (term) => {
    if (terms.get(term) === null) {
      const found = index.query((query) => query.term(term, { usePipeline: false }));
      const inName = ({ metadata }) => "name" in metadata[term] || "others" in metadata[term];
      terms.set(term, found.map(({ ref, score, matchData }) => [Number(ref), score, inName(matchData)]));
    }
    return terms.get(term) ?? [];
  };
  return { entries, scores, terms };
}

// An index with the words that the vocabulary has besides.
function withWords(shard, { surfaces, meanings }) {
  const vocabulary = [...new Set([...shard.terms.keys(), ...surfaces.keys()])].filter((term) => !/^(.=|')/.test(term));
  return { ...shard, vocabulary, has: (stem) => shard.terms.has(stem) || meanings.has(stem) };
}

// From what is sent to what lunr loads; see directory/search/index.py.
export function unpack({ documents, length: b, fields, lengths, terms, postings }, version = "2.3.9") {
  const number = (text) =>
    [...text].reduce((sum, sign) => (/[A-Z]/.test(sign) ? sum * 26 + sign.charCodeAt() - 64 : sum * 32 + SMALL.indexOf(sign)), 0);
  const norms = fields.map(([, boost, average], at) =>
    (lengths[at].match(/[A-Z]*[0-9a-v]/g) ?? []).map((own) => (boost * 2.2) / (1.2 * (1 - b + (b * number(own)) / average) + 1)));
  const vectors = norms.map((norm) => norm.map(() => []));
  const lines = postings.split(" ");
  let term = "";
  const invertedIndex = list(terms).map((coded, place) => {
    term = term.slice(0, SMALL.indexOf(coded[0])) + coded.slice(1);
    const posting = { _index: place };
    for (const [name] of fields) posting[name] = {};
    const found = [];
    let field, document, total;
    for (const sign of lines[place].match(/[!#%&*+.=-]|[A-Z]*[0-9a-v]/g)) {
      if (MARKS.includes(sign)) [field, document] = [MARKS.indexOf(sign), 0];
      else if (field === fields.length) total = number(sign);
      else {
        document += number(sign);
        posting[fields[field][0]][document] = {};
        found.push([field, document]);
      }
    }
    total ??= found.length;
    const rarity = Math.log(1 + Math.abs((documents - total + 0.5) / (total + 0.5)));
    for (const [at, of] of found) vectors[at][of].push(place, rarity * norms[at][of]);
    return [term, posting];
  });
  const fieldVectors = vectors.flatMap((of, at) => of.map((vector, document) => [`${fields[at][0]}/${document}`, vector]));
  return { version, fields: fields.map(([name]) => name), fieldVectors, invertedIndex, pipeline: [] };
}

// What someone typed: words that say something, filters, phrases of the vocabulary, and whether they may be in danger.
function readQuery(text, lexicon) {
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
      if (inside && facet.type === "zugang") continue; // Rollstuhl-Sport
      if (tokens.length === 1) for (const known of [tokens[0].word.forms, tokens[0].word.stems]) known.push(facet.phrase);
      filters.push({ ...facet, word: [...new Set(tokens.map(({ word }) => word.raw))].join(" ") });
      for (const token of tokens) token.word.filtered = (token.word.filtered ?? 0) + 1;
      from = to - 1;
      break;
    }
  }
  for (const word of asked) word.filter = word.filtered === word.parts.length;
  const said = new Set(asked.flatMap(({ stems }) => stems));
  // Phrases that share a word belong together.
  const phrases = [];
  const content = asked.filter(({ joined }) => !lexicon.isStopWord(joined));
  const idle = !content.some(({ joined, filter }) => !filter && !lexicon.isWeak(joined));
  for (const { id, label, stems } of lexicon.phrases.filter((one) => (idle || !one.idle) && one.stems.every((stem) => said.has(stem)))) {
    let group = phrases.find((other) => stems.some((stem) => other.stems.has(stem)));
    if (!group) phrases.push((group = { meant: new Map(), stems: new Set() }));
    group.meant.set(id, { label, value: PHRASE });
    for (const stem of stems) group.stems.add(stem);
  }
  const stems = flat.map(({ stem }) => stem);
  const danger = lexicon.crisis.filter(({ patterns }) => patterns.some((phrase) => cries(phrase, stems, lexicon.gap)));
  const rescue = new Map(danger.flatMap(({ topics }) => topics).map((id) => [id, { label: lexicon.labels.get(id), value: PHRASE }]));
  return { text, asked, filters, phrases, content, crisis: danger.length > 0, rescue };
}

function facetOf(tokens, { facets, stem, meanings, isStopWord }) {
  const [{ part, stem: own }] = tokens;
  const found = facets.get(tokens.map((token) => token.stem).join(" "))
    ?? facets.get(tokens.map((token) => stem(secondReading(token.part))).join(" "));
  if (found || tokens.length > 1 || part.length < 6 || meanings.has(own) || isStopWord(part)) return found;
  const near = [...facets.keys()].find((key) => key.length > 4 && !/\d/.test(key) && edits(own, key, 1) <= 1);
  return near && { ...facets.get(near), near };
}

// Whether the words of a phrase come in order, with few words between; long ones may be spelt nearly so.
function cries(phrase, stems, gap) {
  const same = (one, other) => one === other || (one.length > 5 && (other.startsWith(one) || edits(one, other, 1) <= 1));
  const from = (start, [next, ...rest]) => {
    if (!next) return true;
    if (next === "$") return start === stems.length;
    const last = rest.length + 1 < phrase.length ? start + gap + 1 : stems.length;
    return stems.slice(0, last).some((stem, at) => at >= start && same(next, stem) && from(at + 1, rest));
  };
  return from(0, phrase);
}

// Two words that are one in the directory: "Smart Phone", "Rollstuhl Basketball". Such words are no filter.
function joinedUp(query, { has }, { stem }) {
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

function run(typed, chosen, shard, lexicon) {
  const query = joinedUp(typed, shard, lexicon);
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
  const found = query.content.map((word) => ({ word, less: inPhrase(word) ? 0.1 : 0.3, ...weigh(word, shard, lexicon) }));
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
    crisis: query.crisis,
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
  const age = Math.round((new Date(new Date().toDateString()) - new Date(`${lexicon.built}T00:00`)) / 864e5);
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
function weigh(word, shard, lexicon) {
  const { stem, split, surfaces } = lexicon;
  const { joined, forms } = word;
  const spelt = [...new Set([joined, secondReading(joined)])];
  const surface = (term) => surfaces.get(term) ?? term;
  const scores = new Map();
  const evidence = (term, how = "wort") => {
    const why = { label: how === "wort" ? "" : surface(term), how };
    const found = new Map(shard.scores(term).map(([number, score, named]) => [number, { score, best: score, named, why }]));
    const meant = new Map();
    for (const { id, label, stems, weight } of lexicon.meanings.get(term) ?? []) {
      const value = stems.length > 1 && weight < 1 ? 0.5 / stems.length ** 2 : weight;
      if (value > (meant.get(id)?.value ?? 0)) meant.set(id, { label, value });
    }
    if ([...meant.keys()].some((id) => id[0] === "t")) for (const id of meant.keys()) if (id[0] === "g") meant.delete(id);
    return merge(found, concepts(meant, shard), 1, 1);
  };
  const use = (terms, weight, how) => terms.forEach((term) => merge(scores, evidence(term, how), weight, 0.2));
  const among = (fits) => shard.vocabulary.filter((term) => term !== form && fits(term)).slice(0, 40);

  const form = forms.find(shard.has);
  use([`'${joined}`], 2);
  if (form) use([form], 1);
  if (word.filter) return { scores };
  const inside = word.parts.length > 1
    ? word.parts.map((part) => [stem(part), stem(secondReading(part))].find(shard.has)).filter(Boolean)
    : spelt.map((text) => split(text, shard.has)).find((parts) => parts.length) ?? [];
  const together = new Map();
  for (const part of inside) merge(together, evidence(part), 1, 1);
  const head = inside.at(-1);
  const general = !head || lexicon.isHead(head) || shard.scores(head).length > shard.entries.length / 12;
  if (!general) for (const number of evidence(head).keys()) together.get(number).whole = true;
  for (const [number, one] of together) {
    // The word itself is known: half of it means little. A cruise is no cross: what a last part says must be there.
    const half = one.parts < inside.length;
    if (half && !word.apart && (form || (!one.whole && !general))) together.delete(number);
    one.score *= one.parts / inside.length ** 2;
  }
  merge(scores, together, form ? PART : 1, 0.2);
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
    if (first) {
      use([first, last], PART / 2, "aehnlich");
      return { scores, guess: surface(first) + joined.slice(cut) };
    }
  }
  use(among((term) => term.length > 5 && !lexicon.isWeak(term) && joined.startsWith(term)), PART);
  return { scores, vague: true };
}

function nearest(forms, most, vocabulary) {
  let near = [];
  for (const term of vocabulary) {
    if (term.length < 4 || /\d/.test(term)) continue;
    const distance = Math.min(...forms.map((one) => (sound(one) === sound(term) ? 1 : edits(one, term, most))));
    if (distance < most) near = [];
    if (distance > most) continue;
    most = distance;
    near.push(term);
  }
  return near.slice(0, 5);
}

// Damerau: how many letters are missing, too many, wrong or swapped; 99 for more than `most`.
export function edits(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return 99;
  if (one[0] !== other[0] && (one[0] !== other[1] || one[1] !== other[0])) return 99;
  let [before, last] = [[], [...other, ""].map((_, at) => at)];
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (one[i - 1] !== other[j - 1]));
      if (one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return 99;
    [before, last] = [last, row];
  }
  return last[other.length];
}
