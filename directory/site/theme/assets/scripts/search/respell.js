// Words that nothing knows, as they were likely meant: misspelt, spoken in a dialect, cut in two, or not cut.

import { edits } from "./spelling.js";
import { secondReading } from "./language.js";

const SOUNDS = [
  [/sch(?=[ptlmnwr])/g, "s"], [/[tz]ion/g, "sion"],   [/ph|pf|v/g, "f"], [/th|dt|d$/g, "t"], [/ck|c(?!h)|q|g$/g, "k"], [/tz|ts|z/g, "s"], [/b/g, "p"], [/d/g, "t"], [/g/g, "k"], [/x|chs/g, "ks"], [/y/g, "i"],
  [/w/g, "f"], [/ie|ih/g, "i"], [/ay|ai|ey/g, "ei"], [/eu/g, "au"], [/([aeiou])h/g, "$1"],
  [/([aeiou])r(?![aeiou])/g, "$1"], [/([a-z])\1+/g, "$1"],
];

// Wrong letters that still sound alike count so much each, at most four.
const [LETTER, LETTERS] = [0.15, 4];
// How much a wrong, a missing and a swapped sound count; a consonant counts 1.
const [VOWEL, NO_VOWEL, NO_H, SWAPPED] = [0.5, 0.7, 0.4, 0.8];
// How far a word of so many sounds may be from what it is taken for.
const MOST = [0, 0, 0.3, 0.3, 0.5, 0.7, 0.7, 1, 1.1, 1.2, 1.4, 1.6];
// The same for a word that is two, for two that are one, and for what a dialect makes of it.
const [CUT, PAIR, SPOKEN] = [0.3, 1.1, 0.3];
// What a dialect makes of a word is known by its sound if it has more letters, so many others at most, and no more than these.
const [HEARD, WRONG, LONGEST] = [4, 2, 20];
// One or two wrong letters count so much each, whatever they sound like.
const [SLIP, SLACK, LONG] = [0.8, 0.2, 8];
const LINKS = ["s", "n", "en", "es", "e"];
const VOWELS = new Set("aeiou");
const most = (sounds) => MOST[Math.min(sounds.length, MOST.length - 1)];

// How a folded word sounds, roughly: equal for spellings that are easily mixed up, as in "Flomakt" and "Flohmarkt".
function sound(word) {
  return SOUNDS.reduce((text, [from, to]) => text.replace(from, to), word);
}

// How far two words are apart that are written as they sound; Infinity for more than `limit`.
function apart(one, other, limit) {
  const without = (sign) => (VOWELS.has(sign) ? NO_VOWEL : sign === "h" ? NO_H : 1);
  const change = (sign, by) => (sign === by ? 0 : VOWELS.has(sign) && VOWELS.has(by) ? VOWEL : 1);
  let [before, last] = [[], [0]];
  for (const [j, sign] of [...other].entries()) last.push(last[j] + without(sign));
  for (let i = 1; i <= one.length; i += 1) {
    const [a, b] = [one[i - 1], one[i - 2]];
    const row = [last[0] + without(a)];
    for (let j = 1; j <= other.length; j += 1) {
      const sign = other[j - 1];
      row[j] = Math.min(last[j] + without(a), row[j - 1] + without(sign), last[j - 1] + change(a, sign));
      if (i > 1 && a === other[j - 2] && b === sign) row[j] = Math.min(row[j], before[j - 2] + SWAPPED);
    }
    if (Math.min(...row) > limit) return Infinity;
    [before, last] = [last, row];
  }
  return last[other.length];
}

// How many letters are wrong, at most LETTERS. The first one may be any that sounds alike: "danzn", "Gohle".
const wrongLetters = (one, other) => Math.min(LETTERS, Number(one[0] !== other[0]) + edits(`-${one.slice(1)}`, `-${other.slice(1)}`, LETTERS));

// Returns `near`, what finds the known word that a text is nearest to, { text, cost }, or null; and `alike`, what finds
// the one that sounds the same. Of two that are as near, the one that `goesFirst` says.
function speller(known, stem, goesFirst) {
  // By their first letters, and by their first sounds once they are needed.
  const letters = new Map();
  for (const [term, text] of known) {
    // A word is compared as it is, and without its ending.
    for (const [form, bare] of [[text, false], [term, true]]) {
      if (form.length < 3 || /\d/.test(form)) continue;
      if (!letters.has(form[0])) letters.set(form[0], []);
      letters.get(form[0]).push({ text, form, bare });
    }
  }
  const groups = new Map();
  const beginning = (first) => {
    if (!groups.has(first)) {
      const alike = [...letters].filter(([letter]) => letter === "c" || letter === "p" || sound(`${letter}a`)[0] === first);
      groups.set(first, alike.flatMap(([, forms]) => forms).map((one) => ({ ...one, heard: (one.heard ??= sound(one.form)) })).filter(({ heard }) => heard[0] === first));
    }
    return groups.get(first);
  };
  const nearest = (typed, limit) => {
    let best = null;
    for (const [one, isBare] of [[typed, false], [secondReading(typed), false], [stem(typed), true]]) {
      const own = sound(one);
      const allowed = Math.min(limit, most(own));
      // The first two sounds may be swapped.
      for (const start of new Set([own[0], own[1]])) for (const { text, form, bare, heard } of beginning(start)) {
        if (bare !== isBare || (start !== own[0] && heard[1] !== own[0]) || Math.abs(own.length - heard.length) > allowed + 2) continue;
        const wrong = Math.min(LETTERS, edits(one, form, LETTERS));
        const isSlip = wrong <= (one.length < LONG ? 1 : 2) && (one.length > 4 || form.length > one.length);
        const cost = Math.min(apart(own, heard, allowed) + LETTER * wrong, isSlip ? SLIP * wrong : Infinity);
        const first = !best || cost < best.cost || (cost === best.cost && (goesFirst(text) > goesFirst(best.text) || (goesFirst(text) === goesFirst(best.text) && text < best.text)));
        if (cost <= (isSlip ? limit : allowed) + SLACK && first) best = { text, cost };
      }
    }
    return best;
  };
  const found = new Map();
  const near = (typed, limit = Infinity) => {
    const key = `${typed} ${limit}`;
    if (!found.has(key)) found.set(key, nearest(typed, limit));
    return found.get(key);
  };
  const sounding = new Map();
  const heardAs = (heard) => {
    if (!sounding.has(heard[0])) {
      const own = new Map();
      for (const one of beginning(heard[0])) own.set(one.heard, [...(own.get(one.heard) ?? []), one]);
      sounding.set(heard[0], own);
    }
    return sounding.get(heard[0]).get(heard) ?? [];
  };
  const alike = (typed) => {
    const own = [[sound(typed), false], [sound(stem(typed)), true]];
    const same = own.flatMap(([heard, isBare]) => heardAs(heard).filter(({ bare }) => bare === isBare));
    const texts = same.map(({ text, form, bare }) => [wrongLetters(bare ? stem(typed) : typed, form), text]);
    return texts.filter(([wrong]) => wrong <= WRONG && sound(typed).length >= HEARD).sort(([one, text], [other, next]) => one - other || (text < next ? -1 : 1))[0]?.[1] ?? "";
  };
  return { near, alike };
}

// Returns by what was typed the parts of the word that was likely meant, and what that costs; `pair`: two words are one.
export function respell(asked, lexicon, shard) {
  const { stem, isStopWord, isWeak, split, dialect, surfaces, rules, intents } = lexicon;
  const { has, vocabulary } = shard;
  const silent = `${rules.stop_words} ${rules.weak_words}`.split(" ").filter((word) => word.length > 3);
  const known = () => [...vocabulary.map((term) => [term, surfaces.get(term) ?? term]), ...silent.map((word) => [word, word])];
  // What says nothing is said far more often.
  shard.kept.near ??= speller(known(), stem, (text) => Number(isStopWord(text)));
  const { near, alike } = shard.kept.near;
  // A word of no offer that somebody says who comes with something: "Aufentalt".
  const elsewhere = () => (shard.kept.elsewhere ??= speller(intents.german.map((term) => [term, term]), stem, () => 0));
  const knows = (text) => has(stem(text)) || has(stem(secondReading(text)));
  const plain = ({ joined, parts }) => parts.length === 1 && /^[a-z]+$/.test(joined);
  const familiar = ({ joined, forms, filter }) => filter || forms.some(has) || isStopWord(joined) || isWeak(joined) || intents?.has(forms);
  // Who types one word is not done yet, and "Schlachthof" is the end of a name.
  const partly = ({ joined }) => joined.length > 3 && vocabulary.some((term) => term.startsWith(joined) || (joined.length > 4 && term.endsWith(stem(joined))));
  const strange = asked.filter((word) => plain(word) && !familiar(word) && !split(secondReading(word.joined), has).length && !partly(word));

  const piece = (text, links) => {
    if (text.length > 3 && knows(text)) return { text, cost: 0 };
    const link = links.find((one) => text.endsWith(one) && text.length - one.length > 3 && knows(text.slice(0, -one.length)));
    if (link) return { text: text.slice(0, -link.length), cost: 0 };
    const found = near(text, text.length < 5 ? 0.3 : 0.7);
    return found && !isStopWord(found.text) && !isWeak(found.text) ? found : null;
  };
  const inTwo = (text, limit) => {
    let best = null;
    for (let cut = 3; cut <= text.length - 4; cut += 1) {
      const last = piece(text.slice(cut), []);
      const first = last && piece(text.slice(0, cut), LINKS);
      const cost = first ? first.cost + last.cost + CUT : Infinity;
      if (cost < (best?.cost ?? limit)) best = { parts: [first.text, last.text], cost };
    }
    return best;
  };
  const spelt = new Map();
  for (const { joined } of strange) {
    const single = joined.length > 3 ? near(joined) : null;
    const readings = dialect(joined);
    const spoken = readings.find((one) => isStopWord(one) || isWeak(one) || has(stem(one)) || intents?.has([stem(one)]))
      ?? readings.filter((one) => one.length > HEARD && one.length <= LONGEST).map((one) => alike(one) || (intents ? elsewhere().alike(one) : "")).find(Boolean);
    if (spoken && (!(single?.cost < SPOKEN) || isStopWord(single.text))) spelt.set(joined, { parts: [spoken], cost: SPOKEN });
    else {
      const cut = joined.length > 6 ? inTwo(joined, Math.min(single?.cost ?? Infinity, most(sound(joined)))) : null;
      const other = intents && joined.length > 4 ? elsewhere().near(joined) : null;
      const whole = other && !(single?.cost <= other.cost + SLACK) ? other : single;
      const found = cut ?? (whole && { parts: [whole.text], cost: whole.cost });
      if (found) spelt.set(joined, found);
    }
  }
  // "geberden sprahe"
  const joinable = asked.filter((word) => plain(word) && word.joined.length > 2 && !isStopWord(word.joined) && !isWeak(word.joined));
  const cost = (word) => (familiar(word) ? 0 : spelt.get(word.joined)?.cost ?? 2);
  for (const first of joinable) for (const last of joinable) {
    const joined = first.joined + last.joined;
    if (first === last || joined.length < 8 || !(strange.includes(first) || strange.includes(last))) continue;
    const found = near(joined, PAIR);
    if (found?.text.length > 7 && found.cost < cost(first) + cost(last) + SPOKEN) spelt.set(`${first.joined} ${last.joined}`, { parts: [found.text], cost: found.cost, pair: [first, last] });
  }
  return spelt;
}
