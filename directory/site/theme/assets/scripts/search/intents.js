// What somebody comes with, from all words together: "mein Mann trinkt jeden Tag" is about relatives of people who drink.
// Learnt at build from training phrases; see directory/search/intents.

import { unfolded, weighted } from "./data.js";
import { weigh } from "./evidence.js";
import { words } from "./language.js";
import { prefixed } from "./names.js";

// Languages whose letters are those of German.
const LATIN = ["en", "tr"];
// A language is known only by words whose ending is so short.
const ENDING = 3;
// Longer words are not taken apart.
const LONGEST = 40;
// What says so much less than the word itself: a part of a compound, a word that is not typed to its end, a translation.
const [PART, BEGUN, TRANSLATED] = [0.8, 0.8, 0.6];
// So many intents may be meant at once, and so many of their words need not be explained.
const [MOST, SURELY] = [8, 2];
// An intent is meant from so much evidence on: of several words, and of one alone.
const [SEVERAL, CLEAR] = [12, 8];
// What is said with all words counts so much beside what each word finds: where any intent may be meant, and how much
// more where one surely is. Of the best answer something is an answer from so much on.
const [SHARE, MORE, LEAST] = [0.5, 0.3, 0.05];
// With so much evidence for something else nobody asks for help in danger: its numbers come before the results anyway.
const [ELSEWHERE, NO_HELP] = [20, 0.25];
// The highest score of a result, before what is added for names.
const HIGHEST = 10;

// Returns `of(query, shard, lexicon)`: what the words mean together, { said, answers, aside, guessed, together }. said:
// the words that say so; answers: what answers it, by the number of the entry, { score, why }; aside: what answers
// anything that may be meant; together: results, with scores in which this counts too.
export function readIntents({ names, step, beginning, scripts, prefixes, ...own }, other) {
  const withoutPrefix = prefixed(prefixes);
  const known = new Map();
  for (const { terms, weights } of [own, other]) {
    const lines = weights.split(" ");
    for (const [place, term] of unfolded(terms).entries()) known.set(term, lines[place]);
  }
  const has = (term) => known.has(term);
  const german = [...known.keys()].filter((term) => !term.includes(":"));
  const foreign = (language, word) => `${scripts[language]}:${(language === "ar" ? withoutPrefix(word) : word).slice(0, beginning)}`;
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
      for (const [at, weight] of weighted(known.get(term))) {
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
  return {
    german,
    has: (forms) => forms.some(has),
    // The language of which all words are, where two of them are no German; [] for none.
    languagesOf(asked, known, names) {
      if (asked.filter(({ joined, forms }) => !known.has(joined) && !forms.some(has)).length < 2) return [];
      const isOf = (word, language) => (word.length <= beginning + ENDING && has(foreign(language, word))) || names.saysLittle(word, [language]) || names.named(word, [language]).words.length;
      return LATIN.filter((language) => asked.every(({ joined }) => isOf(joined, language))).slice(0, 1);
    },
    of(query, shard, lexicon) {
      const terms = termsOfQuery(query, lexicon);
      const whole = new Set(terms.filter(({ share }) => share === 1).map(({ word }) => word));
      // A part of a word proves nothing, nor does one word beside words that nothing knows.
      const strange = !query.content.every((word) => word.filter || whole.has(word) || weigh(word, shard, lexicon).scores.size);
      const several = ({ said, clear, score }) => clear && said.size > 1 && score >= SEVERAL;
      const all = scored(terms);
      const likely = all.filter((one) => several(one) || one.clear >= CLEAR);
      const proved = likely.filter((one) => !strange || (several(one) && [...one.said].filter((word) => whole.has(word)).length > 1));
      const best = proved[0]?.score ?? 0;
      // How likely each intent is: those of which no word says anything count too.
      const spread = step * Math.sqrt(terms.reduce((sum, { share }) => sum + share, 0));
      const odds = ({ score }) => Math.exp((score - all[0].score) / spread);
      const total = all.reduce((sum, one) => sum + odds(one), 0) + (names.length - all.length) * Math.exp(-(all[0]?.score ?? 0) / spread);
      const meant = proved.slice(0, MOST).map((one) => ({ ...one, share: odds(one) / total }));
      const found = new Map();
      for (const one of meant) {
        const why = { label: names[one.at], word: [...one.said].map(({ raw }) => raw).join(" "), how: "begriff" };
        for (const [entry, weight] of shard.answers[one.at]) {
          const own = one.share * weight;
          const before = found.get(entry);
          found.set(entry, { score: (before?.score ?? 0) + own, most: Math.max(own, before?.most ?? 0), why: before && before.most >= own ? before.why : why });
        }
      }
      const highest = Math.max(0, ...[...found.values()].map(({ score }) => score));
      const answers = new Map();
      for (const [entry, one] of found) if (one.score >= LEAST * highest) answers.set(entry, { ...one, score: one.score / highest });
      const share = meant.length ? SHARE + MORE * meant[0].share : 0;
      return {
        said: new Set(meant.slice(0, SURELY).flatMap(({ said }) => [...said])), answers,
        aside: new Set(likely.flatMap(({ at }) => [...shard.answers[at].keys()])),
        together(results) {
          if (!answers.size) return results;
          const top = Math.max(0, ...results.map(({ score }) => score)) || 1;
          const elsewhere = best >= ELSEWHERE && results.every(({ rescue, number: entry }) => !rescue || !(answers.get(entry)?.score >= NO_HELP));
          return results.map((one) => {
            const answer = answers.get(one.number);
            const score = HIGHEST * ((1 - share) * (one.score / top) + share * (answer?.score ?? 0));
            return { ...one, score, rescue: elsewhere ? 0 : one.rescue, why: answer && !one.why.length ? [answer.why] : one.why };
          });
        },
      };
    },
  };
}
