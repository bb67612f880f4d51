// What somebody comes with, from all words together: "mein Mann trinkt jeden Tag" is about relatives of people who drink.
// Learnt at build from training phrases; see directory/search/intents.

import { number, unfolded } from "./data.js";
import { concepts, translated, weigh } from "./evidence.js";
import { words } from "./language.js";
import { withoutPrefix } from "./names.js";

// So many letters of a word of another language count, and under which name.
const BEGINNING = 4;
// Languages whose letters are those of German.
const LATIN = ["en", "tr"];
// A language is known only by words whose ending is so short.
const ENDING = 3;
// Longer words are not taken apart.
const LONGEST = 40;
// Ukrainian and Russian share a script, and many words.
const SCRIPTS = { ar: "ar", en: "en", ru: "ru", tr: "tr", uk: "ru" };
// What says so much less than the word itself: a part of a compound, a word that is not typed to its end, a translation.
const [PART, BEGUN, TRANSLATED] = [0.8, 0.8, 0.6];
// An intent counts that is so near to the best one; so many do. What is said with all words counts so much beside what
// each word finds, once there is so much evidence.
const [NEAR, MOST, SHARE, SURE] = [0.6, 2, 0.3, 50];
// An intent is meant from so much evidence on: of several words, and of one alone.
const [SEVERAL, CLEAR] = [15, 20];
// What counts in an offer: that it has the first controlled word (a topic: many offers have it), the others (kinds and
// audiences), the best of the German words, and each. These numbers and those above were chosen on known sets of queries.
const [FIRST, OTHERS, BEST, EACH] = [0.3, 1, 0.1, 0.4];
// How much it counts that an offer answers the other intent too.
const BOTH = 0.6;

// Returns `of(query, shard, lexicon)`: what the words mean together, { said, answers, aside, guessed, together }. said:
// the words that say so; answers: what answers it, by the number of the entry, { score, why }; aside: what answers
// anything that may be meant; together: results, with scores in which this counts too.
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
    if (/^\d+$/.test(word.joined) || (isStopWord(word.joined) && !isNegation(word.joined))) return [];
    const whole = word.forms.find(has);
    const parts = word.parts.length > 1 ? word.parts.map(stem).filter(has) : word.joined.length > LONGEST ? [] : split(word.joined, has);
    const found = [...(whole ? [[whole, 1]] : []), ...parts.map((part) => [part, PART])];
    if (found.length || word.joined.length < 5) return found;
    const begun = german.filter((term) => term.startsWith(word.joined));
    return begun.length <= 5 ? begun.map((term) => [term, BEGUN / begun.length]) : [];
  };
  // The intents by how much the words say of them, the best first; `clear`: how much one word says that is known as a whole.
  const scored = (terms) => {
    const scores = new Map();
    for (const { term, share, word, clear } of terms) {
      for (const [at, weight] of read(known.get(term))) {
        const one = scores.get(at) ?? { at, score: 0, said: new Set(), clear: 0 };
        one.score += weight * share;
        one.said.add(word);
        if (clear) one.clear = Math.max(one.clear, weight);
        scores.set(at, one);
      }
    }
    return [...scores.values()].sort((one, other) => other.score - one.score || one.at - other.at);
  };
  // Each term once, as strong as it is said anywhere, in an order that is not that of the words.
  const termsOfQuery = ({ asked, languages }, lexicon) => {
    const found = new Map();
    for (const word of asked.filter(({ filter }) => !filter)) {
      for (const [term, share] of termsOf(word, { ...lexicon, languages })) {
        const clear = share === 1 && !lexicon.isWeak(word.joined);
        const before = found.get(term);
        if (!before || share > before.share) found.set(term, { term, share, word, clear });
      }
    }
    return [...found.values()].sort((one, other) => (one.term < other.term ? -1 : 1));
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
      add(best, BEST);
      for (const scores of each) add(scores, EACH);
      shard.answering.set(at, found);
    }
    return shard.answering.get(at);
  };
  return {
    german,
    has: (forms) => forms.some(has),
    // The language of which all words are, where two of them are no German; [] for none.
    languagesOf(asked, known, names) {
      if (asked.filter(({ joined, forms }) => !known.has(joined) && !forms.some(has)).length < 2) return [];
      const isOf = (word, language) => (word.length <= BEGINNING + ENDING && has(foreign(language, word))) || names.saysLittle(word, [language]) || names.named(word, [language]).words.length;
      return LATIN.filter((language) => asked.every(({ joined }) => isOf(joined, language))).slice(0, 1);
    },
    of(query, shard, lexicon) {
      const terms = termsOfQuery(query, lexicon);
      const whole = new Set(terms.filter(({ share }) => share === 1).map(({ word }) => word));
      // A part of a word proves nothing, nor does one word beside words that nothing knows.
      const strange = !query.content.every((word) => word.filter || whole.has(word) || weigh(word, shard, lexicon).scores.size);
      const several = ({ said, clear, score }) => clear && said.size > 1 && score >= SEVERAL;
      const likely = scored(terms).filter((one) => several(one) || one.clear >= CLEAR);
      const proved = likely.filter((one) => !strange || (several(one) && [...one.said].filter((word) => whole.has(word)).length > 1));
      const best = proved[0]?.score ?? 0;
      const meant = proved.filter(({ score }) => score >= best * NEAR).slice(0, MOST);
      const answers = new Map();
      for (const one of meant) {
        const why = { label: intents[one.at][0], word: [...one.said].map(({ raw }) => raw).join(" "), how: "begriff" };
        for (const [number, score] of answering(one.at, shard, lexicon)) {
          const [own, other] = [score * (one.score / best) ** 2, answers.get(number)];
          const [more, less] = [Math.max(own, other?.score ?? 0), Math.min(own, other?.score ?? 0)];
          answers.set(number, { score: more + BOTH * less, why: other && other.score > own ? other.why : why });
        }
      }
      const share = SHARE * Math.min(1, best / SURE);
      return {
        said: new Set(meant.flatMap(({ said }) => [...said])), answers,
        aside: new Set(likely.flatMap(({ at }) => [...answering(at, shard, lexicon).keys()])),
        together: (results) => results.map((one) => {
          const answer = answers.get(one.number);
          return one.rescued ? one : { ...one, score: (1 - share) * one.score + share * (answer?.score ?? 0), why: answer && !one.why.length ? [answer.why] : one.why };
        }),
      };
    },
  };
}
