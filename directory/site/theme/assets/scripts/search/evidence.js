// Which offers the words of a query find, how well, and why.

import { SPOKEN } from "./data.js";
import { secondReading, words } from "./language.js";

// What controlled words weigh: whom one can ask, topics, kinds, audiences, access, groups, languages, other facts.
const WEIGHTS = { a: 1, t: 1, k: 0.7, z: 0.7, b: 0.7, g: 0.2, l: 1, m: 1 };
const PREFIX = 0.6;
const PART = 0.6;
// A part that says little, as in "Demenzgruppe".
const HEAD = 0.5;
// What a word of another language means: the topic, and the same word in German.
const [NAMED, TRANSLATED] = [0.7, 0.7];

// Add scores to others, by the number of the entry: the better one counts, and so much of the other.
export function merge(scores, found, weight, share) {
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
export function concepts(meant, shard) {
  const scores = new Map();
  for (const [id, { label, value, how = "begriff" }] of meant) {
    const one = { named: value >= SPOKEN && !"bg".includes(id[0]), why: { label, how } };
    merge(scores, shard.scores(id).map(([number, score]) => [number, { ...one, score }]), value * WEIGHTS[id[0]], 0.3);
  }
  return scores;
}

// What was meant, and whom one can ask: for a word that no entry has.
export function orAsked(meant) {
  const topics = [...meant].filter(([id]) => id[0] === "t");
  return new Map([...meant, ...topics.map(([id, one]) => [`a${id.slice(1)}`, one])]);
}

// Which entries have all these words in what is written about them.
export function written(asked, shard) {
  const each = asked.map(({ forms }) => new Map(shard.scores(forms.find(shard.has)).map(([number, score]) => [number, score])));
  const numbers = [...(each[0]?.keys() ?? [])].filter((number) => each.every((scores) => scores.has(number)));
  return new Map(numbers.map((number) => [number, {
    score: each.reduce((sum, scores) => sum + scores.get(number), 0), named: false, why: { label: "", how: "wort" },
  }]));
}

// What a German word finds, for a word of another language that means it.
export function translated(text, shard, lexicon) {
  const [word] = words(text);
  const forms = [...new Set([lexicon.stem(word.joined), lexicon.stem(secondReading(word.joined))])];
  const { scores } = weigh({ ...word, forms }, shard, lexicon);
  return new Map([...scores].map(([number, one]) => [number, { ...one, named: false, why: { label: one.why.label || text, how: "begriff" } }]));
}

// Which entries one word of the query finds, how well, and why: as it is (`exact`), its parts and its beginning; only
// where there is nothing of the kind its end. `unsure`: it may mean that; `vague`: it only begins like something.
export function weigh(word, shard, lexicon) {
  const key = `${word.joined} ${word.parts.join("-")} ${word.forms.join(" ")} ${[word.filter, word.apart, word.guess, word.single].map(Boolean)} ${word.languages}`;
  if (!shard.weighed.has(key)) shard.weighed.set(key, weighed(word, shard, lexicon));
  return shard.weighed.get(key);
}

function weighed(word, shard, lexicon) {
  const { stem, split, surfaces } = lexicon;
  const { joined, forms } = word;
  const spelt = [...new Set([joined, secondReading(joined)])];
  const surface = (term) => surfaces.get(term) ?? term;
  const scores = new Map();
  const how = word.guess ? "aehnlich" : "wort";
  const evidence = (term) => {
    const why = { label: word.guess ? surface(term).replace("'", "") : "", how };
    const found = new Map(shard.scores(term).map(([number, score, named]) => [number, { score, best: score, named, why }]));
    const meant = new Map();
    for (const { id, label, weight } of lexicon.meanings.get(term) ?? []) {
      if (weight > (meant.get(id)?.value ?? 0)) meant.set(id, { label, value: weight });
    }
    if ([...meant.keys()].some((id) => id[0] === "t")) for (const id of meant.keys()) if (id[0] === "g") meant.delete(id);
    return merge(found, concepts(found.size ? meant : orAsked(meant), shard), 1, 1);
  };
  const use = (terms, weight) => terms.forEach((term) => merge(scores, evidence(term), weight, 0.2));
  const among = (fits) => shard.vocabulary.filter((term) => term !== form && fits(term)).slice(0, 40);

  // A compound that nobody wrote finds what has all its parts, or its last part, which says what it is, in a name or as
  // a topic: a cruise is no cross, and not each ride. A last part that says little needs another one.
  const compound = (parts) => {
    const head = parts.at(-1);
    const general = lexicon.isHead(head) || shard.scores(head).length > shard.entries.length / 12;
    const together = new Map();
    const enough = new Set();
    for (const part of parts) {
      const found = evidence(part);
      for (const [number, { named }] of found) if (general ? part !== head : part === head && named && !word.guess) enough.add(number);
      merge(together, found, lexicon.isHead(part) ? HEAD : 1, 1);
    }
    for (const [number, one] of together) {
      // The word itself is known: half of it means little.
      if (one.parts < parts.length && !word.apart && (form || !enough.has(number))) together.delete(number);
      one.score *= one.parts / parts.length ** 2;
    }
    return together;
  };

  const form = forms.find(shard.has);
  // Who types one German word is not done yet: "kulturb" is not Turkish.
  const begun = word.single && joined.length > 4 && shard.vocabulary.some((term) => term.startsWith(joined));
  if (word.named && !begun) {
    for (const text of word.named.words) merge(scores, translated(text, shard, lexicon), TRANSLATED, 0.2);
    merge(scores, concepts(word.named.meant, shard), NAMED, 0.3);
    if (scores.size) return { scores, exact: new Map(scores), unsure: word.named.guess };
  }
  use([`'${joined}`], 2);
  if (form) use([form], 1);
  const exact = new Map(scores);
  // German has no other letters.
  if (!form && /[^a-z\d]/.test(joined)) return { scores, exact };
  const inside = word.parts.length > 1
    ? word.parts.map((part) => [stem(part), stem(secondReading(part))].find(shard.has)).filter(Boolean)
    : spelt.map((text) => split(text, shard.has)).find((parts) => parts.length) ?? [];
  merge(scores, compound(inside), form ? PART : 1, 0.2);
  const begins = form ? spelt : [...spelt, ...forms].filter((one) => one.length > 2);
  if (joined.length > (form ? 3 : 2)) use(among((term) => begins.some((one) => term.startsWith(one))), form ? PREFIX / 2 : PREFIX);
  if (form || scores.size || joined.length < 4) return { scores, exact, vague: !form && joined.length < 5 };

  const guessed = forms.map((one) => lexicon.guesses.get(one)).find(Boolean);
  if (guessed) return { scores: merge(scores, concepts(guessed, shard), 1, 1), exact, unsure: true };
  if (word.languages?.length) return { scores, exact };
  use(among((term) => forms.some((one) => one.length > 4 && term.endsWith(one))), PREFIX);
  if (scores.size || /\d/.test(joined) || joined.length < 5) return { scores, exact };
  use(among((term) => term.length > 5 && !lexicon.isWeak(term) && joined.startsWith(term)), PART);
  return { scores, exact, vague: true };
}
