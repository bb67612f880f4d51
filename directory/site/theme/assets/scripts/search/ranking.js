// Which entries a query finds, and in which order. Conditions sort; the order of words never matters; more words never
// drop an entry: what fits in part only stands in `further`.

import { choices, labelled } from "./choices.js";
import { inOrder, meets, whenOn } from "./conditions.js";
import { concepts, merge, orAsked, translated, weigh, written } from "./evidence.js";

const RESCUE = 100;
// If one of so many results fits two words, they are one need.
const BEST = 5;
// A list of needs has so few words.
const LISTED = 4;
const AND = new Set(["und", "oder", "sowie", "ausserdem", "and", "or", "ve", "и", "та"]);
// Results that are so much worse than the best stand further down.
const TAIL = 0.06;
// Sums of the same numbers in another order differ in their last digits.
const rounded = (score) => Math.round(score * 1e6) / 1e6;

// How much a word says: what everybody says often says less. A phrase says more than a word.
const OFTEN = 4.5;
const [LEAST, LESS, PHRASE] = [0.1, 0.5, 1.2];
const worth = (word, { frequency }) => Math.max(LEAST, 1 - LESS * Math.max(0, frequency(word.joined) - OFTEN));
// How much it counts that an offer has all that is needed.
const COMPLETE = 1.5;

export function rank(query, chosen, shard, lexicon) {
  const filters = inOrder([...chosen.map((filter) => ({ ...filter, chosen: true })), ...query.filters])
    .map((filter) => ({ ...filter, label: labelled(filter, lexicon) }));
  const inPhrase = ({ stems }) => query.phrases.some((phrase) => stems.some((stem) => phrase.stems.has(stem)));
  const spoken = query.asked.filter((word) => inPhrase(word)).map(({ raw }) => raw).join(" ");
  const meant = query.phrases.map((phrase) => {
    const own = query.content.filter(({ stems }) => stems.some((stem) => phrase.stems.has(stem)));
    const found = written(own, shard);
    const scores = merge(concepts(found.size ? phrase.meant : orAsked(phrase.meant), shard), found, 1, 1);
    if (phrase.word) merge(scores, translated(phrase.word, shard, lexicon), 1, 0.5);
    return { word: { joined: spoken, raw: spoken }, phrase, scores, worth: PHRASE };
  });
  const little = (word) => word.filter || (query.content.length > 1 && lexicon.isWeak(word.joined));
  const found = query.content.map((word) => {
    const { scores: all, exact, ...rest } = weigh(word, shard, lexicon);
    const scores = little(word) ? exact : all;
    return { word, worth: worth(word, lexicon), less: inPhrase(word) ? 0.1 : 0.3, all, scores, guess: word.guess, ...(little(word) ? {} : rest) };
  });
  const away = ({ word }) => lexicon.isOutside(word.joined);
  const strong = [...meant, ...found.filter(({ word }) => !word.filter && !away({ word }) && !lexicon.isWeak(word.joined) && !inPhrase(word))];
  const sought = strong.length || filters.length ? strong : found;
  const usual = ({ scores }) => scores.size > shard.entries.length / 2;
  const rescue = concepts(query.rescue, shard);
  const intended = lexicon.intents?.of(query, shard, lexicon);
  let needed = sought.filter(({ scores, vague, unsure, word }) => scores.size && !((vague || unsure) && intended?.said.has(word)));
  // What only begins like something is nothing beside a word that is nowhere.
  const doubtful = sought.length > needed.length || needed.some(({ vague, unsure }) => vague || unsure);
  if (sought.length > 1 && doubtful && needed.every(({ vague, unsure }) => vague || unsure)) needed = [];
  if (!needed.every(usual)) needed = needed.filter((one) => !usual(one));
  const total = (ones) => ones.reduce((sum, one) => sum + one.worth, 0);
  const whole = total(needed);
  const extra = found.filter((one) => !needed.includes(one));
  const asides = [...query.asides.map((phrase) => concepts(phrase.meant, shard)), ...found.flatMap(({ word, all }) => [all, ...(word.instead ?? []).map((one) => weigh(one, shard, lexicon).scores)])];

  const results = shard.entries.map((entry, number) => {
    const has = ({ scores }) => scores.has(number);
    const [hits, more, first] = [needed.filter(has), extra.filter(has), rescue.get(number)];
    const own = ({ scores }) => scores.get(number).score;
    const sum = hits.reduce((all, one) => all + one.worth * own(one), 0) * (total(hits) / whole || 1) ** COMPLETE;
    const all = more.reduce((rest, one) => rest + own(one) * one.less, sum);
    const why = first
      ? [{ ...first.why, word: first.why.label }]
      : [...hits, ...more].map(({ word, scores }) => ({ ...scores.get(number).why, word: word.raw }));
    const named = more.filter(({ word, scores }) => word.filter && scores.get(number).named).flatMap(({ word }) => word.stems);
    const known = filters.map((filter) => {
      const { phrase } = filter;
      const inName = phrase?.split(" ").every((stem) => named.includes(stem));
      const fit = meets(entry, number, filter, shard, lexicon);
      return inName && fit.known !== "yes" ? { known: "yes", factor: 1 } : fit;
    });
    return {
      entry, number, hits, named: isNamed(entry, query), known,
      found: Boolean(first || hits.length || intended?.answers.has(number) || (!needed.length && filters.length && known.some((one) => one.known === "yes"))),
      aside: intended?.aside.has(number) || asides.some((scores) => scores.has(number)) || known.some((one) => one.known === "yes"),
      score: all / (whole || 1), rescue: first ? RESCUE + first.score : 0,
      why: why.filter(({ label }, at) => !label || why.findIndex((other) => other.label === label) === at),
    };
  });
  const answer = apart(arranged(intended?.together(results) ?? results, filters, needed.length || intended?.answers.size), needed, query, lexicon, Boolean(intended?.answers.size));
  const fits = ({ entry, number }, filter) => {
    const { known, cityWide } = meets(entry, number, filter, shard, lexicon);
    return known === "yes" && !cityWide;
  };
  return { ...answer, choices: choices(answer.results, answer.holding, lexicon, fits), ...understood(query, filters, sought, needed, found, shard, lexicon, intended) };
}

// What has the query as its name comes first, whatever the order of the words.
function isNamed({ titles }, { title, titleWords }) {
  const exact = titles.findIndex(({ sorted }) => sorted === title);
  if (exact >= 0) return exact === 0 ? 1000 : 500;
  return titleWords.length > 1 && titles.some(({ all }) => titleWords.every((word) => all.has(word))) ? 20 : 0;
}

// The results, best first; what fits in part only is further. Conditions that nothing meets are relaxed.
function arranged(all, filters, needed) {
  let fitting = all.filter((one) => one.found || one.named >= 500);
  const relaxed = [];
  filters.forEach((filter, at) => {
    const passing = fitting.filter(({ known, named }) => known[at].known !== "no" || (named >= 500 && !filter.chosen));
    if (passing.length) fitting = passing;
    else if (fitting.length) relaxed.push(filter);
  });
  const holding = filters.map((filter, at) => at).filter((at) => !relaxed.includes(filters[at]));
  const scored = (one) => {
    const factor = holding.reduce((product, at) => product * one.known[at].factor, 1);
    return {
      entry: one.entry, number: one.number, hits: one.hits, why: one.why, exact: one.named >= 500,
      score: rounded((one.rescue || one.score + (holding.length ? 0.01 : 0)) * factor + one.named),
      when: whenOn(one.entry, holding.map((at) => filters[at])),
      cityWide: holding.some((at) => one.known[at].cityWide),
      unsure: holding.filter((at) => one.known[at].known === "unknown").map((at) => filters[at]),
      unmet: filters.filter((_, at) => one.known[at].known === "no"),
    };
  };
  const sort = (list) => list.map(scored).sort((one, other) => other.score - one.score || (one.entry.name < other.entry.name ? -1 : 1));
  // Without a word only what is known to fit, as long as there is such.
  if (!needed && holding.length) {
    const sure = fitting.filter(({ known }) => holding.every((at) => known[at].known === "yes"));
    if (sure.length) fitting = sure;
  }
  if (!needed && relaxed.length === filters.length) fitting = fitting.filter(({ score, named }) => score > 0 || named);
  const sorted = sort(fitting);
  const least = needed ? (sorted.find(({ exact }) => !exact)?.score ?? 0) * TAIL : 0;
  const results = sorted.filter(({ score }) => score >= least);
  const shown = new Set(results.map(({ entry }) => entry));
  const unwanted = ({ known }) => filters.some((filter, at) => filter.chosen && !relaxed.includes(filter) && known[at].known === "no");
  const further = sort(all.filter((one) => !shown.has(one.entry) && (one.found || one.aside) && !unwanted(one)));
  // Conditions of which it is known for none of the results.
  const unproved = filters.filter((filter, at) => holding.includes(at) && results.length && results.every(({ unsure }) => unsure.includes(filter)));
  return { results, further, relaxed, unproved, holding: filters.filter((_, at) => holding.includes(at)) };
}

// Two needs are two groups, the best of each in turn. Somebody names two topics, with "und" or nothing between them, and
// none of the best results has anything of both. Each result then has the number of its `group`.
function apart(answer, needed, { asked, rescue }, { meanings }, intended) {
  const means = (word, list) => word.stems?.some((stem) => meanings.get(stem)?.some(({ id }) => id[0] === list));
  const topics = needed.filter(({ word, scores }) => means(word, "t") || [...scores.values()].some(({ why }) => why.how === "begriff"));
  // "Chor Senioren" is one need: for whom something is needs no group.
  const forWhom = asked.some((word) => means(word, "z"));
  const listed = (asked.length === 2 && !forWhom) || asked.some(({ joined }) => AND.has(joined));
  // Of a sentence that means something as a whole each half is no need of its own.
  if (!listed || (intended && asked.length > LISTED) || rescue.size || needed.length < 2 || topics.length < needed.length) return { ...answer, groups: [] };
  const best = answer.results.slice(0, BEST);
  let groups = needed.map((one) => [one]);
  for (const { hits } of best) {
    const touched = groups.filter((group) => group.some((one) => hits.includes(one)));
    if (touched.length > 1) groups = [touched.flat(), ...groups.filter((group) => !touched.includes(group))];
  }
  const groupOf = ({ hits }) => groups.findIndex((group) => hits.some((one) => group.includes(one)));
  groups = groups.filter((group) => answer.results.some(({ hits }) => hits.some((one) => group.includes(one))));
  if (groups.length !== 2 || answer.results.some(({ exact }) => exact)) return { ...answer, groups: [] };
  groups.sort(([one], [other]) => (one.word.joined < other.word.joined ? -1 : 1));
  const taken = [0, 0];
  const results = answer.results.filter((one) => groupOf(one) >= 0).map((one) => ({ ...one, group: groupOf(one) }))
    .map((one) => ({ ...one, turn: taken[one.group]++ }))
    .sort((one, other) => one.turn - other.turn || other.score - one.score || (one.entry.name < other.entry.name ? -1 : 1));
  const further = [...answer.results.filter((one) => groupOf(one) < 0), ...answer.further];
  return { ...answer, results, further, groups: groups.map((group) => group.map(({ word }) => word.raw).join(" ")) };
}

// What the page says about the query itself.
function understood(query, filters, sought, needed, found, shard, lexicon, intended) {
  return {
    filters: query.filters,
    outside: found.filter(({ word }) => lexicon.isOutside(word.joined)).map(({ word }) => word.raw),
    guessed: needed.length > 0 && needed.every(({ guess, unsure, vague }) => guess || unsure || vague),
    suggestion: query.asked.some(({ guess }) => guess) ? query.asked.map(({ guess, raw }) => (guess ? lexicon.spelt(guess) || guess : raw)).join(" ") : "",
    unknown: sought.filter(({ scores, word }) => !scores.size && !intended?.said.has(word)).map(({ word }) => word.raw),
    sensitive: query.sensitive,
    help: query.help,
    // What only sounds like a word that says nothing ("Wolle") may be one of the rarer words.
    // Several words mean together what none of them means alone.
    foreign: query.asked.length > 2 || filters.some(({ near }) => near) || found.some(({ word }) => !word.filter && !word.forms.some(shard.has))
      || query.asked.some((word) => !query.content.includes(word) && !lexicon.isStopWord(word.joined)),
  };
}
