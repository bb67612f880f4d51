// What somebody comes with, from all words together: "mein Mann trinkt jeden Tag" is about relatives of people who drink.
// Learnt at build from training phrases; see directory/search/intents.

import { number, unfolded } from "./data.js";
import { concepts, translated } from "./evidence.js";
import { words } from "./language.js";
import { withoutPrefix } from "./names.js";

// So many letters of a word of another language count, and under which name.
const BEGINNING = 4;
// A language is known only by words whose ending is so short.
const ENDING = 3;
// Ukrainian and Russian share a script, and many words.
const SCRIPTS = { ar: "ar", en: "en", ru: "ru", tr: "tr", uk: "ru" };
// What says so much less than the word itself: a part of a compound, a word that is not typed to its end, a translation.
const [PART, BEGUN, TRANSLATED] = [0.8, 0.8, 0.6];
// An intent is meant from so much evidence on; and so near to the best one, which is sure from so much on. So many count.
const [LEAST, NEAR, SURE, MOST] = [10, 0.7, 25, 2];
// What counts in an offer: that it has the first controlled word, the others, one of the German words, and each more.
const [FIRST, OTHERS, WORD, EACH] = [0.3, 1, 1, 0.2];
// How much it counts that an offer answers the other intent too.
const BOTH = 0.6;

// Returns `of(query, shard, lexicon)`: what the words mean together, { said, sure, answers, aside }. said: words that say
// so; sure: 0 to 1; answers: what answers it, by the number of the entry, { score (0 to 1), why }; aside: what answers
// anything that may be meant.
export function readIntents({ intents, terms, weights }, ids) {
  const lines = weights.split(" ");
  const known = new Map(unfolded(terms).map((term, place) => [term, lines[place]]));
  const read = (line) => {
    const found = [];
    let at = 0;
    const signs = line.match(/[A-Z]*[0-9a-v]/g);
    for (let place = 0; place < signs.length; place += 2) found.push([(at += number(signs[place])), number(signs[place + 1])]);
    return found;
  };
  const has = (term) => known.has(term);
  const german = [...known.keys()].filter((term) => !term.includes(":"));
  const foreign = (language, word) => `${SCRIPTS[language]}:${(language === "ar" ? withoutPrefix(word) : word).slice(0, BEGINNING)}`;
  const termsOf = (word, { languages, stem, split, isStopWord, isNegation }) => {
    if (languages.length) {
      const own = languages.map((language) => foreign(language, word.joined)).filter(has).map((term) => [term, 1]);
      const said = word.named.words.flatMap((text) => words(text)).map(({ joined }) => stem(joined)).filter(has);
      return [...own, ...said.map((term) => [term, TRANSLATED])];
    }
    if (isStopWord(word.joined) && !isNegation(word.joined)) return [];
    const whole = word.forms.find(has);
    const parts = word.parts.length > 1 ? word.parts.map(stem).filter(has) : split(word.joined, has);
    const found = [...(whole ? [[whole, 1]] : []), ...parts.map((part) => [part, PART])];
    if (found.length || word.joined.length < 5) return found;
    const begun = german.filter((term) => term.startsWith(word.joined));
    return begun.length <= 5 ? begun.map((term) => [term, BEGUN / begun.length]) : [];
  };
  // The intents by how much the words say of them, the best first.
  const scored = ({ asked, languages }, lexicon) => {
    const scores = new Map();
    const seen = new Set();
    for (const word of asked.filter(({ filter }) => !filter)) {
      for (const [term, share] of termsOf(word, { ...lexicon, languages })) {
        if (seen.has(term)) continue;
        seen.add(term);
        for (const [at, weight] of read(known.get(term))) {
          const one = scores.get(at) ?? { at, score: 0, said: [] };
          one.score += weight * share;
          if (!one.said.includes(word)) one.said.push(word);
          scores.set(at, one);
        }
      }
    }
    return [...scores.values()].sort((one, other) => other.score - one.score || one.at - other.at);
  };
  // How well entries answer an intent, by their numbers.
  const answering = (at, shard, lexicon) => {
    shard.answering ??= new Map();
    if (!shard.answering.has(at)) {
      const [label, [first, ...others], words] = intents[at];
      const found = new Map();
      const add = (scores, weight) => {
        for (const [number, score] of scores) found.set(number, (found.get(number) ?? 0) + weight * score);
      };
      const having = (id) => concepts(new Map([[ids[id], { label, value: 1 }]]), shard);
      const plain = (scores) => [...scores].map(([number, { score }]) => [number, score]);
      if (first !== undefined) add(plain(having(first)), FIRST);
      for (const other of others) add(plain(having(other)), OTHERS);
      const each = words.split("|").map((word) => plain(translated(word, shard, lexicon)));
      const best = new Map();
      for (const [number, score] of each.flat()) best.set(number, Math.max(score, best.get(number) ?? 0));
      add(best, WORD - EACH);
      for (const scores of each) add(scores, EACH);
      shard.answering.set(at, found);
    }
    return shard.answering.get(at);
  };
  return {
    knows: (word, language) => word.length <= BEGINNING + ENDING && has(foreign(language, word)),
    knowsGerman: (forms) => forms.some(has),
    among: (shard) => (shard.withIntents ??= { ...shard, vocabulary: [...new Set([...shard.vocabulary, ...german])], has: (term) => shard.has(term) || has(term) }),
    of(query, shard, lexicon) {
      const likely = scored(query, lexicon).filter(({ score }) => score >= LEAST);
      const best = likely[0]?.score ?? 0;
      const meant = likely.filter(({ score }) => score >= best * NEAR).slice(0, MOST);
      const answers = new Map();
      for (const one of meant) {
        const why = { label: intents[one.at][0], word: one.said.map(({ raw }) => raw).join(" "), how: "begriff" };
        for (const [number, score] of answering(one.at, shard, lexicon)) {
          const [own, other] = [score * (one.score / best) ** 2, answers.get(number)];
          const [more, less] = [Math.max(own, other?.score ?? 0), Math.min(own, other?.score ?? 0)];
          answers.set(number, { score: more + BOTH * less, why: other && other.score > own ? other.why : why });
        }
      }
      const most = Math.max(0, ...[...answers.values()].map(({ score }) => score));
      for (const one of answers.values()) one.score /= most;
      return {
        said: new Set(meant.flatMap(({ said }) => said)), sure: Math.min(1, best / SURE), answers,
        aside: new Set(likely.flatMap(({ at }) => [...answering(at, shard, lexicon).keys()])),
      };
    },
  };
}
