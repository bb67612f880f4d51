// What topics and kinds are called in other languages, and in which language somebody asks.

import { SPOKEN } from "./data.js";
import { edits } from "./spelling.js";

const SCRIPTS = [{ letters: /\p{Script=Arabic}/u, languages: ["ar"], file: "arabisch" }, { letters: /\p{Script=Cyrillic}/u, languages: ["ru", "uk"], file: "kyrillisch" }];

const scriptOf = (words) => SCRIPTS.find(({ letters }) => words.some((word) => letters.test(word)));

// Takes off what Arabic writes in front of a word without a space: and, with, for, the.
export function prefixed(pattern) {
  const prefixes = new RegExp(pattern);
  return (word) => word.replace(prefixes, "");
}

// Returns what readQuery needs; without the file of rarer words there are no names. `translations`: German words by what
// other languages call them.
export function readNames({ names = {}, translations = {}, stop = {}, endings, prefixes }, concepts) {
  const withoutPrefix = prefixed(prefixes);
  const known = new Map();
  const readings = (word) => {
    if (!known.has(word)) known.set(word, [...new Set([word, withoutPrefix(word)])]);
    return known.get(word);
  };
  const fits = ({ begin, most }, word) => readings(word).some((one) => one.startsWith(begin) && one.length <= most);
  const read = (tables, of) => Object.entries(tables).flatMap(([language, terms]) => Object.entries(terms).flatMap(([key, texts]) => texts.split("|").map((text) => ({
    ...of(key), language, text,
    parts: text.split(" ").map((part) => {
      const begin = part.replace("*", "");
      return { begin, most: begin.length + (begin === part ? 0 : endings[language]) };
    }),
  }))));
  const all = read(names, (number) => ({ id: concepts[number][0], label: concepts[number][1] }));
  const german = read(translations, (word) => ({ word }));
  const isSingle = ({ parts }) => parts.length === 1;
  const single = all.filter(isSingle);
  // There are thousands: by language and first letter.
  const translated = new Map();
  for (const one of german.filter(isSingle)) {
    const key = one.language + one.parts[0].begin[0];
    if (!translated.has(key)) translated.set(key, []);
    translated.get(key).push(one);
  }
  const inGerman = (word, language) => [...new Set(readings(word).map((one) => language + one[0]))].flatMap((key) => translated.get(key) ?? []).filter(({ parts }) => fits(parts[0], word));
  const wordOf = new Map(german.map(({ language, text, word }) => [`${language} ${text}`, word]));
  const little = new Map(Object.entries(stop).map(([language, words]) => [language, new Set(words.split(" "))]));
  const means = (found) => new Map(found.map(({ id, label }) => [id, { label, value: SPOKEN }]));

  return {
    // The file with what else is known of languages with other letters than German.
    fileOf: (words) => scriptOf(words)?.file ?? "",
    // The languages in which somebody asks, none for German: those whose words are more than the German ones.
    languagesOf(words, isGerman) {
      const script = scriptOf(words);
      if (script) return script.languages;
      const count = (knows) => [...little.keys()]
        .map((language) => [words.filter((word) => little.get(language).has(word) || knows(word, language)).length, language])
        .sort(([one], [other]) => other - one);
      const [[said, language] = [0]] = count((word, of) => single.some((name) => name.language === of && fits(name.parts[0], word)));
      const most = words.filter(isGerman).length;
      if (said > most) return [language];
      // What lexical data say counts only where every word is of one language, and none is German; one word may be misspelt.
      const [[every, other] = [0]] = most ? [] : count((word, of) => inGerman(word, of).some(({ parts }) => words.length > 1 || parts[0].begin === word));
      return every && every === words.length ? [other] : [];
    },
    saysLittle: (word, languages) => languages.some((language) => little.get(language)?.has(word)),
    // What one word means in these languages, in terms and in German words; `guess` if it is only spelt like that.
    named(word, languages) {
      const own = single.filter(({ language }) => languages.includes(language));
      const found = own.filter(({ parts }) => fits(parts[0], word));
      const said = languages.flatMap((language) => inGerman(word, language)).map((one) => one.word);
      if (found.length || said.length || word.length < 5) return { meant: means(found), words: [...new Set(said)] };
      const near = own.filter(({ parts: [{ begin }] }) => begin.length > 4 && readings(word).some((one) => edits(one.slice(0, begin.length + 1), begin, 1) <= 1));
      return { meant: means(near), words: [], guess: near.length > 0 };
    },
    // The names of several words that are all said, with the words that say them, and in German.
    phrases(words, languages) {
      return all.filter((name) => !isSingle(name) && languages.includes(name.language))
        .map((name) => ({ ...name, word: wordOf.get(`${name.language} ${name.text}`), said: words.filter((word) => name.parts.some((part) => fits(part, word))) }))
        .filter(({ parts, said }) => parts.every((part) => said.some((word) => fits(part, word))));
    },
  };
}
