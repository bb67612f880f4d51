// What topics and kinds are called in other languages, and in which language somebody asks.

import { SPOKEN } from "./data.js";
import { edits } from "./spelling.js";

// Letters of an ending, after what all forms of a name begin with.
const ENDINGS = { ar: 4, en: 3, ru: 4, tr: 6, uk: 4 };
// What Arabic writes in front of a word without a space: and, with, for, the.
const PREFIXES = /^(وال|بال|كال|فال|لل|ال|و|ب|ل)(?=...)/;
const SCRIPTS = [{ letters: /\p{Script=Arabic}/u, languages: ["ar"] }, { letters: /\p{Script=Cyrillic}/u, languages: ["ru", "uk"] }];

const read = new Map();
function readings(word) {
  if (!read.has(word)) read.set(word, [...new Set([word, word.replace(PREFIXES, "")])]);
  return read.get(word);
}
const fits = ({ begin, most }, word) => readings(word).some((one) => one.startsWith(begin) && one.length <= most);

// Returns what readQuery needs; without the file of rarer words there are no names.
export function readNames({ names = {}, stop = {} }, concepts) {
  const all = Object.entries(names).flatMap(([language, terms]) => Object.entries(terms).flatMap(([number, texts]) => texts.split("|").map((text) => ({
    language, id: concepts[number][0], label: concepts[number][1],
    parts: text.split(" ").map((part) => {
      const begin = part.replace("*", "");
      return { begin, most: begin.length + (begin === part ? 0 : ENDINGS[language]) };
    }),
  }))));
  const single = all.filter(({ parts }) => parts.length === 1);
  const little = new Map(Object.entries(stop).map(([language, words]) => [language, new Set(words.split(" "))]));
  const means = (found) => new Map(found.map(({ id, label }) => [id, { label, value: SPOKEN }]));

  return {
    // The languages in which somebody asks, none for German: those whose words are more than the German ones.
    languagesOf(words, isGerman) {
      const script = SCRIPTS.find(({ letters }) => words.some((word) => letters.test(word)));
      if (script) return script.languages;
      const known = (language) =>
        words.filter((word) => little.get(language).has(word) || single.some((name) => name.language === language && fits(name.parts[0], word))).length;
      const counted = [...little.keys()].map((language) => [known(language), language]).sort(([one], [other]) => other - one);
      return counted.length && counted[0][0] > words.filter(isGerman).length ? [counted[0][1]] : [];
    },
    saysLittle: (word, languages) => languages.some((language) => little.get(language)?.has(word)),
    // What one word means in these languages; `guess` if it is only spelt like that.
    named(word, languages) {
      const own = single.filter(({ language }) => languages.includes(language));
      const found = own.filter(({ parts }) => fits(parts[0], word));
      if (found.length || word.length < 5) return { meant: means(found) };
      const near = own.filter(({ parts: [{ begin }] }) => begin.length > 4 && readings(word).some((one) => edits(one.slice(0, begin.length + 1), begin, 1) <= 1));
      return { meant: means(near), guess: near.length > 0 };
    },
    // The names of several words that are all said, with the words that say them.
    phrases(words, languages) {
      return all.filter(({ language, parts }) => parts.length > 1 && languages.includes(language))
        .map((name) => ({ ...name, said: words.filter((word) => name.parts.some((part) => fits(part, word))) }))
        .filter(({ parts, said }) => parts.every((part) => said.some((word) => fits(part, word))));
    },
  };
}
